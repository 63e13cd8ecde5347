#include "pipeline/fingerprint.h"

#include <string.h>

#include "resolve/decisions.h"

/* Adds @text, @len bytes, so that two texts in a row differ from other two with the same bytes. */
static void
add(GChecksum *sum, const char *text, gsize len)
{
    guint64 size = GUINT64_TO_LE(len);
    g_checksum_update(sum, (const guchar *)&size, sizeof(size));
    g_checksum_update(sum, (const guchar *)text, len);
}

static gboolean
add_file(GChecksum *sum, const char *path, const char *name, GError **error)
{
    g_autofree char *text = NULL;
    gsize len;
    if (!g_file_get_contents(path, &text, &len, error))
        return FALSE;
    add(sum, name, strlen(name));
    add(sum, text, len);
    return TRUE;
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static GPtrArray *
list_folder(const char *path, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(path, 0, error);
    if (dir == NULL)
        return NULL;
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
        g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, compare_names);
    return names;
}

/* What the table @name in the folder @inside of a gazetteer ("": that itself) is a part of. */
static RenFingerprint
part_of(const char *inside, const char *name)
{
    if (g_str_equal(inside, "words"))
        return REN_FINGERPRINT_WORDS;
    return *inside == '\0' && ren_decisions_is_table(name) ? REN_FINGERPRINT_DECISIONS
                                                           : REN_FINGERPRINT_READING;
}

/* @inside is the path below a folder of the gazetteer, "" for that itself. */
static gboolean
add_folder(GChecksum *sum, const char *path, const char *inside, RenFingerprint which, GError **error)
{
    g_autoptr(GPtrArray) names = list_folder(path, error);
    if (names == NULL)
        return FALSE;
    for (guint i = 0; i < names->len; i++) {
        const char *name = names->pdata[i];
        g_autofree char *file = g_build_filename(path, name, NULL);
        g_autofree char *below = g_build_filename(inside, name, NULL);
        if (g_file_test(file, G_FILE_TEST_IS_DIR)) {
            if (!add_folder(sum, file, below, which, error))
                return FALSE;
        } else if (g_str_has_suffix(name, ".tsv") && part_of(inside, name) == which &&
                   !add_file(sum, file, below, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

char *
ren_fingerprint(const char *const *dirs, RenFingerprint which, GError **error)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    if (which == REN_FINGERPRINT_READING && !add_file(sum, "/proc/self/exe", "", error))
        return NULL;
    g_autoptr(GChecksum) nothing = g_checksum_new(G_CHECKSUM_SHA256);
    const char *none = g_checksum_get_string(nothing);
    for (guint i = 0; dirs[i] != NULL; i++) {
        g_autoptr(GChecksum) own = g_checksum_new(G_CHECKSUM_SHA256);
        if (!add_folder(own, dirs[i], "", which, error))
            return NULL;
        /* A folder without tables says nothing. */
        const char *digits = g_checksum_get_string(own);
        if (!g_str_equal(digits, none))
            add(sum, digits, strlen(digits));
    }
    return g_strdup(g_checksum_get_string(sum));
}
