#include "text/pinyin.h"

#include <string.h>

static void
assert_pinyin(const char *name, guint surname, const char *wanted)
{
    g_autofree char *got = ren_pinyin_of(name, REN_PERSON, surname);
    g_assert_cmpstr(got, ==, wanted);
}

static void
test_surname_first(void)
{
    assert_pinyin("苏明哲", 1, "Su Mingzhe");
    assert_pinyin("欧阳若松", 2, "Ouyang Ruosong");
    assert_pinyin("白采", 1, "Bai Cai");
}

static void
test_without_surname_syllables_stand_alone(void)
{
    assert_pinyin("苏明哲", 0, "Su Ming Zhe");
    assert_pinyin("砚川县", 0, "Yan Chuan Xian");
}

/* As a name 单 is Shan, and 仇 is Qiu. */
static void
test_surnames_have_their_own_sounds(void)
{
    assert_pinyin("单明", 1, "Shan Ming");
    assert_pinyin("仇明", 1, "Qiu Ming");
}

static void
test_only_ascii(void)
{
    static const char *const names[] = {"吕绿", "砚川县委", "鹤尾镇中心小学", "女侠"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *got = ren_pinyin_of(names[i], REN_PERSON, 1);
        g_assert_true(g_str_is_ascii(got));
        g_assert_cmpuint(strlen(got), >, 0);
    }
}

static void
test_what_is_no_chinese_stays(void)
{
    assert_pinyin("", 0, "");
    assert_pinyin("", 1, "");
    assert_pinyin("ABC", 0, "ABC");
    assert_pinyin("3M", 0, "3M");
    g_autofree char *mixed = ren_pinyin_of("TCL公司", REN_PERSON, 0);
    g_assert_nonnull(strstr(mixed, "TCL"));
    g_assert_nonnull(strstr(mixed, "Si"));
}

/* Where a syllable stands for which character cannot be told there. */
static void
test_what_is_partly_chinese_has_no_surname(void)
{
    g_autofree char *with = ren_pinyin_of("马可ABC", REN_PERSON, 1);
    g_autofree char *without = ren_pinyin_of("马可ABC", REN_PERSON, 0);
    g_assert_cmpstr(with, ==, without);
    g_assert_nonnull(strstr(with, "Ma Ke"));
}

static void
test_parts_of_foreign_names_are_words(void)
{
    assert_pinyin("马可·贝里尼", 1, "Make·Beilini");
    assert_pinyin("马可·贝里尼", 0, "Make·Beilini");
    assert_pinyin("吉普克奇·鲁托", 0, "Jipukeqi·Lutuo");
    assert_pinyin("J·K·罗琳", 0, "J·K·Luolin");
    assert_pinyin("·", 0, "·");
    g_autofree char *firm = ren_pinyin_of("砚川·云江（总）公司", REN_COMPANY, 0);
    g_assert_cmpstr(firm, ==, "Yan Chuan·Yun Jiang (Zong) Gong Si");
}

/* Beyond the first plane, and longer than any buffer's guess. */
static void
test_odd_names(void)
{
    g_autofree char *rare = ren_pinyin_of("𠮷野", REN_PERSON, 0);
    g_assert_true(g_utf8_validate(rare, -1, NULL));
    g_assert_nonnull(strstr(rare, "Ye"));
    g_autoptr(GString) name = g_string_new(NULL);
    for (guint i = 0; i < 1000; i++)
        g_string_append(name, "庄");
    g_autofree char *long_one = ren_pinyin_of(name->str, REN_PERSON, 0);
    g_assert_cmpuint(strlen(long_one), ==, 1000 * strlen("Zhuang ") - 1);
    g_assert_true(g_str_has_suffix(long_one, " Zhuang"));
}

static void
test_as_typed(void)
{
    g_autoptr(RenPinyinReader) reader = ren_pinyin_reader_new();
    static const char *const names[][2] = {
        {"苏明哲", "sumingzhe"},        {"吕绿", "lulu"}, {"TCL公司", "tclgongsi"},
        {"马可·贝里尼", "makebeilini"}, {"", ""},
    };
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *got = ren_pinyin_typed(reader, names[i][0]);
        g_assert_cmpstr(got, ==, names[i][1]);
    }
}

static void
test_what_is_typed(void)
{
    static const char *const typed[][2] = {
        {"litong", "litong"}, {"li tong", "litong"}, {"Li Tong", "litong"}, {"Lǐ Tóng", "litong"},
        {"Lü Lv", "lulu"},    {"vivo", "vivo"},      {"Xi'an", "xian"},     {"李", NULL},
        {"", NULL},           {"a:b", NULL},         {"---", NULL},
    };
    for (guint i = 0; i < G_N_ELEMENTS(typed); i++) {
        g_autofree char *got = ren_pinyin_fold(typed[i][0]);
        g_assert_cmpstr(got, ==, typed[i][1]);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pinyin/surname-first", test_surname_first);
    g_test_add_func("/pinyin/without-surname-syllables-stand-alone",
                    test_without_surname_syllables_stand_alone);
    g_test_add_func("/pinyin/surnames-have-their-own-sounds", test_surnames_have_their_own_sounds);
    g_test_add_func("/pinyin/only-ascii", test_only_ascii);
    g_test_add_func("/pinyin/what-is-no-chinese-stays", test_what_is_no_chinese_stays);
    g_test_add_func("/pinyin/what-is-partly-chinese-has-no-surname",
                    test_what_is_partly_chinese_has_no_surname);
    g_test_add_func("/pinyin/parts-of-foreign-names-are-words", test_parts_of_foreign_names_are_words);
    g_test_add_func("/pinyin/odd-names", test_odd_names);
    g_test_add_func("/pinyin/as-typed", test_as_typed);
    g_test_add_func("/pinyin/what-is-typed", test_what_is_typed);
    return g_test_run();
}
