#include "match/check.h"

#include <string.h>

#include "base/message.h"
#include "match/position.h"

typedef struct {
    const RenMatcher *matcher;
    const RenLexicon *lexicon;
    RenLayer layer;
    const RenRule *rule;
    GPtrArray *problems; /* of char * */
} Check;

static void
add_seen(GString *out, const char *what)
{
    g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", what);
}

static void
collect_spans(const RenToken *token, const char *rule, const char *text, GString *out)
{
    if (token->rule != NULL && g_str_equal(token->rule, rule)) {
        g_autofree char *span = ren_position_plain(text, token->span);
        add_seen(out, span);
    }
    for (guint i = 0; token->children != NULL && i < token->children->len; i++)
        collect_spans(token->children->pdata[i], rule, text, out);
}

typedef struct {
    const char *rule;
    const char *text;
    GString *out;
} Seen;

static void
on_found(const RenFound *found, gpointer user_data)
{
    Seen *seen = user_data;
    if (g_str_equal(found->rule, seen->rule)) {
        g_autofree char *span = ren_position_plain(seen->text, found->seen);
        add_seen(seen->out, span);
    }
}

static void
collect_posts(const Check *check, const RenTokens *tokens, const char *text, GString *out)
{
    RenContext context;
    ren_context_init(&context);
    g_autoptr(GPtrArray) posts =
        ren_position_find(ren_matcher_get_rules(check->matcher), check->lexicon, tokens, text, &context);
    for (guint i = 0; i < posts->len; i++) {
        const RenPost *post = posts->pdata[i];
        if (!g_str_equal(post->rule, check->rule->name))
            continue;
        g_autofree char *person = ren_position_plain(text, post->person->span);
        g_autofree char *what =
            g_strdup_printf("%s|%s|%s", person, post->title, post->org != NULL ? post->org : "");
        add_seen(out, what);
    }
    ren_context_clear(&context);
}

/* What the rule sees in @text, in the form of an example's right side. */
static char *
seen_in(const Check *check, const char *text)
{
    g_autoptr(RenTokens) tokens = ren_matcher_read(check->matcher, NULL, 0, text, strlen(text));
    GString *out = g_string_new(NULL);
    if (check->layer == REN_LAYER_ALIAS || check->layer == REN_LAYER_REFERENCE) {
        tokens->keep_seen = TRUE;
        Seen seen = {check->rule->name, text, out};
        ren_rules_find(ren_matcher_get_rules(check->matcher), check->layer, tokens, on_found, &seen);
    } else if (check->layer == REN_LAYER_POSITION) {
        collect_posts(check, tokens, text, out);
    } else {
        for (guint i = 0; i < tokens->list->len; i++)
            collect_spans(ren_tokens_get(tokens, i), check->rule->name, text, out);
    }
    return g_string_free(out, FALSE);
}

static void G_GNUC_PRINTF(2, 3) tell(const Check *check, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *what = g_strdup_vprintf(format, args);
    va_end(args);
    g_ptr_array_add(check->problems,
                    g_strdup_printf(_("%s: rule '%s' %s"), check->rule->where, check->rule->name, what));
}

static void
check_example(const Check *check, const char *example)
{
    g_auto(GStrv) sides = g_strsplit(example, "→", 2);
    if (sides[0] == NULL || *g_strstrip(sides[0]) == '\0')
        return;
    g_autofree char *seen = seen_in(check, sides[0]);
    if (sides[1] == NULL) {
        if (*seen == '\0')
            tell(check, _("sees nothing in its example '%s'"), sides[0]);
    } else if (!g_str_equal(seen, g_strstrip(sides[1]))) {
        tell(check, _("sees '%s' in its example '%s', not '%s'"), seen, sides[0], sides[1]);
    }
}

static void
check_counter(const Check *check, char *counter)
{
    if (*g_strstrip(counter) == '\0')
        return;
    g_autofree char *seen = seen_in(check, counter);
    if (*seen != '\0')
        tell(check, _("sees '%s' in its counter-example '%s'"), seen, counter);
}

void
ren_rules_check(const RenMatcher *matcher, const RenLexicon *lexicon, RenLayer layer, GPtrArray *problems)
{
    const RenRules *rules = ren_matcher_get_rules(matcher);
    for (guint i = 0; i < ren_rules_count(rules, layer); i++) {
        RenRule rule = ren_rules_get(rules, layer, i);
        Check check = {matcher, lexicon, layer, &rule, problems};
        if (*rule.example == '\0')
            tell(&check, _("has no example"));
        g_auto(GStrv) examples = g_strsplit(rule.example, ";", -1);
        for (guint k = 0; examples[k] != NULL; k++)
            check_example(&check, examples[k]);
        g_auto(GStrv) counters = g_strsplit(rule.counter, ";", -1);
        for (guint k = 0; counters[k] != NULL; k++)
            check_counter(&check, counters[k]);
    }
}
