#!/usr/bin/python3
"""hostile.py DB [escapes]: gives the entities of a built database, and all else that files show, the worst texts there
are: what scans, careless input and clever people make of names. escapes: those that some format or reader takes for
something else, whatever is done."""
import sqlite3
import sys

NAMES = [
    "乙'单'引", "A&B <公司> 'x'", "丙]]>丁", "<![CDATA[戊]]>", "<b>庚</b>", "辛\u0001\u0008\u001f壬", "𠮷田𠀀", "2021.03.04",
    "1.2.3", "-", "--", "->", ".", "-.5", "+86", "=1+1", "@甲", "'", "张\t三\n李\r\n四", "  前 后  ", "张　三", "宽　　宽",
    "不间断\u00a0空格", "行\u2028段\u2029", "字" * 1366, "a" * 5000, "x,y;z", "{甲|乙}", "[丙]", "#丁", "// 戊", "/* 己 */",
    "*Edges", "%s%n%d", "NaN", "true", "0012", "1e999", "0x1F", "e\u0301 é", "ﬁ ½", "\u202e反\u202c", "零\u200b宽\u200d连",
    "\ufeff标记", "非\uffff字\ufdd0符", "😀👨\u200d👩\u200d👧", "𝒳" * 40, "strict", "graph", "node", "subgraph",
    "edge [color=red];", "]", "]]", "</data>", "--><!--", "<?xml?>", "\u0001", "ÿ", "کتاب", "ไทย", "ㄅㄆㄇ", "龥䶵㐀",
    "\ue000私用", "甲；乙", "co_mention", "n0", "p12", "R&D", "甲\"双\"引", "\"",
]
ESCAPES = ["\\", "尾\\", "甲\\\\乙", "\\N\\G\\L", "换\\n行", "&amp;己&#24352;", "&lt;", "&quot;引&quot;", "甲\"双\"引", "\""]
# Bytes that are no UTF-8: as a database may hold them that others have written to.
BROKEN = [b"\xe5\xbc\xa0\xff\xe4\xb8\x89", b"\xe5\xbc", b"\xed\xa0\x80x", b"\xf0\x9f\x98y"]
# As long as a Chinese character in UTF-8, so that the places of sentences stay what they are.
THREE_BYTES = ["]]>", "&<\"", "\u0001\u0002\u0003", "<!-", "\t \n", "<&>", "'\"`", "&#1", "\u3000", "\uffff"]


def worst(n):
    names = ESCAPES if sys.argv[2:] == ["escapes"] else NAMES
    return names[n % len(names)]


def spoil(text, n):
    """Every seventh Chinese character is something else, other things for other @n."""
    return "".join(THREE_BYTES[(i + n) % len(THREE_BYTES)] if "\u4e00" <= c <= "\u9fff" and (i + n) % 7 == 0 else c
                   for i, c in enumerate(text))


def main():
    db = sqlite3.connect(sys.argv[1])
    ids = [row[0] for row in db.execute("SELECT id FROM entity WHERE mentions > 0 AND role IS NOT 'reporter' ORDER BY key")]
    for n, entity in enumerate(ids):
        db.execute("UPDATE entity SET name = ? WHERE id = ?", (worst(n), entity))
        db.execute("UPDATE entity SET title = ? WHERE id = ? AND title IS NOT NULL", (worst(3 * n + 1), entity))
    for n, text in enumerate(BROKEN):
        db.execute("UPDATE entity SET name = CAST(? AS TEXT) WHERE id = ?", (text, ids[-1 - n]))
    for n, (rowid, title) in enumerate(db.execute("SELECT id, title FROM position ORDER BY id").fetchall()):
        db.execute("UPDATE position SET title = ? WHERE id = ?", (worst(5 * n) + title, rowid))
    for n, row in enumerate(db.execute("SELECT entity, text FROM alias ORDER BY entity, text").fetchall()):
        db.execute("UPDATE alias SET text = ? WHERE entity = ? AND text = ?", (row[1] + worst(7 * n).replace(";", ""), *row))
    for n, (article, text) in enumerate(db.execute("SELECT id, text FROM article ORDER BY id").fetchall()):
        db.execute("UPDATE article SET text = ?, title = ? WHERE id = ?", (spoil(text, n), worst(n), article))
    for (issue,) in db.execute("SELECT id FROM issue").fetchall():
        db.execute("UPDATE issue SET doc = doc || ? WHERE id = ?", (" \"<&>'\\\t\n" + worst(issue), issue))
    db.commit()


main()
