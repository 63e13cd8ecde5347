/* A run of text as a row of tokens that the rules rewrite: each is a word, or stands for the tokens it was
 * made of. Beside the tokens lies a string with one byte for each token's class: what the patterns of the
 * rules see. */
#pragma once
#include "lexicon/class.h"
#include "base/record.h"

typedef struct {
    RenClass cls;
    RenSpan span;        /* in the view */
    guint word;          /* number of its row in the lexicon, 0 where it has none */
    const char *rule;    /* borrowed from the rules; NULL while no rule has touched it */
    RenSpan seen;        /* what that rule needed to see; empty unless RenTokens.keep_seen */
    GPtrArray *children; /* owned; of RenToken; NULL for a word */
} RenToken;

typedef struct {
    GPtrArray *list;    /* owned; of RenToken */
    GString *classes;   /* owned; as many bytes as there are tokens */
    gboolean keep_seen; /* the rules note what they needed to see, which takes time; FALSE at first */
} RenTokens;

/* An empty row, freed with ren_tokens_free(). */
RenTokens *ren_tokens_new(void);
/* Puts a word at the end. */
void ren_tokens_add(RenTokens *tokens, RenClass cls, RenSpan span, guint word);
/* Replaces tokens @from to @to (exclusive) by one of class @cls that holds them; a single token is only
 * renamed. */
void ren_tokens_reduce(RenTokens *tokens, guint from, guint to, RenClass cls, const char *rule);
/* Token number @i, from 0; the row's. */
#define ren_tokens_get(tokens, i) ((RenToken *)g_ptr_array_index((tokens)->list, i))
void ren_token_free(RenToken *token);
void ren_tokens_free(RenTokens *tokens); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenTokens, ren_tokens_free)
