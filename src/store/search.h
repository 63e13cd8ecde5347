/* Full-text search over the articles (text/words.h, table search). */
#pragma once
#include "store/filter.h"

/* An article that was found. */
typedef struct {
    char *date;     /* owned; or NULL */
    char *doc;      /* owned */
    guint n;        /* number of the article in it, from 0 */
    char *headline; /* owned; "" where there is none */
    char *snippet;  /* owned; what stands around the words, with "…" where the text is cut */
    GArray *marks;  /* owned; of RenSpan: the words, bytes in snippet, in order, not overlapping */
} RenHit;

/* The articles (RenHit) that @filter (may be NULL) lets through and that hold all words of @question: words
 * are parted by blanks, "…" holds some together, -WORD must not be there, OR stands between two choices. The
 * best come first (BM25, headlines count more: Robertson and Zaragoza, doi:10.1561/1500000019), with @by_date
 * the latest; @limit at most, all where it is negative. Sets @total to how many there are. Freed with
 * g_ptr_array_unref(); NULL with @error set: REN_ERROR_USAGE where @question asks for nothing. */
GPtrArray *ren_search_query(RenStore *store, const char *question, const RenFilter *filter, gboolean by_date,
                            int limit, guint *total, GError **error);
