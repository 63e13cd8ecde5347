/* Where an issue comes from, with the shipped gazetteer. */
#include "match/home.h"

static RenLexicon *lexicon;

static const char *
voted(const char *text, const char *path)
{
    guint home = ren_home_vote(lexicon, text, path);
    return home == 0 ? "" : ren_lexicon_get_place(lexicon, home)->path;
}

static void
test_district_named_most_is_home(void)
{
    g_assert_cmpstr(voted("江津区召开会议。江津区委要求,江津要向永川学习。江津人很忙。", NULL), ==,
                    "重庆市江津区");
}

static void
test_towns_vote_for_their_county(void)
{
    g_assert_cmpstr(voted("双福街道、德感街道、石蟆镇、塘河镇、永兴镇、朱杨镇和鼎山街道都种花椒。", NULL), ==,
                    "重庆市江津区");
}

static void
test_folder_says_more_than_text(void)
{
    g_assert_cmpstr(voted("我区代表团赴永川区考察,永川区作了介绍。", "江津报/2024-01-02.txt"), ==,
                    "重庆市江津区");
}

static void
test_national_text_has_no_home(void)
{
    g_assert_cmpstr(
        voted("会议在北京举行,来自辰溪县、东台市、平远县、阜平县、博白县、沧县、佳县的代表发言。", NULL), ==,
        "");
}

static void
test_city_daily_is_of_its_city(void)
{
    g_assert_cmpstr(voted("我市召开会议。德州市委、德州市政府要求,"
                          "德州市各部门落实。德州的禹城、平原也参加。我市将继续努力。",
                          NULL),
                    ==, "山东省德州市");
}

static void
test_given_names(void)
{
    static const struct {
        const char *name;
        const char *path;
    } cases[] = {{"重庆市江津区", "重庆市江津区"},
                 {"江津区", "重庆市江津区"},
                 {"江津", "重庆市江津区"},
                 {"四川泸县", "四川省泸州市泸县"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        guint home = ren_home_parse(lexicon, cases[i].name);
        g_assert_cmpuint(home, !=, 0);
        g_assert_cmpstr(ren_lexicon_get_place(lexicon, home)->path, ==, cases[i].path);
    }
    g_assert_cmpuint(ren_home_parse(lexicon, "无此地方"), ==, 0);
    g_assert_cmpuint(ren_home_parse(lexicon, ""), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    static const char *const dirs[] = {"gazetteer", NULL};
    g_autoptr(GError) error = NULL;
    lexicon = ren_lexicon_new(dirs, &error);
    g_assert_no_error(error);
    g_test_add_func("/home/district-named-most-is-home", test_district_named_most_is_home);
    g_test_add_func("/home/towns-vote-for-their-county", test_towns_vote_for_their_county);
    g_test_add_func("/home/folder-says-more-than-text", test_folder_says_more_than_text);
    g_test_add_func("/home/national-text-has-no-home", test_national_text_has_no_home);
    g_test_add_func("/home/city-daily-is-of-its-city", test_city_daily_is_of_its_city);
    g_test_add_func("/home/given-names", test_given_names);
    int status = g_test_run();
    ren_lexicon_free(lexicon);
    return status;
}
