#!/bin/sh
# How a name may be given: as printed, as pinyin, by its beginning; and what is said where it is not known.
set -u
. tests/cli/tap.inc
"$RENMAI" build -g "$root/seeds/gazetteer" -o "$dir/output" "$root/seeds" > "$dir/log" 2>&1 || cat "$dir/log"
cd "$dir" || exit 1
who() { "$RENMAI" who --limit 1 "$1" > out 2> err && head -n 1 out; }

for name in hezhenting 'he zhenting' 'He Zhenting' HEZHENTING 'Hè Zhèntíng' "he'zhen'ting" 贺振 '贺 振庭' hezhenti; do
    ok "$name" [ "$(who "$name")" = "贺振庭  person  云江市副市长" ]
done
ok "pinyin of a firm" [ "$(who yunjiangxiuchungefushiyouxiangongsi)" = "云江绣春阁服饰有限公司  company" ]
ok "a whole name is no beginning" [ "$(who 砚川区委)" = "砚川区委  organisation" ]
run "$RENMAI" who lixiaoyan
ok "what may be two is a failure" status 1
ok "and both are listed by their ids" [ "$(grep -c '^person:李晓燕@' out)" = 2 ]
ok "with what tells them apart" out 砚池街道文星社区党委书记
run "$RENMAI" who "$(sed -n 's/^\(person:李晓燕@恒山县\) .*/\1/p' out)"
ok "an id from the list is an answer" status 0
run "$RENMAI" who 砚
ok "a beginning of many is a failure" status 1
ok "which lists the most printed" [ "$(grep -c '^[a-z]*:' out)" = 20 ]
ok "and says how many there are" err ", of which these 20 are printed most"
for name in 何振庭 贺振廷 贺庭振; do
    run "$RENMAI" who $name
    ok "$name is not known" status 1
    ok "but like one" err "did you mean 贺振庭"
done
run "$RENMAI" who hezhentong
ok "a slip in pinyin" err "did you mean 贺振庭"
run "$RENMAI" who 水利局
ok "what is a part of names only" err "did you mean 区水利局, 砚川区水利局"
run "$RENMAI" who qqqq
ok "what is like nothing" err "nor a name like it"
run "$RENMAI" career hezhenting
ok "career takes pinyin" status 0
run "$RENMAI" why hezhenting sumingzhe
ok "so does why" status 0
run "$RENMAI" decide -g mine ignore 贺振
ok "but decide takes no beginning" status 1
ok "and tells the name" err 贺振庭

cat > plans.py <<'PYTHON'
"""plans.py SQL...: every table of these statements is searched by an index."""
import sqlite3, sys
db = sqlite3.connect("output/renmai.db")
for path in sys.argv[1:]:
    text = "".join(line.split("--")[0] for line in open(path, encoding="utf-8"))
    for statement in filter(str.strip, text.split(";")):
        n = 1 + max(i for i in range(4) if f"?{i}" in statement or i == 0)
        for *_, step in db.execute("EXPLAIN QUERY PLAN " + statement, ["x"] * (n - 1)):
            assert not step.startswith("SCAN"), (path, step)
PYTHON
ok "names are looked up by indexes" $PYTHON plans.py "$root/src/store/find.sql" "$root/src/store/guess.sql"
cd "$root" || exit 1
done_testing
