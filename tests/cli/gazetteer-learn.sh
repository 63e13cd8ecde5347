#!/bin/sh
# renmai gazetteer learn: words that no table holds.
set -u
. tests/cli/tap.inc

# An invented plant, 筱蓝, in issues of an invented county.
mkdir "$dir/in"
for i in 1 2; do
    cat > "$dir/in/砚川报2021-03-0$i.txt" <<'TEXT'
## 春耕工作会议召开

本报讯（记者 田小禾）全县春耕工作会议召开。县委书记黄若松出席会议并讲话，县长白采薇主持会议。

群众种植筱蓝增收，各地发展筱蓝产业。一斤筱蓝能卖十元，黄若松参观筱蓝基地。筱蓝丰收了，今年的筱蓝很好。
黄若松说，要抓好产业。白采薇说，黄若松很满意。黄若松要求，产业要发展。白采薇表示，产业要增收。
TEXT
done
rows() { sed '/^#/d; /^word	class/d' "$1" | cut -f1; }

run "$RENMAI" gazetteer learn "$dir/in"
ok "a folder is read" status 0
cp "$dir/out" "$dir/words.tsv"
ok "the new word is found" grep -Eq "^筱蓝	word		grade=[1-4]	12	" "$dir/words.tsv"
ok "the head says that it wants review" grep -q '^# This list wants review' "$dir/words.tsv"
ok "and how it was made" grep -q '^# Words found .* in 2 files of [0-9]* Chinese characters' "$dir/words.tsv"
ok "known words are left out" not grep -Eq '^(产业|增收|春耕)	' "$dir/words.tsv"
ok "names are left out" not grep -Eq '^(黄若|若松|黄若松|采薇|白采薇)	' "$dir/words.tsv"
run env LC_ALL=C "$RENMAI" gazetteer learn "$dir/in"
ok "the locale changes nothing" cmp "$dir/out" "$dir/words.tsv"

mkdir -p "$dir/mine/words"
run "$RENMAI" gazetteer learn -o "$dir/mine/words/new.tsv" "$dir/in"
ok "-o writes a file" cmp "$dir/mine/words/new.tsv" "$dir/words.tsv"
ok "and says so" out "new.tsv: "
run "$RENMAI" gazetteer check -g "$dir/mine"
ok "whose form is right" not grep -q "new.tsv" "$dir/out" "$dir/err"
run "$RENMAI" gazetteer learn -g "$dir/mine" "$dir/in"
ok "in a user's gazetteer it is known: nothing is new" [ -z "$(rows "$dir/out")" ]
run "$RENMAI" gazetteer learn --least 13 "$dir/in"
ok "--least holds back what is rarer" not grep -q '^筱蓝' "$dir/out"
run "$RENMAI" gazetteer learn --freedom 9 "$dir/in"
ok "--freedom holds back what is bound" [ -z "$(rows "$dir/out")" ]
run "$RENMAI" gazetteer learn --cohesion 0 --freedom 0 --least 2 "$dir/in"
ok "without bits there are more" [ "$(rows "$dir/out" | wc -l)" -gt "$(rows "$dir/words.tsv" | wc -l)" ]

run "$RENMAI" gazetteer learn --least 1 "$dir/in"
ok "--least 1 is misuse" status 2
run "$RENMAI" gazetteer learn --strings 5 "$dir/in"
ok "so are too few --strings" status 2
run "$RENMAI" gazetteer learn
ok "and so is no PATH" status 2
ok "the usage is shown" err "usage: renmai gazetteer learn"
run "$RENMAI" gazetteer learn "$dir/none"
ok "a path that is not there is a failure" status 1
ok "and is named" err "$dir/none"
run "$RENMAI" gazetteer learn "$dir/in" "$dir/none"
ok "the others are read" grep -q '^筱蓝' "$dir/out"
ok "but it is told" status 1
run "$RENMAI" gazetteer learn -o "$dir/none/words.tsv" "$dir/in"
ok "a table that cannot be written is a failure" status 1
ok "told in one line" err_lines 1
run "$RENMAI" gazetteer learn --help
ok "help shows how it is called" out "renmai gazetteer learn [OPTION"
for option in $(grep -Eo -e '--[a-z]+' "$dir/out" | sort -u); do
    ok "the manual has $option" grep -q -e "$(printf %s "$option" | sed 's/-/\\\\-/g')" man/renmai.1
done
done_testing
