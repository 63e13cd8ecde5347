/* renmai decide: the user's last word on who is who, written to the tables of a gazetteer folder. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/decision-file.h"
#include "cli/output.h"
#include "cli/print.h"
#include "resolve/decisions.h"

static gboolean
is_known(RenStore *store, const char *name)
{
    g_autoptr(GPtrArray) known = ren_query_find(store, name, NULL);
    return known != NULL && known->len > 0;
}

/* Whether @reference names a person of a known name by one article, or by a known body or region, which need
 * not be how the store tells namesakes apart: person:NAME@DOC#N, person:NAME@BODY, person:NAME@REGION·WALK.
 */
static gboolean
is_narrower(RenStore *store, const char *reference)
{
    RenKind kind;
    g_autofree char *name = NULL, *qualifier = NULL;
    if (!g_utf8_validate(reference, -1, NULL) || !ren_reference_parse(reference, &kind, &name, &qualifier) ||
        kind != REN_PERSON || qualifier == NULL || !is_known(store, name))
        return FALSE;
    const char *hash = strrchr(qualifier, '#');
    if (hash != NULL) {
        g_autofree char *doc = g_strndup(qualifier, hash - qualifier);
        guint64 n;
        return g_ascii_string_to_unsigned(hash + 1, 10, 0, G_MAXUINT, &n, NULL) &&
               ren_query_is_in_article(store, name, doc, n);
    }
    g_auto(GStrv) parts = g_strsplit(qualifier, "·", 2);
    return is_known(store, parts[0]);
}

/* The reference that stays right for the entity that @name names; one that says which part of it is meant
 * stays as it is. Owned by the caller; NULL with @error set. */
static char *
refer(RenStore *store, const char *name, GError **error)
{
    gboolean narrower = is_narrower(store, name);
    if (narrower && !is_known(store, name))
        return g_strdup(name);
    RenEntity *entity = ren_choose_exactly(store, name, error);
    if (entity == NULL)
        return NULL;
    char *reference = narrower && !g_str_equal(entity->key, name)
                          ? g_strdup(name)
                          : ren_query_reference(store, entity->row, error);
    ren_entity_free(entity);
    return reference;
}

gboolean
ren_cmd_decide(int argc, char **argv, GError **error)
{
    g_auto(GStrv) words = NULL;
    g_autofree char *dir = NULL;
    g_autofree char *gazetteer = NULL;
    g_autofree char *note = NULL;
    const GOptionEntry entries[] = {
        {"gazetteer", 'g', 0, G_OPTION_ARG_FILENAME, &gazetteer,
         N_("The folder of your own to write to (default: the last -g of the build)"), "DIR"},
        REN_OUTPUT_ENTRY(&dir),
        {"note", 0, 0, G_OPTION_ARG_FILENAME, &note, N_("A remark that is kept with the decision"), "TEXT"},
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "same A B | different A B | ignore A | name A NAME",
            N_("Writes down that A and B are the same, or two; that A is no entity at all; or what it is "
               "to be called."),
            N_("A and B are ids, or names that only one entity has. One article's person is "
               "person:NAME@DOC#N.\nThe next `renmai build -g DIR` keeps to it."),
            2, 3, &words, error))
        return FALSE;
    RenDecide decide;
    if (!ren_decide_parse(words[0], &decide)) {
        g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("no decision '%s': same, different, ignore or name"),
                    words[0]);
        return FALSE;
    }
    guint n = g_strv_length(words) - 1;
    if (n != (decide == REN_DECIDE_IGNORE ? 1u : 2u)) {
        if (decide == REN_DECIDE_IGNORE)
            g_set_error_literal(error, REN_ERROR, REN_ERROR_USAGE,
                                _("`decide ignore` is about one entity\nusage: renmai decide ignore A"));
        else
            g_set_error(error, REN_ERROR, REN_ERROR_USAGE,
                        _("`decide %s` is about two\nusage: renmai decide %s"), words[0],
                        decide == REN_DECIDE_NAME ? "name A NAME" : "same|different A B");
        return FALSE;
    }
    g_autofree char *folder = ren_decide_folder(gazetteer, dir, error);
    g_autoptr(RenStore) store = folder == NULL ? NULL : ren_output_open(dir, error);
    g_autofree char *a = store == NULL ? NULL : refer(store, words[1], error);
    g_autofree char *b = a == NULL || n < 2          ? NULL
                         : decide == REN_DECIDE_NAME ? g_strdup(words[2])
                                                     : refer(store, words[2], error);
    if (a == NULL || (n == 2 && b == NULL))
        return FALSE;
    g_autofree char *where = ren_decide_write(folder, dir, decide, a, b, note, error);
    if (where == NULL)
        return FALSE;
    printf(_("%s: %s%s%s\n`renmai build -g %s` keeps to it from now on\n"), where, a, b != NULL ? " " : "",
           b != NULL ? b : "", folder);
    return ren_print_flush(error);
}
