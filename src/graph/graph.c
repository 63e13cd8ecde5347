#include "graph/graph.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "graph/attribute.h"
#include "graph/placement.h"
#include "graph/sanitise.h"
#include "store/query.h"

/* Gephi scales nodes to 4…100 by itself unless they are so already. */
#define SMALLEST 4.0
#define LARGEST 100.0
/* Any number would do, as long as it never changes: pictures of two runs can be laid side by side. */
#define SEED 42

const RenAttribute ren_node_attributes[] = {
    {"label", REN_ATTRIBUTE_STRING},
    {"name", REN_ATTRIBUTE_STRING},
    {"kind", REN_ATTRIBUTE_STRING},
    {"mentions", REN_ATTRIBUTE_INT},
    {"articles", REN_ATTRIBUTE_INT},
    {"first_seen", REN_ATTRIBUTE_STRING},
    {"last_seen", REN_ATTRIBUTE_STRING},
    {"title", REN_ATTRIBUTE_STRING},
    {"titles", REN_ATTRIBUTE_STRING},
    {"aliases", REN_ATTRIBUTE_STRING},
    {"color", REN_ATTRIBUTE_STRING},
    {"size", REN_ATTRIBUTE_DOUBLE},
    {"x", REN_ATTRIBUTE_DOUBLE},
    {"y", REN_ATTRIBUTE_DOUBLE},
    {NULL, 0},
};

const RenAttribute ren_edge_attributes[] = {
    {"weight", REN_ATTRIBUTE_DOUBLE},
    {"kind", REN_ATTRIBUTE_STRING},
    {"articles", REN_ATTRIBUTE_INT},
    {"sentences", REN_ATTRIBUTE_INT},
    {"first_seen", REN_ATTRIBUTE_STRING},
    {"last_seen", REN_ATTRIBUTE_STRING},
    {NULL, 0},
};

/* How files spell a kind, and its colour: from the palette of Okabe and Ito, which the colour-blind can tell
 * apart. */
static const struct {
    const char *name;
    const char *color;
} kinds[REN_N_KINDS] = {
    [REN_PERSON] = {"person", "#0072b2"},
    [REN_ORG] = {"organization", "#e69f00"},
    [REN_COMPANY] = {"company", "#cc79a7"},
    [REN_PLACE] = {"place", "#009e73"},
};

struct _RenGraph {
    igraph_t igraph; /* owned */
};

const igraph_t *
ren_graph_get_igraph(const RenGraph *graph)
{
    return &graph->igraph;
}

guint
ren_graph_n_nodes(const RenGraph *graph)
{
    return igraph_vcount(&graph->igraph);
}

guint
ren_graph_n_edges(const RenGraph *graph)
{
    return igraph_ecount(&graph->igraph);
}

void
ren_graph_free(RenGraph *graph)
{
    if (graph == NULL)
        return;
    igraph_destroy(&graph->igraph);
    g_free(graph);
}

gboolean
ren_igraph_check(igraph_error_t code, GError **error)
{
    if (code == IGRAPH_SUCCESS)
        return TRUE;
    g_set_error(error, REN_ERROR, REN_ERROR_GRAPH, "the network: %s", igraph_strerror(code));
    return FALSE;
}

/* Sets string attribute @name of all nodes or edges; @values (char *, NULL as "") are cleaned. */
static gboolean
set_strings(igraph_t *igraph, gboolean of_nodes, const char *name, const GPtrArray *values, GError **error)
{
    g_auto(igraph_strvector_t) strings;
    if (!ren_igraph_check(igraph_strvector_init(&strings, values->len), error))
        g_error("out of memory"); /* as GLib does it */
    for (guint i = 0; i < values->len; i++) {
        g_autofree char *clean = ren_sanitise(values->pdata[i]);
        if (!ren_igraph_check(igraph_strvector_set(&strings, i, clean), error))
            return FALSE;
    }
    return ren_igraph_check(of_nodes ? igraph_cattribute_VAS_setv(igraph, name, &strings)
                                     : igraph_cattribute_EAS_setv(igraph, name, &strings),
                            error);
}

/* Likewise a numeric one; @values are doubles. */
static gboolean
set_numbers(igraph_t *igraph, gboolean of_nodes, const char *name, const GArray *values, GError **error)
{
    igraph_vector_t view = {0};
    igraph_vector_view(&view, (const igraph_real_t *)values->data, values->len);
    return ren_igraph_check(of_nodes ? igraph_cattribute_VAN_setv(igraph, name, &view)
                                     : igraph_cattribute_EAN_setv(igraph, name, &view),
                            error);
}

/* What is printed at the node: the name, and what tells it from others of that name. */
static char *
label_of(const RenEntity *entity)
{
    const char *qualifier = strchr(entity->key, '@');
    return qualifier == NULL || qualifier[1] == '\0'
               ? g_strdup(entity->name)
               : g_strdup_printf("%s（%s）", entity->name, qualifier + 1);
}

/* The labels (owned char *): a qualifier stands only where two of a kind share the name. */
static GPtrArray *
make_labels(const GPtrArray *nodes)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < nodes->len; i++) {
        const RenEntity *entity = &((RenNode *)nodes->pdata[i])->entity;
        char *name = g_strdup_printf("%d %s", entity->kind, entity->name);
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(seen, name));
        g_hash_table_replace(seen, name, GUINT_TO_POINTER(count + 1));
    }
    GPtrArray *labels = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < nodes->len; i++) {
        const RenEntity *entity = &((RenNode *)nodes->pdata[i])->entity;
        g_autofree char *name = g_strdup_printf("%d %s", entity->kind, entity->name);
        gboolean shared = GPOINTER_TO_UINT(g_hash_table_lookup(seen, name)) > 1;
        g_ptr_array_add(labels, shared ? label_of(entity) : g_strdup(entity->name));
    }
    return labels;
}

static const char *
node_string(const RenNode *node, const char *name)
{
    const RenEntity *entity = &node->entity;
    if (g_str_equal(name, "id"))
        return entity->node;
    if (g_str_equal(name, "name"))
        return entity->name;
    if (g_str_equal(name, "kind"))
        return kinds[entity->kind].name;
    if (g_str_equal(name, "first_seen"))
        return entity->first_seen;
    if (g_str_equal(name, "last_seen"))
        return entity->last_seen;
    if (g_str_equal(name, "title"))
        return entity->title;
    if (g_str_equal(name, "titles"))
        return node->titles;
    if (g_str_equal(name, "aliases"))
        return node->aliases;
    return kinds[entity->kind].color;
}

static gboolean
set_node_strings(igraph_t *igraph, const GPtrArray *nodes, GError **error)
{
    static const char *const names[] = {"id",    "name",   "kind",    "first_seen", "last_seen",
                                        "title", "titles", "aliases", "color"};
    g_autoptr(GPtrArray) labels = make_labels(nodes);
    if (!set_strings(igraph, TRUE, "label", labels, error))
        return FALSE;
    for (guint n = 0; n < G_N_ELEMENTS(names); n++) {
        g_autoptr(GPtrArray) values = g_ptr_array_new();
        for (guint i = 0; i < nodes->len; i++)
            g_ptr_array_add(values, (char *)node_string(nodes->pdata[i], names[n]));
        if (!set_strings(igraph, TRUE, names[n], values, error))
            return FALSE;
    }
    return TRUE;
}

/* Sizes by the square root of the mentions, so that the area tells the number. */
static gboolean
set_node_numbers(igraph_t *igraph, const GPtrArray *nodes, GError **error)
{
    g_autoptr(GArray) mentions = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) articles = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) sizes = g_array_new(FALSE, FALSE, sizeof(double));
    double least = INFINITY, most = 0;
    for (guint i = 0; i < nodes->len; i++) {
        const RenNode *node = nodes->pdata[i];
        double m = node->entity.mentions, a = node->entity.articles;
        g_array_append_val(mentions, m);
        g_array_append_val(articles, a);
        least = MIN(least, m);
        most = MAX(most, m);
    }
    double span = sqrt(most) - sqrt(least);
    for (guint i = 0; i < nodes->len; i++) {
        double part = span > 0 ? (sqrt(g_array_index(mentions, double, i)) - sqrt(least)) / span : 0;
        double size = round((SMALLEST + (LARGEST - SMALLEST) * part) * 100) / 100;
        g_array_append_val(sizes, size);
    }
    return set_numbers(igraph, TRUE, "mentions", mentions, error) &&
           set_numbers(igraph, TRUE, "articles", articles, error) &&
           set_numbers(igraph, TRUE, "size", sizes, error);
}

static gboolean
set_edge_strings(igraph_t *igraph, const GPtrArray *nodes, const GArray *edges, GError **error)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) edge_kinds = g_ptr_array_new();
    g_autoptr(GPtrArray) first = g_ptr_array_new();
    g_autoptr(GPtrArray) last = g_ptr_array_new();
    for (guint i = 0; i < edges->len; i++) {
        RenEdge *edge = &g_array_index(edges, RenEdge, i);
        const RenNode *a = nodes->pdata[edge->a], *b = nodes->pdata[edge->b];
        g_ptr_array_add(ids, g_strconcat("e", a->entity.node, b->entity.node, NULL));
        g_ptr_array_add(edge_kinds, "co_mention");
        g_ptr_array_add(first, edge->first_seen);
        g_ptr_array_add(last, edge->last_seen);
    }
    return set_strings(igraph, FALSE, "id", ids, error) &&
           set_strings(igraph, FALSE, "kind", edge_kinds, error) &&
           set_strings(igraph, FALSE, "first_seen", first, error) &&
           set_strings(igraph, FALSE, "last_seen", last, error);
}

static gboolean
set_edge_numbers(igraph_t *igraph, const GArray *edges, GError **error)
{
    g_autoptr(GArray) articles = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) sentences = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < edges->len; i++) {
        const RenEdge *edge = &g_array_index(edges, RenEdge, i);
        double a = edge->articles, s = edge->sentences;
        g_array_append_val(articles, a);
        g_array_append_val(sentences, s);
    }
    return set_numbers(igraph, FALSE, "weight", articles, error) &&
           set_numbers(igraph, FALSE, "articles", articles, error) &&
           set_numbers(igraph, FALSE, "sentences", sentences, error);
}

/* How strongly each edge pulls. A pair that meets in every issue must not become one spot; and since an
 * article with many names links each with all others, the pull is shared among a node's edges, or such
 * articles would be one too. */
static GArray *
make_weights(guint n_nodes, const GArray *edges)
{
    g_autofree guint *degrees = g_new0(guint, n_nodes + 1);
    for (guint i = 0; i < edges->len; i++) {
        degrees[g_array_index(edges, RenEdge, i).a]++;
        degrees[g_array_index(edges, RenEdge, i).b]++;
    }
    GArray *weights = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < edges->len; i++) {
        const RenEdge *edge = &g_array_index(edges, RenEdge, i);
        double weight = (1 + log(edge->articles)) / MIN(degrees[edge->a], degrees[edge->b]);
        g_array_append_val(weights, weight);
    }
    return weights;
}

static gboolean
set_places(igraph_t *igraph, const GArray *edges, GError **error)
{
    g_autoptr(GArray) weights = make_weights(igraph_vcount(igraph), edges);
    g_autoptr(GArray) xs = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) ys = g_array_new(FALSE, FALSE, sizeof(double));
    return ren_placement_compute(igraph, weights, SEED, xs, ys, error) &&
           set_numbers(igraph, TRUE, "x", xs, error) && set_numbers(igraph, TRUE, "y", ys, error);
}

static gboolean
make_igraph(igraph_t *igraph, guint n_nodes, const GArray *edges, GError **error)
{
    g_auto(igraph_vector_int_t) ends;
    if (!ren_igraph_check(igraph_vector_int_init(&ends, 2 * (igraph_integer_t)edges->len), error))
        g_error("out of memory");
    for (guint i = 0; i < edges->len; i++) {
        VECTOR(ends)[2 * i] = g_array_index(edges, RenEdge, i).a;
        VECTOR(ends)[2 * i + 1] = g_array_index(edges, RenEdge, i).b;
    }
    return ren_igraph_check(igraph_create(igraph, &ends, n_nodes, IGRAPH_UNDIRECTED), error);
}

RenGraph *
ren_graph_new(RenStore *store, GError **error)
{
    /* igraph knows only one handler for the whole process; its own ends the program. */
    igraph_set_error_handler(igraph_error_handler_ignore);
    igraph_set_warning_handler(igraph_warning_handler_ignore);
    igraph_set_attribute_table(&igraph_cattribute_table);
    g_autoptr(GPtrArray) nodes = ren_query_nodes(store, error);
    if (nodes == NULL)
        return NULL;
    g_autoptr(GArray) edges = ren_query_edges(store, nodes, error);
    if (edges == NULL)
        return NULL;
    igraph_t igraph;
    if (!make_igraph(&igraph, nodes->len, edges, error))
        return NULL;
    g_autoptr(RenGraph) graph = g_new0(RenGraph, 1);
    graph->igraph = igraph;
    if (!set_node_strings(&graph->igraph, nodes, error) || !set_node_numbers(&graph->igraph, nodes, error) ||
        !set_edge_strings(&graph->igraph, nodes, edges, error) ||
        !set_edge_numbers(&graph->igraph, edges, error) || !set_places(&graph->igraph, edges, error))
        return NULL;
    return g_steal_pointer(&graph);
}
