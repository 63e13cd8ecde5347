#include "graph/path.h"

#include <math.h>

#include "graph/attribute.h"

/* Two nodes with a tie that paths may use. */
typedef struct {
    guint a; /* the lesser index */
    guint b;
    double weakness; /* 1 / strength, of the strongest tie between them */
    gint64 article;  /* the only one that ties them; 0: there is more */
} Link;

/* The search. */
typedef struct {
    const RenAssembly *assembly;
    guint from;
    guint to;
    GArray *links;      /* owned; of Link, by their ends; each pair once */
    GArray *from_steps; /* owned; of double: how many steps from the node from to each; infinite: no way */
    GArray *to_steps;   /* owned; likewise from the node to */
} Search;

static void
search_clear(Search *search)
{
    g_clear_pointer(&search->links, g_array_unref);
    g_clear_pointer(&search->from_steps, g_array_unref);
    g_clear_pointer(&search->to_steps, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

static void
step_clear(gpointer data)
{
    g_ptr_array_unref(((RenPathStep *)data)->ties);
}

void
ren_paths_free(RenPaths *paths)
{
    if (paths == NULL)
        return;
    g_ptr_array_unref(paths->paths);
    g_free(paths);
}

static const RenEntity *
entity_of(const RenAssembly *assembly, guint node)
{
    return &((RenNetworkNode *)assembly->nodes->pdata[node])->entity;
}

static gboolean
find_node(const RenAssembly *assembly, const char *id, guint *node)
{
    for (*node = 0; *node < assembly->nodes->len; (*node)++)
        if (g_str_equal(entity_of(assembly, *node)->key, id))
            return TRUE;
    return FALSE;
}

static const RenTie *
tie_of(const RenAssembly *assembly, guint i)
{
    return &g_array_index(assembly->ties, RenTie, i);
}

/* ---- links ---- */

static int
compare_links(gconstpointer x, gconstpointer y)
{
    const Link *a = x, *b = y;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    if (a->b != b->b)
        return a->b < b->b ? -1 : 1;
    return a->weakness < b->weakness ? -1 : a->weakness > b->weakness;
}

static double
weakness_of(const RenAssembly *assembly, const RenTie *tie)
{
    double a = entity_of(assembly, tie->a)->articles, b = entity_of(assembly, tie->b)->articles;
    return sqrt(MAX(a, 1) * MAX(b, 1)) / tie->weight;
}

/* Several ties of the same two become one link, or the same nodes would make several paths. */
static GArray *
make_links(const Search *search, const gboolean *through)
{
    const RenAssembly *assembly = search->assembly;
    GArray *links = g_array_new(FALSE, FALSE, sizeof(Link));
    for (guint i = 0; i < assembly->ties->len; i++) {
        const RenTie *tie = tie_of(assembly, i);
        const guint ends[] = {MIN(tie->a, tie->b), MAX(tie->a, tie->b)};
        gboolean usable = TRUE;
        for (guint e = 0; e < 2; e++)
            usable &= ends[e] == search->from || ends[e] == search->to ||
                      through[entity_of(assembly, ends[e])->kind];
        Link link = {ends[0], ends[1], weakness_of(assembly, tie), tie->articles == 1 ? tie->article : 0};
        if (usable)
            g_array_append_val(links, link);
    }
    g_array_sort(links, compare_links);
    guint n = 0;
    for (guint i = 0; i < links->len; i++) {
        const Link *link = &g_array_index(links, Link, i);
        Link *last = &g_array_index(links, Link, MAX(n, 1) - 1);
        if (n > 0 && link->a == last->a && link->b == last->b)
            last->article = 0;
        else
            g_array_index(links, Link, n++) = *link;
    }
    g_array_set_size(links, n);
    return links;
}

/* An article that names both ends is told by the step between them. Whom nothing but that article ties to the
 * ends would only lead around this step, and being named once makes strong ties: such links are left out. */
static void
drop_detours(Search *search)
{
    g_autoptr(GHashTable) of_from = g_hash_table_new(NULL, NULL), of_both = g_hash_table_new(NULL, NULL);
    const Link *links = (const Link *)search->links->data;
    for (guint i = 0; i < search->links->len; i++)
        if (links[i].a == search->from || links[i].b == search->from)
            g_hash_table_add(of_from, GSIZE_TO_POINTER(links[i].article));
    for (guint i = 0; i < search->links->len; i++)
        if ((links[i].a == search->to || links[i].b == search->to) &&
            g_hash_table_contains(of_from, GSIZE_TO_POINTER(links[i].article)))
            g_hash_table_add(of_both, GSIZE_TO_POINTER(links[i].article));
    guint n = 0;
    for (guint i = 0; i < search->links->len; i++) {
        Link link = links[i];
        gboolean direct = link.a == MIN(search->from, search->to) && link.b == MAX(search->from, search->to);
        if (direct || link.article == 0 || !g_hash_table_contains(of_both, GSIZE_TO_POINTER(link.article)))
            g_array_index(search->links, Link, n++) = link;
    }
    g_array_set_size(search->links, n);
}

static gboolean
make_igraph(igraph_t *igraph, guint n_nodes, const GArray *links, GError **error)
{
    g_auto(igraph_vector_int_t) ends;
    if (!ren_igraph_check(igraph_vector_int_init(&ends, 2 * (igraph_integer_t)links->len), error))
        g_error("out of memory");
    for (guint i = 0; i < links->len; i++) {
        VECTOR(ends)[2 * i] = g_array_index(links, Link, i).a;
        VECTOR(ends)[2 * i + 1] = g_array_index(links, Link, i).b;
    }
    return ren_igraph_check(igraph_create(igraph, &ends, n_nodes, IGRAPH_UNDIRECTED), error);
}

/* ---- steps ---- */

/* How many steps lead from @node to each other node. */
static GArray *
count_steps(const igraph_t *igraph, guint node, GError **error)
{
    g_auto(igraph_matrix_t) steps;
    if (!ren_igraph_check(igraph_matrix_init(&steps, 0, 0), error))
        g_error("out of memory");
    if (!ren_igraph_check(igraph_distances(igraph, &steps, igraph_vss_1(node), igraph_vss_all(), IGRAPH_ALL),
                          error))
        return NULL;
    GArray *row = g_array_new(FALSE, FALSE, sizeof(double));
    for (igraph_integer_t i = 0; i < igraph_matrix_ncol(&steps); i++)
        g_array_append_val(row, MATRIX(steps, 0, i));
    return row;
}

static guint
count_reached(const GArray *steps)
{
    guint n = 0;
    for (guint i = 0; i < steps->len; i++)
        n += isfinite(g_array_index(steps, double, i));
    return n;
}

/* The links that a path of at most @most steps can use. */
static GArray *
links_within(const Search *search, guint most)
{
    GArray *links = g_array_new(FALSE, FALSE, sizeof(Link));
    for (guint i = 0; i < search->links->len; i++) {
        Link link = g_array_index(search->links, Link, i);
        double onward = g_array_index(search->from_steps, double, link.a) +
                        g_array_index(search->to_steps, double, link.b);
        double back = g_array_index(search->from_steps, double, link.b) +
                      g_array_index(search->to_steps, double, link.a);
        if (MIN(onward, back) + 1 <= most)
            g_array_append_val(links, link);
    }
    return links;
}

/* ---- paths ---- */

/* A step costs 1 and, for its weakness, so much less than that, that no path of up to @most steps is cheaper
 * than one of fewer. */
static gboolean
make_costs(igraph_vector_t *costs, const GArray *links, guint most, GError **error)
{
    double weakest = 0;
    for (guint i = 0; i < links->len; i++)
        weakest = MAX(weakest, g_array_index(links, Link, i).weakness);
    if (!ren_igraph_check(igraph_vector_resize(costs, links->len), error))
        return FALSE;
    for (guint i = 0; i < links->len; i++)
        VECTOR(*costs)[i] = 1 + g_array_index(links, Link, i).weakness / (weakest * (most + 1));
    return TRUE;
}

/* Adds the ties that begin at @a and end at @b, which stand together among all, to @ties. */
static void
add_ties(const RenAssembly *assembly, guint a, guint b, GPtrArray *ties)
{
    guint low = 0, high = assembly->ties->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        const RenTie *tie = tie_of(assembly, middle);
        if (tie->a < a || (tie->a == a && tie->b < b))
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < assembly->ties->len; low++) {
        const RenTie *tie = tie_of(assembly, low);
        if (tie->a != a || tie->b != b)
            return;
        g_ptr_array_add(ties, (gpointer)tie);
    }
}

/* The steps along @nodes, from the other end where @back. */
static GArray *
make_path(const RenAssembly *assembly, const igraph_vector_int_t *nodes, gboolean back)
{
    GArray *path = g_array_new(FALSE, FALSE, sizeof(RenPathStep));
    g_array_set_clear_func(path, step_clear);
    igraph_integer_t n = igraph_vector_int_size(nodes);
    for (igraph_integer_t i = 0; i + 1 < n; i++) {
        RenPathStep step = {.from = VECTOR(*nodes)[back ? n - 1 - i : i],
                            .to = VECTOR(*nodes)[back ? n - 2 - i : i + 1]};
        step.ties = g_ptr_array_new();
        add_ties(assembly, MIN(step.from, step.to), MAX(step.from, step.to), step.ties);
        add_ties(assembly, MAX(step.from, step.to), MIN(step.from, step.to), step.ties);
        g_array_append_val(path, step);
    }
    return path;
}

/* Sets @paths to the best of at most @most steps. */
static gboolean
find_within(const Search *search, guint most, guint limit, GPtrArray *paths, GError **error)
{
    g_autoptr(GArray) links = links_within(search, most);
    g_auto(igraph_vector_t) costs;
    if (!ren_igraph_check(igraph_vector_init(&costs, 0), error))
        g_error("out of memory");
    g_auto(igraph_vector_int_list_t) found;
    if (!ren_igraph_check(igraph_vector_int_list_init(&found, 0), error))
        g_error("out of memory");
    igraph_t igraph;
    if (!make_costs(&costs, links, most, error) ||
        !make_igraph(&igraph, search->assembly->nodes->len, links, error))
        return FALSE;
    /* Always from the lesser node: which of several equal paths comes first must not depend on the end. */
    igraph_error_t code =
        igraph_get_k_shortest_paths(&igraph, &costs, &found, NULL, limit, MIN(search->from, search->to),
                                    MAX(search->from, search->to), IGRAPH_ALL);
    igraph_destroy(&igraph);
    if (!ren_igraph_check(code, error))
        return FALSE;
    g_ptr_array_set_size(paths, 0);
    for (igraph_integer_t i = 0; i < igraph_vector_int_list_size(&found); i++) {
        const igraph_vector_int_t *nodes = igraph_vector_int_list_get_ptr(&found, i);
        if (igraph_vector_int_size(nodes) <= (igraph_integer_t)most + 1)
            g_ptr_array_add(paths, make_path(search->assembly, nodes, search->from > search->to));
    }
    return TRUE;
}

RenPaths *
ren_paths_new(const RenAssembly *assembly, const char *a, const char *b, const RenPathOptions *options,
              GError **error)
{
    ren_igraph_prepare();
    g_autoptr(RenPaths) paths = g_new0(RenPaths, 1);
    paths->paths = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    g_auto(Search) search = {.assembly = assembly};
    gboolean has_a = find_node(assembly, a, &search.from), has_b = find_node(assembly, b, &search.to);
    search.links = make_links(&search, options->through);
    drop_detours(&search);
    igraph_t igraph;
    if (!make_igraph(&igraph, assembly->nodes->len, search.links, error))
        return NULL;
    search.from_steps = has_a ? count_steps(&igraph, search.from, error) : NULL;
    search.to_steps = has_b ? count_steps(&igraph, search.to, error) : NULL;
    igraph_destroy(&igraph);
    if ((has_a && search.from_steps == NULL) || (has_b && search.to_steps == NULL))
        return NULL;
    paths->reached_a = has_a ? count_reached(search.from_steps) : 0;
    paths->reached_b = has_b ? count_reached(search.to_steps) : 0;
    double steps = has_a && has_b ? g_array_index(search.from_steps, double, search.to) : INFINITY;
    if (isinf(steps))
        return g_steal_pointer(&paths);
    paths->steps = steps;
    /* A step more each time, until there are enough: a longer path is never among the best then. */
    for (guint most = steps; most <= options->max_steps && paths->paths->len < options->paths; most++)
        if (!find_within(&search, most, options->paths, paths->paths, error))
            return NULL;
    return g_steal_pointer(&paths);
}
