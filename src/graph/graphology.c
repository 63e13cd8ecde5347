#include "graph/graphology.h"

#include <json-glib/json-glib.h>

#include "base/error.h"
#include "base/message.h"
#include "graph/attribute.h"

/* One element at a time: all in a tree of json-glib's, a large network would stand in memory twice. */
static void
put_text(FILE *out, const char *text)
{
    g_autoptr(JsonNode) node = json_node_init_string(json_node_alloc(), text);
    g_autofree char *quoted = json_to_string(node, FALSE);
    fputs(quoted, out);
}

/* A member of an object after its first. */
static void
put_member(FILE *out, const char *name, const char *text)
{
    fprintf(out, ",\"%s\":", name);
    put_text(out, text);
}

/* The attributes of node or edge @n; what is empty is left out. */
static void
put_attributes(FILE *out, const igraph_t *igraph, const RenAttribute *attributes, gboolean of_node,
               igraph_integer_t n)
{
    const char *comma = "";
    fputs(",\"attributes\":{", out);
    for (guint i = 0; attributes[i].name != NULL; i++) {
        const char *name = attributes[i].name;
        if (attributes[i].type == REN_ATTRIBUTE_STRING) {
            const char *text = of_node ? VAS(igraph, name, n) : EAS(igraph, name, n);
            if (*text == '\0')
                continue;
            fprintf(out, "%s\"%s\":", comma, name);
            put_text(out, text);
        } else {
            char number[G_ASCII_DTOSTR_BUF_SIZE];
            fprintf(out, "%s\"%s\":%s", comma, name,
                    ren_graph_number(of_node ? VAN(igraph, name, n) : EAN(igraph, name, n), number));
        }
        comma = ",";
    }
    fputs("}}", out);
}

static void
put_node(FILE *out, const igraph_t *igraph, igraph_integer_t n)
{
    fputs("{\"key\":", out);
    put_text(out, VAS(igraph, "id", n));
    put_attributes(out, igraph, ren_node_attributes, TRUE, n);
    fputs(n + 1 == igraph_vcount(igraph) ? "\n" : ",\n", out);
}

static void
put_edge(FILE *out, const igraph_t *igraph, igraph_integer_t n)
{
    igraph_integer_t from, to;
    ren_graph_get_ends(igraph, n, &from, &to);
    fputs("{\"key\":", out);
    put_text(out, EAS(igraph, "id", n));
    put_member(out, "source", VAS(igraph, "id", from));
    put_member(out, "target", VAS(igraph, "id", to));
    if (EAN(igraph, "directed", n) == 0)
        fputs(",\"undirected\":true", out);
    put_attributes(out, igraph, ren_edge_attributes, FALSE, n);
    fputs(n + 1 == igraph_ecount(igraph) ? "\n" : ",\n", out);
}

gboolean
ren_graphology_write(const RenGraph *graph, FILE *out, GError **error)
{
    const igraph_t *igraph = ren_graph_get_igraph(graph);
    RenTieSurvey survey = ren_graph_survey(igraph);
    fprintf(out,
            "{\"options\":{\"type\":\"%s\",\"multi\":true,\"allowSelfLoops\":false},\"attributes\":{"
            "\"name\":\"renmai\"},\n"
            "\"nodes\":[\n",
            !survey.directed    ? "undirected"
            : survey.undirected ? "mixed"
                                : "directed");
    for (igraph_integer_t i = 0; i < igraph_vcount(igraph); i++)
        put_node(out, igraph, i);
    fputs("],\n\"edges\":[\n", out);
    for (igraph_integer_t i = 0; i < igraph_ecount(igraph); i++)
        put_edge(out, igraph, i);
    fputs("]}\n", out);
    if (!ferror(out))
        return TRUE;
    g_set_error_literal(error, REN_ERROR, REN_ERROR_GRAPH,
                        _("the JSON file could not be written: is the disk full?"));
    return FALSE;
}
