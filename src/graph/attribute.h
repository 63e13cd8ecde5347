/* What the modules of this room share: the igraph graph inside, the list of its attributes, and igraph's
 * codes as errors. Not for other rooms. */
#pragma once
#include <igraph/igraph.h>

#include "graph/graph.h"

typedef enum { REN_ATTRIBUTE_STRING, REN_ATTRIBUTE_INT, REN_ATTRIBUTE_DOUBLE } RenAttributeType;

/* An attribute of nodes or edges: a string or number of igraph's. */
typedef struct {
    const char *name;
    RenAttributeType type;
} RenAttribute;

/* All that files show, in their order; the last one has no name. Beside them each node and edge has a string
 * "id". */
extern const RenAttribute ren_node_attributes[];
extern const RenAttribute ren_edge_attributes[];

/* The graph inside, which stays @graph's. Beside the attributes above nodes have the string "days" and edges
 * "days", both parted by ";", and edges the numbers "directed" (0 or 1) and "source" (the node where a
 * directed one begins). */
const igraph_t *ren_graph_get_igraph(const RenGraph *graph);

/* The ends of edge @n: of a directed one where it begins and where it leads. */
void ren_graph_get_ends(const igraph_t *igraph, igraph_integer_t n, igraph_integer_t *from,
                        igraph_integer_t *to);

/* What ties there are. */
typedef struct {
    gboolean directed;   /* some have a direction */
    gboolean undirected; /* some have none */
    gboolean several;    /* they are of more than one kind */
} RenTieSurvey;
RenTieSurvey ren_graph_survey(const igraph_t *igraph);
/* A community is called by so many of its members. */
#define REN_NAMED_MEMBERS 3

/* What was measured, and the names of the communities (char *, the first is number 1); the graph's. */
typedef struct _RenMeasures RenMeasures;
const RenMeasures *ren_graph_get_measures(const RenGraph *graph);
const GPtrArray *ren_graph_get_communities(const RenGraph *graph);

/* A number as files have it, whatever the locale; in @text, which is returned. */
const char *ren_graph_number(double value, char text[G_ASCII_DTOSTR_BUF_SIZE]);

/* Makes igraph return errors, not end the program. To be called before anything else of igraph's. */
void ren_igraph_prepare(void);

/* TRUE where @code is IGRAPH_SUCCESS; else FALSE, with @error set to REN_ERROR_GRAPH. */
gboolean ren_igraph_check(igraph_error_t code, GError **error);

/* Objects of igraph's free themselves; each must be initialised right where it is declared. */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(igraph_t, igraph_destroy)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(igraph_vector_t, igraph_vector_destroy)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(igraph_vector_int_t, igraph_vector_int_destroy)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(igraph_vector_int_list_t, igraph_vector_int_list_destroy)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(igraph_strvector_t, igraph_strvector_destroy)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(igraph_matrix_t, igraph_matrix_destroy)
