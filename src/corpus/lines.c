#include "corpus/lines.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "base/error.h"
#include "base/message.h"

/* What is nested deeper is no article, and would cost the parser its stack. */
#define MAX_DEPTH 32

/* An issue as its articles come in. */
typedef struct {
    RenIssue *issue; /* owned; without text until all is read */
    GString *text;   /* owned */
} Group;

typedef struct {
    const RenIssue *file;
    const RenFields *fields;
    const RenSink *sink;
    GPtrArray *groups; /* owned; of Group, in the order of the file */
    GHashTable *known; /* owned; doc → Group */
} Reading;

static void
group_free(gpointer data)
{
    Group *group = data;
    ren_issue_free(group->issue);
    g_string_free(group->text, TRUE);
    g_free(group);
}

static gboolean
is_too_deep(const char *text, gsize len)
{
    guint depth = 0;
    gboolean quoted = FALSE;
    for (gsize i = 0; i < len; i++) {
        if (quoted && text[i] == '\\')
            i++;
        else if (text[i] == '"')
            quoted = !quoted;
        else if (!quoted && (text[i] == '[' || text[i] == '{') && ++depth > MAX_DEPTH)
            return TRUE;
        else if (!quoted && (text[i] == ']' || text[i] == '}') && depth > 0)
            depth--;
    }
    return FALSE;
}

/* The value in @text, or NULL with @error set. */
static JsonParser *
parse(const char *text, gsize len, GError **error)
{
    g_autoptr(GError) problem = NULL;
    g_autoptr(JsonParser) parser = json_parser_new_immutable();
    if (is_too_deep(text, len)) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_INPUT, _("is nested too deep for an article"));
        return NULL;
    }
    if (json_parser_load_from_data(parser, text, len, &problem) && json_parser_get_root(parser) != NULL)
        return g_steal_pointer(&parser);
    /* "<data>:1:5: Parse error: what is wrong", or that in another language. */
    const char *what = problem == NULL ? _("it cannot be parsed") : strstr(problem->message, "rror: ");
    if (what == NULL)
        what = problem->message;
    else if (problem != NULL)
        what += strlen("rror: ");
    g_set_error(error, REN_ERROR, REN_ERROR_INPUT, _("is no JSON (%s)"), what);
    return NULL;
}

/* What @node says, owned by the caller: a string, a number, or an array of paragraphs; NULL for anything
 * else. */
static char *
value_of(JsonNode *node)
{
    if (JSON_NODE_HOLDS_ARRAY(node)) {
        JsonArray *array = json_node_get_array(node);
        g_autoptr(GString) text = g_string_new(NULL);
        for (guint i = 0; i < json_array_get_length(array); i++) {
            JsonNode *element = json_array_get_element(array, i);
            g_autofree char *line = JSON_NODE_HOLDS_VALUE(element) ? value_of(element) : NULL;
            if (line != NULL)
                g_string_append_printf(text, "%s\n", line);
        }
        return g_string_free(g_steal_pointer(&text), FALSE);
    }
    if (!JSON_NODE_HOLDS_VALUE(node))
        return NULL;
    if (json_node_get_value_type(node) == G_TYPE_INT64)
        return g_strdup_printf("%" G_GINT64_FORMAT, json_node_get_int(node));
    const char *text = json_node_get_string(node);
    /* An escape can be half a character. */
    return text != NULL ? g_utf8_make_valid(text, -1) : NULL;
}

static void
read_values(const RenFields *fields, JsonNode *node, RenFieldValues *values)
{
    if (node == NULL || !JSON_NODE_HOLDS_OBJECT(node))
        return;
    JsonObjectIter iter;
    const char *name;
    JsonNode *member;
    json_object_iter_init(&iter, json_node_get_object(node));
    while (json_object_iter_next(&iter, &name, &member)) {
        g_autofree char *value = value_of(member);
        if (value != NULL)
            ren_fields_offer(fields, values, name, value);
    }
}

static gboolean
fail(GError **error, const char *what)
{
    g_set_error_literal(error, REN_ERROR, REN_ERROR_INPUT, what);
    return FALSE;
}

static Group *
find_group(Reading *reading, const RenIssue *said)
{
    g_autoptr(GString) doc = g_string_new(reading->file->doc);
    g_autofree char *paper = g_strdup(said->paper);
    if (paper != NULL)
        g_string_append_printf(doc, "/%s", g_strdelimit(paper, "/\\\r\n\t", '_'));
    if (said->date != NULL)
        g_string_append_printf(doc, "/%s", said->date);
    Group *group = g_hash_table_lookup(reading->known, doc->str);
    if (group != NULL)
        return group;
    group = g_new(Group, 1);
    *group = (Group){ren_issue_new(), g_string_new(NULL)};
    RenIssue *issue = group->issue;
    issue->doc = g_strdup(doc->str);
    issue->path = g_strdup(reading->file->path);
    issue->encoding = g_strdup(reading->file->encoding);
    issue->date = g_strdup(said->date);
    issue->date_source = said->date_source;
    issue->paper = g_strdup(said->paper);
    issue->number = g_strdup(said->number);
    issue->page = g_strdup(said->page);
    if (reading->groups->len == 0)
        issue->invalid_bytes = reading->file->invalid_bytes;
    g_ptr_array_add(reading->groups, group);
    g_hash_table_insert(reading->known, issue->doc, group);
    return group;
}

static void
add_text(Group *group, const RenFieldValues *values)
{
    g_autofree char *title = g_strdup(values->value[REN_FIELD_TITLE]);
    const char *text = values->value[REN_FIELD_TEXT];
    gsize start = group->text->len;
    g_array_append_val(group->issue->borders, start);
    if (title != NULL)
        g_string_append_printf(group->text, "# %s\n\n", g_strdelimit(title, "\r\n\t", ' '));
    /* Some texts have the headline once more. */
    if (text != NULL && title != NULL && g_str_has_prefix(text, title) &&
        (text[strlen(title)] == '\n' || text[strlen(title)] == '\r'))
        text += strlen(title);
    if (text != NULL)
        g_string_append_printf(group->text, "%s\n\n", text + strspn(text, "\r\n"));
}

static gboolean
add_article(Reading *reading, JsonNode *node, GError **error)
{
    if (!JSON_NODE_HOLDS_OBJECT(node))
        return fail(error, _("is no JSON object"));
    g_auto(RenFieldValues) values = {0};
    read_values(reading->fields, node, &values);
    if (values.value[REN_FIELD_TEXT] == NULL && values.value[REN_FIELD_TITLE] == NULL)
        return fail(error,
                    _("has no text: none of its keys is one that rules/fields.tsv calls text or title"));
    g_autoptr(RenIssue) said = ren_issue_new();
    if (!ren_fields_set(&values, said)) {
        g_set_error(error, REN_ERROR, REN_ERROR_INPUT, _("'%s' is no date: write it as 2024-06-20"),
                    values.value[REN_FIELD_DATE]);
        return FALSE;
    }
    Group *group = find_group(reading, said);
    /* An issue of several pages has none of its own. */
    if (g_strcmp0(group->issue->page, said->page) != 0)
        g_clear_pointer(&group->issue->page, g_free);
    add_text(group, &values);
    return TRUE;
}

static void
tell(const Reading *reading, guint n, const GError *problem)
{
    const char *path = reading->file->path != NULL ? reading->file->path : reading->file->doc;
    g_autofree char *where = g_strdup_printf("%s:%u", path, n);
    reading->sink->tell(where, problem, reading->sink->data);
}

static void
read_lines(Reading *reading, const char *text, gsize len)
{
    guint number = 0;
    for (const char *line = text; line < text + len; number++) {
        const char *end = memchr(line, '\n', text + len - line);
        gsize n = (end != NULL ? end : text + len) - line;
        g_autofree char *stripped = g_strstrip(g_strndup(line, n));
        line += n + 1;
        if (*stripped == '\0')
            continue;
        g_autoptr(GError) problem = NULL;
        g_autoptr(JsonParser) parser = parse(stripped, strlen(stripped), &problem);
        if (parser == NULL || !add_article(reading, json_parser_get_root(parser), &problem))
            tell(reading, number + 1, problem);
    }
}

/* The articles of a file that is one array; those that are none are told by their number. */
static void
read_array(Reading *reading, JsonArray *array)
{
    for (guint i = 0; i < json_array_get_length(array); i++) {
        g_autoptr(GError) problem = NULL;
        if (add_article(reading, json_array_get_element(array, i), &problem))
            continue;
        g_prefix_error(&problem, _("article %u of the array "), i + 1);
        reading->sink->tell(reading->file->path, problem, reading->sink->data);
    }
}

/* The whole of @text where it is one value over several lines or an array, else NULL. */
static JsonParser *
parse_whole(const char *text, gsize len)
{
    const char *start = text + strspn(text, " \t\r\n");
    const char *end = strchr(start, '\n');
    if (*start != '[' && *start != '{')
        return NULL;
    if (*start == '{' && end != NULL) {
        g_autoptr(JsonParser) line = parse(start, end - start, NULL);
        if (line != NULL)
            return NULL;
    }
    return parse(start, text + len - start, NULL);
}

gboolean
ren_lines_hold_articles(const RenFields *fields, const char *text, gsize len)
{
    g_autoptr(JsonParser) parser = parse_whole(text, len);
    if (parser == NULL) {
        const char *start = text + strspn(text, " \t\r\n");
        parser = parse(start, strcspn(start, "\n"), NULL);
    }
    JsonNode *node = parser != NULL ? json_parser_get_root(parser) : NULL;
    if (node != NULL && JSON_NODE_HOLDS_ARRAY(node) && json_array_get_length(json_node_get_array(node)) > 0)
        node = json_array_get_element(json_node_get_array(node), 0);
    g_auto(RenFieldValues) values = {0};
    read_values(fields, node, &values);
    return values.value[REN_FIELD_TEXT] != NULL || values.value[REN_FIELD_TITLE] != NULL;
}

gboolean
ren_lines_take(const RenIssue *file, const RenFields *fields, const RenSink *sink, GError **error)
{
    g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func(group_free);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    Reading reading = {file, fields, sink, groups, known};
    g_autoptr(JsonParser) whole = parse_whole(file->text, file->len);
    JsonNode *root = whole != NULL ? json_parser_get_root(whole) : NULL;
    g_autoptr(GError) problem = NULL;
    if (root == NULL)
        read_lines(&reading, file->text, file->len);
    else if (JSON_NODE_HOLDS_ARRAY(root))
        read_array(&reading, json_node_get_array(root));
    else if (!add_article(&reading, root, &problem))
        sink->tell(file->path, problem, sink->data);
    g_clear_object(&whole);
    for (guint i = 0; i < groups->len; i++) {
        Group *group = groups->pdata[i];
        group->issue->len = group->text->len;
        group->issue->text = g_strdup(group->text->str);
        g_string_truncate(group->text, 0);
        if (!sink->take(group->issue, sink->data, error))
            return FALSE;
    }
    return TRUE;
}
