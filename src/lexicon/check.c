#include "lexicon/check.h"

#include <string.h>

#include "base/message.h"
#include "base/tsv.h"
#include "lexicon/lexicon.h"

typedef struct {
    GHashTable *words;   /* owned; all words, as a set */
    GHashTable *places;  /* owned; the full paths of all places, as a set */
    GHashTable *people;  /* owned; all names of people, as a set */
    GHashTable *seen;    /* owned; what stood in this folder → file and line */
    GPtrArray *problems; /* borrowed; of char * */
} Check;

typedef void (*RowFunc)(Check *check, const RenTsv *tsv, guint row, char **cells);

static void G_GNUC_PRINTF(4, 5) tell(Check *check, const RenTsv *tsv, guint row, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *what = g_strdup_vprintf(format, args);
    va_end(args);
    g_ptr_array_add(check->problems,
                    g_strdup_printf("%s:%u: %s", tsv->path, g_array_index(tsv->lines, guint, row), what));
}

/* ---- the first walk: what there is ---- */

static void
collect_word(Check *check, G_GNUC_UNUSED const RenTsv *tsv, G_GNUC_UNUSED guint row, char **cells)
{
    g_hash_table_add(check->words, g_strdup(cells[0]));
}

static void
collect_place(Check *check, G_GNUC_UNUSED const RenTsv *tsv, G_GNUC_UNUSED guint row, char **cells)
{
    g_hash_table_add(check->places, g_strconcat(cells[2], cells[0], NULL));
}

static void
collect_person(Check *check, G_GNUC_UNUSED const RenTsv *tsv, G_GNUC_UNUSED guint row, char **cells)
{
    g_hash_table_add(check->people, g_strdup(cells[0]));
}

/* ---- the second walk: what is wrong ---- */

/* A row's @key must be new in its folder. */
static void
check_once(Check *check, const RenTsv *tsv, guint row, const char *key, const char *shown)
{
    const char *before = g_hash_table_lookup(check->seen, key);
    if (before != NULL)
        tell(check, tsv, row, _("%s stands in %s already"), shown, before);
    else
        g_hash_table_insert(check->seen, g_strdup(key),
                            g_strdup_printf("%s:%u", tsv->path, g_array_index(tsv->lines, guint, row)));
}

static gboolean
value_is_one_of(const char *value, const char *const *values)
{
    return values == NULL ? *value != '\0' : g_strv_contains(values, value);
}

static void
check_attribute(Check *check, const RenTsv *tsv, guint row, const char *attribute)
{
    static const char *const grades[] = {"1", "2", "3", "4", "5", "6", NULL};
    static const char *const roles[] = {"official", "other", NULL};
    static const char *const yes[] = {"1", NULL};
    static const struct {
        const char *key;
        const char *const *values; /* NULL: any */
    } known[] = {
        {"grade", grades}, {"role", roles}, {"level", NULL}, {"organ", NULL}, {"inside", yes},
        {"past", yes},     {"acting", yes}, {"future", yes}, {"takes", yes},  {"fixed", yes},
    };
    const char *value = strchr(attribute, '=');
    if (value == NULL) {
        tell(check, tsv, row, _("attribute '%s' has no value: write key=value"), attribute);
        return;
    }
    g_autofree char *key = g_strndup(attribute, value - attribute);
    value++;
    for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
        if (!g_str_equal(known[i].key, key))
            continue;
        gboolean level = g_str_equal(key, "level");
        if (level ? ren_level_parse(value) == REN_LEVEL_NONE : !value_is_one_of(value, known[i].values))
            tell(check, tsv, row, _("attribute '%s' cannot be '%s'"), key, value);
        return;
    }
    tell(check, tsv, row, _("unknown attribute '%s': see the list in gazetteer/README.md"), key);
}

static void
check_word(Check *check, const RenTsv *tsv, guint row, char **cells)
{
    if (*cells[0] == '\0')
        tell(check, tsv, row, _("the word is missing"));
    if (ren_class_parse(cells[1]) == REN_CLASS_NONE)
        tell(check, tsv, row, _("unknown class '%s': see the list in gazetteer/README.md"), cells[1]);
    if (*cells[2] != '\0' && !g_hash_table_contains(check->words, cells[2]))
        tell(check, tsv, row, _("'%s' stands for '%s', which no table of words holds"), cells[0], cells[2]);
    g_auto(GStrv) attributes = g_strsplit(cells[3], " ", -1);
    for (guint i = 0; attributes[i] != NULL; i++)
        if (*attributes[i] != '\0')
            check_attribute(check, tsv, row, attributes[i]);
    g_autofree char *key = g_strdup_printf("%s\t%s", cells[0], cells[1]);
    g_autofree char *shown = g_strdup_printf(_("'%s' as %s"), cells[0], cells[1]);
    check_once(check, tsv, row, key, shown);
}

static void
check_place(Check *check, const RenTsv *tsv, guint row, char **cells)
{
    RenLevel level = ren_level_parse(cells[3]);
    if (*cells[0] == '\0')
        tell(check, tsv, row, _("the name is missing"));
    gboolean former = g_str_equal(cells[3], "former");
    if (level == REN_LEVEL_NONE && !former)
        tell(check, tsv, row,
             _("unknown level '%s': province, city, county, town, village, world-city or former"), cells[3]);
    /* Of a world city the country stands there, a word; of one (Jerusalem) none. */
    if (level != REN_LEVEL_WORLD_CITY &&
        (*cells[2] == '\0' ? level != REN_LEVEL_PROVINCE : !g_hash_table_contains(check->places, cells[2])))
        tell(check, tsv, row,
             former ? _("'%s' is now '%s', which no table of places holds")
                    : _("'%s' lies in '%s', which no table of places holds"),
             cells[0], cells[2]);
    g_autofree char *path = g_strconcat(cells[2], cells[0], NULL);
    g_autofree char *shown = g_strdup_printf("'%s'", path);
    check_once(check, tsv, row, path, shown);
}

static void
check_name(Check *check, const RenTsv *tsv, guint row, char **cells)
{
    g_autofree char *key = g_strdup_printf("%s\t%s", tsv->path, cells[0]);
    g_autofree char *shown = g_strdup_printf("'%s'", cells[0]);
    check_once(check, tsv, row, key, shown);
}

static void
check_person(Check *check, const RenTsv *tsv, guint row, char **cells)
{
    if (*cells[1] != '\0' && !g_hash_table_contains(check->people, cells[1]))
        tell(check, tsv, row, _("'%s' stands for '%s', which is not in the table"), cells[0], cells[1]);
    check_name(check, tsv, row, cells);
}

/* ---- walking ---- */

typedef struct {
    const char *folder;
    const char *only;           /* the one file, or NULL for all */
    const char *const *columns; /* that it must begin with */
    RowFunc collect;            /* may be NULL */
    RowFunc check;
} Walk;

static void
walk_table(Check *check, const char *path, const Walk *walk, gboolean collecting)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RenTsv) tsv = ren_tsv_read(path, walk->columns, &error);
    RowFunc func = collecting ? walk->collect : walk->check;
    if (tsv == NULL && !collecting) /* told once */
        g_ptr_array_add(check->problems, g_strdup(error->message));
    for (guint i = 0; tsv != NULL && func != NULL && i < tsv->rows->len; i++)
        func(check, tsv, i, tsv->rows->pdata[i]);
}

static void
walk_folder(Check *check, const char *dir, const Walk *walk, gboolean collecting)
{
    g_autofree char *folder = g_build_filename(dir, walk->folder, NULL);
    g_autoptr(GPtrArray) paths = ren_tsv_find(folder);
    g_hash_table_remove_all(check->seen);
    for (guint i = 0; i < paths->len; i++) {
        g_autofree char *name = g_path_get_basename(paths->pdata[i]);
        if (walk->only == NULL || g_str_equal(walk->only, name))
            walk_table(check, paths->pdata[i], walk, collecting);
    }
}

static void
walk_all(Check *check, const char *const *dirs, gboolean collecting)
{
    static const char *const words[] = {"word", "class", "canon", "attributes", NULL};
    static const char *const places[] = {"name", "short", "parent", "level", NULL};
    static const char *const surnames[] = {"surname", "count", NULL};
    static const char *const given[] = {"character", "single", "first", "last", NULL};
    static const char *const transliteration[] = {"character", "weight", NULL};
    static const char *const foreign[] = {"name", "kind", NULL};
    static const char *const people[] = {"name", "canon", NULL};
    static const Walk walks[] = {
        {"words", NULL, words, collect_word, check_word},
        {"places", NULL, places, collect_place, check_place},
        {"names", "surnames.tsv", surnames, NULL, check_name},
        {"names", "given.tsv", given, NULL, check_name},
        {"names", "transliteration.tsv", transliteration, NULL, check_name},
        {"names", "foreign.tsv", foreign, NULL, check_name},
        {"names", "people.tsv", people, collect_person, check_person},
    };
    for (guint d = 0; dirs[d] != NULL; d++)
        for (guint i = 0; i < G_N_ELEMENTS(walks); i++)
            walk_folder(check, dirs[d], &walks[i], collecting);
}

void
ren_lexicon_check(const char *const *dirs, GPtrArray *problems)
{
    Check check = {
        .words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .people = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
        .problems = problems,
    };
    /* A canon or a parent may stand in a later file or folder. */
    walk_all(&check, dirs, TRUE);
    walk_all(&check, dirs, FALSE);
    g_hash_table_unref(check.words);
    g_hash_table_unref(check.places);
    g_hash_table_unref(check.people);
    g_hash_table_unref(check.seen);
}

/* "printed → canonical" of one row. */
static void
check_canon_example(const RenLexicon *lexicon, const RenTsv *tsv, guint row, const char *example,
                    GPtrArray *problems)
{
    g_auto(GStrv) sides = g_strsplit(example, " → ", 2);
    const char *where = tsv->path;
    guint line = g_array_index(tsv->lines, guint, row);
    if (g_strv_length(sides) != 2) {
        g_ptr_array_add(problems,
                        g_strdup_printf(_("%s:%u: the example is missing: write a name → what becomes of it"),
                                        where, line));
        return;
    }
    g_autofree char *canonical = ren_lexicon_canonical(lexicon, sides[0]);
    if (!g_str_equal(canonical, sides[1]))
        g_ptr_array_add(problems, g_strdup_printf(_("%s:%u: makes '%s' of its example '%s', not '%s'"), where,
                                                  line, canonical, sides[0], sides[1]));
}

void
ren_lexicon_check_canon(const RenLexicon *lexicon, GPtrArray *problems)
{
    static const char *const columns[] = {"pattern", "replacement", "example", NULL};
    const char *const *dirs = ren_lexicon_get_dirs(lexicon);
    for (guint d = 0; dirs[d] != NULL; d++) {
        g_autofree char *path = g_build_filename(dirs[d], "rules", "canon.tsv", NULL);
        g_autoptr(RenTsv) tsv =
            g_file_test(path, G_FILE_TEST_EXISTS) ? ren_tsv_read(path, columns, NULL) : NULL;
        for (guint i = 0; tsv != NULL && i < tsv->rows->len; i++)
            check_canon_example(lexicon, tsv, i, ((char **)tsv->rows->pdata[i])[2], problems);
    }
}
