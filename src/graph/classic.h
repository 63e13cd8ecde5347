/* The network in two older formats that many programs still read: GML
 * (https://gephi.org/users/supported-graph-formats/gml-format/) and Pajek's
 * (http://mrvar.fdv.uni-lj.si/pajek/pajekman.pdf). */
#pragma once
#include <stdio.h>

#include "graph/graph.h"

/* Writes @graph to @out. Keys have no "_" in GML. Where some ties have a direction the graph is directed, and
 * "directed 0" stands at those that have none: Gephi reads that, others take all for directed. FALSE with
 * @error set to REN_ERROR_GRAPH. */
gboolean ren_gml_write(const RenGraph *graph, FILE *out, GError **error);

/* Likewise; it keeps labels, places and weights only. Ties with a direction are *Arcs, the others *Edges.
 * Labels have no quotes and backslashes, but the wide forms of these, since nothing stands for them; and
 * since programs take them for ids, the kind is added where two nodes share one, or the id. */
gboolean ren_pajek_write(const RenGraph *graph, FILE *out, GError **error);
