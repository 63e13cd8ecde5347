#include "graph/graphml.h"

#include <libxml/xmlwriter.h>

#include "base/error.h"
#include "graph/attribute.h"

static const char *const type_names[] = {
    [REN_ATTRIBUTE_STRING] = "string", [REN_ATTRIBUTE_INT] = "int", [REN_ATTRIBUTE_DOUBLE] = "double"};

/* What is written of one kind of element. */
typedef struct {
    xmlTextWriter *writer;  /* borrowed */
    const igraph_t *igraph; /* borrowed */
    gboolean failed;
} Output;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlTextWriter, xmlFreeTextWriter)

static void
check(Output *output, int written)
{
    output->failed = output->failed || written < 0;
}

static void
write_attribute(Output *output, const char *name, const char *value)
{
    check(output, xmlTextWriterWriteAttribute(output->writer, BAD_CAST name, BAD_CAST value));
}

/* A key's id has a prefix, since Gephi takes a bare "r" or "x" for a colour or a coordinate. */
static void
write_keys(Output *output, const RenAttribute *attributes, const char *element)
{
    for (guint i = 0; attributes[i].name != NULL; i++) {
        g_autofree char *id = g_strdup_printf("%c_%s", *element == 'n' ? 'v' : 'e', attributes[i].name);
        check(output, xmlTextWriterStartElement(output->writer, BAD_CAST "key"));
        write_attribute(output, "id", id);
        write_attribute(output, "for", element);
        write_attribute(output, "attr.name", attributes[i].name);
        write_attribute(output, "attr.type", type_names[attributes[i].type]);
        check(output, xmlTextWriterEndElement(output->writer));
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
    check(output, xmlTextWriterWriteRaw(output->writer, BAD_CAST out->str));
}

static void
write_data(Output *output, const char *key, const char *text)
{
    /* Gephi passes an empty value over; so can we. */
    if (*text == '\0')
        return;
    check(output, xmlTextWriterStartElement(output->writer, BAD_CAST "data"));
    write_attribute(output, "key", key);
    write_text(output, text);
    check(output, xmlTextWriterEndElement(output->writer));
}

static void
write_all_data(Output *output, const RenAttribute *attributes, gboolean of_node, igraph_integer_t n)
{
    for (guint i = 0; attributes[i].name != NULL; i++) {
        const char *name = attributes[i].name;
        char key[32], number[G_ASCII_DTOSTR_BUF_SIZE];
        g_snprintf(key, sizeof(key), "%c_%s", of_node ? 'v' : 'e', name);
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
    for (igraph_integer_t i = 0; i < igraph_vcount(output->igraph) && !output->failed; i++) {
        check(output, xmlTextWriterStartElement(output->writer, BAD_CAST "node"));
        write_attribute(output, "id", VAS(output->igraph, "id", i));
        write_all_data(output, ren_node_attributes, TRUE, i);
        check(output, xmlTextWriterEndElement(output->writer));
    }
}

static void
write_edges(Output *output)
{
    for (igraph_integer_t i = 0; i < igraph_ecount(output->igraph) && !output->failed; i++) {
        igraph_integer_t from, to;
        ren_graph_get_ends(output->igraph, i, &from, &to);
        check(output, xmlTextWriterStartElement(output->writer, BAD_CAST "edge"));
        write_attribute(output, "id", EAS(output->igraph, "id", i));
        write_attribute(output, "source", VAS(output->igraph, "id", from));
        write_attribute(output, "target", VAS(output->igraph, "id", to));
        if (EAN(output->igraph, "directed", i) != 0)
            write_attribute(output, "directed", "true");
        write_all_data(output, ren_edge_attributes, FALSE, i);
        check(output, xmlTextWriterEndElement(output->writer));
    }
}

gboolean
ren_graphml_write(const RenGraph *graph, FILE *out, GError **error)
{
    xmlOutputBuffer *buffer = xmlOutputBufferCreateFile(out, NULL);
    g_autoptr(xmlTextWriter) writer = buffer != NULL ? xmlNewTextWriter(buffer) : NULL;
    if (writer == NULL) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_GRAPH, "the GraphML file: out of memory");
        return FALSE;
    }
    Output output = {.writer = writer, .igraph = ren_graph_get_igraph(graph)};
    xmlTextWriterSetIndent(writer, 1);
    check(&output, xmlTextWriterStartDocument(writer, NULL, "UTF-8", NULL));
    check(&output, xmlTextWriterStartElement(writer, BAD_CAST "graphml"));
    write_attribute(&output, "xmlns", "http://graphml.graphdrawing.org/xmlns");
    write_keys(&output, ren_node_attributes, "node");
    write_keys(&output, ren_edge_attributes, "edge");
    check(&output, xmlTextWriterStartElement(writer, BAD_CAST "graph"));
    write_attribute(&output, "id", "G");
    write_attribute(&output, "edgedefault", "undirected");
    write_nodes(&output);
    write_edges(&output);
    check(&output, xmlTextWriterEndDocument(writer));
    check(&output, xmlTextWriterFlush(writer));
    if (!output.failed && !ferror(out))
        return TRUE;
    g_set_error_literal(error, REN_ERROR, REN_ERROR_GRAPH,
                        "the GraphML file could not be written: is the disk full?");
    return FALSE;
}
