/* Why a paragraph is read as it is: its words with their prices, and what a name's words beat. Offsets are
 * bytes of the paragraph. */
#pragma once
#include "match/matcher.h"

typedef struct {
    RenSpan span;
    RenClass cls;
    float price; /* of the word and of the step to it, in nats: the lower, the likelier */
} RenPriced;

/* The words of paragraph number @paragraph as the lattice reads them: a new array of RenPriced, freed with
 * g_array_unref(). */
GArray *ren_explain_words(const RenLexicon *lexicon, const RenReading *reading, guint paragraph);

/* Two readings of one stretch of text; what stands before and behind it is the same in both. */
typedef struct {
    GArray *won;  /* owned; of RenPriced */
    GArray *lost; /* owned; of RenPriced */
} RenContest;

/* The cheapest other reading that does without one of the words in @span, which are words of the reading.
 * FALSE where there is no other. @contest is cleared with ren_contest_clear(). */
gboolean ren_explain_contest(const RenLexicon *lexicon, const RenReading *reading, guint paragraph,
                             RenSpan span, RenContest *contest);
void ren_contest_clear(RenContest *contest);

/* The sum of the prices of @words (of RenPriced), in nats. */
float ren_explain_price(const GArray *words);
