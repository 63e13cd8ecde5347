#!/bin/sh
# --format of the questions, and what a terminal changes: width, colour, pager.
set -u
. tests/cli/tap.inc
"$RENMAI" build -g "$root/seeds/gazetteer" -o "$dir/output" "$root/seeds" > "$dir/log" 2>&1 || cat "$dir/log"
cd "$dir" || exit 1

cat > same.py <<'PYTHON'
"""same.py: json, csv and tsv hold the same; prints the keys."""
import csv, json
rows = json.load(open("rows.json", encoding="utf-8"))
spelt = lambda v: "" if v is None else str(int(v)) if isinstance(v, bool) else str(v)
wanted = [{k: spelt(v) for k, v in row.items()} for row in rows]
assert rows and list(csv.DictReader(open("rows.csv", encoding="utf-8", newline=""))) == wanted, "csv"
head, *lines = [line.split("\t") for line in open("rows.tsv", encoding="utf-8").read().split("\n")[:-1]]
assert [dict(zip(head, line)) for line in lines] == wanted, "tsv"
print(*rows[0])
PYTHON
# rows COMMAND...: its rows in all formats; prints the keys.
rows() {
    for format in json csv tsv; do "$RENMAI" "$@" --format $format > rows.$format || return 1; done
    $PYTHON same.py
}
ok "who as json, csv and tsv" [ "$(rows who 贺振庭)" = "id name kind title articles sentences first_together last_together" ]
ok "mentions" [ "$(rows mentions 贺振庭)" = "date doc article headline title sentence rules" ]
ok "career" [ "$(rows career 郝春生)" = "person id organisation post from from_estimated to to_estimated articles new ended" ]
ok "career of a body has the same keys" [ "$(rows career --org 砚川区教育局)" = "person id organisation post from from_estimated to to_estimated articles new ended" ]
ok "why of two" [ "$(rows why 郝春生 苏明哲)" = "date doc article headline has_a has_b sentence rules" ]
ok "why of one" [ "$(rows why 凌晓舟)" = "printed taken_for mentions issues" ]
"$RENMAI" career 郝春生 --format json > rows.json
ok "numbers, flags and what is unknown have their types" $PYTHON -c '
import json
a, b = json.load(open("rows.json"))
assert b["to"] == "2025-06-30" and b["to_estimated"] is True and b["articles"] == 2 and b["ended"] is None
assert a["to_estimated"] is False and a["ended"] == "2024-03-12" and a["new"] is False'
run "$RENMAI" who 贺振庭 --format table
ok "a table has no lines above it" [ "$(head -n 1 out | cut -c 1-4)" = NAME ]
run "$RENMAI" who 柯小宁 --format json
ok "nothing is an empty array" [ "$(cat out)" = "[]" ]
run "$RENMAI" who 贺振庭 --format xml
ok "an unknown format is misuse" status 2
ok "and the formats are named" err "table, tsv, csv or json"
run "$RENMAI" who -v 贺振庭 --format csv
ok "so are sentences as rows of who" status 2

cat > terminal.py <<'PYTHON'
"""terminal.py WIDTH COMMAND...: runs it on a terminal of that width, prints what it says."""
import fcntl, os, pty, struct, sys, termios
pid, master = pty.fork()
if pid == 0:
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, int(sys.argv[1]), 0, 0))
    os.environ["TERM"] = "xterm"
    os.execvp(sys.argv[2], sys.argv[2:])
said = b""
while True:
    try:
        part = os.read(master, 65536)
    except OSError:
        break
    if not part:
        break
    said += part
sys.stdout.buffer.write(said.replace(b"\r\n", b"\n"))
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
PYTHON
unset COLUMNS NO_COLOR
run $PYTHON terminal.py 50 env PAGER=cat "$RENMAI" who 苏明哲 --format table
ok "a table on a terminal" status 0
ok "has colour" grep -q "$(printf '\033')" out
cat > fits.py <<'PYTHON'
import re, sys, unicodedata
text = re.sub("\033\\[[0-9]*m", "", open("out", encoding="utf-8").read())
wide = lambda s: sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in s)
assert all(wide(line) <= int(sys.argv[1]) for line in text.splitlines()), text
assert ("…" in text) == (sys.argv[2] == "cut"), text
PYTHON
run $PYTHON terminal.py 72 env PAGER=cat "$RENMAI" who 苏明哲 --format table
ok "fits its width" $PYTHON fits.py 72 cut
ok "the one name that is longer than the rest is cut, too, where nothing else helps" out 澜江砚谷新材料股份有…
run $PYTHON terminal.py 84 env PAGER=cat "$RENMAI" who 苏明哲 --format table
ok "else titles alone are cut" $PYTHON fits.py 84 cut
ok "and names are whole" out 澜江砚谷新材料股份有限公司
run $PYTHON terminal.py 200 env PAGER=cat "$RENMAI" who 苏明哲 --format table
ok "and is cut no more than it has to be" $PYTHON fits.py 200 whole
run $PYTHON terminal.py 80 env PAGER=cat NO_COLOR=1 "$RENMAI" who 苏明哲
ok "NO_COLOR takes the colour away" not grep -q "$(printf '\033')" out
run $PYTHON terminal.py 80 env PAGER='sed "s/^/paged: /"' "$RENMAI" who 苏明哲
ok "PAGER gets the answer" out "paged: 砚川区委"
ok "with its colour" grep -q "$(printf '\033')" out
run $PYTHON terminal.py 80 env PAGER='no-such-pager' "$RENMAI" who 苏明哲
ok "without a pager it comes all the same" out 砚川区委
run env PAGER='sed "s/^/paged: /"' "$RENMAI" who 苏明哲
ok "what goes to no terminal is not paged" not grep -q paged out
run $PYTHON terminal.py 80 env PAGER='sed "s/^/paged: /"' "$RENMAI" who 无此人
ok "an error is not paged" not grep -q paged out
cd "$root" || exit 1
done_testing
