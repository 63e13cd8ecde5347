#include "cli/filter-options.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "cli/choose.h"

/* A day, month or year; dates compare as text, so a month stands before its days, and '~' behind them all. */
gboolean
ren_filter_check_date(const char *option, const char *text, GError **error)
{
    int y, m = 1, d = 1, used = 0;
    gboolean fits =
        strspn(text, "0123456789-") == strlen(text) && /* no signs and blanks, which sscanf takes */
        ((sscanf(text, "%4d-%2d-%2d%n", &y, &m, &d, &used) == 3 && used == 10) ||
         (sscanf(text, "%4d-%2d%n", &y, &m, &used) == 2 && used == 7) ||
         (sscanf(text, "%4d%n", &y, &used) == 1 && used == 4));
    if (fits && text[used] == '\0' && y > 0 && m > 0 && d > 0 && g_date_valid_dmy(d, m, y))
        return TRUE;
    g_set_error(error, REN_ERROR, REN_ERROR_USAGE,
                _("%s '%s': expected a date as 2024-06-20, 2024-06 or 2024"), option, text);
    return FALSE;
}

/* Sets @row to that of the entity called @name, if one was given. */
static gboolean
find(RenStore *store, const char *name, gint64 *row, GError **error)
{
    if (name == NULL)
        return TRUE;
    RenEntity *entity = ren_choose_entity(store, name, error);
    if (entity == NULL)
        return FALSE;
    *row = entity->row;
    ren_entity_free(entity);
    return TRUE;
}

gboolean
ren_filter_choice_read(const RenFilterChoice *choice, RenStore *store, RenFilter *filter, GError **error)
{
    *filter = (RenFilter){.since = choice->since, .until = choice->until, .issue = choice->issue};
    if ((choice->since != NULL && !ren_filter_check_date("--since", choice->since, error)) ||
        (choice->until != NULL && !ren_filter_check_date("--until", choice->until, error)))
        return FALSE;
    if (choice->issue != NULL && ren_query_issue(store, choice->issue) == 0) {
        g_set_error(error, REN_ERROR, REN_ERROR_NOT_FOUND,
                    _("no issue '%s' in the archive: `renmai list issues` has their names"), choice->issue);
        return FALSE;
    }
    return find(store, choice->place, &filter->place, error) &&
           find(store, choice->org, &filter->org, error) &&
           find(store, choice->person, &filter->person, error);
}

void
ren_filter_choice_clear(RenFilterChoice *choice)
{
    g_free(choice->since);
    g_free(choice->until);
    g_free(choice->issue);
    g_free(choice->place);
    g_free(choice->org);
    g_free(choice->person);
}
