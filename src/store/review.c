#include "store/review.h"

#include <string.h>

#include "base/message.h"
#include "base/utf8.h"
#include "resolve/decisions.h"
#include "store/career.h"
#include "store/sqlite.h"

static const char review_sql[] =
#include "store/review.sql.h"
    ;

/* The statements of review.sql, in their order. */
enum { DOUBTS, TWINS, BARE, BORDERS, N_QUESTIONS };

/* So many characters of a text are shown as evidence. */
#define SHOWN 60
/* And so many posts of a person. */
#define MOST_TERMS 4

static const char *const kind_names[REN_N_REVIEWS] = {"merge", "homonym", "person", "orphan", "border"};

const char *
ren_review_kind_name(RenReviewKind kind)
{
    return kind_names[kind];
}

gboolean
ren_review_kind_parse(const char *name, RenReviewKind *kind)
{
    for (guint i = 0; i < REN_N_REVIEWS; i++) {
        if (g_str_equal(kind_names[i], name)) {
            *kind = i;
            return TRUE;
        }
    }
    return FALSE;
}

static void
item_free(RenReviewItem *item)
{
    ren_entity_free(item->a);
    ren_entity_free(item->b);
    g_free(item->evidence);
    g_free(item->doc);
    g_free(item->parts[0]);
    g_free(item->parts[1]);
    g_free(item);
}

/* Whether two names of one length differ in one character: one may be a misprint of the other. */
static gboolean
are_twins(const char *a, const char *b)
{
    guint differ = 0;
    for (; *a != '\0' && *b != '\0'; a = g_utf8_next_char(a), b = g_utf8_next_char(b))
        differ += g_utf8_get_char(a) != g_utf8_get_char(b);
    return differ == 1;
}

/* What a person did when, in a line: "区教育局局长 2023-01-12 to 2023-06-19; …". */
static char *
career_of(RenStore *store, const RenEntity *entity, GError **error)
{
    g_autoptr(GPtrArray) terms = ren_career_query(store, entity->row, 0, error);
    if (terms == NULL)
        return NULL;
    g_autoptr(GString) line = g_string_new(NULL);
    for (guint i = 0; i < terms->len; i++) {
        const RenTerm *term = terms->pdata[i];
        if (i == MOST_TERMS) {
            g_string_append_printf(line, _("; and %u more"), terms->len - i);
            break;
        }
        g_string_append_printf(line, "%s%s%s%s", line->len > 0 ? C_("list", "; ") : "",
                               term->body != NULL ? term->body : "", term->body != NULL ? " " : "",
                               term->post);
        if (term->first != NULL)
            g_string_append_printf(line, _(" %s to %s"), term->first->date, term->last->date);
    }
    if (line->len == 0)
        g_string_append_printf(
            line, P_("no post; %u mention, %s to %s", "no post; %u mentions, %s to %s", entity->mentions),
            entity->mentions, entity->first_seen != NULL ? entity->first_seen : "?",
            entity->last_seen != NULL ? entity->last_seen : "?");
    return g_strdup(line->str);
}

static char *
head_of(const char *text)
{
    g_autofree char *line = ren_utf8_one_line(text, strlen(text), NULL, 0, NULL, NULL);
    return ren_utf8_fit(line, SHOWN);
}

/* The reference to who is called as @person and has a post in the body @id; NULL where a reference cannot say
 * that. Owned by the caller. */
static char *
part_of(const RenEntity *person, const char *id)
{
    g_autofree char *body = id == NULL || strchr(id, '@') != NULL ? NULL : ren_reference_name(id);
    return body == NULL ? NULL : g_strdup_printf("person:%s@%s", person->name, body);
}

/* Adds the item of a row of @which. */
static gboolean
add_item(RenStore *store, GPtrArray *items, guint which, sqlite3_stmt *statement, GError **error)
{
    RenReviewItem *item = g_new0(RenReviewItem, 1);
    g_ptr_array_add(items, item);
    item->effect = sqlite3_column_int64(statement, 4);
    guint first = which == DOUBTS ? 1 : 0;
    if (which == BORDERS) {
        g_autofree char *title = head_of((const char *)sqlite3_column_text(statement, 2));
        g_autofree char *head = head_of((const char *)sqlite3_column_text(statement, 3));
        item->kind = REN_REVIEW_BORDER;
        item->doc = ren_sqlite_dup_text(statement, 0);
        item->evidence = g_strdup(*title != '\0' ? title : head);
        return TRUE;
    }
    item->a = ren_query_entity(store, sqlite3_column_int64(statement, first), error);
    if (sqlite3_column_type(statement, first + 1) != SQLITE_NULL)
        item->b = ren_query_entity(store, sqlite3_column_int64(statement, first + 1), error);
    if (item->a == NULL || (item->b == NULL && sqlite3_column_type(statement, first + 1) != SQLITE_NULL))
        return FALSE;
    if (which == BARE) {
        item->kind = REN_REVIEW_PERSON;
        item->evidence = g_strdup(_("no title, verb or byline beside the name anywhere"));
    } else if (which == TWINS) {
        item->kind = REN_REVIEW_MERGE;
        item->evidence = g_strdup_printf(_("both are %s of %s, one character differs"),
                                         (const char *)sqlite3_column_text(statement, 2),
                                         (const char *)sqlite3_column_text(statement, 3));
    } else {
        ren_review_kind_parse((const char *)sqlite3_column_text(statement, 0), &item->kind);
        item->evidence = ren_sqlite_dup_text(statement, 3);
        for (guint i = 0; i < 2; i++)
            item->parts[i] = part_of(item->a, (const char *)sqlite3_column_text(statement, 5 + i));
    }
    if (item->kind == REN_REVIEW_ORPHAN) {
        g_free(item->evidence);
        item->evidence = g_strdup(_("looks like a short name, but no full one, or more than one, fits"));
    }
    return TRUE;
}

/* What two namesakes did, one under the other. */
static gboolean
add_careers(RenStore *store, RenReviewItem *item, GError **error)
{
    if (item->a == NULL || item->a->kind != REN_PERSON || item->kind == REN_REVIEW_PERSON)
        return TRUE;
    g_autofree char *a = career_of(store, item->a, error);
    g_autofree char *b = item->b == NULL ? NULL : career_of(store, item->b, error);
    if (a == NULL || (item->b != NULL && b == NULL))
        return FALSE;
    char *evidence =
        g_strdup_printf("%s%s%s%s%s", item->evidence != NULL ? item->evidence : "",
                        item->evidence != NULL ? "\n" : "", a, b != NULL ? "\n" : "", b != NULL ? b : "");
    g_free(item->evidence);
    item->evidence = evidence;
    return TRUE;
}

static int
compare_items(gconstpointer x, gconstpointer y)
{
    const RenReviewItem *a = *(RenReviewItem *const *)x, *b = *(RenReviewItem *const *)y;
    return a->effect != b->effect ? (a->effect > b->effect ? -1 : 1) : 0;
}

GPtrArray *
ren_review_query(RenStore *store, GError **error)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func((GDestroyNotify)item_free);
    const char *sql = review_sql;
    for (guint which = 0; which < N_QUESTIONS; which++) {
        g_autoptr(RenStatement) statement = NULL;
        sqlite3 *db = ren_store_get_sqlite(store);
        if (sqlite3_prepare_v2(db, sql, -1, &statement, &sql) != SQLITE_OK) {
            ren_sqlite_fail(db, error);
            return NULL;
        }
        GError *problem = NULL;
        while (ren_sqlite_next(statement, &problem)) {
            if (which == TWINS && !are_twins((const char *)sqlite3_column_text(statement, 5),
                                             (const char *)sqlite3_column_text(statement, 6)))
                continue;
            if (!add_item(store, items, which, statement, error))
                return NULL;
        }
        if (problem != NULL) {
            g_propagate_error(error, problem);
            return NULL;
        }
    }
    for (guint i = 0; i < items->len; i++)
        if (!add_careers(store, items->pdata[i], error))
            return NULL;
    g_ptr_array_sort(items, compare_items); /* stable: equal effects keep the order of the questions */
    return g_steal_pointer(&items);
}
