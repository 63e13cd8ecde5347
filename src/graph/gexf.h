/* The network as GEXF, the format that Gephi shows with a timeline: nodes and edges have the dates of their
 * articles. What Gephi, graphology and NetworkX take from it is why it looks as it does (docs/DESIGN.md). */
#pragma once
#include <stdio.h>

#include "graph/graph.h"

/* Version 1.2 is for readers that do not know 1.3 (NetworkX before 3.6). */
typedef enum { REN_GEXF_1_3, REN_GEXF_1_2 } RenGexfVersion;

/* What is told of the file itself. All borrowed. */
typedef struct {
    RenGexfVersion version;
    const char *title; /* or NULL; 1.2 knows none */
    const char *date;  /* the day up to which it reaches, or NULL */
} RenGexfOptions;

/* Writes @graph, made with days, to @out. FALSE with @error set to REN_ERROR_GRAPH. */
gboolean ren_gexf_write(const RenGraph *graph, const RenGexfOptions *options, FILE *out, GError **error);
