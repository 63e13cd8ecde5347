/* Walks of life (rules/walks.tsv): office, school, hospital, village, firm, trade, press … Posts and trades
 * tell them; two persons of one name in two walks are rather two. Names of walks are the table's, "" stands
 * for none. */
#pragma once
#include "resolve/case.h"

typedef struct _RenWalks RenWalks;

/* Reads the tables of the folders @dirs, NULL-terminated. Freed with ren_walks_free(); NULL with @error set
 * to REN_ERROR_GAZETTEER. */
RenWalks *ren_walks_new(const char *const *dirs, GError **error);
void ren_walks_free(RenWalks *walks); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenWalks, ren_walks_free)

/* The walk that the table gives in brackets: "(office)", "(company)", "(lay)", "(reporter)". */
const char *ren_walks_default(const RenWalks *walks, const char *what);

/* The walk of @post, "" where nothing tells; @beside, which may be NULL, gets whether it is held beside
 * others. */
const char *ren_walks_of_post(const RenWalks *walks, const RenCasePost *post, gboolean *beside);

/* The walk of the trade @lay (村民). */
const char *ren_walks_of_trade(const RenWalks *walks, const char *lay);

/* The walk of a case without posts that has a trade or only stands in bylines. */
const char *ren_walks_of_case(const RenWalks *walks, const RenCase *one);

/* Whether two walks, both known, have nothing to do with each other. */
gboolean ren_walks_apart(const RenWalks *walks, const char *a, const char *b);
