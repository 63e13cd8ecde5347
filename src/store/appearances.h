/* Who appears with whom in a part of the archive. */
#pragma once
#include "link/comention.h"
#include "store/store.h"

/* Which articles and entities count. */
typedef struct {
    const char
        *since; /* borrowed; the first and the last day, "YYYY-MM-DD"; NULL: any. Undated articles are left */
    const char *until;           /* out where one is given */
    gboolean kinds[REN_N_KINDS]; /* which kinds of entities count */
    guint max_per_article;       /* articles with more entities are left out; 0: none are */
} RenWindow;

/* ",person,org," of the kinds that @window lets through, as its SQL asks for them. Owned by the caller. */
char *ren_window_list_kinds(const RenWindow *window);

/* Adds all articles of @window (NULL: all of all kinds) to @comention, by date. FALSE with @error set where
 * the store fails. */
gboolean ren_appearances_count(RenStore *store, const RenWindow *window, RenComention *comention,
                               GError **error);
