/* Whether a finished store is whole: its file, the text of its issues, and the sums that must agree. */
#pragma once
#include "store/store.h"

/* So many faults are listed, each once; what is behind them is not looked for. */
#define REN_VERIFY_MOST 20

/* The faults of @store, one line each (char *), none where all is well. Reads all of it, which takes a while.
 * Freed with g_ptr_array_unref(); NULL with @error set to REN_ERROR_STORE where it cannot be read at all. */
GPtrArray *ren_store_verify(RenStore *store, GError **error);
