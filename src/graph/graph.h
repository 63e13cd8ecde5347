/* The network: one igraph graph that carries every attribute of the files that are written from it.
 * Nodes are sorted by the entities' ids, edges by those of their ends; the same store gives the same network.
 */
#pragma once
#include <glib.h>

#include "store/store.h"

typedef struct _RenGraph RenGraph;

/* Reads the network of @store and lays it out. Freed with ren_graph_free(); NULL with @error set:
 * REN_ERROR_STORE, or REN_ERROR_GRAPH for igraph. */
RenGraph *ren_graph_new(RenStore *store, GError **error);

/* How many nodes and edges it has. */
guint ren_graph_n_nodes(const RenGraph *graph);
guint ren_graph_n_edges(const RenGraph *graph);

void ren_graph_free(RenGraph *graph); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenGraph, ren_graph_free)
