#include "store/search.h"

#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "store/sqlite.h"
#include "text/words.h"

static const char search_sql[] =
#include "store/search.sql.h"
    ;

/* A snippet has so many characters, and so many of them stand before the first word, if its sentence does not
 * begin there. */
#define SNIPPET 70
#define BEFORE 15

/* Words that stand one behind the other. */
typedef struct {
    GPtrArray *words; /* owned; of RenSearchWord */
    gboolean begins;  /* the last may be the beginning of a word */
    gboolean without; /* no article with them is wanted */
    gboolean another; /* they are the first of another choice */
} Phrase;

/* A phrase in a text. */
typedef struct {
    RenSpan span;
    guint phrase;
} Match;

static void
phrase_free(gpointer data)
{
    Phrase *phrase = data;
    g_ptr_array_unref(phrase->words);
    g_free(phrase);
}

static void
hit_free(gpointer data)
{
    RenHit *hit = data;
    g_free(hit->date);
    g_free(hit->doc);
    g_free(hit->headline);
    g_free(hit->snippet);
    g_array_unref(hit->marks);
    g_free(hit);
}

/* ---- what is asked ---- */

static gboolean
is_quote(gunichar c)
{
    return c == '"' || c == 0x201c || c == 0x201d || c == 0xff02 || c == 0x300c || c == 0x300d;
}

/* Adds the term from @start to before @end as a phrase, if there are words in it. */
static void
add_phrase(GPtrArray *phrases, const char *start, const char *end, gboolean without, gboolean *another)
{
    Phrase *phrase = g_new0(Phrase, 1);
    phrase->words = ren_words_read(start, end - start, TRUE, &phrase->begins);
    phrase->without = without;
    if (phrase->words->len == 0) {
        phrase_free(phrase);
        return;
    }
    phrase->another = *another && !without;
    *another = *another && without;
    g_ptr_array_add(phrases, phrase);
}

static GPtrArray *
read_question(const char *question)
{
    GPtrArray *phrases = g_ptr_array_new_with_free_func(phrase_free);
    gboolean another = FALSE;
    for (const char *p = question; *p != '\0';) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isspace(c)) {
            p = g_utf8_next_char(p);
            continue;
        }
        gboolean without = c == '-' || c == 0xff0d;
        if (without)
            p = g_utf8_next_char(p);
        gboolean quoted = is_quote(g_utf8_get_char(p));
        const char *start = quoted ? g_utf8_next_char(p) : p;
        for (p = start; *p != '\0'; p = g_utf8_next_char(p)) {
            c = g_utf8_get_char(p);
            if (quoted ? is_quote(c) : g_unichar_isspace(c))
                break;
        }
        if (!quoted && !without && p - start == 2 && strncmp(start, "OR", 2) == 0)
            another = phrases->len > 0;
        else
            add_phrase(phrases, start, p, without, &another);
        p = *p == '\0' ? p : g_utf8_next_char(p);
    }
    return phrases;
}

/* FTS5's syntax: "教育 育局" is a phrase; quotes cannot stand in words. */
static void
append_phrase(GString *match, const Phrase *phrase)
{
    g_string_append_c(match, '"');
    for (guint i = 0; i < phrase->words->len; i++)
        g_string_append_printf(match, "%s%s", i > 0 ? " " : "",
                               ((RenSearchWord *)phrase->words->pdata[i])->text);
    g_string_append(match, phrase->begins ? "\" *" : "\"");
}

/* What MATCH takes; NULL where nothing is wanted. Owned by the caller. */
static char *
match_of(const GPtrArray *phrases)
{
    g_autoptr(GString) match = g_string_new(NULL);
    for (guint i = 0; i < phrases->len; i++) {
        const Phrase *phrase = phrases->pdata[i];
        if (phrase->without)
            continue;
        if (match->len > 0)
            g_string_append(match, phrase->another ? ") OR (" : " AND ");
        append_phrase(match, phrase);
    }
    if (match->len == 0)
        return NULL;
    g_string_prepend(match, "((");
    g_string_append(match, "))");
    for (guint i = 0; i < phrases->len; i++) {
        const Phrase *phrase = phrases->pdata[i];
        if (!phrase->without)
            continue;
        g_string_append(match, " NOT ");
        append_phrase(match, phrase);
    }
    return g_string_free(g_steal_pointer(&match), FALSE);
}

/* ---- where it stands ---- */

static gboolean
stands_at(const Phrase *phrase, const GPtrArray *words, guint at)
{
    for (guint i = 0; i < phrase->words->len; i++) {
        const char *wanted = ((RenSearchWord *)phrase->words->pdata[i])->text;
        if (at + i >= words->len)
            return FALSE;
        const char *got = ((RenSearchWord *)words->pdata[at + i])->text;
        gboolean begins = phrase->begins && i + 1 == phrase->words->len;
        if (begins ? !g_str_has_prefix(got, wanted) : !g_str_equal(got, wanted))
            return FALSE;
    }
    return TRUE;
}

/* The end of @phrase, whose words in @text begin with @words' number @at. A beginning is one character. */
static gsize
end_of(const Phrase *phrase, const char *text, const GPtrArray *words, guint at)
{
    RenSpan last = ((RenSearchWord *)words->pdata[at + phrase->words->len - 1])->span;
    return phrase->begins ? (gsize)(g_utf8_next_char(text + last.start) - text) : last.end;
}

/* All wanted phrases (Match) in @text, in order. */
static GArray *
find_matches(const GPtrArray *phrases, const char *text)
{
    GArray *matches = g_array_new(FALSE, FALSE, sizeof(Match));
    g_autoptr(GPtrArray) words = ren_words_read(text, strlen(text), FALSE, NULL);
    for (guint at = 0; at < words->len; at++) {
        for (guint i = 0; i < phrases->len; i++) {
            const Phrase *phrase = phrases->pdata[i];
            if (phrase->without || !stands_at(phrase, words, at))
                continue;
            RenSpan span = {((RenSearchWord *)words->pdata[at])->span.start, end_of(phrase, text, words, at)};
            Match match = {span, i};
            g_array_append_val(matches, match);
        }
    }
    return matches;
}

/* How many different phrases begin less than a snippet behind match @from. */
static guint
count_near(const GArray *matches, guint from, const char *text, guint n_phrases)
{
    g_autofree gboolean *seen = g_new0(gboolean, n_phrases);
    const Match *first = &g_array_index(matches, Match, from);
    guint n = 0;
    for (guint i = from; i < matches->len; i++) {
        const Match *match = &g_array_index(matches, Match, i);
        if (g_utf8_strlen(text + first->span.start, match->span.start - first->span.start) > SNIPPET - BEFORE)
            break;
        n += !seen[match->phrase];
        seen[match->phrase] = TRUE;
    }
    return n;
}

/* The match with which the snippet begins: the most phrases near, rather in the text than in its first line,
 * which is the headline. */
static guint
best_match(const GArray *matches, const char *text, guint n_phrases)
{
    gsize head = strcspn(text, "\n");
    guint best = 0, most = 0;
    for (guint i = 0; i < matches->len; i++) {
        guint n = 2 * count_near(matches, i, text, n_phrases) +
                  (g_array_index(matches, Match, i).span.start > head);
        if (n > most) {
            best = i;
            most = n;
        }
    }
    return best;
}

static gboolean
ends_sentence(gunichar c)
{
    return c == 0x3002 || c == 0xff01 || c == 0xff1f || c == '\n';
}

/* The start of the snippet whose first word is at @at. */
static gsize
start_before(const char *text, gsize at)
{
    const char *p = text + at;
    for (guint i = 0; i < BEFORE && p > text; i++) {
        const char *before = g_utf8_prev_char(p);
        if (ends_sentence(g_utf8_get_char(before)))
            break;
        p = before;
    }
    return p - text;
}

/* Cuts out of @text what is shown of it. */
static void
set_snippet(RenHit *hit, const GPtrArray *phrases, const char *text)
{
    g_autoptr(GArray) matches = find_matches(phrases, text);
    guint best = best_match(matches, text, phrases->len);
    gsize start = matches->len == 0 ? 0 : start_before(text, g_array_index(matches, Match, best).span.start);
    const char *end = text + start;
    for (guint i = 0; i < SNIPPET && *end != '\0'; i++)
        end = g_utf8_next_char(end);
    const char *before =
        start > 0 && !ends_sentence(g_utf8_get_char(g_utf8_prev_char(text + start))) ? "…" : "";
    hit->snippet =
        g_strdup_printf("%s%.*s%s", before, (int)(end - text - start), text + start, *end != '\0' ? "…" : "");
    hit->marks = g_array_new(FALSE, FALSE, sizeof(RenSpan));
    gsize done = start, shift = strlen(before);
    for (guint i = best; i < matches->len; i++) {
        RenSpan span = g_array_index(matches, Match, i).span;
        if (span.start < done || span.end > (gsize)(end - text))
            continue;
        done = span.end;
        RenSpan mark = {span.start - start + shift, span.end - start + shift};
        g_array_append_val(hit->marks, mark);
    }
}

/* ---- all ---- */

GPtrArray *
ren_search_query(RenStore *store, const char *question, const RenFilter *filter, gboolean by_date, int limit,
                 guint *total, GError **error)
{
    g_autoptr(GPtrArray) phrases = read_question(question);
    g_autofree char *match = match_of(phrases);
    gboolean all;
    if (match == NULL) {
        g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("'%s': no word to look for"), question);
        return NULL;
    }
    if (!ren_filter_apply(store, filter, &all, error))
        return NULL;
    g_autoptr(RenStatement) statement = ren_sqlite_prepare(ren_store_get_sqlite(store), search_sql, error);
    if (statement == NULL)
        return NULL;
    ren_sqlite_bind_text(statement, 1, match);
    sqlite3_bind_int(statement, 2, all);
    sqlite3_bind_int(statement, 3, by_date);
    sqlite3_bind_int(statement, 4, limit);
    g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func(hit_free);
    g_autoptr(GError) problem = NULL;
    *total = 0;
    while (ren_sqlite_next(statement, &problem)) {
        RenHit *hit = g_new0(RenHit, 1);
        hit->date = ren_sqlite_dup_text(statement, 0);
        hit->doc = ren_sqlite_dup_text(statement, 1);
        hit->n = sqlite3_column_int64(statement, 2);
        hit->headline = ren_sqlite_dup_text(statement, 3);
        set_snippet(hit, phrases, (const char *)sqlite3_column_text(statement, 4));
        g_ptr_array_add(hits, hit);
        *total = sqlite3_column_int64(statement, 5);
    }
    if (problem != NULL) {
        g_propagate_error(error, g_steal_pointer(&problem));
        return NULL;
    }
    return g_steal_pointer(&hits);
}
