/* From the clean view of an issue to the names and posts in its articles: the lattice reads every paragraph,
 * the rules rewrite it layer by layer, and what the first pass is sure of makes the second pass easier. */
#pragma once
#include "base/record.h"
#include "lexicon/lattice.h"
#include "match/rule.h"
#include "text/view.h"

typedef struct _RenMatcher RenMatcher;

/* Loads the rules of @lexicon's folders. @lexicon must outlive the matcher, which is freed with
 * ren_matcher_free(). NULL with @error set to REN_ERROR_GAZETTEER at a bad rule. */
RenMatcher *ren_matcher_new(const RenLexicon *lexicon, GError **error);
void ren_matcher_free(RenMatcher *matcher); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenMatcher, ren_matcher_free)

/* A name that is to be found wherever it is printed. Places are not for this: they have tables of their own.
 */
typedef struct {
    char *name; /* owned */
    RenKind kind;
} RenWanted;
RenWanted *ren_wanted_new(const char *name, RenKind kind);
void ren_wanted_free(RenWanted *wanted);

/* Lets @matcher find @name as a word of @kind in every issue. */
void ren_matcher_want(RenMatcher *matcher, const char *name, RenKind kind);

/* What the second pass has seen of an issue, kept for explanations. */
typedef struct {
    RenView *view; /* owned */
    RenMemory *
        memory; /* owned; what the first pass has taught; its sources are numbers of paragraphs of the view */
    guint home;
    GPtrArray *tokens; /* owned; of RenTokens, one for each paragraph, with what their rules have seen; spans
                        * count from the paragraph's head */
    GPtrArray *posts;  /* owned; of GPtrArray of RenPost, one for each paragraph */
} RenReading;
void ren_reading_free(RenReading *reading); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenReading, ren_reading_free)

/* Fills the articles of @issue with mentions (kind, span, text, rule; reporters' role) and positions
 * (mention, title, the organisation as printed or inferred, rule). Canonical names and entities are left to
 * resolve/.
 * @home is the number of the home region's place, or 0; @wanted (RenWanted; may be NULL) are further names to
 * be found in this issue. */
void ren_matcher_run(const RenMatcher *matcher, RenIssue *issue, const RenView *view, guint home,
                     const GPtrArray *wanted);
/* The same, and returns what was seen; @view becomes the reading's. */
RenReading *ren_matcher_explain(const RenMatcher *matcher, RenIssue *issue, RenView *view, guint home);

/* The tokens of @text, @len bytes of a clean view, after all layers that rewrite, for explanations and the
 * tests of rules; @memory may be NULL. Freed with ren_tokens_free(). */
RenTokens *ren_matcher_read(const RenMatcher *matcher, const RenMemory *memory, guint home, const char *text,
                            gsize len);
/* The rules that it applies, which stay the matcher's. */
const RenRules *ren_matcher_get_rules(const RenMatcher *matcher);
