#include "store/store.h"

#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "base/utf8.h"
#include "store/appearances.h"
#include "store/archive.h"
#include "store/copies.h"
#include "store/functions.h"
#include "store/sqlite.h"

/* The build turns each .sql file into a string. */
static const char schema_sql[] =
#include "store/schema.sql.h"
    ;
static const char insert_sql[] =
#include "store/insert.sql.h"
    ;
static const char indexes_sql[] =
#include "store/indexes.sql.h"
    ;
static const char finish_sql[] =
#include "store/finish.sql.h"
    ;
static const char issue_sql[] =
#include "store/issue.sql.h"
    ;
static const char counts_sql[] =
#include "store/counts.sql.h"
    ;

struct _RenStore {
    sqlite3 *db;                       /* owned */
    sqlite3_stmt *inserts[REN_N_ADDS]; /* owned; NULL in a store that is read */
    guint n_issues;                    /* that were added; their rows count from 1 */
    GHashTable *locals;                /* owned; key → gint64 * row of table local */
    GHashTable *entities;              /* owned; key → gint64 * row of table entity */
};

sqlite3 *
ren_store_get_sqlite(RenStore *store)
{
    return store->db;
}

void
ren_store_free(RenStore *store)
{
    if (store == NULL)
        return;
    for (guint i = 0; i < REN_N_ADDS; i++)
        sqlite3_finalize(store->inserts[i]);
    sqlite3_close(store->db);
    g_clear_pointer(&store->locals, g_hash_table_unref);
    g_clear_pointer(&store->entities, g_hash_table_unref);
    g_free(store);
}

static gboolean
run_script(RenStore *store, const char *sql, GError **error)
{
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK || ren_sqlite_fail(store->db, error);
}

RenStore *
ren_store_create(const char *path, GError **error)
{
    g_autoptr(RenStore) store = g_new0(RenStore, 1);
    store->locals = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    store->entities = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    if (sqlite3_open_v2(path, &store->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI,
                        NULL) != SQLITE_OK) {
        ren_sqlite_fail(store->db, error);
        return NULL;
    }
    /* The file gets its name when it is whole: a crash needs no journal on disk. */
    if (!run_script(store,
                    "PRAGMA cache_size = -65536; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; "
                    "PRAGMA foreign_keys = ON; BEGIN;",
                    error) ||
        !run_script(store, schema_sql, error))
        return NULL;
    const char *sql = insert_sql;
    for (guint i = 0; i < REN_N_ADDS; i++) {
        if (sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &store->inserts[i], &sql) !=
            SQLITE_OK) {
            ren_sqlite_fail(store->db, error);
            return NULL;
        }
    }
    return g_steal_pointer(&store);
}

sqlite3_stmt *
ren_store_get_insert(RenStore *store, RenAdd which)
{
    return store->inserts[which];
}

gboolean
ren_store_insert(RenStore *store, RenAdd which, GError **error)
{
    gboolean done = sqlite3_step(store->inserts[which]) == SQLITE_DONE || ren_sqlite_fail(store->db, error);
    sqlite3_reset(store->inserts[which]);
    return done;
}

/* Binds start, end, start_cp, end_cp from parameter @n on. */
static void
bind_span(sqlite3_stmt *statement, int n, RenSpan span, RenCpCursor *cursor)
{
    sqlite3_bind_int64(statement, n, span.start);
    sqlite3_bind_int64(statement, n + 1, span.end);
    sqlite3_bind_int64(statement, n + 2, ren_cp_cursor_seek(cursor, span.start));
    sqlite3_bind_int64(statement, n + 3, ren_cp_cursor_seek(cursor, span.end));
}

/* The id that graph files use for the entity @key: ASCII, and the same on every machine. 40 bits make it
 * improbable that two of 100,000 entities meet; where they do, the second one gets a longer id. */
static char *
node_id(RenKind kind, const char *key, guint digits)
{
    static const char letters[REN_N_KINDS] = {
        [REN_PERSON] = 'p', [REN_ORG] = 'o', [REN_COMPANY] = 'c', [REN_PLACE] = 't'};
    g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, key, -1);
    return g_strdup_printf("%c%.*s", letters[kind], (int)digits, hash);
}

/* The kind that the id of an entity begins with. */
static RenKind
kind_of_key(const char *key)
{
    g_autofree char *head = g_strndup(key, strcspn(key, ":"));
    RenKind kind;
    return ren_kind_parse(head, &kind) ? kind : REN_ORG;
}

gint64
ren_store_entity_row(RenStore *store, const char *id, const char *name, GError **error)
{
    const gint64 *known = g_hash_table_lookup(store->entities, id);
    if (known != NULL)
        return *known;
    RenKind kind = kind_of_key(id);
    sqlite3_stmt *statement = store->inserts[REN_ADD_ENTITY];
    gint64 row = 0;
    for (guint digits = 10; row == 0; digits = 64) {
        g_autofree char *node = node_id(kind, id, digits);
        ren_sqlite_bind_text(statement, 1, id);
        ren_sqlite_bind_text(statement, 2, node);
        ren_sqlite_bind_text(statement, 3, ren_kind_name(kind));
        ren_sqlite_bind_text(statement, 4, name);
        int code = sqlite3_step(statement);
        if (code == SQLITE_DONE)
            row = sqlite3_last_insert_rowid(store->db);
        else if (code != SQLITE_CONSTRAINT || digits == 64)
            ren_sqlite_fail(store->db, error);
        sqlite3_reset(statement);
        if (code != SQLITE_DONE && (code != SQLITE_CONSTRAINT || digits == 64))
            return 0;
    }
    g_hash_table_insert(store->entities, g_strdup(id), g_memdup2(&row, sizeof(row)));
    return row;
}

gboolean
ren_store_has_entity(const RenStore *store, const char *id)
{
    return g_hash_table_contains(store->entities, id);
}

/* The row of what an issue alone calls @key; 0 with @error set. */
static gint64
local_row(RenStore *store, const char *key, const char *name, GError **error)
{
    const gint64 *known = g_hash_table_lookup(store->locals, key);
    if (known != NULL)
        return *known;
    sqlite3_stmt *statement = store->inserts[REN_ADD_LOCAL];
    ren_sqlite_bind_text(statement, 1, key);
    ren_sqlite_bind_text(statement, 2, ren_kind_name(kind_of_key(key)));
    ren_sqlite_bind_text(statement, 3, name);
    gint64 row = 0;
    if (sqlite3_step(statement) == SQLITE_ROW)
        row = sqlite3_column_int64(statement, 0);
    else
        ren_sqlite_fail(store->db, error);
    sqlite3_reset(statement);
    if (row == 0)
        return 0;
    g_hash_table_insert(store->locals, g_strdup(key), g_memdup2(&row, sizeof(row)));
    return row;
}

/* The row of table local of @mention: of persons, by rules alone; 0 with @error set. */
static gint64
local_row_of_mention(RenStore *store, const RenMention *mention, GError **error)
{
    if (mention->base == NULL)
        return local_row(store, mention->entity, mention->name != NULL ? mention->name : mention->text,
                         error);
    RenKind kind;
    g_autofree char *name = NULL, *qualifier = NULL;
    ren_reference_parse(mention->base, &kind, &name, &qualifier);
    return local_row(store, mention->base, name, error);
}

/* Adds the mention; sets @row to its row, 0 where it has no entity. */
static gboolean
add_mention(RenStore *store, gint64 article, const RenMention *mention, RenCpCursor *cursor, gint64 *row,
            GError **error)
{
    *row = 0;
    if (mention->entity == NULL)
        return TRUE;
    gint64 local = local_row_of_mention(store, mention, error);
    if (local == 0)
        return FALSE;
    sqlite3_stmt *statement = store->inserts[REN_ADD_MENTION];
    sqlite3_bind_int64(statement, 1, article);
    sqlite3_bind_int64(statement, 2, local);
    ren_sqlite_bind_text(statement, 3, ren_role_name(mention->role));
    sqlite3_bind_int64(statement, 4, mention->sentence);
    bind_span(statement, 5, mention->span, cursor);
    ren_sqlite_bind_text(statement, 9, mention->text != NULL ? mention->text : mention->name);
    ren_sqlite_bind_text(statement, 10, mention->rule);
    ren_sqlite_bind_text(statement, 11, "name");
    ren_sqlite_bind_text(statement, 12, mention->lay);
    if (!ren_store_insert(store, REN_ADD_MENTION, error))
        return FALSE;
    *row = sqlite3_last_insert_rowid(store->db);
    return TRUE;
}

/* Adds a surname with title as a further mention of @person. */
static gboolean
add_reference(RenStore *store, gint64 article, const RenReference *reference, const RenMention *person,
              RenCpCursor *cursor, GError **error)
{
    gint64 local = local_row_of_mention(store, person, error);
    if (local == 0)
        return FALSE;
    sqlite3_stmt *statement = store->inserts[REN_ADD_MENTION];
    sqlite3_bind_int64(statement, 1, article);
    sqlite3_bind_int64(statement, 2, local);
    ren_sqlite_bind_text(statement, 3, ren_role_name(person->role));
    sqlite3_bind_int64(statement, 4, reference->sentence);
    bind_span(statement, 5, reference->span, cursor);
    ren_sqlite_bind_text(statement, 9, reference->text);
    ren_sqlite_bind_text(statement, 10, reference->rule);
    ren_sqlite_bind_text(statement, 11, "title");
    ren_sqlite_bind_text(statement, 12, NULL);
    return ren_store_insert(store, REN_ADD_MENTION, error);
}

static gboolean
add_position(RenStore *store, gint64 article, const RenPosition *position, const RenMention *person,
             gint64 mention, GError **error)
{
    gint64 body = 0;
    const char *org = position->org_base != NULL ? position->org_base : position->org_entity;
    if (org != NULL) {
        body = local_row(store, org, position->org != NULL ? position->org : org, error);
        if (body == 0)
            return FALSE;
    }
    gint64 local = local_row_of_mention(store, person, error);
    if (local == 0)
        return FALSE;
    sqlite3_stmt *statement = store->inserts[REN_ADD_POSITION];
    sqlite3_bind_int64(statement, 1, mention);
    sqlite3_bind_int64(statement, 2, article);
    sqlite3_bind_int64(statement, 3, local);
    ren_sqlite_bind_text(statement, 4, position->title != NULL ? position->title : "");
    ren_sqlite_bind_text(statement, 5, position->org);
    if (body == 0)
        sqlite3_bind_null(statement, 6);
    else
        sqlite3_bind_int64(statement, 6, body);
    ren_sqlite_bind_text(statement, 7, position->region);
    ren_sqlite_bind_text(statement, 8, ren_tense_name(position->tense));
    ren_sqlite_bind_text(statement, 9, position->rule);
    ren_sqlite_bind_text(statement, 10, position->post != NULL ? position->post : position->title);
    return ren_store_insert(store, REN_ADD_POSITION, error);
}

static gboolean
add_sentences(RenStore *store, gint64 row, const RenArticle *article, RenCpCursor *cursor, GError **error)
{
    sqlite3_stmt *statement = store->inserts[REN_ADD_SENTENCE];
    for (guint i = 0; i < article->sentences->len; i++) {
        sqlite3_bind_int64(statement, 1, row);
        sqlite3_bind_int64(statement, 2, i);
        bind_span(statement, 3, g_array_index(article->sentences, RenSpan, i), cursor);
        if (!ren_store_insert(store, REN_ADD_SENTENCE, error))
            return FALSE;
    }
    return TRUE;
}

/* Adds what was found in @article, which has the row @row. */
static gboolean
add_findings(RenStore *store, gint64 row, const RenArticle *article, RenCpCursor *cursor, GError **error)
{
    g_autofree gint64 *mentions = g_new0(gint64, article->mentions->len);
    for (guint i = 0; i < article->mentions->len; i++)
        if (!add_mention(store, row, article->mentions->pdata[i], cursor, &mentions[i], error))
            return FALSE;
    for (guint i = 0; i < article->positions->len; i++) {
        const RenPosition *position = article->positions->pdata[i];
        g_return_val_if_fail(position->mention < article->mentions->len, FALSE);
        gint64 mention = mentions[position->mention];
        if (mention != 0 &&
            !add_position(store, row, position, article->mentions->pdata[position->mention], mention, error))
            return FALSE;
    }
    for (guint i = 0; i < article->references->len; i++) {
        const RenReference *reference = article->references->pdata[i];
        if (reference->mention >= 0 &&
            !add_reference(store, row, reference, article->mentions->pdata[reference->mention], cursor,
                           error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
add_articles(RenStore *store, gint64 issue, const RenIssue *read, GError **error)
{
    RenCpCursor cursor = ren_cp_cursor(read->text, read->len);
    sqlite3_stmt *statement = store->inserts[REN_ADD_ARTICLE];
    for (guint i = 0; i < read->articles->len; i++) {
        const RenArticle *article = read->articles->pdata[i];
        sqlite3_bind_int64(statement, 1, issue);
        sqlite3_bind_int64(statement, 2, article->index);
        ren_sqlite_bind_text(statement, 3, article->title != NULL ? article->title : "");
        ren_sqlite_bind_text(statement, 4, article->date);
        sqlite3_bind_int(statement, 5, article->doubtful);
        bind_span(statement, 6, article->span, &cursor);
        sqlite3_bind_text64(statement, 10, read->text + article->span.start,
                            article->span.end - article->span.start, SQLITE_STATIC, SQLITE_UTF8);
        if (!ren_store_insert(store, REN_ADD_ARTICLE, error))
            return FALSE;
        gint64 row = sqlite3_last_insert_rowid(store->db);
        if (!add_sentences(store, row, article, &cursor, error) ||
            !add_findings(store, row, article, &cursor, error))
            return FALSE;
    }
    return TRUE;
}

guint
ren_store_n_issues(const RenStore *store)
{
    return store->n_issues;
}

RenIssue *
ren_store_read_issue(RenStore *store, guint n, GError **error)
{
    g_autoptr(RenStatement) statement = ren_sqlite_prepare(store->db, issue_sql, error);
    if (statement == NULL)
        return NULL;
    sqlite3_bind_int64(statement, 1, n);
    if (!ren_sqlite_next(statement, error))
        return NULL;
    g_autoptr(RenIssue) issue = ren_issue_new();
    issue->doc = ren_sqlite_dup_text(statement, 0);
    issue->path = ren_sqlite_dup_text(statement, 1);
    issue->date = ren_sqlite_dup_text(statement, 2);
    issue->home = ren_sqlite_dup_text(statement, 3);
    issue->sought = ren_sqlite_dup_text(statement, 4);
    gboolean parted = sqlite3_column_int(statement, 5) != 0;
    issue->asked = ren_sqlite_dup_text(statement, 8);
    GString *text = g_string_new((const char *)sqlite3_column_text(statement, 6));
    g_autoptr(GError) problem = NULL;
    do {
        const char *article = (const char *)sqlite3_column_text(statement, 7);
        if (parted && article != NULL)
            g_array_append_val(issue->borders, text->len);
        g_string_append(text, article != NULL ? article : "");
    } while (ren_sqlite_next(statement, &problem));
    issue->len = text->len;
    issue->text = g_string_free(text, FALSE);
    if (problem == NULL)
        return g_steal_pointer(&issue);
    g_propagate_error(error, g_steal_pointer(&problem));
    return NULL;
}

gboolean
ren_store_replace_issue(RenStore *store, guint n, const RenIssue *issue, GError **error)
{
    g_autoptr(RenStatement) statement =
        ren_sqlite_prepare(store->db, "SELECT id FROM article WHERE issue = ?1 ORDER BY n", error);
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autofree char *sql =
        g_strdup_printf("DELETE FROM position WHERE article IN (SELECT id FROM article WHERE issue = %u);"
                        "DELETE FROM mention WHERE article IN (SELECT id FROM article WHERE issue = %u);",
                        n, n);
    if (statement == NULL || !run_script(store, sql, error))
        return FALSE;
    sqlite3_bind_int64(statement, 1, n);
    while (ren_sqlite_next(statement, NULL)) {
        gint64 row = sqlite3_column_int64(statement, 0);
        g_array_append_val(rows, row);
    }
    /* The text is the same, and so are its articles and sentences. */
    g_return_val_if_fail(rows->len == issue->articles->len, FALSE);
    RenCpCursor cursor = ren_cp_cursor(issue->text, issue->len);
    for (guint i = 0; i < rows->len; i++)
        if (!add_findings(store, g_array_index(rows, gint64, i), issue->articles->pdata[i], &cursor, error))
            return FALSE;
    g_autoptr(RenStatement) note = ren_sqlite_prepare(
        store->db, "UPDATE issue SET sought = ?2, asked = ?3, words = ?4 WHERE id = ?1", error);
    if (note == NULL)
        return FALSE;
    sqlite3_bind_int64(note, 1, n);
    ren_sqlite_bind_text(note, 2, issue->sought);
    ren_sqlite_bind_text(note, 3, issue->asked);
    ren_sqlite_bind_text(note, 4, issue->words);
    return sqlite3_step(note) == SQLITE_DONE || ren_sqlite_fail(store->db, error);
}

static gboolean
add_introduced(RenStore *store, gint64 row, const RenIssue *issue, GError **error)
{
    sqlite3_stmt *statement = store->inserts[REN_ADD_INTRODUCED];
    for (guint i = 0; i < issue->aliases->len; i++) {
        const RenAlias *alias = issue->aliases->pdata[i];
        sqlite3_bind_int64(statement, 1, row);
        ren_sqlite_bind_text(statement, 2, ren_kind_name(alias->kind));
        ren_sqlite_bind_text(statement, 3, alias->brief);
        ren_sqlite_bind_text(statement, 4, alias->full);
        if (!ren_store_insert(store, REN_ADD_INTRODUCED, error))
            return FALSE;
    }
    return TRUE;
}

/* How many bytes stand before the first article. */
static gsize
head_of(const RenIssue *issue)
{
    return issue->articles->len == 0 ? issue->len : ((RenArticle *)issue->articles->pdata[0])->span.start;
}

gboolean
ren_store_add_issue(RenStore *store, const RenIssue *issue, GError **error)
{
    g_autofree char *hash =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)issue->text, issue->len);
    sqlite3_stmt *statement = store->inserts[REN_ADD_ISSUE];
    ren_sqlite_bind_text(statement, 1, issue->doc);
    /* A file's name may be any bytes, a column of text may not. */
    g_autofree char *path = issue->path != NULL ? g_utf8_make_valid(issue->path, -1) : NULL;
    ren_sqlite_bind_text(statement, 2, path);
    ren_sqlite_bind_text(statement, 3, issue->date);
    ren_sqlite_bind_text(statement, 4, ren_date_source_name(issue->date_source));
    ren_sqlite_bind_text(statement, 5, issue->home);
    ren_sqlite_bind_text(statement, 6, issue->encoding);
    sqlite3_bind_int64(statement, 7, issue->invalid_bytes);
    sqlite3_bind_int64(statement, 8, issue->len);
    ren_sqlite_bind_text(statement, 9, hash);
    ren_sqlite_bind_text(statement, 10, issue->paper);
    ren_sqlite_bind_text(statement, 11, issue->number);
    ren_sqlite_bind_text(statement, 12, issue->page);
    sqlite3_bind_int(statement, 13, issue->borders->len > 0);
    sqlite3_bind_text64(statement, 14, issue->text, head_of(issue), SQLITE_STATIC, SQLITE_UTF8);
    ren_sqlite_bind_text(statement, 15, issue->key);
    ren_sqlite_bind_text(statement, 16, issue->sought);
    ren_sqlite_bind_text(statement, 17, issue->asked);
    ren_sqlite_bind_text(statement, 18, issue->words);
    if (!ren_store_insert(store, REN_ADD_ISSUE, error))
        return FALSE;
    store->n_issues = sqlite3_last_insert_rowid(store->db);
    return add_introduced(store, store->n_issues, issue, error) &&
           add_articles(store, store->n_issues, issue, error);
}

gboolean
ren_store_set_meta(RenStore *store, const char *key, const char *value, GError **error)
{
    ren_sqlite_bind_text(store->inserts[REN_ADD_META], 1, key);
    ren_sqlite_bind_text(store->inserts[REN_ADD_META], 2, value);
    return ren_store_insert(store, REN_ADD_META, error);
}

static gboolean
insert_links(RenStore *store, const RenComention *comention, GError **error)
{
    sqlite3_stmt *statement = store->inserts[REN_ADD_LINK];
    g_autoptr(GArray) links = ren_comention_get_links(comention);
    for (guint i = 0; i < links->len; i++) {
        const RenLink *link = &g_array_index(links, RenLink, i);
        sqlite3_bind_int64(
            statement, 1, ren_store_entity_row(store, ren_comention_get_id(comention, link->a), NULL, error));
        sqlite3_bind_int64(
            statement, 2, ren_store_entity_row(store, ren_comention_get_id(comention, link->b), NULL, error));
        sqlite3_bind_int64(statement, 3, link->articles);
        sqlite3_bind_int64(statement, 4, link->sentences);
        ren_sqlite_bind_text(statement, 5, link->first_seen);
        ren_sqlite_bind_text(statement, 6, link->last_seen);
        if (!ren_store_insert(store, REN_ADD_LINK, error))
            return FALSE;
    }
    return TRUE;
}

/* Counts who appears with whom, article by article, and adds the links. */
static gboolean
add_links(RenStore *store, GError **error)
{
    g_autoptr(RenComention) comention = ren_comention_new(FALSE);
    return ren_appearances_count(store, NULL, comention, error) && insert_links(store, comention, error);
}

gboolean
ren_store_index(RenStore *store, GError **error)
{
    return run_script(store, indexes_sql, error);
}

gboolean
ren_store_sum_up(RenStore *store, GError **error)
{
    return ren_functions_add(store->db, error) && run_script(store, finish_sql, error) &&
           run_script(store, "COMMIT;", error);
}

gboolean
ren_store_finish(RenStore *store, const RenIdentity *identity, GPtrArray *problems, GError **error)
{
    return ren_store_index(store, error) && ren_copies_mark(store, error) &&
           ren_archive_resolve(store, identity, problems, error) && add_links(store, error) &&
           ren_store_sum_up(store, error);
}

static gboolean
check_version(RenStore *store, const char *path, GError **error)
{
    g_autoptr(RenStatement) statement = NULL;
    if (sqlite3_prepare_v2(store->db, "PRAGMA user_version", -1, &statement, NULL) != SQLITE_OK ||
        sqlite3_step(statement) != SQLITE_ROW) {
        g_set_error(error, REN_ERROR, REN_ERROR_STORE,
                    _("'%s' cannot be read (%s): run `renmai build` again"), path, sqlite3_errmsg(store->db));
        return FALSE;
    }
    int version = sqlite3_column_int(statement, 0);
    if (version == REN_STORE_VERSION)
        return TRUE;
    g_set_error(error, REN_ERROR, REN_ERROR_STORE,
                version > REN_STORE_VERSION
                    ? _("'%s' was written by a newer renmai (layout %d, this one reads %d): use that, or run "
                        "`renmai build` again")
                    : _("'%s' was written by another version of renmai (layout %d, this one reads %d): run "
                        "`renmai build` again"),
                path, version, REN_STORE_VERSION);
    return FALSE;
}

RenStore *
ren_store_open(const char *path, GError **error)
{
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_set_error(error, REN_ERROR, REN_ERROR_STORE,
                    _("no '%s': run `renmai build` first, or name the output folder with -o"), path);
        return NULL;
    }
    g_autoptr(RenStore) store = g_new0(RenStore, 1);
    if (sqlite3_open_v2(path, &store->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) {
        g_set_error(error, REN_ERROR, REN_ERROR_STORE, _("'%s' cannot be opened: %s"), path,
                    sqlite3_errmsg(store->db));
        return NULL;
    }
    /* A query for each node or edge is slow where SQLite locks the file each time and forgets its pages. */
    return check_version(store, path, error) &&
                   run_script(store, "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; BEGIN;", error)
               ? g_steal_pointer(&store)
               : NULL;
}

gboolean
ren_store_count(RenStore *store, RenCounts *counts, GError **error)
{
    g_autoptr(RenStatement) statement = ren_sqlite_prepare(store->db, counts_sql, error);
    if (statement == NULL || !ren_sqlite_next(statement, error))
        return FALSE;
    guint *const fields[] = {&counts->issues,    &counts->copies,  &counts->articles,  &counts->reprints,
                             &counts->doubtful,  &counts->persons, &counts->reporters, &counts->orgs,
                             &counts->companies, &counts->places,  &counts->mentions,  &counts->links};
    for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
        *fields[i] = sqlite3_column_int64(statement, i);
    return TRUE;
}
