/* renmai show: an article with its names marked, and who is in it. */
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/pager.h"
#include "cli/print.h"
#include "cli/table.h"
#include "store/query.h"
#include "store/stored-issue.h"

/* A stretch of an issue that stands for an entity. */
typedef struct {
    RenSpan span;
    const RenMention *mention; /* of a surname with a title: that of the person */
} Mark;

static int
compare_marks(gconstpointer a, gconstpointer b)
{
    const Mark *one = a, *two = b;
    return one->span.start != two->span.start ? (one->span.start < two->span.start ? -1 : 1) : 0;
}

/* The names (Mark) of @article and the surnames with titles, in order, none inside another. */
static GArray *
collect_marks(const RenArticle *article)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Mark));
    for (guint i = 0; i < article->mentions->len; i++) {
        const RenMention *mention = article->mentions->pdata[i];
        Mark mark = {mention->span, mention};
        g_array_append_val(all, mark);
    }
    for (guint i = 0; i < article->references->len; i++) {
        const RenReference *reference = article->references->pdata[i];
        if (reference->mention < 0)
            continue;
        Mark mark = {reference->span, article->mentions->pdata[reference->mention]};
        g_array_append_val(all, mark);
    }
    g_array_sort(all, compare_marks);
    GArray *marks = g_array_new(FALSE, FALSE, sizeof(Mark));
    gsize done = 0;
    for (guint i = 0; i < all->len; i++) {
        Mark mark = g_array_index(all, Mark, i);
        if (mark.span.start < done)
            continue;
        done = mark.span.end;
        g_array_append_val(marks, mark);
    }
    return g_steal_pointer(&marks);
}

static void
begin_mark(const Mark *mark, gboolean colour)
{
    /* Blue, yellow, magenta and green, as persons, organisations, companies and places are in the network. */
    static const char *const colours[REN_N_KINDS] = {"\033[1;34m", "\033[33m", "\033[35m", "\033[32m"};
    fputs(colour ? colours[mark->mention->kind] : "[", stdout);
}

static void
end_mark(const Mark *mark, gboolean colour)
{
    if (colour)
        fputs("\033[0m", stdout);
    else
        printf("|%s]", ren_kind_name(mark->mention->kind));
}

/* Prints the text of @article as it stands in the file, without control characters. */
static void
print_text(const RenIssue *issue, const RenArticle *article)
{
    g_autoptr(GArray) marks = collect_marks(article);
    gboolean colour = ren_print_is_terminal(), inside = FALSE;
    guint next = 0;
    const char *end = issue->text + article->span.end;
    while (end > issue->text + article->span.start && g_ascii_isspace(end[-1]))
        end--;
    for (const char *p = issue->text + article->span.start; p < end; p = g_utf8_next_char(p)) {
        const Mark *mark = next < marks->len ? &g_array_index(marks, Mark, next) : NULL;
        gsize at = p - issue->text;
        if (inside && at >= mark->span.end) {
            end_mark(mark, colour);
            inside = FALSE;
            next++;
            mark = next < marks->len ? &g_array_index(marks, Mark, next) : NULL;
        }
        if (!inside && mark != NULL && at >= mark->span.start) {
            begin_mark(mark, colour);
            inside = TRUE;
        }
        if (*p == '\n' || *p == '\t' || !g_unichar_iscntrl(g_utf8_get_char(p)))
            printf("%.*s", (int)(g_utf8_next_char(p) - p), p);
    }
    if (inside)
        end_mark(&g_array_index(marks, Mark, next), colour);
    puts("");
}

/* Somebody or something in an article. */
typedef struct {
    const RenMention *mention; /* the first */
    guint mentions;
    GString *titles; /* owned; parted by 、 */
} Named;

static void
named_free(gpointer data)
{
    Named *named = data;
    g_string_free(named->titles, TRUE);
    g_free(named);
}

/* All (Named) in @article, by their first mentions. */
static GPtrArray *
collect_names(const RenArticle *article)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(named_free);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < article->mentions->len; i++) {
        const RenMention *mention = article->mentions->pdata[i];
        Named *named = g_hash_table_lookup(known, mention->entity);
        if (named == NULL) {
            named = g_new0(Named, 1);
            named->mention = mention;
            named->titles = g_string_new(NULL);
            g_hash_table_insert(known, mention->entity, named);
            g_ptr_array_add(names, named);
        }
        named->mentions++;
    }
    for (guint i = 0; i < article->positions->len; i++) {
        const RenPosition *position = article->positions->pdata[i];
        const RenMention *person = article->mentions->pdata[position->mention];
        Named *named = g_hash_table_lookup(known, person->entity);
        g_auto(GStrv) had = g_strsplit(named->titles->str, "、", -1);
        if (!g_strv_contains((const char *const *)had, position->title))
            g_string_append_printf(named->titles, "%s%s", named->titles->len > 0 ? "、" : "",
                                   position->title);
    }
    return names;
}

static void
add_names(RenTable *table, const RenIssue *issue, const RenArticle *article)
{
    g_autoptr(GPtrArray) names = collect_names(article);
    for (guint i = 0; i < names->len; i++) {
        const Named *named = names->pdata[i];
        ren_table_add(table, issue->doc);
        ren_table_add_number(table, article->index);
        ren_table_add(table, named->mention->name);
        ren_table_add_kind(table, named->mention->kind);
        ren_table_add(table, named->titles->str);
        ren_table_add_number(table, named->mentions);
        ren_table_add(table, named->mention->entity);
    }
}

static const RenColumn columns[] = {
    {"doc", NULL, REN_COLUMN_NAME},
    {"article", NULL, REN_COLUMN_NUMBER},
    {"name", NC_("column", "NAME"), REN_COLUMN_NAME},
    REN_TABLE_KIND,
    {"title", NC_("column", "TITLE"), REN_COLUMN_TEXT},
    {"mentions", NC_("column", "MENTIONS"), REN_COLUMN_NUMBER},
    {"id", NC_("column", "ID"), REN_COLUMN_NAME},
    {NULL},
};

static void
print_article(const RenIssue *issue, const RenArticle *article)
{
    gboolean bold = ren_print_is_terminal();
    g_autofree char *headline = ren_print_headline(article->title);
    printf("%s%s%s\n%s  %s#%u", bold ? "\033[1m" : "", headline, bold ? "\033[0m" : "",
           article->date != NULL ? article->date : _("no date"), issue->doc, article->index);
    printf("%s%s\n\n", issue->home != NULL ? "  " : "", issue->home != NULL ? issue->home : "");
    print_text(issue, article);
    if (article->mentions->len == 0)
        return;
    g_autoptr(RenTable) table = ren_table_new(columns);
    add_names(table, issue, article);
    puts("");
    ren_table_print(table, REN_TABLE_PLAIN);
}

static void
set_text(JsonObject *object, const char *key, const char *text)
{
    if (text == NULL || *text == '\0')
        json_object_set_null_member(object, key);
    else
        json_object_set_string_member(object, key, text);
}

static JsonArray *
marks_of(const RenIssue *issue, const RenArticle *article)
{
    g_autoptr(GArray) marks = collect_marks(article);
    RenCpCursor cursor =
        ren_cp_cursor(issue->text + article->span.start, article->span.end - article->span.start);
    JsonArray *array = json_array_new();
    for (guint i = 0; i < marks->len; i++) {
        const Mark *mark = &g_array_index(marks, Mark, i);
        JsonObject *object = json_object_new();
        json_object_set_int_member(object, "start",
                                   ren_cp_cursor_seek(&cursor, mark->span.start - article->span.start));
        json_object_set_int_member(object, "end",
                                   ren_cp_cursor_seek(&cursor, mark->span.end - article->span.start));
        set_text(object, "kind", ren_kind_name(mark->mention->kind));
        set_text(object, "id", mark->mention->entity);
        json_array_add_object_element(array, object);
    }
    return array;
}

static JsonArray *
names_of(const RenArticle *article)
{
    g_autoptr(GPtrArray) names = collect_names(article);
    JsonArray *array = json_array_new();
    for (guint i = 0; i < names->len; i++) {
        const Named *named = names->pdata[i];
        JsonObject *object = json_object_new();
        set_text(object, "id", named->mention->entity);
        set_text(object, "name", named->mention->name);
        set_text(object, "kind", ren_kind_name(named->mention->kind));
        set_text(object, "role", ren_role_name(named->mention->role));
        set_text(object, "title", named->titles->str);
        json_object_set_int_member(object, "mentions", named->mentions);
        json_array_add_object_element(array, object);
    }
    return array;
}

static JsonObject *
object_of(const RenIssue *issue, const RenArticle *article)
{
    JsonObject *object = json_object_new();
    g_autofree char *text =
        g_strndup(issue->text + article->span.start, article->span.end - article->span.start);
    set_text(object, "doc", issue->doc);
    json_object_set_int_member(object, "article", article->index);
    set_text(object, "date", article->date);
    set_text(object, "paper", issue->paper != NULL ? issue->paper : issue->home);
    set_text(object, "headline", article->title);
    set_text(object, "text", text);
    json_object_set_array_member(object, "marks", marks_of(issue, article));
    json_object_set_array_member(object, "names", names_of(article));
    return object;
}

/* Prints article @n of @issue, or all where it is negative. */
static void
print_articles(const RenIssue *issue, int n, RenTableFormat format)
{
    g_autoptr(RenTable) table = ren_table_new(columns);
    g_autoptr(JsonNode) json = json_node_new(JSON_NODE_ARRAY);
    json_node_take_array(json, json_array_new());
    gboolean any = FALSE;
    for (guint i = 0; i < issue->articles->len; i++) {
        const RenArticle *article = issue->articles->pdata[i];
        if (n >= 0 && article->index != (guint)n)
            continue;
        if (format == REN_TABLE_JSON) {
            json_array_add_object_element(json_node_get_array(json), object_of(issue, article));
        } else if (format == REN_TABLE_PLAIN) {
            fputs(any ? "\n\n" : "", stdout);
            print_article(issue, article);
        } else {
            add_names(table, issue, article);
        }
        any = TRUE;
    }
    if (format == REN_TABLE_JSON) {
        g_autofree char *text = json_to_string(json, TRUE);
        puts(text);
    } else if (format != REN_TABLE_PLAIN) {
        ren_table_print(table, format);
    }
}

/* The issue that @name names, as DOC or DOC#N; sets @n to the number, -1 where it has none. */
static RenIssue *
find_issue(RenStore *store, const char *name, int *n, GError **error)
{
    const char *hash = strrchr(name, '#');
    g_autofree char *doc = hash == NULL ? NULL : g_strndup(name, hash - name);
    guint64 number = 0;
    gint64 row = ren_query_issue(store, name);
    *n = -1;
    if (row == 0 && hash != NULL && g_ascii_string_to_unsigned(hash + 1, 10, 0, G_MAXINT, &number, NULL)) {
        row = ren_query_issue(store, doc);
        *n = number;
    }
    if (row == 0) {
        g_set_error(error, REN_ERROR, REN_ERROR_NOT_FOUND,
                    _("no issue '%s' in the archive: `renmai list articles` has the names"), name);
        return NULL;
    }
    RenIssue *issue = ren_stored_issue_read(store, row, error);
    if (issue != NULL && *n >= (int)issue->articles->len) {
        g_set_error(error, REN_ERROR, REN_ERROR_NOT_FOUND, _("issue '%s' has no article %d: its last is %u"),
                    doc, *n, issue->articles->len - 1);
        g_clear_pointer(&issue, ren_issue_free);
    }
    return issue;
}

gboolean
ren_cmd_show(int argc, char **argv, GError **error)
{
    g_auto(GStrv) names = NULL;
    g_autofree char *dir = NULL, *format_name = NULL;
    RenTableFormat format;
    int n;
    const GOptionEntry entries[] = {
        REN_OUTPUT_ENTRY(&dir),
        REN_TABLE_ENTRY(&format_name),
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "DOC[#N]",
            N_("Prints an article with its names marked, and who is in it with the titles that it gives."),
            N_("DOC#N is as `renmai mentions`, `search` and `list articles` print it; DOC alone is the "
               "issue."),
            1, 1, &names, error) ||
        !ren_table_format_parse(format_name, &format, error))
        return FALSE;
    g_autoptr(RenStore) store = ren_output_open(dir, error);
    g_autoptr(RenIssue) issue = store == NULL ? NULL : find_issue(store, names[0], &n, error);
    if (issue == NULL)
        return FALSE;
    ren_pager_start();
    print_articles(issue, n, format);
    return ren_print_flush(error);
}
