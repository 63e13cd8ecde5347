#include "text/words.h"

#include <string.h>

static void
assert_list(const char *text, const char *wanted)
{
    g_autofree char *got = ren_words_list(text, strlen(text));
    g_assert_cmpstr(got, ==, wanted);
}

static void
test_pairs_and_the_last_character(void)
{
    assert_list("教育局长", "教育 育局 局长 长");
    assert_list("县", "县");
    assert_list("", "");
    assert_list("，。", "");
}

static void
test_marks_part_runs(void)
{
    assert_list("教育，局长", "教育 育 局长 长");
    assert_list("3月4日，全县", "3 月 4 日 全县 县");
}

static void
test_other_words_in_lower_case(void)
{
    assert_list("TCL公司 3.5 Hello-World", "tcl 公司 司 3 5 hello world");
}

static void
test_folded(void)
{
    assert_list("ＴＣＬ２０２４", "tcl2024");
    assert_list("A&amp;B", "a b");
    assert_list("钱\xe2\x80\x8b小雨", "钱小 小雨 雨"); /* a zero-width space */
}

/* Columns and scans break names; a paragraph ends one. */
static void
test_breaks(void)
{
    assert_list("黄若\n松", "黄若 若松 松");
    assert_list("黄若\r\n松", "黄若 若松 松");
    assert_list("尤　佳", "尤佳 佳");
    assert_list("大会\n\n本报", "大会 会 本报 报");
    assert_list("ab\ncd", "ab cd");
}

static void
test_beyond_the_first_plane(void)
{
    assert_list("𠮷野", "𠮷野 野");
}

static void
assert_wanted(const char *text, const char *wanted, gboolean wanted_begins)
{
    gboolean begins;
    g_autoptr(GPtrArray) words = ren_words_read(text, strlen(text), TRUE, &begins);
    g_autoptr(GString) got = g_string_new(NULL);
    for (guint i = 0; i < words->len; i++)
        g_string_append_printf(got, "%s%s", i > 0 ? " " : "", ((RenSearchWord *)words->pdata[i])->text);
    g_assert_cmpstr(got->str, ==, wanted);
    g_assert_cmpint(begins, ==, wanted_begins);
}

static void
test_wanted(void)
{
    assert_wanted("教育局长", "教育 育局 局长", FALSE);
    assert_wanted("长", "长", TRUE);
    assert_wanted("国务院3号", "国务 务院 院 3 号", TRUE);
    assert_wanted("TCL", "tcl", FALSE);
    assert_wanted("教育。", "教育 育", FALSE);
}

static void
test_spans_are_of_the_text(void)
{
    const char *text = "（黄若\n松）";
    g_autoptr(GPtrArray) words = ren_words_read(text, strlen(text), FALSE, NULL);
    g_assert_cmpuint(words->len, ==, 3);
    const RenSearchWord *pair = words->pdata[1];
    g_assert_cmpuint(pair->span.start, ==, strlen("（黄"));
    g_assert_cmpuint(pair->span.end, ==, strlen("（黄若\n松"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/words/pairs-and-the-last-character", test_pairs_and_the_last_character);
    g_test_add_func("/words/marks-part-runs", test_marks_part_runs);
    g_test_add_func("/words/other-words-in-lower-case", test_other_words_in_lower_case);
    g_test_add_func("/words/folded", test_folded);
    g_test_add_func("/words/breaks", test_breaks);
    g_test_add_func("/words/beyond-the-first-plane", test_beyond_the_first_plane);
    g_test_add_func("/words/wanted", test_wanted);
    g_test_add_func("/words/spans-are-of-the-text", test_spans_are_of_the_text);
    return g_test_run();
}
