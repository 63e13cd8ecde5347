#include "lexicon/divisions.h"

#include <errno.h>
#include <gio/gio.h>
#include <string.h>

#include "base/csv.h"
#include "base/error.h"
#include "base/message.h"
#include "base/newfile.h"
#include "base/tsv.h"

/* ---- names ---- */

struct _RenNaming {
    GHashTable *pseudo;  /* owned; a set of names */
    GHashTable *endings; /* owned; ending → the word of its short form, "" where it has none */
    GHashTable *peoples; /* owned; a set of names */
};

void
ren_naming_free(RenNaming *naming)
{
    if (naming == NULL)
        return;
    g_hash_table_unref(naming->pseudo);
    g_hash_table_unref(naming->endings);
    g_hash_table_unref(naming->peoples);
    g_free(naming);
}

RenNaming *
ren_naming_new(const char *path, GError **error)
{
    static const char *const columns[] = {"kind", "text", "short", NULL};
    g_autoptr(RenTsv) tsv = ren_tsv_read(path, columns, error);
    if (tsv == NULL)
        return NULL;
    g_autoptr(RenNaming) naming = g_new0(RenNaming, 1);
    naming->pseudo = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    naming->endings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    naming->peoples = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (guint i = 0; i < tsv->rows->len; i++) {
        char **cells = tsv->rows->pdata[i];
        GHashTable *table = g_str_equal(cells[0], "pseudo")   ? naming->pseudo
                            : g_str_equal(cells[0], "ending") ? naming->endings
                            : g_str_equal(cells[0], "people") ? naming->peoples
                                                              : NULL;
        if (table == NULL || *cells[1] == '\0') {
            ren_tsv_fail(tsv, i, error, _("wants a kind (pseudo, ending or people) and a text"));
            return NULL;
        }
        g_hash_table_insert(table, g_strdup(cells[1]), g_strdup(cells[2]));
    }
    return g_steal_pointer(&naming);
}

/* Where the longest end of @name, @len bytes, that is a key of @table begins; NULL where none is. */
static const char *
find_end(GHashTable *table, const char *name, gsize len)
{
    for (const char *p = name; p < name + len; p = g_utf8_next_char(p)) {
        g_autofree char *end = g_strndup(p, name + len - p);
        if (g_hash_table_contains(table, end))
            return p;
    }
    return NULL;
}

char *
ren_naming_shorten(const RenNaming *naming, const char *name)
{
    const char *end = find_end(naming->endings, name, strlen(name)), *cut = end;
    for (const char *p = end; p != NULL; p = find_end(naming->peoples, name, p - name))
        cut = p;
    if (cut == NULL || g_utf8_strlen(name, cut - name) < 2)
        return g_strdup("-");
    const char *word = g_hash_table_lookup(naming->endings, end);
    if (cut == end || *word == '\0')
        return g_strndup(name, cut - name);
    return g_strdup_printf("%.*s %.*s%s", (int)(cut - name), name, (int)(cut - name), name, word);
}

/* ---- tables ---- */

typedef struct {
    const char *source; /* the CSV file */
    const char *parent; /* its column that holds the code of what lies above; NULL for none */
    const char *table;  /* the file that is made */
    const char *level;
} Level;

static const Level levels[REN_N_DIVISIONS] = {
    {"provinces.csv", NULL, "divisions-provinces.tsv", "province"},
    {"cities.csv", "provinceCode", "divisions-cities.tsv", "city"},
    {"areas.csv", "cityCode", "divisions-counties.tsv", "county"},
    {"streets.csv", "areaCode", "divisions-towns.tsv", "town"},
};

typedef struct {
    const RenNaming *naming;
    const RenLexicon *lexicon;
    GHashTable *paths; /* owned; code → full path of the place, of all levels: codes differ in length */
    GHashTable *names; /* owned; code → name of the place */
    GHashTable *seen;  /* owned; a set of full paths */
    RenDivisionsCount *count;
} Import;

static gboolean
fail(const char *path, GError **error, const char *what, const char *subject)
{
    g_set_error(error, REN_ERROR, REN_ERROR_INPUT, _("%s: %s '%s'"), path, what, subject);
    return FALSE;
}

/* A cell that would break the table, or the full path that it becomes a part of. */
static gboolean
is_name(const char *name)
{
    return *name != '\0' && strpbrk(name, " \t\r\n#") == NULL;
}

/* Whether @name is a word of the language and names no one place. */
static gboolean
is_common(const RenLexicon *lexicon, const char *name)
{
    for (guint n = ren_trie_find(ren_lexicon_get_words(lexicon), name); n != 0;) {
        const RenWord *word = ren_lexicon_get_word(lexicon, n);
        if (word->cls != REN_CLASS_PLACE && word->cls != REN_CLASS_NONE)
            return TRUE;
        n = word->next;
    }
    return FALSE;
}

static gboolean
add_row(Import *import, RenDivision division, const char *path, const char *code, const char *name,
        const char *parent, GString *table, GError **error)
{
    if (!is_name(name) || !is_name(code))
        return fail(path, error, _("a code or name is empty or holds blanks: "), name);
    const char *above = "";
    if (parent != NULL) {
        above = g_hash_table_lookup(import->paths, parent);
        if (above == NULL)
            return fail(path, error, _("no place above has the code"), parent);
    }
    /* A city without counties is listed as its own county too. */
    gboolean pseudo = parent != NULL && (g_hash_table_contains(import->naming->pseudo, name) ||
                                         g_str_equal(g_hash_table_lookup(import->names, parent), name));
    char *full = pseudo ? g_strdup(above) : g_strconcat(above, name, NULL);
    if (!g_hash_table_insert(import->paths, g_strdup(code), full))
        return fail(path, error, _("two rows have the code"), code);
    g_hash_table_insert(import->names, g_strdup(code),
                        g_strdup(pseudo ? g_hash_table_lookup(import->names, parent) : name));
    if (pseudo) {
        import->count->pseudo++;
        return TRUE;
    }
    if (division == REN_DIVISION_TOWN && is_common(import->lexicon, name)) {
        import->count->common++;
        return TRUE;
    }
    if (!g_hash_table_add(import->seen, g_strdup(full))) {
        import->count->twice++;
        return TRUE;
    }
    g_autofree char *shorts = ren_naming_shorten(import->naming, name);
    g_string_append_printf(table, "%s\t%s\t%s\t%s\t%s\n", name, shorts, above, levels[division].level, code);
    import->count->rows[division]++;
    return TRUE;
}

/* The table of one level, owned by the caller; NULL with @error set. */
static char *
convert(Import *import, RenDivision division, const char *from, GError **error)
{
    const Level *level = &levels[division];
    g_autofree char *path = g_build_filename(from, level->source, NULL);
    g_autoptr(RenCsv) csv = ren_csv_read(path, error);
    if (csv == NULL)
        return NULL;
    const char *const wanted[] = {"code", "name", level->parent};
    int columns[G_N_ELEMENTS(wanted)] = {0};
    for (guint i = 0; i < G_N_ELEMENTS(wanted) && wanted[i] != NULL; i++) {
        columns[i] = ren_csv_column(csv, wanted[i]);
        if (columns[i] < 0) {
            fail(path, error, _("its first line names no column"), wanted[i]);
            return NULL;
        }
    }
    g_autoptr(GString) table = g_string_new(NULL);
    g_string_printf(
        table,
        "# Made by `renmai gazetteer import --format divisions` from %s. The next import replaces it:\n"
        "# put additions and corrections into a table of their own.\n"
        "name\tshort\tparent\tlevel\tcode\n",
        level->source);
    for (guint i = 0; i < csv->rows->len; i++) {
        char **cells = csv->rows->pdata[i];
        if (!add_row(import, division, path, cells[columns[0]], cells[columns[1]],
                     level->parent != NULL ? cells[columns[2]] : NULL, table, error))
            return NULL;
    }
    return g_string_free(g_steal_pointer(&table), FALSE);
}

static RenNewFile *
write_table(const char *folder, const char *name, const char *text, GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(RenNewFile) file = ren_new_file_create(path, error);
    FILE *out = file != NULL ? ren_new_file_open(file, error) : NULL;
    if (out == NULL)
        return NULL;
    fputs(text, out);
    return ren_new_file_close(file, error) ? g_steal_pointer(&file) : NULL;
}

gboolean
ren_divisions_import(const char *from, const char *rules, const RenLexicon *lexicon, const char *to,
                     RenDivisionsCount *count, GError **error)
{
    *count = (RenDivisionsCount){0};
    g_autoptr(RenNaming) naming = ren_naming_new(rules, error);
    if (naming == NULL)
        return FALSE;
    g_autoptr(GHashTable) paths = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Import import = {naming, lexicon, paths, names, seen, count};
    g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < REN_N_DIVISIONS; i++) {
        char *table = convert(&import, i, from, error);
        if (table == NULL)
            return FALSE;
        g_ptr_array_add(tables, table);
    }
    g_autofree char *folder = g_build_filename(to, "places", NULL);
    if (g_mkdir_with_parents(folder, 0777) != 0) {
        int code = errno;
        g_set_error(error, G_IO_ERROR, g_io_error_from_errno(code), _("'%s' cannot be made: %s"), folder,
                    g_strerror(code));
        return FALSE;
    }
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func((GDestroyNotify)ren_new_file_free);
    for (guint i = 0; i < REN_N_DIVISIONS; i++) {
        RenNewFile *file = write_table(folder, levels[i].table, tables->pdata[i], error);
        if (file == NULL)
            return FALSE;
        g_ptr_array_add(files, file);
    }
    for (guint i = 0; i < files->len; i++)
        if (!ren_new_file_commit(files->pdata[i], error))
            return FALSE;
    return TRUE;
}
