/* What the commands ask a finished store: who is it, who appears with whom, where is it printed. Everything
 * handed out is a copy that belongs to the caller. Orders are fixed: the same store gives the same answer. */
#pragma once
#include "base/kind.h"
#include "store/store.h"

typedef struct _RenEntity {
    gint64 row; /* in this store */
    char *key;  /* owned; "person:钱小雨@江津区" */
    char *node; /* owned; its id in graph files */
    RenKind kind;
    char *role; /* owned; "official", "reporter", "other", or NULL */
    char *name; /* owned */
    guint mentions;
    guint articles;
    char *first_seen; /* owned; "YYYY-MM-DD" or NULL */
    char *last_seen;  /* owned; likewise */
    char *title;      /* owned; the latest titles of a person, or NULL */
} RenEntity;

/* An entity that appears with another one. */
typedef struct {
    RenEntity entity;
    guint articles; /* that both stand in */
    guint sentences;
    char *first_seen; /* owned; date of the first of them, or NULL */
    char *last_seen;  /* owned; of the last */
} RenCompanion;

/* A sentence, with the mentions that were asked for. */
typedef struct {
    gint64 article; /* row of the article: equal for sentences of the same */
    guint sentence;
    char *date;     /* owned; or NULL */
    char *doc;      /* owned */
    guint n;        /* number of the article in it, from 0 */
    char *headline; /* owned; "" where there is none */
    char
        *title; /* owned; of the person asked for, in this article or the last dated one before it; or NULL */
    char *text; /* owned; the sentence as it stands in the file */
    char *rules;     /* owned; those that saw the mentions, each once, parted by ", " */
    GArray *marks;   /* owned; of RenSpan: the mentions, bytes in text, in order, not overlapping */
    gboolean first;  /* the first entity asked for is in it */
    gboolean second; /* the second is */
} RenQuote;

/* All entities (RenEntity) that @name names: by id, by canonical name, by a printed form. An id names one
 * only. The array is empty where there is none; NULL with @error set where the store fails. */
GPtrArray *ren_query_find(RenStore *store, const char *name, GError **error);

/* All entities (RenEntity) that @name may mean, which ren_query_find() has not found, the most printed first:
 * those whose name is so in pinyin (with or without blanks and tones), else those whose name, printed form or
 * pinyin begins so. NULL with @error set where the store fails. */
GPtrArray *ren_query_guess(RenStore *store, const char *name, GError **error);

/* The entity @row. NULL with @error set where the store fails or has none. Freed with ren_entity_free(). */
RenEntity *ren_query_entity(RenStore *store, gint64 row, GError **error);

/* A printed form of an entity. */
typedef struct {
    char *text;  /* owned */
    char *local; /* owned; the id that an issue by itself gives it */
    guint mentions;
    guint issues;
} RenForm;
/* The forms (RenForm) of the entity @row, most frequent first. */
GPtrArray *ren_query_forms(RenStore *store, gint64 row, GError **error);

/* How decisions name the entity @row best. Owned by the caller; NULL with @error set. */
char *ren_query_reference(RenStore *store, gint64 row, GError **error);

/* Whether somebody called @name is mentioned in article @n, from 0, of the issue @doc. */
gboolean ren_query_is_in_article(RenStore *store, const char *name, const char *doc, guint n);

/* The number of the issue called @doc, as ren_stored_issue_read() takes it; 0 where there is none. */
gint64 ren_query_issue(RenStore *store, const char *doc);

/* What a build has noted of itself as @key (ren_store_set_meta()). Owned by the caller; NULL where there is
 * none. */
char *ren_query_meta(RenStore *store, const char *key);

/* All issues, each as "HASH DOC" (char *), the SHA-256 of its text and its name, with its words and asked
 * (base/record.h; char *), parted by a line's end. Freed with g_hash_table_unref(); NULL with @error set. */
GHashTable *ren_query_files(RenStore *store, GError **error);

/* The first and the last day of the archive, owned by the caller; NULL where nobody knows. */
void ren_query_days(RenStore *store, char **first, char **last);

/* Counts the issues with dated articles from @since to @until (NULL: any, and undated ones too), and sets
 * @first and @last to the days of the first and the last article, owned by the caller, or NULL. FALSE with
 * @error set where the store fails. */
gboolean ren_query_span(RenStore *store, const char *since, const char *until, guint *issues, char **first,
                        char **last, GError **error);

/* At most @limit names (char *) like @name, by their characters or their sound. This and what follows: NULL
 * with @error set where the store fails. */
GPtrArray *ren_query_nearest(RenStore *store, const char *name, guint limit, GError **error);

/* The companions (RenCompanion) of entity @row, strongest first; @limit at most, all where it is negative. */
GPtrArray *ren_query_who(RenStore *store, gint64 row, int limit, GError **error);

/* The sentences (RenQuote) with a mention of entity @row, by date, undated ones last; where @with is not 0,
 * those with a mention of either in the articles that they share. */
GPtrArray *ren_query_quotes(RenStore *store, gint64 row, gint64 with, GError **error);

void ren_entity_free(RenEntity *entity);
void ren_entity_clear(RenEntity *entity); /* of the caller's storage */
void ren_companion_free(RenCompanion *companion);
void ren_quote_free(RenQuote *quote);
