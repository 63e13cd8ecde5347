#!/bin/sh
# renmai extract and build on all that papers come in: archives, pages, JSON lines, and hostile ones of each.
set -u
. tests/cli/tap.inc

in=$dir/in
mkdir "$in"
cat > "$dir/make.py" <<'PYTHON'
import io, json, os, sys, tarfile, zipfile
folder = sys.argv[1]

def text(n):
    return ("## 全县春耕工作会议召开\n\n本报讯（记者 田小禾）3月4日，全县第%d次春耕工作会议召开。县委书记黄若松出席会议并讲话，"
            "县长白采薇主持会议。\n" % n)

def page(n):
    return "<html><head><meta charset=gb2312></head><body><nav>首页</nav><h1>会议召开</h1><p>%s</p></body></html>" \
        % text(n).split("\n")[2]

def pack(name, members, kind=zipfile.ZipInfo):
    with zipfile.ZipFile(os.path.join(folder, name), "w", zipfile.ZIP_DEFLATED) as z:
        for member, data in members:
            z.writestr(kind(member), data, zipfile.ZIP_DEFLATED)

class Gbk(zipfile.ZipInfo):  # as Windows in China names members: no UTF-8 flag
    def _encodeFilenameFlags(self):
        return self.filename.encode("gbk"), self.flag_bits & ~0x800

members = [("砚川报/2021/03/2021-03-04.txt", text(1).encode()), ("砚川报/2021/03/05.html", page(2).encode("gbk")),
           ("砚川报/2021年3月6日.md", text(3).encode("gbk")), ("图片.jpg", b"x"), ("readme.txt", b"x"),
           ("__MACOSX/._2021-03-04.txt", b"x"), (".git/2021-03-04.txt", b"x")]
for name, data in members:
    path = os.path.join(folder, "folder", name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    open(path, "wb").write(data)
pack("good.zip", members)
pack("gbk.zip", members, Gbk)
for suffix, mode in (("tar", "w"), ("tar.gz", "w:gz"), ("tgz", "w:gz"), ("tar.xz", "w:xz"), ("tar.bz2", "w:bz2")):
    with tarfile.open(os.path.join(folder, "good." + suffix), mode) as tar:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("2021-03-07.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
pack("evil.zip", [("../../etc/2021-03-04.txt", text(1)), ("/abs/2021-03-05.txt", text(2)), ("a\\..\\2021-03-06.txt", text(3))])
pack("empty.zip", [])
pack("pictures.zip", [("a.jpg", "x")])
pack("nested.zip", [("2021-03-04.txt", text(1)), ("2021-03-05.zip", "x"), ("2021-03-06.rar", "x"), ("2021-03-07.txt", text(4))])
pack("large.zip", [("2021-03-04.txt", text(1)), ("noise.bin", os.urandom(1 << 20)), ("2021-03-05.txt", "云" * 23_000_000),
                   ("2021-03-06.txt", text(3))])
pack("bomb.zip", [("2021-03-04.txt", text(1))] + [("%d.txt" % n, "云" * 5_000_000) for n in range(3)] +
     [("2021-03-05.txt", text(2))])
# A stored member is as long as its text: cut off in the last one.
with zipfile.ZipFile(os.path.join(folder, "cut.zip"), "w") as z:
    for n in range(1, 4):
        z.writestr("2021-03-0%d.txt" % n, text(n) * 30)
cut = open(os.path.join(folder, "cut.zip"), "rb").read()
open(os.path.join(folder, "cut.zip"), "wb").write(cut[:len(text(1).encode()) * 75])
changed = bytearray(cut)
changed[len(text(1).encode()) * 40] ^= 0xff
open(os.path.join(folder, "changed.zip"), "wb").write(changed)
with tarfile.open(os.path.join(folder, "cut.tar.gz"), "w:gz") as tar:
    for n in range(1, 4):
        data = text(n).encode() + os.urandom(200_000).hex().encode()
        for name, data in (("2021-03-0%d.txt" % n, text(n).encode()), ("%d.bin" % n, os.urandom(200_000))):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
cut = open(os.path.join(folder, "cut.tar.gz"), "rb").read()
open(os.path.join(folder, "cut.tar.gz"), "wb").write(cut[:len(cut) * 5 // 6])
open(os.path.join(folder, "none.zip"), "w").write("no archive")
open(os.path.join(folder, "old.rar"), "w").write("Rar!")
# Encrypted by ZIP's own cipher: the flag alone makes a reader ask for a password.
pack("locked.zip", [("2021-03-0%d.txt" % n, text(n)) for n in (4, 5)])
locked = bytearray(open(os.path.join(folder, "locked.zip"), "rb").read())
for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
    at = locked.find(mark)
    while at >= 0:
        locked[at + offset] |= 1
        at = locked.find(mark, at + 1)
open(os.path.join(folder, "locked.zip"), "wb").write(locked)

articles = [{"date": "2021-03-04", "title": "全县春耕工作会议召开", "text": "县委书记黄若松出席会议并讲话，", "paper": "砚川报"},
            {"日期": "2021年3月5日", "标题": "另一天", "正文": "县长白采薇主持会议。", "报纸": "砚川报"},
            {"date": "2021-03-04T10:00:00+08:00", "text": "白采薇要求，各镇要压实责任。", "source": "砚川报"}]
with open(os.path.join(folder, "news.jsonl"), "w", encoding="utf-8") as out:
    for article in articles:
        out.write(json.dumps(article, ensure_ascii=False) + "\n")
    out.write("{broken\n" + json.dumps({"date": "2021-03-04", "author": "x"}) + "\n")
json.dump(articles, open(os.path.join(folder, "array.json"), "w", encoding="utf-8"), ensure_ascii=False, indent=1)
os.mkdir(os.path.join(folder, "mixed"))
json.dump({"doc": "a.txt", "mentions": []}, open(os.path.join(folder, "mixed", "gold.json"), "w"))
PYTHON
$PYTHON "$dir/make.py" "$in" || exit 1
# Nothing that a test packs may be unpacked anywhere.
find "$dir" | sort > "$dir/before"

# docs: the issues of the last run, in a row.
docs() { grep '"record":"issue"' "$dir/out" | sed 's/.*"doc":"\([^"]*\)".*/\1/' | tr '\n' ' '; }
docs_are() { [ "$(docs)" = "$1" ] || { docs; cat "$dir/err"; false; }; }
# found NAME: the records of the last run, with the archive's name and the order taken out.
found() { sed "s|\"doc\":\"$1/|\"doc\":\"|" "$dir/out" | sort; }

run "$RENMAI" extract "$in/folder"
ok "a folder of text, Markdown and pages by year and month is read" status 0
ok "pages and files of any encoding" docs_are '砚川报/2021/03/05.html 砚川报/2021/03/2021-03-04.txt 砚川报/2021年3月6日.md '
ok "a page's menu is no text" not out '首页'
ok "its names are found" eval '[ "$(grep -c "\"text\":\"黄若松\"" "$dir/out")" = 3 ]'
ok "the folder says which paper it is" eval '[ "$(grep -c "\"paper\":\"砚川报\"" "$dir/out")" = 3 ]'
found x > "$dir/folder"
for name in good.zip gbk.zip good.tar good.tar.gz good.tgz good.tar.xz good.tar.bz2; do
    run "$RENMAI" extract "$in/$name"
    ok "$name is read without a word" eval 'status 0 && err_lines 0'
    found "$name" > "$dir/packed"
    ok "and says what the folder does" cmp "$dir/packed" "$dir/folder"
done
run env LC_ALL=C "$RENMAI" extract "$in/good.zip"
ok "in any locale" docs_are \
    'good.zip/砚川报/2021/03/2021-03-04.txt good.zip/砚川报/2021/03/05.html good.zip/砚川报/2021年3月6日.md '

run "$RENMAI" extract "$in/evil.zip"
ok "names that lead out of an archive lead nowhere" docs_are 'evil.zip/etc/2021-03-04.txt evil.zip/abs/2021-03-05.txt evil.zip/a/2021-03-06.txt '
for name in empty pictures; do
    run "$RENMAI" extract "$in/$name.zip"
    ok "$name.zip has no issue" status 1
    ok "and says so" err "renmai: $in/$name.zip: no issue in it"
done
run "$RENMAI" extract "$in/none.zip"
ok "what is no archive is said" eval 'status 1 && err_lines 1 && err "none.zip: cannot be read as an archive"'
run "$RENMAI" extract "$in/old.rar"
ok "so is an archive of another kind" eval 'status 1 && err_lines 1 && err "old.rar: is an archive of a kind that is not read"'
run "$RENMAI" extract "$in/nested.zip"
ok "archives in an archive are refused" eval 'status 1 && err_lines 2 && err "nested.zip/2021-03-05.zip: is an archive inside an archive"'
ok "the rest of it is read" docs_are 'nested.zip/2021-03-04.txt nested.zip/2021-03-07.txt '
run "$RENMAI" extract "$in/large.zip"
ok "a member that is too large is refused" eval 'status 1 && err_lines 1 && err "large.zip/2021-03-05.txt: is larger than 64 MB"'
ok "the rest of it is read, too" docs_are 'large.zip/2021-03-04.txt large.zip/2021-03-06.txt '
run "$RENMAI" extract "$in/bomb.zip"
ok "a bomb is no archive of issues" eval 'status 1 && err_lines 1 && err "bomb.zip: unpacks to more than 200 times its size"'
ok "what stood before it is read" docs_are 'bomb.zip/2021-03-04.txt '
run "$RENMAI" extract "$in/locked.zip"
ok "encrypted members are told once" eval 'status 1 && err_lines 1 && err "locked.zip: 2 encrypted files in it"'
run "$RENMAI" extract "$in/cut.zip"
ok "of a torn archive what is whole is read" docs_are 'cut.zip/2021-03-01.txt cut.zip/2021-03-02.txt '
ok "the rest is told" eval 'status 1 && err_lines 1 && err "cut.zip/2021-03-03.txt: is damaged"'
run "$RENMAI" extract "$in/changed.zip"
ok "of a changed one, too" docs_are 'changed.zip/2021-03-01.txt changed.zip/2021-03-03.txt '
ok "and it is told" eval 'status 1 && err_lines 1 && err "changed.zip/2021-03-02.txt: is damaged"'
run "$RENMAI" extract "$in/cut.tar.gz"
ok "the same of a torn tar" docs_are 'cut.tar.gz/2021-03-01.txt cut.tar.gz/2021-03-02.txt cut.tar.gz/2021-03-03.txt '
ok "told, too" eval 'status 1 && err_lines 1 && err "cut.tar.gz: is damaged"'

run "$RENMAI" extract "$in/news.jsonl"
ok "lines are issues by paper and day" docs_are 'news.jsonl/砚川报/2021-03-04 news.jsonl/砚川报/2021-03-05 '
ok "bad ones are told by file and line" eval 'status 1 && err_lines 2 && err "news.jsonl:4: is no JSON" && err "news.jsonl:5: has no text"'
ok "where an article begins is certain" eval 'not out "\"doubtful\":true" && [ "$(grep -c "\"record\":\"article\"" "$dir/out")" = 3 ]'
ok "the date is that of the field" out '"date":"2021-03-05","date_source":"field"'
run "$RENMAI" extract "$in/array.json"
ok "so is an array" eval 'status 0 && docs_are "array.json/砚川报/2021-03-04 array.json/砚川报/2021-03-05 "'
run "$RENMAI" extract "$in/mixed/gold.json"
ok "other JSON is told where it is asked for" eval 'status 1 && err "gold.json: has no text"'
run "$RENMAI" extract "$in/mixed"
ok "and passed over in a folder that has no issue" eval 'status 1 && err_lines 1'
cp "$in/folder/砚川报/2021年3月6日.md" "$in/mixed"
run "$RENMAI" extract "$in/mixed"
ok "or one" eval 'status 0 && err_lines 0 && docs_are "2021年3月6日.md "'
ok "standard input is text" eval 'printf "{\"text\":\"县委书记黄若松\"}" | "$RENMAI" extract - | grep -q "\"start\":9"'

# The archive is built from all of it, with what must be read twice; offsets stay those of the text.
mkdir "$in/build"
cp "$in/good.zip" "$in/build"
printf '%s\n' '{"date":"2021-04-01","title":"大会召开","text":"青禾稻米专业合作社（以下简称青禾社）开会，","paper":"砚川报"}' \
    '{"date":"2021-04-01","text":"理事长吴远舟讲话。青禾社捐款，","paper":"砚川报"}' \
    '{"date":"2021-04-02","text":"记者走进青禾社","paper":"砚川报"}' \
    '{"date":"2021-04-02","text":"县长白采薇到青禾社调研。","paper":"砚川报"}' > "$in/build/news.jsonl"
printf '《砚川报》 第1234期\n\n## 青禾社开会\n\n本报讯（记者 田小禾）4月2日，青禾社开会，县长白采薇出席。\n' > "$in/build/2021-04-03.txt"
run "$RENMAI" extract "$in/build"
cp "$dir/out" "$dir/alone"
run "$RENMAI" build -o "$dir/o" "$in/build"
ok "a build reads all of it" eval 'status 0 && out "issues               6"'
run "$RENMAI" extract -o "$dir/o"
cp "$dir/out" "$dir/stored"
cat > "$dir/same.py" <<'PYTHON'
import json, sys
def read(path, wanted):
    records = [json.loads(line) for line in open(path, encoding="utf-8")]
    return sorted(json.dumps([r.get(k) for k in ("doc", "record", "article", "start", "end", "title", "paper", "number")],
                             ensure_ascii=False) for r in records if r["record"] in wanted)
alone, stored = (read(path, ("issue", "article")) for path in sys.argv[1:])
assert alone == stored, "\n".join(set(alone) ^ set(stored))
alone, stored = (set(read(path, ("mention",))) for path in sys.argv[1:])
assert alone < stored, "\n".join(alone - stored)  # the short name is found in more issues
PYTHON
ok "and keeps borders and offsets where it reads twice" $PYTHON "$dir/same.py" "$dir/alone" "$dir/stored"
ok "with the number of the issue" grep -q '"number":"1234"' "$dir/stored"
rm -rf "$dir/o" "$in/mixed/2021年3月6日.md" "$in/build"
ok "nothing was unpacked" eval 'find "$dir" | grep -v "^$dir/[^/]*$" | sort > "$dir/after"; grep -v "^$dir/[^/]*$" "$dir/before" | cmp - "$dir/after"'
done_testing
