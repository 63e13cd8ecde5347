#include "store/appearances.h"

#include "store/sqlite.h"

static const char appearances_sql[] =
#include "store/appearances.sql.h"
    ;

char *
ren_window_list_kinds(const RenWindow *window)
{
    GString *list = g_string_new(",");
    for (RenKind kind = 0; kind < REN_N_KINDS; kind++)
        if (window->kinds[kind])
            g_string_append_printf(list, "%s,", ren_kind_name(kind));
    return g_string_free(list, FALSE);
}

static guint
count_entities(const GArray *appearances)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL); /* ids are interned */
    for (guint i = 0; i < appearances->len; i++)
        g_hash_table_add(seen, (gpointer)g_array_index(appearances, RenAppearance, i).entity);
    return g_hash_table_size(seen);
}

static void
add_article(const RenWindow *window, RenComention *comention, gint64 article, const char *date,
            GArray *appearances)
{
    if (window == NULL || window->max_per_article == 0 ||
        count_entities(appearances) <= window->max_per_article)
        ren_comention_add(comention, article, date, appearances);
    g_array_set_size(appearances, 0);
}

gboolean
ren_appearances_count(RenStore *store, const RenWindow *window, RenComention *comention, GError **error)
{
    g_autoptr(RenStatement) statement =
        ren_sqlite_prepare(ren_store_get_sqlite(store), appearances_sql, error);
    if (statement == NULL)
        return FALSE;
    g_autofree char *kinds = window != NULL ? ren_window_list_kinds(window) : NULL;
    ren_sqlite_bind_text(statement, 1, window != NULL ? window->since : NULL);
    ren_sqlite_bind_text(statement, 2, window != NULL ? window->until : NULL);
    ren_sqlite_bind_text(statement, 3, kinds);
    g_autoptr(GStringChunk) ids = g_string_chunk_new(4096);
    g_autoptr(GArray) appearances = g_array_new(FALSE, FALSE, sizeof(RenAppearance));
    g_autoptr(GError) problem = NULL;
    g_autofree char *date = NULL;
    gint64 article = 0;
    while (ren_sqlite_next(statement, &problem)) {
        if (sqlite3_column_int64(statement, 0) != article) {
            add_article(window, comention, article, date, appearances);
            article = sqlite3_column_int64(statement, 0);
            g_free(date);
            date = ren_sqlite_dup_text(statement, 1);
        }
        const char *id = (const char *)sqlite3_column_text(statement, 2);
        RenAppearance appearance = {g_string_chunk_insert_const(ids, id), sqlite3_column_int64(statement, 3)};
        g_array_append_val(appearances, appearance);
    }
    add_article(window, comention, article, date, appearances);
    if (problem == NULL)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&problem));
    return FALSE;
}
