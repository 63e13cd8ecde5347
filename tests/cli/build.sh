#!/bin/sh
# renmai build: the output folder.
set -u
. tests/cli/tap.inc
make_issues "$dir/in"

tables="companies different ignore organisations persons places"
files() {
    [ "$(ls -A "$1" | LC_ALL=C sort | tr '\n' ' ')" = "gazetteer network.dot network.gexf network.graphml renmai.db " ] &&
        [ "$(ls -A "$1/gazetteer" | LC_ALL=C sort | tr '\n' ' ')" = "$(printf '%s.tsv ' $tables)" ] || { ls -AR "$1"; false; }
}
same() {
    for f in renmai.db network.graphml network.gexf network.dot $(printf 'gazetteer/%s.tsv ' $tables); do
        cmp "$1/$f" "$2/$f" || return 1
    done
}

cd "$dir" || exit 1
run "$RENMAI" build in
ok "a folder is built" status 0
ok "into output, by default, with the tables of what it found, and nothing beside them" files output
ok "the summary counts the issues" grep -Eq '^issues +2$' out
for what in articles persons organisations places companies links seconds; do
    ok "and $what" grep -Eq "^$what +[0-9]" out
done
ok "and says what it wrote" out "output/network.graphml"
ok "and where its tables are" out "output/gazetteer/"
ok "without a word on standard error" err_lines 0
cp -R output first
run "$RENMAI" build -o output in
ok "a second build replaces it" status 0
ok "with the same bytes" same output first
run env LC_ALL=C "$RENMAI" build --output elsewhere/below in
ok "folders are made" files elsewhere/below
ok "the locale changes nothing" same elsewhere/below first
mode=$(printf '%o' $((0666 & ~$(umask))))
ok "files can be read by others" [ "$(stat -c %a output/renmai.db output/gazetteer/persons.tsv | tr '\n' ' ')" = "$mode $mode " ]
ok "the tables say what was found" grep -q '^person:黄若松	黄若松	person	' output/gazetteer/persons.tsv

printf '\000\001\002\377\000' > in/bad.txt
run "$RENMAI" build in
ok "a bad file is a failure" status 1
ok "told in one line" err_lines 1
ok "with its name" err "renmai: in/bad.txt: "
ok "the others are built" grep -Eq '^issues +2 ' out
ok "the network is the same" cmp output/network.graphml first/network.graphml
rm in/bad.txt
run "$RENMAI" build nothing in
ok "a path that is not there is a failure" status 1
ok "told in one line with its name" err "renmai: nothing: "
ok "the others are built" grep -Eq '^issues +2 ' out

printf '\000\001' > bad.txt
echo old > output/network.dot
echo old > output/gazetteer/persons.tsv
run "$RENMAI" build bad.txt
ok "where nothing can be used, it fails" status 1
ok "and says why once" err_lines 1
ok "and what was there stays" [ "$(cat output/network.dot output/gazetteer/persons.tsv)" = "old
old" ]
ok "with nothing beside it" files output
run "$RENMAI" build --home 无此地 in
ok "an unknown home region is misuse" status 2
ok "told once" err_lines 1
ok "and what was there stays" files output

echo file > taken
run "$RENMAI" build -o taken in
ok "an output folder that is a file is a failure" status 1
ok "told in one line" err_lines 1
ok "with its name" err taken
mkdir -p blocked/network.graphml
run "$RENMAI" build -o blocked in
ok "so is a network.graphml that is a folder" status 1
ok "and nothing is left beside it" [ "$(ls -A blocked)" = network.graphml ]
mkdir -p blocked-too
echo file > blocked-too/gazetteer
run "$RENMAI" build -o blocked-too in
ok "so is a gazetteer that is a file" status 1
ok "told in one line" err_lines 1
ok "with its name" err blocked-too/gazetteer
ok "and nothing is left beside it" [ "$(ls -A blocked-too)" = gazetteer ]
mkdir new
run "$RENMAI" build -o new bad.txt
ok "of a build that fails nothing is left" [ "$status" = 1 -a -z "$(ls -A new)" ]
run "$RENMAI" build -o /proc/none in
ok "so is a folder that cannot be made" status 1
ok "told in one line" err_lines 1
run "$RENMAI" build -o nowhere
ok "without a path, and without a build to repeat, it is misused" status 2

mkdir gb
for f in in/*.txt; do iconv -f UTF-8 -t GB18030 "$f" > "gb/$(basename "$f")"; done
run "$RENMAI" build -o gb-output gb
ok "another encoding is read" status 0
ok "and told" out GB18030
ok "the network is the same" cmp gb-output/network.graphml first/network.graphml
cd "$root" || exit 1
done_testing
