/* Sentences: after 。！？… and the quotes and brackets that close with them, and at every paragraph's end. */
#pragma once
#include "text/view.h"

/* Appends to @sentences (of RenSpan, raw bytes) those of the view's bytes from @start to @end. Returns how
 * many. */
guint ren_sentence_split(const RenView *view, gsize start, gsize end, GArray *sentences);
