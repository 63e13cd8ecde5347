#!/bin/sh
# renmai score: small cases counted by hand. Offsets are code points: 田 is one, whatever its bytes.
set -u
. tests/cli/tap.inc

mkdir "$dir/texts"
cat > "$dir/texts/a.txt" <<'TEXT'
## 全县春耕工作会议召开

本报讯（记者 田小禾）3月4日，全县春耕工作会议召开。县委书记黄若松出席会议并讲话，县长白采薇主持会议。

## 鹤尾镇中心小学开工建设

本报讯（记者 田小禾）3月3日，鹤尾镇中心小学开工建设。县长白采薇出席开工仪式并讲话。
TEXT
# The annotation of it as the program reads it, made by its own stream: measured so, all must be right.
cat > "$dir/annotate.py" <<'PYTHON'
import json, sys
doc, articles, mentions = None, [], []
for line in sys.stdin:
    r = json.loads(line)
    if r["record"] == "article":
        articles.append({"article": r["article"], "start": r["start"], "head": r["title"], "positions": []})
    elif r["record"] == "mention":
        m = {k: r[k] for k in ("article", "type", "start", "end", "text")}
        m["entity"] = r["name"]
        if "role" in r:
            m["role"] = r["role"]
        mentions.append(m)
    elif r["record"] == "position":
        articles[r["article"]]["positions"].append({k: r[k] for k in ("person", "title", "org")})
    doc = r["doc"]
json.dump({"doc": doc.split("/")[-1], "articles": articles, "mentions": mentions}, open(sys.argv[1], "w"))
PYTHON
"$RENMAI" extract "$dir/texts/a.txt" | $PYTHON "$dir/annotate.py" "$dir/texts/a.json"

# change FILE STATEMENTS: the annotation with a change.
change() {
    $PYTHON - "$dir/texts/a.json" "$dir/$1" "$2" <<'PYTHON'
import json, sys
g = json.load(open(sys.argv[1]))
persons = [m for m in g["mentions"] if m["type"] == "person" and m["role"] != "reporter"]
exec(sys.argv[3])
json.dump(g, open(sys.argv[2], "w"))
PYTHON
    run "$RENMAI" score --errors 9 --texts "$dir/texts" "$dir/$1"
}
# figure MEASURE P R F1 GOLD FOUND: a line of the table.
figure() {
    grep -Eq "^$1 +$2 +$3 +$4 +$5 +$6\$" "$dir/out" || { echo "not: $*"; cat "$dir/out" "$dir/err"; false; }
}
all=1.0000

run "$RENMAI" score "$dir/texts/a.json"
ok "an annotation beside its text is measured" status 0
ok "articles" figure article $all $all $all 2 2
ok "persons" figure person $all $all $all 5 5
ok "positions" figure position $all $all $all 3 3
ok "posts" figure post $all $all $all 3 3
ok "edges: one pair in the first article, none in the second" figure edge $all $all $all 1 1
ok "roles" figure role - - $all 5 -
ok "links" grep -Eq "^link +$all +$all +$all +[0-9]+ +-\$" "$dir/out"
ok "no errors are listed unasked" not grep -q a.txt: "$dir/out"
cp "$dir/out" "$dir/plain"
run env LC_ALL=C "$RENMAI" score -t "$dir/texts" "$dir/texts/a.json"
ok "--texts and the locale change nothing" cmp "$dir/out" "$dir/plain"

# 5 found, 4 in the annotation, 4 of them right: P 4/5, R 1.
change more.json 'g["mentions"].remove(persons[0])'
ok "a name that the annotation lacks is wrong" figure person 0.8000 $all 0.8889 4 5
ok "and told with the code point" grep -qxF '  a.txt:46  黄若松' "$dir/out"
ok "by kind" out 'wrong person: 1'
ok "it makes an edge too many" figure edge 0.0000 $all 0.0000 0 1
# 5 found, 6 in the annotation, 5 right: P 1, R 5/6.
change less.json 'g["mentions"].append({"article": 0, "type": "person", "start": 3, "end": 5, "text": "全县", "role": "other"})'
ok "a name that is not found is missed" figure person $all 0.8333 0.9091 6 5
ok "and told" grep -qxF '  a.txt:3  全县' "$dir/out"
ok "its edges are missed: 3 pairs for 1" figure edge $all 0.3333 0.5000 3 1
change quiet.json 'g["mentions"].remove(persons[0]); g["mentions"].append({"article": 0, "type": "skip", "start": 42, "end": 47, "text": "县委书记黄"})'
ok "what touches a skip is neither right nor wrong" figure person $all $all $all 4 4
change title.json 'o = [m for m in g["mentions"] if m["type"] == "org"][0]; g["mentions"].remove(o); o["type"] = "title"; g["mentions"].append(o)'
ok "so is what lies in a title" not grep -q 'wrong org' "$dir/out"
change shifted.json 'persons[0]["end"] += 1'
ok "a span must be exact" figure person 0.8000 0.8000 0.8000 5 5
change role.json 'persons[0]["role"] = "other"'
ok "a wrong role is one of five" figure role - - 0.8000 5 -
ok "and told" out 'wrong role: 1'
change article.json 'g["articles"][1]["start"] += 1'
ok "an article must start exactly" figure article 0.5000 0.5000 0.5000 2 2
ok "it is told on both sides" [ "$(grep -cE '^(wrong|missed) article: 1$' "$dir/out")" = 2 ]

change post.json 'g["articles"][0]["positions"][0]["title"] = "书记"'
ok "another title is another position" figure position 0.6667 0.6667 0.6667 3 3
ok "but the same post" figure post $all $all $all 3 3
ok "and told with its article's start" grep -qxF '  a.txt:0  黄若松, 书记' "$dir/out"
change usual.json 'p = g["articles"][0]["positions"][0]; p["org"] = "中共" + p["org"].replace("县委", "县委员会")'
ok "a body's solemn name is the same post" figure post $all $all $all 3 3
change org.json 'g["articles"][0]["positions"][0]["org"] = "无此局"'
ok "another body is not" figure post 0.6667 0.6667 0.6667 3 3
change none.json 'g["articles"][0]["positions"][0]["org"] = None'
ok "a position without a body is no post in the annotation" figure post 0.6667 $all 0.8000 2 3

# 4 persons, 2 of them 白采薇 twice: apart there, one here.
change link.json 'persons[1]["entity"] = "别人"'
ok "two entities taken for one lower the precision" not grep -Eq "^link +$all" "$dir/out"
ok "but not the recall" grep -Eq "^link +[0-9.]+ +$all " "$dir/out"
ok "and the edge is another" figure edge 0.0000 0.0000 0.0000 1 1
change limit.json 'g["mentions"] = []'
run "$RENMAI" score --errors 1 -t "$dir/texts" "$dir/limit.json"
ok "--errors N shows N of each kind" [ "$(sed -n '/^wrong person: 5$/,/^$/p' "$dir/out" | grep -c a.txt:)" = 1 ]

run "$RENMAI" score "$dir/limit.json"
ok "a text that is not there is a failure" status 1
ok "and --texts is named" err "--texts"
mkdir "$dir/texts/b" && cp "$dir/texts/a.txt" "$dir/texts/b"
run "$RENMAI" score -t "$dir/texts" "$dir/limit.json"
ok "two texts of one name are a failure" status 1
ok "and both are named" err "b/a.txt"
echo '{"doc": "a.txt"' > "$dir/bad.json"
run "$RENMAI" score "$dir/bad.json"
ok "what is no JSON is a failure" status 1
ok "and is named" err "bad.json: is not JSON"
for bad in '[]' '{"doc": 1}' '{"doc": "a.txt", "articles": [1], "mentions": []}' \
    '{"doc": "a.txt", "articles": [], "mentions": [{"type": "person", "text": "甲"}]}' \
    '{"doc": "a.txt", "articles": [], "mentions": [{"article": 0, "type": "pers", "start": 0, "end": 1, "text": "甲"}]}' \
    '{"doc": "a.txt", "articles": [{"start": -1}], "mentions": []}'; do
    echo "$bad" > "$dir/bad.json"
    run "$RENMAI" score -t "$dir/texts/b" "$dir/bad.json"
    ok "$bad: is a failure" status 1
    ok "$bad: is told with the page that helps" err "docs/scoring.md"
done
run "$RENMAI" score
ok "an annotation must be named" status 2
run "$RENMAI" score --errors -1 "$dir/texts/a.json"
ok "a negative number of errors is misuse" status 2
done_testing
