#!/bin/sh
# renmai build, again and again: only what has changed is read, the result is that of a build from nothing, and whatever
# interrupts it, the last whole state is there.
set -u
. tests/cli/tap.inc

exports="network.graphml network.gexf network.dot $(printf 'gazetteer/%s.tsv ' companies different ignore organisations persons places)"

# content BUILD: what its database says, without the numbers of rows.
content() {
    "$PYTHON" - "$1/renmai.db" << 'END'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
for question in (
    "SELECT doc, path, date, date_source, home, encoding, invalid_bytes, bytes, hash, sought, asked, words FROM issue ORDER BY id",
    "SELECT i.doc, a.n, a.title, a.date, a.doubtful, a.start, a.end, a.text FROM article a JOIN issue i ON i.id = a.issue ORDER BY a.id",
    "SELECT article, n, start, end FROM sentence ORDER BY article, n",
    "SELECT m.article, m.form, m.role, m.start, m.end, m.text, m.rule, l.key, e.key FROM mention m JOIN local l ON l.id = m.local"
    " LEFT JOIN entity e ON e.id = m.entity ORDER BY m.article, m.form, m.start, m.id",
    "SELECT p.article, p.title, p.post, p.org, p.tense, e.key, b.key FROM position p LEFT JOIN entity e ON e.id = p.entity"
    " LEFT JOIN entity b ON b.id = p.body ORDER BY p.article, p.id",
    "SELECT key, kind, name, role, mentions, articles, first_seen, last_seen, title FROM entity ORDER BY key",
    "SELECT i.key, e.key FROM identifier i JOIN entity e ON e.id = i.entity ORDER BY 1, 2",
    "SELECT d.kind, a.key, b.key, d.evidence FROM doubt d JOIN entity a ON a.id = d.a LEFT JOIN entity b ON b.id = d.b ORDER BY 1, 2, 3, 4",
    "SELECT a.key, b.key, l.articles, l.sentences FROM link l JOIN entity a ON a.id = l.a JOIN entity b ON b.id = l.b ORDER BY 1, 2",
    "SELECT key, value FROM meta ORDER BY key",
):
    for row in db.execute(question):
        print(row)
END
}

# as_new OPTION...: whether $dir/out is what a build from nothing makes.
as_new() {
    rm -rf fresh && "$RENMAI" build -o fresh "$@" > said 2>&1 || { cat said; return 1; }
    for f in $exports; do
        cmp "output/$f" "fresh/$f" || return 1
    done
    content output > a && content fresh > b && diff a b
}
# read_anew N: how many issues the last build has read.
read_anew() { grep -Eq "^of them read +$1( |\$)" out || { cat out; false; }; }

cp -R seeds "$dir/in"
mv "$dir/in/gazetteer" "$dir/places"
cp -R tests/gold/archive "$dir/archive"
cd "$dir" || exit 1
find archive -name '*.txt' -exec cp {} in/ \;
rm in/README.md
n=$(find in -name '*.txt' -o -name '*.md' | wc -l)

run "$RENMAI" build -g places in
ok "the first build reads all" status 0
ok "and counts them" grep -Eq "^issues +$n" out
ok "without a word of an earlier one" not out "of them read"
inode=$(stat -c %i output/renmai.db)
run "$RENMAI" build -g places in
ok "the second one" status 0
ok "reads nothing" read_anew 0
ok "says so" out "nothing has changed since the last build, and nothing was written"
ok "and writes nothing" [ "$(stat -c %i output/renmai.db)" = "$inode" ]

printf '## 鹤尾镇举行春茶节\n\n4月20日，鹤尾镇举行春茶节。县长白采薇出席并讲话，县文化馆馆长方知远主持。\n' > in/砚川报2021-04-20.txt
run "$RENMAI" build -g places in
ok "an issue more" status 0
ok "alone is read" read_anew 1
ok "and the result is that of a new build" as_new -g places in
printf '\n县委书记黄若松到会祝贺。\n' >> in/砚川报2021-04-20.txt
run "$RENMAI" build -g places in
ok "a changed one" status 0
ok "alone is read" read_anew 1
ok "what it was is gone" out "1 of the last build gone or changed"
ok "and the result is that of a new build" as_new -g places in
rm in/2025-02-14.md
run "$RENMAI" build -g places in
ok "without one" status 0
ok "nothing is read" read_anew 0
ok "but written" out "wrote output/renmai.db"
ok "and the result is that of a new build" as_new -g places in
mv in/20240619.txt in/20240620.txt
run "$RENMAI" build -g places in
ok "a file's name can be its date: one with another name is read" read_anew 1
ok "and the result is that of a new build" as_new -g places in
touch in/*
run "$RENMAI" build
ok "without a path the last build is repeated" status 0
ok "and a file's time is no change" read_anew 0
ok "so that nothing is written" out "nothing was written"

run "$RENMAI" build --quiet
ok "quiet, it says nothing" [ ! -s out ]
ok "at all" err_lines 0
printf '## 消息\n\n县长白采薇讲话。\n' > in/砚川报2021-04-21.txt
run "$RENMAI" build --verbose
ok "verbose, it says what it reads" grep -Eq '^read +砚川报2021-04-21.txt  2021-04-21, 1 articles$' out
ok "and what it takes over" grep -Eq '^as before +2024' out
run script -qec "'$RENMAI' build --anew" terminal
ok "on a terminal it says how far it is" grep -q " of $((n + 1))" terminal
run script -qec "'$RENMAI' build --anew --quiet" terminal
ok "but not when it is to be quiet" not grep -q " of " terminal

# Short names that one paper introduces are looked for in the others of its region.
mkdir firms
printf '## 企业动态\n\n砚川星轨智能科技有限公司（以下简称“星轨智能”）3月4日在江津区投产。\n' > firms/2021-03-04.txt
printf '## 又讯\n\n江津区区长钱小雨到星轨智能调研。星轨智能负责人介绍了情况。\n' > firms/2021-03-05.txt
rm -rf output
run "$RENMAI" build firms
ok "a short name is found where another issue introduces it" [ "$("$PYTHON" -c 'import sqlite3; print(sqlite3.connect("output/renmai.db").execute("SELECT count(*) FROM issue WHERE sought IS NOT NULL").fetchone()[0])')" = 1 ]
printf '## 消息\n\n3月6日，江津区召开大会。\n' > firms/2021-03-06.txt
run "$RENMAI" build firms
ok "and the issue is taken over as it was read then" read_anew 1
ok "and the result is that of a new build" as_new firms
mv firms/2021-03-04.txt kept.txt
run "$RENMAI" build firms
ok "where nothing introduces it any more, it is nothing" as_new firms
mv kept.txt firms/2021-03-04.txt
run "$RENMAI" build firms
ok "and comes back with the issue that does" as_new firms

# A reprint counts when what it is a reprint of is gone.
mkdir again
printf '## 江津区召开防汛会议\n\n6月1日，江津区召开防汛工作会议。区长钱小雨出席并讲话，要求各镇各部门压实责任、备足物资、加强值守、及时转移群众，确保安全度汛。区水利局局长孙志远汇报了准备情况，区应急管理局、区气象局负责人参加会议。\n' > again/2021-06-02.txt
sed 's/江津区召开防汛会议/江津区部署防汛/' again/2021-06-02.txt > again/2021-06-03.txt
rm -rf output
run "$RENMAI" build again
ok "a reprint is told" out "1 article is a reprint, not counted again"
printf '## 消息\n\n6月4日，江津区召开大会。\n' > again/2021-06-04.txt
run "$RENMAI" build again
ok "also where it is taken over" out "1 article is a reprint, not counted again"
ok "and the result is that of a new build" as_new again
mv again/2021-06-02.txt kept.txt
run "$RENMAI" build again
ok "without the first print nothing is read" read_anew 0
ok "and the reprint is none" as_new again
mv kept.txt again/2021-06-02.txt
run "$RENMAI" build again
ok "until it is there again" as_new again

# What the user says: decisions change the archive, words the reading.
rm -rf output
"$RENMAI" build firms > said
mkdir mine
run "$RENMAI" build -g mine firms
ok "an empty folder of the user's changes nothing" read_anew 0
printf 'entity\nperson:钱小雨@江津区\n' > mine/ignore.tsv
run "$RENMAI" build -g mine firms
ok "a decision is heeded" status 0
ok "without reading anything" read_anew 0
ok "and the result is that of a new build" as_new -g mine firms
ok "the person is gone" not "$RENMAI" who 钱小雨
rm mine/ignore.tsv
run "$RENMAI" build -g mine firms
ok "and taken back" read_anew 0
ok "the result is that of a new build" as_new -g mine firms
ok "the person is back" "$RENMAI" who 钱小雨
printf 'entity\tname\talias\tkind\n\t情况\t\torg\n' > mine/names.tsv
run "$RENMAI" build -g mine firms
ok "a name to be looked for is looked for where it is printed" read_anew 1
ok "and the result is that of a new build" as_new -g mine firms
mkdir -p mine/words mine/rules
printf 'word\tclass\tcanon\tattributes\n气象站\torg-suffix\n' > mine/words/mine.tsv
run "$RENMAI" build -g mine firms
ok "a word that no issue prints is no reason to read one" read_anew 0
ok "and the result is that of a new build" as_new -g mine firms
printf '企业动态\torg\n' >> mine/words/mine.tsv
run "$RENMAI" build -g mine firms
ok "one that an issue prints is read there" read_anew 1
ok "and the result is that of a new build" as_new -g mine firms
ok "where it counts" "$RENMAI" who 企业动态
printf '江津区政府\torg\t江津政务院\n' >> mine/words/mine.tsv
run "$RENMAI" build -g mine firms
ok "one that is nowhere printed, but made of what is (区长), is read there" read_anew 1
ok "and the result is that of a new build" as_new -g mine firms
ok "where it counts, too" "$RENMAI" who 江津政务院
rm mine/words/mine.tsv
run "$RENMAI" build -g mine firms
ok "words that are gone are no more" read_anew 2
ok "and the result is that of a new build" as_new -g mine firms
printf 'printed\tusual\texcept\n' > mine/rules/usual.tsv
run "$RENMAI" build -g mine firms
ok "with other rules all is read" out "of them read"
ok "and none is taken over" read_anew 3
run "$RENMAI" build -g mine --home 重庆市江津区 firms
ok "and with another home region" read_anew 3
ok "the result is that of a new build" as_new -g mine --home 重庆市江津区 firms
run "$RENMAI" build
ok "which is remembered" out "nothing was written"
run "$RENMAI" build --anew
ok "all can be read anew" grep -Eq '^issues +3' out
ok "whatever was read before" not out "of them read"
rm output/network.gexf
run "$RENMAI" build
ok "a file that is missing is written again" as_new -g mine --home 重庆市江津区 firms
run "$RENMAI" graph --top 2
run "$RENMAI" build
ok "and one that was replaced" as_new -g mine --home 重庆市江津区 firms
printf 'no database' > output/renmai.db
run "$RENMAI" build -g mine --home 重庆市江津区 firms
ok "a damaged database is built anew" as_new -g mine --home 重庆市江津区 firms
run "$RENMAI" build -o nothing
ok "there must be a build to repeat" status 2
ok "and the message says which is missing" err "'nothing' holds no build"

# One writer at a time.
flock output sleep 3 &
sleep 1
run "$RENMAI" build
ok "a second writer is refused" status 1
ok "and told who writes" err "process $! is writing to 'output'"
ok "and what to do" err "--wait"
ok "questions are answered meanwhile" "$RENMAI" who 钱小雨
run "$RENMAI" build --wait
ok "or waits" status 0
wait

# Whatever ends a build: the database that is there is a whole one, and the next build is as from nothing.
rm -rf output
"$RENMAI" build firms > said 2>&1
whole() { "$PYTHON" -c '
import sqlite3, sys
db = sqlite3.connect("file:output/renmai.db?mode=ro", uri=True)
assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
assert db.execute("SELECT count(*) FROM issue").fetchone()[0] in (3, 4)
assert db.execute("SELECT count(*) FROM entity WHERE name = ?", ("钱小雨",)).fetchone()[0] == 1'; }
killed=0 broken=0 ended=0
while [ $killed -lt 50 ]; do
    printf '## 消息\n\n3月7日，江津区召开第%d次大会，区长钱小雨讲话。\n' $killed > firms/2021-03-07.txt
    "$RENMAI" build firms > said 2>&1 &
    victim=$!
    # from the first moment to about the last
    sleep "$("$PYTHON" -c "print($killed / 50 * 0.6)")"
    kill -9 $victim 2> kill.said || ended=$((ended + 1))
    wait $victim 2> kill.said
    whole > said 2>&1 || { broken=$((broken + 1)); cat said; }
    killed=$((killed + 1))
done
ok "50 builds were killed" [ $killed = 50 ]
ok "some of them in time" [ $ended -lt 50 ]
ok "and each left a whole database" [ $broken = 0 ]
run "$RENMAI" build firms
ok "the next build" status 0
ok "is as from nothing" as_new firms
ok "and takes away what the killed ones left" [ -z "$(find output -name '.renmai-*')" ]

# A full disk: no file may have more than 20 KB, then 60 KB.
cp -R output before
printf '## 消息\n\n3月8日，江津区召开大会，区长钱小雨讲话。\n' > firms/2021-03-08.txt
for blocks in 40 120; do
    run sh -c "trap '' XFSZ; ulimit -f $blocks; exec '$RENMAI' build firms"
    ok "a file that cannot become longer than $blocks blocks is told" eval 'status 1 && err "renmai: "'
    ok "and the last build stays as it was" diff -rq output before
done
run "$RENMAI" build firms
ok "when there is room again, the next build" status 0
ok "is as from nothing" as_new firms
done_testing
