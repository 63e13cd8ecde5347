#include "base/tsv.h"

#include <string.h>

#include "base/error.h"
#include "base/message.h"

void
ren_tsv_free(RenTsv *tsv)
{
    if (tsv == NULL)
        return;
    g_free(tsv->path);
    g_strfreev(tsv->columns);
    g_ptr_array_unref(tsv->rows);
    g_array_unref(tsv->lines);
    g_free(tsv);
}

gboolean
ren_tsv_fail(const RenTsv *tsv, guint row, GError **error, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *what = g_strdup_vprintf(format, args);
    va_end(args);
    g_set_error(error, REN_ERROR, REN_ERROR_GAZETTEER, "%s:%u: %s", tsv->path,
                g_array_index(tsv->lines, guint, row), what);
    return FALSE;
}

int
ren_tsv_column(const RenTsv *tsv, const char *name)
{
    for (guint i = 0; tsv->columns[i] != NULL; i++)
        if (g_str_equal(tsv->columns[i], name))
            return i;
    return -1;
}

static int
compare_paths(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

GPtrArray *
ren_tsv_find(const char *folder)
{
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    if (dir == NULL)
        return paths;
    for (const char *file = g_dir_read_name(dir); file != NULL; file = g_dir_read_name(dir))
        if (g_str_has_suffix(file, ".tsv"))
            g_ptr_array_add(paths, g_build_filename(folder, file, NULL));
    g_ptr_array_sort(paths, compare_paths);
    return paths;
}

static gboolean
set_columns(RenTsv *tsv, const char *line, guint number, const char *const *columns, GError **error)
{
    tsv->columns = g_strsplit(line, "\t", -1);
    for (guint i = 0; columns[i] != NULL; i++) {
        if (i >= g_strv_length(tsv->columns) || !g_str_equal(tsv->columns[i], columns[i])) {
            g_autofree char *wanted = g_strjoinv(" ", (GStrv)columns);
            g_set_error(
                error, REN_ERROR, REN_ERROR_GAZETTEER,
                _("%s:%u: the first line that is no comment must name the columns, parted by tabs: %s"),
                tsv->path, number, wanted);
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean
add_row(RenTsv *tsv, const char *line, guint number, GError **error)
{
    g_auto(GStrv) cells = g_strsplit(line, "\t", -1);
    guint have = g_strv_length(cells), want = g_strv_length(tsv->columns);
    if (have > want) {
        g_set_error(error, REN_ERROR, REN_ERROR_GAZETTEER,
                    _("%s:%u: %u cells, but only %u columns are named"), tsv->path, number, have, want);
        return FALSE;
    }
    GStrv row = g_new0(char *, want + 1);
    for (guint i = 0; i < want; i++)
        row[i] = i < have ? g_strstrip(g_strdup(cells[i])) : g_strdup("");
    g_ptr_array_add(tsv->rows, row);
    g_array_append_val(tsv->lines, number);
    return TRUE;
}

RenTsv *
ren_tsv_read(const char *path, const char *const *columns, GError **error)
{
    g_autofree char *text = NULL;
    gsize len;
    if (!g_file_get_contents(path, &text, &len, error))
        return NULL;
    if (!g_utf8_validate(text, len, NULL)) {
        g_set_error(error, REN_ERROR, REN_ERROR_GAZETTEER, _("%s: is not UTF-8: save the table as UTF-8"),
                    path);
        return NULL;
    }
    g_autoptr(RenTsv) tsv = g_new0(RenTsv, 1);
    tsv->path = g_strdup(path);
    tsv->rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    tsv->lines = g_array_new(FALSE, FALSE, sizeof(guint));
    /* Spreadsheets put a byte order mark in front. */
    char *line = g_str_has_prefix(text, "\xef\xbb\xbf") ? text + 3 : text;
    for (guint number = 1; line != NULL; number++) {
        char *next = strchr(line, '\n');
        if (next != NULL)
            *next++ = '\0';
        g_strchomp(line);
        if (*line != '\0' && *line != '#') {
            if (tsv->columns == NULL ? !set_columns(tsv, line, number, columns, error)
                                     : !add_row(tsv, line, number, error))
                return NULL;
        }
        line = next;
    }
    if (tsv->columns == NULL)
        set_columns(tsv, "", 1, columns, NULL);
    return g_steal_pointer(&tsv);
}
