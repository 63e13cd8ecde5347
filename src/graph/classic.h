/* The network in the formats that igraph itself writes well: GML and Pajek. */
#pragma once
#include <stdio.h>

#include "graph/graph.h"

/* Writes @graph to @out. Pajek keeps ids, labels, places and weights only. FALSE with @error set to
 * REN_ERROR_GRAPH. */
gboolean ren_gml_write(const RenGraph *graph, FILE *out, GError **error);
gboolean ren_pajek_write(const RenGraph *graph, FILE *out, GError **error);
