#!/usr/bin/python3
"""corpus.py FROM TO MB: fills the folder TO with copies of the .txt and .md files below FROM, in UTF-8 and one after another,
until it holds MB (10^6 bytes). Where FROM holds more than that, it stops there."""
import itertools
import pathlib
import sys

source, target, wanted = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), float(sys.argv[3]) * 1e6
issues = []
for path in sorted(p for p in source.rglob("*") if p.suffix in (".txt", ".md") and p.name != "README.md"):
    data = path.read_bytes()
    for encoding in ("utf-8", "gb18030"):
        try:
            issues.append((path.stem, data.decode(encoding)))
            break
        except UnicodeDecodeError:
            pass
if not issues:
    sys.exit(f"no .txt or .md files below {source}")
target.mkdir(parents=True)
size = 0
for number, (name, text) in enumerate(itertools.cycle(issues)):
    if size >= wanted:
        break
    data = text.encode()
    (target / f"{name}-{number:05}.txt").write_bytes(data)
    size += len(data)
