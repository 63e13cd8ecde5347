/* Short names that one issue introduces and another one prints. All firms are invented. */
#include "resolve/introduced.h"

#include "../issue.h"

#define JIANGJIN "重庆市江津区"

static RenLexicon *lexicon;

static RenIssue *
make_issue(const char *doc, const char *home, const char *text)
{
    RenIssue *issue = test_issue_new(doc, "2021-03-04", text);
    issue->home = g_strdup(home);
    return issue;
}

/* @issue says that @brief is short for @full. */
static void
introduce(RenIssue *issue, RenKind kind, const char *brief, const char *full)
{
    RenAlias *alias = g_new(RenAlias, 1);
    *alias = (RenAlias){kind, g_strdup(brief), g_strdup(full)};
    g_ptr_array_add(issue->aliases, alias);
}

/* Adds an issue @doc of @home that introduces @brief for the firm @full. */
static void
add(RenIntroduced *introduced, const char *doc, const char *home, const char *brief, const char *full)
{
    g_autoptr(RenIssue) issue = make_issue(doc, home, full);
    introduce(issue, REN_COMPANY, brief, full);
    ren_introduced_add(introduced, issue);
}

/* The short names that an issue @doc of @home with @text takes over, parted by blanks. */
static void
assert_found(const RenIntroduced *introduced, const char *doc, const char *home, const char *text,
             const char *expected)
{
    g_autoptr(RenIssue) issue = make_issue(doc, home, text);
    g_autoptr(GPtrArray) found = ren_introduced_find(introduced, issue);
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < found->len; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? " " : "", ((RenAlias *)found->pdata[i])->brief);
    g_assert_cmpstr(names->str, ==, expected);
}

static void
test_short_name_is_known_in_other_issues(void)
{
    g_autoptr(RenIntroduced) introduced = ren_introduced_new(lexicon);
    add(introduced, "1.txt", JIANGJIN, "恒硕动力", "重庆恒硕动力有限公司");
    g_autoptr(RenIssue) issue = make_issue("2.txt", JIANGJIN, "恒硕动力投产。");
    g_autoptr(GPtrArray) found = ren_introduced_find(introduced, issue);
    g_assert_cmpuint(found->len, ==, 1);
    const RenAlias *alias = found->pdata[0];
    g_assert_cmpint(alias->kind, ==, REN_COMPANY);
    g_assert_cmpstr(alias->brief, ==, "恒硕动力");
    g_assert_cmpstr(alias->full, ==, "重庆恒硕动力有限公司");
}

static void
test_issue_without_the_name_takes_nothing(void)
{
    g_autoptr(RenIntroduced) introduced = ren_introduced_new(lexicon);
    assert_found(introduced, "2.txt", JIANGJIN, "恒硕动力投产。", "");
    add(introduced, "1.txt", JIANGJIN, "恒硕动力", "重庆恒硕动力有限公司");
    assert_found(introduced, "2.txt", JIANGJIN, "恒硕投产。", "");
    assert_found(introduced, "2.txt", JIANGJIN, "", "");
}

static void
test_issue_that_introduces_it_itself_takes_nothing(void)
{
    g_autoptr(RenIntroduced) introduced = ren_introduced_new(lexicon);
    add(introduced, "1.txt", JIANGJIN, "恒硕动力", "重庆恒硕动力有限公司");
    assert_found(introduced, "1.txt", JIANGJIN, "恒硕动力投产。", "");
}

static void
test_other_regions_do_not_know_it(void)
{
    g_autoptr(RenIntroduced) introduced = ren_introduced_new(lexicon);
    add(introduced, "1.txt", JIANGJIN, "恒硕动力", "重庆恒硕动力有限公司");
    assert_found(introduced, "2.txt", "重庆市永川区", "恒硕动力投产。", "");
    assert_found(introduced, "2.txt", NULL, "恒硕动力投产。", "");
}

static void
test_papers_of_no_region_share_theirs(void)
{
    g_autoptr(RenIntroduced) introduced = ren_introduced_new(lexicon);
    add(introduced, "1.txt", NULL, "恒硕动力", "重庆恒硕动力有限公司");
    assert_found(introduced, "2.txt", NULL, "恒硕动力投产。", "恒硕动力");
    assert_found(introduced, "2.txt", JIANGJIN, "恒硕动力投产。", "");
}

static void
test_name_of_two_things_is_of_none(void)
{
    g_autoptr(RenIntroduced) introduced = ren_introduced_new(lexicon);
    add(introduced, "1.txt", JIANGJIN, "恒硕动力", "重庆恒硕动力有限公司");
    add(introduced, "2.txt", JIANGJIN, "恒硕动力", "恒硕动力销售有限公司");
    assert_found(introduced, "3.txt", JIANGJIN, "恒硕动力投产。", "");
    /* Nor does it come back. */
    add(introduced, "4.txt", JIANGJIN, "恒硕动力", "重庆恒硕动力有限公司");
    assert_found(introduced, "3.txt", JIANGJIN, "恒硕动力投产。", "");
}

static void
test_name_of_two_things_in_two_regions_is_fine(void)
{
    g_autoptr(RenIntroduced) introduced = ren_introduced_new(lexicon);
    add(introduced, "1.txt", JIANGJIN, "恒硕动力", "重庆恒硕动力有限公司");
    add(introduced, "2.txt", "重庆市永川区", "恒硕动力", "恒硕动力销售有限公司");
    assert_found(introduced, "3.txt", JIANGJIN, "恒硕动力投产。", "恒硕动力");
}

static void
test_twice_for_the_same_is_fine(void)
{
    g_autoptr(RenIntroduced) introduced = ren_introduced_new(lexicon);
    add(introduced, "1.txt", JIANGJIN, "恒硕动力", "重庆恒硕动力有限公司");
    add(introduced, "2.txt", JIANGJIN, "恒硕动力", "重庆恒硕动力有限公司");
    assert_found(introduced, "3.txt", JIANGJIN, "恒硕动力投产。", "恒硕动力");
    assert_found(introduced, "2.txt", JIANGJIN, "恒硕动力投产。", "");
}

static void
test_words_of_the_language_are_not_learned(void)
{
    g_autoptr(RenIntroduced) introduced = ren_introduced_new(lexicon);
    add(introduced, "1.txt", JIANGJIN, "公司", "重庆恒硕动力有限公司");
    add(introduced, "1.txt", JIANGJIN, "发展", "重庆发展动力有限公司");
    assert_found(introduced, "2.txt", JIANGJIN, "公司发展很快。", "");
}

static void
test_names_come_in_one_order(void)
{
    g_autoptr(RenIntroduced) introduced = ren_introduced_new(lexicon);
    add(introduced, "1.txt", JIANGJIN, "青禾米业", "重庆青禾米业有限公司");
    add(introduced, "2.txt", JIANGJIN, "恒硕动力", "重庆恒硕动力有限公司");
    add(introduced, "3.txt", JIANGJIN, "澜石茶业", "重庆澜石茶业有限公司");
    assert_found(introduced, "4.txt", JIANGJIN, "青禾米业、恒硕动力、澜石茶业。",
                 "恒硕动力 澜石茶业 青禾米业");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    static const char *const dirs[] = {"gazetteer", NULL};
    g_autoptr(GError) error = NULL;
    lexicon = ren_lexicon_new(dirs, &error);
    g_assert_no_error(error);
    g_test_add_func("/introduced/short-name-is-known-in-other-issues",
                    test_short_name_is_known_in_other_issues);
    g_test_add_func("/introduced/issue-without-the-name-takes-nothing",
                    test_issue_without_the_name_takes_nothing);
    g_test_add_func("/introduced/issue-that-introduces-it-itself-takes-nothing",
                    test_issue_that_introduces_it_itself_takes_nothing);
    g_test_add_func("/introduced/other-regions-do-not-know-it", test_other_regions_do_not_know_it);
    g_test_add_func("/introduced/papers-of-no-region-share-theirs", test_papers_of_no_region_share_theirs);
    g_test_add_func("/introduced/name-of-two-things-is-of-none", test_name_of_two_things_is_of_none);
    g_test_add_func("/introduced/name-of-two-things-in-two-regions-is-fine",
                    test_name_of_two_things_in_two_regions_is_fine);
    g_test_add_func("/introduced/twice-for-the-same-is-fine", test_twice_for_the_same_is_fine);
    g_test_add_func("/introduced/words-of-the-language-are-not-learned",
                    test_words_of_the_language_are_not_learned);
    g_test_add_func("/introduced/names-come-in-one-order", test_names_come_in_one_order);
    int status = g_test_run();
    ren_lexicon_free(lexicon);
    return status;
}
