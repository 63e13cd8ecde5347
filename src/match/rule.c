#define PCRE2_CODE_UNIT_WIDTH 8
#include "match/rule.h"

#include <pcre2.h>
#include <string.h>

#include "base/message.h"
#include "base/tsv.h"

#define MAX_GROUPS 8

typedef struct {
    char *name;       /* owned */
    char *example;    /* owned */
    char *counter;    /* owned */
    char *where;      /* owned; file and line */
    pcre2_code *code; /* owned */
    guint n_groups;
    struct {
        char *name; /* owned; without the number at its end */
        guint number;
        RenClass cls;
    } groups[MAX_GROUPS];
} Rule;

struct _RenRules {
    const RenLexicon *lexicon;       /* borrowed */
    GPtrArray *layers[REN_N_LAYERS]; /* owned; of Rule */
};

static const char *const layer_files[REN_N_LAYERS] = {
    "rules/10-byline.tsv", "rules/20-place.tsv",    "rules/30-org.tsv",   "rules/40-title.tsv",
    "rules/50-person.tsv", "rules/60-position.tsv", "rules/70-alias.tsv", "rules/80-reference.tsv"};

static void
rule_free(Rule *rule)
{
    g_free(rule->name);
    g_free(rule->example);
    g_free(rule->counter);
    g_free(rule->where);
    pcre2_code_free(rule->code);
    for (guint i = 0; i < rule->n_groups; i++)
        g_free(rule->groups[i].name);
    g_free(rule);
}

/* Turns <area|org> into [\x05\x09…]. NULL with the unknown name in @unknown. */
static char *
expand(const RenLexicon *lexicon, const char *pattern, char **unknown)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *p = pattern; *p != '\0'; p++) {
        const char *end = *p == '<' ? strchr(p, '>') : NULL;
        /* (?<name>, (?<= and (?<! are PCRE2's own. */
        if (end == NULL || (p > pattern + 1 && p[-1] == '?' && p[-2] == '(')) {
            g_string_append_c(out, *p);
            continue;
        }
        gboolean not = p[1] == '^';
        g_autofree char *inside = g_strndup(p + 1 + not, end - p - 1 - not );
        g_auto(GStrv) names = g_strsplit(inside, "|", -1);
        g_string_append(out, not ? "[^" : "[");
        for (guint i = 0; names[i] != NULL; i++) {
            const char *members = ren_lexicon_group(lexicon, names[i]);
            if (members == NULL) {
                *unknown = g_strdup(names[i]);
                return NULL;
            }
            for (; *members != '\0'; members++)
                g_string_append_printf(out, "\\x%02x", (guint8)*members);
        }
        g_string_append_c(out, ']');
        p = end;
    }
    return g_string_free(g_steal_pointer(&out), FALSE);
}

/* Group names become classes: "new_place2" → new-place. */
static char *
group_class(const char *name)
{
    g_autofree char *plain = g_strdelimit(g_strdup(name), "_", '-');
    gsize len = strlen(plain);
    while (len > 0 && g_ascii_isdigit(plain[len - 1]))
        len--;
    return g_strndup(plain, len);
}

static gboolean
read_groups(Rule *rule, const RenTsv *tsv, guint row, GError **error)
{
    guint32 count, size;
    PCRE2_SPTR table;
    pcre2_pattern_info(rule->code, PCRE2_INFO_NAMECOUNT, &count);
    pcre2_pattern_info(rule->code, PCRE2_INFO_NAMEENTRYSIZE, &size);
    pcre2_pattern_info(rule->code, PCRE2_INFO_NAMETABLE, &table);
    if (count > MAX_GROUPS)
        return ren_tsv_fail(tsv, row, error, _("more than %u named groups"), MAX_GROUPS);
    for (guint i = 0; i < count; i++) {
        PCRE2_SPTR entry = table + i * size;
        rule->groups[i].number = entry[0] << 8 | entry[1];
        rule->groups[i].name = group_class((const char *)entry + 2);
        rule->groups[i].cls = ren_class_parse(rule->groups[i].name);
        rule->n_groups = i + 1;
    }
    return TRUE;
}

static gboolean
add_rule(RenRules *rules, RenLayer layer, const RenTsv *tsv, guint row, GError **error)
{
    GStrv cells = tsv->rows->pdata[row];
    if (ren_lexicon_leaves_out(rules->lexicon, cells[0]))
        return TRUE;
    g_autofree char *unknown = NULL;
    g_autofree char *pattern = expand(rules->lexicon, cells[1], &unknown);
    if (pattern == NULL)
        return ren_tsv_fail(tsv, row, error, _("'<%s>' is neither a class nor a group"), unknown);
    int code;
    PCRE2_SIZE offset;
    pcre2_code *compiled =
        pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
                      PCRE2_EXTENDED | PCRE2_DOTALL | PCRE2_DUPNAMES, &code, &offset, NULL);
    if (compiled == NULL) {
        char message[128];
        pcre2_get_error_message(code, (PCRE2_UCHAR *)message, sizeof message);
        return ren_tsv_fail(tsv, row, error, _("rule '%s': %s"), cells[0], message);
    }
    pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE);
    Rule *rule = g_new0(Rule, 1);
    rule->name = g_strdup(cells[0]);
    rule->example = g_strdup(cells[2]);
    rule->counter = g_strdup(cells[3]);
    rule->where = g_strdup_printf("%s:%u", tsv->path, g_array_index(tsv->lines, guint, row));
    rule->code = compiled;
    g_ptr_array_add(rules->layers[layer], rule);
    return read_groups(rule, tsv, row, error);
}

RenRules *
ren_rules_new(const RenLexicon *lexicon, GError **error)
{
    static const char *const columns[] = {"rule", "pattern", "example", "counter", NULL};
    g_autoptr(RenRules) rules = g_new0(RenRules, 1);
    rules->lexicon = lexicon;
    for (guint i = 0; i < REN_N_LAYERS; i++)
        rules->layers[i] = g_ptr_array_new_with_free_func((GDestroyNotify)rule_free);
    const char *const *dirs = ren_lexicon_get_dirs(lexicon);
    for (guint d = 0; dirs[d] != NULL; d++) {
        for (guint i = 0; i < REN_N_LAYERS; i++) {
            g_autofree char *path = g_build_filename(dirs[d], layer_files[i], NULL);
            if (!g_file_test(path, G_FILE_TEST_EXISTS))
                continue;
            g_autoptr(RenTsv) tsv = ren_tsv_read(path, columns, error);
            if (tsv == NULL)
                return NULL;
            for (guint row = 0; row < tsv->rows->len; row++)
                if (!add_rule(rules, i, tsv, row, error))
                    return NULL;
        }
    }
    return g_steal_pointer(&rules);
}

void
ren_rules_free(RenRules *rules)
{
    if (rules == NULL)
        return;
    for (guint i = 0; i < REN_N_LAYERS; i++)
        if (rules->layers[i] != NULL)
            g_ptr_array_unref(rules->layers[i]);
    g_free(rules);
}

guint
ren_rules_count(const RenRules *rules, RenLayer layer)
{
    return rules->layers[layer]->len;
}

RenRule
ren_rules_get(const RenRules *rules, RenLayer layer, guint n)
{
    const Rule *rule = rules->layers[layer]->pdata[n];
    return (RenRule){rule->name, rule->example, rule->counter, rule->where};
}

typedef struct {
    guint from;
    guint to;
    RenClass cls;
} Reduction;

static int
by_start_descending(gconstpointer a, gconstpointer b)
{
    const Reduction *x = a, *y = b;
    return x->from < y->from ? 1 : x->from > y->from ? -1 : 0;
}

/* Whether @rule still ends at @end where it sees only the tokens @from to @to. */
static gboolean
holds_within(const Rule *rule, const RenTokens *tokens, gsize start, gsize end, gsize from, gsize to)
{
    pcre2_match_data *data = pcre2_match_data_create_from_pattern(rule->code, NULL);
    gboolean holds = pcre2_match(rule->code, (PCRE2_SPTR)tokens->classes->str + from, to - from, start - from,
                                 PCRE2_ANCHORED, data, NULL) > 0 &&
                     pcre2_get_ovector_pointer(data)[1] == end - from;
    pcre2_match_data_free(data);
    return holds;
}

/* The match from @start to @end, and so many tokens around it as it needs: what its lookarounds saw. */
static RenSpan
find_seen(const Rule *rule, const RenTokens *tokens, gsize start, gsize end)
{
    gsize from = 0, to = end;
    if (!tokens->keep_seen || start == end)
        return (RenSpan){0, 0};
    while (to < tokens->classes->len && !holds_within(rule, tokens, start, end, 0, to))
        to++;
    for (from = start; from > 0 && !holds_within(rule, tokens, start, end, from, to);)
        from--;
    return (RenSpan){ren_tokens_get(tokens, from)->span.start, ren_tokens_get(tokens, to - 1)->span.end};
}

/* Rewrites what one match says; returns by how many tokens the row became shorter. */
static guint
reduce_match(const Rule *rule, const PCRE2_SIZE *ovector, RenTokens *tokens)
{
    Reduction todo[MAX_GROUPS];
    guint n = 0, before = tokens->list->len;
    RenSpan seen = find_seen(rule, tokens, ovector[0], ovector[1]);
    for (guint g = 0; g < rule->n_groups; g++) {
        PCRE2_SIZE from = ovector[2 * rule->groups[g].number], to = ovector[2 * rule->groups[g].number + 1];
        if (from != PCRE2_UNSET && to > from && rule->groups[g].cls != REN_CLASS_NONE)
            todo[n++] = (Reduction){from, to, rule->groups[g].cls};
    }
    qsort(todo, n, sizeof todo[0], by_start_descending);
    for (guint i = 0; i < n; i++) {
        ren_tokens_reduce(tokens, todo[i].from, todo[i].to, todo[i].cls, rule->name);
        ren_tokens_get(tokens, todo[i].from)->seen = seen;
    }
    return before - tokens->list->len;
}

/* Whether @rule matches at token @at or behind it; @data gets where. */
static gboolean
match_from(const Rule *rule, const RenTokens *tokens, gsize at, pcre2_match_data *data)
{
    const GString *classes = tokens->classes;
    return at <= classes->len &&
           pcre2_match(rule->code, (PCRE2_SPTR)classes->str, classes->len, at, 0, data, NULL) > 0;
}

void
ren_rules_apply(const RenRules *rules, RenLayer layer, RenTokens *tokens)
{
    for (guint i = 0; i < rules->layers[layer]->len; i++) {
        const Rule *rule = rules->layers[layer]->pdata[i];
        pcre2_match_data *data = pcre2_match_data_create_from_pattern(rule->code, NULL);
        gsize at = 0;
        while (match_from(rule, tokens, at, data)) {
            const PCRE2_SIZE *ovector = pcre2_get_ovector_pointer(data);
            gsize start = ovector[0], end = ovector[1];
            guint shorter = reduce_match(rule, ovector, tokens);
            at = MAX(end - shorter, start + 1);
        }
        pcre2_match_data_free(data);
    }
}

void
ren_rules_find(const RenRules *rules, RenLayer layer, const RenTokens *tokens, RenFoundFunc func,
               gpointer user_data)
{
    for (guint i = 0; i < rules->layers[layer]->len; i++) {
        const Rule *rule = rules->layers[layer]->pdata[i];
        pcre2_match_data *data = pcre2_match_data_create_from_pattern(rule->code, NULL);
        gsize at = 0;
        while (match_from(rule, tokens, at, data)) {
            const PCRE2_SIZE *ovector = pcre2_get_ovector_pointer(data);
            RenFound found = {.rule = rule->name,
                              .from = ovector[0],
                              .to = ovector[1],
                              .seen = find_seen(rule, tokens, ovector[0], ovector[1])};
            for (guint g = 0; g < rule->n_groups; g++) {
                guint n = rule->groups[g].number;
                if (ovector[2 * n] == PCRE2_UNSET)
                    continue;
                found.groups[found.n_groups].name = rule->groups[g].name;
                found.groups[found.n_groups].from = ovector[2 * n];
                found.groups[found.n_groups++].to = ovector[2 * n + 1];
            }
            func(&found, user_data);
            at = MAX(ovector[1], ovector[0] + 1);
        }
        pcre2_match_data_free(data);
    }
}
