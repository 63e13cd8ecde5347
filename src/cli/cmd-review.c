/* renmai review: what is worth a human look, most effect on the network first; on a terminal it can be worked
 * through with single keys. */
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/error.h"
#include "base/message.h"
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/decision-file.h"
#include "cli/output.h"
#include "cli/print.h"
#include "store/review.h"

/* What a terminal sends for Ctrl-D while it does not wait for lines. */
#define END_OF_INPUT 4

static const char *const questions[REN_N_REVIEWS] = {
    [REN_REVIEW_MERGE] = N_("one or two?"),
    [REN_REVIEW_HOMONYM] = N_("one or several?"),
    [REN_REVIEW_PERSON] = N_("a person at all?"),
    [REN_REVIEW_ORPHAN] = N_("short for what?"),
    [REN_REVIEW_BORDER] = N_("an article of its own?"),
};

static void
print_entity(const RenEntity *entity)
{
    printf("    %s", entity->key);
    if (entity->title != NULL && *entity->title != '\0')
        printf("  %s", entity->title);
    putchar('\n');
}

/* Prints the lines of @evidence, each set in. */
static void
print_evidence(const char *evidence)
{
    g_auto(GStrv) lines = g_strsplit(evidence != NULL ? evidence : "", "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++)
        if (*lines[i] != '\0')
            printf("      %s\n", lines[i]);
}

/* The commands that settle @item. */
static gboolean
print_commands(RenStore *store, const RenReviewItem *item, GError **error)
{
    g_autofree char *a = item->a == NULL ? NULL : ren_query_reference(store, item->a->row, error);
    g_autofree char *b = item->b == NULL ? NULL : ren_query_reference(store, item->b->row, error);
    if ((item->a != NULL && a == NULL) || (item->b != NULL && b == NULL))
        return FALSE;
    switch (item->kind) {
    case REN_REVIEW_MERGE:
        printf("    renmai decide same '%s' '%s'\n    renmai decide different '%s' '%s'\n", a, b, a, b);
        break;
    case REN_REVIEW_HOMONYM:
        if (item->parts[0] != NULL && item->parts[1] != NULL)
            printf("    renmai decide same '%s' '%s'\n    renmai decide different '%s' '%s'\n",
                   item->parts[0], item->parts[1], item->parts[0], item->parts[1]);
        else
            printf(
                _("    renmai decide different '%s' '%s:%s@DOC#N'   (DOC#N: an article of the other one; see "
                  "renmai career -v '%s')\n"),
                a, ren_kind_name(item->a->kind), item->a->name, item->a->key);
        break;
    case REN_REVIEW_PERSON:
        printf("    renmai decide ignore '%s'\n", a);
        break;
    case REN_REVIEW_ORPHAN:
        printf(_("    renmai decide same FULL-NAME '%s'\n"), a);
        break;
    default:
        printf(_("    put `## ` before the headline of each article in %s\n"), item->doc);
    }
    return TRUE;
}

static gboolean
print_item(RenStore *store, const RenReviewItem *item, guint n, gboolean with_commands, GError **error)
{
    gboolean bold = ren_print_is_terminal();
    printf("%s%u. %s%s  %s  ", bold ? "\033[1m" : "", n, ren_review_kind_name(item->kind),
           bold ? "\033[0m" : "", _(questions[item->kind]));
    printf(item->kind == REN_REVIEW_BORDER ? _("(%u names in it)\n") : _("(%u links)\n"), item->effect);
    if (item->a != NULL)
        print_entity(item->a);
    if (item->b != NULL)
        print_entity(item->b);
    if (item->doc != NULL)
        printf("    %s\n", item->doc);
    print_evidence(item->evidence);
    return !with_commands || print_commands(store, item, error);
}

/* ---- with single keys ---- */

/* One key, without waiting for the end of a line; 'q' at the end of input. */
static char
read_key(void)
{
    struct termios old, raw;
    char key = 'q';
    gboolean terminal = tcgetattr(STDIN_FILENO, &old) == 0;
    if (terminal) {
        raw = old;
        raw.c_lflag &= ~(ICANON | ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &raw);
    }
    if (read(STDIN_FILENO, &key, 1) != 1 || key == END_OF_INPUT)
        key = 'q';
    if (terminal)
        tcsetattr(STDIN_FILENO, TCSANOW, &old);
    return key;
}

/* Whether @item is about two: entities, or parts of one. */
static gboolean
is_pair(const RenReviewItem *item)
{
    return item->b != NULL || (item->parts[0] != NULL && item->parts[1] != NULL);
}

/* What @key decides of @item; FALSE where it is no answer to its question. */
static gboolean
decision_of(const RenReviewItem *item, char key, RenDecide *decide)
{
    if (key == 's' && is_pair(item))
        *decide = REN_DECIDE_SAME;
    else if (key == 'd' && is_pair(item))
        *decide = REN_DECIDE_DIFFERENT;
    else if (key == 'i' && item->a != NULL)
        *decide = REN_DECIDE_IGNORE;
    else
        return FALSE;
    return TRUE;
}

static gboolean
settle(RenStore *store, const RenReviewItem *item, RenDecide decide, const char *folder, const char *dir,
       GError **error)
{
    gboolean parts = item->b == NULL && decide != REN_DECIDE_IGNORE;
    g_autofree char *a = parts ? g_strdup(item->parts[0]) : ren_query_reference(store, item->a->row, error);
    g_autofree char *b = parts ? g_strdup(item->parts[1])
                         : a == NULL || decide == REN_DECIDE_IGNORE
                             ? NULL
                             : ren_query_reference(store, item->b->row, error);
    if (a == NULL || (decide != REN_DECIDE_IGNORE && b == NULL))
        return FALSE;
    g_autoptr(GError) problem = NULL;
    g_autofree char *where = ren_decide_write(folder, dir, decide, a, b, NULL, &problem);
    if (where != NULL)
        printf("    -> %s\n\n", where);
    else /* the others can still be settled */
        printf(_("    -> not written: %s\n\n"), problem->message);
    return TRUE;
}

static gboolean
work_through(RenStore *store, const GPtrArray *items, const char *folder, const char *dir, GError **error)
{
    guint settled = 0;
    for (guint i = 0; i < items->len; i++) {
        const RenReviewItem *item = items->pdata[i];
        if (!print_item(store, item, i + 1, FALSE, error))
            return FALSE;
        printf("  %s ", is_pair(item)     ? _("s same, d different, i ignore, n next, q quit")
                        : item->a != NULL ? _("i ignore, n next, q quit")
                                          : _("n next, q quit"));
        for (;;) {
            fflush(stdout);
            char key = read_key();
            RenDecide decide;
            if (key == 'q' || key == 'n' || key == ' ' || key == '\n') {
                printf("%c\n\n", key == 'q' ? 'q' : 'n');
                if (key == 'q')
                    i = items->len;
                break;
            }
            if (!decision_of(item, key, &decide))
                continue;
            printf("%c\n", key);
            if (!settle(store, item, decide, folder, dir, error))
                return FALSE;
            settled++;
            break;
        }
    }
    if (settled > 0)
        printf(_("%u settled: they take effect with the next renmai build -g %s\n"), settled, folder);
    else
        puts(_("0 settled"));
    return ren_print_flush(error);
}

/* ---- the command ---- */

/* Leaves only items of @kind, and @limit of them. */
static void
narrow(GPtrArray *items, const char *kind, int limit)
{
    RenReviewKind wanted;
    for (guint i = items->len; kind != NULL && ren_review_kind_parse(kind, &wanted) && i > 0; i--)
        if (((RenReviewItem *)items->pdata[i - 1])->kind != wanted)
            g_ptr_array_remove_index(items, i - 1);
    if (limit > 0 && items->len > (guint)limit)
        g_ptr_array_set_size(items, limit);
}

static gboolean
print_all(RenStore *store, const GPtrArray *items, GError **error)
{
    if (items->len == 0)
        puts(_("Nothing is doubtful."));
    for (guint i = 0; i < items->len; i++) {
        if (i > 0)
            putchar('\n');
        if (!print_item(store, items->pdata[i], i + 1, TRUE, error))
            return FALSE;
    }
    return ren_print_flush(error);
}

gboolean
ren_cmd_review(int argc, char **argv, GError **error)
{
    g_auto(GStrv) rest = NULL;
    g_autofree char *dir = NULL;
    g_autofree char *gazetteer = NULL;
    g_autofree char *kind = NULL;
    gboolean work = FALSE;
    int limit = 0;
    const GOptionEntry entries[] = {
        REN_OUTPUT_ENTRY(&dir),
        {"kind", 'k', 0, G_OPTION_ARG_FILENAME, &kind, N_("merge, homonym, person, orphan or border only"),
         "KIND"},
        {"limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_("The first N only"), "N"},
        {"interactive", 'i', 0, G_OPTION_ARG_NONE, &work, N_("Ask about each, and write down the answers"),
         NULL},
        {"gazetteer", 'g', 0, G_OPTION_ARG_FILENAME, &gazetteer,
         N_("The folder of your own that answers go to (default: the last -g of the build)"), "DIR"},
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "",
            N_("Lists what is worth a human look, most effect on the network first, with the evidence and "
               "the command that settles it."),
            N_("With -i it asks: s same, d different, i ignore, n next, q quit."), 0, 0, &rest, error))
        return FALSE;
    if (limit < 0) {
        g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("--limit %d: give a number from 1 on (0: all)"),
                    limit);
        return FALSE;
    }
    RenReviewKind parsed;
    if (kind != NULL && !ren_review_kind_parse(kind, &parsed)) {
        g_set_error(error, REN_ERROR, REN_ERROR_USAGE,
                    _("no kind '%s': merge, homonym, person, orphan or border"), kind);
        return FALSE;
    }
    g_autofree char *folder = work ? ren_decide_folder(gazetteer, dir, error) : NULL;
    if (work && folder == NULL)
        return FALSE;
    g_autoptr(RenStore) store = ren_output_open(dir, error);
    g_autoptr(GPtrArray) items = store == NULL ? NULL : ren_review_query(store, error);
    if (items == NULL)
        return FALSE;
    narrow(items, kind, limit);
    return work ? work_through(store, items, folder, dir, error) : print_all(store, items, error);
}
