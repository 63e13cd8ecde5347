/* Who and what the names of an issue mean: canonical names and the ids of entities.
 * Relative bodies (区委, 我市) are named by the home region, places by the place printed before them and by
 * home, short names by the full ones of the issue. What an issue means depends on that issue, the gazetteer
 * and the user's decisions alone: other issues come in when all are in the store (store/archive.h). */
#pragma once
#include "base/record.h"
#include "resolve/identity.h"

/* Sets name and entity of all mentions of @issue, the role and the number of persons, org, org_entity and
 * region of all positions, and whom references mean. Mentions that the user ignores are taken out, with their
 * positions.
 * @home is the number of the home region's place, or 0. */
void ren_resolve_issue(const RenIdentity *identity, RenIssue *issue, guint home);
