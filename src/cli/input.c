#include "cli/input.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/progress.h"
#include "cli/gazetteer-path.h"
#include "cli/interrupt.h"
#include "corpus/reader.h"

static gboolean
check_date(const char *date, GError **error)
{
    int y, m, d, used = 0;
    if (sscanf(date, "%4d-%2d-%2d%n", &y, &m, &d, &used) == 3 && used == 10 && date[used] == '\0' && y > 0 &&
        m > 0 && d > 0 && g_date_valid_dmy(d, m, y))
        return TRUE;
    g_set_error(error, REN_ERROR, REN_ERROR_USAGE, "'%s' is no date: write it as in --date 2024-06-20", date);
    return FALSE;
}

RenPipeline *
ren_input_load(char **gazetteers, GError **error)
{
    g_auto(GStrv) dirs = ren_gazetteer_dirs(gazetteers, error);
    return dirs == NULL ? NULL : ren_pipeline_new((const char *const *)dirs, error);
}

/* One line, with the name of the file in front. */
static void
tell(RenProgress *progress, const char *path, const GError *error)
{
    if (progress != NULL)
        ren_progress_clear(progress);
    g_autofree char *message = g_strdup(error->message);
    g_strdelimit(message, "\r\n", ' ');
    fprintf(stderr, "renmai: %s: %s\n", path, message);
}

static RenFile *
file_new(const char *path, const char *doc)
{
    RenFile *file = g_new0(RenFile, 1);
    file->path = g_strdup(path);
    /* It becomes text of the results; the path stays what the system knows. */
    file->doc = g_utf8_make_valid(doc, -1);
    return file;
}

/* Adds the files under @path that were not seen before. */
static gboolean
find(const char *path, GHashTable *seen, GPtrArray *files, GError **error)
{
    if (g_str_equal(path, "-")) {
        if (g_hash_table_add(seen, g_strdup(path)))
            g_ptr_array_add(files, file_new(path, path));
        return TRUE;
    }
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_INPUT, "no such file or folder: check the path");
        return FALSE;
    }
    g_autoptr(GPtrArray) found = ren_reader_find(path, error);
    if (found == NULL)
        return FALSE;
    if (found->len == 0) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_INPUT,
                            "no .txt or .md file in it: name a folder with issues");
        return FALSE;
    }
    for (guint i = 0; i < found->len; i++) {
        const RenFile *file = found->pdata[i];
        char *real = realpath(file->path, NULL);
        if (g_hash_table_add(seen, g_strdup(real != NULL ? real : file->path)))
            g_ptr_array_add(files, file_new(file->path, file->doc));
        free(real);
    }
    return TRUE;
}

static GPtrArray *
find_all(char **paths, guint *left_out)
{
    GPtrArray *files = g_ptr_array_new_with_free_func((GDestroyNotify)ren_file_free);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; paths[i] != NULL; i++) {
        g_autoptr(GError) problem = NULL;
        if (find(paths[i], seen, files, &problem))
            continue;
        tell(NULL, paths[i], problem);
        (*left_out)++;
    }
    return files;
}

gboolean
ren_input_run(RenPipeline *pipeline, const RenInputOptions *options, RenInputFunc func, gpointer data,
              RenInputCount *count, GError **error)
{
    *count = (RenInputCount){0};
    if (options->date != NULL && !check_date(options->date, error))
        return FALSE;
    if (options->home != NULL && !g_utf8_validate(options->home, -1, NULL)) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_USAGE,
                            "--home is not UTF-8: set the terminal to UTF-8");
        return FALSE;
    }
    g_autoptr(GPtrArray) files = find_all(options->paths, &count->left_out);
    count->files = files->len;
    g_autoptr(RenProgress) progress = options->progress ? ren_progress_new(files->len) : NULL;
    guint used = 0;
    for (guint i = 0; i < files->len; i++) {
        const RenFile *file = files->pdata[i];
        if (ren_interrupt_asked(error))
            return FALSE;
        if (progress != NULL)
            ren_progress_step(progress, file->doc);
        g_autoptr(GError) problem = NULL;
        g_autoptr(RenIssue) issue = ren_reader_read(file->path, file->doc, &problem);
        gboolean taken = FALSE;
        if (issue != NULL && options->take != NULL && !options->take(issue, data, &taken, error))
            return FALSE;
        if (issue == NULL ||
            (!taken && !ren_pipeline_run(pipeline, issue, options->home, options->date, &problem))) {
            /* A wrong --home is the same for every file: once is enough. */
            if (g_error_matches(problem, REN_ERROR, REN_ERROR_USAGE)) {
                g_propagate_error(error, g_steal_pointer(&problem));
                return FALSE;
            }
            tell(progress, file->path, problem);
            count->left_out++;
            continue;
        }
        if (!taken && !func(issue, data, error))
            return FALSE;
        used++;
    }
    if (used == 0) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_INPUT, "");
        return FALSE;
    }
    return TRUE;
}
