/* The database of a build: SQLite. This room alone knows the schema (schema.sql).
 * A store is written once, in one transaction, into a new file, and afterwards only read; the caller gives it
 * a name that nobody reads yet and renames it when ren_store_finish() has come back. */
#pragma once
#include "base/record.h"
#include "resolve/identity.h"

/* The layout that this program writes and reads; the number in schema.sql. */
#define REN_STORE_VERSION 3

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

/* Notes how the store was made. FALSE with @error set to REN_ERROR_STORE, as of the next two. */
gboolean ren_store_set_meta(RenStore *store, const char *key, const char *value, GError **error);

/* Adds an issue that the pipeline has run: its articles, sentences, mentions, references and positions.
 * Mentions without an entity are passed over. */
gboolean ren_store_add_issue(RenStore *store, const RenIssue *issue, GError **error);

/* How many issues are in it, and the text of issue number @n of them, from 1: an issue as it was read,
 * without articles. Freed with ren_issue_free(); NULL with @error set. */
guint ren_store_n_issues(const RenStore *store);
RenIssue *ren_store_read_issue(RenStore *store, guint n, GError **error);
/* Takes what was found in that issue out again and puts what @issue, read anew, says in its place. */
gboolean ren_store_replace_issue(RenStore *store, guint n, const RenIssue *issue, GError **error);

/* All issues are in: finds the entities behind what each issue means (store/archive.h; @identity may be NULL:
 * each is its own), counts who appears with whom, sums up the entities and commits. Decisions of the user's
 * that cannot be kept are told in @problems (char *; may be NULL). The store can be read afterwards, with
 * query.h. */
gboolean ren_store_finish(RenStore *store, const RenIdentity *identity, GPtrArray *problems, GError **error);

/* Opens the finished store @path for reading. @error: REN_ERROR_STORE where it is missing, no store, or of
 * another version; the message says what to do. */
RenStore *ren_store_open(const char *path, GError **error);

/* Counts what is in a finished store. FALSE with @error set to REN_ERROR_STORE. */
gboolean ren_store_count(RenStore *store, RenCounts *counts, GError **error);

void ren_store_free(RenStore *store); /* drops what was not finished; NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenStore, ren_store_free)
