/* Where everything in a picture of the network stands. Lengths are points (1/72 inch), y grows downward. Not
 * for other rooms. */
#pragma once
#include "graph/attribute.h"
#include "graph/label-placement.h"

typedef struct {
    RenDisc disc;
    const char *label; /* borrowed from the graph */
    const char *color; /* borrowed; "#0072b2" */
    RenStyle style;    /* of its name */
    RenBox name;       /* what the ink of its name covers; width 0: it has none */
    double importance;
} RenPlanNode;

/* A line from node to node: a cubic curve. */
typedef struct {
    igraph_integer_t from;
    igraph_integer_t to;
    RenTieKind kind;
    double strength; /* 0 … 1, from the weakest to the strongest */
    double x[4];
    double y[4]; /* a directed one ends at the border of the disc that it leads to */
} RenPlanTie;

typedef struct {
    const igraph_t *igraph;   /* borrowed */
    GArray *nodes;            /* owned; of RenPlanNode, as in the graph */
    GArray *ties;             /* owned; of RenPlanTie, those to be drawn first first */
    igraph_integer_t subject; /* the node that it is all about, or -1 */
    guint n_named;
    double most_mentions;
    double largest;      /* radius of the node with that many */
    double least_weight; /* of the co-mentions */
    double most_weight;  /* 0: there are none */
    gboolean has_ties[REN_N_TIES];
} RenPlan;

/* How large the discs, names and lines of @graph are; they have no places yet. @subject is the id of
 * the node that it is all about, or NULL. The plan borrows from @graph. Freed with ren_plan_free(). */
RenPlan *ren_plan_new(const RenGraph *graph, const char *subject);
/* Places all within @area. @typeset sets the names; @names of them at most (0: all). Names that find no room
 * are left out. */
void ren_plan_lay_out(RenPlan *plan, RenTypeset *typeset, RenBox area, guint names);

/* The radius of a node with @mentions, and the strength of a co-mention of @weight. */
double ren_plan_radius(const RenPlan *plan, double mentions);
double ren_plan_strength(const RenPlan *plan, double weight);
/* How wide a line of @strength is. */
double ren_plan_line_width(double strength);

void ren_plan_free(RenPlan *plan); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenPlan, ren_plan_free)
