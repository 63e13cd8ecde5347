/* Whether the rules do what their tables say: every rule's examples and counter-examples.
 * An example is `text → span span …`: what tokens of that rule must cover; of positions
 * `person|title|organisation`. Without an arrow the rule must see something. Examples are parted by ";". */
#pragma once
#include "match/matcher.h"

/* Tries the rules of @layer. Appends what is wrong to @problems (of char *, each with file and line in
 * front). */
void ren_rules_check(const RenMatcher *matcher, const RenLexicon *lexicon, RenLayer layer,
                     GPtrArray *problems);
