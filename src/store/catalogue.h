/* What is in an archive: lists of entities, issues and articles, and its sums. */
#pragma once
#include "store/filter.h"

typedef enum {
    REN_LIST_PERSONS,
    REN_LIST_ORGS,
    REN_LIST_COMPANIES,
    REN_LIST_PLACES,
    REN_LIST_ISSUES,
    REN_LIST_ARTICLES,
    REN_N_LISTS
} RenList;

typedef struct {
    RenFilter filter;
    const char *role; /* of persons: "official", "other", "reporter"; NULL: any */
    const char *sort; /* one of ren_catalogue_sorts(); NULL: the first */
    gboolean reverse;
    int limit; /* -1: all */
} RenListOptions;

/* The list called @name ("persons"); FALSE where there is none. */
gboolean ren_list_parse(const char *name, RenList *list);

/* By what @list can be sorted, NULL-terminated. Counts begin with the greatest, dates with the first, "last"
 * with the latest. */
const char *const *ren_catalogue_sorts(RenList list);

/* The cells of @list (char *, NULL where nothing is known), row after row: of entities id, name, pinyin,
 * title, organisation, part of, region, code, role, mentions, articles, first and last date, the last four in
 * the articles of the filter; of issues doc, date, whether that is an estimate, paper, articles, persons,
 * mentions; of articles date, doc, number, both as "DOC#N", headline, persons, names, mentions. Freed with
 * g_ptr_array_unref(); NULL with @error set where the store fails. */
GPtrArray *ren_catalogue_query(RenStore *store, RenList list, const RenListOptions *options, GError **error);

/* The cells of what the archive holds: what, which of it, count, first and last date. Freed and failing
 * likewise. */
GPtrArray *ren_catalogue_stats(RenStore *store, GError **error);
