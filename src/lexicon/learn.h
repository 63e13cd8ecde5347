/* Words that a body of text uses and no table holds, found by counting:
 *
 * - frequency: the word stands there often enough;
 *
 * - cohesion: its parts stand together more often than by chance: log2 of p(ab) / (p(a) p(b)) for the split
 *   into a and b where that is least (pointwise mutual information: Church and Hanks, Computational
 *   Linguistics 16(1), 1990); a text too short for so many bits asks that the parts never stand apart;
 *
 * - freedom: what stands before it and behind it varies: the entropy of the neighbouring characters, the
 *   smaller of both sides, in bits (Jin and Tanaka-Ishii, COLING/ACL 2006). The end of a stretch is a new
 *   neighbour each time.
 *
 * Left out is what the lexicon holds already in any class; what begins or ends with a character of
 * learn/edges.tsv; what is made of known words and single characters that the tables mark (声明 + 称), as the
 * lattice reads that without help; and what in most places cuts a known word (会开幕 of 大会开幕). Countries
 * and other known names are no part of the text.
 *
 * All strings of one to seven Han characters are counted in one pass. Memory is bounded: where the table is
 * full, the rarest strings are dropped and counted anew from there on (lossy counting: Manku and Motwani,
 * VLDB 2002, doi:10.1016/B978-155860869-6/50038-X), so that a count may be too small by at most what
 * ren_learner_get_lost() says, never too large. Neighbours that were dropped pass for new ones, so that
 * freedom seems larger then. */
#pragma once
#include "lexicon/lexicon.h"

typedef struct {
    guint least;     /* times that a word stands there at least */
    double cohesion; /* bits */
    double freedom;  /* bits */
    guint strings;   /* most strings that are held at once; each takes 32 to 64 bytes */
} RenLearnOptions;

#define REN_LEARN_DEFAULTS                                                                                   \
    {                                                                                                        \
        .least = 5, .cohesion = 5, .freedom = 1.5, .strings = 6000000                                        \
    }

typedef struct {
    char *word; /* owned */
    guint count;
    guint grade; /* as of the class `word`, by its share of the text: 1 rare … 4; 5 and 6 are a reviewer's to
                    give */
    double cohesion; /* bits */
    double freedom;  /* bits */
} RenLearned;

typedef struct _RenLearner RenLearner;

/* A learner that leaves out what @lexicon (borrowed: it must live as long) holds. Reads learn/edges.tsv of
 * the lexicon's folders. NULL with @error set to REN_ERROR_GAZETTEER where that is wrong. */
RenLearner *ren_learner_new(const RenLexicon *lexicon, const RenLearnOptions *options, GError **error);

/* Counts @text, @len bytes of valid UTF-8. Whatever is no Han character ends a stretch: so may a name be cut
 * out. */
void ren_learner_add(RenLearner *learner, const char *text, gsize len);

/* How many Han characters were counted. */
guint64 ren_learner_get_characters(const RenLearner *learner);
/* By how much a count may be too small. */
guint ren_learner_get_lost(const RenLearner *learner);

/* The words, the most frequent first: a new array of RenLearned, freed with g_ptr_array_unref(). */
GPtrArray *ren_learner_find(const RenLearner *learner);

void ren_learner_free(RenLearner *learner); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenLearner, ren_learner_free)
