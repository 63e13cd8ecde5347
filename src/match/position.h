/* Titles and who holds them, in one paragraph's tokens. */
#pragma once
#include "lexicon/lexicon.h"
#include "match/rule.h"

/* One post: the person's token, the title as printed, and the body it belongs to as printed or as the title implies it
 * ("区委", "区政府", "宣传部" after 区委常委 as "区委宣传部"); NULL where nothing says. Strings are owned. */
typedef struct {
    const RenToken *person; /* borrowed */
    char *title;
    char *org;
    RenRole role;
    const char *rule; /* borrowed from the rules */
} RenPost;
void ren_post_free(RenPost *post);

/* Finds the posts in @tokens, whose spans are in @text. @last_org (owned string or NULL) is the organisation that was
 * named last in the article; it is used for a bare title and kept up to date. Returns an array of RenPost. */
GPtrArray *ren_position_find(const RenRules *rules, const RenLexicon *lexicon, const RenTokens *tokens, const char *text,
                             char **last_org);

/* The text of @span without spaces and line ends. */
char *ren_position_plain(const char *text, RenSpan span);
