#!/bin/sh
# docs/gephi.md and its Chinese version: the commands that they show work, and their tables name the columns that there are.
set -u
. tests/cli/tap.inc

cp -R seeds docs "$dir"
cd "$dir" || exit 1
"$RENMAI" build -g seeds/gazetteer seeds > said
cat > columns.py << 'END'
"""columns.py GUIDE GRAPHML: whether the guide's two tables name the attributes of nodes, and of edges."""
import re
import sys
import xml.etree.ElementTree as ElementTree

text = open(sys.argv[1], encoding="utf-8").read()
tables = re.findall(r"\|---\|---\|\n((?:\|.*\|\n)+)", text)
documented = [[name for row in table.splitlines() for name in re.findall(r"`([a-z_]+)`", row.split("|")[1])] for table in tables]
keys = ElementTree.parse(sys.argv[2]).getroot().iter("{http://graphml.graphdrawing.org/xmlns}key")
real = {"node": [], "edge": []}
for key in keys:
    real[key.get("for")].append(key.get("attr.name"))
for names, what in zip(documented, ("node", "edge"), strict=True):
    assert sorted(names) == sorted(real[what]), (what, set(names) ^ set(real[what]))
END
for guide in docs/gephi.md docs/gephi.zh.md; do
    ok "$guide names all columns, and no others" "$PYTHON" columns.py $guide output/network.graphml
    for picture in $(sed -n 's/^!\[.*\](\(.*\))$/\1/p' $guide); do
        ok "$picture is there" [ -s docs/$picture ]
    done
    sed -n 's/^    renmai //p' $guide > commands
    ok "it shows commands" [ "$(wc -l < commands)" = 7 ]
    while read -r command; do
        # shellcheck disable=SC2086
        ok "renmai $command" "$RENMAI" $command
    done < commands
done
done_testing
