/* renmai gazetteer: what is done with tables alone. Picks the verb; each has a file of its own,
 * gazetteer-VERB.c. */
#include <stdio.h>

#include "base/error.h"
#include "base/message.h"
#include "cli/command.h"
#include "cli/complete.h"

typedef struct {
    const char *name; /* with the command in front, as help prints it */
    gboolean (*run)(int argc, char **argv, GError **error);
    const char *summary;
} Verb;

static const Verb verbs[] = {
    {"gazetteer check", ren_gazetteer_check,
     N_("try the examples of all rules, look for slips in the tables")},
    {"gazetteer learn", ren_gazetteer_learn, N_("find words that no table holds in a folder of text")},
    {"gazetteer import", ren_gazetteer_import, N_("make tables of places from published lists")},
};

static void
print_help(void)
{
    puts(_("usage: renmai gazetteer VERB [OPTION...] [ARGUMENT...]\n   or: renmai gazetteer [OPTION...]\n\n"
           "Works on the tables of words and places (see gazetteer/README.md).\n\nVerbs:"));
    for (guint i = 0; i < G_N_ELEMENTS(verbs); i++)
        printf("  %-18s %s\n", verbs[i].name, _(verbs[i].summary));
    puts(_("\nOptions:\n  -h, --help         Print this and do nothing\n\n"
           "`renmai gazetteer VERB --help` explains a verb."));
}

gboolean
ren_cmd_gazetteer(int argc, char **argv, GError **error)
{
    if (argc > 1 && (g_str_equal(argv[1], "--help") || g_str_equal(argv[1], "-h"))) {
        print_help();
        return TRUE;
    }
    if (argc > 2 && g_str_equal(argv[1], REN_COMPLETE)) {
        if (argc == 3) {
            ren_complete_offer("--help", argv[2]);
            for (guint i = 0; i < G_N_ELEMENTS(verbs); i++)
                ren_complete_offer(verbs[i].name + sizeof "gazetteer", argv[2]);
            return TRUE;
        }
        argv[1] = argv[2];
        argv[2] = REN_COMPLETE;
    }
    for (guint i = 0; argc > 1 && i < G_N_ELEMENTS(verbs); i++) {
        if (!g_str_equal(verbs[i].name + sizeof "gazetteer", argv[1]))
            continue;
        argv[1] = (char *)verbs[i].name;
        return verbs[i].run(argc - 1, argv + 1, error);
    }
    g_autofree char *what =
        argc > 1 ? g_strdup_printf(_("no verb '%s'"), argv[1]) : g_strdup(_("what is to be done?"));
    g_set_error(error, REN_ERROR, REN_ERROR_USAGE,
                _("%s\nusage: renmai gazetteer VERB [OPTION...] [ARGUMENT...]\n`renmai help gazetteer` lists "
                  "the verbs"),
                what);
    return FALSE;
}
