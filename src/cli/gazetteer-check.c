/* renmai gazetteer check: whether rules and tables are what they say, and what each is worth. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "base/progress.h"
#include "base/tsv.h"
#include "cli/annotated.h"
#include "cli/command.h"
#include "cli/gazetteer-path.h"
#include "cli/print.h"
#include "cli/table.h"
#include "corpus/fields.h"
#include "corpus/masthead.h"
#include "lexicon/check.h"
#include "match/check.h"
#include "resolve/identity.h"
#include "text/layout.h"

/* ---- the examples of the rules, and slips in the tables ---- */

static void
check_layout(const char *const *dirs, GPtrArray *problems)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RenLayout) layout = ren_layout_new(dirs, &error);
    if (layout == NULL || !ren_layout_check(layout, &error))
        g_ptr_array_add(problems, g_strdup(error->message));
}

/* What files say of themselves. */
static void
check_input(const char *const *dirs, GPtrArray *problems)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RenFields) fields = ren_fields_new(dirs, &error);
    g_autoptr(RenMasthead) masthead = fields == NULL ? NULL : ren_masthead_new(dirs, &error);
    if (masthead == NULL || !ren_masthead_check(masthead, &error))
        g_ptr_array_add(problems, g_strdup(error->message));
}

/* The user's decisions, and the evidence of who is who. */
static void
check_identity(const char *const *dirs, const RenLexicon *lexicon, GPtrArray *problems)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RenDecisions) decisions = ren_decisions_new(dirs, &error);
    g_autoptr(RenIdentity) identity = decisions == NULL ? NULL : ren_identity_new(lexicon, decisions, &error);
    if (identity == NULL)
        g_ptr_array_add(problems, g_strdup(error->message));
}

/* Returns how many rules were tried. */
static guint
check_rules(const char *const *dirs, GPtrArray *problems)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RenLexicon) lexicon = ren_lexicon_new(dirs, &error);
    g_autoptr(RenMatcher) matcher = lexicon == NULL ? NULL : ren_matcher_new(lexicon, &error);
    if (matcher == NULL) {
        g_ptr_array_add(problems, g_strdup_printf(_("no rule was tried, for the gazetteer does not load: %s"),
                                                  error->message));
        return 0;
    }
    guint n = 0;
    for (RenLayer layer = 0; layer < REN_N_LAYERS; layer++) {
        ren_rules_check(matcher, lexicon, layer, problems);
        n += ren_rules_count(ren_matcher_get_rules(matcher), layer);
    }
    ren_lexicon_check_canon(lexicon, problems);
    check_identity(dirs, lexicon, problems);
    return n;
}

static gboolean
check(const char *const *dirs, GError **error)
{
    g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);
    ren_lexicon_check(dirs, problems);
    check_layout(dirs, problems);
    check_input(dirs, problems);
    guint rules = check_rules(dirs, problems);
    for (guint i = 0; i < problems->len; i++)
        puts(problems->pdata[i]);
    if (problems->len == 0)
        printf(_("nothing wrong: %u rules do what their examples say, the tables hold together\n"), rules);
    if (!ren_print_flush(error))
        return FALSE;
    if (problems->len > 0)
        g_set_error(
            error, REN_ERROR, REN_ERROR_GAZETTEER,
            P_("%u thing is wrong in the gazetteer", "%u things are wrong in the gazetteer", problems->len),
            problems->len);
    return problems->len == 0;
}

/* ---- what each rule and table is worth ---- */

static const RenMeasure shown[] = {REN_MEASURE_PERSON, REN_MEASURE_ORG, REN_MEASURE_COMPANY,
                                   REN_MEASURE_PLACE, REN_MEASURE_POSITION};

/* F1 of all that is shown, with @without left out (NULL: nothing). */
static gboolean
measure(const char *const *dirs, const char *without, const GPtrArray *annotated,
        double f1[G_N_ELEMENTS(shown)], GError **error)
{
    g_autoptr(RenPipeline) pipeline = ren_pipeline_new_without(dirs, without, error);
    g_autoptr(RenScore) score = pipeline == NULL ? NULL : ren_score_new(dirs, error);
    if (score == NULL || !ren_annotated_score(annotated, pipeline, score, error))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(shown); i++)
        f1[i] = ren_score_get(score, shown[i]).f1;
    return TRUE;
}

static void
add_tables(const char *dir, const char *name, GPtrArray *all)
{
    g_autofree char *folder = g_build_filename(dir, name, NULL);
    g_autoptr(GPtrArray) paths = ren_tsv_find(folder);
    for (guint i = 0; i < paths->len; i++)
        g_ptr_array_add(all, g_strdup(paths->pdata[i]));
}

/* The names of all rules and the paths of all tables (char *). */
static GPtrArray *
find_parts(const char *const *dirs, GError **error)
{
    g_autoptr(RenLexicon) lexicon = ren_lexicon_new(dirs, error);
    g_autoptr(RenMatcher) matcher = lexicon == NULL ? NULL : ren_matcher_new(lexicon, error);
    if (matcher == NULL)
        return NULL;
    GPtrArray *parts = g_ptr_array_new_with_free_func(g_free);
    const RenRules *rules = ren_matcher_get_rules(matcher);
    for (RenLayer layer = 0; layer < REN_N_LAYERS; layer++)
        for (guint i = 0; i < ren_rules_count(rules, layer); i++)
            g_ptr_array_add(parts, g_strdup(ren_rules_get(rules, layer, i).name));
    for (guint d = 0; dirs[d] != NULL; d++) {
        add_tables(dirs[d], "words", parts);
        add_tables(dirs[d], "places", parts);
        add_tables(dirs[d], "names", parts);
    }
    return parts;
}

/* "words/titles.tsv" for a table, a rule's name as it is. */
static char *
short_name(const char *const *dirs, const char *part)
{
    for (guint d = 1; dirs[0] != NULL && dirs[d] != NULL; d++)
        if (g_str_has_prefix(part, dirs[d]))
            return g_strdup(part); /* a user's: the folder says which */
    if (!g_str_has_prefix(part, dirs[0]))
        return g_strdup(part);
    const char *rest = part + strlen(dirs[0]);
    return g_strdup(*rest == '/' ? rest + 1 : rest);
}

static void
add_change(RenTable *table, double change)
{
    g_autofree char *cell = g_strdup_printf("%+.2f", 100 * change);
    ren_table_add(table, ABS(change) < 0.00005 ? NULL : cell);
}

static gboolean
ablate(const char *const *dirs, char **files, const char *texts, GError **error)
{
    static const RenColumn columns[] = {
        {NULL, NC_("column", "WITHOUT"), REN_COLUMN_NAME},
        {NULL, NC_("column", "PERSON"), REN_COLUMN_NUMBER},
        {NULL, NC_("column", "ORG"), REN_COLUMN_NUMBER},
        {NULL, NC_("column", "COMPANY"), REN_COLUMN_NUMBER},
        {NULL, NC_("column", "PLACE"), REN_COLUMN_NUMBER},
        {NULL, NC_("column", "POSITION"), REN_COLUMN_NUMBER},
        {NULL},
    };
    double all[G_N_ELEMENTS(shown)], rest[G_N_ELEMENTS(shown)];
    g_autoptr(GPtrArray) annotated = ren_annotated_load(files, texts, error);
    g_autoptr(GPtrArray) parts = annotated == NULL ? NULL : find_parts(dirs, error);
    if (parts == NULL || !measure(dirs, NULL, annotated, all, error))
        return FALSE;
    g_autoptr(RenTable) table = ren_table_new(columns);
    g_autoptr(RenProgress) progress = ren_progress_new(parts->len);
    ren_table_add(table, _("(nothing: F1)"));
    for (guint i = 0; i < G_N_ELEMENTS(shown); i++) {
        g_autofree char *cell = g_strdup_printf("%.2f", 100 * all[i]);
        ren_table_add(table, cell);
    }
    for (guint p = 0; p < parts->len; p++) {
        g_autofree char *name = short_name(dirs, parts->pdata[p]);
        g_autoptr(GError) problem = NULL;
        ren_progress_step(progress, name);
        gboolean measured = measure(dirs, parts->pdata[p], annotated, rest, &problem);
        if (!measured && !g_error_matches(problem, REN_ERROR, REN_ERROR_GAZETTEER)) {
            g_propagate_error(error, g_steal_pointer(&problem));
            return FALSE;
        }
        ren_table_add(table, name);
        for (guint i = 0; i < G_N_ELEMENTS(shown); i++)
            measured ? add_change(table, rest[i] - all[i]) : ren_table_add(table, C_("score", "needed"));
    }
    ren_progress_clear(progress);
    ren_table_print(table, REN_TABLE_PLAIN);
    return ren_print_flush(error);
}

gboolean
ren_gazetteer_check(int argc, char **argv, GError **error)
{
    g_auto(GStrv) gazetteers = NULL;
    g_auto(GStrv) files = NULL;
    g_autofree char *texts = NULL;
    gboolean ablating = FALSE;
    const GOptionEntry entries[] = {
        {"gazetteer", 'g', 0, G_OPTION_ARG_FILENAME_ARRAY, &gazetteers,
         N_("Lay this gazetteer over the shipped one"), "DIR"},
        {"ablate", 'a', 0, G_OPTION_ARG_NONE, &ablating,
         N_("Leave out one rule or table after another, and show how the scores of GOLD change"), NULL},
        {"texts", 't', 0, G_OPTION_ARG_FILENAME, &texts, N_("Where GOLD's texts are (default: beside each)"),
         "DIR"},
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "[--ablate GOLD.json...]",
            N_("Tries the examples of all rules and looks for slips in the tables."),
            N_("What is wrong is told with file and line. --ablate prints changes of F1 in hundredths: what\n"
               "falls when a part is missing is what that part is worth. GOLD is explained in "
               "docs/scoring.md."),
            0, G_MAXUINT, &files, error))
        return FALSE;
    if (ablating != (files[0] != NULL) || (texts != NULL && !ablating)) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_USAGE,
                            _("--ablate and annotated issues go together\n"
                              "usage: renmai gazetteer check [OPTION...] [--ablate GOLD.json...]"));
        return FALSE;
    }
    g_auto(GStrv) dirs = ren_gazetteer_dirs(gazetteers, error);
    if (dirs == NULL)
        return FALSE;
    return ablating ? ablate((const char *const *)dirs, files, texts, error)
                    : check((const char *const *)dirs, error);
}
