/* The nodes and ties that make up a network, before igraph gets them: chosen by the options, counted,
 * weighed, pruned. Other rooms need it for path.h only. */
#pragma once
#include "graph/graph.h"
#include "store/network.h"

/* A tie of two nodes. Dates "" where nobody knows. */
typedef struct {
    guint a; /* index of a node; of a directed tie where it begins */
    guint b;
    RenTieKind kind;
    double weight; /* by the weighting of the options, above 0 */
    double
        npmi; /* how much more often than by chance: -1 … 1 (Bouma 2009); 0 of other ties than co-mentions */
    guint articles;
    guint sentences;
    char first_seen[11];
    char last_seen[11];
    char *titles;   /* owned; of posts, parted by ";", else NULL */
    char *days;     /* owned; dates of its articles, parted by ";", or NULL */
    gint64 article; /* its best evidence, as RenLink has it; 0: none */
    guint sentence;
} RenTie;

typedef struct {
    GPtrArray *nodes;  /* owned; of RenNetworkNode, by id */
    GArray *ties;      /* owned; of RenTie, by the ids of their ends, then by kind */
    guint n_all_nodes; /* before top and strongest left only some */
    guint n_all_ties;
} RenAssembly;

/* Reads the network that @options ask for. Freed with ren_assembly_free(); NULL with @error set to
 * REN_ERROR_STORE where the store fails. */
RenAssembly *ren_assembly_new(RenStore *store, const RenGraphOptions *options, GError **error);
void ren_assembly_free(RenAssembly *assembly); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenAssembly, ren_assembly_free)
