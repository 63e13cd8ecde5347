#!/bin/sh
# renmai search: the articles that hold words.
set -u
. tests/cli/tap.inc
cd "$dir" || exit 1
run "$RENMAI" search 会议
ok "without a build it fails" status 1
ok "and says what to do" err "renmai build"
"$RENMAI" build -g "$root/seeds/gazetteer" "$root/seeds" > log 2>&1 || cat log

run "$RENMAI" search 教育局
ok "search answers" status 0
ok "with date, article and headline" grep -q '^2025-03-21  恒山报/2025/3月21日.txt#2  砚川区教育考察团来我县交流$' out
ok "and the words marked" out '局长戚少华、恒山县【教育局】局长左兴华'
ok "the best comes first: it stands there twice, in a short article" [ "$(head -n 1 out | cut -c 1-10)" = 2025-03-21 ]
# found WORDS...: the articles that hold them, in their order.
found() { "$RENMAI" search --limit 0 --format tsv "$@" | tail -n +2 | cut -f 2,3 | tr '\t' '#'; }
ok "--sort date has the latest first" [ "$(found --sort date 教育局 | wc -l)" = 6 ]
"$RENMAI" search --sort date --format tsv 教育局 | tail -n +2 | cut -f 1 > dates
ok "down to the first" sort -c -r dates
ok "several words must all be there" [ "$(found 教育局 考察)" = "恒山报/2025/3月21日.txt#2" ]
ok "in one argument too" [ "$(found '教育局 考察')" = "恒山报/2025/3月21日.txt#2" ]
found 会议 | sort > all
found '会议 -暴雨' | sort > without
found '会议 暴雨' | sort > with
sort with without > both
ok "-WORD takes away what has it" cmp all both
ok "which is something" [ -s without ]
found 茶 | sort > tea
found 暴雨 | sort > rain
sort -u tea rain > either
found '茶 OR 暴雨' | sort > or
ok "OR is either" cmp or either
ok "quotes hold words together" [ "$(found '"重点 项目"')" = "$(found 重点项目)" ]
ok "so do Chinese ones" [ "$(found '“重点 项目”')" = "$(found 重点项目)" ]
ok "full width is half width" [ "$(found ３２支)" = "$(found 32支)" ]
ok "the case of letters is nothing" [ "$(found XYZ | wc -l)" = "$(found xyz | wc -l)" ]

cat > brute.py <<'PYTHON'
"""brute.py: every stretch of one to five Chinese characters of some articles is found where it stands, and nowhere else."""
import os, random, re, sqlite3, subprocess
random.seed(1)
db = sqlite3.connect("output/renmai.db")
texts = {f"{doc}#{n}": text for doc, n, text in db.execute("select i.doc, a.n, a.text from article a join issue i on i.id = a.issue")}
runs = [run for text in texts.values() for run in re.findall("[\u4e00-\u9fff]+", text)]
for length in (1, 1, 2, 2, 2, 3, 3, 4, 5) * 5:
    run = random.choice([run for run in runs if len(run) >= length])
    at = random.randrange(len(run) - length + 1)
    word = run[at:at + length]
    rows = subprocess.run([os.environ["RENMAI"], "search", "--limit", "0", "--format", "tsv", word], check=True,
                          capture_output=True, encoding="utf-8").stdout.splitlines()[1:]
    found = {"#".join(row.split("\t")[1:3]) for row in rows}
    tight = {key for key, text in texts.items() if word in re.sub(r"\s", "", text)}
    plain = {key for key, text in texts.items() if word in text}
    assert plain <= found <= tight, (word, plain - found, found - tight)
    assert all(word in re.sub(r"\s", "", row.split("\t")[4]) for row in rows), word
PYTHON
export RENMAI
ok "every word is found where it stands, and shown" $PYTHON brute.py

run "$RENMAI" search --limit 2 会议
ok "--limit shows the best" [ "$(grep -c '^20' out)" = 2 ]
ok "and says how many there are" grep -Eq '^2 of [0-9]+ articles' out
ok "--since" [ "$(found --since 2025-02 会议 | grep -c '^20[0-9-]*\.txt')" = 0 ]
ok "--until is whole months" [ "$(found --until 2024-03 常委会)" = "20240312.md#0" ]
ok "--issue" [ "$(found --issue 20240312.md 常委会)" = "20240312.md#0" ]
ok "--person" [ "$(found --person 戚少华 教育局 | wc -l)" -lt 6 ]
ok "--place" [ "$(found --place 砚川区双渡镇 茶亭)" = "砚川日报2023.10.27.txt#1" ]
ok "and all that is in it" [ "$(found --place 恒山县 茶亭 | wc -l)" = 3 ]
ok "--org" [ "$(found --org 砚川区教育局 --person 左兴华 教育局)" = "恒山报/2025/3月21日.txt#2" ]
ok "filters take pinyin" [ "$(found --person qishaohua 教育局)" = "$(found --person 戚少华 教育局)" ]
run "$RENMAI" search 无此词语
ok "nothing found is no failure" status 0
ok "and is said" out "No article holds that."
run "$RENMAI" search 无此词语 --format json
ok "or an empty array" [ "$(cat out)" = "[]" ]
for wrong in "-- -会议" "，。" "--sort size 会议" "--since 2024-13 会议" "--limit -1 会议" "--format xml 会议" ""; do
    run "$RENMAI" search $wrong
    ok "search $wrong is misuse" status 2
done
run "$RENMAI" search --issue nowhere.txt 会议
ok "an unknown issue is a failure" status 1
ok "and the way to the names is told" err "renmai list issues"
run "$RENMAI" search '" OR NEAR( * ^ head:会议 --'
ok "FTS5's own signs are none" status 0
cd "$root" || exit 1
done_testing
