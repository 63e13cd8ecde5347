#!/bin/sh
# renmai review: what is worth a human look, and the answers.
set -u
. tests/cli/tap.inc
cp -R "$root/seeds/gazetteer" "$dir/places"
cd "$dir" || exit 1
mkdir in wanted
printf 'entity\tname\talias\tkind\tnote\n\t云帆智造\t\tcompany\t\n' > wanted/names.tsv
cat > in/砚川日报2021-01-05.txt <<'TEXT'
## 全区教育工作会议召开

本报讯 1月4日，砚川区教育工作会议召开。区教育局局长李彤作报告，区长赵明出席会议并讲话。区水利局局长龚玉河参加会议。

## 石桥村修通产业路

本报讯 1月3日，石鼓坪镇石桥村修通产业路。副区长田小禾出席并讲话。裴春娥把热汤端给工友。
TEXT
cat > in/砚川日报2021-02-06.txt <<'TEXT'
## 橘子节开幕

本报讯 2月5日，砚川橘子节开幕。副区长田晓禾致辞。

## 区人大常委会举行会议

本报讯 2月5日，砚川区人大常委会举行会议，免去龚玉河的区水利局局长职务。
TEXT
cat > in/恒山报2021-03-07.txt <<'TEXT'
## 我县召开教育大会

恒山报讯 3月6日，恒山县教育大会召开。县教育局局长李彤作报告，县长钟远出席会议并讲话，副县长龚玉河参加会议。
TEXT
cat > in/砚川日报2021-05-01.txt <<'TEXT'
本报讯 4月30日，区长赵明到石鼓坪镇调研。云帆智造负责人介绍情况。

本报讯 4月29日，副区长田小禾到双渡镇调研。
TEXT

review() { run "$RENMAI" review "$@"; }
heads() { grep -E '^[0-9]+\. ' out; }
review
ok "without a build it fails" status 1
ok "and says what to do" err "renmai build"
"$RENMAI" build -g places -g wanted in > log
review
ok "review answers" status 0
for kind in merge homonym person orphan border; do
    ok "with $kind" grep -Eq "^[0-9]+\. $kind " out
done
ok "numbered" [ "$(heads | cut -d . -f 1 | tr '\n' ' ')" = "1 2 3 4 5 6 " ]
heads | sed 's/.*(\([0-9]*\) .*/\1/' > effects
ok "most effect first" sort -c -n -r effects
ok "not all the same" [ "$(sort -u effects | wc -l)" -gt 2 ]
ok "the build said where to look" grep -q 'renmai review$' log
ok "namesakes with what they did" out '砚川区教育局 局长 2021-01-05 to 2021-01-05'
ok "a likely misprint" out 'both are 副区长 of 砚川区政府, one character differs'
ok "one who may be two" out '砚川区水利局 局长 2021-01-05 to 2021-01-05; 恒山县政府 副县长 2021-03-07 to 2021-03-07'
ok "a border, with its issue and text" out '本报讯 4月29日，副区长田小禾到双渡镇调研。'
cp out all
run env LC_ALL=C "$RENMAI" review
ok "the locale changes nothing" cmp out all
for kind in merge homonym person orphan border; do
    review --kind "$kind"
    ok "--kind $kind" [ "$(heads | cut -d ' ' -f 2 | sort -u)" = "$kind" ]
done
review -k merge
ok "all of it" [ "$(heads | wc -l)" = 2 ]
review --limit 2
ok "--limit leaves the rest out" [ "$(heads | wc -l)" = 2 ]
ok "and keeps the first" [ "$(heads | head -n 1)" = "$(grep '^1\. ' all)" ]
review -k merge -n 1
ok "both together" [ "$(heads | cut -d ' ' -f 2)" = merge ]
review -k doubt
ok "an unknown kind is misuse" status 2
ok "and the kinds are told" err "merge, homonym, person, orphan or border"
review 李彤
ok "so is a name" status 2

# ---- the commands that are printed
# printed WORD: the printed commands with that decision, one a line.
printed() { grep -Eo "renmai decide $1 .*" all; }
# follow: runs the commands on standard input as a shell would, with -g.
follow() {
    while read -r line; do
        eval "\"\$RENMAI\" ${line#renmai } -g answers" || return 1
    done
}
rows() { grep -c '^[^#].*:' "$1"; }
printed same | grep -v FULL-NAME > same
printed ignore > ignore
printed different | grep -v DOC > different
ok "every pair has both commands" [ "$(wc -l < same)$(wc -l < different)" = 33 ]
ok "every person has one" [ "$(wc -l < ignore)" = 1 ]
ok "the printed merges work" follow < same
ok "and are written down" [ "$(rows answers/same.tsv)" = 3 ]
ok "the printed persons work" follow < ignore
ok "and are written down" [ "$(rows answers/ignore.tsv)" = 1 ]
"$RENMAI" build -o decided -g places -g wanted -g answers in > log
review -o decided
ok "what is decided is not listed again" not grep -Eq '^[0-9]+\. (merge|homonym|person) ' out
ok "the rest is" [ "$(heads | wc -l)" = 2 ]
rm -rf answers
ok "the printed differences work" follow < different
"$RENMAI" build -o decided -g places -g wanted -g answers in > log
review -o decided
ok "and are not listed again either" not grep -Eq '^[0-9]+\. (merge|homonym) ' out
ok "the rest is" [ "$(heads | wc -l)" = 3 ]

# ---- with single keys
cat > keys.py <<'PYTHON'
"""keys.py KEYS COMMAND...: runs it at a terminal and types KEYS one by one when it asks; \\x04 is Ctrl-D."""
import os, pty, re, select, sys, time
keys, command = sys.argv[1].encode().decode("unicode_escape"), sys.argv[2:]
child, terminal = pty.fork()
if child == 0:
    os.execv(command[0], command)
said, limit = b"", time.time() + 10
while time.time() < limit:
    if select.select([terminal], [], [], 0.1)[0]:
        try:
            got = os.read(terminal, 65536)
        except OSError:
            break
        if not got:
            break
        said += got
    elif keys and re.search(b"quit [^\n]*$", said):
        os.write(terminal, keys[0].encode())
        keys = keys[1:]
else:
    os.kill(child, 9)
    said += b"\nhangs\n"
sys.stdout.buffer.write(said.replace(b"\r\n", b"\n"))
code = os.waitpid(child, 0)[1]
sys.exit(128 if os.WIFSIGNALED(code) else os.WEXITSTATUS(code))
PYTHON
# press KEYS OPTION...: answers into the folder typed.
press() { keys=$1; shift; rm -rf typed; run $PYTHON keys.py "$keys" "$RENMAI" review -i -g typed "$@"; }

press sd -k merge
ok "s and d: all is answered" status 0
ok "same is written" grep -q '^person:李彤@' typed/same.tsv
ok "once" [ "$(rows typed/same.tsv)" = 1 ]
ok "different, too" grep -q '^person:田小禾@砚川区	person:田晓禾@砚川区	' typed/different.tsv
ok "once" [ "$(rows typed/different.tsv)" = 1 ]
ok "the keys are told" out 's same, d different, i ignore, n next, q quit'
ok "and where it is written" out '-> typed/same.tsv:'
ok "and how much" out "2 settled: they take effect with the next renmai build -g typed"
"$RENMAI" build -o decided -g places -g wanted -g typed in > log
review -o decided
ok "the next build keeps to it" not grep -Eq '^[0-9]+\. merge ' out
press i -k person
ok "i: ignore is written" grep -q '^person:裴春娥@砚川区	' typed/ignore.tsv
press nn -k merge
ok "n: nothing is written" [ ! -e typed ]
ok "and nothing is settled" out "0 settled"
press ns -k merge
ok "n goes on to the next" grep -q '田晓禾' typed/same.tsv
press qs -k merge
ok "q: nothing is written" [ ! -e typed ]
ok "and the second one is not asked" not grep -q '^2\. ' out
press 'sq' -k merge
ok "what was answered before q stays" [ "$(rows typed/same.tsv)" = 1 ]
press 'xS7\x1bis' -k merge
ok "other keys do nothing: the answers after them count" [ -e typed/ignore.tsv ]
ok "for the first and the second" [ "$(rows typed/ignore.tsv)$(rows typed/same.tsv)" = 11 ]
press 'sdi' -k person
ok "a person cannot be the same as nobody" [ ! -e typed/same.tsv ]
ok "but ignored" [ "$(rows typed/ignore.tsv)" = 1 ]
press 'sdin' -k border
ok "a border has no answer but the next one" [ ! -e typed ]
ok "and that ends it" out "0 settled"
press '\x04' -k merge
ok "the end of input quits" status 0
ok "and nothing is written" [ ! -e typed ]
run "$RENMAI" review -i -g typed < /dev/null
ok "so does an input that is empty" status 0
ok "and nothing is written" [ ! -e typed ]
printf 's' > key
run "$RENMAI" review -i -k merge -g typed < key
ok "keys from a file are answers, too" [ "$(rows typed/same.tsv)" = 1 ]
mkdir last
"$RENMAI" build -o with-last -g places -g wanted -g last in > log
run "$RENMAI" review -o with-last -i -k merge < key
ok "without -g they go to the last one of the build" [ "$(rows last/same.tsv)" = 1 ]
mkdir nothing
"$RENMAI" build -o without in > log
run "$RENMAI" review -o without -i < key
ok "where the build had none, it is misuse" status 2
ok "and says what to do" err "-g mine"

# ---- nothing
rm -rf in
mkdir in
printf '## 春耕\n\n本报讯 3月4日，县委书记黄若松出席会议并讲话，县长白采薇主持会议。\n' > in/砚川报2021-03-04.txt
"$RENMAI" build -o clear in > log
review -o clear
ok "where nothing is doubtful" status 0
ok "that is said" out "Nothing is doubtful."
ok "and the build does not send anybody there" not grep -q doubts log
cd "$root" || exit 1
done_testing
