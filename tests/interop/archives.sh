#!/bin/sh
# What Gephi, graphology, NetworkX, igraph and graphviz hold when they have opened the network of a build.
set -u
. tests/interop/interop.inc

build() { "$RENMAI" build -g seeds/gazetteer -o "$@"; }

for archive in seeds tests/gold/archive tests/gold/archive2; do
    name=$(basename "$archive")
    ok "$name is built" build "$dir/$name" "$archive"
    check_network "$name" "$dir/$name"
done

# graphviz has a reader of GML.
gml2gv_reads() { run gml2gv "$1" && status 0 && err_lines 0; }
if [ -e "$dir/seeds/network.gml" ]; then
    ok "gml2gv reads GML" gml2gv_reads "$dir/seeds/network.gml"
fi

# A network without nodes; and one where all are named once, so that all have one size, and some have no edge.
mkdir "$dir/nothing-in" "$dir/once-in"
echo '今天天气很好。' > "$dir/nothing-in/2021-03-04.txt"
printf '## 县委书记黄若松调研\n\n县委书记黄若松调研。\n\n## 县长白采薇调研\n\n县长白采薇调研。\n' > "$dir/once-in/无题.txt"
for name in once nothing; do
    ok "$name is built" "$RENMAI" build -o "$dir/$name" "$dir/$name-in"
    check_network "$name" "$dir/$name"
done

# Excel wants a byte order mark.
mkdir "$dir/bom"
cp "$dir/seeds/renmai.db" "$dir/seeds/network.graphml" "$dir/bom"
if offered --format csv --bom; then
    ok "tables with a byte order mark are written" write_network "$dir/bom" csv --bom
    ok "and begin with it" [ "$(head -c 3 "$dir/bom/tables/edges.csv" | od -An -tx1)" = " ef bb bf" ]
    check_files "tables with a byte order mark" "$dir/bom"
else
    missing "tables with a byte order mark"
fi
finish
