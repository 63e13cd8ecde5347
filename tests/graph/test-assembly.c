#include "graph/assembly.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sqlite3.h>

#include "../issue.h"
#include "base/error.h"
#include "store/store.h"

/* A store that is being filled, in a folder of its own. */
typedef struct {
    RenStore *store;
    char *dir;
    char *path;
    guint n_issues;
} Fixture;

static Fixture
open_store(void)
{
    g_autoptr(GError) error = NULL;
    Fixture f = {.dir = g_dir_make_tmp("renmai-test-XXXXXX", NULL)};
    f.path = g_build_filename(f.dir, "renmai.db", NULL);
    f.store = ren_store_create(f.path, &error);
    g_assert_no_error(error);
    return f;
}

static void
close_store(Fixture *f)
{
    ren_store_free(f->store);
    g_unlink(f->path);
    g_rmdir(f->dir);
    g_free(f->path);
    g_free(f->dir);
}

static RenKind
kind_of(const char *id)
{
    return g_str_has_prefix(id, "person:")    ? REN_PERSON
           : g_str_has_prefix(id, "org:")     ? REN_ORG
           : g_str_has_prefix(id, "company:") ? REN_COMPANY
                                              : REN_PLACE;
}

/* Adds @times issues of @date (NULL: unknown), each an article of one sentence for each part of @ids between
 * bars: "person:a org:b|person:c". A name is what stands behind the colon; "person:a=县长@b" holds that post
 * in org:b. */
static void
add(Fixture *f, guint times, const char *date, const char *ids)
{
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) sentences = g_strsplit(ids, "|", -1);
    while (times-- > 0) {
        g_autoptr(GString) text = g_string_new("标题\n");
        for (guint s = 0; sentences[s] != NULL; s++) {
            g_auto(GStrv) names = g_strsplit(sentences[s], " ", -1);
            for (guint i = 0; names[i] != NULL; i++)
                g_string_append_printf(text, "〔%s〕", names[i]);
            g_string_append(text, "。");
        }
        g_autofree char *doc = g_strdup_printf("%03u.txt", f->n_issues++);
        g_autoptr(RenIssue) issue = test_issue_new(doc, date, text->str);
        RenArticle *article = test_issue_add_article(issue, NULL);
        for (guint s = 0; sentences[s] != NULL; s++) {
            g_auto(GStrv) names = g_strsplit(sentences[s], " ", -1);
            for (guint i = 0; names[i] != NULL; i++) {
                g_autofree char *printed = g_strdup_printf("〔%s〕", names[i]);
                g_auto(GStrv) parts = g_strsplit_set(names[i], "=@", 3);
                RenKind kind = kind_of(names[i]);
                test_article_add(article, issue, kind, kind == REN_PERSON ? REN_ROLE_OTHER : REN_ROLE_NONE,
                                 printed, 0, parts[0], strchr(parts[0], ':') + 1);
                if (parts[1] != NULL)
                    test_article_add_position(article, parts[1], parts[2]);
            }
        }
        g_assert_true(ren_store_add_issue(f->store, issue, &error));
        g_assert_no_error(error);
    }
}

static void
finish(Fixture *f)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(ren_store_finish(f->store, NULL, NULL, &error));
    g_assert_no_error(error);
}

/* Changes the finished store behind its back. */
static void
execute(const Fixture *f, const char *sql)
{
    sqlite3 *db = NULL;
    g_assert_cmpint(sqlite3_open(f->path, &db), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_exec(db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
    sqlite3_close(db);
}

static RenAssembly *
assemble(const Fixture *f, const RenGraphOptions *options)
{
    g_autoptr(GError) error = NULL;
    RenAssembly *assembly = ren_assembly_new(f->store, options, &error);
    g_assert_no_error(error);
    g_assert_nonnull(assembly);
    return assembly;
}

static RenGraphOptions
usual(void)
{
    RenGraphOptions options;
    ren_graph_options_init(&options);
    return options;
}

static const char *
name_of(const RenAssembly *assembly, guint node)
{
    g_assert_cmpuint(node, <, assembly->nodes->len);
    return ((RenNetworkNode *)assembly->nodes->pdata[node])->entity.name;
}

static const RenTie *
tie_of(const RenAssembly *assembly, guint n)
{
    g_assert_cmpuint(n, <, assembly->ties->len);
    return &g_array_index(assembly->ties, RenTie, n);
}

/* "a b c; a-b a>b": the nodes, then the ties with a mark of their kind. Owned by the caller. */
static char *
describe(const RenAssembly *assembly)
{
    static const char marks[REN_N_TIES] = {
        [REN_TIE_COMENTION] = '-', [REN_TIE_POST] = '>', [REN_TIE_PART] = '<', [REN_TIE_LOCATED] = '^'};
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < assembly->nodes->len; i++)
        g_string_append_printf(out, "%s%s", i > 0 ? " " : "", name_of(assembly, i));
    g_string_append_c(out, ';');
    for (guint i = 0; i < assembly->ties->len; i++) {
        const RenTie *tie = tie_of(assembly, i);
        g_string_append_printf(out, " %s%c%s", name_of(assembly, tie->a), marks[tie->kind],
                               name_of(assembly, tie->b));
    }
    return g_string_free(out, FALSE);
}

static void
assert_network(const Fixture *f, const RenGraphOptions *options, const char *wanted)
{
    g_autoptr(RenAssembly) assembly = assemble(f, options);
    g_autofree char *got = describe(assembly);
    g_assert_cmpstr(got, ==, wanted);
}

static void
test_ties_are_counted_and_sorted(void)
{
    Fixture f = open_store();
    add(&f, 1, "2021-03-04", "person:c person:a|person:b person:c");
    add(&f, 1, "2021-03-01", "person:a|person:b");
    add(&f, 1, NULL, "person:a person:b");
    add(&f, 1, "2021-03-09", "person:d");
    finish(&f);
    RenGraphOptions options = usual();
    g_autoptr(RenAssembly) assembly = assemble(&f, &options);
    g_autofree char *got = describe(assembly);
    g_assert_cmpstr(got, ==, "a b c d; a-b a-c b-c");
    const RenTie *ab = tie_of(assembly, 0), *ac = tie_of(assembly, 1);
    g_assert_cmpuint(ab->articles, ==, 3);
    g_assert_cmpuint(ab->sentences, ==, 1);
    g_assert_cmpfloat(ab->weight, ==, 3);
    g_assert_cmpstr(ab->first_seen, ==, "2021-03-01");
    g_assert_cmpstr(ab->last_seen, ==, "2021-03-04");
    g_assert_null(ab->titles);
    g_assert_null(ab->days);
    g_assert_cmpint(ab->article, !=, 0);
    g_assert_cmpuint(ac->articles, ==, 1);
    g_assert_cmpuint(ac->sentences, ==, 1);
    g_assert_cmpfloat(ac->weight, ==, 1);
    g_assert_cmpint(ac->article, !=, 0);
    g_assert_cmpuint(ac->sentence, ==, 1); /* the headline is number 0 */
    close_store(&f);
}

static void
test_undated_ties_have_no_days(void)
{
    Fixture f = open_store();
    add(&f, 1, NULL, "person:a person:b");
    add(&f, 1, "2021-03-09", "person:b person:c");
    add(&f, 1, "2021-03-04", "person:b person:c");
    finish(&f);
    RenGraphOptions options = usual();
    options.days = TRUE;
    g_autoptr(RenAssembly) assembly = assemble(&f, &options);
    const RenTie *ab = tie_of(assembly, 0), *bc = tie_of(assembly, 1);
    g_assert_cmpstr(ab->first_seen, ==, "");
    g_assert_cmpstr(ab->last_seen, ==, "");
    g_assert_true(ab->days == NULL || *ab->days == '\0');
    g_assert_cmpstr(bc->days, ==, "2021-03-04;2021-03-09");
    close_store(&f);
}

static void
test_newman_lets_lists_count_little(void)
{
    Fixture f = open_store();
    add(&f, 1, "2021-03-04", "person:a person:b person:c");
    add(&f, 1, "2021-03-05", "person:a person:b");
    finish(&f);
    RenGraphOptions options = usual();
    options.weighting = REN_WEIGHTING_NEWMAN;
    g_autoptr(RenAssembly) assembly = assemble(&f, &options);
    g_assert_cmpfloat_with_epsilon(tie_of(assembly, 0)->weight, 1.5, 1e-9);
    g_assert_cmpfloat_with_epsilon(tie_of(assembly, 1)->weight, 0.5, 1e-9);
    g_assert_cmpuint(tie_of(assembly, 0)->articles, ==, 2);
    close_store(&f);
}

/* Of eleven articles c and d fill two together and none alone; a has six, b five, and two of these are
 * shared, which is less than chance. */
static void
test_npmi_drops_what_chance_explains(void)
{
    Fixture f = open_store();
    add(&f, 2, "2021-03-04", "person:c person:d");
    add(&f, 2, "2021-03-04", "person:a person:b");
    add(&f, 4, "2021-03-05", "person:a");
    add(&f, 3, "2021-03-05", "person:b");
    finish(&f);
    RenGraphOptions options = usual();
    g_autoptr(RenAssembly) counted = assemble(&f, &options);
    g_assert_cmpuint(counted->ties->len, ==, 2);
    double n = 11;
    g_assert_cmpfloat_with_epsilon(tie_of(counted, 0)->npmi, log(2 * n / (6 * 5)) / -log(2 / n), 1e-9);
    g_assert_cmpfloat(tie_of(counted, 0)->npmi, <, 0);
    g_assert_cmpfloat_with_epsilon(tie_of(counted, 1)->npmi, 1, 1e-9);
    options.weighting = REN_WEIGHTING_NPMI;
    g_autoptr(RenAssembly) weighed = assemble(&f, &options);
    g_autofree char *got = describe(weighed);
    g_assert_cmpstr(got, ==, "a b c d; c-d");
    g_assert_cmpfloat_with_epsilon(tie_of(weighed, 0)->weight, 1, 1e-9);
    close_store(&f);
}

static void
test_only_the_kinds_asked_for(void)
{
    Fixture f = open_store();
    add(&f, 1, "2021-03-04", "person:a org:b company:c place:d person:e");
    finish(&f);
    RenGraphOptions options = usual();
    options.window.kinds[REN_ORG] = options.window.kinds[REN_COMPANY] = FALSE;
    options.window.kinds[REN_PLACE] = FALSE;
    assert_network(&f, &options, "a e; a-e");
    options.window.kinds[REN_PERSON] = FALSE;
    options.window.kinds[REN_COMPANY] = options.window.kinds[REN_PLACE] = TRUE;
    assert_network(&f, &options, "c d; c-d");
    close_store(&f);
}

static void
test_only_the_days_asked_for(void)
{
    Fixture f = open_store();
    add(&f, 1, "2020-12-31", "person:a person:b");
    add(&f, 1, "2021-03-04", "person:b person:c");
    add(&f, 1, "2021-03-31", "person:c person:d");
    add(&f, 1, "2021-04-01", "person:d person:e");
    add(&f, 1, NULL, "person:x person:y");
    finish(&f);
    RenGraphOptions options = usual();
    assert_network(&f, &options, "a b c d e x y; a-b b-c c-d d-e x-y");
    options.window.since = "2021-03-04";
    assert_network(&f, &options, "b c d e; b-c c-d d-e");
    options.window.until = "2021-03-31";
    assert_network(&f, &options, "b c d; b-c c-d");
    options.window.since = NULL;
    options.window.until = "2021-03";
    assert_network(&f, &options, "a b c d; a-b b-c c-d");
    options.window.until = "2020";
    assert_network(&f, &options, "a b; a-b");
    options.window.since = "2022";
    options.window.until = NULL;
    assert_network(&f, &options, ";");
    close_store(&f);
}

static void
test_long_lists_are_left_out(void)
{
    Fixture f = open_store();
    add(&f, 1, "2021-03-04", "person:a person:b person:c");
    add(&f, 1, "2021-03-05", "person:a person:b|person:b");
    add(&f, 1, "2021-03-06", "person:c");
    finish(&f);
    RenGraphOptions options = usual();
    options.window.max_per_article = 3;
    assert_network(&f, &options, "a b c; a-b a-c b-c");
    options.window.max_per_article = 2;
    assert_network(&f, &options, "a b c; a-b");
    close_store(&f);
}

/* Who stands in long lists only is not there, and only the other articles count: a and b always meet. */
static void
test_long_lists_count_nowhere(void)
{
    Fixture f = open_store();
    add(&f, 1, "2021-03-04", "person:a person:c person:d");
    add(&f, 1, "2021-03-05", "person:a person:b");
    add(&f, 1, "2021-03-06", "person:c");
    finish(&f);
    RenGraphOptions options = usual();
    options.window.max_per_article = 2;
    assert_network(&f, &options, "a b c; a-b");
    g_autoptr(GError) error = NULL;
    g_autoptr(RenAssembly) assembly = ren_assembly_new(f.store, &options, &error);
    g_assert_no_error(error);
    g_assert_cmpfloat(g_array_index(assembly->ties, RenTie, 0).npmi, ==, 1);
    close_store(&f);
}

static void
test_weak_ties_go_and_posts_stay(void)
{
    Fixture f = open_store();
    add(&f, 2, "2021-03-04", "person:a person:b");
    add(&f, 1, "2021-03-04", "person:b=县长@x person:c org:x");
    finish(&f);
    RenGraphOptions options = usual();
    options.ties[REN_TIE_POST] = TRUE;
    options.min_weight = 2;
    assert_network(&f, &options, "x a b c; a-b b>x");
    options.min_weight = 2.5;
    assert_network(&f, &options, "x a b c; b>x");
    close_store(&f);
}

static void
test_rare_nodes_go_with_their_ties(void)
{
    Fixture f = open_store();
    add(&f, 2, "2021-03-04", "person:a person:c");
    add(&f, 1, "2021-03-04", "person:b person:c");
    add(&f, 1, "2021-03-04", "person:c person:d");
    finish(&f);
    RenGraphOptions options = usual();
    options.min_articles = 1;
    assert_network(&f, &options, "a b c d; a-c b-c c-d");
    options.min_articles = 2;
    assert_network(&f, &options, "a c; a-c");
    options.min_articles = 4;
    assert_network(&f, &options, "c;");
    options.min_articles = 5;
    assert_network(&f, &options, ";");
    close_store(&f);
}

/* Ten thirteenths of m's strength lie on a: by chance (3/13)^3 = 0.012. */
static void
test_the_backbone_is_no_chance(void)
{
    Fixture f = open_store();
    add(&f, 10, "2021-03-04", "person:a person:m");
    add(&f, 1, "2021-03-04", "person:b person:m");
    add(&f, 1, "2021-03-04", "person:c person:m=县长@x");
    add(&f, 1, "2021-03-04", "person:d person:m");
    add(&f, 1, "2021-03-04", "org:x");
    finish(&f);
    RenGraphOptions options = usual();
    options.backbone = 0.05;
    assert_network(&f, &options, "x a b c d m; a-m");
    options.backbone = 0.01;
    assert_network(&f, &options, "x a b c d m;");
    options.backbone = 0.9;
    assert_network(&f, &options, "x a b c d m; a-m b-m c-m d-m");
    options.backbone = 0.01;
    options.ties[REN_TIE_POST] = TRUE;
    assert_network(&f, &options, "x a b c d m; m>x");
    close_store(&f);
}

/* A row a-b-c-d-e and a pair x-y; a-b twice, c-d three times. */
static Fixture
open_row(void)
{
    Fixture f = open_store();
    add(&f, 2, "2021-03-04", "person:a person:b");
    add(&f, 1, "2021-03-04", "person:b person:c");
    add(&f, 3, "2021-03-04", "person:c person:d");
    add(&f, 1, "2021-03-04", "person:d person:e");
    add(&f, 4, "2021-03-04", "person:x person:y");
    finish(&f);
    return f;
}

static void
test_so_many_steps_around_one(void)
{
    Fixture f = open_row();
    RenGraphOptions options = usual();
    options.ego = "person:c";
    assert_network(&f, &options, "b c d; b-c c-d");
    options.depth = 0;
    assert_network(&f, &options, "c;");
    options.depth = 2;
    assert_network(&f, &options, "a b c d e; a-b b-c c-d d-e");
    options.depth = 1000;
    assert_network(&f, &options, "a b c d e; a-b b-c c-d d-e");
    options.ego = "person:nobody";
    assert_network(&f, &options, ";");
    /* Weak ties lead nowhere. */
    options.ego = "person:c";
    options.min_weight = 2;
    assert_network(&f, &options, "c d; c-d");
    close_store(&f);
}

static void
test_ties_among_those_around_stay(void)
{
    Fixture f = open_store();
    add(&f, 1, "2021-03-04", "person:a person:b person:c");
    add(&f, 1, "2021-03-04", "person:c person:d");
    finish(&f);
    RenGraphOptions options = usual();
    options.ego = "person:a";
    assert_network(&f, &options, "a b c; a-b a-c b-c");
    close_store(&f);
}

/* The strengths are a 2, b 3, c 4, d 4, e 1, x 4, y 4: of equals those first by id stay. */
static void
test_those_whose_ties_weigh_most(void)
{
    Fixture f = open_row();
    RenGraphOptions options = usual();
    options.top = 4;
    assert_network(&f, &options, "c d x y; c-d x-y");
    options.top = 3;
    assert_network(&f, &options, "c d x; c-d");
    options.top = 5;
    assert_network(&f, &options, "b c d x y; b-c c-d x-y");
    options.top = 100;
    assert_network(&f, &options, "a b c d e x y; a-b b-c c-d d-e x-y");
    close_store(&f);
}

static void
test_the_strongest_ties_of_either_end(void)
{
    Fixture f = open_store();
    add(&f, 1, "2021-03-04", "person:a person:b person:c person:d");
    add(&f, 2, "2021-03-04", "person:a person:b");
    add(&f, 1, "2021-03-04", "person:c person:d");
    finish(&f);
    RenGraphOptions options = usual();
    options.strongest = 1;
    assert_network(&f, &options, "a b c d; a-b c-d");
    g_autoptr(RenAssembly) assembly = assemble(&f, &options);
    g_assert_cmpuint(assembly->n_all_nodes, ==, 4);
    g_assert_cmpuint(assembly->n_all_ties, ==, 6);
    /* Whom it is all about keeps all. */
    options.ego = "person:d";
    assert_network(&f, &options, "a b c d; a-b a-d b-d c-d");
    close_store(&f);
}

static void
test_the_ego_is_among_the_top(void)
{
    Fixture f = open_store();
    add(&f, 3, "2021-03-04", "person:a person:b person:c");
    add(&f, 1, "2021-03-04", "person:a person:d");
    finish(&f);
    RenGraphOptions options = usual();
    options.ego = "person:d";
    options.depth = 2;
    options.top = 2;
    assert_network(&f, &options, "a d; a-d");
    close_store(&f);
}

static void
test_the_largest_part(void)
{
    Fixture f = open_row();
    RenGraphOptions options = usual();
    options.largest = TRUE;
    assert_network(&f, &options, "a b c d e; a-b b-c c-d d-e");
    options.min_weight = 2; /* of three pairs the first */
    assert_network(&f, &options, "a b; a-b");
    options.min_weight = 4;
    assert_network(&f, &options, "x y; x-y");
    options.min_weight = 0;
    options.top = 5; /* before it is asked what is connected */
    assert_network(&f, &options, "b c d; b-c c-d");
    close_store(&f);
}

static void
test_posts_lead_to_the_body(void)
{
    Fixture f = open_store();
    add(&f, 1, "2021-04-01", "person:b=书记@a org:a");
    add(&f, 1, "2021-03-04", "person:b=县长@a org:a person:c=主席@nowhere");
    finish(&f);
    RenGraphOptions options = usual();
    options.ties[REN_TIE_COMENTION] = FALSE;
    options.ties[REN_TIE_POST] = TRUE;
    g_autoptr(RenAssembly) assembly = assemble(&f, &options);
    g_autofree char *got = describe(assembly);
    g_assert_cmpstr(got, ==, "a b c; b>a"); /* no mention, no node: nothing leads there */
    const RenTie *post = tie_of(assembly, 0);
    g_assert_cmpstr(post->titles, ==, "县长;书记");
    g_assert_cmpuint(post->articles, ==, 2);
    g_assert_cmpfloat(post->weight, ==, 2);
    g_assert_cmpfloat(post->npmi, ==, 0);
    g_assert_cmpstr(post->first_seen, ==, "2021-03-04");
    g_assert_cmpstr(post->last_seen, ==, "2021-04-01");
    g_assert_cmpint(post->article, ==, 0);
    options.window.since = "2021-04";
    g_autoptr(RenAssembly) later = assemble(&f, &options);
    g_assert_cmpstr(tie_of(later, 0)->titles, ==, "书记");
    close_store(&f);
}

static void
test_parts_and_where_bodies_lie(void)
{
    Fixture f = open_store();
    add(&f, 1, "2021-03-04", "org:a org:b place:c place:d company:e");
    finish(&f);
    execute(&f, "UPDATE entity SET parent = (SELECT id FROM entity p WHERE p.key = CASE entity.key"
                " WHEN 'org:b' THEN 'org:a' WHEN 'org:a' THEN 'place:c' WHEN 'place:c' THEN 'place:d' END)");
    RenGraphOptions options = usual();
    options.ties[REN_TIE_COMENTION] = FALSE;
    assert_network(&f, &options, "e a b c d;");
    options.ties[REN_TIE_PART] = TRUE;
    assert_network(&f, &options, "e a b c d; b<a c<d");
    options.ties[REN_TIE_LOCATED] = TRUE;
    assert_network(&f, &options, "e a b c d; a^c b<a c<d");
    options.ties[REN_TIE_PART] = FALSE;
    g_autoptr(RenAssembly) assembly = assemble(&f, &options);
    g_assert_cmpuint(assembly->ties->len, ==, 1);
    g_assert_cmpfloat(tie_of(assembly, 0)->weight, ==, 1);
    g_assert_cmpuint(tie_of(assembly, 0)->articles, ==, 0);
    g_assert_cmpstr(tie_of(assembly, 0)->first_seen, ==, "");
    close_store(&f);
}

/* All ties of one pair, which come from three questions, stand together. */
static void
test_ties_of_a_pair_by_kind(void)
{
    Fixture f = open_store();
    add(&f, 1, "2021-03-04", "org:b org:c place:d");
    finish(&f);
    execute(&f, "UPDATE entity SET parent = (SELECT id FROM entity p WHERE p.key = 'org:c')"
                " WHERE key = 'org:b'");
    RenGraphOptions options = usual();
    options.ties[REN_TIE_PART] = TRUE;
    assert_network(&f, &options, "b c d; b-c b<c b-d c-d");
    close_store(&f);
}

static void
test_an_empty_store(void)
{
    Fixture f = open_store();
    finish(&f);
    RenGraphOptions options = usual();
    for (RenTieKind kind = 0; kind < REN_N_TIES; kind++)
        options.ties[kind] = TRUE;
    options.min_weight = 1;
    options.backbone = 0.05;
    options.min_articles = 2;
    options.ego = "person:a";
    options.top = 5;
    options.largest = TRUE;
    assert_network(&f, &options, ";");
    ren_assembly_free(NULL);
    close_store(&f);
}

static void
test_a_broken_store_is_an_error(void)
{
    g_autoptr(GError) error = NULL;
    Fixture f = open_store();
    add(&f, 1, "2021-03-04", "person:a person:b");
    finish(&f);
    execute(&f, "ALTER TABLE mention RENAME TO gone");
    RenGraphOptions options = usual();
    g_assert_null(ren_assembly_new(f.store, &options, &error));
    g_assert_error(error, REN_ERROR, REN_ERROR_STORE);
    close_store(&f);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/assembly/ties-are-counted-and-sorted", test_ties_are_counted_and_sorted);
    g_test_add_func("/assembly/undated-ties-have-no-days", test_undated_ties_have_no_days);
    g_test_add_func("/assembly/newman-lets-lists-count-little", test_newman_lets_lists_count_little);
    g_test_add_func("/assembly/npmi-drops-what-chance-explains", test_npmi_drops_what_chance_explains);
    g_test_add_func("/assembly/only-the-kinds-asked-for", test_only_the_kinds_asked_for);
    g_test_add_func("/assembly/only-the-days-asked-for", test_only_the_days_asked_for);
    g_test_add_func("/assembly/long-lists-are-left-out", test_long_lists_are_left_out);
    g_test_add_func("/assembly/long-lists-count-nowhere", test_long_lists_count_nowhere);
    g_test_add_func("/assembly/weak-ties-go-and-posts-stay", test_weak_ties_go_and_posts_stay);
    g_test_add_func("/assembly/rare-nodes-go-with-their-ties", test_rare_nodes_go_with_their_ties);
    g_test_add_func("/assembly/the-backbone-is-no-chance", test_the_backbone_is_no_chance);
    g_test_add_func("/assembly/so-many-steps-around-one", test_so_many_steps_around_one);
    g_test_add_func("/assembly/ties-among-those-around-stay", test_ties_among_those_around_stay);
    g_test_add_func("/assembly/those-whose-ties-weigh-most", test_those_whose_ties_weigh_most);
    g_test_add_func("/assembly/the-strongest-ties-of-either-end", test_the_strongest_ties_of_either_end);
    g_test_add_func("/assembly/the-ego-is-among-the-top", test_the_ego_is_among_the_top);
    g_test_add_func("/assembly/the-largest-part", test_the_largest_part);
    g_test_add_func("/assembly/posts-lead-to-the-body", test_posts_lead_to_the_body);
    g_test_add_func("/assembly/parts-and-where-bodies-lie", test_parts_and_where_bodies_lie);
    g_test_add_func("/assembly/ties-of-a-pair-by-kind", test_ties_of_a_pair_by_kind);
    g_test_add_func("/assembly/an-empty-store", test_an_empty_store);
    g_test_add_func("/assembly/a-broken-store-is-an-error", test_a_broken_store_is_an_error);
    return g_test_run();
}
