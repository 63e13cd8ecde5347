/* Slips in the tables of a gazetteer that loading passes over, or stops at when it meets the first: all of
 * them, each with file and line. Works on the files, so that it can say what is wrong with tables that do not
 * load. */
#pragma once
#include "lexicon/lexicon.h"

/* Looks at the words/, places/ and names/ of the folders @dirs (the shipped one first, NULL-terminated):
 * tables that cannot be read, unknown classes and attributes, values that an attribute cannot have, a word
 * that stands twice in one class of one folder, a canon that no table holds, places that stand twice or whose
 * parent no table holds. Appends what is wrong to @problems (of char *, owned). */
void ren_lexicon_check(const char *const *dirs, GPtrArray *problems);

/* Tries the examples of rules/canon.tsv in the folders of @lexicon. Appends those that come out otherwise,
 * and rows without one, to @problems. */
void ren_lexicon_check_canon(const RenLexicon *lexicon, GPtrArray *problems);
