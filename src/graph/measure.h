/* What igraph measures in the network: degree, strength, betweenness, PageRank, core number, communities,
 * components. Not for other rooms. */
#pragma once
#include "graph/attribute.h"

/* One measure for each node. All of double, owned. */
struct _RenMeasures {
    GArray *degree;
    GArray *strength;    /* sum of the weights */
    GArray *betweenness; /* share of the shortest paths between all pairs; estimated in large networks */
    GArray *pagerank;    /* shares of 1, to eight decimals */
    GArray *core;        /* Batagelj and Zaversnik 2003, arXiv:cs/0310049 */
    GArray *community; /* Traag, Waltman and van Eck 2019, doi:10.1038/s41598-019-41695-z; from 1, the largest
                          first */
    GArray *component; /* from 1, the largest first */
    guint n_communities;
    guint n_components;
    double modularity;
    double density;
    gboolean estimated; /* betweenness is */
};

/* Measures @igraph, whose edges weigh @weights (double, above 0). The same @seed gives the same communities.
 * Freed with ren_measures_free(); NULL with @error set to REN_ERROR_GRAPH where igraph fails. */
RenMeasures *ren_measures_new(const igraph_t *igraph, const GArray *weights, guint32 seed, GError **error);
void ren_measures_free(RenMeasures *measures); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenMeasures, ren_measures_free)

/* The communities of @igraph alone, by Leiden: sets @membership (initialised by the caller) to the number of
 * each node's, from 0, and @modularity. @strength is the sum of each node's @weights. FALSE with @error set
 * to REN_ERROR_GRAPH where igraph fails. */
gboolean ren_measure_communities(const igraph_t *igraph, const igraph_vector_t *weights,
                                 const igraph_vector_t *strength, guint32 seed,
                                 igraph_vector_int_t *membership, double *modularity, GError **error);
