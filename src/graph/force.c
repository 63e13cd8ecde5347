#include "graph/force.h"

#include <math.h>

void
ren_force_make_graph(igraph_t *igraph, guint n, const GArray *ends)
{
    g_auto(igraph_vector_int_t) list;
    if (igraph_vector_int_init(&list, ends->len) != IGRAPH_SUCCESS)
        g_error("out of memory");
    for (guint i = 0; i < ends->len; i++)
        VECTOR(list)[i] = g_array_index(ends, guint, i);
    if (igraph_create(igraph, &list, n, IGRAPH_UNDIRECTED) != IGRAPH_SUCCESS)
        g_error("out of memory");
}

gboolean
ren_force_place(guint n, const GArray *ends, const GArray *weights, guint rounds, guint32 seed,
                igraph_matrix_t *places, GError **error)
{
    g_auto(igraph_t) igraph;
    ren_force_make_graph(&igraph, n, ends);
    /* GLib's generator gives the same numbers on every machine. */
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    double side = sqrt(n);
    for (guint i = 0; i < n; i++) {
        MATRIX(*places, i, 0) = g_rand_double_range(random, 0, side);
        MATRIX(*places, i, 1) = g_rand_double_range(random, 0, side);
    }
    if (!ren_igraph_check(igraph_rng_seed(igraph_rng_default(), seed), error))
        return FALSE;
    igraph_vector_t pulls = {0};
    igraph_vector_view(&pulls, (const igraph_real_t *)weights->data, weights->len);
    return ren_igraph_check(igraph_layout_fruchterman_reingold(&igraph, places, TRUE, rounds, side / 2,
                                                               IGRAPH_LAYOUT_AUTOGRID, &pulls, NULL, NULL,
                                                               NULL, NULL),
                            error);
}
