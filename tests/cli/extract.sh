#!/bin/sh
# renmai extract: the stream of records.
set -u
. tests/cli/tap.inc
make_issues "$dir/in"

run "$RENMAI" extract "$dir/in"
ok "a folder is extracted" status 0
ok "without a word on standard error" err_lines 0
cp "$dir/out" "$dir/folder"
ok "a person is found" out '"text":"黄若松"'
cat > "$dir/check.py" <<'PYTHON'
import json, re, sys
keys = {"issue": "record doc home date date_source encoding",
        "article": "record doc article start end title date doubtful",
        "person": "record doc article type start end text entity name role rule",
        "mention": "record doc article type start end text entity name rule",
        "position": "record doc article start end person entity title org org_entity rule"}
folder, stream = sys.argv[1:]
at = {}
for line in open(stream, encoding="utf-8"):
    r = json.loads(line)
    kind = "person" if r.get("type") == "person" else r["record"]
    assert list(r) == keys[kind].split(), list(r)
    text = open(folder + "/" + r["doc"], encoding="utf-8", newline="").read()
    if r["record"] == "article":
        assert r["start"] == at.get(r["doc"], 0), "a gap before " + line
        at[r["doc"]] = r["end"]
    if r["record"] == "mention":
        assert re.sub(r"\s", "", text[r["start"]:r["end"]]) == re.sub(r"\s", "", r["text"]), line
for doc, end in at.items():
    assert end == len(open(folder + "/" + doc, encoding="utf-8", newline="").read()), doc
PYTHON
ok "records have their keys in order, offsets are code points" $PYTHON "$dir/check.py" "$dir/in" "$dir/folder"
run env LC_ALL=C "$RENMAI" extract "$dir/in"
ok "the locale changes nothing" cmp "$dir/out" "$dir/folder"
run "$RENMAI" extract "$dir/in" "$dir/in/砚川报2021-03-04.txt"
ok "a file named twice is taken once" cmp "$dir/out" "$dir/folder"
"$RENMAI" extract < "$dir/in/砚川报2021-03-04.txt" > "$dir/stdin"
ok "standard input is read" grep -qF '"text":"黄若松"' "$dir/stdin"
"$RENMAI" extract - < "$dir/in/砚川报2021-03-04.txt" > "$dir/dash"
ok "and so it is by the name -" cmp "$dir/stdin" "$dir/dash"
run "$RENMAI" extract --date 2020-02-29 "$dir/in"
ok "--date wins" out '"date":"2020-02-29","date_source":"option"'
run "$RENMAI" extract --date 2021-02-29 "$dir/in"
ok "a date that is none is misuse" status 2
ok "and the form of a date is shown" err "2024-06-20"
run "$RENMAI" extract -g "$dir/none" "$dir/in"
ok "a gazetteer that is not there is a failure" status 1
ok "and is named" err "$dir/none"
run env RENMAI_GAZETTEER="$dir/none" "$RENMAI" extract "$dir/in"
ok "so is a wrong RENMAI_GAZETTEER" status 1
ok "which is named" err 'RENMAI_GAZETTEER'
run "$RENMAI" extract "$dir/nothing" "$dir/in"
ok "a path that is not there is a failure" status 1
ok "told in one line" err_lines 1
ok "the others are extracted" cmp "$dir/out" "$dir/folder"
done_testing
