/* Who is one person by the shipped weights, how persons are called, and what the user's decisions change. */
#include "cases.h"

/* ---- with the shipped weights ---- */

static RenCase *
add_water(Fixture *f, const char *doc, const char *date)
{
    return add_holder(f, doc, JIANGJIN, date, "局长", "org:江津区水利局", JIANGJIN);
}

static RenCase *
add_teacher(Fixture *f, const char *doc, const char *date)
{
    return add_holder(f, doc, JIANGJIN, date, "教师", "org:江津区下梅中学", JIANGJIN);
}

static void
test_district_head_who_heads_a_bureau(Fixture *f, gconstpointer data)
{
    (void)data;
    RenCase *a = add_holder(f, "1.txt", JIANGJIN, "2021-01-01", "副区长", "org:江津区政府", JIANGJIN);
    RenCase *b = add_holder(f, "2.txt", JIANGJIN, "2021-02-01", "局长", "org:江津区公安局", JIANGJIN);
    RenCase *c = add_holder(f, "3.txt", JIANGJIN, "2021-03-01", "副区长", "org:江津区政府", JIANGJIN);
    resolve(f);
    assert_one(a, b);
    assert_one(a, c);
}

static void
test_official_and_teacher_of_one_district_are_two(Fixture *f, gconstpointer data)
{
    (void)data;
    RenCase *a = add_water(f, "1.txt", "2021-01-01"), *b = add_teacher(f, "2.txt", "2021-02-01");
    resolve(f);
    assert_two(a, b);
}

static void
test_districts_apart_are_two_persons(Fixture *f, gconstpointer data)
{
    (void)data;
    RenCase *a = add_water(f, "1.txt", "2021-01-01");
    RenCase *b = add_holder(f, "2.txt", YONGCHUAN, "2021-02-01", "局长", "org:永川区水利局", YONGCHUAN);
    resolve(f);
    assert_two(a, b);
}

static void
test_villager_is_not_the_official(Fixture *f, gconstpointer data)
{
    (void)data;
    RenCase *a = add_water(f, "1.txt", "2021-01-01");
    RenCase *b = add_case(f, "2.txt", 0, JIANGJIN, "2021-02-01");
    b->lay = "村民";
    RenCase *c = add_holder(f, "3.txt", JIANGJIN, "2021-02-02", "党支部书记", "org:江津区下梅村", JIANGJIN);
    resolve(f);
    assert_two(a, b);
    assert_one(b, c);
}

static void
test_bare_name_is_rather_the_teacher(Fixture *f, gconstpointer data)
{
    (void)data;
    RenCase *a = add_water(f, "1.txt", "2021-01-01"), *b = add_teacher(f, "2.txt", "2021-02-01");
    RenCase *c = add_case(f, "3.txt", 0, JIANGJIN, "2021-03-01");
    resolve(f);
    assert_one(b, c);
    g_ptr_array_add(a->companions, "甲一");
    g_ptr_array_add(c->companions, "甲一");
    resolve(f);
    assert_one(a, c);
}

/* ---- ids ---- */

static void
assert_id(const RenCase *one, const char *id)
{
    g_assert_cmpstr(one->entity, ==, id);
    g_assert_cmpstr(one->base, ==, id);
    g_assert_cmpint(one->kind, ==, REN_PERSON);
    g_assert_null(one->called);
}

static void
test_plain_id_is_of_the_region(Fixture *f, gconstpointer data)
{
    (void)data;
    RenCase *a = add_holder(f, "1.txt", YONGCHUAN, NULL, "局长", "org:江津区水利局", JIANGJIN);
    RenCase *b = add_holder(f, "2.txt", NULL, NULL, "局长", "org:鼓楼区水利局", "江苏省南京市鼓楼区");
    resolve(f);
    assert_id(a, "person:" NAME "@江津区");
    assert_id(b, "person:" NAME "@江苏省南京市鼓楼区"); /* several cities have one */
}

static void
test_id_without_post_is_of_the_paper(Fixture *f, gconstpointer data)
{
    (void)data;
    RenCase *a = add_case(f, "1.txt", 0, JIANGJIN, NULL), *b = add_case(f, "2.txt", 0, NULL, NULL);
    resolve(f);
    assert_id(a, "person:" NAME "@江津区");
    assert_id(b, "person:" NAME);
}

static void
test_id_of_a_national_post(Fixture *f, gconstpointer data)
{
    (void)data;
    RenCase *a = add_holder(f, "1.txt", JIANGJIN, NULL, "司长", "org:国务院石桥司", "国务院");
    resolve(f);
    assert_id(a, "person:" NAME "@国务院");
}

static void
test_office_has_the_plain_id(Fixture *f, gconstpointer data)
{
    (void)data;
    RenCase *a = add_teacher(f, "1.txt", "2021-01-01"), *b = add_water(f, "2.txt", "2021-02-01");
    RenCase *c = add_case(f, "3.txt", 0, JIANGJIN, "2021-01-01");
    c->reporter = TRUE;
    resolve(f);
    assert_id(b, "person:" NAME "@江津区");
    assert_id(a, "person:" NAME "@江津区·学校");
    assert_id(c, "person:" NAME "@江津区·媒体");
}

static void
test_id_of_a_body(Fixture *f, gconstpointer data)
{
    (void)data;
    RenCase *a = add_water(f, "1.txt", "2021-01-01");
    RenCase *b = add_holder(f, "2.txt", JIANGJIN, "2021-02-01", "教师", "org:江津区下梅中学", JIANGJIN);
    RenCase *c = add_holder(f, "2.txt", JIANGJIN, "2021-02-01", "教师", "org:江津区上梅中学", JIANGJIN);
    resolve(f);
    assert_id(a, "person:" NAME "@江津区");
    assert_id(b, "person:" NAME "@江津区·学校");
    assert_id(c, "person:" NAME "@江津区上梅中学");
}

static void
test_id_of_an_article(Fixture *f, gconstpointer data)
{
    (void)data;
    RenCase *a = add_case(f, "1.txt", 4, JIANGJIN, NULL), *b = add_case(f, "1.txt", 4, JIANGJIN, NULL);
    RenCase *c = add_case(f, "1.txt", 4, JIANGJIN, NULL);
    resolve(f);
    assert_id(a, "person:" NAME "@江津区");
    assert_id(b, "person:" NAME "@1.txt#4");
    assert_id(c, "person:" NAME "@1.txt#4·2");
}

/* ---- the user's decisions ---- */

static void
test_different_bodies(Fixture *f, gconstpointer data)
{
    (void)data;
    decide(f, "different.tsv", "person:" NAME "@江津区水利局\tperson:" NAME "@江津区教育局\n");
    RenCase *a = add_water(f, "1.txt", "2021-01-01");
    RenCase *b = add_holder(f, "2.txt", JIANGJIN, "2022-01-01", "局长", "org:江津区教育局", JIANGJIN);
    RenCase *c = add_water(f, "3.txt", "2021-02-01");
    resolve(f);
    assert_two(a, b);
    assert_one(a, c);
    g_assert_cmpuint(f->problems->len, ==, 0);
}

static void
test_different_regions_and_walks(Fixture *f, gconstpointer data)
{
    (void)data;
    decide(f, "different.tsv", "person:" NAME "@江津区·村居\tperson:" NAME "@江津区·群众\n");
    RenCase *a = add_holder(f, "1.txt", JIANGJIN, NULL, "村支书", "org:江津区下梅村", JIANGJIN);
    RenCase *b = add_case(f, "2.txt", 0, JIANGJIN, NULL);
    b->lay = "村民";
    resolve(f);
    assert_two(a, b); /* whom the weights take for one: test_villager_is_not_the_official */
}

static void
test_different_articles(Fixture *f, gconstpointer data)
{
    (void)data;
    decide(f, "different.tsv", "person:" NAME "@1.txt#0\tperson:" NAME "@2.txt#0\n");
    RenCase *a = add_water(f, "1.txt", "2021-01-01"), *b = add_water(f, "2.txt", "2021-02-01");
    resolve(f);
    assert_two(a, b);
    g_assert_cmpuint(f->problems->len, ==, 0);
}

static void
test_different_regions(Fixture *f, gconstpointer data)
{
    (void)data;
    decide(f, "different.tsv", "person:" NAME "@江津区\tperson:" NAME "@重庆市\n");
    RenCase *a = add_water(f, "1.txt", "2021-01-01");
    RenCase *b = add_holder(f, "2.txt", JIANGJIN, "2022-01-01", "处长", "org:重庆市水利局", "重庆市");
    resolve(f);
    assert_id(a, "person:" NAME "@江津区");
    assert_id(b, "person:" NAME "@重庆市");
}

static void
test_different_ids_stay_two(Fixture *f, gconstpointer data)
{
    (void)data;
    decide(f, "different.tsv", "person:" NAME "@江津区\tperson:" NAME "@江津区·学校\n");
    RenCase *a = add_water(f, "1.txt", "2021-01-01"), *b = add_teacher(f, "2.txt", "2021-02-01");
    resolve(f);
    assert_id(a, "person:" NAME "@江津区");
    assert_id(b, "person:" NAME "@江津区·学校");
    g_assert_cmpuint(f->problems->len, ==, 0);
}

static void
test_different_that_means_the_same_is_told(Fixture *f, gconstpointer data)
{
    (void)data;
    decide(f, "different.tsv", "# no reason\nperson:" NAME "\tperson:" NAME "@江津区\n");
    RenCase *a = add_water(f, "1.txt", "2021-01-01"), *b = add_water(f, "2.txt", "2021-02-01");
    resolve(f);
    assert_one(a, b);
    g_assert_cmpuint(f->problems->len, ==, 1);
    g_assert_nonnull(strstr(f->problems->pdata[0], "different.tsv:3"));
    g_assert_nonnull(strstr(f->problems->pdata[0], "'person:" NAME "@江津区'"));
}

static void
test_different_about_others_is_no_problem(Fixture *f, gconstpointer data)
{
    (void)data;
    decide(f, "different.tsv",
           "person:" NAME "@江津区\tperson:白石溪@江津区\nperson:" NAME "@9.txt#0\tperson:" NAME
           "@江津区\norg:" NAME "\torg:白石溪\n");
    RenCase *a = add_water(f, "1.txt", "2021-01-01"), *b = add_water(f, "2.txt", "2021-02-01");
    resolve(f);
    assert_one(a, b);
    g_assert_cmpuint(f->problems->len, ==, 0);
}

static void
test_same_over_two_regions(Fixture *f, gconstpointer data)
{
    (void)data;
    decide(f, "same.tsv", "person:" NAME "@永川区\tperson:" NAME "@江津区\n");
    RenCase *a = add_water(f, "1.txt", "2021-01-01");
    RenCase *b = add_holder(f, "2.txt", YONGCHUAN, "2021-02-01", "局长", "org:永川区水利局", YONGCHUAN);
    resolve(f);
    g_assert_cmpstr(a->entity, ==, "person:" NAME "@永川区");
    g_assert_cmpstr(b->entity, ==, "person:" NAME "@永川区");
    g_assert_cmpstr(a->base, ==, "person:" NAME "@江津区"); /* by rules alone */
}

static void
test_same_over_two_names(Fixture *f, gconstpointer data)
{
    (void)data;
    decide(f, "same.tsv", "person:乔兰@江津区\tperson:" NAME "@江津区\n");
    RenCase *a = add_water(f, "1.txt", "2021-01-01"), *b = add_teacher(f, "2.txt", "2021-02-01");
    resolve(f);
    g_assert_cmpstr(a->entity, ==, "person:乔兰@江津区");
    g_assert_cmpstr(a->called, ==, "乔兰");
    g_assert_cmpstr(a->base, ==, "person:" NAME "@江津区");
    assert_id(b, "person:" NAME "@江津区·学校"); /* whom the row does not mean */
}

static void
test_same_by_body(Fixture *f, gconstpointer data)
{
    (void)data;
    decide(f, "same.tsv", "person:乔兰@江津区\tperson:" NAME "@江津区下梅中学\n");
    RenCase *a = add_water(f, "1.txt", "2021-01-01"), *b = add_teacher(f, "2.txt", "2021-02-01");
    resolve(f);
    assert_id(a, "person:" NAME "@江津区");
    g_assert_cmpstr(b->entity, ==, "person:乔兰@江津区");
}

static void
test_ignored_person_has_no_entity(Fixture *f, gconstpointer data)
{
    (void)data;
    decide(f, "ignore.tsv", "person:" NAME "@江津区·学校\n");
    RenCase *a = add_water(f, "1.txt", "2021-01-01"), *b = add_teacher(f, "2.txt", "2021-02-01");
    RenCase *c = add_case(f, "3.txt", 0, JIANGJIN, "2021-03-01"); /* of the teacher */
    resolve(f);
    assert_id(a, "person:" NAME "@江津区");
    g_assert_null(b->entity);
    g_assert_null(c->entity);
    g_assert_cmpstr(b->base, ==, "person:" NAME "@江津区·学校");
}

static void
test_ignored_name_is_all_of_it(Fixture *f, gconstpointer data)
{
    (void)data;
    decide(f, "ignore.tsv", NAME "\n");
    RenCase *a = add_water(f, "1.txt", "2021-01-01"), *b = add_teacher(f, "2.txt", "2021-02-01");
    resolve(f);
    g_assert_null(a->entity);
    g_assert_null(b->entity);
}

/* ---- doubts, and how decisions name a person ---- */

static void
assert_doubt(Fixture *f, const char *expected)
{
    char *bodies[2];
    g_autofree char *doubt = ren_identity_doubt(identity_of(f), f->cases, bodies);
    g_autofree char *one = bodies[0], *other = bodies[1];
    g_assert_cmpstr(doubt, ==, expected);
    g_assert_true(one == NULL || g_strcmp0(one, other) != 0);
}

static void
test_nothing_speaks_against_a_career(Fixture *f, gconstpointer data)
{
    (void)data;
    add_water(f, "1.txt", "2021-01-01");
    add_holder(f, "2.txt", JIANGJIN, "2022-01-01", "局长", "org:江津区教育局", JIANGJIN);
    add_holder(f, "3.txt", JIANGJIN, "2023-01-01", "处长", "org:重庆市水利局", "重庆市");
    add_case(f, "4.txt", 0, YONGCHUAN, "2023-01-01");
    assert_doubt(f, NULL);
}

static void
test_two_walks_are_a_doubt(Fixture *f, gconstpointer data)
{
    (void)data;
    add_water(f, "1.txt", "2021-01-01");
    add_teacher(f, "2.txt", "2021-02-01");
    assert_doubt(f, "党政 / 学校");
}

static void
test_two_regions_are_a_doubt(Fixture *f, gconstpointer data)
{
    (void)data;
    add_water(f, "1.txt", "2021-01-01");
    add_holder(f, "2.txt", YONGCHUAN, "2022-01-01", "局长", "org:永川区水利局", YONGCHUAN);
    assert_doubt(f, JIANGJIN " / " YONGCHUAN);
}

static void
test_article_that_tells_of_the_move_ends_the_doubt(Fixture *f, gconstpointer data)
{
    (void)data;
    add_water(f, "1.txt", "2021-01-01");
    add_holder(f, "2.txt", YONGCHUAN, "2022-01-01", "局长", "org:永川区水利局", YONGCHUAN);
    RenCase *both = add_case(f, "3.txt", 0, YONGCHUAN, "2021-12-01");
    add_post_of(both, "局长", "org:江津区水利局", JIANGJIN, REN_TENSE_ENDED);
    add_post_of(both, "局长", "org:永川区水利局", YONGCHUAN, REN_TENSE_FUTURE);
    assert_doubt(f, NULL);
}

static void
test_two_bodies_at_once_are_a_doubt(Fixture *f, gconstpointer data)
{
    (void)data;
    add_water(f, "1.txt", "2021-01-01");
    add_holder(f, "2.txt", JIANGJIN, "2021-06-01", "局长", "org:江津区教育局", JIANGJIN);
    add_water(f, "3.txt", "2021-12-01");
    assert_doubt(f, "org:江津区水利局 / org:江津区教育局");
}

static void
assert_reference(Fixture *f, const char *id, const char *expected)
{
    g_autofree char *reference = ren_identity_reference(identity_of(f), f->cases, id);
    g_assert_cmpstr(reference, ==, expected);
}

static void
test_reference_of_an_official_is_the_id(Fixture *f, gconstpointer data)
{
    (void)data;
    add_water(f, "1.txt", "2021-01-01");
    assert_reference(f, "person:" NAME "@江津区", "person:" NAME "@江津区");
}

static void
test_reference_of_an_official_needs_no_walk(Fixture *f, gconstpointer data)
{
    (void)data;
    add_water(f, "1.txt", "2021-01-01");
    add_teacher(f, "2.txt", "2021-02-01"); /* whom the user has joined to the official */
    assert_reference(f, "person:" NAME "@江津区", "person:" NAME "@江津区");
}

static void
test_reference_takes_the_walk_along(Fixture *f, gconstpointer data)
{
    (void)data;
    add_teacher(f, "1.txt", "2021-01-01");
    /* The plain id goes to an official, should one come. */
    assert_reference(f, "person:" NAME "@江津区", "person:" NAME "@江津区·学校");
    assert_reference(f, "person:" NAME "@江津区下梅中学", "person:" NAME "@江津区下梅中学");
    assert_reference(f, "person:" NAME "@1.txt#0", "person:" NAME "@1.txt#0");
}

static void
test_reference_stays_right_when_the_archive_grows(Fixture *f, gconstpointer data)
{
    (void)data;
    RenCase *a = add_teacher(f, "1.txt", "2021-01-01");
    decide(f, "same.tsv", "person:乔兰@江津区\tperson:" NAME "@江津区·学校\n");
    resolve(f);
    g_assert_cmpstr(a->base, ==, "person:" NAME "@江津区");
    g_assert_cmpstr(a->entity, ==, "person:乔兰@江津区");
    RenCase *b = add_water(f, "2.txt", "2021-02-01");
    resolve(f);
    g_assert_cmpstr(a->entity, ==, "person:乔兰@江津区");
    assert_id(b, "person:" NAME "@江津区");
}

/* ---- walks ---- */

static void
test_walks_of_trades_and_posts(Fixture *f, gconstpointer data)
{
    (void)data;
    RenIdentity *identity = identity_of(f);
    const RenCasePost office = {"局长", "org:江津区水利局", JIANGJIN, REN_TENSE_HELD};
    const RenCasePost village = {"村支书", "org:江津区下梅村", JIANGJIN, REN_TENSE_HELD};
    const RenCasePost school = {"校长", "org:江津区下梅中学", JIANGJIN, REN_TENSE_HELD};
    const RenCasePost firm = {"技术总监", "company:恒硕动力", NULL, REN_TENSE_HELD};
    const RenCasePost delegate = {"人大代表", NULL, JIANGJIN, REN_TENSE_HELD};
    const RenCasePost unknown = {"先进个人", NULL, NULL, REN_TENSE_HELD};
    g_assert_true(ren_identity_walks_part(identity, "村民", &office));
    g_assert_false(ren_identity_walks_part(identity, "村民", &village));
    g_assert_false(ren_identity_walks_part(identity, "村民", &delegate));
    g_assert_true(ren_identity_posts_part(identity, &office, &school));
    g_assert_true(ren_identity_posts_part(identity, &school, &firm));
    g_assert_false(ren_identity_posts_part(identity, &village, &firm));
    g_assert_false(ren_identity_posts_part(identity, &office, &office));
    g_assert_false(ren_identity_posts_part(identity, &office, &delegate));
    g_assert_false(ren_identity_posts_part(identity, &office, &unknown));
}

#define ADD(name, function) g_test_add("/identity/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    static const char *const dirs[] = {"gazetteer", NULL};
    g_autoptr(GError) error = NULL;
    shipped = ren_lexicon_new(dirs, &error);
    g_assert_no_error(error);
    ADD("district-head-who-heads-a-bureau", test_district_head_who_heads_a_bureau);
    ADD("official-and-teacher-of-one-district-are-two", test_official_and_teacher_of_one_district_are_two);
    ADD("districts-apart-are-two-persons", test_districts_apart_are_two_persons);
    ADD("villager-is-not-the-official", test_villager_is_not_the_official);
    ADD("bare-name-is-rather-the-teacher", test_bare_name_is_rather_the_teacher);
    ADD("plain-id-is-of-the-region", test_plain_id_is_of_the_region);
    ADD("id-without-post-is-of-the-paper", test_id_without_post_is_of_the_paper);
    ADD("id-of-a-national-post", test_id_of_a_national_post);
    ADD("office-has-the-plain-id", test_office_has_the_plain_id);
    ADD("id-of-a-body", test_id_of_a_body);
    ADD("id-of-an-article", test_id_of_an_article);
    ADD("different-bodies", test_different_bodies);
    ADD("different-regions-and-walks", test_different_regions_and_walks);
    ADD("different-articles", test_different_articles);
    ADD("different-regions", test_different_regions);
    ADD("different-ids-stay-two", test_different_ids_stay_two);
    ADD("different-that-means-the-same-is-told", test_different_that_means_the_same_is_told);
    ADD("different-about-others-is-no-problem", test_different_about_others_is_no_problem);
    ADD("same-over-two-regions", test_same_over_two_regions);
    ADD("same-over-two-names", test_same_over_two_names);
    ADD("same-by-body", test_same_by_body);
    ADD("ignored-person-has-no-entity", test_ignored_person_has_no_entity);
    ADD("ignored-name-is-all-of-it", test_ignored_name_is_all_of_it);
    ADD("nothing-speaks-against-a-career", test_nothing_speaks_against_a_career);
    ADD("two-walks-are-a-doubt", test_two_walks_are_a_doubt);
    ADD("two-regions-are-a-doubt", test_two_regions_are_a_doubt);
    ADD("article-that-tells-of-the-move-ends-the-doubt", test_article_that_tells_of_the_move_ends_the_doubt);
    ADD("two-bodies-at-once-are-a-doubt", test_two_bodies_at_once_are_a_doubt);
    ADD("reference-of-an-official-is-the-id", test_reference_of_an_official_is_the_id);
    ADD("reference-of-an-official-needs-no-walk", test_reference_of_an_official_needs_no_walk);
    ADD("reference-takes-the-walk-along", test_reference_takes_the_walk_along);
    ADD("reference-stays-right-when-the-archive-grows", test_reference_stays_right_when_the_archive_grows);
    ADD("walks-of-trades-and-posts", test_walks_of_trades_and_posts);
    int status = g_test_run();
    ren_lexicon_free(shipped);
    return status;
}
