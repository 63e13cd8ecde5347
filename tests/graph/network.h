/* A small network with hostile names, for the tests of the graph. */
#pragma once
#include <glib/gstdio.h>
#include <stdio.h>

#include "../issue.h"
#include "graph/graph.h"
#include "store/store.h"

/* 4 KB of name is the last one. What the files show of each is in test_shown. */
static const char *const test_names[] = {
    "A&B <公司> 'x'", "]]>\"引\" & &", "2021.03.04", "-",     "甲\x01乙", "𠮷野",
    "末尾\\",         "a\\nb",         "1234567",    "graph", "张　三",   "%s;{}[]",
};
static const char *const test_shown[] = {
    "A&B <公司> 'x'", "]]>\"引\" & &", "2021.03.04", "-",     "甲乙",   "𠮷野",
    "末尾\\",         "a\\nb",         "1234567",    "graph", "张　三", "%s;{}[]",
};

/* A network of @n companies, called by test_names where @hostile; they are linked in a row, and one more, of
 * 4 KB, stands alone. @n = 0 gives an empty network. */
static inline RenGraph *
test_network_new(guint n, gboolean hostile)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *dir = g_dir_make_tmp("renmai-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(dir, "renmai.db", NULL);
    g_autoptr(RenStore) store = ren_store_create(path, &error);
    g_assert_no_error(error);
    g_autoptr(GString) huge = g_string_new(NULL);
    while (huge->len < 4096)
        g_string_append(huge, "长长a-b ");
    for (guint i = 0; i < n; i++) {
        g_autofree char *one = hostile ? g_strdup(test_names[i]) : g_strdup_printf("甲%u厂", i);
        g_autofree char *two =
            hostile ? g_strdup(test_names[(i + 1) % n]) : g_strdup_printf("甲%u厂", (i + 1) % n);
        g_autofree char *text = g_strdup_printf("%s\n%s\n%s", one, two, i == 0 ? huge->str : "");
        g_autoptr(RenIssue) issue = test_issue_new("a.txt", i % 2 ? NULL : "2021-03-04", text);
        RenArticle *article = test_issue_add_article(issue, i == 0 ? "长" : NULL);
        g_autofree char *one_id = g_strconcat("company:", one, NULL);
        g_autofree char *two_id = g_strconcat("company:", two, NULL);
        test_article_add(article, issue, REN_COMPANY, REN_ROLE_NONE, one, 0, one_id, NULL);
        if (i + 1 < n)
            test_article_add(article, issue, REN_COMPANY, REN_ROLE_NONE, two, 0, two_id, NULL);
        if (i == 0)
            test_article_add(test_issue_add_article(issue, NULL), issue, REN_PERSON, REN_ROLE_OTHER,
                             huge->str, 0, "person:长", NULL);
        g_assert_true(ren_store_add_issue(store, issue, &error));
    }
    g_assert_true(ren_store_finish(store, NULL, NULL, &error));
    g_assert_no_error(error);
    RenGraph *graph = ren_graph_new(store, NULL, &error);
    g_assert_no_error(error);
    g_unlink(path);
    g_rmdir(dir);
    return graph;
}

/* All that @write writes of @graph, with a NUL behind it; owned by the caller. */
static inline char *
test_network_write(const RenGraph *graph, gboolean (*write)(const RenGraph *, FILE *, GError **), gsize *len)
{
    g_autoptr(GError) error = NULL;
    FILE *out = tmpfile();
    g_assert_nonnull(out);
    g_assert_true(write(graph, out, &error));
    g_assert_no_error(error);
    *len = ftell(out);
    rewind(out);
    char *text = g_malloc0(*len + 1);
    g_assert_cmpuint(fread(text, 1, *len, out), ==, *len);
    fclose(out);
    return text;
}
