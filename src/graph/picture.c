#include "graph/picture.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>

#include "base/error.h"
#include "base/message.h"
#include "graph/legend.h"
#include "graph/sanitise.h"

/* A4 across, in points; the square has its width less some. */
#define PAGE_WIDTH 841.89
#define PAGE_HEIGHT 595.28
#define SQUARE 708.66
/* Networks higher than so much of their width are drawn on a square. */
#define HIGH 1.05
#define BORDER 26.0
#define GAP 7.0
#define TITLE 17.0
#define SUBTITLE 8.5
#define SOURCE 7.0
#define DARK "#1f2328"
#define PALE "#6a7078"
#define HALO 1.3
/* Between two facts on a line. */
#define POINT "  ·  "

struct _RenPicture {
    RenPictureOptions options; /* strings are borrowed */
    const RenGraph *graph;     /* borrowed */
    double width;
    double height;
    RenTypeset *typeset;   /* owned */
    RenPlan *plan;         /* owned */
    RenLegend *legend;     /* owned */
    char *title_text;      /* owned */
    PangoLayout *title;    /* owned */
    PangoLayout *subtitle; /* owned */
    PangoLayout *source;   /* owned */
    guint n_unknown;       /* texts that no font here can show */
};

/* ---- what is written around the network ---- */

static char *
count_of(const RenWording *wording, const char *one, const char *of, guint n, guint all)
{
    g_autofree char *n_text = g_strdup_printf("%u", n);
    g_autofree char *all_text = g_strdup_printf("%u", all);
    return ren_wording_get(wording, n < all ? of : one, "n", n_text, "all", all_text, NULL);
}

static char *
make_title(const RenPlan *plan, const RenPictureOptions *options)
{
    if (options->title != NULL)
        return ren_sanitise(options->title);
    if (plan->subject >= 0)
        return ren_wording_get(options->wording, "title-ego", "name",
                               VAS(plan->igraph, "label", plan->subject), NULL);
    gboolean of_ties = igraph_ecount(plan->igraph) > 0 && !plan->has_ties[REN_TIE_COMENTION];
    return ren_wording_get(options->wording, of_ties ? "title-ties" : "title", NULL);
}

static char *
make_subtitle(const RenGraph *graph, const RenPictureOptions *options)
{
    g_autofree char *nodes = count_of(options->wording, "nodes", "nodes-of", ren_graph_n_nodes(graph),
                                      ren_graph_n_all_nodes(graph));
    g_autofree char *edges = count_of(options->wording, "edges", "edges-of", ren_graph_n_edges(graph),
                                      ren_graph_n_all_edges(graph));
    g_autofree char *dates = options->since == NULL
                                 ? NULL
                                 : ren_wording_get(options->wording, "from-to", "from", options->since, "to",
                                                   options->until, NULL);
    return g_strconcat(dates != NULL ? dates : "", dates != NULL ? POINT : "", nodes, POINT, edges, NULL);
}

static const char *const weightings[] = {
    [REN_WEIGHTING_COUNT] = "count", [REN_WEIGHTING_NEWMAN] = "newman", [REN_WEIGHTING_NPMI] = "npmi"};

static char *
make_source(const RenPictureOptions *options, gboolean of_comentions)
{
    if (options->source != NULL)
        return ren_sanitise(options->source);
    g_autofree char *issues = g_strdup_printf("%u", options->issues);
    g_autofree char *source =
        options->since == NULL ? ren_wording_get(options->wording, "source-undated", "version", REN_VERSION,
                                                 "issues", issues, NULL)
                               : ren_wording_get(options->wording, "source", "version", REN_VERSION, "issues",
                                                 issues, "from", options->since, "to", options->until, NULL);
    if (!of_comentions)
        return g_steal_pointer(&source);
    g_autofree char *key = g_strconcat("weight-", weightings[options->weighting], NULL);
    g_autofree char *weight = ren_wording_get(options->wording, key, NULL);
    return g_strconcat(source, POINT, weight, NULL);
}

/* ---- the page ---- */

/* The network's height by its width. */
static double
shape_of(const igraph_t *igraph)
{
    double low[2] = {0}, high[2] = {0};
    for (igraph_integer_t i = 0; i < igraph_vcount(igraph); i++) {
        const double place[] = {VAN(igraph, "x", i), VAN(igraph, "y", i)};
        for (guint d = 0; d < 2; d++) {
            low[d] = i == 0 ? place[d] : MIN(low[d], place[d]);
            high[d] = i == 0 ? place[d] : MAX(high[d], place[d]);
        }
    }
    return high[0] > low[0] ? (high[1] - low[1]) / (high[0] - low[0]) : 0;
}

static PangoLayout *
set_line(RenPicture *picture, const char *text, double size, gboolean bold)
{
    PangoLayout *layout = ren_typeset_layout(picture->typeset, text, (RenStyle){.size = size, .bold = bold});
    pango_layout_set_width(layout, (picture->width - 2 * BORDER) * PANGO_SCALE);
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    return layout;
}

static double
height_of(PangoLayout *layout)
{
    return ren_typeset_get_lines(layout).height;
}

RenPicture *
ren_picture_new(const RenGraph *graph, const RenPictureOptions *options, GError **error)
{
    g_autoptr(RenPicture) picture = g_new0(RenPicture, 1);
    picture->options = *options;
    picture->graph = graph;
    picture->typeset = ren_typeset_new(error);
    if (picture->typeset == NULL)
        return NULL;
    picture->plan = ren_plan_new(graph, options->subject);
    gboolean of_comentions = picture->plan->has_ties[REN_TIE_COMENTION];
    gboolean high = shape_of(ren_graph_get_igraph(graph)) > HIGH;
    picture->width = high ? SQUARE : PAGE_WIDTH;
    picture->height = high ? SQUARE : PAGE_HEIGHT;
    g_autofree char *subtitle = make_subtitle(graph, options), *source = make_source(options, of_comentions);
    picture->title_text = make_title(picture->plan, options);
    picture->title = set_line(picture, picture->title_text, TITLE, TRUE);
    picture->subtitle = set_line(picture, subtitle, SUBTITLE, FALSE);
    picture->source = set_line(picture, source, SOURCE, FALSE);

    picture->legend = ren_legend_new(picture->typeset, picture->width - 2 * BORDER);
    if (ren_graph_n_nodes(graph) > 0)
        ren_legend_add_colors(picture->legend, graph, options->wording, options->by_community);
    ren_legend_add_scales(picture->legend, picture->plan, options->wording, weightings[options->weighting]);
    ren_legend_add_ties(picture->legend, picture->plan, options->wording);

    double top = BORDER + height_of(picture->title) + height_of(picture->subtitle) + GAP;
    double bottom = BORDER + height_of(picture->source) + ren_legend_get_height(picture->legend) + GAP;
    RenBox area = {BORDER, top, picture->width - 2 * BORDER, picture->height - top - bottom};
    ren_plan_lay_out(picture->plan, picture->typeset, area, options->names);
    picture->n_unknown = ren_typeset_n_unknown(picture->typeset);
    return g_steal_pointer(&picture);
}

char *
ren_picture_dup_notes(const RenPicture *picture)
{
    guint n = ren_graph_n_nodes(picture->graph), all = ren_graph_n_all_nodes(picture->graph);
    guint m = ren_graph_n_edges(picture->graph), all_ties = ren_graph_n_all_edges(picture->graph);
    GString *notes = g_string_new(NULL);
    if (n == 0)
        g_string_append(notes, _("the picture is empty: no names in what was chosen\n"));
    if (n < all)
        g_string_append_printf(
            notes, _("shown are the %u of %u names whose ties weigh most: --top N shows others\n"), n, all);
    if (m < all_ties)
        g_string_append_printf(notes, _("shown are %u of %u ties: --strongest N and --top N show others\n"),
                               m, all_ties);
    if (picture->plan->n_named < n)
        g_string_append_printf(notes,
                               _("%u of %u discs have their name: --names N and --top N change that\n"),
                               picture->plan->n_named, n);
    if (picture->n_unknown > 0)
        g_string_append_printf(notes,
                               _("%u texts have characters that no font here has: install fonts-noto-cjk\n"),
                               picture->n_unknown);
    return g_string_free(notes, FALSE);
}

/* ---- drawing ---- */

static void
draw_names(const RenPicture *picture, cairo_t *cairo)
{
    for (guint i = 0; i < picture->plan->nodes->len; i++) {
        const RenPlanNode *node = &g_array_index(picture->plan->nodes, RenPlanNode, i);
        if (node->name.width == 0)
            continue;
        g_autoptr(PangoLayout) layout = ren_typeset_layout(picture->typeset, node->label, node->style);
        RenBox ink = ren_typeset_get_ink(layout);
        ren_pen_draw_text(cairo, layout, node->name.x - ink.x, node->name.y - ink.y, DARK, HALO);
    }
}

static void
draw_frame(const RenPicture *picture, cairo_t *cairo)
{
    double y = BORDER;
    ren_pen_draw_text(cairo, picture->title, BORDER, y, DARK, 0);
    y += height_of(picture->title);
    ren_pen_draw_text(cairo, picture->subtitle, BORDER, y, PALE, 0);
    y = picture->height - BORDER - height_of(picture->source);
    ren_pen_draw_text(cairo, picture->source, BORDER, y, PALE, 0);
    y -= ren_legend_get_height(picture->legend);
    ren_legend_draw(picture->legend, cairo, BORDER, y);
}

static void
draw_empty(const RenPicture *picture, cairo_t *cairo)
{
    g_autofree char *text = ren_wording_get(picture->options.wording, "empty", NULL);
    g_autoptr(PangoLayout) layout = ren_typeset_layout(picture->typeset, text, (RenStyle){.size = TITLE});
    RenBox ink = ren_typeset_get_ink(layout);
    ren_pen_draw_text(cairo, layout, (picture->width - ink.width) / 2, picture->height / 2, PALE, 0);
}

static void
draw(const RenPicture *picture, cairo_t *cairo)
{
    const RenPlan *plan = picture->plan;
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    for (guint i = 0; i < plan->ties->len; i++)
        ren_pen_draw_tie(cairo, &g_array_index(plan->ties, RenPlanTie, i));
    for (igraph_integer_t i = 0; i < plan->nodes->len; i++) {
        const RenPlanNode *node = &g_array_index(plan->nodes, RenPlanNode, i);
        ren_pen_draw_disc(cairo, &node->disc, node->color, i == plan->subject);
    }
    draw_names(picture, cairo);
    draw_frame(picture, cairo);
    if (plan->nodes->len == 0)
        draw_empty(picture, cairo);
    cairo_show_page(cairo);
}

static cairo_status_t
write_bytes(void *out, const unsigned char *bytes, unsigned int length)
{
    return fwrite(bytes, 1, length, out) == length ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static cairo_surface_t *
make_surface(const RenPicture *picture, RenPictureFormat format, FILE *out)
{
    double scale = picture->options.dpi / 72.0;
    cairo_surface_t *surface;
    switch (format) {
    case REN_PICTURE_SVG:
        return cairo_svg_surface_create_for_stream(write_bytes, out, picture->width, picture->height);
    case REN_PICTURE_PDF:
        surface = cairo_pdf_surface_create_for_stream(write_bytes, out, picture->width, picture->height);
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, picture->title_text);
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "renmai " REN_VERSION);
        /* cairo writes the time of day unless it is told another, or one that is none. */
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                       picture->options.until != NULL ? picture->options.until : "");
        return surface;
    default:
        return cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture->width * scale,
                                          picture->height * scale);
    }
}

gboolean
ren_picture_write(const RenPicture *picture, RenPictureFormat format, FILE *out, GError **error)
{
    static const char *const names[] = {
        [REN_PICTURE_SVG] = "SVG", [REN_PICTURE_PDF] = "PDF", [REN_PICTURE_PNG] = "PNG"};
    cairo_surface_t *surface = make_surface(picture, format, out);
    cairo_t *cairo = cairo_create(surface);
    if (format == REN_PICTURE_PNG)
        cairo_scale(cairo, picture->options.dpi / 72.0, picture->options.dpi / 72.0);
    draw(picture, cairo);
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    if (status == CAIRO_STATUS_SUCCESS && format == REN_PICTURE_PNG)
        status = cairo_surface_write_to_png_stream(surface, write_bytes, out);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (status == CAIRO_STATUS_SUCCESS && fflush(out) == 0)
        return TRUE;
    g_set_error(error, REN_ERROR, REN_ERROR_GRAPH, _("the %s file could not be written: %s"), names[format],
                status == CAIRO_STATUS_SUCCESS || status == CAIRO_STATUS_WRITE_ERROR
                    ? _("is the disk full?")
                    : cairo_status_to_string(status));
    return FALSE;
}

void
ren_picture_free(RenPicture *picture)
{
    if (picture == NULL)
        return;
    g_clear_object(&picture->title);
    g_clear_object(&picture->subtitle);
    g_clear_object(&picture->source);
    g_free(picture->title_text);
    ren_legend_free(picture->legend);
    ren_plan_free(picture->plan);
    ren_typeset_free(picture->typeset);
    g_free(picture);
}
