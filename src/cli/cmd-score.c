/* renmai score: how well the program reads issues that a person has annotated (docs/scoring.md). */
#include <stdio.h>

#include "base/error.h"
#include "base/message.h"
#include "cli/annotated.h"
#include "cli/command.h"
#include "cli/gazetteer-path.h"
#include "cli/print.h"
#include "cli/table.h"

static void
add_share(RenTable *table, double share)
{
    g_autofree char *cell = g_strdup_printf("%.4f", share);
    ren_table_add(table, cell);
}

static void
print_figures(const RenScore *score)
{
    static const RenColumn columns[] = {
        {NULL, NC_("column", "MEASURE"), REN_COLUMN_NAME},
        {NULL, NC_("column", "P"), REN_COLUMN_NUMBER},
        {NULL, NC_("column", "R"), REN_COLUMN_NUMBER},
        {NULL, NC_("column", "F1"), REN_COLUMN_NUMBER},
        {NULL, NC_("column", "GOLD"), REN_COLUMN_NUMBER},
        {NULL, NC_("column", "FOUND"), REN_COLUMN_NUMBER},
        {NULL},
    };
    g_autoptr(RenTable) table = ren_table_new(columns);
    for (RenMeasure measure = 0; measure < REN_N_MEASURES; measure++) {
        RenFigure f = ren_score_get(score, measure);
        gboolean only_f1 = measure == REN_MEASURE_ROLE;
        ren_table_add(table, ren_measure_name(measure));
        if (only_f1) {
            ren_table_add(table, NULL);
            ren_table_add(table, NULL);
        } else {
            add_share(table, f.precision);
            add_share(table, f.recall);
        }
        add_share(table, f.f1);
        ren_table_add_number(table, f.gold);
        if (only_f1 || measure == REN_MEASURE_LINK)
            ren_table_add(table, NULL);
        else
            ren_table_add_number(table, f.predicted);
    }
    ren_table_print(table, REN_TABLE_PLAIN);
}

/* At most @limit of each kind. */
static void
print_errors(RenScore *score, guint limit)
{
    const GPtrArray *errors = ren_score_get_errors(score);
    for (guint start = 0, end; start < errors->len; start = end) {
        const RenScoreError *first = errors->pdata[start];
        for (end = start + 1; end < errors->len; end++)
            if (!g_str_equal(((RenScoreError *)errors->pdata[end])->kind, first->kind))
                break;
        printf("\n%s: %u\n", first->kind, end - start);
        for (guint i = start; i < end && i < start + limit; i++) {
            const RenScoreError *error = errors->pdata[i];
            printf("  %s:%" G_GSIZE_FORMAT "  %s\n", error->doc, error->at, error->what);
        }
    }
}

gboolean
ren_cmd_score(int argc, char **argv, GError **error)
{
    g_auto(GStrv) gazetteers = NULL;
    g_auto(GStrv) files = NULL;
    g_autofree char *texts = NULL;
    int limit = 0;
    const GOptionEntry entries[] = {
        {"gazetteer", 'g', 0, G_OPTION_ARG_FILENAME_ARRAY, &gazetteers,
         N_("Lay this gazetteer over the shipped one"), "DIR"},
        {"texts", 't', 0, G_OPTION_ARG_FILENAME, &texts,
         N_("Where the texts are (default: beside each GOLD)"), "DIR"},
        {"errors", 'e', 0, G_OPTION_ARG_INT, &limit, N_("List at most N errors of each kind"), "N"},
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "GOLD.json...",
            N_("Measures how well annotated issues are read: precision, recall and F1 of names, posts and "
               "links."),
            N_("docs/scoring.md explains the format of GOLD and what each measure counts. An error is\n"
               "told with the text's name and the code point in it."),
            1, G_MAXUINT, &files, error))
        return FALSE;
    if (limit < 0) {
        g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("--errors %d: give a number from 0 on"), limit);
        return FALSE;
    }
    g_auto(GStrv) dirs = ren_gazetteer_dirs(gazetteers, error);
    if (dirs == NULL)
        return FALSE;
    g_autoptr(GPtrArray) annotated = ren_annotated_load(files, texts, error);
    if (annotated == NULL)
        return FALSE;
    g_autoptr(RenScore) score = ren_score_new((const char *const *)dirs, error);
    g_autoptr(RenPipeline) pipeline =
        score == NULL ? NULL : ren_pipeline_new((const char *const *)dirs, error);
    if (pipeline == NULL || !ren_annotated_score(annotated, pipeline, score, error))
        return FALSE;
    print_figures(score);
    if (limit > 0)
        print_errors(score, limit);
    return ren_print_flush(error);
}
