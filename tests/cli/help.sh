#!/bin/sh
# What the program says of itself, and to mistakes: status 0 done, 1 failed, 2 misused.
set -u
. tests/cli/tap.inc

for arguments in --help -h help; do
    run "$RENMAI" $arguments
    ok "$arguments is no failure" status 0
    ok "$arguments lists the commands" out "  build "
done
run "$RENMAI" --version
ok "--version is no failure" status 0
ok "--version says the version" grep -Eq '^renmai [0-9]+\.[0-9]+\.[0-9]+$' "$dir/out"

# options FILE: the long options in a text.
options() { grep -Eo -e '--[a-z]+(-[a-z]+)*' "$1" | sort -u; }
sed 's/\\-/-/g' man/renmai.1 > "$dir/manual"
options "$dir/manual" > "$dir/manual.options"
"$RENMAI" --help > "$dir/helps"

# explains COMMAND...: its help is whole, and the manual has its options.
explains() {
    run "$RENMAI" "$@" --help
    ok "$* --help shows how it is called" out "renmai $* [OPTION"
    options "$dir/out" > "$dir/options"
    ok "the manual has all options of $*" [ -z "$(comm -23 "$dir/options" "$dir/manual.options")" ]
    cat "$dir/out" >> "$dir/helps"
}

commands=$("$RENMAI" help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' | grep -v -e '^help$' -e '^gazetteer$')
ok "the help lists them all" [ "$(echo "$commands" | wc -l)" -ge 18 ]
for command in $commands; do
    ok "the manual has $command" grep -q "^.B $command\$" man/renmai.1
    explains $command
    cp "$dir/out" "$dir/help"
    run "$RENMAI" help $command
    ok "help $command is no failure" status 0
    ok "help $command says the same" cmp "$dir/out" "$dir/help"
    run "$RENMAI" $command --nonsense
    ok "$command refuses an unknown option" status 2
    ok "$command shows how it is called then" err "usage: renmai $command"
done

run "$RENMAI" help gazetteer
verbs=$(sed -n 's/^  gazetteer \([a-z]*\) .*/\1/p' "$dir/out")
ok "help gazetteer lists the verbs" [ "$(echo $verbs)" = "check learn import" ]
for verb in $verbs; do
    ok "the manual has gazetteer $verb" grep -q "^.B gazetteer $verb\$" man/renmai.1
    explains gazetteer $verb
done

for option in $(cat "$dir/manual.options"); do
    ok "$option of the manual is an option" grep -Eq -e "$option([^a-z-]|\$)" "$dir/helps"
done

run "$RENMAI"
ok "without a command it is misused" status 2
run "$RENMAI" biuld
ok "an unknown command is misuse" status 2
ok "the nearest command is named" err "renmai build"
run "$RENMAI" ""
ok "an empty command is misuse" status 2
run "$RENMAI" xyzzyxyzzy
ok "a command like no other leads to help" err "renmai help"
run "$RENMAI" who
ok "a missing argument is misuse" status 2
ok "and the usage is shown" err "usage: renmai who"
run "$RENMAI" who 甲 乙
ok "an argument too many is misuse" status 2
run "$RENMAI" graph --format jpeg
ok "an unknown format is misuse" status 2
ok "and the formats are named" err "graphml"
run "$RENMAI" who -n -1 甲
ok "a negative limit is misuse" status 2
done_testing
