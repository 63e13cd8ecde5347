#include "resolve/identity.h"

#include <math.h>
#include <string.h>

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

/* What a row of rules/walks.tsv says. */
typedef struct {
    char *name;      /* owned; "" where it tells of no walk */
    gboolean beside; /* held beside others */
} Walk;

static void
walk_free(Walk *walk)
{
    g_free(walk->name);
    g_free(walk);
}

struct _RenIdentity {
    const RenLexicon *lexicon;     /* borrowed */
    const RenDecisions *decisions; /* borrowed */
    double weights[N_EVIDENCE];
    GHashTable *walk_of_word; /* owned; word → Walk */
    GHashTable *with;         /* owned; "walk walk" as a set: the two go together */
};

RenCase *
ren_case_new(void)
{
    RenCase *one = g_new0(RenCase, 1);
    one->posts = g_array_new(FALSE, FALSE, sizeof(RenCasePost));
    one->companions = g_ptr_array_new();
    return one;
}

void
ren_case_free(RenCase *one)
{
    if (one == NULL)
        return;
    g_array_unref(one->posts);
    g_ptr_array_unref(one->companions);
    g_free(one->base);
    g_free(one->entity);
    g_free(one->called);
    g_free(one);
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

/* ---- the tables ---- */

static gboolean
load_weights(RenIdentity *identity, const char *path, GError **error)
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
            return ren_tsv_fail(tsv, i, error, "unknown evidence '%s'", cells[0]);
        identity->weights[n] = g_ascii_strtod(cells[1], NULL);
    }
    return tsv != NULL;
}

static gboolean
load_walks(RenIdentity *identity, const char *path, GError **error)
{
    static const char *const columns[] = {"word", "walk", "with", "beside", NULL};
    g_autoptr(RenTsv) tsv = ren_tsv_read(path, columns, error);
    for (guint i = 0; tsv != NULL && i < tsv->rows->len; i++) {
        char **cells = tsv->rows->pdata[i];
        if (*cells[0] == '\0')
            return ren_tsv_fail(tsv, i, error, "the word is missing");
        Walk *walk = g_new(Walk, 1);
        *walk = (Walk){g_strdup(cells[1]), *cells[1] == '\0' || g_str_equal(cells[3], "1")};
        g_hash_table_insert(identity->walk_of_word, g_strdup(cells[0]), walk);
        g_auto(GStrv) with = g_strsplit(cells[2], " ", -1);
        for (guint k = 0; with[k] != NULL; k++) {
            g_hash_table_add(identity->with, g_strdup_printf("%s %s", cells[1], with[k]));
            g_hash_table_add(identity->with, g_strdup_printf("%s %s", with[k], cells[1]));
        }
    }
    return tsv != NULL;
}

RenIdentity *
ren_identity_new(const RenLexicon *lexicon, const RenDecisions *decisions, GError **error)
{
    g_autoptr(RenIdentity) identity = g_new0(RenIdentity, 1);
    identity->lexicon = lexicon;
    identity->decisions = decisions;
    identity->walk_of_word =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)walk_free);
    identity->with = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const char *const *dirs = ren_lexicon_get_dirs(lexicon);
    for (guint i = 0; dirs[i] != NULL; i++) {
        g_autofree char *weights = g_build_filename(dirs[i], "rules", "identity.tsv", NULL);
        g_autofree char *walks = g_build_filename(dirs[i], "rules", "walks.tsv", NULL);
        if ((g_file_test(weights, G_FILE_TEST_EXISTS) && !load_weights(identity, weights, error)) ||
            (g_file_test(walks, G_FILE_TEST_EXISTS) && !load_walks(identity, walks, error)))
            return NULL;
    }
    return g_steal_pointer(&identity);
}

void
ren_identity_free(RenIdentity *identity)
{
    if (identity == NULL)
        return;
    g_hash_table_unref(identity->walk_of_word);
    g_hash_table_unref(identity->with);
    g_free(identity);
}

/* ---- posts ---- */

/* The walk of the longest end of @text that the table has; NULL where it has none. */
static const Walk *
walk_of_end(const RenIdentity *identity, const char *text)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        const Walk *walk = g_hash_table_lookup(identity->walk_of_word, p);
        if (walk != NULL)
            return walk;
    }
    return NULL;
}

/* The walk in brackets called @what. */
static const char *
default_walk(const RenIdentity *identity, const char *what)
{
    const Walk *walk = g_hash_table_lookup(identity->walk_of_word, what);
    return walk != NULL ? walk->name : "";
}

/* The name in the id @org, without kind and qualifier; owned by the caller. */
static char *
name_in(const char *org)
{
    RenKind kind;
    char *name;
    g_autofree char *qualifier = NULL;
    ren_reference_parse(org, &kind, &name, &qualifier);
    return name;
}

/* The walk of life of @post, "" where nothing tells; @beside, which may be NULL, gets whether it is held
 * beside others. */
static const char *
walk_of_post(const RenIdentity *identity, const RenCasePost *post, gboolean *beside)
{
    const Walk *walk = walk_of_end(identity, post->title);
    g_autofree char *org = post->org != NULL ? name_in(post->org) : NULL;
    if (walk == NULL && org != NULL)
        walk = walk_of_end(identity, org);
    if (beside != NULL)
        *beside = walk != NULL && walk->beside;
    if (walk != NULL)
        return walk->name;
    if (org != NULL && g_str_has_prefix(post->org, "company:"))
        return default_walk(identity, "(company)");
    return org != NULL && post->region != NULL ? default_walk(identity, "(office)") : "";
}

static const char *
walk_of_trade(const RenIdentity *identity, const char *lay)
{
    const Walk *walk = walk_of_end(identity, lay);
    return walk != NULL ? walk->name : default_walk(identity, "(lay)");
}

/* The walk of one who has a trade or only stands in bylines. */
static const char *
walk_of_case(const RenIdentity *identity, const RenCase *one)
{
    return one->reporter ? default_walk(identity, "(reporter)") : walk_of_trade(identity, one->lay);
}

static gboolean
is_place(const RenIdentity *identity, const char *region)
{
    return region != NULL && ren_lexicon_find_place(identity->lexicon, region) != 0;
}

/* ---- clusters ---- */

/* A body that a person heads or works in, and when. */
typedef struct {
    const char *org;
    const char *first;
    const char *last;
} Tenure;

typedef struct {
    GPtrArray *cases;    /* owned; of RenCase, borrowed, in order */
    GHashTable *orgs;    /* owned; set of ids */
    GHashTable *regions; /* owned; set of paths, of posts that bind to a region */
    GHashTable *homes;   /* owned; set of paths; "" for papers without */
    GHashTable *walks;   /* owned; set */
    GHashTable *people;  /* owned; set of companions, filled where it is needed */
    GArray *tenures;     /* owned; of Tenure: bodies that cannot be served at once with another */
    guint64 against;     /* bit i: stands on the first side of difference i */
    guint64 with;        /* bit i: on the second */
    gboolean posted;     /* has a post or a trade */
    const char *ended;   /* the date of the last case with a post, where all its posts have ended; or NULL */
} Cluster;

static Cluster *
cluster_new(void)
{
    Cluster *cluster = g_new0(Cluster, 1);
    cluster->cases = g_ptr_array_new();
    cluster->orgs = g_hash_table_new(g_str_hash, g_str_equal);
    cluster->regions = g_hash_table_new(g_str_hash, g_str_equal);
    cluster->homes = g_hash_table_new(g_str_hash, g_str_equal);
    cluster->walks = g_hash_table_new(g_str_hash, g_str_equal);
    cluster->tenures = g_array_new(FALSE, FALSE, sizeof(Tenure));
    return cluster;
}

static void
cluster_free(Cluster *cluster)
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
add_tenure(Cluster *cluster, const char *org, const char *first, const char *last)
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
add_walk(Cluster *cluster, const char *walk)
{
    if (*walk != '\0')
        g_hash_table_add(cluster->walks, (gpointer)walk);
}

static void
add_post(const RenIdentity *identity, Cluster *cluster, const RenCasePost *post, const char *date)
{
    gboolean beside;
    const char *walk = walk_of_post(identity, post, &beside);
    add_walk(cluster, walk);
    if (post->org != NULL)
        g_hash_table_add(cluster->orgs, (gpointer)post->org);
    /* 全国人大代表 does not take anybody out of a district. */
    if (post->region != NULL && (*walk != '\0' || is_place(identity, post->region)))
        g_hash_table_add(cluster->regions, (gpointer)post->region);
    if (!beside && *walk != '\0' && post->org != NULL && date != NULL && post->tense == REN_TENSE_HELD)
        add_tenure(cluster, post->org, date, date);
}

static void
add_case(const RenIdentity *identity, Cluster *cluster, RenCase *one)
{
    g_ptr_array_add(cluster->cases, one);
    g_hash_table_add(cluster->homes, (gpointer)(one->home != NULL ? one->home : ""));
    gboolean held = FALSE;
    for (guint i = 0; i < one->posts->len; i++) {
        const RenCasePost *post = &g_array_index(one->posts, RenCasePost, i);
        add_post(identity, cluster, post, one->date);
        held |= post->tense != REN_TENSE_ENDED;
    }
    if (one->posts->len == 0 && (one->reporter || one->lay != NULL))
        add_walk(cluster, walk_of_case(identity, one));
    cluster->posted |= one->posts->len > 0 || one->lay != NULL || one->reporter;
    if (one->date != NULL && one->posts->len > 0)
        cluster->ended = held ? NULL : one->date;
}

static int
compare_text(const char *a, const char *b)
{
    /* What has no date comes last. */
    return a == NULL || b == NULL ? (a == NULL) - (b == NULL) : strcmp(a, b);
}

static int
compare_cases(gconstpointer x, gconstpointer y)
{
    const RenCase *a = *(RenCase *const *)x, *b = *(RenCase *const *)y;
    int order = compare_text(a->date, b->date);
    if (order == 0)
        order = strcmp(a->doc, b->doc);
    if (order == 0)
        order = a->article < b->article ? -1 : a->article > b->article;
    return order != 0 ? order : a->person < b->person ? -1 : a->person > b->person;
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

/* Moves all of @from into @into and frees it. */
static void
absorb(Cluster *into, Cluster *from)
{
    const RenCase *last_into = into->cases->pdata[into->cases->len - 1];
    const RenCase *last_from = from->cases->pdata[from->cases->len - 1];
    if (compare_text(last_from->date, last_into->date) > 0)
        into->ended = from->ended;
    for (guint i = 0; i < from->cases->len; i++)
        g_ptr_array_add(into->cases, from->cases->pdata[i]);
    g_ptr_array_sort(into->cases, compare_cases);
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
    cluster_free(from);
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

/* Whether a region of @a lies in one of @b or the other way round. */
static gboolean
are_nested(GHashTable *a, GHashTable *b)
{
    GHashTableIter i, k;
    gpointer x, y;
    g_hash_table_iter_init(&i, a);
    while (g_hash_table_iter_next(&i, &x, NULL)) {
        g_hash_table_iter_init(&k, b);
        while (g_hash_table_iter_next(&k, &y, NULL))
            if (is_within(x, y) || is_within(y, x))
                return TRUE;
    }
    return FALSE;
}

/* Whether two walks, both known, have nothing to do with each other. */
static gboolean
are_apart(const RenIdentity *identity, const char *a, const char *b)
{
    g_autofree char *pair = g_strdup_printf("%s %s", a, b);
    return *a != '\0' && *b != '\0' && !g_str_equal(a, b) && !g_hash_table_contains(identity->with, pair);
}

/* Likewise each of two sets. */
static gboolean
walks_part(const RenIdentity *identity, GHashTable *a, GHashTable *b)
{
    GHashTableIter i, k;
    gpointer x, y;
    if (g_hash_table_size(a) == 0 || g_hash_table_size(b) == 0)
        return FALSE;
    g_hash_table_iter_init(&i, a);
    while (g_hash_table_iter_next(&i, &x, NULL)) {
        g_hash_table_iter_init(&k, b);
        while (g_hash_table_iter_next(&k, &y, NULL))
            if (!are_apart(identity, x, y))
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
find_rival(const Cluster *a, const Cluster *b, const Tenure **other)
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
has_left(const Cluster *a, const Cluster *b)
{
    const RenCase *first = b->cases->pdata[0];
    return a->ended != NULL && first->date != NULL && strcmp(a->ended, first->date) <= 0;
}

static gboolean
share_article(const Cluster *a, const Cluster *b)
{
    for (guint i = 0, k = 0; i < a->cases->len && k < b->cases->len;) {
        const RenCase *x = a->cases->pdata[i], *y = b->cases->pdata[k];
        if (x->article == y->article && g_str_equal(x->doc, y->doc))
            return TRUE;
        if (compare_cases(&x, &y) < 0)
            i++;
        else
            k++;
    }
    return FALSE;
}

static gboolean
any_place(const RenIdentity *identity, GHashTable *regions)
{
    GHashTableIter iter;
    gpointer region;
    g_hash_table_iter_init(&iter, regions);
    while (g_hash_table_iter_next(&iter, &region, NULL))
        if (is_place(identity, region))
            return TRUE;
    return FALSE;
}

static double
region_evidence(const RenIdentity *identity, const Cluster *a, const Cluster *b)
{
    gboolean x = g_hash_table_size(a->regions) > 0, y = g_hash_table_size(b->regions) > 0;
    if (!x || !y) {
        /* Who holds a post of the whole country, or of another one, may be named in any paper. */
        if ((x && !any_place(identity, a->regions)) || (y && !any_place(identity, b->regions)))
            return identity->weights[SEEN_HERE];
        /* The paper's region stands for the one that no post tells. */
        if (share(x ? a->regions : a->homes, y ? b->regions : b->homes))
            return identity->weights[HOME];
        return identity->weights[share(a->homes, b->homes) ? SEEN_HERE : OTHER_HOME];
    }
    if (share(a->regions, b->regions))
        return identity->weights[SAME_REGION];
    if (are_nested(a->regions, b->regions))
        return identity->weights[NESTED_REGION];
    return identity->weights[OTHER_REGION] + (has_left(a, b) || has_left(b, a) ? identity->weights[LEFT] : 0);
}

/* How much speaks for @a and @b being one person; never where the user, or an article that names both, says
 * that they are two. */
static double
weigh(const RenIdentity *identity, const Cluster *a, const Cluster *b)
{
    if ((a->against & b->with) != 0 || (a->with & b->against) != 0 || share_article(a, b))
        return -INFINITY;
    double sum = region_evidence(identity, a, b);
    if (share(a->orgs, b->orgs))
        sum += identity->weights[SAME_ORG];
    if (walks_part(identity, a->walks, b->walks))
        sum += identity->weights[OTHER_WALK];
    const Tenure *other;
    if (find_rival(a, b, &other) != NULL)
        sum += identity->weights[RIVAL_POSTS];
    return sum;
}

/* ---- growing clusters ---- */

/* Cases that nothing tells apart are one from the start: what they hold, where, and what the user says of
 * them. */
static char *
signature_of(const RenIdentity *identity, const RenCase *one, guint64 against, guint64 with)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < one->posts->len; i++) {
        const RenCasePost *post = &g_array_index(one->posts, RenCasePost, i);
        g_ptr_array_add(parts,
                        g_strdup_printf("%s/%s/%s/%d", post->org != NULL ? post->org : "-",
                                        post->region != NULL ? post->region : "-",
                                        walk_of_post(identity, post, NULL), post->tense == REN_TENSE_ENDED));
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
seed(const RenIdentity *identity, const GPtrArray *cases, const guint64 *sides)
{
    GPtrArray *clusters = g_ptr_array_new();
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < cases->len; i++) {
        RenCase *one = cases->pdata[i];
        guint64 against = sides != NULL ? sides[2 * i] : 0, with = sides != NULL ? sides[2 * i + 1] : 0;
        if (one->posts->len == 0 && one->lay == NULL && !one->reporter && (against | with) == 0)
            continue;
        char *signature = signature_of(identity, one, against, with);
        Cluster *cluster = g_hash_table_lookup(known, signature);
        /* Two of one article are two. */
        const RenCase *last = cluster != NULL ? cluster->cases->pdata[cluster->cases->len - 1] : NULL;
        if (cluster == NULL || (last->article == one->article && g_str_equal(last->doc, one->doc))) {
            cluster = cluster_new();
            cluster->against = against;
            cluster->with = with;
            g_ptr_array_add(clusters, cluster);
        }
        g_hash_table_insert(known, signature, cluster);
        add_case(identity, cluster, one);
    }
    return clusters;
}

/* Joins each cluster, in order, to the best one before it. */
static void
join_in_order(const RenIdentity *identity, GPtrArray *clusters)
{
    for (guint i = 1; i < clusters->len;) {
        Cluster *cluster = clusters->pdata[i];
        guint best = i;
        double most = 0;
        for (guint k = 0; k < i; k++) {
            double sum = weigh(identity, clusters->pdata[k], cluster);
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
join_best(const RenIdentity *identity, GPtrArray *clusters)
{
    if (clusters->len > MANY_CLUSTERS)
        join_in_order(identity, clusters);
    for (;;) {
        guint a = 0, b = 0;
        double most = 0;
        for (guint i = 0; i < clusters->len; i++) {
            for (guint k = i + 1; k < clusters->len; k++) {
                double sum = weigh(identity, clusters->pdata[i], clusters->pdata[k]);
                if (sum > most) {
                    most = sum;
                    a = i;
                    b = k;
                }
            }
        }
        if (most <= 0)
            return;
        Cluster *second = clusters->pdata[b];
        g_ptr_array_remove_index(clusters, b);
        absorb(clusters->pdata[a], second);
    }
}

/* Names that are known beside @cluster. */
static GHashTable *
people_of(Cluster *cluster)
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
count_companions(const GPtrArray *clusters, Cluster *cluster, const RenCase *one)
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

static gboolean
holds_office(const RenIdentity *identity, const Cluster *cluster)
{
    return g_hash_table_contains(cluster->walks, default_walk(identity, "(office)"));
}

/* Gives every case that stands by its name alone to the cluster that it fits best. */
static void
place_bare_cases(const RenIdentity *identity, const GPtrArray *cases, const guint64 *sides,
                 GPtrArray *clusters)
{
    guint posted = clusters->len; /* the clusters of bare names alone stand behind */
    for (guint i = 0; i < cases->len; i++) {
        RenCase *one = cases->pdata[i];
        if (one->posts->len > 0 || one->lay != NULL || one->reporter ||
            (sides != NULL && (sides[2 * i] | sides[2 * i + 1]) != 0))
            continue;
        Cluster *bare = cluster_new();
        add_case(identity, bare, one);
        Cluster *best = NULL;
        double most = 0;
        for (guint k = 0; k < clusters->len; k++) {
            Cluster *cluster = clusters->pdata[k];
            double sum = weigh(identity, cluster, bare);
            if (k < posted && sum > -INFINITY)
                sum += identity->weights[COMPANION] * count_companions(clusters, cluster, one);
            if (holds_office(identity, cluster))
                sum += identity->weights[UNTITLED];
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

static GPtrArray *
grow(const RenIdentity *identity, const GPtrArray *cases, const guint64 *sides)
{
    GPtrArray *clusters = seed(identity, cases, sides);
    join_best(identity, clusters);
    place_bare_cases(identity, cases, sides, clusters);
    return clusters;
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
region_of(const RenIdentity *identity, const Cluster *cluster)
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
telling_walk(const RenIdentity *identity, const Cluster *cluster)
{
    const char *office = default_walk(identity, "(office)"), *first = NULL;
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
rank(const RenIdentity *identity, const Cluster *cluster)
{
    if (holds_office(identity, cluster))
        return 0;
    if (g_hash_table_contains(cluster->walks, default_walk(identity, "(reporter)")))
        return 3;
    return cluster->posted ? 1 : 2;
}

static int
compare_clusters(gconstpointer x, gconstpointer y, gpointer identity)
{
    const Cluster *a = *(Cluster *const *)x, *b = *(Cluster *const *)y;
    int order = rank(identity, a) - rank(identity, b);
    return order != 0 ? order : compare_cases(&a->cases->pdata[0], &b->cases->pdata[0]);
}

/* The id of @cluster that none of @taken is: the plainest that is left. */
static char *
free_id(const RenIdentity *identity, const Cluster *cluster, GHashTable *taken)
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
            g_autofree char *qualifier = name_in(org);
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
        const Cluster *cluster = clusters->pdata[i];
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
        g_autofree char *org = post->org != NULL ? name_in(post->org) : NULL;
        g_autofree char *region = label_of_region(identity, post->region != NULL ? post->region : one->home);
        g_autofree char *both = with_walk(region, walk_of_post(identity, post, NULL));
        if (g_strcmp0(org, qualifier) == 0 || g_str_equal(both, qualifier) ||
            g_strcmp0(region, qualifier) == 0)
            return TRUE;
        telling |= post->region != NULL;
    }
    if (one->lay != NULL || one->reporter) {
        g_autofree char *both = with_walk(home, walk_of_case(identity, one));
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
        if (!part(a, b, cases->len) || bit == 64) {
            if (problems != NULL)
                g_ptr_array_add(
                    problems,
                    g_strdup_printf("%s: '%s' and '%s' mean the same mentions here: name an article "
                                    "(person:NAME@DOC#N), a body or a walk of life instead",
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
        g_autofree char *both = with_walk(region, walk_of_post(identity, post, NULL));
        g_ptr_array_add(keys, make_id(one->name, both));
        if (post->org != NULL) {
            g_autofree char *org = name_in(post->org);
            g_ptr_array_add(keys, make_id(one->name, org));
        }
        if (region != NULL)
            g_ptr_array_add(keys, make_id(one->name, region));
    }
    if (one->lay != NULL || one->reporter) {
        g_autofree char *both = with_walk(home, walk_of_case(identity, one));
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
    g_ptr_array_sort(cases, compare_cases);
    for (guint i = 0; i < cases->len; i++) {
        RenCase *one = cases->pdata[i];
        g_clear_pointer(&one->base, g_free);
        g_clear_pointer(&one->entity, g_free);
        g_clear_pointer(&one->called, g_free);
        one->kind = REN_PERSON;
    }
    GPtrArray *clusters = grow(identity, cases, NULL);
    name_clusters(identity, clusters);
    gboolean concerned =
        cases->len > 0 && ren_decisions_concern(identity->decisions, ((RenCase *)cases->pdata[0])->name);
    g_autofree guint64 *sides = concerned ? take_sides(identity, cases, problems) : NULL;
    if (sides != NULL) {
        g_ptr_array_set_free_func(clusters, (GDestroyNotify)cluster_free);
        g_ptr_array_unref(clusters);
        clusters = grow(identity, cases, sides);
        name_clusters(identity, clusters);
    }
    g_ptr_array_set_free_func(clusters, (GDestroyNotify)cluster_free);
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
    return are_apart(identity, walk_of_trade(identity, lay), walk_of_post(identity, post, NULL));
}

gboolean
ren_identity_posts_part(const RenIdentity *identity, const RenCasePost *a, const RenCasePost *b)
{
    return are_apart(identity, walk_of_post(identity, a, NULL), walk_of_post(identity, b, NULL));
}

/* ---- what people are told ---- */

static char *
list_set(GHashTable *set)
{
    g_autoptr(GList) keys = g_list_sort(g_hash_table_get_keys(set), (GCompareFunc)g_strcmp0);
    g_autoptr(GString) text = g_string_new(NULL);
    for (GList *i = keys; i != NULL; i = i->next)
        g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "", (char *)i->data);
    return g_strdup(text->str);
}

/* Whether posts of @a and of @b are in regions apart. */
static gboolean
are_far(const Cluster *a, const Cluster *b)
{
    return g_hash_table_size(a->regions) > 0 && g_hash_table_size(b->regions) > 0 &&
           !are_nested(a->regions, b->regions);
}

/* Whether an article names posts in the regions of both: then it is a move. */
static gboolean
is_bridged(const GPtrArray *seeds, const Cluster *a, const Cluster *b)
{
    for (guint i = 0; i < seeds->len; i++) {
        const Cluster *seed = seeds->pdata[i];
        if (share(seed->regions, a->regions) && share(seed->regions, b->regions))
            return TRUE;
    }
    return FALSE;
}

char *
ren_identity_doubt(const RenIdentity *identity, GPtrArray *cases)
{
    g_ptr_array_sort(cases, compare_cases);
    GPtrArray *seeds = seed(identity, cases, NULL);
    g_ptr_array_set_free_func(seeds, (GDestroyNotify)cluster_free);
    char *doubt = NULL;
    for (guint i = 0; i < seeds->len && doubt == NULL; i++) {
        const Cluster *a = seeds->pdata[i];
        for (guint k = i + 1; k < seeds->len && doubt == NULL; k++) {
            const Cluster *b = seeds->pdata[k];
            const Tenure *y, *x = find_rival(a, b, &y);
            gboolean regions = are_far(a, b) && !is_bridged(seeds, a, b);
            if (!regions && !walks_part(identity, a->walks, b->walks) && x == NULL)
                continue;
            g_autofree char *left = list_set(x != NULL ? a->orgs : regions ? a->regions : a->walks);
            g_autofree char *right = list_set(x != NULL ? b->orgs : regions ? b->regions : b->walks);
            doubt = g_strdup_printf("%s / %s", left, right);
        }
    }
    g_ptr_array_unref(seeds);
    return doubt;
}

char *
ren_identity_reference(const RenIdentity *identity, GPtrArray *cases, const char *id)
{
    Cluster *cluster = cluster_new();
    for (guint i = 0; i < cases->len; i++)
        add_case(identity, cluster, cases->pdata[i]);
    const char *walk = telling_walk(identity, cluster);
    RenKind kind;
    g_autofree char *name = NULL, *qualifier = NULL;
    ren_reference_parse(id, &kind, &name, &qualifier);
    g_autofree char *label = label_of_region(identity, region_of(identity, cluster));
    g_autofree char *both = walk == NULL ? NULL : with_walk(label, walk);
    char *reference = both == NULL || g_strcmp0(qualifier, label) != 0 ? g_strdup(id) : make_id(name, both);
    cluster_free(cluster);
    return reference;
}
