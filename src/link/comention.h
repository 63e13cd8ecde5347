/* Who appears with whom: one link for each pair of entities that share an article, counted over all issues.
 * An entity counts once an article, however often it is printed there. */
#pragma once
#include <glib.h>

/* An entity in a sentence of an article. */
typedef struct {
    const char *entity; /* borrowed; its id */
    guint sentence;
} RenAppearance;

/* A pair of entities. */
typedef struct {
    guint a;         /* number of the entity whose id is the lesser one (strcmp) */
    guint b;         /* number of the other one */
    guint articles;  /* in how many articles both stand */
    guint sentences; /* in how many sentences of those articles both stand */
    double newman;   /* sum of 1 / (n - 1) over these articles, n entities in each (Newman 2001) */
    gint64 article;  /* the first article that was added with both in a sentence, else with both */
    guint sentence;  /* that sentence, or G_MAXUINT: none */
    GArray
        *days; /* the comention's; of const char *: dates of the articles, in the order of adding; or NULL */
    const char *first_seen; /* the earliest date of these articles, "YYYY-MM-DD", or NULL; the comention's */
    const char *last_seen;  /* the latest, or NULL; the comention's */
} RenLink;

typedef struct _RenComention RenComention;

/* An empty one, freed with ren_comention_free(). @keep_days: links keep the dates of all their articles. */
RenComention *ren_comention_new(gboolean keep_days);

/* Counts every pair of entities of the article @article (a number of the caller's) of @date (NULL: unknown),
 * which appear in it as @appearances says (of RenAppearance, in any order; reporters are left out by the
 * caller). */
void ren_comention_add(RenComention *comention, gint64 article, const char *date, const GArray *appearances);

/* All links, sorted by the ids of a, then of b. A new array of RenLink, freed with g_array_unref(); the
 * dates stay the comention's. */
GArray *ren_comention_get_links(const RenComention *comention);

/* How many articles with an entity were added. */
guint ren_comention_n_articles(const RenComention *comention);

/* In how many of these the entity @id stands. */
guint ren_comention_count(const RenComention *comention, const char *id);

/* The id of entity number @n of a link ("person:钱小雨@江津区"). */
const char *ren_comention_get_id(const RenComention *comention, guint n);

void ren_comention_free(RenComention *comention); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenComention, ren_comention_free)
