/* The paper, the number and the page of an issue. All of it is made up. Run from the project's root. */
#include "corpus/masthead.h"

static RenMasthead *masthead;

static void
check(const char *path, const char *doc, const char *text, const char *expected)
{
    g_autoptr(RenIssue) issue = ren_issue_new();
    issue->path = g_strdup(path);
    issue->doc = g_strdup(doc);
    ren_masthead_read(masthead, issue, text);
    g_autofree char *found = g_strdup_printf("%s %s %s", issue->paper, issue->number, issue->page);
    g_assert_cmpstr(found, ==, expected);
}

static void
test_lines(void)
{
    check(NULL, "a.txt", "《云岭日报》 第1234期\n2021年3月4日 星期四 第03版\n正文。", "云岭日报 1234 03");
    check(NULL, "a.txt", "云岭报 2021年3月4日 星期四 总第567期\n正文。", "云岭报 567 (null)");
    check(NULL, "a.txt", "正文。\n据《云岭日报》报道，第3期培训班开班。\n(下转第3版)",
          "(null) (null) (null)");
}

static void
test_names_before_lines(void)
{
    check(NULL, "云岭日报/2021/03/2021-03-04.txt", "《青河报》 第12期", "云岭日报 12 (null)");
    check("/home/a/云岭日报/2021-03-04.txt", "2021-03-04.txt", "正文。", "云岭日报 (null) (null)");
    check(NULL, "云岭报2021-03-04 第1234期 第2版.txt", "正文。", "云岭报 1234 2");
    check(NULL, "工作汇报/简报.txt", "正文。", "(null) (null) (null)");
    /* The nearer name counts. */
    check("/home/青河日报/云岭日报/a.txt", "云岭日报/a.txt", "正文。", "云岭日报 (null) (null)");
}

static void
test_an_issue_of_several_pages_has_none(void)
{
    check(NULL, "a.txt", "第1版\n正文。\n第2版\n正文。", "(null) (null) (null)");
    check(NULL, "a.txt", "第1版\n正文。\n第1版", "(null) (null) 1");
}

static void
test_what_the_file_says_stays(void)
{
    g_autoptr(RenIssue) issue = ren_issue_new();
    issue->doc = g_strdup("云岭日报/a.txt");
    issue->paper = g_strdup("青河报");
    ren_masthead_read(masthead, issue, "第1版");
    g_assert_cmpstr(issue->paper, ==, "青河报");
    g_assert_cmpstr(issue->page, ==, "1");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(GError) error = NULL;
    masthead = ren_masthead_new((const char *const[]){"gazetteer", NULL}, &error);
    g_assert_no_error(error);
    g_test_add_func("/masthead/lines", test_lines);
    g_test_add_func("/masthead/names-before-lines", test_names_before_lines);
    g_test_add_func("/masthead/an-issue-of-several-pages-has-none", test_an_issue_of_several_pages_has_none);
    g_test_add_func("/masthead/what-the-file-says-stays", test_what_the_file_says_stays);
    int status = g_test_run();
    ren_masthead_free(masthead);
    return status;
}
