/* renmai who: who appears with somebody, and where that stands. */
#include <stdio.h>

#include "base/error.h"
#include "base/message.h"
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/evidence.h"
#include "cli/output.h"
#include "cli/pager.h"
#include "cli/print.h"
#include "cli/table.h"

static void
add_quote(RenTable *table, const RenQuote *quote)
{
    g_autofree char *text =
        ren_print_marked(quote->text, (const RenSpan *)quote->marks->data, quote->marks->len);
    g_autofree char *note = g_strdup_printf("      %s", text);
    ren_table_add_note(table, note);
}

/* The evidence of one article, which is @quotes from @start to before @end. */
static void
add_article(RenTable *table, const GPtrArray *quotes, guint start, guint end)
{
    const RenQuote *head = quotes->pdata[start];
    g_autofree char *headline = ren_print_headline(head->headline);
    g_autofree char *note = g_strdup_printf(
        "    %s  %s#%u  %s", head->date != NULL ? head->date : _("no date"), head->doc, head->n, headline);
    ren_table_add_note(table, note);
    const RenQuote *shown[2];
    guint n = ren_evidence_pick(quotes, start, end, shown);
    for (guint i = 0; i < n; i++)
        add_quote(table, shown[i]);
}

static gboolean
add_evidence(RenTable *table, RenStore *store, gint64 row, gint64 with, GError **error)
{
    g_autoptr(GPtrArray) quotes = ren_query_quotes(store, row, with, error);
    if (quotes == NULL)
        return FALSE;
    for (guint start = 0, end; start < quotes->len; start = end) {
        gint64 article = ((RenQuote *)quotes->pdata[start])->article;
        for (end = start + 1; end < quotes->len && ((RenQuote *)quotes->pdata[end])->article == article;)
            end++;
        add_article(table, quotes, start, end);
    }
    return TRUE;
}

static gboolean
print_companions(RenStore *store, const RenEntity *entity, const GPtrArray *companions, gboolean verbose,
                 RenTableFormat format, GError **error)
{
    static const RenColumn columns[] = {
        {"id", NULL, REN_COLUMN_NAME},
        {"name", NC_("column", "NAME"), REN_COLUMN_NAME},
        REN_TABLE_KIND,
        {"title", NC_("column", "TITLE"), REN_COLUMN_TEXT},
        {"articles", NC_("column", "ARTICLES"), REN_COLUMN_NUMBER},
        {"sentences", NULL, REN_COLUMN_NUMBER},
        {"first_together", NULL, REN_COLUMN_NAME},
        {"last_together", NC_("column", "LAST TOGETHER"), REN_COLUMN_NAME},
        {NULL},
    };
    g_autoptr(RenTable) table = ren_table_new(columns);
    for (guint i = 0; i < companions->len; i++) {
        const RenCompanion *companion = companions->pdata[i];
        ren_table_add(table, companion->entity.key);
        ren_table_add(table, companion->entity.name);
        ren_table_add_kind(table, companion->entity.kind);
        ren_table_add(table, companion->entity.title);
        ren_table_add_number(table, companion->articles);
        ren_table_add_number(table, companion->sentences);
        ren_table_add(table, companion->first_seen);
        ren_table_add(table, companion->last_seen);
        if (verbose && !add_evidence(table, store, entity->row, companion->entity.row, error))
            return FALSE;
    }
    ren_pager_start();
    if (format == REN_TABLE_PLAIN)
        ren_choose_print(entity);
    if (companions->len > 0 || format != REN_TABLE_PLAIN)
        ren_table_print(table, format);
    else if (g_strcmp0(entity->role, "reporter") == 0)
        puts(_("Stands in bylines and credits only, which make no links."));
    else
        puts(_("Appears with nobody."));
    return ren_print_flush(error);
}

gboolean
ren_cmd_who(int argc, char **argv, GError **error)
{
    g_auto(GStrv) names = NULL;
    g_autofree char *dir = NULL;
    g_autofree char *format_name = NULL;
    RenTableFormat format;
    gboolean verbose = FALSE;
    int limit = 0;
    const GOptionEntry entries[] = {
        REN_OUTPUT_ENTRY(&dir),
        {"verbose", 'v', 0, G_OPTION_ARG_NONE, &verbose, N_("Show where they stand together"), NULL},
        {"limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_("Show the strongest N only"), "N"},
        REN_TABLE_ENTRY(&format_name),
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "NAME",
            N_("Lists who and what appears in the same articles as NAME, the most frequent first."),
            N_("NAME is a person, organisation, company or place by any form that is printed, or an id."), 1,
            1, &names, error) ||
        !ren_table_format_parse(format_name, &format, error))
        return FALSE;
    if (verbose && format != REN_TABLE_PLAIN) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_USAGE,
                            _("--verbose has no rows: leave it out, or ask `renmai mentions` with --format"));
        return FALSE;
    }
    if (limit < 0) {
        g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("--limit %d: give a number from 1 on (0: all)"),
                    limit);
        return FALSE;
    }
    g_autoptr(RenStore) store = ren_output_open(dir, error);
    if (store == NULL)
        return FALSE;
    RenEntity *entity = ren_choose_entity(store, names[0], error);
    if (entity == NULL)
        return FALSE;
    g_autoptr(GPtrArray) companions = ren_query_who(store, entity->row, limit > 0 ? limit : -1, error);
    gboolean done = companions != NULL && print_companions(store, entity, companions, verbose, format, error);
    ren_entity_free(entity);
    return done;
}
