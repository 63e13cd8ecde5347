#include "store/store.h"

#include <glib/gstdio.h>

#include "../issue.h"
#include "base/error.h"
#include "store/query.h"

typedef struct {
    char *dir;
    char *path;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
    (void)data;
    fixture->dir = g_dir_make_tmp("renmai-test-XXXXXX", NULL);
    fixture->path = g_build_filename(fixture->dir, "renmai.db", NULL);
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_unlink(fixture->path);
    g_rmdir(fixture->dir);
    g_free(fixture->path);
    g_free(fixture->dir);
}

/* March: 黄若松 is 县长, with 白采薇, in a sentence that a line break parts. */
static RenIssue *
make_march(void)
{
    RenIssue *issue =
        test_issue_new("3.txt", "2021-03-04",
                       "全县大会召开\n县长黄若松、白采薇到会。会后黄若\n松去鹤尾镇。\n记者 田小禾\n签约\n"
                       "白采薇在鹤尾镇。");
    RenArticle *article = test_issue_add_article(issue, "签约");
    test_article_add(article, issue, REN_PERSON, REN_ROLE_OFFICIAL, "黄若松", 0, "person:黄若松", NULL);
    test_article_add_position(article, "县长", "砚川县政府");
    test_article_add(article, issue, REN_PERSON, REN_ROLE_OTHER, "白采薇", 0, "person:白采薇", NULL);
    test_article_add(article, issue, REN_PERSON, REN_ROLE_OFFICIAL, "黄若\n松", 0, "person:黄若松", "黄若松");
    test_article_add(article, issue, REN_PLACE, REN_ROLE_NONE, "鹤尾镇", 0, "place:砚川县鹤尾镇", "鹤尾镇");
    test_article_add(article, issue, REN_PERSON, REN_ROLE_REPORTER, "田小禾", 0, "person:田小禾", NULL);
    g_free(((RenMention *)article->mentions->pdata[2])->text);
    ((RenMention *)article->mentions->pdata[2])->text = g_strdup("黄若松");
    article = test_issue_add_article(issue, NULL);
    article->doubtful = TRUE;
    test_article_add(article, issue, REN_PERSON, REN_ROLE_OTHER, "白采薇", 0, "person:白采薇", NULL);
    test_article_add(article, issue, REN_PLACE, REN_ROLE_NONE, "鹤尾镇", 0, "place:砚川县鹤尾镇", "鹤尾镇");
    return issue;
}

/* May: 黄若松 is 县委书记 and 主席, alone; a second 白采薇 elsewhere. */
static RenIssue *
make_may(void)
{
    RenIssue *issue = test_issue_new("5.txt", "2021-05-06", "县委书记、主席黄若松讲话。邻县白采薇。");
    RenArticle *article = test_issue_add_article(issue, NULL);
    test_article_add(article, issue, REN_PERSON, REN_ROLE_OFFICIAL, "黄若松", 0, "person:黄若松", NULL);
    test_article_add_position(article, "县委书记", "砚川县委");
    test_article_add_position(article, "主席", NULL);
    test_article_add(article, issue, REN_PERSON, REN_ROLE_OTHER, "白采薇", 0, "person:白采薇@邻县", NULL);
    return issue;
}

/* A finished store of @issues (owned, freed here), NULL-terminated. */
static RenStore *
make_store(const char *path, RenIssue *const *issues)
{
    g_autoptr(GError) error = NULL;
    RenStore *store = ren_store_create(path, &error);
    g_assert_no_error(error);
    for (guint i = 0; issues[i] != NULL; i++) {
        g_assert_true(ren_store_add_issue(store, issues[i], &error));
        g_assert_no_error(error);
        ren_issue_free(issues[i]);
    }
    g_assert_true(ren_store_finish(store, NULL, NULL, &error));
    g_assert_no_error(error);
    return store;
}

/* May comes first, as it might in a folder. */
static RenStore *
make_usual_store(const Fixture *fixture)
{
    RenIssue *const issues[] = {make_may(), make_march(), NULL};
    return make_store(fixture->path, issues);
}

static RenEntity *
find_one(RenStore *store, const char *name)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) found = ren_query_find(store, name, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(found->len, ==, 1);
    return g_ptr_array_steal_index(found, 0);
}

static void
test_counts_what_was_added(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(RenStore) store = make_usual_store(fixture);
    RenCounts counts;
    g_assert_true(ren_store_count(store, &counts, &error));
    g_assert_cmpuint(counts.issues, ==, 2);
    g_assert_cmpuint(counts.articles, ==, 3);
    g_assert_cmpuint(counts.doubtful, ==, 1);
    g_assert_cmpuint(counts.persons, ==, 4);
    g_assert_cmpuint(counts.reporters, ==, 1);
    g_assert_cmpuint(counts.orgs, ==, 0); /* bodies of posts are no mentions */
    g_assert_cmpuint(counts.places, ==, 1);
    g_assert_cmpuint(counts.mentions, ==, 9);
    g_assert_cmpuint(counts.links, ==, 4);
}

static void
test_latest_title_is_the_latest_dated_one(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(RenStore) store = make_usual_store(fixture);
    RenEntity *entity = find_one(store, "黄若松");
    g_assert_cmpstr(entity->title, ==, "县委书记、主席");
    g_assert_cmpstr(entity->first_seen, ==, "2021-03-04");
    g_assert_cmpstr(entity->last_seen, ==, "2021-05-06");
    g_assert_cmpuint(entity->mentions, ==, 3);
    g_assert_cmpuint(entity->articles, ==, 2);
    ren_entity_free(entity);
}

static void
test_homonyms_are_all_found_and_an_id_finds_one(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(RenStore) store = make_usual_store(fixture);
    g_autoptr(GPtrArray) found = ren_query_find(store, "白采薇", &error);
    g_assert_no_error(error);
    g_assert_cmpuint(found->len, ==, 2);
    RenEntity *entity = find_one(store, "person:白采薇@邻县");
    RenEntity *same = find_one(store, entity->node);
    g_assert_cmpstr(same->key, ==, "person:白采薇@邻县");
    ren_entity_free(same);
    ren_entity_free(entity);
    entity = find_one(store, "黄若 松");
    ren_entity_free(entity);
}

static void
test_nearest_names(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(RenStore) store = make_usual_store(fixture);
    static const char *const asked[] = {"若松", "黄若松同志", "黄若柏"};
    for (guint i = 0; i < G_N_ELEMENTS(asked); i++) {
        g_autoptr(GPtrArray) names = ren_query_nearest(store, asked[i], 5, &error);
        g_assert_no_error(error);
        g_assert_cmpuint(names->len, >, 0);
        g_assert_cmpstr(names->pdata[0], ==, "黄若松");
    }
    g_autoptr(GPtrArray) none = ren_query_nearest(store, "%_'\"", 5, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(none->len, ==, 0);
}

static void
test_who_is_sorted_by_strength(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(RenStore) store = make_usual_store(fixture);
    RenEntity *entity = find_one(store, "person:白采薇");
    g_autoptr(GPtrArray) companions = ren_query_who(store, entity->row, -1, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(companions->len, ==, 2);
    const RenCompanion *first = companions->pdata[0], *second = companions->pdata[1];
    g_assert_cmpstr(first->entity.name, ==, "鹤尾镇");
    g_assert_cmpuint(first->articles, ==, 2);
    g_assert_cmpuint(first->sentences, ==, 1);
    g_assert_cmpstr(second->entity.name, ==, "黄若松");
    g_assert_cmpstr(second->entity.title, ==, "县委书记、主席");
    g_assert_cmpstr(second->last_seen, ==, "2021-03-04");
    g_autoptr(GPtrArray) strongest = ren_query_who(store, entity->row, 1, &error);
    g_assert_cmpuint(strongest->len, ==, 1);
    ren_entity_free(entity);
}

static void
test_quotes_follow_the_dates_with_the_title_of_the_time(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(RenStore) store = make_usual_store(fixture);
    RenEntity *entity = find_one(store, "黄若松");
    g_autoptr(GPtrArray) quotes = ren_query_quotes(store, entity->row, 0, &error);
    ren_entity_free(entity);
    g_assert_no_error(error);
    g_assert_cmpuint(quotes->len, ==, 3); /* two sentences in March, one in May */
    const RenQuote *quote = quotes->pdata[0];
    g_assert_cmpstr(quote->date, ==, "2021-03-04");
    g_assert_cmpstr(quote->headline, ==, "全县大会召开");
    g_assert_cmpstr(quote->title, ==, "县长");
    g_assert_cmpstr(quote->text, ==, "县长黄若松、白采薇到会。");
    RenSpan mark = g_array_index(quote->marks, RenSpan, 0);
    g_assert_cmpuint(mark.start, ==, strlen("县长"));
    g_assert_cmpuint(mark.end, ==, strlen("县长黄若松"));
    quote = quotes->pdata[2];
    g_assert_cmpstr(quote->title, ==, "县委书记、主席");
}

static void
test_shared_quotes_are_of_shared_articles_only(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(RenStore) store = make_usual_store(fixture);
    RenEntity *a = find_one(store, "黄若松"), *b = find_one(store, "person:白采薇");
    g_autoptr(GPtrArray) quotes = ren_query_quotes(store, a->row, b->row, &error);
    ren_entity_free(a);
    ren_entity_free(b);
    g_assert_no_error(error);
    g_assert_cmpuint(quotes->len, ==, 2);
    const RenQuote *quote = quotes->pdata[0];
    g_assert_true(quote->first && quote->second);
    g_assert_cmpuint(quote->marks->len, ==, 2);
    quote = quotes->pdata[1];
    g_assert_true(quote->first && !quote->second);
}

static void
test_network_leaves_reporters_out(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(RenStore) store = make_usual_store(fixture);
    g_autoptr(GPtrArray) nodes = ren_query_nodes(store, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(nodes->len, ==, 4);
    for (guint i = 0; i < nodes->len; i++) {
        const RenNode *node = nodes->pdata[i];
        g_assert_cmpstr(node->entity.name, !=, "田小禾");
        if (g_str_equal(node->entity.name, "黄若松"))
            g_assert_cmpstr(node->titles, ==, "县委书记;主席;县长");
    }
    g_autoptr(GArray) edges = ren_query_edges(store, nodes, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(edges->len, ==, 4);
}

static void
test_hostile_text_comes_back_as_it_was(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) huge = g_string_new(NULL);
    while (huge->len < 4096)
        g_string_append(huge, "长");
    const char *names[] = {
        "Robert'); DROP TABLE entity;--", "\"A&B\" <公司> ]]>", "\x01", "𠮷野", "2021.03.04", huge->str};
    RenIssue *issues[G_N_ELEMENTS(names) + 1] = {NULL};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *doc = g_strdup_printf("%u.txt", i);
        issues[i] = test_issue_new(doc, NULL, names[i]);
        RenArticle *article = test_issue_add_article(issues[i], NULL);
        g_autofree char *id = g_strconcat("company:", names[i], NULL);
        test_article_add(article, issues[i], REN_COMPANY, REN_ROLE_NONE, names[i], 0, id, NULL);
    }
    g_autoptr(RenStore) store = make_store(fixture->path, issues);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        RenEntity *entity = find_one(store, names[i]);
        g_assert_cmpstr(entity->name, ==, names[i]);
        g_autoptr(GPtrArray) quotes = ren_query_quotes(store, entity->row, 0, &error);
        g_assert_no_error(error);
        g_assert_cmpstr(((RenQuote *)quotes->pdata[0])->text, ==, names[i]);
        ren_entity_free(entity);
    }
}

static void
test_same_issues_give_the_same_file(Fixture *fixture, gconstpointer data)
{
    (void)data;
    char *contents[2];
    gsize lengths[2];
    for (guint i = 0; i < 2; i++) {
        ren_store_free(make_usual_store(fixture));
        g_assert_true(g_file_get_contents(fixture->path, &contents[i], &lengths[i], NULL));
        g_unlink(fixture->path);
    }
    g_assert_cmpmem(contents[0], lengths[0], contents[1], lengths[1]);
    g_free(contents[0]);
    g_free(contents[1]);
}

static void
test_other_files_are_refused_with_advice(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_assert_null(ren_store_open(fixture->path, &error));
    g_assert_error(error, REN_ERROR, REN_ERROR_STORE);
    g_assert_nonnull(strstr(error->message, "renmai build"));
    g_clear_error(&error);
    g_assert_true(g_file_set_contents(fixture->path, "this is no database, but long enough to be read as one",
                                      -1, NULL));
    g_assert_null(ren_store_open(fixture->path, &error));
    g_assert_error(error, REN_ERROR, REN_ERROR_STORE);
    g_clear_error(&error);
    g_assert_true(
        g_file_set_contents(fixture->path, "", 0, NULL)); /* SQLite takes it for an empty database */
    g_assert_null(ren_store_open(fixture->path, &error));
    g_assert_error(error, REN_ERROR, REN_ERROR_STORE);
}

#define ADD(name, function) g_test_add("/store/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("counts-what-was-added", test_counts_what_was_added);
    ADD("latest-title-is-the-latest-dated-one", test_latest_title_is_the_latest_dated_one);
    ADD("homonyms-are-all-found-and-an-id-finds-one", test_homonyms_are_all_found_and_an_id_finds_one);
    ADD("nearest-names", test_nearest_names);
    ADD("who-is-sorted-by-strength", test_who_is_sorted_by_strength);
    ADD("quotes-follow-the-dates-with-the-title-of-the-time",
        test_quotes_follow_the_dates_with_the_title_of_the_time);
    ADD("shared-quotes-are-of-shared-articles-only", test_shared_quotes_are_of_shared_articles_only);
    ADD("network-leaves-reporters-out", test_network_leaves_reporters_out);
    ADD("hostile-text-comes-back-as-it-was", test_hostile_text_comes_back_as_it_was);
    ADD("same-issues-give-the-same-file", test_same_issues_give_the_same_file);
    ADD("other-files-are-refused-with-advice", test_other_files_are_refused_with_advice);
    return g_test_run();
}
