#!/bin/sh
# Ties with and without a direction, several between the same two nodes, as the readers hold them.
set -u
. tests/interop/interop.inc

if ! offered --links post; then
    missing "all ties"
    finish
    exit
fi
known() {
    case $1.$2 in
    gephi.gml) echo "$gephi_gml" ;;
    gephi.gexf) echo "posts carry no days" ;;
    gephi.graphml) echo "Gephi makes one edge of those between two nodes, unless they have a label" ;;
    esac
}
limit() {
    case $1.$2 in
    gephi.gexf12 | gephi.dot) echo "Gephi makes one edge of those between two nodes" ;;
    graphology.graphml) echo "graphology-graphml copies such a graph for each of its edges: 20 s for 2,400" ;;
    networkx*) echo "NetworkX refuses a file with both kinds of edges" ;;
    esac
}
formats="graphml gexf gexf12 dot gml json csv" # Pajek has no kinds
compare=--links
"$RENMAI" build -g seeds/gazetteer -o "$dir/ties" seeds > "$dir/log" 2>&1 || cat "$dir/log"
check_network "all ties" "$dir/ties" --links co-mention,post,part-of,located-in
finish
