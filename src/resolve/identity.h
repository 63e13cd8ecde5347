/* Which persons of one name are one person. Every article in which a name stands is a case: the posts it
 * gives, the paper it stands in, who is named with it. Cases grow into clusters, the best pair first, by
 * evidence that rules/identity.tsv weighs; walks of life come from rules/walks.tsv. The same cases in any
 * order give the same clusters and ids.
 *
 * An id is the name with where the person acts: "person:李彤@江津区". Of several persons of one name and
 * region the one in public office has this id; another one takes along a walk of life
 * ("person:李彤@江津区·学校"), a body
 * ("person:李彤@江津区实验中学") or, where nothing else tells, an article ("person:李彤@2024-05-01.txt#3").
 */
#pragma once
#include "lexicon/lexicon.h"
#include "resolve/case.h"
#include "resolve/decisions.h"

typedef struct _RenIdentity RenIdentity;

/* Reads rules/identity.tsv and rules/walks.tsv of @lexicon's folders; @lexicon and @decisions must outlive
 * it. Returns it, freed with ren_identity_free(), or NULL with @error set to REN_ERROR_GAZETTEER. */
RenIdentity *ren_identity_new(const RenLexicon *lexicon, const RenDecisions *decisions, GError **error);
void ren_identity_free(RenIdentity *identity); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenIdentity, ren_identity_free)

/* What it was made with. */
const RenLexicon *ren_identity_get_lexicon(const RenIdentity *identity);
const RenDecisions *ren_identity_get_decisions(const RenIdentity *identity);

/* Sets the results of @cases (RenCase), all of one name. Sorts them by date, document, article and person.
 * Decisions that cannot be kept are told in @problems (char *), unless it is NULL. */
void ren_identity_resolve(const RenIdentity *identity, GPtrArray *cases, GPtrArray *problems);

/* Whether somebody with the trade @lay (村民) is rather not the holder of @post. */
gboolean ren_identity_walks_part(const RenIdentity *identity, const char *lay, const RenCasePost *post);

/* Whether @a and @b belong to walks of life that have nothing to do with each other. */
gboolean ren_identity_posts_part(const RenIdentity *identity, const RenCasePost *a, const RenCasePost *b);

/* What speaks against the cases of one person, all of one entity, being one: posts in two walks of life, in
 * two regions, or at once in two bodies. One line for people to read, owned by the caller; NULL where nothing
 * does. @bodies as of ren_clusters_doubt(). */
char *ren_identity_doubt(const RenIdentity *identity, GPtrArray *cases, char *bodies[2]);

/* The reference by which a decision names @one best, so that it stays right when the archive grows. Owned by
 * the caller. */
char *ren_identity_reference(const RenIdentity *identity, GPtrArray *cases, const char *id);
