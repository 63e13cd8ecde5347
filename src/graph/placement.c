#include "graph/placement.h"

#include <math.h>

#include "graph/force.h"
#include "graph/territory.h"

/* Half the width of a small picture, of so many nodes at most, and the smallest step in any. */
#define EXTENT 1000.0
#define SMALL 36
#define STEP 0.01
/* Room between two parts, in units of the space that one node has. */
#define GAP 1.0
/* What stands alone is set close, with room for its name. */
#define ALONE_WIDTH 1.0
#define ALONE_HEIGHT -0.4
/* Parts are set on a page so much wider than high. */
#define PAGE_RATIO 1.4
/* Side of the box of a part with n nodes, in sqrt(n), less a little, of that unit: what is linked has more to
 * show than what is not. */
#define SPREAD 1.7
#define SPREAD_LESS 0.4
/* Each node has a box to itself, as wide as a name is beside its height; all boxes together take this share
 * of the picture. More nodes than CROWD would take long, and their names cannot be read anyway. */
#define BOX_RATIO 4.0
#define BOX_SHARE 0.3
#define CROWD 1000
#define PUSHES 100
/* How much longer a line is that pulls less: pull to the power of this. */
#define LENGTH_POWER -0.3
/* Rounds of refinement for each node; of a crowd, where each costs more and shows less. */
#define REFINEMENT 50
#define CROWD_REFINEMENT 15
#define FEW 300

/* In larger parts, a layout by force shows one ball, and takes minutes. */
#define TERRITORIES 3000

/* A connected part. */
typedef struct {
    GArray *nodes;       /* owned; of guint: nodes of the whole graph */
    GArray *communities; /* owned; of double: of each node */
    GArray *ends;        /* owned; of guint: pairs of indexes in nodes */
    GArray *weights;     /* owned; of double, one for each pair */
    GArray *places;      /* owned; of double: x, y of each node, from 0 to width and height */
    double width;
    double height;
} Part;

static void
part_free(gpointer data)
{
    Part *part = data;
    g_array_unref(part->nodes);
    g_array_unref(part->communities);
    g_array_unref(part->ends);
    g_array_unref(part->weights);
    g_array_unref(part->places);
    g_free(part);
}

static Part *
part_new(void)
{
    Part *part = g_new0(Part, 1);
    part->nodes = g_array_new(FALSE, FALSE, sizeof(guint));
    part->communities = g_array_new(FALSE, FALSE, sizeof(double));
    part->ends = g_array_new(FALSE, FALSE, sizeof(guint));
    part->weights = g_array_new(FALSE, FALSE, sizeof(double));
    part->places = g_array_new(FALSE, TRUE, sizeof(double));
    return part;
}

/* The connected parts of @igraph, in the order of their first nodes. */
static GPtrArray *
split(const igraph_t *igraph, const GArray *weights, const GArray *communities, GError **error)
{
    guint n = igraph_vcount(igraph), m = igraph_ecount(igraph);
    g_auto(igraph_vector_int_t) membership;
    if (igraph_vector_int_init(&membership, 0) != IGRAPH_SUCCESS)
        g_error("out of memory");
    igraph_integer_t count = 0;
    if (n > 0 &&
        !ren_igraph_check(igraph_connected_components(igraph, &membership, NULL, &count, IGRAPH_WEAK), error))
        return NULL;
    GPtrArray *parts = g_ptr_array_new_with_free_func(part_free);
    for (igraph_integer_t i = 0; i < count; i++)
        g_ptr_array_add(parts, part_new());
    g_autofree guint *local = g_new(guint, n + 1);
    for (guint i = 0; i < n; i++) {
        Part *part = parts->pdata[VECTOR(membership)[i]];
        local[i] = part->nodes->len;
        g_array_append_val(part->nodes, i);
        g_array_append_val(part->communities, g_array_index(communities, double, i));
    }
    for (guint i = 0; i < m; i++) {
        guint a = IGRAPH_FROM(igraph, i), b = IGRAPH_TO(igraph, i);
        Part *part = parts->pdata[VECTOR(membership)[a]];
        g_array_append_val(part->ends, local[a]);
        g_array_append_val(part->ends, local[b]);
        g_array_append_val(part->weights, g_array_index(weights, double, i));
    }
    return parts;
}

/* Fewer rounds for large parts: each costs in proportion to the nodes, and a crowd shows no detail. */
static guint
rounds(guint n)
{
    if (n <= FEW)
        return 500;
    return n <= 1000 ? 300 : 150;
}

/* Force alone draws those who know each other to one spot: now all stand as far apart as the way between them
 * along the lines is long. */
static gboolean
refine(const Part *part, igraph_matrix_t *places, GError **error)
{
    guint n = part->nodes->len, m = part->weights->len;
    g_auto(igraph_t) igraph;
    ren_force_make_graph(&igraph, n, part->ends);
    g_auto(igraph_vector_t) lengths;
    if (igraph_vector_init(&lengths, m) != IGRAPH_SUCCESS)
        g_error("out of memory");
    for (guint i = 0; i < m; i++)
        VECTOR(lengths)[i] = pow(g_array_index(part->weights, double, i), LENGTH_POWER);
    guint turns = (n <= FEW ? REFINEMENT : CROWD_REFINEMENT) * n;
    return ren_igraph_check(
        igraph_layout_kamada_kawai(&igraph, places, TRUE, turns, 0, n, &lengths, NULL, NULL, NULL, NULL),
        error);
}

/* Turns the picture so that its longest way lies across: names are wide. */
static void
turn(igraph_matrix_t *places)
{
    igraph_integer_t n = igraph_matrix_nrow(places);
    double middle[2] = {0}, xx = 0, xy = 0, yy = 0;
    for (igraph_integer_t i = 0; i < n; i++)
        for (guint d = 0; d < 2; d++)
            middle[d] += MATRIX(*places, i, d) / n;
    for (igraph_integer_t i = 0; i < n; i++) {
        double x = MATRIX(*places, i, 0) -= middle[0], y = MATRIX(*places, i, 1) -= middle[1];
        xx += x * x;
        xy += x * y;
        yy += y * y;
    }
    double angle = atan2(2 * xy, xx - yy) / 2;
    for (igraph_integer_t i = 0; i < n; i++) {
        double x = MATRIX(*places, i, 0), y = MATRIX(*places, i, 1);
        MATRIX(*places, i, 0) = x * cos(angle) + y * sin(angle);
        MATRIX(*places, i, 1) = y * cos(angle) - x * sin(angle);
    }
}

static gboolean
force(const Part *part, guint32 seed, igraph_matrix_t *places, GError **error)
{
    guint n = part->nodes->len;
    return ren_force_place(n, part->ends, part->weights, rounds(n), seed, places, error) &&
           (n > CROWD || refine(part, places, error));
}

/* Draws @part into a box whose area goes with the number of its nodes. */
static gboolean
draw(Part *part, guint32 seed, GError **error)
{
    guint n = part->nodes->len;
    g_array_set_size(part->places, 2 * n);
    if (n == 1) {
        part->width = ALONE_WIDTH;
        part->height = ALONE_HEIGHT;
        return TRUE;
    }
    g_auto(igraph_matrix_t) places;
    if (igraph_matrix_init(&places, n, 2) != IGRAPH_SUCCESS)
        g_error("out of memory");
    if (n > TERRITORIES
            ? !ren_territory_place(n, part->ends, part->weights, part->communities, seed, &places, error)
            : !force(part, seed, &places, error))
        return FALSE;
    turn(&places);
    double low[2] = {INFINITY, INFINITY}, high[2] = {-INFINITY, -INFINITY};
    for (guint i = 0; i < n; i++) {
        for (guint d = 0; d < 2; d++) {
            low[d] = MIN(low[d], MATRIX(places, i, d));
            high[d] = MAX(high[d], MATRIX(places, i, d));
        }
    }
    double extent = MAX(high[0] - low[0], high[1] - low[1]);
    double scale = isfinite(extent) && extent > 0 ? SPREAD * (sqrt(n) - SPREAD_LESS) / extent : 0;
    for (guint i = 0; i < n; i++)
        for (guint d = 0; d < 2; d++)
            g_array_index(part->places, double, 2 * i + d) =
                scale > 0 ? (MATRIX(places, i, d) - low[d]) * scale : 0;
    part->width = scale > 0 ? (high[0] - low[0]) * scale : 0;
    part->height = scale > 0 ? (high[1] - low[1]) * scale : 0;
    return TRUE;
}

static int
compare_parts(gconstpointer x, gconstpointer y)
{
    const Part *a = *(Part *const *)x, *b = *(Part *const *)y;
    if (a->nodes->len != b->nodes->len)
        return a->nodes->len > b->nodes->len ? -1 : 1;
    guint first_a = g_array_index(a->nodes, guint, 0), first_b = g_array_index(b->nodes, guint, 0);
    return first_a < first_b ? -1 : first_a > first_b;
}

/* Sets the parts in rows, as words are set on a page; writes to @xs and @ys. */
static void
pack(const GPtrArray *parts, GArray *xs, GArray *ys)
{
    double area = 0, widest = 0;
    for (guint i = 0; i < parts->len; i++) {
        const Part *part = parts->pdata[i];
        area += (part->width + GAP) * (part->height + GAP);
        widest = MAX(widest, part->width + GAP);
    }
    double page = MAX(widest, sqrt(PAGE_RATIO * area)), left = 0, top = 0, row = 0;
    for (guint i = 0; i < parts->len; i++) {
        const Part *part = parts->pdata[i];
        if (left > 0 && left + part->width + GAP > page) {
            left = 0;
            top += row;
            row = 0;
        }
        for (guint k = 0; k < part->nodes->len; k++) {
            guint node = g_array_index(part->nodes, guint, k);
            g_array_index(xs, double, node) = left + g_array_index(part->places, double, 2 * k);
            g_array_index(ys, double, node) = -(top + g_array_index(part->places, double, 2 * k + 1));
        }
        left += part->width + GAP;
        row = MAX(row, part->height + GAP);
    }
}

/* The middle of @values, half their extent in @half. */
static double
middle(const GArray *values, double *half)
{
    double low = INFINITY, high = -INFINITY;
    for (guint i = 0; i < values->len; i++) {
        low = MIN(low, g_array_index(values, double, i));
        high = MAX(high, g_array_index(values, double, i));
    }
    *half = values->len > 0 ? (high - low) / 2 : 0;
    return values->len > 0 ? (high + low) / 2 : 0;
}

double
ren_placement_extent(guint n)
{
    return round(EXTENT * MAX(1, sqrt(n / (double)SMALL)));
}

/* Brings all to the extent of the picture and to whole steps, and moves those apart that share a place. */
static void
scale(GArray *xs, GArray *ys)
{
    double half_x, half_y;
    double middle_x = middle(xs, &half_x), middle_y = middle(ys, &half_y);
    double half = MAX(half_x, half_y);
    double factor = half > 0 ? ren_placement_extent(xs->len) / half / STEP : 0;
    g_autoptr(GHashTable) taken = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (guint i = 0; i < xs->len; i++) {
        gint64 x = llround((g_array_index(xs, double, i) - middle_x) * factor);
        gint64 y = llround((g_array_index(ys, double, i) - middle_y) * factor);
        gint64 toward = x > 0 ? -1 : 1; /* never out of the picture */
        gint64 place = x * 1000000000 + y;
        while (g_hash_table_contains(taken, &place)) {
            x += toward;
            place = x * 1000000000 + y;
        }
        g_hash_table_add(taken, g_memdup2(&place, sizeof(place)));
        g_array_index(xs, double, i) = x * STEP;
        g_array_index(ys, double, i) = y * STEP;
    }
}

/* Moves two values apart by half of what they lack: the picture settles better in small steps. */
static void
push(double *a, double *b, double lack)
{
    double step = *a >= *b ? lack / 4 : -lack / 4;
    *a += step;
    *b -= step;
}

gboolean
ren_placement_push_apart(double *x, double *y, const double *widths, const double *heights, guint n)
{
    gboolean moved = FALSE;
    for (guint i = 1; i < n; i++) {
        for (guint j = 0; j < i; j++) {
            double lack_x = (widths[i] + widths[j]) / 2 - fabs(x[i] - x[j]);
            double lack_y = (heights[i] + heights[j]) / 2 - fabs(y[i] - y[j]);
            if (lack_x <= 0 || lack_y <= 0)
                continue;
            if (lack_y < lack_x)
                push(&y[i], &y[j], lack_y);
            else
                push(&x[i], &x[j], lack_x);
            moved = TRUE;
        }
    }
    return moved;
}

/* Gives each node room for its name: an article that names thirty people draws them to one spot. */
static void
make_room(GArray *xs, GArray *ys)
{
    guint n = xs->len;
    if (n < 2 || n > CROWD)
        return;
    double side = 2 * ren_placement_extent(n), height = sqrt(BOX_SHARE * side * side / (n * BOX_RATIO));
    g_autofree double *widths = g_new(double, n), *heights = g_new(double, n);
    for (guint i = 0; i < n; i++) {
        heights[i] = height;
        widths[i] = BOX_RATIO * height;
    }
    guint rounds = 0;
    while (rounds < PUSHES &&
           ren_placement_push_apart((double *)xs->data, (double *)ys->data, widths, heights, n))
        rounds++;
}

gboolean
ren_placement_compute(const igraph_t *igraph, const GArray *weights, const GArray *communities, guint32 seed,
                      GArray *xs, GArray *ys, GError **error)
{
    g_array_set_size(xs, igraph_vcount(igraph));
    g_array_set_size(ys, igraph_vcount(igraph));
    g_autoptr(GPtrArray) parts = split(igraph, weights, communities, error);
    if (parts == NULL)
        return FALSE;
    for (guint i = 0; i < parts->len; i++)
        if (!draw(parts->pdata[i], seed, error))
            return FALSE;
    g_ptr_array_sort(parts, compare_parts);
    pack(parts, xs, ys);
    scale(xs, ys);
    make_room(xs, ys);
    scale(xs, ys);
    return TRUE;
}
