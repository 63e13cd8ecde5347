#include "link/comention.h"

#include "../issue.h"

/* The link between @a and @b, NULL where there is none. Lives as long as @links. */
static const RenLink *
find(const RenComention *comention, const GArray *links, const char *a, const char *b)
{
    for (guint i = 0; i < links->len; i++) {
        const RenLink *link = &g_array_index(links, RenLink, i);
        if (g_str_equal(ren_comention_get_id(comention, link->a), a) &&
            g_str_equal(ren_comention_get_id(comention, link->b), b))
            return link;
    }
    return NULL;
}

/* Adds all mentions of @article. */
static void
add(RenComention *comention, const RenArticle *article)
{
    g_autoptr(GArray) appearances = g_array_new(FALSE, FALSE, sizeof(RenAppearance));
    for (guint i = 0; i < article->mentions->len; i++) {
        const RenMention *mention = article->mentions->pdata[i];
        RenAppearance appearance = {mention->entity, mention->sentence};
        g_array_append_val(appearances, appearance);
    }
    ren_comention_add(comention, article->index, article->date, appearances);
}

static void
test_pair_counts_once_an_article(void)
{
    g_autoptr(RenIssue) issue = test_issue_new(
        "a.txt", "2021-03-04", "黄若松会见白采薇。黄若松说，白采薇来了。白采薇走了，黄若松送。黄若松笑。");
    RenArticle *article = test_issue_add_article(issue, NULL);
    for (guint i = 0; i < 4; i++)
        test_article_add(article, issue, REN_PERSON, REN_ROLE_OTHER, "黄若松", i, "person:黄若松", NULL);
    for (guint i = 0; i < 3; i++)
        test_article_add(article, issue, REN_PERSON, REN_ROLE_OTHER, "白采薇", i, "person:白采薇", NULL);
    g_autoptr(RenComention) comention = ren_comention_new(FALSE);
    add(comention, article);
    g_autoptr(GArray) links = ren_comention_get_links(comention);
    g_assert_cmpuint(links->len, ==, 1);
    const RenLink *link = find(comention, links, "person:白采薇", "person:黄若松");
    g_assert_nonnull(link);
    g_assert_cmpuint(link->articles, ==, 1);
    g_assert_cmpuint(link->sentences, ==, 3);
}

static void
test_names_of_one_entity_make_no_pair(void)
{
    g_autoptr(RenIssue) issue = test_issue_new("a.txt", NULL, "砚川县教育局即县教育局。县教育局又来。");
    RenArticle *article = test_issue_add_article(issue, NULL);
    test_article_add(article, issue, REN_ORG, REN_ROLE_NONE, "砚川县教育局", 0, "org:砚川县教育局", NULL);
    test_article_add(article, issue, REN_ORG, REN_ROLE_NONE, "县教育局", 1, "org:砚川县教育局",
                     "砚川县教育局");
    g_autoptr(RenComention) comention = ren_comention_new(FALSE);
    add(comention, article);
    g_autoptr(GArray) links = ren_comention_get_links(comention);
    g_assert_cmpuint(links->len, ==, 0);
}

static void
test_issues_add_up_with_first_and_last_date(void)
{
    static const char *const dates[] = {"2021-03-04", "2019-12-31", NULL, "2022-01-01"};
    g_autoptr(RenComention) comention = ren_comention_new(FALSE);
    for (guint i = 0; i < G_N_ELEMENTS(dates); i++) {
        g_autoptr(RenIssue) issue = test_issue_new("a.txt", dates[i], "黄若松。鹤尾镇。");
        RenArticle *article = test_issue_add_article(issue, NULL);
        test_article_add(article, issue, REN_PERSON, REN_ROLE_OTHER, "黄若松", 0, "person:黄若松", NULL);
        test_article_add(article, issue, REN_PLACE, REN_ROLE_NONE, "鹤尾镇", 0, "place:鹤尾镇", NULL);
        add(comention, article);
    }
    g_autoptr(GArray) links = ren_comention_get_links(comention);
    const RenLink *link = find(comention, links, "person:黄若松", "place:鹤尾镇");
    g_assert_nonnull(link);
    g_assert_cmpuint(link->articles, ==, 4);
    g_assert_cmpuint(link->sentences, ==, 0);
    g_assert_cmpstr(link->first_seen, ==, "2019-12-31");
    g_assert_cmpstr(link->last_seen, ==, "2022-01-01");
}

static void
test_links_are_sorted_by_ids(void)
{
    g_autoptr(RenIssue) issue = test_issue_new("a.txt", NULL, "丁丙乙甲");
    RenArticle *article = test_issue_add_article(issue, NULL);
    static const char *const names[] = {"丁", "甲", "丙", "乙"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *id = g_strconcat("place:", names[i], NULL);
        test_article_add(article, issue, REN_PLACE, REN_ROLE_NONE, names[i], 0, id, NULL);
    }
    g_autoptr(RenComention) comention = ren_comention_new(FALSE);
    add(comention, article);
    g_autoptr(GArray) links = ren_comention_get_links(comention);
    g_assert_cmpuint(links->len, ==, 6);
    for (guint i = 0; i < links->len; i++) {
        const RenLink *link = &g_array_index(links, RenLink, i);
        const char *a = ren_comention_get_id(comention, link->a),
                   *b = ren_comention_get_id(comention, link->b);
        g_assert_cmpstr(a, <, b);
        if (i == 0)
            continue;
        const char *before = ren_comention_get_id(comention, g_array_index(links, RenLink, i - 1).a);
        g_assert_cmpint(strcmp(before, a), <=, 0);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/comention/pair-counts-once-an-article", test_pair_counts_once_an_article);
    g_test_add_func("/comention/names-of-one-entity-make-no-pair", test_names_of_one_entity_make_no_pair);
    g_test_add_func("/comention/issues-add-up-with-first-and-last-date",
                    test_issues_add_up_with_first_and_last_date);
    g_test_add_func("/comention/links-are-sorted-by-ids", test_links_are_sorted_by_ids);
    return g_test_run();
}
