#include "lexicon/divisions.h"

static void
check(const char *name, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RenNaming) naming = ren_naming_new("gazetteer/import/divisions.tsv", &error);
    g_assert_no_error(error);
    g_autofree char *forms = ren_naming_shorten(naming, name);
    g_assert_cmpstr(forms, ==, expected);
}

static void
test_plain(void)
{
    check("砚川县", "砚川");
    check("鹤尾镇", "鹤尾");
    check("鹤尾街道", "鹤尾");
    check("鹤尾街道办事处", "鹤尾");
}

static void
test_too_short(void)
{
    check("砚县", "-");
    check("城区", "-");
}

static void
test_without_ending(void)
{
    check("红星农场", "-");
    check("砚川监狱", "-");
}

static void
test_peoples(void)
{
    check("砚川土家族自治县", "砚川 砚川县");
    check("砚川土家族苗族自治县", "砚川 砚川县");
    check("砚川各族自治县", "砚川 砚川县");
    check("砚川藏族自治州", "砚川 砚川州");
    check("砚川维吾尔自治区", "砚川");
    check("砚川回族区", "砚川 砚川区");
    check("鹤尾苗族乡", "鹤尾 鹤尾乡");
    check("鹤尾蒙古民族乡", "鹤尾");
    check("鄂温克族自治旗", "-");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/divisions/plain-ending-is-cut", test_plain);
    g_test_add_func("/divisions/one-character-is-no-short-form", test_too_short);
    g_test_add_func("/divisions/other-names-have-none", test_without_ending);
    g_test_add_func("/divisions/peoples-are-left-out", test_peoples);
    return g_test_run();
}
