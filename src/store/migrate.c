#include "store/migrate.h"

#include "store/sqlite.h"

static const char migrate_sql[] =
#include "store/migrate.sql.h"
    ;

guint
ren_migrate_find(const char *path)
{
    sqlite3 *db = NULL;
    guint layout = 0;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK) {
        g_autoptr(RenStatement) statement = ren_sqlite_prepare(db, "PRAGMA user_version", NULL);
        if (statement != NULL && sqlite3_step(statement) == SQLITE_ROW)
            layout = sqlite3_column_int(statement, 0);
    }
    sqlite3_close(db);
    return layout >= REN_MIGRATE_FIRST && layout < REN_STORE_VERSION ? layout : 0;
}

/* Runs what the statement of migrate.sql for tables makes; sets @tail to what is behind that. */
static gboolean
copy_tables(sqlite3 *db, const char **tail, GError **error)
{
    g_autoptr(RenStatement) statement = NULL;
    if (sqlite3_prepare_v2(db, migrate_sql, -1, &statement, tail) != SQLITE_OK)
        return ren_sqlite_fail(db, error);
    g_autoptr(GPtrArray) copies = ren_sqlite_read_cells(statement, error);
    for (guint i = 0; copies != NULL && i < copies->len; i++)
        if (sqlite3_exec(db, copies->pdata[i], NULL, NULL, NULL) != SQLITE_OK)
            return ren_sqlite_fail(db, error);
    return copies != NULL;
}

gboolean
ren_migrate(const char *from, const char *to, GError **error)
{
    g_autoptr(RenStore) store = ren_store_create(to, error);
    sqlite3 *db = store == NULL ? NULL : ren_store_get_sqlite(store);
    const char *rest;
    /* Tables come in any order. */
    return db != NULL && ren_sqlite_attach(db, from, error) &&
           (sqlite3_exec(db, "PRAGMA defer_foreign_keys = ON", NULL, NULL, NULL) == SQLITE_OK ||
            ren_sqlite_fail(db, error)) &&
           copy_tables(db, &rest, error) &&
           (sqlite3_exec(db, rest, NULL, NULL, NULL) == SQLITE_OK || ren_sqlite_fail(db, error)) &&
           ren_store_index(store, error) && ren_store_sum_up(store, error);
}
