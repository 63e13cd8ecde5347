#include "store/stored-issue.h"

#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "store/sqlite.h"

static const char stored_issue_sql[] =
#include "store/stored-issue.sql.h"
    ;

/* The statements of stored-issue.sql, in their order. */
enum { ISSUE, ARTICLES, MENTIONS, POSITIONS, N_STATEMENTS };

/* Prepares statement number @which for row @row. */
static sqlite3_stmt *
prepare(RenStore *store, guint which, gint64 row, GError **error)
{
    sqlite3 *db = ren_store_get_sqlite(store);
    const char *sql = stored_issue_sql;
    sqlite3_stmt *statement = NULL;
    for (guint i = 0; i <= which; i++) {
        sqlite3_finalize(statement);
        if (sqlite3_prepare_v2(db, sql, -1, &statement, &sql) != SQLITE_OK) {
            ren_sqlite_fail(db, error);
            return NULL;
        }
    }
    sqlite3_bind_int64(statement, 1, row);
    return statement;
}

static RenRole
parse_role(const char *name)
{
    for (RenRole role = REN_ROLE_OFFICIAL; name != NULL && role <= REN_ROLE_OTHER; role++)
        if (g_str_equal(ren_role_name(role), name))
            return role;
    return REN_ROLE_NONE;
}

static void
add_mention(RenArticle *article, sqlite3_stmt *statement)
{
    RenMention *mention = ren_mention_new();
    ren_kind_parse((const char *)sqlite3_column_text(statement, 2), &mention->kind);
    mention->role = parse_role((const char *)sqlite3_column_text(statement, 3));
    mention->span = (RenSpan){sqlite3_column_int64(statement, 4), sqlite3_column_int64(statement, 5)};
    mention->sentence = sqlite3_column_int64(statement, 6);
    mention->text = ren_sqlite_dup_text(statement, 7);
    mention->name = ren_sqlite_dup_text(statement, 8);
    mention->entity = ren_sqlite_dup_text(statement, 9);
    mention->rule = ren_sqlite_dup_text(statement, 10);
    g_ptr_array_add(article->mentions, mention);
}

/* The first mention of the entity with @id, or -1. */
static int
mention_of(const RenArticle *article, const char *id)
{
    for (guint i = 0; i < article->mentions->len; i++)
        if (g_str_equal(((RenMention *)article->mentions->pdata[i])->entity, id))
            return i;
    return -1;
}

static void
add_reference(RenArticle *article, sqlite3_stmt *statement)
{
    RenReference *reference = ren_reference_new();
    reference->span = (RenSpan){sqlite3_column_int64(statement, 4), sqlite3_column_int64(statement, 5)};
    reference->sentence = sqlite3_column_int64(statement, 6);
    reference->text = ren_sqlite_dup_text(statement, 7);
    reference->mention = mention_of(article, (const char *)sqlite3_column_text(statement, 9));
    reference->rule = ren_sqlite_dup_text(statement, 10);
    g_ptr_array_add(article->references, reference);
}

/* Fills @article; @rows gets row of the store → index of its mention. */
static gboolean
read_mentions(RenStore *store, gint64 row, RenArticle *article, GHashTable *rows, GError **error)
{
    g_autoptr(RenStatement) statement = prepare(store, MENTIONS, row, error);
    if (statement == NULL)
        return FALSE;
    GError *problem = NULL;
    while (ren_sqlite_next(statement, &problem)) {
        if (g_str_equal((const char *)sqlite3_column_text(statement, 1), "title")) {
            add_reference(article, statement);
            continue;
        }
        gint64 mention = sqlite3_column_int64(statement, 0);
        g_hash_table_insert(rows, g_memdup2(&mention, sizeof(mention)),
                            GUINT_TO_POINTER(article->mentions->len));
        add_mention(article, statement);
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

static gboolean
read_positions(RenStore *store, gint64 row, RenArticle *article, GHashTable *rows, GError **error)
{
    g_autoptr(RenStatement) statement = prepare(store, POSITIONS, row, error);
    if (statement == NULL)
        return FALSE;
    GError *problem = NULL;
    while (ren_sqlite_next(statement, &problem)) {
        gint64 mention = sqlite3_column_int64(statement, 0);
        gpointer index;
        if (!g_hash_table_lookup_extended(rows, &mention, NULL, &index))
            continue;
        RenPosition *position = ren_position_new();
        position->mention = GPOINTER_TO_UINT(index);
        position->title = ren_sqlite_dup_text(statement, 1);
        position->post = ren_sqlite_dup_text(statement, 2);
        position->org = ren_sqlite_dup_text(statement, 3);
        position->org_entity = ren_sqlite_dup_text(statement, 4);
        position->region = ren_sqlite_dup_text(statement, 5);
        position->tense = ren_tense_parse((const char *)sqlite3_column_text(statement, 6));
        position->rule = ren_sqlite_dup_text(statement, 7);
        g_ptr_array_add(article->positions, position);
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

static gboolean
read_articles(RenStore *store, guint n, RenIssue *issue, GError **error)
{
    g_autoptr(RenStatement) statement = prepare(store, ARTICLES, n, error);
    if (statement == NULL)
        return FALSE;
    GError *problem = NULL;
    while (ren_sqlite_next(statement, &problem)) {
        RenArticle *article = ren_article_new();
        g_ptr_array_add(issue->articles, article);
        article->index = sqlite3_column_int64(statement, 1);
        article->title = ren_sqlite_dup_text(statement, 2);
        article->date = ren_sqlite_dup_text(statement, 3);
        article->doubtful = sqlite3_column_int(statement, 4) != 0;
        article->span = (RenSpan){sqlite3_column_int64(statement, 5), sqlite3_column_int64(statement, 6)};
        gint64 row = sqlite3_column_int64(statement, 0);
        g_autoptr(GHashTable) rows = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
        if (!read_mentions(store, row, article, rows, error) ||
            !read_positions(store, row, article, rows, error))
            return FALSE;
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

RenIssue *
ren_stored_issue_read(RenStore *store, guint n, GError **error)
{
    g_autoptr(RenStatement) statement = prepare(store, ISSUE, n, error);
    if (statement == NULL || !ren_sqlite_next(statement, error))
        return NULL;
    g_autoptr(RenIssue) issue = ren_issue_new();
    issue->doc = ren_sqlite_dup_text(statement, 0);
    issue->path = ren_sqlite_dup_text(statement, 1);
    issue->date = ren_sqlite_dup_text(statement, 2);
    issue->date_source = ren_date_source_parse((const char *)sqlite3_column_text(statement, 3));
    issue->home = ren_sqlite_dup_text(statement, 4);
    issue->encoding = ren_sqlite_dup_text(statement, 5);
    issue->invalid_bytes = sqlite3_column_int64(statement, 6);
    issue->text = ren_sqlite_dup_text(statement, 7);
    if (issue->text == NULL) {
        g_set_error(error, REN_ERROR, REN_ERROR_STORE,
                    _("%s: the version that read it did not keep all of its text: run `renmai build`"),
                    issue->doc);
        return NULL;
    }
    issue->len = strlen(issue->text);
    issue->paper = ren_sqlite_dup_text(statement, 8);
    issue->number = ren_sqlite_dup_text(statement, 9);
    issue->page = ren_sqlite_dup_text(statement, 10);
    return read_articles(store, n, issue, error) ? g_steal_pointer(&issue) : NULL;
}
