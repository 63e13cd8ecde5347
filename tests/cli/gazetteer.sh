#!/bin/sh
# renmai gazetteer check: rules that do not do what they say, slips in tables, and what each part is worth.
set -u
. tests/cli/tap.inc
RENMAI_GAZETTEER=${RENMAI_GAZETTEER:-$PWD/gazetteer}
export RENMAI_GAZETTEER

run "$RENMAI" gazetteer check
ok "the shipped gazetteer is right" status 0
ok "and said to be" out "nothing wrong"
run "$RENMAI" gazetteer check -g seeds/gazetteer
ok "so is the sample one over it" status 0

mkdir -p "$dir/right/words" "$dir/right/places"
printf 'word\tclass\tcanon\tattributes\n砚协\torg\t砚山协会\n砚山协会\torg\n' > "$dir/right/words/a.tsv"
printf 'name\tshort\tparent\tlevel\n砚川县\t\t四川省\tcounty\n' > "$dir/right/places/a.tsv"
run "$RENMAI" gazetteer check -g "$dir/right"
ok "a right folder is right" status 0

# Without most of its words and places it is quick.
cp -R "$RENMAI_GAZETTEER" "$dir/small"
(cd "$dir/small" && mkdir kept && cd words &&
    mv functions.tsv kin.tsv nations-regions.tsv organs.tsv titles.tsv verbs-speech.tsv ../kept &&
    cd .. && rm -r words places/[!p]* && mv kept words)
export RENMAI_GAZETTEER="$dir/small"

# wrong FILE ROW MESSAGE: a user's folder with that row is told with file and line.
wrong() {
    rm -rf "$dir/mine"
    mkdir -p "$(dirname "$dir/mine/$1")"
    case $1 in
    words/*) head='word	class	canon	attributes' ;;
    places/*) head='name	short	parent	level' ;;
    names/people.tsv) head='name	canon' ;;
    rules/layout.tsv) head='kind	pattern	example	counter-example	comment' ;;
    rules/*) head='rule	pattern	example	counter' ;;
    esac
    printf '%s\n%b\n' "$head" "$2" > "$dir/mine/$1"
    run "$RENMAI" gazetteer check -g "$dir/mine"
    ok "$1: $3: is a failure" status 1
    ok "$1: $3: is told with file and line" grep -qF "$dir/mine/$1:" "$dir/out"
    ok "$1: $3" out "$3"
}
wrong words/a.tsv '砚山协会\torgg' "2: unknown class 'orgg'"
wrong words/a.tsv '砚山协会\torg\n砚山协会\torg' "3: '砚山协会' as org stands in $dir/mine/words/a.tsv:2 already"
wrong words/a.tsv '砚协\torg\t砚山协会' "2: '砚协' stands for '砚山协会', which no table of words holds"
wrong words/a.tsv '砚长\ttitle\t\trole=officer' "2: attribute 'role' cannot be 'officer'"
wrong words/a.tsv '砚长\ttitle\t\trol=other' "2: unknown attribute 'rol'"
wrong words/a.tsv '砚长\ttitle\t\tother' "2: attribute 'other' has no value"
wrong words/a.tsv '砚长\ttitle\t\tlevel=region' "2: attribute 'level' cannot be 'region'"
wrong words/a.tsv '砚长\ttitle\t\trole=other\t多余' "2: 5 cells, but only 4 columns are named"
wrong places/a.tsv '砚川县\t\t无此省\tcounty' "2: '砚川县' lies in '无此省', which no table of places holds"
wrong places/a.tsv '砚川县\t\t\tcounty' "2: '砚川县' lies in ''"
wrong places/a.tsv '砚川县\t\t四川省\tcountry-side' "2: unknown level 'country-side'"
wrong names/people.tsv '砚公\t砚大公' "2: '砚公' stands for '砚大公'"
wrong rules/50-person.tsv 'person.mine\t(?<person> <name>) (?=<stop>)\t来的是赵一鸣。 → 钱小雨' \
    "2: rule 'person.mine' sees '赵一鸣' in its example '来的是赵一鸣。', not '钱小雨'"
wrong rules/50-person.tsv 'person.mine\t(?<person> <nme>)\t赵一鸣' "2: '<nme>' is neither a class nor a group"
wrong rules/layout.tsv 'lead\t^砚川讯\t云岭讯' "2: does not match its example '云岭讯'"
wrong words/a.tsv '砚长\ttitel\n砚官\ttitel' "3: unknown class 'titel'"
run "$RENMAI" gazetteer check -g "$dir/mine"
ok "all slips are told, not only the first" [ "$(grep -c 'a\.tsv:[23]: unknown class' "$dir/out")" -ge 2 ]

# A name that nothing but one table knows, and a post.
mkdir "$dir/gold"
printf '县委书记黄若松强调安全。砚协开会。\n' > "$dir/gold/a.txt"
cat > "$dir/gold/a.json" <<'JSON'
{"doc": "a.txt", "articles": [{"article": 0, "start": 0, "head": "县委书记黄若松强调安全",
  "positions": [{"person": "黄若松", "title": "县委书记", "org": "县委"}]}],
 "mentions": [{"article": 0, "type": "person", "start": 4, "end": 7, "text": "黄若松", "role": "official"},
  {"article": 0, "type": "title", "start": 0, "end": 4, "text": "县委书记"},
  {"article": 0, "type": "org", "start": 12, "end": 14, "text": "砚协", "entity": "砚山协会"}]}
JSON
run "$RENMAI" gazetteer check -g "$dir/right" --ablate "$dir/gold/a.json"
ok "parts are left out one by one" status 0
ok "beside what all have together" grep -Eq '^\(nothing: F1\) +[0-9.]+ +100\.00 .* 100\.00$' "$dir/out"
ok "the table that holds a name is worth it" grep -Eq "right/words/a\.tsv +- +-[0-9.]+ " "$dir/out"
ok "the rule that sees the post is worth it" grep -Eq '^position\.before .* -100\.00$' "$dir/out"
ok "what changes nothing is worth nothing" grep -Eq '^words/kin\.tsv +- +- +- +- +-$' "$dir/out"
ok "what the rest cannot do without is needed" grep -Eq '^places/provinces\.tsv +needed +needed' "$dir/out"
run "$RENMAI" gazetteer check --ablate
ok "--ablate without annotations is misuse" status 2
run "$RENMAI" gazetteer check "$dir/gold/a.json"
ok "so are annotations without --ablate" status 2
run "$RENMAI" gazetteer check -g "$dir/none"
ok "a folder that is not there is a failure" status 1
ok "and is named" err "$dir/none"
done_testing
