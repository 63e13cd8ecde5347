#!/usr/bin/python3
"""read-back.py FOLDER...: reads each FOLDER's network.graphml with NetworkX and igraph and network.dot with graphviz, and
compares them with what its renmai.db holds."""
import json
import re
import sqlite3
import subprocess
import sys

import igraph
import networkx

KINDS = {"person": "person", "org": "organization", "company": "company", "place": "place"}
NODES = """SELECT e.node, e.name, e.kind, count(*), count(DISTINCT m.article) FROM entity e
           JOIN mention m ON m.entity = e.id AND m.role IS NOT 'reporter' GROUP BY e.id"""
EDGES = """SELECT a.node, b.node, l.articles, l.sentences FROM link l
           JOIN entity a ON a.id = l.a JOIN entity b ON b.id = l.b"""


def same(what, got, wanted):
    if got != wanted:
        sys.exit(f"{what}: {got!r} is not {wanted!r}")


def shown(name):
    """A name as ren_sanitise() shows it, near enough for names without accents."""
    return re.sub(r"[ \t\n\r]+", " ", "".join(c for c in name if c >= " " or c in "\t\n\r")).strip()


def check_graphml(path, nodes, edges):
    graph = networkx.read_graphml(path)
    same("directed", graph.is_directed(), False)
    same("multigraph", graph.is_multigraph(), False)
    same("nodes of NetworkX", set(graph.nodes), set(nodes))
    same("edges of NetworkX", {frozenset(e) for e in graph.edges}, set(edges))
    for node, (name, kind, mentions, articles) in nodes.items():
        data = graph.nodes[node]
        same("name of " + node, data["name"], shown(name))
        same("kind of " + node, data["kind"], KINDS[kind])
        same("counts of " + node, (data["mentions"], data["articles"]), (mentions, articles))
        same("size of " + node, 4 <= data["size"] <= 100, True)
        same("colour of " + node, bool(re.fullmatch("#[0-9a-f]{6}", data["color"])), True)
    for ends, (articles, sentences) in edges.items():
        data = graph.edges[tuple(ends)]
        same("weight", (data["weight"], data["articles"], data["sentences"]), (articles, articles, sentences))
    places = [(data["x"], data["y"]) for _, data in graph.nodes(data=True)]
    same("distinct places", len(set(places)), len(places))
    read = igraph.Graph.Read_GraphML(path)
    same("nodes of igraph", read.vcount(), len(nodes))
    same("edges of igraph", read.ecount(), len(edges))
    same("ids of igraph", set(read.vs["id"]) if nodes else set(), set(nodes))


def check_dot(path, nodes, edges):
    said = subprocess.run(["dot", "-Tjson0", path], capture_output=True, check=True)
    same("warnings of graphviz", said.stderr, b"")
    read = json.loads(said.stdout)
    names = [o for o in read.get("objects", []) if "label" in o]
    same("nodes of graphviz", {o["name"] for o in names}, set(nodes))
    same("edges of graphviz", len(read.get("edges", [])), len(edges))


def main():
    for folder in sys.argv[1:]:
        store = sqlite3.connect(f"file:{folder}/renmai.db?mode=ro", uri=True)
        nodes = {row[0]: row[1:] for row in store.execute(NODES)}
        edges = {frozenset(row[:2]): row[2:] for row in store.execute(EDGES)}
        check_graphml(folder + "/network.graphml", nodes, edges)
        check_dot(folder + "/network.dot", nodes, edges)
        print(f"{folder}: {len(nodes)} nodes, {len(edges)} edges")


main()
