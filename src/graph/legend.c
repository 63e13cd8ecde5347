#include "graph/legend.h"

#include <math.h>

#include "graph/measure.h"

#define FONT 7.5
#define TEXT_COLOR "#333333"
#define GREY "#8b929a"
#define DISC 3.6       /* radius of a sign for a colour */
#define LINE 20.0      /* length of a sign for a line */
#define SIGN_GAP 3.5   /* from a sign to its text */
#define ENTRY_GAP 10.0 /* from a text to the next sign */
#define GROUP_GAP 14.0 /* more where something else is explained */
#define GROUP_WIDTH 230.0
/* Texts are cut there. */
#define LONGEST 300.0
#define ROW_GAP 2.5

/* A sign and the text behind it. */
typedef struct {
    double x;
    guint row;
    double sign;       /* width of the sign; 0: none */
    double radius;     /* of a disc; 0: it is a line */
    char *color;       /* owned; of the disc */
    RenTieKind kind;   /* of the line */
    double strength;   /* likewise */
    PangoLayout *text; /* owned */
} Entry;

struct _RenLegend {
    RenTypeset *typeset; /* borrowed */
    GArray *entries;     /* owned; of Entry */
    GArray *rows;        /* owned; of double: how high each is */
    double width;
    double x; /* where the next entry goes */
};

static void
entry_clear(gpointer data)
{
    Entry *entry = data;
    g_free(entry->color);
    g_clear_object(&entry->text);
}

RenLegend *
ren_legend_new(RenTypeset *typeset, double width)
{
    RenLegend *legend = g_new0(RenLegend, 1);
    legend->typeset = typeset;
    legend->width = width;
    legend->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    legend->rows = g_array_new(FALSE, TRUE, sizeof(double));
    g_array_set_clear_func(legend->entries, entry_clear);
    return legend;
}

/* What follows explains something else; it stays together. */
static void
begin_group(RenLegend *legend)
{
    legend->x += legend->x > 0 ? GROUP_GAP : 0;
    if (legend->x > legend->width - GROUP_WIDTH)
        legend->x = legend->width;
}

/* Adds @entry, which is taken, with @text. */
static void
add(RenLegend *legend, Entry entry, const char *text)
{
    entry.text = ren_typeset_layout(legend->typeset, text, (RenStyle){.size = FONT});
    if (ren_typeset_get_lines(entry.text).width > LONGEST) {
        pango_layout_set_width(entry.text, LONGEST * PANGO_SCALE);
        pango_layout_set_ellipsize(entry.text, PANGO_ELLIPSIZE_END);
    }
    RenBox lines = ren_typeset_get_lines(entry.text);
    double width = entry.sign + (entry.sign > 0 ? SIGN_GAP : 0) + lines.width;
    if (legend->rows->len == 0 || (legend->x > 0 && legend->x + width > legend->width)) {
        g_array_set_size(legend->rows, legend->rows->len + 1);
        legend->x = 0;
    }
    entry.row = legend->rows->len - 1;
    entry.x = legend->x;
    legend->x += width + ENTRY_GAP;
    double *height = &g_array_index(legend->rows, double, entry.row);
    *height = MAX(*height, MAX(lines.height, 2 * entry.radius));
    g_array_append_val(legend->entries, entry);
}

static void
add_disc(RenLegend *legend, double radius, const char *color, const char *text)
{
    add(legend, (Entry){.sign = 2 * radius, .radius = radius, .color = g_strdup(color)}, text);
}

/* Whole numbers in full, others so that they can be read. */
static void
add_number(RenLegend *legend, Entry entry, double number)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    if (number != floor(number))
        number = number >= 10 ? round(number)
                              : g_ascii_strtod(g_ascii_formatd(text, sizeof(text), "%.2g", number), NULL);
    add(legend, entry, ren_graph_number(number, text));
}

/* ---- colours ---- */

static void
add_kinds(RenLegend *legend, const igraph_t *igraph, const RenWording *wording)
{
    static const char *const kinds[] = {"person", "organization", "company", "place"};
    for (guint k = 0; k < G_N_ELEMENTS(kinds); k++) {
        const char *color = NULL;
        guint count = 0;
        for (igraph_integer_t i = 0; i < igraph_vcount(igraph); i++) {
            if (!g_str_equal(VAS(igraph, "kind", i), kinds[k]))
                continue;
            color = VAS(igraph, "color", i);
            count++;
        }
        if (color == NULL)
            continue;
        g_autofree char *name = ren_wording_get(wording, kinds[k], NULL);
        g_autofree char *text = g_strdup_printf("%s %u", name, count);
        add_disc(legend, DISC, color, text);
    }
}

/* Those that share the colour of all small ones stand last. */
static void
add_communities(RenLegend *legend, const RenGraph *graph, const RenWording *wording)
{
    const igraph_t *igraph = ren_graph_get_igraph(graph);
    const GPtrArray *names = ren_graph_get_communities(graph);
    g_autofree guint *sizes = g_new0(guint, names->len + 1);
    g_autofree const char **colors = g_new0(const char *, names->len + 1);
    for (igraph_integer_t i = 0; i < igraph_vcount(igraph); i++) {
        guint group = VAN(igraph, "community", i) - 1;
        sizes[group]++;
        colors[group] = VAS(igraph, "color", i);
    }
    guint shown = names->len;
    while (shown >= 2 && g_str_equal(colors[shown - 1], colors[shown - 2]))
        shown--;
    gboolean others = shown < names->len;
    for (guint i = 0; i < shown - others; i++) {
        g_autofree char *count = g_strdup_printf("%u", sizes[i]);
        g_autofree char *text =
            sizes[i] <= REN_NAMED_MEMBERS
                ? g_strdup(names->pdata[i])
                : ren_wording_get(wording, "community", "members", (char *)names->pdata[i], "n", count, NULL);
        add_disc(legend, DISC, colors[i], text);
    }
    if (others) {
        g_autofree char *text = ren_wording_get(wording, "other-communities", NULL);
        add_disc(legend, DISC, colors[names->len - 1], text);
    }
}

void
ren_legend_add_colors(RenLegend *legend, const RenGraph *graph, const RenWording *wording,
                      gboolean by_community)
{
    if (by_community)
        add_communities(legend, graph, wording);
    else
        add_kinds(legend, ren_graph_get_igraph(graph), wording);
}

/* ---- sizes and lines ---- */

/* 1, 2 or 5 and zeros: the largest such number up to @value. */
static double
round_down(double value)
{
    double ten = pow(10, floor(log10(value))), digit = value / ten;
    return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * ten;
}

void
ren_legend_add_scales(RenLegend *legend, const RenPlan *plan, const RenWording *wording, const char *weight)
{
    if (plan->most_mentions > 0) {
        g_autofree char *size = ren_wording_get(wording, "size", NULL);
        begin_group(legend);
        add(legend, (Entry){0}, size);
        double most = round_down(plan->most_mentions);
        const double numbers[] = {round_down(MAX(most / 8, 1)), most};
        for (guint i = 0; i < G_N_ELEMENTS(numbers); i++) {
            double radius = ren_plan_radius(plan, numbers[i]);
            if (i == 0 || numbers[i] > numbers[i - 1])
                add_number(legend, (Entry){.sign = 2 * radius, .radius = radius, .color = g_strdup(GREY)},
                           numbers[i]);
        }
    }
    if (plan->most_weight > 0) {
        g_autofree char *width = ren_wording_get(wording, weight, NULL);
        begin_group(legend);
        add(legend, (Entry){0}, width);
        double least = plan->least_weight, most = plan->most_weight;
        const double weights[] = {least, round_down((least + most) / 2), most};
        for (guint i = 0; i < G_N_ELEMENTS(weights); i++)
            if (i == 0 || (weights[i] > least && weights[i] > weights[i - 1]))
                add_number(legend, (Entry){.sign = LINE, .strength = ren_plan_strength(plan, weights[i])},
                           weights[i]);
    }
}

void
ren_legend_add_ties(RenLegend *legend, const RenPlan *plan, const RenWording *wording)
{
    begin_group(legend);
    for (RenTieKind kind = REN_TIE_COMENTION + 1; kind < REN_N_TIES; kind++) {
        if (!plan->has_ties[kind])
            continue;
        g_autofree char *text = ren_wording_get(wording, ren_tie_name(kind), NULL);
        add(legend, (Entry){.sign = LINE, .kind = kind}, text);
    }
}

double
ren_legend_get_height(const RenLegend *legend)
{
    double height = 0;
    for (guint i = 0; i < legend->rows->len; i++)
        height += g_array_index(legend->rows, double, i) + ROW_GAP;
    return height;
}

static void
draw_entry(const Entry *entry, cairo_t *cairo, double x, double middle)
{
    RenBox lines = ren_typeset_get_lines(entry->text);
    RenDisc disc = {x + entry->radius, middle, entry->radius};
    RenPlanTie tie = {.kind = entry->kind,
                      .strength = entry->strength,
                      .x = {x, x + entry->sign / 3, x + entry->sign * 2 / 3, x + entry->sign},
                      .y = {middle, middle, middle, middle}};
    if (entry->radius > 0)
        ren_pen_draw_disc(cairo, &disc, entry->color, FALSE);
    else if (entry->sign > 0)
        ren_pen_draw_tie(cairo, &tie);
    ren_pen_draw_text(cairo, entry->text, x + entry->sign + (entry->sign > 0 ? SIGN_GAP : 0),
                      middle - lines.height / 2, TEXT_COLOR, 0);
}

void
ren_legend_draw(const RenLegend *legend, cairo_t *cairo, double x, double y)
{
    guint row = 0;
    for (guint i = 0; i < legend->entries->len; i++) {
        const Entry *entry = &g_array_index(legend->entries, Entry, i);
        for (; row < entry->row; row++)
            y += g_array_index(legend->rows, double, row) + ROW_GAP;
        draw_entry(entry, cairo, x + entry->x, y + g_array_index(legend->rows, double, row) / 2);
    }
}

void
ren_legend_free(RenLegend *legend)
{
    if (legend == NULL)
        return;
    g_array_unref(legend->entries);
    g_array_unref(legend->rows);
    g_free(legend);
}
