#include "graph/graphology.h"

#include <json-glib/json-glib.h>

#include "base/error.h"
#include "graph/attribute.h"

/* The attributes of node or edge @n; what is empty is left out. */
static JsonObject *
attributes_of(const igraph_t *igraph, const RenAttribute *attributes, gboolean of_node, igraph_integer_t n)
{
    JsonObject *object = json_object_new();
    for (guint i = 0; attributes[i].name != NULL; i++) {
        const char *name = attributes[i].name;
        if (attributes[i].type == REN_ATTRIBUTE_STRING) {
            const char *text = of_node ? VAS(igraph, name, n) : EAS(igraph, name, n);
            if (*text != '\0')
                json_object_set_string_member(object, name, text);
            continue;
        }
        double value = of_node ? VAN(igraph, name, n) : EAN(igraph, name, n);
        if (attributes[i].type == REN_ATTRIBUTE_INT)
            json_object_set_int_member(object, name, (gint64)value);
        else
            json_object_set_double_member(object, name, value);
    }
    return object;
}

/* Prints @object, which is freed: one at a time, or a large network would stand in memory twice. */
static void
put(FILE *out, JsonObject *object, gboolean last)
{
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);
    json_node_take_object(node, object);
    g_autofree char *text = json_to_string(node, FALSE);
    fprintf(out, "%s%s\n", text, last ? "" : ",");
}

static void
put_node(FILE *out, const igraph_t *igraph, igraph_integer_t n)
{
    JsonObject *object = json_object_new();
    json_object_set_string_member(object, "key", VAS(igraph, "id", n));
    json_object_set_object_member(object, "attributes", attributes_of(igraph, ren_node_attributes, TRUE, n));
    put(out, object, n + 1 == igraph_vcount(igraph));
}

static void
put_edge(FILE *out, const igraph_t *igraph, igraph_integer_t n)
{
    igraph_integer_t from, to;
    ren_graph_get_ends(igraph, n, &from, &to);
    JsonObject *object = json_object_new();
    json_object_set_string_member(object, "key", EAS(igraph, "id", n));
    json_object_set_string_member(object, "source", VAS(igraph, "id", from));
    json_object_set_string_member(object, "target", VAS(igraph, "id", to));
    if (EAN(igraph, "directed", n) == 0)
        json_object_set_boolean_member(object, "undirected", TRUE);
    json_object_set_object_member(object, "attributes", attributes_of(igraph, ren_edge_attributes, FALSE, n));
    put(out, object, n + 1 == igraph_ecount(igraph));
}

gboolean
ren_graphology_write(const RenGraph *graph, FILE *out, GError **error)
{
    const igraph_t *igraph = ren_graph_get_igraph(graph);
    fputs("{\"options\":{\"type\":\"mixed\",\"multi\":true,\"allowSelfLoops\":false},\"attributes\":{"
          "\"name\":\"renmai\"},\n"
          "\"nodes\":[\n",
          out);
    for (igraph_integer_t i = 0; i < igraph_vcount(igraph); i++)
        put_node(out, igraph, i);
    fputs("],\n\"edges\":[\n", out);
    for (igraph_integer_t i = 0; i < igraph_ecount(igraph); i++)
        put_edge(out, igraph, i);
    fputs("]}\n", out);
    if (!ferror(out))
        return TRUE;
    g_set_error_literal(error, REN_ERROR, REN_ERROR_GRAPH,
                        "the JSON file could not be written: is the disk full?");
    return FALSE;
}
