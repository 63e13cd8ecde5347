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
keys = {"issue": "record doc home date date_source encoding paper number page",
        "article": "record doc article start end title date doubtful",
        "person": "record doc article type start end text entity name role rule",
        "mention": "record doc article type start end text entity name rule",
        "position": "record doc article start end person entity title org org_entity tense rule",
        "reference": "record doc article start end text person entity rule"}
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
    if r["record"] == "position":
        assert r["tense"] in ("held", "ended", "acting", "future"), line
    if r["record"] == "reference":
        assert (r["person"] is None) == (r["entity"] is None), line
    if r["record"] in ("mention", "reference"):
        assert re.sub(r"\s", "", text[r["start"]:r["end"]]) == re.sub(r"\s", "", r["text"]), line
for doc, end in at.items():
    assert end == len(open(folder + "/" + doc, encoding="utf-8", newline="").read()), doc
PYTHON
ok "records have their keys in order, offsets are code points" $PYTHON "$dir/check.py" "$dir/in" "$dir/folder"

# A surname with a title, and when a post was held.
mkdir "$dir/more"
cat > "$dir/more/砚川报2021-05-06.txt" <<'TEXT'
## 县委书记黄若松到鹤尾镇

本报讯 5月5日，县委书记黄若松到鹤尾镇调研。黄书记说，要抓好春耕。唐书记没有来。

## 干部大会召开

本报讯 5月5日，干部大会召开，免去陈松年的县教育局局长职务，提名李青禾为副县长候选人。代理县长白采薇主持会议。原县长马远帆、拟任县长孙立人出席会议。代县长吴思远、原副县长郑远山列席会议。

## 𠮷祥镇的两位局长

本报讯 𠮷祥镇来了两位局长。县教育局局长李文山先到，县水利局局长李长青后到。李局长说话最少。
TEXT
run "$RENMAI" extract "$dir/more"
cp "$dir/out" "$dir/more.jsonl"
ok "their keys and offsets are right, too" $PYTHON "$dir/check.py" "$dir/more" "$dir/more.jsonl"
cat > "$dir/told.py" <<'PYTHON'
"""told.py STREAM KIND KEY VALUE KEY VALUE...: there is exactly one such record, and the last pair is true of it."""
import json, sys
stream, kind, *pairs = sys.argv[1:]
pairs = [(k, None if v == "null" else v) for k, v in zip(pairs[::2], pairs[1::2])]
found = [r for r in map(json.loads, open(stream, encoding="utf-8"))
         if r["record"] == kind and all(r[k] == v for k, v in pairs[:-1])]
assert len(found) == 1, found
assert found[0][pairs[-1][0]] == pairs[-1][1], found
PYTHON
told() { $PYTHON "$dir/told.py" "$dir/more.jsonl" "$@"; }
ok "a surname with a title is who bears both" told reference text 黄书记 person 黄若松
ok "with a rule" told reference text 黄书记 rule reference.title
ok "nobody where nobody does" told reference text 唐书记 person null
ok "nor where two do" told reference text 李局长 person null
ok "a post is held" told position person 李文山 tense held
ok "ended, where one is dismissed" told position person 陈松年 tense ended
ok "ended, where it is a former one" told position person 马远帆 tense ended
ok "acting" told position person 白采薇 tense acting
ok "future, where one is to take it" told position person 孙立人 tense future
ok "acting, in one word" told position person 吴思远 tense acting
ok "ended, for a former deputy" told position person 郑远山 tense ended
ok "future, for a candidate" told position person 李青禾 tense future

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

# What a build holds has the offsets of the file, whatever stands before its first article.
mkdir "$dir/headed"
{
    printf '砚川报\n2021年3月4日 星期四 第1234期\n\n'
    cat "$dir/in/砚川报2021-03-04.txt"
} > "$dir/headed/砚川报2021-03-04.txt"
"$RENMAI" build -o "$dir/built" "$dir/headed" > "$dir/said"
"$RENMAI" extract "$dir/headed" > "$dir/file"
run "$RENMAI" extract -o "$dir/built"
ok "a build is extracted" status 0
ok "with the offsets of the file" cmp "$dir/out" "$dir/file"
mkdir "$dir/blanks"
printf '\343\200\200\302\240\n\n## 全县大会召开\n\n县委书记黄若松出席会议，县长白采薇主持。\n' > "$dir/blanks/砚川报2021-03-04.txt"
"$RENMAI" build -o "$dir/output" "$dir/blanks" > "$dir/log" 2>&1
"$RENMAI" extract "$dir/blanks" | grep -v '"record":"reference"' > "$dir/single"
"$RENMAI" extract -o "$dir/output" > "$dir/stored"
ok "blanks before the first article count in a build, too" cmp "$dir/single" "$dir/stored"

# What is no newspaper: lines without an end. The rest is read, in a time that grows with the length only.
mkdir "$dir/long"
cp "$dir"/in/*03-04.txt "$dir/long"
{ head -c 100000 /dev/zero | tr '\0' 7; head -c 100000 /dev/zero | tr '\0' x; echo; echo '县长白采薇出席会议。'; } > "$dir/long/2021-03-05.txt"
{ echo; head -c 2000000 /dev/zero | tr '\0' a; } > "$dir/long/2021-03-06.txt"
run "$RENMAI" extract "$dir/long"
ok "a line of 2 MB is refused" eval 'status 1 && err_lines 1 && err "2021-03-06.txt: line 2 has 2 MB: break the text into paragraphs"'
ok "and others are read" eval 'out "黄若松" && [ "$(grep -c "\"record\":\"issue\"" "$dir/out")" = 2 ]'
ok "numbers and Latin words without an end, too" eval 'grep 2021-03-05 "$dir/out" | grep -q 白采薇'
done_testing
