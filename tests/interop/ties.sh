#!/bin/sh
# Ties with and without a direction, several between the same two nodes, as the readers hold them.
set -u
. tests/interop/interop.inc

if ! offered --links post; then
    missing "all ties"
    finish
    exit
fi
limit() {
    case $1.$2 in
    gephi.dot | gephi.gml | gephi.pajek) echo "Gephi makes one edge of those between two nodes" ;;
    graphology.graphml) echo "graphology-graphml copies such a graph for each of its edges: 20 s for 2,400" ;;
    networkx.g* | networkx3.g*) echo "NetworkX refuses a file with both kinds of edges" ;;
    esac
}
compare=--links
"$RENMAI" build -g seeds/gazetteer -o "$dir/ties" seeds > "$dir/log" 2>&1 || cat "$dir/log"
check_network "all ties" "$dir/ties" --links co-mention,post,part-of,located-in
finish
