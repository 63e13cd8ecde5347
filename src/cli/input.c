#include "cli/input.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "base/progress.h"
#include "cli/gazetteer-path.h"
#include "cli/interrupt.h"
#include "corpus/source.h"

static gboolean
check_date(const char *date, GError **error)
{
    int y, m, d, used = 0;
    if (sscanf(date, "%4d-%2d-%2d%n", &y, &m, &d, &used) == 3 && used == 10 && date[used] == '\0' && y > 0 &&
        m > 0 && d > 0 && g_date_valid_dmy(d, m, y))
        return TRUE;
    g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("'%s' is no date: write it as in --date 2024-06-20"),
                date);
    return FALSE;
}

RenPipeline *
ren_input_load(char **gazetteers, GError **error)
{
    g_auto(GStrv) dirs = ren_gazetteer_dirs(gazetteers, error);
    return dirs == NULL ? NULL : ren_pipeline_new((const char *const *)dirs, error);
}

/* Reading under way. */
typedef struct {
    RenPipeline *pipeline;
    const RenInputOptions *options;
    RenInputFunc func;
    gpointer data;
    RenInputCount *count;
    RenProgress *progress; /* NULL: none is shown */
} Reading;

/* One line, with the name of the file in front. */
static void
tell(const char *where, const GError *problem, gpointer data)
{
    Reading *reading = data;
    if (reading->progress != NULL)
        ren_progress_clear(reading->progress);
    g_autofree char *message = g_strdup(problem->message);
    g_strdelimit(message, "\r\n", ' ');
    fprintf(stderr, "renmai: %s: %s\n", where, message);
    reading->count->left_out++;
}

/* A line is read at once, which takes a thousand times its size: no paragraph of a newspaper has so many
 * bytes, and what has is no newspaper. */
#define LONGEST_LINE (1024 * 1024)

/* FALSE, with @error set, where the text of @issue does not fall into lines. */
static gboolean
check_lines(const RenIssue *issue, GError **error)
{
    const char *end = issue->text + issue->len, *next;
    guint n = 1;
    for (const char *line = issue->text; line < end; line = next + 1, n++) {
        next = memchr(line, '\n', end - line);
        next = next != NULL ? next : end;
        if (next - line <= LONGEST_LINE)
            continue;
        g_set_error(error, REN_ERROR, REN_ERROR_INPUT,
                    _("line %u has %zu MB: break the text into paragraphs"), n,
                    (gsize)(next - line) / (1024 * 1024) + 1);
        return FALSE;
    }
    return TRUE;
}

static gboolean
take(RenIssue *issue, gpointer data, GError **error)
{
    Reading *reading = data;
    const RenInputOptions *options = reading->options;
    gboolean taken = FALSE;
    g_autoptr(GError) problem = NULL;
    if (!check_lines(issue, &problem)) {
        tell(issue->doc, problem, reading);
        return TRUE;
    }
    if (ren_interrupt_asked(error) ||
        (options->take != NULL && !options->take(issue, reading->data, &taken, error)))
        return FALSE;
    if (!taken && (!ren_pipeline_run(reading->pipeline, issue, &options->told, error) ||
                   !reading->func(issue, reading->data, error)))
        return FALSE;
    reading->count->issues++;
    return TRUE;
}

static RenFile *
file_new(const RenFile *found)
{
    RenFile *file = g_new0(RenFile, 1);
    file->path = g_strdup(found->path);
    /* It becomes text of the results; the path stays what the system knows. */
    file->doc = g_utf8_make_valid(found->doc, -1);
    file->named = found->named;
    return file;
}

/* Adds the files under @path that were not seen before. */
static gboolean
find(const char *path, GHashTable *seen, GPtrArray *files, GError **error)
{
    if (g_str_equal(path, "-")) {
        const RenFile standard = {.path = "-", .doc = "-"};
        if (g_hash_table_add(seen, g_strdup(path)))
            g_ptr_array_add(files, file_new(&standard));
        return TRUE;
    }
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_INPUT, _("no such file or folder: check the path"));
        return FALSE;
    }
    g_autoptr(GPtrArray) found = ren_reader_find(path, error);
    if (found == NULL)
        return FALSE;
    if (found->len == 0) {
        g_set_error_literal(
            error, REN_ERROR, REN_ERROR_INPUT,
            _("no issue in it (.txt, .md, .html, .jsonl, .json, .zip, .tar.gz …): name a folder with "
              "issues"));
        return FALSE;
    }
    for (guint i = 0; i < found->len; i++) {
        const RenFile *file = found->pdata[i];
        char *real = realpath(file->path, NULL);
        if (g_hash_table_add(seen, g_strdup(real != NULL ? real : file->path)))
            g_ptr_array_add(files, file_new(file));
        free(real);
    }
    return TRUE;
}

static GPtrArray *
find_all(Reading *reading)
{
    GPtrArray *files = g_ptr_array_new_with_free_func((GDestroyNotify)ren_file_free);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (char **path = reading->options->paths; *path != NULL; path++) {
        g_autoptr(GError) problem = NULL;
        if (!find(*path, seen, files, &problem))
            tell(*path, problem, reading);
    }
    return files;
}

static gboolean
check_text(const char *option, const char *text, GError **error)
{
    if (text == NULL || g_utf8_validate(text, -1, NULL))
        return TRUE;
    g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("%s is not UTF-8: set the terminal to UTF-8"), option);
    return FALSE;
}

gboolean
ren_input_run(RenPipeline *pipeline, const RenInputOptions *options, RenInputFunc func, gpointer data,
              RenInputCount *count, GError **error)
{
    *count = (RenInputCount){0};
    const RenTold *told = &options->told;
    if ((told->date != NULL && !check_date(told->date, error)) || !check_text("--home", told->home, error) ||
        !check_text("--paper", told->paper, error))
        return FALSE;
    Reading reading = {pipeline, options, func, data, count, NULL};
    g_autoptr(GPtrArray) files = find_all(&reading);
    g_autoptr(RenProgress) progress = options->progress ? ren_progress_new(files->len) : NULL;
    reading.progress = progress;
    RenSink sink = {take, tell, &reading};
    for (guint i = 0; i < files->len; i++) {
        const RenFile *file = files->pdata[i];
        if (ren_interrupt_asked(error))
            return FALSE;
        if (progress != NULL)
            ren_progress_step(progress, file->doc);
        if (!ren_source_read(file, ren_pipeline_get_fields(pipeline), &sink, error))
            return FALSE;
    }
    if (count->issues > 0)
        return TRUE;
    /* Where all was passed over, nothing has been told yet. */
    g_set_error_literal(error, REN_ERROR, REN_ERROR_INPUT,
                        count->left_out > 0 ? ""
                                            : _("no issue in all these files: .json files hold no articles"));
    return FALSE;
}
