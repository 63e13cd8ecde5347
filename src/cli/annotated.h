/* Annotated issues that a command was given: the annotations, and where their texts are. */
#pragma once
#include "pipeline/pipeline.h"
#include "score/score.h"

typedef struct {
    RenGold *gold; /* owned */
    char *path;    /* owned; of the text */
    char *doc;     /* owned; its path below the folder that was searched */
} RenAnnotated;

/* Reads the annotations @files, NULL-terminated, and finds their texts by name below the folder @texts; where
 * that is NULL, beside each annotation. Returns a new array of RenAnnotated, freed with g_ptr_array_unref(),
 * or NULL with @error set: REN_ERROR_INPUT where a text is missing or two have its name. */
GPtrArray *ren_annotated_load(char **files, const char *texts, GError **error);

/* Runs @pipeline over all texts of @annotated and adds what it finds to @score. FALSE with @error set where a
 * text cannot be read, or the user interrupts. */
gboolean ren_annotated_score(const GPtrArray *annotated, RenPipeline *pipeline, RenScore *score,
                             GError **error);
