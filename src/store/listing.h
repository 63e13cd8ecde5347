/* All entities of a kind, for the gazetteer that a build writes. */
#pragma once
#include "store/store.h"

/* One entity. All owned, and NULL where there is nothing. */
typedef struct {
    char *key;
    char *name;
    char *role;
    char *parent; /* id */
    char *code;
    char *former; /* parted by ";", as the next three */
    guint mentions;
    guint articles;
    char *first_seen;
    char *last_seen;
    char *titles;
    char *orgs;
    char *aliases; /* printed forms that nothing else is called by */
} RenListed;

/* Those (RenListed) of @kind that issues mention, by id. Freed with g_ptr_array_unref(); NULL with @error set
 * where the store fails. */
GPtrArray *ren_listing_query(RenStore *store, RenKind kind, GError **error);
