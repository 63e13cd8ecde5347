/* What an earlier build has read and need not be read again: the store that is written takes it over from the
 * database of that build. */
#pragma once
#include "store/store.h"

typedef struct _RenEarlier RenEarlier;

/* Opens the finished store @path beside @store, which is being written. NULL where there is nothing to take
 * over: no such file, another layout, a damaged one. Freed with ren_earlier_free(), before @store. */
RenEarlier *ren_earlier_new(RenStore *store, const char *path);
void ren_earlier_free(RenEarlier *earlier); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenEarlier, ren_earlier_free)

/* Says whether @issue, whose strings asked are set to those of its earlier reading, has the same checksum of
 * words (words) today. */
typedef gboolean (*RenEarlierAgrees)(const RenIssue *issue, gpointer data);

/* Adds @issue, which was read from its file but not run, with all that the earlier build has found in it:
 * with the reading whose key is @issue's, where @agrees does. Sets date, home region, short names, the names
 * sought and the strings asked. @taken tells whether there was such a reading; where not, nothing has been
 * done. FALSE with @error set to REN_ERROR_STORE. */
gboolean ren_earlier_take(RenEarlier *earlier, RenIssue *issue, RenEarlierAgrees agrees, gpointer data,
                          gboolean *taken, GError **error);

/* How many issues of the earlier build were not taken over. */
guint ren_earlier_count_left(RenEarlier *earlier);
