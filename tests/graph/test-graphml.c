#include "graph/graphml.h"
#include "graph/placement.h"

#include <libxml/parser.h>
#include <locale.h>

#include "network.h"

/* The text of the data @key of @element, owned by the caller; NULL where it has none. */
static char *
data_of(const xmlNode *element, const char *key)
{
    for (const xmlNode *child = element->children; child != NULL; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        xmlChar *has = xmlGetProp(child, BAD_CAST "key");
        gboolean found = g_strcmp0((const char *)has, key) == 0;
        xmlFree(has);
        if (!found)
            continue;
        xmlChar *content = xmlNodeGetContent(child);
        char *text = g_strdup((const char *)content);
        xmlFree(content);
        return text;
    }
    return NULL;
}

static const xmlNode *
next_element(const xmlNode *node, const char *name)
{
    while (node != NULL && !(node->type == XML_ELEMENT_NODE && g_str_equal((const char *)node->name, name)))
        node = node->next;
    return node;
}

static xmlDoc *
read_back(const RenGraph *graph)
{
    gsize len;
    char *text = test_network_write(graph, ren_graphml_write, &len);
    xmlDoc *doc = xmlReadMemory(text, len, "network.graphml", NULL, XML_PARSE_NOERROR);
    g_free(text);
    g_assert_nonnull(doc);
    return doc;
}

static guint
count_elements(const xmlDoc *doc, const char *name)
{
    const xmlNode *graph = next_element(xmlDocGetRootElement(doc)->children, "graph");
    guint n = 0;
    for (const xmlNode *e = next_element(graph->children, name); e != NULL; e = next_element(e->next, name))
        n++;
    return n;
}

static void
test_hostile_names_come_back(void)
{
    g_autoptr(RenGraph) graph = test_network_new(G_N_ELEMENTS(test_names), TRUE);
    xmlDoc *doc = read_back(graph);
    g_assert_cmpuint(count_elements(doc, "node"), ==, ren_graph_n_nodes(graph));
    g_assert_cmpuint(count_elements(doc, "edge"), ==, ren_graph_n_edges(graph));
    g_autoptr(GHashTable) labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const xmlNode *top = next_element(xmlDocGetRootElement(doc)->children, "graph");
    for (const xmlNode *e = next_element(top->children, "node"); e != NULL; e = next_element(e->next, "node"))
        g_hash_table_add(labels, data_of(e, "v_label"));
    for (guint i = 0; i < G_N_ELEMENTS(test_shown); i++)
        g_assert_true(g_hash_table_contains(labels, test_shown[i]));
    xmlFreeDoc(doc);
}

static void
test_numbers_ignore_the_locale(void)
{
    gsize len, again_len;
    g_autoptr(RenGraph) graph = test_network_new(G_N_ELEMENTS(test_names), TRUE);
    char *text = test_network_write(graph, ren_graphml_write, &len);
    if (setlocale(LC_NUMERIC, "de_DE.UTF-8") == NULL)
        g_test_message("no German locale here");
    char *again = test_network_write(graph, ren_graphml_write, &again_len);
    setlocale(LC_NUMERIC, "C");
    g_assert_cmpmem(text, len, again, again_len);
    g_free(text);
    g_free(again);
}

static void
test_sizes_and_places_are_as_gephi_wants_them(void)
{
    g_autoptr(RenGraph) graph = test_network_new(60, FALSE);
    xmlDoc *doc = read_back(graph);
    g_autoptr(GHashTable) places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const xmlNode *top = next_element(xmlDocGetRootElement(doc)->children, "graph");
    double least = 1000, most = 0, extent = ren_placement_extent(ren_graph_n_nodes(graph));
    for (const xmlNode *e = next_element(top->children, "node"); e != NULL;
         e = next_element(e->next, "node")) {
        g_autofree char *size = data_of(e, "v_size");
        g_autofree char *x = data_of(e, "v_x");
        g_autofree char *y = data_of(e, "v_y");
        least = MIN(least, g_ascii_strtod(size, NULL));
        most = MAX(most, g_ascii_strtod(size, NULL));
        g_assert_cmpfloat(ABS(g_ascii_strtod(x, NULL)), <=, extent);
        g_assert_cmpfloat(ABS(g_ascii_strtod(y, NULL)), <=, extent);
        g_assert_true(g_hash_table_add(places, g_strdup_printf("%s %s", x, y)));
    }
    g_assert_cmpfloat(least, ==, 4);
    g_assert_cmpfloat(most, ==, 100);
    xmlFreeDoc(doc);
}

static void
test_same_store_gives_the_same_file(void)
{
    char *text[2];
    gsize len[2];
    for (guint i = 0; i < 2; i++) {
        g_autoptr(RenGraph) graph = test_network_new(60, FALSE);
        text[i] = test_network_write(graph, ren_graphml_write, &len[i]);
    }
    g_assert_cmpmem(text[0], len[0], text[1], len[1]);
    g_free(text[0]);
    g_free(text[1]);
}

static void
test_empty_network_is_a_file_too(void)
{
    g_autoptr(RenGraph) graph = test_network_new(0, FALSE);
    g_assert_cmpuint(ren_graph_n_nodes(graph), ==, 0);
    xmlDoc *doc = read_back(graph);
    g_assert_cmpuint(count_elements(doc, "node"), ==, 0);
    xmlFreeDoc(doc);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/graphml/hostile-names-come-back", test_hostile_names_come_back);
    g_test_add_func("/graphml/numbers-ignore-the-locale", test_numbers_ignore_the_locale);
    g_test_add_func("/graphml/sizes-and-places-are-as-gephi-wants-them",
                    test_sizes_and_places_are_as_gephi_wants_them);
    g_test_add_func("/graphml/same-store-gives-the-same-file", test_same_store_gives_the_same_file);
    g_test_add_func("/graphml/empty-network-is-a-file-too", test_empty_network_is_a_file_too);
    return g_test_run();
}
