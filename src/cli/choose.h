/* From the name on the command line to one entity of the store. */
#pragma once
#include "store/query.h"

/* The one entity that @name means: by id, name or printed form, else by its pinyin, else by the beginning of
 * one of these. Owned by the caller. NULL with @error set to REN_ERROR_NOT_FOUND where
 * there is none (the message names the nearest), or where there are several: these are listed on standard
 * output. */
RenEntity *ren_choose_entity(RenStore *store, const char *name, GError **error);

/* Likewise by id, name or printed form alone, for what is to be written down. */
RenEntity *ren_choose_exactly(RenStore *store, const char *name, GError **error);

/* Prints who it is: name, kind, latest title, how often, from when to when. */
void ren_choose_print(const RenEntity *entity);
