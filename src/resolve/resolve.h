/* Who and what the names of an issue mean: canonical names and the ids of entities.
 * First form: relative bodies (区委, 我市) by the home region, places by the place printed before them and by home, short
 * names by the full ones of the issue, and one person for one name in one home region. */
#pragma once
#include "base/record.h"
#include "lexicon/lexicon.h"

/* Sets name, entity and role of all mentions of @issue, and person's post's org and org_entity of all positions.
 * @home is the number of the home region's place, or 0. */
void ren_resolve_issue(const RenLexicon *lexicon, RenIssue *issue, guint home);

/* The canonical name of the organisation printed as @text: 区委 → 江津区委. Returned string is owned by the caller. */
char *ren_resolve_org_name(const RenLexicon *lexicon, const char *text, guint home);

/* The place that a relative word of @level means in an issue from @home: 区 → the district, 市 → its city; 0 for none. */
guint ren_resolve_relative(const RenLexicon *lexicon, RenLevel level, const char *word, guint home);
