/* Web pages: the text that a reader sees, without scripts, menus and what is hidden.
 *
 * Paragraphs and other blocks are parted by an empty line, <br> ends a line, headings get the marks of
 * Markdown. What <nav>, <aside>, <header> and <footer> of the page hold is left out, as far as the mark-up
 * says so; where it says which part is the article (<main>, <article>, the marks of Chinese newspapers'
 * publishing systems), only that is kept. A page without headings gets one by its <title>. */
#pragma once
#include "base/record.h"
#include "corpus/fields.h"

/* The encoding that the page of @len @bytes says it is in, or NULL. Owned by the caller. */
char *ren_html_charset(const char *bytes, gsize len);

/* Puts the page's text into @issue, in whose text the page itself stands, and what its <meta>, <time> and
 * comments say of date, paper, number and page. FALSE with @error set to REN_ERROR_INPUT where the page has
 * no text. */
gboolean ren_html_read(RenIssue *issue, const RenFields *fields, GError **error);
