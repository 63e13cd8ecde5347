/* renmai extract: what is found, as a stream of JSON lines (docs/DESIGN.md, "The extraction stream"). */
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <unistd.h>

#include "base/error.h"
#include "base/message.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/print.h"
#include "cli/project.h"
#include "store/stored-issue.h"

static JsonObject *
record_new(const char *record, const RenIssue *issue)
{
    JsonObject *object = json_object_new();
    json_object_set_string_member(object, "record", record);
    json_object_set_string_member(object, "doc", issue->doc);
    return object;
}

static void
set_text(JsonObject *object, const char *key, const char *text)
{
    if (text == NULL)
        json_object_set_null_member(object, key);
    else
        json_object_set_string_member(object, key, text);
}

static void
set_span(JsonObject *object, RenCpCursor *cursor, RenSpan span)
{
    json_object_set_int_member(object, "start", ren_cp_cursor_seek(cursor, span.start));
    json_object_set_int_member(object, "end", ren_cp_cursor_seek(cursor, span.end));
}

/* Prints @object on a line of its own and frees it. */
static void
put(JsonObject *object)
{
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);
    json_node_take_object(node, object);
    g_autofree char *line = json_to_string(node, FALSE);
    puts(line);
}

static void
put_mention(const RenIssue *issue, const RenArticle *article, const RenMention *mention, RenCpCursor *cursor)
{
    JsonObject *object = record_new("mention", issue);
    json_object_set_int_member(object, "article", article->index);
    json_object_set_string_member(object, "type", ren_kind_name(mention->kind));
    set_span(object, cursor, mention->span);
    set_text(object, "text", mention->text);
    set_text(object, "entity", mention->entity);
    set_text(object, "name", mention->name);
    if (mention->kind == REN_PERSON)
        set_text(object, "role", ren_role_name(mention->role));
    set_text(object, "rule", mention->rule);
    put(object);
}

static void
put_position(const RenIssue *issue, const RenArticle *article, const RenPosition *position,
             RenCpCursor *cursor)
{
    const RenMention *mention = article->mentions->pdata[position->mention];
    JsonObject *object = record_new("position", issue);
    json_object_set_int_member(object, "article", article->index);
    set_span(object, cursor, mention->span);
    set_text(object, "person", mention->name);
    set_text(object, "entity", mention->entity);
    set_text(object, "title", position->title);
    set_text(object, "org", position->org);
    set_text(object, "org_entity", position->org_entity);
    set_text(object, "tense", ren_tense_name(position->tense));
    set_text(object, "rule", position->rule);
    put(object);
}

/* A surname with a title: no mention, but known to be somebody's, or left open. */
static void
put_reference(const RenIssue *issue, const RenArticle *article, const RenReference *reference,
              RenCpCursor *cursor)
{
    const RenMention *person = reference->mention < 0 ? NULL : article->mentions->pdata[reference->mention];
    JsonObject *object = record_new("reference", issue);
    json_object_set_int_member(object, "article", article->index);
    set_span(object, cursor, reference->span);
    set_text(object, "text", reference->text);
    set_text(object, "person", person == NULL ? NULL : person->name);
    set_text(object, "entity", person == NULL ? NULL : person->entity);
    set_text(object, "rule", reference->rule);
    put(object);
}

static gboolean
put_issue(const RenIssue *issue, gpointer data, GError **error)
{
    (void)data;
    RenCpCursor cursor = ren_cp_cursor(issue->text, issue->len);
    JsonObject *object = record_new("issue", issue);
    set_text(object, "home", issue->home);
    set_text(object, "date", issue->date);
    set_text(object, "date_source", ren_date_source_name(issue->date_source));
    set_text(object, "encoding", issue->encoding);
    set_text(object, "paper", issue->paper);
    set_text(object, "number", issue->number);
    set_text(object, "page", issue->page);
    put(object);
    for (guint i = 0; i < issue->articles->len; i++) {
        const RenArticle *article = issue->articles->pdata[i];
        object = record_new("article", issue);
        json_object_set_int_member(object, "article", article->index);
        set_span(object, &cursor, article->span);
        set_text(object, "title", article->title);
        set_text(object, "date", article->date);
        json_object_set_boolean_member(object, "doubtful", article->doubtful);
        put(object);
        for (guint m = 0; m < article->mentions->len; m++)
            put_mention(issue, article, article->mentions->pdata[m], &cursor);
        for (guint p = 0; p < article->positions->len; p++)
            put_position(issue, article, article->positions->pdata[p], &cursor);
        for (guint r = 0; r < article->references->len; r++)
            put_reference(issue, article, article->references->pdata[r], &cursor);
    }
    return ren_print_flush(error);
}

/* Prints what the build in folder @dir holds, with the entities of the whole archive. */
static gboolean
put_build(const char *dir, GError **error)
{
    g_autoptr(RenStore) store = ren_output_open(dir, error);
    g_autoptr(GError) problem = NULL;
    for (guint n = 1; store != NULL; n++) {
        g_autoptr(RenIssue) issue = ren_stored_issue_read(store, n, &problem);
        if (issue == NULL) {
            if (problem == NULL)
                return TRUE;
            g_propagate_error(error, g_steal_pointer(&problem));
            return FALSE;
        }
        if (!put_issue(issue, NULL, error))
            return FALSE;
    }
    return FALSE;
}

gboolean
ren_cmd_extract(int argc, char **argv, GError **error)
{
    g_auto(GStrv) gazetteers = NULL;
    g_auto(GStrv) paths = NULL;
    g_autofree char *home = NULL;
    g_autofree char *date = NULL;
    g_autofree char *paper = NULL;
    g_autofree char *dir = NULL;
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &dir,
         N_("Print what the build in this folder holds, with the entities of all its issues"), "DIR"},
        {"gazetteer", 'g', 0, G_OPTION_ARG_FILENAME_ARRAY, &gazetteers,
         N_("Lay this gazetteer over the shipped one"), "DIR"},
        {"home", 0, 0, G_OPTION_ARG_FILENAME, &home,
         N_("The region of the paper, where the text does not say it"), "REGION"},
        {"date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_("The date of the issues, as 2024-06-20"), "DATE"},
        {"paper", 0, 0, G_OPTION_ARG_FILENAME, &paper, N_("The name of the newspaper"), "TITLE"},
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "[PATH|-]...",
            N_("Prints what is found as JSON, one record a line. Without PATH it reads standard input."),
            N_("PATH is a file or a folder. Offsets are code points of the text. An issue says the same "
               "whatever\n"
               "else is read: entities are what it means by itself. With -o they are those of a whole "
               "archive."),
            0, G_MAXUINT, &paths, error))
        return FALSE;
    if (dir != NULL && paths[0] != NULL) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_USAGE,
                            _("either issues or a build: give PATHs, or -o\n"
                              "usage: renmai extract [OPTION...] [PATH|-]..."));
        return FALSE;
    }
    if (dir != NULL)
        return put_build(dir, error);
    if (paths[0] == NULL && isatty(STDIN_FILENO)) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_USAGE,
                            _("which file? (no PATH, and standard input is a terminal)\n"
                              "usage: renmai extract [OPTION...] [PATH|-]..."));
        return FALSE;
    }
    char *standard_input[] = {"-", NULL};
    g_auto(RenProject) project;
    if (!ren_project_load(&project, error))
        return FALSE;
    RenInputOptions options = {
        .told = {.home = home != NULL ? home : project.home,
                 .date = date,
                 .paper = paper != NULL ? paper : project.paper},
        .paths = paths[0] != NULL ? paths : standard_input,
    };
    RenInputCount count;
    g_autoptr(RenPipeline) pipeline = ren_input_load(gazetteers, error);
    if (pipeline == NULL || !ren_input_run(pipeline, &options, put_issue, NULL, &count, error))
        return FALSE;
    if (count.left_out > 0) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_PARTIAL, "");
        return FALSE;
    }
    return TRUE;
}
