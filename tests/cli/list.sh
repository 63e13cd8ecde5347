#!/bin/sh
# renmai list, show and stats: what is in an archive.
set -u
. tests/cli/tap.inc
cd "$dir" || exit 1
for command in "list persons" "show a.txt#0" stats; do
    run "$RENMAI" $command
    ok "$command without a build fails" status 1
    ok "and says what to do" err "renmai build"
done
"$RENMAI" build -g "$root/seeds/gazetteer" "$root/seeds" > log 2>&1 || cat log

cat > count.py <<'PYTHON'
"""count.py: what list says, counted anew from the mentions, with filters and without."""
import csv, io, os, sqlite3, subprocess
db = sqlite3.connect("output/renmai.db")
kinds = {"persons": "person", "orgs": "org", "companies": "company", "places": "place"}
article = "article a join issue i on i.id = a.issue"

def listed(*arguments):
    text = subprocess.run([os.environ["RENMAI"], "list", *arguments, "--format", "csv"], check=True, capture_output=True,
                          encoding="utf-8").stdout
    return list(csv.DictReader(io.StringIO(text, newline="")))

def has(kind, name):
    """Articles that name it or a part of it."""
    return ("a.id in (with recursive p (id) as (select id from entity where kind = '%s' and name = '%s' union select e.id"
            " from entity e join p on e.parent = p.id) select article from mention where form = 'name' and entity in p)"
            % (kind, name))

filters = {
    (): "1",
    ("--since", "2024"): "a.date >= '2024'",
    ("--since", "2024-03-12", "--until", "2024-11"): "a.date >= '2024-03-12' and a.date < '2024-12'",
    ("--issue", "20240312.md"): "i.doc = '20240312.md'",
    ("--person", "贺振庭"): has("person", "贺振庭"),
    ("--place", "恒山县"): has("place", "恒山县"),
    ("--org", "砚川区教育局", "--until", "2024"): has("org", "砚川区教育局") + " and a.date < '2025'",
}
for options, where in filters.items():
    for what, kind in kinds.items():
        wanted = db.execute(
            f"select e.key, count(*), count(distinct a.id), min(a.date), max(a.date) from {article} join mention m on m.article = a.id"
            f" join entity e on e.id = m.entity where m.form = 'name' and e.kind = ? and {where} group by e.id", (kind,)).fetchall()
        rows = listed(what, *options)
        got = [(r["id"], int(r["mentions"]), int(r["articles"]), r["first_seen"], r["last_seen"]) for r in rows]
        assert sorted(got) == sorted(wanted), (what, options)
        assert [row[1] for row in got] == sorted((row[1] for row in got), reverse=True), (what, options)
    wanted = [f"{doc}#{n}" for doc, n in db.execute(f"select i.doc, a.n from {article} where {where} order by a.date, i.doc, a.n")]
    assert [r["doc"] + "#" + r["article"] for r in listed("articles", *options)] == wanted, options
    wanted = [tuple(map(str, row)) for row in db.execute(
        f"select i.doc, count(*) from {article} where {where} group by i.id order by i.date, i.doc")]
    assert [(r["doc"], r["articles"]) for r in listed("issues", *options)] == wanted, options
PYTHON
export RENMAI
ok "every list holds what the archive holds" $PYTHON count.py
# column N COMMAND...: that column of its rows.
column() {
    n=$1
    shift
    "$RENMAI" list "$@" --format tsv | tail -n +2 | cut -f "$n"
}
column 13 persons --sort last > dates
ok "--sort last has the latest first" sort -c -r dates
column 3 persons --sort name > names
ok "--sort name goes by pinyin" env LC_ALL=C sort -c names
column 3 persons --sort name --reverse > names
ok "--reverse is the other way round" env LC_ALL=C sort -c -r names
column 5 issues --sort articles > counts
ok "issues by their articles" sort -c -n -r counts
column 5 articles --sort persons > counts
ok "articles by their persons" sort -c -n -r counts
ok "--limit" [ "$(column 1 orgs --limit 3 | wc -l)" = 3 ]
ok "--role" [ "$(column 9 persons --role reporter | sort -u)" = reporter ]
run "$RENMAI" list persons --limit 1
ok "people see name, title, body and region" grep -Eq '^苏明哲 +区委书记 +砚川区委 +澜江省云江市砚川区 +18 +9 ' out
run "$RENMAI" list persons --issue 20240312.md --until 2023 --format json
ok "nothing is an empty array" [ "$(cat out)" = "[]" ]
for wrong in "" "people" "persons orgs" "persons --sort size" "persons --sort date" "issues --sort first" "orgs --role official" \
    "persons --role king" "persons --limit -1" "persons --since 2024-13" "persons --format xml"; do
    run "$RENMAI" list $wrong
    ok "list $wrong is misuse" status 2
done
run "$RENMAI" list articles --person 李晓燕
ok "a filter that may mean two is a failure" status 1
ok "which lists them" out person:李晓燕@恒山县

run "$RENMAI" show 2025-02-14.md#0
ok "show answers" status 0
ok "with the headline" [ "$(head -n 1 out)" = 郎茂林当选砚川区区长 ]
ok "date, article and paper" [ "$(sed -n 2p out)" = "2025-02-14  2025-02-14.md#0  澜江省云江市砚川区" ]
ok "the names marked" out '会议选举[郎茂林|person]为[砚川区人民政府|org]区长'
ok "and all who are in it, with the titles of that article" grep -Eq '^苏明哲 +person +区委书记 +2 +person:苏明哲@砚川区$' out
run "$RENMAI" show 20240619.txt
ok "an issue has all its articles" [ "$(grep -c '^2024-06-19  20240619.txt#[0-9]  ' out)" = 6 ]
ok "a surname with a title is marked too" out '[凌书记|person]'
cat > spans.py <<'PYTHON'
"""spans.py: the marks of every article are its mentions, and the text without marks is the file's."""
import json, os, re, sqlite3, subprocess
db = sqlite3.connect("output/renmai.db")
show = lambda *arguments: subprocess.run([os.environ["RENMAI"], "show", *arguments], check=True, capture_output=True,
                                         encoding="utf-8").stdout
for doc, n, text, row in db.execute("select i.doc, a.n, a.text, a.id from article a join issue i on i.id = a.issue").fetchall():
    article, = json.loads(show(f"{doc}#{n}", "--format", "json"))
    assert article["text"] == text
    spans = [(m["start"], m["end"], m["id"]) for m in article["marks"]]
    real = db.execute("select m.start_cp - a.start_cp, m.end_cp - a.start_cp, e.key from mention m join article a on a.id = m.article"
                      " join entity e on e.id = m.entity where a.id = ? order by 1", (row,)).fetchall()
    assert spans == real, (doc, n)
    assert {x["id"]: x["mentions"] for x in article["names"]} == dict(db.execute(
        "select e.key, count(*) from mention m join entity e on e.id = m.entity where m.article = ? and m.form = 'name' group by 1",
        (row,))), (doc, n)
    plain = re.sub(r"\[([^][|]*)\|(?:person|org|company|place)\]", r"\1", show(f"{doc}#{n}"))
    assert text.strip() in plain, (doc, n)
PYTHON
ok "marks are the mentions, and the text is whole" $PYTHON spans.py
run "$RENMAI" show 2025-02-14.md#0 --format tsv
ok "as rows: who is in it" [ "$(head -n 1 out | tr '\t' ' ')" = "doc article name kind title mentions id" ]
for wrong in nowhere.txt nowhere.txt#0 20240312.md#99 20240312.md#x 20240312.md#-1; do
    run "$RENMAI" show $wrong
    ok "show $wrong is a failure" status 1
done
ok "of which the way out is told" err "renmai list articles"
run "$RENMAI" show
ok "show of nothing is misuse" status 2

run "$RENMAI" stats
ok "stats answers" status 0
ok "issues by year" grep -Eq '^issues +2023 +2 +2023-05-18 +2023-10-27$' out
ok "persons by role" grep -Eq '^persons +reporter +15 ' out
ok "who is named most" grep -Eq '^most named persons +苏明哲 +18 ' out
ok "ten of a kind" [ "$(grep -c '^most named places' out)" = 10 ]
ok "a paper that is no daily has no gaps" not grep -q '^days without' out
mkdir daily
for day in 01 02 03 04 07 08 09; do
    printf '## 全县大会召开\n\n县委书记黄若松出席会议。\n' > daily/砚川报2021-03-$day.txt
done
"$RENMAI" build -o daily-output daily > log 2>&1 || cat log
run "$RENMAI" stats -o daily-output
ok "a daily has" grep -Eq '^days without an issue .* 2  2021-03-05  2021-03-06$' out
# A filter that lets everything through is counted anew, and comes to what the build has counted.
same() {
    "$RENMAI" list "$@" --format tsv > plain && "$RENMAI" list "$@" --since 0001 --format tsv > filtered &&
        [ "$(wc -l < plain)" -gt 1 ] && cmp plain filtered
}
for list in persons orgs companies places; do
    ok "$list add up with and without a filter" same "$list"
    ok "and in another order" same "$list" --sort name --reverse --limit 3
done
ok "so do issues" same issues
ok "and articles" same articles --sort mentions
cd "$root" || exit 1
done_testing
