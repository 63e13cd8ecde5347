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
    g_autoptr(GArray) communities = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < n; i++) {
        double community = i / NAMES + 1;
        g_array_append_val(communities, community);
    }
    g_assert_true(ren_placement_compute(&igraph, weights, communities, 42, xs, ys, &error));
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
        g_assert_cmpfloat(fabs(x), <=, ren_placement_extent(xs->len));
        g_assert_cmpfloat(fabs(y), <=, ren_placement_extent(xs->len));
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

#define TOWNS 8
#define PEOPLE 500 /* in each town */

/* Places for towns of people who know some of their town, and one of ten someone elsewhere; one community
 * holds the last two towns, or where @mixed each of three some people of all. Everybody is reached over a
 * neighbour. */
static void
place_towns(gboolean mixed, GArray *xs, GArray *ys)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);
    g_auto(igraph_vector_int_t) ends;
    g_assert_cmpint(igraph_vector_int_init(&ends, 0), ==, IGRAPH_SUCCESS);
    g_autoptr(GArray) weights = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) communities = g_array_new(FALSE, FALSE, sizeof(double));
    for (gint i = 0; i < TOWNS * PEOPLE; i++) {
        double community = mixed ? i % 3 + 1 : MIN(i / PEOPLE + 1, TOWNS - 1);
        g_array_append_val(communities, community);
        for (guint k = 0; k < 4; k++) {
            gint other = k == 0                  ? (i + 1) % (TOWNS * PEOPLE)
                         : k == 1 && i % 10 == 0 ? g_rand_int_range(rand, 0, TOWNS * PEOPLE)
                                                 : i / PEOPLE * PEOPLE + g_rand_int_range(rand, 0, PEOPLE);
            double weight = 0.25;
            if (other == i)
                continue;
            g_assert_cmpint(igraph_vector_int_push_back(&ends, i), ==, IGRAPH_SUCCESS);
            g_assert_cmpint(igraph_vector_int_push_back(&ends, other), ==, IGRAPH_SUCCESS);
            g_array_append_val(weights, weight);
        }
    }
    g_auto(igraph_t) igraph;
    g_assert_cmpint(igraph_create(&igraph, &ends, TOWNS * PEOPLE, IGRAPH_UNDIRECTED), ==, IGRAPH_SUCCESS);
    g_assert_true(ren_placement_compute(&igraph, weights, communities, 42, xs, ys, &error));
    g_assert_no_error(error);
}

/* The middle of the people from @first on, and how far the farthest of them stands from it. */
static void
measure_town(const GArray *xs, const GArray *ys, guint first, guint n, double *x, double *y, double *radius)
{
    *x = *y = *radius = 0;
    for (guint i = first; i < first + n; i++) {
        *x += g_array_index(xs, double, i) / n;
        *y += g_array_index(ys, double, i) / n;
    }
    for (guint i = first; i < first + n; i++)
        *radius = MAX(*radius, hypot(g_array_index(xs, double, i) - *x, g_array_index(ys, double, i) - *y));
}

static void
test_communities_of_a_large_network_stand_apart(void)
{
    g_autoptr(GArray) xs = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) ys = g_array_new(FALSE, FALSE, sizeof(double));
    place_towns(FALSE, xs, ys);
    double x[TOWNS - 1], y[TOWNS - 1], radius[TOWNS - 1], area = 0;
    for (guint i = 0; i < TOWNS - 1; i++) {
        measure_town(xs, ys, i * PEOPLE, i + 2 < TOWNS ? PEOPLE : 2 * PEOPLE, &x[i], &y[i], &radius[i]);
        area += radius[i] * radius[i] * G_PI;
        for (guint j = 0; j < i; j++)
            g_assert_cmpfloat(hypot(x[i] - x[j], y[i] - y[j]), >, 0.9 * (radius[i] + radius[j]));
    }
    /* And yet they fill the picture, each as its people are many. */
    g_assert_cmpfloat(area, >, 0.3 * 2000 * 2000);
    g_assert_cmpfloat(radius[TOWNS - 2], >, 1.2 * radius[0]);
}

static void
test_a_seed_gives_the_same_towns(void)
{
    g_autoptr(GArray) xs = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) ys = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) again_x = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) again_y = g_array_new(FALSE, FALSE, sizeof(double));
    place_towns(FALSE, xs, ys);
    place_towns(FALSE, again_x, again_y);
    g_assert_cmpmem(xs->data, xs->len * sizeof(double), again_x->data, again_x->len * sizeof(double));
    g_assert_cmpmem(ys->data, ys->len * sizeof(double), again_y->data, again_y->len * sizeof(double));
    g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < xs->len; i++) {
        double x = g_array_index(xs, double, i), y = g_array_index(ys, double, i);
        g_assert_cmpfloat(fabs(x), <=, ren_placement_extent(xs->len));
        g_assert_cmpfloat(fabs(y), <=, ren_placement_extent(xs->len));
        g_assert_true(g_hash_table_add(taken, g_strdup_printf("%.2f %.2f", x, y)));
    }
}

/* Neither what is inside a community nor what is between its parts need be tied at all. */
static void
test_communities_need_not_hold_together(void)
{
    g_autoptr(GArray) xs = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) ys = g_array_new(FALSE, FALSE, sizeof(double));
    place_towns(TRUE, xs, ys);
    for (guint i = 0; i < xs->len; i++)
        g_assert_true(fabs(g_array_index(xs, double, i)) <= ren_placement_extent(xs->len) &&
                      fabs(g_array_index(ys, double, i)) <= ren_placement_extent(ys->len));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/placement/names-of-an-article-stand-apart", test_names_of_an_article_stand_apart);
    g_test_add_func("/placement/a-seed-gives-the-same-places", test_a_seed_gives_the_same_places);
    g_test_add_func("/placement/communities-of-a-large-network-stand-apart",
                    test_communities_of_a_large_network_stand_apart);
    g_test_add_func("/placement/a-seed-gives-the-same-towns", test_a_seed_gives_the_same_towns);
    g_test_add_func("/placement/communities-need-not-hold-together", test_communities_need_not_hold_together);
    return g_test_run();
}
