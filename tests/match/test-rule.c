/* Every rule's examples and counter-examples, as its table has them, with the shipped gazetteer.
 * An example is `text → span span …`: what tokens of that rule must cover; of positions `person|title|organisation`. */
#include <locale.h>
#include <string.h>

#include "match/matcher.h"
#include "match/position.h"

static RenLexicon *lexicon;
static RenMatcher *matcher;

static void
collect_spans(const RenToken *token, const char *rule, const char *text, GString *out)
{
    if (token->rule != NULL && g_str_equal(token->rule, rule)) {
        g_autofree char *span = ren_position_plain(text, token->span);
        g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", span);
    }
    for (guint i = 0; token->children != NULL && i < token->children->len; i++)
        collect_spans(token->children->pdata[i], rule, text, out);
}

static void
on_found(const RenFound *found, gpointer user_data)
{
    GString *out = user_data;
    g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", found->rule);
}

static char *
seen_by(RenLayer layer, const char *rule, const char *text)
{
    g_autoptr(RenTokens) tokens = ren_matcher_read(matcher, NULL, 0, text, strlen(text));
    const RenRules *rules = ren_matcher_get_rules(matcher);
    GString *out = g_string_new(NULL);
    if (layer == REN_LAYER_ALIAS) {
        ren_rules_find(rules, layer, tokens, on_found, out);
    } else if (layer == REN_LAYER_POSITION) {
        RenContext context;
        ren_context_init(&context);
        g_autoptr(GPtrArray) posts = ren_position_find(rules, lexicon, tokens, text, &context);
        for (guint i = 0; i < posts->len; i++) {
            const RenPost *post = posts->pdata[i];
            if (!g_str_equal(post->rule, rule))
                continue;
            g_autofree char *person = ren_position_plain(text, post->person->span);
            g_string_append_printf(out, "%s%s|%s|%s", out->len > 0 ? " " : "", person, post->title,
                                   post->org != NULL ? post->org : "");
        }
        ren_context_clear(&context);
    } else {
        for (guint i = 0; i < tokens->list->len; i++)
            collect_spans(ren_tokens_get(tokens, i), rule, text, out);
    }
    return g_string_free(out, FALSE);
}

static void
check_example(RenLayer layer, const RenRule *rule, const char *example)
{
    g_auto(GStrv) sides = g_strsplit(example, "→", 2);
    g_assert_nonnull(sides[0]);
    g_autofree char *seen = seen_by(layer, rule->name, g_strstrip(sides[0]));
    /* All wrong examples are shown, not only the first. */
    if (sides[1] != NULL ? !g_str_equal(seen, g_strstrip(sides[1])) : *seen == '\0') {
        g_test_message("%s: '%s' gives '%s'", rule->name, example, seen);
        g_test_fail();
    }
}

static void
test_examples(gconstpointer data)
{
    RenLayer layer = GPOINTER_TO_UINT(data);
    const RenRules *rules = ren_matcher_get_rules(matcher);
    for (guint i = 0; i < ren_rules_count(rules, layer); i++) {
        RenRule rule = ren_rules_get(rules, layer, i);
        g_assert_cmpstr(rule.example, !=, "");
        g_auto(GStrv) examples = g_strsplit(rule.example, ";", -1);
        for (guint k = 0; examples[k] != NULL; k++)
            check_example(layer, &rule, examples[k]);
        g_auto(GStrv) counters = g_strsplit(rule.counter, ";", -1);
        for (guint k = 0; counters[k] != NULL && *g_strstrip(counters[k]) != '\0'; k++) {
            g_autofree char *seen = seen_by(layer, rule.name, counters[k]);
            if (*seen != '\0') {
                g_test_message("%s: must not see '%s', gives '%s'", rule.name, counters[k], seen);
                g_test_fail();
            }
        }
    }
}

int
main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    g_test_init(&argc, &argv, NULL);
    static const char *const dirs[] = {"gazetteer", NULL};
    static const char *const names[REN_N_LAYERS] = {"byline", "place", "org", "title", "person", "position", "alias"};
    g_autoptr(GError) error = NULL;
    lexicon = ren_lexicon_new(dirs, &error);
    g_assert_no_error(error);
    matcher = ren_matcher_new(lexicon, &error);
    g_assert_no_error(error);
    for (guint i = 0; i < REN_N_LAYERS; i++) {
        g_autofree char *path = g_strconcat("/rule/examples/", names[i], NULL);
        g_test_add_data_func(path, GUINT_TO_POINTER(i), test_examples);
    }
    int status = g_test_run();
    ren_matcher_free(matcher);
    ren_lexicon_free(lexicon);
    return status;
}
