#include "graph/placement.h"

#include <math.h>

#define ARTICLES 12
#define NAMES 12 /* in each article */

/* Places for the names of some articles: those of an article all know each other, and all know two more. */
static void
place_articles(GArray *xs, GArray *ys)
{
    g_autoptr(GError) error = NULL;
    g_auto(igraph_vector_int_t) ends;
    g_assert_cmpint(igraph_vector_int_init(&ends, 0), ==, IGRAPH_SUCCESS);
    g_autoptr(GArray) weights = g_array_new(FALSE, FALSE, sizeof(double));
    guint n = ARTICLES * NAMES + 2;
    double weight = 1.0 / NAMES;
    for (guint i = 0; i < n; i++) {
        for (guint j = 0; j < i; j++) {
            if (i / NAMES != j / NAMES && i < n - 2)
                continue;
            g_assert_cmpint(igraph_vector_int_push_back(&ends, i), ==, IGRAPH_SUCCESS);
            g_assert_cmpint(igraph_vector_int_push_back(&ends, j), ==, IGRAPH_SUCCESS);
            g_array_append_val(weights, weight);
        }
    }
    g_auto(igraph_t) igraph;
    g_assert_cmpint(igraph_create(&igraph, &ends, n, IGRAPH_UNDIRECTED), ==, IGRAPH_SUCCESS);
    g_assert_true(ren_placement_compute(&igraph, weights, 42, xs, ys, &error));
    g_assert_no_error(error);
    g_assert_cmpuint(xs->len, ==, n);
}

static void
test_names_of_an_article_stand_apart(void)
{
    g_autoptr(GArray) xs = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) ys = g_array_new(FALSE, FALSE, sizeof(double));
    place_articles(xs, ys);
    guint covered = 0;
    for (guint i = 0; i < xs->len; i++) {
        double x = g_array_index(xs, double, i), y = g_array_index(ys, double, i);
        g_assert_cmpfloat(fabs(x), <=, 1000);
        g_assert_cmpfloat(fabs(y), <=, 1000);
        for (guint j = 0; j < i; j++)
            covered +=
                fabs(x - g_array_index(xs, double, j)) < 100 && fabs(y - g_array_index(ys, double, j)) < 25;
    }
    g_assert_cmpuint(covered, <=, 3);
}

static void
test_a_seed_gives_the_same_places(void)
{
    g_autoptr(GArray) xs = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) ys = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) again_x = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) again_y = g_array_new(FALSE, FALSE, sizeof(double));
    place_articles(xs, ys);
    place_articles(again_x, again_y);
    g_assert_cmpmem(xs->data, xs->len * sizeof(double), again_x->data, again_x->len * sizeof(double));
    g_assert_cmpmem(ys->data, ys->len * sizeof(double), again_y->data, again_y->len * sizeof(double));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/placement/names-of-an-article-stand-apart", test_names_of_an_article_stand_apart);
    g_test_add_func("/placement/a-seed-gives-the-same-places", test_a_seed_gives_the_same_places);
    return g_test_run();
}
