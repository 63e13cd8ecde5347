#include "graph/wording.h"

#include "base/tsv.h"

struct _RenWording {
    GHashTable *texts; /* owned; char * → char * */
};

static gboolean
read_table(RenWording *wording, const char *path, const char *language, GError **error)
{
    static const char *const columns[] = {"key", "zh", "en", NULL};
    g_autoptr(RenTsv) tsv = ren_tsv_read(path, columns, error);
    if (tsv == NULL)
        return FALSE;
    int column = ren_tsv_column(tsv, language);
    for (guint i = 0; i < tsv->rows->len; i++) {
        char **cells = tsv->rows->pdata[i];
        if (*cells[column] != '\0')
            g_hash_table_replace(wording->texts, g_strdup(cells[0]), g_strdup(cells[column]));
    }
    return TRUE;
}

RenWording *
ren_wording_read(char **dirs, const char *language, GError **error)
{
    g_autoptr(RenWording) wording = g_new0(RenWording, 1);
    wording->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (guint i = 0; dirs[i] != NULL; i++) {
        g_autofree char *path = g_build_filename(dirs[i], "picture.tsv", NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS) && !read_table(wording, path, language, error))
            return NULL;
    }
    return g_steal_pointer(&wording);
}

char *
ren_wording_get(const RenWording *wording, const char *key, ...)
{
    const char *found = g_hash_table_lookup(wording->texts, key);
    GString *text = g_string_new(found);
    va_list pairs;
    va_start(pairs, key);
    for (const char *name = va_arg(pairs, const char *); name != NULL; name = va_arg(pairs, const char *)) {
        g_autofree char *slot = g_strdup_printf("{%s}", name);
        g_string_replace(text, slot, va_arg(pairs, const char *), 0);
    }
    va_end(pairs);
    return g_string_free(text, FALSE);
}

void
ren_wording_free(RenWording *wording)
{
    if (wording == NULL)
        return;
    g_hash_table_unref(wording->texts);
    g_free(wording);
}
