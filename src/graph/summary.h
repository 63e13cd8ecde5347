/* What a network is like, in lines for people to read. */
#pragma once
#include "graph/graph.h"

/* Counts, components, communities with their members, and the most central nodes by each measure. Owned by
 * the caller. */
char *ren_graph_summary(const RenGraph *graph);
