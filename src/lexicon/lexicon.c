#include "lexicon/lexicon.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "base/tsv.h"

struct _RenLexicon {
    GStrv dirs;                  /* owned */
    char *without;               /* owned; what is left out, or NULL */
    GStringChunk *strings;       /* owned; all strings of words and places */
    RenTrie *words;              /* owned */
    GArray *rows;                /* owned; of RenWord, row 0 unused */
    GArray *places;              /* owned; of RenPlace, place 0 unused */
    GHashTable *paths;           /* owned; path → place number */
    GPtrArray *former;           /* owned; of GStrv: rows of places that are called otherwise now */
    RenTrie *surnames;           /* owned */
    GArray *surname_costs;       /* owned; of float */
    GArray *surname_kinds;       /* owned; of gboolean: foreign */
    GHashTable *given;           /* owned; code point → float[3] */
    GHashTable *transliteration; /* owned; code point → float* */
    GHashTable *usual;           /* owned; solemn form of a body → the usual one */
    GHashTable *usual_except; /* owned; solemn form → last word of the places that keep it, "" for none */
    GPtrArray *fronted;       /* owned; of GStrv: rows of rules/fronted.tsv */
    GPtrArray *canons;        /* owned; of Canon: rows of rules/canon.tsv */
    GHashTable *skipped;      /* owned; set of words that short forms leave out */
    GHashTable *legal_tails;  /* owned; set of ends of firms' names that may be missing */
    GHashTable *short_lasts;  /* owned; last word → its short form */
    GHashTable *groups;       /* owned; name → char* of class bytes */
    GHashTable *asked;        /* borrowed; set of char *, or NULL */
    float numbers[REN_N_NUMBERS];
    float class_cost[REN_N_CLASSES];
    float step[REN_N_CLASSES][REN_N_CLASSES];
};

/* What makes a canonical name of a usual one. */
typedef struct {
    GRegex *pattern;   /* owned */
    char *replacement; /* owned */
} Canon;

static void
canon_free(Canon *canon)
{
    g_regex_unref(canon->pattern);
    g_free(canon->replacement);
    g_free(canon);
}

typedef gboolean (*RowFunc)(RenLexicon *lexicon, const RenTsv *tsv, guint row, char **cells, GError **error);

/* ---- words ---- */

RenLevel
ren_level_parse(const char *name)
{
    static const char *const names[] = {"",     "country", "province", "city",      "county",
                                        "town", "village", "zone",     "world-city"};
    for (guint i = 1; i < G_N_ELEMENTS(names); i++)
        if (g_str_equal(name, names[i]))
            return i;
    return REN_LEVEL_NONE;
}

static void
add_word(RenLexicon *lexicon, RenWord word)
{
    guint32 *slot = ren_trie_slot(lexicon->words, word.word);
    for (guint n = *slot; n != 0; n = g_array_index(lexicon->rows, RenWord, n).next) {
        RenWord *old = &g_array_index(lexicon->rows, RenWord, n);
        if (old->cls == word.cls && old->place == word.place) {
            /* The later folder has the last word. */
            word.next = old->next;
            *old = word;
            return;
        }
    }
    word.next = *slot;
    *slot = lexicon->rows->len;
    g_array_append_val(lexicon->rows, word);
}

static gboolean
parse_attributes(RenWord *word, RenLexicon *lexicon, const RenTsv *tsv, guint row, const char *text,
                 GError **error)
{
    g_auto(GStrv) parts = g_strsplit(text, " ", -1);
    for (guint i = 0; parts[i] != NULL; i++) {
        char *value = strchr(parts[i], '=');
        if (*parts[i] == '\0')
            continue;
        if (value == NULL)
            return ren_tsv_fail(tsv, row, error, _("attribute '%s' has no value: write key=value"), parts[i]);
        *value++ = '\0';
        if (g_str_equal(parts[i], "grade"))
            word->grade = CLAMP(atoi(value), 1, 6);
        else if (g_str_equal(parts[i], "role"))
            word->role = g_str_equal(value, "other") ? REN_ROLE_OTHER : REN_ROLE_OFFICIAL;
        else if (g_str_equal(parts[i], "organ"))
            word->organ = g_string_chunk_insert_const(lexicon->strings, value);
        else if (g_str_equal(parts[i], "level"))
            word->level = ren_level_parse(value);
        else if (g_str_equal(parts[i], "fixed"))
            word->fixed = TRUE;
        else if (g_str_equal(parts[i], "inside"))
            word->inside = TRUE;
        else if (g_str_equal(parts[i], "past") || g_str_equal(parts[i], "takes"))
            word->tense = REN_TENSE_ENDED;
        else if (g_str_equal(parts[i], "acting"))
            word->tense = REN_TENSE_ACTING;
        else if (g_str_equal(parts[i], "future"))
            word->tense = REN_TENSE_FUTURE;
    }
    return TRUE;
}

static gboolean
word_row(RenLexicon *lexicon, const RenTsv *tsv, guint row, char **cells, GError **error)
{
    RenWord word = {.word = g_string_chunk_insert_const(lexicon->strings, cells[0]),
                    .cls = ren_class_parse(cells[1])};
    if (word.cls == REN_CLASS_NONE)
        return ren_tsv_fail(tsv, row, error, _("unknown class '%s': see the list in gazetteer/README.md"),
                            cells[1]);
    if (*cells[0] == '\0')
        return ren_tsv_fail(tsv, row, error, _("the word is missing"));
    if (g_strv_length(cells) > 2 && *cells[2] != '\0')
        word.canon = g_string_chunk_insert_const(lexicon->strings, cells[2]);
    if (word.cls == REN_CLASS_WORD)
        word.grade = 1;
    if (g_strv_length(cells) > 3 && !parse_attributes(&word, lexicon, tsv, row, cells[3], error))
        return FALSE;
    if (word.cls == REN_CLASS_PLACE_SUFFIX && word.level == REN_LEVEL_ZONE)
        word.cls = REN_CLASS_ZONE_SUFFIX;
    /* A verb that is a noun too: an action (培训, 指导) is one class for both, any other verb stands there
     * twice. */
    if (word.inside) {
        RenWord noun = word;
        noun.cls = REN_CLASS_NOMINAL;
        add_word(lexicon, noun);
    }
    if (!word.inside || word.cls != REN_CLASS_ACTION)
        add_word(lexicon, word);
    return TRUE;
}

/* ---- places ---- */

/* Makes the full name and the short forms of place @n words; @cells are name, short and what follows. A
 * former name of two characters counts at home only: 林县长 is a Mr Lin. */
static void
add_place_words(RenLexicon *lexicon, guint n, char **cells)
{
    gboolean former = !g_str_equal(cells[0], g_array_index(lexicon->places, RenPlace, n).name);
    RenWord word = {.word = g_string_chunk_insert_const(lexicon->strings, cells[0]),
                    .cls = REN_CLASS_PLACE,
                    .level = g_array_index(lexicon->places, RenPlace, n).level,
                    .place = n,
                    .common = former && g_utf8_strlen(cells[0], -1) <= 2,
                    .full = TRUE};
    add_word(lexicon, word);
    word.full = FALSE;
    g_autofree char *plain = NULL;
    const char *shorts = cells[1];
    if (*shorts == '\0') {
        glong len = g_utf8_strlen(cells[0], -1);
        glong cut = g_str_has_suffix(cells[0], "街道") ? 2 : 1;
        shorts = plain = len - cut >= 2 ? g_utf8_substring(cells[0], 0, len - cut) : g_strdup("-");
    }
    g_auto(GStrv) forms = g_strsplit(shorts, " ", -1);
    for (guint i = 0; forms[i] != NULL; i++) {
        if (*forms[i] == '\0' || g_str_equal(forms[i], "-"))
            continue;
        word.word = g_string_chunk_insert_const(lexicon->strings, forms[i]);
        add_word(lexicon, word);
    }
}

static gboolean
place_row(RenLexicon *lexicon, const RenTsv *tsv, guint row, char **cells, GError **error)
{
    if (g_str_equal(cells[3], "former") && *cells[0] != '\0') {
        /* What it is now may stand in a file that is read later. */
        g_ptr_array_add(lexicon->former, g_strdupv(cells));
        return TRUE;
    }
    RenPlace place = {.level = ren_level_parse(cells[3]),
                      .name = g_string_chunk_insert_const(lexicon->strings, cells[0])};
    if (place.level == REN_LEVEL_NONE || *cells[0] == '\0')
        return ren_tsv_fail(tsv, row, error,
                            _("wants a name, and a level of province, city, county, town or village"));
    int code = ren_tsv_column(tsv, "code");
    if (code >= 0 && *cells[code] != '\0')
        place.code = g_string_chunk_insert_const(lexicon->strings, cells[code]);
    g_autofree char *path = g_strconcat(cells[2], cells[0], NULL);
    guint known = ren_lexicon_find_place(lexicon, path);
    if (known != 0) { /* a later folder repeats it, and may know its code */
        if (place.code != NULL)
            g_array_index(lexicon->places, RenPlace, known).code = place.code;
        return TRUE;
    }
    place.path = g_string_chunk_insert_const(lexicon->strings, path);
    guint n = lexicon->places->len;
    g_hash_table_insert(lexicon->paths, (gpointer)place.path, GUINT_TO_POINTER(n));
    /* Parents may stand in a file that is read later: their number is filled in at the end; keep the length
     * till then. */
    place.parent = strlen(cells[2]);
    g_array_append_val(lexicon->places, place);
    add_place_words(lexicon, n, cells);
    return TRUE;
}

static gboolean
link_former(RenLexicon *lexicon, char **cells, GError **error)
{
    guint n = ren_lexicon_find_place(lexicon, cells[2]);
    if (n == 0) {
        g_set_error(error, REN_ERROR, REN_ERROR_GAZETTEER,
                    _("places: '%s' is said to be '%s' now, which no table holds"), cells[0], cells[2]);
        return FALSE;
    }
    RenPlace *place = &g_array_index(lexicon->places, RenPlace, n);
    g_autofree char *names =
        place->former == NULL ? g_strdup(cells[0]) : g_strjoin(";", place->former, cells[0], NULL);
    place->former = g_string_chunk_insert_const(lexicon->strings, names);
    add_place_words(lexicon, n, cells);
    return TRUE;
}

static gboolean
link_places(RenLexicon *lexicon, GError **error)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint n = 1; n < lexicon->places->len; n++) {
        RenPlace *place = &g_array_index(lexicon->places, RenPlace, n);
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, place->name));
        g_hash_table_insert(counts, (gpointer)place->name, GUINT_TO_POINTER(count + 1));
        g_autofree char *above = g_strndup(place->path, place->parent);
        place->parent = 0;
        if (*above == '\0')
            continue;
        place->parent = ren_lexicon_find_place(lexicon, above);
        if (place->parent == 0 && place->level != REN_LEVEL_WORLD_CITY) {
            g_set_error(error, REN_ERROR, REN_ERROR_GAZETTEER,
                        _("places: '%s' lies in '%s', which no table holds"), place->name, above);
            return FALSE;
        }
    }
    for (guint n = 1; n < lexicon->places->len; n++) {
        RenPlace *place = &g_array_index(lexicon->places, RenPlace, n);
        place->alone = GPOINTER_TO_UINT(g_hash_table_lookup(counts, place->name)) == 1;
    }
    for (guint i = 0; i < lexicon->former->len; i++)
        if (!link_former(lexicon, lexicon->former->pdata[i], error))
            return FALSE;
    return TRUE;
}

/* A short name that is also a word of the language says too little away from home. */
static void
mark_common_places(RenLexicon *lexicon)
{
    for (guint n = 1; n < lexicon->rows->len; n++) {
        RenWord *word = &g_array_index(lexicon->rows, RenWord, n);
        if (word->cls != REN_CLASS_PLACE)
            continue;
        for (guint m = ren_trie_find(lexicon->words, word->word); m != 0;
             m = g_array_index(lexicon->rows, RenWord, m).next) {
            RenClass cls = g_array_index(lexicon->rows, RenWord, m).cls;
            if (cls != REN_CLASS_PLACE && cls != REN_CLASS_NONE)
                word->common = TRUE;
        }
    }
}

static gboolean
has_row(const RenLexicon *lexicon, const char *word, RenClass cls)
{
    return ren_lexicon_find(lexicon, word, cls) != NULL;
}

/* Classes beside which a background word may stand: names that are words too. */
static gboolean
may_be_word(RenClass cls)
{
    switch (cls) {
    case REN_CLASS_NONE:
    case REN_CLASS_WORD:
    case REN_CLASS_PLACE:
    case REN_CLASS_PERSON:
    case REN_CLASS_FOREIGN:
    case REN_CLASS_MEASURE:
    case REN_CLASS_PLACE_SUFFIX:
    case REN_CLASS_ZONE_SUFFIX:
    case REN_CLASS_LANDMARK_SUFFIX:
        return TRUE;
    default:
        return FALSE;
    }
}

/* A word that hides a relative word and an organ (区委, 市政府) yields to them; a background word, which only
 * prices paths, yields to a curated class of the same word. Single characters only become rarer. */
static void
drop_hiding_words(RenLexicon *lexicon)
{
    for (guint n = 1; n < lexicon->rows->len; n++) {
        RenWord *word = &g_array_index(lexicon->rows, RenWord, n);
        if (word->cls != REN_CLASS_WORD && word->cls != REN_CLASS_ORG_SUFFIX && word->cls != REN_CLASS_FIELD)
            continue;
        if (g_utf8_strlen(word->word, -1) < 2 && word->cls != REN_CLASS_WORD)
            continue;
        if (g_utf8_strlen(word->word, -1) < 2) {
            /* 在 is a preposition before it is anything else; a rare character is rather a part of a name. */
            gboolean function = has_row(lexicon, word->word, REN_CLASS_FUNCTION) ||
                                has_row(lexicon, word->word, REN_CLASS_PRONOUN);
            if (has_row(lexicon, word->word, REN_CLASS_CONJ) ||
                has_row(lexicon, word->word, REN_CLASS_APPOINT) ||
                has_row(lexicon, word->word, REN_CLASS_SPEECH) || (function && word->grade == 6))
                word->cls = REN_CLASS_NONE;
            else if (!function && word->grade <= 3)
                word->cls = REN_CLASS_CHAR;
            if (function)
                word->grade = MIN(word->grade, 4);
            continue;
        }
        const char *rest = g_utf8_next_char(word->word);
        g_autofree char *first = g_strndup(word->word, rest - word->word);
        gboolean hides =
            has_row(lexicon, first, REN_CLASS_RELATIVE) && has_row(lexicon, rest, REN_CLASS_ORGAN);
        for (guint m = ren_trie_find(lexicon->words, word->word);
             m != 0 && !hides && word->cls == REN_CLASS_WORD;
             m = g_array_index(lexicon->rows, RenWord, m).next)
            hides = !may_be_word(g_array_index(lexicon->rows, RenWord, m).cls);
        if (hides)
            word->cls = REN_CLASS_NONE;
    }
}

/* ---- names ---- */

static gboolean
surname_row(RenLexicon *lexicon, const RenTsv *tsv, guint row, char **cells, GError **error)
{
    double count = g_ascii_strtod(cells[1], NULL);
    if (count <= 0)
        return ren_tsv_fail(tsv, row, error, _("the count of a surname must be above 0"));
    float cost = -logf(count / 1e5);
    gboolean foreign = FALSE;
    *ren_trie_slot(lexicon->surnames, cells[0]) = lexicon->surname_costs->len;
    g_array_append_val(lexicon->surname_costs, cost);
    g_array_append_val(lexicon->surname_kinds, foreign);
    return TRUE;
}

static gboolean
given_row(RenLexicon *lexicon, G_GNUC_UNUSED const RenTsv *tsv, G_GNUC_UNUSED guint row, char **cells,
          G_GNUC_UNUSED GError **error)
{
    float *costs = g_new(float, 3);
    for (guint i = 0; i < 3; i++) {
        double count = g_ascii_strtod(cells[i + 1], NULL);
        costs[i] = count > 0 ? -log(count / 1e5) : INFINITY;
    }
    g_hash_table_insert(lexicon->given, GUINT_TO_POINTER(g_utf8_get_char(cells[0])), costs);
    return TRUE;
}

static gboolean
transliteration_row(RenLexicon *lexicon, const RenTsv *tsv, guint row, char **cells, GError **error)
{
    double weight = g_ascii_strtod(cells[1], NULL);
    if (weight <= 0)
        return ren_tsv_fail(tsv, row, error, _("the weight must be above 0"));
    float *cost = g_new(float, 1);
    *cost = -log(weight / 1e4);
    g_hash_table_insert(lexicon->transliteration, GUINT_TO_POINTER(g_utf8_get_char(cells[0])), cost);
    return TRUE;
}

static gboolean
foreign_row(RenLexicon *lexicon, const RenTsv *tsv, guint row, char **cells, GError **error)
{
    if (g_str_equal(cells[1], "surname")) {
        guint32 *slot = ren_trie_slot(lexicon->surnames, cells[0]);
        if (*slot != 0)
            return TRUE; /* Chinese as well */
        float cost = ren_lexicon_number(lexicon, REN_NUMBER_FOREIGN_SURNAME);
        gboolean foreign = TRUE;
        *slot = lexicon->surname_costs->len;
        g_array_append_val(lexicon->surname_costs, cost);
        g_array_append_val(lexicon->surname_kinds, foreign);
        return TRUE;
    }
    if (!g_str_equal(cells[1], "given"))
        return ren_tsv_fail(tsv, row, error, _("unknown kind '%s', expected surname or given"), cells[1]);
    RenWord word = {.word = g_string_chunk_insert_const(lexicon->strings, cells[0]),
                    .cls = REN_CLASS_FOREIGN};
    add_word(lexicon, word);
    return TRUE;
}

static gboolean
people_row(RenLexicon *lexicon, G_GNUC_UNUSED const RenTsv *tsv, G_GNUC_UNUSED guint row, char **cells,
           G_GNUC_UNUSED GError **error)
{
    RenWord word = {.word = g_string_chunk_insert_const(lexicon->strings, cells[0]), .cls = REN_CLASS_PERSON};
    word.canon = g_string_chunk_insert_const(lexicon->strings, *cells[1] != '\0' ? cells[1] : cells[0]);
    add_word(lexicon, word);
    return TRUE;
}

/* ---- rules: groups, costs, steps ---- */

const char *
ren_lexicon_group(const RenLexicon *lexicon, const char *name)
{
    return g_hash_table_lookup(lexicon->groups, name);
}

static gboolean
group_row(RenLexicon *lexicon, const RenTsv *tsv, guint row, char **cells, GError **error)
{
    g_autoptr(GString) members = g_string_new(NULL);
    g_auto(GStrv) parts = g_strsplit(cells[1], " ", -1);
    for (guint i = 0; parts[i] != NULL; i++) {
        if (*parts[i] == '\0')
            continue;
        const char *group = ren_lexicon_group(lexicon, parts[i]);
        if (group == NULL)
            return ren_tsv_fail(tsv, row, error, _("'%s' is neither a class nor a group above this line"),
                                parts[i]);
        for (const char *p = group; *p != '\0'; p++)
            if (strchr(members->str, *p) == NULL)
                g_string_append_c(members, *p);
    }
    g_hash_table_insert(lexicon->groups, g_strdup(cells[0]), g_strdup(members->str));
    return TRUE;
}

static gboolean
cost_row(RenLexicon *lexicon, const RenTsv *tsv, guint row, char **cells, GError **error)
{
    static const char *const numbers[] = {
#define X(id, name) name,
        REN_NUMBERS(X)
#undef X
    };
    float cost = g_ascii_strtod(cells[1], NULL);
    RenClass cls = ren_class_parse(cells[0]);
    if (cls != REN_CLASS_NONE) {
        lexicon->class_cost[cls] = cost;
        return TRUE;
    }
    for (guint i = 0; i < REN_N_NUMBERS; i++) {
        if (g_str_equal(numbers[i], cells[0])) {
            lexicon->numbers[i] = cost;
            return TRUE;
        }
    }
    return ren_tsv_fail(tsv, row, error, _("'%s' is neither a class nor a number of the program"), cells[0]);
}

static gboolean
step_row(RenLexicon *lexicon, const RenTsv *tsv, guint row, char **cells, GError **error)
{
    const char *from = ren_lexicon_group(lexicon, cells[0]), *to = ren_lexicon_group(lexicon, cells[1]);
    if (from == NULL || to == NULL)
        return ren_tsv_fail(tsv, row, error, _("'%s' is neither a class nor a group"),
                            from == NULL ? cells[0] : cells[1]);
    float cost = g_str_equal(cells[2], "never") ? INFINITY : g_ascii_strtod(cells[2], NULL);
    for (const char *f = from; *f != '\0'; f++)
        for (const char *t = to; *t != '\0'; t++)
            lexicon->step[(guint8)*f][(guint8)*t] = cost;
    return TRUE;
}

static gboolean
usual_row(RenLexicon *lexicon, G_GNUC_UNUSED const RenTsv *tsv, G_GNUC_UNUSED guint row, char **cells,
          G_GNUC_UNUSED GError **error)
{
    g_hash_table_insert(lexicon->usual, g_strdup(cells[0]), g_strdup(cells[1]));
    g_hash_table_insert(lexicon->usual_except, g_strdup(cells[0]), g_strdup(cells[2]));
    return TRUE;
}

static gboolean
fronted_row(RenLexicon *lexicon, G_GNUC_UNUSED const RenTsv *tsv, G_GNUC_UNUSED guint row, char **cells,
            G_GNUC_UNUSED GError **error)
{
    g_ptr_array_add(lexicon->fronted, g_strdupv(cells));
    return TRUE;
}

static gboolean
canon_row(RenLexicon *lexicon, const RenTsv *tsv, guint row, char **cells, GError **error)
{
    g_autoptr(GError) problem = NULL;
    g_autoptr(GRegex) pattern = g_regex_new(cells[0], G_REGEX_OPTIMIZE, 0, &problem);
    if (pattern == NULL || !g_regex_check_replacement(cells[1], NULL, &problem))
        return ren_tsv_fail(tsv, row, error, "%s", problem->message);
    Canon *canon = g_new(Canon, 1);
    *canon = (Canon){g_steal_pointer(&pattern), g_strdup(cells[1])};
    g_ptr_array_add(lexicon->canons, canon);
    return TRUE;
}

static gboolean
abbreviation_row(RenLexicon *lexicon, const RenTsv *tsv, guint row, char **cells, GError **error)
{
    if (g_str_equal(cells[0], "skip"))
        g_hash_table_add(lexicon->skipped, g_strdup(cells[1]));
    else if (g_str_equal(cells[0], "last"))
        g_hash_table_insert(lexicon->short_lasts, g_strdup(cells[1]), g_strdup(cells[2]));
    else if (g_str_equal(cells[0], "legal"))
        g_hash_table_add(lexicon->legal_tails, g_strdup(cells[1]));
    else
        return ren_tsv_fail(tsv, row, error, _("unknown kind '%s', expected skip, last or legal"), cells[0]);
    return TRUE;
}

static void
add_class_groups(RenLexicon *lexicon)
{
    GString *any = g_string_new(NULL);
    for (guint i = 1; i < REN_N_CLASSES; i++) {
        char one[2] = {(char)i, '\0'};
        g_hash_table_insert(lexicon->groups, g_strdup(ren_class_name(i)), g_strdup(one));
        g_string_append_c(any, (char)i);
    }
    g_hash_table_insert(lexicon->groups, g_strdup("any"), g_string_free(any, FALSE));
}

/* ---- loading ---- */

static gboolean
load_table(RenLexicon *lexicon, const char *path, const char *const *columns, RowFunc func, GError **error)
{
    if (ren_lexicon_leaves_out(lexicon, path))
        return TRUE;
    g_autoptr(RenTsv) tsv = ren_tsv_read(path, columns, error);
    if (tsv == NULL)
        return FALSE;
    for (guint i = 0; i < tsv->rows->len; i++)
        if (!func(lexicon, tsv, i, tsv->rows->pdata[i], error))
            return FALSE;
    return TRUE;
}

/* One table of each folder that has it. */
static gboolean
load_named(RenLexicon *lexicon, const char *name, const char *const *columns, RowFunc func, GError **error)
{
    for (guint i = 0; lexicon->dirs[i] != NULL; i++) {
        g_autofree char *path = g_build_filename(lexicon->dirs[i], name, NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS) && !load_table(lexicon, path, columns, func, error))
            return FALSE;
    }
    return TRUE;
}

/* All tables below a folder, in the order of their names. */
static gboolean
load_folder(RenLexicon *lexicon, const char *name, const char *const *columns, RowFunc func, GError **error)
{
    for (guint i = 0; lexicon->dirs[i] != NULL; i++) {
        g_autofree char *folder = g_build_filename(lexicon->dirs[i], name, NULL);
        g_autoptr(GPtrArray) paths = ren_tsv_find(folder); /* a user's gazetteer need not have all folders */
        for (guint k = 0; k < paths->len; k++)
            if (!load_table(lexicon, paths->pdata[k], columns, func, error))
                return FALSE;
    }
    return TRUE;
}

static const char *const group_columns[] = {"group", "members", NULL};
static const char *const cost_columns[] = {"name", "cost", NULL};
static const char *const step_columns[] = {"from", "to", "cost", NULL};
static const char *const usual_columns[] = {"printed", "usual", "except", NULL};
static const char *const fronted_columns[] = {"front", "printed", "usual", "town", NULL};
static const char *const canon_columns[] = {"pattern", "replacement", "example", NULL};
static const char *const abbreviation_columns[] = {"kind", "word", "short", NULL};
static const char *const word_columns[] = {"word", "class", "canon", "attributes", NULL};
static const char *const place_columns[] = {"name", "short", "parent", "level", NULL};
static const char *const surname_columns[] = {"surname", "count", NULL};
static const char *const given_columns[] = {"character", "single", "first", "last", NULL};
static const char *const transliteration_columns[] = {"character", "weight", NULL};
static const char *const foreign_columns[] = {"name", "kind", NULL};
static const char *const people_columns[] = {"name", "canon", NULL};

static gboolean
load_all(RenLexicon *lexicon, GError **error)
{
    if (!load_named(lexicon, "rules/groups.tsv", group_columns, group_row, error) ||
        !load_named(lexicon, "rules/costs.tsv", cost_columns, cost_row, error) ||
        !load_named(lexicon, "rules/steps.tsv", step_columns, step_row, error) ||
        !load_named(lexicon, "rules/usual.tsv", usual_columns, usual_row, error) ||
        !load_named(lexicon, "rules/fronted.tsv", fronted_columns, fronted_row, error) ||
        !load_named(lexicon, "rules/canon.tsv", canon_columns, canon_row, error) ||
        !load_named(lexicon, "rules/abbreviation.tsv", abbreviation_columns, abbreviation_row, error) ||
        !load_folder(lexicon, "words", word_columns, word_row, error) ||
        !load_folder(lexicon, "places", place_columns, place_row, error) || !link_places(lexicon, error) ||
        !load_named(lexicon, "names/surnames.tsv", surname_columns, surname_row, error) ||
        !load_named(lexicon, "names/given.tsv", given_columns, given_row, error) ||
        !load_named(lexicon, "names/transliteration.tsv", transliteration_columns, transliteration_row,
                    error) ||
        !load_named(lexicon, "names/foreign.tsv", foreign_columns, foreign_row, error) ||
        !load_named(lexicon, "names/people.tsv", people_columns, people_row, error))
        return FALSE;
    drop_hiding_words(lexicon);
    mark_common_places(lexicon);
    return TRUE;
}

gboolean
ren_lexicon_leaves_out(const RenLexicon *lexicon, const char *what)
{
    return lexicon->without != NULL && g_str_equal(lexicon->without, what);
}

RenLexicon *
ren_lexicon_new(const char *const *dirs, GError **error)
{
    return ren_lexicon_new_without(dirs, NULL, error);
}

RenLexicon *
ren_lexicon_new_without(const char *const *dirs, const char *without, GError **error)
{
    g_autoptr(RenLexicon) lexicon = g_new0(RenLexicon, 1);
    lexicon->dirs = g_strdupv((GStrv)dirs);
    lexicon->without = g_strdup(without);
    lexicon->strings = g_string_chunk_new(1 << 16);
    lexicon->words = ren_trie_new();
    lexicon->rows = g_array_new(FALSE, TRUE, sizeof(RenWord));
    lexicon->places = g_array_new(FALSE, TRUE, sizeof(RenPlace));
    lexicon->paths = g_hash_table_new(g_str_hash, g_str_equal);
    lexicon->former = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    lexicon->surnames = ren_trie_new();
    lexicon->surname_costs = g_array_new(FALSE, TRUE, sizeof(float));
    lexicon->surname_kinds = g_array_new(FALSE, TRUE, sizeof(gboolean));
    lexicon->given = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    lexicon->transliteration = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    lexicon->usual = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    lexicon->usual_except = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    lexicon->fronted = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    lexicon->canons = g_ptr_array_new_with_free_func((GDestroyNotify)canon_free);
    lexicon->skipped = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    lexicon->legal_tails = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    lexicon->short_lasts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    lexicon->groups = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    /* Numbers count from 1: 0 means none. */
    g_array_set_size(lexicon->rows, 1);
    g_array_set_size(lexicon->places, 1);
    g_array_set_size(lexicon->surname_costs, 1);
    g_array_set_size(lexicon->surname_kinds, 1);
    add_class_groups(lexicon);
    if (!load_all(lexicon, error))
        return NULL;
    return g_steal_pointer(&lexicon);
}

void
ren_lexicon_free(RenLexicon *lexicon)
{
    if (lexicon == NULL)
        return;
    g_strfreev(lexicon->dirs);
    g_free(lexicon->without);
    g_string_chunk_free(lexicon->strings);
    ren_trie_free(lexicon->words);
    g_array_unref(lexicon->rows);
    g_array_unref(lexicon->places);
    g_hash_table_unref(lexicon->paths);
    g_ptr_array_unref(lexicon->former);
    ren_trie_free(lexicon->surnames);
    g_array_unref(lexicon->surname_costs);
    g_array_unref(lexicon->surname_kinds);
    g_hash_table_unref(lexicon->given);
    g_hash_table_unref(lexicon->transliteration);
    g_hash_table_unref(lexicon->usual);
    g_hash_table_unref(lexicon->usual_except);
    g_ptr_array_unref(lexicon->fronted);
    g_ptr_array_unref(lexicon->canons);
    g_hash_table_unref(lexicon->skipped);
    g_hash_table_unref(lexicon->legal_tails);
    g_hash_table_unref(lexicon->short_lasts);
    g_hash_table_unref(lexicon->groups);
    g_free(lexicon);
}

/* ---- asking ---- */

const RenTrie *
ren_lexicon_get_words(const RenLexicon *lexicon)
{
    return lexicon->words;
}

const RenWord *
ren_lexicon_get_word(const RenLexicon *lexicon, guint n)
{
    return &g_array_index(lexicon->rows, RenWord, n);
}

void
ren_lexicon_listen(RenLexicon *lexicon, GHashTable *asked)
{
    lexicon->asked = asked;
}

void
ren_lexicon_note_asked(const RenLexicon *lexicon, const char *text)
{
    if (lexicon->asked != NULL)
        g_hash_table_add(lexicon->asked, g_strdup(text));
}

const RenWord *
ren_lexicon_find(const RenLexicon *lexicon, const char *word, RenClass cls)
{
    ren_lexicon_note_asked(lexicon, word);
    for (guint n = ren_trie_find(lexicon->words, word); n != 0; n = ren_lexicon_get_word(lexicon, n)->next)
        if (ren_lexicon_get_word(lexicon, n)->cls == cls)
            return ren_lexicon_get_word(lexicon, n);
    return NULL;
}

const RenPlace *
ren_lexicon_get_place(const RenLexicon *lexicon, guint n)
{
    return &g_array_index(lexicon->places, RenPlace, n);
}

guint
ren_lexicon_find_place(const RenLexicon *lexicon, const char *path)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(lexicon->paths, path));
}

guint
ren_lexicon_n_places(const RenLexicon *lexicon)
{
    return lexicon->places->len - 1;
}

const RenTrie *
ren_lexicon_get_surnames(const RenLexicon *lexicon)
{
    return lexicon->surnames;
}

float
ren_lexicon_surname_cost(const RenLexicon *lexicon, guint32 surname)
{
    return g_array_index(lexicon->surname_costs, float, surname);
}

gboolean
ren_lexicon_surname_foreign(const RenLexicon *lexicon, guint32 surname)
{
    return g_array_index(lexicon->surname_kinds, gboolean, surname);
}

float
ren_lexicon_given_cost(const RenLexicon *lexicon, gunichar c, RenGiven where)
{
    const float *costs = g_hash_table_lookup(lexicon->given, GUINT_TO_POINTER(c));
    return costs == NULL ? INFINITY : costs[where];
}

float
ren_lexicon_transliteration_cost(const RenLexicon *lexicon, gunichar c)
{
    const float *cost = g_hash_table_lookup(lexicon->transliteration, GUINT_TO_POINTER(c));
    return cost == NULL ? INFINITY : *cost;
}

float
ren_lexicon_class_cost(const RenLexicon *lexicon, RenClass cls)
{
    return lexicon->class_cost[cls];
}

float
ren_lexicon_step_cost(const RenLexicon *lexicon, RenClass from, RenClass to)
{
    return lexicon->step[from][to];
}

float
ren_lexicon_number(const RenLexicon *lexicon, RenNumber number)
{
    return lexicon->numbers[number];
}

const char *
ren_lexicon_usual(const RenLexicon *lexicon, const char *place, const char *text, gsize *len)
{
    const char *usual = NULL;
    for (const char *p = text; *p != '\0';) {
        p = g_utf8_next_char(p);
        g_autofree char *head = g_strndup(text, p - text);
        const char *found = g_hash_table_lookup(lexicon->usual, head);
        const char *except = g_hash_table_lookup(lexicon->usual_except, head);
        if (found != NULL && (*except == '\0' || !g_str_has_suffix(place, except))) {
            usual = found;
            *len = p - text;
        }
    }
    return usual;
}

const GPtrArray *
ren_lexicon_get_fronted(const RenLexicon *lexicon)
{
    return lexicon->fronted;
}

char *
ren_lexicon_canonical(const RenLexicon *lexicon, const char *name)
{
    char *canonical = g_strdup(name);
    for (guint i = 0; i < lexicon->canons->len; i++) {
        const Canon *canon = lexicon->canons->pdata[i];
        char *next = g_regex_replace(canon->pattern, canonical, -1, 0, canon->replacement, 0, NULL);
        if (next == NULL)
            continue;
        g_free(canonical);
        canonical = next;
    }
    return canonical;
}

gboolean
ren_lexicon_is_skipped(const RenLexicon *lexicon, const char *word)
{
    return g_hash_table_contains(lexicon->skipped, word);
}

gsize
ren_lexicon_legal_tail(const RenLexicon *lexicon, const char *name)
{
    for (const char *p = name; *p != '\0'; p = g_utf8_next_char(p))
        if (p != name && g_hash_table_contains(lexicon->legal_tails, p))
            return strlen(p);
    return 0;
}

const char *
ren_lexicon_short_last(const RenLexicon *lexicon, const char *word)
{
    return g_hash_table_lookup(lexicon->short_lasts, word);
}

const char *const *
ren_lexicon_get_dirs(const RenLexicon *lexicon)
{
    return (const char *const *)lexicon->dirs;
}
