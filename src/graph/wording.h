/* The words of a picture, which users may read and change: table picture.tsv of the gazetteer. */
#pragma once
#include <glib.h>

typedef struct _RenWording RenWording;

/* Reads picture.tsv of the folders @dirs (NULL-terminated), those that have one; a row of a later one
 * replaces that of an earlier one. @language is a column of the table, "zh" or "en". Freed with
 * ren_wording_free(); NULL with @error set as by ren_tsv_read(). */
RenWording *ren_wording_read(char **dirs, const char *language, GError **error);

/* The text called @key. Pairs of a name and a text follow, NULL behind the last: each "{name}" becomes that
 * text. "" where no table has the key. Owned by the caller. */
char *ren_wording_get(const RenWording *wording, const char *key, ...) G_GNUC_NULL_TERMINATED;

void ren_wording_free(RenWording *wording); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenWording, ren_wording_free)
