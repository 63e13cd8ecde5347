/* How two nodes are connected: the strongest of the shortest paths between them.
 *
 * Fewer steps come first; of as many steps, those whose ties are strongest. A tie is strong where the two
 * share many of the articles in which either stands at all: its strength is articles / sqrt(n_a * n_b),
 * Salton's cosine (Introduction to Modern Information Retrieval, 1983), and a path is as weak as the sum of
 * 1 / strength, so that one weak tie spoils it. By the number of articles alone (1 / articles) nearly all
 * paths of a real archive lead through the few whom every issue names: a head of state shares four articles
 * with everybody, and says as little as a county does. A factor for the node's ties (log of the degree)
 * changed next to nothing there; by the cosine two generals are connected by the generals who stand beside
 * both. What is printed twice only is let through as well: ask for heavier ties to be rid of that.
 *
 * Links that rest on one article alone, which names both ends, are no part of longer paths: they would lead
 * around the step between the two by the very article that shows it.
 *
 * The algorithm is Yen's (Management Science 17(11), 1971, doi:10.1287/mnsc.17.11.712) as igraph has it, run
 * on the part of the network that paths of so many steps can touch, which is small. */
#pragma once
#include "graph/assembly.h"

typedef struct {
    guint paths;                   /* at most so many */
    guint max_steps;               /* none that is longer */
    gboolean through[REN_N_KINDS]; /* kinds that may stand between the two */
} RenPathOptions;

/* From one node to the next. */
typedef struct {
    guint from; /* index of a node of the assembly */
    guint to;
    GPtrArray *ties; /* owned; of const RenTie *, the assembly's: all between the two, co-mentions first */
} RenPathStep;

typedef struct {
    GPtrArray *paths; /* owned; of GArray of RenPathStep, the best first */
    guint reached_a;  /* how many nodes, itself among them, can be reached from either over what may stand */
    guint reached_b;  /* between; 0: it is not in the network */
    guint steps;      /* of the shortest path, be it longer than asked for or not; 0: there is none */
} RenPaths;

/* Looks in @assembly for paths from the node whose id is @a to @b, which is another. Equal networks give
 * equal paths, and from @b to @a lead the same ones. Freed with ren_paths_free(); NULL with @error set to
 * REN_ERROR_GRAPH where igraph fails. */
RenPaths *ren_paths_new(const RenAssembly *assembly, const char *a, const char *b,
                        const RenPathOptions *options, GError **error);
void ren_paths_free(RenPaths *paths); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenPaths, ren_paths_free)
