/* UTF-8 counted in code points and in columns of a terminal. The only place that converts between the three.
 * Text is valid UTF-8: the readers see to that. */
#pragma once
#include "base/record.h"

/* A place in a text that knows both its counts, so that a list of offsets in order costs one walk. */
typedef struct {
    const char *text; /* borrowed */
    gsize len;        /* bytes */
    gsize byte;
    gsize cp;
} RenCpCursor;

/* A cursor at the head of @text, @len bytes that need not end in NUL. */
RenCpCursor ren_cp_cursor(const char *text, gsize len);
/* Moves to byte offset @byte (at most len), forward or back; returns it in code points. */
gsize ren_cp_cursor_seek(RenCpCursor *cursor, gsize byte);

/* Columns that @text takes on a terminal: two for a wide character, none for a combining one. */
guint ren_utf8_width(const char *text);

/* @text cut to @width columns, with "…" at the end where something was cut. Owned by the caller. */
char *ren_utf8_fit(const char *text, guint width);

/* @text and blanks behind it, so that it takes @width columns or more. Owned by the caller. */
char *ren_utf8_pad(const char *text, guint width);

/* @len bytes of @text on one line: a line break between two wide characters goes, any other run of white
 * space becomes one space, control characters are left out. The @n_marks spans @marks (bytes in @text, in
 * order, not overlapping) are put between @open and @close. Owned by the caller. */
char *ren_utf8_one_line(const char *text, gsize len, const RenSpan *marks, guint n_marks, const char *open,
                        const char *close);
