#!/bin/sh
# docs/schema.md: every table, view and column is described, and every example runs.
set -u
. tests/cli/tap.inc
document=$root/docs/schema.md
"$RENMAI" build -g "$root/seeds/gazetteer" -o "$dir/output" "$root/seeds" > "$dir/log" 2>&1 || cat "$dir/log"
cd "$dir" || exit 1

cat > columns.py <<'PYTHON'
"""columns.py FILE: its sections name the columns of the tables and views, in their order."""
import re, sqlite3, sys
db = sqlite3.connect("output/renmai.db")
text = open(sys.argv[1], encoding="utf-8").read().split("\n## Views\n")[1]
documented = {name: re.findall(r"^\| `(\w+)` \|", body, re.M)
              for name, body in re.findall(r"^### (\w+)\n(.*?)(?=^##|\Z)", text, re.M | re.S)}
shadows = "search_%"  # FTS5's own
names = [name for name, in db.execute("select name from sqlite_schema where type in ('table', 'view')"
                                      " and name not like ? and name not like 'sqlite_%' order by name", (shadows,))]
real = {name: [row[1] for row in db.execute(f"pragma table_info({name})")] for name in names}
assert list(map(str, sorted(documented))) == names, set(documented) ^ set(names)
for name in names:
    assert documented[name] == real[name], (name, documented[name], real[name])
PYTHON
ok "every table, view and column is described" $PYTHON columns.py "$document"

cat > examples.py <<'PYTHON'
"""examples.py FILE: writes its examples as files NUMBER.LANGUAGE."""
import re, sys
for n, (language, code) in enumerate(re.findall(r"^```(\w+)\n(.*?)^```", open(sys.argv[1], encoding="utf-8").read(), re.M | re.S)):
    open(f"{n:02}.{language}", "w", encoding="utf-8").write(code)
PYTHON
$PYTHON examples.py "$document"
# sql FILE: each of its statements has an answer.
sql() {
    $PYTHON - "$1" <<'PYTHON'
import sqlite3, sys
db = sqlite3.connect("file:output/renmai.db?mode=ro", uri=True)
for statement in filter(str.strip, open(sys.argv[1], encoding="utf-8").read().split(";")):
    rows = db.execute(statement).fetchall()
    assert rows and rows[0][-1] not in (0, None), statement
    print(*rows, sep="\n")
PYTHON
}
for example in *.sql; do ok "example $example" sql $example; done
for example in *.python; do
    if grep -q pandas $example && ! $PYTHON -c 'import pandas' 2> /dev/null; then
        ok "example $example # SKIP no pandas" true
    else
        ok "example $example" sh -c "$PYTHON $example | grep ."
    fi
done
for example in *.r; do
    if Rscript -e 'library(RSQLite)' > /dev/null 2>&1; then
        ok "example $example" Rscript $example
    else
        ok "example $example # SKIP no R with RSQLite" true
    fi
done
cd "$root" || exit 1
done_testing
