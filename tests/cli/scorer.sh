#!/bin/sh
# tests/score: the scorer and the changes of the metamorphic measure, on an invented text.
set -u
. tests/cli/tap.inc
score=$root/tests/score/score.py
metamorphic=$root/tests/score/metamorphic.py

mkdir -p "$dir/texts/below"
cat > "$dir/texts/below/砚川报2021-03-04.txt" <<'TEXT'
## 全县春耕工作会议在鹤尾镇召开

本报讯（记者 田小禾）今年3月14日，全县春耕工作会议召开。县委书记黄若松和县长白薇出席会议，外国专家安娜·贝克与白薇交谈。
TEXT
cat > "$dir/make.py" <<'PYTHON'
import json, sys
path, out = sys.argv[1:]
text = open(path, encoding="utf-8").read()
def mention(name, kind, nth=0, **more):
    at = -1
    for _ in range(nth + 1):
        at = text.index(name, at + 1)
    return dict(article=0, start=at, end=at + len(name), type=kind, text=name, entity=more.pop("entity", name), **more)
mentions = [mention("鹤尾镇", "place"), mention("田小禾", "person", role="reporter"), mention("黄若松", "person", role="official"),
            mention("白薇", "person", role="official"), mention("安娜·贝克", "person", role="other"), mention("白薇", "person", 1, role="official"),
            mention("县委书记", "title")]
positions = [dict(person="黄若松", title="县委书记", org="砚川县委员会"), dict(person="白薇", title="县长", org="砚川县人民政府")]
gold = dict(doc=path.split("/")[-1], articles=[dict(article=0, start=0, head="全县", positions=positions)], mentions=mentions)
json.dump(gold, open(out + "/gold.json", "w"))
doc = dict(doc="below/" + gold["doc"], article=0)
perfect = [dict(doc, record="article", start=0)]
perfect += [dict(m, record="mention", **doc) for m in mentions if m["type"] != "title"]
perfect += [dict(doc, record="position", start=mentions[i]["start"], **p) for i, p in ((2, positions[0]), (3, positions[1]))]
def write(name, records):
    with open(f"{out}/{name}.ndjson", "w") as file:
        for record in records:
            file.write(json.dumps(record) + "\n")
write("perfect", perfect)
write("empty", [])
# One person too many, one too short, one place inside a title, bodies in other forms, one wrong role.
worse = [dict(r) for r in perfect]
worse[3]["end"] -= 1
worse[4]["role"] = "other"
worse += [dict(mention("外国", "person"), record="mention", **doc), dict(mention("县委", "org"), record="mention", **doc)]
worse[-4]["org"], worse[-3]["org"] = "中共砚川县委", "砚川县政府"
write("worse", worse)
PYTHON
$PYTHON "$dir/make.py" "$dir/texts/below/砚川报2021-03-04.txt" "$dir" || exit 1

# figures MEASURE KEY=VALUE...: what score.py said of it.
figures() {
    $PYTHON - "$dir/out" "$@" <<'PYTHON'
import json, sys
measure = json.load(open(sys.argv[1]))[sys.argv[2]]
wrong = [pair for pair in sys.argv[3:] if float(pair.split("=")[1]) != measure[pair.split("=")[0]]]
sys.exit(f"{measure}, not {wrong}" if wrong else 0)
PYTHON
}
run $PYTHON "$score" "$dir/perfect.ndjson" "$dir/gold.json" --json
for what in article person org company place mention position post edge role link; do
    [ $what = org ] || [ $what = company ] || ok "the gold itself scores 1: $what" figures $what F1=1
done
run $PYTHON "$score" "$dir/empty.ndjson" "$dir/gold.json" --json
ok "nothing found is no recall" figures person P=0 R=0 F1=0 gold=5 pred=0
run $PYTHON "$score" "$dir/worse.ndjson" "$dir/gold.json" --json
ok "a person cut short counts as missed and as wrong" figures person P=0.6667 R=0.8 gold=5 pred=6
ok "what lies inside a title is not counted" figures org gold=0 pred=0
ok "a body's other form is the body" figures post F1=1
ok "a wrong role shows" figures role F1=0.75
run $PYTHON "$score" "$dir/worse.ndjson" "$dir/gold.json" --errors 3
ok "faults are listed" out "wrong person: 外国"
$PYTHON "$score" - "$dir/gold.json" < "$dir/perfect.ndjson" > "$dir/stdin" && $PYTHON "$score" "$dir/perfect.ndjson" "$dir/gold.json" > "$dir/file"
ok "standard input is read" cmp "$dir/stdin" "$dir/file"

# The program stands aside here: what counts is that text and gold are changed together, which metamorphic.py checks itself.
run $PYTHON "$metamorphic" "$dir/texts" "$dir/gold.json" --keep "$dir/copies"
ok "copies are made, and their gold fits them" status 0
ok "all changes are told" [ "$(grep -c '^[a-z]' "$dir/out")" = 8 ]
copy() { printf '%s' "$dir/copies/$1/below/砚川报2021-03-04.txt"; }
copied() { grep -qF -e "$2" "$(copy "$1")" || { cat "$(copy "$1")"; false; }; }
ok "the unchanged copy is the text" cmp "$(copy unchanged)" "$dir/texts/below/砚川报2021-03-04.txt"
ok "persons are renamed" not grep -q '黄若松\|白薇\|田小禾' "$(copy renamed)"
ok "names with a dot stay" copied renamed "外国专家安娜·贝克与"
ok "one person has one new name" [ "$($PYTHON -c '
import re, sys
text = open(sys.argv[1], encoding="utf-8").read()
a, b = re.search("县长(..)出席", text)[1], re.search("贝克与(..)交谈", text)[1]
print(a == b)' "$(copy renamed)")" = True ]
run $PYTHON "$metamorphic" "$dir/texts" "$dir/gold.json" --keep "$dir/again"
ok "and the same in every run" cmp "$(copy renamed)" "$dir/again/renamed/below/砚川报2021-03-04.txt"
ok "lines are broken, but not before a comma or behind a bracket" [ "$($PYTHON -c '
import sys
lines = open(sys.argv[1], encoding="utf-8").read().split("\n")
print(max(map(len, lines)), any(line[:1] in "，。）" and line for line in lines), any(line.endswith("（") for line in lines))' \
    "$(copy wrapped-18)")" = "19 False False" ]
ok "two-character names are spaced" copied spaced "县长白 薇出席"
ok "also with the wide space" copied spaced-wide "与白　薇交谈"
ok "heading marks go" [ "$(head -c 6 "$(copy unmarked)")" = 全县 ]
ok "leads go" not grep -q 本报讯 "$(copy no-leads)"
ok "and the text behind them stays" copied no-leads "今年3月14日，全县春耕工作会议召开。"
sed -i 's/鹤尾镇/尾镇/' "$dir/texts/below/砚川报2021-03-04.txt"
run $PYTHON "$metamorphic" "$dir/texts" "$dir/gold.json"
ok "gold that does not fit its text is a failure" status 1
ok "told with file and offset" err ":12: "
done_testing
