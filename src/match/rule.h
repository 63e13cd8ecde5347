/* The rules: PCRE2 patterns over the classes of tokens, read from gazetteer/rules/NN-LAYER.tsv.
 * In a pattern <place> is a token of that class, <area> one of that group (groups.tsv), <place|org> one of
 * either,
 * <^place> one of no such; white space counts for nothing. A named group says what its tokens become:
 * (?<org> <area>+ <organ>) makes one token of class org. In names of groups _ stands for -, and a number at
 * the end for nothing, so that a pattern can have two groups of a name. */
#pragma once
#include "lexicon/lexicon.h"
#include "match/token.h"

typedef enum {
    REN_LAYER_BYLINE,
    REN_LAYER_PLACE,
    REN_LAYER_ORG,
    REN_LAYER_TITLE,
    REN_LAYER_PERSON,
    REN_LAYER_POSITION,
    REN_LAYER_ALIAS,
    REN_LAYER_REFERENCE,
    REN_N_LAYERS
} RenLayer;

/* One rule as the table has it, for the tests of its examples. */
typedef struct {
    const char *name;    /* "org.organ" */
    const char *example; /* "江津区委召开会议 → 江津区委"; several parted by " ; " */
    const char *counter; /* text in which this rule must see nothing */
    const char *where;   /* file and line, "gazetteer/rules/30-org.tsv:7" */
} RenRule;

typedef struct _RenRules RenRules;

/* Reads the rules of all folders of @lexicon, which must outlive them. NULL with @error set to
 * REN_ERROR_GAZETTEER. */
RenRules *ren_rules_new(const RenLexicon *lexicon, GError **error);
void ren_rules_free(RenRules *rules); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenRules, ren_rules_free)

/* How many rules @layer has, and rule number @n of them, from 0; its strings stay the rules'. */
guint ren_rules_count(const RenRules *rules, RenLayer layer);
RenRule ren_rules_get(const RenRules *rules, RenLayer layer, guint n);

/* Rewrites @tokens by the rules of @layer, in the order of the file, each from left to right. */
void ren_rules_apply(const RenRules *rules, RenLayer layer, RenTokens *tokens);

/* What a rule of a layer that rewrites nothing has found: ranges of tokens by the name of the group. */
typedef struct {
    const char *rule;
    guint from; /* tokens of the whole match, to exclusive */
    guint to;
    RenSpan seen; /* the text of the tokens that the rule needed to see; empty unless RenTokens.keep_seen */
    guint n_groups;
    struct {
        const char *name; /* borrowed from the rules */
        guint from;       /* tokens, to exclusive */
        guint to;
    } groups[8];
} RenFound;
typedef void (*RenFoundFunc)(const RenFound *found, gpointer user_data);
/* Calls @func for every match of @layer's rules. */
void ren_rules_find(const RenRules *rules, RenLayer layer, const RenTokens *tokens, RenFoundFunc func,
                    gpointer user_data);
