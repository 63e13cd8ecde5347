#include "graph/graphml.h"

#include "graph/attribute.h"
#include "graph/markup.h"

static const char *const type_names[] = {
    [REN_ATTRIBUTE_STRING] = "string", [REN_ATTRIBUTE_INT] = "int", [REN_ATTRIBUTE_DOUBLE] = "double"};

/* What is written of one kind of element. */
typedef struct {
    RenMarkup markup;
    const igraph_t *igraph; /* borrowed */
} Output;

/* A key's id has a prefix, since Gephi takes a bare "r" or "x" for a colour or a coordinate. */
static void
write_keys(Output *output, const RenAttribute *attributes, const char *element)
{
    for (guint i = 0; attributes[i].name != NULL; i++) {
        g_autofree char *id = g_strdup_printf("%c_%s", *element == 'n' ? 'v' : 'e', attributes[i].name);
        ren_markup_start(&output->markup, "key");
        ren_markup_attribute(&output->markup, "id", id);
        ren_markup_attribute(&output->markup, "for", element);
        ren_markup_attribute(&output->markup, "attr.name", attributes[i].name);
        ren_markup_attribute(&output->markup, "attr.type", type_names[attributes[i].type]);
        ren_markup_end(&output->markup);
    }
}

/* Gephi drops a space between two character references, so text that needs two or more is one CDATA section.
 */
static void
write_text(Output *output, const char *text)
{
    guint special = 0;
    for (const char *p = text; *p != '\0'; p++)
        special += *p == '&' || *p == '<' || *p == '>';
    g_autoptr(GString) out = g_string_new(text);
    if (special > 1) {
        g_string_replace(out, "]]>", "]]]]><![CDATA[>", 0);
        g_string_prepend(out, "<![CDATA[");
        g_string_append(out, "]]>");
    } else if (special == 1) {
        g_string_replace(out, "&", "&amp;", 0);
        g_string_replace(out, "<", "&lt;", 0);
        g_string_replace(out, "]]>", "]]&gt;", 0);
    }
    ren_markup_raw(&output->markup, out->str);
}

static void
write_data(Output *output, const char *key, const char *text)
{
    /* Gephi passes an empty value over; so can we. */
    if (*text == '\0')
        return;
    ren_markup_start(&output->markup, "data");
    ren_markup_attribute(&output->markup, "key", key);
    write_text(output, text);
    ren_markup_end(&output->markup);
}

static void
write_all_data(Output *output, const RenAttribute *attributes, gboolean of_node, igraph_integer_t n)
{
    for (guint i = 0; attributes[i].name != NULL; i++) {
        const char *name = attributes[i].name;
        char key[32] = {of_node ? 'v' : 'e', '_'}, number[G_ASCII_DTOSTR_BUF_SIZE];
        g_strlcpy(key + 2, name, sizeof(key) - 2);
        if (attributes[i].type == REN_ATTRIBUTE_STRING) {
            write_data(output, key, of_node ? VAS(output->igraph, name, n) : EAS(output->igraph, name, n));
            continue;
        }
        double value = of_node ? VAN(output->igraph, name, n) : EAN(output->igraph, name, n);
        write_data(output, key, ren_graph_number(value, number));
    }
}

static void
write_nodes(Output *output)
{
    for (igraph_integer_t i = 0; i < igraph_vcount(output->igraph) && !output->markup.failed; i++) {
        ren_markup_start(&output->markup, "node");
        ren_markup_attribute(&output->markup, "id", VAS(output->igraph, "id", i));
        write_all_data(output, ren_node_attributes, TRUE, i);
        ren_markup_end(&output->markup);
    }
}

/* Gephi adds up ties of the same two nodes into one unless they have labels, which it takes for their kinds.
 * GraphML knows no such attribute, so it is there only where it is needed. */
static void
write_edges(Output *output)
{
    gboolean several = ren_graph_survey(output->igraph).several;
    for (igraph_integer_t i = 0; i < igraph_ecount(output->igraph) && !output->markup.failed; i++) {
        igraph_integer_t from, to;
        ren_graph_get_ends(output->igraph, i, &from, &to);
        ren_markup_start(&output->markup, "edge");
        ren_markup_attribute(&output->markup, "id", EAS(output->igraph, "id", i));
        ren_markup_attribute(&output->markup, "source", VAS(output->igraph, "id", from));
        ren_markup_attribute(&output->markup, "target", VAS(output->igraph, "id", to));
        if (EAN(output->igraph, "directed", i) != 0)
            ren_markup_attribute(&output->markup, "directed", "true");
        if (several)
            ren_markup_attribute(&output->markup, "label", EAS(output->igraph, "kind", i));
        write_all_data(output, ren_edge_attributes, FALSE, i);
        ren_markup_end(&output->markup);
    }
}

gboolean
ren_graphml_write(const RenGraph *graph, FILE *out, GError **error)
{
    Output output = {.igraph = ren_graph_get_igraph(graph)};
    if (!ren_markup_open(&output.markup, out, "GraphML", error))
        return FALSE;
    ren_markup_start(&output.markup, "graphml");
    ren_markup_attribute(&output.markup, "xmlns", "http://graphml.graphdrawing.org/xmlns");
    write_keys(&output, ren_node_attributes, "node");
    write_keys(&output, ren_edge_attributes, "edge");
    ren_markup_start(&output.markup, "graph");
    ren_markup_attribute(&output.markup, "id", "G");
    ren_markup_attribute(&output.markup, "edgedefault", "undirected");
    write_nodes(&output);
    write_edges(&output);
    return ren_markup_close(&output.markup, error);
}
