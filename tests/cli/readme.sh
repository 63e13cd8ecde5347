#!/bin/sh
# README.md and README.zh.md: the commands that they show work, and print what is shown.
set -u
. tests/cli/tap.inc

for readme in README.md README.zh.md; do
    work="$dir/$readme.d"
    mkdir -p "$work/build"
    cp -R seeds gazetteer "$work"
    cp "$readme" "$work"
    ln -s "$RENMAI" "$work/build/renmai"
    cd "$work" || exit 1
    build/renmai build -q -g seeds/gazetteer -o output seeds
    "$PYTHON" "$root/tests/cli/readme.py" "$readme" > "$dir/said"
    grep -v '^1\.\.' "$dir/said" > "$dir/lines"
    while IFS= read -r line; do
        case $line in
        "ok "*) ok "${line#* - }" true ;;
        "not ok "*) ok "${line#* - }" false ;;
        *) echo "$line" ;;
        esac
    done < "$dir/lines"
    ok "$readme shows commands" [ "$(grep -c '^ok' "$dir/lines")" -gt 20 ]
    # A test that cannot fail is none.
    sed 's/together in 2 articles/together in 3 articles/' "$readme" > doctored.md
    "$PYTHON" "$root/tests/cli/readme.py" doctored.md > "$dir/doctored"
    ok "another output would be told" grep -q '^not ok .*path' "$dir/doctored"
    cd "$root" || exit 1
done
done_testing
