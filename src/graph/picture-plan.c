#include "graph/picture-plan.h"

#include <math.h>

#include "graph/placement.h"

/* Discs and names are smaller in larger networks, by the logarithm of the number of nodes. */
#define DISC_LARGEST 18.0
#define DISC_LESS 1.0
#define DISC_SMALLEST 1.8
#define FONT_LARGEST 11.5
#define FONT_LESS 0.8
#define FONT_SMALLEST 6.0
/* The name of the node with most mentions is so much larger than that of the smallest, in points. */
#define FONT_MORE 5.5
/* A name is broken where it is wider than so many characters. */
#define NAME_WIDTH 8.5
/* Lines bend by so much of their length. */
#define BEND 0.08
/* Space around a disc and its name while they are pushed apart, and how often they are. */
#define ROOM 3.0
#define PUSHES 400
/* The picture may be wider than the layout by this, or higher. */
#define STRETCH 1.6
/* Few nodes do not fill a page: so much of it for each, times the square root of their number. */
#define NODE_WIDTH 140.0
#define NODE_HEIGHT 100.0
/* So many doublings from the weakest to the strongest tie take the whole range of widths. */
#define FULL_RANGE 4.0
/* Where all are alike. */
#define ONLY_STRENGTH 0.2
#define LINE_THINNEST 0.4
#define LINE_MORE 2.6

static RenPlanNode *
node_of(const RenPlan *plan, igraph_integer_t i)
{
    return &g_array_index(plan->nodes, RenPlanNode, i);
}

double
ren_plan_radius(const RenPlan *plan, double mentions)
{
    return plan->most_mentions > 0 ? MAX(plan->largest * sqrt(mentions / plan->most_mentions), DISC_SMALLEST)
                                   : DISC_SMALLEST;
}

double
ren_plan_strength(const RenPlan *plan, double weight)
{
    double least = plan->least_weight, most = plan->most_weight;
    if (most <= least)
        return ONLY_STRENGTH;
    double share = (sqrt(weight) - sqrt(least)) / (sqrt(most) - sqrt(least));
    return CLAMP(share, 0, 1) * MIN(log2(most / least) / FULL_RANGE, 1);
}

double
ren_plan_line_width(double strength)
{
    return LINE_THINNEST + LINE_MORE * strength;
}

/* ---- discs ---- */

static void
add_nodes(RenPlan *plan, const char *subject)
{
    const igraph_t *igraph = plan->igraph;
    guint n = igraph_vcount(igraph);
    double halvings = log2(MAX(n, 1)), font = MAX(FONT_LARGEST - FONT_LESS * halvings, FONT_SMALLEST);
    plan->largest = MAX(DISC_LARGEST - DISC_LESS * halvings, 4 * DISC_SMALLEST);
    for (guint i = 0; i < n; i++)
        plan->most_mentions = MAX(plan->most_mentions, VAN(igraph, "mentions", i));
    for (guint i = 0; i < n; i++) {
        double mentions = VAN(igraph, "mentions", i);
        double share = plan->most_mentions > 0 ? sqrt(mentions / plan->most_mentions) : 0;
        RenPlanNode node = {.disc.radius = ren_plan_radius(plan, mentions),
                            .label = VAS(igraph, "label", i),
                            .color = VAS(igraph, "color", i),
                            .importance = VAN(igraph, "weighted_degree", i),
                            .style.size = font + FONT_MORE * share};
        node.style.width = NAME_WIDTH * node.style.size;
        if (g_strcmp0(VAS(igraph, "id", i), subject) == 0) {
            plan->subject = i;
            node.style.bold = TRUE;
            node.importance = INFINITY; /* it is named before all others */
        }
        g_array_append_val(plan->nodes, node);
    }
}

/* Brings the layout into @area, wider or higher than it is where that fills the page better. */
static void
fit(RenPlan *plan, RenBox area)
{
    const igraph_t *igraph = plan->igraph;
    guint n = plan->nodes->len;
    double low_x = INFINITY, low_y = INFINITY, high_x = -INFINITY, high_y = -INFINITY;
    for (guint i = 0; i < n; i++) {
        double x = VAN(igraph, "x", i), y = -VAN(igraph, "y", i);
        low_x = MIN(low_x, x);
        low_y = MIN(low_y, y);
        high_x = MAX(high_x, x);
        high_y = MAX(high_y, y);
    }
    double width = MIN(area.width - 2 * plan->largest, NODE_WIDTH * sqrt(n));
    double height = MIN(area.height - 2 * plan->largest, NODE_HEIGHT * sqrt(n));
    double scale_x = high_x > low_x ? width / (high_x - low_x) : 0;
    double scale_y = high_y > low_y ? height / (high_y - low_y) : 0;
    if (scale_y > 0 && scale_x > scale_y * STRETCH)
        scale_x = scale_y * STRETCH;
    if (scale_x > 0 && scale_y > scale_x * STRETCH)
        scale_y = scale_x * STRETCH;
    for (guint i = 0; i < n; i++) {
        RenDisc *disc = &node_of(plan, i)->disc;
        disc->x = area.x + area.width / 2 + (VAN(igraph, "x", i) - (low_x + high_x) / 2) * scale_x;
        disc->y = area.y + area.height / 2 + (-VAN(igraph, "y", i) - (low_y + high_y) / 2) * scale_y;
    }
}

/* Makes room for each disc and the name below it. */
static void
make_room(RenPlan *plan, const RenLabel *labels, RenBox area)
{
    guint n = plan->nodes->len;
    g_autofree double *x = g_new(double, n + 1), *y = g_new(double, n + 1);
    g_autofree double *widths = g_new(double, n + 1), *heights = g_new(double, n + 1);
    for (guint i = 0; i < n; i++) {
        const RenDisc *disc = &node_of(plan, i)->disc;
        widths[i] = MAX(2 * disc->radius, labels[i].width) + ROOM;
        heights[i] = 2 * disc->radius + labels[i].height + ROOM;
        x[i] = disc->x;
        y[i] = disc->y + labels[i].height / 2;
    }
    gboolean moved = TRUE;
    for (guint round = 0; moved && round < PUSHES; round++) {
        moved = ren_placement_push_apart(x, y, widths, heights, n);
        for (guint i = 0; i < n; i++) {
            x[i] = CLAMP(x[i], area.x + widths[i] / 2, MAX(area.x, area.x + area.width - widths[i] / 2));
            y[i] = CLAMP(y[i], area.y + heights[i] / 2, MAX(area.y, area.y + area.height - heights[i] / 2));
        }
    }
    for (guint i = 0; i < n; i++) {
        RenDisc *disc = &node_of(plan, i)->disc;
        disc->x = x[i];
        disc->y = y[i] - labels[i].height / 2;
    }
}

/* ---- ties ---- */

static double
between(double from, double to, double t)
{
    return from + (to - from) * t;
}

/* Cuts the curve @c at @t and keeps what lies before it (de Casteljau). */
static void
cut(double c[4], double t)
{
    double ab = between(c[0], c[1], t), bc = between(c[1], c[2], t), cd = between(c[2], c[3], t);
    double abc = between(ab, bc, t), bcd = between(bc, cd, t);
    c[1] = ab;
    c[2] = abc;
    c[3] = between(abc, bcd, t);
}

static double
at(const double c[4], double t)
{
    double u = 1 - t;
    return u * u * u * c[0] + 3 * u * u * t * c[1] + 3 * u * t * t * c[2] + t * t * t * c[3];
}

/* Ends @tie where it meets the border of @disc. */
static void
end_at(RenPlanTie *tie, const RenDisc *disc)
{
    double low = 0, high = 1;
    for (guint step = 0; step < 30; step++) {
        double t = (low + high) / 2;
        if (hypot(at(tie->x, t) - disc->x, at(tie->y, t) - disc->y) > disc->radius)
            low = t;
        else
            high = t;
    }
    cut(tie->x, low);
    cut(tie->y, low);
}

static RenTieKind
kind_of(const igraph_t *igraph, igraph_integer_t edge)
{
    RenTieKind kind = REN_TIE_COMENTION;
    while (!g_str_equal(EAS(igraph, "kind", edge), ren_tie_name(kind)))
        kind++;
    return kind;
}

static int
compare_ties(gconstpointer x, gconstpointer y)
{
    const RenPlanTie *a = x, *b = y;
    gboolean directed_a = a->kind != REN_TIE_COMENTION, directed_b = b->kind != REN_TIE_COMENTION;
    if (directed_a != directed_b)
        return directed_a ? 1 : -1;
    if (a->strength != b->strength)
        return a->strength < b->strength ? -1 : 1;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return a->to != b->to ? (a->to < b->to ? -1 : 1) : (int)a->kind - (int)b->kind;
}

static void
weigh_ties(RenPlan *plan)
{
    const igraph_t *igraph = plan->igraph;
    plan->least_weight = INFINITY;
    for (igraph_integer_t i = 0; i < igraph_ecount(igraph); i++) {
        RenTieKind kind = kind_of(igraph, i);
        plan->has_ties[kind] = TRUE;
        if (kind != REN_TIE_COMENTION)
            continue;
        plan->least_weight = MIN(plan->least_weight, EAN(igraph, "weight", i));
        plan->most_weight = MAX(plan->most_weight, EAN(igraph, "weight", i));
    }
}

static void
add_ties(RenPlan *plan)
{
    const igraph_t *igraph = plan->igraph;
    for (igraph_integer_t i = 0; i < igraph_ecount(igraph); i++) {
        RenPlanTie tie = {.kind = kind_of(igraph, i)};
        ren_graph_get_ends(igraph, i, &tie.from, &tie.to);
        if (tie.kind == REN_TIE_COMENTION)
            tie.strength = ren_plan_strength(plan, EAN(igraph, "weight", i));
        const RenDisc *a = &node_of(plan, tie.from)->disc, *b = &node_of(plan, tie.to)->disc;
        /* To other sides: two ties of one pair part. */
        double bend = (tie.kind == REN_TIE_COMENTION) == (tie.from < tie.to) ? BEND : -BEND;
        double middle_x = (a->x + b->x) / 2 + bend * (b->y - a->y);
        double middle_y = (a->y + b->y) / 2 - bend * (b->x - a->x);
        const double x[] = {a->x, a->x + (middle_x - a->x) * 2 / 3, b->x + (middle_x - b->x) * 2 / 3, b->x};
        const double y[] = {a->y, a->y + (middle_y - a->y) * 2 / 3, b->y + (middle_y - b->y) * 2 / 3, b->y};
        for (guint k = 0; k < 4; k++) {
            tie.x[k] = x[k];
            tie.y[k] = y[k];
        }
        if (tie.kind != REN_TIE_COMENTION)
            end_at(&tie, b);
        g_array_append_val(plan->ties, tie);
    }
    g_array_sort(plan->ties, compare_ties);
}

/* Points along all lines, one for each point of length. */
static GArray *
list_points(const RenPlan *plan)
{
    GArray *points = g_array_new(FALSE, FALSE, sizeof(RenBox));
    for (guint i = 0; i < plan->ties->len; i++) {
        const RenPlanTie *tie = &g_array_index(plan->ties, RenPlanTie, i);
        guint steps = hypot(tie->x[3] - tie->x[0], tie->y[3] - tie->y[0]);
        for (guint s = 0; s < steps; s++) {
            RenBox point = {at(tie->x, (double)s / steps), at(tie->y, (double)s / steps), 0, 0};
            g_array_append_val(points, point);
        }
    }
    return points;
}

/* ---- names ---- */

static int
compare_important(gconstpointer x, gconstpointer y, gpointer data)
{
    guint i = *(const guint *)x, j = *(const guint *)y;
    const RenPlanNode *a = node_of(data, i), *b = node_of(data, j);
    if (a->importance != b->importance)
        return a->importance > b->importance ? -1 : 1;
    if (a->disc.radius != b->disc.radius)
        return a->disc.radius > b->disc.radius ? -1 : 1;
    return i < j ? -1 : i > j;
}

/* The nodes (guint) that may have a name, the most important first. */
static GArray *
rank(RenPlan *plan, guint names)
{
    GArray *order = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < plan->nodes->len; i++)
        g_array_append_val(order, i);
    g_array_sort_with_data(order, compare_important, plan);
    if (names > 0 && names < order->len)
        g_array_set_size(order, names);
    return order;
}

/* How large the names of @order are; 0 those of others. */
static RenLabel *
measure_names(RenPlan *plan, RenTypeset *typeset, const GArray *order)
{
    RenLabel *labels = g_new0(RenLabel, plan->nodes->len + 1);
    for (guint k = 0; k < order->len; k++) {
        guint i = g_array_index(order, guint, k);
        const RenPlanNode *node = node_of(plan, i);
        g_autoptr(PangoLayout) layout = ren_typeset_layout(typeset, node->label, node->style);
        RenBox ink = ren_typeset_get_ink(layout);
        labels[i] = (RenLabel){ink.width, ink.height, MIN(1, FONT_SMALLEST / node->style.size)};
    }
    return labels;
}

static void
place_names(RenPlan *plan, const RenLabel *labels, const GArray *order, RenBox area)
{
    guint n = plan->nodes->len;
    g_autoptr(GArray) points = list_points(plan);
    g_autofree RenDisc *discs = g_new(RenDisc, n + 1);
    g_autofree RenBox *boxes = g_new(RenBox, n + 1);
    for (guint i = 0; i < n; i++)
        discs[i] = node_of(plan, i)->disc;
    ren_labels_place(discs, n, labels, order, points, area, boxes);
    for (guint i = 0; i < n; i++) {
        RenPlanNode *node = node_of(plan, i);
        node->name = boxes[i];
        if (boxes[i].width == 0)
            continue;
        plan->n_named++;
        double scale = boxes[i].width / labels[i].width;
        node->style.size *= scale;
        node->style.width *= scale;
    }
}

RenPlan *
ren_plan_new(const RenGraph *graph, const char *subject)
{
    RenPlan *plan = g_new0(RenPlan, 1);
    plan->igraph = ren_graph_get_igraph(graph);
    plan->nodes = g_array_new(FALSE, FALSE, sizeof(RenPlanNode));
    plan->ties = g_array_new(FALSE, FALSE, sizeof(RenPlanTie));
    plan->subject = -1;
    add_nodes(plan, subject);
    weigh_ties(plan);
    return plan;
}

void
ren_plan_lay_out(RenPlan *plan, RenTypeset *typeset, RenBox area, guint names)
{
    g_autoptr(GArray) order = rank(plan, names);
    g_autofree RenLabel *labels = measure_names(plan, typeset, order);
    fit(plan, area);
    make_room(plan, labels, area);
    add_ties(plan);
    place_names(plan, labels, order, area);
}

void
ren_plan_free(RenPlan *plan)
{
    if (plan == NULL)
        return;
    g_array_unref(plan->nodes);
    g_array_unref(plan->ties);
    g_free(plan);
}
