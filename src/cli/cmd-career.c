/* renmai career: the posts that somebody held, or who held those of a body, over time. */
#include <stdio.h>

#include "base/error.h"
#include "base/utf8.h"
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/print.h"
#include "store/career.h"

/* The day of @proof; ~ marks one that is estimated. */
static char *
day_of(const RenProof *proof)
{
    return proof == NULL ? NULL : g_strconcat(proof->estimated ? "~" : "", proof->date, NULL);
}

static void
add_proofs(RenTable *table, const RenTerm *term)
{
    gboolean bold = ren_print_is_terminal();
    for (guint i = 0; i < term->proofs->len; i++) {
        const RenProof *proof = term->proofs->pdata[i];
        g_autofree char *day = day_of(proof->date != NULL ? proof : NULL);
        g_autofree char *headline =
            ren_utf8_one_line(proof->headline, strlen(proof->headline), NULL, 0, NULL, NULL);
        g_autofree char *text = ren_utf8_one_line(proof->text, strlen(proof->text), &proof->mark, 1,
                                                  bold ? "\033[1m" : "【", bold ? "\033[0m" : "】");
        g_autofree char *note =
            g_strdup_printf("    %s  %s#%u  %s  (%s: %s%s%s)\n      %s", day != NULL ? day : "no date",
                            proof->doc, proof->n, *headline != '\0' ? headline : "(no headline)", proof->rule,
                            proof->title, proof->tense == REN_TENSE_HELD ? "" : ", ",
                            proof->tense == REN_TENSE_HELD ? "" : ren_tense_name(proof->tense), text);
        ren_table_add_note(table, note);
    }
}

/* What happened at the ends of @term: "new", "ended 2024-03-28", or both. */
static char *
change_of(const RenTerm *term)
{
    g_autofree char *ended = day_of(term->ended);
    const char *began = term->later ? "new" : "";
    if (ended == NULL)
        return g_strdup(began);
    return g_strdup_printf("%s%sended %s", began, term->later ? ", " : "", ended);
}

static void
print_terms(const GPtrArray *terms, gboolean of_body, gboolean verbose)
{
    static const char *const of_person[] = {"FROM",      "TO",     "POST", "ORGANISATION",
                                            ">ARTICLES", "CHANGE", NULL};
    static const char *const of_bodies[] = {"ORGANISATION", "POST",      "PERSON", "FROM",
                                            "TO",           ">ARTICLES", "CHANGE", NULL};
    g_autoptr(RenTable) table = ren_table_new(of_body ? of_bodies : of_person);
    for (guint i = 0; i < terms->len; i++) {
        const RenTerm *term = terms->pdata[i];
        g_autofree char *first = day_of(term->first), *last = day_of(term->last), *change = change_of(term);
        if (of_body) {
            ren_table_add(table, term->body);
            ren_table_add(table, term->post);
            ren_table_add(table, term->person);
        }
        ren_table_add(table, first);
        ren_table_add(table, last);
        if (!of_body) {
            ren_table_add(table, term->post);
            ren_table_add(table, term->body);
        }
        ren_table_add_number(table, term->articles);
        ren_table_add(table, change);
        if (verbose)
            add_proofs(table, term);
    }
    if (terms->len > 0)
        ren_table_print(table);
    else
        puts(of_body ? "Nobody is said to hold a post there." : "Is not said to hold a post.");
}

gboolean
ren_cmd_career(int argc, char **argv, GError **error)
{
    g_auto(GStrv) names = NULL;
    g_autofree char *dir = NULL;
    g_autofree char *body = NULL;
    gboolean verbose = FALSE;
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &dir,
         "The folder of the build (default: " REN_OUTPUT_FOLDER ")", "DIR"},
        {"org", 0, 0, G_OPTION_ARG_FILENAME, &body,
         "Who held the posts of ORG, an organisation, company or place, and of all that is a part of it",
         "ORG"},
        {"verbose", 'v', 0, G_OPTION_ARG_NONE, &verbose, "Show every sentence that tells of it", NULL},
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "[NAME]",
            "Lists the posts that NAME held over time, with the first and the last date at which an "
            "issue tells of it.",
            "~ marks a date that is an estimate. `new` marks a post that began after the first one,\n"
            "`ended` the day at which an issue says that it is over.",
            0, 1, &names, error))
        return FALSE;
    if ((names[0] == NULL) == (body == NULL)) {
        g_set_error_literal(
            error, REN_ERROR, REN_ERROR_USAGE,
            "whose career? give a NAME, or --org ORG\nusage: renmai career [OPTION...] [NAME]");
        return FALSE;
    }
    g_autoptr(RenStore) store = ren_output_open(dir, error);
    RenEntity *entity =
        store == NULL ? NULL : ren_choose_entity(store, body != NULL ? body : names[0], error);
    if (entity == NULL)
        return FALSE;
    gboolean of_body = body != NULL || entity->kind != REN_PERSON;
    g_autoptr(GPtrArray) terms =
        ren_career_query(store, of_body ? 0 : entity->row, of_body ? entity->row : 0, error);
    if (terms != NULL) {
        ren_choose_print(entity);
        print_terms(terms, of_body, verbose);
    }
    ren_entity_free(entity);
    return terms != NULL && ren_print_flush(error);
}
