#include "graph/graph.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/message.h"
#include "graph/assembly.h"
#include "graph/attribute.h"
#include "graph/measure.h"
#include "graph/placement.h"
#include "graph/sanitise.h"
#include "text/pinyin.h"

/* Gephi scales nodes to 4…100 by itself unless they are so already. */
#define SMALLEST 4.0
#define LARGEST 100.0
/* Any number would do, as long as it never changes: pictures of two runs can be laid side by side. */
#define SEED 42
/* So many characters of a sentence are shown as evidence of an edge. */
#define SNIPPET 200
/* Ties between communities pull so much less: communities stand apart. */
#define ACROSS 0.25

const RenAttribute ren_node_attributes[] = {
    {"label", REN_ATTRIBUTE_STRING},
    {"name", REN_ATTRIBUTE_STRING},
    {"kind", REN_ATTRIBUTE_STRING},
    {"mentions", REN_ATTRIBUTE_INT},
    {"articles", REN_ATTRIBUTE_INT},
    {"issues", REN_ATTRIBUTE_INT},
    {"first_seen", REN_ATTRIBUTE_STRING},
    {"last_seen", REN_ATTRIBUTE_STRING},
    {"title", REN_ATTRIBUTE_STRING},
    {"titles", REN_ATTRIBUTE_STRING},
    {"orgs", REN_ATTRIBUTE_STRING},
    {"aliases", REN_ATTRIBUTE_STRING},
    {"pinyin", REN_ATTRIBUTE_STRING},
    {"degree", REN_ATTRIBUTE_INT},
    {"weighted_degree", REN_ATTRIBUTE_DOUBLE},
    {"betweenness", REN_ATTRIBUTE_DOUBLE},
    {"pagerank", REN_ATTRIBUTE_DOUBLE},
    {"core", REN_ATTRIBUTE_INT},
    {"community", REN_ATTRIBUTE_INT},
    {"community_name", REN_ATTRIBUTE_STRING},
    {"component", REN_ATTRIBUTE_INT},
    {"color", REN_ATTRIBUTE_STRING},
    {"size", REN_ATTRIBUTE_DOUBLE},
    {"x", REN_ATTRIBUTE_DOUBLE},
    {"y", REN_ATTRIBUTE_DOUBLE},
    {NULL, 0},
};

const RenAttribute ren_edge_attributes[] = {
    {"weight", REN_ATTRIBUTE_DOUBLE},     {"kind", REN_ATTRIBUTE_STRING},
    {"articles", REN_ATTRIBUTE_INT},      {"sentences", REN_ATTRIBUTE_INT},
    {"first_seen", REN_ATTRIBUTE_STRING}, {"last_seen", REN_ATTRIBUTE_STRING},
    {"npmi", REN_ATTRIBUTE_DOUBLE},       {"titles", REN_ATTRIBUTE_STRING},
    {"evidence", REN_ATTRIBUTE_STRING},   {NULL, 0},
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

/* Communities by size: the bright and then the muted scheme of Paul Tol (SRON/EPS/TN/09-002); those behind
 * are grey. */
static const char *const community_colors[] = {"#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee",
                                               "#aa3377", "#cc6677", "#332288", "#ddcc77", "#117733",
                                               "#88ccee", "#882255", "#44aa99", "#999933", "#aa4499"};
#define OTHER_COMMUNITY "#bbbbbb"

static const char *const tie_names[REN_N_TIES] = {"co_mention", "holds_post", "part_of", "located_in"};

struct _RenGraph {
    igraph_t igraph;        /* owned */
    RenMeasures *measures;  /* owned */
    GPtrArray *communities; /* owned; of char *: their names, the first is number 1 */
    guint n_all_nodes;
    guint n_all_edges;
};

const char *
ren_tie_name(RenTieKind kind)
{
    return tie_names[kind];
}

void
ren_graph_options_init(RenGraphOptions *options)
{
    *options = (RenGraphOptions){.depth = 1, .seed = SEED};
    for (RenKind kind = 0; kind < REN_N_KINDS; kind++)
        options->window.kinds[kind] = TRUE;
    options->ties[REN_TIE_COMENTION] = TRUE;
}

const igraph_t *
ren_graph_get_igraph(const RenGraph *graph)
{
    return &graph->igraph;
}

void
ren_graph_get_ends(const igraph_t *igraph, igraph_integer_t n, igraph_integer_t *from, igraph_integer_t *to)
{
    *from = IGRAPH_FROM(igraph, n);
    *to = IGRAPH_TO(igraph, n);
    /* igraph keeps the ends of undirected edges in an order of its own. */
    if (EAN(igraph, "source", n) != *from) {
        *to = *from;
        *from = IGRAPH_TO(igraph, n);
    }
}

RenTieSurvey
ren_graph_survey(const igraph_t *igraph)
{
    RenTieSurvey survey = {0};
    for (igraph_integer_t i = 0; i < igraph_ecount(igraph); i++) {
        gboolean directed = EAN(igraph, "directed", i) != 0;
        survey.directed |= directed;
        survey.undirected |= !directed;
        survey.several |= !g_str_equal(EAS(igraph, "kind", i), EAS(igraph, "kind", 0));
    }
    return survey;
}

const char *
ren_graph_number(double value, char text[G_ASCII_DTOSTR_BUF_SIZE])
{
    if (!(fabs(value) < 1e9) || value != (int)value)
        return g_ascii_formatd(text, G_ASCII_DTOSTR_BUF_SIZE, "%.12g", value);
    /* The same text in a third of the time, for most of a large network's numbers. */
    g_snprintf(text, G_ASCII_DTOSTR_BUF_SIZE, "%d", (int)value);
    return text;
}

const RenMeasures *
ren_graph_get_measures(const RenGraph *graph)
{
    return graph->measures;
}

const GPtrArray *
ren_graph_get_communities(const RenGraph *graph)
{
    return graph->communities;
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

guint
ren_graph_n_all_nodes(const RenGraph *graph)
{
    return graph->n_all_nodes;
}

guint
ren_graph_n_all_edges(const RenGraph *graph)
{
    return graph->n_all_edges;
}

void
ren_graph_free(RenGraph *graph)
{
    if (graph == NULL)
        return;
    igraph_destroy(&graph->igraph);
    ren_measures_free(graph->measures);
    g_clear_pointer(&graph->communities, g_ptr_array_unref);
    g_free(graph);
}

void
ren_igraph_prepare(void)
{
    /* igraph knows only one handler for the whole process; its own ends the program. */
    igraph_set_error_handler(igraph_error_handler_ignore);
    igraph_set_warning_handler(igraph_warning_handler_ignore);
    igraph_set_attribute_table(&igraph_cattribute_table);
}

gboolean
ren_igraph_check(igraph_error_t code, GError **error)
{
    if (code == IGRAPH_SUCCESS)
        return TRUE;
    g_set_error(error, REN_ERROR, REN_ERROR_GRAPH, _("the network: %s"), igraph_strerror(code));
    return FALSE;
}

/* ---- attributes ---- */

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

/* ---- nodes ---- */

static const RenNetworkNode *
node_of(const RenAssembly *assembly, guint i)
{
    return assembly->nodes->pdata[i];
}

/* How @label tells @entity from others of that label. Owned by the caller. */
typedef char *(*Distinction)(const RenEntity *entity, const char *label);

/* What the id says behind the name: a region, a walk of life … */
static const char *
qualifier_of(const RenEntity *entity)
{
    const char *at = strchr(entity->key, '@');
    return at != NULL ? at + 1 : "";
}

static char *
with_qualifier(const RenEntity *entity, const char *label)
{
    const char *qualifier = qualifier_of(entity);
    return *qualifier == '\0' ? g_strdup(label) : g_strdup_printf("%s（%s）", label, qualifier);
}

static char *
with_latin_qualifier(const RenEntity *entity, const char *label)
{
    g_auto(GStrv) parts = g_strsplit(qualifier_of(entity), "·", -1);
    if (parts[0] == NULL)
        return g_strdup(label);
    g_autoptr(GString) latin = g_string_new(NULL);
    for (guint i = 0; parts[i] != NULL; i++) {
        g_autofree char *part = ren_pinyin_of(parts[i], REN_PLACE, 0);
        g_string_append_printf(latin, "%s%s", i > 0 ? ", " : "", part);
    }
    return g_strdup_printf("%s (%s)", label, latin->str);
}

static char *
with_name(const RenEntity *entity, const char *label)
{
    return g_strdup_printf("%s %s", label, entity->name);
}

/* Makes labels (owned char *) that two nodes of a kind share into what @distinction gives. */
static void
tell_apart(GPtrArray *labels, const RenAssembly *assembly, Distinction distinction)
{
    g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < labels->len; i++) {
        char *key = g_strdup_printf("%d %s", node_of(assembly, i)->entity.kind, (char *)labels->pdata[i]);
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key));
        g_hash_table_insert(counts, key, GUINT_TO_POINTER(count + 1));
    }
    for (guint i = 0; i < labels->len; i++) {
        const RenEntity *entity = &node_of(assembly, i)->entity;
        g_autofree char *label = labels->pdata[i];
        g_autofree char *key = g_strdup_printf("%d %s", entity->kind, label);
        labels->pdata[i] = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) > 1 ? distinction(entity, label)
                                                                                  : g_steal_pointer(&label);
    }
}

/* The labels (owned char *): names, with a qualifier only where two of a kind share one. @pinyin, of char *,
 * stands in for names where it is wanted; else NULL. Names that are written otherwise may sound the same in
 * the same place: then they stand there, too. */
static GPtrArray *
make_labels(const RenAssembly *assembly, const GPtrArray *pinyin)
{
    GPtrArray *labels = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < assembly->nodes->len; i++)
        g_ptr_array_add(labels,
                        g_strdup(pinyin != NULL ? pinyin->pdata[i] : node_of(assembly, i)->entity.name));
    tell_apart(labels, assembly, pinyin != NULL ? with_latin_qualifier : with_qualifier);
    if (pinyin != NULL)
        tell_apart(labels, assembly, with_name);
    return labels;
}

static const char *
node_string(const RenNetworkNode *node, const char *name)
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
    if (g_str_equal(name, "orgs"))
        return node->orgs;
    if (g_str_equal(name, "days"))
        return node->days;
    return node->aliases;
}

static gboolean
set_node_strings(igraph_t *igraph, const RenAssembly *assembly, const RenGraphOptions *options,
                 GError **error)
{
    static const char *const names[] = {"id",    "name",   "kind", "first_seen", "last_seen",
                                        "title", "titles", "orgs", "aliases",    "days"};
    g_autoptr(GPtrArray) pinyin = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < assembly->nodes->len; i++)
        g_ptr_array_add(pinyin, options->pinyin == REN_PINYIN_NONE
                                    ? NULL
                                    : ren_pinyin_of(node_of(assembly, i)->entity.name,
                                                    node_of(assembly, i)->entity.kind,
                                                    node_of(assembly, i)->surname));
    g_autoptr(GPtrArray) labels = make_labels(assembly, options->pinyin == REN_PINYIN_LABEL ? pinyin : NULL);
    if (!set_strings(igraph, TRUE, "label", labels, error) ||
        !set_strings(igraph, TRUE, "pinyin", pinyin, error))
        return FALSE;
    for (guint n = 0; n < G_N_ELEMENTS(names); n++) {
        g_autoptr(GPtrArray) values = g_ptr_array_new();
        for (guint i = 0; i < assembly->nodes->len; i++)
            g_ptr_array_add(values, (char *)node_string(node_of(assembly, i), names[n]));
        if (!set_strings(igraph, TRUE, names[n], values, error))
            return FALSE;
    }
    return TRUE;
}

/* Sizes by the square root of the mentions, so that the area tells the number. */
static gboolean
set_node_numbers(igraph_t *igraph, const RenAssembly *assembly, GError **error)
{
    g_autoptr(GArray) mentions = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) articles = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) issues = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) sizes = g_array_new(FALSE, FALSE, sizeof(double));
    double least = INFINITY, most = 0;
    for (guint i = 0; i < assembly->nodes->len; i++) {
        const RenNetworkNode *node = node_of(assembly, i);
        double m = node->entity.mentions, a = node->entity.articles, n = node->issues;
        g_array_append_val(mentions, m);
        g_array_append_val(articles, a);
        g_array_append_val(issues, n);
        least = MIN(least, m);
        most = MAX(most, m);
    }
    double span = sqrt(most) - sqrt(least);
    for (guint i = 0; i < assembly->nodes->len; i++) {
        double part = span > 0 ? (sqrt(g_array_index(mentions, double, i)) - sqrt(least)) / span : 0;
        double size = round((SMALLEST + (LARGEST - SMALLEST) * part) * 100) / 100;
        g_array_append_val(sizes, size);
    }
    return set_numbers(igraph, TRUE, "mentions", mentions, error) &&
           set_numbers(igraph, TRUE, "articles", articles, error) &&
           set_numbers(igraph, TRUE, "issues", issues, error) &&
           set_numbers(igraph, TRUE, "size", sizes, error);
}

/* ---- edges ---- */

/* The evidence of each tie (char *, some of them NULL). The ties of one sentence share theirs, which stays in
 * @texts. */
static GPtrArray *
find_evidence(const RenAssembly *assembly, RenStore *store, GHashTable *texts, GError **error)
{
    g_autoptr(RenEvidenceQuery) query = ren_evidence_query_new(store, error);
    if (query == NULL)
        return NULL;
    GPtrArray *evidence = g_ptr_array_sized_new(assembly->ties->len);
    for (guint i = 0; i < assembly->ties->len; i++) {
        const RenTie *tie = &g_array_index(assembly->ties, RenTie, i);
        gint64 place = tie->article << 32 | tie->sentence;
        char *text = tie->article != 0 ? g_hash_table_lookup(texts, &place) : NULL;
        if (text == NULL && tie->article != 0) {
            text = ren_evidence_query_ask(query, tie->article, tie->sentence, SNIPPET);
            g_hash_table_insert(texts, g_memdup2(&place, sizeof(place)), text);
        }
        g_ptr_array_add(evidence, text);
    }
    return evidence;
}

static gboolean
set_edge_strings(igraph_t *igraph, const RenAssembly *assembly, GError **error)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) edge_kinds = g_ptr_array_new();
    g_autoptr(GPtrArray) first = g_ptr_array_new();
    g_autoptr(GPtrArray) last = g_ptr_array_new();
    g_autoptr(GPtrArray) titles = g_ptr_array_new();
    g_autoptr(GPtrArray) days = g_ptr_array_new();
    for (guint i = 0; i < assembly->ties->len; i++) {
        RenTie *tie = &g_array_index(assembly->ties, RenTie, i);
        const char *a = node_of(assembly, tie->a)->entity.node, *b = node_of(assembly, tie->b)->entity.node;
        const char *mark = tie->kind == REN_TIE_COMENTION ? "" : tie_names[tie->kind];
        g_ptr_array_add(ids, g_strconcat("e", a, b, *mark != '\0' ? "-" : "", mark, NULL));
        g_ptr_array_add(edge_kinds, (char *)tie_names[tie->kind]);
        g_ptr_array_add(first, tie->first_seen);
        g_ptr_array_add(last, tie->last_seen);
        g_ptr_array_add(titles, tie->titles);
        g_ptr_array_add(days, tie->days);
    }
    return set_strings(igraph, FALSE, "id", ids, error) &&
           set_strings(igraph, FALSE, "kind", edge_kinds, error) &&
           set_strings(igraph, FALSE, "first_seen", first, error) &&
           set_strings(igraph, FALSE, "last_seen", last, error) &&
           set_strings(igraph, FALSE, "titles", titles, error) &&
           set_strings(igraph, FALSE, "days", days, error);
}

static gboolean
set_evidence(igraph_t *igraph, const RenAssembly *assembly, RenStore *store, GError **error)
{
    g_autoptr(GHashTable) texts = g_hash_table_new_full(ren_hash_pair, g_int64_equal, g_free, g_free);
    g_autoptr(GPtrArray) evidence = find_evidence(assembly, store, texts, error);
    return evidence != NULL && set_strings(igraph, FALSE, "evidence", evidence, error);
}

static gboolean
set_edge_numbers(igraph_t *igraph, const RenAssembly *assembly, GError **error)
{
    g_autoptr(GArray) articles = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) sentences = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) weights = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) npmi = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) sources = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) directed = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < assembly->ties->len; i++) {
        const RenTie *tie = &g_array_index(assembly->ties, RenTie, i);
        double a = tie->articles, s = tie->sentences, source = tie->a, d = tie->kind != REN_TIE_COMENTION;
        double n = round(tie->npmi * 1e4) / 1e4, w = round(tie->weight * 1e6) / 1e6;
        g_array_append_val(articles, a);
        g_array_append_val(sentences, s);
        g_array_append_val(weights, w);
        g_array_append_val(npmi, n);
        g_array_append_val(sources, source);
        g_array_append_val(directed, d);
    }
    return set_numbers(igraph, FALSE, "weight", weights, error) &&
           set_numbers(igraph, FALSE, "articles", articles, error) &&
           set_numbers(igraph, FALSE, "sentences", sentences, error) &&
           set_numbers(igraph, FALSE, "npmi", npmi, error) &&
           set_numbers(igraph, FALSE, "source", sources, error) &&
           set_numbers(igraph, FALSE, "directed", directed, error);
}

/* ---- measures, communities, places ---- */

static int
compare_central(gconstpointer x, gconstpointer y, gpointer data)
{
    const RenMeasures *measures = data;
    guint a = *(const guint *)x, b = *(const guint *)y;
    double p = g_array_index(measures->pagerank, double, a), q = g_array_index(measures->pagerank, double, b);
    return p != q ? (p > q ? -1 : 1) : a < b ? -1 : a > b;
}

/* Names each community by its most central members, persons before all else: "苏明哲、乐文彬、砚川区委". */
static GPtrArray *
name_communities(const RenAssembly *assembly, RenMeasures *measures, gboolean latin)
{
    guint n = assembly->nodes->len;
    g_autoptr(GArray) order = g_array_sized_new(FALSE, FALSE, sizeof(guint), n);
    for (guint i = 0; i < n; i++)
        g_array_append_val(order, i);
    g_array_sort_with_data(order, compare_central, measures);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autofree guint *members = g_new0(guint, measures->n_communities + 1);
    for (guint i = 0; i < measures->n_communities; i++)
        g_ptr_array_add(names, g_string_new(NULL));
    for (guint pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < n; i++) {
            guint node = g_array_index(order, guint, i);
            guint group = g_array_index(measures->community, double, node) - 1;
            const RenEntity *entity = &node_of(assembly, node)->entity;
            if ((entity->kind == REN_PERSON) != (pass == 0) || members[group] == REN_NAMED_MEMBERS)
                continue;
            g_autofree char *pinyin =
                latin ? ren_pinyin_of(entity->name, entity->kind, node_of(assembly, node)->surname) : NULL;
            g_string_append_printf(names->pdata[group], "%s%s",
                                   members[group] == 0 ? ""
                                   : latin             ? ", "
                                                       : "、",
                                   latin ? pinyin : entity->name);
            members[group]++;
        }
    }
    GPtrArray *done = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < names->len; i++)
        g_ptr_array_add(done, g_string_free(names->pdata[i], FALSE));
    return done;
}

static gboolean
set_measures(RenGraph *graph, const RenAssembly *assembly, const RenGraphOptions *options, GError **error)
{
    const RenMeasures *m = graph->measures;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autoptr(GPtrArray) colors = g_ptr_array_new();
    g_autoptr(GArray) rounded = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) ranks = g_array_new(FALSE, FALSE, sizeof(double));
    /* The share of one among many is small. */
    double steps = m->estimated ? 1e8 : 1e6;
    for (guint i = 0; i < assembly->nodes->len; i++) {
        guint group = g_array_index(m->community, double, i) - 1;
        double between = round(g_array_index(m->betweenness, double, i) * steps) / steps;
        double rank = round(g_array_index(m->pagerank, double, i) * steps) / steps;
        g_ptr_array_add(names, graph->communities->pdata[group]);
        g_ptr_array_add(colors,
                        (char *)(!options->by_community ? kinds[node_of(assembly, i)->entity.kind].color
                                 : group < G_N_ELEMENTS(community_colors) ? community_colors[group]
                                                                          : OTHER_COMMUNITY));
        g_array_append_val(rounded, between);
        g_array_append_val(ranks, rank);
    }
    igraph_t *igraph = &graph->igraph;
    return set_numbers(igraph, TRUE, "degree", m->degree, error) &&
           set_numbers(igraph, TRUE, "weighted_degree", m->strength, error) &&
           set_numbers(igraph, TRUE, "betweenness", rounded, error) &&
           set_numbers(igraph, TRUE, "pagerank", ranks, error) &&
           set_numbers(igraph, TRUE, "core", m->core, error) &&
           set_numbers(igraph, TRUE, "community", m->community, error) &&
           set_numbers(igraph, TRUE, "component", m->component, error) &&
           set_strings(igraph, TRUE, "community_name", names, error) &&
           set_strings(igraph, TRUE, "color", colors, error);
}

/* How strongly each edge pulls. A pair that meets in every issue must not become one spot; since an article
 * with many names links each with all others, the pull is shared among a node's edges, or such articles would
 * be one too; and communities stand apart. */
static GArray *
make_pulls(const RenAssembly *assembly, const RenMeasures *measures)
{
    GArray *pulls = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < assembly->ties->len; i++) {
        const RenTie *tie = &g_array_index(assembly->ties, RenTie, i);
        double degree = MIN(g_array_index(measures->degree, double, tie->a),
                            g_array_index(measures->degree, double, tie->b));
        gboolean across = g_array_index(measures->community, double, tie->a) !=
                          g_array_index(measures->community, double, tie->b);
        double pull = (1 + log1p(tie->weight)) / degree * (across ? ACROSS : 1);
        g_array_append_val(pulls, pull);
    }
    return pulls;
}

static gboolean
set_places(RenGraph *graph, const RenAssembly *assembly, guint32 seed, GError **error)
{
    g_autoptr(GArray) pulls = make_pulls(assembly, graph->measures);
    g_autoptr(GArray) xs = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) ys = g_array_new(FALSE, FALSE, sizeof(double));
    return ren_placement_compute(&graph->igraph, pulls, graph->measures->community, seed, xs, ys, error) &&
           set_numbers(&graph->igraph, TRUE, "x", xs, error) &&
           set_numbers(&graph->igraph, TRUE, "y", ys, error);
}

static gboolean
make_igraph(igraph_t *igraph, const RenAssembly *assembly, GError **error)
{
    g_auto(igraph_vector_int_t) ends;
    if (!ren_igraph_check(igraph_vector_int_init(&ends, 2 * (igraph_integer_t)assembly->ties->len), error))
        g_error("out of memory");
    for (guint i = 0; i < assembly->ties->len; i++) {
        VECTOR(ends)[2 * i] = g_array_index(assembly->ties, RenTie, i).a;
        VECTOR(ends)[2 * i + 1] = g_array_index(assembly->ties, RenTie, i).b;
    }
    return ren_igraph_check(igraph_create(igraph, &ends, assembly->nodes->len, IGRAPH_UNDIRECTED), error);
}

static RenMeasures *
measure(const igraph_t *igraph, const RenAssembly *assembly, guint32 seed, GError **error)
{
    g_autoptr(GArray) weights = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < assembly->ties->len; i++)
        g_array_append_val(weights, g_array_index(assembly->ties, RenTie, i).weight);
    return ren_measures_new(igraph, weights, seed, error);
}

RenGraph *
ren_graph_new(RenStore *store, const RenGraphOptions *given, GError **error)
{
    ren_igraph_prepare();
    RenGraphOptions usual;
    ren_graph_options_init(&usual);
    const RenGraphOptions *options = given != NULL ? given : &usual;
    g_autoptr(RenAssembly) assembly = ren_assembly_new(store, options, error);
    igraph_t igraph;
    if (assembly == NULL || !make_igraph(&igraph, assembly, error))
        return NULL;
    g_debug("read");
    g_autoptr(RenGraph) graph = g_new0(RenGraph, 1);
    graph->igraph = igraph;
    graph->n_all_nodes = assembly->n_all_nodes;
    graph->n_all_edges = assembly->n_all_ties;
    graph->measures = measure(&graph->igraph, assembly, options->seed, error);
    if (graph->measures == NULL)
        return NULL;
    g_debug("measured");
    graph->communities = name_communities(assembly, graph->measures, options->pinyin == REN_PINYIN_LABEL);
    if (!set_node_strings(&graph->igraph, assembly, options, error) ||
        !set_node_numbers(&graph->igraph, assembly, error) ||
        !set_edge_strings(&graph->igraph, assembly, error) ||
        !set_edge_numbers(&graph->igraph, assembly, error) || !set_measures(graph, assembly, options, error))
        return NULL;
    g_debug("described");
    if (options->unplaced)
        return g_steal_pointer(&graph);
    if (!set_evidence(&graph->igraph, assembly, store, error))
        return NULL;
    g_debug("found evidence");
    if (!set_places(graph, assembly, options->seed, error))
        return NULL;
    g_debug("laid out");
    return g_steal_pointer(&graph);
}
