#include "graph/sanitise.h"

static void
check(const char *text, const char *expected)
{
    g_autofree char *clean = ren_sanitise(text);
    g_assert_cmpstr(clean, ==, expected);
    g_assert_true(g_utf8_validate(clean, -1, NULL));
}

static void
test_what_no_reader_takes_is_left_out(void)
{
    check(NULL, "");
    check("甲\x01乙\x7f\xc2\x85"
          "丙",
          "甲乙丙");
    check("\xef\xbf\xbe甲\xef\xbf\xbf\xef\xbb\xbf", "甲");
    check("甲\xff乙", "甲\xef\xbf\xbd乙");
    check("𠮷野", "𠮷野");
}

static void
test_white_space_collapses(void)
{
    check("  甲 \t\n 乙 ", "甲 乙");
    check("张　三", "张　三");
    check("张　 三", "张 三");
    check(" \n", "");
    check("a.txt#1: 甲，乙。", "a.txt#1: 甲，乙。");
    check("a  b", "a b");
    check(" a", "a");
    check("a ", "a");
    check("甲　", "甲");
}

static void
test_accents_are_composed(void)
{
    check("e\xcc\x81", "é");
    check("か\xe3\x82\x99", "が");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/sanitise/what-no-reader-takes-is-left-out", test_what_no_reader_takes_is_left_out);
    g_test_add_func("/sanitise/white-space-collapses", test_white_space_collapses);
    g_test_add_func("/sanitise/accents-are-composed", test_accents_are_composed);
    return g_test_run();
}
