#!/bin/sh
# renmai explain: why each name and post was found.
set -u
. tests/cli/tap.inc
make_issues "$dir/in"
issue=$dir/in/砚川报2021-03-04.txt

# block HEAD: the lines about the first name or post that is printed so.
block() { awk -v head="  $1  " 'on && $0 == "" { exit } index($0, head) == 1 { on = 1 } on' "$dir/out"; }
has() { block "$1" | grep -qE -e "$2" || { echo "not about $1: $2"; block "$1"; cat "$dir/err"; false; }; }

run "$RENMAI" explain "$issue"
ok "an issue is explained" status 0
ok "without a word on standard error" err_lines 0
ok "a paragraph has its line" grep -qF "$issue:3" "$dir/out"
ok "its words have their classes" out '县/relative 委/organ 书记/title 黄若松/person 出席会议/attend'
ok "a name has its rule, with file and line" has 'person 黄若松' 'rule +person\.[a-z]+ \(.*rules/50-person\.tsv:[0-9]+\)'
ok "and what the rule needed to see before it" has 'person 田小禾' 'evidence  记者 【田小禾】'
ok "or behind it" has 'person 黄若松' 'evidence  【黄若松】出席会议'
ok "and where it was learned" has 'person 黄若松' 'learned   黄若松/person from line 3'
ok "and its price" has 'person 黄若松' 'price     -?[0-9]+\.[0-9]'
ok "and its entity and role" grep -qE '^  person 黄若松  person:黄若松.*, official$' "$dir/out"
ok "and what it beat, which is not itself" has 'person 白采薇' 'beat      [0-9.]+  .*采'
ok "a post has its rule" has 'position 县委书记' 'rule +position\.[a-z]+ '
ok "and its evidence" has 'position 县委书记' 'evidence  县委书记【黄若松】'
ok "no colour where it is no terminal" not grep -q "$(printf '\033')" "$dir/out"
awk '$1 == "won" { won = $2 } $1 == "beat" && $2 + 0 <= won + 0 { bad = 1; print } END { exit bad }' "$dir/out"
ok "nothing beats a cheaper reading" [ $? = 0 ]
run env LC_ALL=C "$RENMAI" explain "$issue"
ok "the locale changes nothing" has 'person 田小禾' 'evidence  记者 【田小禾】'

run "$RENMAI" explain "$issue:5"
ok "a line can be named" status 0
ok "it is explained" out "$issue:5"
ok "and nothing else" [ "$(grep -cF "$issue:" "$dir/out")" = 1 ]
ok "what an earlier line taught is said" has 'person 黄若松' 'learned   黄若松/person from line 3'
run "$RENMAI" explain "$issue:2"
ok "an empty line is a failure" status 1
ok "which is told" err "line 2"
cp "$issue" "$dir/a:5"
run "$RENMAI" explain "$dir/a:5"
ok "a file may have a colon in its name" out "$dir/a:5:1"

run "$RENMAI" explain --home 四川省泸州市泸县 "$issue"
ok "--home is taken" out "home 四川省泸州市泸县"
ok "and decides what relative bodies are" grep -qF 'org:泸县' "$dir/out"
run "$RENMAI" explain --home 无此地 "$issue"
ok "an unknown home region is misuse" status 2
run "$RENMAI" explain - < "$issue"
ok "- is standard input" out "-:3"
mkdir -p "$dir/mine/words"
printf 'word\tclass\tcanon\tattributes\n春耕工作会议\torg\n' > "$dir/mine/words/mine.tsv"
run "$RENMAI" explain -g "$dir/mine" "$issue"
ok "-g lays a gazetteer over the shipped one" out "春耕工作会议/org"
run "$RENMAI" explain "$dir/nothing"
ok "a file that is not there is a failure" status 1
ok "and is named" err "$dir/nothing"
run "$RENMAI" explain
ok "a file must be named" status 2
done_testing
