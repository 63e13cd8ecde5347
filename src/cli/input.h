/* The issues that a command was given: found, read, and run through the pipeline, one after another. */
#pragma once
#include "base/record.h"
#include "pipeline/pipeline.h"

/* Looks at an issue that was read from its file but not yet run. TRUE in @taken: nothing need be found in it
 * any more. FALSE with @error set ends the work. */
typedef gboolean (*RenInputTake)(RenIssue *issue, gpointer data, gboolean *taken, GError **error);

/* What the options of `build` and `extract` say. All borrowed; all but paths may be NULL. */
typedef struct {
    RenTold told;
    char **paths; /* files, folders, "-" */
    gboolean progress;
    RenInputTake take;
} RenInputOptions;

typedef struct {
    guint issues;   /* handed over */
    guint left_out; /* files, members of archives, lines and paths that could not be used; each was told on
                     * standard error */
} RenInputCount;

/* Takes one finished issue. FALSE with @error set ends the work. */
typedef gboolean (*RenInputFunc)(const RenIssue *issue, gpointer data, GError **error);

/* The pipeline with the shipped gazetteer and @gazetteers, the user's folders (NULL-terminated; may be NULL).
 * Freed with ren_pipeline_free(); NULL with @error set to REN_ERROR_GAZETTEER. */
RenPipeline *ren_input_load(char **gazetteers, GError **error);

/* Checks the options, then runs every issue through @pipeline and hands it to @func. What cannot be
 * used, a file or a part of one, is told in one line on standard error and passed over. A file is taken once,
 * however often it is named. Returns FALSE with @error set: REN_ERROR_USAGE, what @func says,
 * G_IO_ERROR_CANCELLED when the user interrupts, or REN_ERROR_INPUT with an empty message (all has been told)
 * where no issue was left. */
gboolean ren_input_run(RenPipeline *pipeline, const RenInputOptions *options, RenInputFunc func,
                       gpointer data, RenInputCount *count, GError **error);
