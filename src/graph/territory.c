#include "graph/territory.h"

#include <math.h>

#include "base/hash.h"
#include "graph/force.h"
#include "graph/measure.h"

/* More nodes than this are laid out by the communities inside them. */
#define SMALL 400
/* A small disc of a large picture shows little detail. */
#define FORCE_ROUNDS 150
/* Discs are drawn to the middle and pushed apart for so many rounds, and only pushed for the last of them. */
#define ROUNDS 300
#define PUSH_ONLY 100
#define GRAVITY 0.02
/* Room around a disc, as a share of its radius. */
#define MARGIN 0.08
/* Where a node stands in its disc, from the middle: so much of it is said by its rank, the rest by the
 * layout. Ranks alone fill the disc evenly, the layout alone leaves it empty but for a heap in the middle. */
#define EVEN 0.85

/* A community, or a community of one. */
typedef struct {
    GArray *nodes;   /* owned; of guint */
    GArray *ends;    /* owned; of guint: pairs of indexes in nodes */
    GArray *weights; /* owned; of double */
    double radius;
} Group;

static void
group_free(gpointer data)
{
    Group *group = data;
    g_array_unref(group->nodes);
    g_array_unref(group->ends);
    g_array_unref(group->weights);
    g_free(group);
}

static Group *
group_new(void)
{
    Group *group = g_new0(Group, 1);
    group->nodes = g_array_new(FALSE, FALSE, sizeof(guint));
    group->ends = g_array_new(FALSE, FALSE, sizeof(guint));
    group->weights = g_array_new(FALSE, FALSE, sizeof(double));
    return group;
}

static double
distance(double x, double y)
{
    return sqrt(x * x + y * y);
}

/* ---- one disc ---- */

typedef struct {
    guint node;
    double distance;
} Ranked;

static int
compare_ranked(gconstpointer x, gconstpointer y)
{
    const Ranked *a = x, *b = y;
    if (a->distance != b->distance)
        return a->distance < b->distance ? -1 : 1;
    return a->node < b->node ? -1 : a->node > b->node;
}

static void
centre(igraph_matrix_t *places)
{
    igraph_integer_t n = igraph_matrix_nrow(places);
    for (guint d = 0; d < 2; d++) {
        double sum = 0;
        for (igraph_integer_t i = 0; i < n; i++)
            sum += MATRIX(*places, i, d);
        for (igraph_integer_t i = 0; i < n; i++)
            MATRIX(*places, i, d) -= sum / n;
    }
}

/* Brings what was drawn by force into a disc around 0, as large as its nodes are many. */
static void
fill_disc(igraph_matrix_t *places)
{
    guint n = igraph_matrix_nrow(places);
    centre(places);
    g_autofree Ranked *ranked = g_new(Ranked, n);
    for (guint i = 0; i < n; i++)
        ranked[i] = (Ranked){i, distance(MATRIX(*places, i, 0), MATRIX(*places, i, 1))};
    qsort(ranked, n, sizeof *ranked, compare_ranked);
    double most = ranked[n - 1].distance;
    for (guint i = 0; i < n && most > 0; i++) {
        double share = EVEN * sqrt((i + 0.5) / n) + (1 - EVEN) * ranked[i].distance / most;
        double factor = ranked[i].distance > 0 ? sqrt(n) * share / ranked[i].distance : 0;
        MATRIX(*places, ranked[i].node, 0) *= factor;
        MATRIX(*places, ranked[i].node, 1) *= factor;
    }
}

static gboolean
place_small(guint n, const GArray *ends, const GArray *weights, guint32 seed, igraph_matrix_t *places,
            GError **error)
{
    if (n == 1) {
        igraph_matrix_null(places);
        return TRUE;
    }
    if (!ren_force_place(n, ends, weights, FORCE_ROUNDS, seed, places, error))
        return FALSE;
    fill_disc(places);
    return TRUE;
}

/* ---- many discs ---- */

/* Draws the discs @groups, with their middles at @places, towards 0 and pushes apart those that overlap; of
 * two, the smaller one gives way more. */
static void
settle(const GPtrArray *groups, igraph_matrix_t *places)
{
    for (guint round = 0; round < ROUNDS; round++) {
        if (round < ROUNDS - PUSH_ONLY)
            igraph_matrix_scale(places, 1 - GRAVITY);
        for (guint i = 1; i < groups->len; i++) {
            for (guint j = 0; j < i; j++) {
                double a = ((Group *)groups->pdata[i])->radius, b = ((Group *)groups->pdata[j])->radius;
                double x = MATRIX(*places, i, 0) - MATRIX(*places, j, 0);
                double y = MATRIX(*places, i, 1) - MATRIX(*places, j, 1);
                double apart = distance(x, y), lack = (a + b) * (1 + MARGIN) - apart;
                if (lack <= 0 || apart == 0)
                    continue;
                double share = b * b / (a * a + b * b) / 2;
                MATRIX(*places, i, 0) += x / apart * lack * share;
                MATRIX(*places, i, 1) += y / apart * lack * share;
                MATRIX(*places, j, 0) -= x / apart * lack * (0.5 - share);
                MATRIX(*places, j, 1) -= y / apart * lack * (0.5 - share);
            }
        }
    }
}

/* Lays out the groups by what they have to do with each other: @ends and @weights are of their ties. */
static gboolean
place_groups(const GPtrArray *groups, const GArray *ends, const GArray *weights, guint32 seed,
             igraph_matrix_t *places, GError **error)
{
    if (!ren_force_place(groups->len, ends, weights, FORCE_ROUNDS, seed, places, error))
        return FALSE;
    centre(places);
    double area = 0, most = 0;
    for (guint i = 0; i < groups->len; i++) {
        const Group *group = groups->pdata[i];
        area += group->radius * group->radius;
        most = MAX(most, distance(MATRIX(*places, i, 0), MATRIX(*places, i, 1)));
    }
    if (most > 0)
        igraph_matrix_scale(places, 1.5 * sqrt(area) / most);
    settle(groups, places);
    centre(places);
    return TRUE;
}

/* ---- all ---- */

/* Sorts nodes and the edges inside of groups into these; the ties of different groups, added up, go to @ends
 * and @weights. */
static GPtrArray *
split(guint n, const GArray *all_ends, const GArray *all_weights, const guint *number, guint n_groups,
      GArray *ends, GArray *weights)
{
    GPtrArray *groups = g_ptr_array_new_with_free_func(group_free);
    for (guint i = 0; i < n_groups; i++)
        g_ptr_array_add(groups, group_new());
    g_autofree guint *local = g_new(guint, n);
    for (guint i = 0; i < n; i++) {
        Group *group = groups->pdata[number[i]];
        local[i] = group->nodes->len;
        g_array_append_val(group->nodes, i);
    }
    g_autoptr(GHashTable) known = g_hash_table_new_full(ren_hash_pair, g_int64_equal, g_free, NULL);
    for (guint i = 0; i < all_weights->len; i++) {
        guint a = g_array_index(all_ends, guint, 2 * i), b = g_array_index(all_ends, guint, 2 * i + 1);
        double weight = g_array_index(all_weights, double, i);
        guint from = MIN(number[a], number[b]), to = MAX(number[a], number[b]);
        if (from == to) {
            Group *group = groups->pdata[from];
            g_array_append_val(group->ends, local[a]);
            g_array_append_val(group->ends, local[b]);
            g_array_append_val(group->weights, weight);
            continue;
        }
        gint64 pair = (gint64)from << 32 | to;
        gpointer at = g_hash_table_lookup(known, &pair);
        if (at != NULL) {
            g_array_index(weights, double, GPOINTER_TO_UINT(at) - 1) += weight;
            continue;
        }
        g_array_append_val(ends, from);
        g_array_append_val(ends, to);
        g_array_append_val(weights, weight);
        g_hash_table_insert(known, g_memdup2(&pair, sizeof(pair)), GUINT_TO_POINTER(weights->len));
    }
    return groups;
}

/* Two large groups have many ties by their mere size: weighs ties by what their groups are, 1 on average. */
static void
level_weights(const GPtrArray *groups, const GArray *ends, GArray *weights)
{
    double sum = 0;
    for (guint i = 0; i < weights->len; i++) {
        const Group *a = groups->pdata[g_array_index(ends, guint, 2 * i)];
        const Group *b = groups->pdata[g_array_index(ends, guint, 2 * i + 1)];
        g_array_index(weights, double, i) /= sqrt((double)a->nodes->len * b->nodes->len);
        sum += g_array_index(weights, double, i);
    }
    for (guint i = 0; i < weights->len; i++)
        g_array_index(weights, double, i) *= weights->len / sum;
}

/* Which community each node is in, from 0. Returns how many there are; 0 with @error set. */
static guint
find_groups(guint n, const GArray *ends, const GArray *weights, guint32 seed, guint *number, GError **error)
{
    g_auto(igraph_t) igraph;
    ren_force_make_graph(&igraph, n, ends);
    g_auto(igraph_vector_int_t) membership;
    g_auto(igraph_vector_t) strength;
    if (igraph_vector_int_init(&membership, n) != IGRAPH_SUCCESS ||
        igraph_vector_init(&strength, n) != IGRAPH_SUCCESS)
        g_error("out of memory");
    igraph_vector_t pulls = {0};
    igraph_vector_view(&pulls, (const igraph_real_t *)weights->data, weights->len);
    double modularity;
    if (!ren_igraph_check(
            igraph_strength(&igraph, &strength, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS, &pulls), error) ||
        !ren_measure_communities(&igraph, &pulls, &strength, seed, &membership, &modularity, error))
        return 0;
    for (guint i = 0; i < n; i++)
        number[i] = VECTOR(membership)[i];
    return igraph_vector_int_max(&membership) + 1;
}

/* Numbers the communities that are there from 0, in the order in which they are met; returns how many. */
static guint
number_groups(const GArray *communities, guint *number)
{
    g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < communities->len; i++) {
        gpointer community = GUINT_TO_POINTER((guint)g_array_index(communities, double, i));
        if (!g_hash_table_contains(known, community))
            g_hash_table_insert(known, community, GUINT_TO_POINTER(g_hash_table_size(known)));
        number[i] = GPOINTER_TO_UINT(g_hash_table_lookup(known, community));
    }
    return g_hash_table_size(known);
}

gboolean
ren_territory_place(guint n, const GArray *ends, const GArray *weights, const GArray *communities,
                    guint32 seed, igraph_matrix_t *places, GError **error)
{
    if (n <= SMALL)
        return place_small(n, ends, weights, seed, places, error);
    g_autofree guint *number = g_new(guint, n);
    guint n_groups = communities != NULL ? number_groups(communities, number)
                                         : find_groups(n, ends, weights, seed, number, error);
    if (n_groups == 0)
        return FALSE;
    if (n_groups == 1)
        return communities != NULL ? ren_territory_place(n, ends, weights, NULL, seed, places, error)
                                   : place_small(n, ends, weights, seed, places, error);
    g_autoptr(GArray) group_ends = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GArray) group_weights = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GPtrArray) groups = split(n, ends, weights, number, n_groups, group_ends, group_weights);
    for (guint i = 0; i < n_groups; i++)
        ((Group *)groups->pdata[i])->radius = sqrt(((Group *)groups->pdata[i])->nodes->len);
    level_weights(groups, group_ends, group_weights);
    g_auto(igraph_matrix_t) middles;
    if (igraph_matrix_init(&middles, n_groups, 2) != IGRAPH_SUCCESS)
        g_error("out of memory");
    if (!place_groups(groups, group_ends, group_weights, seed, &middles, error))
        return FALSE;
    double most = 0;
    for (guint i = 0; i < n_groups; i++) {
        const Group *group = groups->pdata[i];
        g_auto(igraph_matrix_t) inside;
        if (igraph_matrix_init(&inside, group->nodes->len, 2) != IGRAPH_SUCCESS)
            g_error("out of memory");
        if (!ren_territory_place(group->nodes->len, group->ends, group->weights, NULL, seed, &inside, error))
            return FALSE;
        for (guint k = 0; k < group->nodes->len; k++) {
            guint node = g_array_index(group->nodes, guint, k);
            double x = MATRIX(*places, node, 0) = MATRIX(middles, i, 0) + MATRIX(inside, k, 0);
            double y = MATRIX(*places, node, 1) = MATRIX(middles, i, 1) + MATRIX(inside, k, 1);
            most = MAX(most, distance(x, y));
        }
    }
    /* The room between the discs inside must not make this one larger than its nodes are many. */
    igraph_matrix_scale(places, sqrt(n) / most);
    return TRUE;
}
