#!/bin/sh
# renmai career: posts over time, of a person and of a body.
set -u
. tests/cli/tap.inc
archive=$root/tests/gold/archive
places=$root/seeds/gazetteer
cd "$dir" || exit 1

# row WORDS...: a line of the table, its cells parted by any blanks.
row() { want=$*; sed 's/  */ /g; s/ $//' out | grep -qxF -e "$want" || { echo "no row: $want"; cat out; false; }; }

run "$RENMAI" career 郑海涛
ok "without a build it fails" status 1
ok "and says what to do" err "renmai build"
"$RENMAI" build -g "$places" "$archive/砚川日报" "$archive/恒山报" > log

# ---- a person
run "$RENMAI" career person:郑海涛@砚川区
ok "career answers" status 0
ok "with who it is" grep -q '^郑海涛  person' out
ok "the first post" row 2023-03-16 2023-03-16 副局长 砚川区水利局 1 -
ok "a promotion, and its end" row 2023-05-25 2023-07-20 局长 砚川区水利局 4 new, ended 2024-03-28
ok "a move to another district" row 2024-04-15 2024-11-18 副县长 恒山县政府 5 new
ok "in order of time" [ "$(sed '1,/^FROM/d' out | cut -d ' ' -f 1 | tr '\n' ' ')" = "2023-03-16 2023-05-25 2024-04-15 " ]
cp out plain
run env LC_ALL=C "$RENMAI" career person:郑海涛@砚川区
ok "the locale changes nothing" cmp out plain
run "$RENMAI" career 樊大江
ok "a dismissal" row 2023-03-16 2023-03-16 局长 砚川区水利局 2 ended 2023-05-25
run "$RENMAI" career 鲍春田
ok "one that is told of a dismissal only" row - - 局长 砚川区农业农村局 1 ended 2023-09-14
run "$RENMAI" career 佟国栋
ok "who has retired holds no post" [ "$(sed '1,/^FROM/d' out | wc -l)" = 1 ]
ok "but held one" grep -Eq '^2023-04-17 +2023-10-23 +副县长 +恒山县政府 .* ended 2024-01-29$' out
run "$RENMAI" career -v person:郑海涛@砚川区
ok "-v answers" status 0
ok "with the sentence, the name marked" out '会议决定：任命【郑海涛】为区水利局局长'
ok "the issue and the headline" out '2023-05-25.txt#0  区人大常委会任命一批干部'
ok "the rule and the title as printed" out '(position.before: 区水利局副局长)'
ok "and what is over" out '区水利局局长, ended)'
run "$RENMAI" career 卞石生
ok "somebody without a post" status 0
ok "is told so" out "Is not said to hold a post."
run "$RENMAI" career 郑海涛
ok "an ambiguous name is a failure" status 1
ok "and the ids are listed" out person:郑海涛@恒山县
run "$RENMAI" career 郑海淘
ok "so is an unknown one" status 1
ok "and the nearest is named" err 郑海涛

# ---- a body
run "$RENMAI" career --org 砚川区委
ok "--org answers" status 0
ok "with its head" row 砚川区委 书记 唐怀瑾 2023-01-12 2024-05-16 7 ended 2024-07-11
ok "the next one" row 砚川区委 书记 邱景行 2024-07-11 2024-12-05 4 new
ok "those of its departments" row 砚川区委宣传部 部长 关若曦 2024-05-16 2024-11-18 3 new
ok "and nobody of another body" not grep -q '区政府' out
cp out plain
run "$RENMAI" career org:砚川区委
ok "a body as NAME is meant so, too" cmp out plain
run "$RENMAI" career --org 砚川区委组织部
ok "a department alone" row 砚川区委组织部 部长 沈秋白 2023-01-12 2024-03-28 3 -
ok "is not all of its body" not grep -q '^砚川区委 ' out
run "$RENMAI" career --org 砚川区
ok "--org of a place" status 0
ok "has those of its bodies" row 砚川区水利局 局长 郑海涛 2023-05-25 2023-07-20 4 new, ended 2024-03-28
ok "of their departments" row 砚川区委宣传部 部长 关若曦 2024-05-16 2024-11-18 3 new
ok "and of its towns" row 砚川区石鼓坪镇政府 镇长 于禾 2023-01-12 2024-12-05 2 -
ok "but of no other place" not grep -q '恒山县' out
run "$RENMAI" career --org 澜江锦澜纺织科技有限公司
ok "--org of a company" out 白鹤龄
run "$RENMAI" career --org 乡村小学
ok "a body whose posts nobody tells" status 0
ok "is told so" out "Nobody is said to hold a post there."
run "$RENMAI" career -v --org 砚川区委组织部
ok "-v shows evidence there, too" out '部长【沈秋白】'

# ---- misuse
run "$RENMAI" career --org 砚川区委 唐怀瑾
ok "both NAME and --org is misuse" status 2
run "$RENMAI" career
ok "so is neither" status 2
ok "and what to give is told" err "--org ORG"
run "$RENMAI" career 唐怀瑾 邱景行
ok "so are two names" status 2

# ---- dates that are estimates, and none
mkdir in
printf '砚川报 2021年9月1日 星期三\n\n## 开学\n\n本报讯 8月31日，县委书记黄若松到校讲课。\n' > in/特刊.txt
printf '## 春耕\n\n本报讯 县长白采薇到鹤尾镇检查。\n' > in/号外.txt
"$RENMAI" build -o small in > log
run "$RENMAI" career -o small 黄若松
ok "a date from the text is marked as an estimate" row '~2021-09-01 ~2021-09-01' 书记 县委 1 -
run "$RENMAI" career -o small -v 黄若松
ok "in the evidence, too" out '    ~2021-09-01  特刊.txt'
run "$RENMAI" career -o small 白采薇
ok "no date is no date" row - - 县长 县政府 1 -
run "$RENMAI" career -o small -v 白采薇
ok "in the evidence, too" out '    no date  号外.txt'
cd "$root" || exit 1
done_testing
