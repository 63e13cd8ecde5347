#!/usr/bin/python3
"""archive.py RENMAI FOLDER NODES EDGES: an invented archive of as many nodes and about as many links (a few more), as the
database FOLDER/renmai.db. It is like a real one in what makes a network slow: districts of very different sizes, few names in
very many articles and many in one or two, articles of two to thirty names, some of whom belong elsewhere. The same numbers give
the same archive. The tables and indexes are RENMAI's own."""
import bisect
import itertools
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile

ELSEWHERE = 0.08  # of the names of an article
PER_ISSUE = 30  # articles
NAMES_PER_SENTENCE = 3
KINDS = ("person",) * 14 + ("org",) * 3 + ("company", "place", "place")


class Weighted:
    """Members that are drawn more often the heavier they are, as few people are in the paper every day."""

    def __init__(self, members):
        self.members = members
        self.sums = list(itertools.accumulate(random.paretovariate(1.2) for _ in members))

    def draw(self):
        return self.members[bisect.bisect(self.sums, random.random() * self.sums[-1])]


def districts(nodes):
    """Lists of nodes, few of them long."""
    rest = random.sample(range(1, nodes + 1), nodes)
    while rest:
        size = min(len(rest), int(20 * random.paretovariate(1)), nodes // 8)
        yield rest[:size]
        del rest[:size]


def articles(nodes, edges):
    """Lists of nodes, until each has been named and there are @edges links."""
    groups = [Weighted(members) for members in districts(nodes)]
    home = {member: group for group in groups for member in group.members}
    everybody = Weighted(range(1, nodes + 1))
    unnamed = random.sample(range(1, nodes + 1), nodes)
    links = set()
    while unnamed or len(links) < edges:
        first = unnamed.pop() if unnamed else everybody.draw()
        names = {first}
        for _ in range(min(29, int(2.2 * random.paretovariate(1.6)) - 1)):
            names.add((everybody if random.random() < ELSEWHERE else home[first]).draw())
        names = sorted(names)
        links.update(a * (nodes + 1) + b for a, b in itertools.combinations(names, 2))
        yield names


def name_of(node):
    return "".join(chr(0x4E00 + 7 * ((node * step) % 2000)) for step in (1, 31, 977))


def key_of(node):
    return f"{KINDS[node % len(KINDS)]}:{name_of(node)}@{node}"


def fill(db, nodes, edges):
    local = [(n, key_of(n), KINDS[n % len(KINDS)], name_of(n)) for n in range(1, nodes + 1)]
    db.executemany("INSERT INTO local VALUES (?, ?, ?, ?)", local)
    db.executemany(
        "INSERT INTO entity (id, key, node, kind, name, surname) VALUES (?, ?, ?, ?, ?, 1)",
        ((n, key, f"{kind[0]}{n:010x}", kind, name) for n, key, kind, name in local),
    )
    bodies = [n for n, _, kind, _ in local if kind == "org"]
    for number, names in enumerate(articles(nodes, edges)):
        issue, n = divmod(number, PER_ISSUE)
        date = f"{2019 + issue % 5}-{1 + issue % 12:02}-{1 + issue % 28:02}"
        if n == 0:
            db.execute("INSERT INTO issue (id, doc, date, date_source, encoding, invalid_bytes, bytes, hash, parted, head) "
                       "VALUES (?, ?, ?, 'name', 'UTF-8', 0, 0, '', 0, '')",
                       (issue + 1, f"{date}-{issue}.txt", date))
        text, start, end = "", 0, 0
        for name, node in enumerate(names):
            sentence, place = divmod(name, NAMES_PER_SENTENCE)
            if place == 0:
                start = end
                some = f"本报第{number}条第{sentence}句说了一些平常的事情，提到的有"
                some += "、".join(name_of(other) for other in names[name:name + NAMES_PER_SENTENCE]) + "。"
                text += some
                end = start + len(some.encode())
                db.execute("INSERT INTO sentence VALUES (?, ?, ?, ?, 0, 0)", (number + 1, sentence, start, end))
            mention = db.execute(
                "INSERT INTO mention (article, local, entity, form, role, sentence, start, end, start_cp, end_cp, text) "
                "VALUES (?, ?, ?, 'name', 'other', ?, ?, ?, 0, 0, ?)",
                (number + 1, node, node, sentence, start, end, name_of(node))).lastrowid
            if KINDS[node % len(KINDS)] == "person" and node % 5 == 0:
                body = bodies[node % len(bodies)]
                db.execute("INSERT INTO position (mention, article, local, entity, title, post, local_body, body, tense) "
                           "VALUES (?, ?, ?, ?, ?, '书记', ?, ?, 'held')",
                           (mention, number + 1, node, node, f"{name_of(body)}书记", body, body))
        db.execute("INSERT INTO article (id, issue, n, title, date, doubtful, start, end, start_cp, end_cp, text) "
                   "VALUES (?, ?, ?, '平常的事情', ?, 0, 0, ?, 0, 0, ?)",
                   (number + 1, issue + 1, n, date, end, text))
    db.execute("ANALYZE")  # else SQLite believes the tables empty, and scans them
    db.execute("INSERT INTO alias SELECT entity, text, count(*) FROM mention GROUP BY entity, text")
    db.execute("UPDATE entity SET role = iif(kind = 'person', 'other', NULL), (mentions, articles, first_seen, last_seen) = ("
               "SELECT count(*), count(DISTINCT m.article), min(a.date), max(a.date) "
               "FROM mention m JOIN article a ON a.id = m.article WHERE m.entity = entity.id)")


def main():
    renmai, folder, nodes, edges = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    random.seed(1)
    with tempfile.TemporaryDirectory() as work:
        pathlib.Path(work, "2024-01-01.txt").write_text("本报讯\n")
        subprocess.run([renmai, "build", "-o", folder, work], check=True, stdout=subprocess.DEVNULL)
    db = sqlite3.connect(folder / "renmai.db")
    db.execute("PRAGMA synchronous = off")
    for table in "sentence", "article", "issue":
        db.execute(f"DELETE FROM {table}")
    fill(db, nodes, edges)
    db.commit()
    db.execute("ANALYZE")


main()
