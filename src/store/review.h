/* What is worth a human look, most effect on the network first. */
#pragma once
#include "store/query.h"

typedef enum {
    REN_REVIEW_MERGE,
    REN_REVIEW_HOMONYM,
    REN_REVIEW_PERSON,
    REN_REVIEW_ORPHAN,
    REN_REVIEW_BORDER,
    REN_N_REVIEWS
} RenReviewKind;
/* "merge", "homonym", "person", "orphan" or "border". */
const char *ren_review_kind_name(RenReviewKind kind);
/* The kind called @name; FALSE where there is none. */
gboolean ren_review_kind_parse(const char *name, RenReviewKind *kind);

typedef struct {
    RenReviewKind kind;
    guint effect;   /* links that it touches; of a border: entities in the article */
    RenEntity *a;   /* owned; NULL of a border */
    RenEntity *b;   /* owned; of a merge the other one, else NULL */
    char *evidence; /* owned; for people to read */
    char *doc;      /* owned; of a border: the issue, else NULL */
    char *parts[2]; /* owned; of a homonym: references to the two, by a body of each; NULL where none tells */
} RenReviewItem;

/* All of it (RenReviewItem), the greatest effect first. Freed with g_ptr_array_unref(); NULL with @error set
 * where the store fails. */
GPtrArray *ren_review_query(RenStore *store, GError **error);
