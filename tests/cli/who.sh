#!/bin/sh
# renmai who and renmai mentions: the questions to a build.
set -u
. tests/cli/tap.inc
make_issues "$dir/in"
cd "$dir" || exit 1

run "$RENMAI" who 黄若松
ok "without a build it fails" status 1
ok "and says what to do" err "renmai build"
"$RENMAI" build in > log 2>&1 || cat log

run "$RENMAI" who 黄若松
ok "who answers" status 0
ok "with whom" grep -Eq '^白采薇 +person .* 2  2021-04-15$' out
ok "but no reporter" not grep -q 田小禾 out
sed '1,/^NAME/d' out | awk '{ print $(NF - 1) }' > strengths
ok "the strongest come first" sort -c -n -r strengths
cp out plain
run env LC_ALL=C "$RENMAI" who 黄若松
ok "the locale changes nothing" cmp out plain
cat > columns.py <<'PYTHON'
import sys, unicodedata
width = lambda s: sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in s)
lines = open(sys.argv[1], encoding="utf-8").read().split("\n\n", 1)[1].splitlines()
column = width(lines[0][:lines[0].index("KIND")])
for line in lines[1:]:
    for kind in ("person", "organisation", "company", "place"):
        if "  " + kind + " " in line:
            assert width(line[:line.index("  " + kind + " ") + 2]) == column, line
PYTHON
ok "the columns line up" $PYTHON columns.py plain
run "$RENMAI" who -v 黄若松
ok "-v shows headlines" out 全县春耕工作会议召开
ok "and marks the names" out '【黄若松】出席会议并讲话，县长【白采薇】主持会议'
run "$RENMAI" who --limit 1 黄若松
ok "--limit leaves the rest out" [ "$(sed '1,/^NAME/d' out | wc -l)" = 1 ]
id=$($PYTHON -c 'import sqlite3; print(*sqlite3.connect("output/renmai.db").execute("select key, node from entity where name = ?", ("黄若松",)).fetchone())')
run "$RENMAI" who "${id% *}"
ok "an id is a name" cmp out plain
run "$RENMAI" who "${id#* }"
ok "and so is the id of the graph" cmp out plain
run "$RENMAI" who 黄若柏
ok "an unknown name is a failure" status 1
ok "and the nearest is named" err 黄若松
run "$RENMAI" who "'; DROP TABLE entity; --"
ok "a name is only a name" status 1
run "$RENMAI" who 田小禾
ok "reporters have no network" out bylines
run "$RENMAI" who -o nowhere 黄若松
ok "a folder without a build is a failure" status 1
ok "and is named" err nowhere/renmai.db

run "$RENMAI" mentions 黄若松
ok "mentions answers" status 0
dates=$(grep -Eo '^[0-9]{4}-[0-9]{2}-[0-9]{2}' out | tr '\n' ' ')
ok "in order of date" [ "$dates" = "2021-03-04 2021-04-15 " ]
ok "with the title of the time" grep -Eq '^2021-04-15 .*\[县委书记\]$' out
ok "with the name marked" out "【黄若松】指出"
count=$($PYTHON -c 'import sqlite3; print(*sqlite3.connect("output/renmai.db").execute("select mentions from entity where name = ?", ("黄若松",)).fetchone())')
ok "every mention" [ "$(grep -o '【黄若松】' out | wc -l)" = "$count" ]
ok "no colour where it is no terminal" not grep -q "$(printf '\033')" out
run "$RENMAI" mentions 无此人
ok "an unknown name is a failure" status 1
cd "$root" || exit 1
done_testing
