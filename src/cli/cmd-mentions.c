/* renmai mentions: every place where somebody is printed, in order of date. */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/print.h"

static void
print_quote(const RenQuote *quote, gboolean new_article)
{
    gboolean bold = ren_print_is_terminal();
    if (new_article) {
        g_autofree char *headline =
            ren_utf8_one_line(quote->headline, strlen(quote->headline), NULL, 0, NULL, NULL);
        printf("%s  %s  %s", quote->date != NULL ? quote->date : "no date", quote->doc,
               *headline != '\0' ? headline : "(no headline)");
        if (quote->title != NULL && *quote->title != '\0')
            printf("  [%s]", quote->title);
        putchar('\n');
    }
    g_autofree char *text =
        ren_utf8_one_line(quote->text, strlen(quote->text), (const RenSpan *)quote->marks->data,
                          quote->marks->len, bold ? "\033[1m" : "【", bold ? "\033[0m" : "】");
    printf("    %s\n", text);
}

gboolean
ren_cmd_mentions(int argc, char **argv, GError **error)
{
    g_auto(GStrv) names = NULL;
    g_autofree char *dir = NULL;
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &dir,
         "The folder of the build (default: " REN_OUTPUT_FOLDER ")", "DIR"},
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "NAME",
            "Prints every sentence that NAME stands in, by date, with issue, headline and the title that "
            "a person has at that time.",
            "NAME is a person, organisation, company or place by any form that is printed, or an id.", 1, 1,
            &names, error))
        return FALSE;
    g_autoptr(RenStore) store = ren_output_open(dir, error);
    if (store == NULL)
        return FALSE;
    RenEntity *entity = ren_choose_entity(store, names[0], error);
    if (entity == NULL)
        return FALSE;
    g_autoptr(GPtrArray) quotes = ren_query_quotes(store, entity->row, 0, error);
    if (quotes != NULL)
        ren_choose_print(entity);
    ren_entity_free(entity);
    if (quotes == NULL)
        return FALSE;
    gint64 article = 0;
    for (guint i = 0; i < quotes->len; i++) {
        const RenQuote *quote = quotes->pdata[i];
        print_quote(quote, quote->article != article);
        article = quote->article;
    }
    return ren_print_flush(error);
}
