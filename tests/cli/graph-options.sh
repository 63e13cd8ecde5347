#!/bin/sh
# renmai graph: every format, read by another program, and every option, beside what Python makes of the whole.
set -u
. tests/cli/tap.inc
cp -R seeds "$dir/seeds"
cd "$dir" || exit 1
"$RENMAI" build -g seeds/gazetteer -o output seeds > log 2>&1 || cat log
"$RENMAI" graph -o output/whole.json > log 2>&1 || cat log

# holds WHAT EXPRESSION FILE...: what read-formats.py finds in the files.
holds() {
    holds_what=$1
    shift
    ok "$holds_what" "$PYTHON" "$root/tests/graph/read-formats.py" output "$@"
}
# option WHAT EXPRESSION OPTION...: the same of the network that the options choose.
option() {
    option_what=$1
    option_expression=$2
    shift 2
    rm -f net.json
    run "$RENMAI" graph "$@" -o net.json
    ok "$*" status 0
    holds "$option_what" "$option_expression" net.json
}
# refused STATUS TEXT OPTION...: a bad value, told in one message, with nothing written.
refused() {
    refused_status=$1
    refused_text=$2
    shift 2
    run "$RENMAI" graph "$@"
    ok "refused: $*" status "$refused_status"
    ok "... and told" err "$refused_text"
    ok "... as from renmai" grep -q '^renmai: ' err
    ok "... with nothing on standard output" [ ! -s out ]
}

# ---- formats ----
mkdir files
for format in graphml gexf dot gml json; do
    run "$RENMAI" graph --format $format -o files/net.$format
    ok "--format $format" status 0
    ok "... is told" out "wrote files/net.$format"
    holds "... holds the network" 'same(net, whole) and len(net.nodes) > 100' files/net.$format
done
run "$RENMAI" graph --format pajek -o files/net.net
ok "--format pajek" status 0
holds "... holds the network" 'same(net, by_label(whole))' files/net.net
run "$RENMAI" graph --format csv -o output
ok "--format csv" status 0
ok "... is told" out 'wrote output/edges.csv'
holds "... holds the network" 'same(net, whole)' output
holds "the database holds it too" 'is_window(whole)'
holds "numbers and names are the same in all" \
    'all(alike(n, whole, ("kind", "mentions", "degree", "betweenness", "title", "first_seen")) for n in read)' \
    files/net.graphml files/net.gexf output
holds "in GML too" 'alike(net, whole, ("kind", "mentions", "degree", "betweenness", "title", "community", "x", "y"))' \
    files/net.gml
holds "GEXF has a day for each article" 'all(len(e["days"]) <= e["weight"] and e["days"] == sorted(e["days"])
    and e["days"][0] == e["first_seen"] and e["days"][-1] == e["last_seen"] for e in net.edges)' files/net.gexf
ok "GEXF has a title with the days of the archive" grep -qF '<title>人脉 2023-05-18 – 2025-06-30</title>' files/net.gexf
"$RENMAI" graph --since 2024 --until 2024-06 -o part.gexf > log 2>&1
ok "... or those that were asked for" grep -qF '<title>人脉 2024 – 2024-06</title>' part.gexf
ok "xmllint reads the GEXF" xmllint --noout files/net.gexf
run "$RENMAI" graph --gexf-version 1.2 -o files/old.gexf
ok "--gexf-version 1.2" status 0
ok "... says so" grep -q 'version="1.2"' files/old.gexf
holds "... holds the same" 'same(net, whole) and [e["days"] for e in read[0].edges] == [e["days"] for e in read[1].edges]' \
    files/old.gexf files/net.gexf
if $PYTHON -c 'import networkx' 2> /dev/null; then
    for reader in graphml:net.graphml gexf:old.gexf pajek:net.net; do
        holds "NetworkX reads ${reader#*:}" "[(len(g), g.number_of_edges()) == (len(whole.nodes), len(whole.edges))
            for g in [networkx.read_${reader%:*}('files/${reader#*:}')]][0]"
    done
fi
for format in graphml gexf dot gml net json; do
    run "$RENMAI" graph -o again.$format
    ok "$format is the same again" cmp again.$format files/net.$format
done
run "$RENMAI" graph --format json -o -
ok "JSON on standard output" cmp out files/net.json
run "$RENMAI" graph --format json -o /dev/stdout
ok "... by its other name, with no word beside it" cmp out files/net.json
mkfifo pipe
cat pipe > piped &
run timeout 20 "$RENMAI" graph --format json -o pipe
ok "a pipe stays a pipe" [ -p pipe ]
wait
ok "... and carries the file" cmp piped files/net.json
mkdir links
ln -s links/target.json link.json
run "$RENMAI" graph -o link.json
ok "a link stays a link" [ -L link.json ]
ok "... to the file" cmp links/target.json files/net.json
ok "... with nothing beside it" [ "$(ls -A links)" = target.json ]
run "$RENMAI" graph --format json -o /dev/full
ok "a full device is a failure" status 1
ok "... told in one line" err_lines 1
ok "... with the reason" err "the JSON file could not be written: is the disk full?"

head -c 3 output/nodes.csv > head
ok "no mark begins the CSV" not grep -q "$(printf '\357\273\277')" head
cp output/nodes.csv output/edges.csv files
run "$RENMAI" graph --format csv --bom
ok "--bom" status 0
for table in nodes edges; do
    { printf '\357\273\277'; cat files/$table.csv; } > marked
    ok "... marks $table.csv and changes nothing else" cmp output/$table.csv marked
done

# ---- what is chosen ----
option "persons only" 'is_window(net, kinds=("person",)) and {n["kind"] for n in net.nodes.values()} == {"person"}' \
    --kinds person
option "two kinds" 'is_window(net, kinds=("org", "place"))' --kinds org,place
option "spaces may stand in a list" 'is_window(net, kinds=("org", "place"))' --kinds 'place, org'
option "from a day on" 'is_window(net, since="2024-06-19") and len(net.nodes) < len(whole.nodes)' --since 2024-06-19
option "not a day later" 'is_window(net, since="2024-06-20")' --since 2024-06-20
option "up to a day, which counts" 'is_window(net, until="2024-06-19~")' --until 2024-06-19
option "a whole month" 'is_window(net, since="2024-03", until="2024-03~")' --since 2024-03 --until 2024-03
option "a whole year" 'is_window(net, since="2024", until="2025")' --since 2024 --until 2024
option "days and kinds" 'is_window(net, since="2024", until="2025", kinds=("person",))' \
    --since 2024 --until 2024 --kinds person
option "a time without issues is empty" 'not net.nodes and not net.edges' --since 1999 --until 1999
option "strong ties" 'is_part(net, with_edges(whole, lambda e: e["weight"] >= 3)) and net.edges' --min-weight 3
option "nodes in many articles" \
    'is_part(net, within(whole, {k for k, n in whole.nodes.items() if n["articles"] >= 3})) and len(net.nodes) > 1' \
    --min-articles 3
option "one step around" 'is_part(net, around(whole, "苏明哲", 1)) and 1 < len(net.nodes) < len(whole.nodes)' --ego 苏明哲
option "two steps" 'is_part(net, around(with_edges(whole, lambda e: e["weight"] >= 2), "苏明哲", 2)) and net.edges' \
    --ego 苏明哲 --depth 2 --min-weight 2
option "no step" 'names(net) == {"苏明哲"} and not net.edges' --ego 苏明哲 --depth 0
option "the strongest" 'len(net.nodes) == 20 and net.edges and is_part(net, within(whole, set(net.nodes))) and
    min(strengths(whole)[k] for k in net.nodes) >= max(strengths(whole)[k] for k in whole.nodes if k not in net.nodes)' --top 20
option "more than there are" 'same(net, whole)' --top 100000
option "the largest part" '[is_part(net, within(strong, parts(strong)[0])) and len(parts(strong)) > 1
    for strong in [with_edges(whole, lambda e: e["weight"] >= 2)]][0] and len(net.nodes) > 2' --min-weight 2 --largest
option "no chance" 'is_part(net, backbone(whole, 0.2)) and 0 < len(net.edges) < len(whole.edges)' --backbone 0.2
option "a stricter level" 'is_part(net, backbone(whole, 0.1)) and len(net.edges) < len(backbone(whole, 0.2).edges)' --backbone 0.1
option "posts" '{e["kind"] for e in net.edges} == {"holds_post"} and
    all(net.nodes[e["ends"][0]]["kind"] == "person" and e["titles"] for e in net.edges)' --links post
option "all ties" '{e["kind"] for e in net.edges} == {"co_mention", "holds_post", "part_of", "located_in"}' \
    --links co-mention,post,part-of,located-in
for format in graphml gexf dot gml net; do
    run "$RENMAI" graph --links co-mention,post -o ties.$format
    ok "$format with two kinds of ties" status 0
done
run "$RENMAI" graph --links co-mention,post --gexf-version 1.2 -o ties12.gexf
"$RENMAI" graph --links co-mention,post -o ties.json > log 2>&1
"$RENMAI" graph --links post -o posts.json > log 2>&1
holds "they hold the same, with ends in the right order" 'all(sorted((e["kind"], *e["ends"], e["weight"]) for e in n.edges
    if e["kind"] == "holds_post") == sorted((e["kind"], *e["ends"], e["weight"]) for e in net.edges if e["kind"] == "holds_post")
    and len(n.edges) == len(net.edges) for n in read)' ties.json ties.graphml ties.gexf ties12.gexf ties.dot ties.gml
holds "Pajek too, as arcs" 'sorted((*e["ends"], e["weight"]) for e in net.edges if e["directed"]) ==
    sorted((*e["ends"], e["weight"]) for e in by_label(read[1]).edges if e["kind"] == "holds_post")' ties.net ties.json
holds "posts have the days of their articles" 'all(e["days"][0] == e["first_seen"] and e["days"][-1] == e["last_seen"]
    for e in net.edges if "first_seen" in e) and any(len(e["days"]) > 1 for e in net.edges if e["kind"] == "holds_post")' ties.gexf
kinds_apart() { [ "$(grep -c " $1=\"holds_post\"" $2)" = "$(grep -c holds_post\" ties.json)" ]; }
ok "Gephi can tell them apart in GraphML" kinds_apart label ties.graphml
ok "... and in GEXF 1.2" kinds_apart kind ties12.gexf
ok "... where there is nothing to tell apart the files keep to their schemas" not grep -Eq '<edge .*(label|kind)=' \
    files/net.graphml files/old.gexf
ok "posts have arrows in DOT" [ "$(grep -c dir=forward ties.dot)" = "$(grep -c '"kind":"holds_post"' ties.json)" ]
ok "JSON says that it has no directed ties" grep -q '"type":"undirected"' output/whole.json
ok "... or no others" grep -q '"type":"directed"' posts.json
ok "... or both" grep -q '"type":"mixed"' ties.json
ok "its numbers are short" not grep -Eq '[0-9]\.[0-9]{9}' output/whole.json
ok "those of GML have no exponents" not grep -Eq ' [0-9.]+e' files/net.gml
option "long lists count less" 'weights(net).keys() == weights(whole).keys() and
    all(0 < w <= weights(whole)[p] for p, w in weights(net).items()) and weights(net) != weights(whole)' --weighting newman
option "more than chance" 'net.edges and all(0 < e["weight"] <= 1 and abs(e["weight"] - e["npmi"]) < 1e-4 for e in net.edges)' \
    --weighting npmi

# ---- how it looks ----
colors='{(n["kind"], n["color"]) for n in net.nodes.values()}'
option "a colour for each kind" "len($colors) == 4 == len({c for _, c in $colors})" --color-by kind
option "a colour for each community" 'same(net, whole) and
    {n["color"] for n in net.nodes.values() if n["community"] == 1} == {"#4477aa"} and
    {n["color"] for n in net.nodes.values() if n["community"] == 2} == {"#ee6677"}' --color-by community
run "$RENMAI" graph --color-by community -o colored.gexf
holds "in GEXF too" '{n["color"] for n in net.nodes.values() if n["community"] == "1"} == {"#4477aa"}' colored.gexf
holds "no names in Latin letters unless asked for" 'not any("pinyin" in n for n in whole.nodes.values())'
option "in an attribute" 'same(net, whole) and all(n["pinyin"] for n in net.nodes.values()) and
    "Su Mingzhe" in {n["pinyin"] for n in net.nodes.values() if n["label"] == "苏明哲"}' --pinyin attribute
option "as labels" '"Su Mingzhe" in names(net) and "苏明哲" in {n["name"] for n in net.nodes.values()} and
    len({(n["kind"], n["label"]) for n in net.nodes.values()}) == len(net.nodes) and
    all(n["label"].replace("·", "").isascii() or n["label"].endswith(") " + n["name"]) for n in net.nodes.values())' --pinyin label
holds "which tell namesakes apart, and what only sounds the same" '{"Chen Lixin (Heng Shan Xian)", "Chen Lixin (Yan Chuan Qu)",
    "Wei Dong (Yan Chuan Qu) 卫东", "Wei Dong (Yan Chuan Qu) 韦东", "Make·Beilini"} <= names(net)' net.json
option "or not at all" 'same(net, whole) and not any("pinyin" in n for n in net.nodes.values())' --pinyin none
option "another seed" 'same(net, whole) and
    [n["x"] for n in net.nodes.values()] != [n["x"] for n in whole.nodes.values()]' --seed 7

# ---- --stats ----
ls -l --time-style=full-iso output > before
run "$RENMAI" graph --stats
ok "--stats" status 0
cp out stats
ls -l --time-style=full-iso output > after
ok "... writes nothing" cmp before after
holds "... counts nodes, edges, parts and communities" '[stats("stats")[key] for key in
    ("nodes", "edges", "components", "communities")] ==
    [len(whole.nodes), len(whole.edges), len(parts(whole)), max(n["community"] for n in whole.nodes.values())]'
holds "... and names the one with most ties" \
    'max(whole.nodes.values(), key=lambda n: n["degree"])["label"] in open("stats").read().split("\n\n")[1].split("\n")[1]'
run "$RENMAI" graph --stats --since 1999 --until 1999
ok "... of an empty network" status 0
ok "... too" grep -q '^nodes  *0$' out

# ---- bad values ----
cp -R output kept
cp files/net.json kept.json
expected='expected person, org, company or place'
refused 2 "no format 'xml': there are graphml, gexf, dot, gml, pajek, json, csv, svg, pdf, png, and all" --format xml
refused 2 "--kinds 'dog': $expected" --kinds dog -o files/net.json
refused 2 "--kinds 'dog': $expected" --kinds person,dog
refused 2 "--kinds '': $expected" --kinds=
refused 2 "--links 'love': expected co-mention, post, part-of or located-in" --links love
refused 2 "--weighting 'much': expected count, newman or npmi" --weighting much
for date in 2024-13 2024-02-30 2024-6-1 20240620 yesterday 2024-06-20x ''; do
    refused 2 "--since '$date': expected a date as 2024-06-20, 2024-06 or 2024" --since="$date"
    refused 2 "--until '$date': expected a date" --until="$date" -o files/net.json
done
for date in +202 2024-+6 ' 2024'; do
    refused 2 "--since '$date': expected a date" --since="$date"
done
refused 2 --min-weight --min-weight=much
refused 2 '--min-weight: expected a number' --min-weight=nan
refused 2 '--top -1 is below 0' --top=-1
refused 2 '--backbone nan' --backbone=nan
refused 2 --min-articles --min-articles=1.5
refused 2 --top --top=99999999999
refused 2 --depth --depth=x --ego=苏明哲
refused 2 '--depth 2: give --ego too' --depth 2 -o files/net.json
for format in graphml json; do
    refused 2 '--bom is for CSV: give --format csv too' --bom --format $format
    refused 2 '--gexf-version 1.2: no GEXF is to be written' --gexf-version 1.2 --format $format
done
refused 2 '--bom is for CSV' --bom
refused 2 'no GEXF is to be written' --gexf-version 1.3 --stats
for name in min-weight min-articles max-per-article top strongest depth; do
    refused 2 'below 0' --$name=-1 -o files/net.json
done
for alpha in 1 -0.1 1.5; do
    refused 2 "--backbone $alpha: expected a level between 0 and 1" --backbone=$alpha
done
refused 2 "--color-by 'size': expected kind or community" --color-by size
refused 2 "--pinyin 'all': expected none, attribute or label" --pinyin all
refused 2 "--gexf-version '2': there are 1.3 and 1.2" --gexf-version 2
refused 1 "no '无此人也' in these issues" --ego 无此人也 -o files/net.json
refused 1 'did you mean 苏明哲?' --ego 苏明喆
refused 2 "'a.csv': CSV is two files" --format csv -o a.csv
refused 2 "'-': CSV is two files" --format csv -o -
refused 2 "'b.gml' is a second file" -o files/net.json -o b.gml
refused 2 "'kept' is a second folder" -o output -o kept
refused 1 nowhere/net.json -o nowhere/net.json
ok "after all that the files are whole" diff -r output kept
ok "and so is the one that was named" cmp files/net.json kept.json
ok "and no other file was made" [ ! -e a.csv -a ! -e b.gml -a ! -e nowhere ]
ok "nothing is left beside the files" [ -z "$(find . -name '.*.??????')" ]
cd "$root" || exit 1
done_testing
