#!/bin/sh
# A full disk: the failure is told, what was there stays, and nothing is left beside it.
set -u
. tests/interop/interop.inc

"$RENMAI" build -g seeds/gazetteer -o "$dir/seeds" seeds > "$dir/log" 2>&1 || cat "$dir/log"
small=$dir/small
mkdir "$small"

# Standard output on a full disk.
to_full() { "$RENMAI" graph -o "$dir/seeds" --format "$1" -o - > /dev/full; }
for format in graphml gexf dot gml pajek json; do
    offered --format "$format" || { missing "$format to a full disk"; continue; }
    run to_full "$format"
    ok "$format to a full disk fails" status 1
    ok "and is told" err "renmai: "
    ok "in one line" err_lines 1
    ok "with the reason" err "is the disk full?"
done

if [ "$(id -u)" = 0 ]; then private=-m; else private=-rm; fi
# on_small SIZE COMMAND...: runs it where $small is a disk of that size of its own, with old files in it, and tells its
# status and what is there then.
on_small() {
    size=$1
    shift
    unshare "$private" sh -c 'mount -t tmpfs -o size="$1" tmpfs "$2" && cd "$2" && shift 2 || exit 99
        for file in network.graphml network.gexf network.dot network.gml network.net network.json nodes.csv edges.csv; do
            echo old > "$file" || exit 99
        done
        "$@"
        echo "status $?"
        for file in $(find . -type f | sort); do
            if [ "$(head -c 3 "$file")" = old ]; then echo "old $file"; else echo "new $file"; fi
        done' sh "$size" "$small" "$@"
}
# all_old ALLOWED: the last on_small failed, said so, and left nothing but what it found (and ALLOWED).
all_old() {
    out "status 1" && err "renmai: " && [ "$(grep -c '^old ' "$dir/out")" = 8 ] &&
        [ "$(grep '^new ' "$dir/out")" = "$1" ] || { cat "$dir/out" "$dir/err"; false; }
}
run on_small 64k true
if [ "$status" = 0 ]; then
    for format in graphml gexf dot gml json; do
        offered --format "$format" || continue
        run on_small 64k "$RENMAI" graph -o "$dir/seeds" -o "network.$format"
        ok "$format on a full disk: the old file stays, and nothing new" all_old ""
    done
    if offered --format pajek; then
        run on_small 48k "$RENMAI" graph -o "$dir/seeds" -o network.net
        ok "pajek on a full disk: the old file stays, and nothing new" all_old ""
    fi
    # The tables and the three files go together: they are of one network. room FILE...: for the old files and these.
    room() { echo "$((40 + $(cat "$@" | wc -c) / 1024))k"; }
    db=$dir/seeds/renmai.db
    if offered --format csv; then
        write_network "$dir/seeds" csv > "$dir/log"
        run on_small "$(room "$db" "$dir/seeds/tables/nodes.csv" "$dir/seeds/tables/nodes.csv")" \
            sh -c "cp '$db' renmai.db && exec '$RENMAI' graph -o . --format csv"
        ok "csv where one table fits: both stay" all_old "new ./renmai.db"
    fi
    run on_small "$(room "$db" "$dir/seeds/network.graphml" "$dir/seeds/network.dot")" \
        sh -c "cp '$db' renmai.db && exec '$RENMAI' graph -o ."
    ok "all files where two fit: all stay" all_old "new ./renmai.db"
    all=$(cat "$dir/seeds/renmai.db" "$dir"/seeds/network.* | wc -c)
    for part in 4 50 70 90; do
        run on_small $((all / 1024 * part / 100))k "$RENMAI" build -g "$root/seeds/gazetteer" -o . "$root/seeds"
        ok "a build on a disk with room for $part %: the old files stay, and nothing new" all_old ""
    done
else
    skip "a full disk" "no disk of its own can be made here"
fi

# What -o names may be no file: a pipe or a device is written to, not replaced.
mkfifo "$dir/pipe"
cat "$dir/pipe" > "$dir/piped" &
timeout 10 "$RENMAI" graph -o "$dir/seeds" --format dot -o "$dir/pipe" > "$dir/log" 2>&1
ok "a pipe stays a pipe" [ -p "$dir/pipe" ]
if [ -p "$dir/pipe" ]; then wait; else kill $!; fi
ok "and carries the file" cmp "$dir/piped" "$dir/seeds/network.dot"
finish
