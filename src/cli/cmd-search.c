/* renmai search: the articles that hold words. */
#include <stdio.h>

#include "base/error.h"
#include "base/message.h"
#include "cli/command.h"
#include "cli/filter-options.h"
#include "cli/output.h"
#include "cli/pager.h"
#include "cli/print.h"
#include "cli/table.h"
#include "store/search.h"

/* So many are shown where --limit does not say. */
#define USUAL 20

static void
print_hits(const GPtrArray *hits, guint total)
{
    for (guint i = 0; i < hits->len; i++) {
        const RenHit *hit = hits->pdata[i];
        g_autofree char *headline = ren_print_headline(hit->headline);
        g_autofree char *text =
            ren_print_marked(hit->snippet, (const RenSpan *)hit->marks->data, hit->marks->len);
        printf("%s  %s#%u  %s\n    %s\n", hit->date != NULL ? hit->date : _("no date"), hit->doc, hit->n,
               headline, text);
    }
    if (total == 0)
        puts(_("No article holds that."));
    else if (hits->len < total)
        printf(_("\n%u of %u articles; --limit 0 shows all\n"), hits->len, total);
}

static void
print_rows(const GPtrArray *hits, RenTableFormat format)
{
    static const RenColumn columns[] = {
        {"date", NC_("column", "DATE"), REN_COLUMN_NAME},
        REN_TABLE_ARTICLE,
        {"headline", NC_("column", "HEADLINE"), REN_COLUMN_TEXT},
        {"snippet", NC_("column", "SNIPPET"), REN_COLUMN_TEXT},
        {NULL},
    };
    g_autoptr(RenTable) table = ren_table_new(columns);
    for (guint i = 0; i < hits->len; i++) {
        const RenHit *hit = hits->pdata[i];
        ren_table_add(table, hit->date);
        ren_table_add_article(table, hit->doc, hit->n);
        ren_table_add(table, hit->headline);
        ren_table_add(table, hit->snippet);
    }
    ren_table_print(table, format);
}

static gboolean
read_sort(const char *sort, gboolean *by_date, GError **error)
{
    *by_date = g_strcmp0(sort, "date") == 0;
    if (sort == NULL || *by_date || g_str_equal(sort, "best"))
        return TRUE;
    g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("--sort '%s': expected best or date"), sort);
    return FALSE;
}

gboolean
ren_cmd_search(int argc, char **argv, GError **error)
{
    g_auto(GStrv) words = NULL;
    g_auto(RenFilterChoice) choice = {0};
    g_autofree char *dir = NULL, *sort = NULL, *format_name = NULL;
    RenTableFormat format;
    RenFilter filter;
    gboolean by_date;
    int limit = USUAL;
    guint total;
    const GOptionEntry entries[] = {
        REN_OUTPUT_ENTRY(&dir),
        REN_FILTER_ENTRIES(&choice),
        {"sort", 0, 0, G_OPTION_ARG_FILENAME, &sort, N_("best (default), or date: the latest first"), "HOW"},
        {"limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_("Show N at most (default: 20; 0: all)"), "N"},
        REN_TABLE_ENTRY(&format_name),
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "WORD...",
            N_("Lists the articles that hold all of the words, with what stands around them."),
            N_("\"...\" holds words together, OR stands between two choices, -WORD must not be there:\n"
               "renmai search '会议 \"开工 仪式\" -暴雨'"),
            1, G_MAXUINT, &words, error) ||
        !ren_table_format_parse(format_name, &format, error) || !read_sort(sort, &by_date, error))
        return FALSE;
    g_autofree char *question = g_strjoinv(" ", words);
    if (limit < 0 || !g_utf8_validate(question, -1, NULL)) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_USAGE,
                            limit < 0 ? _("--limit: give a number from 1 on (0: all)")
                                      : _("the words are not UTF-8: set the terminal to UTF-8"));
        return FALSE;
    }
    g_autoptr(RenStore) store = ren_output_open(dir, error);
    if (store == NULL || !ren_filter_choice_read(&choice, store, &filter, error))
        return FALSE;
    g_autoptr(GPtrArray) hits =
        ren_search_query(store, question, &filter, by_date, limit > 0 ? limit : -1, &total, error);
    if (hits == NULL)
        return FALSE;
    ren_pager_start();
    if (format == REN_TABLE_PLAIN)
        print_hits(hits, total);
    else
        print_rows(hits, format);
    return ren_print_flush(error);
}
