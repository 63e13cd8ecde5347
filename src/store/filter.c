#include "store/filter.h"

#include "store/sqlite.h"

static const char filter_sql[] =
#include "store/filter.sql.h"
    ;

gboolean
ren_filter_apply(RenStore *store, const RenFilter *filter, gboolean *all, GError **error)
{
    sqlite3 *db = ren_store_get_sqlite(store);
    *all = filter == NULL || (filter->since == NULL && filter->until == NULL && filter->issue == NULL &&
                              filter->place == 0 && filter->org == 0 && filter->person == 0);
    if (sqlite3_exec(db,
                     "CREATE TEMP TABLE IF NOT EXISTS chosen (article INTEGER PRIMARY KEY, date TEXT); "
                     "DELETE FROM chosen;",
                     NULL, NULL, NULL) != SQLITE_OK)
        return ren_sqlite_fail(db, error);
    if (*all)
        return TRUE;
    g_autoptr(RenStatement) statement = ren_sqlite_prepare(db, filter_sql, error);
    if (statement == NULL)
        return FALSE;
    ren_sqlite_bind_text(statement, 1, filter->since);
    ren_sqlite_bind_text(statement, 2, filter->until);
    ren_sqlite_bind_text(statement, 3, filter->issue);
    sqlite3_bind_int64(statement, 4, filter->place);
    sqlite3_bind_int64(statement, 5, filter->org);
    sqlite3_bind_int64(statement, 6, filter->person);
    return sqlite3_step(statement) == SQLITE_DONE || ren_sqlite_fail(db, error);
}
