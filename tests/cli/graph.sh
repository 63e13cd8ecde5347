#!/bin/sh
# renmai graph: the files of the network, and what other programs read in them.
set -u
. tests/cli/tap.inc
make_issues "$dir/in"
cd "$dir" || exit 1

run "$RENMAI" graph
ok "without a build it fails" status 1
"$RENMAI" build in > log 2>&1 || cat log
cp -R output first

rm output/network.*
run "$RENMAI" graph
ok "both files are written again" status 0
ok "GraphML as before" cmp output/network.graphml first/network.graphml
ok "DOT as before" cmp output/network.dot first/network.dot
rm output/network.*
run "$RENMAI" graph --format dot
ok "--format writes one" cmp output/network.dot first/network.dot
ok "and only one" [ ! -e output/network.graphml ]
run "$RENMAI" graph -o a.graphml
ok "-o FILE.graphml" cmp a.graphml first/network.graphml
run "$RENMAI" graph -o a.dot
ok "-o FILE.dot" cmp a.dot first/network.dot
run "$RENMAI" graph --format dot -o b.txt
ok "--format with any file" cmp b.txt first/network.dot
run "$RENMAI" graph -o -
ok "-o - is standard output" cmp out first/network.graphml
run "$RENMAI" graph --format dot -o -
ok "in either format" cmp out first/network.dot
run "$RENMAI" graph -o first -o c.dot
ok "a folder and a file" cmp c.dot first/network.dot
"$RENMAI" graph > log 2>&1 || cat log
for format in gml pajek json csv; do
    "$RENMAI" graph --format $format > log 2>&1 || cat log
done
cp -R output each
ok "the ties of one sentence share it as evidence" [ "$(grep -c '县委书记黄若松出席会议并讲话' each/edges.csv)" = 3 ]
ok "those of another sentence do not" [ "$(grep -c '4月14日，县委书记黄若松' each/edges.csv)" = 2 ]
ok "nor does one that only shares the article" [ "$(grep -c '#0: 黄若松调研重点项目建设' each/edges.csv)" = 1 ]
rm output/*.*ml output/*.gexf output/*.dot output/*.net output/*.json output/*.csv
run "$RENMAI" graph --format all
ok "--format all" status 0
ok "is all formats one by one" diff -r output each
run "$RENMAI" graph --format all -o e.dot
ok "which are no single file" status 2
run "$RENMAI" graph --format dot -o d.graphml
ok "a contradiction is misuse" status 2
run "$RENMAI" graph -o nowhere
ok "a folder without a build is a failure" status 1
ok "and is named" err nowhere/renmai.db
ok "nothing is left beside the files" [ -z "$(find . -name '.*.??????')" ]

ok "xmllint reads the GraphML" xmllint --noout first/network.graphml
ok "graphviz draws the DOT" dot -Tsvg -o network.svg first/network.dot
ok "with Chinese in it" grep -q 黄若松 network.svg
ok "NetworkX and igraph read what the database holds" $PYTHON "$root/tests/graph/read-back.py" first
ok "in every locale" env LC_ALL=C $PYTHON "$root/tests/graph/read-back.py" first
cd "$root" || exit 1
done_testing
