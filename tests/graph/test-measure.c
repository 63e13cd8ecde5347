#include "graph/measure.h"

#include <math.h>

#include "base/error.h"

/* Two cliques of four, 0…3 and 4…7, joined by the edge 3—4, which is the last one. */
static const int cliques[] = {0, 1, 0, 2, 0, 3, 1, 2, 1, 3, 2, 3, 4, 5, 4, 6, 4, 7, 5, 6, 5, 7, 6, 7, 3, 4};

/* A graph of @n nodes and of the edges whose ends are @ends, @len of them; destroyed by the caller. */
static void
make(igraph_t *igraph, guint n, const int *ends, gsize len)
{
    igraph_set_error_handler(igraph_error_handler_ignore);
    igraph_vector_int_t list;
    g_assert_cmpint(igraph_vector_int_init(&list, len), ==, IGRAPH_SUCCESS);
    for (gsize i = 0; i < len; i++)
        VECTOR(list)[i] = ends[i];
    g_assert_cmpint(igraph_create(igraph, &list, n, IGRAPH_UNDIRECTED), ==, IGRAPH_SUCCESS);
    igraph_vector_int_destroy(&list);
}

/* Measures such a graph; edge i weighs @weights[i], all 1 where it is NULL. */
static RenMeasures *
measure(guint n, const int *ends, gsize len, const double *weights, guint32 seed)
{
    g_autoptr(GError) error = NULL;
    igraph_t igraph;
    make(&igraph, n, ends, len);
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(double));
    for (gsize i = 0; i < len / 2; i++) {
        double weight = weights != NULL ? weights[i] : 1;
        g_array_append_val(list, weight);
    }
    RenMeasures *measures = ren_measures_new(&igraph, list, seed, &error);
    g_assert_no_error(error);
    g_assert_nonnull(measures);
    igraph_destroy(&igraph);
    return measures;
}

static double
at(const GArray *values, guint i)
{
    g_assert_cmpuint(i, <, values->len);
    return g_array_index(values, double, i);
}

static void
assert_lengths(const RenMeasures *m, guint n)
{
    const GArray *const all[] = {m->degree, m->strength,  m->betweenness, m->pagerank,
                                 m->core,   m->community, m->component};
    for (guint i = 0; i < G_N_ELEMENTS(all); i++) {
        g_assert_nonnull(all[i]);
        g_assert_cmpuint(all[i]->len, ==, n);
    }
}

static void
test_two_cliques_and_a_bridge(void)
{
    g_autoptr(RenMeasures) m = measure(8, cliques, G_N_ELEMENTS(cliques), NULL, 42);
    assert_lengths(m, 8);
    double ranks = 0;
    for (guint i = 0; i < 8; i++) {
        gboolean bridge = i == 3 || i == 4;
        g_assert_cmpfloat(at(m->degree, i), ==, bridge ? 4 : 3);
        g_assert_cmpfloat(at(m->strength, i), ==, bridge ? 4 : 3);
        g_assert_cmpfloat(at(m->core, i), ==, 3);
        g_assert_cmpfloat(at(m->community, i), ==, i < 4 ? 1 : 2);
        g_assert_cmpfloat(at(m->component, i), ==, 1);
        /* Of the 21 pairs of others, the three on its side and the four on the other one meet over it. */
        g_assert_cmpfloat_with_epsilon(at(m->betweenness, i), bridge ? 12 / 21. : 0, 1e-9);
        ranks += at(m->pagerank, i);
    }
    g_assert_cmpfloat_with_epsilon(ranks, 1, 1e-7);
    g_assert_cmpfloat(at(m->pagerank, 3), >, at(m->pagerank, 0));
    g_assert_cmpfloat_with_epsilon(at(m->pagerank, 3), at(m->pagerank, 4), 1e-9);
    g_assert_cmpuint(m->n_communities, ==, 2);
    g_assert_cmpuint(m->n_components, ==, 1);
    /* Each holds 6 of 13 edges and half of all ends. */
    g_assert_cmpfloat_with_epsilon(m->modularity, 2 * (6 / 13. - 1 / 4.), 1e-6);
    g_assert_cmpfloat_with_epsilon(m->density, 13 / 28., 1e-9);
    g_assert_false(m->estimated);
}

static void
test_weights_count(void)
{
    static const int ring[] = {0, 1, 1, 2, 2, 3, 3, 0};
    static const double even[] = {10, 1, 10, 1}, odd[] = {1, 20, 1, 10};
    g_autoptr(RenMeasures) m = measure(4, ring, G_N_ELEMENTS(ring), even, 42);
    for (guint i = 0; i < 4; i++) {
        g_assert_cmpfloat(at(m->degree, i), ==, 2);
        g_assert_cmpfloat(at(m->strength, i), ==, 11);
        g_assert_cmpfloat(at(m->community, i), ==, i < 2 ? 1 : 2);
    }
    g_autoptr(RenMeasures) other = measure(4, ring, G_N_ELEMENTS(ring), odd, 42);
    g_assert_cmpfloat(at(other->strength, 0), ==, 11);
    g_assert_cmpfloat(at(other->strength, 1), ==, 21);
    g_assert_cmpfloat(at(other->community, 0), ==, at(other->community, 3));
    g_assert_cmpfloat(at(other->community, 1), ==, at(other->community, 2));
    g_assert_cmpfloat(at(other->community, 0), !=, at(other->community, 1));
    g_assert_cmpfloat(at(other->pagerank, 1), >, at(other->pagerank, 0));
}

/* A pair is met first, then a triangle with a tail, then one alone, then a pair again. */
static void
test_the_largest_is_number_one(void)
{
    static const int ends[] = {0, 1, 2, 3, 3, 4, 4, 2, 4, 5, 7, 8};
    g_autoptr(RenMeasures) m = measure(9, ends, G_N_ELEMENTS(ends), NULL, 42);
    static const double component[] = {2, 2, 1, 1, 1, 1, 4, 3, 3}, core[] = {1, 1, 2, 2, 2, 1, 0, 1, 1};
    for (guint i = 0; i < 9; i++) {
        g_assert_cmpfloat(at(m->component, i), ==, component[i]);
        g_assert_cmpfloat(at(m->core, i), ==, core[i]);
    }
    g_assert_cmpuint(m->n_components, ==, 4);
    guint sizes[10] = {0};
    for (guint i = 0; i < 9; i++) {
        g_assert_cmpfloat(at(m->community, i), >=, 1);
        g_assert_cmpfloat(at(m->community, i), <=, m->n_communities);
        sizes[(guint)at(m->community, i)]++;
    }
    g_assert_cmpuint(sizes[1], >=, 3);
    for (guint i = 1; i < m->n_communities; i++)
        g_assert_cmpuint(sizes[i], >=, sizes[i + 1]);
    g_assert_cmpuint(sizes[m->n_communities], >, 0);
}

static void
test_a_lone_node(void)
{
    g_autoptr(RenMeasures) m = measure(1, NULL, 0, NULL, 42);
    assert_lengths(m, 1);
    g_assert_cmpfloat(at(m->degree, 0), ==, 0);
    g_assert_cmpfloat(at(m->strength, 0), ==, 0);
    g_assert_cmpfloat(at(m->betweenness, 0), ==, 0);
    g_assert_cmpfloat_with_epsilon(at(m->pagerank, 0), 1, 1e-9);
    g_assert_cmpfloat(at(m->core, 0), ==, 0);
    g_assert_cmpfloat(at(m->community, 0), ==, 1);
    g_assert_cmpfloat(at(m->component, 0), ==, 1);
    g_assert_cmpuint(m->n_communities, ==, 1);
    g_assert_cmpuint(m->n_components, ==, 1);
    g_assert_cmpfloat(m->density, ==, 0);
    g_assert_true(isfinite(m->modularity));
}

static void
test_an_edge_that_is_all(void)
{
    static const int ends[] = {0, 1};
    g_autoptr(RenMeasures) m = measure(2, ends, G_N_ELEMENTS(ends), NULL, 42);
    g_assert_cmpfloat(at(m->betweenness, 0), ==, 0); /* no pair of others */
    g_assert_cmpfloat(at(m->pagerank, 0), ==, at(m->pagerank, 1));
    g_assert_cmpfloat(m->density, ==, 1);
    g_assert_cmpuint(m->n_communities, ==, 1);
}

/* Several threads sum up in any order: what noise is left in the last digits must not tell equals apart. */
static void
test_equals_have_equal_ranks(void)
{
    enum { RAYS = 4000 }; /* as many pairs hang on the middle */
    g_autofree int *ends = g_new(int, 4 * RAYS);
    for (int i = 0; i < RAYS; i++) {
        ends[4 * i] = 0;
        ends[4 * i + 1] = ends[4 * i + 2] = 2 * i + 1;
        ends[4 * i + 3] = 2 * i + 2;
    }
    g_autoptr(RenMeasures) m = measure(2 * RAYS + 1, ends, 4 * RAYS, NULL, 42);
    for (int i = 1; i < RAYS; i++) {
        g_assert_cmpfloat(at(m->pagerank, 2 * i + 1), ==, at(m->pagerank, 1));
        g_assert_cmpfloat(at(m->pagerank, 2 * i + 2), ==, at(m->pagerank, 2));
    }
    g_assert_cmpfloat(at(m->pagerank, 1), ==, round(at(m->pagerank, 1) * 1e8) / 1e8);
}

static void
test_nodes_without_edges(void)
{
    g_autoptr(RenMeasures) m = measure(3, NULL, 0, NULL, 42);
    for (guint i = 0; i < 3; i++) {
        g_assert_cmpfloat(at(m->community, i), ==, i + 1);
        g_assert_cmpfloat(at(m->component, i), ==, i + 1);
        g_assert_cmpfloat_with_epsilon(at(m->pagerank, i), 1 / 3., 1e-8);
    }
    g_assert_true(isfinite(m->modularity));
}

static void
test_an_empty_network(void)
{
    g_autoptr(RenMeasures) m = measure(0, NULL, 0, NULL, 42);
    assert_lengths(m, 0);
    g_assert_cmpuint(m->n_communities, ==, 0);
    g_assert_cmpuint(m->n_components, ==, 0);
    g_assert_cmpfloat(m->density, ==, 0);
    g_assert_cmpfloat(m->modularity, ==, 0);
    ren_measures_free(NULL);
}

/* A network that has no clear parts: each node is tied to four that a generator of its own chooses. */
static GArray *
tangle(guint n)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);
    GArray *ends = g_array_new(FALSE, FALSE, sizeof(int));
    for (int i = 0; i < (int)n; i++) {
        for (guint k = 0; k < 4; k++) {
            int other = g_rand_int_range(rand, 0, n);
            if (other == i)
                continue;
            g_array_append_val(ends, i);
            g_array_append_val(ends, other);
        }
    }
    return ends;
}

static gboolean
same_communities(const RenMeasures *a, const RenMeasures *b)
{
    g_assert_cmpuint(a->community->len, ==, b->community->len);
    return memcmp(a->community->data, b->community->data, a->community->len * sizeof(double)) == 0;
}

static void
test_the_seed_decides(void)
{
    g_autoptr(GArray) ends = tangle(300);
    g_autoptr(RenMeasures) first = measure(300, (int *)ends->data, ends->len, NULL, 42);
    gboolean any_other = FALSE;
    for (guint32 seed = 1; seed < 10; seed++) {
        g_autoptr(RenMeasures) other = measure(300, (int *)ends->data, ends->len, NULL, seed);
        any_other = any_other || !same_communities(first, other);
    }
    g_assert_true(any_other);
    /* Whatever else was measured in between. */
    g_autoptr(RenMeasures) again = measure(300, (int *)ends->data, ends->len, NULL, 42);
    g_assert_true(same_communities(first, again));
    g_assert_cmpfloat(first->modularity, ==, again->modularity);
}

/* A star: all others meet over its middle. */
static void
test_large_networks_are_estimated(void)
{
    const int n = 3001, middle = 1;
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(int));
    for (int i = 0; i < n; i++) {
        if (i == middle)
            continue;
        g_array_append_val(ends, middle);
        g_array_append_val(ends, i);
    }
    g_autoptr(RenMeasures) m = measure(n, (int *)ends->data, ends->len, NULL, 42);
    g_assert_true(m->estimated);
    g_assert_cmpfloat_with_epsilon(at(m->betweenness, middle), 1, 0.05);
    g_assert_cmpfloat(at(m->betweenness, 0), ==, 0);
    /* One node less is measured in full. */
    g_autoptr(RenMeasures) exact = measure(n - 1, (int *)ends->data, ends->len - 2, NULL, 42);
    g_assert_false(exact->estimated);
    g_assert_cmpfloat_with_epsilon(at(exact->betweenness, middle), 1, 1e-9);
}

static void
test_what_igraph_refuses_is_an_error(void)
{
    g_autoptr(GError) error = NULL;
    igraph_t igraph;
    make(&igraph, 8, cliques, G_N_ELEMENTS(cliques));
    g_autoptr(GArray) none = g_array_new(FALSE, FALSE, sizeof(double));
    g_assert_null(ren_measures_new(&igraph, none, 42, &error));
    g_assert_error(error, REN_ERROR, REN_ERROR_GRAPH);
    igraph_destroy(&igraph);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/measure/two-cliques-and-a-bridge", test_two_cliques_and_a_bridge);
    g_test_add_func("/measure/weights-count", test_weights_count);
    g_test_add_func("/measure/the-largest-is-number-one", test_the_largest_is_number_one);
    g_test_add_func("/measure/a-lone-node", test_a_lone_node);
    g_test_add_func("/measure/an-edge-that-is-all", test_an_edge_that_is_all);
    g_test_add_func("/measure/nodes-without-edges", test_nodes_without_edges);
    g_test_add_func("/measure/an-empty-network", test_an_empty_network);
    g_test_add_func("/measure/the-seed-decides", test_the_seed_decides);
    g_test_add_func("/measure/large-networks-are-estimated", test_large_networks_are_estimated);
    g_test_add_func("/measure/what-igraph-refuses-is-an-error", test_what_igraph_refuses_is_an_error);
    g_test_add_func("/measure/equals-have-equal-ranks", test_equals_have_equal_ranks);
    return g_test_run();
}
