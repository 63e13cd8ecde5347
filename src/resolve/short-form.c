#include "resolve/short-form.h"

#include <string.h>

#include "resolve/org.h"

/* A name without the places at its head. */
typedef struct {
    RenNamed *named;
    const char *rest; /* in the name */
    guint place;      /* the lowest of those places, or 0 */
    gboolean brief;   /* can be a short form */
} Part;

RenNamed *
ren_named_new(const char *id, const char *name, RenKind kind)
{
    RenNamed *named = g_new0(RenNamed, 1);
    named->id = id;
    named->name = name;
    named->kind = kind;
    named->homes = g_hash_table_new(g_str_hash, g_str_equal);
    return named;
}

void
ren_named_free(RenNamed *named)
{
    if (named == NULL)
        return;
    g_hash_table_unref(named->homes);
    g_free(named);
}

static Part
part_of(const RenLexicon *lexicon, RenNamed *named)
{
    Part part = {.named = named};
    part.rest = ren_resolve_skip_places(lexicon, named->name, 0, &part.place);
    switch (named->kind) {
    case REN_COMPANY:
        part.brief = ren_lexicon_find(lexicon, named->name, REN_CLASS_COMPANY) == NULL &&
                     ren_lexicon_legal_tail(lexicon, named->name) == 0;
        break;
    case REN_ORG:
        part.brief = ren_lexicon_find(lexicon, named->name, REN_CLASS_ORG) == NULL;
        break;
    default:
        part.brief = FALSE;
    }
    return part;
}

/* Whether papers of one region print both, or papers of two of which one lies in the other. */
static gboolean
share_home(const RenNamed *a, const RenNamed *b)
{
    GHashTableIter i, k;
    gpointer x, y;
    g_hash_table_iter_init(&i, a->homes);
    while (g_hash_table_iter_next(&i, &x, NULL)) {
        g_hash_table_iter_init(&k, b->homes);
        while (g_hash_table_iter_next(&k, &y, NULL))
            if (g_str_equal(x, y) || (*(char *)x != '\0' && *(char *)y != '\0' &&
                                      (g_str_has_prefix(x, y) || g_str_has_prefix(y, x))))
                return TRUE;
    }
    return FALSE;
}

static gboolean
is_above(const RenLexicon *lexicon, guint place, guint below)
{
    for (guint i = below; i != 0; i = ren_lexicon_get_place(lexicon, i)->parent)
        if (i == place)
            return i != below;
    return FALSE;
}

/* Whether @rest is a body of a village, which its county or its town may stand before: 石桥村村委会. */
static gboolean
names_village(const RenLexicon *lexicon, const char *rest)
{
    gsize len;
    for (const char *p = g_utf8_next_char(rest); *p != '\0'; p = g_utf8_next_char(p)) {
        const RenWord *suffix = ren_resolve_head(lexicon, p, REN_CLASS_PLACE_SUFFIX, &len);
        if (suffix != NULL && suffix->level == REN_LEVEL_VILLAGE && p[len] != '\0')
            return TRUE;
    }
    return FALSE;
}

/* Whether @brief can stand for the firm @full, both without places: its head (星轨智能 of
 * 星轨智能装备股份有限公司), its head and its last word (青禾合作社 of 青禾稻米专业合作社), or its words'
 * first characters (农商行 of 农村商业银行股份有限公司). */
static gboolean
is_short_firm(const RenLexicon *lexicon, const char *brief, const char *full)
{
    gsize brief_len = strlen(brief), full_len = strlen(full);
    if (brief_len >= full_len)
        return FALSE;
    gsize tail = ren_lexicon_legal_tail(lexicon, full);
    if (g_str_has_prefix(full, brief) && tail > 0)
        return TRUE; /* a branch is not its bank: 农商行砚川支行 has no such tail */
    g_autofree char *plain = g_strndup(full, full_len - tail);
    if (ren_resolve_abbreviates(lexicon, brief, plain))
        return TRUE;
    for (const char *last = g_utf8_offset_to_pointer(brief, MIN(2, g_utf8_strlen(brief, -1))); *last != '\0';
         last = g_utf8_next_char(last))
        if (ren_lexicon_find(lexicon, last, REN_CLASS_COMPANY_SUFFIX) != NULL &&
            g_str_has_suffix(plain, last) && strncmp(brief, plain, last - brief) == 0)
            return TRUE;
    return FALSE;
}

/* Whether @full is a longer name of what @brief names. */
static gboolean
is_full_form(const RenLexicon *lexicon, const Part *brief, const Part *full)
{
    if (*brief->rest == '\0' || *full->rest == '\0' || !share_home(brief->named, full->named))
        return FALSE;
    if (brief->named->kind == REN_COMPANY)
        return (brief->place == 0 || brief->place == full->place || full->place == 0) &&
               is_short_firm(lexicon, brief->rest, full->rest);
    if (g_str_equal(brief->rest, full->rest))
        return brief->place == 0 ||
               (is_above(lexicon, brief->place, full->place) && names_village(lexicon, brief->rest)) ||
               (brief->place == full->place && strlen(brief->named->name) < strlen(full->named->name));
    return brief->place == full->place && brief->place != 0 &&
           ren_resolve_abbreviates(lexicon, brief->rest, full->rest);
}

/* ---- places ---- */

/* How many bytes of the path of a place that no table holds are those of one that a table holds. */
static gsize
known_head(const RenLexicon *lexicon, const char *path)
{
    for (const char *end = path + strlen(path); end > path; end = g_utf8_prev_char(end)) {
        g_autofree char *head = g_strndup(path, end - path);
        if (ren_lexicon_find_place(lexicon, head) != 0)
            return end - path;
    }
    return 0;
}

/* A village whose county alone is known, and one of that county and name whose town is known too. */
static void
resolve_villages(const RenLexicon *lexicon, const GPtrArray *all)
{
    g_autoptr(GHashTable) longer = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < all->len; i++) {
            RenNamed *named = all->pdata[i];
            if (named->kind != REN_PLACE || !g_str_has_prefix(named->id, "place:"))
                continue;
            const char *path = named->id + strlen("place:");
            gsize len = known_head(lexicon, path);
            g_autofree char *head = g_strndup(path, len);
            guint place = ren_lexicon_find_place(lexicon, head);
            if (place == 0 || path[len] == '\0')
                continue;
            const RenPlace *above = ren_lexicon_get_place(lexicon, place);
            if (pass == 0 && above->level == REN_LEVEL_TOWN && above->parent != 0) {
                char *brief =
                    g_strconcat(ren_lexicon_get_place(lexicon, above->parent)->path, path + len, NULL);
                gboolean second = g_hash_table_contains(longer, brief);
                g_hash_table_insert(longer, brief, second ? NULL : (gpointer)named->id);
            } else if (pass == 1 && above->level < REN_LEVEL_TOWN && g_hash_table_contains(longer, path)) {
                named->full = g_hash_table_lookup(longer, path);
                named->orphan = named->full == NULL;
            }
        }
    }
}

/* ---- all ---- */

static int
compare_ids(gconstpointer a, gconstpointer b)
{
    return strcmp((*(RenNamed *const *)a)->id, (*(RenNamed *const *)b)->id);
}

/* Under which keys a part is looked for: what can be a full form of it shares one of them. */
static GPtrArray *
keys_of(const Part *part)
{
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    const char *kind = ren_kind_name(part->named->kind);
    if (part->named->kind == REN_COMPANY) {
        g_autofree char *head = g_utf8_substring(part->rest, 0, 1);
        g_ptr_array_add(keys, g_strdup_printf("%s %s", kind, head));
    } else {
        g_ptr_array_add(keys, g_strdup_printf("%s %s", kind, part->rest));
        if (part->place != 0)
            g_ptr_array_add(keys, g_strdup_printf("%s at %u", kind, part->place));
    }
    return keys;
}

/* Key → GArray of numbers of @parts. */
static GHashTable *
index_parts(const GArray *parts)
{
    GHashTable *index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    for (guint i = 0; i < parts->len; i++) {
        g_autoptr(GPtrArray) keys = keys_of(&g_array_index(parts, Part, i));
        for (guint k = 0; k < keys->len; k++) {
            GArray *numbers = g_hash_table_lookup(index, keys->pdata[k]);
            if (numbers == NULL) {
                numbers = g_array_new(FALSE, FALSE, sizeof(guint));
                g_hash_table_insert(index, g_strdup(keys->pdata[k]), numbers);
            }
            g_array_append_val(numbers, i);
        }
    }
    return index;
}

/* Whether @name, a firm's, ends with a word that says so: 养殖基地 needs no longer name. */
static gboolean
has_suffix(const RenLexicon *lexicon, const char *name)
{
    for (const char *p = name; *p != '\0'; p = g_utf8_next_char(p))
        if (ren_lexicon_find(lexicon, p, REN_CLASS_COMPANY_SUFFIX) != NULL)
            return TRUE;
    return FALSE;
}

/* The only full form of @brief; sets orphan where there are several, or where a company has none. */
static void
find_full(const RenLexicon *lexicon, const GArray *parts, GHashTable *index, const Part *brief)
{
    const Part *found = NULL;
    gboolean several = FALSE;
    g_autoptr(GPtrArray) keys = keys_of(brief);
    for (guint k = 0; k < keys->len; k++) {
        const GArray *numbers = g_hash_table_lookup(index, keys->pdata[k]);
        for (guint i = 0; i < numbers->len; i++) {
            const Part *full = &g_array_index(parts, Part, g_array_index(numbers, guint, i));
            if (full == found || full->named == brief->named || !is_full_form(lexicon, brief, full))
                continue;
            /* Of two forms of one body the longer one stands for both. */
            if (found == NULL || is_full_form(lexicon, found, full))
                found = full;
            else if (!is_full_form(lexicon, full, found))
                several = TRUE;
        }
    }
    brief->named->full = found != NULL && !several ? found->named->id : NULL;
    brief->named->orphan =
        several || (found == NULL && brief->named->kind == REN_COMPANY && !has_suffix(lexicon, brief->rest));
}

void
ren_short_forms_resolve(const RenLexicon *lexicon, GPtrArray *all)
{
    g_ptr_array_sort(all, compare_ids);
    g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(Part));
    for (guint i = 0; i < all->len; i++) {
        RenNamed *named = all->pdata[i];
        if (named->kind != REN_ORG && named->kind != REN_COMPANY)
            continue;
        Part part = part_of(lexicon, named);
        g_array_append_val(parts, part);
    }
    g_autoptr(GHashTable) index = index_parts(parts);
    for (guint i = 0; i < parts->len; i++)
        if (g_array_index(parts, Part, i).brief)
            find_full(lexicon, parts, index, &g_array_index(parts, Part, i));
    resolve_villages(lexicon, all);
}
