#include "graph/path.h"

#include <stdlib.h>
#include <string.h>

static RenKind
kind_of(const char *id)
{
    return g_str_has_prefix(id, "person:") ? REN_PERSON : g_str_has_prefix(id, "org:") ? REN_ORG : REN_PLACE;
}

/* An assembly of the nodes @ids, "person:a*9 org:b" in order; behind the star stands in how many articles
 * each is, else 10. */
static RenAssembly *
assembly_new(const char *ids)
{
    RenAssembly *assembly = g_new0(RenAssembly, 1);
    assembly->nodes = g_ptr_array_new_with_free_func((GDestroyNotify)ren_network_node_free);
    assembly->ties = g_array_new(FALSE, FALSE, sizeof(RenTie));
    g_auto(GStrv) parts = g_strsplit(ids, " ", -1);
    for (guint i = 0; parts[i] != NULL; i++) {
        char *star = strchr(parts[i], '*');
        RenNetworkNode *node = g_new0(RenNetworkNode, 1);
        node->entity.articles = star != NULL ? atoi(star + 1) : 10;
        node->entity.key = g_strndup(parts[i], star != NULL ? (gsize)(star - parts[i]) : strlen(parts[i]));
        node->entity.name = g_strdup(strchr(node->entity.key, ':') + 1);
        node->entity.kind = kind_of(parts[i]);
        g_ptr_array_add(assembly->nodes, node);
    }
    return assembly;
}

static const char *
name_of(const RenAssembly *assembly, guint node)
{
    return ((RenNetworkNode *)assembly->nodes->pdata[node])->entity.name;
}

static guint
node_called(const RenAssembly *assembly, char name)
{
    for (guint i = 0; i < assembly->nodes->len; i++)
        if (*name_of(assembly, i) == name)
            return i;
    g_assert_not_reached();
}

/* Adds @ties, "ab3 bc>1 cd1#7": the ends, '>' for a post, how many articles, and behind the # the row of one.
 * They stand in the order of an assembly already. */
static void
add(RenAssembly *assembly, const char *ties)
{
    g_auto(GStrv) parts = g_strsplit(ties, " ", -1);
    for (guint i = 0; parts[i] != NULL; i++) {
        gboolean post = parts[i][2] == '>';
        RenTie tie = {.a = node_called(assembly, parts[i][0]), .b = node_called(assembly, parts[i][1])};
        tie.kind = post ? REN_TIE_POST : REN_TIE_COMENTION;
        tie.articles = atoi(parts[i] + (post ? 3 : 2));
        tie.weight = tie.articles;
        tie.article = strchr(parts[i], '#') != NULL ? atoi(strchr(parts[i], '#') + 1) : 0;
        g_array_append_val(assembly->ties, tie);
    }
}

static RenPathOptions
options_of(guint paths, guint max_steps)
{
    return (RenPathOptions){paths, max_steps, {TRUE, TRUE, TRUE, FALSE}};
}

static RenPaths *
find(const RenAssembly *assembly, const char *a, const char *b, RenPathOptions options)
{
    g_autoptr(GError) error = NULL;
    RenPaths *paths = ren_paths_new(assembly, a, b, &options, &error);
    g_assert_no_error(error);
    g_assert_nonnull(paths);
    return paths;
}

/* "abd acd": the names along each path. Owned by the caller. */
static char *
describe(const RenAssembly *assembly, const RenPaths *paths)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < paths->paths->len; i++) {
        const GArray *path = paths->paths->pdata[i];
        if (i > 0)
            g_string_append_c(out, ' ');
        for (guint k = 0; k < path->len; k++) {
            const RenPathStep *step = &g_array_index(path, RenPathStep, k);
            g_assert_cmpuint(step->ties->len, >, 0);
            if (k == 0)
                g_string_append(out, name_of(assembly, step->from));
            g_string_append(out, name_of(assembly, step->to));
        }
    }
    return g_string_free(out, FALSE);
}

static void
assert_paths(const RenAssembly *assembly, const char *a, const char *b, RenPathOptions options,
             const char *wanted)
{
    g_autoptr(RenPaths) paths = find(assembly, a, b, options);
    g_autofree char *got = describe(assembly, paths);
    g_assert_cmpstr(got, ==, wanted);
}

static void
test_fewer_steps_come_first(void)
{
    /* a and d share one article of hundreds; the way over c is as strong as can be, and longer. */
    g_autoptr(RenAssembly) assembly = assembly_new("person:a*500 person:b*500 person:c person:d*500");
    add(assembly, "ab1 ac10 ad1 bd1 cd10");
    assert_paths(assembly, "person:a", "person:d", options_of(3, 6), "ad acd abd");
    assert_paths(assembly, "person:a", "person:d", options_of(1, 6), "ad");
    assert_paths(assembly, "person:a", "person:d", options_of(3, 1), "ad");
}

static void
test_the_strongest_come_first(void)
{
    g_autoptr(RenAssembly) assembly = assembly_new("person:a person:b person:c person:d person:e");
    add(assembly, "ab2 ac5 ad3 be2 ce5 de3");
    assert_paths(assembly, "person:a", "person:e", options_of(3, 6), "ace ade abe");
}

static void
test_a_weak_tie_spoils_a_path(void)
{
    g_autoptr(RenAssembly) assembly = assembly_new("person:a person:b person:c person:d");
    add(assembly, "ab9 ac3 bd1 cd3");
    assert_paths(assembly, "person:a", "person:d", options_of(2, 6), "acd abd");
}

static void
test_who_is_everywhere_says_little(void)
{
    /* b shares more with both, but does so with everybody. */
    g_autoptr(RenAssembly) assembly = assembly_new("person:a person:b*1000 person:c*4 person:d");
    add(assembly, "ab4 ac2 bd4 cd2");
    assert_paths(assembly, "person:a", "person:d", options_of(2, 6), "acd abd");
}

static void
test_either_direction_gives_the_same(void)
{
    g_autoptr(RenAssembly) assembly = assembly_new("person:a person:b person:c person:d person:e");
    add(assembly, "ab2 ac2 ad2 be2 ce2 de2"); /* all are equal */
    g_autoptr(RenPaths) there = find(assembly, "person:a", "person:e", options_of(2, 6));
    g_autoptr(RenPaths) back = find(assembly, "person:e", "person:a", options_of(2, 6));
    g_autoptr(RenPaths) again = find(assembly, "person:a", "person:e", options_of(2, 6));
    g_autofree char *one = describe(assembly, there), *two = describe(assembly, again);
    g_autofree char *reversed = describe(assembly, back);
    g_assert_cmpstr(one, ==, two);
    g_assert_cmpuint(strlen(one), ==, strlen("abe ace"));
    for (guint i = 0; i < 2; i++) {
        g_assert_cmpint(one[4 * i], ==, 'a');
        g_assert_cmpint(reversed[4 * i], ==, 'e');
        g_assert_cmpint(one[4 * i + 1], ==, reversed[4 * i + 1]);
    }
}

static void
test_more_than_there_are(void)
{
    g_autoptr(RenAssembly) assembly = assembly_new("person:a person:b person:c person:d");
    add(assembly, "ab2 ac2 bc2 cd2");
    assert_paths(assembly, "person:a", "person:d", options_of(100, 20), "acd abcd");
}

static void
test_no_way(void)
{
    g_autoptr(RenAssembly) assembly = assembly_new("person:a person:b person:c person:d person:e person:f");
    add(assembly, "ab2 ce2 de2");
    g_autoptr(RenPaths) paths = find(assembly, "person:a", "person:c", options_of(3, 6));
    g_assert_cmpuint(paths->paths->len, ==, 0);
    g_assert_cmpuint(paths->steps, ==, 0);
    g_assert_cmpuint(paths->reached_a, ==, 2);
    g_assert_cmpuint(paths->reached_b, ==, 3);
    g_autoptr(RenPaths) alone = find(assembly, "person:f", "person:nobody", options_of(3, 6));
    g_assert_cmpuint(alone->paths->len, ==, 0);
    g_assert_cmpuint(alone->reached_a, ==, 1);
    g_assert_cmpuint(alone->reached_b, ==, 0);
}

static void
test_empty_network(void)
{
    RenAssembly *assembly = assembly_new("person:a");
    g_ptr_array_set_size(assembly->nodes, 0);
    g_autoptr(RenPaths) paths = find(assembly, "person:a", "person:b", options_of(3, 6));
    g_assert_cmpuint(paths->paths->len, ==, 0);
    g_assert_cmpuint(paths->reached_a, ==, 0);
    ren_assembly_free(assembly);
}

static void
test_too_far(void)
{
    g_autoptr(RenAssembly) assembly = assembly_new("person:a person:b person:c person:d");
    add(assembly, "ab2 bc2 cd2");
    g_autoptr(RenPaths) paths = find(assembly, "person:a", "person:d", options_of(3, 2));
    g_assert_cmpuint(paths->paths->len, ==, 0);
    g_assert_cmpuint(paths->steps, ==, 3);
    assert_paths(assembly, "person:a", "person:d", options_of(3, 3), "abcd");
}

static void
test_only_chosen_kinds_stand_between(void)
{
    g_autoptr(RenAssembly) assembly = assembly_new("org:o person:a person:d person:p place:c place:e");
    add(assembly, "oa5 od5 ap1 ac9 dp1 dc8 ce1");
    RenPathOptions options = options_of(5, 2);
    assert_paths(assembly, "person:a", "person:d", options, "aod apd");
    options.through[REN_PLACE] = TRUE;
    assert_paths(assembly, "person:a", "person:d", options, "acd aod apd");
    options = options_of(5, 2);
    options.through[REN_ORG] = FALSE;
    assert_paths(assembly, "person:a", "person:d", options, "apd");
    /* The ends may be what they like, and do not stand between. */
    assert_paths(assembly, "place:c", "place:e", options, "ce");
    assert_paths(assembly, "place:c", "org:o", options, "cao cdo");
}

static void
test_ties_of_two_are_one_step(void)
{
    g_autoptr(RenAssembly) assembly = assembly_new("org:o person:a person:b");
    add(assembly, "oa1 ob3 ao>2 ab1");
    g_autoptr(RenPaths) paths = find(assembly, "person:a", "org:o", options_of(5, 6));
    g_autofree char *got = describe(assembly, paths);
    g_assert_cmpstr(got, ==, "ao abo");
    const RenPathStep *step = &g_array_index((GArray *)paths->paths->pdata[0], RenPathStep, 0);
    g_assert_cmpuint(step->ties->len, ==, 2);
    g_assert_cmpint(((const RenTie *)step->ties->pdata[0])->kind, ==, REN_TIE_COMENTION);
    g_assert_cmpint(((const RenTie *)step->ties->pdata[1])->kind, ==, REN_TIE_POST);
}

static void
test_no_way_around_by_the_same_article(void)
{
    /* Article 7 names a, b, c and d; e is named with a in it, and with b in another one. */
    g_autoptr(RenAssembly) assembly =
        assembly_new("person:a person:b person:c*1 person:d*1 person:e*2 person:f*2");
    add(assembly, "ab2#7 ac1#7 ad1#7 ae1#7 af1#3 bc1#7 bd1#7 be2#7 bf1#4 cd1#7");
    assert_paths(assembly, "person:a", "person:b", options_of(9, 3), "ab afb");
    /* To others they lead as ever. */
    assert_paths(assembly, "person:c", "person:f", options_of(2, 2), "cbf caf");
}

/* ---- all paths, the long way ---- */

#define N 9
#define MOST 5

/* All paths of a small network from one node to another. */
typedef struct {
    double weakness[N][N]; /* 0: no tie */
    gboolean used[N];
    guint to;
    GArray *costs; /* of double: how many steps, and the sum of what makes them weak as a small part of one */
} All;

static void
walk(All *all, guint node, guint steps, double weakness)
{
    if (node == all->to) {
        double cost = steps + weakness / 1e4;
        g_array_append_val(all->costs, cost);
        return;
    }
    if (steps == MOST)
        return;
    all->used[node] = TRUE;
    for (guint next = 0; next < N; next++)
        if (!all->used[next] && all->weakness[node][next] > 0)
            walk(all, next, steps + 1, weakness + all->weakness[node][next]);
    all->used[node] = FALSE;
}

static int
compare_doubles(gconstpointer x, gconstpointer y)
{
    double a = *(const double *)x, b = *(const double *)y;
    return a < b ? -1 : a > b;
}

static void
test_nothing_better_is_missed(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    for (guint round = 0; round < 200; round++) {
        g_autoptr(RenAssembly) assembly =
            assembly_new("person:a person:b person:c person:d person:e person:f person:g person:h person:i");
        All all = {.to = 1, .costs = g_array_new(FALSE, FALSE, sizeof(double))};
        for (guint a = 0; a < N; a++) {
            for (guint b = a + 1; b < N; b++) {
                RenTie tie = {.a = a, .b = b, .weight = g_rand_int_range(random, 1, 11)};
                if (g_rand_double(random) < 0.6)
                    continue;
                g_array_append_val(assembly->ties, tie);
                all.weakness[a][b] = all.weakness[b][a] = 10 / tie.weight;
            }
        }
        walk(&all, 0, 0, 0);
        g_array_sort(all.costs, compare_doubles);
        guint wanted = g_rand_int_range(random, 1, 20);
        g_autoptr(RenPaths) paths = find(assembly, "person:a", "person:b", options_of(wanted, MOST));
        g_assert_cmpuint(paths->paths->len, ==, MIN(wanted, all.costs->len));
        g_autofree char *got = describe(assembly, paths);
        g_auto(GStrv) chains = g_strsplit(got, " ", -1);
        for (guint i = 0; i < paths->paths->len; i++) {
            const GArray *path = paths->paths->pdata[i];
            double cost = path->len;
            for (guint k = 0; k < path->len; k++) {
                const RenPathStep *step = &g_array_index(path, RenPathStep, k);
                cost += all.weakness[step->from][step->to] / 1e4;
            }
            g_assert_cmpfloat_with_epsilon(cost, g_array_index(all.costs, double, i), 1e-9);
            for (guint k = 0; k < i; k++)
                g_assert_cmpstr(chains[k], !=, chains[i]);
        }
        g_array_unref(all.costs);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/path/fewer-steps-come-first", test_fewer_steps_come_first);
    g_test_add_func("/path/the-strongest-come-first", test_the_strongest_come_first);
    g_test_add_func("/path/a-weak-tie-spoils-a-path", test_a_weak_tie_spoils_a_path);
    g_test_add_func("/path/who-is-everywhere-says-little", test_who_is_everywhere_says_little);
    g_test_add_func("/path/either-direction-gives-the-same", test_either_direction_gives_the_same);
    g_test_add_func("/path/more-than-there-are", test_more_than_there_are);
    g_test_add_func("/path/no-way", test_no_way);
    g_test_add_func("/path/empty-network", test_empty_network);
    g_test_add_func("/path/too-far", test_too_far);
    g_test_add_func("/path/only-chosen-kinds-stand-between", test_only_chosen_kinds_stand_between);
    g_test_add_func("/path/ties-of-two-are-one-step", test_ties_of_two_are_one_step);
    g_test_add_func("/path/no-way-around-by-the-same-article", test_no_way_around_by_the_same_article);
    g_test_add_func("/path/nothing-better-is-missed", test_nothing_better_is_missed);
    return g_test_run();
}
