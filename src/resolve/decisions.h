/* What the user has decided of who is who, in tables of the gazetteer's folders (gazetteer/README.md):
 * same.tsv, different.tsv, ignore.tsv, names.tsv, and the discovered tables of an earlier build (persons.tsv,
 * organisations.tsv, companies.tsv, places.tsv). Decisions win over every rule.
 *
 * A decision names an entity by a reference: its id ("person:李彤@江津区"), its kind and name ("person:李彤":
 * all of that name), or a name alone. Behind the @ of a person may also stand a body that he or she has a
 * post in
 * ("person:李彤@江津区教育局"), a region with a walk of life ("person:李彤@江津区·学校"), or one article
 * ("person:李彤@2024-05-01.txt#3"). */
#pragma once
#include "base/kind.h"

typedef struct _RenDecisions RenDecisions;

/* Reads the tables of the folders @dirs (NULL-terminated). Returns them, freed with ren_decisions_free(), or
 * NULL with @error set to REN_ERROR_GAZETTEER: a bad row, or decisions that contradict each other, with the
 * files and lines of both. */
RenDecisions *ren_decisions_new(const char *const *dirs, GError **error);
/* Those that say nothing but which names are to be looked for: the names that @decisions wants. Freed with
 * ren_decisions_free(). */
RenDecisions *ren_decisions_new_wants(const RenDecisions *decisions);
void ren_decisions_free(RenDecisions *decisions); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenDecisions, ren_decisions_free)

/* Whether any decision is about something called @name: where not, nothing else need be asked. */
gboolean ren_decisions_concern(const RenDecisions *decisions, const char *name);

/* Whether there is any decision at all. */
gboolean ren_decisions_any(const RenDecisions *decisions);

/* Settles what the entity @id is, which goes by any of the references @keys (char *) beside its id. Returns
 * its final id, owned by the caller, and sets @kind; @name (owned) is replaced where another name is
 * preferred. NULL where it is no entity at all. */
char *ren_decisions_settle(const RenDecisions *decisions, const char *id, const GPtrArray *keys,
                           RenKind *kind, char **name);

/* Two references that are said to be different. */
typedef struct {
    char *a;     /* owned */
    char *b;     /* owned */
    char *where; /* owned; "mine/different.tsv:4" */
} RenDifference;
/* All of them (RenDifference), in the order of the tables; the decisions'. */
const GPtrArray *ren_decisions_get_different(const RenDecisions *decisions);
/* The row that says that @a and @b are the same, "mine/same.tsv:2", or NULL; the decisions'. */
const char *ren_decisions_find_same(const RenDecisions *decisions, const char *a, const char *b);

/* All references that are ignored (char *), by strcmp. Owned by the caller, freed with g_ptr_array_unref().
 */
GPtrArray *ren_decisions_list_ignored(const RenDecisions *decisions);
/* Final id of an entity → the other references with a kind that lead to it (GPtrArray of char *, by strcmp).
 * Owned by the caller, freed with g_hash_table_unref(). */
GHashTable *ren_decisions_list_same(const RenDecisions *decisions);

/* A name that the user wants to be found wherever it is printed. */
typedef struct {
    char *name; /* owned */
    RenKind kind;
} RenWantedName;
/* All of them (RenWantedName); the decisions'. */
const GPtrArray *ren_decisions_get_wanted(const RenDecisions *decisions);

/* Whether a table called @file in a folder of the gazetteer holds decisions: such tables change what the
 * archive makes of an issue, not what the issue means. */
gboolean ren_decisions_is_table(const char *file);

/* Whether @name is one of them. */
gboolean ren_decisions_want(const RenDecisions *decisions, const char *name);

/* The parts of a reference: the kind where one is given, the name, and what stands behind the @ (NULL:
 * nothing). Strings are the caller's. TRUE where a kind is given. */
gboolean ren_reference_parse(const char *reference, RenKind *kind, char **name, char **qualifier);

/* The name in the id or reference @reference, without kind and qualifier. Owned by the caller. */
char *ren_reference_name(const char *reference);
