/* What is read of web pages. All of it is made up. Run from the project's root. */
#include <string.h>

#include "base/error.h"
#include "corpus/html.h"
#include "corpus/reader.h"

static RenFields *fields;

static RenIssue *
read_page(const char *page)
{
    g_autoptr(GError) error = NULL;
    RenIssue *issue = ren_reader_decode(page, strlen(page), "a.html", &error);
    g_assert_no_error(error);
    g_assert_true(ren_html_read(issue, fields, &error));
    g_assert_no_error(error);
    g_assert_cmpuint(issue->len, ==, strlen(issue->text));
    return issue;
}

static void
check_text(const char *page, const char *text)
{
    g_autoptr(RenIssue) issue = read_page(page);
    g_assert_cmpstr(issue->text, ==, text);
}

static void
test_blocks_are_lines(void)
{
    check_text("<h1>云岭区\n 下雪</h1><p>一段。<p>二段<br>三行<div>四<b>段</b>&nbsp;&#20116;</div>",
               "# 云岭区下雪\n\n一段。\n\n二段\n三行\n\n四段\xc2\xa0五");
    check_text("<h2>甲<br>乙</h2><ul><li>一</li><li>two  words</li></ul>", "## 甲 乙\n\n一\n\ntwo words");
    check_text("<h1>表</h1><table><tr><td>赵一鸣</td><td>区长</td></tr><tr><td>钱小雨</td></tr></table>",
               "# 表\n\n赵一鸣 区长\n\n钱小雨");
    check_text("<h1>诗</h1><pre>一行\n二行</pre>", "# 诗\n\n一行\n二行");
}

/* A mark that is none is text, as a reader sees it. */
static void
test_stray_marks_stay(void)
{
    check_text("<h1>题</h1><p><本报讯> 3 < 5 & <上接第一版></p>", "# 题\n\n<本报讯> 3 < 5 & <上接第一版>");
    check_text("<h1>题</h1><p>尾</p></html>后", "# 题\n\n尾\n\n后");
}

static void
test_what_is_no_text_goes(void)
{
    check_text(
        "<head><style>p{}</style><script>var a = '<p>x</p>';</script></head><body>"
        "<header>网站</header><nav><a href=x>首页</a></nav><h1>题目</h1><p>正文。</p>"
        "<div hidden>暗</div><div style='color:red; display : none'>暗</div><p aria-hidden='true'>暗</p>"
        "<div role=navigation>菜单</div><aside>广告</aside><select><option>甲</select>"
        "<template><p>样</p></template><!-- 注 --><footer>版权</footer>",
        "# 题目\n\n正文。");
}

/* <header> of an article holds its headline. */
static void
test_only_the_article_is_kept(void)
{
    check_text("<div>推荐阅读</div><article><header><h1>题目甲</h1></header><p>很长的正文，很长的正文。</p>"
               "<footer>记者 赵一鸣</footer></article><div>热点</div>",
               "# 题目甲\n\n很长的正文，很长的正文。\n\n记者 赵一鸣");
    check_text("<main><h1>题目乙</h1><p>正文，正文，正文。</p></main><p>别处</p>",
               "# 题目乙\n\n正文，正文，正文。");
    /* A teaser in <article> is not the text of the page. */
    check_text("<article>推荐</article><h1>题目丙</h1><p>很长的正文，很长的正文。</p>",
               "推荐\n\n# 题目丙\n\n很长的正文，很长的正文。");
}

static void
test_publishing_system(void)
{
    g_autoptr(RenIssue) issue =
        read_page("<title>云岭日报</title><p>第03版</p><!--enpproperty "
                  "<articleid>1</articleid><date>2021-03-04 02:12:00.0</date>"
                  "<author></author><title>全县春耕会议召开</title>/enpproperty--><p>上一篇</p>"
                  "<!--enpcontent--><P>正文甲。</P><P>正文乙。</P><!--/enpcontent--><p>下一篇</p>"
                  "<!--enpcontent--><P>正文甲。</P><P>正文乙。</P><!--/enpcontent-->");
    g_assert_cmpstr(issue->text, ==, "# 全县春耕会议召开\n\n正文甲。\n\n正文乙。");
    g_assert_cmpstr(issue->date, ==, "2021-03-04");
}

static void
test_title_becomes_heading(void)
{
    check_text("<title>全县春耕会议召开-云岭日报</title><div>正文。</div>", "# 全县春耕会议召开\n\n正文。");
    check_text(
        "<title>全县春耕会议召开_云岭网</title><div>2021年</div><div>全县春耕会议召开</div><div>正文。</div>",
        "2021年\n\n# 全县春耕会议召开\n\n正文。");
    check_text("<title>首页</title><p>正文。</p>", "正文。");
    check_text("<title>云岭网</title><meta name=ArticleTitle content='春耕 会议'><p>正文。</p>",
               "# 春耕 会议\n\n正文。");
}

static void
check_date(const char *head, const char *date)
{
    g_autofree char *page = g_strconcat(head, "<h1>题</h1><p>文。</p>", NULL);
    g_autoptr(RenIssue) issue = read_page(page);
    g_assert_cmpstr(issue->date, ==, date);
    g_assert_cmpint(issue->date_source, ==, date != NULL ? REN_DATE_FIELD : REN_DATE_NONE);
}

static void
test_dates(void)
{
    check_date("<meta property='article:published_time' content='2021-03-04T08:00:00+08:00'>", "2021-03-04");
    check_date("<meta property='article:published_time' content='2021-03-03T20:00:00Z'>", "2021-03-04");
    check_date("<meta name='PubDate' content='2021-03-04 10:11'>", "2021-03-04");
    check_date("<time datetime='2021-03-04'>周四</time>", "2021-03-04");
    /* The table says which one counts. */
    check_date("<time datetime='2020-01-01'>旧</time><meta name=pubdate content='2021-03-04'>", "2021-03-04");
    check_date("<meta name=pubdate content='昨天'>", NULL);
    check_date("<meta name=keywords content='2021-03-04'>", NULL);
}

static void
test_charset(void)
{
    static const char *const pages[] = {"<meta charset=gb2312>",
                                        "<META http-equiv=x content='text/html; charset=GB2312'>",
                                        "<?xml version='1.0' encoding = \"gb2312\"?>"};
    for (guint i = 0; i < G_N_ELEMENTS(pages); i++) {
        g_autofree char *charset = ren_html_charset(pages[i], strlen(pages[i]));
        g_assert_cmpstr(charset, ==, "gb2312");
    }
    g_assert_null(ren_html_charset("<p>charset</p>", 14));

    /* 云岭 in GBK is too short for detection; what the page says decides, unless its bytes say UTF-8. */
    g_autoptr(GError) error = NULL;
    const char gbk[] = "\xd4\xc6\xc1\xeb";
    g_autoptr(RenIssue) declared = ren_reader_decode_page(gbk, 4, "GB2312", "a", &error);
    g_assert_no_error(error);
    g_assert_cmpstr(declared->text, ==, "云岭");
    g_assert_cmpstr(declared->encoding, ==, "GB18030");
    g_autoptr(RenIssue) lied = ren_reader_decode_page("云岭", strlen("云岭"), "gb2312", "a", &error);
    g_assert_no_error(error);
    g_assert_cmpstr(lied->text, ==, "云岭");
    g_assert_cmpstr(lied->encoding, ==, "UTF-8");
    g_autoptr(RenIssue) unknown = ren_reader_decode_page(gbk, 4, "klingon", "a", &error);
    g_assert_no_error(error);
    g_assert_cmpstr(unknown->text, ==, "云岭");
}

static void
test_deep_and_broken_pages(void)
{
    g_autoptr(GString) page = g_string_new("<h1>题</h1>");
    for (guint i = 0; i < 200000; i++)
        g_string_append(page, i % 2 == 0 ? "<div>" : "<b>");
    g_string_append(page, "深<article><main></b></h1></nav></html><p title='");
    g_autoptr(RenIssue) issue = read_page(page->str);
    g_assert_cmpstr(issue->text, ==, "# 题\n\n深");
}

static void
test_page_without_text(void)
{
    g_autoptr(GError) error = NULL;
    const char *page = "<title>云岭日报首页</title><script>x</script><nav>首页</nav>";
    g_autoptr(RenIssue) issue = ren_reader_decode(page, strlen(page), "a.html", &error);
    g_assert_no_error(error);
    g_assert_false(ren_html_read(issue, fields, &error));
    g_assert_error(error, REN_ERROR, REN_ERROR_INPUT);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(GError) error = NULL;
    fields = ren_fields_new((const char *const[]){"gazetteer", NULL}, &error);
    g_assert_no_error(error);
    g_test_add_func("/html/blocks-are-lines", test_blocks_are_lines);
    g_test_add_func("/html/stray-marks-stay", test_stray_marks_stay);
    g_test_add_func("/html/what-is-no-text-goes", test_what_is_no_text_goes);
    g_test_add_func("/html/only-the-article-is-kept", test_only_the_article_is_kept);
    g_test_add_func("/html/publishing-system", test_publishing_system);
    g_test_add_func("/html/title-becomes-heading", test_title_becomes_heading);
    g_test_add_func("/html/dates", test_dates);
    g_test_add_func("/html/charset", test_charset);
    g_test_add_func("/html/deep-and-broken-pages", test_deep_and_broken_pages);
    g_test_add_func("/html/page-without-text", test_page_without_text);
    int status = g_test_run();
    ren_fields_free(fields);
    return status;
}
