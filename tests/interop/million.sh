#!/bin/sh
# Counts and weights beyond a million, where some writers take to exponents.
set -u
. tests/interop/interop.inc

mkdir "$dir/in"
echo '今天天气很好。' > "$dir/in/2021-03-04.txt"
"$RENMAI" build -o "$dir/million" "$dir/in" > "$dir/log" 2>&1 || cat "$dir/log"
ok "a million articles are added" "$here/million.py" "$dir/million/renmai.db"
# Each run reads two million mentions anew: the usual files at once, then those of igraph's writers. Tables and JSON have
# their numbers from where GraphML has them.
ok "the usual files are written" "$RENMAI" graph -o "$dir/million"
formats="gml pajek"
check_network million "$dir/million"
finish
