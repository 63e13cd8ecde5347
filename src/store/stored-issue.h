/* An issue as a finished store knows it: with the entities of the whole archive. */
#pragma once
#include "store/store.h"

/* Issue number @n of @store, from 1: its text, articles, mentions, positions, and those references whose
 * person is known. Sentences are left out. Freed with ren_issue_free(); NULL with @error set to
 * REN_ERROR_STORE where the store fails, and NULL without an error behind the last one. */
RenIssue *ren_stored_issue_read(RenStore *store, guint n, GError **error);
