#include "cli/command.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/message.h"
#include "cli/complete.h"

static gboolean
misused(const char *command, const char *usage, GError **error, const char *what)
{
    g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("%s\nusage: renmai %s [OPTION...] %s"), what, command,
                usage);
    return FALSE;
}

gboolean
ren_command_parse(int argc, char **argv, const GOptionEntry *entries, const char *usage, const char *summary,
                  const char *more, guint min, guint max, char ***rest, GError **error)
{
    if (argc > 1 && g_str_equal(argv[1], REN_COMPLETE))
        exit(ren_complete(argv[0], entries, usage, argv + 2) ? EXIT_SUCCESS : EXIT_FAILURE);
    g_autofree char *command = g_strdup(argv[0]);
    g_autofree char *program = g_strdup_printf("renmai %s", command);
    g_autoptr(GOptionContext) context = g_option_context_new(usage);
    g_auto(GStrv) left = NULL;
    gboolean help = FALSE;
    /* File names are taken as bytes: a Chinese name must work where the locale is C. */
    const GOptionEntry common[] = {
        {"help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Print this and do nothing"), NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &left, NULL, NULL},
        {NULL},
    };
    g_option_context_add_main_entries(context, entries, GETTEXT_PACKAGE);
    g_option_context_add_main_entries(context, common, GETTEXT_PACKAGE);
    g_option_context_set_translation_domain(context, GETTEXT_PACKAGE);
    g_option_context_set_summary(context, summary);
    g_option_context_set_description(context, more);
    /* GLib's own --help prints in the charset of the locale, where Chinese does not survive LANG=C. */
    g_option_context_set_help_enabled(context, FALSE);
    g_autoptr(GError) problem = NULL;
    /* The help takes the program's name from here. */
    g_set_prgname(program);
    gboolean parsed = g_option_context_parse(context, &argc, &argv, &problem);
    if (help && parsed) {
        char *text = g_option_context_get_help(context, TRUE, NULL);
        fputs(text, stdout);
        g_free(text); /* exit() frees nothing by itself */
        exit(fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE);
    }
    g_set_prgname("renmai");
    if (!parsed)
        return misused(command, usage, error, problem->message);
    guint n = left == NULL ? 0 : g_strv_length(left);
    if (n < min)
        return misused(command, usage, error, _("something is missing"));
    if (n > max) {
        g_autofree char *what = g_strdup_printf(_("'%s' is one too many"), left[max]);
        return misused(command, usage, error, what);
    }
    for (guint i = 0; i < n; i++) {
        if (*left[i] == '\0')
            return misused(command, usage, error, _("an empty argument means nothing"));
    }
    *rest = left != NULL ? g_steal_pointer(&left) : g_new0(char *, 1);
    return TRUE;
}
