/* renmai why: every article and sentence that ties two entities, and which rules saw them there. */
#include <stdio.h>

#include "base/message.h"
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/pager.h"
#include "cli/print.h"
#include "cli/table.h"
#include "store/career.h"

static void
print_sentence(const RenQuote *quote)
{
    g_autofree char *text =
        ren_print_marked(quote->text, (const RenSpan *)quote->marks->data, quote->marks->len);
    printf("    %s\n      ", text);
    printf(quote->first && quote->second ? _("seen by %s; both in this sentence\n") : _("seen by %s\n"),
           quote->rules);
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
            g_autofree char *headline = ren_print_headline(quote->headline);
            printf("%s%s  %s#%u  %s\n", n > 0 ? "\n" : "", quote->date != NULL ? quote->date : _("no date"),
                   quote->doc, quote->n, headline);
            n++;
        }
        article = quote->article;
        print_sentence(quote);
    }
    return n;
}

static void
print_rows(const GPtrArray *quotes, RenTableFormat format)
{
    static const RenColumn columns[] = {
        {"date", NC_("column", "DATE"), REN_COLUMN_NAME},
        REN_TABLE_ARTICLE,
        {"headline", NULL, REN_COLUMN_TEXT},
        {"has_a", NULL, REN_COLUMN_FLAG},
        {"has_b", NULL, REN_COLUMN_FLAG},
        {"sentence", NC_("column", "SENTENCE"), REN_COLUMN_TEXT},
        {"rules", NC_("column", "SEEN BY"), REN_COLUMN_TEXT},
        {NULL},
    };
    g_autoptr(RenTable) table = ren_table_new(columns);
    for (guint i = 0; i < quotes->len; i++) {
        const RenQuote *quote = quotes->pdata[i];
        ren_table_add(table, quote->date);
        ren_table_add_article(table, quote->doc, quote->n);
        ren_table_add(table, quote->headline);
        ren_table_add_number(table, quote->first);
        ren_table_add_number(table, quote->second);
        ren_table_add(table, quote->text);
        ren_table_add(table, quote->rules);
    }
    ren_table_print(table, format);
}

/* The posts that @person holds in @body, if one is a person and the other is none. */
static gboolean
print_posts(RenStore *store, const RenEntity *person, const RenEntity *body, GError **error)
{
    if (person->kind != REN_PERSON || body->kind == REN_PERSON)
        return TRUE;
    g_autoptr(GPtrArray) terms = ren_career_query(store, person->row, body->row, error);
    for (guint i = 0; terms != NULL && i < terms->len; i++) {
        const RenTerm *term = terms->pdata[i];
        const RenProof *proof = term->proofs->pdata[0];
        if (g_strcmp0(term->body, body->name) == 0)
            printf(P_("%s is %s of %s in %u article, first in %s (%s)\n\n",
                      "%s is %s of %s in %u articles, first in %s (%s)\n\n", term->articles),
                   person->name, term->post, body->name, term->articles, proof->doc, proof->rule);
    }
    return terms != NULL;
}

/* What leads to @entity: the names that issues print, and what single issues take them for. */
static gboolean
print_forms(RenStore *store, const RenEntity *entity, RenTableFormat format, GError **error)
{
    g_autoptr(GPtrArray) forms = ren_query_forms(store, entity->row, error);
    if (forms == NULL)
        return FALSE;
    static const RenColumn columns[] = {
        {"printed", NC_("column", "PRINTED AS"), REN_COLUMN_NAME},
        {"taken_for", NC_("column", "BY ITSELF TAKEN FOR"), REN_COLUMN_NAME},
        {"mentions", NC_("column", "MENTIONS"), REN_COLUMN_NUMBER},
        {"issues", NC_("column", "ISSUES"), REN_COLUMN_NUMBER},
        {NULL},
    };
    g_autoptr(RenTable) table = ren_table_new(columns);
    for (guint i = 0; i < forms->len; i++) {
        const RenForm *form = forms->pdata[i];
        ren_table_add(table, form->text);
        ren_table_add(table, form->local);
        ren_table_add_number(table, form->mentions);
        ren_table_add_number(table, form->issues);
    }
    ren_pager_start();
    if (format == REN_TABLE_PLAIN)
        ren_choose_print(entity);
    ren_table_print(table, format);
    return ren_print_flush(error);
}

gboolean
ren_cmd_why(int argc, char **argv, GError **error)
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
            argc, argv, entries, "A [B]",
            N_("Shows every article and sentence that ties A and B, and the rules that saw them there; with "
               "A alone, all names that are taken for A, and what an issue by itself takes them for."),
            N_("`reference.` marks a surname with a title (唐书记), `lattice.` a name that its words alone\n"
               "tell. `renmai explain FILE:LINE` shows more of one line."),
            1, 2, &names, error) ||
        !ren_table_format_parse(format_name, &format, error))
        return FALSE;
    g_autoptr(RenStore) store = ren_output_open(dir, error);
    RenEntity *a = store == NULL ? NULL : ren_choose_entity(store, names[0], error);
    if (a != NULL && names[1] == NULL) {
        gboolean done = print_forms(store, a, format, error);
        ren_entity_free(a);
        return done;
    }
    RenEntity *b = a == NULL ? NULL : ren_choose_entity(store, names[1], error);
    g_autoptr(GPtrArray) quotes = b == NULL ? NULL : ren_query_quotes(store, a->row, b->row, error);
    if (quotes != NULL)
        ren_pager_start();
    if (quotes != NULL && format != REN_TABLE_PLAIN) {
        print_rows(quotes, format);
    } else if (quotes != NULL) {
        ren_choose_print(a);
        ren_choose_print(b);
        if (print_posts(store, a, b, error) && print_posts(store, b, a, error) && print_articles(quotes) == 0)
            puts(_("They share no article."));
    }
    ren_entity_free(a);
    ren_entity_free(b);
    return quotes != NULL && (error == NULL || *error == NULL) && ren_print_flush(error);
}
