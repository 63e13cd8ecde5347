#include "graph/dot.h"

#include <graphviz/cgraph.h>

#include "network.h"

/* @text as graphviz reads it; closed by the caller. */
static Agraph_t *
read_back(const char *text)
{
    Agraph_t *graph = agmemread(text);
    g_assert_nonnull(graph);
    return graph;
}

/* A label as graphviz draws it, two backslashes as one; owned by the caller. */
static char *
label_of(Agnode_t *node)
{
    GString *label = g_string_new(agget(node, "label"));
    g_string_replace(label, "\\\\", "\\", 0);
    return g_string_free(label, FALSE);
}

static void
test_hostile_names_come_back(void)
{
    gsize len;
    g_autoptr(RenGraph) graph = test_network_new(G_N_ELEMENTS(test_names), TRUE);
    char *text = test_network_write(graph, ren_dot_write, &len);
    Agraph_t *back = read_back(text);
    g_assert_cmpint(agnnodes(back), ==, ren_graph_n_nodes(graph));
    g_assert_cmpint(agnedges(back), ==, ren_graph_n_edges(graph));
    g_autoptr(GHashTable) labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    gsize longest = 0;
    for (Agnode_t *node = agfstnode(back); node != NULL; node = agnxtnode(back, node)) {
        char *label = label_of(node);
        longest = MAX(longest, strlen(label));
        g_hash_table_add(labels, label);
    }
    for (guint i = 0; i < G_N_ELEMENTS(test_shown); i++)
        g_assert_true(g_hash_table_contains(labels, test_shown[i]));
    g_assert_cmpuint(longest, >=, 4095); /* white space at its end is trimmed */
    agclose(back);
    g_free(text);
}

static void
test_gephi_finds_its_way(void)
{
    gsize len;
    g_autoptr(RenGraph) graph = test_network_new(G_N_ELEMENTS(test_names), TRUE);
    char *text = test_network_write(graph, ren_dot_write, &len);
    /* The encoding is guessed from the head of the file. */
    g_assert_true(g_str_has_prefix(text, "/* 人脉"));
    /* What follows "graph [", "node [" and "edge [" is skipped up to a brace: all three before it, no node
     * before it. */
    const char *body = strstr(text, "subgraph network {");
    g_assert_nonnull(body);
    g_assert_true(strstr(text, "edge [") < body);
    g_assert_null(strstr(body, "graph ["));
    g_assert_null(strstr(body, "\tnode ["));
    g_assert_true(strstr(text, "pos=") > body);
    /* A broken line would come back with a backslash. */
    g_assert_null(strstr(text, "\\\n"));
    /* It takes no colours but names and "H S V". */
    g_assert_null(strstr(body, "color=\"#"));
    g_free(text);
}

static void
test_empty_network_is_a_file_too(void)
{
    gsize len;
    g_autoptr(RenGraph) graph = test_network_new(0, FALSE);
    char *text = test_network_write(graph, ren_dot_write, &len);
    Agraph_t *back = read_back(text);
    g_assert_cmpint(agnnodes(back), ==, 0);
    agclose(back);
    g_free(text);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/dot/hostile-names-come-back", test_hostile_names_come_back);
    g_test_add_func("/dot/gephi-finds-its-way", test_gephi_finds_its_way);
    g_test_add_func("/dot/empty-network-is-a-file-too", test_empty_network_is_a_file_too);
    return g_test_run();
}
