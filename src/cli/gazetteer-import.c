/* renmai gazetteer import: tables of places from published lists. */
#include <stdio.h>

#include "base/error.h"
#include "base/message.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/gazetteer-path.h"
#include "cli/print.h"
#include "lexicon/divisions.h"

static gboolean
check_options(const char *format, const char *to, GError **error)
{
    const char *problem = format == NULL                      ? _("--format is missing")
                          : !g_str_equal(format, "divisions") ? _("no such format")
                          : to == NULL ? _("which folder is to be written? (no -o DIR)")
                                       : NULL;
    if (problem == NULL)
        return TRUE;
    g_set_error(error, REN_ERROR, REN_ERROR_USAGE,
                _("%s\nusage: renmai gazetteer import --format divisions -o DIR FOLDER"), problem);
    return FALSE;
}

static void
print_count(const char *what, guint count)
{
    g_autofree char *label = ren_utf8_pad(g_dpgettext2(GETTEXT_PACKAGE, "count", what), 10);
    printf("%s %6u", label, count);
}

gboolean
ren_gazetteer_import(int argc, char **argv, GError **error)
{
    g_auto(GStrv) paths = NULL;
    g_autofree char *format = NULL;
    g_autofree char *to = NULL;
    const GOptionEntry entries[] = {
        {"format", 'f', 0, G_OPTION_ARG_FILENAME, &format, N_("What the list is: divisions"), "FORMAT"},
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &to, N_("The gazetteer folder to write to"), "DIR"},
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "FOLDER", N_("Makes tables of places for `-g DIR` from a published list."),
            N_("divisions: FOLDER holds provinces.csv, cities.csv, areas.csv and streets.csv, China's\n"
               "administrative divisions down to the town, joined by their codes. They become\n"
               "DIR/places/divisions-*.tsv; what stood there is replaced."),
            1, 1, &paths, error) ||
        !check_options(format, to, error))
        return FALSE;
    g_auto(GStrv) shipped = ren_gazetteer_dirs(NULL, error);
    g_autoptr(RenLexicon) lexicon =
        shipped != NULL ? ren_lexicon_new((const char *const *)shipped, error) : NULL;
    if (lexicon == NULL)
        return FALSE;
    g_autofree char *rules = g_build_filename(shipped[0], "import", "divisions.tsv", NULL);
    RenDivisionsCount count;
    if (!ren_divisions_import(paths[0], rules, lexicon, to, &count, error))
        return FALSE;
    static const char *const names[REN_N_DIVISIONS] = {NC_("count", "provinces"), NC_("count", "cities"),
                                                       NC_("count", "counties"), NC_("count", "towns")};
    for (guint i = 0; i < REN_N_DIVISIONS; i++) {
        print_count(names[i], count.rows[i]);
        putchar('\n');
    }
    print_count(NC_("count", "left out"), count.pseudo + count.twice + count.common);
    printf(_("  (no places of their own: %u, twice in the list: %u, common words: %u)\n\n"), count.pseudo,
           count.twice, count.common);
    printf(_("wrote %s/places: use it with -g %s\n"), to, to);
    return ren_print_flush(error);
}
