#!/usr/bin/python3
"""read-formats.py FOLDER EXPRESSION [FILE...]: reads the FILEs of `renmai graph`, each with a reader of its format, and passes
where EXPRESSION, in Python, is true of them: of the list `read`, of its first `net`, of `whole` (FOLDER/whole.json) and of what
the questions below say. A folder is a pair of CSV files. A network is nodes by id, each a dict, and edges, each a dict with
"ends"."""
import collections
import csv
import json
import re
import sqlite3
import subprocess
import sys
import types
import xml.etree.ElementTree as xml


def network(nodes, edges):
    return types.SimpleNamespace(nodes=nodes, edges=edges)


def strip(tag):
    return tag.split("}")[1]


def plain(value):
    """A number as most formats print it, whatever the type; text as it is."""
    return f"{float(value):.10g}" if re.fullmatch(r"-?[0-9.]+(e-?[0-9]+)?", str(value)) else value


def read_graphml(path):
    nodes, edges = {}, []
    root = xml.parse(path).getroot()
    names = {e.get("id"): e.get("attr.name") for e in root if strip(e.tag) == "key"}
    for e in next(e for e in root if strip(e.tag) == "graph"):
        data = {names[d.get("key")]: d.text or "" for d in e if strip(d.tag) == "data"}
        if strip(e.tag) == "node":
            nodes[e.get("id")] = data
        elif strip(e.tag) == "edge":
            edges.append(data | {"ends": (e.get("source"), e.get("target")), "weight": float(data["weight"])})
    return network(nodes, edges)


def read_gexf(path):
    nodes, edges = {}, []
    for e in xml.parse(path).getroot().iter():
        if strip(e.tag) not in ("node", "edge"):
            continue
        data = {v.get("for"): v.get("value") for v in e.iter() if strip(v.tag) == "attvalue"}
        data["days"] = [v.get("timestamp") or v.get("start") for v in e.iter() if strip(v.tag) == "spell"]
        if strip(e.tag) == "node":
            color = next(c for c in e if strip(c.tag) == "color")
            data["color"] = "#%02x%02x%02x" % tuple(int(color.get(c)) for c in "rgb")
            nodes[e.get("id")] = data | {"label": e.get("label")}
        else:
            edges.append(data | {"ends": (e.get("source"), e.get("target")), "weight": float(e.get("weight"))})
    return network(nodes, edges)


def read_dot(path):
    said = json.loads(subprocess.run(["dot", "-Tjson0", path], capture_output=True, check=True).stdout)
    at = {o["_gvid"]: o["name"] for o in said.get("objects", [])}
    nodes = {o["name"]: o for o in said.get("objects", []) if "label" in o}
    return network(nodes, [e | {"ends": (at[e["tail"]], at[e["head"]]), "weight": float(e["weight"])}
                           for e in said.get("edges", [])])


def read_gml(path):
    """Any GML of lists, strings and numbers."""
    tokens = iter(re.findall(r'"[^"]*"|[^\s"]+', open(path, encoding="utf-8").read()))

    def pairs():
        found = []
        for key in tokens:
            if key == "]":
                break
            value = next(tokens)
            found.append((key, pairs() if value == "[" else value[1:-1].replace("&quot;", '"') if value[0] == '"'
                          else float(value)))
        return found
    graph = dict(pairs())["graph"]
    listed = [dict(value) for key, value in graph if key == "node"]
    at = {node["id"]: node["key"] for node in listed}
    return network({node["key"]: node for node in listed},
                   [e | {"ends": (at[e["source"]], at[e["target"]])}
                    for e in (dict(value) for key, value in graph if key == "edge")])


def read_pajek(path):
    """Its nodes have no ids, but labels."""
    lines = open(path, encoding="utf-8").read().splitlines()
    count = int(lines[0].split()[1])
    at = {}
    for line in lines[1:count + 1]:
        fields = re.fullmatch(r'(\d+) "(.*)" (\S+) (\S+)', line)
        assert 0 <= float(fields[3]) <= 1 and 0 <= float(fields[4]) <= 1, line
        at[fields[1]] = fields[2]
    edges, directed = [], None
    for line in lines[count + 1:]:
        if line.startswith("*"):
            directed = {"*Arcs": True, "*Edges": False}[line]
            continue
        a, b, weight = line.split()
        edges.append({"ends": (at[a], at[b]), "weight": float(weight), "directed": directed})
    return network({label: {"label": label} for label in at.values()}, edges)


def read_json(path):
    said = json.load(open(path, encoding="utf-8"))
    return network({n["key"]: n["attributes"] for n in said["nodes"]},
                   [e["attributes"] | {"ends": (e["source"], e["target"])} for e in said["edges"]])


def read_csv(folder):
    def rows(name):
        with open(f"{folder}/{name}", encoding="utf-8-sig", newline="") as table:
            return list(csv.DictReader(table, strict=True))
    return network({r["Id"]: r | {"label": r["Label"]} for r in rows("nodes.csv")},
                   [r | {"ends": (r["Source"], r["Target"]), "weight": float(r["Weight"])} for r in rows("edges.csv")])


def read_any(path):
    readers = {"graphml": read_graphml, "gexf": read_gexf, "dot": read_dot, "gml": read_gml, "net": read_pajek,
               "json": read_json}
    return readers.get(path.rsplit(".")[-1], read_csv)(path)


# ---- questions ----

def weights(net):
    """The weight of each pair, ends in any order."""
    return {frozenset(e["ends"]): e["weight"] for e in net.edges}


def names(net):
    return {node["label"] for node in net.nodes.values()}


def by_label(net):
    """As Pajek has it."""
    label = {key: node["label"] for key, node in net.nodes.items()}
    return network({label[key]: node for key, node in net.nodes.items()},
                   [e | {"ends": tuple(label[end] for end in e["ends"])} for e in net.edges])


def same(a, b):
    return is_part(a, b) and names(a) == names(b)


def is_part(a, b):
    """The same but for labels, which tell apart only what is there."""
    return a.nodes.keys() == b.nodes.keys() and weights(a) == weights(b) and len(a.edges) == len(b.edges)


def stats(path):
    """The numbers at the head of --stats."""
    head = open(path, encoding="utf-8").read().split("\n\n")[0]
    return {key: float(value) for key, value in (line.split() for line in head.splitlines())}


def alike(a, b, attributes):
    """Whether all nodes have the same values of these @attributes."""
    return all(plain(a.nodes[key].get(name, "")) == plain(node.get(name, ""))
               for key, node in b.nodes.items() for name in attributes)


def window(since="", until="9", kinds=("person", "org", "company", "place")):
    """Nodes and pairs with their articles, from the database."""
    store = sqlite3.connect(f"file:{sys.argv[1]}/renmai.db?mode=ro", uri=True)
    articles = collections.defaultdict(set)
    for article, node, kind in store.execute(
            """SELECT m.article, e.node, e.kind FROM mention m JOIN entity e ON e.id = m.entity
               JOIN article a ON a.id = m.article WHERE m.form = 'name' AND m.role IS NOT 'reporter'
               AND a.date >= ? AND a.date < ?""", (since, until)):
        if kind in kinds:
            articles[article].add(node)
    pairs = collections.Counter(frozenset((a, b)) for nodes in articles.values() for a in nodes for b in nodes if a < b)
    return set().union(*articles.values()), dict(pairs)


def is_window(net, *args, **kwargs):
    nodes, pairs = window(*args, **kwargs)
    return bool(pairs) and net.nodes.keys() == nodes and weights(net) == pairs


def around(net, label, depth):
    reached = {key for key, node in net.nodes.items() if node["label"] == label}
    for _ in range(depth):
        reached = reached.union(*(e["ends"] for e in net.edges if reached.intersection(e["ends"])))
    return within(net, reached)


def within(net, keys):
    return network({k: v for k, v in net.nodes.items() if k in keys}, [e for e in net.edges if keys.issuperset(e["ends"])])


def with_edges(net, choose):
    return network(net.nodes, [e for e in net.edges if choose(e)])


def parts(net):
    found, left = [], set(net.nodes)
    while left:
        part, size = {min(left)}, 0
        while len(part) != size:
            size = len(part)
            part = part.union(*(e["ends"] for e in net.edges if part.intersection(e["ends"])))
        found.append(part)
        left -= part
    return sorted(found, key=len, reverse=True)


def strengths(net):
    found = collections.Counter({key: 0 for key in net.nodes})
    for e in net.edges:
        found.update(dict.fromkeys(e["ends"], e["weight"]))
    return found


def backbone(net, alpha):
    strength, degree = strengths(net), collections.Counter(end for e in net.edges for end in e["ends"])
    return with_edges(net, lambda e: any(
        degree[end] > 1 and (1 - e["weight"] / strength[end]) ** (degree[end] - 1) < alpha for end in e["ends"]))


def main():
    read = [read_any(path) for path in sys.argv[3:]]
    known = globals() | {"read": read, "net": read[0] if read else None, "whole": read_json(sys.argv[1] + "/whole.json")}
    if "networkx" in sys.argv[2]:
        known["networkx"] = __import__("networkx")  # slow to load
    if not eval("(" + sys.argv[2] + ")", known):
        sys.exit("not so: " + sys.argv[2] + "".join(f"\n{len(n.nodes)} nodes, {len(n.edges)} edges" for n in read))


main()
