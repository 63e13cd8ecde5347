#!/bin/sh
# renmai gazetteer import: tables of places from a published list, of an invented province here.
set -u
. tests/cli/tap.inc

mkdir "$dir/list"
printf 'code,name\n91,"砚海省"\n92,"云江市"\n' > "$dir/list/provinces.csv"
printf 'code,name,provinceCode\n9101,"恒山市",91\n9102,"鹤山市",91\n9190,"省直辖县级行政区划",91\n9201,"市辖区",92\n' > "$dir/list/cities.csv"
cat > "$dir/list/areas.csv" <<'CSV'
code,name,cityCode,provinceCode
910101,"砚川县",9101,91
910102,"恒北土家族苗族自治县",9101,91
910200,"鹤山市",9102,91
919001,"云岭市",9190,91
920101,"澜川区",9201,92
CSV
cat > "$dir/list/streets.csv" <<'CSV'
code,name,areaCode,provinceCode,cityCode
910101001,"鹤尾镇",910101,91,9101
910101002,"松溪街道",910101,91,9101
910101003,"红星农场",910101,91,9101
910101004,"鹤尾镇",910101,91,9101
910101005,"高新区",910101,91,9101
910102001,"鹤尾镇",910102,91,9101
910102002,"云溪苗族乡",910102,91,9101
910200001,"东沟镇",910200,91,9102
919001001,"西沟镇",919001,91,9190
920101001,"南沟镇",920101,92,9201
CSV
import() { run "$RENMAI" gazetteer import --format divisions "$@"; }
row() { grep -qxF "$(printf "$1")" "$dir/mine/places/divisions-$2.tsv" || { cat "$dir/mine/places/divisions-$2.tsv"; false; }; }

import -o "$dir/mine" "$dir/list"
ok "a list is imported" status 0
ok "without a word on standard error" err_lines 0
ok "the towns are counted" out "towns           8"
ok "so is what is left out" out "left out        5"
ok "a province" row '砚海省\t砚海\t\tprovince\t91' provinces
ok "a city" row '恒山市\t恒山\t砚海省\tcity\t9101' cities
ok "a county" row '砚川县\t砚川\t砚海省恒山市\tcounty\t910101' counties
ok "an ethnic county has both short forms" row '恒北土家族苗族自治县\t恒北 恒北县\t砚海省恒山市\tcounty\t910102' counties
ok "a county of the province lies in the province" row '云岭市\t云岭\t砚海省\tcounty\t919001' counties
ok "a municipality's district lies in the municipality" row '澜川区\t澜川\t云江市\tcounty\t920101' counties
ok "a city that is its own county is listed once" not grep -q 鹤山市 "$dir/mine/places/divisions-counties.tsv"
ok "and its towns lie in it" row '东沟镇\t东沟\t砚海省鹤山市\ttown\t910200001' towns
ok "a town" row '鹤尾镇\t鹤尾\t砚海省恒山市砚川县\ttown\t910101001' towns
ok "another of the same name" row '鹤尾镇\t鹤尾\t砚海省恒山市恒北土家族苗族自治县\ttown\t910102001' towns
ok "a farm has no short form" row '红星农场\t-\t砚海省恒山市砚川县\ttown\t910101003' towns
ok "a town called as any other is left out" not grep -q '^高新区' "$dir/mine/places/divisions-towns.tsv"
ok "no row is no place" not grep -rq '市辖区\|省直辖' "$dir/mine"
ok "files can be read by others" [ "$(stat -c %a "$dir/mine/places/divisions-towns.tsv")" = "$(printf '%o' $((0666 & ~$(umask))))" ]

printf '松溪街道召开会议。恒北县云溪苗族乡开展活动。\n' > "$dir/issue.txt"
run "$RENMAI" extract -g "$dir/mine" --home 砚川县 "$dir/issue.txt"
ok "the tables can be used" out '"entity":"place:砚海省恒山市砚川县松溪街道"'
cp "$dir/out" "$dir/extracted"
ok "with their short forms" out '"entity":"place:砚海省恒山市恒北土家族苗族自治县"'
run "$RENMAI" gazetteer check -g "$dir/mine"
ok "and their form is right" not grep -q "divisions-" "$dir/out" "$dir/err"

cp -R "$dir/mine" "$dir/first"
run timeout 20 "$RENMAI" extract -g "$dir/mine" -g "$dir/first" --home 砚川县 "$dir/issue.txt"
ok "a list that repeats another changes nothing" cmp "$dir/out" "$dir/extracted"
import -o "$dir/mine" "$dir/list"
ok "a second import gives the same" diff -r "$dir/mine" "$dir/first"
cp "$dir/list/streets.csv" "$dir/streets"
printf '910199001,"北沟镇",910199,91,9101\n' >> "$dir/list/streets.csv"
import -o "$dir/mine" "$dir/list"
ok "a parent that is not there is a failure" status 1
ok "and is named with its file" err "streets.csv: no place above has the code '910199'"
ok "what was there stays" diff -r "$dir/mine" "$dir/first"
{ cat "$dir/streets"; printf '910101001,"北沟镇",910101,91,9101\n'; } > "$dir/list/streets.csv"
import -o "$dir/mine" "$dir/list"
ok "so is a code given twice" err "streets.csv: two rows have the code '910101001'"
{ cat "$dir/streets"; printf '910101009,"北沟镇\n'; } > "$dir/list/streets.csv"
import -o "$dir/mine" "$dir/list"
ok "so is a broken quote" err "streets.csv:12: a quote is not closed"
{ cat "$dir/streets"; printf '910101009,"北沟\t镇",910101,91,9101\n'; } > "$dir/list/streets.csv"
import -o "$dir/mine" "$dir/list"
ok "so is a tab in a name" status 1
sed 's/areaCode/area/' "$dir/streets" > "$dir/list/streets.csv"
import -o "$dir/mine" "$dir/list"
ok "so is a missing column" err "names no column 'areaCode'"
rm "$dir/list/streets.csv"
import -o "$dir/mine" "$dir/list"
ok "so is a missing file" err "streets.csv"
cp "$dir/streets" "$dir/list/streets.csv"
import -o /proc/none "$dir/list"
ok "so is a folder that cannot be made" status 1
ok "told in one line" err_lines 1

run "$RENMAI" gazetteer import --format atlas -o "$dir/mine" "$dir/list"
ok "another format is misuse" status 2
run "$RENMAI" gazetteer import -o "$dir/mine" "$dir/list"
ok "so is none" status 2
import "$dir/list"
ok "so is no folder to write to" status 2
import -o "$dir/mine"
ok "so is no list" status 2
ok "the usage is shown" err "usage: renmai gazetteer import"
run "$RENMAI" gazetteer nonsense
ok "so is another verb" status 2
run "$RENMAI" gazetteer
ok "so is no verb" status 2
run "$RENMAI" gazetteer --help
ok "the verbs are listed" out "gazetteer import"
run "$RENMAI" gazetteer import --help
ok "help shows how it is called" out "renmai gazetteer import [OPTION"
for option in $(grep -Eo -e '--[a-z]+' "$dir/out" | sort -u); do
    ok "the manual has $option" grep -q -e "$(printf %s "$option" | sed 's/-/\\\\-/g')" man/renmai.1
done
done_testing
