#include "base/utf8.h"

#include <string.h>

static void
test_cursor_goes_both_ways(void)
{
    const char *text = "a云\xf0\xa0\xae\xb7z"; /* 1, 3, 4 and 1 bytes */
    RenCpCursor cursor = ren_cp_cursor(text, strlen(text));
    g_assert_cmpuint(ren_cp_cursor_seek(&cursor, 8), ==, 3);
    g_assert_cmpuint(ren_cp_cursor_seek(&cursor, 1), ==, 1);
    g_assert_cmpuint(ren_cp_cursor_seek(&cursor, 4), ==, 2);
    g_assert_cmpuint(ren_cp_cursor_seek(&cursor, 9), ==, 4);
    g_assert_cmpuint(ren_cp_cursor_seek(&cursor, 0), ==, 0);
}

static void
test_wide_characters_are_two_columns(void)
{
    g_assert_cmpuint(ren_utf8_width("砚川a"), ==, 5);
    g_assert_cmpuint(ren_utf8_width("e\xcc\x81"), ==, 1); /* a combining accent */
    g_autofree char *cut = ren_utf8_fit("砚川县教育局", 6);
    g_assert_cmpstr(cut, ==, "砚川…");
    g_autofree char *whole = ren_utf8_fit("砚川县", 6);
    g_assert_cmpstr(whole, ==, "砚川县");
}

static void
test_labels_of_one_width_line_up(void)
{
    g_autofree char *chinese = ren_utf8_pad("人物", 6), *english = ren_utf8_pad("names", 6);
    g_assert_cmpstr(chinese, ==, "人物  ");
    g_assert_cmpstr(english, ==, "names ");
    g_autofree char *longer = ren_utf8_pad("砚川区委", 6);
    g_assert_cmpstr(longer, ==, "砚川区委");
}

static void
test_line_breaks_inside_chinese_go(void)
{
    const char *text = "  黄若\r\n松 said\nno  more\x01\n";
    g_autofree char *line = ren_utf8_one_line(text, strlen(text), NULL, 0, NULL, NULL);
    g_assert_cmpstr(line, ==, "黄若松 said no more");
}

static void
test_marks_hug_their_names(void)
{
    const char *text = "县长黄若\n松 到会，黄若松";
    RenSpan marks[] = {{6, 16}, {strlen(text) - 9, strlen(text)}};
    g_autofree char *line = ren_utf8_one_line(text, strlen(text), marks, 2, "【", "】");
    g_assert_cmpstr(line, ==, "县长【黄若松】 到会，【黄若松】");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/utf8/cursor-goes-both-ways", test_cursor_goes_both_ways);
    g_test_add_func("/utf8/wide-characters-are-two-columns", test_wide_characters_are_two_columns);
    g_test_add_func("/utf8/labels-of-one-width-line-up", test_labels_of_one_width_line_up);
    g_test_add_func("/utf8/line-breaks-inside-chinese-go", test_line_breaks_inside_chinese_go);
    g_test_add_func("/utf8/marks-hug-their-names", test_marks_hug_their_names);
    return g_test_run();
}
