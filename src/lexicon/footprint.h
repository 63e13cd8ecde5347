/* What of the words of a lexicon a text can touch, as a checksum: while that is the same, other words may
 * come and go, and the text is read as before. */
#pragma once
#include "lexicon/lexicon.h"

/* The SHA-256 (in hexadecimal digits) of all rows of the words that stand anywhere in @texts
 * (NULL-terminated, UTF-8), whatever their order and number. Owned by the caller. */
char *ren_footprint(const RenLexicon *lexicon, const char *const *texts);
