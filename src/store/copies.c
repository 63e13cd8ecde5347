#include "store/copies.h"

#include <string.h>

#include "link/reprint.h"
#include "store/sqlite.h"

static const char copies_sql[] =
#include "store/copies.sql.h"
    ;

/* The statements of copies.sql, in their order. */
enum { MARK_ISSUES, MARK_THEIR_ARTICLES, ARTICLES, NEW_NAME, MARK_ARTICLE, N_STATEMENTS };

typedef struct {
    sqlite3 *db;
    sqlite3_stmt *statements[N_STATEMENTS]; /* owned */
} Copies;

static void
copies_clear(Copies *copies)
{
    for (guint i = 0; i < N_STATEMENTS; i++)
        sqlite3_finalize(copies->statements[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Copies, copies_clear)

static gboolean
run(const Copies *copies, guint which, GError **error)
{
    int code = sqlite3_step(copies->statements[which]);
    sqlite3_reset(copies->statements[which]);
    return code == SQLITE_DONE || ren_sqlite_fail(copies->db, error);
}

/* Does article @copy print a name that is not in @first? Sets @error where the store fails. */
static gboolean
names_something_new(const Copies *copies, gint64 copy, gint64 first, GError **error)
{
    sqlite3_stmt *statement = copies->statements[NEW_NAME];
    sqlite3_bind_int64(statement, 1, copy);
    sqlite3_bind_int64(statement, 2, first);
    gboolean found = ren_sqlite_next(statement, error);
    sqlite3_reset(statement);
    return found;
}

static gboolean
mark_article(const Copies *copies, gint64 copy, gint64 first, GError **error)
{
    sqlite3_bind_int64(copies->statements[MARK_ARTICLE], 1, copy);
    sqlite3_bind_int64(copies->statements[MARK_ARTICLE], 2, first);
    return run(copies, MARK_ARTICLE, error);
}

/* Sets @pairs to the article and its earlier print, of all reprints. They are written afterwards: the list
 * that is being read would change. */
static gboolean
find_reprints(const Copies *copies, GArray *pairs, GError **error)
{
    g_autoptr(RenReprints) reprints = ren_reprints_new();
    sqlite3_stmt *articles = copies->statements[ARTICLES];
    g_autoptr(GError) problem = NULL;
    while (problem == NULL && ren_sqlite_next(articles, &problem)) {
        gint64 article = sqlite3_column_int64(articles, 0);
        const char *text = (const char *)sqlite3_column_text(articles, 1);
        gboolean titled = sqlite3_column_bytes(articles, 2) > 0;
        /* Each paper has a headline of its own for the same text. */
        const char *body = titled ? strchrnul(text, '\n') : text;
        g_autoptr(RenSketch) sketch = ren_sketch_new(body, strlen(body));
        if (sketch == NULL)
            continue;
        gint64 first = ren_reprints_find(reprints, sketch);
        if (first < 0 || names_something_new(copies, article, first, &problem)) {
            ren_reprints_add(reprints, article, g_steal_pointer(&sketch));
            continue;
        }
        g_array_append_val(pairs, article);
        g_array_append_val(pairs, first);
    }
    sqlite3_reset(articles);
    if (problem == NULL)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&problem));
    return FALSE;
}

gboolean
ren_copies_mark(RenStore *store, GError **error)
{
    g_auto(Copies) copies = {.db = ren_store_get_sqlite(store)};
    const char *sql = copies_sql;
    for (guint i = 0; i < N_STATEMENTS; i++)
        if (sqlite3_prepare_v2(copies.db, sql, -1, &copies.statements[i], &sql) != SQLITE_OK)
            return ren_sqlite_fail(copies.db, error);
    g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(gint64));
    if (!run(&copies, MARK_ISSUES, error) || !run(&copies, MARK_THEIR_ARTICLES, error) ||
        !find_reprints(&copies, pairs, error))
        return FALSE;
    for (guint i = 0; i < pairs->len; i += 2)
        if (!mark_article(&copies, g_array_index(pairs, gint64, i), g_array_index(pairs, gint64, i + 1),
                          error))
            return FALSE;
    return TRUE;
}
