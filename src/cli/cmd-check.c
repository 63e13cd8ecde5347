/* renmai check: whether a build is whole, and how to repair it. */
#include <stdio.h>

#include "base/error.h"
#include "base/message.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/print.h"
#include "store/query.h"
#include "store/verify.h"

gboolean
ren_cmd_check(int argc, char **argv, GError **error)
{
    g_auto(GStrv) rest = NULL;
    g_autofree char *dir = NULL;
    const GOptionEntry entries[] = {
        REN_OUTPUT_ENTRY(&dir),
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "",
            N_("Verifies the database of a build: the file, the texts, and all that must agree."),
            N_("Where it is damaged, `renmai build --anew` with the same issues makes it again."), 0, 0,
            &rest, error))
        return FALSE;
    g_autofree char *folder = ren_output_folder(dir, error);
    g_autoptr(RenStore) store = folder == NULL ? NULL : ren_output_open(folder, error);
    if (store == NULL)
        return FALSE;
    g_autofree char *path = g_strconcat(folder, "/" REN_OUTPUT_STORE, NULL);
    g_autoptr(GError) problem = NULL;
    RenCounts counts;
    g_autoptr(GPtrArray) faults =
        ren_store_count(store, &counts, &problem) ? ren_store_verify(store, &problem) : NULL;
    if (faults != NULL && faults->len == 0) {
        printf(_("%s is whole: %u issues, %u articles, %u mentions, %u links\n"), path, counts.issues,
               counts.articles, counts.mentions, counts.links);
        return ren_print_flush(error);
    }
    for (guint i = 0; faults != NULL && i < faults->len; i++)
        printf("%s\n", (char *)faults->pdata[i]);
    if (problem != NULL)
        g_set_error(error, REN_ERROR, REN_ERROR_STORE,
                    _("%s: it is damaged: %s; `renmai build --anew` makes it again"), path, problem->message);
    else
        g_set_error(error, REN_ERROR, REN_ERROR_STORE,
                    _("%s: it is damaged; `renmai build --anew` makes it again"), path);
    return FALSE;
}
