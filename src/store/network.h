/* What the network is made of: nodes, posts, what is a part of what, and the evidence of links. Co-mentions
 * are counted by appearances.h. */
#pragma once
#include "store/appearances.h"
#include "store/query.h"

/* A node, with the sums of its time. */
typedef struct {
    RenEntity entity;
    guint issues;
    guint surname; /* of persons: how many characters of the name; 0 where none is known */
    char *titles; /* owned; all titles, by their first dates, parted by ";", or NULL; likewise the next two */
    char *aliases; /* owned; printed forms other than the name */
    char *orgs;    /* owned; the bodies of its posts */
    char *days;    /* owned; the dates of its articles, in order, parted by ";", or NULL */
} RenNetworkNode;

/* A person's posts in a body, or what something is a part of. */
typedef struct {
    char *from;       /* owned; id of the person, or of the part */
    char *to;         /* owned; id of the body, or of the whole */
    char *titles;     /* owned; of posts; parted by ";", else NULL */
    guint articles;   /* of posts; else 0 */
    char *first_seen; /* owned; of posts, or NULL */
    char *last_seen;  /* owned; likewise */
    char *days;       /* owned; of posts, as of a node */
} RenNetworkTie;

/* The nodes (RenNetworkNode) of @window by id, and its posts and parts (RenNetworkTie). NULL with @error set
 * where the store fails. Freed with g_ptr_array_unref(). */
GPtrArray *ren_network_nodes(RenStore *store, const RenWindow *window, GError **error);
GPtrArray *ren_network_posts(RenStore *store, const RenWindow *window, GError **error);
GPtrArray *ren_network_parts(RenStore *store, GError **error);

void ren_network_node_free(RenNetworkNode *node);

/* Evidence of links, asked for many times. */
typedef struct _RenEvidenceQuery RenEvidenceQuery;
RenEvidenceQuery *ren_evidence_query_new(RenStore *store, GError **error);
/* "DOC#N: the sentence", at most @most characters of it, of an article and a sentence as RenLink has them; ""
 * where there is none. Owned by the caller. */
char *ren_evidence_query_ask(RenEvidenceQuery *query, gint64 article, guint sentence, guint most);
void ren_evidence_query_free(RenEvidenceQuery *query); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenEvidenceQuery, ren_evidence_query_free)
