#include "graph/measure.h"

#include <math.h>

/* With more nodes than this, betweenness is estimated from so many sources (Brandes and Pich 2007,
 * doi:10.1142/S0218127407018403). */
#define EXACT_NODES 3000
#define PIVOTS 64
/* Leiden is run until nothing changes, but so often at most; once in large networks, where each run takes
 * long. */
#define LEIDEN_ROUNDS 10
#define LEIDEN_BETA 0.01
/* Shares of the whole network, as PageRank is, have eight decimals. */
#define SHARES 1e8

static GArray *
array_of(const igraph_vector_t *vector)
{
    GArray *array = g_array_sized_new(FALSE, FALSE, sizeof(double), igraph_vector_size(vector));
    g_array_append_vals(array, VECTOR(*vector), igraph_vector_size(vector));
    return array;
}

static GArray *
array_of_integers(const igraph_vector_int_t *vector)
{
    GArray *array = g_array_sized_new(FALSE, FALSE, sizeof(double), igraph_vector_int_size(vector));
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(vector); i++) {
        double value = VECTOR(*vector)[i];
        g_array_append_val(array, value);
    }
    return array;
}

void
ren_measures_free(RenMeasures *measures)
{
    if (measures == NULL)
        return;
    GArray *const all[] = {measures->degree, measures->strength,  measures->betweenness, measures->pagerank,
                           measures->core,   measures->community, measures->component};
    for (guint i = 0; i < G_N_ELEMENTS(all); i++)
        if (all[i] != NULL)
            g_array_unref(all[i]);
    g_free(measures);
}

/* Numbers groups anew, from 1, the largest first, of two the one whose first member comes first. Returns how
 * many there are. */
static guint
renumber(GArray *groups)
{
    guint n = 0;
    for (guint i = 0; i < groups->len; i++)
        n = MAX(n, (guint)g_array_index(groups, double, i) + 1);
    g_autofree guint *sizes = g_new0(guint, n + 1);
    g_autofree guint *number = g_new0(guint, n + 1);
    g_autofree guint *order = g_new0(guint, n + 1); /* groups by their first members */
    guint met = 0;
    for (guint i = 0; i < groups->len; i++) {
        guint group = g_array_index(groups, double, i);
        if (sizes[group]++ == 0)
            order[met++] = group;
    }
    /* Insertion keeps the order of equal sizes; most groups of a large network are single nodes, which stay
     * behind. */
    for (guint i = 1; i < met; i++) {
        guint group = order[i], k = i;
        if (sizes[group] <= sizes[order[i - 1]])
            continue;
        for (; k > 0 && sizes[order[k - 1]] < sizes[group]; k--)
            order[k] = order[k - 1];
        order[k] = group;
    }
    for (guint i = 0; i < met; i++)
        number[order[i]] = i + 1;
    for (guint i = 0; i < groups->len; i++)
        g_array_index(groups, double, i) = number[(guint)g_array_index(groups, double, i)];
    return met;
}

gboolean
ren_measure_communities(const igraph_t *igraph, const igraph_vector_t *weights,
                        const igraph_vector_t *strength, guint32 seed, igraph_vector_int_t *membership,
                        double *modularity, GError **error)
{
    double total = igraph_vector_sum(weights);
    igraph_integer_t count = 0;
    igraph_real_t quality = 0;
    if (!ren_igraph_check(igraph_rng_seed(igraph_rng_default(), seed), error))
        return FALSE;
    /* Modularity is the constant Potts model with strengths as node weights and a resolution of 1 / 2m. */
    gboolean large = igraph_vcount(igraph) > EXACT_NODES;
    for (guint round = 0; round < (large ? 1 : LEIDEN_ROUNDS); round++) {
        double before = quality;
        if (!ren_igraph_check(igraph_community_leiden(igraph, weights, strength,
                                                      total > 0 ? 1 / (2 * total) : 1, LEIDEN_BETA, round > 0,
                                                      large ? 1 : 2, membership, &count, &quality),
                              error))
            return FALSE;
        if (round > 0 && quality <= before + 1e-9)
            break;
    }
    *modularity = isfinite(quality) ? quality : 0;
    return TRUE;
}

static gboolean
measure_communities(const igraph_t *igraph, const igraph_vector_t *weights, const igraph_vector_t *strength,
                    guint32 seed, RenMeasures *measures, GError **error)
{
    g_auto(igraph_vector_int_t) membership;
    if (igraph_vector_int_init(&membership, 0) != IGRAPH_SUCCESS)
        g_error("out of memory");
    if (!ren_measure_communities(igraph, weights, strength, seed, &membership, &measures->modularity, error))
        return FALSE;
    measures->community = array_of_integers(&membership);
    measures->n_communities = renumber(measures->community);
    return TRUE;
}

/* All pairs in small networks; in large ones the pairs from some sources, as if they were all. */
static gboolean
measure_betweenness(const igraph_t *igraph, RenMeasures *measures, igraph_vector_t *scores, GError **error)
{
    igraph_integer_t n = igraph_vcount(igraph);
    measures->estimated = n > EXACT_NODES;
    double scale = 1;
    if (!measures->estimated) {
        if (!ren_igraph_check(igraph_betweenness(igraph, scores, igraph_vss_all(), IGRAPH_UNDIRECTED, NULL),
                              error))
            return FALSE;
    } else {
        g_auto(igraph_vector_int_t) pivots;
        if (igraph_vector_int_init(&pivots, PIVOTS) != IGRAPH_SUCCESS)
            g_error("out of memory");
        for (guint i = 0; i < PIVOTS; i++) /* ids are in no order that matters: spread evenly */
            VECTOR(pivots)[i] = i * n / PIVOTS;
        if (!ren_igraph_check(igraph_betweenness_subset(igraph, scores, igraph_vss_all(), IGRAPH_UNDIRECTED,
                                                        igraph_vss_vector(&pivots), igraph_vss_all(), NULL),
                              error))
            return FALSE;
        scale = (double)n / PIVOTS;
    }
    double pairs = (double)(n - 1) * (n - 2) / 2;
    for (igraph_integer_t i = 0; i < n; i++)
        VECTOR(*scores)[i] = pairs > 0 ? VECTOR(*scores)[i] * scale / pairs : 0;
    measures->betweenness = array_of(scores);
    return TRUE;
}

static gboolean
measure(const igraph_t *igraph, const igraph_vector_t *weights, guint32 seed, RenMeasures *measures,
        GError **error)
{
    g_auto(igraph_vector_t) scores;
    g_auto(igraph_vector_int_t) numbers;
    if (igraph_vector_init(&scores, 0) != IGRAPH_SUCCESS ||
        igraph_vector_int_init(&numbers, 0) != IGRAPH_SUCCESS)
        g_error("out of memory");
    if (!ren_igraph_check(igraph_degree(igraph, &numbers, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS), error))
        return FALSE;
    measures->degree = array_of_integers(&numbers);
    if (!ren_igraph_check(
            igraph_strength(igraph, &scores, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS, weights), error))
        return FALSE;
    measures->strength = array_of(&scores);
    if (!measure_communities(igraph, weights, &scores, seed, measures, error) ||
        !measure_betweenness(igraph, measures, &scores, error))
        return FALSE;
    if (!ren_igraph_check(igraph_pagerank(igraph, IGRAPH_PAGERANK_ALGO_PRPACK, &scores, NULL,
                                          igraph_vss_all(), IGRAPH_UNDIRECTED, 0.85, weights, NULL),
                          error))
        return FALSE;
    /* igraph sums up in several threads, in an order that is never the same: the last digits are noise, and
     * must not decide who comes first. */
    for (igraph_integer_t i = 0; i < igraph_vector_size(&scores); i++)
        VECTOR(scores)[i] = round(VECTOR(scores)[i] * SHARES) / SHARES;
    measures->pagerank = array_of(&scores);
    if (!ren_igraph_check(igraph_coreness(igraph, &numbers, IGRAPH_ALL), error))
        return FALSE;
    measures->core = array_of_integers(&numbers);
    if (!ren_igraph_check(igraph_connected_components(igraph, &numbers, NULL, NULL, IGRAPH_WEAK), error))
        return FALSE;
    measures->component = array_of_integers(&numbers);
    measures->n_components = renumber(measures->component);
    double n = igraph_vcount(igraph);
    measures->density = n > 1 ? igraph_ecount(igraph) / (n * (n - 1) / 2) : 0;
    return TRUE;
}

RenMeasures *
ren_measures_new(const igraph_t *igraph, const GArray *weights, guint32 seed, GError **error)
{
    g_autoptr(RenMeasures) measures = g_new0(RenMeasures, 1);
    if (igraph_vcount(igraph) == 0) {
        GArray **const all[] = {&measures->degree,   &measures->strength, &measures->betweenness,
                                &measures->pagerank, &measures->core,     &measures->community,
                                &measures->component};
        for (guint i = 0; i < G_N_ELEMENTS(all); i++)
            *all[i] = g_array_new(FALSE, FALSE, sizeof(double));
        return g_steal_pointer(&measures);
    }
    igraph_vector_t view = {0};
    igraph_vector_view(&view, (const igraph_real_t *)weights->data, weights->len);
    return measure(igraph, &view, seed, measures, error) ? g_steal_pointer(&measures) : NULL;
}
