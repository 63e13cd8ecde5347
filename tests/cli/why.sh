#!/bin/sh
# renmai why: what ties two names.
set -u
. tests/cli/tap.inc
archive=$root/tests/gold/archive
places=$root/seeds/gazetteer
cd "$dir" || exit 1
run "$RENMAI" why 唐怀瑾 砚川区委
ok "without a build it fails" status 1
ok "and says what to do" err "renmai build"
"$RENMAI" build -g "$places" "$archive/砚川日报" "$archive/恒山报" > log

run "$RENMAI" why 唐怀瑾 砚川区委
ok "why answers" status 0
ok "with the one" grep -q '^唐怀瑾  person' out
ok "and the other" grep -q '^砚川区委  organisation' out
ok "the post between them" out "唐怀瑾 is 书记 of 砚川区委 in 7 articles, first in 2023-01-12.txt (position.before)"
cp out plain
articles() { grep -Eo '^[0-9]{4}-[0-9]{2}-[0-9]{2}  [^ ]*' out; }
cat > shared.py <<'PYTHON'
"""shared.py OUTPUT A B: the articles in which both stand, by date."""
import sqlite3, sys
output, a, b = sys.argv[1:]
for date, doc in sqlite3.connect(output + "/renmai.db").execute(
        "select a.date, i.doc || '#' || a.n from article a join issue i on i.id = a.issue where "
        + " and ".join("a.id in (select article from mention m join entity e on e.id = m.entity where e.name = ?"
                       " and m.role is not 'reporter')" for _ in "ab") + " order by a.date, i.doc, a.n", (a, b)):
    print(date, doc, sep="  ")
PYTHON
articles > listed
$PYTHON shared.py output 唐怀瑾 砚川区委 > shared
ok "every article that they share, by date" cmp listed shared
ok "which are several" [ "$(wc -l < shared)" = 8 ]
ok "with its headline" out "2023-03-16.txt#0  恒山县党政代表团来我区考察"
ok "every sentence of either" [ "$(sed -n '/^2023-01-12/,/^$/p' out | grep -c '【')" = 5 ]
ok "with the names marked" out '【区委】书记【唐怀瑾】出席会议并讲话'
ok "and the rules named" out 'seen by org.anchored, person.title; both in this sentence'
ok "a sentence of one only says no more" grep -qx '      seen by org.known' out
run env LC_ALL=C "$RENMAI" why 唐怀瑾 砚川区委
ok "the locale changes nothing" cmp out plain
run "$RENMAI" why 砚川区委 唐怀瑾
articles > listed
ok "the other way round: the same articles" cmp listed shared
ok "and the same post" out "唐怀瑾 is 书记 of 砚川区委 in 7 articles"
run "$RENMAI" why 李清扬 锦澜纺织
ok "a surname with a title is shown" out '【李副区长】也盛了一碗'
ok "and told from a name" out 'seen by reference.title'
ok "the short name is an answer for the firm" grep -q '^澜江锦澜纺织科技有限公司  company' out
ok "no post is made up" not grep -q ' is ' out
run "$RENMAI" why person:陈岚@砚川区 袁野萍
ok "two persons, one of two namesakes" status 0
ok "have no post between them" not grep -q ' is ' out
ok "an id is a name" out '区教育局副局长【袁野萍】介绍'
run "$RENMAI" why 唐怀瑾 卞石生
ok "who shares no article" status 0
ok "is told so" out "They share no article."
run "$RENMAI" why 唐怀瑾 柏青林
ok "nor does a reporter, whose byline is none" out "They share no article."

run "$RENMAI" why person:陈岚@砚川区
ok "one name alone" status 0
ok "shows how it is printed, and what an issue takes it for" grep -Eq '^陈岚 +person:陈岚@砚川区 +15 +7$' out
ok "and by which title" grep -Eq '^陈局长 +person:陈岚@砚川区 +1 +1$' out
run "$RENMAI" why 砚川区委
ok "a body has several forms" grep -Eq '^中共云江市砚川区委员会 +org:砚川区委 ' out

run "$RENMAI" why 陈岚 袁野萍
ok "an ambiguous name is a failure" status 1
ok "and the ids are listed" out person:陈岚@恒山县
run "$RENMAI" why 袁野萍 袁野平
ok "so is an unknown one" status 1
ok "and the nearest is named" err 袁野萍
run "$RENMAI" why
ok "no name is misuse" status 2
run "$RENMAI" why 陈岚 袁野萍 唐怀瑾
ok "so are three" status 2
cd "$root" || exit 1
done_testing
