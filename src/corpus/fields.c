#include "corpus/fields.h"

#include "base/error.h"
#include "base/message.h"
#include "base/tsv.h"
#include "corpus/dateline.h"

typedef struct {
    RenField field;
    guint rank;
} Name;

struct _RenFields {
    GHashTable *names; /* owned; name in lower case → Name, both owned */
    guint rows;
};

static const char *const field_names[REN_N_FIELDS] = {
    [REN_FIELD_TITLE] = "title", [REN_FIELD_TEXT] = "text",     [REN_FIELD_DATE] = "date",
    [REN_FIELD_PAPER] = "paper", [REN_FIELD_NUMBER] = "number", [REN_FIELD_PAGE] = "page",
};

static gboolean
add_table(RenFields *fields, const char *path, GError **error)
{
    static const char *const columns[] = {"field", "name", NULL};
    g_autoptr(RenTsv) tsv = ren_tsv_read(path, columns, error);
    if (tsv == NULL)
        return FALSE;
    for (guint row = 0; row < tsv->rows->len; row++) {
        GStrv cells = tsv->rows->pdata[row];
        RenField field = 0;
        while (field < REN_N_FIELDS && !g_str_equal(field_names[field], cells[0]))
            field++;
        if (field == REN_N_FIELDS)
            return ren_tsv_fail(tsv, row, error,
                                _("unknown field '%s', expected title, text, date, paper, number or page"),
                                cells[0]);
        Name *name = g_new(Name, 1);
        *name = (Name){field, fields->rows++};
        g_hash_table_replace(fields->names, g_ascii_strdown(cells[1], -1), name);
    }
    return TRUE;
}

RenFields *
ren_fields_new(const char *const *dirs, GError **error)
{
    g_autoptr(RenFields) fields = g_new0(RenFields, 1);
    fields->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (guint i = 0; dirs[i] != NULL; i++) {
        g_autofree char *path = g_build_filename(dirs[i], "rules", "fields.tsv", NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS) && !add_table(fields, path, error))
            return NULL;
    }
    if (fields->rows > 0)
        return g_steal_pointer(&fields);
    g_set_error_literal(error, REN_ERROR, REN_ERROR_GAZETTEER,
                        _("no table 'rules/fields.tsv' in the gazetteer folders"));
    return NULL;
}

gboolean
ren_fields_offer(const RenFields *fields, RenFieldValues *values, const char *name, const char *value)
{
    g_autofree char *lower = g_ascii_strdown(name, -1);
    const Name *found = g_hash_table_lookup(fields->names, lower);
    if (found == NULL)
        return FALSE;
    g_autofree char *stripped = g_strstrip(g_strdup(value));
    char **kept = &values->value[found->field];
    if (*stripped == '\0' || (*kept != NULL && values->rank[found->field] <= found->rank))
        return TRUE;
    g_free(*kept);
    *kept = g_steal_pointer(&stripped);
    values->rank[found->field] = found->rank;
    return TRUE;
}

static void
set(char **to, const char *value)
{
    if (value == NULL)
        return;
    g_free(*to);
    *to = g_strdup(value);
}

gboolean
ren_fields_set(const RenFieldValues *values, RenIssue *issue)
{
    set(&issue->paper, values->value[REN_FIELD_PAPER]);
    set(&issue->number, values->value[REN_FIELD_NUMBER]);
    set(&issue->page, values->value[REN_FIELD_PAGE]);
    const char *stamp = values->value[REN_FIELD_DATE];
    g_autofree char *date = stamp != NULL ? ren_dateline_parse_stamp(stamp) : NULL;
    set(&issue->date, date);
    if (date != NULL)
        issue->date_source = REN_DATE_FIELD;
    return stamp == NULL || date != NULL;
}

void
ren_field_values_clear(RenFieldValues *values)
{
    for (RenField field = 0; field < REN_N_FIELDS; field++)
        g_clear_pointer(&values->value[field], g_free);
}

void
ren_fields_free(RenFields *fields)
{
    if (fields == NULL)
        return;
    g_hash_table_unref(fields->names);
    g_free(fields);
}
