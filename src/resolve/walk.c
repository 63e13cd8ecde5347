#include "resolve/walk.h"

#include "base/message.h"
#include "base/tsv.h"
#include "resolve/decisions.h"

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

struct _RenWalks {
    GHashTable *words; /* owned; word → Walk */
    GHashTable *with;  /* owned; "walk walk" as a set: the two go together */
};

static gboolean
load_table(RenWalks *walks, const char *path, GError **error)
{
    static const char *const columns[] = {"word", "walk", "with", "beside", NULL};
    g_autoptr(RenTsv) tsv = ren_tsv_read(path, columns, error);
    for (guint i = 0; tsv != NULL && i < tsv->rows->len; i++) {
        char **cells = tsv->rows->pdata[i];
        if (*cells[0] == '\0')
            return ren_tsv_fail(tsv, i, error, _("the word is missing"));
        Walk *walk = g_new(Walk, 1);
        *walk = (Walk){g_strdup(cells[1]), *cells[1] == '\0' || g_str_equal(cells[3], "1")};
        g_hash_table_insert(walks->words, g_strdup(cells[0]), walk);
        g_auto(GStrv) with = g_strsplit(cells[2], " ", -1);
        for (guint k = 0; with[k] != NULL; k++) {
            g_hash_table_add(walks->with, g_strdup_printf("%s %s", cells[1], with[k]));
            g_hash_table_add(walks->with, g_strdup_printf("%s %s", with[k], cells[1]));
        }
    }
    return tsv != NULL;
}

RenWalks *
ren_walks_new(const char *const *dirs, GError **error)
{
    g_autoptr(RenWalks) walks = g_new0(RenWalks, 1);
    walks->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)walk_free);
    walks->with = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; dirs[i] != NULL; i++) {
        g_autofree char *path = g_build_filename(dirs[i], "rules", "walks.tsv", NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS) && !load_table(walks, path, error))
            return NULL;
    }
    return g_steal_pointer(&walks);
}

void
ren_walks_free(RenWalks *walks)
{
    if (walks == NULL)
        return;
    g_hash_table_unref(walks->words);
    g_hash_table_unref(walks->with);
    g_free(walks);
}

/* The walk of the longest end of @text that the table has; NULL where it has none. */
static const Walk *
walk_of_end(const RenWalks *walks, const char *text)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        const Walk *walk = g_hash_table_lookup(walks->words, p);
        if (walk != NULL)
            return walk;
    }
    return NULL;
}

const char *
ren_walks_default(const RenWalks *walks, const char *what)
{
    const Walk *walk = g_hash_table_lookup(walks->words, what);
    return walk != NULL ? walk->name : "";
}

const char *
ren_walks_of_post(const RenWalks *walks, const RenCasePost *post, gboolean *beside)
{
    const Walk *walk = walk_of_end(walks, post->title);
    g_autofree char *org = post->org != NULL ? ren_reference_name(post->org) : NULL;
    if (walk == NULL && org != NULL)
        walk = walk_of_end(walks, org);
    if (beside != NULL)
        *beside = walk != NULL && walk->beside;
    if (walk != NULL)
        return walk->name;
    if (org != NULL && g_str_has_prefix(post->org, "company:"))
        return ren_walks_default(walks, "(company)");
    return org != NULL && post->region != NULL ? ren_walks_default(walks, "(office)") : "";
}

const char *
ren_walks_of_trade(const RenWalks *walks, const char *lay)
{
    const Walk *walk = walk_of_end(walks, lay);
    return walk != NULL ? walk->name : ren_walks_default(walks, "(lay)");
}

const char *
ren_walks_of_case(const RenWalks *walks, const RenCase *one)
{
    return one->reporter ? ren_walks_default(walks, "(reporter)") : ren_walks_of_trade(walks, one->lay);
}

gboolean
ren_walks_apart(const RenWalks *walks, const char *a, const char *b)
{
    g_autofree char *pair = g_strdup_printf("%s %s", a, b);
    return *a != '\0' && *b != '\0' && !g_str_equal(a, b) && !g_hash_table_contains(walks->with, pair);
}
