#include "graph/assembly.h"

#include <math.h>
#include <string.h>

static void
tie_clear(gpointer data)
{
    RenTie *tie = data;
    g_free(tie->titles);
    g_free(tie->days);
}

void
ren_assembly_free(RenAssembly *assembly)
{
    if (assembly == NULL)
        return;
    g_ptr_array_unref(assembly->nodes);
    g_array_unref(assembly->ties);
    g_free(assembly);
}

static RenTie *
get(const RenAssembly *assembly, guint i)
{
    return &g_array_index(assembly->ties, RenTie, i);
}

static RenEntity *
entity_of(const RenAssembly *assembly, guint node)
{
    return &((RenNetworkNode *)assembly->nodes->pdata[node])->entity;
}

/* ---- ties ---- */

static char *
join_days(const GArray *days)
{
    if (days == NULL)
        return NULL;
    GString *joined = g_string_new(NULL);
    for (guint i = 0; i < days->len; i++)
        g_string_append_printf(joined, "%s%s", i > 0 ? ";" : "", g_array_index(days, const char *, i));
    return g_string_free(joined, FALSE);
}

static void
set_dates(RenTie *tie, const char *first, const char *last)
{
    g_strlcpy(tie->first_seen, first != NULL ? first : "", sizeof(tie->first_seen));
    g_strlcpy(tie->last_seen, last != NULL ? last : "", sizeof(tie->last_seen));
}

/* Normalised pointwise mutual information of two entities in @n articles. */
static double
npmi_of(double both, double a, double b, double n)
{
    double p = both / n;
    return p >= 1 ? 1 : log(both * n / (a * b)) / -log(p);
}

static gboolean
add_comentions(RenAssembly *assembly, RenStore *store, const RenGraphOptions *options, GHashTable *indexes,
               GError **error)
{
    g_autoptr(RenComention) comention = ren_comention_new(options->days);
    if (!ren_appearances_count(store, &options->window, comention, error))
        return FALSE;
    /* The store counts all articles of the window, long lists too. */
    for (guint i = 0; i < assembly->nodes->len; i++)
        entity_of(assembly, i)->articles = ren_comention_count(comention, entity_of(assembly, i)->key);
    g_autoptr(GArray) links = ren_comention_get_links(comention);
    for (guint i = 0; i < links->len; i++) {
        const RenLink *link = &g_array_index(links, RenLink, i);
        RenTie tie = {.kind = REN_TIE_COMENTION,
                      .articles = link->articles,
                      .sentences = link->sentences,
                      .article = link->article,
                      .sentence = link->sentence};
        tie.a = GPOINTER_TO_UINT(g_hash_table_lookup(indexes, ren_comention_get_id(comention, link->a)));
        tie.b = GPOINTER_TO_UINT(g_hash_table_lookup(indexes, ren_comention_get_id(comention, link->b)));
        tie.npmi = npmi_of(link->articles, entity_of(assembly, tie.a)->articles,
                           entity_of(assembly, tie.b)->articles, ren_comention_n_articles(comention));
        tie.weight = options->weighting == REN_WEIGHTING_NEWMAN ? link->newman
                     : options->weighting == REN_WEIGHTING_NPMI ? tie.npmi
                                                                : link->articles;
        if (tie.weight <= 0)
            continue; /* met less often than by chance: Gephi drops what has no weight, too */
        set_dates(&tie, link->first_seen, link->last_seen);
        tie.days = join_days(link->days);
        g_array_append_val(assembly->ties, tie);
    }
    return TRUE;
}

/* Adds @rows (RenNetworkTie) between nodes that are there. */
static void
add_rows(RenAssembly *assembly, const RenGraphOptions *options, GHashTable *indexes, const GPtrArray *rows,
         gboolean posts)
{
    for (guint i = 0; i < rows->len; i++) {
        const RenNetworkTie *row = rows->pdata[i];
        gpointer a, b;
        if (!g_hash_table_lookup_extended(indexes, row->from, NULL, &a) ||
            !g_hash_table_lookup_extended(indexes, row->to, NULL, &b))
            continue;
        RenTie tie = {.a = GPOINTER_TO_UINT(a), .b = GPOINTER_TO_UINT(b), .sentence = G_MAXUINT};
        gboolean into_place = entity_of(assembly, tie.b)->kind == REN_PLACE;
        gboolean of_place = entity_of(assembly, tie.a)->kind == REN_PLACE;
        tie.kind = posts ? REN_TIE_POST : into_place && !of_place ? REN_TIE_LOCATED : REN_TIE_PART;
        if (!options->ties[tie.kind])
            continue;
        tie.articles = row->articles;
        tie.weight = posts ? row->articles : 1;
        tie.titles = g_strdup(row->titles);
        tie.days = g_strdup(row->days);
        set_dates(&tie, row->first_seen, row->last_seen);
        g_array_append_val(assembly->ties, tie);
    }
}

static gboolean
add_ties(RenAssembly *assembly, RenStore *store, const RenGraphOptions *options, GError **error)
{
    g_autoptr(GHashTable) indexes = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < assembly->nodes->len; i++)
        g_hash_table_insert(indexes, entity_of(assembly, i)->key, GUINT_TO_POINTER(i));
    if (options->ties[REN_TIE_COMENTION] && !add_comentions(assembly, store, options, indexes, error))
        return FALSE;
    if (options->ties[REN_TIE_POST]) {
        g_autoptr(GPtrArray) posts = ren_network_posts(store, &options->window, error);
        if (posts == NULL)
            return FALSE;
        add_rows(assembly, options, indexes, posts, TRUE);
    }
    if (options->ties[REN_TIE_PART] || options->ties[REN_TIE_LOCATED]) {
        g_autoptr(GPtrArray) parts = ren_network_parts(store, error);
        if (parts == NULL)
            return FALSE;
        add_rows(assembly, options, indexes, parts, FALSE);
    }
    return TRUE;
}

/* ---- pruning ---- */

/* Leaves the nodes that @keep says, and the ties between them. */
static void
keep_nodes(RenAssembly *assembly, const gboolean *keep)
{
    g_autofree guint *now = g_new(guint, assembly->nodes->len + 1);
    GPtrArray *nodes = g_ptr_array_new();
    for (guint i = 0; i < assembly->nodes->len; i++) {
        now[i] = nodes->len;
        if (keep[i])
            g_ptr_array_add(nodes, assembly->nodes->pdata[i]);
    }
    guint n = 0;
    for (guint i = 0; i < assembly->ties->len; i++) {
        RenTie tie = *get(assembly, i);
        if (!keep[tie.a] || !keep[tie.b]) {
            tie_clear(&tie);
            continue;
        }
        tie.a = now[tie.a];
        tie.b = now[tie.b];
        *get(assembly, n++) = tie;
    }
    g_array_set_clear_func(assembly->ties, NULL); /* what is cut off has moved or is cleared */
    g_array_set_size(assembly->ties, n);
    g_array_set_clear_func(assembly->ties, tie_clear);
    for (guint i = 0; i < assembly->nodes->len; i++)
        if (!keep[i])
            ren_network_node_free(assembly->nodes->pdata[i]);
    g_ptr_array_set_free_func(assembly->nodes, NULL);
    g_ptr_array_unref(assembly->nodes);
    g_ptr_array_set_free_func(nodes, (GDestroyNotify)ren_network_node_free);
    assembly->nodes = nodes;
}

/* Leaves the ties for which @keep says so. */
static void
keep_ties(RenAssembly *assembly, const gboolean *keep)
{
    guint n = 0;
    for (guint i = 0; i < assembly->ties->len; i++) {
        RenTie tie = *get(assembly, i);
        if (keep[i])
            *get(assembly, n++) = tie;
        else
            tie_clear(&tie);
    }
    g_array_set_clear_func(assembly->ties, NULL);
    g_array_set_size(assembly->ties, n);
    g_array_set_clear_func(assembly->ties, tie_clear);
}

static void
prune_weak(RenAssembly *assembly, double min_weight)
{
    g_autofree gboolean *keep = g_new(gboolean, assembly->ties->len + 1);
    for (guint i = 0; i < assembly->ties->len; i++)
        keep[i] = get(assembly, i)->kind != REN_TIE_COMENTION || get(assembly, i)->weight >= min_weight;
    keep_ties(assembly, keep);
}

/* The disparity filter of Serrano, Boguna and Vespignani (PNAS 106(16), 2009, doi:10.1073/pnas.0808904106): a
 * tie stays where its share of the strength of either end would be that large by chance with a probability
 * below @alpha. */
static void
prune_to_backbone(RenAssembly *assembly, double alpha)
{
    g_autofree double *strength = g_new0(double, assembly->nodes->len + 1);
    g_autofree guint *degree = g_new0(guint, assembly->nodes->len + 1);
    for (guint i = 0; i < assembly->ties->len; i++) {
        const RenTie *tie = get(assembly, i);
        if (tie->kind != REN_TIE_COMENTION)
            continue;
        strength[tie->a] += tie->weight;
        strength[tie->b] += tie->weight;
        degree[tie->a]++;
        degree[tie->b]++;
    }
    g_autofree gboolean *keep = g_new(gboolean, assembly->ties->len + 1);
    for (guint i = 0; i < assembly->ties->len; i++) {
        const RenTie *tie = get(assembly, i);
        const guint ends[] = {tie->a, tie->b};
        keep[i] = tie->kind != REN_TIE_COMENTION;
        for (guint e = 0; e < 2; e++)
            keep[i] |=
                degree[ends[e]] > 1 && pow(1 - tie->weight / strength[ends[e]], degree[ends[e]] - 1) < alpha;
    }
    keep_ties(assembly, keep);
}

static void
prune_rare(RenAssembly *assembly, guint min_articles)
{
    g_autofree gboolean *keep = g_new(gboolean, assembly->nodes->len + 1);
    for (guint i = 0; i < assembly->nodes->len; i++)
        keep[i] = entity_of(assembly, i)->articles >= min_articles;
    keep_nodes(assembly, keep);
}

/* Who ties with whom: for each node the others, in one array. */
typedef struct {
    guint *start; /* owned; where each node's others begin, one more at the end */
    guint *other; /* owned */
} Neighbours;

static Neighbours
list_neighbours(const RenAssembly *assembly)
{
    guint n = assembly->nodes->len, m = assembly->ties->len;
    Neighbours list = {g_new0(guint, n + 2), g_new(guint, 2 * m + 1)};
    for (guint i = 0; i < m; i++) {
        list.start[get(assembly, i)->a + 2]++;
        list.start[get(assembly, i)->b + 2]++;
    }
    for (guint i = 2; i < n + 2; i++)
        list.start[i] += list.start[i - 1];
    for (guint i = 0; i < m; i++) {
        const RenTie *tie = get(assembly, i);
        list.other[list.start[tie->a + 1]++] = tie->b;
        list.other[list.start[tie->b + 1]++] = tie->a;
    }
    return list;
}

/* Marks all nodes within @depth steps of @from in @reached. Returns how many they are. */
static guint
reach(const Neighbours *list, guint from, guint depth, gboolean *reached)
{
    g_autoptr(GArray) queue = g_array_new(FALSE, FALSE, sizeof(guint));
    g_array_append_val(queue, from);
    reached[from] = TRUE;
    for (guint step = 0, begin = 0; step < depth && begin < queue->len; step++) {
        guint end = queue->len;
        for (; begin < end; begin++) {
            guint node = g_array_index(queue, guint, begin);
            for (guint k = list->start[node]; k < list->start[node + 1]; k++) {
                guint other = list->other[k];
                if (reached[other])
                    continue;
                reached[other] = TRUE;
                g_array_append_val(queue, other);
            }
        }
    }
    return queue->len;
}

static void
prune_to_ego(RenAssembly *assembly, const char *ego, guint depth)
{
    g_autofree gboolean *keep = g_new0(gboolean, assembly->nodes->len + 1);
    Neighbours list = list_neighbours(assembly);
    for (guint i = 0; i < assembly->nodes->len; i++)
        if (g_str_equal(entity_of(assembly, i)->key, ego))
            reach(&list, i, depth, keep);
    g_free(list.start);
    g_free(list.other);
    keep_nodes(assembly, keep);
}

static void
prune_to_largest(RenAssembly *assembly)
{
    guint n = assembly->nodes->len, most = 0, best = 0;
    g_autofree gboolean *seen = g_new0(gboolean, n + 1);
    Neighbours list = list_neighbours(assembly);
    for (guint i = 0; i < n; i++) {
        guint count = seen[i] ? 0 : reach(&list, i, G_MAXUINT, seen);
        if (count > most) {
            most = count;
            best = i;
        }
    }
    g_autofree gboolean *keep = g_new0(gboolean, n + 1);
    if (n > 0)
        reach(&list, best, G_MAXUINT, keep);
    g_free(list.start);
    g_free(list.other);
    keep_nodes(assembly, keep);
}

/* A node and what it weighs. */
typedef struct {
    guint node;
    double strength;
} Strong;

static int
compare_strong(gconstpointer x, gconstpointer y)
{
    const Strong *a = x, *b = y;
    if (a->strength != b->strength)
        return a->strength > b->strength ? -1 : 1;
    return a->node < b->node ? -1 : a->node > b->node;
}

static gboolean
is_ego(const RenAssembly *assembly, guint node, const char *ego)
{
    return g_strcmp0(entity_of(assembly, node)->key, ego) == 0;
}

/* Leaves the @top nodes whose ties weigh most; @ego (NULL: none), whom it is all about, always. */
static void
prune_to_top(RenAssembly *assembly, guint top, const char *ego)
{
    guint n = assembly->nodes->len;
    g_autofree Strong *strong = g_new0(Strong, n + 1);
    for (guint i = 0; i < n; i++)
        strong[i] = (Strong){i, is_ego(assembly, i, ego) ? INFINITY : 0};
    for (guint i = 0; i < assembly->ties->len; i++) {
        strong[get(assembly, i)->a].strength += get(assembly, i)->weight;
        strong[get(assembly, i)->b].strength += get(assembly, i)->weight;
    }
    qsort(strong, n, sizeof *strong, compare_strong);
    g_autofree gboolean *keep = g_new0(gboolean, n + 1);
    for (guint i = 0; i < MIN(n, top); i++)
        keep[strong[i].node] = TRUE;
    keep_nodes(assembly, keep);
}

static int
compare_ties(gconstpointer x, gconstpointer y)
{
    const RenTie *a = x, *b = y;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    if (a->b != b->b)
        return a->b < b->b ? -1 : 1;
    return a->kind < b->kind ? -1 : a->kind > b->kind;
}

static int
compare_strong_ties(gconstpointer x, gconstpointer y, gpointer data)
{
    const RenTie *a = get(data, *(const guint *)x), *b = get(data, *(const guint *)y);
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    if (a->npmi != b->npmi) /* of many that meet once, those that do so least by chance */
        return a->npmi > b->npmi ? -1 : 1;
    return compare_ties(a, b);
}

/* Leaves the co-mentions that are among the @strongest of either end, and all of @ego (NULL: none). */
static void
prune_to_strongest(RenAssembly *assembly, guint strongest, const char *ego)
{
    guint m = assembly->ties->len;
    g_autofree guint *order = g_new(guint, m + 1);
    g_autofree guint *kept = g_new0(guint, assembly->nodes->len + 1);
    g_autofree gboolean *keep = g_new(gboolean, m + 1);
    for (guint i = 0; i < m; i++)
        order[i] = i;
    g_qsort_with_data(order, m, sizeof *order, compare_strong_ties, assembly);
    for (guint i = 0; i < m; i++) {
        const RenTie *tie = get(assembly, order[i]);
        gboolean comention = tie->kind == REN_TIE_COMENTION;
        keep[order[i]] = !comention || kept[tie->a] < strongest || kept[tie->b] < strongest ||
                         is_ego(assembly, tie->a, ego) || is_ego(assembly, tie->b, ego);
        kept[tie->a] += comention;
        kept[tie->b] += comention;
    }
    keep_ties(assembly, keep);
}

RenAssembly *
ren_assembly_new(RenStore *store, const RenGraphOptions *options, GError **error)
{
    g_autoptr(RenAssembly) assembly = g_new0(RenAssembly, 1);
    assembly->ties = g_array_new(FALSE, FALSE, sizeof(RenTie));
    g_array_set_clear_func(assembly->ties, tie_clear);
    assembly->nodes = ren_network_nodes(store, &options->window, error);
    if (assembly->nodes == NULL) {
        assembly->nodes = g_ptr_array_new();
        return NULL;
    }
    if (!add_ties(assembly, store, options, error))
        return NULL;
    /* First what single ties and nodes say, then what the network as a whole does. */
    if (options->min_weight > 0)
        prune_weak(assembly, options->min_weight);
    if (options->backbone > 0)
        prune_to_backbone(assembly, options->backbone);
    if (options->min_articles > 1 || options->window.max_per_article > 0)
        prune_rare(assembly, MAX(options->min_articles, 1));
    if (options->ego != NULL)
        prune_to_ego(assembly, options->ego, options->depth);
    assembly->n_all_nodes = assembly->nodes->len;
    assembly->n_all_ties = assembly->ties->len;
    if (options->top > 0)
        prune_to_top(assembly, options->top, options->ego);
    if (options->strongest > 0)
        prune_to_strongest(assembly, options->strongest, options->ego);
    if (options->largest)
        prune_to_largest(assembly);
    g_array_sort(assembly->ties, compare_ties);
    return g_steal_pointer(&assembly);
}
