/* renmai mentions: every place where somebody is printed, in order of date. */
#include <stdio.h>

#include "base/message.h"
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/pager.h"
#include "cli/print.h"
#include "cli/table.h"

static void
print_quote(const RenQuote *quote, gboolean new_article)
{
    if (new_article) {
        g_autofree char *headline = ren_print_headline(quote->headline);
        printf("%s  %s#%u  %s", quote->date != NULL ? quote->date : _("no date"), quote->doc, quote->n,
               headline);
        if (quote->title != NULL && *quote->title != '\0')
            printf("  [%s]", quote->title);
        putchar('\n');
    }
    g_autofree char *text =
        ren_print_marked(quote->text, (const RenSpan *)quote->marks->data, quote->marks->len);
    printf("    %s\n", text);
}

static void
print_rows(const GPtrArray *quotes, RenTableFormat format)
{
    static const RenColumn columns[] = {
        {"date", NC_("column", "DATE"), REN_COLUMN_NAME},
        REN_TABLE_ARTICLE,
        {"headline", NULL, REN_COLUMN_TEXT},
        {"title", NC_("column", "TITLE"), REN_COLUMN_TEXT},
        {"sentence", NC_("column", "SENTENCE"), REN_COLUMN_TEXT},
        {"rules", NULL, REN_COLUMN_TEXT},
        {NULL},
    };
    g_autoptr(RenTable) table = ren_table_new(columns);
    for (guint i = 0; i < quotes->len; i++) {
        const RenQuote *quote = quotes->pdata[i];
        ren_table_add(table, quote->date);
        ren_table_add_article(table, quote->doc, quote->n);
        ren_table_add(table, quote->headline);
        ren_table_add(table, quote->title);
        ren_table_add(table, quote->text);
        ren_table_add(table, quote->rules);
    }
    ren_table_print(table, format);
}

gboolean
ren_cmd_mentions(int argc, char **argv, GError **error)
{
    g_auto(GStrv) names = NULL;
    g_autofree char *dir = NULL;
    g_autofree char *format_name = NULL;
    RenTableFormat format;
    const GOptionEntry entries[] = {
        REN_OUTPUT_ENTRY(&dir),
        REN_TABLE_ENTRY(&format_name),
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "NAME",
            N_("Prints every sentence that NAME stands in, by date, with issue, headline and the title that "
               "a person has at that time."),
            N_("NAME is a person, organisation, company or place by any form that is printed, or an id."), 1,
            1, &names, error) ||
        !ren_table_format_parse(format_name, &format, error))
        return FALSE;
    g_autoptr(RenStore) store = ren_output_open(dir, error);
    if (store == NULL)
        return FALSE;
    RenEntity *entity = ren_choose_entity(store, names[0], error);
    if (entity == NULL)
        return FALSE;
    g_autoptr(GPtrArray) quotes = ren_query_quotes(store, entity->row, 0, error);
    ren_pager_start();
    if (quotes != NULL && format == REN_TABLE_PLAIN)
        ren_choose_print(entity);
    ren_entity_free(entity);
    if (quotes == NULL)
        return FALSE;
    if (format != REN_TABLE_PLAIN) {
        print_rows(quotes, format);
        return ren_print_flush(error);
    }
    gint64 article = 0;
    for (guint i = 0; i < quotes->len; i++) {
        const RenQuote *quote = quotes->pdata[i];
        print_quote(quote, quote->article != article);
        article = quote->article;
    }
    return ren_print_flush(error);
}
