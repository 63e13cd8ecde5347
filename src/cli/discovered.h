/* The gazetteer that a build writes: what was found, as tables that can be corrected and laid over the next
 * run. */
#pragma once
#include "base/newfile.h"
#include "pipeline/pipeline.h"
#include "store/store.h"

/* persons, organisations, companies, places, ignore, different. */
#define REN_N_DISCOVERED 6

/* Begins all tables in folder @dir, which is made; *@made says whether it was not there. FALSE with @error
 * set (G_IO_ERROR). */
gboolean ren_discovered_create(const char *dir, RenNewFile *files[REN_N_DISCOVERED], gboolean *made,
                               GError **error);

/* Writes what @store holds, and the decisions of @pipeline that must not get lost, and closes the files; they
 * still have to be committed. FALSE with @error set. */
gboolean ren_discovered_write(RenStore *store, const RenPipeline *pipeline,
                              RenNewFile *files[REN_N_DISCOVERED], GError **error);
