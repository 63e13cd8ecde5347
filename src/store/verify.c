#include "store/verify.h"

#include "base/message.h"
#include "store/appearances.h"
#include "store/sqlite.h"

static const char verify_sql[] =
#include "store/verify.sql.h"
    ;

static void
add(GPtrArray *faults, char *fault)
{
    if (faults->len < REN_VERIFY_MOST)
        g_ptr_array_add(faults, fault);
    else
        g_free(fault);
}

/* Adds the rows of one statement; sets @tail to what is behind it. */
static gboolean
ask(sqlite3 *db, const char *sql, const char **tail, GPtrArray *faults, GError **error)
{
    g_autoptr(RenStatement) statement = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, tail) != SQLITE_OK)
        return ren_sqlite_fail(db, error);
    GError *problem = NULL;
    while (statement != NULL && faults->len < REN_VERIFY_MOST && ren_sqlite_next(statement, &problem)) {
        const char *fault = (const char *)sqlite3_column_text(statement, 0);
        if (g_strcmp0(fault, "ok") != 0) /* what SQLite says of a whole file */
            add(faults, g_strdup(fault));
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

/* The text that is kept must be the one that was read. */
static gboolean
verify_texts(RenStore *store, GPtrArray *faults, GError **error)
{
    g_autoptr(RenStatement) statement = ren_sqlite_prepare(
        ren_store_get_sqlite(store), "SELECT id, hash FROM issue WHERE head IS NOT NULL ORDER BY id", error);
    if (statement == NULL)
        return FALSE;
    GError *problem = NULL;
    while (ren_sqlite_next(statement, &problem)) {
        g_autoptr(RenIssue) issue = ren_store_read_issue(store, sqlite3_column_int64(statement, 0), &problem);
        if (issue == NULL)
            break;
        g_autofree char *hash =
            g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)issue->text, issue->len);
        if (g_strcmp0(hash, (const char *)sqlite3_column_text(statement, 1)) != 0)
            add(faults, g_strdup_printf(_("the text of %s is not what was read"), issue->doc));
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

/* The links must be those that the mentions make. */
static gboolean
verify_links(RenStore *store, GPtrArray *faults, GError **error)
{
    g_autoptr(RenComention) comention = ren_comention_new(FALSE);
    g_autoptr(RenStatement) statement = ren_sqlite_prepare(
        ren_store_get_sqlite(store), "SELECT count(*), total(articles), total(sentences) FROM link", error);
    if (!ren_appearances_count(store, NULL, comention, error) || statement == NULL ||
        !ren_sqlite_next(statement, error))
        return FALSE;
    g_autoptr(GArray) links = ren_comention_get_links(comention);
    guint64 articles = 0, sentences = 0;
    for (guint i = 0; i < links->len; i++) {
        articles += g_array_index(links, RenLink, i).articles;
        sentences += g_array_index(links, RenLink, i).sentences;
    }
    if ((guint64)sqlite3_column_int64(statement, 0) != links->len ||
        (guint64)sqlite3_column_int64(statement, 1) != articles ||
        (guint64)sqlite3_column_int64(statement, 2) != sentences)
        add(faults, g_strdup(_("the links are not those of the mentions")));
    return TRUE;
}

GPtrArray *
ren_store_verify(RenStore *store, GError **error)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    sqlite3 *db = ren_store_get_sqlite(store);
    if (!ask(db, "PRAGMA integrity_check", NULL, faults, error))
        return NULL;
    for (const char *sql = verify_sql; sql != NULL && *sql != '\0';)
        if (!ask(db, sql, &sql, faults, error))
            return NULL;
    if (!verify_texts(store, faults, error) || !verify_links(store, faults, error))
        return NULL;
    return g_steal_pointer(&faults);
}
