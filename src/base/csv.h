/* Tables of comma-separated values, as published lists come: RFC 4180 (doi:10.17487/RFC4180), with either
 * line end and a byte order mark allowed. A cell in quotes may hold commas, line breaks and doubled quotes.
 * The first record names the columns. */
#pragma once
#include <glib.h>
#include <stdio.h>

typedef struct {
    GStrv columns;   /* owned */
    GPtrArray *rows; /* owned; of GStrv, each with as many cells as there are columns */
} RenCsv;

/* Reads the table at @path. Returns a new table, freed with ren_csv_free(), or NULL with @error set:
 * G_FILE_ERROR when
 * @path cannot be read, REN_ERROR_INPUT (with file and line) where it is not UTF-8, a quote is not closed,
 * text follows a closing quote, or a record has not as many cells as the first. Empty lines are passed over.
 */
RenCsv *ren_csv_read(const char *path, GError **error);

/* The number of the column called @name, or -1. */
int ren_csv_column(const RenCsv *csv, const char *name);

/* Writes @text as one cell: quoted where it has to be, with an apostrophe in front where a spreadsheet would
 * take it for a formula. */
void ren_csv_put(FILE *out, const char *text);

void ren_csv_free(RenCsv *csv); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenCsv, ren_csv_free)
