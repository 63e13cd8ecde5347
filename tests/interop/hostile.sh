#!/bin/sh
# Names and texts of every bad kind, and another locale, as the readers hold them.
set -u
. tests/interop/interop.inc

"$RENMAI" build -g seeds/gazetteer -o "$dir/seeds" seeds > "$dir/log" 2>&1 || cat "$dir/log"

# spoilt FOLDER [escapes]: the samples' database with hostile texts, in $dir/FOLDER.
spoilt() {
    mkdir "$dir/$1"
    cp "$dir/seeds/renmai.db" "$dir/$1"
    folder=$1
    shift
    "$here/hostile.py" "$dir/$folder/renmai.db" "$@"
}

ok "the database is spoilt" spoilt hostile
check_network "hostile names" "$dir/hostile"

ok "the database is spoilt with escapes" spoilt escapes escapes
check_network "escapes" "$dir/escapes"

# A decimal comma must change nothing.
german() { env LOCPATH="$tools/locale" LC_ALL=de_DE.UTF-8 "$@"; }
ok "there is a locale with a decimal comma" [ "$(german $PYTHON -c 'import locale; locale.setlocale(locale.LC_ALL, ""); print(locale.str(1.5))')" = 1,5 ]
mkdir "$dir/german"
cp "$dir/hostile/renmai.db" "$dir/german"
program=$RENMAI
cat > "$dir/renmai-de" <<SH
#!/bin/sh
LOCPATH='$tools/locale' LC_ALL=de_DE.UTF-8 exec '$program' "\$@"
SH
chmod +x "$dir/renmai-de"
for format in $formats; do
    offered $(options_of "$format") || continue
    RENMAI=$dir/renmai-de
    ok "with a decimal comma $format is written" write_network "$dir/german" "$format"
    RENMAI=$program
    ok "as without" diff -r "$dir/german/$(file_of "$format")" "$dir/hostile/$(file_of "$format")"
done

finish
