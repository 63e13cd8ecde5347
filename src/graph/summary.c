#include "graph/summary.h"

#include "base/message.h"
#include "base/utf8.h"
#include "graph/attribute.h"
#include "graph/measure.h"

/* So many are listed. */
#define LISTED 10

typedef struct {
    igraph_integer_t node;
    double value;
} Ranked;

static int
compare_ranked(gconstpointer x, gconstpointer y)
{
    const Ranked *a = x, *b = y;
    if (a->value != b->value)
        return a->value > b->value ? -1 : 1;
    return a->node < b->node ? -1 : a->node > b->node;
}

static void
add_ranking(GString *out, const igraph_t *igraph, const char *attribute, const char *what)
{
    g_autoptr(GArray) ranking = g_array_new(FALSE, FALSE, sizeof(Ranked));
    for (igraph_integer_t i = 0; i < igraph_vcount(igraph); i++) {
        Ranked ranked = {i, VAN(igraph, attribute, i)};
        g_array_append_val(ranking, ranked);
    }
    g_array_sort(ranking, compare_ranked);
    g_string_append_printf(out, "\n%s\n", what);
    for (guint i = 0; i < MIN(ranking->len, LISTED); i++) {
        const Ranked *ranked = &g_array_index(ranking, Ranked, i);
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        const char *label = VAS(igraph, "label", ranked->node);
        g_autofree char *padded = ren_utf8_pad(label, 32);
        g_string_append_printf(out, "  %s  %s\n", padded, ren_graph_number(ranked->value, number));
    }
}

static void
add_communities(GString *out, const RenGraph *graph, const RenMeasures *measures)
{
    const GPtrArray *names = ren_graph_get_communities(graph);
    g_autofree guint *sizes = g_new0(guint, measures->n_communities + 1);
    for (guint i = 0; i < measures->community->len; i++)
        sizes[(guint)g_array_index(measures->community, double, i) - 1]++;
    g_string_append_printf(out, _("\nlargest communities\n"));
    for (guint i = 0; i < MIN(names->len, LISTED); i++)
        g_string_append_printf(out, _("  %3u  %5u nodes  %s\n"), i + 1, sizes[i], (char *)names->pdata[i]);
}

static void
add_figure(GString *out, const char *label, const char *figure)
{
    g_autofree char *padded = ren_utf8_pad(label, 13);
    g_string_append_printf(out, "%s%8s\n", padded, figure);
}

static void
add_count(GString *out, const char *label, guint count)
{
    g_autofree char *figure = g_strdup_printf("%u", count);
    add_figure(out, label, figure);
}

char *
ren_graph_summary(const RenGraph *graph)
{
    const igraph_t *igraph = ren_graph_get_igraph(graph);
    const RenMeasures *measures = ren_graph_get_measures(graph);
    GString *out = g_string_new(NULL);
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    add_count(out, _("nodes"), ren_graph_n_nodes(graph));
    add_count(out, _("edges"), ren_graph_n_edges(graph));
    add_count(out, _("components"), measures->n_components);
    add_count(out, _("communities"), measures->n_communities);
    add_figure(out, _("density"), g_ascii_formatd(number, sizeof(number), "%.4f", measures->density));
    add_figure(out, _("modularity"), g_ascii_formatd(number, sizeof(number), "%.3f", measures->modularity));
    add_ranking(out, igraph, "degree", _("most ties (degree)"));
    add_ranking(out, igraph, "weighted_degree", _("strongest ties (weighted degree)"));
    add_ranking(out, igraph, "betweenness",
                measures->estimated ? _("between others (betweenness, estimated)")
                                    : _("between others (betweenness)"));
    add_ranking(out, igraph, "pagerank", _("near the centre (PageRank)"));
    add_communities(out, graph, measures);
    return g_string_free(out, FALSE);
}
