#include "store/completion.h"

#include "store/sqlite.h"
#include "text/pinyin.h"

static const char names_sql[] =
#include "store/complete.sql.h"
    ;

/* All cells of @sql with @texts as its parameters. */
static GPtrArray *
ask(RenStore *store, const char *sql, const char *const texts[3], GError **error)
{
    g_autoptr(RenStatement) statement = ren_sqlite_prepare(ren_store_get_sqlite(store), sql, error);
    if (statement == NULL)
        return NULL;
    for (int i = 0; i < sqlite3_bind_parameter_count(statement); i++)
        ren_sqlite_bind_text(statement, i + 1, texts[i]);
    return ren_sqlite_read_cells(statement, error);
}

GPtrArray *
ren_completion_names(RenStore *store, const char *typed, const char *kinds, GError **error)
{
    g_autofree char *pinyin = ren_pinyin_fold(typed);
    return ask(store, names_sql, (const char *const[3]){typed, pinyin, kinds}, error);
}

GPtrArray *
ren_completion_issues(RenStore *store, const char *typed, GError **error)
{
    return ask(store, "SELECT doc FROM issue WHERE doc >= ?1 AND doc < ?1 || char(0x10ffff) ORDER BY doc",
               (const char *const[3]){typed}, error);
}

GPtrArray *
ren_completion_articles(RenStore *store, const char *doc, GError **error)
{
    return ask(store,
               "SELECT i.doc || '#' || a.n FROM issue i JOIN article a ON a.issue = i.id "
               "WHERE i.doc = ?1 ORDER BY a.n",
               (const char *const[3]){doc}, error);
}
