/* Where the nodes stand: each connected part drawn by force (force.h), a large one by communities
 * (territory.h), the parts set side by side, the largest first; then, up to a thousand nodes, those are
 * pushed apart whose names would cover each other. */
#pragma once
#include "graph/attribute.h"

/* Computes a place for each node of @igraph and adds it to @xs and @ys (both of double, empty). @weights
 * (double, > 0) says how strongly each edge pulls, @communities (double) the community of each node. Places
 * lie within ±ren_placement_extent(), in steps of 0.01, and no two are the same; the same @seed gives the
 * same places. FALSE with @error set to REN_ERROR_GRAPH where igraph fails. */
gboolean ren_placement_compute(const igraph_t *igraph, const GArray *weights, const GArray *communities,
                               guint32 seed, GArray *xs, GArray *ys, GError **error);

/* Half the side of a picture of @n nodes: it grows with the root of their number, so that the discs of Gephi,
 * whose diameters go up to 100 in all networks, find as much room in a large one. */
double ren_placement_extent(guint n);

/* Pushes boxes that overlap apart by half of what they lack, up and down or sideways, whichever is the
 * shorter way: once each pair of the @n boxes, whose middles are @x, @y. TRUE where any overlapped. */
gboolean ren_placement_push_apart(double *x, double *y, const double *widths, const double *heights, guint n);
