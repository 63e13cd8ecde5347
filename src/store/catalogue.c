#include "store/catalogue.h"

#include "store/sqlite.h"

static const char entities_sql[] =
#include "store/list-entities.sql.h"
    ;
static const char issues_sql[] =
#include "store/list-issues.sql.h"
    ;
static const char articles_sql[] =
#include "store/list-articles.sql.h"
    ;
static const char stats_sql[] =
#include "store/stats.sql.h"
    ;

/* By what rows can be sorted: the name, and the expression over the columns of their statement. */
typedef struct {
    const char *names[6];
    struct {
        const char *by;
        gboolean descending;
    } keys[5];
} Sorts;

static const Sorts entity_sorts = {
    {"mentions", "name", "articles", "first", "last", NULL},
    {{"mentions", TRUE}, {"pinyin", FALSE}, {"articles", TRUE}, {"first_seen", FALSE}, {"last_seen", TRUE}}};
static const Sorts issue_sorts = {
    {"date", "name", "articles", "persons", "mentions", NULL},
    {{"date", FALSE}, {"key", FALSE}, {"articles", TRUE}, {"persons", TRUE}, {"mentions", TRUE}}};
static const Sorts article_sorts = {{"date", "name", "persons", "mentions", NULL},
                                    {{"date", FALSE}, {"key", FALSE}, {"persons", TRUE}, {"mentions", TRUE}}};

static const struct {
    const char *name;
    const char *sql;
    const Sorts *sorts;
    const char *ties; /* what comes first where the sort does not say */
    RenKind kind;     /* of entities */
} lists[REN_N_LISTS] = {
    [REN_LIST_PERSONS] = {"persons", entities_sql, &entity_sorts, "key", REN_PERSON},
    [REN_LIST_ORGS] = {"orgs", entities_sql, &entity_sorts, "key", REN_ORG},
    [REN_LIST_COMPANIES] = {"companies", entities_sql, &entity_sorts, "key", REN_COMPANY},
    [REN_LIST_PLACES] = {"places", entities_sql, &entity_sorts, "key", REN_PLACE},
    [REN_LIST_ISSUES] = {"issues", issues_sql, &issue_sorts, "key", REN_N_KINDS},
    [REN_LIST_ARTICLES] = {"articles", articles_sql, &article_sorts, "key, n", REN_N_KINDS},
};

gboolean
ren_list_parse(const char *name, RenList *list)
{
    for (*list = 0; *list < REN_N_LISTS; (*list)++)
        if (g_str_equal(lists[*list].name, name))
            return TRUE;
    return FALSE;
}

const char *const *
ren_catalogue_sorts(RenList list)
{
    return lists[list].sorts->names;
}

GPtrArray *
ren_catalogue_query(RenStore *store, RenList list, const RenListOptions *options, GError **error)
{
    const Sorts *sorts = lists[list].sorts;
    guint sort = 0;
    gboolean all;
    while (options->sort != NULL && sorts->names[sort] != NULL &&
           !g_str_equal(sorts->names[sort], options->sort))
        sort++;
    g_return_val_if_fail(sorts->names[sort] != NULL, NULL);
    if (!ren_filter_apply(store, &options->filter, &all, error))
        return NULL;
    if (lists[list].kind < REN_N_KINDS && !ren_filter_sum(store, error))
        return NULL;
    g_autofree char *order =
        g_strdup_printf("%s %s NULLS LAST, %s", sorts->keys[sort].by,
                        sorts->keys[sort].descending != options->reverse ? "DESC" : "ASC", lists[list].ties);
    g_autofree char *sql = g_strdup_printf(lists[list].sql, order, options->limit);
    g_autoptr(RenStatement) statement = ren_sqlite_prepare(ren_store_get_sqlite(store), sql, error);
    if (statement == NULL)
        return NULL;
    sqlite3_bind_int(statement, 1, all);
    ren_sqlite_bind_text(statement, 2,
                         lists[list].kind < REN_N_KINDS ? ren_kind_name(lists[list].kind) : NULL);
    ren_sqlite_bind_text(statement, 3, options->role);
    return ren_sqlite_read_cells(statement, error);
}

GPtrArray *
ren_catalogue_stats(RenStore *store, GError **error)
{
    g_autoptr(RenStatement) statement = ren_sqlite_prepare(ren_store_get_sqlite(store), stats_sql, error);
    return statement == NULL ? NULL : ren_sqlite_read_cells(statement, error);
}
