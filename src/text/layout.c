#define PCRE2_CODE_UNIT_WIDTH 8
#include "text/layout.h"

#include <pcre2.h>
#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "base/tsv.h"

/* What a pattern sees of a long paragraph, in bytes. */
#define HEAD 320
#define TAIL 260
/* No pattern of the table needs a tenth of it; a user's own may be worse. */
#define MATCH_LIMIT 200000

typedef enum { SCOPE_HEAD, SCOPE_TAIL, SCOPE_WHOLE } Scope;

static const struct {
    const char *name;
    guint flag;
    Scope scope;
} kinds[] = {
    {"lead", REN_LAYOUT_LEAD, SCOPE_HEAD},
    {"byline", REN_LAYOUT_BYLINE, SCOPE_WHOLE},
    {"author", REN_LAYOUT_AUTHOR, SCOPE_WHOLE},
    {"credit", REN_LAYOUT_CREDIT, SCOPE_TAIL},
    {"photo", REN_LAYOUT_PHOTO, SCOPE_HEAD},
    {"jump-from", REN_LAYOUT_JUMP_FROM, SCOPE_HEAD},
    {"jump-to", REN_LAYOUT_JUMP_TO, SCOPE_TAIL},
    {"end", REN_LAYOUT_END, SCOPE_TAIL},
    {"furniture", REN_LAYOUT_FURNITURE, SCOPE_WHOLE},
    {"section", REN_LAYOUT_SECTION, SCOPE_WHOLE},
    {"kicker", REN_LAYOUT_KICKER, SCOPE_WHOLE},
    {"deck", REN_LAYOUT_DECK, SCOPE_HEAD},
    {"opening", REN_LAYOUT_OPENING, SCOPE_HEAD},
    {"running", REN_LAYOUT_RUNNING, SCOPE_HEAD},
    {"note", REN_LAYOUT_NOTE, SCOPE_HEAD},
};

/* One row. */
typedef struct {
    guint flag;
    Scope scope;
    guint table;      /* index in RenLayout.tables */
    guint row;        /* in that table */
    pcre2_code *code; /* owned */
} Pattern;

struct _RenLayout {
    GPtrArray *tables;            /* owned; of RenTsv */
    GPtrArray *patterns;          /* owned; of Pattern */
    GHashTable *words;            /* owned; name → pattern, both owned */
    pcre2_match_context *context; /* owned */
};

static void
pattern_free(gpointer data)
{
    Pattern *pattern = data;
    pcre2_code_free(pattern->code);
    g_free(pattern);
}

void
ren_layout_free(RenLayout *layout)
{
    if (layout == NULL)
        return;
    g_ptr_array_unref(layout->tables);
    g_ptr_array_unref(layout->patterns);
    g_hash_table_unref(layout->words);
    pcre2_match_context_free(layout->context);
    g_free(layout);
}

/* Puts the defined words in: <name> → (?:…). Groups such as (?<x>…) and (?<= are PCRE2's own. */
static char *
expand(const RenLayout *layout, const char *pattern, char **unknown)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *p = pattern; *p != '\0'; p++) {
        gboolean group = p >= pattern + 2 && p[-1] == '?' && p[-2] == '(';
        gboolean opens = *p == '<' && g_ascii_isalpha(p[1]) && !group;
        const char *end = opens ? strchr(p, '>') : NULL;
        if (end == NULL) {
            g_string_append_c(out, *p);
            continue;
        }
        g_autofree char *name = g_strndup(p + 1, end - p - 1);
        const char *word = g_hash_table_lookup(layout->words, name);
        if (word == NULL) {
            *unknown = g_steal_pointer(&name);
            return NULL;
        }
        g_string_append_printf(out, "(?:%s)", word);
        p = end;
    }
    return g_string_free(g_steal_pointer(&out), FALSE);
}

static gboolean
define(RenLayout *layout, const RenTsv *tsv, guint row, const char *body, GError **error)
{
    const char *equals = strstr(body, " = ");
    if (equals == NULL)
        return ren_tsv_fail(tsv, row, error, _("a definition is written 'word = pattern'"));
    g_hash_table_insert(layout->words, g_strndup(body, equals - body), g_strdup(equals + 3));
    return TRUE;
}

static gboolean
add_row(RenLayout *layout, const RenTsv *tsv, guint table, guint row, GError **error)
{
    GStrv cells = tsv->rows->pdata[row];
    g_autofree char *unknown = NULL;
    g_autofree char *body = expand(layout, cells[1], &unknown);
    if (body == NULL)
        return ren_tsv_fail(tsv, row, error, _("'<%s>' is not defined above"), unknown);
    if (g_str_equal(cells[0], "define"))
        return define(layout, tsv, row, body, error);
    guint kind = 0;
    while (kind < G_N_ELEMENTS(kinds) && !g_str_equal(kinds[kind].name, cells[0]))
        kind++;
    if (kind == G_N_ELEMENTS(kinds))
        return ren_tsv_fail(tsv, row, error, _("unknown kind '%s'"), cells[0]);
    int code;
    PCRE2_SIZE offset;
    pcre2_code *compiled = pcre2_compile((PCRE2_SPTR)body, PCRE2_ZERO_TERMINATED,
                                         PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY, &code, &offset, NULL);
    if (compiled == NULL) {
        char message[128];
        pcre2_get_error_message(code, (PCRE2_UCHAR *)message, sizeof message);
        return ren_tsv_fail(tsv, row, error, _("pattern '%s': %s"), cells[1], message);
    }
    pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE);
    Pattern *pattern = g_new(Pattern, 1);
    *pattern = (Pattern){kinds[kind].flag, kinds[kind].scope, table, row, compiled};
    g_ptr_array_add(layout->patterns, pattern);
    return TRUE;
}

RenLayout *
ren_layout_new(const char *const *dirs, GError **error)
{
    static const char *const columns[] = {"kind", "pattern", "example", "counter-example", "comment", NULL};
    g_autoptr(RenLayout) layout = g_new0(RenLayout, 1);
    layout->tables = g_ptr_array_new_with_free_func((GDestroyNotify)ren_tsv_free);
    layout->patterns = g_ptr_array_new_with_free_func(pattern_free);
    layout->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    layout->context = pcre2_match_context_create(NULL);
    pcre2_set_match_limit(layout->context, MATCH_LIMIT);
    for (guint i = 0; dirs[i] != NULL; i++) {
        g_autofree char *path = g_build_filename(dirs[i], "rules", "layout.tsv", NULL);
        if (!g_file_test(path, G_FILE_TEST_EXISTS))
            continue;
        RenTsv *tsv = ren_tsv_read(path, columns, error);
        if (tsv == NULL)
            return NULL;
        g_ptr_array_add(layout->tables, tsv);
        for (guint row = 0; row < tsv->rows->len; row++)
            if (!add_row(layout, tsv, layout->tables->len - 1, row, error))
                return NULL;
    }
    if (layout->tables->len == 0) {
        g_set_error(error, REN_ERROR, REN_ERROR_GAZETTEER,
                    _("no table 'rules/layout.tsv' in the gazetteer folders"));
        return NULL;
    }
    return g_steal_pointer(&layout);
}

/* Moves @p, inside @text, to the border of a character at or before it. */
static const char *
char_border(const char *text, const char *p)
{
    while (p > text && ((guint8)*p & 0xc0) == 0x80)
        p--;
    return p;
}

/* A paragraph cut to what each scope sees. */
typedef struct {
    const char *text;
    gsize len;
    guint options; /* of pcre2_match: the cut end is no border */
} Window;

static void
cut(const char *text, gsize len, Window windows[3])
{
    gboolean is_short = len <= HEAD;
    windows[SCOPE_HEAD] = (Window){text, len, 0};
    windows[SCOPE_TAIL] = (Window){text, len, 0};
    windows[SCOPE_WHOLE] = (Window){text, is_short ? len : 0, 0};
    if (is_short)
        return;
    windows[SCOPE_HEAD].len = char_border(text, text + HEAD) - text;
    windows[SCOPE_HEAD].options = PCRE2_NOTEOL;
    windows[SCOPE_TAIL].text = char_border(text, text + len - TAIL);
    windows[SCOPE_TAIL].len = text + len - windows[SCOPE_TAIL].text;
    windows[SCOPE_TAIL].options = PCRE2_NOTBOL;
}

static gboolean
meets(const RenLayout *layout, const Pattern *pattern, const Window *window, pcre2_match_data *data)
{
    return window->len > 0 && pcre2_match(pattern->code, (PCRE2_SPTR)window->text, window->len, 0,
                                          window->options | PCRE2_NO_UTF_CHECK, data, layout->context) >= 0;
}

guint
ren_layout_classify(const RenLayout *layout, const char *text, gsize len)
{
    Window windows[3];
    cut(text, len, windows);
    pcre2_match_data *data = pcre2_match_data_create(1, NULL);
    guint flags = 0;
    for (guint i = 0; i < layout->patterns->len; i++) {
        const Pattern *pattern = layout->patterns->pdata[i];
        if ((flags & pattern->flag) == 0 && meets(layout, pattern, &windows[pattern->scope], data))
            flags |= pattern->flag;
    }
    pcre2_match_data_free(data);
    return flags;
}

guint
ren_layout_count(const RenLayout *layout)
{
    return layout->patterns->len;
}

/* Tries each of @cases, parted by " ; ", against one pattern. */
static gboolean
check_cases(const RenLayout *layout, const Pattern *pattern, const char *cases, gboolean expected,
            GError **error)
{
    if (*cases == '\0')
        return TRUE;
    g_auto(GStrv) texts = g_strsplit(cases, " ; ", -1);
    pcre2_match_data *data = pcre2_match_data_create(1, NULL);
    const char *wrong = NULL;
    for (guint i = 0; texts[i] != NULL && wrong == NULL; i++) {
        Window windows[3];
        cut(texts[i], strlen(texts[i]), windows);
        if (meets(layout, pattern, &windows[pattern->scope], data) != expected)
            wrong = texts[i];
    }
    pcre2_match_data_free(data);
    return wrong == NULL || ren_tsv_fail(layout->tables->pdata[pattern->table], pattern->row, error,
                                         expected ? _("does not match its example '%s'")
                                                  : _("matches its counter-example '%s'"),
                                         wrong);
}

gboolean
ren_layout_check(const RenLayout *layout, GError **error)
{
    for (guint i = 0; i < layout->patterns->len; i++) {
        const Pattern *pattern = layout->patterns->pdata[i];
        const RenTsv *tsv = layout->tables->pdata[pattern->table];
        GStrv cells = tsv->rows->pdata[pattern->row];
        if (!check_cases(layout, pattern, cells[2], TRUE, error) ||
            !check_cases(layout, pattern, cells[3], FALSE, error))
            return FALSE;
    }
    return TRUE;
}
