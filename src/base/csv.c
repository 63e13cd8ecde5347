#include "base/csv.h"

#include <string.h>

#include "base/error.h"
#include "base/message.h"

void
ren_csv_free(RenCsv *csv)
{
    if (csv == NULL)
        return;
    g_strfreev(csv->columns);
    g_ptr_array_unref(csv->rows);
    g_free(csv);
}

int
ren_csv_column(const RenCsv *csv, const char *name)
{
    for (int i = 0; csv->columns[i] != NULL; i++)
        if (g_str_equal(csv->columns[i], name))
            return i;
    return -1;
}

static gboolean
ends_cell(char c)
{
    return c == ',' || c == '\n' || c == '\0';
}

/* Reads the cell at *@at into @cell; *@at moves to what ends it. Returns what is wrong, or NULL. */
static const char *
read_cell(const char **at, GString *cell)
{
    const char *p = *at;
    g_string_truncate(cell, 0);
    if (*p != '"') {
        for (; !ends_cell(*p); p++)
            g_string_append_c(cell, *p);
    } else {
        for (p++; *p != '"' || p[1] == '"'; p++) {
            if (*p == '\0')
                return _("a quote is not closed");
            p += *p == '"';
            g_string_append_c(cell, *p);
        }
        p++;
        if (!ends_cell(*p))
            return _("text follows a closing quote");
    }
    *at = p;
    return NULL;
}

/* Reads the record at *@at, which moves to the next; NULL with @problem set where it is wrong. */
static GStrv
read_record(const char **at, const char **problem)
{
    g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) cell = g_string_new(NULL);
    for (;;) {
        *problem = read_cell(at, cell);
        if (*problem != NULL)
            return NULL;
        g_ptr_array_add(cells, g_strdup(cell->str));
        if (**at != ',')
            break;
        (*at)++;
    }
    *at += **at == '\n';
    g_ptr_array_add(cells, NULL);
    return (GStrv)g_ptr_array_steal(cells, NULL);
}

static guint
count_lines(const char *from, const char *to)
{
    guint n = 0;
    for (; from < to; from++)
        n += *from == '\n';
    return n;
}

/* Line ends become line feeds; so does the one inside a cell. */
static char *
load(const char *path, GError **error)
{
    g_autofree char *text = NULL;
    gsize len;
    if (!g_file_get_contents(path, &text, &len, error))
        return NULL;
    if (!g_utf8_validate(text, len, NULL)) {
        g_set_error(error, REN_ERROR, REN_ERROR_INPUT, _("%s: is not UTF-8: save the table as UTF-8"), path);
        return NULL;
    }
    g_auto(GStrv) parts = g_strsplit(g_str_has_prefix(text, "\xef\xbb\xbf") ? text + 3 : text, "\r\n", -1);
    return g_strjoinv("\n", parts);
}

RenCsv *
ren_csv_read(const char *path, GError **error)
{
    g_autofree char *text = load(path, error);
    if (text == NULL)
        return NULL;
    g_autoptr(RenCsv) csv = g_new0(RenCsv, 1);
    csv->rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    guint line = 1;
    for (const char *p = text; *p != '\0';) {
        if (*p == '\n') {
            p++;
            line++;
            continue;
        }
        const char *start = p, *problem = NULL;
        g_auto(GStrv) cells = read_record(&p, &problem);
        if (problem == NULL && csv->columns != NULL && g_strv_length(cells) != g_strv_length(csv->columns))
            problem = _("has not as many cells as the first line names");
        if (problem != NULL) {
            g_set_error(error, REN_ERROR, REN_ERROR_INPUT, "%s:%u: %s", path, line, problem);
            return NULL;
        }
        if (csv->columns == NULL)
            csv->columns = g_steal_pointer(&cells);
        else
            g_ptr_array_add(csv->rows, g_steal_pointer(&cells));
        line += count_lines(start, p);
    }
    if (csv->columns == NULL)
        csv->columns = g_new0(char *, 1);
    return g_steal_pointer(&csv);
}

void
ren_csv_put(FILE *out, const char *text)
{
    g_autoptr(GString) cell = g_string_new(text);
    if (*text != '\0' && strchr("=+-@", *text) != NULL)
        g_string_prepend_c(cell, '\'');
    if (strpbrk(cell->str, ",\"\r\n") != NULL) {
        g_string_replace(cell, "\"", "\"\"", 0);
        g_string_prepend_c(cell, '"');
        g_string_append_c(cell, '"');
    }
    fputs(cell->str, out);
}
