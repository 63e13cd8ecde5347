/* A layout for many nodes: each community is a territory of its own. Communities are laid out one by one, the
 * large ones again by the communities inside them, and then stand beside each other as discs, those near that
 * have much to do with each other. It takes time in proportion to the edges, and shows the communities where
 * a layout by force of all at once shows one ball. Not for other rooms. */
#pragma once
#include "graph/attribute.h"

/* Writes a place for each of @n nodes to @places (n rows of x and y). @ends and @weights as for
 * ren_force_place(), which draws what is small. @communities (of double, one for each node, from 1, none of
 * them empty) says which nodes belong together; NULL: what Leiden finds. The same @seed gives the same
 * places. FALSE with @error set to REN_ERROR_GRAPH where igraph fails. */
gboolean ren_territory_place(guint n, const GArray *ends, const GArray *weights, const GArray *communities,
                             guint32 seed, igraph_matrix_t *places, GError **error);
