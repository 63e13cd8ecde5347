#include "store/sqlite.h"

#include "base/error.h"
#include "base/message.h"

gboolean
ren_sqlite_fail(sqlite3 *db, GError **error)
{
    g_set_error(error, REN_ERROR, REN_ERROR_STORE, _("the database: %s"), sqlite3_errmsg(db));
    return FALSE;
}

sqlite3_stmt *
ren_sqlite_prepare(sqlite3 *db, const char *sql, GError **error)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) {
        ren_sqlite_fail(db, error);
        return NULL;
    }
    return statement;
}

gboolean
ren_sqlite_next(sqlite3_stmt *statement, GError **error)
{
    switch (sqlite3_step(statement)) {
    case SQLITE_ROW:
        return TRUE;
    case SQLITE_DONE:
        return FALSE;
    default:
        return ren_sqlite_fail(sqlite3_db_handle(statement), error);
    }
}

char *
ren_sqlite_dup_text(sqlite3_stmt *statement, int column)
{
    return g_strdup((const char *)sqlite3_column_text(statement, column));
}

void
ren_sqlite_bind_text(sqlite3_stmt *statement, int n, const char *text)
{
    if (text == NULL)
        sqlite3_bind_null(statement, n);
    else
        sqlite3_bind_text(statement, n, text, -1, SQLITE_STATIC);
}

GPtrArray *
ren_sqlite_read_cells(sqlite3_stmt *statement, GError **error)
{
    g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) problem = NULL;
    while (ren_sqlite_next(statement, &problem))
        for (int i = 0; i < sqlite3_column_count(statement); i++)
            g_ptr_array_add(cells, ren_sqlite_dup_text(statement, i));
    if (problem == NULL)
        return g_steal_pointer(&cells);
    g_propagate_error(error, g_steal_pointer(&problem));
    return NULL;
}

gboolean
ren_sqlite_attach(sqlite3 *db, const char *path, GError **error)
{
    g_autofree char *escaped = g_uri_escape_string(path, "/", TRUE);
    g_autofree char *uri = g_strdup_printf("file:%s?mode=ro", escaped);
    g_autoptr(RenStatement) attach = ren_sqlite_prepare(db, "ATTACH ?1 AS earlier", error);
    if (attach == NULL)
        return FALSE;
    ren_sqlite_bind_text(attach, 1, uri);
    return sqlite3_step(attach) == SQLITE_DONE || ren_sqlite_fail(db, error);
}
