#include "resolve/cluster.h"

#include <math.h>
#include <string.h>

#include "base/message.h"
#include "base/tsv.h"

/* With more groups than this, they are first joined in the order of time: comparing all pairs is cubic. */
#define MANY_CLUSTERS 80
/* So many companions count at most. */
#define MOST_COMPANIONS 3

/* clang-format off */
#define EVIDENCE(X) \
    X(SAME_ORG, "same-org") X(SAME_REGION, "same-region") X(NESTED_REGION, "nested-region") X(OTHER_REGION, "other-region") \
    X(HOME, "home") X(SEEN_HERE, "seen-here") X(OTHER_HOME, "other-home") X(OTHER_WALK, "other-walk") X(RIVAL_POSTS, "rival-posts") X(LEFT, "left") \
    X(COMPANION, "companion") X(UNTITLED, "untitled")
/* clang-format on */
typedef enum {
#define X(id, name) id,
    EVIDENCE(X)
#undef X
        N_EVIDENCE
} Evidence;

struct _RenEvidence {
    const RenLexicon *lexicon; /* borrowed */
    RenWalks *walks;           /* owned */
    double weights[N_EVIDENCE];
};

/* A body that a person heads or works in, and when. */
typedef struct {
    const char *org;
    const char *first;
    const char *last;
} Tenure;

/* ---- the table ---- */

static gboolean
load_weights(RenEvidence *evidence, const char *path, GError **error)
{
    static const char *const columns[] = {"evidence", "weight", NULL};
    static const char *const names[] = {
#define X(id, name) name,
        EVIDENCE(X)
#undef X
    };
    g_autoptr(RenTsv) tsv = ren_tsv_read(path, columns, error);
    for (guint i = 0; tsv != NULL && i < tsv->rows->len; i++) {
        char **cells = tsv->rows->pdata[i];
        guint n = 0;
        while (n < N_EVIDENCE && !g_str_equal(names[n], cells[0]))
            n++;
        if (n == N_EVIDENCE)
            return ren_tsv_fail(tsv, i, error, _("unknown evidence '%s'"), cells[0]);
        evidence->weights[n] = g_ascii_strtod(cells[1], NULL);
    }
    return tsv != NULL;
}

RenEvidence *
ren_evidence_new(const RenLexicon *lexicon, GError **error)
{
    const char *const *dirs = ren_lexicon_get_dirs(lexicon);
    g_autoptr(RenEvidence) evidence = g_new0(RenEvidence, 1);
    evidence->lexicon = lexicon;
    evidence->walks = ren_walks_new(dirs, error);
    if (evidence->walks == NULL)
        return NULL;
    for (guint i = 0; dirs[i] != NULL; i++) {
        g_autofree char *path = g_build_filename(dirs[i], "rules", "identity.tsv", NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS) && !load_weights(evidence, path, error))
            return NULL;
    }
    return g_steal_pointer(&evidence);
}

void
ren_evidence_free(RenEvidence *evidence)
{
    if (evidence == NULL)
        return;
    ren_walks_free(evidence->walks);
    g_free(evidence);
}

const RenWalks *
ren_evidence_get_walks(const RenEvidence *evidence)
{
    return evidence->walks;
}

/* ---- clusters ---- */

static gboolean
is_place(const RenEvidence *evidence, const char *region)
{
    return region != NULL && ren_lexicon_find_place(evidence->lexicon, region) != 0;
}

static RenCluster *
cluster_new(void)
{
    RenCluster *cluster = g_new0(RenCluster, 1);
    cluster->cases = g_ptr_array_new();
    cluster->orgs = g_hash_table_new(g_str_hash, g_str_equal);
    cluster->regions = g_hash_table_new(g_str_hash, g_str_equal);
    cluster->homes = g_hash_table_new(g_str_hash, g_str_equal);
    cluster->walks = g_hash_table_new(g_str_hash, g_str_equal);
    cluster->tenures = g_array_new(FALSE, FALSE, sizeof(Tenure));
    return cluster;
}

void
ren_cluster_free(RenCluster *cluster)
{
    g_ptr_array_unref(cluster->cases);
    g_hash_table_unref(cluster->orgs);
    g_hash_table_unref(cluster->regions);
    g_hash_table_unref(cluster->homes);
    g_hash_table_unref(cluster->walks);
    g_clear_pointer(&cluster->people, g_hash_table_unref);
    g_array_unref(cluster->tenures);
    g_free(cluster);
}

static void
add_tenure(RenCluster *cluster, const char *org, const char *first, const char *last)
{
    for (guint i = 0; i < cluster->tenures->len; i++) {
        Tenure *tenure = &g_array_index(cluster->tenures, Tenure, i);
        if (g_str_equal(tenure->org, org)) {
            tenure->first = strcmp(first, tenure->first) < 0 ? first : tenure->first;
            tenure->last = strcmp(last, tenure->last) > 0 ? last : tenure->last;
            return;
        }
    }
    Tenure tenure = {org, first, last};
    g_array_append_val(cluster->tenures, tenure);
}

static void
add_walk(RenCluster *cluster, const char *walk)
{
    if (*walk != '\0')
        g_hash_table_add(cluster->walks, (gpointer)walk);
}

static void
add_post(const RenEvidence *evidence, RenCluster *cluster, const RenCasePost *post, const char *date)
{
    gboolean beside;
    const char *walk = ren_walks_of_post(evidence->walks, post, &beside);
    add_walk(cluster, walk);
    if (post->org != NULL)
        g_hash_table_add(cluster->orgs, (gpointer)post->org);
    /* 全国人大代表 does not take anybody out of a district. */
    if (post->region != NULL && (*walk != '\0' || is_place(evidence, post->region)))
        g_hash_table_add(cluster->regions, (gpointer)post->region);
    if (!beside && *walk != '\0' && post->org != NULL && date != NULL && post->tense == REN_TENSE_HELD)
        add_tenure(cluster, post->org, date, date);
}

static void
add_case(const RenEvidence *evidence, RenCluster *cluster, RenCase *one)
{
    g_ptr_array_add(cluster->cases, one);
    g_hash_table_add(cluster->homes, (gpointer)(one->home != NULL ? one->home : ""));
    gboolean held = FALSE;
    for (guint i = 0; i < one->posts->len; i++) {
        const RenCasePost *post = &g_array_index(one->posts, RenCasePost, i);
        add_post(evidence, cluster, post, one->date);
        held |= post->tense != REN_TENSE_ENDED;
    }
    if (one->posts->len == 0 && (one->reporter || one->lay != NULL))
        add_walk(cluster, ren_walks_of_case(evidence->walks, one));
    cluster->posted |= one->posts->len > 0 || one->lay != NULL || one->reporter;
    if (one->date != NULL && one->posts->len > 0)
        cluster->ended = held ? NULL : one->date;
}

static void
absorb_set(GHashTable *into, GHashTable *from)
{
    GHashTableIter iter;
    gpointer key;
    g_hash_table_iter_init(&iter, from);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        g_hash_table_add(into, key);
}

/* The last case with a date, or NULL. */
static const RenCase *
last_dated(const RenCluster *cluster)
{
    for (guint i = cluster->cases->len; i > 0; i--) {
        const RenCase *one = cluster->cases->pdata[i - 1];
        if (one->date != NULL)
            return one;
    }
    return NULL;
}

/* Moves all of @from into @into and frees it. */
static void
absorb(RenCluster *into, RenCluster *from)
{
    const RenCase *last_into = last_dated(into), *last_from = last_dated(from);
    if (last_from != NULL && (last_into == NULL || ren_case_compare(&last_from, &last_into) > 0))
        into->ended = from->ended;
    for (guint i = 0; i < from->cases->len; i++)
        g_ptr_array_add(into->cases, from->cases->pdata[i]);
    g_ptr_array_sort(into->cases, ren_case_compare);
    absorb_set(into->orgs, from->orgs);
    absorb_set(into->regions, from->regions);
    absorb_set(into->homes, from->homes);
    absorb_set(into->walks, from->walks);
    for (guint i = 0; i < from->tenures->len; i++) {
        const Tenure *tenure = &g_array_index(from->tenures, Tenure, i);
        add_tenure(into, tenure->org, tenure->first, tenure->last);
    }
    g_clear_pointer(&into->people, g_hash_table_unref);
    into->against |= from->against;
    into->with |= from->with;
    into->posted |= from->posted;
    ren_cluster_free(from);
}

/* ---- evidence ---- */

static gboolean
share(GHashTable *a, GHashTable *b)
{
    GHashTableIter iter;
    gpointer key;
    g_hash_table_iter_init(&iter, a);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        if (g_hash_table_contains(b, key))
            return TRUE;
    return FALSE;
}

static gboolean
is_within(const char *inner, const char *outer)
{
    return g_str_has_prefix(inner, outer);
}

/* Whether @regions hold a region inside @outer: then that is the place that tells. */
static gboolean
holds_inner(GHashTable *regions, const char *outer)
{
    GHashTableIter iter;
    gpointer region;
    g_hash_table_iter_init(&iter, regions);
    while (g_hash_table_iter_next(&iter, &region, NULL))
        if (!g_str_equal(region, outer) && is_within(region, outer))
            return TRUE;
    return FALSE;
}

/* Whether a region of @a lies in one of @b or the other way round. A post in the city joins no two districts.
 */
static gboolean
are_nested(GHashTable *a, GHashTable *b)
{
    GHashTableIter i, k;
    gpointer x, y;
    g_hash_table_iter_init(&i, a);
    while (g_hash_table_iter_next(&i, &x, NULL)) {
        if (holds_inner(a, x))
            continue;
        g_hash_table_iter_init(&k, b);
        while (g_hash_table_iter_next(&k, &y, NULL))
            if (!holds_inner(b, y) && (is_within(x, y) || is_within(y, x)))
                return TRUE;
    }
    return FALSE;
}

/* Likewise each of two sets. */
static gboolean
walks_part(const RenEvidence *evidence, GHashTable *a, GHashTable *b)
{
    GHashTableIter i, k;
    gpointer x, y;
    if (g_hash_table_size(a) == 0 || g_hash_table_size(b) == 0)
        return FALSE;
    g_hash_table_iter_init(&i, a);
    while (g_hash_table_iter_next(&i, &x, NULL)) {
        g_hash_table_iter_init(&k, b);
        while (g_hash_table_iter_next(&k, &y, NULL))
            if (!ren_walks_apart(evidence->walks, x, y))
                return FALSE;
    }
    return TRUE;
}

/* Whether one of two bodies is a part of the other, as far as their names tell. */
static gboolean
is_part(const char *a, const char *b)
{
    const char *x = strchr(a, ':'), *y = strchr(b, ':');
    return x == NULL || y == NULL || g_str_has_prefix(x, y) || g_str_has_prefix(y, x);
}

/* The two tenures that one person cannot have held: each begins or ends within the other. NULL where there
 * are none. */
static const Tenure *
find_rival(const RenCluster *a, const RenCluster *b, const Tenure **other)
{
    for (guint i = 0; i < a->tenures->len; i++) {
        const Tenure *x = &g_array_index(a->tenures, Tenure, i);
        for (guint k = 0; k < b->tenures->len; k++) {
            const Tenure *y = &g_array_index(b->tenures, Tenure, k);
            if (is_part(x->org, y->org))
                continue;
            if ((strcmp(x->first, y->first) < 0 && strcmp(y->first, x->last) < 0) ||
                (strcmp(y->first, x->first) < 0 && strcmp(x->first, y->last) < 0)) {
                *other = y;
                return x;
            }
        }
    }
    return NULL;
}

/* Whether @a has left its post, as an article says, before @b's first one. */
static gboolean
has_left(const RenCluster *a, const RenCluster *b)
{
    const RenCase *first = b->cases->pdata[0];
    return a->ended != NULL && first->date != NULL && strcmp(a->ended, first->date) <= 0;
}

static gboolean
are_of_one_article(const RenCase *a, const RenCase *b)
{
    return a->issue == b->issue && a->article == b->article && g_str_equal(a->doc, b->doc);
}

static gboolean
share_article(const RenCluster *a, const RenCluster *b)
{
    for (guint i = 0, k = 0; i < a->cases->len && k < b->cases->len;) {
        const RenCase *x = a->cases->pdata[i], *y = b->cases->pdata[k];
        if (are_of_one_article(x, y))
            return TRUE;
        if (ren_case_compare(&x, &y) < 0)
            i++;
        else
            k++;
    }
    return FALSE;
}

static gboolean
any_place(const RenEvidence *evidence, GHashTable *regions)
{
    GHashTableIter iter;
    gpointer region;
    g_hash_table_iter_init(&iter, regions);
    while (g_hash_table_iter_next(&iter, &region, NULL))
        if (is_place(evidence, region))
            return TRUE;
    return FALSE;
}

static double
region_evidence(const RenEvidence *evidence, const RenCluster *a, const RenCluster *b)
{
    gboolean x = g_hash_table_size(a->regions) > 0, y = g_hash_table_size(b->regions) > 0;
    if (!x || !y) {
        /* Who holds a post of the whole country, or of another one, may be named in any paper. */
        if ((x && !any_place(evidence, a->regions)) || (y && !any_place(evidence, b->regions)))
            return evidence->weights[SEEN_HERE];
        /* The paper's region stands for the one that no post tells. */
        if (share(x ? a->regions : a->homes, y ? b->regions : b->homes))
            return evidence->weights[HOME];
        return evidence->weights[share(a->homes, b->homes) ? SEEN_HERE : OTHER_HOME];
    }
    if (share(a->regions, b->regions))
        return evidence->weights[SAME_REGION];
    if (are_nested(a->regions, b->regions))
        return evidence->weights[NESTED_REGION];
    return evidence->weights[OTHER_REGION] + (has_left(a, b) || has_left(b, a) ? evidence->weights[LEFT] : 0);
}

/* How much speaks for @a and @b being one person; never where the user, or an article that names both, says
 * that they are two. */
static double
weigh(const RenEvidence *evidence, const RenCluster *a, const RenCluster *b)
{
    if ((a->against & b->with) != 0 || (a->with & b->against) != 0 || share_article(a, b))
        return -INFINITY;
    double sum = region_evidence(evidence, a, b);
    if (share(a->orgs, b->orgs))
        sum += evidence->weights[SAME_ORG];
    if (walks_part(evidence, a->walks, b->walks))
        sum += evidence->weights[OTHER_WALK];
    const Tenure *other;
    if (find_rival(a, b, &other) != NULL)
        sum += evidence->weights[RIVAL_POSTS];
    return sum;
}

/* ---- growing clusters ---- */

/* Cases that nothing tells apart are one from the start: what they hold, where, and what the user says of
 * them. */
static char *
signature_of(const RenEvidence *evidence, const RenCase *one, guint64 against, guint64 with)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < one->posts->len; i++) {
        const RenCasePost *post = &g_array_index(one->posts, RenCasePost, i);
        g_ptr_array_add(parts, g_strdup_printf("%s/%s/%s/%d", post->org != NULL ? post->org : "-",
                                               post->region != NULL ? post->region : "-",
                                               ren_walks_of_post(evidence->walks, post, NULL),
                                               post->tense == REN_TENSE_ENDED));
    }
    g_ptr_array_sort(parts, (GCompareFunc)(gpointer)g_strcmp0);
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_append_printf(text, "%s|%d|%s|%" G_GINT64_MODIFIER "x|%" G_GINT64_MODIFIER "x",
                           one->home != NULL ? one->home : "", one->reporter,
                           one->lay != NULL ? one->lay : "", against, with);
    for (guint i = 0; i < parts->len; i++)
        g_string_append_printf(text, "|%s", (char *)parts->pdata[i]);
    return g_strdup(text->str);
}

/* The posted cases of @cases as small clusters; @sides, which may be NULL, holds two words of bits for each
 * case. */
static GPtrArray *
seed(const RenEvidence *evidence, const GPtrArray *cases, const guint64 *sides)
{
    GPtrArray *clusters = g_ptr_array_new();
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < cases->len; i++) {
        RenCase *one = cases->pdata[i];
        guint64 against = sides != NULL ? sides[2 * i] : 0, with = sides != NULL ? sides[2 * i + 1] : 0;
        if (one->posts->len == 0 && one->lay == NULL && !one->reporter && (against | with) == 0)
            continue;
        char *signature = signature_of(evidence, one, against, with);
        RenCluster *cluster = g_hash_table_lookup(known, signature);
        /* Two of one article are two. */
        const RenCase *last = cluster != NULL ? cluster->cases->pdata[cluster->cases->len - 1] : NULL;
        if (cluster == NULL || are_of_one_article(last, one)) {
            cluster = cluster_new();
            cluster->against = against;
            cluster->with = with;
            g_ptr_array_add(clusters, cluster);
        }
        g_hash_table_insert(known, signature, cluster);
        add_case(evidence, cluster, one);
    }
    return clusters;
}

/* Joins each cluster, in order, to the best one before it. */
static void
join_in_order(const RenEvidence *evidence, GPtrArray *clusters)
{
    for (guint i = 1; i < clusters->len;) {
        RenCluster *cluster = clusters->pdata[i];
        guint best = i;
        double most = 0;
        for (guint k = 0; k < i; k++) {
            double sum = weigh(evidence, clusters->pdata[k], cluster);
            if (sum > most) {
                most = sum;
                best = k;
            }
        }
        if (best == i) {
            i++;
            continue;
        }
        g_ptr_array_remove_index(clusters, i);
        absorb(clusters->pdata[best], cluster);
    }
}

/* Joins the pair with most evidence until none has any. */
static void
join_best(const RenEvidence *evidence, GPtrArray *clusters)
{
    if (clusters->len > MANY_CLUSTERS)
        join_in_order(evidence, clusters);
    for (;;) {
        guint a = 0, b = 0;
        double most = 0;
        for (guint i = 0; i < clusters->len; i++) {
            for (guint k = i + 1; k < clusters->len; k++) {
                double sum = weigh(evidence, clusters->pdata[i], clusters->pdata[k]);
                if (sum > most) {
                    most = sum;
                    a = i;
                    b = k;
                }
            }
        }
        if (most <= 0)
            return;
        RenCluster *second = clusters->pdata[b];
        g_ptr_array_remove_index(clusters, b);
        absorb(clusters->pdata[a], second);
    }
}

/* Names that are known beside @cluster. */
static GHashTable *
people_of(RenCluster *cluster)
{
    if (cluster->people != NULL)
        return cluster->people;
    cluster->people = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < cluster->cases->len; i++) {
        const RenCase *one = cluster->cases->pdata[i];
        for (guint k = 0; k < one->companions->len; k++)
            g_hash_table_add(cluster->people, one->companions->pdata[k]);
    }
    return cluster->people;
}

/* How many companions of @one are known beside @cluster and beside no other one. */
static guint
count_companions(const GPtrArray *clusters, RenCluster *cluster, const RenCase *one)
{
    guint n = 0;
    for (guint i = 0; i < one->companions->len; i++) {
        const char *name = one->companions->pdata[i];
        gboolean own = g_hash_table_contains(people_of(cluster), name), others = FALSE;
        for (guint k = 0; own && k < clusters->len && !others; k++)
            others =
                clusters->pdata[k] != cluster && g_hash_table_contains(people_of(clusters->pdata[k]), name);
        n += own && !others;
    }
    return MIN(n, MOST_COMPANIONS);
}

gboolean
ren_cluster_holds_office(const RenEvidence *evidence, const RenCluster *cluster)
{
    return g_hash_table_contains(cluster->walks, ren_walks_default(evidence->walks, "(office)"));
}

/* Gives every case that stands by its name alone to the cluster that it fits best. */
static void
place_bare_cases(const RenEvidence *evidence, const GPtrArray *cases, const guint64 *sides,
                 GPtrArray *clusters)
{
    guint posted = clusters->len; /* the clusters of bare names alone stand behind */
    for (guint i = 0; i < cases->len; i++) {
        RenCase *one = cases->pdata[i];
        if (one->posts->len > 0 || one->lay != NULL || one->reporter ||
            (sides != NULL && (sides[2 * i] | sides[2 * i + 1]) != 0))
            continue;
        RenCluster *bare = cluster_new();
        add_case(evidence, bare, one);
        RenCluster *best = NULL;
        double most = 0;
        for (guint k = 0; k < clusters->len; k++) {
            RenCluster *cluster = clusters->pdata[k];
            double sum = weigh(evidence, cluster, bare);
            if (k < posted && sum > -INFINITY)
                sum += evidence->weights[COMPANION] * count_companions(clusters, cluster, one);
            if (ren_cluster_holds_office(evidence, cluster))
                sum += evidence->weights[UNTITLED];
            if (sum > most) {
                most = sum;
                best = cluster;
            }
        }
        if (best == NULL)
            g_ptr_array_add(clusters, bare);
        else
            absorb(best, bare);
    }
}

GPtrArray *
ren_clusters_grow(const RenEvidence *evidence, const GPtrArray *cases, const guint64 *sides)
{
    GPtrArray *clusters = seed(evidence, cases, sides);
    join_best(evidence, clusters);
    place_bare_cases(evidence, cases, sides, clusters);
    return clusters;
}

RenCluster *
ren_cluster_of(const RenEvidence *evidence, const GPtrArray *cases)
{
    RenCluster *cluster = cluster_new();
    for (guint i = 0; i < cases->len; i++)
        add_case(evidence, cluster, cases->pdata[i]);
    return cluster;
}

/* ---- doubts ---- */

static char *
list_set(GHashTable *set)
{
    g_autoptr(GList) keys = g_list_sort(g_hash_table_get_keys(set), (GCompareFunc)g_strcmp0);
    g_autoptr(GString) text = g_string_new(NULL);
    for (GList *i = keys; i != NULL; i = i->next)
        g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "", (char *)i->data);
    return g_strdup(text->str);
}

/* The first body of @a by strcmp that is none of @b's, owned by the caller; NULL where there is none. */
static char *
own_body(const RenCluster *a, const RenCluster *b)
{
    g_autoptr(GList) keys = g_list_sort(g_hash_table_get_keys(a->orgs), (GCompareFunc)g_strcmp0);
    for (GList *i = keys; i != NULL; i = i->next)
        if (!g_hash_table_contains(b->orgs, i->data))
            return g_strdup(i->data);
    return NULL;
}

/* Whether posts of @a and of @b are in regions apart. */
static gboolean
are_far(const RenCluster *a, const RenCluster *b)
{
    return g_hash_table_size(a->regions) > 0 && g_hash_table_size(b->regions) > 0 &&
           !are_nested(a->regions, b->regions);
}

/* Whether an article names posts in the regions of both: then it is a move. */
static gboolean
is_bridged(const GPtrArray *seeds, const RenCluster *a, const RenCluster *b)
{
    for (guint i = 0; i < seeds->len; i++) {
        const RenCluster *seed = seeds->pdata[i];
        if (share(seed->regions, a->regions) && share(seed->regions, b->regions))
            return TRUE;
    }
    return FALSE;
}

char *
ren_clusters_doubt(const RenEvidence *evidence, const GPtrArray *cases, char *bodies[2])
{
    bodies[0] = bodies[1] = NULL;
    GPtrArray *seeds = seed(evidence, cases, NULL);
    g_ptr_array_set_free_func(seeds, (GDestroyNotify)ren_cluster_free);
    char *doubt = NULL;
    for (guint i = 0; i < seeds->len && doubt == NULL; i++) {
        const RenCluster *a = seeds->pdata[i];
        for (guint k = i + 1; k < seeds->len && doubt == NULL; k++) {
            const RenCluster *b = seeds->pdata[k];
            const Tenure *y, *x = find_rival(a, b, &y);
            gboolean regions = are_far(a, b) && !is_bridged(seeds, a, b);
            if (!regions && !walks_part(evidence, a->walks, b->walks) && x == NULL)
                continue;
            g_autofree char *left = list_set(x != NULL ? a->orgs : regions ? a->regions : a->walks);
            g_autofree char *right = list_set(x != NULL ? b->orgs : regions ? b->regions : b->walks);
            doubt = g_strdup_printf("%s / %s", left, right);
            bodies[0] = own_body(a, b);
            bodies[1] = own_body(b, a);
        }
    }
    g_ptr_array_unref(seeds);
    return doubt;
}
