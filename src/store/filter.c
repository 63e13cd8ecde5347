#include "store/filter.h"

#include <string.h>

#include "store/sqlite.h"

static const char filter_sql[] =
#include "store/filter.sql.h"
    ;
static const char summed_sql[] =
#include "store/summed.sql.h"
    ;

gboolean
ren_filter_apply(RenStore *store, const RenFilter *filter, gboolean *all, GError **error)
{
    sqlite3 *db = ren_store_get_sqlite(store);
    *all = filter == NULL || (filter->since == NULL && filter->until == NULL && filter->issue == NULL &&
                              filter->place == 0 && filter->org == 0 && filter->person == 0);
    if (sqlite3_exec(
            db,
            "CREATE TEMP TABLE IF NOT EXISTS chosen (article INTEGER PRIMARY KEY, issue INTEGER, date TEXT); "
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

/* What the chosen articles say of one entity. */
typedef struct {
    guint mentions;
    guint articles;
    gint64 last;            /* the article that was counted last */
    const char *first_seen; /* borrowed */
    const char *last_seen;
} Sum;

/* Reads the sums of the chosen articles, an entity's at its row. Their dates stay in @dates. */
static GArray *
read_sums(sqlite3 *db, GStringChunk *dates, GError **error)
{
    g_autoptr(RenStatement) statement = ren_sqlite_prepare(db, summed_sql, error);
    if (statement == NULL)
        return NULL;
    g_autoptr(GArray) sums = g_array_new(FALSE, TRUE, sizeof(Sum));
    g_autoptr(GError) problem = NULL;
    gint64 article = 0;
    const char *date = NULL;
    while (ren_sqlite_next(statement, &problem)) {
        gint64 row = sqlite3_column_int64(statement, 2);
        if (row == 0 || !sqlite3_column_int(statement, 3))
            continue;
        if (sqlite3_column_int64(statement, 0) != article) {
            const char *text = (const char *)sqlite3_column_text(statement, 1);
            article = sqlite3_column_int64(statement, 0);
            date = text != NULL ? g_string_chunk_insert_const(dates, text) : NULL;
        }
        if (row >= sums->len)
            g_array_set_size(sums, row + 1);
        Sum *sum = &g_array_index(sums, Sum, row);
        sum->mentions++;
        if (sum->last == article)
            continue;
        sum->articles++;
        sum->last = article;
        if (date != NULL && (sum->first_seen == NULL || strcmp(date, sum->first_seen) < 0))
            sum->first_seen = date;
        if (g_strcmp0(date, sum->last_seen) > 0)
            sum->last_seen = date;
    }
    if (problem == NULL)
        return g_steal_pointer(&sums);
    g_propagate_error(error, g_steal_pointer(&problem));
    return NULL;
}

gboolean
ren_filter_sum(RenStore *store, GError **error)
{
    sqlite3 *db = ren_store_get_sqlite(store);
    if (sqlite3_exec(db,
                     "CREATE TEMP TABLE IF NOT EXISTS summed (entity INTEGER PRIMARY KEY, mentions INTEGER, "
                     "articles INTEGER, first_seen TEXT, last_seen TEXT); DELETE FROM summed;",
                     NULL, NULL, NULL) != SQLITE_OK)
        return ren_sqlite_fail(db, error);
    g_autoptr(GStringChunk) dates = g_string_chunk_new(4096);
    g_autoptr(GArray) sums = read_sums(db, dates, error);
    g_autoptr(RenStatement) insert =
        sums == NULL ? NULL : ren_sqlite_prepare(db, "INSERT INTO summed VALUES (?1, ?2, ?3, ?4, ?5)", error);
    if (insert == NULL)
        return FALSE;
    for (guint row = 0; row < sums->len; row++) {
        const Sum *sum = &g_array_index(sums, Sum, row);
        if (sum->mentions == 0)
            continue;
        sqlite3_bind_int64(insert, 1, row);
        sqlite3_bind_int64(insert, 2, sum->mentions);
        sqlite3_bind_int64(insert, 3, sum->articles);
        ren_sqlite_bind_text(insert, 4, sum->first_seen);
        ren_sqlite_bind_text(insert, 5, sum->last_seen);
        if (sqlite3_step(insert) != SQLITE_DONE)
            return ren_sqlite_fail(db, error);
        sqlite3_reset(insert);
    }
    return TRUE;
}
