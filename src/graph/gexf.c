#include "graph/gexf.h"

#include "graph/attribute.h"
#include "graph/markup.h"

static const char *const type_names[] = {
    [REN_ATTRIBUTE_STRING] = "string", [REN_ATTRIBUTE_INT] = "integer", [REN_ATTRIBUTE_DOUBLE] = "double"};

/* These have elements of their own. */
static const char *const node_own[] = {"label", "color", "size", "x", "y", NULL};
static const char *const edge_own[] = {"weight", NULL};

typedef struct {
    RenMarkup markup;
    const igraph_t *igraph; /* borrowed */
} Output;

static void
number(Output *output, const char *name, double value)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    ren_markup_attribute(&output->markup, name, ren_graph_number(value, text));
}

static void
write_meta(Output *output, const RenGexfOptions *options)
{
    ren_markup_start(&output->markup, "meta");
    if (options->date != NULL)
        ren_markup_attribute(&output->markup, "lastmodifieddate", options->date);
    ren_markup_element(&output->markup, "creator", "renmai");
    if (options->title != NULL && options->version == REN_GEXF_1_3)
        ren_markup_element(&output->markup, "title", options->title);
    ren_markup_element(&output->markup, "description", "who appears with whom in newspaper articles");
    ren_markup_end(&output->markup);
}

/* graphology calls a field by the id of its attribute, Gephi by its title: both are the name. */
static void
write_attributes(Output *output, const RenAttribute *attributes, const char *const *own, const char *class)
{
    ren_markup_start(&output->markup, "attributes");
    ren_markup_attribute(&output->markup, "class", class);
    ren_markup_attribute(&output->markup, "mode", "static");
    for (guint i = 0; attributes[i].name != NULL; i++) {
        if (g_strv_contains(own, attributes[i].name))
            continue;
        ren_markup_start(&output->markup, "attribute");
        ren_markup_attribute(&output->markup, "id", attributes[i].name);
        ren_markup_attribute(&output->markup, "title", attributes[i].name);
        ren_markup_attribute(&output->markup, "type", type_names[attributes[i].type]);
        ren_markup_end(&output->markup);
    }
    ren_markup_end(&output->markup);
}

static void
write_values(Output *output, const RenAttribute *attributes, const char *const *own, gboolean of_node,
             igraph_integer_t n)
{
    ren_markup_start(&output->markup, "attvalues");
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
        ren_markup_start(&output->markup, "attvalue");
        ren_markup_attribute(&output->markup, "for", name);
        ren_markup_attribute(&output->markup, "value", value);
        ren_markup_end(&output->markup);
    }
    ren_markup_end(&output->markup);
}

/* One spell for each day. What has none is undated: Gephi keeps it with "keep empty". Version 1.2 knows no
 * points in time: each day is its own beginning and end. */
static void
write_spells(Output *output, RenGexfVersion version, const char *days)
{
    if (*days == '\0')
        return;
    g_auto(GStrv) list = g_strsplit(days, ";", -1);
    ren_markup_start(&output->markup, "spells");
    for (guint i = 0; list[i] != NULL; i++) {
        ren_markup_start(&output->markup, "spell");
        ren_markup_attribute(&output->markup, version == REN_GEXF_1_2 ? "start" : "timestamp", list[i]);
        if (version == REN_GEXF_1_2)
            ren_markup_attribute(&output->markup, "end", list[i]);
        ren_markup_end(&output->markup);
    }
    ren_markup_end(&output->markup);
}

static void
write_looks(Output *output, igraph_integer_t n)
{
    guint64 rgb = g_ascii_strtoull(VAS(output->igraph, "color", n) + 1, NULL, 16);
    ren_markup_start(&output->markup, "viz:color");
    number(output, "r", rgb >> 16 & 255);
    number(output, "g", rgb >> 8 & 255);
    number(output, "b", rgb & 255);
    ren_markup_end(&output->markup);
    ren_markup_start(&output->markup, "viz:position");
    number(output, "x", VAN(output->igraph, "x", n));
    number(output, "y", VAN(output->igraph, "y", n));
    number(output, "z", 0);
    ren_markup_end(&output->markup);
    ren_markup_start(&output->markup, "viz:size");
    number(output, "value", VAN(output->igraph, "size", n));
    ren_markup_end(&output->markup);
}

static void
write_nodes(Output *output, RenGexfVersion version)
{
    ren_markup_start(&output->markup, "nodes");
    for (igraph_integer_t i = 0; i < igraph_vcount(output->igraph) && !output->markup.failed; i++) {
        ren_markup_start(&output->markup, "node");
        ren_markup_attribute(&output->markup, "id", VAS(output->igraph, "id", i));
        ren_markup_attribute(&output->markup, "label", VAS(output->igraph, "label", i));
        write_values(output, ren_node_attributes, node_own, TRUE, i);
        write_spells(output, version, VAS(output->igraph, "days", i));
        write_looks(output, i);
        ren_markup_end(&output->markup);
    }
    ren_markup_end(&output->markup);
}

/* The kind keeps ties of two nodes apart: Gephi adds up the weights of those of one kind. It reads it in
 * version 1.2 too, which does not know it, so there it stands only where it is needed. */
static void
write_edges(Output *output, RenGexfVersion version, const RenTieSurvey *survey)
{
    gboolean with_kind = version == REN_GEXF_1_3 || survey->several;
    ren_markup_start(&output->markup, "edges");
    for (igraph_integer_t i = 0; i < igraph_ecount(output->igraph) && !output->markup.failed; i++) {
        igraph_integer_t from, to;
        ren_graph_get_ends(output->igraph, i, &from, &to);
        gboolean directed = EAN(output->igraph, "directed", i) != 0;
        ren_markup_start(&output->markup, "edge");
        ren_markup_attribute(&output->markup, "id", EAS(output->igraph, "id", i));
        ren_markup_attribute(&output->markup, "source", VAS(output->igraph, "id", from));
        ren_markup_attribute(&output->markup, "target", VAS(output->igraph, "id", to));
        ren_markup_attribute(&output->markup, "type", directed ? "directed" : "undirected");
        if (with_kind)
            ren_markup_attribute(&output->markup, "kind", EAS(output->igraph, "kind", i));
        number(output, "weight", EAN(output->igraph, "weight", i));
        write_values(output, ren_edge_attributes, edge_own, FALSE, i);
        write_spells(output, version, EAS(output->igraph, "days", i));
        ren_markup_end(&output->markup);
    }
    ren_markup_end(&output->markup);
}

static void
write_graph(Output *output, RenGexfVersion version)
{
    RenTieSurvey survey = ren_graph_survey(output->igraph);
    ren_markup_start(&output->markup, "graph");
    ren_markup_attribute(&output->markup, "mode", "dynamic");
    if (!survey.directed) /* Gephi drops the edges of another type than the default one */
        ren_markup_attribute(&output->markup, "defaultedgetype", "undirected");
    ren_markup_attribute(&output->markup, "timeformat", "date");
    if (version == REN_GEXF_1_3) {
        ren_markup_attribute(&output->markup, "idtype", "string");
        ren_markup_attribute(&output->markup, "timerepresentation", "timestamp");
        ren_markup_attribute(&output->markup, "timezone", "UTC");
    }
    write_attributes(output, ren_node_attributes, node_own, "node");
    write_attributes(output, ren_edge_attributes, edge_own, "edge");
    write_nodes(output, version);
    write_edges(output, version, &survey);
    ren_markup_end(&output->markup);
}

gboolean
ren_gexf_write(const RenGraph *graph, const RenGexfOptions *options, FILE *out, GError **error)
{
    static const char *const spaces[] = {"http://gexf.net/1.3", "http://www.gexf.net/1.2draft"};
    static const char *const looks[] = {"http://gexf.net/1.3/viz", "http://www.gexf.net/1.2draft/viz"};
    static const char *const versions[] = {"1.3", "1.2"};
    Output output = {.igraph = ren_graph_get_igraph(graph)};
    if (!ren_markup_open(&output.markup, out, "GEXF", error))
        return FALSE;
    ren_markup_start(&output.markup, "gexf");
    ren_markup_attribute(&output.markup, "xmlns", spaces[options->version]);
    ren_markup_attribute(&output.markup, "xmlns:viz", looks[options->version]);
    ren_markup_attribute(&output.markup, "version", versions[options->version]);
    write_meta(&output, options);
    write_graph(&output, options->version);
    return ren_markup_close(&output.markup, error);
}
