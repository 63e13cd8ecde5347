#include "cli/decision-file.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
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

char *
ren_decide_folder(const char *given, const char *output, GError **error)
{
    if (given != NULL)
        return g_strdup(given);
    g_autoptr(RenStore) store = ren_output_open(output, error);
    if (store == NULL)
        return NULL;
    char *folder = NULL;
    for (guint i = 1; i < MOST_FOLDERS; i++) {
        g_autofree char *key = g_strdup_printf("gazetteer-%u", i);
        char *next = ren_query_meta(store, key);
        if (next == NULL)
            break;
        g_free(folder);
        folder = next;
    }
    if (folder != NULL && g_file_test(folder, G_FILE_TEST_IS_DIR))
        return folder;
    g_set_error(error, REN_ERROR, REN_ERROR_USAGE,
                "where are decisions kept? name a folder with -g, as in -g mine, and give the same to "
                "`renmai build`");
    g_free(folder);
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

static guint
count_lines(const char *text)
{
    guint n = 0;
    for (const char *p = text; *p != '\0'; p++)
        n += *p == '\n';
    return n;
}

char *
ren_decide_write(const char *folder, RenDecide decide, const char *a, const char *b, const char *note,
                 GError **error)
{
    if (g_mkdir_with_parents(folder, 0777) != 0) {
        int code = errno;
        g_set_error(error, G_IO_ERROR, g_io_error_from_errno(code), "folder '%s' cannot be made (%s)", folder,
                    g_strerror(code));
        return NULL;
    }
    g_autofree char *path = g_build_filename(folder, tables[decide].file, NULL);
    g_autofree char *before = NULL;
    if (g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_get_contents(path, &before, NULL, error))
        return NULL;
    const char *old = before != NULL ? before : tables[decide].head;
    gboolean open_end = *old != '\0' && !g_str_has_suffix(old, "\n");
    g_autofree char *row = make_row(decide, a, b, note);
    g_autofree char *text = g_strconcat(old, open_end ? "\n" : "", row, NULL);
    if (!replace(path, text, error))
        return NULL;
    /* The check reads the tables as the next build will; what it refuses is taken back. */
    const char *const dirs[] = {folder, NULL};
    g_autoptr(RenDecisions) decisions = ren_decisions_new(dirs, error);
    if (decisions != NULL)
        return g_strdup_printf("%s:%u", path, count_lines(text));
    if (before != NULL)
        replace(path, before, NULL);
    else
        g_unlink(path);
    return NULL;
}
