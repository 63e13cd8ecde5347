/* renmai list and renmai stats: what is in the archive. */
#include <stdio.h>

#include "base/error.h"
#include "base/message.h"
#include "cli/command.h"
#include "cli/filter-options.h"
#include "cli/output.h"
#include "cli/pager.h"
#include "cli/print.h"
#include "cli/table.h"
#include "store/catalogue.h"

/* Keys are the same for all kinds; people see what that kind has. */
#define ENTITY_COLUMNS(title, organisation, part, region, code, role)                                        \
    {"id", NULL, REN_COLUMN_NAME}, {"name", NC_("column", "NAME"), REN_COLUMN_NAME},                         \
        {"pinyin", NULL, REN_COLUMN_NAME}, {"title", title, REN_COLUMN_TEXT},                                \
        {"organisation", organisation, REN_COLUMN_TEXT}, {"part_of", part, REN_COLUMN_TEXT},                 \
        {"region", region, REN_COLUMN_TEXT}, {"code", code, REN_COLUMN_NAME},                                \
        {"role", role, REN_COLUMN_NAME}, {"mentions", NC_("column", "MENTIONS"), REN_COLUMN_NUMBER},         \
        {"articles", NC_("column", "ARTICLES"), REN_COLUMN_NUMBER},                                          \
        {"first_seen", NC_("column", "FIRST"), REN_COLUMN_NAME},                                             \
        {"last_seen", NC_("column", "LAST"), REN_COLUMN_NAME},                                               \
    {                                                                                                        \
        NULL                                                                                                 \
    }

static const RenColumn persons[] = {ENTITY_COLUMNS(NC_("column", "TITLE"), NC_("column", "ORGANISATION"),
                                                   NULL, NC_("column", "REGION"), NULL, NULL)};
static const RenColumn bodies[] = {
    ENTITY_COLUMNS(NULL, NULL, NC_("column", "PART OF"), NC_("column", "REGION"), NULL, NULL)};
static const RenColumn companies[] = {ENTITY_COLUMNS(NULL, NULL, NULL, NULL, NULL, NULL)};
static const RenColumn places[] = {
    ENTITY_COLUMNS(NULL, NULL, NULL, NC_("column", "REGION"), NC_("column", "CODE"), NULL)};
static const RenColumn issues[] = {
    {"doc", NC_("column", "ISSUE"), REN_COLUMN_NAME},
    {"date", NC_("column", "DATE"), REN_COLUMN_NAME},
    {"estimated", NULL, REN_COLUMN_FLAG},
    {"paper", NC_("column", "PAPER"), REN_COLUMN_TEXT},
    {"articles", NC_("column", "ARTICLES"), REN_COLUMN_NUMBER},
    {"persons", NC_("column", "PERSONS"), REN_COLUMN_NUMBER},
    {"mentions", NC_("column", "MENTIONS"), REN_COLUMN_NUMBER},
    {NULL},
};
static const RenColumn articles[] = {
    {"date", NC_("column", "DATE"), REN_COLUMN_NAME},
    REN_TABLE_ARTICLE,
    {"headline", NC_("column", "HEADLINE"), REN_COLUMN_TEXT},
    {"persons", NC_("column", "PERSONS"), REN_COLUMN_NUMBER},
    {"names", NC_("column", "NAMES"), REN_COLUMN_NUMBER},
    {"mentions", NC_("column", "MENTIONS"), REN_COLUMN_NUMBER},
    {NULL},
};
static const RenColumn stats[] = {
    {"what", NULL, REN_COLUMN_NAME},
    {NULL, NC_("column", "WHAT"), REN_COLUMN_NAME},
    {"which", NULL, REN_COLUMN_NAME},
    {NULL, NC_("column", "WHICH"), REN_COLUMN_NAME},
    {"count", NC_("column", "COUNT"), REN_COLUMN_NUMBER},
    {"first", NC_("column", "FIRST"), REN_COLUMN_NAME},
    {"last", NC_("column", "LAST"), REN_COLUMN_NAME},
    {NULL},
};

static const RenColumn *const columns[REN_N_LISTS] = {
    [REN_LIST_PERSONS] = persons, [REN_LIST_ORGS] = bodies,   [REN_LIST_COMPANIES] = companies,
    [REN_LIST_PLACES] = places,   [REN_LIST_ISSUES] = issues, [REN_LIST_ARTICLES] = articles,
};

static gboolean
fail_usage(GError **error, const char *option, const char *value, const char *expected)
{
    g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("%s '%s': expected %s"), option, value, expected);
    return FALSE;
}

static gboolean
read_list(const char *name, RenList *list, GError **error)
{
    return ren_list_parse(name, list) ||
           fail_usage(error, "list", name, _("persons, orgs, companies, places, issues or articles"));
}

static gboolean
check_options(RenList list, const RenListOptions *options, GError **error)
{
    const char *const *sorts = ren_catalogue_sorts(list);
    if (options->sort != NULL && !g_strv_contains(sorts, options->sort)) {
        g_autofree char *known = g_strjoinv(", ", (char **)sorts);
        return fail_usage(error, "--sort", options->sort, known);
    }
    if (options->role == NULL)
        return TRUE;
    static const char *const roles[] = {"official", "other", "reporter", NULL};
    if (list != REN_LIST_PERSONS)
        return fail_usage(error, "--role", options->role, _("only with persons"));
    return g_strv_contains(roles, options->role) ||
           fail_usage(error, "--role", options->role, _("official, other or reporter"));
}

static gboolean
print_cells(const GPtrArray *cells, const RenColumn *columns, RenTableFormat format, GError **error)
{
    if (cells == NULL)
        return FALSE;
    g_autoptr(RenTable) table = ren_table_new(columns);
    for (guint i = 0; i < cells->len; i++)
        ren_table_add(table, cells->pdata[i]);
    ren_pager_start();
    ren_table_print(table, format);
    return ren_print_flush(error);
}

gboolean
ren_cmd_list(int argc, char **argv, GError **error)
{
    g_auto(GStrv) names = NULL;
    g_auto(RenFilterChoice) choice = {0};
    g_autofree char *dir = NULL, *sort = NULL, *role = NULL, *format_name = NULL;
    RenListOptions options = {0};
    RenTableFormat format;
    RenList list;
    const GOptionEntry entries[] = {
        REN_OUTPUT_ENTRY(&dir),
        REN_FILTER_ENTRIES(&choice),
        {"role", 0, 0, G_OPTION_ARG_FILENAME, &role, N_("Of persons: official, other or reporter"), "ROLE"},
        {"sort", 0, 0, G_OPTION_ARG_FILENAME, &sort,
         N_("name, mentions, articles, first, last; of issues and articles name, date, persons, mentions"),
         "HOW"},
        {"reverse", 'r', 0, G_OPTION_ARG_NONE, &options.reverse, N_("The other way round"), NULL},
        {"limit", 'n', 0, G_OPTION_ARG_INT, &options.limit, N_("Show the first N only"), "N"},
        REN_TABLE_ENTRY(&format_name),
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "persons|orgs|companies|places|issues|articles",
            N_("Lists what is in the archive."),
            N_("Entities come by mentions, issues and articles by date. With a filter, mentions and\n"
               "articles are those of the articles that it lets through."),
            1, 1, &names, error) ||
        !ren_table_format_parse(format_name, &format, error) || !read_list(names[0], &list, error))
        return FALSE;
    options.sort = sort;
    options.role = role;
    if (options.limit < 0) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_USAGE,
                            _("--limit: give a number from 1 on (0: all)"));
        return FALSE;
    }
    options.limit = options.limit > 0 ? options.limit : -1;
    if (!check_options(list, &options, error))
        return FALSE;
    g_autoptr(RenStore) store = ren_output_open(dir, error);
    if (store == NULL || !ren_filter_choice_read(&choice, store, &options.filter, error))
        return FALSE;
    g_autoptr(GPtrArray) cells = ren_catalogue_query(store, list, &options, error);
    return print_cells(cells, columns[list], format, error);
}

/* What people read for @word of stats.sql: names and years stay as they are. */
static const char *
translate(const char *word)
{
    static const char *const words[] = {
        NC_("stats", "issues"),
        NC_("stats", "articles"),
        NC_("stats", "persons"),
        NC_("stats", "organisations"),
        NC_("stats", "companies"),
        NC_("stats", "places"),
        NC_("stats", "mentions"),
        NC_("stats", "links"),
        NC_("stats", "all"),
        NC_("stats", "no date"),
        NC_("stats", "date estimated"),
        NC_("stats", "border doubtful"),
        NC_("stats", "days without an issue"),
        NC_("stats", "official"),
        NC_("stats", "reporter"),
        NC_("stats", "other"),
        NC_("stats", "most named persons"),
        NC_("stats", "most named organisations"),
        NC_("stats", "most named companies"),
        NC_("stats", "most named places"),
        NULL,
    };
    return word != NULL && g_strv_contains(words, word) ? g_dpgettext2(GETTEXT_PACKAGE, "stats", word) : word;
}

/* @cells, rows of five, with the first two as people read them behind each. */
static GPtrArray *
for_people(const GPtrArray *cells)
{
    GPtrArray *all = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < cells->len; i++) {
        g_ptr_array_add(all, g_strdup(cells->pdata[i]));
        if (i % 5 < 2)
            g_ptr_array_add(all, g_strdup(translate(cells->pdata[i])));
    }
    return all;
}

gboolean
ren_cmd_stats(int argc, char **argv, GError **error)
{
    g_auto(GStrv) none = NULL;
    g_autofree char *dir = NULL, *format_name = NULL;
    RenTableFormat format;
    const GOptionEntry entries[] = {
        REN_OUTPUT_ENTRY(&dir),
        REN_TABLE_ENTRY(&format_name),
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "",
            N_("Tells how much is in the archive, which dates it covers, and who is named most."),
            N_("`days without an issue` are gaps of a paper that mostly appears daily."), 0, 0, &none,
            error) ||
        !ren_table_format_parse(format_name, &format, error))
        return FALSE;
    g_autoptr(RenStore) store = ren_output_open(dir, error);
    g_autoptr(GPtrArray) cells = store == NULL ? NULL : ren_catalogue_stats(store, error);
    g_autoptr(GPtrArray) all = cells == NULL ? NULL : for_people(cells);
    return print_cells(all, stats, format, error);
}
