/* Canonical names of bodies, with the shipped gazetteer. */
#include "resolve/org.h"

static RenLexicon *lexicon;

static void
assert_name(const char *home, const char *printed, const char *canonical)
{
    guint place = home == NULL ? 0 : ren_lexicon_find_place(lexicon, home);
    g_assert_true(home == NULL || place != 0);
    g_autofree char *name = ren_resolve_org_name(lexicon, printed, place);
    g_assert_cmpstr(name, ==, canonical);
}

static void
test_relative_bodies_are_those_of_home(void)
{
    assert_name("重庆市江津区", "区委", "江津区委");
    assert_name("重庆市江津区", "我区", "江津区");
    assert_name("重庆市江津区", "市文联", "重庆市文联");
    assert_name("四川省泸州市泸县", "县政府", "泸县政府");
    assert_name("四川省泸州市泸县", "市委", "泸州市委");
    assert_name("四川省泸州市泸县", "省委", "四川省委");
}

static void
test_city_of_county_level_is_its_own_city(void)
{
    assert_name("江苏省盐城市东台市", "市委", "东台市委");
}

static void
test_solemn_names_have_a_usual_form(void)
{
    assert_name(NULL, "重庆市江津区人民政府", "江津区政府");
    assert_name("重庆市永川区", "永川区党委", "永川区委");
    assert_name(NULL, "宁夏回族自治区党委", "宁夏回族自治区党委");
}

static void
test_short_places_belong_to_proper_names(void)
{
    assert_name("重庆市江津区", "江津法院", "江津区法院");
    assert_name("重庆市江津区", "江津中学", "江津中学");
    assert_name("重庆市江津区", "重庆文理学院", "重庆文理学院");
}

static void
test_bodies_of_towns_carry_the_county(void)
{
    assert_name("重庆市江津区", "双福街道党工委", "江津区双福街道党工委");
    assert_name("重庆市江津区", "永兴镇党委", "江津区永兴镇党委");
}

static void
test_relative_without_home_stays(void)
{
    assert_name(NULL, "区委", "区委");
}

static void
test_home_of_each_level(void)
{
    guint home = ren_lexicon_find_place(lexicon, "重庆市江津区");
    guint city = ren_resolve_relative(lexicon, REN_LEVEL_CITY, "市", home);
    g_assert_cmpuint(city, ==, ren_lexicon_find_place(lexicon, "重庆市"));
    g_assert_cmpuint(ren_resolve_relative(lexicon, REN_LEVEL_COUNTY, "区", home), ==, home);
    g_assert_cmpuint(ren_resolve_relative(lexicon, REN_LEVEL_COUNTY, "区", 0), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    static const char *const dirs[] = {"gazetteer", NULL};
    g_autoptr(GError) error = NULL;
    lexicon = ren_lexicon_new(dirs, &error);
    g_assert_no_error(error);
    g_test_add_func("/resolve/relative-bodies-are-those-of-home", test_relative_bodies_are_those_of_home);
    g_test_add_func("/resolve/city-of-county-level-is-its-own-city",
                    test_city_of_county_level_is_its_own_city);
    g_test_add_func("/resolve/solemn-names-have-a-usual-form", test_solemn_names_have_a_usual_form);
    g_test_add_func("/resolve/short-places-belong-to-proper-names", test_short_places_belong_to_proper_names);
    g_test_add_func("/resolve/bodies-of-towns-carry-the-county", test_bodies_of_towns_carry_the_county);
    g_test_add_func("/resolve/relative-without-home-stays", test_relative_without_home_stays);
    g_test_add_func("/resolve/home-of-each-level", test_home_of_each_level);
    int status = g_test_run();
    ren_lexicon_free(lexicon);
    return status;
}
