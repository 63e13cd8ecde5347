#include "store/career.h"

#include <string.h>

#include "store/sqlite.h"

static const char career_sql[] =
#include "store/career.sql.h"
    ;

static void
proof_free(RenProof *proof)
{
    g_free(proof->date);
    g_free(proof->doc);
    g_free(proof->headline);
    g_free(proof->title);
    g_free(proof->text);
    g_free(proof->rule);
    g_free(proof);
}

static void
term_free(RenTerm *term)
{
    g_free(term->person);
    g_free(term->key);
    g_free(term->body);
    g_free(term->post);
    g_ptr_array_unref(term->proofs);
    g_free(term);
}

static RenProof *
read_proof(sqlite3_stmt *statement)
{
    RenProof *proof = g_new0(RenProof, 1);
    proof->title = ren_sqlite_dup_text(statement, 5);
    proof->tense = ren_tense_parse((const char *)sqlite3_column_text(statement, 6));
    proof->date = ren_sqlite_dup_text(statement, 7);
    proof->estimated = sqlite3_column_int(statement, 8) != 0;
    proof->doc = ren_sqlite_dup_text(statement, 9);
    proof->headline = ren_sqlite_dup_text(statement, 10);
    const char *text = sqlite3_column_blob(statement, 13);
    gsize len = sqlite3_column_bytes(statement, 13);
    proof->text = text == NULL ? g_strdup("") : g_strndup(text, len);
    proof->mark.start = CLAMP(sqlite3_column_int64(statement, 11), 0, (gint64)len);
    proof->mark.end = CLAMP(sqlite3_column_int64(statement, 12), (gint64)proof->mark.start, (gint64)len);
    proof->rule = ren_sqlite_dup_text(statement, 14);
    proof->article = sqlite3_column_int64(statement, 15);
    proof->n = sqlite3_column_int(statement, 16);
    return proof;
}

static void
add_proof(RenTerm *term, RenProof *proof)
{
    const RenProof *before = term->proofs->len > 0 ? term->proofs->pdata[term->proofs->len - 1] : NULL;
    term->articles += before == NULL || before->article != proof->article;
    g_ptr_array_add(term->proofs, proof);
    if (proof->date == NULL)
        return;
    if (proof->tense == REN_TENSE_ENDED) {
        term->ended = term->ended == NULL ? proof : term->ended;
        return;
    }
    if (term->first == NULL)
        term->first = proof;
    term->last = proof;
    term->ended = NULL; /* held again */
}

static const char *
start_of(const RenTerm *term)
{
    return term->first != NULL ? term->first->date : term->ended != NULL ? term->ended->date : NULL;
}

static int
compare_dates(const char *a, const char *b)
{
    return a == NULL || b == NULL ? (a == NULL) - (b == NULL) : strcmp(a, b);
}

static int
by_date(gconstpointer x, gconstpointer y)
{
    const RenTerm *a = *(RenTerm *const *)x, *b = *(RenTerm *const *)y;
    int order = compare_dates(start_of(a), start_of(b));
    return order != 0                         ? order
           : g_strcmp0(a->body, b->body) != 0 ? g_strcmp0(a->body, b->body)
                                              : strcmp(a->post, b->post);
}

static int
by_body(gconstpointer x, gconstpointer y)
{
    const RenTerm *a = *(RenTerm *const *)x, *b = *(RenTerm *const *)y;
    int order = g_strcmp0(a->body, b->body);
    if (order == 0)
        order = strcmp(a->post, b->post);
    if (order == 0)
        order = compare_dates(start_of(a), start_of(b));
    return order != 0 ? order : strcmp(a->key, b->key);
}

/* Marks the terms that began later than the first of their row: of the person, or of the post. */
static void
mark_changes(GPtrArray *terms, gboolean of_body)
{
    const RenTerm *first = NULL;
    for (guint i = 0; i < terms->len; i++) {
        RenTerm *term = terms->pdata[i];
        if (first == NULL ||
            (of_body && (g_strcmp0(first->body, term->body) != 0 || !g_str_equal(first->post, term->post))))
            first = term;
        term->later =
            term->first != NULL && start_of(first) != NULL && strcmp(term->first->date, start_of(first)) > 0;
    }
}

GPtrArray *
ren_career_query(RenStore *store, gint64 row, gint64 body, GError **error)
{
    g_autoptr(RenStatement) statement = ren_sqlite_prepare(ren_store_get_sqlite(store), career_sql, error);
    if (statement == NULL)
        return NULL;
    sqlite3_bind_int64(statement, 1, row);
    sqlite3_bind_int64(statement, 2, body);
    g_autoptr(GPtrArray) terms = g_ptr_array_new_with_free_func((GDestroyNotify)term_free);
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GError) problem = NULL;
    while (ren_sqlite_next(statement, &problem)) {
        const char *key = (const char *)sqlite3_column_text(statement, 0);
        const char *body_key = (const char *)sqlite3_column_text(statement, 2);
        const char *post = (const char *)sqlite3_column_text(statement, 4);
        char *name = g_strdup_printf("%s\t%s\t%s", key, body_key != NULL ? body_key : "", post);
        RenTerm *term = g_hash_table_lookup(known, name);
        if (term == NULL) {
            term = g_new0(RenTerm, 1);
            term->key = g_strdup(key);
            term->person = ren_sqlite_dup_text(statement, 1);
            term->body = ren_sqlite_dup_text(statement, 3);
            term->post = g_strdup(post);
            term->proofs = g_ptr_array_new_with_free_func((GDestroyNotify)proof_free);
            g_ptr_array_add(terms, term);
        }
        g_hash_table_replace(known, name, term);
        add_proof(term, read_proof(statement));
    }
    if (problem != NULL) {
        g_propagate_error(error, g_steal_pointer(&problem));
        return NULL;
    }
    g_ptr_array_sort(terms, row == 0 ? by_body : by_date);
    mark_changes(terms, row == 0);
    return g_steal_pointer(&terms);
}
