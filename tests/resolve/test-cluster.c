/* How cases grow into persons: what one piece of evidence does is shown with a gazetteer of a few lines,
 * where it alone has a weight; that order does not matter, and crowds, with the shipped one. */
#include "cases.h"

/* ---- what one piece of evidence does ---- */

static const char *const small_files[][2] = {
    {"rules/groups.tsv", "group\tmembers\n"},
    {"rules/costs.tsv", "name\tcost\n"},
    {"rules/steps.tsv", "from\tto\tcost\n"},
    {"rules/walks.tsv", "word\twalk\twith\tbeside\n(office)\t党政\n(company)\t企业\n(lay)\t群众\t企业\n"
                        "(reporter)\t媒体\n代表\t\n商会\t\n县委\t党政\t\t1\n中学\t学校\n"},
    {"places/places.tsv", "name\tshort\tparent\tlevel\n云山省\t\t\tprovince\n砚川县\t\t云山省\tcounty\n"
                          "鹤尾县\t\t云山省\tcounty\n"},
};

/* Nothing weighs anything but what @rows of rules/identity.tsv say. */
static void
weigh_only(Fixture *f, const char *rows)
{
    g_autoptr(GError) error = NULL;
    for (guint i = 0; i < G_N_ELEMENTS(small_files); i++)
        put(f, small_files[i][0], small_files[i][1], "");
    put(f, "rules/identity.tsv", "evidence\tweight\n", rows);
    const char *dirs[] = {f->dir, NULL};
    f->small = ren_lexicon_new(dirs, &error);
    g_assert_no_error(error);
}

#define YANCHUAN "云山省砚川县"
#define HEWEI "云山省鹤尾县"

static void
test_no_evidence_leaves_two(Fixture *f, gconstpointer data)
{
    (void)data;
    weigh_only(f, "");
    RenCase *a = add_holder(f, "1.txt", YANCHUAN, "2021-01-01", "局长", "org:砚川县水利局", YANCHUAN);
    RenCase *b = add_holder(f, "2.txt", YANCHUAN, "2021-01-02", "局长", "org:砚川县教育局", YANCHUAN);
    resolve(f);
    assert_two(a, b);
}

static void
test_cases_that_nothing_tells_apart_are_one(Fixture *f, gconstpointer data)
{
    (void)data;
    weigh_only(f, "");
    RenCase *a = add_holder(f, "1.txt", YANCHUAN, "2021-01-01", "局长", "org:砚川县水利局", YANCHUAN);
    RenCase *b = add_holder(f, "2.txt", YANCHUAN, "2021-01-02", "局长", "org:砚川县水利局", YANCHUAN);
    RenCase *twin = add_holder(f, "2.txt", YANCHUAN, "2021-01-02", "局长", "org:砚川县水利局", YANCHUAN);
    resolve(f);
    assert_one(a, b);
    assert_two(b, twin); /* one article names two */
}

static void
test_same_org(Fixture *f, gconstpointer data)
{
    (void)data;
    weigh_only(f, "same-org\t1\n");
    RenCase *a = add_holder(f, "1.txt", YANCHUAN, NULL, "会长", "org:石桥商会", NULL);
    RenCase *b = add_holder(f, "2.txt", HEWEI, NULL, "秘书长", "org:石桥商会", NULL);
    RenCase *c = add_holder(f, "3.txt", HEWEI, NULL, "会长", "org:木桥商会", NULL);
    resolve(f);
    assert_one(a, b);
    assert_two(a, c);
}

static void
test_same_region(Fixture *f, gconstpointer data)
{
    (void)data;
    weigh_only(f, "same-region\t1\n");
    RenCase *a = add_holder(f, "1.txt", YANCHUAN, NULL, "局长", "org:砚川县水利局", YANCHUAN);
    RenCase *b = add_holder(f, "2.txt", HEWEI, NULL, "局长", "org:砚川县教育局", YANCHUAN);
    RenCase *c = add_holder(f, "3.txt", YANCHUAN, NULL, "局长", "org:鹤尾县水利局", HEWEI);
    resolve(f);
    assert_one(a, b);
    assert_two(a, c);
}

static void
test_nested_region(Fixture *f, gconstpointer data)
{
    (void)data;
    weigh_only(f, "nested-region\t1\n");
    RenCase *a = add_holder(f, "1.txt", YANCHUAN, NULL, "局长", "org:砚川县水利局", YANCHUAN);
    RenCase *b = add_holder(f, "2.txt", YANCHUAN, NULL, "厅长", "org:云山省水利厅", "云山省");
    resolve(f);
    assert_one(a, b);
    RenCase *c = add_holder(f, "3.txt", YANCHUAN, NULL, "厅长", "org:远州省水利厅", "远州省");
    resolve(f);
    assert_two(a, c);
}

static void
test_other_region(Fixture *f, gconstpointer data)
{
    (void)data;
    weigh_only(f, "other-region\t-2\nsame-org\t1\nsame-region\t1\n");
    RenCase *a = add_holder(f, "1.txt", YANCHUAN, NULL, "主任", "org:石桥办", YANCHUAN);
    RenCase *b = add_holder(f, "2.txt", YANCHUAN, NULL, "主任", "org:石桥办", HEWEI);
    RenCase *c = add_holder(f, "3.txt", HEWEI, NULL, "主任", "org:石桥办", YANCHUAN);
    resolve(f);
    assert_two(a, b);
    assert_one(a, c);
}

static void
test_home(Fixture *f, gconstpointer data)
{
    (void)data;
    weigh_only(f, "home\t1\n");
    RenCase *a = add_holder(f, "1.txt", HEWEI, NULL, "局长", "org:砚川县水利局", YANCHUAN);
    RenCase *b = add_holder(f, "2.txt", YANCHUAN, NULL, "会长", "org:石桥商会", NULL);
    RenCase *c = add_holder(f, "3.txt", "云山省", NULL, "会长", "org:石桥商会", NULL);
    RenCase *d = add_holder(f, "4.txt", NULL, NULL, "会长", "org:石桥商会", NULL);
    resolve(f);
    assert_one(a, b);
    assert_two(a, c);
    assert_two(a, d);
}

static void
test_seen_here(Fixture *f, gconstpointer data)
{
    (void)data;
    weigh_only(f, "seen-here\t1\n");
    RenCase *a = add_holder(f, "1.txt", HEWEI, NULL, "局长", "org:砚川县水利局", YANCHUAN);
    RenCase *b = add_holder(f, "2.txt", HEWEI, NULL, "会长", "org:石桥商会", NULL);
    RenCase *c = add_holder(f, "3.txt", "云山省", NULL, "会长", "org:木桥商会", NULL);
    resolve(f);
    assert_one(a, b);
    assert_two(a, c);
}

static void
test_national_posts_are_seen_in_every_paper(Fixture *f, gconstpointer data)
{
    (void)data;
    weigh_only(f, "seen-here\t1\n");
    RenCase *a = add_holder(f, "1.txt", HEWEI, NULL, "局长", "org:国务院石桥局", "国务院");
    RenCase *b = add_case(f, "2.txt", 0, YANCHUAN, NULL);
    resolve(f);
    assert_one(a, b);
}

static void
test_other_home(Fixture *f, gconstpointer data)
{
    (void)data;
    weigh_only(f, "other-home\t-2\nsame-org\t1\n");
    RenCase *a = add_holder(f, "1.txt", YANCHUAN, NULL, "会长", "org:石桥商会", NULL);
    RenCase *b = add_holder(f, "2.txt", HEWEI, NULL, "会长", "org:石桥商会", NULL);
    resolve(f);
    assert_two(a, b);
    b->home = YANCHUAN;
    b->lay = "花匠"; /* else nothing would tell them apart */
    resolve(f);
    assert_one(a, b);
}

static void
test_other_walk(Fixture *f, gconstpointer data)
{
    (void)data;
    weigh_only(f, "other-walk\t-2\nsame-region\t1\n");
    RenCase *a = add_holder(f, "1.txt", YANCHUAN, NULL, "局长", "org:砚川县水利局", YANCHUAN);
    RenCase *b = add_holder(f, "2.txt", YANCHUAN, NULL, "主任", "org:砚川中学", YANCHUAN);
    RenCase *c = add_holder(f, "3.txt", YANCHUAN, NULL, "人大代表", NULL, YANCHUAN); /* of no walk */
    resolve(f);
    assert_two(a, b);
    g_assert_true(g_str_equal(a->entity, c->entity) || g_str_equal(b->entity, c->entity));
}

static void
test_walks_that_go_together(Fixture *f, gconstpointer data)
{
    (void)data;
    weigh_only(f, "other-walk\t-2\nhome\t1\n");
    RenCase *a = add_case(f, "1.txt", 0, YANCHUAN, NULL);
    a->lay = "花匠";                                                                       /* 群众 */
    RenCase *b = add_holder(f, "2.txt", YANCHUAN, NULL, "经理", "company:恒硕动力", NULL); /* 企业 */
    RenCase *c = add_case(f, "3.txt", 0, YANCHUAN, NULL);
    c->reporter = TRUE; /* 媒体 */
    resolve(f);
    assert_one(a, b);
    assert_two(a, c);
}

/* 水利局 from January to December, and @other with @title from @first to @last. */
static gboolean
can_follow(Fixture *f, const char *title, const char *other, const char *first, const char *last)
{
    weigh_only(f, "rival-posts\t-2\nsame-region\t1\n");
    RenCase *a = add_holder(f, "1.txt", YANCHUAN, "2021-01-05", "局长", "org:砚川县水利局", YANCHUAN);
    add_holder(f, "2.txt", YANCHUAN, "2021-12-05", "局长", "org:砚川县水利局", YANCHUAN);
    RenCase *b = add_holder(f, "3.txt", YANCHUAN, first, title, other, YANCHUAN);
    add_holder(f, "4.txt", YANCHUAN, last, title, other, YANCHUAN);
    resolve(f);
    return g_str_equal(a->entity, b->entity);
}

static void
test_rival_posts(Fixture *f, gconstpointer data)
{
    (void)data;
    g_assert_false(can_follow(f, "局长", "org:砚川县教育局", "2021-03-01", "2022-03-01"));
}

static void
test_posts_one_after_the_other_are_no_rivals(Fixture *f, gconstpointer data)
{
    (void)data;
    g_assert_true(can_follow(f, "局长", "org:砚川县教育局", "2021-12-06", "2022-03-01"));
}

static void
test_post_beside_others_is_no_rival(Fixture *f, gconstpointer data)
{
    (void)data;
    g_assert_true(can_follow(f, "副书记", "org:砚川县委", "2021-03-01", "2022-03-01"));
}

static void
test_part_of_the_body_is_no_rival(Fixture *f, gconstpointer data)
{
    (void)data;
    g_assert_true(can_follow(f, "站长", "org:砚川县水利局水文站", "2021-03-01", "2022-03-01"));
}

/* Whether the 局长 of 砚川县, who is one with @tense on 2021-06-01, is the one of 鹤尾县 from @next on. */
static gboolean
can_have_moved(Fixture *f, RenTense tense, const char *next)
{
    weigh_only(f, "other-region\t-1\nleft\t2\n");
    RenCase *a = add_case(f, "1.txt", 0, YANCHUAN, "2021-06-01");
    add_post_of(a, "局长", "org:砚川县水利局", YANCHUAN, tense);
    RenCase *b = add_holder(f, "2.txt", HEWEI, next, "局长", "org:鹤尾县水利局", HEWEI);
    resolve(f);
    return g_str_equal(a->entity, b->entity);
}

static void
test_left(Fixture *f, gconstpointer data)
{
    (void)data;
    g_assert_true(can_have_moved(f, REN_TENSE_ENDED, "2021-07-01"));
}

/* An undated article in between does not undo it. */
static void
test_left_with_an_undated_case(Fixture *f, gconstpointer data)
{
    (void)data;
    weigh_only(f, "other-region\t-1\nleft\t2\nsame-org\t1\n");
    RenCase *a = add_case(f, "1.txt", 0, YANCHUAN, "2021-06-01");
    add_post_of(a, "局长", "org:砚川县水利局", YANCHUAN, REN_TENSE_ENDED);
    RenCase *b = add_holder(f, "2.txt", HEWEI, "2021-07-01", "局长", "org:鹤尾县水利局", HEWEI);
    RenCase *undated = add_case(f, "3.txt", 0, YANCHUAN, NULL);
    add_post_of(undated, "局长", "org:砚川县水利局", YANCHUAN, REN_TENSE_HELD);
    resolve(f);
    g_assert_cmpstr(a->entity, ==, undated->entity);
    g_assert_cmpstr(a->entity, ==, b->entity);
}

static void
test_who_has_not_left_has_not_moved(Fixture *f, gconstpointer data)
{
    (void)data;
    g_assert_false(can_have_moved(f, REN_TENSE_HELD, "2021-07-01"));
}

static void
test_who_left_later_has_not_moved(Fixture *f, gconstpointer data)
{
    (void)data;
    g_assert_false(can_have_moved(f, REN_TENSE_ENDED, "2021-05-01"));
}

static void
test_without_date_nobody_knows_of_a_move(Fixture *f, gconstpointer data)
{
    (void)data;
    g_assert_false(can_have_moved(f, REN_TENSE_ENDED, NULL));
}

/* A post in 砚川县 and a bare name elsewhere, in the company of @known people who are named with the post,
 * too. */
static gboolean
is_known_by_company(Fixture *f, const char *weights, guint known)
{
    static const char *const people[] = {"甲一", "乙二", "丙三", "丁四", "戊五"};
    weigh_only(f, weights);
    RenCase *a = add_holder(f, "1.txt", YANCHUAN, NULL, "局长", "org:砚川县水利局", YANCHUAN);
    RenCase *b = add_case(f, "2.txt", 0, HEWEI, NULL);
    g_ptr_array_add(b->companions, "己六");
    for (guint i = 0; i < known; i++) {
        g_ptr_array_add(a->companions, (gpointer)people[i]);
        g_ptr_array_add(b->companions, (gpointer)people[i]);
    }
    resolve(f);
    return g_str_equal(a->entity, b->entity);
}

static void
test_companion(Fixture *f, gconstpointer data)
{
    (void)data;
    g_assert_true(is_known_by_company(f, "companion\t1\n", 1));
}

static void
test_stranger_is_no_companion(Fixture *f, gconstpointer data)
{
    (void)data;
    g_assert_false(is_known_by_company(f, "companion\t1\n", 0));
}

static void
test_three_companions_count_at_most(Fixture *f, gconstpointer data)
{
    (void)data;
    g_assert_false(is_known_by_company(f, "companion\t1\nother-home\t-3.5\n", 5));
}

static void
test_three_companions_count(Fixture *f, gconstpointer data)
{
    (void)data;
    g_assert_true(is_known_by_company(f, "companion\t1\nother-home\t-2.5\n", 3));
}

static void
test_companion_of_two_namesakes_tells_nothing(Fixture *f, gconstpointer data)
{
    (void)data;
    weigh_only(f, "companion\t1\n");
    RenCase *a = add_holder(f, "1.txt", YANCHUAN, NULL, "局长", "org:砚川县水利局", YANCHUAN);
    RenCase *b = add_holder(f, "2.txt", HEWEI, NULL, "局长", "org:鹤尾县水利局", HEWEI);
    RenCase *c = add_case(f, "3.txt", 0, HEWEI, NULL);
    RenCase *const all[] = {a, b, c};
    for (guint i = 0; i < G_N_ELEMENTS(all); i++)
        g_ptr_array_add(all[i]->companions, "甲一");
    resolve(f);
    assert_two(a, c);
    assert_two(b, c);
}

static void
test_untitled(Fixture *f, gconstpointer data)
{
    (void)data;
    weigh_only(f, "home\t1\nuntitled\t-2\n");
    RenCase *a = add_holder(f, "1.txt", YANCHUAN, NULL, "局长", "org:砚川县水利局", YANCHUAN);
    RenCase *b = add_case(f, "2.txt", 0, YANCHUAN, NULL);
    resolve(f);
    assert_two(a, b);
}

static void
test_untitled_counts_against_office_only(Fixture *f, gconstpointer data)
{
    (void)data;
    weigh_only(f, "home\t1\nuntitled\t-2\n");
    RenCase *a = add_holder(f, "1.txt", YANCHUAN, NULL, "教师", "org:砚川中学", YANCHUAN);
    RenCase *b = add_case(f, "2.txt", 0, YANCHUAN, NULL);
    resolve(f);
    assert_one(a, b);
}

static void
test_unknown_evidence_is_refused(Fixture *f, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    weigh_only(f, "same-region\t1\nhoroscope\t1\n");
    const char *dirs[] = {f->dir, NULL};
    f->decisions = ren_decisions_new(dirs, &error);
    g_assert_null(ren_identity_new(f->small, f->decisions, &error));
    g_assert_nonnull(error);
    g_assert_nonnull(strstr(error->message, "identity.tsv:3"));
    g_assert_nonnull(strstr(error->message, "'horoscope'"));
}

/* ---- every order ---- */

/* Cases of all kinds, several persons, some without date, home or post. */
static void
add_crowd(Fixture *f, GRand *rand)
{
    static const char *const homes[] = {JIANGJIN, YONGCHUAN, "重庆市", "江苏省南京市鼓楼区", NULL};
    static const char *const dates[] = {"2019-04-01", "2020-01-02", "2020-08-09",
                                        "2021-03-04", "2023-05-06", NULL};
    static const RenCasePost posts[] = {
        {"局长", "org:江津区水利局", JIANGJIN, REN_TENSE_HELD},
        {"局长", "org:江津区教育局", JIANGJIN, REN_TENSE_HELD},
        {"局长", "org:江津区教育局", JIANGJIN, REN_TENSE_ENDED},
        {"副区长", "org:江津区政府", JIANGJIN, REN_TENSE_HELD},
        {"区长", "org:永川区政府", YONGCHUAN, REN_TENSE_ACTING},
        {"处长", "org:重庆市水利局", "重庆市", REN_TENSE_HELD},
        {"教师", "org:江津区下梅中学", JIANGJIN, REN_TENSE_HELD},
        {"经理", "company:恒硕动力", NULL, REN_TENSE_HELD},
        {"会长", "org:石桥商会", NULL, REN_TENSE_HELD},
        {"司长", "org:国务院石桥司", "国务院", REN_TENSE_HELD},
    };
    static const char *const people[] = {"甲一", "乙二", "丙三", "丁四", "戊五", "己六"};
    static const char *const docs[] = {"1.txt", "2.txt", "3.txt", "4.txt",
                                       "5.txt", "6.txt", "7.txt", "8.txt"};
    guint n = g_rand_int_range(rand, 2, 16);
    for (guint i = 0; i < n; i++) {
        guint doc = g_rand_int_range(rand, 0, G_N_ELEMENTS(docs));
        RenCase *one = add_case(f, docs[doc], g_rand_int_range(rand, 0, 3), homes[doc % G_N_ELEMENTS(homes)],
                                dates[doc % G_N_ELEMENTS(dates)]);
        for (guint k = g_rand_int_range(rand, 0, 3); k > 0; k--)
            g_array_append_val(one->posts, posts[g_rand_int_range(rand, 0, G_N_ELEMENTS(posts))]);
        if (one->posts->len == 0 && g_rand_int_range(rand, 0, 4) == 0)
            one->lay = "村民";
        one->reporter = one->posts->len == 0 && one->lay == NULL && g_rand_int_range(rand, 0, 4) == 0;
        for (guint k = g_rand_int_range(rand, 0, 4); k > 0; k--)
            g_ptr_array_add(one->companions,
                            (gpointer)people[g_rand_int_range(rand, 0, G_N_ELEMENTS(people))]);
    }
}

static void
shuffle(GPtrArray *cases, GRand *rand)
{
    for (guint i = cases->len; i > 1; i--) {
        guint k = g_rand_int_range(rand, 0, i);
        gpointer kept = cases->pdata[k];
        cases->pdata[k] = cases->pdata[i - 1];
        cases->pdata[i - 1] = kept;
    }
}

/* The ids of all @n cases, by the number that they were given. */
static GStrv
results_of(const GPtrArray *cases)
{
    GStrv ids = g_new0(char *, cases->len + 1);
    for (guint i = 0; i < cases->len; i++) {
        const RenCase *one = cases->pdata[i];
        ids[one->person] = g_strdup_printf("%s = %s", one->base, one->entity);
    }
    return ids;
}

static void
assert_every_order(Fixture *f)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(20240506);
    for (guint crowd = 0; crowd < 100; crowd++) {
        g_ptr_array_set_size(f->cases, 0);
        add_crowd(f, rand);
        resolve(f);
        g_auto(GStrv) expected = results_of(f->cases);
        for (guint i = 0; i < 20; i++) {
            shuffle(f->cases, rand);
            resolve(f);
            g_auto(GStrv) found = results_of(f->cases);
            for (guint k = 0; expected[k] != NULL; k++)
                g_assert_cmpstr(found[k], ==, expected[k]);
        }
    }
}

static void
test_every_order_gives_the_same(Fixture *f, gconstpointer data)
{
    (void)data;
    assert_every_order(f);
}

static void
test_every_order_gives_the_same_with_decisions(Fixture *f, gconstpointer data)
{
    (void)data;
    decide(f, "different.tsv",
           "person:" NAME "@江津区水利局\tperson:" NAME "@江津区政府\n"
           "person:" NAME "@1.txt#0\tperson:" NAME "@1.txt#1\n");
    decide(f, "same.tsv", "person:" NAME "@江津区\tperson:" NAME "@永川区\n");
    decide(f, "ignore.tsv", "person:" NAME "@国务院\n");
    assert_every_order(f);
}

static void
test_cases_of_one_article_are_never_one(Fixture *f, gconstpointer data)
{
    (void)data;
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);
    for (guint crowd = 0; crowd < 100; crowd++) {
        g_ptr_array_set_size(f->cases, 0);
        add_crowd(f, rand);
        resolve(f);
        for (guint i = 0; i < f->cases->len; i++) {
            const RenCase *a = f->cases->pdata[i];
            for (guint k = i + 1; k < f->cases->len; k++) {
                const RenCase *b = f->cases->pdata[k];
                if (a->article == b->article && g_str_equal(a->doc, b->doc))
                    assert_two(a, b);
            }
        }
    }
}

/* ---- many ---- */

static void
test_many_clusters(Fixture *f, gconstpointer data)
{
    (void)data;
    g_autoptr(GPtrArray) strings = g_ptr_array_new_with_free_func(g_free);
    enum { REGIONS = 50, BODIES = 6 };
    for (guint i = 0; i < REGIONS * BODIES; i++) {
        char *region = g_strdup_printf("远州省第%03u县", i % REGIONS);
        char *org = g_strdup_printf("org:第%03u县第%u局", i % REGIONS, i / REGIONS);
        char *doc = g_strdup_printf("%u.txt", i);
        g_ptr_array_add(strings, region);
        g_ptr_array_add(strings, org);
        g_ptr_array_add(strings, doc);
        add_holder(f, doc, region, "2021-01-01", "局长", org, region);
    }
    g_test_timer_start();
    resolve(f);
    g_assert_cmpfloat(g_test_timer_elapsed(), <, 60); /* seconds; usually a fraction of one */
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < f->cases->len; i++) {
        const RenCase *one = f->cases->pdata[i];
        const char *region = g_array_index(one->posts, RenCasePost, 0).region;
        g_autofree char *id = g_strdup_printf("person:" NAME "@%s", region);
        g_assert_cmpstr(one->entity, ==, id);
        g_hash_table_add(ids, one->entity);
    }
    g_assert_cmpuint(g_hash_table_size(ids), ==, REGIONS);
}

static void
test_no_cases(Fixture *f, gconstpointer data)
{
    (void)data;
    resolve(f);
    g_assert_cmpuint(f->cases->len, ==, 0);
}

#define ADD(name, function) g_test_add("/cluster/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    static const char *const dirs[] = {"gazetteer", NULL};
    g_autoptr(GError) error = NULL;
    shipped = ren_lexicon_new(dirs, &error);
    g_assert_no_error(error);
    ADD("no-evidence-leaves-two", test_no_evidence_leaves_two);
    ADD("cases-that-nothing-tells-apart-are-one", test_cases_that_nothing_tells_apart_are_one);
    ADD("same-org", test_same_org);
    ADD("same-region", test_same_region);
    ADD("nested-region", test_nested_region);
    ADD("other-region", test_other_region);
    ADD("home", test_home);
    ADD("seen-here", test_seen_here);
    ADD("national-posts-are-seen-in-every-paper", test_national_posts_are_seen_in_every_paper);
    ADD("other-home", test_other_home);
    ADD("other-walk", test_other_walk);
    ADD("walks-that-go-together", test_walks_that_go_together);
    ADD("rival-posts", test_rival_posts);
    ADD("posts-one-after-the-other-are-no-rivals", test_posts_one_after_the_other_are_no_rivals);
    ADD("post-beside-others-is-no-rival", test_post_beside_others_is_no_rival);
    ADD("part-of-the-body-is-no-rival", test_part_of_the_body_is_no_rival);
    ADD("left", test_left);
    ADD("left-with-an-undated-case", test_left_with_an_undated_case);
    ADD("who-has-not-left-has-not-moved", test_who_has_not_left_has_not_moved);
    ADD("who-left-later-has-not-moved", test_who_left_later_has_not_moved);
    ADD("without-date-nobody-knows-of-a-move", test_without_date_nobody_knows_of_a_move);
    ADD("companion", test_companion);
    ADD("stranger-is-no-companion", test_stranger_is_no_companion);
    ADD("three-companions-count-at-most", test_three_companions_count_at_most);
    ADD("three-companions-count", test_three_companions_count);
    ADD("companion-of-two-namesakes-tells-nothing", test_companion_of_two_namesakes_tells_nothing);
    ADD("untitled", test_untitled);
    ADD("untitled-counts-against-office-only", test_untitled_counts_against_office_only);
    ADD("unknown-evidence-is-refused", test_unknown_evidence_is_refused);
    ADD("every-order-gives-the-same", test_every_order_gives_the_same);
    ADD("every-order-gives-the-same-with-decisions", test_every_order_gives_the_same_with_decisions);
    ADD("cases-of-one-article-are-never-one", test_cases_of_one_article_are_never_one);
    ADD("many-clusters", test_many_clusters);
    ADD("no-cases", test_no_cases);
    int status = g_test_run();
    ren_lexicon_free(shipped);
    return status;
}
