/* The network: one igraph graph that carries every attribute of the files that are written from it.
 * Nodes are sorted by the entities' ids, edges by those of their ends; the same store and options give the
 * same network. */
#pragma once
#include "store/appearances.h"

/* What an edge says. Co-mentions have no direction; the others lead from the person to the body, from the
 * part to the whole. */
typedef enum { REN_TIE_COMENTION, REN_TIE_POST, REN_TIE_PART, REN_TIE_LOCATED, REN_N_TIES } RenTieKind;

/* What the weight of a co-mention is: the number of articles; Newman's sum of 1 / (n - 1) over these
 * (Physical Review E 64, 016132, 2001), which lets long lists count little; or how much more often than by
 * chance the two meet. */
typedef enum { REN_WEIGHTING_COUNT, REN_WEIGHTING_NEWMAN, REN_WEIGHTING_NPMI } RenWeighting;

typedef enum { REN_PINYIN_NONE, REN_PINYIN_ATTRIBUTE, REN_PINYIN_LABEL } RenPinyin;

/* What is to be in the network. */
typedef struct {
    RenWindow window;
    gboolean ties[REN_N_TIES];
    RenWeighting weighting;
    double min_weight;  /* of co-mentions */
    guint min_articles; /* of nodes */
    double backbone;    /* the alpha of the disparity filter; 0: no filter */
    const char *ego;    /* borrowed; id of an entity: only what lies within depth steps of it; NULL: all */
    guint depth;
    guint top;             /* only so many nodes, the ego and those whose ties weigh most; 0: all */
    guint strongest;       /* only co-mentions among the so many strongest of one of their ends; 0: all */
    gboolean largest;      /* only the largest connected part */
    gboolean by_community; /* colours tell communities, not kinds */
    RenPinyin pinyin;
    gboolean unplaced; /* nobody will look at it: no layout, no evidence */
    gboolean days;     /* nodes and edges keep the dates of all their articles, for files that show time */
    guint32 seed;      /* of communities and layout */
} RenGraphOptions;

/* All entities, co-mentions only, counted by articles: what `build` writes. */
void ren_graph_options_init(RenGraphOptions *options);

typedef struct _RenGraph RenGraph;

/* Reads the network of @store that @options (NULL: the usual ones) ask for, measures it and lays it out.
 * Freed with ren_graph_free(); NULL with @error set: REN_ERROR_STORE, or REN_ERROR_GRAPH for igraph. */
RenGraph *ren_graph_new(RenStore *store, const RenGraphOptions *options, GError **error);

/* How many nodes and edges it has. */
guint ren_graph_n_nodes(const RenGraph *graph);
guint ren_graph_n_edges(const RenGraph *graph);
/* How many there were before top and strongest left only some of them. */
guint ren_graph_n_all_nodes(const RenGraph *graph);
guint ren_graph_n_all_edges(const RenGraph *graph);

/* "co_mention", "holds_post", "part_of" or "located_in". */
const char *ren_tie_name(RenTieKind kind);

void ren_graph_free(RenGraph *graph); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenGraph, ren_graph_free)
