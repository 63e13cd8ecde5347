/* Every rule's examples and counter-examples, as its table has them, with the shipped gazetteer; and that a
 * wrong one is told. Run from the project's root. */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "match/check.h"

static RenLexicon *lexicon;
static RenMatcher *matcher;

static void
test_examples(gconstpointer data)
{
    RenLayer layer = GPOINTER_TO_UINT(data);
    g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);
    g_assert_cmpuint(ren_rules_count(ren_matcher_get_rules(matcher), layer), >, 0);
    ren_rules_check(matcher, lexicon, layer, problems);
    /* All wrong examples are shown, not only the first. */
    for (guint i = 0; i < problems->len; i++) {
        g_test_message("%s", (char *)problems->pdata[i]);
        g_test_fail();
    }
}

/* What the check says of a layer person rule `row`, laid over the shipped ones as a user's folder. */
static char *
problems_of(const char *row)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *dir = g_dir_make_tmp("renmai-XXXXXX", &error);
    g_autofree char *rules = g_build_filename(dir, "rules", NULL),
                    *path = g_build_filename(rules, "50-person.tsv", NULL);
    g_assert_cmpint(g_mkdir_with_parents(rules, 0700), ==, 0);
    g_autofree char *text = g_strdup_printf("rule\tpattern\texample\tcounter\n%s\n", row);
    g_file_set_contents(path, text, -1, &error);
    g_assert_no_error(error);
    const char *dirs[] = {"gazetteer", dir, NULL};
    g_autoptr(RenLexicon) both = ren_lexicon_new(dirs, &error);
    g_assert_no_error(error);
    g_autoptr(RenMatcher) with = ren_matcher_new(both, &error);
    g_assert_no_error(error);
    g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);
    ren_rules_check(with, both, REN_LAYER_PERSON, problems);
    g_assert_cmpint(g_remove(path) + g_remove(rules) + g_remove(dir), ==, 0);
    if (problems->len > 0)
        g_assert_nonnull(strstr(problems->pdata[0], "50-person.tsv:2: rule 'person.mine' "));
    g_ptr_array_add(problems, NULL);
    return g_strjoinv("\n", (char **)problems->pdata);
}

static void
check_told(const char *row, const char *expected)
{
    g_autofree char *said = problems_of(row);
    if (strstr(said, expected) == NULL) {
        g_test_message("%s: said '%s', not '%s'", row, said, expected);
        g_test_fail();
    }
}

static void
test_wrong_examples_are_told(void)
{
    const char *pattern = "person.mine\t(?<person> <name>) (?=<stop>)";
    g_autofree char *none = g_strdup_printf("%s\t", pattern);
    check_told(none, "has no example");
    g_autofree char *blind = g_strdup_printf("%s\t下雪了", pattern);
    check_told(blind, "sees nothing in its example '下雪了'");
    g_autofree char *other = g_strdup_printf("%s\t来的是赵一鸣。 → 钱小雨", pattern);
    check_told(other, "sees '赵一鸣' in its example '来的是赵一鸣。', not '钱小雨'");
    g_autofree char *counter = g_strdup_printf("%s\t来的是赵一鸣。\t到会的是赵一鸣。", pattern);
    check_told(counter, "sees '赵一鸣' in its counter-example");
    g_autofree char *right = g_strdup_printf("%s\t来的是赵一鸣。 → 赵一鸣\t赵一鸣在场", pattern);
    g_autofree char *said = problems_of(right);
    g_assert_cmpstr(said, ==, "");
}

int
main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    g_test_init(&argc, &argv, NULL);
    static const char *const dirs[] = {"gazetteer", NULL};
    static const char *const names[REN_N_LAYERS] = {"byline", "place",    "org",  "title",
                                                    "person", "position", "alias", "reference"};
    g_autoptr(GError) error = NULL;
    lexicon = ren_lexicon_new(dirs, &error);
    g_assert_no_error(error);
    matcher = ren_matcher_new(lexicon, &error);
    g_assert_no_error(error);
    for (guint i = 0; i < REN_N_LAYERS; i++) {
        g_autofree char *path = g_strconcat("/rule/examples/", names[i], NULL);
        g_test_add_data_func(path, GUINT_TO_POINTER(i), test_examples);
    }
    g_test_add_func("/rule/wrong-examples-are-told", test_wrong_examples_are_told);
    int status = g_test_run();
    ren_matcher_free(matcher);
    ren_lexicon_free(lexicon);
    return status;
}
