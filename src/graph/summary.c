#include "graph/summary.h"

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
        g_string_append_printf(out, "  %s%*s  %s\n", label, MAX(0, 32 - (int)ren_utf8_width(label)), "",
                               ren_graph_number(ranked->value, number));
    }
}

static void
add_communities(GString *out, const RenGraph *graph, const RenMeasures *measures)
{
    const GPtrArray *names = ren_graph_get_communities(graph);
    g_autofree guint *sizes = g_new0(guint, measures->n_communities + 1);
    for (guint i = 0; i < measures->community->len; i++)
        sizes[(guint)g_array_index(measures->community, double, i) - 1]++;
    g_string_append_printf(out, "\nlargest communities\n");
    for (guint i = 0; i < MIN(names->len, LISTED); i++)
        g_string_append_printf(out, "  %3u  %5u nodes  %s\n", i + 1, sizes[i], (char *)names->pdata[i]);
}

char *
ren_graph_summary(const RenGraph *graph)
{
    const igraph_t *igraph = ren_graph_get_igraph(graph);
    const RenMeasures *measures = ren_graph_get_measures(graph);
    GString *out = g_string_new(NULL);
    char density[G_ASCII_DTOSTR_BUF_SIZE], modularity[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_printf(out, "nodes        %8u\nedges        %8u\ncomponents   %8u\ncommunities  %8u\n",
                           ren_graph_n_nodes(graph), ren_graph_n_edges(graph), measures->n_components,
                           measures->n_communities);
    g_string_append_printf(out, "density      %8s\nmodularity   %8s\n",
                           g_ascii_formatd(density, sizeof(density), "%.4f", measures->density),
                           g_ascii_formatd(modularity, sizeof(modularity), "%.3f", measures->modularity));
    add_ranking(out, igraph, "degree", "most ties (degree)");
    add_ranking(out, igraph, "weighted_degree", "strongest ties (weighted degree)");
    add_ranking(out, igraph, "betweenness",
                measures->estimated ? "between others (betweenness, estimated)"
                                    : "between others (betweenness)");
    add_ranking(out, igraph, "pagerank", "near the centre (PageRank)");
    add_communities(out, graph, measures);
    return g_string_free(out, FALSE);
}
