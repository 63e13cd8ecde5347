#include "store/query.h"

#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "store/sqlite.h"
#include "text/pinyin.h"

static const char find_sql[] =
#include "store/find.sql.h"
    ;
static const char guess_sql[] =
#include "store/guess.sql.h"
    ;
static const char nearest_sql[] =
#include "store/nearest.sql.h"
    ;
static const char who_sql[] =
#include "store/who.sql.h"
    ;
static const char quotes_sql[] =
#include "store/quotes.sql.h"
    ;
static const char titles_sql[] =
#include "store/titles.sql.h"
    ;
static const char forms_sql[] =
#include "store/forms.sql.h"
    ;

void
ren_entity_clear(RenEntity *entity)
{
    g_free(entity->key);
    g_free(entity->node);
    g_free(entity->role);
    g_free(entity->name);
    g_free(entity->first_seen);
    g_free(entity->last_seen);
    g_free(entity->title);
}

void
ren_entity_free(RenEntity *entity)
{
    if (entity == NULL)
        return;
    ren_entity_clear(entity);
    g_free(entity);
}

void
ren_companion_free(RenCompanion *companion)
{
    if (companion == NULL)
        return;
    ren_entity_clear(&companion->entity);
    g_free(companion->first_seen);
    g_free(companion->last_seen);
    g_free(companion);
}

void
ren_quote_free(RenQuote *quote)
{
    if (quote == NULL)
        return;
    g_free(quote->date);
    g_free(quote->doc);
    g_free(quote->headline);
    g_free(quote->title);
    g_free(quote->text);
    g_free(quote->rules);
    g_array_unref(quote->marks);
    g_free(quote);
}

void
ren_entity_read(sqlite3_stmt *statement, RenEntity *entity)
{
    entity->row = sqlite3_column_int64(statement, 0);
    entity->key = ren_sqlite_dup_text(statement, 1);
    entity->node = ren_sqlite_dup_text(statement, 2);
    ren_kind_parse((const char *)sqlite3_column_text(statement, 3), &entity->kind);
    entity->role = ren_sqlite_dup_text(statement, 4);
    entity->name = ren_sqlite_dup_text(statement, 5);
    entity->mentions = sqlite3_column_int64(statement, 6);
    entity->articles = sqlite3_column_int64(statement, 7);
    entity->first_seen = ren_sqlite_dup_text(statement, 8);
    entity->last_seen = ren_sqlite_dup_text(statement, 9);
    entity->title = ren_sqlite_dup_text(statement, 10);
}

static sqlite3_stmt *
prepare(RenStore *store, const char *sql, GError **error)
{
    return ren_sqlite_prepare(ren_store_get_sqlite(store), sql, error);
}

/* Hands over @rows, or NULL where reading them has failed. */
static GPtrArray *
hand_over(GPtrArray *rows, GError *problem, GError **error)
{
    if (problem == NULL)
        return rows;
    g_propagate_error(error, problem);
    g_ptr_array_unref(rows);
    return NULL;
}

static GPtrArray *
find_exactly(RenStore *store, const char *name, GError **error)
{
    g_autoptr(RenStatement) statement = prepare(store, find_sql, error);
    if (statement == NULL)
        return NULL;
    ren_sqlite_bind_text(statement, 1, name);
    GPtrArray *entities = g_ptr_array_new_with_free_func((GDestroyNotify)ren_entity_free);
    GError *problem = NULL;
    while (ren_sqlite_next(statement, &problem)) {
        RenEntity *entity = g_new0(RenEntity, 1);
        ren_entity_read(statement, entity);
        g_ptr_array_add(entities, entity);
        /* An id is nobody else's name. */
        if (g_str_equal(entity->key, name) || g_str_equal(entity->node, name))
            break;
    }
    return hand_over(entities, problem, error);
}

/* Two-character names are often printed, and typed, with a space inside. */
static char *
without_blanks(const char *name)
{
    GString *tight = g_string_new(NULL);
    for (const char *p = name; *p != '\0'; p = g_utf8_next_char(p))
        if (!g_unichar_isspace(g_utf8_get_char(p)))
            g_string_append_unichar(tight, g_utf8_get_char(p));
    return g_string_free(tight, FALSE);
}

GPtrArray *
ren_query_find(RenStore *store, const char *name, GError **error)
{
    GPtrArray *found = find_exactly(store, name, error);
    if (found == NULL || found->len > 0)
        return found;
    g_autofree char *tight = without_blanks(name);
    if (*tight == '\0' || g_str_equal(tight, name))
        return found;
    g_ptr_array_unref(found);
    return find_exactly(store, tight, error);
}

/* Statements of guess.sql. */
enum { BY_PINYIN, BY_BEGINNING };

GPtrArray *
ren_query_guess(RenStore *store, const char *name, GError **error)
{
    g_autofree char *tight = without_blanks(name), *typed = ren_pinyin_fold(name);
    const char *sql = guess_sql;
    GPtrArray *entities = g_ptr_array_new_with_free_func((GDestroyNotify)ren_entity_free);
    for (guint i = BY_PINYIN; i <= BY_BEGINNING && entities->len == 0 && *tight != '\0'; i++) {
        g_autoptr(RenStatement) statement = NULL;
        GError *problem = NULL;
        if (sqlite3_prepare_v2(ren_store_get_sqlite(store), sql, -1, &statement, &sql) != SQLITE_OK)
            ren_sqlite_fail(ren_store_get_sqlite(store), &problem);
        ren_sqlite_bind_text(statement, 1, tight);
        ren_sqlite_bind_text(statement, 2, typed);
        while (problem == NULL && ren_sqlite_next(statement, &problem)) {
            RenEntity *entity = g_new0(RenEntity, 1);
            ren_entity_read(statement, entity);
            g_ptr_array_add(entities, entity);
        }
        if (problem != NULL)
            return hand_over(entities, problem, error);
    }
    return entities;
}

RenEntity *
ren_query_entity(RenStore *store, gint64 row, GError **error)
{
    g_autoptr(RenStatement) statement =
        prepare(store,
                "SELECT id, key, node, kind, role, name, mentions, articles, first_seen, last_seen, title "
                "FROM entity WHERE id = ?1",
                error);
    if (statement == NULL)
        return NULL;
    sqlite3_bind_int64(statement, 1, row);
    if (!ren_sqlite_next(statement, error)) {
        if (error != NULL && *error == NULL)
            g_set_error(error, REN_ERROR, REN_ERROR_STORE, _("the database has no entity %lld"),
                        (long long)row);
        return NULL;
    }
    RenEntity *entity = g_new0(RenEntity, 1);
    ren_entity_read(statement, entity);
    return entity;
}

static void
form_free(RenForm *form)
{
    g_free(form->text);
    g_free(form->local);
    g_free(form);
}

GPtrArray *
ren_query_forms(RenStore *store, gint64 row, GError **error)
{
    g_autoptr(RenStatement) statement = prepare(store, forms_sql, error);
    if (statement == NULL)
        return NULL;
    sqlite3_bind_int64(statement, 1, row);
    GPtrArray *forms = g_ptr_array_new_with_free_func((GDestroyNotify)form_free);
    GError *problem = NULL;
    while (ren_sqlite_next(statement, &problem)) {
        RenForm *form = g_new(RenForm, 1);
        *form = (RenForm){ren_sqlite_dup_text(statement, 0), ren_sqlite_dup_text(statement, 1),
                          sqlite3_column_int64(statement, 2), sqlite3_column_int64(statement, 3)};
        g_ptr_array_add(forms, form);
    }
    return hand_over(forms, problem, error);
}

char *
ren_query_reference(RenStore *store, gint64 row, GError **error)
{
    g_autoptr(RenStatement) statement =
        prepare(store, "SELECT coalesce(reference, key) FROM entity WHERE id = ?1", error);
    if (statement == NULL)
        return NULL;
    sqlite3_bind_int64(statement, 1, row);
    return ren_sqlite_next(statement, error) ? ren_sqlite_dup_text(statement, 0) : NULL;
}

gboolean
ren_query_is_in_article(RenStore *store, const char *name, const char *doc, guint n)
{
    g_autoptr(RenStatement) statement =
        prepare(store,
                "SELECT 1 FROM mention m JOIN local l ON l.id = m.local JOIN article a ON a.id = m.article "
                "JOIN issue i ON i.id = a.issue WHERE l.name = ?1 AND i.doc = ?2 AND a.n = ?3 LIMIT 1",
                NULL);
    if (statement == NULL)
        return FALSE;
    ren_sqlite_bind_text(statement, 1, name);
    ren_sqlite_bind_text(statement, 2, doc);
    sqlite3_bind_int64(statement, 3, n);
    return ren_sqlite_next(statement, NULL);
}

gint64
ren_query_issue(RenStore *store, const char *doc)
{
    g_autoptr(RenStatement) statement = prepare(store, "SELECT id FROM issue WHERE doc = ?1", NULL);
    if (statement == NULL)
        return 0;
    ren_sqlite_bind_text(statement, 1, doc);
    return ren_sqlite_next(statement, NULL) ? sqlite3_column_int64(statement, 0) : 0;
}

char *
ren_query_meta(RenStore *store, const char *key)
{
    g_autoptr(RenStatement) statement = prepare(store, "SELECT value FROM meta WHERE key = ?1", NULL);
    if (statement == NULL)
        return NULL;
    ren_sqlite_bind_text(statement, 1, key);
    return ren_sqlite_next(statement, NULL) ? ren_sqlite_dup_text(statement, 0) : NULL;
}

GHashTable *
ren_query_files(RenStore *store, GError **error)
{
    g_autoptr(RenStatement) statement = prepare(
        store, "SELECT hash || ' ' || doc, coalesce(words, '') || char(10) || coalesce(asked, '') FROM issue",
        error);
    if (statement == NULL)
        return NULL;
    g_autoptr(GHashTable) files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    GError *problem = NULL;
    while (ren_sqlite_next(statement, &problem))
        g_hash_table_insert(files, ren_sqlite_dup_text(statement, 0), ren_sqlite_dup_text(statement, 1));
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return NULL;
    }
    return g_steal_pointer(&files);
}

void
ren_query_days(RenStore *store, char **first, char **last)
{
    g_autoptr(RenStatement) statement = prepare(store, "SELECT min(date), max(date) FROM article", NULL);
    gboolean found = statement != NULL && ren_sqlite_next(statement, NULL);
    *first = found ? ren_sqlite_dup_text(statement, 0) : NULL;
    *last = found ? ren_sqlite_dup_text(statement, 1) : NULL;
}

gboolean
ren_query_span(RenStore *store, const char *since, const char *until, guint *issues, char **first,
               char **last, GError **error)
{
    g_autoptr(RenStatement) statement =
        prepare(store,
                "SELECT count(DISTINCT issue), min(date), max(date) FROM article"
                " WHERE (?1 IS NULL OR date >= ?1) AND (?2 IS NULL OR date <= ?2 || '~')",
                error);
    if (statement == NULL)
        return FALSE;
    ren_sqlite_bind_text(statement, 1, since);
    ren_sqlite_bind_text(statement, 2, until);
    if (!ren_sqlite_next(statement, error))
        return FALSE;
    *issues = sqlite3_column_int64(statement, 0);
    *first = ren_sqlite_dup_text(statement, 1);
    *last = ren_sqlite_dup_text(statement, 2);
    return TRUE;
}

GPtrArray *
ren_query_nearest(RenStore *store, const char *name, guint limit, GError **error)
{
    g_autoptr(RenStatement) statement = prepare(store, nearest_sql, error);
    if (statement == NULL)
        return NULL;
    g_autofree char *typed = ren_pinyin_fold(name);
    ren_sqlite_bind_text(statement, 1, name);
    ren_sqlite_bind_text(statement, 2, typed);
    sqlite3_bind_int64(statement, 3, limit);
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    GError *problem = NULL;
    while (ren_sqlite_next(statement, &problem))
        g_ptr_array_add(names, ren_sqlite_dup_text(statement, 0));
    return hand_over(names, problem, error);
}

GPtrArray *
ren_query_who(RenStore *store, gint64 row, int limit, GError **error)
{
    g_autoptr(RenStatement) statement = prepare(store, who_sql, error);
    if (statement == NULL)
        return NULL;
    sqlite3_bind_int64(statement, 1, row);
    sqlite3_bind_int(statement, 2, limit);
    GPtrArray *companions = g_ptr_array_new_with_free_func((GDestroyNotify)ren_companion_free);
    GError *problem = NULL;
    while (ren_sqlite_next(statement, &problem)) {
        RenCompanion *companion = g_new0(RenCompanion, 1);
        ren_entity_read(statement, &companion->entity);
        companion->articles = sqlite3_column_int64(statement, 11);
        companion->sentences = sqlite3_column_int64(statement, 12);
        companion->first_seen = ren_sqlite_dup_text(statement, 13);
        companion->last_seen = ren_sqlite_dup_text(statement, 14);
        g_ptr_array_add(companions, companion);
    }
    return hand_over(companions, problem, error);
}

static RenQuote *
read_quote(sqlite3_stmt *statement)
{
    RenQuote *quote = g_new0(RenQuote, 1);
    quote->article = sqlite3_column_int64(statement, 0);
    quote->date = ren_sqlite_dup_text(statement, 1);
    quote->doc = ren_sqlite_dup_text(statement, 2);
    quote->headline = ren_sqlite_dup_text(statement, 3);
    quote->sentence = sqlite3_column_int64(statement, 4);
    quote->n = sqlite3_column_int64(statement, 10);
    const char *text = sqlite3_column_blob(statement, 8);
    quote->text = text == NULL ? g_strdup("") : g_strndup(text, sqlite3_column_bytes(statement, 8));
    quote->marks = g_array_new(FALSE, FALSE, sizeof(RenSpan));
    return quote;
}

static void
add_rule(RenQuote *quote, const char *rule)
{
    g_auto(GStrv) known = g_strsplit(quote->rules != NULL ? quote->rules : "", ", ", -1);
    if (rule == NULL || g_strv_contains((const char *const *)known, rule))
        return;
    char *rules = quote->rules == NULL ? g_strdup(rule) : g_strjoin(", ", quote->rules, rule, NULL);
    g_free(quote->rules);
    quote->rules = rules;
}

static void
mark(RenQuote *quote, gint64 start, gint64 end)
{
    gint64 len = strlen(quote->text);
    gint64 before =
        quote->marks->len == 0 ? 0 : g_array_index(quote->marks, RenSpan, quote->marks->len - 1).end;
    /* A name that runs over the end of its sentence is marked as far as it goes. */
    RenSpan span = {CLAMP(start, 0, len), CLAMP(end, 0, len)};
    if (span.start < span.end && (gint64)span.start >= before)
        g_array_append_val(quote->marks, span);
}

/* Gives each quote the titles of its article, or those of the last dated article before it. */
static gboolean
add_titles(RenStore *store, gint64 row, GPtrArray *quotes, GError **error)
{
    g_autoptr(RenStatement) statement = prepare(store, titles_sql, error);
    if (statement == NULL)
        return FALSE;
    sqlite3_bind_int64(statement, 1, row);
    g_autoptr(GHashTable) titles = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    g_autoptr(GError) problem = NULL;
    while (ren_sqlite_next(statement, &problem)) {
        gint64 article = sqlite3_column_int64(statement, 0);
        g_hash_table_insert(titles, g_memdup2(&article, sizeof(article)), ren_sqlite_dup_text(statement, 1));
    }
    if (problem != NULL) {
        g_propagate_error(error, g_steal_pointer(&problem));
        return FALSE;
    }
    const char *last = NULL;
    for (guint i = 0; i < quotes->len; i++) {
        RenQuote *quote = quotes->pdata[i];
        const char *own = g_hash_table_lookup(titles, &quote->article);
        if (own != NULL && quote->date != NULL)
            last = own;
        quote->title = g_strdup(own != NULL || quote->date == NULL ? own : last);
    }
    return TRUE;
}

GPtrArray *
ren_query_quotes(RenStore *store, gint64 row, gint64 with, GError **error)
{
    g_autoptr(RenStatement) statement = prepare(store, quotes_sql, error);
    if (statement == NULL)
        return NULL;
    sqlite3_bind_int64(statement, 1, row);
    sqlite3_bind_int64(statement, 2, with);
    g_autoptr(GPtrArray) quotes = g_ptr_array_new_with_free_func((GDestroyNotify)ren_quote_free);
    g_autoptr(GError) problem = NULL;
    RenQuote *quote = NULL;
    while (ren_sqlite_next(statement, &problem)) {
        if (quote == NULL || quote->article != sqlite3_column_int64(statement, 0) ||
            quote->sentence != sqlite3_column_int64(statement, 4)) {
            quote = read_quote(statement);
            g_ptr_array_add(quotes, quote);
        }
        mark(quote, sqlite3_column_int64(statement, 6), sqlite3_column_int64(statement, 7));
        add_rule(quote, (const char *)sqlite3_column_text(statement, 9));
        if (sqlite3_column_int64(statement, 5) == row)
            quote->first = TRUE;
        else
            quote->second = TRUE;
    }
    if (problem != NULL) {
        g_propagate_error(error, g_steal_pointer(&problem));
        return NULL;
    }
    return add_titles(store, row, quotes, error) ? g_steal_pointer(&quotes) : NULL;
}
