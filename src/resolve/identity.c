#include "resolve/identity.h"

#include <string.h>

#include "base/message.h"
#include "resolve/cluster.h"

struct _RenIdentity {
    const RenLexicon *lexicon;     /* borrowed */
    const RenDecisions *decisions; /* borrowed */
    RenEvidence *evidence;         /* owned */
    const RenWalks *walks;         /* borrowed from evidence */
};

RenIdentity *
ren_identity_new(const RenLexicon *lexicon, const RenDecisions *decisions, GError **error)
{
    RenEvidence *evidence = ren_evidence_new(lexicon, error);
    if (evidence == NULL)
        return NULL;
    RenIdentity *identity = g_new0(RenIdentity, 1);
    *identity = (RenIdentity){lexicon, decisions, evidence, ren_evidence_get_walks(evidence)};
    return identity;
}

void
ren_identity_free(RenIdentity *identity)
{
    if (identity == NULL)
        return;
    ren_evidence_free(identity->evidence);
    g_free(identity);
}

const RenLexicon *
ren_identity_get_lexicon(const RenIdentity *identity)
{
    return identity->lexicon;
}

const RenDecisions *
ren_identity_get_decisions(const RenIdentity *identity)
{
    return identity->decisions;
}

static gboolean
is_place(const RenIdentity *identity, const char *region)
{
    return region != NULL && ren_lexicon_find_place(identity->lexicon, region) != 0;
}

/* ---- ids ---- */

/* How a region is written in an id: its own name where that is the only one, else its path. */
static char *
label_of_region(const RenIdentity *identity, const char *region)
{
    guint n = region == NULL ? 0 : ren_lexicon_find_place(identity->lexicon, region);
    if (n == 0)
        return g_strdup(region);
    const RenPlace *place = ren_lexicon_get_place(identity->lexicon, n);
    return g_strdup(place->alone ? place->name : place->path);
}

/* The region of the first case that has a post in one, the lowest of several; else the first paper's. */
static const char *
region_of(const RenIdentity *identity, const RenCluster *cluster)
{
    const char *elsewhere = NULL, *home = NULL;
    for (guint i = 0; i < cluster->cases->len; i++) {
        const RenCase *one = cluster->cases->pdata[i];
        const char *lowest = NULL;
        for (guint k = 0; k < one->posts->len; k++) {
            const char *region = g_array_index(one->posts, RenCasePost, k).region;
            if (region == NULL || !g_hash_table_contains(cluster->regions, region))
                continue;
            if (!is_place(identity, region))
                elsewhere = elsewhere == NULL ? region : elsewhere;
            else if (lowest == NULL || strlen(region) > strlen(lowest) ||
                     (strlen(region) == strlen(lowest) && strcmp(region, lowest) < 0))
                lowest = region;
        }
        if (lowest != NULL)
            return lowest;
        home = home == NULL ? one->home : home;
    }
    return elsewhere != NULL ? elsewhere : home;
}

static char *
make_id(const char *name, const char *qualifier)
{
    return qualifier == NULL ? g_strdup_printf("person:%s", name)
                             : g_strdup_printf("person:%s@%s", name, qualifier);
}

/* The walk that tells @cluster from others: the first by strcmp, not that of office; NULL where it has none.
 */
static const char *
telling_walk(const RenIdentity *identity, const RenCluster *cluster)
{
    const char *office = ren_walks_default(identity->walks, "(office)"), *first = NULL;
    GHashTableIter iter;
    gpointer walk;
    g_hash_table_iter_init(&iter, cluster->walks);
    while (g_hash_table_iter_next(&iter, &walk, NULL))
        if (!g_str_equal(walk, office) && (first == NULL || strcmp(walk, first) < 0))
            first = walk;
    return g_hash_table_contains(cluster->walks, office) ? NULL : first;
}

static char *
with_walk(const char *label, const char *walk)
{
    return label == NULL ? g_strdup(walk) : g_strdup_printf("%s·%s", label, walk);
}

static int
rank(const RenIdentity *identity, const RenCluster *cluster)
{
    if (ren_cluster_holds_office(identity->evidence, cluster))
        return 0;
    if (g_hash_table_contains(cluster->walks, ren_walks_default(identity->walks, "(reporter)")))
        return 3;
    return cluster->posted ? 1 : 2;
}

static int
compare_clusters(gconstpointer x, gconstpointer y, gpointer identity)
{
    const RenCluster *a = *(RenCluster *const *)x, *b = *(RenCluster *const *)y;
    int order = rank(identity, a) - rank(identity, b);
    return order != 0 ? order : ren_case_compare(&a->cases->pdata[0], &b->cases->pdata[0]);
}

/* The id of @cluster that none of @taken is: the plainest that is left. */
static char *
free_id(const RenIdentity *identity, const RenCluster *cluster, GHashTable *taken)
{
    const RenCase *first = cluster->cases->pdata[0];
    g_autofree char *label = label_of_region(identity, region_of(identity, cluster));
    char *id = make_id(first->name, label);
    if (!g_hash_table_contains(taken, id))
        return id;
    const char *walk = telling_walk(identity, cluster);
    if (walk != NULL) {
        g_free(id);
        g_autofree char *qualifier = with_walk(label, walk);
        id = make_id(first->name, qualifier);
        if (!g_hash_table_contains(taken, id))
            return id;
    }
    for (guint i = 0; i < cluster->cases->len; i++) {
        const RenCase *one = cluster->cases->pdata[i];
        for (guint k = 0; k < one->posts->len; k++) {
            const char *org = g_array_index(one->posts, RenCasePost, k).org;
            if (org == NULL)
                continue;
            g_free(id);
            g_autofree char *qualifier = ren_reference_name(org);
            id = make_id(first->name, qualifier);
            if (!g_hash_table_contains(taken, id))
                return id;
        }
    }
    g_free(id);
    id = g_strdup_printf("person:%s@%s#%u", first->name, first->doc, first->article);
    if (!g_hash_table_contains(taken, id))
        return id;
    g_free(id);
    return g_strdup_printf("person:%s@%s#%u·%u", first->name, first->doc, first->article, first->person);
}

/* Sets base of all cases. */
static void
name_clusters(const RenIdentity *identity, GPtrArray *clusters)
{
    g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_ptr_array_sort_with_data(clusters, compare_clusters, (gpointer)identity);
    for (guint i = 0; i < clusters->len; i++) {
        const RenCluster *cluster = clusters->pdata[i];
        char *id = free_id(identity, cluster, taken);
        g_hash_table_add(taken, id);
        for (guint k = 0; k < cluster->cases->len; k++) {
            RenCase *one = cluster->cases->pdata[k];
            g_free(one->base);
            one->base = g_strdup(id);
        }
    }
}

/* ---- decisions ---- */

/* Whether the qualifier of a reference is where @one stands: its article, a body or a region with a walk of
 * its posts, or the region by which it would be called alone. */
static gboolean
fits_qualifier(const RenIdentity *identity, const RenCase *one, const char *qualifier)
{
    g_autofree char *article = g_strdup_printf("%s#%u", one->doc, one->article);
    if (g_str_equal(article, qualifier))
        return TRUE;
    g_autofree char *home = label_of_region(identity, one->home);
    gboolean telling = FALSE;
    for (guint k = 0; k < one->posts->len; k++) {
        const RenCasePost *post = &g_array_index(one->posts, RenCasePost, k);
        g_autofree char *org = post->org != NULL ? ren_reference_name(post->org) : NULL;
        g_autofree char *region = label_of_region(identity, post->region != NULL ? post->region : one->home);
        g_autofree char *both = with_walk(region, ren_walks_of_post(identity->walks, post, NULL));
        if (g_strcmp0(org, qualifier) == 0 || g_str_equal(both, qualifier) ||
            g_strcmp0(region, qualifier) == 0)
            return TRUE;
        telling |= post->region != NULL;
    }
    if (one->lay != NULL || one->reporter) {
        g_autofree char *both = with_walk(home, ren_walks_of_case(identity->walks, one));
        if (g_str_equal(both, qualifier))
            return TRUE;
    }
    return !telling && g_strcmp0(home, qualifier) == 0;
}

/* Which of @cases the reference means: those whose cluster bears it as its id, else those that fit it. */
static gboolean
select_cases(const RenIdentity *identity, const GPtrArray *cases, const char *reference, gboolean *selected)
{
    RenKind kind;
    g_autofree char *name = NULL, *qualifier = NULL;
    gboolean has_kind = ren_reference_parse(reference, &kind, &name, &qualifier), any = FALSE;
    memset(selected, 0, cases->len * sizeof *selected);
    if (cases->len == 0 || (has_kind && kind != REN_PERSON) ||
        !g_str_equal(name, ((RenCase *)cases->pdata[0])->name))
        return FALSE;
    for (guint i = 0; i < cases->len; i++)
        any |= selected[i] = g_str_equal(((RenCase *)cases->pdata[i])->base, reference);
    for (guint i = 0; !any && i < cases->len; i++)
        selected[i] = qualifier == NULL || fits_qualifier(identity, cases->pdata[i], qualifier);
    for (guint i = 0; i < cases->len; i++)
        any |= selected[i];
    return any;
}

/* Takes from the larger of two selections what the smaller one means; FALSE where they cross. */
static gboolean
part(gboolean *a, gboolean *b, guint n)
{
    guint both = 0, only_a = 0, only_b = 0;
    for (guint i = 0; i < n; i++) {
        both += a[i] && b[i];
        only_a += a[i] && !b[i];
        only_b += b[i] && !a[i];
    }
    if (both == 0)
        return TRUE;
    if ((only_a > 0) == (only_b > 0))
        return FALSE;
    for (guint i = 0; i < n; i++) {
        gboolean shared = a[i] && b[i];
        if (shared && only_a > 0)
            a[i] = FALSE;
        else if (shared)
            b[i] = FALSE;
    }
    return TRUE;
}

/* A bit for each. */
#define MOST_DIFFERENCES 64

/* The sides that the user's differences put @cases on, two words of bits for each; NULL where there are none.
 */
static guint64 *
take_sides(const RenIdentity *identity, const GPtrArray *cases, GPtrArray *problems)
{
    const GPtrArray *different = ren_decisions_get_different(identity->decisions);
    g_autofree gboolean *a = g_new(gboolean, cases->len);
    g_autofree gboolean *b = g_new(gboolean, cases->len);
    guint64 *sides = NULL;
    guint bit = 0;
    for (guint d = 0; d < different->len; d++) {
        const RenDifference *difference = different->pdata[d];
        if (!select_cases(identity, cases, difference->a, a) ||
            !select_cases(identity, cases, difference->b, b))
            continue;
        gboolean apart = part(a, b, cases->len);
        if (!apart || bit == MOST_DIFFERENCES) {
            if (problems != NULL)
                g_ptr_array_add(
                    problems,
                    g_strdup_printf(
                        apart ? _("%s: '%s' and '%s' are one pair too many of this name: 64 are heeded")
                              : _("%s: '%s' and '%s' mean the same mentions here: name an article "
                                  "(person:NAME@DOC#N), a body or a walk of life instead"),
                        difference->where, difference->a, difference->b));
            continue;
        }
        if (sides == NULL)
            sides = g_new0(guint64, 2 * cases->len);
        for (guint i = 0; i < cases->len; i++) {
            sides[2 * i] |= (guint64)a[i] << bit;
            sides[2 * i + 1] |= (guint64)b[i] << bit;
        }
        bit++;
    }
    return sides;
}

/* The references that may stand for @one in a decision, the most exact first. */
static GPtrArray *
keys_of(const RenIdentity *identity, const RenCase *one, GHashTable *ids)
{
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *home = label_of_region(identity, one->home);
    g_ptr_array_add(keys, g_strdup_printf("person:%s@%s#%u", one->name, one->doc, one->article));
    for (guint i = 0; i < one->posts->len; i++) {
        const RenCasePost *post = &g_array_index(one->posts, RenCasePost, i);
        g_autofree char *region = label_of_region(identity, post->region != NULL ? post->region : one->home);
        g_autofree char *both = with_walk(region, ren_walks_of_post(identity->walks, post, NULL));
        g_ptr_array_add(keys, make_id(one->name, both));
        if (post->org != NULL) {
            g_autofree char *org = ren_reference_name(post->org);
            g_ptr_array_add(keys, make_id(one->name, org));
        }
        if (region != NULL)
            g_ptr_array_add(keys, make_id(one->name, region));
    }
    if (one->lay != NULL || one->reporter) {
        g_autofree char *both = with_walk(home, ren_walks_of_case(identity->walks, one));
        g_ptr_array_add(keys, make_id(one->name, both));
    } else if (one->posts->len == 0 && home != NULL) {
        g_ptr_array_add(keys, make_id(one->name, home));
    }
    /* What is another person's id is none of this one's. */
    for (guint i = keys->len; i > 0; i--)
        if (!g_str_equal(keys->pdata[i - 1], one->base) && g_hash_table_contains(ids, keys->pdata[i - 1]))
            g_ptr_array_remove_index(keys, i - 1);
    g_ptr_array_add(keys, make_id(one->name, NULL));
    g_ptr_array_add(keys, g_strdup(one->name));
    return keys;
}

/* Sets entity, kind and called of all cases, each of a base cluster as its first decided case says. */
static void
settle(const RenIdentity *identity, const GPtrArray *cases)
{
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < cases->len; i++)
        g_hash_table_add(ids, ((RenCase *)cases->pdata[i])->base);
    g_autoptr(GHashTable) decided = g_hash_table_new(g_str_hash, g_str_equal); /* base → RenCase */
    for (guint i = 0; i < cases->len; i++) {
        RenCase *one = cases->pdata[i];
        if (g_hash_table_contains(decided, one->base))
            continue;
        g_autoptr(GPtrArray) keys = keys_of(identity, one, ids);
        one->entity = ren_decisions_settle(identity->decisions, one->base, keys, &one->kind, &one->called);
        if (one->entity == NULL || !g_str_equal(one->entity, one->base) || one->called != NULL)
            g_hash_table_insert(decided, one->base, one);
    }
    for (guint i = 0; i < cases->len; i++) {
        RenCase *one = cases->pdata[i];
        const RenCase *first = g_hash_table_lookup(decided, one->base);
        if (first == NULL || first == one)
            continue;
        g_free(one->entity);
        g_free(one->called);
        one->entity = g_strdup(first->entity);
        one->called = g_strdup(first->called);
        one->kind = first->kind;
    }
}

void
ren_identity_resolve(const RenIdentity *identity, GPtrArray *cases, GPtrArray *problems)
{
    g_ptr_array_sort(cases, ren_case_compare);
    for (guint i = 0; i < cases->len; i++) {
        RenCase *one = cases->pdata[i];
        g_clear_pointer(&one->base, g_free);
        g_clear_pointer(&one->entity, g_free);
        g_clear_pointer(&one->called, g_free);
        one->kind = REN_PERSON;
    }
    GPtrArray *clusters = ren_clusters_grow(identity->evidence, cases, NULL);
    name_clusters(identity, clusters);
    gboolean concerned =
        cases->len > 0 && ren_decisions_concern(identity->decisions, ((RenCase *)cases->pdata[0])->name);
    g_autofree guint64 *sides = concerned ? take_sides(identity, cases, problems) : NULL;
    if (sides != NULL) {
        g_ptr_array_set_free_func(clusters, (GDestroyNotify)ren_cluster_free);
        g_ptr_array_unref(clusters);
        clusters = ren_clusters_grow(identity->evidence, cases, sides);
        name_clusters(identity, clusters);
    }
    g_ptr_array_set_free_func(clusters, (GDestroyNotify)ren_cluster_free);
    g_ptr_array_unref(clusters);
    if (concerned) {
        settle(identity, cases);
        return;
    }
    for (guint i = 0; i < cases->len; i++) {
        RenCase *one = cases->pdata[i];
        one->entity = g_strdup(one->base);
    }
}

gboolean
ren_identity_walks_part(const RenIdentity *identity, const char *lay, const RenCasePost *post)
{
    return ren_walks_apart(identity->walks, ren_walks_of_trade(identity->walks, lay),
                           ren_walks_of_post(identity->walks, post, NULL));
}

gboolean
ren_identity_posts_part(const RenIdentity *identity, const RenCasePost *a, const RenCasePost *b)
{
    return ren_walks_apart(identity->walks, ren_walks_of_post(identity->walks, a, NULL),
                           ren_walks_of_post(identity->walks, b, NULL));
}

/* ---- what people are told ---- */

char *
ren_identity_doubt(const RenIdentity *identity, GPtrArray *cases, char *bodies[2])
{
    g_ptr_array_sort(cases, ren_case_compare);
    return ren_clusters_doubt(identity->evidence, cases, bodies);
}

char *
ren_identity_reference(const RenIdentity *identity, GPtrArray *cases, const char *id)
{
    RenCluster *cluster = ren_cluster_of(identity->evidence, cases);
    const char *walk = telling_walk(identity, cluster);
    RenKind kind;
    g_autofree char *name = NULL, *qualifier = NULL;
    ren_reference_parse(id, &kind, &name, &qualifier);
    g_autofree char *label = label_of_region(identity, region_of(identity, cluster));
    g_autofree char *both = walk == NULL ? NULL : with_walk(label, walk);
    char *reference = both == NULL || g_strcmp0(qualifier, label) != 0 ? g_strdup(id) : make_id(name, both);
    ren_cluster_free(cluster);
    return reference;
}
