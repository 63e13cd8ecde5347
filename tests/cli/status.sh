#!/bin/sh
# renmai status and renmai check: what has changed since a build, and whether it is whole.
set -u
. tests/cli/tap.inc
make_issues "$dir/in"
cd "$dir" || exit 1

run "$RENMAI" status in
ok "without a build there is no status" status 1
ok "and what to do is said" err "run \`renmai build\` first"
"$RENMAI" build in > said
run "$RENMAI" status
ok "after a build" status 0
ok "all is up to date" out "the build is up to date"
touch in/*
run "$RENMAI" status
ok "whatever the files' times are" out "the build is up to date"

printf '\n县长白采薇参加会议。\n' >> in/砚川报2021-03-04.txt
printf '## 消息\n\n县委书记黄若松讲话。\n' > in/砚川报2021-04-16.txt
mv in/砚川报2021-04-15.txt elsewhere.txt
run "$RENMAI" status in
ok "changes are no failure" status 0
counts() { [ "$(grep -E "^(new|changed|gone) " out | tr -s ' \n' ' ')" = "new $1 changed $2 gone $3 " ] || { cat out; false; }; }
ok "each is counted" counts 1 1 1
ok "a new issue is named" grep -qxF "  砚川报2021-04-16.txt" out
ok "and one that is gone" grep -qxF "  砚川报2021-04-15.txt" out
ok "and what to do is said" out "\`renmai build\` brings it up to date"
run "$RENMAI" status
ok "the paths are known from the build" counts 1 1 1
"$RENMAI" build > said
run "$RENMAI" status
ok "which then is up to date" out "the build is up to date"
ok "and counts nothing" counts 0 0 0

mkdir -p mine/words
"$RENMAI" build -g mine > said
printf 'entity\nperson:黄若松\n' > mine/ignore.tsv
run "$RENMAI" status
ok "a decision is told" out "decisions have changed"
ok "and needs no reading" not out "will be read again"
printf 'word\tclass\tcanon\tattributes\n气象站\torg-suffix\n' > mine/words/mine.tsv
run "$RENMAI" status
ok "words are" out "words have changed: 0 more issues will be read again"
printf '会议召开\torg\n' >> mine/words/mine.tsv
run "$RENMAI" status
ok "with the issues that print them" out "words have changed: 1 more issue will be read again"
mkdir mine/rules
printf 'printed\tusual\texcept\n' > mine/rules/usual.tsv
run "$RENMAI" status
ok "rules are, which mean all issues" out "all issues will be read again"

run "$RENMAI" check
ok "what was built is whole" status 0
ok "and says how much it is" out "output/renmai.db is whole: 2 issues, 3 articles"
"$PYTHON" -c '
import sqlite3
with sqlite3.connect("output/renmai.db") as db:
    db.execute("UPDATE entity SET mentions = 7 WHERE name = ?", ("黄若松",))'
run "$RENMAI" check
ok "wrong sums are a failure" status 1
ok "which tells what is wrong" out "person:黄若松 is said to have 7 mentions"
ok "and how it is repaired" err "\`renmai build --anew\` makes it again"
"$PYTHON" -c '
import sqlite3
with sqlite3.connect("output/renmai.db") as db:
    db.execute("UPDATE entity SET mentions = 1 WHERE name = ?", ("黄若松",))
    db.execute("UPDATE article_sums SET names = names + 1 WHERE article = 1")
    db.execute("UPDATE issue_sums SET mentions = mentions + 1 WHERE issue = 2")'
run "$RENMAI" check
ok "so are those of an article" out "the sums of article 0 of"
ok "and of an issue" out "are not those of its articles"
rm -rf mine/*
"$RENMAI" build --anew > said
run "$RENMAI" check
ok "and then it is whole" status 0
# A page in the middle of the file that the disk has lost.
dd if=/dev/zero of=output/renmai.db bs=4096 seek=3 count=2 conv=notrunc 2> said
run "$RENMAI" check
ok "a damaged file is a failure" status 1
ok "with one line of advice" err "renmai build --anew"
rm -rf output
run "$RENMAI" check
ok "nothing to check is a failure" status 1
done_testing
