/* renmai career: the posts that somebody held, or who held those of a body, over time. */
#include <stdio.h>

#include "base/error.h"
#include "base/message.h"
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/pager.h"
#include "cli/print.h"
#include "cli/table.h"
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
    for (guint i = 0; i < term->proofs->len; i++) {
        const RenProof *proof = term->proofs->pdata[i];
        g_autofree char *day = day_of(proof->date != NULL ? proof : NULL);
        g_autofree char *headline = ren_print_headline(proof->headline);
        g_autofree char *text = ren_print_marked(proof->text, &proof->mark, 1);
        g_autofree char *note = g_strdup_printf(
            "    %s  %s#%u  %s  (%s: %s%s%s)\n      %s", day != NULL ? day : _("no date"), proof->doc,
            proof->n, headline, proof->rule, proof->title, proof->tense == REN_TENSE_HELD ? "" : ", ",
            proof->tense == REN_TENSE_HELD
                ? ""
                : g_dpgettext2(GETTEXT_PACKAGE, "tense", ren_tense_name(proof->tense)),
            text);
        ren_table_add_note(table, note);
    }
}

/* What happened at the ends of @term: "new", "ended 2024-03-28", or both. */
static char *
change_of(const RenTerm *term)
{
    g_autofree char *ended = day_of(term->ended);
    if (ended == NULL)
        return g_strdup(term->later ? C_("post", "new") : "");
    return g_strdup_printf(term->later ? _("new, ended %s") : _("ended %s"), ended);
}

/* The cells of TERM_COLUMNS, for programs: dates are bare, an estimate is told beside them. */
#define TERM_COLUMNS                                                                                         \
    {"person", NULL, REN_COLUMN_NAME}, {"id", NULL, REN_COLUMN_NAME},                                        \
        {"organisation", NULL, REN_COLUMN_NAME}, {"post", NULL, REN_COLUMN_NAME},                            \
        {"from", NULL, REN_COLUMN_NAME}, {"from_estimated", NULL, REN_COLUMN_FLAG},                          \
        {"to", NULL, REN_COLUMN_NAME}, {"to_estimated", NULL, REN_COLUMN_FLAG},                              \
        {"articles", NULL, REN_COLUMN_NUMBER}, {"new", NULL, REN_COLUMN_FLAG},                               \
    {                                                                                                        \
        "ended", NULL, REN_COLUMN_NAME                                                                       \
    }

static void
add_term(RenTable *table, const RenTerm *term)
{
    ren_table_add(table, term->person);
    ren_table_add(table, term->key);
    ren_table_add(table, term->body);
    ren_table_add(table, term->post);
    ren_table_add(table, term->first != NULL ? term->first->date : NULL);
    ren_table_add_number(table, term->first != NULL && term->first->estimated);
    ren_table_add(table, term->last != NULL ? term->last->date : NULL);
    ren_table_add_number(table, term->last != NULL && term->last->estimated);
    ren_table_add_number(table, term->articles);
    ren_table_add_number(table, term->later);
    ren_table_add(table, term->ended != NULL ? term->ended->date : NULL);
}

static void
print_terms(const GPtrArray *terms, gboolean of_body, gboolean verbose, RenTableFormat format)
{
    static const RenColumn of_person[] = {
        TERM_COLUMNS,
        {NULL, NC_("column", "FROM"), REN_COLUMN_NAME},
        {NULL, NC_("column", "TO"), REN_COLUMN_NAME},
        {NULL, NC_("column", "POST"), REN_COLUMN_TEXT},
        {NULL, NC_("column", "ORGANISATION"), REN_COLUMN_NAME},
        {NULL, NC_("column", "ARTICLES"), REN_COLUMN_NUMBER},
        {NULL, NC_("column", "CHANGE"), REN_COLUMN_NAME},
        {NULL},
    };
    static const RenColumn of_bodies[] = {
        TERM_COLUMNS,
        {NULL, NC_("column", "ORGANISATION"), REN_COLUMN_NAME},
        {NULL, NC_("column", "POST"), REN_COLUMN_TEXT},
        {NULL, NC_("column", "PERSON"), REN_COLUMN_NAME},
        {NULL, NC_("column", "FROM"), REN_COLUMN_NAME},
        {NULL, NC_("column", "TO"), REN_COLUMN_NAME},
        {NULL, NC_("column", "ARTICLES"), REN_COLUMN_NUMBER},
        {NULL, NC_("column", "CHANGE"), REN_COLUMN_NAME},
        {NULL},
    };
    g_autoptr(RenTable) table = ren_table_new(of_body ? of_bodies : of_person);
    for (guint i = 0; i < terms->len; i++) {
        const RenTerm *term = terms->pdata[i];
        g_autofree char *first = day_of(term->first), *last = day_of(term->last), *change = change_of(term);
        add_term(table, term);
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
    if (terms->len > 0 || format != REN_TABLE_PLAIN)
        ren_table_print(table, format);
    else
        puts(of_body ? _("Nobody is said to hold a post there.") : _("Is not said to hold a post."));
}

gboolean
ren_cmd_career(int argc, char **argv, GError **error)
{
    g_auto(GStrv) names = NULL;
    g_autofree char *dir = NULL;
    g_autofree char *body = NULL;
    g_autofree char *format_name = NULL;
    RenTableFormat format;
    gboolean verbose = FALSE;
    const GOptionEntry entries[] = {
        REN_OUTPUT_ENTRY(&dir),
        {"org", 0, 0, G_OPTION_ARG_FILENAME, &body,
         N_("Who held the posts of ORG, an organisation, company or place, and of all that is a part of it"),
         "ORG"},
        {"verbose", 'v', 0, G_OPTION_ARG_NONE, &verbose, N_("Show every sentence that tells of it"), NULL},
        REN_TABLE_ENTRY(&format_name),
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "[NAME]",
            N_("Lists the posts that NAME held over time, with the first and the last date at which an "
               "issue tells of it."),
            N_("~ marks a date that is an estimate. `new` marks a post that began after the first one,\n"
               "`ended` the day at which an issue says that it is over."),
            0, 1, &names, error) ||
        !ren_table_format_parse(format_name, &format, error))
        return FALSE;
    if (verbose && format != REN_TABLE_PLAIN) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_USAGE,
                            _("--verbose has no rows: leave it out, or ask without --format"));
        return FALSE;
    }
    if ((names[0] == NULL) == (body == NULL)) {
        g_set_error_literal(
            error, REN_ERROR, REN_ERROR_USAGE,
            _("whose career? give a NAME, or --org ORG\nusage: renmai career [OPTION...] [NAME]"));
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
        ren_pager_start();
        if (format == REN_TABLE_PLAIN)
            ren_choose_print(entity);
        print_terms(terms, of_body, verbose, format);
    }
    ren_entity_free(entity);
    return terms != NULL && ren_print_flush(error);
}
