#include "cli/decision-file.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "base/newfile.h"
#include "cli/output.h"
#include "resolve/decisions.h"
#include "store/query.h"

/* More folders than this are nobody's. */
#define MOST_FOLDERS 64

static const struct {
    const char *name;
    const char *file;
    const char *head; /* of a new table */
} tables[REN_N_DECIDES] = {
    {"same", "same.tsv", "# Pairs that are one entity. The id of the first one stays.\na\tb\tnote\n"},
    {"different", "different.tsv",
     "# Pairs that are two entities, whatever the evidence says.\na\tb\tnote\n"},
    {"ignore", "ignore.tsv", "# What is no entity at all.\nentity\tnote\n"},
    {"name", "names.tsv",
     "# How entities are called: entity, the name to show, other names parted by \";\", kind.\n"
     "# A row without an entity is a name to be looked for.\nentity\tname\talias\tkind\tnote\n"},
};

gboolean
ren_decide_parse(const char *name, RenDecide *decide)
{
    for (guint i = 0; i < REN_N_DECIDES; i++) {
        if (g_str_equal(tables[i].name, name)) {
            *decide = i;
            return TRUE;
        }
    }
    return FALSE;
}

/* The user's folders of the build in folder @output, NULL-terminated. NULL with @error set. */
static GStrv
folders_of_build(const char *output, GError **error)
{
    g_autoptr(RenStore) store = ren_output_open(output, error);
    if (store == NULL)
        return NULL;
    g_autoptr(GStrvBuilder) folders = g_strv_builder_new();
    for (guint i = 1; i < MOST_FOLDERS; i++) {
        g_autofree char *key = g_strdup_printf("gazetteer-%u", i);
        g_autofree char *folder = ren_query_meta(store, key);
        if (folder == NULL)
            break;
        if (g_file_test(folder, G_FILE_TEST_IS_DIR))
            g_strv_builder_add(folders, folder);
    }
    return g_strv_builder_end(folders);
}

char *
ren_decide_folder(const char *given, const char *output, GError **error)
{
    if (given != NULL)
        return g_strdup(given);
    g_auto(GStrv) folders = folders_of_build(output, error);
    if (folders == NULL)
        return NULL;
    guint n = g_strv_length(folders);
    if (n > 0)
        return g_strdup(folders[n - 1]);
    g_set_error(error, REN_ERROR, REN_ERROR_USAGE,
                _("where are decisions kept? name a folder with -g, as in -g mine, and give the same to "
                  "`renmai build`"));
    return NULL;
}

/* @text as it stands in a cell. */
static char *
cell(const char *text)
{
    char *clean = g_strdup(text != NULL ? text : "");
    return g_strdelimit(clean, "\t\r\n", ' ');
}

static char *
make_row(RenDecide decide, const char *a, const char *b, const char *note)
{
    g_autofree char *x = cell(a), *y = cell(b), *z = cell(note);
    switch (decide) {
    case REN_DECIDE_IGNORE:
        return g_strdup_printf("%s\t%s\n", x, z);
    case REN_DECIDE_NAME:
        return g_strdup_printf("%s\t%s\t\t\t%s\n", x, y, z);
    default:
        return g_strdup_printf("%s\t%s\t%s\n", x, y, z);
    }
}

/* Replaces the file @path by @text in one step. */
static gboolean
replace(const char *path, const char *text, GError **error)
{
    g_autoptr(RenNewFile) file = ren_new_file_create(path, error);
    FILE *out = file == NULL ? NULL : ren_new_file_open(file, error);
    if (out == NULL)
        return FALSE;
    fputs(text, out);
    return ren_new_file_close(file, error) && ren_new_file_commit(file, error);
}

/* The line of @text, from 1, that begins with the cells of @row up to the note; 0: none. Of a name the entity
 * alone counts. */
static guint
find_row(const char *text, const char *row, RenDecide decide)
{
    guint cells = decide == REN_DECIDE_SAME || decide == REN_DECIDE_DIFFERENT ? 2 : 1;
    const char *end = row;
    for (guint i = 0; i < cells; i++)
        end = strchr(end, '\t') + 1;
    g_autofree char *head = g_strndup(row, end - row);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        g_autofree char *line = g_strconcat(g_strchomp(lines[i]), "\t", NULL);
        if (g_str_has_prefix(line, head))
            return i + 1;
    }
    return 0;
}

/* @text with @row at its end, or, where line @at is not 0, instead of that line; the row's line goes to
 * @line. */
static char *
with_row(const char *text, const char *row, guint at, guint *line)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    guint n = g_strv_length(lines);
    gboolean closed = n > 0 && *lines[n - 1] == '\0';
    *line = at > 0 ? at : closed ? n : n + 1;
    if (at == 0)
        return g_strconcat(text, closed ? "" : "\n", row, NULL);
    g_free(lines[at - 1]);
    lines[at - 1] = g_strndup(row, strlen(row) - 1);
    return g_strjoinv("\n", lines);
}

/* Reads the decisions of the build's folders and of @folder as the next build will. */
static gboolean
check(const char *folder, const char *output, GError **error)
{
    g_auto(GStrv) folders = folders_of_build(output, NULL);
    g_autoptr(GStrvBuilder) all = g_strv_builder_new();
    for (guint i = 0; folders != NULL && folders[i] != NULL; i++)
        if (!g_str_equal(folders[i], folder))
            g_strv_builder_add(all, folders[i]);
    g_strv_builder_add(all, folder);
    g_auto(GStrv) dirs = g_strv_builder_end(all);
    g_autoptr(RenDecisions) decisions = ren_decisions_new((const char *const *)dirs, error);
    return decisions != NULL;
}

char *
ren_decide_write(const char *folder, const char *output, RenDecide decide, const char *a, const char *b,
                 const char *note, GError **error)
{
    gboolean new_folder = !g_file_test(folder, G_FILE_TEST_IS_DIR);
    if (g_mkdir_with_parents(folder, 0777) != 0) {
        int code = errno;
        g_set_error(error, G_IO_ERROR, g_io_error_from_errno(code), _("folder '%s' cannot be made (%s)"),
                    folder, g_strerror(code));
        return NULL;
    }
    g_autofree char *path = g_build_filename(folder, tables[decide].file, NULL);
    g_autofree char *before = NULL;
    if (g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_get_contents(path, &before, NULL, error))
        return NULL;
    g_autofree char *row = make_row(decide, a, b, note);
    guint line = 0, known = before == NULL ? 0 : find_row(before, row, decide);
    if (known != 0 && decide != REN_DECIDE_NAME)
        return g_strdup_printf("%s:%u", path, known);
    g_autofree char *text = with_row(before != NULL ? before : tables[decide].head, row, known, &line);
    if (!replace(path, text, error))
        return NULL;
    if (check(folder, output, error))
        return g_strdup_printf("%s:%u", path, line);
    /* What the check refuses is taken back. */
    if (before != NULL)
        replace(path, before, NULL);
    else
        g_unlink(path);
    if (new_folder)
        g_rmdir(folder);
    return NULL;
}
