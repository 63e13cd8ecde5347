/* The rooms in their order: an issue as read goes in, its articles with mentions and positions come out.
 * A pipeline holds the gazetteer and never changes, so issues can be run through it in any order. */
#pragma once
#include "base/record.h"
#include "corpus/fields.h"
#include "match/matcher.h"
#include "resolve/identity.h"

typedef struct _RenPipeline RenPipeline;

/* What the user says of issues, which wins over what they say of themselves. All borrowed; NULL: nothing. */
typedef struct {
    const char *home;  /* the region: "重庆市江津区" */
    const char *date;  /* "YYYY-MM-DD" */
    const char *paper; /* the newspaper's name, which tells of the region as a folder's does */
} RenTold;

/* Loads the gazetteer folders @dirs (the shipped one first, then the user's), NULL-terminated.
 * Returns a new pipeline, freed with ren_pipeline_free(), or NULL with @error set:
 * REN_ERROR_GAZETTEER with file and line at the first bad row. */
RenPipeline *ren_pipeline_new(const char *const *dirs, GError **error);
/* The same without @without, the path of a table or the name of a rule: to measure what it is worth. NULL:
 * with all. */
RenPipeline *ren_pipeline_new_without(const char *const *dirs, const char *without, GError **error);

/* Lets issues be resolved by rules alone: the user's decisions are left to the archive, so that what was read
 * stays right when they change. Names that are to be looked for are found all the same. FALSE with @error set
 * to REN_ERROR_GAZETTEER. */
gboolean ren_pipeline_defer_decisions(RenPipeline *pipeline, GError **error);

/* A checksum of all but words that the reading of @issue, which need not have been run, depends on: its text
 * and name, what is @told, the @fingerprint of program and gazetteer (REN_FINGERPRINT_READING), and those of
 * the names to be looked for that it prints. Owned by the caller. */
char *ren_pipeline_reading_key(const RenPipeline *pipeline, const RenIssue *issue, const RenTold *told,
                               const char *fingerprint);

/* A checksum of the words that the reading of @issue depends on, where that has looked up the strings asked:
 * those of its text, and of these strings. Owned by the caller. */
char *ren_pipeline_words_key(const RenPipeline *pipeline, const RenIssue *issue);

/* Finds all that is in @issue, which was read but not yet looked at: sets its date, home
 * region and articles, the strings asked and the checksum of words, and the paper's name, its number and page
 * where nothing has set them yet. FALSE with
 * @error set to REN_ERROR_USAGE where no place is called as @told says. */
gboolean ren_pipeline_run(RenPipeline *pipeline, RenIssue *issue, const RenTold *told, GError **error);

/* Reads @issue, which has been run before, once more, with further names to be found: @wanted, of RenWanted.
 * Date and home region stay. */
void ren_pipeline_run_again(RenPipeline *pipeline, RenIssue *issue, const GPtrArray *wanted);

/* The same, and returns what was seen on the way, freed with ren_reading_free() before the pipeline; NULL
 * with @error set. */
RenReading *ren_pipeline_explain(RenPipeline *pipeline, RenIssue *issue, const RenTold *told, GError **error);

/* The names of fields, the gazetteer, the rules and the evidence of identity that it holds. */
const RenFields *ren_pipeline_get_fields(const RenPipeline *pipeline);
const RenLexicon *ren_pipeline_get_lexicon(const RenPipeline *pipeline);
const RenMatcher *ren_pipeline_get_matcher(const RenPipeline *pipeline);
const RenIdentity *ren_pipeline_get_identity(const RenPipeline *pipeline);

void ren_pipeline_free(RenPipeline *pipeline); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenPipeline, ren_pipeline_free)
