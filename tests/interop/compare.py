#!/usr/bin/python3
"""compare.py [--links] FOLDER: whether each reading FOLDER/readings/READER.FORMAT.json (see read.py) is the network of
FOLDER/renmai.db. What differs is written to FOLDER/deviations/READER.FORMAT, which is empty where all is well. What a
database does not know (places, communities …) must be as in the GraphML file. --links: all kinds of ties are in it."""
import collections
import colorsys
import glob
import json
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

from store import Store, flat

NODE_COUNTS = ("mentions", "articles", "issues", "degree")
NODE_TEXTS = ("name", "kind", "first_seen", "last_seen", "title", "titles", "orgs", "aliases")
# What only the GraphML file says of a node beside its looks.
NODE_REST = ("pinyin", "betweenness", "pagerank", "core", "community", "community_name", "component")
EDGE_COUNTS = ("articles", "sentences")
EDGE_TEXTS = ("kind", "first_seen", "last_seen", "titles")
LISTS = ("titles", "orgs", "aliases")
ALL_OF_NODES = NODE_COUNTS + NODE_TEXTS + ("weighted_degree",) + NODE_REST
ALL_OF_EDGES = EDGE_COUNTS + EDGE_TEXTS + ("npmi", "evidence")
FORMULA = ("=", "+", "-", "@") # what a formula begins with
LOOKS = ("color", "size", "place")
DATES = ("first_seen", "last_seen")
# What Gephi only tells; and igraph, of what it passes over in GML, which is for other programs.
HARMLESS = re.compile("^INFO|'graphics' ignored|stray & character found, will be returned verbatim")
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


def without(names, left_out):
    return tuple(name for name in names if name not in left_out)


class Profile:
    """What of a format a reader keeps. nodes, edges: names of attributes; looks: see LOOKS; ids: "same", "number" where
    the file numbers the nodes, or "key" where it also has an attribute for them; bare: names have lost their "_"; typed:
    integers are integers; days: nodes and edges have their dates; moved: places may be moved as a whole, as Gephi does;
    guard: a text that begins like a formula has an apostrophe in front; edge_ids, directions: they are kept; undecoded:
    names of attributes whose entities stay as they stand in the file; wide: quotes and backslashes may be; unique: labels are, by what follows
    them."""

    def __init__(self, nodes=ALL_OF_NODES, edges=ALL_OF_EDGES, looks=LOOKS, ids="same", bare=False, typed=True,
                 days=False, moved=False, guard=False, edge_ids=True, directions=True, undecoded=(), wide=False,
                 unique=False):
        self.nodes, self.edges, self.looks, self.ids, self.bare, self.typed = nodes, edges, looks, ids, bare, typed
        self.days, self.moved, self.guard, self.edge_ids, self.directions = days, moved, guard, edge_ids, directions
        self.undecoded, self.wide, self.unique = undecoded, wide, unique


PAJEK = Profile((), (), (), ids="number", edge_ids=False, directions=False, wide=True, unique=True)
PROFILES = {
    "gephi.graphml": Profile(moved=True),
    "gephi.gexf": Profile(moved=True, days=True),
    "gephi.gexf12": Profile(moved=True, days=True),
    # Gephi takes what it does not know in DOT, and all numbers there, for strings; it finds no sizes.
    "gephi.dot": Profile(("kind", "mentions", "title"), ("kind", "sentences"), ("color", "place"), typed=False,
                         moved=True, edge_ids=False, directions=False, undecoded=("label",)),
    # Its tables have columns only: colours, sizes and places stay columns, dates become time stamps.
    "gephi.csv": Profile(without(ALL_OF_NODES, DATES), without(ALL_OF_EDGES, DATES), (), typed=False, guard=True, wide=True),
    "gephi.gml": Profile(bare=True, ids="key", typed=False, moved=True, edge_ids=False,
                         undecoded=ALL_OF_NODES + ALL_OF_EDGES + ("label",)),
    "gephi.pajek": PAJEK, # takes all for directed
    "graphology.graphml": Profile(),
    "graphology.gexf": Profile(),
    "graphology.gexf12": Profile(),
    "graphology.json": Profile(),
    "networkx.graphml": Profile(),
    "networkx.gexf12": Profile(days=True),
    "networkx.pajek": PAJEK,
    "networkx3.graphml": Profile(),
    "networkx3.gexf": Profile(), # knows no points in time
    # igraph knows no integers, and no graph with both kinds of edges.
    "igraph.graphml": Profile(typed=False, directions=False),
    "igraph.gml": Profile(bare=True, edge_ids=False, typed=False, directions=False),
    "igraph.pajek": PAJEK,
    "graphviz.dot": Profile(("kind", "mentions", "title"), ("kind", "sentences"), ("color", "place"), typed=False,
                            edge_ids=False),
    "csv.csv": Profile(typed=False, guard=True, wide=True),
}


# ---- the GraphML file, read by nothing but an XML parser ----

def read_graphml(path):
    """Nodes (id → data) and edges (id → data) in the order of the file."""
    root = ElementTree.parse(path).getroot()
    keys = {key.get("id"): (key.get("attr.name"), key.get("attr.type")) for key in root.iter(GRAPHML + "key")}
    made = {"int": int, "double": float, "string": str}

    def data_of(element):
        found = {}
        for data in element.iter(GRAPHML + "data"):
            name, kind = keys[data.get("key")]
            found[name] = made[kind](data.text or "")
        return found
    return ({node.get("id"): data_of(node) for node in root.iter(GRAPHML + "node")},
            {edge.get("id"): data_of(edge) for edge in root.iter(GRAPHML + "edge")})


# ---- comparing ----

class Comparison:
    """Of one reading with the store and the GraphML file (as read_graphml() gives it)."""

    def __init__(self, store, graphml, name, reading):
        self.store, self.reading, self.name = store, reading, name
        self.file_nodes, self.file_edges = graphml
        self.profile = PROFILES[name]
        self.deviations = []
        self.labels = {name: node["label"] for name, node in store.nodes.items()}
        if self.profile.unique:
            self.tell_apart("kind")
            self.tell_apart("id")

    def tell_apart(self, by):
        """Adds to labels that nodes share their kind, or their id."""
        shared = collections.Counter(self.labels.values())
        self.labels = {name: label if shared[label] == 1 else
                       f"{label}（{name if by == 'id' else self.store.nodes[name]['kind']}）"
                       for name, label in self.labels.items()}

    def differ(self, what, got, wanted):
        self.deviations.append(f"{what}: {got!r:.300} is not {wanted!r:.300}")

    def same(self, what, got, wanted):
        if got != wanted:
            self.differ(what, got, wanted)

    def near(self, what, got, wanted, most):
        try:
            fits = abs(float(got) - wanted) <= most
        except (TypeError, ValueError):
            fits = False
        if not fits:
            self.differ(what, got, wanted)

    def said(self, name, got):
        """A text as it would be if the reader or the format knew all characters."""
        got = "" if got is None else str(got)
        if name in self.profile.undecoded:
            got = re.sub("&(amp|quot);", lambda found: {"amp": "&", "quot": '"'}[found[1]], got)
        return got.replace("＼", "\\").replace("＂", '"') if self.profile.wide else got

    def text(self, what, name, got, wanted):
        got = self.said(name, got)
        if self.profile.guard:
            if got[:1] in FORMULA:
                self.differ(what, got, "'" + got)
            got = got[1:] if got[:1] == "'" and got[1:2] in FORMULA else got
        got, wanted = (re.sub("\ufffd+", "\ufffd", text) for text in (got, wanted)) # one for each byte, or for all
        if name in LISTS: # in whatever order
            got, wanted = (sorted(part.strip() for part in text.split(";")) for text in (got, wanted))
        self.same(what, got, wanted)

    def number(self, what, got, wanted):
        """Counts are whole; those of a reader that tells integers from other numbers are integers."""
        if self.profile.typed and isinstance(wanted, int) and type(got) is not int:
            self.differ(what, got, wanted)
        self.near(what, got, wanted, 1e-6 * max(1, abs(wanted)))

    def attributes(self, what, names, read, wanted):
        for name in names:
            value = wanted.get(name)
            got = read.get(name.replace("_", "") if self.profile.bare else name)
            if isinstance(value, (int, float)):
                self.number(f"{name} of {what}", got, value)
            else:
                self.text(f"{name} of {what}", name, got, value or "")

    # ---- nodes ----

    def ids(self):
        """The reader's id of each node → the network's."""
        order = list(self.file_nodes)
        if self.profile.ids == "number":
            return {node["id"]: order[int(node["id"]) - 1] for node in self.reading["nodes"]}
        if self.profile.ids == "key":
            return {node["id"]: node["attributes"].get("key") for node in self.reading["nodes"]}
        return {node["id"]: node["id"] for node in self.reading["nodes"]}

    def color(self, what, got, wanted):
        """"#rrggbb", or as graphviz writes hue, saturation and value, which is a little coarse."""
        def channels(color):
            if re.fullmatch(r"#[0-9a-f]{6}", str(color)):
                return [int(color[i:i + 2], 16) for i in (1, 3, 5)]
            try:
                return [round(255 * c) for c in colorsys.hsv_to_rgb(*map(float, str(color).split()))]
            except (TypeError, ValueError):
                return [-1000] * 3
        if max(abs(a - b) for a, b in zip(channels(got), channels(wanted))) > (2 if self.name.endswith(".dot") else 0):
            self.differ(what, got, wanted)

    def move(self, nodes):
        """By how much Gephi has moved all places: it centres them."""
        if not self.profile.moved or not nodes:
            return 0, 0
        return [sum(node[c] - self.file_nodes[name][c] for name, node in nodes.items()) / len(nodes) for c in "xy"]

    def node(self, name, node, by):
        wanted = {**self.file_nodes.get(name, {}), **self.store.nodes[name], "label": self.labels[name]}
        # A name of nothing but forbidden characters is empty, and some readers show the id then.
        if wanted["label"] or node.get("label") not in (node["id"], None):
            self.text("label of " + name, "label", node.get("label"), wanted["label"])
        self.attributes(name, self.profile.nodes, node["attributes"], wanted)
        if "size" in self.profile.looks:
            self.near("size of " + name, node.get("size"), wanted["size"], 0.006)
        if "color" in self.profile.looks:
            self.color("color of " + name, node.get("color"), wanted["color"])
            self.same("opacity of " + name, node.get("alpha", 1), 1)
        if "place" in self.profile.looks:
            for c, moved in zip("xy", by):
                self.near(f"{c} of {name}", node.get(c), wanted[c] + moved, 0.006)
        if self.profile.days:
            self.same("days of " + name, sorted(node["days"]), wanted["days"])

    def nodes(self):
        self.same("number of nodes", len(self.reading["nodes"]), len(self.store.nodes))
        ids = self.ids()
        nodes = {ids[node["id"]]: node for node in self.reading["nodes"]}
        for missing in sorted(set(self.store.nodes) - set(nodes)):
            self.differ("a node", None, missing)
        for surplus in sorted(set(map(str, nodes)) - set(self.store.nodes)):
            self.differ("a node", surplus, None)
        known = {name: node for name, node in nodes.items() if name in self.store.nodes}
        by = self.move(known) if "place" in self.profile.looks else (0, 0)
        for name, node in known.items():
            self.node(name, node, by)
        return ids

    # ---- edges ----

    def evidence(self, what, got, wanted):
        """"DOC#N: sentence", of an article that has both ends."""
        got = self.said("evidence", got)
        if not wanted["shared"] or wanted["kind"] != "co_mention":
            self.same(what, got, "")
            return
        for article in wanted["shared"]:
            head = self.store.reference(article)
            if got.startswith(head) and len(got) <= len(head) + 201:
                if any(flat(got[len(head):]) in text for text in self.store.texts(article)):
                    return
        self.differ(what, got, "a sentence of an article with both")

    def edge(self, name, edge, wanted):
        read = edge["attributes"]
        self.near("weight of " + name, edge.get("weight"), wanted["weight"], 1e-6)
        self.attributes(name, without(self.profile.edges, ("npmi", "evidence")), read, wanted)
        if "npmi" in self.profile.edges and wanted["id"] is not None:
            self.number("npmi of " + name, read.get("npmi"), self.file_edges[wanted["id"]]["npmi"])
        if "evidence" in self.profile.edges:
            self.evidence("evidence of " + name, read.get("evidence"), wanted)
        if self.profile.edge_ids and wanted["id"] is not None:
            self.same("id of " + name, edge.get("id"), wanted["id"])
        if self.profile.days:
            self.same("days of " + name, sorted(edge["days"]), wanted["days"])

    def key_of(self, edge, ends, left):
        """Which edge of the store's it is: kind and ends. A format without kinds means one that is @left of these ends,
        best with that weight."""
        kind = edge["attributes"].get("kind")
        if kind is None:
            keys = left.get(frozenset(ends), [])
            keys.sort(key=lambda key: (self.store.edges[key]["weight"] != edge["weight"], ends != key[1]))
            return keys.pop(0) if keys else ("an edge", ends)
        if kind == "co_mention":
            return kind, frozenset(ends)
        return (kind, ends) if self.profile.directions or edge["directed"] or (kind, ends) in self.store.edges else (kind, ends[::-1])

    def edges(self, ids):
        wanted = dict(self.store.edges)
        left = collections.defaultdict(list)
        for key in wanted:
            left[frozenset(key[1])].append(key)
        self.same("number of edges", len(self.reading["edges"]), len(wanted))
        for edge in self.reading["edges"]:
            if edge.get("type") is not None: # Gephi's kind of an edge, from GEXF and CSV
                edge["attributes"]["kind"] = edge["type"]
            key = self.key_of(edge, (ids.get(edge["source"]), ids.get(edge["target"])), left)
            if key not in wanted:
                self.differ("an edge", key, None)
                continue
            if self.profile.directions:
                self.same(f"direction of {key}", edge["directed"], key[0] != "co_mention")
            self.edge(f"{key[0]} of {' and '.join(sorted(key[1]))}", edge, wanted.pop(key))
        for key in wanted:
            self.differ("an edge", None, key)

    def run(self):
        self.same("error", self.reading["error"], None)
        if self.reading["error"] is None:
            self.same("complaints", [i for i in self.reading["issues"] if not HARMLESS.search(i)][:3], [])
            self.edges(self.nodes())
        return self.deviations


def name_edges(store, file_edges):
    """Edges get their ids: e, the ends, and - with the kind of those that are no co-mention. Returns what differs."""
    missing = []
    for (kind, ends), edge in store.edges.items():
        either = [tuple(ends), tuple(ends)[::-1]] if kind == "co_mention" else [ends]
        names = ["e" + a + b + ("" if kind == "co_mention" else "-" + kind) for a, b in either]
        edge["id"] = next((name for name in names if name in file_edges), None)
        if edge["id"] is None:
            missing.append(f"GraphML has no edge {names}")
    return missing


def compare_looks(graphml):
    """Whether each kind has a colour of its own, and each node a place of its own."""
    nodes = graphml[0].values()
    looks = {(node["kind"], node["color"]) for node in nodes}
    places = {(node["x"], node["y"]) for node in nodes}
    extent = 1000 * max(1, (len(nodes) / 36) ** 0.5)
    wrong = [f"colours: {sorted(looks)}"] if not len({k for k, _ in looks}) == len({c for _, c in looks}) == len(looks) else []
    if len(places) < len(nodes) or any(abs(c) > extent + 1 for place in places for c in place):
        wrong.append(f"places are shared, or beyond {extent}")
    return wrong


def compare_links(store):
    """Whether table link says what the mentions say."""
    counted = {ends: (e["articles"], e["sentences"], e["first_seen"], e["last_seen"])
               for (kind, ends), e in store.edges.items() if kind == "co_mention"}
    return [f"table link: {row}" for row in store.links().items() ^ counted.items()]


def main():
    folder = sys.argv[-1]
    store = Store(folder + "/renmai.db", links="--links" in sys.argv)
    graphml = read_graphml(folder + "/network.graphml")
    found = {"store": compare_links(store), "graphml": name_edges(store, graphml[1]) + compare_looks(graphml)}
    for path in glob.glob(folder + "/readings/*.json"):
        name = os.path.basename(path).removesuffix(".json")
        with open(path, encoding="utf-8", errors="surrogatepass") as file:
            found[name] = Comparison(store, graphml, name, json.load(file)).run()
    os.makedirs(folder + "/deviations", exist_ok=True)
    for name, deviations in found.items():
        with open(f"{folder}/deviations/{name}", "w", encoding="utf-8", errors="backslashreplace") as file:
            if deviations:
                print(f"{len(deviations)} deviations", *deviations[:8], sep="\n", file=file)


main()
