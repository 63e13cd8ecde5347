#!/usr/bin/python3
"""read.py READER FILE OUT ...: opens each FILE with READER (networkx, igraph, graphviz or csv) as its users do, and
writes what the reader then holds to OUT. The readers that are no Python (gephi/Read.java, graphology/read.js) write
the same form, a "reading" in JSON:

  error   what the reader said where it gave up, or null;   issues   what else it complained about
  kind    "undirected", "directed" or "mixed"
  nodes   id, label, color, size, x, y, attributes (by name), days
  edges   id, source, target, directed, weight, attributes, days

A reader that knows no such thing leaves it out. The order is that of the file."""
import csv
import json
import os
import subprocess
import sys
import warnings
import xml.etree.ElementTree as ElementTree

OWN_OF_NODES = ("label", "color", "size", "x", "y")
SVG = "{http://www.w3.org/2000/svg}"


def element(own, attributes, **known):
    """What is own to all nodes (or edges) apart from the other attributes."""
    rest = dict(attributes)
    found = {name: rest.pop(name) for name in own if name in rest}
    return {**found, **known, "attributes": rest}


# ---- NetworkX ----

def of_gexf(data):
    """GEXF's looks and days, which NetworkX leaves in dictionaries of their own."""
    data = dict(data)
    looks = data.pop("viz", {})
    spells = data.pop("spells", [])
    if looks:
        data["color"] = "#%02x%02x%02x" % tuple(looks["color"][c] for c in "rgb")
        data.update(size=looks["size"], x=looks["position"]["x"], y=looks["position"]["y"])
    return data, [start if start == end else f"{start}/{end}" for start, end in spells]


def open_networkx(path):
    import networkx
    readers = {".graphml": networkx.read_graphml, ".gexf": networkx.read_gexf, ".gml": networkx.read_gml,
               ".net": networkx.read_pajek}
    graph = readers[os.path.splitext(path)[1]](path)
    nodes, edges = [], []
    for name, data in graph.nodes(data=True):
        data, days = of_gexf(data)
        known = {"id": name, "days": days}
        if path.endswith(".gml"): # its nodes go by their labels
            known.update(id=data.pop("key", name), label=name)
        elif path.endswith(".net"):
            known.update(id=data.pop("id"), label=name)
        nodes.append(element(OWN_OF_NODES, data, **known))
    ids = {name: node["id"] for name, node in zip(graph.nodes, nodes)}
    for source, target, data in graph.edges(data=True):
        data, days = of_gexf(data)
        edges.append(element(("id", "weight"), data, source=ids[source], target=ids[target],
                             directed=graph.is_directed(), days=days))
    return {"kind": "directed" if graph.is_directed() else "undirected", "nodes": nodes, "edges": edges}


# ---- igraph ----

def open_igraph(path):
    import igraph
    if path.endswith(".net"):
        graph = igraph.Graph.Read_Pajek(path)
        nodes = [element(OWN_OF_NODES, {}, id=str(i + 1), label=v["name"], x=v["x"], y=v["y"])
                 for i, v in enumerate(graph.vs)]
    elif path.endswith(".gml"):
        graph = igraph.Graph.Read_GML(path)
        nodes = [element(OWN_OF_NODES, {k: a for k, a in v.attributes().items() if k != "key"}, id=v["key"])
                 for v in graph.vs]
    else:
        graph = igraph.Graph.Read_GraphML(path)
        nodes = [element(OWN_OF_NODES, v.attributes(), id=v["id"]) for v in graph.vs]
    edges = [element(("id", "weight"), e.attributes(), source=nodes[e.source]["id"], target=nodes[e.target]["id"],
                     directed=graph.is_directed()) for e in graph.es]
    return {"kind": "directed" if graph.is_directed() else "undirected", "nodes": nodes, "edges": edges}


# ---- graphviz ----

def drawn(path, issues):
    """The text that stands at each node of the picture, by the node's id."""
    svg = subprocess.run(["dot", "-Tsvg", path], capture_output=True, check=True)
    issues += svg.stderr.decode("utf-8", "replace").splitlines()
    texts = {}
    for group in ElementTree.fromstring(svg.stdout).iter(SVG + "g"):
        if group.get("class") == "node":
            lines = [text.text or "" for text in group.iter(SVG + "text")]
            texts[group.find(SVG + "title").text] = "\n".join(lines).replace("\u00a0", " ")
    return texts


def given(path):
    """The places as the file gives them, before graphviz moves apart what overlaps."""
    said = subprocess.run(["gvpr", 'N { printf("%s\t%s\n", $.name, $.pos) }', path], capture_output=True, check=True)
    return dict(line.split("\t") for line in said.stdout.decode().splitlines())


def open_graphviz(path):
    issues = []
    said = subprocess.run(["dot", "-Tjson0", path], capture_output=True, check=True)
    issues += said.stderr.decode("utf-8", "replace").splitlines()
    read = json.loads(said.stdout)
    texts, places = drawn(path, issues), given(path)
    nodes, by_number = [], {}
    for thing in read.get("objects", []):
        if "nodes" in thing or "subgraphs" in thing or "label" not in thing: # a subgraph
            continue
        data = {k: thing[k] for k in ("kind", "mentions", "fillcolor", "fontsize")}
        data["title"] = thing.get("title", "").replace("\\\\", "\\") # strings come with their escapes
        x, y = places[thing["name"]].split(",")
        nodes.append({"id": thing["name"], "label": texts.get(thing["name"]), "color": thing["color"], "x": float(x),
                      "y": float(y), "attributes": data})
        by_number[thing["_gvid"]] = thing["name"]
    edges = [{"source": by_number[e["tail"]], "target": by_number[e["head"]],
              "directed": e.get("dir") == "forward",
              "weight": float(e["weight"]), "attributes": {"kind": e["kind"], "sentences": e["sentences"]}}
             for e in read.get("edges", [])]
    return {"issues": issues, "kind": "directed" if read["directed"] else "undirected", "nodes": nodes, "edges": edges}


# ---- tables ----

def rows_of(path):
    with open(path, newline="", encoding="utf-8-sig") as table:
        return list(csv.DictReader(table, strict=True))


def open_csv(folder):
    nodes = [element(("color", "size", "x", "y"), {k: v for k, v in row.items() if k not in ("Id", "Label")},
                     id=row["Id"], label=row["Label"]) for row in rows_of(folder + "/nodes.csv")]
    own = ("Id", "Source", "Target", "Type", "Weight")
    edges = [element((), {k: v for k, v in row.items() if k not in own}, id=row["Id"], source=row["Source"],
                     target=row["Target"], directed=row["Type"] != "Undirected", weight=float(row["Weight"]))
             for row in rows_of(folder + "/edges.csv")]
    ways = {edge["directed"] for edge in edges}
    return {"kind": "mixed" if len(ways) > 1 else "directed" if True in ways else "undirected", "nodes": nodes,
            "edges": edges}


def main():
    reader = {"networkx": open_networkx, "igraph": open_igraph, "graphviz": open_graphviz, "csv": open_csv}[sys.argv[1]]
    files = sys.argv[2:]
    for path, out in zip(files[::2], files[1::2]):
        reading = {"error": None, "issues": [], "kind": None, "nodes": [], "edges": []}
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                reading.update(reader(path))
            except Exception as failure: # whatever a reader raises is its word on the file
                reading["error"] = f"{type(failure).__name__}: {getattr(failure, 'stderr', None) or failure}"
        reading["issues"] += [str(w.message) for w in caught]
        with open(out, "w", encoding="utf-8", errors="surrogatepass") as file:
            json.dump(reading, file, ensure_ascii=False)


main()
