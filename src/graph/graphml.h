/* GraphML, written for Gephi, Cytoscape, NetworkX and igraph: http://graphml.graphdrawing.org/ */
#pragma once
#include <stdio.h>

#include "graph/graph.h"

/* Writes @graph to @out, which stays open. FALSE with @error set to REN_ERROR_GRAPH where that fails; what a
 * full disk swallows shows only when the caller closes @out. */
gboolean ren_graphml_write(const RenGraph *graph, FILE *out, GError **error);
