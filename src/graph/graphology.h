/* The network as JSON in the form of the graphology library, which sigma.js and Gephi Lite read. */
#pragma once
#include <stdio.h>

#include "graph/graph.h"

/* Writes @graph to @out. FALSE with @error set to REN_ERROR_GRAPH. */
gboolean ren_graphology_write(const RenGraph *graph, FILE *out, GError **error);
