#!/bin/sh
# renmai path: how two names are connected.
set -u
. tests/cli/tap.inc
seeds=$root/seeds
cd "$dir" || exit 1
run "$RENMAI" path 祁大顺 滕刚
ok "without a build it fails" status 1
ok "and says what to do" err "renmai build"
"$RENMAI" build -g "$seeds/gazetteer" "$seeds" > log

run "$RENMAI" path 祁大顺 滕刚
ok "path answers" status 0
ok "with the one" grep -q '^祁大顺  person' out
ok "and the other" grep -q '^滕刚  person' out
ok "three paths" [ "$(grep -c '^[0-9]*\. ' out)" = 3 ]
ok "each as a chain" grep -qx '1\. 祁大顺 → 阮琴 → 滕刚' out
ok "with the articles and sentences of each step" \
    out "    祁大顺, 阮琴: together in 2 articles, no sentence, 2023-05-18 to 2024-11-06"
ok "an article that shows it" out "      2024-03-12  20240312.md#0  区十八届人大常委会举行第二十一次会议"
ok "and the names marked" out "        副区长【滕刚】,区监委、区法院、区检察院负责人列席会议。"
cp out plain
run "$RENMAI" path 祁大顺 滕刚
ok "the same question has the same answer" cmp out plain
run env LC_ALL=C "$RENMAI" path 祁大顺 滕刚
ok "the locale changes nothing" cmp out plain
run "$RENMAI" path 滕刚 祁大顺
sed -n 's/^[0-9]*\. \(.*\) → \(.*\) → \(.*\)/\3 → \2 → \1/p' out > back
sed -n 's/^[0-9]*\. //p' plain > there
ok "the other way round: the same paths" cmp there back
"$RENMAI" build -g "$seeds/gazetteer" -o second "$seeds" > log
run "$RENMAI" path -o second 祁大顺 滕刚
ok "another build, which -o names: the same answer" cmp out plain
cat > check.py <<'PYTHON'
"""check.py OUTPUT FILE: every step of the answer in FILE by the database of OUTPUT; prints how many there are."""
import re, sqlite3, sys
db = sqlite3.connect(sys.argv[1] + "/renmai.db")
places = lambda column, name: set(db.execute(
    f"select distinct article{column} from mention m join entity e on e.id = m.entity"
    " where ? in (e.name, e.key) and m.form = 'name' and m.role is not 'reporter'", (name,)))
count = lambda text: 0 if text.startswith("no ") else int(text.split()[0])
n, chain, chains = 0, [], []
for line in open(sys.argv[2], encoding="utf-8"):
    line = line.rstrip("\n")
    if re.match(r"\d+\. ", line):
        chain = line.split(". ", 1)[1].split(" → ")
        chains.append(chain)
        steps = list(zip(chain, chain[1:]))
    step = re.match(r"    (\S+), (\S+): together in (.*? articles?), (.*? sentences?)", line)
    if step:
        n += 1
        a, b = step.group(1, 2)
        assert (a, b) == steps.pop(0), line
        assert count(step[3]) == len(places("", a) & places("", b)), line
        assert count(step[4]) == len(places(", sentence", a) & places(", sentence", b)), line
assert len(set(map(tuple, chains))) == len(chains) and all(len(set(c)) == len(c) for c in chains)
assert sorted(map(len, chains)) == [len(c) for c in chains]
print(n)
PYTHON
ok "the counts are those of the articles" [ "$($PYTHON check.py output plain)" = 6 ]

run "$RENMAI" path --paths 1 祁大顺 滕刚
ok "--paths says how many" [ "$(grep -c '^[0-9]*\. ' out)" = 1 ]
run "$RENMAI" path -n 20 祁大顺 滕刚
ok "many paths: the shorter ones first, none twice, all steps told" [ "$($PYTHON check.py output out)" -gt 45 ]
run "$RENMAI" path --through person,org,company,place -n 30 贺兰芝 韦东来
ok "--through lets places stand between" grep -q '^[0-9]*\. 贺兰芝 → 砚川区.*区 → 韦东来\|^[0-9]*\. 贺兰芝 → 砚川区 → 韦东来' out
run "$RENMAI" path -n 30 贺兰芝 韦东来
ok "which else they do not" not grep -q ' → 砚川区 → ' out
ok "organisations do" grep -qx '1\. 贺兰芝 → 砚川区委 → 韦东来' out
run "$RENMAI" path --through person 贺兰芝 韦东来
ok "unless persons only are wanted" not grep -q '^1\. .*砚川区委' out
ok "and there is a longer way" grep -q '^1\. 贺兰芝 → .* → .* → 韦东来' out
run "$RENMAI" path --through person --max-steps 2 贺兰芝 韦东来
ok "--max-steps ends the search" out "They are not connected by 2 steps: the shortest path has 3."
ok "which is no failure" status 0
run "$RENMAI" path 凌晓舟 云江市
ok "a place may be an end" grep -q '^1\. 凌晓舟 → .* → 云江市$' out

run "$RENMAI" path --since 2025 郝春生 巴图
ok "one article that ties both has no other paths" [ "$(grep -c '^[0-9]*\. ' out)" = 1 ]
ok "the step says one article, one day" out "together in 1 article, no sentence, 2025-03-21"
run "$RENMAI" path --until 2023 郝春生 凌晓舟
ok "who is not named in that time" out "凌晓舟 is not in this network"
ok "has no path" out "They are not connected."
ok "the other one has its part of the network" grep -Eqx '郝春生 hangs together with [0-9]+ others\.' out
run "$RENMAI" path 郝春生 person:陈立新@恒山县
ok "two parts of the network" out "陈立新 hangs together with 4 others."
ok "are no failure" status 0
run "$RENMAI" path 向东升 郝春生
ok "a byline makes no links" out "向东升 is not in this network"
run "$RENMAI" path -n 1 郝春生 person:陈立新@砚川区
ok "a namesake stands in the chain by the id" grep -q '^1\. 郝春生 → .*person:陈立新@砚川区$' out
run "$RENMAI" path --min-weight 2 祁大顺 滕刚
ok "--min-weight leaves single articles out" not grep -q 'in 1 article' out
run "$RENMAI" path --max-per-article 2 祁大顺 滕刚
ok "--max-per-article leaves long lists out" out "is not in this network"

run "$RENMAI" path --links co-mention,post 贾若溪 砚川区教育局
ok "posts are steps" out "贾若溪 is 区教育局局长 of 砚川区教育局: in 2 articles, 2023-05-18 to 2024-03-12"
ok "with their evidence" out "        区教育局局长【贾若溪】为获奖球队颁奖。"
ok "beside the articles together" out "贾若溪, 砚川区教育局: together in 4 articles, 2 sentences"
ok "and one path for both" [ "$(grep -c '^[0-9]*\. 贾若溪 → 砚川区教育局$' out)" = 1 ]
run "$RENMAI" path --links post --since 2024 郝春生 阮琴
ok "posts alone, in their time" grep -qx '1\. 郝春生 → 砚川区农业农村局 → 阮琴' out
ok "the first of that time is shown" not grep -q '^      2023' out
run "$RENMAI" path --links part-of,located-in --through place,org 砚川区教育局 砚川区双渡镇
ok "parts are steps" grep -q '^    砚川区双渡镇 is a part of 砚川区$' out
ok "and so is where something lies" grep -q '^    砚川区教育局 lies in 砚川区$' out

run "$RENMAI" path 陈立新 郝春生
ok "an ambiguous name is a failure" status 1
ok "and the ids are listed" out person:陈立新@恒山县
run "$RENMAI" path 郝春生 郝春升
ok "so is an unknown one" status 1
ok "and the nearest is named" err 郝春生
run "$RENMAI" path 郝春生 person:郝春生@砚川区
ok "one name twice is misuse" status 2
ok "and said to be" err "are the same"
for wrong in '--paths 0' '--paths 101' '--max-steps 0' '--max-steps 21' '--through cat' '--links cat' \
    '--since 2024-13' '--min-weight -1' '--kinds person'; do
    run "$RENMAI" path $wrong 祁大顺 滕刚
    ok "$wrong is misuse" status 2
    ok "and $wrong is named" err "$(echo "$wrong" | cut -d' ' -f1)"
done
run "$RENMAI" path 祁大顺
ok "one name is misuse" status 2
run "$RENMAI" path 祁大顺 滕刚 阮琴
ok "so are three" status 2
cd "$root" || exit 1
done_testing
