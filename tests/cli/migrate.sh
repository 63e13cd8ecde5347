#!/bin/sh
# A database of an earlier layout is brought up to date when it is asked.
set -u
. tests/cli/tap.inc
make_issues "$dir/in"
mkdir "$dir/old"
# sql FILE STATEMENTS: runs them on a database, and prints what they give, a row a line.
sql() {
    $PYTHON - "$@" <<'PY'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
if len(sys.argv) > 3:
    db.executescript(open(sys.argv[3], encoding="utf-8").read())
for row in db.execute(sys.argv[2]):
    print(*row, sep="|")
db.commit()
PY
}
sql "$dir/old/renmai.db" "PRAGMA user_version" tests/cli/layout-2.sql > "$dir/layout"
ok "the sample has layout 2" grep -qx 2 "$dir/layout"
cd "$dir" || exit 1
for folder in locked broken partial newer; do cp -R old $folder; done
contents="SELECT 'mention', id, article, entity, start, text FROM mention UNION ALL SELECT 'link', a, b, articles, sentences, 0 FROM link
UNION ALL SELECT 'position', id, article, entity, title, body FROM position UNION ALL SELECT 'entity', id, key, mentions, role, title FROM entity
UNION ALL SELECT 'article', id, title, date, start, text FROM article UNION ALL SELECT 'alias', entity, text, mentions, 0, 0 FROM alias
UNION ALL SELECT 'meta', key, value, 0, 0, 0 FROM meta UNION ALL SELECT 'issue', id, doc, date, hash, home FROM issue ORDER BY 1, 2, 3"
sql old/renmai.db "$contents" > before

run "$RENMAI" who -o old 白采薇
ok "it is asked as any other" out 黄若松
ok "what happened is said" err "old/renmai.db: brought from layout 2 to 3"
ok "once" err_lines 1
sql old/renmai.db "$contents" > after
ok "nothing is lost" cmp before after
run "$RENMAI" list persons -o old --sort name
ok "the next question finds it up to date" err_lines 0
ok "with what was not there: where somebody is in office" out 县政府
ok "and no file is left over" [ "$(ls -A old)" = renmai.db ]
run "$RENMAI" search -o old 春耕
ok "words are found" out 全县春耕工作会议召开
run "$RENMAI" who -o old baicaiwei
ok "and pinyin" out 黄若松
run "$RENMAI" check -o old
ok "it is whole" status 0
run "$RENMAI" extract -o old
ok "and can be printed" out '"砚川报2021-03-04.txt"'
run "$RENMAI" status -o old in
ok "its issues are to be read anew" out "all issues will be read again"
"$RENMAI" build -q -o old in && "$RENMAI" build -q -o fresh in
ok "a build reads them" cmp old/network.graphml fresh/network.graphml

sql partial/renmai.db "UPDATE issue SET bytes = bytes + 2 WHERE id = 1"
run "$RENMAI" check -o partial
ok "text that was not kept is no damage" status 0
run "$RENMAI" extract -o partial
ok "but cannot be printed" err "did not keep all of its text: run \`renmai build\`"

sql broken/renmai.db "DROP TABLE entity"
cp broken/renmai.db broken.db
run "$RENMAI" who -o broken 白采薇
ok "what cannot be brought up to date is told" status 1
ok "with what to do" err "run \`renmai build\` again"
ok "and stays as it was" cmp broken.db broken/renmai.db
ok "alone" [ "$(ls -A broken)" = renmai.db ]

sql newer/renmai.db "PRAGMA user_version = 99"
run "$RENMAI" who -o newer 白采薇
ok "a newer layout is refused" status 1
ok "with what to do" err "written by a newer renmai (layout 99, this one reads 3)"

# Two at once: the second finds what the first has done.
"$RENMAI" who -o locked 白采薇 > one 2> one.err & "$RENMAI" who -o locked 白采薇 > two 2> two.err
wait
ok "two at once get the same answer" cmp one two
ok "and only one does the work" [ "$(cat one.err two.err | grep -c 'brought from')" = 1 ]
done_testing
