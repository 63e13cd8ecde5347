/* Titles and who holds them, in one paragraph's tokens. */
#pragma once
#include "lexicon/lexicon.h"
#include "match/rule.h"

/* One post: the person's token, the title as printed, and the body it belongs to as printed or as the title
 * implies it
 * ("区委", "区政府", "宣传部" after 区委常委 as "区委宣传部"); NULL where nothing says. Strings are owned. */
typedef struct {
    const RenToken *person; /* borrowed */
    char *title;
    char *post; /* the title without the body printed in it: 局长 of 区教育局局长 */
    char *org;
    RenRole role;
    RenTense tense;
    const char *rule; /* borrowed from the rules */
    RenSpan seen;     /* what the rule needed to see; empty unless RenTokens.keep_seen */
} RenPost;
void ren_post_free(RenPost *post); /* NULL is fine */

/* The organisations that an article has named so far: a bare title belongs to one of them. */
typedef struct {
    GPtrArray *names;   /* owned; of those and of firms, as printed, in order */
    GHashTable *counts; /* owned; name as printed → how often */
    char *topic;        /* owned; the one named most often, the earlier of two; NULL at first */
    char *last;         /* owned; the one that the last post belonged to; NULL at first */
} RenContext;
/* An empty one in the caller's storage, cleared with ren_context_clear(). */
void ren_context_init(RenContext *context);
void ren_context_clear(RenContext *context);

/* Finds the posts in @tokens, whose spans are in @text, and keeps @context up to date. Returns a new
 * array of RenPost, freed with g_ptr_array_unref(); its persons stay those of @tokens. */
GPtrArray *ren_position_find(const RenRules *rules, const RenLexicon *lexicon, const RenTokens *tokens,
                             const char *text, RenContext *context);

/* The text of @span, bytes of @text, without spaces and line ends. Owned by the caller. */
char *ren_position_plain(const char *text, RenSpan span);
