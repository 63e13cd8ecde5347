/* What begins like something that is being typed. Lists belong to the caller and are freed with
 * g_ptr_array_unref(); NULL with @error set where the store fails. */
#pragma once
#include "store/store.h"

/* The names and printed forms that begin with @typed, and the names whose pinyin does, of entities whose kind
 * stands in @kinds ("org company"), in order; the 30 of each kind that are printed most where @typed is
 * empty. Two strings (char
 * *) for each: the name, and the pinyin by which it was found, else NULL. */
GPtrArray *ren_completion_names(RenStore *store, const char *typed, const char *kinds, GError **error);

/* The issues (char *) whose name begins with @typed, in order. */
GPtrArray *ren_completion_issues(RenStore *store, const char *typed, GError **error);

/* The articles of the issue @doc, as "DOC#N" (char *), in order. */
GPtrArray *ren_completion_articles(RenStore *store, const char *doc, GError **error);
