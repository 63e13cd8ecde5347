/* Tables and marks for the terminal. Text goes out as UTF-8 whatever the locale says: Chinese must survive
 * LANG=C. */
#pragma once
#include "base/record.h"

/* Flushes standard output; FALSE with @error set where it could not be written. */
gboolean ren_print_flush(GError **error);

/* TRUE where standard output is a terminal that may be given bold and colour. */
gboolean ren_print_is_terminal(void);

/* @text on one line, with the @n_marks spans @marks (bytes in @text, in order, not overlapping) bold on a
 * terminal, in 【】 elsewhere. Owned by the caller. */
char *ren_print_marked(const char *text, const RenSpan *marks, guint n_marks);

/* A headline on one line; "(no headline)" where it is empty. Owned by the caller. */
char *ren_print_headline(const char *headline);

/* Rows whose columns line up, wide characters counted as two. */
typedef struct _RenTable RenTable;

/* @titles are the column names, NULL-terminated; one that starts with '>' is set to the right. */
RenTable *ren_table_new(const char *const *titles);
/* Adds a cell to the last row, or begins a new row where that is full. NULL prints as "-". */
void ren_table_add(RenTable *table, const char *cell);
void ren_table_add_number(RenTable *table, guint64 number);
/* Lines that are printed below the last row as they are. */
void ren_table_add_note(RenTable *table, const char *note);
/* Prints the table; the last column is never padded. */
void ren_table_print(const RenTable *table);
void ren_table_free(RenTable *table); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenTable, ren_table_free)
