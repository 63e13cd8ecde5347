#include "graph/gexf.h"

#include <libxml/xmlwriter.h>
#include <string.h>

#include "base/error.h"
#include "graph/attribute.h"

static const char *const type_names[] = {
    [REN_ATTRIBUTE_STRING] = "string", [REN_ATTRIBUTE_INT] = "integer", [REN_ATTRIBUTE_DOUBLE] = "double"};

/* These have elements of their own. */
static const char *const node_own[] = {"label", "color", "size", "x", "y", NULL};
static const char *const edge_own[] = {"weight", NULL};

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
start(Output *output, const char *element)
{
    check(output, xmlTextWriterStartElement(output->writer, BAD_CAST element));
}

static void
end(Output *output)
{
    check(output, xmlTextWriterEndElement(output->writer));
}

static void
attribute(Output *output, const char *name, const char *value)
{
    check(output, xmlTextWriterWriteAttribute(output->writer, BAD_CAST name, BAD_CAST value));
}

static void
number(Output *output, const char *name, double value)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    attribute(output, name, ren_graph_number(value, text));
}

static void
write_meta(Output *output, const RenGexfOptions *options)
{
    start(output, "meta");
    if (options->date != NULL)
        attribute(output, "lastmodifieddate", options->date);
    check(output, xmlTextWriterWriteElement(output->writer, BAD_CAST "creator", BAD_CAST "renmai"));
    if (options->title != NULL)
        check(output, xmlTextWriterWriteElement(output->writer, BAD_CAST "title", BAD_CAST options->title));
    check(output, xmlTextWriterWriteElement(output->writer, BAD_CAST "description",
                                            BAD_CAST "who appears with whom in newspaper articles"));
    end(output);
}

/* graphology calls a field by the id of its attribute, Gephi by its title: both are the name. */
static void
write_attributes(Output *output, const RenAttribute *attributes, const char *const *own, const char *class)
{
    start(output, "attributes");
    attribute(output, "class", class);
    attribute(output, "mode", "static");
    for (guint i = 0; attributes[i].name != NULL; i++) {
        if (g_strv_contains(own, attributes[i].name))
            continue;
        start(output, "attribute");
        attribute(output, "id", attributes[i].name);
        attribute(output, "title", attributes[i].name);
        attribute(output, "type", type_names[attributes[i].type]);
        end(output);
    }
    end(output);
}

static void
write_values(Output *output, const RenAttribute *attributes, const char *const *own, gboolean of_node,
             igraph_integer_t n)
{
    start(output, "attvalues");
    for (guint i = 0; attributes[i].name != NULL; i++) {
        const char *name = attributes[i].name;
        char text[G_ASCII_DTOSTR_BUF_SIZE];
        const char *value;
        if (g_strv_contains(own, name))
            continue;
        if (attributes[i].type == REN_ATTRIBUTE_STRING)
            value = of_node ? VAS(output->igraph, name, n) : EAS(output->igraph, name, n);
        else
            value =
                ren_graph_number(of_node ? VAN(output->igraph, name, n) : EAN(output->igraph, name, n), text);
        if (*value == '\0')
            continue;
        start(output, "attvalue");
        attribute(output, "for", name);
        attribute(output, "value", value);
        end(output);
    }
    end(output);
}

/* One spell for each day. What has none is undated: Gephi keeps it with "keep empty". Version 1.2 knows no
 * points in time: each day is its own beginning and end. */
static void
write_spells(Output *output, RenGexfVersion version, const char *days)
{
    if (*days == '\0')
        return;
    g_auto(GStrv) list = g_strsplit(days, ";", -1);
    start(output, "spells");
    for (guint i = 0; list[i] != NULL; i++) {
        start(output, "spell");
        attribute(output, version == REN_GEXF_1_2 ? "start" : "timestamp", list[i]);
        if (version == REN_GEXF_1_2)
            attribute(output, "end", list[i]);
        end(output);
    }
    end(output);
}

static void
write_looks(Output *output, igraph_integer_t n)
{
    guint64 rgb = g_ascii_strtoull(VAS(output->igraph, "color", n) + 1, NULL, 16);
    start(output, "viz:color");
    number(output, "r", rgb >> 16 & 255);
    number(output, "g", rgb >> 8 & 255);
    number(output, "b", rgb & 255);
    end(output);
    start(output, "viz:position");
    number(output, "x", VAN(output->igraph, "x", n));
    number(output, "y", VAN(output->igraph, "y", n));
    number(output, "z", 0);
    end(output);
    start(output, "viz:size");
    number(output, "value", VAN(output->igraph, "size", n));
    end(output);
}

static void
write_nodes(Output *output, RenGexfVersion version)
{
    start(output, "nodes");
    for (igraph_integer_t i = 0; i < igraph_vcount(output->igraph) && !output->failed; i++) {
        start(output, "node");
        attribute(output, "id", VAS(output->igraph, "id", i));
        attribute(output, "label", VAS(output->igraph, "label", i));
        write_values(output, ren_node_attributes, node_own, TRUE, i);
        write_spells(output, version, VAS(output->igraph, "days", i));
        write_looks(output, i);
        end(output);
    }
    end(output);
}

static void
write_edges(Output *output, RenGexfVersion version)
{
    start(output, "edges");
    for (igraph_integer_t i = 0; i < igraph_ecount(output->igraph) && !output->failed; i++) {
        igraph_integer_t from, to;
        ren_graph_get_ends(output->igraph, i, &from, &to);
        gboolean directed = EAN(output->igraph, "directed", i) != 0;
        start(output, "edge");
        attribute(output, "id", EAS(output->igraph, "id", i));
        attribute(output, "source", VAS(output->igraph, "id", from));
        attribute(output, "target", VAS(output->igraph, "id", to));
        attribute(output, "type", directed ? "directed" : "undirected");
        /* The kind keeps ties of two nodes apart: Gephi adds up the weights of those of one kind. */
        if (version == REN_GEXF_1_3)
            attribute(output, "kind", EAS(output->igraph, "kind", i));
        number(output, "weight", EAN(output->igraph, "weight", i));
        write_values(output, ren_edge_attributes, edge_own, FALSE, i);
        write_spells(output, version, EAS(output->igraph, "days", i));
        end(output);
    }
    end(output);
}

static void
write_graph(Output *output, RenGexfVersion version)
{
    start(output, "graph");
    attribute(output, "mode", "dynamic");
    attribute(output, "defaultedgetype", "undirected");
    attribute(output, "timeformat", "date");
    if (version == REN_GEXF_1_3) {
        attribute(output, "idtype", "string");
        attribute(output, "timerepresentation", "timestamp");
        attribute(output, "timezone", "UTC");
    }
    write_attributes(output, ren_node_attributes, node_own, "node");
    write_attributes(output, ren_edge_attributes, edge_own, "edge");
    write_nodes(output, version);
    write_edges(output, version);
    end(output);
}

gboolean
ren_gexf_write(const RenGraph *graph, const RenGexfOptions *options, FILE *out, GError **error)
{
    static const char *const spaces[] = {"http://gexf.net/1.3", "http://www.gexf.net/1.2draft"};
    static const char *const looks[] = {"http://gexf.net/1.3/viz", "http://www.gexf.net/1.2draft/viz"};
    static const char *const versions[] = {"1.3", "1.2"};
    xmlOutputBuffer *buffer = xmlOutputBufferCreateFile(out, NULL);
    g_autoptr(xmlTextWriter) writer = buffer != NULL ? xmlNewTextWriter(buffer) : NULL;
    if (writer == NULL) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_GRAPH, "the GEXF file: out of memory");
        return FALSE;
    }
    Output output = {.writer = writer, .igraph = ren_graph_get_igraph(graph)};
    xmlTextWriterSetIndent(writer, 1);
    check(&output, xmlTextWriterStartDocument(writer, NULL, "UTF-8", NULL));
    start(&output, "gexf");
    attribute(&output, "xmlns", spaces[options->version]);
    attribute(&output, "xmlns:viz", looks[options->version]);
    attribute(&output, "version", versions[options->version]);
    write_meta(&output, options);
    write_graph(&output, options->version);
    check(&output, xmlTextWriterEndDocument(writer));
    check(&output, xmlTextWriterFlush(writer));
    if (!output.failed && !ferror(out))
        return TRUE;
    g_set_error_literal(error, REN_ERROR, REN_ERROR_GRAPH,
                        "the GEXF file could not be written: is the disk full?");
    return FALSE;
}
