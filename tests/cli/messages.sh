#!/bin/sh
# What the program says, in English and in Chinese; and that all else is the same in both.
set -u
. tests/cli/tap.inc
unset MAKEFLAGS MAKELEVEL
chinese="env LC_ALL=zh_CN.UTF-8"

# ---- the catalogue ----

run env LC_ALL=C msgfmt --check --statistics -o "$dir/zh.mo" src/po/zh.po
ok "the catalogue is sound" status 0
ok "and nothing in it is untranslated or doubtful" grep -qx '[0-9]* translated messages\.' "$dir/err"
make -s BUILD="$dir/made" "$dir/made/renmai.pot" > "$dir/log" 2>&1 || cat "$dir/log"
run msgcmp src/po/zh.po "$dir/made/renmai.pot"
ok "it has all messages of the sources" status 0
ok "nothing that is said is left unmarked" $PYTHON tests/cli/messages.py literals src/*/*.[ch]

# ---- which language ----

# speaks LANGUAGE WHAT NAME=VALUE...: what an error says in such an environment.
speaks() {
    language=$1 what=$2
    shift 2
    run env -u LC_ALL -u LC_MESSAGES -u LANG "$@" "$RENMAI" nonsense-of-nobody
    ok "$language with $*" grep -qxF "$what" "$dir/err"
    ok "and misuse stays misuse" status 2
}
no="renmai: no command 'nonsense-of-nobody': \`renmai help\` lists them"
none='renmai: 没有命令“nonsense-of-nobody”：`renmai help` 列出所有命令'
speaks English "$no" LC_ALL=C
speaks English "$no" LC_ALL=C LANGUAGE=zh_CN
speaks English "$no" LC_ALL=C.UTF-8
speaks English "$no" LANG=en_US.UTF-8
speaks English "$no" LC_MESSAGES=C LANG=zh_CN.UTF-8
speaks English "$no" LANGUAGE=en LANG=zh_CN.UTF-8
speaks English "$no" X=
speaks Chinese "$none" LC_ALL=zh_CN.UTF-8
speaks Chinese "$none" LC_ALL=C.UTF-8 LANGUAGE=zh_CN
speaks Chinese "$none" LC_ALL= LC_MESSAGES=zh_CN.UTF-8 LANG=C
speaks Chinese "$none" LANG=zh_CN.UTF-8
speaks Chinese "$none" LANG=zh_CN.UTF-8 LANGUAGE=
speaks Chinese "$none" LANG=zh_CN.GB18030
speaks Chinese "$none" LANG=zh_TW.UTF-8

# ---- what is said ----

run $chinese "$RENMAI" help
ok "the help is Chinese" out "  who        列出谁和某人一起出现"
ok "all of it" not grep -q '[a-z]\{2,\} [a-z]\{3,\} [a-z]\{2,\} [a-z]' "$dir/out"
for command in $("$RENMAI" help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' | grep -v '^help$'); do
    run $chinese "$RENMAI" help $command
    ok "so is that of $command" not grep -q '[a-z]\{2,\} [a-z]\{3,\} [a-z]\{2,\} [a-z]' "$dir/out"
    ok "with the names of its options" [ "$(grep -o -e '--[a-z-]*' "$dir/out" | sort -u)" = \
        "$("$RENMAI" help $command | grep -o -e '--[a-z-]*' | sort -u)" ]
done
run $chinese "$RENMAI" build -q -o "$dir/archive" "$dir/nowhere"
ok "errors are Chinese" grep -qx "renmai: $dir/nowhere: 没有这个文件或文件夹：请检查路径" "$dir/err"
ok "and failures" status 1
: > "$dir/empty.txt"
$PYTHON -c 'import sys, zipfile; zipfile.ZipFile(sys.argv[1], "w").write(sys.argv[2], "empty.txt")' "$dir/a.zip" "$dir/empty.txt"
run $chinese "$RENMAI" build -q -o "$dir/archive" "$dir/a.zip"
ok "those of archives, too" err "renmai: $dir/a.zip/empty.txt: 是空的"
run $chinese "$RENMAI" build -q -o /proc/nowhere seeds
ok "what the system says is not lost" not err "?"

cd "$dir" || exit 1
build() { "$RENMAI" build -g "$root/seeds/gazetteer" -o "$1" "$root/seeds"; }
run build english
run $chinese "$RENMAI" build -g "$root/seeds/gazetteer" -o chinese "$root/seeds"
ok "a build" status 0
ok "tells in Chinese what it counted" out "其中记者 15 人，不进入网络"
head -n 8 out > counts
ok "in columns that line up" $PYTHON "$root/tests/cli/messages.py" numbers < counts
run $chinese "$RENMAI" graph -o english --stats
ok "so do those of the network" sh -c "head -n 6 out | $PYTHON '$root/tests/cli/messages.py' numbers"
run $chinese "$RENMAI" who -o english 贺振庭
ok "an answer is Chinese" out "在 4 篇报道中出现 6 次，2023-05-18 至 2025-02-14"
ok "its table has Chinese headings" grep -Eqx '名称 +类别 +职务 +篇数  最近同见' out
ok "and kinds" grep -Eq '^砚川区委 +机构 ' out
for question in "who 贺振庭" "list persons" "list articles" "career 郝春生" "stats" "why 凌晓舟"; do
    run $chinese "$RENMAI" ${question%% *} -o english --format table ${question#"${question%% *}"}
    ok "the table of $question lines up" $PYTHON "$root/tests/cli/messages.py" table < out
done
run $chinese "$RENMAI" stats -o english --format table
ok "the words of stats are Chinese" not grep -q '[a-z]' out

# ---- what must not change ----

# same NAME ARGUMENT...: the program prints the same in both languages.
same() {
    what=$1
    shift
    "$RENMAI" "$@" > one 2> log || cat log
    $chinese "$RENMAI" "$@" > two 2> log || cat log
    ok "$what in both languages" cmp one two
}
for format in tsv csv json; do
    for question in "who 贺振庭" "mentions 贺振庭" "career 郝春生" "why 凌晓舟" "search 教育局" "list persons" "stats" \
        "show 2025-02-14.md#3"; do
        same "$question prints the same $format" ${question%% *} -o english --format $format ${question#"${question%% *}"}
    done
done
same "extract prints the same" extract -o english
same "extract reads the same" extract "$root/seeds/2023-05-18.txt"
same "Tab completes the same" complete -- ""
same "options, too" complete -- graph --
dump() { $PYTHON -c 'import sqlite3, sys; print("\n".join(sqlite3.connect(sys.argv[1]).iterdump()))' "$1"; }
dump english/renmai.db > one
dump chinese/renmai.db > two
ok "the database is the same" cmp one two
ok "so are the other files of a build" diff -r -x renmai.db english chinese
for format in svg pdf png; do
    same "the $format is the same" graph -o english --format $format -o -
done
"$RENMAI" graph -o english --format all > log 2>&1 || cat log
$chinese "$RENMAI" graph -o chinese --format all > log 2>&1 || cat log
ok "and all formats" diff -r -x renmai.db english chinese
mkdir mine-english mine-chinese
"$RENMAI" decide -o english -g mine-english ignore 凌晓舟 > log 2>&1 || cat log
$chinese "$RENMAI" decide -o english -g mine-chinese ignore 凌晓舟 > log 2>&1 || cat log
ok "and decisions" diff -r mine-english mine-chinese
done_testing
