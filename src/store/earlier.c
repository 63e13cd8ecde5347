#include "store/earlier.h"

#include "store/sqlite.h"

static const char earlier_sql[] =
#include "store/earlier.sql.h"
    ;

/* The statements of earlier.sql, in their order. */
enum { FIND, INTRODUCED, MOVES, HEAD, LOCALS, ARTICLES, SENTENCES, MENTIONS, POSITIONS, N_STATEMENTS };

struct _RenEarlier {
    RenStore *store;                        /* borrowed */
    sqlite3_stmt *statements[N_STATEMENTS]; /* owned */
    guint taken;
};

void
ren_earlier_free(RenEarlier *earlier)
{
    if (earlier == NULL)
        return;
    for (guint i = 0; i < N_STATEMENTS; i++)
        sqlite3_finalize(earlier->statements[i]);
    g_free(earlier);
}

RenEarlier *
ren_earlier_new(RenStore *store, const char *path)
{
    g_autoptr(RenStore) old = ren_store_open(path, NULL);
    if (old == NULL)
        return NULL;
    sqlite3 *db = ren_store_get_sqlite(store);
    if (!ren_sqlite_attach(db, path, NULL))
        return NULL;
    g_autoptr(RenEarlier) earlier = g_new0(RenEarlier, 1);
    earlier->store = store;
    const char *sql = earlier_sql;
    for (guint i = 0; i < N_STATEMENTS; i++)
        if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &earlier->statements[i], &sql) !=
            SQLITE_OK)
            return NULL;
    return g_steal_pointer(&earlier);
}

static gboolean
read_introduced(RenEarlier *earlier, gint64 row, RenIssue *issue, GError **error)
{
    sqlite3_stmt *statement = earlier->statements[INTRODUCED];
    sqlite3_bind_int64(statement, 1, row);
    GError *problem = NULL;
    while (ren_sqlite_next(statement, &problem)) {
        RenAlias *alias = g_new0(RenAlias, 1);
        ren_kind_parse((const char *)sqlite3_column_text(statement, 0), &alias->kind);
        alias->brief = ren_sqlite_dup_text(statement, 1);
        alias->full = ren_sqlite_dup_text(statement, 2);
        g_ptr_array_add(issue->aliases, alias);
    }
    sqlite3_reset(statement);
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

/* Copies the rows of issue @from to the issue that was added last. */
static gboolean
copy(RenEarlier *earlier, gint64 from, GError **error)
{
    sqlite3 *db = ren_store_get_sqlite(earlier->store);
    sqlite3_stmt *moves = earlier->statements[MOVES];
    sqlite3_bind_int64(moves, 2, from);
    sqlite3_bind_int64(moves, 1, 0);
    gint64 articles = 0, mentions = 0;
    if (sqlite3_step(moves) == SQLITE_ROW) {
        articles = sqlite3_column_int64(moves, 0);
        mentions = sqlite3_column_int64(moves, 1);
    }
    sqlite3_reset(moves);
    for (guint i = HEAD; i < N_STATEMENTS; i++) {
        sqlite3_stmt *statement = earlier->statements[i];
        sqlite3_bind_int64(statement, 1, ren_store_n_issues(earlier->store));
        sqlite3_bind_int64(statement, 2, from);
        sqlite3_bind_int64(statement, 3, articles);
        sqlite3_bind_int64(statement, 4, mentions);
        gboolean done = sqlite3_step(statement) == SQLITE_DONE || ren_sqlite_fail(db, error);
        sqlite3_reset(statement);
        if (!done)
            return FALSE;
    }
    return TRUE;
}

/* Reads into @issue what the row of @find says of its reading; its number. */
static gint64
read_reading(sqlite3_stmt *find, RenIssue *issue)
{
    g_free(issue->date);
    g_free(issue->home);
    issue->date = ren_sqlite_dup_text(find, 3);
    issue->date_source = ren_date_source_parse((const char *)sqlite3_column_text(find, 4));
    issue->home = ren_sqlite_dup_text(find, 5);
    issue->sought = ren_sqlite_dup_text(find, 6);
    return sqlite3_column_int64(find, 0);
}

gboolean
ren_earlier_take(RenEarlier *earlier, RenIssue *issue, RenEarlierAgrees agrees, gpointer data,
                 gboolean *taken, GError **error)
{
    *taken = FALSE;
    sqlite3_stmt *find = earlier->statements[FIND];
    ren_sqlite_bind_text(find, 1, issue->key);
    GError *problem = NULL;
    gint64 row = 0;
    if (ren_sqlite_next(find, &problem)) {
        issue->asked = ren_sqlite_dup_text(find, 1);
        issue->words = ren_sqlite_dup_text(find, 2);
        if (agrees(issue, data))
            row = read_reading(find, issue);
    }
    sqlite3_reset(find);
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    if (row == 0)
        return TRUE;
    *taken = TRUE;
    earlier->taken++;
    return read_introduced(earlier, row, issue, error) && ren_store_add_issue(earlier->store, issue, error) &&
           copy(earlier, row, error);
}

guint
ren_earlier_count_left(RenEarlier *earlier)
{
    g_autoptr(RenStatement) statement =
        ren_sqlite_prepare(ren_store_get_sqlite(earlier->store), "SELECT count(*) FROM earlier.issue", NULL);
    if (statement == NULL || sqlite3_step(statement) != SQLITE_ROW)
        return 0;
    return sqlite3_column_int64(statement, 0) - earlier->taken;
}
