/* The network as two tables of comma-separated values (RFC 4180), as Gephi's and Cytoscape's importers and
 * spreadsheets expect them: nodes with Id and Label, edges with Source, Target, Type and Weight. */
#pragma once
#include <stdio.h>

#include "graph/graph.h"

/* Writes the nodes, or the edges, of @graph to @out. @bom: begins with a byte order mark, for Excel. A text
 * that a spreadsheet would take for a formula gets an apostrophe in front; a backslash that Gephi would take
 * for an escape is wide (U+FF3C). FALSE with @error set to REN_ERROR_GRAPH. */
gboolean ren_tables_write_nodes(const RenGraph *graph, gboolean bom, FILE *out, GError **error);
gboolean ren_tables_write_edges(const RenGraph *graph, gboolean bom, FILE *out, GError **error);
