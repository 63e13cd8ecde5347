#!/bin/sh
# renmai graph: pictures, as other programs see them.
set -u
. tests/cli/tap.inc
export RENMAI_GAZETTEER="${RENMAI_GAZETTEER:-$root/gazetteer}"
cp -R seeds "$dir/seeds"
cd "$dir" || exit 1
"$RENMAI" build -g seeds/gazetteer -o output seeds > log 2>&1 || cat log

# draw FILE OPTION...: a picture of the sample, and again: the same bytes.
draw() {
    file=$1
    shift
    run "$RENMAI" graph "$@" -o "$file"
    ok "$file $*" status 0
    cp out said
    cp err told
    run "$RENMAI" graph "$@" -o "again-$file"
    ok "... is the same again" cmp "$file" "again-$file"
}
# shows TEXT FILE.pdf, pixels FILE.png: what is printed in it; how many pixels it is wide and high.
shows() { pdftotext "$2" - | grep -qF -e "$1" || { pdftotext "$2" -; false; }; }
pixels() { od -A n -t u1 -j 16 -N 8 "$1" | awk '{ print ($3 * 256) + $4 "x" ($7 * 256) + $8 }'; }

draw all.pdf
ok "... is told" grep -q '^wrote all.pdf' said
ok "... with what is left out" grep -q '^shown are the 100 of 260 names .* --top N' told
ok "... which the page says, too" shows '名称 100（联系最强者，共 260）' all.pdf
for text in 谁与谁同见一篇报道 苏明哲 砚川区委 '2023-05-18 至 2025-06-30' '8 期报纸' '权重 = 同篇报道数' '人物 '; do
    ok "... shows $text" shows "$text" all.pdf
done
ok "... with a Chinese font in it" sh -c "pdffonts all.pdf | grep 'CJK.* yes yes yes'"
ok "... is of the day of the last issue" sh -c "TZ=UTC pdfinfo all.pdf | grep '^CreationDate: .*Jun 30 00:00:00 2025'"
ok "... has its headline" sh -c "pdfinfo all.pdf | grep '^Title: *谁与谁同见一篇报道'"
ok "... is A4" sh -c "pdfinfo all.pdf | grep '^Page size: .*A4'"

draw all.svg
ok "xmllint reads it" xmllint --noout all.svg
ok "librsvg draws it" rsvg-convert -o drawn.png all.svg
# A page that is white, or black, becomes a small file.
ok "... not white" [ "$(wc -c < drawn.png)" -gt 50000 ]

draw all.png
ok "... is a PNG" [ "$(od -A n -t x1 -N 8 all.png)" = ' 89 50 4e 47 0d 0a 1a 0a' ]
ok "... of 300 dpi" [ "$(pixels all.png)" = 3507x2480 ]
draw small.png --dpi 72
ok "... of 72" [ "$(pixels small.png)" = 841x595 ]

# ---- what is asked of it ----
draw ego.pdf --ego 苏明哲 --kinds person
ok "... is called after him" shows 苏明哲的人脉 ego.pdf
draw titled.pdf --title '砚川 <官员> & 企业' --source '来源：砚川日报'
ok "... has the title" shows '砚川 <官员> & 企业' titled.pdf
ok "... and the source" shows 来源：砚川日报 titled.pdf
ok "... and no other" not shows renmai titled.pdf
draw latin.pdf --pinyin label --color-by community
for text in 'Who appears with whom' 'Su Mingzhe' 'Names: 100' 'weight = articles together'; do
    ok "... shows $text" shows "$text" latin.pdf
done
pdftotext latin.pdf latin.txt
ok "... and nothing Chinese" $PYTHON -c "import re, sys; sys.exit(bool(re.search('[\u4e00-\u9fff（）]', open('latin.txt').read())))"
draw posts.pdf --links co-mention,post
ok "... has posts in the legend" shows 任职 posts.pdf
ok "... where there are any" not shows 任职 all.pdf
draw few.pdf --names 5 --top 30
ok "... has few names" grep -q '^5 of 30 discs have their name' told
mkdir mine
printf 'key\tzh\ten\nperson\t人\t\n' > mine/picture.tsv
draw mine.pdf -g mine
ok "... has the user's words" shows '人 43' mine.pdf
ok "... beside the others" shows '机构 ' mine.pdf
printf 'key\tzh\n' > mine/picture.tsv
run "$RENMAI" graph -g mine -o bad.pdf
ok "a bad table is a failure" status 1
ok "... told with its name" err mine/picture.tsv
draw empty.pdf --since 1999 --until 1999
ok "an empty picture says so" shows 所选范围内没有名称 empty.pdf
ok "... on standard error too" grep -q 'the picture is empty' told
for n in 1 2 5; do
    draw top$n.pdf --top $n
    ok "... shows the strongest" shows 砚川区 top$n.pdf
done
draw crowd.pdf --top 1000 --strongest 1000
ok "... shows all" shows '名称 260' crowd.pdf

# ---- where it goes ----
run "$RENMAI" graph --format svg
ok "--format svg" cmp all.svg output/network.svg
run "$RENMAI" graph --format png -o -
ok "standard output" cmp out all.png
for format in svg pdf png; do
    run sh -c "'$RENMAI' graph --format $format -o - > /dev/full"
    ok "$format to a full disk fails" status 1
    ok "... and is told in one line" err_lines 1
    ok "... with its name" err "$(echo $format | tr a-z A-Z)"
done
run "$RENMAI" graph --format svg -o all.pdf
ok "a contradiction is misuse" status 2
run "$RENMAI" graph -o bad.png --dpi 5
ok "so few dots are misuse" status 2
run "$RENMAI" graph -o bad.png --names=-1
ok "fewer names than none, too" status 2
run "$RENMAI" graph -o bad.png --title "$(printf '\377')"
ok "and no text" status 2
ok "none of which writes anything" [ ! -e bad.png ]

# ---- what names hold ----
cp -R output hostile
$PYTHON "$root/tests/interop/hostile.py" hostile/renmai.db
for format in pdf svg png; do
    run "$RENMAI" graph -o hostile -o hostile.$format --top 1000
    ok "hostile names as $format" status 0
done
ok "... are shown" shows "A&B <公司> 'x'" hostile.pdf
ok "... and XML" xmllint --noout hostile.svg

# ---- fonts ----
echo '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig/>' > none.conf
run env FONTCONFIG_FILE="$dir/none.conf" timeout 60 "$RENMAI" graph -o none.png
ok "a machine without fonts" status 1
ok "... is told what to install" err 'install fonts-noto-cjk'
cd "$root" || exit 1
done_testing
