/* The database of a build: SQLite. This room alone knows the schema (schema.sql).
 * A store is written once, in one transaction, into a new file, and afterwards only read; the caller gives it
 * a name that nobody reads yet and renames it when ren_store_finish() has come back. */
#pragma once
#include "base/record.h"
#include "link/comention.h"

/* The layout that this program writes and reads; the number in schema.sql. */
#define REN_STORE_VERSION 1

typedef struct _RenStore RenStore;

typedef struct {
    guint issues;
    guint articles;
    guint doubtful;  /* articles whose border is a guess */
    guint persons;   /* reporters too */
    guint reporters; /* who are nothing else */
    guint orgs;
    guint companies;
    guint places;
    guint mentions;
    guint links;
} RenCounts;

/* Makes a store in the empty or new file @path and opens its transaction.
 * Returns NULL with @error set to REN_ERROR_STORE where that cannot be. */
RenStore *ren_store_create(const char *path, GError **error);

/* Adds an issue that the pipeline has run: its articles, sentences, mentions, positions, and their entities.
 * Mentions without an entity are passed over. FALSE with @error set to REN_ERROR_STORE, as of the next two.
 */
gboolean ren_store_add_issue(RenStore *store, const RenIssue *issue, GError **error);

/* Adds all links. Their entities must have come with the issues. */
gboolean ren_store_add_links(RenStore *store, const RenComention *comention, GError **error);

/* Sums up the entities and commits. The store can be read afterwards, with query.h. */
gboolean ren_store_finish(RenStore *store, GError **error);

/* Opens the finished store @path for reading. @error: REN_ERROR_STORE where it is missing, no store, or of
 * another version; the message says what to do. */
RenStore *ren_store_open(const char *path, GError **error);

/* Counts what is in a finished store. FALSE with @error set to REN_ERROR_STORE. */
gboolean ren_store_count(RenStore *store, RenCounts *counts, GError **error);

void ren_store_free(RenStore *store); /* drops what was not finished; NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenStore, ren_store_free)
