/* Stores of earlier layouts: what one holds is brought into a new store. Tables and columns go by their
 * names, so a layout may add some, which then are empty, without a word here; those that must not be empty,
 * that change their meaning or get another name need a statement in migrate.sql. */
#pragma once
#include "store/store.h"

/* The first layout that can be brought up to date. */
#define REN_MIGRATE_FIRST 2

/* The layout of the store @path where it is an earlier one that can be brought up to date; else 0. */
guint ren_migrate_find(const char *path);

/* Writes to the empty or new file @to what the store @from, for which ren_migrate_find() is not 0, holds.
 * Reading keys (store/earlier.h) that it does not have stay empty: the next build reads all issues. FALSE
 * with @error set to REN_ERROR_STORE. */
gboolean ren_migrate(const char *from, const char *to, GError **error);
