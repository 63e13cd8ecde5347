/* The clean text of an issue: one line a paragraph, every byte mapped back to the file.
 *
 * Full width is folded to half width (NFKC where that gives one character; Chinese quotes, 。、《》…— stay),
 * a run of blanks is one space, invisible characters are gone, HTML tags and Markdown marks too, entities are
 * decoded. Lines and paragraphs that the scan broke in mid-sentence are one paragraph again, with nothing
 * between the two parts (a space between two ASCII letters or digits). Offsets are bytes. Building one takes
 * time linear in the length. */
#pragma once
#include "base/record.h"
#include "text/layout.h"

typedef struct {
    RenSpan span;   /* in the view's text, without the line feed */
    gsize raw_line; /* where its first line starts in the raw text, marks such as ## and blanks included */
    guint heading;  /* 1-6: level of a Markdown or HTML heading; 0: none */
    guint blanks_before; /* blank lines above it in the raw text */
    guint flags;         /* RenLayoutFlags; 0 without a layout */
    guint n_chars;       /* its length in code points */
    gboolean title;      /* reads as a headline: short, without a full stop, no byline or caption */
    gboolean bold;       /* the whole of it was printed bold */
    gboolean indented;   /* its first line was indented */
    gboolean listed;     /* it was an item of a list */
    gboolean opens;      /* an article is known to begin with it */
} RenParagraph;

typedef struct {
    char *text;   /* owned; UTF-8, paragraphs parted by one "\n", NUL at the end */
    gsize len;    /* bytes in text */
    guint32 *map; /* owned; len + 1 entries: where each byte's character starts in raw; the last is raw_len */
    GArray *paragraphs; /* owned; of RenParagraph, in order; none is empty */
    gboolean parted;    /* it is known where articles begin */
    const char *raw;    /* borrowed from the caller, who keeps it as long as the view */
    gsize raw_len;
} RenView;

/* Makes the view of @raw, @len bytes of valid UTF-8 without NUL. @layout, which may be NULL, tells bylines,
 * captions and leads from running text. Freed with ren_view_free(). */
RenView *ren_view_new(const char *raw, gsize len, const RenLayout *layout);

/* The same of a text in which articles are known to begin at @borders (of gsize, in raw, in order; NULL or
 * empty: it is not known): nothing of one goes on in the next. */
RenView *ren_view_new_parted(const char *raw, gsize len, const RenLayout *layout, const GArray *borders);

/* The raw text that the view's bytes from @start to @end (character borders) were made of. */
RenSpan ren_view_raw(const RenView *view, gsize start, gsize end);

/* The first byte of the view that was made of raw byte @raw or of a later one (view->len where none was). */
gsize ren_view_find(const RenView *view, gsize raw);

void ren_view_free(RenView *view); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenView, ren_view_free)
