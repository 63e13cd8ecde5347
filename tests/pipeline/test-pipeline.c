/* A whole issue through all rooms: what each has to do for the next one. */
#include <string.h>

#include "corpus/reader.h"
#include "pipeline/pipeline.h"

static RenPipeline *pipeline;

static RenIssue *
run(const char *text)
{
    g_autoptr(GError) error = NULL;
    RenIssue *issue = ren_reader_decode(text, strlen(text), "2024-05-06.txt", &error);
    g_assert_no_error(error);
    g_assert_true(ren_pipeline_run(pipeline, issue, &(RenTold){.home = "重庆市江津区"}, &error));
    g_assert_no_error(error);
    return issue;
}

static const RenMention *
find(const RenIssue *issue, const char *text)
{
    for (guint a = 0; a < issue->articles->len; a++) {
        const RenArticle *article = issue->articles->pdata[a];
        for (guint i = 0; i < article->mentions->len; i++) {
            const RenMention *mention = article->mentions->pdata[i];
            if (g_str_equal(mention->text, text))
                return mention;
        }
    }
    return NULL;
}

static gboolean
holds(const RenIssue *issue, const char *person, const char *title, const char *org)
{
    for (guint a = 0; a < issue->articles->len; a++) {
        const RenArticle *article = issue->articles->pdata[a];
        for (guint i = 0; i < article->positions->len; i++) {
            const RenPosition *position = article->positions->pdata[i];
            const RenMention *mention = article->mentions->pdata[position->mention];
            if (g_str_equal(mention->name, person) && g_str_equal(position->title, title) &&
                g_strcmp0(position->org, org) == 0)
                return TRUE;
        }
    }
    return FALSE;
}

static void
test_titles_and_their_bodies(void)
{
    g_autoptr(RenIssue) issue = run(
        "我区召开水利工作会\n\n本报讯（记者 赵一鸣）5月5日，我区召开水利工作会。区委常委、宣传部部长钱小雨，"
        "副区长孙志远，市水利局党组成员、副局长周若兰出席会议。\n");
    g_assert_true(holds(issue, "钱小雨", "区委常委", "江津区委"));
    g_assert_true(holds(issue, "钱小雨", "宣传部部长", "江津区委宣传部"));
    g_assert_true(holds(issue, "孙志远", "副区长", "江津区政府"));
    g_assert_true(holds(issue, "周若兰", "副局长", "重庆市水利局"));
    g_assert_cmpint(find(issue, "赵一鸣")->role, ==, REN_ROLE_REPORTER);
    g_assert_cmpint(find(issue, "钱小雨")->role, ==, REN_ROLE_OFFICIAL);
    g_assert_cmpstr(find(issue, "钱小雨")->entity, ==, "person:钱小雨@江津区");
}

static void
test_broken_title_is_one(void)
{
    g_autoptr(RenIssue) issue =
        run("我区召开水利工作会\n\n本报讯（记者 赵一鸣）5月5日，我区召开水利工作会议，区人大常委会副主\n\n"
            "任钱小雨出席会议并讲话，要求各镇街抓紧落实各项措施，确保安全度汛。\n");
    g_assert_true(holds(issue, "钱小雨", "区人大常委会副主任", "江津区人大常委会"));
}

static void
test_spans_are_those_of_the_file(void)
{
    g_autoptr(RenIssue) issue =
        run("我区召开水利工作会\n\n本报讯（记者 赵一鸣）５月５日，区长　钱小雨出席。\n");
    const RenMention *mention = find(issue, "钱小雨");
    g_assert_nonnull(mention);
    g_assert_cmpint(
        strncmp(issue->text + mention->span.start, "钱小雨", mention->span.end - mention->span.start), ==, 0);
}

static void
test_short_name_is_the_firm(void)
{
    g_autoptr(RenIssue) issue =
        run("恒硕动力投产\n\n本报讯（记者 "
            "赵一鸣）5月5日，重庆恒硕动力有限公司（以下简称“恒硕动力”）投产。恒硕动力有员工百人。\n");
    g_assert_cmpstr(find(issue, "重庆恒硕动力有限公司")->entity, ==, "company:重庆恒硕动力有限公司");
    g_assert_cmpstr(find(issue, "恒硕动力")->entity, ==, "company:重庆恒硕动力有限公司");
}

static void
test_village_alone_is_that_of_the_chain(void)
{
    g_autoptr(RenIssue) issue =
        run("永兴镇种花椒\n\n本报讯（记者 赵一鸣）黄坡村种花椒。5月5日，记者来到永兴镇黄坡村。\n");
    const RenArticle *article = issue->articles->pdata[0];
    guint seen = 0;
    for (guint i = 0; i < article->mentions->len; i++) {
        const RenMention *mention = article->mentions->pdata[i];
        if (g_str_equal(mention->text, "黄坡村")) {
            g_assert_cmpstr(mention->name, ==, "江津区永兴镇黄坡村");
            seen++;
        }
    }
    g_assert_cmpuint(seen, ==, 2);
}

static void
test_parts_of_a_foreign_name(void)
{
    g_autoptr(RenIssue) issue =
        run("外宾来访\n\n本报讯（记者 赵一鸣）5月5日，专家巴依卡·凯力迪别克来访。巴依卡说，江津很美。\n");
    g_assert_cmpstr(find(issue, "巴依卡")->name, ==, "巴依卡·凯力迪别克");
}

static void
test_unknown_home_is_told(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RenIssue) issue = ren_reader_decode("会议召开。", strlen("会议召开。"), "a.txt", &error);
    g_assert_false(ren_pipeline_run(pipeline, issue, &(RenTold){.home = "无此地方"}, &error));
    g_assert_nonnull(strstr(error->message, "无此地方"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    static const char *const dirs[] = {"gazetteer", NULL};
    g_autoptr(GError) error = NULL;
    pipeline = ren_pipeline_new(dirs, &error);
    g_assert_no_error(error);
    g_test_add_func("/pipeline/titles-and-their-bodies", test_titles_and_their_bodies);
    g_test_add_func("/pipeline/broken-title-is-one", test_broken_title_is_one);
    g_test_add_func("/pipeline/spans-are-those-of-the-file", test_spans_are_those_of_the_file);
    g_test_add_func("/pipeline/short-name-is-the-firm", test_short_name_is_the_firm);
    g_test_add_func("/pipeline/village-alone-is-that-of-the-chain", test_village_alone_is_that_of_the_chain);
    g_test_add_func("/pipeline/parts-of-a-foreign-name", test_parts_of_a_foreign_name);
    g_test_add_func("/pipeline/unknown-home-is-told", test_unknown_home_is_told);
    int status = g_test_run();
    ren_pipeline_free(pipeline);
    return status;
}
