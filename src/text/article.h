/* Splits an issue into its articles by headings, headlines, leads, bylines and jumps.
 *
 * An article starts at the raw line of its headline (its kicker, if one stands above it), marks and all, or
 * at its first line where it has none. A sub-heading inside a feature starts none. Articles follow each other
 * without gaps to the end of the file; what stands before the first one (blank lines, a masthead) belongs to
 * none. Where the view knows the borders they stand: a heading at the head of an article is its title, and
 * nothing is doubtful. */
#pragma once
#include "base/record.h"
#include "text/layout.h"
#include "text/view.h"

/* Returns a new array of RenArticle with index, span (raw bytes), title, doubtful and sentences set, freed
 * with g_ptr_array_unref(). There is at least one wherever the view has a paragraph. */
GPtrArray *ren_article_split(const RenView *view, const RenLayout *layout);
