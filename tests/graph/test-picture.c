#include "graph/picture.h"

#include <math.h>

#include "graph/picture-plan.h"
#include "network.h"

#define ARTICLES 10
#define PERSONS 5 /* in each article */

static const RenBox page = {20, 20, 800, 500};

/* A network of @articles, each of which names some persons, the body in which the first has a post, and one
 * person who is in all of them. Its store's folder is taken away. */
static RenGraph *
make_graph(guint articles, gboolean posts)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *dir = g_dir_make_tmp("renmai-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(dir, "renmai.db", NULL);
    g_autoptr(RenStore) store = ren_store_create(path, &error);
    g_assert_no_error(error);
    for (guint a = 0; a < articles; a++) {
        g_autoptr(GString) text = g_string_new("全会\n〔众〕");
        g_autofree char *doc = g_strdup_printf("%u.txt", a),
                        *body = g_strdup_printf("第%u县农业农村委员会", a);
        for (guint p = 0; p < PERSONS; p++)
            g_string_append_printf(text, "〔甲%u乙%u〕", a, p);
        g_string_append_printf(text, "%s。", body);
        g_autoptr(RenIssue) issue = test_issue_new(doc, "2021-03-04", text->str);
        RenArticle *article = test_issue_add_article(issue, NULL);
        test_article_add(article, issue, REN_PERSON, REN_ROLE_OTHER, "〔众〕", 0, "person:众", "众");
        for (guint p = 0; p < PERSONS; p++) {
            g_autofree char *printed = g_strdup_printf("〔甲%u乙%u〕", a, p);
            g_autofree char *name = g_strdup_printf("甲%u乙%u", a, p),
                            *id = g_strconcat("person:", name, NULL);
            test_article_add(article, issue, REN_PERSON, REN_ROLE_OTHER, printed, 0, id, name);
            if (p == 0)
                test_article_add_position(article, "主任", body);
        }
        g_autofree char *id = g_strconcat("org:", body, NULL);
        test_article_add(article, issue, REN_ORG, REN_ROLE_NONE, body, 0, id, body);
        g_assert_true(ren_store_add_issue(store, issue, &error));
    }
    g_assert_true(ren_store_finish(store, NULL, NULL, &error));
    RenGraphOptions options;
    ren_graph_options_init(&options);
    options.ties[REN_TIE_POST] = posts;
    RenGraph *graph = ren_graph_new(store, &options, &error);
    g_assert_no_error(error);
    g_unlink(path);
    g_rmdir(dir);
    return graph;
}

static RenTypeset *
make_typeset(void)
{
    g_autoptr(GError) error = NULL;
    RenTypeset *typeset = ren_typeset_new(&error);
    g_assert_no_error(error);
    return typeset;
}

static RenPlan *
lay_out(const RenGraph *graph, RenTypeset *typeset, guint names)
{
    RenPlan *plan = ren_plan_new(graph, NULL);
    ren_plan_lay_out(plan, typeset, page, names);
    return plan;
}

static const RenPlanNode *
node_of(const RenPlan *plan, guint i)
{
    return &g_array_index(plan->nodes, RenPlanNode, i);
}

static gboolean
overlap(const RenBox *a, const RenBox *b)
{
    return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
           b->y < a->y + a->height;
}

static gboolean
covers(const RenBox *box, const RenDisc *disc)
{
    double x = disc->x - CLAMP(disc->x, box->x, box->x + box->width);
    double y = disc->y - CLAMP(disc->y, box->y, box->y + box->height);
    return hypot(x, y) < disc->radius;
}

/* No name covers a name or a disc, and all are on the page. */
static void
check(const RenPlan *plan)
{
    guint named = 0;
    for (guint i = 0; i < plan->nodes->len; i++) {
        const RenPlanNode *a = node_of(plan, i);
        const RenDisc *disc = &a->disc;
        g_assert_true(disc->x - disc->radius >= page.x && disc->x + disc->radius <= page.x + page.width);
        g_assert_true(disc->y - disc->radius >= page.y && disc->y + disc->radius <= page.y + page.height);
        if (a->name.width == 0)
            continue;
        named++;
        g_assert_true(a->name.x >= page.x && a->name.x + a->name.width <= page.x + page.width);
        g_assert_true(a->name.y >= page.y && a->name.y + a->name.height <= page.y + page.height);
        for (guint j = 0; j < plan->nodes->len; j++) {
            g_assert_false(covers(&a->name, &node_of(plan, j)->disc));
            g_assert_false(j < i && node_of(plan, j)->name.width > 0 &&
                           overlap(&a->name, &node_of(plan, j)->name));
        }
    }
    g_assert_cmpuint(named, ==, plan->n_named);
}

static void
test_names_cover_nothing(void)
{
    g_autoptr(RenTypeset) typeset = make_typeset();
    for (guint articles = 1; articles <= 2 * ARTICLES; articles += ARTICLES) {
        g_autoptr(RenGraph) graph = make_graph(articles, FALSE);
        g_autoptr(RenPlan) plan = lay_out(graph, typeset, 0);
        g_assert_cmpuint(plan->nodes->len, ==, articles * (PERSONS + 1) + 1);
        check(plan);
        g_assert_cmpuint(plan->n_named, >=, plan->nodes->len * 9 / 10);
    }
}

static void
test_a_crowd_loses_names_only(void)
{
    g_autoptr(RenTypeset) typeset = make_typeset();
    g_autoptr(RenGraph) graph = make_graph(8 * ARTICLES, FALSE);
    g_autoptr(RenPlan) plan = lay_out(graph, typeset, 0);
    check(plan);
    g_assert_cmpuint(plan->n_named, >=, 100);
}

static void
test_hostile_names_cover_nothing(void)
{
    g_autoptr(RenTypeset) typeset = make_typeset();
    g_autoptr(RenGraph) graph = test_network_new(G_N_ELEMENTS(test_names), TRUE);
    g_autoptr(RenPlan) plan = lay_out(graph, typeset, 0);
    check(plan);
    g_assert_cmpuint(plan->n_named, ==, G_N_ELEMENTS(test_names) + 1);
}

static void
test_only_the_most_important_are_named(void)
{
    g_autoptr(RenTypeset) typeset = make_typeset();
    g_autoptr(RenGraph) graph = make_graph(ARTICLES, FALSE);
    g_autoptr(RenPlan) plan = lay_out(graph, typeset, 1);
    g_assert_cmpuint(plan->n_named, ==, 1);
    for (guint i = 0; i < plan->nodes->len; i++)
        g_assert_cmpint(node_of(plan, i)->name.width > 0, ==, g_str_equal(node_of(plan, i)->label, "众"));
}

static void
test_whom_it_is_about_is_named_first(void)
{
    g_autoptr(RenTypeset) typeset = make_typeset();
    g_autoptr(RenGraph) graph = make_graph(ARTICLES, FALSE);
    g_autoptr(RenPlan) plan = ren_plan_new(graph, VAS(ren_graph_get_igraph(graph), "id", 7));
    ren_plan_lay_out(plan, typeset, page, 1);
    g_assert_cmpint(plan->subject, ==, 7);
    g_assert_true(node_of(plan, 7)->name.width > 0 && node_of(plan, 7)->style.bold);
}

static void
test_directed_ties_end_at_discs(void)
{
    g_autoptr(RenTypeset) typeset = make_typeset();
    g_autoptr(RenGraph) graph = make_graph(ARTICLES, TRUE);
    g_autoptr(RenPlan) plan = lay_out(graph, typeset, 0);
    guint posts = 0;
    for (guint i = 0; i < plan->ties->len; i++) {
        const RenPlanTie *tie = &g_array_index(plan->ties, RenPlanTie, i);
        const RenDisc *from = &node_of(plan, tie->from)->disc, *to = &node_of(plan, tie->to)->disc;
        double far = hypot(tie->x[3] - to->x, tie->y[3] - to->y);
        g_assert_cmpfloat(hypot(tie->x[0] - from->x, tie->y[0] - from->y), <, 1e-6);
        if (tie->kind == REN_TIE_COMENTION) {
            g_assert_cmpfloat(far, <, 1e-6);
            g_assert_cmpuint(posts, ==, 0); /* they lie above */
            continue;
        }
        g_assert_cmpfloat(fabs(far - to->radius), <, 0.01);
        g_assert_true(g_str_has_prefix(node_of(plan, tie->from)->label, "甲"));
        g_assert_true(g_str_has_prefix(node_of(plan, tie->to)->label, "第"));
        posts++;
    }
    g_assert_cmpuint(posts, ==, ARTICLES);
    g_assert_true(plan->has_ties[REN_TIE_POST]);
}

static void
test_the_same_plan_again(void)
{
    g_autoptr(RenTypeset) typeset = make_typeset();
    g_autoptr(RenGraph) graph = make_graph(ARTICLES, TRUE);
    g_autoptr(RenPlan) plan = lay_out(graph, typeset, 0);
    g_autoptr(RenPlan) again = lay_out(graph, typeset, 0);
    for (guint i = 0; i < plan->nodes->len; i++) {
        g_assert_true(node_of(plan, i)->disc.x == node_of(again, i)->disc.x);
        g_assert_true(node_of(plan, i)->name.y == node_of(again, i)->name.y);
    }
}

static void
test_sizes_tell_numbers(void)
{
    g_autoptr(RenGraph) graph = make_graph(ARTICLES, FALSE);
    g_autoptr(RenPlan) plan = ren_plan_new(graph, NULL);
    g_assert_cmpfloat(plan->most_mentions, ==, ARTICLES);
    g_assert_cmpfloat(ren_plan_radius(plan, ARTICLES), ==, plan->largest);
    double half = ren_plan_radius(plan, ARTICLES / 2.0);
    g_assert_cmpfloat(fabs(2 * half * half - plan->largest * plan->largest), <, 1e-6);
}

/* ---- labels by themselves ---- */

static void
test_the_first_has_the_first_choice(void)
{
    /* There is room for one name, below both discs. */
    const RenDisc discs[] = {{10, 6, 4}, {20, 6, 4}};
    const RenLabel labels[] = {{26, 6, 1}, {26, 6, 1}};
    const RenBox area = {0, 0, 30, 20};
    g_autoptr(GArray) order = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(RenBox));
    RenBox boxes[2];
    const guint second = 1, first = 0;
    g_array_append_val(order, second);
    g_array_append_val(order, first);
    ren_labels_place(discs, 2, labels, order, lines, area, boxes);
    g_assert_cmpfloat(boxes[0].width, ==, 0);
    g_assert_cmpfloat(boxes[1].width, ==, 26);
}

static void
test_a_name_shrinks_rather_than_vanish(void)
{
    const RenDisc disc = {15, 6, 4};
    const RenLabel label = {40, 8, 0.5};
    const RenBox area = {0, 0, 30, 20};
    g_autoptr(GArray) order = g_array_new(FALSE, TRUE, sizeof(guint));
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(RenBox));
    RenBox box;
    g_array_set_size(order, 1);
    ren_labels_place(&disc, 1, &label, order, lines, area, &box);
    g_assert_cmpfloat(box.width, ==, 20);
    g_assert_cmpfloat(box.height, ==, 4);
}

static void
test_names_keep_off_lines(void)
{
    const RenDisc disc = {50, 50, 4};
    const RenLabel label = {30, 8, 1};
    const RenBox area = {0, 0, 100, 100};
    g_autoptr(GArray) order = g_array_new(FALSE, TRUE, sizeof(guint));
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(RenBox));
    for (guint y = 50; y < 100; y++) {
        const RenBox point = {50, y, 0, 0};
        g_array_append_val(lines, point);
    }
    RenBox box;
    g_array_set_size(order, 1);
    ren_labels_place(&disc, 1, &label, order, lines, area, &box);
    g_assert_cmpfloat(box.width, ==, 30);
    g_assert_true(box.x > 50 || box.x + box.width < 50 || box.y + box.height < 50);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/picture/names-cover-nothing", test_names_cover_nothing);
    g_test_add_func("/picture/a-crowd-loses-names-only", test_a_crowd_loses_names_only);
    g_test_add_func("/picture/hostile-names-cover-nothing", test_hostile_names_cover_nothing);
    g_test_add_func("/picture/only-the-most-important-are-named", test_only_the_most_important_are_named);
    g_test_add_func("/picture/whom-it-is-about-is-named-first", test_whom_it_is_about_is_named_first);
    g_test_add_func("/picture/directed-ties-end-at-discs", test_directed_ties_end_at_discs);
    g_test_add_func("/picture/the-same-plan-again", test_the_same_plan_again);
    g_test_add_func("/picture/sizes-tell-numbers", test_sizes_tell_numbers);
    g_test_add_func("/picture/the-first-has-the-first-choice", test_the_first_has_the_first_choice);
    g_test_add_func("/picture/a-name-shrinks-rather-than-vanish", test_a_name_shrinks_rather_than_vanish);
    g_test_add_func("/picture/names-keep-off-lines", test_names_keep_off_lines);
    return g_test_run();
}
