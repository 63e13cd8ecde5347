/* Issues that are there twice and articles that were printed before: each is counted once. Not for other
 * rooms: ren_store_finish() calls it. */
#pragma once
#include "store/store.h"

/* Sets copy_of of issues with the same text as an earlier one and of their articles, and of articles that are
 * reprints of an earlier one (link/reprint.h) and print no name that is not in that. Their mentions and
 * positions stay, so that a later build can take them over, but get no entity. Earlier is by date, then by
 * doc. FALSE with @error set where the store fails. */
gboolean ren_copies_mark(RenStore *store, GError **error);
