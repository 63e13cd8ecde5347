/* The cheapest way to read a run of text as words: known words, candidates for names and places, unknown
 * characters. Every word has a price by its class and every step from class to class another; the state is
 * (position, class) and the cheapest path wins (Viterbi 1967, doi:10.1109/TIT.1967.1054010). Prices are in
 * gazetteer/rules/. */
#pragma once
#include "lexicon/lexicon.h"

/* One word of the path; offsets are code points in the text that was given. */
typedef struct {
    guint start;
    guint end;
    RenClass cls;
    guint word; /* number of the lexicon's row; 0 for a candidate or an unknown character.
                 * Of a new place: the row of its suffix. */
    float cost; /* of the word and of the step to it, in nats */
} RenStep;

/* What an issue has taught: words that are cheap in this issue alone. */
typedef struct _RenMemory RenMemory;
/* An empty one, freed with ren_memory_free(). */
RenMemory *ren_memory_new(void);
/* Makes @word (UTF-8) a word of class @cls at @cost; the cheaper of two costs stays. */
void ren_memory_add(RenMemory *memory, const char *word, RenClass cls, float cost);
/* What is added from here on was learned from @source, a number that means something to the caller; 0 at
 * first. */
void ren_memory_set_source(RenMemory *memory, guint source);
/* Whether @word is one of class @cls; where it is, sets @source to what it was learned from. */
gboolean ren_memory_ask(const RenMemory *memory, const char *word, RenClass cls, guint *source);
void ren_memory_free(RenMemory *memory); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenMemory, ren_memory_free)

/* Reads @text, @len code points. @memory may be NULL. @home is the number of the home region's place, or 0:
 * short names of towns, and those that are common words, count only there. Returns a new array of RenStep,
 * unbroken. */
GArray *ren_lattice_read(const RenLexicon *lexicon, const RenMemory *memory, guint home, const gunichar *text,
                         guint len);
/* The same, but no word of the path has start, end and class of @without: what the text would be otherwise.
 * Empty where it would be nothing: a mark can be read in one way only. */
GArray *ren_lattice_read_without(const RenLexicon *lexicon, const RenMemory *memory, guint home,
                                 const gunichar *text, guint len, const RenStep *without);

/* Whether @word, a row of class place, may stand for its place in an issue from @home. */
gboolean ren_lattice_allows_place(const RenLexicon *lexicon, const RenWord *word, guint home);
/* Whether @c is one of the dots that part a foreign name (· and its like). */
gboolean ren_lattice_is_dot(gunichar c);
