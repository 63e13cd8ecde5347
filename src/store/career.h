/* Who held which post when, as far as the papers tell. */
#pragma once
#include "store/query.h"

/* An article that gives a post. */
typedef struct {
    char *date;         /* owned; "YYYY-MM-DD" or NULL */
    gboolean estimated; /* the date is */
    char *doc;          /* owned */
    gint64 article;     /* its row in the store */
    guint n;            /* number of the article in it, from 0 */
    char *headline;     /* owned; "" where there is none */
    char *title;        /* owned; as printed there */
    char *text;         /* owned; the sentence as it stands in the file */
    RenSpan mark;       /* the person's name in it, bytes */
    char *rule;         /* owned */
    RenTense tense;
} RenProof;

/* A person in a post. */
typedef struct {
    char *person; /* owned; name */
    char *key;    /* owned; id of the person */
    char *body;   /* owned; name of the organisation, or NULL */
    char *post;   /* owned; "副区长" */
    guint articles;
    const RenProof
        *first; /* the first and the last dated article that has the person in it; in proofs, or NULL */
    const RenProof *last;
    const RenProof *ended; /* the first dated article after these that says that it has ended, or NULL */
    gboolean later;        /* it began after the first dated post of that person (of the body: of its kind) */
    GPtrArray *proofs;     /* owned; of RenProof, by date */
} RenTerm;

/* The terms (RenTerm) of the person @row by their first dates, undated ones last, in the body or place @body and
 * in all that is a part of it (0: in any); or, where @row is 0, those of anybody in @body, by body, post and
 * date. Freed with g_ptr_array_unref(); NULL with @error set where the store fails. */
GPtrArray *ren_career_query(RenStore *store, gint64 row, gint64 body, GError **error);
