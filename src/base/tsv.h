/* Tables of tab-separated values: UTF-8, a line of column names, rows; `#` starts a comment line.
 * An empty cell is an empty string; cells missing at the end of a row are empty too. */
#pragma once
#include <glib.h>

typedef struct {
    char *path;      /* owned */
    GStrv columns;   /* owned */
    GPtrArray *rows; /* owned; of GStrv, each with as many cells as there are columns */
    GArray *lines;   /* owned; of guint: the line number of each row, from 1 */
} RenTsv;

/* Reads the table at @path, whose first columns must be those of @columns (NULL-terminated), in that order;
 * further columns may follow. Returns a new table, freed with ren_tsv_free(), or NULL with @error set:
 * G_FILE_ERROR when @path cannot be read, REN_ERROR_GAZETTEER (with file and line) at the first bad row. */
RenTsv *ren_tsv_read(const char *path, const char *const *columns, GError **error);

/* The number of the column called @name, or -1. */
int ren_tsv_column(const RenTsv *tsv, const char *name);

/* Sets @error to REN_ERROR_GAZETTEER with file and line of row @row before the message; returns FALSE. */
gboolean ren_tsv_fail(const RenTsv *tsv, guint row, GError **error, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* The paths (char *) of all .tsv files in @folder, in the order of their names; empty where there is no such
 * folder. Freed with g_ptr_array_unref(). */
GPtrArray *ren_tsv_find(const char *folder);

void ren_tsv_free(RenTsv *tsv); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenTsv, ren_tsv_free)
