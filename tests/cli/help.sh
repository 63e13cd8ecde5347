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

for command in build who mentions career why search show list stats graph extract explain score; do
    run "$RENMAI" help $command
    cp "$dir/out" "$dir/help"
    ok "help $command is no failure" status 0
    ok "help $command shows how it is called" out "renmai $command [OPTION"
    run "$RENMAI" $command --help
    ok "$command --help says the same" cmp "$dir/out" "$dir/help"
    run "$RENMAI" $command --nonsense
    ok "$command refuses an unknown option" status 2
    ok "$command shows how it is called then" err "usage: renmai $command"
    for option in $(grep -Eo -e '--[a-z]+' "$dir/help" | sort -u); do
        ok "the manual has $command's $option" grep -q -e "$(printf %s "$option" | sed 's/-/\\\\-/g')" man/renmai.1
    done
done

run "$RENMAI" help gazetteer
ok "help gazetteer lists the verbs" out "gazetteer check"
run "$RENMAI" gazetteer check --help
ok "a verb explains itself" out "renmai gazetteer check [OPTION"
for option in $(grep -Eo -e '--[a-z]+' "$dir/out" | sort -u); do
    ok "the manual has gazetteer check's $option" grep -q -e "$(printf %s "$option" | sed 's/-/\\\\-/g')" man/renmai.1
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
run "$RENMAI" graph --format svg
ok "an unknown format is misuse" status 2
ok "and the formats are named" err "graphml"
run "$RENMAI" who -n -1 甲
ok "a negative limit is misuse" status 2
done_testing
