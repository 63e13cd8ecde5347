/* The layout table: every row's examples, and what a user's table may get wrong. Run from the project's root.
 */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "text/layout.h"

static const char *const shipped[] = {"gazetteer", NULL};

static void
test_every_example_holds(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RenLayout) layout = ren_layout_new(shipped, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(ren_layout_count(layout), >, 20);
    ren_layout_check(layout, &error);
    g_assert_no_error(error);
}

static guint
classify(const char *text)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RenLayout) layout = ren_layout_new(shipped, &error);
    g_assert_no_error(error);
    return ren_layout_classify(layout, text, strlen(text));
}

static void
test_kinds(void)
{
    g_assert_true(classify("本报讯(记者 赵一鸣)昨日,云岭区下雪了。") & REN_LAYOUT_LEAD);
    g_assert_true(classify("记者 赵一鸣 通讯员 钱小雨") & REN_LAYOUT_BYLINE);
    g_assert_false(classify("记者 赵一鸣 通讯员 钱小雨") & REN_LAYOUT_LEAD);
    g_assert_true(classify("(上接第二版)") & REN_LAYOUT_JUMP_FROM);
    g_assert_cmpuint(classify("云岭区举行职业技能大赛"), ==, 0);
    g_assert_cmpuint(classify("村民们今年的收成比去年好。"), ==, 0);
}

static void
test_long_paragraph_is_seen_at_both_ends(void)
{
    g_autoptr(GString) text = g_string_new("本报讯(记者 赵一鸣)昨日,");
    for (guint i = 0; i < 100000; i++)
        g_string_append(text, "云岭区下雪了。");
    g_string_append(text, "(下转第三版)");
    guint flags = classify(text->str);
    g_assert_true(flags & REN_LAYOUT_LEAD);
    g_assert_true(flags & REN_LAYOUT_JUMP_TO);
    g_assert_false(flags & REN_LAYOUT_FURNITURE);
}

static void
check_bad(const char *row, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *dir = g_dir_make_tmp("renmai-XXXXXX", &error);
    g_autofree char *rules = g_build_filename(dir, "rules", NULL),
                    *path = g_build_filename(rules, "layout.tsv", NULL);
    g_assert_cmpint(g_mkdir_with_parents(rules, 0700), ==, 0);
    g_autofree char *text = g_strdup_printf("kind\tpattern\texample\tcounter-example\tcomment\n%s\n", row);
    g_file_set_contents(path, text, -1, &error);
    g_assert_no_error(error);
    const char *dirs[] = {dir, NULL};
    g_autoptr(RenLayout) layout = ren_layout_new(dirs, &error);
    if (layout != NULL)
        g_assert_false(ren_layout_check(layout, &error));
    g_assert_error(error, REN_ERROR, REN_ERROR_GAZETTEER);
    g_assert_nonnull(strstr(error->message, expected));
    g_assert_nonnull(strstr(error->message, "layout.tsv:2: "));
    g_assert_cmpint(remove(path) + remove(rules) + remove(dir), ==, 0);
}

static void
test_bad_rows_are_told(void)
{
    check_bad("laed\t^本报讯", "unknown kind 'laed'");
    check_bad("lead\t^本报讯(", "pattern '^本报讯('");
    check_bad("lead\t^<paper>讯", "'<paper>' is not defined above");
    check_bad("define\tpaper", "word = pattern");
    check_bad("lead\t^本报讯\t云岭", "does not match its example '云岭'");
    check_bad("lead\t^本报讯\t\t本报讯号", "matches its counter-example '本报讯号'");
}

static void
test_no_table_is_an_error(void)
{
    const char *const none[] = {"gazetteer/no-such-folder", NULL};
    g_autoptr(GError) error = NULL;
    g_assert_null(ren_layout_new(none, &error));
    g_assert_error(error, REN_ERROR, REN_ERROR_GAZETTEER);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/layout/every-example-holds", test_every_example_holds);
    g_test_add_func("/layout/kinds", test_kinds);
    g_test_add_func("/layout/long-paragraph-is-seen-at-both-ends", test_long_paragraph_is_seen_at_both_ends);
    g_test_add_func("/layout/bad-rows-are-told", test_bad_rows_are_told);
    g_test_add_func("/layout/no-table-is-an-error", test_no_table_is_an_error);
    return g_test_run();
}
