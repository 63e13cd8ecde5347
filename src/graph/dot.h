/* DOT, written for graphviz, and so that Gephi reads it too: https://graphviz.org/doc/info/lang.html */
#pragma once
#include <stdio.h>

#include "graph/graph.h"

/* Writes @graph to @out, which stays open. FALSE with @error set to REN_ERROR_GRAPH where that fails; what a
 * full disk swallows shows only when the caller closes @out. */
gboolean ren_dot_write(const RenGraph *graph, FILE *out, GError **error);
