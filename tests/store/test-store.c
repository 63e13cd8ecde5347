#include "store/store.h"

#include <glib/gstdio.h>

#include "../issue.h"
#include "base/error.h"
#include "corpus/reader.h"
#include "pipeline/pipeline.h"
#include "store/listing.h"
#include "store/network.h"
#include "store/query.h"
#include "store/sqlite.h"
#include "store/verify.h"

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

static gint64
count(RenStore *store, const char *sql)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RenStatement) statement = ren_sqlite_prepare(ren_store_get_sqlite(store), sql, &error);
    g_assert_no_error(error);
    g_assert_true(ren_sqlite_next(statement, &error));
    return sqlite3_column_int64(statement, 0);
}

static void
test_network_leaves_reporters_out(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(RenStore) store = make_usual_store(fixture);
    RenWindow all = {.kinds = {TRUE, TRUE, TRUE, TRUE}};
    g_autoptr(GPtrArray) nodes = ren_network_nodes(store, &all, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(nodes->len, ==, 4);
    for (guint i = 0; i < nodes->len; i++) {
        const RenNetworkNode *node = nodes->pdata[i];
        g_assert_cmpstr(node->entity.name, !=, "田小禾");
        if (g_str_equal(node->entity.name, "黄若松"))
            g_assert_cmpstr(node->titles, ==, "县长;主席;县委书记");
    }
    g_assert_cmpint(count(store, "SELECT count(*) FROM link"), ==, 4);
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

/* ---- what the pipeline has found, with the identity of the whole archive ---- */

static RenPipeline *pipeline;

static RenIssue *
read_issue(const char *doc, const char *home, const char *text)
{
    g_autoptr(GError) error = NULL;
    RenIssue *issue = ren_reader_decode(text, strlen(text), doc, &error);
    g_assert_no_error(error);
    g_assert_true(ren_pipeline_run(pipeline, issue, &(RenTold){.home = home}, &error));
    g_assert_no_error(error);
    return issue;
}

/* A finished store of @issues (kept), those numbers of @order that are not negative. */
static RenStore *
make_resolved_store(const char *path, RenIssue *const *issues, const int *order, guint n,
                    const RenIdentity *identity)
{
    g_autoptr(GError) error = NULL;
    RenStore *store = ren_store_create(path, &error);
    g_assert_no_error(error);
    for (guint i = 0; i < n; i++) {
        g_assert_true(ren_store_add_issue(store, issues[order != NULL ? (guint)order[i] : i], &error));
        g_assert_no_error(error);
    }
    g_assert_true(ren_store_finish(store, identity, NULL, &error));
    g_assert_no_error(error);
    return store;
}

static const char meeting[] =
    "我区召开水利工作会\n\n本报讯（记者 赵一鸣）5月5日，我区召开水利工作会。区委常委、宣传部部长钱小雨，"
    "副区长孙志远，市水利局党组成员、副局长周若兰出席会议。孙区长指出，江津区要抓紧落实各项措施。\n";
static const char appointment[] = "区人大常委会举行会议\n\n本报讯（记者 "
                                  "赵一鸣）6月5日，区人大常委会举行会议。区人力资源和社会保障局局长钱小雨、"
                                  "江津区青禾稻米专业合作社理事长吴远舟、区人社局副局长孙志远出席会议。\n";
static const char school[] = "学校举行运动会\n\n本报讯（记者 "
                             "赵一鸣）7月5日，江津区下梅中学举行运动会。下梅中学教师钱小雨、学生周若兰参加，"
                             "青禾合作社赞助。钱小雨说，孙志远也到了现场。\n";
static const char neighbours[] = "永川区召开水利工作会\n\n本报讯（记者 "
                                 "郑小禾）8月5日，永川区召开水利工作会。永川区副区长钱小雨、永川区教育局局长"
                                 "孙志远出席会议。\n";

enum { N_TEXTS = 4 };

static void
read_texts(RenIssue **issues)
{
    issues[0] = read_issue("2024-05-06.txt", "重庆市江津区", meeting);
    issues[1] = read_issue("2024-06-06.txt", "重庆市江津区", appointment);
    issues[2] = read_issue("2024-07-06.txt", "重庆市江津区", school);
    issues[3] = read_issue("2024-08-06.txt", "重庆市永川区", neighbours);
}

static void
free_texts(RenIssue **issues)
{
    for (guint i = 0; i < N_TEXTS; i++)
        ren_issue_free(issues[i]);
}

static void
list_kind(RenStore *store, RenKind kind, GString *text)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) listed = ren_listing_query(store, kind, &error);
    g_assert_no_error(error);
    for (guint i = 0; i < listed->len; i++) {
        const RenListed *one = listed->pdata[i];
        g_string_append_printf(text, "%s %s %s %s %u %u %s %s %s %s %s\n", one->key, one->name, one->role,
                               one->parent, one->mentions, one->articles, one->first_seen, one->last_seen,
                               one->titles, one->orgs, one->aliases);
    }
}

/* All that a store says, without the numbers of its rows. */
static char *
describe(RenStore *store)
{
    g_autoptr(GError) error = NULL;
    GString *text = g_string_new(NULL);
    for (RenKind kind = 0; kind < REN_N_KINDS; kind++)
        list_kind(store, kind, text);
    g_autoptr(RenStatement) links = ren_sqlite_prepare(
        ren_store_get_sqlite(store),
        "SELECT a.key || ' - ' || b.key || ' ' || l.articles || ' ' || l.sentences || ' ' ||"
        " coalesce(l.first_seen, '') || ' ' || coalesce(l.last_seen, '') AS line"
        " FROM link l JOIN entity a ON a.id = l.a JOIN entity b ON b.id = l.b ORDER BY line",
        &error);
    g_assert_no_error(error);
    while (ren_sqlite_next(links, &error))
        g_string_append_printf(text, "%s\n", (const char *)sqlite3_column_text(links, 0));
    g_assert_no_error(error);
    return g_string_free(text, FALSE);
}

/* Moves to the next permutation by size; FALSE behind the last one. */
static gboolean
next_order(int *order, guint n)
{
    guint i = n - 1, k = n - 1;
    while (i > 0 && order[i - 1] > order[i])
        i--;
    if (i == 0)
        return FALSE;
    while (order[k] < order[i - 1])
        k--;
    int kept = order[i - 1];
    order[i - 1] = order[k];
    order[k] = kept;
    for (guint last = n - 1; i < last; i++, last--) {
        kept = order[i];
        order[i] = order[last];
        order[last] = kept;
    }
    return TRUE;
}

static void
test_every_order_of_issues_gives_the_same_entities(Fixture *fixture, gconstpointer data)
{
    (void)data;
    RenIssue *issues[N_TEXTS];
    read_texts(issues);
    g_autofree char *expected = NULL;
    guint orders = 0;
    int order[N_TEXTS] = {0, 1, 2, 3};
    do {
        RenStore *store =
            make_resolved_store(fixture->path, issues, order, N_TEXTS, ren_pipeline_get_identity(pipeline));
        g_autofree char *text = describe(store);
        ren_store_free(store);
        g_unlink(fixture->path);
        if (expected == NULL)
            expected = g_steal_pointer(&text);
        else
            g_assert_cmpstr(text, ==, expected);
        orders++;
    } while (next_order(order, N_TEXTS));
    g_assert_cmpuint(orders, ==, 24);
    /* It is not that there were nothing to tell apart. */
    g_assert_nonnull(strstr(expected, "person:钱小雨@江津区 "));
    g_assert_nonnull(strstr(expected, "person:钱小雨@江津区·学校 "));
    g_assert_nonnull(strstr(expected, "person:钱小雨@永川区 "));
    free_texts(issues);
}

static void
test_issues_are_seen_together(Fixture *fixture, gconstpointer data)
{
    (void)data;
    RenIssue *issues[N_TEXTS];
    read_texts(issues);
    g_autoptr(RenStore) store =
        make_resolved_store(fixture->path, issues, NULL, N_TEXTS, ren_pipeline_get_identity(pipeline));
    free_texts(issues);
    RenEntity *official = find_one(store, "person:钱小雨@江津区");
    g_assert_cmpuint(official->articles, ==, 2); /* head of a department and of a bureau */
    ren_entity_free(official);
    RenEntity *teacher = find_one(store, "person:钱小雨@江津区·学校");
    g_assert_cmpuint(teacher->articles, ==, 1);
    ren_entity_free(teacher);
    /* Its short name in one issue, its full one in the other. */
    RenEntity *firm = find_one(store, "青禾合作社");
    g_assert_cmpstr(firm->key, ==, "company:江津区青禾稻米专业合作社");
    g_assert_cmpuint(firm->articles, ==, 2);
    ren_entity_free(firm);
    RenEntity *bureau = find_one(store, "org:江津区人力资源和社会保障局");
    ren_entity_free(bureau);
}

/* A store of the meeting alone, with or without its references. */
static RenStore *
make_store_of_meeting(const Fixture *fixture, gboolean references, const RenIdentity *identity)
{
    RenIssue *issue = read_issue("2024-05-06.txt", "重庆市江津区", meeting);
    RenArticle *article = issue->articles->pdata[0];
    g_assert_cmpuint(article->references->len, ==, 1);
    if (!references)
        g_ptr_array_set_size(article->references, 0);
    RenStore *store = make_resolved_store(fixture->path, &issue, NULL, 1, identity);
    ren_issue_free(issue);
    return store;
}

static void
test_surname_with_title_is_a_mention_of_its_own_form(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(RenStore) store = make_store_of_meeting(fixture, TRUE, ren_pipeline_get_identity(pipeline));
    g_assert_cmpint(count(store,
                          "SELECT count(*) FROM mention m JOIN entity e ON e.id = m.entity WHERE m.form = "
                          "'title' AND m.text = '孙区长' AND e.key = 'person:孙志远@江津区'"),
                    ==, 1);
    g_assert_cmpint(count(store, "SELECT count(*) FROM mention WHERE form = 'title'"), ==, 1);
    g_assert_cmpint(count(store, "SELECT count(*) FROM alias WHERE text = '孙区长'"), ==, 0);
    RenEntity *entity = find_one(store, "孙志远");
    g_assert_cmpuint(entity->mentions, ==, 1); /* names alone count */
    ren_entity_free(entity);
}

static void
test_surname_with_title_makes_no_link(Fixture *fixture, gconstpointer data)
{
    (void)data;
    char *texts[2];
    for (guint i = 0; i < 2; i++) {
        RenStore *store = make_store_of_meeting(fixture, i == 1, ren_pipeline_get_identity(pipeline));
        g_assert_cmpint(count(store, "SELECT count(*) FROM link"), >, 0);
        texts[i] = describe(store);
        ren_store_free(store);
        g_unlink(fixture->path);
    }
    g_assert_cmpstr(texts[1], ==, texts[0]);
    g_free(texts[0]);
    g_free(texts[1]);
}

/* A pipeline with the user's table ignore.tsv of @rows. */
static RenPipeline *
make_ignoring_pipeline(const Fixture *fixture, const char *rows)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(fixture->dir, "ignore.tsv", NULL);
    g_autofree char *text = g_strconcat("entity\n", rows, NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    const char *dirs[] = {"gazetteer", fixture->dir, NULL};
    RenPipeline *ignoring = ren_pipeline_new(dirs, &error);
    g_assert_no_error(error);
    g_unlink(path);
    return ignoring;
}

/* @name is nothing: it stays where it is printed, since the user may think again, but leads nowhere. */
static void
assert_gone(RenStore *store, const char *name)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) found = ren_query_find(store, name, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(found->len, ==, 0);
    static const char *const questions[] = {
        "SELECT count(*) FROM mention WHERE text = '%s' AND entity IS NOT NULL",
        "SELECT count(*) FROM entity WHERE name = '%s'",
        "SELECT count(*) FROM position p JOIN entity e ON e.id = p.entity WHERE e.name = '%s'",
        "SELECT count(*) FROM link l LEFT JOIN entity a ON a.id = l.a LEFT JOIN entity b ON b.id = l.b "
        "WHERE a.id IS NULL OR b.id IS NULL OR '%s' IN (a.name, b.name)",
    };
    for (guint i = 0; i < G_N_ELEMENTS(questions); i++) {
        g_auto(GStrv) parts = g_strsplit(questions[i], "%s", 2);
        g_autofree char *sql = g_strjoinv(name, parts);
        g_assert_cmpint(count(store, sql), ==, 0);
    }
}

static void
test_ignored_person_leaves_nothing(Fixture *fixture, gconstpointer data)
{
    (void)data;
    /* The issues have been read without the table: the archive heeds it, too. */
    RenPipeline *ignoring = make_ignoring_pipeline(fixture, "person:孙志远@江津区\n");
    g_autoptr(RenStore) store = make_store_of_meeting(fixture, TRUE, ren_pipeline_get_identity(ignoring));
    ren_pipeline_free(ignoring);
    assert_gone(store, "孙志远");
    g_assert_cmpint(count(store, "SELECT count(*) FROM mention WHERE form = 'title' AND entity IS NOT NULL"),
                    ==, 0);
    RenEntity *other = find_one(store, "钱小雨");
    ren_entity_free(other);
}

static void
test_ignored_person_is_passed_over_when_read(Fixture *fixture, gconstpointer data)
{
    (void)data;
    RenPipeline *ignoring = make_ignoring_pipeline(fixture, "孙志远\n"), *usual = pipeline;
    pipeline = ignoring;
    RenIssue *issue = read_issue("2024-05-06.txt", "重庆市江津区", meeting);
    pipeline = usual;
    RenStore *store =
        make_resolved_store(fixture->path, &issue, NULL, 1, ren_pipeline_get_identity(ignoring));
    assert_gone(store, "孙志远");
    RenEntity *other = find_one(store, "钱小雨");
    ren_entity_free(other);
    ren_store_free(store);
    ren_issue_free(issue);
    ren_pipeline_free(ignoring);
}

static void
test_ignored_body_leaves_the_post(Fixture *fixture, gconstpointer data)
{
    (void)data;
    RenPipeline *ignoring = make_ignoring_pipeline(fixture, "org:江津区委宣传部\n");
    g_autoptr(RenStore) store = make_store_of_meeting(fixture, TRUE, ren_pipeline_get_identity(ignoring));
    ren_pipeline_free(ignoring);
    assert_gone(store, "江津区委宣传部");
    g_assert_cmpint(count(store,
                          "SELECT count(*) FROM position p JOIN entity e ON e.id = p.entity WHERE e.name = "
                          "'钱小雨' AND p.post = '部长' AND p.body IS NULL"),
                    ==, 1);
}

static void
test_whole_store_is_verified(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    static const struct {
        const char *harm;
        const char *fault; /* in a line of what is found */
    } cases[] = {
        {"SELECT 1", NULL},
        {"UPDATE article SET text = replace(text, '。', '！')", "is not what was read"},
        {"UPDATE article SET text = text || '。'", "length"},
        {"UPDATE entity SET mentions = mentions + 1 WHERE name = '黄若松'", "黄若松"},
        {"DELETE FROM mention WHERE id = (SELECT min(id) FROM mention)", "mentions"},
        {"DELETE FROM link WHERE (a, b) = (SELECT a, b FROM link LIMIT 1)", "links"},
        {"DELETE FROM alias", "no printed form"},
        {"UPDATE position SET entity = (SELECT id FROM entity WHERE name = '白采薇')", "another"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_unlink(fixture->path);
        ren_store_free(make_usual_store(fixture));
        sqlite3 *db = NULL;
        g_assert_cmpint(sqlite3_open(fixture->path, &db), ==, SQLITE_OK);
        g_assert_cmpint(sqlite3_exec(db, cases[i].harm, NULL, NULL, NULL), ==, SQLITE_OK);
        sqlite3_close(db);
        g_autoptr(RenStore) store = ren_store_open(fixture->path, &error);
        g_assert_no_error(error);
        g_autoptr(GPtrArray) faults = ren_store_verify(store, &error);
        g_assert_no_error(error);
        gboolean found = FALSE;
        for (guint k = 0; k < faults->len; k++)
            found |= cases[i].fault != NULL && strstr(faults->pdata[k], cases[i].fault) != NULL;
        if (cases[i].fault == NULL)
            g_assert_cmpuint(faults->len, ==, 0);
        else
            g_assert_true(found);
    }
}

#define ADD(name, function) g_test_add("/store/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    static const char *const dirs[] = {"gazetteer", NULL};
    g_autoptr(GError) error = NULL;
    pipeline = ren_pipeline_new(dirs, &error);
    g_assert_no_error(error);
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
    ADD("every-order-of-issues-gives-the-same-entities", test_every_order_of_issues_gives_the_same_entities);
    ADD("issues-are-seen-together", test_issues_are_seen_together);
    ADD("surname-with-title-is-a-mention-of-its-own-form",
        test_surname_with_title_is_a_mention_of_its_own_form);
    ADD("surname-with-title-makes-no-link", test_surname_with_title_makes_no_link);
    ADD("ignored-person-leaves-nothing", test_ignored_person_leaves_nothing);
    ADD("ignored-person-is-passed-over-when-read", test_ignored_person_is_passed_over_when_read);
    ADD("ignored-body-leaves-the-post", test_ignored_body_leaves_the_post);
    ADD("whole-store-is-verified", test_whole_store_is_verified);
    int status = g_test_run();
    ren_pipeline_free(pipeline);
    return status;
}
