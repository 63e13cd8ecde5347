#include "link/comention.h"

#include <string.h>

#include "base/hash.h"

struct _RenComention {
    GStringChunk *strings; /* owned; ids and dates, each once */
    GPtrArray *ids;        /* owned; of const char *, in strings */
    GHashTable *numbers;   /* owned; id → its number in ids */
    GArray *counts;        /* owned; of guint: in how many articles each entity stands */
    GArray *links;         /* owned; of RenLink, in the order in which they were met */
    guint n_articles;      /* with an entity */
    gboolean keep_days;
    GHashTable *pairs; /* owned; guint64 * of the two numbers → index in links + 1 */
};

/* A sentence of an article in which an entity stands. */
typedef struct {
    guint entity;
    guint sentence;
} Place;

RenComention *
ren_comention_new(gboolean keep_days)
{
    RenComention *comention = g_new0(RenComention, 1);
    comention->keep_days = keep_days;
    comention->strings = g_string_chunk_new(4096);
    comention->ids = g_ptr_array_new();
    comention->numbers = g_hash_table_new(g_str_hash, g_str_equal);
    comention->counts = g_array_new(FALSE, TRUE, sizeof(guint));
    comention->links = g_array_new(FALSE, FALSE, sizeof(RenLink));
    comention->pairs = g_hash_table_new_full(ren_hash_pair, g_int64_equal, g_free, NULL);
    return comention;
}

void
ren_comention_free(RenComention *comention)
{
    if (comention == NULL)
        return;
    g_hash_table_unref(comention->pairs);
    for (guint i = 0; i < comention->links->len; i++)
        g_clear_pointer(&g_array_index(comention->links, RenLink, i).days, g_array_unref);
    g_array_unref(comention->links);
    g_array_unref(comention->counts);
    g_hash_table_unref(comention->numbers);
    g_ptr_array_unref(comention->ids);
    g_string_chunk_free(comention->strings);
    g_free(comention);
}

static guint
number_of(RenComention *comention, const char *id)
{
    gpointer known;
    if (g_hash_table_lookup_extended(comention->numbers, id, NULL, &known))
        return GPOINTER_TO_UINT(known);
    guint number = comention->ids->len;
    char *kept = g_string_chunk_insert(comention->strings, id);
    g_ptr_array_add(comention->ids, kept);
    g_array_set_size(comention->counts, number + 1);
    g_hash_table_insert(comention->numbers, kept, GUINT_TO_POINTER(number));
    return number;
}

static int
compare_places(gconstpointer x, gconstpointer y)
{
    const Place *a = x, *b = y;
    if (a->entity != b->entity)
        return a->entity < b->entity ? -1 : 1;
    return a->sentence < b->sentence ? -1 : a->sentence > b->sentence;
}

/* The places of an article, by entity and sentence, each once. */
static GArray *
collect(RenComention *comention, const GArray *appearances)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(Place));
    for (guint i = 0; i < appearances->len; i++) {
        const RenAppearance *appearance = &g_array_index(appearances, RenAppearance, i);
        Place place = {number_of(comention, appearance->entity), appearance->sentence};
        g_array_append_val(places, place);
    }
    g_array_sort(places, compare_places);
    guint n = 0;
    for (guint i = 0; i < places->len; i++) {
        Place place = g_array_index(places, Place, i);
        if (n == 0 || compare_places(&g_array_index(places, Place, n - 1), &place) != 0)
            g_array_index(places, Place, n++) = place;
    }
    g_array_set_size(places, n);
    return places;
}

/* How many sentences the runs that start at @i and @j (each of one entity) have in common; the first of them
 * goes to
 * @first. */
static guint
count_shared(const GArray *places, guint i, guint j, guint *first)
{
    guint shared = 0;
    guint a = g_array_index(places, Place, i).entity, b = g_array_index(places, Place, j).entity;
    *first = G_MAXUINT;
    while (i < places->len && j < places->len) {
        Place x = g_array_index(places, Place, i), y = g_array_index(places, Place, j);
        if (x.entity != a || y.entity != b)
            break;
        if (x.sentence == y.sentence && shared++ == 0)
            *first = x.sentence;
        i += x.sentence <= y.sentence;
        j += y.sentence <= x.sentence;
    }
    return shared;
}

static RenLink *
link_of(RenComention *comention, guint x, guint y)
{
    gboolean ordered = strcmp(comention->ids->pdata[x], comention->ids->pdata[y]) < 0;
    RenLink link = {.a = ordered ? x : y, .b = ordered ? y : x};
    gint64 pair = ((gint64)link.a << 32) | link.b;
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(comention->pairs, &pair));
    if (known == 0) {
        g_array_append_val(comention->links, link);
        known = comention->links->len;
        g_hash_table_insert(comention->pairs, g_memdup2(&pair, sizeof(pair)), GUINT_TO_POINTER(known));
    }
    return &g_array_index(comention->links, RenLink, known - 1);
}

static void
add_day(const RenComention *comention, RenLink *link, const char *date)
{
    if (link->first_seen == NULL || strcmp(date, link->first_seen) < 0)
        link->first_seen = date;
    if (link->last_seen == NULL || strcmp(date, link->last_seen) > 0)
        link->last_seen = date;
    if (!comention->keep_days)
        return;
    if (link->days == NULL)
        link->days = g_array_new(FALSE, FALSE, sizeof(const char *));
    /* Dates are interned: the same day is the same pointer. */
    if (link->days->len == 0 || g_array_index(link->days, const char *, link->days->len - 1) != date)
        g_array_append_val(link->days, date);
}

void
ren_comention_add(RenComention *comention, gint64 article, const char *day, const GArray *appearances)
{
    g_autoptr(GArray) places = collect(comention, appearances);
    g_autoptr(GArray) heads = g_array_new(FALSE, FALSE, sizeof(guint)); /* where each entity's places begin */
    for (guint i = 0; i < places->len; i++)
        if (i == 0 || g_array_index(places, Place, i).entity != g_array_index(places, Place, i - 1).entity)
            g_array_append_val(heads, i);
    comention->n_articles += heads->len > 0;
    const char *date = day != NULL ? g_string_chunk_insert_const(comention->strings, day) : NULL;
    for (guint i = 0; i < heads->len; i++) {
        guint entity = g_array_index(places, Place, g_array_index(heads, guint, i)).entity;
        g_array_index(comention->counts, guint, entity)++;
        for (guint j = i + 1; j < heads->len; j++) {
            guint x = g_array_index(heads, guint, i), y = g_array_index(heads, guint, j), first;
            RenLink *link = link_of(comention, g_array_index(places, Place, x).entity,
                                    g_array_index(places, Place, y).entity);
            guint shared = count_shared(places, x, y, &first);
            /* The first article with a sentence of both is the best evidence, else the first article. */
            if (link->articles == 0 || (link->sentence == G_MAXUINT && first != G_MAXUINT)) {
                link->article = article;
                link->sentence = first;
            }
            link->articles++;
            link->sentences += shared;
            link->newman += 1.0 / (heads->len - 1);
            if (date != NULL)
                add_day(comention, link, date);
        }
    }
}

static int
compare_ids(gconstpointer x, gconstpointer y, gpointer data)
{
    char **ids = data;
    return strcmp(ids[*(const guint *)x], ids[*(const guint *)y]);
}

static int
compare_links(gconstpointer x, gconstpointer y, gpointer data)
{
    const RenLink *a = x, *b = y;
    const guint *rank = data;
    if (a->a != b->a)
        return rank[a->a] < rank[b->a] ? -1 : 1;
    return rank[a->b] < rank[b->b] ? -1 : rank[a->b] > rank[b->b];
}

GArray *
ren_comention_get_links(const RenComention *comention)
{
    /* Ids are compared once, not in each step of sorting the links, which are many more. */
    guint n = comention->ids->len;
    g_autofree guint *order = g_new(guint, n + 1);
    g_autofree guint *rank = g_new(guint, n + 1);
    for (guint i = 0; i < n; i++)
        order[i] = i;
    g_qsort_with_data(order, n, sizeof *order, compare_ids, comention->ids->pdata);
    for (guint i = 0; i < n; i++)
        rank[order[i]] = i;
    GArray *links = g_array_sized_new(FALSE, FALSE, sizeof(RenLink), comention->links->len);
    g_array_append_vals(links, comention->links->data, comention->links->len);
    g_array_sort_with_data(links, compare_links, rank);
    return links;
}

guint
ren_comention_count(const RenComention *comention, const char *id)
{
    gpointer known;
    return g_hash_table_lookup_extended(comention->numbers, id, NULL, &known)
               ? g_array_index(comention->counts, guint, GPOINTER_TO_UINT(known))
               : 0;
}

const char *
ren_comention_get_id(const RenComention *comention, guint n)
{
    return comention->ids->pdata[n];
}

guint
ren_comention_n_articles(const RenComention *comention)
{
    return comention->n_articles;
}
