/* From what each issue alone means to the entities of the whole archive: persons by the evidence of all
 * issues, short names by the full ones of other issues, the user's decisions over all of it, and what each
 * entity is a part of. Not for other rooms: ren_store_finish() calls it. */
#pragma once
#include "store/store.h"

/* Sets the entities of all mentions and positions of @store, which is being written. Arguments and errors are
 * those of ren_store_finish(). */
gboolean ren_archive_resolve(RenStore *store, const RenIdentity *identity, GPtrArray *problems,
                             GError **error);
