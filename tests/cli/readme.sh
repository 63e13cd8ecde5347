#!/bin/sh
# Every command of the READMEs and of the manual's examples works, and prints what the READMEs show.
set -u
. tests/cli/tap.inc

# The gazetteer is the one beside the program, as readers have it.
unset RENMAI_GAZETTEER

# lay_out FOLDER: what a reader of the README has, and what stands for papers and tables of his own.
lay_out() {
    mkdir -p "$1/build" "$1/divisions"
    cp -R "$RENMAI" "${RENMAI%/*}/locale" "$1/build"
    cp -R seeds gazetteer "$1"
    cp -R tests/gold "$1/gold"
    cp -R seeds "$1/my-papers"
    cp seeds/20240619.txt "$1/issue.txt"
    printf 'code,name\n91,砚海省\n' > "$1/divisions/provinces.csv"
    printf 'code,name,provinceCode\n9101,恒山市,91\n' > "$1/divisions/cities.csv"
    printf 'code,name,cityCode,provinceCode\n910101,砚川县,9101,91\n' > "$1/divisions/areas.csv"
    printf 'code,name,areaCode,provinceCode,cityCode\n910101001,鹤尾镇,910101,91,9101\n' > "$1/divisions/streets.csv"
}

# How long a build took is no promise.
untimed() { sed -E 's/^(seconds|用时（秒）)( +)[0-9.]+$/\1\2N/' "$1"; }

# holds FOLDER COMMAND: whether COMMAND.sh works in FOLDER, in the language of $locale, and prints COMMAND.shown where there is one, but for empty lines
# at the end, which Markdown cannot show.
holds() {
    (cd "$1" && PATH=$PWD/build:$PATH LC_ALL=$locale sh "$2.sh" < /dev/null) > "$dir/out" 2> "$dir/err" || { cat "$dir/err"; return 1; }
    [ -e "$2.shown" ] || return 0
    untimed "$2.shown" > "$dir/wanted"
    printf '%s\n' "$(untimed "$dir/out")" > "$dir/printed"
    diff "$dir/wanted" "$dir/printed"
}

# all_hold NAME DOCUMENT: a test for each command of DOCUMENT, in a folder of its own.
all_hold() {
    lay_out "$dir/$1"
    $PYTHON tests/cli/readme.py "$2" "$dir/$1.commands"
    for script in "$dir/$1.commands"/*.sh; do
        ok "$2: $(sed 's/  *#.*//;q' "$script")" holds "$dir/$1" "${script%.sh}"
    done
}

locale=C.UTF-8
all_hold english README.md
locale=zh_CN.UTF-8
all_hold chinese README.zh.md
locale=C.UTF-8
ok "both READMEs show outputs" [ "$(ls "$dir/english.commands" "$dir/chinese.commands" | grep -c shown)" -ge 30 ]

mkdir "$dir/manual"
cp -R seeds "$dir/manual/issues"
cp -R tests/gold "$dir/manual/annotated"
printf '[archive]\ngazetteer = seeds/gazetteer\n' > "$dir/manual/renmai.ini"
all_hold manual man/renmai.1

# What these tests are worth: one character, line or command that is wrong does not hold.

# edited EDIT WHAT: whether the command of README.md in which WHAT stands holds after EDIT, a sed script.
edited() {
    rm -rf "$dir/edited"
    sed "$1" README.md > "$dir/edited.md"
    $PYTHON tests/cli/readme.py "$dir/edited.md" "$dir/edited"
    script=$(grep -l -e "$2" "$dir/edited"/*.sh)
    holds "$dir/english" "${script%.sh}"
}
ok "a README as it is holds" edited '' 'mentions 贺振庭'
ok "with another character it does not" not edited 's/云江市副市长$/云江市副市畏/' 'mentions 贺振庭'
ok "nor with a command that fails" not edited 's/--limit 6/--limit six/' 'limit six'

# tiny LINE...: whether a README holds that has one command, which prints three lines, and shows LINEs.
tiny() {
    rm -rf "$dir/tiny"
    printf '    %s\n' "printf 'one\\ntwo\\nseconds  1.5\\n\\n'" '' "$@" > "$dir/tiny.md"
    $PYTHON tests/cli/readme.py "$dir/tiny.md" "$dir/tiny"
    holds "$dir" "$dir/tiny/001"
}
ok "a time may differ" tiny one two 'seconds  0.1'
ok "a line may not" not tiny one twO 'seconds  1.5'
ok "a line too few is seen" not tiny one two
ok "a line too many is seen" not tiny one two 'seconds  1.5' three
ok "a command that nobody knows is seen" not tiny one two 'seconds  1.5' 'unheard-of --option'
done_testing
