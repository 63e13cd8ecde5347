/* A layout by force: what is tied draws together, all else pushes apart (Fruchterman and Reingold, Software:
 * Practice and Experience 21(11), 1991, doi:10.1002/spe.4380211102, in igraph). Not for other rooms. */
#pragma once
#include "graph/attribute.h"

/* Writes a place for each of @n nodes to @places (n rows of x and y), about as many square units in all as
 * there are nodes. @ends (of guint) holds the two nodes of each edge, @weights (double, above 0) how strongly
 * it pulls. It takes @rounds, each of them in proportion to the pairs of up to 1,000 nodes, and to the nodes
 * of more. The same @seed gives the same places. FALSE with @error set to REN_ERROR_GRAPH where igraph fails.
 */
gboolean ren_force_place(guint n, const GArray *ends, const GArray *weights, guint rounds, guint32 seed,
                         igraph_matrix_t *places, GError **error);

/* Makes the undirected graph of such edges, destroyed by the caller. */
void ren_force_make_graph(igraph_t *igraph, guint n, const GArray *ends);
