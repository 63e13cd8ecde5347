/* Who and what the names of an issue mean: canonical names and the ids of entities.
 * Relative bodies (区委, 我市) are named by the home region, places by the place printed before them and by
 * home, short names by the full ones of the issue; one name in one home region is one person. */
#pragma once
#include "base/record.h"
#include "lexicon/lexicon.h"

/* Sets name and entity of all mentions of @issue, the role of persons, and org and org_entity of all
 * positions.
 * @home is the number of the home region's place, or 0. */
void ren_resolve_issue(const RenLexicon *lexicon, RenIssue *issue, guint home);

/* The canonical name of the organisation printed as @text in an issue from @home (a place's number, or 0):
 * 区委 → 江津区委. Owned by the caller. */
char *ren_resolve_org_name(const RenLexicon *lexicon, const char *text, guint home);

/* The number of the place that the relative @word of @level means in an issue from @home: 区 → the district,
 * 市 → its city; 0 where there is none. */
guint ren_resolve_relative(const RenLexicon *lexicon, RenLevel level, const char *word, guint home);
