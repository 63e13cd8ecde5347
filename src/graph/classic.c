#include "graph/classic.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "graph/attribute.h"

/* A graph of the same nodes and edges without attributes. */
static void
copy_bare(const igraph_t *igraph, igraph_t *bare)
{
    if (igraph_copy(bare, igraph) != IGRAPH_SUCCESS)
        g_error("out of memory"); /* as GLib does it */
    igraph_cattribute_remove_all(bare, TRUE, TRUE, TRUE);
}

static gboolean
finish(igraph_error_t code, FILE *out, const char *what, GError **error)
{
    if (!ren_igraph_check(code, error))
        return FALSE;
    if (!ferror(out))
        return TRUE;
    g_set_error(error, REN_ERROR, REN_ERROR_GRAPH, "the %s file could not be written: is the disk full?",
                what);
    return FALSE;
}

/* GML's keys know letters and digits only, and its "id" is a number. @text is NULL where an attribute is
 * numeric. */
static gboolean
copy_attributes(const igraph_t *igraph, igraph_t *to, const RenAttribute *attributes, gboolean of_nodes,
                GError **error)
{
    igraph_integer_t n = of_nodes ? igraph_vcount(igraph) : igraph_ecount(igraph);
    for (guint i = 0; attributes[i].name != NULL; i++) {
        g_autoptr(GString) key = g_string_new(attributes[i].name);
        g_string_replace(key, "_", "", 0);
        gboolean text = attributes[i].type == REN_ATTRIBUTE_STRING;
        igraph_error_t code = IGRAPH_SUCCESS;
        for (igraph_integer_t k = 0; k < n && code == IGRAPH_SUCCESS; k++) {
            const char *name = attributes[i].name;
            if (of_nodes)
                code = text ? igraph_cattribute_VAS_set(to, key->str, k, VAS(igraph, name, k))
                            : igraph_cattribute_VAN_set(to, key->str, k, VAN(igraph, name, k));
            else
                code = text ? igraph_cattribute_EAS_set(to, key->str, k, EAS(igraph, name, k))
                            : igraph_cattribute_EAN_set(to, key->str, k, EAN(igraph, name, k));
        }
        if (!ren_igraph_check(code, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
ren_gml_write(const RenGraph *graph, FILE *out, GError **error)
{
    const igraph_t *igraph = ren_graph_get_igraph(graph);
    g_auto(igraph_t) copy;
    copy_bare(igraph, &copy);
    if (!copy_attributes(igraph, &copy, ren_node_attributes, TRUE, error) ||
        !copy_attributes(igraph, &copy, ren_edge_attributes, FALSE, error))
        return FALSE;
    for (igraph_integer_t i = 0; i < igraph_vcount(igraph); i++)
        if (!ren_igraph_check(igraph_cattribute_VAS_set(&copy, "key", i, VAS(igraph, "id", i)), error))
            return FALSE;
    return finish(igraph_write_graph_gml(&copy, out, IGRAPH_WRITE_GML_DEFAULT_SW, NULL, "renmai"), out, "GML",
                  error);
}

gboolean
ren_pajek_write(const RenGraph *graph, FILE *out, GError **error)
{
    const igraph_t *igraph = ren_graph_get_igraph(graph);
    g_auto(igraph_t) copy;
    copy_bare(igraph, &copy);
    igraph_error_t code = IGRAPH_SUCCESS;
    for (igraph_integer_t i = 0; i < igraph_vcount(igraph) && code == IGRAPH_SUCCESS; i++) {
        code = igraph_cattribute_VAS_set(&copy, "id", i, VAS(igraph, "label", i));
        /* Pajek's places lie in the unit square, its y grows downwards. */
        if (code == IGRAPH_SUCCESS)
            code = igraph_cattribute_VAN_set(&copy, "x", i,
                                             round(1e4 * (VAN(igraph, "x", i) + 1000) / 2000) / 1e4);
        if (code == IGRAPH_SUCCESS)
            code = igraph_cattribute_VAN_set(&copy, "y", i,
                                             round(1e4 * (1000 - VAN(igraph, "y", i)) / 2000) / 1e4);
    }
    for (igraph_integer_t i = 0; i < igraph_ecount(igraph) && code == IGRAPH_SUCCESS; i++)
        code = igraph_cattribute_EAN_set(&copy, "weight", i, EAN(igraph, "weight", i));
    return finish(code == IGRAPH_SUCCESS ? igraph_write_graph_pajek(&copy, out) : code, out, "Pajek", error);
}
