#!/usr/bin/python3
"""posseg.py FOLDER: tags every file of FOLDER with jieba's part-of-speech tagger and counts what it calls a person, a place or an
organisation. The words go nowhere: only the time and the memory matter."""
import pathlib
import sys

import jieba.posseg

found = 0
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    for line in path.read_text().splitlines():
        found += sum(pair.flag in ("nr", "ns", "nt") for pair in jieba.posseg.cut(line))
print(found)
