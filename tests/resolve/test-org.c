/* Names and ids of bodies, and what they are a part of, with the shipped gazetteer. All firms and villages
 * are invented. */
#include "resolve/org.h"

#include "base/tsv.h"
#include "lexicon/lattice.h"

static RenLexicon *lexicon;

/* The number of the place @path, which must be known; 0 of NULL. */
static guint
place_of(const char *path)
{
    guint place = path == NULL ? 0 : ren_lexicon_find_place(lexicon, path);
    g_assert_true(path == NULL || place != 0);
    return place;
}

static void
assert_canon(const char *usual, const char *canonical)
{
    g_autofree char *name = ren_resolve_org_canon(lexicon, usual, 0);
    g_assert_cmpstr(name, ==, canonical);
}

static void
assert_entity(const char *home, const char *name, const char *entity)
{
    g_autofree char *id = ren_resolve_org_entity(lexicon, name, place_of(home));
    g_assert_cmpstr(id, ==, entity);
}

static void
assert_region(const char *home, const char *name, const char *region)
{
    g_autofree char *path = ren_resolve_org_region(lexicon, name, place_of(home));
    g_assert_cmpstr(path, ==, region);
}

/* Each of @chain, NULL-terminated, is a part of the next one, the last one of nothing. */
static void
assert_chain(const char *const *chain)
{
    for (guint i = 0; chain[i] != NULL; i++) {
        g_autofree char *parent = ren_resolve_parent(lexicon, chain[i]);
        g_assert_cmpstr(parent, ==, chain[i + 1]);
    }
}

static void
assert_name(const char *home, const char *printed, const char *canonical)
{
    g_autofree char *name = ren_resolve_org_name(lexicon, printed, place_of(home));
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

/* ---- canonical names ---- */

static void
test_short_and_full_forms_are_one_body(void)
{
    assert_canon("江津区科协", "江津区科学技术协会");
    assert_canon("江津区科学技术协会", "江津区科学技术协会");
    assert_canon("江津区人社局", "江津区人力资源和社会保障局");
    assert_canon("江津区文旅委", "江津区文化和旅游发展委员会");
    assert_canon("江津区侨办", "江津区侨务办公室");
    assert_canon("人社部", "人力资源和社会保障部");
    assert_canon("新华通讯社", "新华社");
}

static void
test_short_form_may_have_a_body_behind_it(void)
{
    assert_canon("江津区人社局劳动监察大队", "江津区人力资源和社会保障局劳动监察大队");
}

static void
test_own_names_are_not_lengthened(void)
{
    assert_canon("侨办小学", "侨办小学");
    assert_canon("江津区侨办小学", "江津区侨办小学");
    assert_canon("江津区侨办幼儿园", "江津区侨办幼儿园");
    assert_canon("江津中学", "江津中学");
    assert_canon("石桥商会", "石桥商会");
}

static void
test_party_committees_with_the_word_in_front(void)
{
    assert_canon("中共江津区委", "江津区委");
    assert_canon("中共江津区委员会", "江津区委");
    assert_canon("中共重庆市江津区委员会", "江津区委");
    assert_canon("中国共产党重庆市江津区委员会", "江津区委");
    assert_canon("中共重庆市江津区纪律检查委员会", "江津区纪委");
    assert_canon("中共江津区委组织部", "江津区委组织部");
    assert_canon("中共江津区双福街道工作委员会", "江津区双福街道党工委");
    assert_canon("中共江津区永兴镇委员会", "江津区永兴镇党委");
}

static void
test_other_words_in_front(void)
{
    assert_canon("共青团江津区委员会", "江津区团委");
    assert_canon("共青团重庆市委", "重庆市团委");
    assert_canon("共青团江津区永兴镇委员会", "江津区永兴镇团委");
    assert_canon("政协重庆市江津区委员会", "江津区政协");
    assert_canon("中国人民政治协商会议重庆市江津区委员会", "江津区政协");
    assert_canon("中国人民政治协商会议全国委员会", "全国政协");
}

static void
test_central_bodies_keep_the_word_in_front(void)
{
    assert_canon("中共中央政治局", "中共中央政治局");
    assert_canon("共青团中央", "共青团中央");
}

static void
test_terms_are_left_out(void)
{
    assert_canon("江津区第十九届人大常委会", "江津区人大常委会");
    assert_canon("江津区十九届人大常委会", "江津区人大常委会");
    assert_canon("政协江津区第15届委员会", "江津区政协");
    assert_canon("中国人民政治协商会议第十四届全国委员会", "全国政协");
    assert_canon("第三届", "第三届"); /* nothing would be left */
}

static void
test_police_of_a_district_is_one(void)
{
    assert_canon("重庆市公安局江津区分局", "江津区公安分局");
    assert_canon("江津区公安分局", "江津区公安分局");
}

static void
test_examples_of_the_table_hold(void)
{
    static const char *const columns[] = {"pattern", "replacement", "example", NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(RenTsv) tsv = ren_tsv_read("gazetteer/rules/canon.tsv", columns, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(tsv->rows->len, >, 0);
    for (guint i = 0; i < tsv->rows->len; i++) {
        g_auto(GStrv) example = g_strsplit(((char **)tsv->rows->pdata[i])[2], " → ", 2);
        g_assert_cmpuint(g_strv_length(example), ==, 2);
        g_autofree char *name = ren_lexicon_canonical(lexicon, example[0]);
        g_assert_cmpstr(name, ==, example[1]);
    }
}

/* ---- ids ---- */

static void
test_id_is_made_of_the_canonical_name(void)
{
    assert_entity(NULL, "江津区科协", "org:江津区科学技术协会");
    assert_entity(NULL, "中共重庆市江津区委员会", "org:江津区委");
    assert_entity("重庆市江津区", "国务院", "org:国务院");
    assert_entity(NULL, "石桥商会", "org:石桥商会");
}

static void
test_agency_is_no_body_of_a_district(void)
{
    assert_entity("河北省石家庄市", "新华通讯社", "org:新华社");
    assert_entity("河北省石家庄市", "新华区教育局", "org:新华区教育局@河北省石家庄市");
    assert_region("河北省石家庄市", "新华通讯社", "新华社");
}

static void
test_district_of_several_cities_says_which(void)
{
    assert_entity("江苏省南京市", "鼓楼区委", "org:鼓楼区委@江苏省南京市");
    assert_entity("江苏省徐州市", "鼓楼区委", "org:鼓楼区委@江苏省徐州市");
    assert_entity("福建省福州市", "鼓楼区教育局", "org:鼓楼区教育局@福建省福州市");
    assert_entity("江苏省南京市", "鼓楼区下梅村小学", "org:鼓楼区下梅村小学@江苏省南京市");
    assert_entity("重庆市江津区", "江津区委", "org:江津区委"); /* the only one of its name */
}

static void
test_bare_place_is_a_place(void)
{
    assert_entity(NULL, "江津区", "place:重庆市江津区");
    assert_entity(NULL, "重庆市江津区", "place:重庆市江津区");
    assert_entity("江苏省南京市", "鼓楼区", "place:江苏省南京市鼓楼区");
}

/* ---- where a body acts ---- */

static void
test_region_is_a_county_or_above(void)
{
    assert_region(NULL, "江津区委组织部", "重庆市江津区");
    assert_region(NULL, "重庆市水利局", "重庆市");
    assert_region("重庆市江津区", "永兴镇党委", "重庆市江津区");
    assert_region("江苏省徐州市", "鼓楼区政府", "江苏省徐州市鼓楼区");
}

static void
test_region_behind_a_word_in_front(void)
{
    assert_region(NULL, "中共江津区委", "重庆市江津区");
    assert_region(NULL, "共青团重庆市委", "重庆市");
}

static void
test_national_body_is_its_own_region(void)
{
    assert_region("重庆市江津区", "国务院", "国务院");
    assert_region("重庆市江津区", "人社部", "人力资源和社会保障部");
    assert_region("重庆市江津区", "中共中央", "中共中央");
}

static void
test_name_without_region(void)
{
    assert_region("重庆市江津区", "石桥商会", NULL);
    assert_region("重庆市江津区", "侨办小学", NULL);
}

/* ---- what a body is a part of ---- */

static void
test_department_committee_district_city(void)
{
    static const char *const chain[] = {"org:江津区委组织部", "org:江津区委", "place:重庆市江津区",
                                        "place:重庆市", NULL};
    assert_chain(chain);
}

static void
test_parents_stay_in_their_city(void)
{
    static const char *const nanjing[] = {"org:鼓楼区委组织部@江苏省南京市",
                                          "org:鼓楼区委@江苏省南京市",
                                          "place:江苏省南京市鼓楼区",
                                          "place:江苏省南京市",
                                          "place:江苏省",
                                          NULL};
    static const char *const xuzhou[] = {"org:鼓楼区委组织部@江苏省徐州市",
                                         "org:鼓楼区委@江苏省徐州市",
                                         "place:江苏省徐州市鼓楼区",
                                         "place:江苏省徐州市",
                                         "place:江苏省",
                                         NULL};
    assert_chain(nanjing);
    assert_chain(xuzhou);
}

static void
test_village_that_no_table_holds_lies_in_its_town(void)
{
    static const char *const chain[] = {"place:重庆市江津区永兴镇下梅村", "place:重庆市江津区永兴镇",
                                        "place:重庆市江津区", "place:重庆市", NULL};
    assert_chain(chain);
    static const char *const town[] = {"org:江津区永兴镇党委", "place:重庆市江津区永兴镇",
                                       "place:重庆市江津区", "place:重庆市", NULL};
    assert_chain(town);
}

static void
test_office_of_a_national_body(void)
{
    static const char *const office[] = {"org:国务院办公厅督查室", "org:国务院办公厅", NULL};
    g_autofree char *parent = ren_resolve_parent(lexicon, office[0]);
    g_assert_cmpstr(parent, ==, office[1]);
    g_autofree char *full = ren_resolve_parent(lexicon, "org:人社部就业促进司");
    g_assert_cmpstr(full, ==, "org:人力资源和社会保障部");
    g_autofree char *top = ren_resolve_parent(lexicon, "org:国务院");
    g_assert_null(top);
}

static void
test_names_that_tell_no_parent(void)
{
    static const char *const school[] = {"org:江津中学", "place:重庆市江津区", "place:重庆市", NULL};
    assert_chain(school);
    /* There is more than one 白沙. */
    static const char *const ids[] = {"org:石桥商会",
                                      "org:白沙茶会",
                                      "company:重庆恒硕动力有限公司",
                                      "person:钱小雨@江津区",
                                      "place:砚川县",
                                      "org:",
                                      "place:"};
    for (guint i = 0; i < G_N_ELEMENTS(ids); i++) {
        g_autofree char *parent = ren_resolve_parent(lexicon, ids[i]);
        g_assert_null(parent);
    }
}

static void
test_label_takes_what_a_town_needs(void)
{
    static const char *const labels[][2] = {
        {"重庆市", "重庆市"},
        {"重庆市江津区", "江津区"},
        {"重庆市江津区永兴镇", "江津区永兴镇"},
        {"重庆市江津区永兴镇下梅村", "江津区永兴镇下梅村"},
        {"重庆市江津区下梅村", "江津区下梅村"},
        {"砚川县下梅村", "砚川县下梅村"}, /* of which no table knows anything */
    };
    for (guint i = 0; i < G_N_ELEMENTS(labels); i++) {
        g_autofree char *label = ren_resolve_place_label(lexicon, labels[i][0]);
        g_assert_cmpstr(label, ==, labels[i][1]);
    }
}

/* ---- short forms by rule ---- */

static void
test_first_characters_of_all_words_are_a_short_form(void)
{
    static const char *const pairs[][2] = {
        {"人社局", "人力资源和社会保障局"}, {"文旅委", "文化和旅游发展委员会"}, {"卫健委", "卫生健康委员会"},
        {"住建委", "住房和城乡建设委员会"}, {"科协", "科学技术协会"},           {"教委", "教育委员会"},
        {"市场监管局", "市场监督管理局"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
        g_assert_true(ren_resolve_abbreviates(lexicon, pairs[i][0], pairs[i][1]));
}

static void
test_other_names_are_no_short_form(void)
{
    static const char *const pairs[][2] = {
        {"旅文委", "文化和旅游发展委员会"}, /* another order */
        {"化旅委", "文化和旅游发展委员会"}, /* not the first character */
        {"人社局", "人力资源和社会保障局劳动监察大队"},
        {"人社委", "人力资源和社会保障局"}, /* another last word */
        {"财政局", "水利局"},
        {"局", "教育局"},
        {"人社局", "人社局"}, /* the same */
        {"人力资源和社会保障局", "人社局"},
        {"", "教育局"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
        g_assert_false(ren_resolve_abbreviates(lexicon, pairs[i][0], pairs[i][1]));
}

/* ---- former divisions ---- */

static void
test_former_division_is_todays(void)
{
    assert_entity(NULL, "江津市", "place:重庆市江津区");
    assert_entity("重庆市江津区", "江津县", "place:重庆市江津区");
    assert_entity(NULL, "江津市委组织部", "org:江津区委组织部");
    assert_region(NULL, "江津市委", "重庆市江津区");
    assert_canon("中共江津县委", "江津区委");
}

static void
test_body_keeps_the_former_name_as_its_usual_one(void)
{
    assert_name("重庆市江津区", "江津市政府", "江津市政府");
    assert_name("重庆市江津区", "江津市人民政府", "江津市政府");
    assert_entity("重庆市江津区", "江津市政府", "org:江津区政府");
}

static void
test_former_name_of_two_characters_counts_at_home_only(void)
{
    const RenWord *word = ren_lexicon_find(lexicon, "林县", REN_CLASS_PLACE);
    g_assert_nonnull(word);
    g_assert_true(ren_lattice_allows_place(lexicon, word, place_of("河南省安阳市林州市")));
    g_assert_false(ren_lattice_allows_place(lexicon, word, place_of("重庆市江津区"))); /* a Mr Lin */
    g_assert_false(ren_lattice_allows_place(lexicon, word, 0));
    const RenWord *longer = ren_lexicon_find(lexicon, "江津县", REN_CLASS_PLACE);
    g_assert_nonnull(longer);
    g_assert_true(ren_lattice_allows_place(lexicon, longer, place_of("河南省安阳市林州市")));
    assert_entity("河南省安阳市林州市", "林县水利局", "org:林州市水利局");
}

static void
test_printed_city_tells_namesakes(void)
{
    assert_name("江苏省徐州市", "南京市鼓楼区委", "南京市鼓楼区委");
    assert_name("江苏省南京市", "鼓楼区委", "鼓楼区委");
    assert_entity("江苏省徐州市", "南京市鼓楼区委", "org:鼓楼区委@江苏省南京市");
    assert_entity(NULL, "江苏省南京市鼓楼区委", "org:鼓楼区委@江苏省南京市");
    assert_entity("江苏省徐州市", "江苏省南京市鼓楼区", "place:江苏省南京市鼓楼区");
    assert_region("江苏省徐州市", "南京市鼓楼区委", "江苏省南京市鼓楼区");
    /* One of its name needs no city. */
    assert_name("江苏省徐州市", "重庆市江津区委", "江津区委");
}

static void
test_doubled_level_is_one(void)
{
    assert_name("四川省泸州市", "泸县县委", "泸县委");
    assert_name("重庆市江津区", "江津区区委宣传部", "江津区委宣传部");
    /* 区块链 is no 区. */
    assert_name("重庆市江津区", "江津区区块链协会", "江津区区块链协会");
}

static void
test_offices_belong_to_their_body(void)
{
    static const char *const party[] = {"org:江津区委办公室", "org:江津区委", "place:重庆市江津区",
                                        "place:重庆市", NULL};
    static const char *const government[] = {"org:江津区政府办公室", "org:江津区政府", "place:重庆市江津区",
                                             "place:重庆市", NULL};
    static const char *const state[] = {"org:国务院办公厅", "org:国务院", NULL};
    assert_chain(party);
    assert_chain(government);
    assert_chain(state);
}

static void
test_body_fronted_by_no_known_word_has_a_region(void)
{
    assert_region(NULL, "政协江津区委员会", "重庆市江津区");
}

static void
test_common_former_name_is_a_place_at_home_only(void)
{
    assert_entity("河南省安阳市林州市", "林县政府", "org:林州市政府");
    assert_entity("重庆市江津区", "林县政府", "org:林县政府");
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
    g_test_add_func("/resolve/short-and-full-forms-are-one-body", test_short_and_full_forms_are_one_body);
    g_test_add_func("/resolve/short-form-may-have-a-body-behind-it",
                    test_short_form_may_have_a_body_behind_it);
    g_test_add_func("/resolve/own-names-are-not-lengthened", test_own_names_are_not_lengthened);
    g_test_add_func("/resolve/party-committees-with-the-word-in-front",
                    test_party_committees_with_the_word_in_front);
    g_test_add_func("/resolve/other-words-in-front", test_other_words_in_front);
    g_test_add_func("/resolve/central-bodies-keep-the-word-in-front",
                    test_central_bodies_keep_the_word_in_front);
    g_test_add_func("/resolve/terms-are-left-out", test_terms_are_left_out);
    g_test_add_func("/resolve/police-of-a-district-is-one", test_police_of_a_district_is_one);
    g_test_add_func("/resolve/examples-of-the-table-hold", test_examples_of_the_table_hold);
    g_test_add_func("/resolve/id-is-made-of-the-canonical-name", test_id_is_made_of_the_canonical_name);
    g_test_add_func("/resolve/agency-is-no-body-of-a-district", test_agency_is_no_body_of_a_district);
    g_test_add_func("/resolve/district-of-several-cities-says-which",
                    test_district_of_several_cities_says_which);
    g_test_add_func("/resolve/bare-place-is-a-place", test_bare_place_is_a_place);
    g_test_add_func("/resolve/region-is-a-county-or-above", test_region_is_a_county_or_above);
    g_test_add_func("/resolve/region-behind-a-word-in-front", test_region_behind_a_word_in_front);
    g_test_add_func("/resolve/national-body-is-its-own-region", test_national_body_is_its_own_region);
    g_test_add_func("/resolve/name-without-region", test_name_without_region);
    g_test_add_func("/resolve/department-committee-district-city", test_department_committee_district_city);
    g_test_add_func("/resolve/parents-stay-in-their-city", test_parents_stay_in_their_city);
    g_test_add_func("/resolve/village-that-no-table-holds-lies-in-its-town",
                    test_village_that_no_table_holds_lies_in_its_town);
    g_test_add_func("/resolve/office-of-a-national-body", test_office_of_a_national_body);
    g_test_add_func("/resolve/names-that-tell-no-parent", test_names_that_tell_no_parent);
    g_test_add_func("/resolve/label-takes-what-a-town-needs", test_label_takes_what_a_town_needs);
    g_test_add_func("/resolve/first-characters-of-all-words-are-a-short-form",
                    test_first_characters_of_all_words_are_a_short_form);
    g_test_add_func("/resolve/other-names-are-no-short-form", test_other_names_are_no_short_form);
    g_test_add_func("/resolve/former-division-is-todays", test_former_division_is_todays);
    g_test_add_func("/resolve/body-keeps-the-former-name-as-its-usual-one",
                    test_body_keeps_the_former_name_as_its_usual_one);
    g_test_add_func("/resolve/former-name-of-two-characters-counts-at-home-only",
                    test_former_name_of_two_characters_counts_at_home_only);
    g_test_add_func("/resolve/printed-city-tells-namesakes", test_printed_city_tells_namesakes);
    g_test_add_func("/resolve/doubled-level-is-one", test_doubled_level_is_one);
    g_test_add_func("/resolve/offices-belong-to-their-body", test_offices_belong_to_their_body);
    g_test_add_func("/resolve/fronted-body-has-a-region", test_body_fronted_by_no_known_word_has_a_region);
    g_test_add_func("/resolve/common-former-name-is-at-home",
                    test_common_former_name_is_a_place_at_home_only);
    int status = g_test_run();
    ren_lexicon_free(lexicon);
    return status;
}
