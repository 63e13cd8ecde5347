/* What goes to standard output. Text goes out as UTF-8 whatever the locale says: Chinese must survive
 * LANG=C. */
#pragma once
#include "base/record.h"

/* Flushes standard output; FALSE with @error set where it could not be written. */
gboolean ren_print_flush(GError **error);

/* TRUE where standard output is a terminal, perhaps behind a pager, that may be given bold and colour. */
gboolean ren_print_is_terminal(void);

/* How many columns the terminal has ($COLUMNS where that is set); 0 where standard output is none. */
guint ren_print_width(void);

/* @text on one line, with the @n_marks spans @marks (bytes in @text, in order, not overlapping) bold on a
 * terminal, in 【】 elsewhere. Owned by the caller. */
char *ren_print_marked(const char *text, const RenSpan *marks, guint n_marks);

/* A headline on one line; "(no headline)" where it is empty. Owned by the caller. */
char *ren_print_headline(const char *headline);

/* What a person reads for a kind: "organisation". */
const char *ren_print_kind(RenKind kind);
