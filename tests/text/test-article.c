/* Where articles start, in the layouts that local papers come in. All of it is made up. Run from the
 * project's root. */
#include <string.h>

#include "text/article.h"
#include "text/sentence.h"

static RenLayout *layout;

static GPtrArray *
split(const char *raw)
{
    g_autoptr(RenView) view = ren_view_new(raw, strlen(raw), layout);
    GPtrArray *articles = ren_article_split(view, layout);
    for (guint i = 0; i < articles->len; i++) {
        const RenArticle *article = articles->pdata[i];
        const RenArticle *next = i + 1 < articles->len ? articles->pdata[i + 1] : NULL;
        g_assert_cmpuint(article->index, ==, i);
        g_assert_cmpuint(article->span.end, ==, next != NULL ? next->span.start : strlen(raw));
        g_assert_true(article->span.start == 0 || strchr("\n\r>", raw[article->span.start - 1]) != NULL);
        for (guint k = 0; k < article->sentences->len; k++) {
            RenSpan sentence = g_array_index(article->sentences, RenSpan, k);
            g_assert_cmpuint(sentence.start, >=, article->span.start);
            g_assert_cmpuint(sentence.start, <, sentence.end);
            g_assert_cmpuint(sentence.end, <=, article->span.end);
        }
    }
    return articles;
}

/* The article starts of @raw: each of @starts (NULL at the end) is how the next one begins. */
static GPtrArray *
check(const char *raw, const char *const *starts)
{
    GPtrArray *articles = split(raw);
    guint n = 0;
    for (; starts[n] != NULL && n < articles->len; n++) {
        const RenArticle *article = articles->pdata[n];
        g_autofree char *found = g_strndup(raw + article->span.start, strlen(starts[n]));
        g_assert_cmpstr(found, ==, starts[n]);
    }
    g_assert_cmpstr(starts[n], ==, NULL);
    g_assert_cmpuint(articles->len, ==, n);
    return articles;
}

static const char *
title(GPtrArray *articles, guint i)
{
    return ((RenArticle *)articles->pdata[i])->title;
}

#define CHECK(raw, ...) g_autoptr(GPtrArray) articles = check(raw, (const char *const[]){__VA_ARGS__, NULL})

static void
test_headline_and_lead(void)
{
    CHECK("\n\n云岭区举行大赛\n\n本报讯(记者 赵一鸣)近日,大赛举行。\n\n副区长何远山参加。\n\n"
          "青河镇开展义诊\n\n本报讯(通讯员 钱小雨)昨日,义诊开始。\n",
          "云岭区举行", "青河镇开展");
    g_assert_cmpstr(title(articles, 0), ==, "云岭区举行大赛");
    g_assert_false(((RenArticle *)articles->pdata[0])->doubtful);
}

static void
test_kicker_and_two_lines(void)
{
    CHECK("### 云岭区工会\n\n## 同心协力促发展\n\n本报讯(记者 赵一鸣)近日,大赛举行。\n\n"
          "强基础\n惠民生\n\n货物堆放有序 记者 赵一鸣 摄\n\n本报讯(记者 赵一鸣)近日,工程开工。\n\n"
          "【基层治理】\n\n小院里的大事\n——青河镇见闻\n\n云岭都市报记者 赵一鸣\n\n清晨,青河镇下雪了。\n",
          "### 云岭区工会", "强基础", "【基层治理】");
    g_assert_cmpstr(title(articles, 0), ==, "同心协力促发展");
    g_assert_cmpstr(title(articles, 1), ==, "强基础 惠民生");
    g_assert_cmpstr(title(articles, 2), ==, "小院里的大事");
}

static void
test_subheadings_start_nothing(void)
{
    CHECK("## 云岭区下雪\n\n本报讯(记者 赵一鸣)昨日,云岭区下雪。\n\n## 小院里的大事\n\n通讯员 "
          "钱小雨\n\n清晨,镇上热闹起来。\n\n"
          "## 商量出来的路\n\n去年九月,大家坐在一起商量。\n\n## "
          "修出来的路\n\n今年,路修好了。\n\n一网统管\n治理更细\n\n走进大厅,屏上跳着数字。\n",
          "## 云岭区下雪", "## 小院里的大事");
}

static void
test_jumps(void)
{
    CHECK("云岭区开会\n\n本报讯(记者 "
          "赵一鸣)昨日,云岭区开会。(下转第三版)\n\n青河镇下雪\n\n镇里派人扫雪,孩子们也来帮忙。\n\n"
          "(上接第一版)会议要求,抓好落实。\n\n同心同行\n\n人才工作有声有色\n\n去年,云岭区引进人才。\n",
          "云岭区开会", "青河镇下雪", "(上接第一版)");
    g_assert_cmpstr(title(articles, 2), ==, "");
}

static void
test_byline_at_the_end(void)
{
    CHECK("云岭区下雪\n昨日,云岭区下雪。(记者 赵一鸣)\n青河镇开展义诊\n医生来到村里,为老人量血压。(通讯员 "
          "钱小雨)\n老街开了新店\n街坊们都来看。\n\n记者 赵一鸣\n\n"
          "新桥通车\n\n过河的人多了起来,车也多了起来。\n",
          "云岭区下雪", "青河镇开展", "老街开了", "新桥通车");
}

static void
test_photo_with_headline(void)
{
    CHECK("云岭区开会\n\n本报讯(记者 "
          "赵一鸣)昨日,云岭区开会。\n\n图片新闻\n油菜花开\n近日,青河镇的油菜花开了,游客纷纷前来踏青赏花,"
          "村里的农家乐家家客满。 记者 钱小雨 摄\n\n"
          "青河镇下雪\n\n本报讯(记者 赵一鸣)昨日,青河镇下雪。\n\n扫雪现场 记者 赵一鸣 摄\n",
          "云岭区开会", "图片新闻", "青河镇下雪");
}

static void
test_headline_behind_its_text(void)
{
    CHECK("本报讯(记者 "
          "赵一鸣)5月6日,区里召开防汛工作会议,部署工作。\n\n副区长何远山主持会议。\n\n我区部署防汛工作\n\n"
          "本报讯(记者 钱小雨)5月7日,青河镇举行采茶节。\n\n青河镇采茶节开幕迎客\n",
          "本报讯(记者 赵", "本报讯(记者 钱");
    g_assert_cmpstr(title(articles, 0), ==, "我区部署防汛工作");
    g_assert_cmpstr(title(articles, 1), ==, "青河镇采茶节开幕迎客");
}

static void
test_other_leads(void)
{
    CHECK("全国会议召开\n\n新华社北京11月4日电(记者 王小二)会议4日召开。\n\n大桥通车\n\n云岭融媒讯(记者 "
          "赵一鸣)昨日,大桥通车。\n\n"
          "夏粮丰收\n\n央视网消息(新闻联播):今年夏粮丰收。\n",
          "全国会议", "大桥通车", "夏粮丰收");
}

static void
test_masthead_belongs_to_none(void)
{
    CHECK("云 岭 日 报\n2024年3月15日 星期五 第3456期\n\n第01版:要闻\n\n云岭区开会\n\n本报讯(记者 "
          "赵一鸣)昨日,云岭区开会。\n\n责任编辑:赵一鸣\n",
          "云岭区开会");
}

static void
test_daily_transcripts(void)
{
    CHECK("# 《云岭播报》 (20240101)\n\n## 内容提要\n\n1.云岭下雪;\n\n2.青河通车。\n\n## 详细新闻\n\n### "
          "云岭下雪\n\n<p><strong>云岭网消息</strong>(晚间):昨日下雪。<br></p><p>路上结冰。</p>\n\n"
          "[查看原文](https://example.org/1)\n\n### "
          "青河通车\n\n<p>大桥昨日通车。</p>\n\n[查看原文](https://example.org/2)\n\n### "
          "国内快讯\n\n<p>云岭网消息(晚间):简讯一则。</p>\n",
          "## 内容提要", "### 云岭下雪", "### 青河通车", "### 国内快讯");
}

static void
test_html(void)
{
    CHECK("<h1>云岭区开会</h1><p>本报讯(记者 赵一鸣)昨日开会。</p><h1>青河镇下雪</h1><p>记者 "
          "钱小雨</p><p>清晨,雪下得正紧。</p>",
          "<h1>云岭区", "<h1>青河镇");
}

static void
test_no_sign_is_one_article(void)
{
    CHECK("\n\n很久以前,这里有一条河。\n\n后来河干了。\n", "很久以前");
    g_autoptr(GPtrArray) none = split("\n \n");
    g_assert_cmpuint(none->len, ==, 0);
    g_autoptr(GPtrArray) line = split("云岭");
    g_assert_cmpuint(line->len, ==, 1);
}

static void
test_crlf(void)
{
    CHECK("\r\n云岭区开会\r\n\r\n本报讯(记者 赵一鸣)昨日开会。\r\n\r\n  青河镇下雪\r\n\r\n本报讯(记者 "
          "赵一鸣)昨日下雪。\r\n",
          "云岭区开会", "  青河镇下雪");
}

static void
test_sentences(void)
{
    const char *raw = "云岭区下雪\n\n“下雪了!”他说。孩子们\n都来了……扫雪。\n";
    g_autoptr(RenView) view = ren_view_new(raw, strlen(raw), layout);
    g_autoptr(GArray) sentences = g_array_new(FALSE, FALSE, sizeof(RenSpan));
    const char *expected[] = {"云岭区下雪", "“下雪了!”", "他说。", "孩子们\n都来了……", "扫雪。"};
    ren_sentence_split(view, 0, view->len, sentences);
    for (guint i = 0; i < sentences->len && i < G_N_ELEMENTS(expected); i++) {
        RenSpan span = g_array_index(sentences, RenSpan, i);
        g_autofree char *found = g_strndup(raw + span.start, span.end - span.start);
        g_assert_cmpstr(found, ==, expected[i]);
    }
    g_assert_cmpuint(sentences->len, ==, G_N_ELEMENTS(expected));
}

/* Where the file itself says it, no guess is made, and no text runs from one article into the next. */
static void
test_known_borders(void)
{
    const char *raw =
        "# 会议召开\n\n近日,会议召开,\n\n何远山参加,会上\n\n## 小标题\n\n钱小雨讲话。\n\n# 题\n";
    const gsize starts[] = {0, strstr(raw, "何远山") - raw, strstr(raw, "# 题") - raw};
    g_autoptr(GArray) borders = g_array_new(FALSE, FALSE, sizeof(gsize));
    g_array_append_vals(borders, starts, G_N_ELEMENTS(starts));
    g_autoptr(RenView) view = ren_view_new_parted(raw, strlen(raw), layout, borders);
    g_autoptr(GPtrArray) articles = ren_article_split(view, layout);
    g_assert_cmpuint(articles->len, ==, G_N_ELEMENTS(starts));
    static const char *const titles[] = {"会议召开", "", "题"};
    for (guint i = 0; i < articles->len; i++) {
        const RenArticle *article = articles->pdata[i];
        g_assert_cmpuint(article->index, ==, i);
        g_assert_cmpuint(article->span.start, ==, starts[i]);
        g_assert_cmpuint(article->span.end, ==, i + 1 < articles->len ? starts[i + 1] : strlen(raw));
        g_assert_cmpstr(article->title, ==, titles[i]);
        g_assert_false(article->doubtful);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    const char *const dirs[] = {"gazetteer", NULL};
    g_autoptr(GError) error = NULL;
    layout = ren_layout_new(dirs, &error);
    g_assert_no_error(error);
    g_test_add_func("/article/headline-and-lead", test_headline_and_lead);
    g_test_add_func("/article/kicker-and-two-lines", test_kicker_and_two_lines);
    g_test_add_func("/article/subheadings-start-nothing", test_subheadings_start_nothing);
    g_test_add_func("/article/jumps", test_jumps);
    g_test_add_func("/article/byline-at-the-end", test_byline_at_the_end);
    g_test_add_func("/article/photo-with-headline", test_photo_with_headline);
    g_test_add_func("/article/headline-behind-its-text", test_headline_behind_its_text);
    g_test_add_func("/article/other-leads", test_other_leads);
    g_test_add_func("/article/masthead-belongs-to-none", test_masthead_belongs_to_none);
    g_test_add_func("/article/daily-transcripts", test_daily_transcripts);
    g_test_add_func("/article/html", test_html);
    g_test_add_func("/article/no-sign-is-one-article", test_no_sign_is_one_article);
    g_test_add_func("/article/crlf", test_crlf);
    g_test_add_func("/article/sentences", test_sentences);
    g_test_add_func("/article/known-borders", test_known_borders);
    int status = g_test_run();
    ren_layout_free(layout);
    return status;
}
