#include "cli/table.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "base/csv.h"
#include "base/error.h"
#include "base/message.h"
#include "base/utf8.h"
#include "cli/print.h"

/* Free text grows no wider than this where no terminal sets the width: one long title would push all other
 * columns away. */
#define WIDEST 44
/* No column is made narrower than this: less tells nothing. */
#define NARROWEST 10
#define GAP 2

struct _RenTable {
    const RenColumn *columns; /* borrowed */
    guint n_columns;
    GPtrArray *cells;  /* owned; of char * or NULL, row after row */
    GHashTable *notes; /* owned; number of a row → char * */
};

static const char *const format_names[] = {"", "table", "tsv", "csv", "json", NULL};

const char *const *
ren_table_format_names(void)
{
    return format_names + REN_TABLE_TABLE;
}

gboolean
ren_table_format_parse(const char *name, RenTableFormat *format, GError **error)
{
    *format = REN_TABLE_PLAIN;
    if (name == NULL)
        return TRUE;
    for (guint i = REN_TABLE_TABLE; format_names[i] != NULL; i++) {
        if (g_str_equal(name, format_names[i])) {
            *format = i;
            return TRUE;
        }
    }
    g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("--format '%s': expected table, tsv, csv or json"),
                name);
    return FALSE;
}

RenTable *
ren_table_new(const RenColumn *columns)
{
    RenTable *table = g_new0(RenTable, 1);
    table->columns = columns;
    while (columns[table->n_columns].key != NULL || columns[table->n_columns].title != NULL)
        table->n_columns++;
    table->cells = g_ptr_array_new_with_free_func(g_free);
    table->notes = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    return table;
}

void
ren_table_add(RenTable *table, const char *cell)
{
    g_autofree char *line =
        ren_utf8_one_line(cell != NULL ? cell : "", cell != NULL ? strlen(cell) : 0, NULL, 0, NULL, NULL);
    g_ptr_array_add(table->cells, *line != '\0' ? g_steal_pointer(&line) : NULL);
}

void
ren_table_add_number(RenTable *table, guint64 number)
{
    g_ptr_array_add(table->cells, g_strdup_printf("%" G_GUINT64_FORMAT, number));
}

void
ren_table_add_article(RenTable *table, const char *doc, guint n)
{
    g_autofree char *both = g_strdup_printf("%s#%u", doc, n);
    ren_table_add(table, doc);
    ren_table_add_number(table, n);
    ren_table_add(table, both);
}

void
ren_table_add_kind(RenTable *table, RenKind kind)
{
    ren_table_add(table, ren_kind_name(kind));
    ren_table_add(table, ren_print_kind(kind));
}

void
ren_table_add_note(RenTable *table, const char *note)
{
    gpointer row = GUINT_TO_POINTER(table->cells->len / table->n_columns);
    const char *old = g_hash_table_lookup(table->notes, row);
    g_hash_table_replace(table->notes, row,
                         old == NULL ? g_strdup(note) : g_strconcat(old, "\n", note, NULL));
}

/* ---- for people ---- */

static const char *
shown(const char *cell)
{
    return cell != NULL ? cell : "-";
}

static const char *
heading(const RenColumn *column)
{
    return g_dpgettext2(GETTEXT_PACKAGE, "column", column->title);
}

/* How wide the columns are when nothing is shortened; 0 for those that people do not see. */
static void
measure(const RenTable *table, guint widths[])
{
    for (guint c = 0; c < table->n_columns; c++)
        widths[c] = table->columns[c].title == NULL ? 0 : ren_utf8_width(heading(&table->columns[c]));
    for (guint i = 0; i < table->cells->len; i++) {
        guint c = i % table->n_columns;
        if (table->columns[c].title != NULL)
            widths[c] = MAX(widths[c], ren_utf8_width(shown(table->cells->pdata[i])));
    }
}

/* The widest column of @type that may still be made narrower; -1 where there is none. */
static int
widest(const RenTable *table, RenColumnType type, const guint widths[])
{
    int best = -1;
    for (guint c = 0; c < table->n_columns; c++)
        if (table->columns[c].type == type && widths[c] > NARROWEST && (best < 0 || widths[c] > widths[best]))
            best = c;
    return best;
}

/* Takes from the widest column until all fit in @room: free text first, names only then. */
static void
squeeze(const RenTable *table, guint room, guint widths[])
{
    guint total = 0;
    for (guint c = 0; c < table->n_columns; c++)
        total += widths[c] == 0 ? 0 : widths[c] + (total > 0 ? GAP : 0);
    for (; total > room; total--) {
        int c = widest(table, REN_COLUMN_TEXT, widths);
        c = c >= 0 ? c : widest(table, REN_COLUMN_NAME, widths);
        if (c < 0)
            return;
        widths[c]--;
    }
}

static void
print_cell(const RenColumn *column, const char *cell, guint width, gboolean last)
{
    g_autofree char *fitting = ren_utf8_fit(cell, width);
    int pad = width - ren_utf8_width(fitting);
    if (column->type == REN_COLUMN_NUMBER)
        printf("%*s%s", pad, "", fitting);
    else
        printf("%s%*s", fitting, last ? 0 : pad, "");
}

static void
print_for_people(const RenTable *table, gboolean with_notes)
{
    g_autofree guint *widths = g_new(guint, table->n_columns);
    gboolean bold = ren_print_is_terminal();
    guint room = ren_print_width(), last = 0;
    measure(table, widths);
    for (guint c = 0; c < table->n_columns; c++) {
        if (room == 0 && table->columns[c].type == REN_COLUMN_TEXT && widths[c] > 0)
            widths[c] = MIN(widths[c], WIDEST);
        last = table->columns[c].title != NULL ? c : last;
    }
    if (room > 0)
        squeeze(table, room, widths);
    guint n_rows = table->cells->len / table->n_columns;
    for (guint row = 0; row <= n_rows; row++) {
        fputs(bold && row == 0 ? "\033[1m" : "", stdout);
        for (guint c = 0; c < table->n_columns; c++) {
            const RenColumn *column = &table->columns[c];
            if (column->title == NULL)
                continue;
            print_cell(column,
                       row == 0 ? heading(column)
                                : shown(table->cells->pdata[(row - 1) * table->n_columns + c]),
                       widths[c], c == last);
            fputs(c < last ? "  " : "", stdout);
        }
        puts(bold && row == 0 ? "\033[0m" : "");
        const char *note = with_notes ? g_hash_table_lookup(table->notes, GUINT_TO_POINTER(row)) : NULL;
        if (note != NULL)
            puts(note);
    }
}

/* ---- for programs ---- */

static void
print_separated(const RenTable *table, gboolean csv)
{
    guint last = 0;
    for (guint c = 0; c < table->n_columns; c++)
        last = table->columns[c].key != NULL ? c : last;
    for (guint row = 0; row <= table->cells->len / table->n_columns; row++) {
        for (guint c = 0; c <= last; c++) {
            if (table->columns[c].key == NULL)
                continue;
            const char *cell =
                row == 0 ? table->columns[c].key : table->cells->pdata[(row - 1) * table->n_columns + c];
            if (csv)
                ren_csv_put(stdout, cell != NULL ? cell : "");
            else
                fputs(cell != NULL ? cell : "", stdout);
            fputs(c < last ? (csv ? "," : "\t") : (csv ? "\r\n" : "\n"), stdout);
        }
    }
}

static void
set_member(JsonObject *object, const RenColumn *column, const char *cell)
{
    if (cell == NULL)
        json_object_set_null_member(object, column->key);
    else if (column->type == REN_COLUMN_NUMBER)
        json_object_set_int_member(object, column->key, g_ascii_strtoll(cell, NULL, 10));
    else if (column->type == REN_COLUMN_FLAG)
        json_object_set_boolean_member(object, column->key, g_str_equal(cell, "1"));
    else
        json_object_set_string_member(object, column->key, cell);
}

static void
print_json(const RenTable *table)
{
    JsonArray *array = json_array_new();
    for (guint i = 0; i < table->cells->len; i += table->n_columns) {
        JsonObject *object = json_object_new();
        for (guint c = 0; c < table->n_columns; c++)
            if (table->columns[c].key != NULL)
                set_member(object, &table->columns[c], table->cells->pdata[i + c]);
        json_array_add_object_element(array, object);
    }
    g_autoptr(JsonNode) node = json_node_init_array(json_node_alloc(), array);
    json_array_unref(array);
    g_autofree char *text = json_to_string(node, TRUE);
    puts(text);
}

void
ren_table_print(const RenTable *table, RenTableFormat format)
{
    switch (format) {
    case REN_TABLE_JSON:
        print_json(table);
        break;
    case REN_TABLE_CSV:
    case REN_TABLE_TSV:
        print_separated(table, format == REN_TABLE_CSV);
        break;
    default:
        print_for_people(table, format == REN_TABLE_PLAIN);
    }
}

void
ren_table_free(RenTable *table)
{
    if (table == NULL)
        return;
    g_ptr_array_unref(table->cells);
    g_hash_table_unref(table->notes);
    g_free(table);
}
