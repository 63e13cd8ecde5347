/* Articles that were printed before, the same or nearly: by the resemblance of their texts.
 *
 * A text is taken as the set of all runs of five letters or digits in it, blanks and marks left out and width
 * folded. The resemblance of two texts is the share of runs that both have; it is estimated from the 128 runs
 * with the least hashes (Broder, "On the resemblance and containment of documents", 1997,
 * doi:10.1109/SEQUEN.1997.666900). A reprint with another headline or byline, or a sentence less, stays above
 * 0.8; two reports by one template lie below, unless little but a name or a number differs: the caller has to
 * look at the names. */
#pragma once
#include <glib.h>

/* From this resemblance on a text is a reprint. */
#define REN_REPRINT_RESEMBLANCE 0.8
/* What is shorter, in letters, is a heading or a notice that papers print every day. */
#define REN_REPRINT_LEAST 60

typedef struct _RenReprints RenReprints;
/* What is kept of a text. */
typedef struct _RenSketch RenSketch;

/* The sketch of @text, @len bytes; NULL where it is too short to tell. Freed with ren_sketch_free(). */
RenSketch *ren_sketch_new(const char *text, gsize len);
void ren_sketch_free(RenSketch *sketch); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenSketch, ren_sketch_free)

RenReprints *ren_reprints_new(void);

/* Of the texts added so far the one that @sketch resembles most, the earliest of equals: its number; -1 where
 * none is near enough. */
gint64 ren_reprints_find(const RenReprints *reprints, const RenSketch *sketch);

/* Adds a text as @number, 0 or more; @sketch is taken over. */
void ren_reprints_add(RenReprints *reprints, gint64 number, RenSketch *sketch);

void ren_reprints_free(RenReprints *reprints); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenReprints, ren_reprints_free)
