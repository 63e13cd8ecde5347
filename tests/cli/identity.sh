#!/bin/sh
# Who is who does not depend on the order of the input, nor on what an earlier build has written down.
set -u
. tests/cli/tap.inc
archive=$root/tests/gold/archive
places=$root/seeds/gazetteer
cd "$dir" || exit 1

# build OUTPUT OPTION...: both papers.
build() { o=$1; shift; "$RENMAI" build -o "$o" -g "$places" "$@" "$archive/砚川日报" "$archive/恒山报"; }

tables="persons organisations companies places ignore different"
same() {
    for f in network.graphml network.gexf network.dot $(printf 'gazetteer/%s.tsv ' $tables); do
        cmp "$1/$f" "$2/$f" || return 1
    done
}
cat > entities.py <<'PYTHON'
import sqlite3, sys
rows = [set(sqlite3.connect(o + "/renmai.db").execute("select key, name, mentions from entity")) for o in sys.argv[1:]]
assert len(rows[0]) > 200, len(rows[0])
assert rows[0] == rows[1], rows[0] ^ rows[1]
PYTHON

build first > log
run "$RENMAI" build -o turned -g "$places" "$archive/恒山报" "$archive/砚川日报"
ok "the papers are built in another order" status 0
ok "to the same network and tables, byte for byte" same turned first
ok "and the same entities" $PYTHON entities.py turned first
"$RENMAI" build -o single -g "$places" $(find "$archive/恒山报" "$archive/砚川日报" -name '*.txt' | LC_ALL=C sort -r) > log
ok "file by file too" same single first
ok "with the same entities" $PYTHON entities.py single first

extract() { o=$1; shift; "$RENMAI" extract -g "$places" "$@" > "$o"; }
extract a "$archive/砚川日报"
extract b "$archive/恒山报"
extract both "$archive/砚川日报" "$archive/恒山报"
extract turned-both "$archive/恒山报" "$archive/砚川日报"
cat a b > a-b
cat b a > b-a
ok "an issue says the same by itself as beside another paper" cmp a-b both
ok "in either order" cmp b-a turned-both
ok "and it says something" [ "$(grep -c '"type":"person"' a)" -gt 100 ]
extract one "$archive/恒山报/2024-04-15.txt"
grep -F '"doc":"2024-04-15.txt"' both > one-of-both
ok "an issue alone says what it says among all" cmp one one-of-both

build second -g first/gazetteer > log
ok "the tables of a build, laid over the next one, change nothing" same second first
build third -g second/gazetteer > log
ok "nor do those of the second one, laid over the third" same third first
build both-tables -g first/gazetteer -g second/gazetteer > log
ok "nor do both" same both-tables first
ok "the entities are the same" $PYTHON entities.py third first

cat > edit.py <<'PYTHON'
"""edit.py TABLE ENTITY COLUMN VALUE: changes a cell."""
import sys
table, entity, column, value = sys.argv[1:]
lines = open(table, encoding="utf-8").read().split("\n")
head = next(l for l in lines if not l.startswith("#")).split("\t")
rows = [i for i, l in enumerate(lines) if l.split("\t")[0] == entity]
assert len(rows) == 1, (entity, rows)
cells = lines[rows[0]].split("\t")
cells[head.index(column)] = value
lines[rows[0]] = "\t".join(cells)
open(table, "w", encoding="utf-8").write("\n".join(lines))
PYTHON
edit() { $PYTHON edit.py "mine/$1.tsv" "$2" "$3" "$4"; }
cat > entity.py <<'PYTHON'
"""entity.py OUTPUT KEY [NAME MENTIONS]: there is such an entity; with KEY alone there is none that is mentioned."""
import sqlite3, sys
output, key, *want = sys.argv[1:]
row = sqlite3.connect(output + "/renmai.db").execute(
    "select name, mentions from entity where key = ? and mentions > 0", (key,)).fetchone()
assert row == ((want[0], int(want[1])) if want else None), row
PYTHON
entity() { $PYTHON entity.py "$@"; }

# leads OUTPUT ID NAME: the id is answered, and this is what it is called.
leads() { "$RENMAI" who -o "$1" "$2" | head -n 1 | grep -q "^$3 "; }

cp -R first/gazetteer mine
ok "before: a name" entity first person:于禾@砚川区 于禾 2
ok "before: a kind" entity first company:云江农商行砚川支行 云江农商行砚川支行 1
ok "before: two names of which one may be the other" entity first person:仇守成@恒山县 仇守成 1
ok "before: something that is a person here" entity first person:黄葛树@砚川区 黄葛树 1
edit persons person:于禾@砚川区 name 于小禾
edit companies company:云江农商行砚川支行 kind org
edit persons person:万有田@砚川区 aliases person:仇守成@恒山县
edit persons person:黄葛树@砚川区 decision ignore
run build corrected -g mine
ok "corrected tables are laid over" status 0
build kept -g corrected/gazetteer > log
for o in corrected kept; do
    ok "$o: another name" entity $o person:于小禾@砚川区 于小禾 2
    ok "$o: the old id leads there" leads $o person:于禾@砚川区 于小禾
    ok "$o: another kind" entity $o org:云江农商行砚川支行 云江农商行砚川支行 1
    ok "$o: not the old one" entity $o company:云江农商行砚川支行
    ok "$o: two that are one" entity $o person:万有田@砚川区 万有田 2
    ok "$o: not two" entity $o person:仇守成@恒山县
    ok "$o: what is ignored is gone" entity $o person:黄葛树@砚川区
done
ok "the tables that were written keep all that was corrected" same kept corrected
build again -g kept/gazetteer > log
ok "and once more" same again corrected

rm -rf mine
cp -R first/gazetteer mine
printf '\t红袖章\torg\t\t\n' >> mine/organisations.tsv
ok "before: a name that nothing finds" entity first org:红袖章
build found -g mine > log
ok "a new row without an entity is looked for" entity found org:红袖章 红袖章 1
build found-again -g found/gazetteer > log
ok "and the tables that were written still look for it" entity found-again org:红袖章 红袖章 1
ok "and keep everything else" same found-again found

rm -rf mine
cp -R first/gazetteer mine
edit persons person:于禾@砚川区 kind persn
run build wrong -g mine
ok "a slip in a table is a failure" status 1
ok "told with the file" err mine/persons.tsv:
ok "and what was wrong" err persn
edit persons person:于禾@砚川区 kind person
edit persons person:于禾@砚川区 decision drop
run build wrong -g mine
ok "so is an unknown decision" err "drop"
ok "and nothing is written" [ ! -e wrong/network.dot ]
cd "$root" || exit 1
done_testing
