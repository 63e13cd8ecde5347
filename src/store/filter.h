/* Which articles a question is about. */
#pragma once
#include "store/store.h"

typedef struct {
    const char *since; /* borrowed, as all; the first and the last day, month or year; NULL: any. Where one is
                        * given, undated articles are left out */
    const char *until;
    const char *issue; /* doc of the issue; NULL: any */
    gint64 place; /* rows of entities that the articles name, or something that is a part of them; 0: any */
    gint64 org;
    gint64 person;
} RenFilter;

/* Notes in the temporary table chosen which articles @filter (NULL: all) lets through, for the statements of
 * this room; sets @all where it is all of them and the table is empty. FALSE with @error set where the store
 * fails. */
gboolean ren_filter_apply(RenStore *store, const RenFilter *filter, gboolean *all, GError **error);

/* Notes in the temporary table summed what the articles in table chosen sum up to for each entity that they
 * name: grouping so many rows takes SQLite ten times as long. FALSE with @error set where the store fails. */
gboolean ren_filter_sum(RenStore *store, GError **error);
