#include "store/network.h"

#include "base/utf8.h"
#include "store/sqlite.h"

static const char network_sql[] =
#include "store/network.sql.h"
    ;

/* The statements of network.sql, in their order. */
enum { NODES, POSTS, PARTS, EVIDENCE };

struct _RenEvidenceQuery {
    sqlite3_stmt *statement; /* owned */
};

void
ren_network_node_free(RenNetworkNode *node)
{
    ren_entity_clear(&node->entity);
    g_free(node->titles);
    g_free(node->aliases);
    g_free(node->orgs);
    g_free(node->days);
    g_free(node);
}

static void
tie_free(RenNetworkTie *tie)
{
    g_free(tie->from);
    g_free(tie->to);
    g_free(tie->titles);
    g_free(tie->first_seen);
    g_free(tie->last_seen);
    g_free(tie->days);
    g_free(tie);
}

/* Statement number @which with the window bound. */
static sqlite3_stmt *
prepare(RenStore *store, guint which, const RenWindow *window, GError **error)
{
    sqlite3 *db = ren_store_get_sqlite(store);
    const char *sql = network_sql;
    sqlite3_stmt *statement = NULL;
    for (guint i = 0; i <= which; i++) {
        sqlite3_finalize(statement);
        if (sqlite3_prepare_v2(db, sql, -1, &statement, &sql) != SQLITE_OK) {
            ren_sqlite_fail(db, error);
            return NULL;
        }
    }
    if (which == EVIDENCE)
        return statement;
    g_autofree char *kinds = window != NULL ? ren_window_list_kinds(window) : g_strdup(",");
    sqlite3_bind_text(statement, 1, window != NULL ? window->since : NULL, -1, SQLITE_TRANSIENT);
    sqlite3_bind_text(statement, 2, window != NULL ? window->until : NULL, -1, SQLITE_TRANSIENT);
    sqlite3_bind_text(statement, 3, kinds, -1, SQLITE_TRANSIENT);
    return statement;
}

static GPtrArray *
hand_over(GPtrArray *rows, GError *problem, GError **error)
{
    if (problem == NULL)
        return rows;
    g_propagate_error(error, problem);
    g_ptr_array_unref(rows);
    return NULL;
}

GPtrArray *
ren_network_nodes(RenStore *store, const RenWindow *window, GError **error)
{
    g_autoptr(RenStatement) statement = prepare(store, NODES, window, error);
    if (statement == NULL)
        return NULL;
    GPtrArray *nodes = g_ptr_array_new_with_free_func((GDestroyNotify)ren_network_node_free);
    GError *problem = NULL;
    while (ren_sqlite_next(statement, &problem)) {
        RenNetworkNode *node = g_new0(RenNetworkNode, 1);
        ren_entity_read(statement, &node->entity);
        node->titles = ren_sqlite_dup_text(statement, 11);
        node->aliases = ren_sqlite_dup_text(statement, 12);
        node->orgs = ren_sqlite_dup_text(statement, 13);
        node->days = ren_sqlite_dup_text(statement, 14);
        node->issues = sqlite3_column_int64(statement, 15);
        node->surname = sqlite3_column_int64(statement, 16);
        g_ptr_array_add(nodes, node);
    }
    return hand_over(nodes, problem, error);
}

static GPtrArray *
read_ties(RenStore *store, guint which, const RenWindow *window, GError **error)
{
    g_autoptr(RenStatement) statement = prepare(store, which, window, error);
    if (statement == NULL)
        return NULL;
    GPtrArray *ties = g_ptr_array_new_with_free_func((GDestroyNotify)tie_free);
    GError *problem = NULL;
    while (ren_sqlite_next(statement, &problem)) {
        RenNetworkTie *tie = g_new0(RenNetworkTie, 1);
        tie->from = ren_sqlite_dup_text(statement, 0);
        tie->to = ren_sqlite_dup_text(statement, 1);
        if (which == POSTS) {
            tie->titles = ren_sqlite_dup_text(statement, 2);
            tie->articles = sqlite3_column_int64(statement, 3);
            tie->first_seen = ren_sqlite_dup_text(statement, 4);
            tie->last_seen = ren_sqlite_dup_text(statement, 5);
            tie->days = ren_sqlite_dup_text(statement, 6);
        }
        g_ptr_array_add(ties, tie);
    }
    return hand_over(ties, problem, error);
}

GPtrArray *
ren_network_posts(RenStore *store, const RenWindow *window, GError **error)
{
    return read_ties(store, POSTS, window, error);
}

GPtrArray *
ren_network_parts(RenStore *store, GError **error)
{
    return read_ties(store, PARTS, NULL, error);
}

RenEvidenceQuery *
ren_evidence_query_new(RenStore *store, GError **error)
{
    sqlite3_stmt *statement = prepare(store, EVIDENCE, NULL, error);
    if (statement == NULL)
        return NULL;
    RenEvidenceQuery *query = g_new0(RenEvidenceQuery, 1);
    query->statement = statement;
    return query;
}

void
ren_evidence_query_free(RenEvidenceQuery *query)
{
    if (query == NULL)
        return;
    sqlite3_finalize(query->statement);
    g_free(query);
}

char *
ren_evidence_query_ask(RenEvidenceQuery *query, gint64 article, guint sentence, guint most)
{
    sqlite3_bind_int64(query->statement, 1, article);
    sqlite3_bind_int64(query->statement, 2, sentence == G_MAXUINT ? -1 : (gint64)sentence);
    char *evidence = NULL;
    if (sqlite3_step(query->statement) == SQLITE_ROW) {
        const char *text = sqlite3_column_blob(query->statement, 2);
        g_autofree char *line = ren_utf8_one_line(
            text, text == NULL ? 0 : sqlite3_column_bytes(query->statement, 2), NULL, 0, NULL, NULL);
        g_autofree char *shown =
            g_utf8_strlen(line, -1) > most ? g_utf8_substring(line, 0, most) : g_strdup(line);
        evidence = g_strdup_printf("%s#%d: %s", (const char *)sqlite3_column_text(query->statement, 0),
                                   sqlite3_column_int(query->statement, 1), shown);
    }
    sqlite3_reset(query->statement);
    return evidence != NULL ? evidence : g_strdup("");
}
