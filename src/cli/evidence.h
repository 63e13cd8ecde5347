/* Which sentences show best that two entities stand together. */
#pragma once
#include "store/query.h"

/* Picks from @quotes, from @start to before @end, which are of one article that two entities share: the
 * sentence in which both stand, else the first with either. They are put in @shown and stay @quotes'. Returns
 * how many they are. */
guint ren_evidence_pick(const GPtrArray *quotes, guint start, guint end, const RenQuote *shown[2]);
