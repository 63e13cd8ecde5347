#!/bin/sh
# renmai build where issues or articles are there more than once.
set -u
. tests/cli/tap.inc
make_issues "$dir/in"
run "$RENMAI" build -o "$dir/once" "$dir/in"
ok "a build without copies says nothing of them" eval 'status 0 && not out "again"'
"$RENMAI" who -o "$dir/once" 黄若松 > "$dir/who"

# The same issue in an archive, with another name; an article of it again in another paper, without the reporter.
mkdir "$dir/twice"
cp "$dir"/in/* "$dir/twice"
(cd "$dir/in" && $PYTHON -m zipfile -c "$dir/twice/砚川报备份.zip" 砚川报2021-03-04.txt)
cat > "$dir/twice/山外报2021-03-06.txt" <<'TEXT'
## 县里开了春耕会

3月4日，全县春耕工作会议召开。县委书记黄若松出席会议并讲话，县长白采薇主持会议。

黄若松强调，要抓好春耕生产，确保粮食安全。白采薇要求，各镇要压实责任。

## 公示

山外县公开招聘工作人员，请有意者于本月底前到县人力资源和社会保障局报名，携带身份证、学历证书原件和复印件，
报名费用全免，笔试时间另行通知，联系人陈松年。
TEXT
sed 's/陈松年/吴远舟/' "$dir/twice/山外报2021-03-06.txt" > "$dir/twice/山外报2021-03-07.txt"
run "$RENMAI" build -o "$dir/again" "$dir/twice"
ok "copies are counted once" eval 'status 0 && out "issues               4" && out "1 issue is a copy of another, not counted again"'
ok "so are reprints" out '2 articles are reprints, not counted again'
"$RENMAI" who -o "$dir/again" 黄若松 > "$dir/who-again"
ok "nobody appears more often for it" cmp "$dir/who" "$dir/who-again"
run "$RENMAI" mentions -o "$dir/again" 吴远舟
ok "a notice that names somebody else is no reprint" eval 'status 0 && out "山外报2021-03-07.txt"'
cat > "$dir/ask.py" <<'PYTHON'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
print(*db.execute("SELECT c.doc, o.doc FROM issue c JOIN issue o ON o.id = c.copy_of").fetchone())
for row in db.execute("""SELECT ci.doc, c.n, oi.doc, o.n FROM article c JOIN article o ON o.id = c.copy_of
                         JOIN issue ci ON ci.id = c.issue JOIN issue oi ON oi.id = o.issue ORDER BY ci.doc, c.n"""):
    print(*row)
PYTHON
run $PYTHON "$dir/ask.py" "$dir/again/renmai.db"
ok "the database knows of what each is a copy" out '砚川报备份.zip/砚川报2021-03-04.txt 砚川报2021-03-04.txt'
ok "article by article" out '砚川报备份.zip/砚川报2021-03-04.txt 1 砚川报2021-03-04.txt 1'
ok "also of a reprint" out '山外报2021-03-06.txt 0 砚川报2021-03-04.txt 0'
done_testing
