/* The lines of a raw text, folded and freed of Markdown and HTML: what the reflow of text/view.c puts
 * together. */
#pragma once
#include <glib.h>

/* One printed line that has something on it. */
typedef struct {
    gsize start; /* in RenLines.text */
    gsize end;
    gsize raw_line;      /* where its line starts in raw */
    gsize raw_end;       /* behind its last character in raw */
    guint blanks_before; /* empty lines above it */
    guint heading;       /* 1-6, 0 none */
    gboolean bold;
    guint indent;         /* columns of blanks at its head */
    gboolean blank_after; /* one blank stands behind its last character */
    gboolean listed;
    gboolean border; /* a tag or a rule says that a paragraph ends above it */
    gboolean opens;  /* an article is known to begin with it (set by the reflow) */
} RenLine;

typedef struct {
    GString *text; /* owned; the lines' characters, one line after the other, nothing between */
    GArray *map;   /* owned; of guint32: for each byte of text, where its character starts in raw */
    GArray *lines; /* owned; of RenLine; none is empty */
} RenLines;

/* Scans @raw, @len bytes of valid UTF-8 without NUL, in linear time. Freed with ren_lines_free(). */
RenLines *ren_lines_new(const char *raw, gsize len);
void ren_lines_free(RenLines *lines); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenLines, ren_lines_free)
