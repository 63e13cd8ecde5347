#!/bin/sh
# renmai.ini: what would else be options of every command.
set -u
. tests/cli/tap.inc
make_issues "$dir/archive/issues/2021"
mkdir -p "$dir/archive/mine" "$dir/archive/issues/2022"
cd "$dir/archive" || exit 1
printf 'entity\nperson:白采薇\n' > mine/ignore.tsv
cat > renmai.ini <<'END'
# the archive of an invented county
[archive]
issues = issues
output = made
gazetteer = mine
home = 重庆市江津区
paper = 砚川晚报
END

run "$RENMAI" build
ok "a build needs no options" status 0
ok "goes where the project says" [ -e made/renmai.db ]
ok "and nowhere else" [ ! -e output ]
run "$RENMAI" who 黄若松
ok "a question finds it" status 0
run "$RENMAI" who 白采薇
ok "the project's decisions are heeded" status 1
ok "and its home region" [ "$("$PYTHON" -c 'import sqlite3; print(sqlite3.connect("made/renmai.db").execute("SELECT DISTINCT home FROM issue").fetchall())')" = "[('重庆市江津区',)]" ]
ok "and the newspaper's name" [ "$("$PYTHON" -c 'import sqlite3; print(sqlite3.connect("made/renmai.db").execute("SELECT DISTINCT paper FROM issue").fetchall())')" = "[('砚川晚报',)]" ]
run "$RENMAI" extract issues
ok "extract knows it, too" out '"home":"重庆市江津区"'
ok "and that" out '"paper":"砚川晚报"'
for command in status check "graph --stats" "mentions 黄若松" "career 黄若松" "why 黄若松" review; do
    run "$RENMAI" $command
    ok "$command needs no options" status 0
done
cd issues/2021 || exit 1
run "$RENMAI" who 黄若松
ok "in a folder of the archive all is the same" status 0
run "$RENMAI" status
ok "the issues are the project's" out "up to date"
run "$RENMAI" build
ok "and a build goes there" status 0
ok "and nowhere else" [ ! -e made ]
cd ../.. || exit 1
run "$RENMAI" build -o elsewhere -g issues/2022 --home 重庆市永川区 issues/2021
ok "options come first" [ -e elsewhere/renmai.db ]
ok "each of them" [ "$("$PYTHON" -c 'import sqlite3; print(sqlite3.connect("elsewhere/renmai.db").execute("SELECT DISTINCT home FROM issue").fetchall())')" = "[('重庆市永川区',)]" ]
run "$RENMAI" extract --paper 永川晚报 issues
ok "the newspaper's name tells of its region" out '"home":"重庆市江津区"'
mv renmai.ini away.ini
run "$RENMAI" extract --paper 永川晚报 issues
ok "where nothing else does" out '"home":"重庆市永川区"'
ok "and is the issue's" out '"paper":"永川晚报"'
run "$RENMAI" build -q -o two issues/2021
run "$RENMAI" build -q -o two --paper 江津晚报 issues/2021
run "$RENMAI" build -o two
ok "a build is repeated with it" out "nothing has changed since the last build"
ok "as it was said last" [ "$("$PYTHON" -c 'import sqlite3; print(sqlite3.connect("two/renmai.db").execute("SELECT DISTINCT paper FROM issue").fetchall())')" = "[('江津晚报',)]" ]
run "$RENMAI" extract --paper "$(printf '\377')" issues
ok "what is no UTF-8 is refused" err "--paper is not UTF-8"
mv away.ini renmai.ini
run "$RENMAI" who -o elsewhere 白采薇
ok "also the gazetteer" status 0

printf '[archive]\nouput = x\n' > renmai.ini
run "$RENMAI" build
ok "a misprint is misuse" status 2
ok "told with its file" err "renmai: renmai.ini: 'ouput' means nothing: there are issues, output, gazetteer, home, paper"
run "$RENMAI" who 黄若松
ok "for every command" status 2
printf '[project]\n' > renmai.ini
run "$RENMAI" build
ok "so is another section" err "no section [project]"
printf 'issues = x\n' > renmai.ini
run "$RENMAI" build
ok "and what is no project file" status 2
ok "with its name" err "renmai: renmai.ini: "
printf '[archive]\ngazetteer = none\nissues = issues\n' > renmai.ini
run "$RENMAI" build
ok "a folder that is not there is told" err "no gazetteer folder 'none'"
done_testing
