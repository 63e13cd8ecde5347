#include "store/listing.h"

#include "store/sqlite.h"

static const char listing_sql[] =
#include "store/listing.sql.h"
    ;

static void
listed_free(RenListed *listed)
{
    g_free(listed->key);
    g_free(listed->name);
    g_free(listed->role);
    g_free(listed->parent);
    g_free(listed->code);
    g_free(listed->former);
    g_free(listed->first_seen);
    g_free(listed->last_seen);
    g_free(listed->titles);
    g_free(listed->orgs);
    g_free(listed->aliases);
    g_free(listed);
}

GPtrArray *
ren_listing_query(RenStore *store, RenKind kind, GError **error)
{
    g_autoptr(RenStatement) statement = ren_sqlite_prepare(ren_store_get_sqlite(store), listing_sql, error);
    if (statement == NULL)
        return NULL;
    ren_sqlite_bind_text(statement, 1, ren_kind_name(kind));
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func((GDestroyNotify)listed_free);
    g_autoptr(GError) problem = NULL;
    while (ren_sqlite_next(statement, &problem)) {
        RenListed *listed = g_new0(RenListed, 1);
        listed->key = ren_sqlite_dup_text(statement, 0);
        listed->name = ren_sqlite_dup_text(statement, 1);
        listed->role = ren_sqlite_dup_text(statement, 2);
        listed->parent = ren_sqlite_dup_text(statement, 3);
        listed->code = ren_sqlite_dup_text(statement, 4);
        listed->former = ren_sqlite_dup_text(statement, 5);
        listed->mentions = sqlite3_column_int64(statement, 6);
        listed->articles = sqlite3_column_int64(statement, 7);
        listed->first_seen = ren_sqlite_dup_text(statement, 8);
        listed->last_seen = ren_sqlite_dup_text(statement, 9);
        listed->titles = ren_sqlite_dup_text(statement, 10);
        listed->orgs = ren_sqlite_dup_text(statement, 11);
        listed->aliases = ren_sqlite_dup_text(statement, 12);
        g_ptr_array_add(all, listed);
    }
    if (problem != NULL) {
        g_propagate_error(error, g_steal_pointer(&problem));
        return NULL;
    }
    return g_steal_pointer(&all);
}
