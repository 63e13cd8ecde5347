/* renmai why: every article and sentence that ties two entities, and which rules saw them there. */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/print.h"
#include "store/career.h"

static void
print_sentence(const RenQuote *quote)
{
    gboolean bold = ren_print_is_terminal();
    g_autofree char *text =
        ren_utf8_one_line(quote->text, strlen(quote->text), (const RenSpan *)quote->marks->data,
                          quote->marks->len, bold ? "\033[1m" : "【", bold ? "\033[0m" : "】");
    printf("    %s\n      seen by %s%s\n", text, quote->rules,
           quote->first && quote->second ? "; both in this sentence" : "");
}

/* Prints the sentences of the articles that both share. Returns how many articles that are. */
static guint
print_articles(const GPtrArray *quotes)
{
    gint64 article = 0;
    guint n = 0;
    for (guint i = 0; i < quotes->len; i++) {
        const RenQuote *quote = quotes->pdata[i];
        if (quote->article != article) {
            g_autofree char *headline =
                ren_utf8_one_line(quote->headline, strlen(quote->headline), NULL, 0, NULL, NULL);
            printf("%s%s  %s  %s\n", n > 0 ? "\n" : "", quote->date != NULL ? quote->date : "no date",
                   quote->doc, *headline != '\0' ? headline : "(no headline)");
            n++;
        }
        article = quote->article;
        print_sentence(quote);
    }
    return n;
}

/* The posts that @person holds in @body, if one is a person and the other is none. */
static gboolean
print_posts(RenStore *store, const RenEntity *person, const RenEntity *body, GError **error)
{
    if (person->kind != REN_PERSON || body->kind == REN_PERSON)
        return TRUE;
    g_autoptr(GPtrArray) terms = ren_career_query(store, person->row, 0, error);
    for (guint i = 0; terms != NULL && i < terms->len; i++) {
        const RenTerm *term = terms->pdata[i];
        const RenProof *proof = term->proofs->pdata[0];
        if (g_strcmp0(term->body, body->name) == 0)
            printf("%s is %s of %s in %u %s, first in %s (%s)\n\n", person->name, term->post, body->name,
                   term->articles, term->articles == 1 ? "article" : "articles", proof->doc, proof->rule);
    }
    return terms != NULL;
}

/* What leads to @entity: the names that issues print, and what single issues take them for. */
static gboolean
print_forms(RenStore *store, const RenEntity *entity, GError **error)
{
    g_autoptr(GPtrArray) forms = ren_query_forms(store, entity->row, error);
    if (forms == NULL)
        return FALSE;
    static const char *const titles[] = {"PRINTED AS", "BY ITSELF TAKEN FOR", ">MENTIONS", ">ISSUES", NULL};
    g_autoptr(RenTable) table = ren_table_new(titles);
    for (guint i = 0; i < forms->len; i++) {
        const RenForm *form = forms->pdata[i];
        ren_table_add(table, form->text);
        ren_table_add(table, form->local);
        ren_table_add_number(table, form->mentions);
        ren_table_add_number(table, form->issues);
    }
    ren_table_print(table);
    return ren_print_flush(error);
}

gboolean
ren_cmd_why(int argc, char **argv, GError **error)
{
    g_auto(GStrv) names = NULL;
    g_autofree char *dir = NULL;
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &dir,
         "The folder of the build (default: " REN_OUTPUT_FOLDER ")", "DIR"},
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "A [B]",
            "Shows every article and sentence that ties A and B, and the rules that saw them there; with "
            "A alone, all names that are taken for A, and what an issue by itself takes them for.",
            "`reference.` marks a surname with a title (唐书记), `lattice.` a name that its words alone\n"
            "tell. `renmai explain FILE:LINE` shows more of one line.",
            1, 2, &names, error))
        return FALSE;
    g_autoptr(RenStore) store = ren_output_open(dir, error);
    RenEntity *a = store == NULL ? NULL : ren_choose_entity(store, names[0], error);
    if (a != NULL && names[1] == NULL) {
        ren_choose_print(a);
        gboolean done = print_forms(store, a, error);
        ren_entity_free(a);
        return done;
    }
    RenEntity *b = a == NULL ? NULL : ren_choose_entity(store, names[1], error);
    g_autoptr(GPtrArray) quotes = b == NULL ? NULL : ren_query_quotes(store, a->row, b->row, error);
    if (quotes != NULL) {
        ren_choose_print(a);
        ren_choose_print(b);
        if (print_posts(store, a, b, error) && print_posts(store, b, a, error) && print_articles(quotes) == 0)
            puts("They share no article.");
    }
    ren_entity_free(a);
    ren_entity_free(b);
    return quotes != NULL && (error == NULL || *error == NULL) && ren_print_flush(error);
}
