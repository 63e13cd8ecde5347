/* Who held which post when, over issues made by hand, and over the bodies of a district, by the shipped
 * gazetteer. All persons and bodies are invented. */
#include "store/career.h"

#include <glib/gstdio.h>

#include "../issue.h"
#include "corpus/reader.h"
#include "pipeline/pipeline.h"

typedef struct {
    char *dir;
    char *path;
    RenStore *store;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    fixture->dir = g_dir_make_tmp("renmai-test-XXXXXX", NULL);
    fixture->path = g_build_filename(fixture->dir, "renmai.db", NULL);
    fixture->store = ren_store_create(fixture->path, &error);
    g_assert_no_error(error);
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
    (void)data;
    ren_store_free(fixture->store);
    g_unlink(fixture->path);
    g_rmdir(fixture->dir);
    g_free(fixture->path);
    g_free(fixture->dir);
}

static void
add_issue(Fixture *fixture, const RenIssue *issue)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(ren_store_add_issue(fixture->store, issue, &error));
    g_assert_no_error(error);
}

static void
finish(Fixture *fixture, const RenIdentity *identity)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(ren_store_finish(fixture->store, identity, NULL, &error));
    g_assert_no_error(error);
}

/* The next article of @issue, up to @end_mark, in which @person, printed there, has a post. */
static RenPosition *
add_post(RenIssue *issue, const char *end_mark, const char *person, const char *title, const char *post,
         const char *org, RenTense tense)
{
    RenArticle *article = test_issue_add_article(issue, end_mark);
    g_autofree char *id = g_strconcat("person:", person, NULL);
    test_article_add(article, issue, REN_PERSON, REN_ROLE_OFFICIAL, person, 0, id, NULL);
    test_article_add_position(article, title, org);
    RenPosition *position = article->positions->pdata[0];
    position->post = g_strdup(post);
    position->tense = tense;
    return position;
}

/* An issue @doc with one article, in which @person has @post of @org. */
static void
add(Fixture *fixture, const char *doc, const char *date, const char *person, const char *post,
    const char *org, RenTense tense)
{
    g_autofree char *text = g_strdup_printf("大会召开\n今天%s%s讲话。", post, person);
    g_autoptr(RenIssue) issue = test_issue_new(doc, date, text);
    add_post(issue, NULL, person, post, post, org, tense);
    add_issue(fixture, issue);
}

static gint64
row_of(Fixture *fixture, const char *name)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) found = ren_query_find(fixture->store, name, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(found->len, ==, 1);
    return ((RenEntity *)found->pdata[0])->row;
}

static GPtrArray *
terms_of(Fixture *fixture, const char *person)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *terms = ren_career_query(fixture->store, row_of(fixture, person), 0, &error);
    g_assert_no_error(error);
    return terms;
}

static GPtrArray *
terms_in(Fixture *fixture, const char *body)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *terms = ren_career_query(fixture->store, 0, row_of(fixture, body), &error);
    g_assert_no_error(error);
    return terms;
}

static const RenTerm *
term(const GPtrArray *terms, guint n)
{
    g_assert_cmpuint(n, <, terms->len);
    return terms->pdata[n];
}

static const char *
date_of(const RenProof *proof)
{
    return proof == NULL ? NULL : proof->date;
}

/* Asserts the post of term @n, and its dates. */
static void
assert_term(const GPtrArray *terms, guint n, const char *post, const char *first, const char *last,
            const char *ended)
{
    const RenTerm *one = term(terms, n);
    g_assert_cmpstr(one->post, ==, post);
    g_assert_cmpstr(date_of(one->first), ==, first);
    g_assert_cmpstr(date_of(one->last), ==, last);
    g_assert_cmpstr(date_of(one->ended), ==, ended);
}

static void
test_articles_with_one_post_are_one_term(Fixture *fixture, gconstpointer data)
{
    (void)data;
    add(fixture, "5.txt", "2021-05-06", "黄若松", "县长", "砚川县政府", REN_TENSE_HELD);
    add(fixture, "3.txt", "2021-03-04", "黄若松", "县长", "砚川县政府", REN_TENSE_HELD);
    add(fixture, "4.txt", "2021-04-05", "黄若松", "县长", "砚川县政府", REN_TENSE_HELD);
    add(fixture, "6.txt", "2021-06-07", "白采薇", "县长", "鹤尾县政府", REN_TENSE_HELD);
    finish(fixture, NULL);
    g_autoptr(GPtrArray) terms = terms_of(fixture, "黄若松");
    g_assert_cmpuint(terms->len, ==, 1);
    assert_term(terms, 0, "县长", "2021-03-04", "2021-05-06", NULL);
    g_assert_cmpstr(term(terms, 0)->person, ==, "黄若松");
    g_assert_cmpstr(term(terms, 0)->key, ==, "person:黄若松");
    g_assert_cmpstr(term(terms, 0)->body, ==, "砚川县政府");
    g_assert_cmpuint(term(terms, 0)->articles, ==, 3);
    g_assert_cmpuint(term(terms, 0)->proofs->len, ==, 3);
}

static void
test_proof_shows_the_name_in_its_sentence(Fixture *fixture, gconstpointer data)
{
    (void)data;
    add(fixture, "3.txt", "2021-03-04", "黄若松", "县长", "砚川县政府", REN_TENSE_HELD);
    finish(fixture, NULL);
    g_autoptr(GPtrArray) terms = terms_of(fixture, "黄若松");
    const RenProof *proof = term(terms, 0)->first;
    g_assert_true(proof == term(terms, 0)->proofs->pdata[0]);
    g_assert_cmpstr(proof->doc, ==, "3.txt");
    g_assert_cmpstr(proof->headline, ==, "大会召开");
    g_assert_cmpstr(proof->title, ==, "县长");
    g_assert_cmpstr(proof->text, ==, "今天县长黄若松讲话。");
    g_assert_cmpuint(proof->mark.start, ==, strlen("今天县长"));
    g_assert_cmpuint(proof->mark.end, ==, strlen("今天县长黄若松"));
    g_assert_cmpstr(proof->rule, ==, "by hand");
    g_assert_cmpint(proof->tense, ==, REN_TENSE_HELD);
}

static void
test_post_is_one_however_its_body_is_printed(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(RenIssue) issue = test_issue_new("3.txt", "2021-03-04", "砚川县县长黄若松。");
    add_post(issue, NULL, "黄若松", "砚川县县长", "县长", "砚川县政府", REN_TENSE_HELD);
    add_issue(fixture, issue);
    add(fixture, "4.txt", "2021-04-05", "黄若松", "县长", "砚川县政府", REN_TENSE_HELD);
    finish(fixture, NULL);
    g_autoptr(GPtrArray) terms = terms_of(fixture, "黄若松");
    g_assert_cmpuint(terms->len, ==, 1);
    assert_term(terms, 0, "县长", "2021-03-04", "2021-04-05", NULL);
    g_assert_cmpstr(term(terms, 0)->first->title, ==, "砚川县县长");
    g_assert_cmpstr(term(terms, 0)->last->title, ==, "县长");
}

static void
test_two_posts_in_two_bodies_are_three_terms(Fixture *fixture, gconstpointer data)
{
    (void)data;
    add(fixture, "3.txt", "2021-03-04", "黄若松", "书记", "砚川县委", REN_TENSE_HELD);
    add(fixture, "2.txt", "2021-02-04", "黄若松", "县长", "砚川县政府", REN_TENSE_HELD);
    add(fixture, "4.txt", "2021-04-04", "黄若松", "书记", "鹤尾县委", REN_TENSE_HELD);
    add(fixture, "1.txt", NULL, "黄若松", "主席", NULL, REN_TENSE_HELD);
    finish(fixture, NULL);
    g_autoptr(GPtrArray) terms = terms_of(fixture, "黄若松");
    g_assert_cmpuint(terms->len, ==, 4);
    assert_term(terms, 0, "县长", "2021-02-04", "2021-02-04", NULL);
    assert_term(terms, 1, "书记", "2021-03-04", "2021-03-04", NULL);
    g_assert_cmpstr(term(terms, 1)->body, ==, "砚川县委");
    assert_term(terms, 2, "书记", "2021-04-04", "2021-04-04", NULL);
    g_assert_cmpstr(term(terms, 2)->body, ==, "鹤尾县委");
    assert_term(terms, 3, "主席", NULL, NULL, NULL); /* nobody knows when */
    g_assert_null(term(terms, 3)->body);
    g_assert_cmpuint(term(terms, 3)->articles, ==, 1);
}

static void
test_later_posts_are_marked(Fixture *fixture, gconstpointer data)
{
    (void)data;
    add(fixture, "1.txt", "2021-02-04", "黄若松", "县长", "砚川县政府", REN_TENSE_HELD);
    add(fixture, "2.txt", "2021-02-04", "黄若松", "副书记", "砚川县委", REN_TENSE_HELD);
    add(fixture, "3.txt", "2021-03-04", "黄若松", "书记", "砚川县委", REN_TENSE_HELD);
    add(fixture, "4.txt", NULL, "黄若松", "主席", NULL, REN_TENSE_HELD);
    finish(fixture, NULL);
    g_autoptr(GPtrArray) terms = terms_of(fixture, "黄若松");
    g_assert_cmpuint(terms->len, ==, 4);
    g_assert_false(term(terms, 0)->later);
    g_assert_false(term(terms, 1)->later); /* the same day */
    g_assert_true(term(terms, 2)->later);
    g_assert_false(term(terms, 3)->later);
}

static void
test_end_is_the_first_article_that_tells_of_it(Fixture *fixture, gconstpointer data)
{
    (void)data;
    add(fixture, "1.txt", "2021-01-01", "黄若松", "县长", "砚川县政府", REN_TENSE_HELD);
    add(fixture, "2.txt", "2021-02-02", "黄若松", "县长", "砚川县政府", REN_TENSE_ACTING);
    add(fixture, "3.txt", "2021-03-03", "黄若松", "县长", "砚川县政府", REN_TENSE_ENDED);
    add(fixture, "4.txt", "2021-04-04", "黄若松", "县长", "砚川县政府", REN_TENSE_ENDED);
    add(fixture, "5.txt", NULL, "黄若松", "县长", "砚川县政府", REN_TENSE_ENDED);
    finish(fixture, NULL);
    g_autoptr(GPtrArray) terms = terms_of(fixture, "黄若松");
    g_assert_cmpuint(terms->len, ==, 1);
    assert_term(terms, 0, "县长", "2021-01-01", "2021-02-02", "2021-03-03");
    g_assert_cmpuint(term(terms, 0)->articles, ==, 5);
    g_assert_cmpint(term(terms, 0)->last->tense, ==, REN_TENSE_ACTING);
}

static void
test_post_that_is_held_again_has_not_ended(Fixture *fixture, gconstpointer data)
{
    (void)data;
    add(fixture, "1.txt", "2021-01-01", "黄若松", "县长", "砚川县政府", REN_TENSE_HELD);
    add(fixture, "2.txt", "2021-02-02", "黄若松", "县长", "砚川县政府", REN_TENSE_ENDED);
    add(fixture, "3.txt", "2021-03-03", "黄若松", "县长", "砚川县政府", REN_TENSE_HELD);
    finish(fixture, NULL);
    g_autoptr(GPtrArray) terms = terms_of(fixture, "黄若松");
    assert_term(terms, 0, "县长", "2021-01-01", "2021-03-03", NULL);
}

static void
test_post_that_is_only_told_to_have_ended(Fixture *fixture, gconstpointer data)
{
    (void)data;
    add(fixture, "1.txt", "2021-01-01", "黄若松", "乡长", "鹤尾乡政府", REN_TENSE_ENDED);
    add(fixture, "2.txt", "2020-01-01", "黄若松", "县长", "砚川县政府", REN_TENSE_HELD);
    finish(fixture, NULL);
    g_autoptr(GPtrArray) terms = terms_of(fixture, "黄若松");
    assert_term(terms, 0, "县长", "2020-01-01", "2020-01-01", NULL);
    assert_term(terms, 1, "乡长", NULL, NULL, "2021-01-01");
    g_assert_false(term(terms, 1)->later); /* nobody knows when it began */
}

static void
test_undated_articles_come_last_and_date_nothing(Fixture *fixture, gconstpointer data)
{
    (void)data;
    add(fixture, "1.txt", NULL, "黄若松", "县长", "砚川县政府", REN_TENSE_HELD);
    add(fixture, "2.txt", "2021-02-02", "黄若松", "县长", "砚川县政府", REN_TENSE_HELD);
    finish(fixture, NULL);
    g_autoptr(GPtrArray) terms = terms_of(fixture, "黄若松");
    assert_term(terms, 0, "县长", "2021-02-02", "2021-02-02", NULL);
    g_assert_cmpuint(term(terms, 0)->proofs->len, ==, 2);
    const RenProof *undated = term(terms, 0)->proofs->pdata[1];
    g_assert_null(undated->date);
    g_assert_cmpstr(undated->doc, ==, "1.txt");
    g_assert_false(undated->estimated);
}

static void
test_dates_from_the_text_are_estimates(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(RenIssue) issue = test_issue_new("3.txt", "2021-03-04", "县长黄若松。");
    add_post(issue, NULL, "黄若松", "县长", "县长", "砚川县政府", REN_TENSE_HELD);
    issue->date_source = REN_DATE_TEXT;
    add_issue(fixture, issue);
    add(fixture, "4.txt", "2021-04-05", "黄若松", "县长", "砚川县政府", REN_TENSE_HELD);
    finish(fixture, NULL);
    g_autoptr(GPtrArray) terms = terms_of(fixture, "黄若松");
    g_assert_true(term(terms, 0)->first->estimated);
    g_assert_false(term(terms, 0)->last->estimated);
}

static void
test_two_articles_of_an_issue_count_as_two(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(RenIssue) issue =
        test_issue_new("3.txt", "2021-03-04", "大会召开\n县长黄若松到会。\n大会召开\n县长黄若松签约。");
    add_post(issue, "到会。\n", "黄若松", "县长", "县长", "砚川县政府", REN_TENSE_HELD);
    add_post(issue, NULL, "黄若松", "县长", "县长", "砚川县政府", REN_TENSE_HELD);
    add_issue(fixture, issue);
    finish(fixture, NULL);
    g_autoptr(GPtrArray) terms = terms_of(fixture, "黄若松");
    g_assert_cmpuint(term(terms, 0)->articles, ==, 2);
}

static void
test_two_mentions_in_an_article_count_as_one(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(RenIssue) issue =
        test_issue_new("3.txt", "2021-03-04", "大会召开\n县长黄若松到会。县长黄若松讲话。");
    RenArticle *article = test_issue_add_article(issue, NULL);
    for (guint i = 0; i < 2; i++) {
        test_article_add(article, issue, REN_PERSON, REN_ROLE_OFFICIAL, "黄若松", i, "person:黄若松", NULL);
        test_article_add_position(article, "县长", "砚川县政府");
    }
    add_issue(fixture, issue);
    finish(fixture, NULL);
    g_autoptr(GPtrArray) terms = terms_of(fixture, "黄若松");
    g_assert_cmpuint(terms->len, ==, 1);
    g_assert_cmpuint(term(terms, 0)->articles, ==, 1);
    g_assert_cmpuint(term(terms, 0)->proofs->len, ==, 2);
}

static void
test_holders_of_a_body_follow_each_other(Fixture *fixture, gconstpointer data)
{
    (void)data;
    add(fixture, "3.txt", "2023-03-04", "白采薇", "县长", "砚川县政府", REN_TENSE_HELD);
    add(fixture, "1.txt", "2021-03-04", "黄若松", "县长", "砚川县政府", REN_TENSE_HELD);
    add(fixture, "2.txt", "2022-03-04", "黄若松", "副县长", "砚川县政府", REN_TENSE_HELD);
    add(fixture, "4.txt", "2020-03-04", "沈石竹", "县长", "鹤尾县政府", REN_TENSE_HELD);
    finish(fixture, NULL);
    g_autoptr(GPtrArray) terms = terms_in(fixture, "砚川县政府");
    g_assert_cmpuint(terms->len, ==, 3);
    assert_term(terms, 0, "副县长", "2022-03-04", "2022-03-04", NULL); /* posts by strcmp */
    g_assert_false(term(terms, 0)->later);
    assert_term(terms, 1, "县长", "2021-03-04", "2021-03-04", NULL);
    g_assert_cmpstr(term(terms, 1)->person, ==, "黄若松");
    g_assert_false(term(terms, 1)->later);
    assert_term(terms, 2, "县长", "2023-03-04", "2023-03-04", NULL);
    g_assert_cmpstr(term(terms, 2)->person, ==, "白采薇");
    g_assert_true(term(terms, 2)->later);
}

static void
test_posts_of_a_person_in_a_body(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    add(fixture, "3.txt", "2021-03-04", "黄若松", "县长", "砚川县政府", REN_TENSE_HELD);
    add(fixture, "4.txt", "2021-04-05", "黄若松", "书记", "砚川县委", REN_TENSE_HELD);
    add(fixture, "5.txt", "2021-05-06", "白采薇", "县长", "砚川县政府", REN_TENSE_HELD);
    finish(fixture, NULL);
    g_autoptr(GPtrArray) terms =
        ren_career_query(fixture->store, row_of(fixture, "黄若松"), row_of(fixture, "砚川县政府"), &error);
    g_assert_no_error(error);
    g_assert_cmpuint(terms->len, ==, 1);
    assert_term(terms, 0, "县长", "2021-03-04", "2021-03-04", NULL);
    g_assert_cmpstr(term(terms, 0)->person, ==, "黄若松");
}

static void
test_nobody_has_no_terms(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    add(fixture, "3.txt", "2021-03-04", "黄若松", "县长", "砚川县政府", REN_TENSE_HELD);
    finish(fixture, NULL);
    g_autoptr(GPtrArray) none = ren_career_query(fixture->store, 4711, 0, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(none->len, ==, 0);
}

/* ---- through what bodies are a part of ---- */

static RenPipeline *pipeline;

/* Whether @terms have @person in @post of @body. */
static gboolean
has_term(const GPtrArray *terms, const char *person, const char *post, const char *body)
{
    for (guint i = 0; i < terms->len; i++) {
        const RenTerm *one = terms->pdata[i];
        if (g_str_equal(one->person, person) && g_str_equal(one->post, post) &&
            g_strcmp0(one->body, body) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
test_body_with_its_departments(Fixture *fixture, gconstpointer data)
{
    (void)data;
    static const char text[] = "我区召开水利工作会\n\n本报讯（记者 "
                               "赵一鸣）5月5日，我区召开水利工作会。区委书记沈石竹，区委组织部部长"
                               "钱小雨，副区长孙志远，市水利局副局长周若兰出席会议。\n";
    g_autoptr(GError) error = NULL;
    g_autoptr(RenIssue) issue = ren_reader_decode(text, strlen(text), "2024-05-06.txt", &error);
    g_assert_no_error(error);
    g_assert_true(ren_pipeline_run(pipeline, issue, &(RenTold){.home = "重庆市江津区"}, &error));
    add_issue(fixture, issue);
    finish(fixture, ren_pipeline_get_identity(pipeline));
    g_autoptr(GPtrArray) department = terms_in(fixture, "org:江津区委组织部");
    g_assert_true(has_term(department, "钱小雨", "部长", "江津区委组织部"));
    g_assert_cmpuint(department->len, ==, 1);
    g_autoptr(GPtrArray) committee = terms_in(fixture, "org:江津区委");
    g_assert_true(has_term(committee, "沈石竹", "书记", "江津区委"));
    g_assert_true(has_term(committee, "钱小雨", "部长", "江津区委组织部"));
    g_assert_false(has_term(committee, "孙志远", "副区长", "江津区政府"));
    g_autoptr(GPtrArray) district = terms_in(fixture, "place:重庆市江津区");
    g_assert_true(has_term(district, "钱小雨", "部长", "江津区委组织部"));
    g_assert_true(has_term(district, "孙志远", "副区长", "江津区政府"));
    g_assert_cmpuint(district->len, ==, 3);
    g_autoptr(GPtrArray) city = terms_in(fixture, "place:重庆市");
    g_assert_true(has_term(city, "周若兰", "副局长", "重庆市水利局"));
    g_assert_cmpuint(city->len, ==, 4);
}

#define ADD(name, function) g_test_add("/career/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    static const char *const dirs[] = {"gazetteer", NULL};
    g_autoptr(GError) error = NULL;
    pipeline = ren_pipeline_new(dirs, &error);
    g_assert_no_error(error);
    ADD("articles-with-one-post-are-one-term", test_articles_with_one_post_are_one_term);
    ADD("proof-shows-the-name-in-its-sentence", test_proof_shows_the_name_in_its_sentence);
    ADD("post-is-one-however-its-body-is-printed", test_post_is_one_however_its_body_is_printed);
    ADD("two-posts-in-two-bodies-are-three-terms", test_two_posts_in_two_bodies_are_three_terms);
    ADD("later-posts-are-marked", test_later_posts_are_marked);
    ADD("end-is-the-first-article-that-tells-of-it", test_end_is_the_first_article_that_tells_of_it);
    ADD("post-that-is-held-again-has-not-ended", test_post_that_is_held_again_has_not_ended);
    ADD("post-that-is-only-told-to-have-ended", test_post_that_is_only_told_to_have_ended);
    ADD("undated-articles-come-last-and-date-nothing", test_undated_articles_come_last_and_date_nothing);
    ADD("dates-from-the-text-are-estimates", test_dates_from_the_text_are_estimates);
    ADD("two-articles-of-an-issue-count-as-two", test_two_articles_of_an_issue_count_as_two);
    ADD("two-mentions-in-an-article-count-as-one", test_two_mentions_in_an_article_count_as_one);
    ADD("holders-of-a-body-follow-each-other", test_holders_of_a_body_follow_each_other);
    ADD("posts-of-a-person-in-a-body", test_posts_of_a_person_in_a_body);
    ADD("nobody-has-no-terms", test_nobody_has_no_terms);
    ADD("body-with-its-departments", test_body_with_its_departments);
    int status = g_test_run();
    ren_pipeline_free(pipeline);
    return status;
}
