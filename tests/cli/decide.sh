#!/bin/sh
# renmai decide: the user's word on who is who, and that later builds keep it.
set -u
. tests/cli/tap.inc
cp -R "$root/seeds/gazetteer" "$dir/places"
cd "$dir" || exit 1

# Two issues first, then two more: 李彤 is a head of a bureau here, a doctor there, and in the end a head of a bureau there.
mkdir -p part all
cat > part/砚川日报2021-01-05.txt <<'TEXT'
## 全区教育工作会议召开

本报讯 1月4日，砚川区教育工作会议召开。区教育局局长李彤作报告，区长赵明出席会议并讲话。

## 石桥村修通产业路

本报讯 1月3日，石鼓坪镇石桥村修通产业路。石桥村党支部书记王岚主持仪式，副区长田小禾出席并讲话。

## 橘子节开幕

本报讯 1月2日，砚川橘子节开幕。石桥柑橘专业合作社理事长王岚介绍情况，副区长田晓禾致辞。
TEXT
cat > part/恒山报2021-02-06.txt <<'TEXT'
## 县人民医院义诊

恒山报讯 2月5日，恒山县人民医院到凤集镇义诊。恒山县人民医院医生李彤为村民看病，县长钟远到场看望。

## 春灌开始

恒山报讯 2月4日，恒山县春灌开始。县水利局局长孟长河到凤集镇检查，县长钟远参加。
TEXT
cp part/* all
cat > all/砚川日报2021-03-07.txt <<'TEXT'
## 少年书法展开展

本报讯 3月5日，少年书法展在砚川区文化馆开展。赵明的一幅小楷获得金奖，副区长田晓禾颁奖。
TEXT
cat > all/恒山报2021-04-08.txt <<'TEXT'
## 我县召开教育大会

恒山报讯 4月7日，恒山县教育大会召开。县教育局局长李彤作报告，县长钟远出席会议，县水利局局长孟长河参加。
TEXT

build() { o=$1; in=$2; shift 2; "$RENMAI" build -o "$o" -g places "$@" $in > log 2> log.err || { cat log log.err; false; }; }
decide() { run "$RENMAI" decide -o "$@"; }
cat > entity.py <<'PYTHON'
"""entity.py OUTPUT KEY [MENTIONS]: it is mentioned so often; without MENTIONS not at all."""
import sqlite3, sys
output, key, *want = sys.argv[1:]
db = sqlite3.connect(output + "/renmai.db")
row = db.execute("select mentions from entity where key = ? and mentions > 0", (key,)).fetchone()
others = db.execute("select key, mentions from entity where mentions > 0").fetchall()
assert row == ((int(want[0]),) if want else None), (row, others)
PYTHON
entity() { $PYTHON entity.py "$@"; }
# who OUTPUT ID NAME: an id is an answer, and this is what it is called.
who() { "$RENMAI" who -o "$1" "$2" | head -n 1 | grep -q "^$3 "; }

build part-plain part
build all-plain all
ok "before: two heads" entity part-plain person:李彤@砚川区 1
ok "before: a villager who runs a firm" entity part-plain person:王岚@砚川区 2
ok "before: the child is the mayor" entity all-plain person:赵明@砚川区 2

# ---- same: two of one name, two names
decide part-plain -g same same person:田小禾@砚川区 person:田晓禾@砚川区
ok "same" status 0
ok "says where it is written" out "same/same.tsv:"
ok "and what to do next" out "renmai build -g same"
build part-same part -g same
ok "is kept: one of two names" entity part-same person:田小禾@砚川区 2
ok "and not the other" entity part-same person:田晓禾@砚川区
ok "both ids are answered" who part-same person:田晓禾@砚川区 田小禾
ok "and so is the other name" who part-same 田晓禾 田小禾
build all-same all -g same
ok "where the input grows, too" entity all-same person:田小禾@砚川区 3
ok "and nobody else joins" entity all-same person:田晓禾@砚川区
build one-same part/恒山报2021-02-06.txt -g same
ok "and where it shrinks to nothing of both" entity one-same person:钟远@恒山县 2
build one-same all/砚川日报2021-03-07.txt -g same
ok "or to the second one alone" entity one-same person:田小禾@砚川区 1
build written all -g all-same/gazetteer
ok "the tables that the build wrote keep it" entity written person:田小禾@砚川区 3
decide part-plain -g doctor same person:李彤@砚川区 person:李彤@恒山县
ok "same of two regions" status 0
build part-doctor part -g doctor
ok "is kept" entity part-doctor person:李彤@砚川区 2
build all-doctor all -g doctor
ok "where the input grows, it is still the doctor who is the same, not the new head" entity all-doctor person:李彤@恒山县 1
decide part-plain -g walk same person:李彤@砚川区 person:李彤@恒山县·医院
ok "same by region and walk of life" status 0
build all-walk all -g walk
ok "is kept where the input grows: the doctor" entity all-walk person:李彤@砚川区 2
ok "and the new head is somebody else" entity all-walk person:李彤@恒山县 1

# ---- different: by walk of life, by article
decide part-plain -g apart different person:王岚@砚川区·村居 person:王岚@砚川区·企业
ok "different by region and walk of life" status 0
build part-apart part -g apart
ok "is kept: the villager" entity part-apart person:王岚@砚川区·村居 1
ok "and the one of the firm" entity part-apart person:王岚@砚川区·企业 1
build all-apart all -g apart
ok "where the input grows, too" entity all-apart person:王岚@砚川区·企业 1
build written all -g all-apart/gazetteer
ok "the tables that the build wrote keep it" entity written person:王岚@砚川区·企业 1
decide all-plain -g article different person:赵明@砚川区 "person:赵明@砚川日报2021-03-07.txt#0"
ok "different by article" status 0
build all-article all -g article
ok "is kept: the mayor" entity all-article person:赵明@砚川区 1
ok "and the child" entity all-article "person:赵明@砚川日报2021-03-07.txt#0" 1
build part-article part -g article
ok "where the input shrinks, nothing is wrong" entity part-article person:赵明@砚川区 1
build written all -g all-article/gazetteer
ok "the tables that the build wrote keep it" entity written person:赵明@砚川区 1
decide all-plain -g ids different person:李彤@砚川区 person:李彤@恒山县
ok "different by ids" status 0
build all-ids all -g ids
ok "is kept" entity all-ids person:李彤@砚川区 1

# ---- ignore and name
decide part-plain -g none ignore 孟长河
ok "ignore" status 0
ok "before: in the network" grep -q ">孟长河<" part-plain/network.graphml
build part-none part -g none
ok "is kept" entity part-none person:孟长河@恒山县
ok "in the network, too" not grep -q ">孟长河<" part-none/network.graphml
build all-none all -g none
ok "where the input grows, too" entity all-none person:孟长河@恒山县
build written all -g all-none/gazetteer
ok "the tables that the build wrote keep it" entity written person:孟长河@恒山县
decide part-plain -g called name 钟远 钟致远
ok "name" status 0
build part-called part -g called
ok "is kept" who part-called person:钟致远@恒山县 钟致远
ok "the old name is answered" who part-called 钟远 钟致远
ok "and the old id" who part-called person:钟远@恒山县 钟致远
build all-called all -g called
ok "where the input grows, too" entity all-called person:钟致远@恒山县 3
build written all -g all-called/gazetteer
ok "the tables that the build wrote keep it" entity written person:钟致远@恒山县 3
decide part-plain -g body same org:恒山县水利局 org:恒山县人民医院
build part-body part -g body
ok "bodies can be the same as well" entity part-body org:恒山县人民医院
ok "and go by the first one" who part-body org:恒山县人民医院 恒山县水利局
decide part-plain -g again name 钟远 钟近
decide part-plain -g again name 钟远 钟致远
ok "who is called otherwise a second time" status 0
ok "is called so" grep -q "^person:钟远@恒山县	钟致远" again/names.tsv
ok "and no longer by the first name" not grep -q 钟近 again/names.tsv

# Somebody who moved is one, and two again by a body of each.
cp -R all moved
cat > moved/恒山报2022-01-03.txt <<'TEXT'
## 县长调研

恒山报讯 1月2日，恒山县副县长魏长空到凤集镇调研。
TEXT
cat > moved/砚川日报2021-12-02.txt <<'TEXT'
## 人事任免

本报讯 12月1日，砚川区人大常委会免去魏长空的区水利局局长职务，魏长空调任恒山县副县长。
TEXT
build moved-plain moved
ok "one who moved" who moved-plain 魏长空 魏长空
decide moved-plain -g halves different person:魏长空@砚川区水利局 person:魏长空@恒山县政府
ok "is two by bodies" status 0
decide moved-plain -g ids different person:魏长空@砚川区 person:魏长空@恒山县
ok "and by places" status 0
ok "as they were typed" grep -q "^person:魏长空@砚川区	person:魏长空@恒山县	" ids/different.tsv
decide moved-plain -g none-such different 魏长空 person:魏长空@砚川日报2021-12-02.txt#7
ok "an article that is none is refused" status 1
ok "and nothing is written" [ ! -e none-such ]

# ---- contradictions
decide part-plain -g mine same person:田小禾@砚川区 person:田晓禾@砚川区
decide part-plain -g mine name 钟远 钟致远
cp -R mine before
decide part-plain -g mine different person:田晓禾@砚川区 person:田小禾@砚川区
ok "a contradiction is refused" status 1
ok "with its own line" err mine/different.tsv:3
ok "and the other one" err mine/same.tsv:3
ok "and nothing is changed" diff -r mine before
decide part-plain -g mine ignore person:田晓禾@砚川区
ok "so is ignoring one that is the same as another" status 1
ok "with that line" err mine/same.tsv:3
decide part-plain -g mine same 钟远 person:钟远@恒山县
ok "and one that is the same as itself" status 1
ok "and nothing is changed" diff -r mine before
mkdir -p first other
build two part -g first -g other
decide two -g first same person:田小禾@砚川区 person:田晓禾@砚川区
decide two different person:田晓禾@砚川区 person:田小禾@砚川区
ok "so is a contradiction to another folder of the build" status 1
ok "with that line" err first/same.tsv:3
ok "and nothing is written" [ ! -e other/different.tsv ]

printf 'a\tb\tnote\nperson:田晓禾@砚川区\tperson:田小禾@砚川区\t\n' > mine/different.tsv
cp -R part-same old
run "$RENMAI" build -o part-same -g places -g mine part
ok "by hand, it stops the build" status 1
ok "told in one line" err_lines 1
ok "with the one" err mine/different.tsv:2
ok "and the other" err mine/same.tsv:3
ok "and the old output stays whole" diff -r part-same old
printf 'a\tb\tnote\nperson:赵明@砚川区·党政\tperson:赵明@砚川区政府\t\n' > mine/different.tsv
run "$RENMAI" build -o cannot -g places -g mine part
ok "a difference that parts nothing is told" out "mine/different.tsv:2"
ok "and the rest is built" status 0

# ---- names
decide part-plain -g new ignore 钟元
ok "an unknown name is a failure" status 1
ok "and the nearest is named" err 钟远
decide part-plain -g new same 钟远 钟元
ok "the second, too" status 1
decide part-plain -g new ignore 李彤
ok "an ambiguous name is a failure" status 1
ok "and the ids are listed" out person:李彤@砚川区
ok "both" out person:李彤@恒山县
decide part-plain -g new ignore person:钟元@恒山县
ok "so is an id of nobody" status 1
ok "and nothing is written" [ ! -e new/ignore.tsv ]
node=$($PYTHON -c 'import sqlite3; print(sqlite3.connect("part-plain/renmai.db").execute("select node from entity where name = ?", ("钟远",)).fetchone()[0])')
decide part-plain -g new ignore "$node"
ok "an id of the graph is a name" grep -q '^person:钟远@恒山县	' new/ignore.tsv

# ---- where it is written
mkdir last
build two part -g new -g last
decide two --note "看过	两遍
确认" name 赵明 赵一明
ok "without -g it is written to the last one of the build" out last/names.tsv:
ok "with the note in one cell" grep -q '	看过 两遍 确认$' last/names.tsv
build two part -g last
ok "and read again" who two person:赵一明@砚川区 赵一明
printf 'entity\tname\talias\tkind\tnote\nperson:赵明@砚川区\t赵一明' > last/names.tsv
decide two -g last name 田小禾 田大禾
ok "a last line without an end is no trouble" [ "$(wc -l < last/names.tsv)" = 3 ]
"$RENMAI" build -o without part > log
decide without ignore 钟远
ok "where the build had none, it is misuse" status 2
ok "and says what to do" err "-g mine"
decide part-plain -g /proc/none ignore 钟远
ok "a folder that cannot be made is a failure" status 1
ok "told with its name" err /proc/none
ok "in one line" err_lines 1
decide part-plain -g /proc ignore 钟远
ok "so is one that cannot be written to" status 1
ok "told with its name" err "'/proc/ignore.tsv'"
ok "in one line" err_lines 1
decide nowhere -g none ignore 钟远
ok "so is a build that is not there" err nowhere/renmai.db

# ---- a body to be looked for whose name begins like a place
mkdir -p wished tea
printf 'entity\tname\talias\tkind\n\t白沙茶会\t茶会\torg\n' > wished/names.tsv
printf '%s\n' '白沙茶会在白沙镇举行，区供销社主任高山介绍了茶会。' > tea/江津日报2021-03-01.txt
"$RENMAI" build -o tea-out -g wished tea > log
ok "keeps its name" entity tea-out org:白沙茶会 2

# ---- misuse
for words in "maybe 钟远" "ignore 钟远 赵明" "same 钟远" "name 钟远" "ignore" ""; do
    decide part-plain -g none $words
    ok "'$words' is misuse" status 2
done
cd "$root" || exit 1
done_testing
