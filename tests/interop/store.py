"""What the network must be, worked out anew from the database alone: from tables entity, mention, article, sentence,
alias and position."""
import collections
import functools
import itertools
import math
import re
import sqlite3
import unicodedata

KINDS = {"person": "person", "org": "organization", "company": "company", "place": "place"}
SMALLEST, LARGEST = 4, 100
SPACES = "\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200b)))


def is_forbidden(c):
    code = ord(c)
    return unicodedata.category(c) == "Cc" or code & 0xfffe == 0xfffe or 0xfdd0 <= code <= 0xfdef or code == 0xfeff


def shown(text):
    """A text as files show it: composed, without what XML forbids, white space collapsed to one (wide where all of it
    is)."""
    out, gap = [], ""
    for c in unicodedata.normalize("NFC", text or ""):
        if c in SPACES:
            gap = "\u3000" if c == "\u3000" and gap in ("", "\u3000") else " "
        elif not is_forbidden(c):
            out.append((gap if out else "") + c)
            gap = ""
    return "".join(out)


def flat(text):
    """A text without white space, as files show it."""
    return re.sub(r"\s", "", shown(text))


def joined(texts):
    return shown(";".join(texts))


class Node:
    """A node of the network; its attributes are named as in the files."""

    def __init__(self, row):
        self.entity, self.id, self.key, raw, self.name, self.title, self.parent, self.parent_kind = row
        self.raw_kind, self.kind = raw, KINDS[raw]
        self.mentions = 0
        self.places = collections.defaultdict(set) # article → sentences
        self.aliases, self.titles, self.bodies = [], [], {}


class Store:
    """nodes: id → attributes; edges: (kind, ends) → attributes, ends being a frozenset, or a pair where directed."""

    def __init__(self, path, links=False):
        self.db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.db.text_factory = lambda text: text.decode("utf-8", "replace")
        self.articles = {row[0]: row[1:] for row in
                         self.db.execute("SELECT a.id, a.issue, a.date, i.doc, a.n FROM article a"
                                         " JOIN issue i ON i.id = a.issue")}
        self.read_nodes()
        self.edges = dict(self.comentions())
        if links:
            self.edges.update(self.posts())
            self.edges.update(self.parts())
        self.names = collections.Counter((node.kind, node.name) for node in self.by_entity.values())
        self.roots = [math.sqrt(node.mentions) for node in self.by_entity.values()]
        self.nodes = {node.id: self.describe(node) for node in self.by_entity.values()}
        self.count_degrees()

    def read_nodes(self):
        entities = {row[0]: Node(row) for row in
                    self.db.execute("SELECT e.id, e.node, e.key, e.kind, e.name, e.title, e.parent, p.kind FROM entity e"
                                    " LEFT JOIN entity p ON p.id = e.parent")}
        for entity, article, sentence in self.db.execute("SELECT entity, article, sentence FROM mention WHERE form = 'name'"
                                                         " AND role IS NOT 'reporter' AND entity IS NOT NULL"):
            entities[entity].mentions += 1
            entities[entity].places[article].add(sentence)
        self.by_entity = {entity: node for entity, node in entities.items() if node.mentions > 0}
        for entity, text in self.db.execute("SELECT entity, text FROM alias"):
            if entity in self.by_entity and text != self.by_entity[entity].name:
                self.by_entity[entity].aliases.append(text)
        for person, title, body, name in self.db.execute("SELECT p.entity, p.title, b.id, b.name FROM position p"
                                                         " LEFT JOIN entity b ON b.id = p.body"):
            if person in self.by_entity:
                self.by_entity[person].titles.append(title)
                if body is not None:
                    self.by_entity[person].bodies[body] = name

    # ---- articles ----

    @functools.lru_cache(maxsize=10000)
    def reference(self, article):
        """How evidence names it: "DOC#N:"."""
        _, _, doc, n = self.articles[article]
        return shown(f"{doc}#{n}:")

    @functools.lru_cache(maxsize=10000)
    def texts(self, article):
        """Its text and title, flat."""
        return [flat(text) for text in
                self.db.execute("SELECT text, title FROM article WHERE id = ?", (article,)).fetchone()]

    # ---- edges ----

    def days(self, articles):
        return sorted({self.articles[a][1] for a in articles} - {None})

    def edge(self, kind, articles, weight, **more):
        days = self.days(articles)
        return {"kind": kind, "weight": weight, "articles": len(articles), "first_seen": days[0] if days else "",
                "last_seen": days[-1] if days else "", "days": days, "shared": articles, **more}

    def comentions(self):
        by_article = collections.defaultdict(list)
        for node in self.by_entity.values():
            for article in node.places:
                by_article[article].append(node)
        pairs = collections.defaultdict(list)
        for article, nodes in by_article.items():
            for a, b in itertools.combinations(nodes, 2):
                pairs[frozenset((a.entity, b.entity))].append(article)
        for pair, articles in pairs.items():
            a, b = (self.by_entity[entity] for entity in pair)
            sentences = sum(len(a.places[n] & b.places[n]) for n in articles)
            yield ("co_mention", frozenset((a.id, b.id))), self.edge("co_mention", articles, len(articles),
                                                                    sentences=sentences, titles="")

    def posts(self):
        found = collections.defaultdict(list)
        for person, body, article, title in self.db.execute("SELECT entity, body, article, title FROM position"):
            if person in self.by_entity and body in self.by_entity:
                found[person, body].append((article, title))
        for (person, body), rows in found.items():
            articles = {article for article, _ in rows}
            ends = self.by_entity[person].id, self.by_entity[body].id
            yield ("holds_post", ends), self.edge("holds_post", articles, len(articles), sentences=0,
                                                  titles=joined(sorted({title for _, title in rows})))

    def parts(self):
        for node in self.by_entity.values():
            if node.parent in self.by_entity:
                into_place = node.parent_kind == "place" and node.raw_kind != "place"
                kind = "located_in" if into_place else "part_of"
                yield (kind, (node.id, self.by_entity[node.parent].id)), self.edge(kind, [], 1, sentences=0, titles="")

    def links(self):
        """Table link as it stands: (ends) → (articles, sentences, first_seen, last_seen)."""
        return {frozenset(row[:2]): row[2:] for row in
                self.db.execute("SELECT a.node, b.node, l.articles, l.sentences, coalesce(l.first_seen, ''),"
                                " coalesce(l.last_seen, '') FROM link l JOIN entity a ON a.id = l.a"
                                " JOIN entity b ON b.id = l.b")}

    # ---- nodes ----

    def label(self, node):
        """The name, and what follows @ in the key where another node of the kind bears it too."""
        qualifier = node.key.partition("@")[2] if self.names[node.kind, node.name] > 1 else ""
        return shown(f"{node.name}（{qualifier}）" if qualifier else node.name)

    def size(self, node):
        least, span = min(self.roots), max(self.roots) - min(self.roots)
        part = (math.sqrt(node.mentions) - least) / span if span > 0 else 0
        return SMALLEST + (LARGEST - SMALLEST) * part

    def describe(self, node):
        days = self.days(node.places)
        return {"label": self.label(node), "name": shown(node.name), "kind": node.kind, "mentions": node.mentions,
                "articles": len(node.places), "issues": len({self.articles[a][0] for a in node.places}),
                "first_seen": days[0] if days else "", "last_seen": days[-1] if days else "", "days": days,
                "title": shown(node.title), "titles": joined(sorted(set(node.titles))),
                "orgs": joined(node.bodies.values()), "aliases": joined(sorted(node.aliases)), "size": self.size(node),
                "degree": 0, "weighted_degree": 0.0}

    def count_degrees(self):
        for (_, ends), edge in self.edges.items():
            for end in ends:
                self.nodes[end]["degree"] += 1
                self.nodes[end]["weighted_degree"] += edge["weight"]
