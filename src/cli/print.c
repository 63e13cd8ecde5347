#include "cli/print.h"

#include <errno.h>
#include <gio/gio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"

/* No column grows beyond this: one long firm's name would push all others off the screen. */
#define WIDEST 44

struct _RenTable {
    guint n_columns;
    GPtrArray *cells;  /* owned; of char *, row after row, the titles first */
    GArray *widths;    /* owned; of guint */
    GHashTable *notes; /* owned; number of a row → char * */
};

gboolean
ren_print_flush(GError **error)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return TRUE;
    g_set_error(error, G_IO_ERROR, g_io_error_from_errno(errno), "standard output cannot be written: %s",
                g_strerror(errno));
    return FALSE;
}

gboolean
ren_print_is_terminal(void)
{
    const char *term = g_getenv("TERM");
    return isatty(STDOUT_FILENO) && g_getenv("NO_COLOR") == NULL && g_strcmp0(term, "dumb") != 0;
}

char *
ren_print_marked(const char *text, const RenSpan *marks, guint n_marks)
{
    gboolean bold = ren_print_is_terminal();
    return ren_utf8_one_line(text, strlen(text), marks, n_marks, bold ? "\033[1m" : "【",
                             bold ? "\033[0m" : "】");
}

char *
ren_print_headline(const char *headline)
{
    g_autofree char *line = ren_utf8_one_line(headline, strlen(headline), NULL, 0, NULL, NULL);
    return *line != '\0' ? g_steal_pointer(&line) : g_strdup("(no headline)");
}

RenTable *
ren_table_new(const char *const *titles)
{
    RenTable *table = g_new0(RenTable, 1);
    table->n_columns = g_strv_length((GStrv)titles);
    table->cells = g_ptr_array_new_with_free_func(g_free);
    table->widths = g_array_new(FALSE, TRUE, sizeof(guint));
    g_array_set_size(table->widths, table->n_columns);
    table->notes = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    for (guint i = 0; i < table->n_columns; i++)
        ren_table_add(table, titles[i]);
    return table;
}

/* The titles keep their '>' as the mark of their column. */
static const char *
shown(const RenTable *table, guint i)
{
    const char *cell = table->cells->pdata[i];
    return i < table->n_columns && *cell == '>' ? cell + 1 : cell;
}

void
ren_table_add(RenTable *table, const char *cell)
{
    guint column = table->cells->len % table->n_columns;
    if (cell == NULL || *cell == '\0')
        cell = "-";
    g_ptr_array_add(table->cells,
                    column + 1 < table->n_columns ? ren_utf8_fit(cell, WIDEST) : g_strdup(cell));
    guint *width = &g_array_index(table->widths, guint, column);
    *width = MAX(*width, ren_utf8_width(shown(table, table->cells->len - 1)));
}

void
ren_table_add_number(RenTable *table, guint64 number)
{
    g_autofree char *cell = g_strdup_printf("%" G_GUINT64_FORMAT, number);
    ren_table_add(table, cell);
}

void
ren_table_add_note(RenTable *table, const char *note)
{
    gpointer row = GUINT_TO_POINTER(table->cells->len / table->n_columns);
    const char *old = g_hash_table_lookup(table->notes, row);
    g_hash_table_replace(table->notes, row,
                         old == NULL ? g_strdup(note) : g_strconcat(old, "\n", note, NULL));
}

static void
print_cell(const RenTable *table, guint i)
{
    guint column = i % table->n_columns;
    const char *cell = shown(table, i);
    gboolean right = *(char *)table->cells->pdata[column] == '>';
    int pad = g_array_index(table->widths, guint, column) - ren_utf8_width(cell);
    if (right)
        printf("%*s%s", pad, "", cell);
    else if (column + 1 < table->n_columns)
        printf("%s%*s", cell, pad, "");
    else
        printf("%s", cell);
}

void
ren_table_print(const RenTable *table)
{
    gboolean bold = ren_print_is_terminal();
    for (guint i = 0; i < table->cells->len; i++) {
        if (bold && i == 0)
            fputs("\033[1m", stdout);
        print_cell(table, i);
        if (bold && i + 1 == table->n_columns)
            fputs("\033[0m", stdout);
        if ((i + 1) % table->n_columns != 0) {
            fputs("  ", stdout);
            continue;
        }
        putchar('\n');
        const char *note = g_hash_table_lookup(table->notes, GUINT_TO_POINTER((i + 1) / table->n_columns));
        if (note != NULL)
            puts(note);
    }
}

void
ren_table_free(RenTable *table)
{
    if (table == NULL)
        return;
    g_ptr_array_unref(table->cells);
    g_array_unref(table->widths);
    g_hash_table_unref(table->notes);
    g_free(table);
}
