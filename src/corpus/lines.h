/* Articles as JSON: one object a line (JSON lines), or a file that is one array of them, or one object.
 *
 * Which keys are the headline, the text, the day and so on, says rules/fields.tsv. Articles of one paper and
 * day are one issue, in the order of the file; its text is headline and text of each, headlines with the mark
 * of a heading, and where an article begins is certain. */
#pragma once
#include "base/record.h"
#include "corpus/fields.h"
#include "corpus/sink.h"

/* Are there articles in @text, or at least a sign of them: is its first object one that has a text or
 * headline? */
gboolean ren_lines_hold_articles(const RenFields *fields, const char *text, gsize len);

/* Hands over the issues of @file, whose text is JSON: doc is that of @file, then paper and day. A line that
 * is no article is told, by path and line, and passed over. FALSE with @error set as take() has set it. */
gboolean ren_lines_take(const RenIssue *file, const RenFields *fields, const RenSink *sink, GError **error);
