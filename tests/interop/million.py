#!/usr/bin/python3
"""million.py DB: adds to a built database, which may be empty, a million and more articles in which the same two persons
are named, and one with a third. All counts are then beyond six digits."""
import sqlite3
import sys

ARTICLES = 1_000_037
COUNT = f"WITH RECURSIVE count (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM count WHERE n + 1 < {ARTICLES}) "


def main():
    db = sqlite3.connect(sys.argv[1])
    db.execute("PRAGMA synchronous = off")
    db.execute("INSERT INTO issue (id, doc, date, date_source, encoding, invalid_bytes, bytes, hash, parted, head) "
               "VALUES (1001, 'many', '2021-03-04', 'name', 'UTF-8', 0, 0, '', 0, '')")
    for i, name in enumerate(("甲", "乙", "丙")):
        db.execute("INSERT INTO entity (id, key, node, kind, name, mentions) VALUES (?, ?, ?, 'person', ?, 1)",
                   (1001 + i, "person:" + name, f"p000000000{i}", name))
        db.execute("INSERT INTO local VALUES (?, ?, 'person', ?)", (1001 + i, name, name))
    db.execute(COUNT + "INSERT INTO article (id, issue, n, title, date, doubtful, start, end, start_cp, end_cp, text) "
               "SELECT 1000 + n, 1001, n, '题', '2021-03-04', 0, 0, 0, 0, 0, '文' FROM count")
    mention = ("INSERT INTO mention (article, local, entity, form, sentence, start, end, start_cp, end_cp, text) "
               "SELECT 1000 + n, {0}, {0}, 'name', 0, 0, 0, 0, 0, '名' FROM count")
    db.execute(COUNT + mention.format(1001))
    db.execute(COUNT + mention.format(1002))
    db.execute(COUNT + mention.format(1003) + " WHERE n = 0")
    db.execute("INSERT INTO sentence SELECT id, 0, 0, 0, 0, 0 FROM article WHERE id >= 1000")
    day = "'2021-03-04'"
    db.execute(f"INSERT INTO link VALUES (1001, 1002, {ARTICLES}, {ARTICLES}, {day}, {day}),"
               f" (1001, 1003, 1, 1, {day}, {day}), (1002, 1003, 1, 1, {day}, {day})")
    db.commit()


main()
