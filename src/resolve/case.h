/* A person in an article, as evidence of who that is: the posts that the article gives, the paper, who is
 * named with it. Cases of one name grow into persons (cluster.h). */
#pragma once
#include "base/kind.h"

/* A post that a case gives. All borrowed; org and region may be NULL. */
typedef struct {
    const char *title;
    const char *org;    /* id of the organisation, place or company */
    const char *region; /* where it acts */
    RenTense tense;
} RenCasePost;

/* A person in an article. What is borrowed must outlive the case. */
typedef struct {
    const char *name; /* borrowed; all cases of one call have the same */
    const char *home; /* borrowed; path of the paper's region, or NULL */
    const char *date; /* borrowed; or NULL */
    const char *doc;  /* borrowed */
    guint issue;   /* number of the issue, for papers may have files of one name; 0 where there is but one */
    guint article; /* number in its issue */
    guint person;  /* number of the person in the article: cases of one article are different persons */
    gboolean reporter;     /* stands in bylines and credits only */
    const char *lay;       /* borrowed; the trade that stands before the name (村民), or NULL */
    GArray *posts;         /* owned; of RenCasePost */
    GPtrArray *companions; /* owned; of char *, borrowed: other persons, bodies and firms in the article */
    char *base;            /* owned; result: the id by rules alone */
    char *entity;          /* owned; result: the id, NULL where it is no entity */
    char *called;          /* owned; result: the preferred name, or NULL: its own */
    RenKind kind;          /* result: a person, unless the user says otherwise */
} RenCase;

RenCase *ren_case_new(void);
void ren_case_free(RenCase *one); /* NULL is fine */

/* Orders pointers to cases by date (none: last), document, article and person: the order in which all work is
 * done. */
int ren_case_compare(gconstpointer x, gconstpointer y);
