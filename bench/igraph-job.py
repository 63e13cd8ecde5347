#!/usr/bin/python3
"""igraph-job.py EDGES OUT: reads the edges (lines of two names and a weight), measures, lays out and writes the network with
python-igraph, and prints the seconds of the processor that each takes. Betweenness is left out: this igraph cannot estimate it."""
import resource
import sys
import time

import igraph

last = time.process_time()


def stamp(name):
    global last
    print(name, time.process_time() - last, flush=True)
    last = time.process_time()


graph = igraph.Graph.Read_Ncol(sys.argv[1], names=True, weights=True, directed=False)
stamp("read")
graph.vs["strength"] = graph.strength(weights="weight")
graph.vs["pagerank"] = graph.pagerank(weights="weight")
graph.vs["core"] = graph.coreness()
graph.vs["component"] = graph.connected_components().membership
graph.vs["community"] = graph.community_leiden("modularity", weights="weight", n_iterations=1).membership
stamp("measured")
layout = graph.layout_fruchterman_reingold(niter=50, grid=True)
graph.vs["x"], graph.vs["y"] = zip(*layout)
stamp("laid out")
graph.write_graphml(sys.argv[2])
stamp("network.graphml")
graph.write_gml(sys.argv[2])
stamp("network.gml")
print("memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6)
