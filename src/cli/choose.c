#include "cli/choose.h"

#include <stdio.h>

#include "base/error.h"
#include "base/message.h"
#include "cli/print.h"
#include "cli/table.h"

#define NEAREST 5
/* So many of those that a name may mean are listed. */
#define LISTED 20

static void
fail_unknown(RenStore *store, const char *name, GError **error)
{
    g_autoptr(GPtrArray) names = ren_query_nearest(store, name, NEAREST, error);
    if (names == NULL)
        return;
    if (names->len == 0) {
        g_set_error(error, REN_ERROR, REN_ERROR_NOT_FOUND, _("no '%s' in these issues, nor a name like it"),
                    name);
        return;
    }
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; i < names->len; i++)
        g_string_append_printf(list, "%s%s", i > 0 ? C_("list", ", ") : "", (char *)names->pdata[i]);
    g_set_error(error, REN_ERROR, REN_ERROR_NOT_FOUND, _("no '%s' in these issues: did you mean %s?"), name,
                list->str);
}

static void
list(const GPtrArray *entities)
{
    static const RenColumn columns[] = {
        {NULL, NC_("column", "ID"), REN_COLUMN_NAME},
        {NULL, NC_("column", "KIND"), REN_COLUMN_NAME},
        {NULL, NC_("column", "TITLE"), REN_COLUMN_TEXT},
        {NULL, NC_("column", "MENTIONS"), REN_COLUMN_NUMBER},
        {NULL, NC_("column", "LAST SEEN"), REN_COLUMN_NAME},
        {NULL},
    };
    g_autoptr(RenTable) table = ren_table_new(columns);
    for (guint i = 0; i < MIN(entities->len, LISTED); i++) {
        const RenEntity *entity = entities->pdata[i];
        ren_table_add(table, entity->key);
        ren_table_add(table, ren_print_kind(entity->kind));
        ren_table_add(table, entity->title);
        ren_table_add_number(table, entity->mentions);
        ren_table_add(table, entity->last_seen);
    }
    ren_table_print(table, REN_TABLE_PLAIN);
    fflush(stdout);
}

static RenEntity *
choose(RenStore *store, const char *name, gboolean may_guess, GError **error)
{
    if (!g_utf8_validate(name, -1, NULL)) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_USAGE,
                            _("the name is not UTF-8: set the terminal to UTF-8"));
        return NULL;
    }
    g_autoptr(GPtrArray) entities = ren_query_find(store, name, error);
    if (entities != NULL && entities->len == 0 && may_guess) {
        g_ptr_array_unref(entities);
        entities = ren_query_guess(store, name, error);
    }
    if (entities == NULL)
        return NULL;
    if (entities->len == 1)
        return g_ptr_array_steal_index(entities, 0);
    if (entities->len == 0) {
        fail_unknown(store, name, error);
        return NULL;
    }
    list(entities);
    if (entities->len <= LISTED)
        g_set_error(error, REN_ERROR, REN_ERROR_NOT_FOUND,
                    _("'%s' may be any of these %u: give the id of the one you mean"), name, entities->len);
    else
        g_set_error(
            error, REN_ERROR, REN_ERROR_NOT_FOUND,
            _("'%s' may be any of %u, of which these %u are printed most: give more of the name, or an id"),
            name, entities->len, LISTED);
    return NULL;
}

RenEntity *
ren_choose_entity(RenStore *store, const char *name, GError **error)
{
    return choose(store, name, TRUE, error);
}

RenEntity *
ren_choose_exactly(RenStore *store, const char *name, GError **error)
{
    return choose(store, name, FALSE, error);
}

void
ren_choose_print(const RenEntity *entity)
{
    gboolean bold = ren_print_is_terminal();
    printf("%s%s%s  %s", bold ? "\033[1m" : "", entity->name, bold ? "\033[0m" : "",
           ren_print_kind(entity->kind));
    if (entity->title != NULL && *entity->title != '\0')
        printf("  %s", entity->title);
    g_autofree char *mentions =
        g_strdup_printf(P_("%u mention", "%u mentions", entity->mentions), entity->mentions);
    g_autofree char *articles =
        g_strdup_printf(P_("%u article", "%u articles", entity->articles), entity->articles);
    putchar('\n');
    if (entity->first_seen != NULL)
        /* TRANSLATORS: "6 mentions in 4 articles, 2023-05-18 to 2025-02-14" */
        printf(_("%s in %s, %s to %s"), mentions, articles, entity->first_seen, entity->last_seen);
    else
        printf(_("%s in %s"), mentions, articles);
    puts("\n");
}
