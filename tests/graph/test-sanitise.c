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

static void
check_escaped(const char *text, const char *expected)
{
    g_autofree char *escaped = ren_escape_entities(text);
    g_assert_cmpstr(escaped, ==, expected);
}

static void
test_only_what_looks_like_an_entity_is_escaped(void)
{
    check_escaped("&amp;己&#24352;&#x5f20;&lt;", "&amp;amp;己&amp;#24352;&amp;#x5f20;&amp;lt;");
    check_escaped("A&B公司; R&D &", "A&B公司; R&D &");
    check_escaped("&&lt;&#", "&&amp;lt;&#");
    check_escaped("", "");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/sanitise/what-no-reader-takes-is-left-out", test_what_no_reader_takes_is_left_out);
    g_test_add_func("/sanitise/white-space-collapses", test_white_space_collapses);
    g_test_add_func("/sanitise/accents-are-composed", test_accents_are_composed);
    g_test_add_func("/sanitise/only-what-looks-like-an-entity-is-escaped",
                    test_only_what_looks_like_an_entity_is_escaped);
    return g_test_run();
}
