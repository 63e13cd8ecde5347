#define PCRE2_CODE_UNIT_WIDTH 8
#include "corpus/masthead.h"

#include <pcre2.h>
#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "base/tsv.h"

/* A paragraph that is longer, in bytes, is no header line. */
#define MAX_LINE 200
/* So many paragraphs at the top and at the end can hold a masthead. */
#define MASTHEAD_LINES 12
/* No pattern of the table needs a tenth of it; a user's own may be worse. */
#define MATCH_LIMIT 100000

enum { PAPER, NUMBER, PAGE, N_FIELDS };
static const char *const fields[N_FIELDS] = {"paper", "number", "page"};

/* One row. */
typedef struct {
    guint field;
    gboolean of_name; /* of a file or folder, not of a line */
    guint table;      /* index in RenMasthead.tables */
    guint row;        /* in that table */
    pcre2_code *code; /* owned */
} Pattern;

struct _RenMasthead {
    GPtrArray *tables;            /* owned; of RenTsv */
    GPtrArray *patterns;          /* owned; of Pattern */
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
ren_masthead_free(RenMasthead *masthead)
{
    if (masthead == NULL)
        return;
    g_ptr_array_unref(masthead->tables);
    g_ptr_array_unref(masthead->patterns);
    pcre2_match_context_free(masthead->context);
    g_free(masthead);
}

static gboolean
add_row(RenMasthead *masthead, const RenTsv *tsv, guint row, GError **error)
{
    GStrv cells = tsv->rows->pdata[row];
    guint field = 0;
    while (field < N_FIELDS && !g_str_equal(fields[field], cells[0]))
        field++;
    if (field == N_FIELDS)
        return ren_tsv_fail(tsv, row, error, _("unknown field '%s', expected paper, number or page"),
                            cells[0]);
    gboolean of_name = g_str_equal(cells[1], "name");
    if (!of_name && !g_str_equal(cells[1], "line"))
        return ren_tsv_fail(tsv, row, error, _("unknown place '%s', expected name or line"), cells[1]);
    int code;
    PCRE2_SIZE offset;
    pcre2_code *compiled = pcre2_compile((PCRE2_SPTR)cells[2], PCRE2_ZERO_TERMINATED, PCRE2_UTF | PCRE2_UCP,
                                         &code, &offset, NULL);
    if (compiled == NULL) {
        char message[128];
        pcre2_get_error_message(code, (PCRE2_UCHAR *)message, sizeof message);
        return ren_tsv_fail(tsv, row, error, _("pattern '%s': %s"), cells[2], message);
    }
    Pattern *pattern = g_new(Pattern, 1);
    *pattern = (Pattern){field, of_name, masthead->tables->len - 1, row, compiled};
    g_ptr_array_add(masthead->patterns, pattern);
    guint32 groups = 0;
    pcre2_pattern_info(compiled, PCRE2_INFO_CAPTURECOUNT, &groups);
    return groups >= 1 ||
           ren_tsv_fail(tsv, row, error, _("pattern '%s' has no group for what it reads"), cells[2]);
}

RenMasthead *
ren_masthead_new(const char *const *dirs, GError **error)
{
    static const char *const columns[] = {"field", "where", "pattern", "example", "counter-example", NULL};
    g_autoptr(RenMasthead) masthead = g_new0(RenMasthead, 1);
    masthead->tables = g_ptr_array_new_with_free_func((GDestroyNotify)ren_tsv_free);
    masthead->patterns = g_ptr_array_new_with_free_func(pattern_free);
    masthead->context = pcre2_match_context_create(NULL);
    pcre2_set_match_limit(masthead->context, MATCH_LIMIT);
    for (guint i = 0; dirs[i] != NULL; i++) {
        g_autofree char *path = g_build_filename(dirs[i], "rules", "masthead.tsv", NULL);
        if (!g_file_test(path, G_FILE_TEST_EXISTS))
            continue;
        RenTsv *tsv = ren_tsv_read(path, columns, error);
        if (tsv == NULL)
            return NULL;
        g_ptr_array_add(masthead->tables, tsv);
        for (guint row = 0; row < tsv->rows->len; row++)
            if (!add_row(masthead, tsv, row, error))
                return NULL;
    }
    if (masthead->tables->len > 0)
        return g_steal_pointer(&masthead);
    g_set_error_literal(error, REN_ERROR, REN_ERROR_GAZETTEER,
                        _("no table 'rules/masthead.tsv' in the gazetteer folders"));
    return NULL;
}

/* What @pattern reads in @text, @len bytes; NULL: nothing. Owned by the caller. */
static char *
match(const RenMasthead *masthead, const Pattern *pattern, const char *text, gsize len)
{
    pcre2_match_data *data = pcre2_match_data_create_from_pattern(pattern->code, NULL);
    char *value = NULL;
    if (pcre2_match(pattern->code, (PCRE2_SPTR)text, len, 0, PCRE2_NO_UTF_CHECK, data, masthead->context) >
        1) {
        const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(data);
        value = g_strndup(text + ends[2], ends[3] - ends[2]);
    }
    pcre2_match_data_free(data);
    return value;
}

/* What the first row that fits says of @field. */
static char *
find(const RenMasthead *masthead, guint field, gboolean of_name, const char *text, gsize len)
{
    char *value = NULL;
    for (guint i = 0; i < masthead->patterns->len && value == NULL; i++) {
        const Pattern *pattern = masthead->patterns->pdata[i];
        if (pattern->field == field && pattern->of_name == of_name)
            value = match(masthead, pattern, text, len);
    }
    return value;
}

/* From the end of @path, name by name. */
static char *
find_in_path(const RenMasthead *masthead, guint field, const char *path)
{
    if (path == NULL)
        return NULL;
    g_autofree char *valid = g_utf8_make_valid(path, -1);
    g_auto(GStrv) names = g_strsplit(valid, "/", -1);
    char *value = NULL;
    for (guint i = g_strv_length(names); i > 0 && value == NULL; i--)
        value = find(masthead, field, TRUE, names[i - 1], strlen(names[i - 1]));
    return value;
}

/* The one page that the lines of @lines tell of, or NULL. */
static char *
find_page(const RenMasthead *masthead, GStrv lines, guint n)
{
    g_autofree char *page = NULL;
    for (guint i = 0; i < n; i++) {
        gsize len = strlen(lines[i]);
        g_autofree char *value = len <= MAX_LINE ? find(masthead, PAGE, FALSE, lines[i], len) : NULL;
        if (value == NULL || g_strcmp0(value, page) == 0)
            continue;
        if (page != NULL)
            return NULL;
        page = g_steal_pointer(&value);
    }
    return g_steal_pointer(&page);
}

static char *
find_in_lines(const RenMasthead *masthead, guint field, GStrv lines, guint n)
{
    if (field == PAGE)
        return find_page(masthead, lines, n);
    char *value = NULL;
    for (guint i = 0; i < n && value == NULL; i++) {
        gsize len = strlen(lines[i]);
        if ((i < MASTHEAD_LINES || i + MASTHEAD_LINES >= n) && len <= MAX_LINE)
            value = find(masthead, field, FALSE, lines[i], len);
    }
    return value;
}

void
ren_masthead_read(const RenMasthead *masthead, RenIssue *issue, const char *text)
{
    char **values[N_FIELDS] = {&issue->paper, &issue->number, &issue->page};
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    guint n = g_strv_length(lines);
    for (guint field = 0; field < N_FIELDS; field++) {
        if (*values[field] == NULL)
            *values[field] = find_in_path(masthead, field, issue->doc);
        if (*values[field] == NULL)
            *values[field] = find_in_path(masthead, field, issue->path);
        if (*values[field] == NULL)
            *values[field] = find_in_lines(masthead, field, lines, n);
    }
}

/* Tries the texts of @cases, parted by " ; ": each is followed by " → " and what is read in it, or is read
 * nothing in. */
static gboolean
check_cases(const RenMasthead *masthead, const Pattern *pattern, const char *cases, GError **error)
{
    g_auto(GStrv) texts = g_strsplit(cases, " ; ", -1);
    for (guint i = 0; texts[i] != NULL; i++) {
        char *arrow = strstr(texts[i], " → ");
        const char *expected = arrow != NULL ? arrow + strlen(" → ") : NULL;
        gsize len = arrow != NULL ? (gsize)(arrow - texts[i]) : strlen(texts[i]);
        g_autofree char *value = match(masthead, pattern, texts[i], len);
        if (g_strcmp0(value, expected) != 0)
            return ren_tsv_fail(masthead->tables->pdata[pattern->table], pattern->row, error,
                                _("reads '%s' in '%.*s'"), value != NULL ? value : "", (int)len, texts[i]);
    }
    return TRUE;
}

gboolean
ren_masthead_check(const RenMasthead *masthead, GError **error)
{
    for (guint i = 0; i < masthead->patterns->len; i++) {
        const Pattern *pattern = masthead->patterns->pdata[i];
        const RenTsv *tsv = masthead->tables->pdata[pattern->table];
        GStrv cells = tsv->rows->pdata[pattern->row];
        if (!check_cases(masthead, pattern, cells[3], error) ||
            !check_cases(masthead, pattern, cells[4], error))
            return FALSE;
    }
    return TRUE;
}
