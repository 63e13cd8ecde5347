/* What finish.sql calls that SQLite does not know. A finished store needs none of them. */
#pragma once
#include <sqlite3.h>

#include "base/error.h"

/* Gives @db the functions pinyin(NAME) (ren_pinyin_typed()) and words(TEXT) (ren_words_list()). FALSE with
 * @error set to REN_ERROR_STORE. */
gboolean ren_functions_add(sqlite3 *db, GError **error);
