/* Persons of one name as groups of cases, grown by evidence: the pair of groups for which most speaks is
 * joined, until nothing speaks for any (agglomerative clustering with constraints after Klein, Kamvar and
 * Manning, ICML 2002). What counts how much is in rules/identity.tsv. Not for other rooms: identity.h gives
 * the persons their ids. */
#pragma once
#include "lexicon/lexicon.h"
#include "resolve/walk.h"

/* What speaks for and against two groups being one person. */
typedef struct _RenEvidence RenEvidence;

/* Reads rules/identity.tsv and rules/walks.tsv of @lexicon's folders; @lexicon must outlive it. Freed with
 * ren_evidence_free(); NULL with @error set to REN_ERROR_GAZETTEER. */
RenEvidence *ren_evidence_new(const RenLexicon *lexicon, GError **error);
void ren_evidence_free(RenEvidence *evidence); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenEvidence, ren_evidence_free)
/* The walks of life that it knows, which stay its own. */
const RenWalks *ren_evidence_get_walks(const RenEvidence *evidence);

/* A group of cases. Strings in the sets are borrowed from the cases. */
typedef struct {
    GPtrArray *cases;    /* owned; of RenCase, borrowed, in order */
    GHashTable *orgs;    /* owned; set of ids */
    GHashTable *regions; /* owned; set of paths, of posts that bind to a region */
    GHashTable *homes;   /* owned; set of paths; "" for papers without */
    GHashTable *walks;   /* owned; set */
    GHashTable *people;  /* owned; set of companions, filled where it is needed */
    GArray *tenures;     /* owned; bodies that cannot be served at once with another, and when */
    guint64 against;     /* bit i: stands on the first side of difference i */
    guint64 with;        /* bit i: on the second */
    gboolean posted;     /* has a post or a trade */
    const char *ended;   /* the date of the last case with a post, where all its posts have ended; or NULL */
} RenCluster;

/* Groups @cases (RenCase, all of one name, sorted by ren_case_compare()). @sides, which may be NULL, holds
 * two words of bits for each case: cases with a bit in the first word and those with the same bit in the
 * second are never one person. Returns a new array of RenCluster, freed with ren_cluster_free() each. */
GPtrArray *ren_clusters_grow(const RenEvidence *evidence, const GPtrArray *cases, const guint64 *sides);

/* One group of all @cases. */
RenCluster *ren_cluster_of(const RenEvidence *evidence, const GPtrArray *cases);
void ren_cluster_free(RenCluster *cluster);

/* Whether somebody of the group holds a public office. */
gboolean ren_cluster_holds_office(const RenEvidence *evidence, const RenCluster *cluster);

/* What speaks against @cases, sorted, being one person: one line for people to read, owned by the caller;
 * NULL where nothing does. The id of a body of one side goes to @bodies[0] and of the other side to
 * @bodies[1], both owned by the caller, or NULL where none tells the sides apart. */
char *ren_clusters_doubt(const RenEvidence *evidence, const GPtrArray *cases, char *bodies[2]);
