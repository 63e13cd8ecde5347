/* How well the program reads annotated issues. Exact matches only; what each measure counts is said in
 * docs/scoring.md. Counts add up over all issues; the clusters of entities ("link") are compared over all of
 * them together. */
#pragma once
#include "base/record.h"
#include "score/gold.h"

/* clang-format off */
#define REN_MEASURES(X) \
    X(ARTICLE, "article") X(PERSON, "person") X(ORG, "org") X(COMPANY, "company") X(PLACE, "place") \
    X(MENTION, "mention") X(POSITION, "position") X(POST, "post") X(EDGE, "edge") X(ROLE, "role") X(LINK, "link")
/* clang-format on */
typedef enum {
#define X(id, name) REN_MEASURE_##id,
    REN_MEASURES(X)
#undef X
        REN_N_MEASURES
} RenMeasure;

/* "article" and so on. */
const char *ren_measure_name(RenMeasure measure);

typedef struct {
    guint gold; /* in the annotation; of role and link: rightly found persons, mentions */
    guint predicted;
    guint right;
    double precision;
    double recall;
    double f1; /* of role: the share of right ones */
} RenFigure;

typedef struct {
    char *kind; /* owned; "missed person" */
    char *doc;  /* owned */
    gsize at;   /* code points; of a missed post: where its article starts */
    char *what; /* owned */
} RenScoreError;

typedef struct _RenScore RenScore;

/* Reads rules/same-org.tsv of the folders @dirs, NULL-terminated: which names of a body are the same one.
 * Returns a new score, freed with ren_score_free(), or NULL with @error set to REN_ERROR_GAZETTEER. */
RenScore *ren_score_new(const char *const *dirs, GError **error);

/* Compares @issue, which the pipeline has run, with its annotation. */
void ren_score_add(RenScore *score, const RenGold *gold, const RenIssue *issue);

/* What all issues added so far give. */
RenFigure ren_score_get(const RenScore *score, RenMeasure measure);

/* All errors (RenScoreError), by kind, document and place; the score's. */
const GPtrArray *ren_score_get_errors(RenScore *score);

void ren_score_free(RenScore *score); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenScore, ren_score_free)
