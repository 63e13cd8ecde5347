#include "graph/classic.h"

#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "graph/attribute.h"
#include "graph/placement.h"
#include "graph/sanitise.h"

static gboolean
finish(FILE *out, const char *what, GError **error)
{
    if (!ferror(out))
        return TRUE;
    g_set_error(error, REN_ERROR, REN_ERROR_GRAPH, _("the %s file could not be written: is the disk full?"),
                what);
    return FALSE;
}

/* ---- GML ---- */

/* Programs know no exponents here, and Gephi takes what has no point for an integer. */
static const char *
fixed(double value, char text[G_ASCII_DTOSTR_BUF_SIZE])
{
    g_ascii_formatd(text, G_ASCII_DTOSTR_BUF_SIZE, "%.6f", value);
    char *end = text + strlen(text) - 1;
    while (*end == '0' && end[-1] != '.')
        *end-- = '\0';
    return text;
}

/* What is empty is left out. */
static void
put_text(FILE *out, const char *key, const char *text)
{
    if (*text == '\0')
        return;
    g_autofree char *plain = ren_escape_entities(text);
    g_autoptr(GString) value = g_string_new(plain);
    g_string_replace(value, "\"", "&quot;", 0);
    fprintf(out, "    %s \"%s\"\n", key, value->str);
}

/* Keys have letters and digits only. */
static void
put_attributes(FILE *out, const igraph_t *igraph, const RenAttribute *attributes, gboolean of_node,
               igraph_integer_t n)
{
    for (guint i = 0; attributes[i].name != NULL; i++) {
        const char *name = attributes[i].name;
        g_autoptr(GString) key = g_string_new(name);
        g_string_replace(key, "_", "", 0);
        if (attributes[i].type == REN_ATTRIBUTE_STRING) {
            put_text(out, key->str, of_node ? VAS(igraph, name, n) : EAS(igraph, name, n));
            continue;
        }
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        double value = of_node ? VAN(igraph, name, n) : EAN(igraph, name, n);
        fprintf(out, "    %s %s\n", key->str,
                attributes[i].type == REN_ATTRIBUTE_INT ? ren_graph_number(value, number)
                                                        : fixed(value, number));
    }
}

/* What Gephi and Cytoscape draw a node by. */
static void
put_graphics(FILE *out, const igraph_t *igraph, igraph_integer_t n)
{
    char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE], size[G_ASCII_DTOSTR_BUF_SIZE];
    fixed(VAN(igraph, "size", n), size);
    fprintf(out,
            "    graphics [\n      x %s\n      y %s\n      w %s\n      h %s\n      d %s\n"
            "      fill \"%s\"\n    ]\n",
            fixed(VAN(igraph, "x", n), x), fixed(VAN(igraph, "y", n), y), size, size, size,
            VAS(igraph, "color", n));
}

gboolean
ren_gml_write(const RenGraph *graph, FILE *out, GError **error)
{
    const igraph_t *igraph = ren_graph_get_igraph(graph);
    gboolean directed = ren_graph_survey(igraph).directed;
    fprintf(out, "Creator \"renmai\"\ngraph [\n  directed %d\n", directed);
    for (igraph_integer_t i = 0; i < igraph_vcount(igraph); i++) {
        fprintf(out, "  node [\n    id %" IGRAPH_PRId "\n", i);
        put_text(out, "key", VAS(igraph, "id", i));
        put_attributes(out, igraph, ren_node_attributes, TRUE, i);
        put_graphics(out, igraph, i);
        fputs("  ]\n", out);
    }
    for (igraph_integer_t i = 0; i < igraph_ecount(igraph); i++) {
        igraph_integer_t from, to;
        ren_graph_get_ends(igraph, i, &from, &to);
        fprintf(out, "  edge [\n    source %" IGRAPH_PRId "\n    target %" IGRAPH_PRId "\n", from, to);
        if (directed && EAN(igraph, "directed", i) == 0)
            fputs("    directed 0\n", out);
        put_attributes(out, igraph, ren_edge_attributes, FALSE, i);
        fputs("  ]\n", out);
    }
    fputs("]\n", out);
    return finish(out, "GML", error);
}

/* ---- Pajek ---- */

/* Adds attribute @name to the labels (owned char *) that several nodes share. */
static void
tell_apart(GPtrArray *labels, const igraph_t *igraph, const char *name)
{
    g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < labels->len; i++) {
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, labels->pdata[i]));
        g_hash_table_replace(counts, g_strdup(labels->pdata[i]), GUINT_TO_POINTER(count + 1));
    }
    for (guint i = 0; i < labels->len; i++) {
        g_autofree char *label = labels->pdata[i];
        labels->pdata[i] = GPOINTER_TO_UINT(g_hash_table_lookup(counts, label)) == 1
                               ? g_steal_pointer(&label)
                               : g_strdup_printf("%s（%s）", label, VAS(igraph, name, i));
    }
}

static GPtrArray *
make_labels(const igraph_t *igraph)
{
    GPtrArray *labels = g_ptr_array_new_with_free_func(g_free);
    for (igraph_integer_t i = 0; i < igraph_vcount(igraph); i++) {
        GString *label = g_string_new(VAS(igraph, "label", i));
        g_string_replace(label, "\"", "＂", 0);
        g_string_replace(label, "\\", "＼", 0);
        g_ptr_array_add(labels, g_string_free(label, FALSE));
    }
    tell_apart(labels, igraph, "kind");
    tell_apart(labels, igraph, "id");
    return labels;
}

static void
put_ties(FILE *out, const igraph_t *igraph, gboolean directed)
{
    fputs(directed ? "*Arcs\n" : "*Edges\n", out);
    for (igraph_integer_t i = 0; i < igraph_ecount(igraph); i++) {
        igraph_integer_t from, to;
        char weight[G_ASCII_DTOSTR_BUF_SIZE];
        if ((EAN(igraph, "directed", i) != 0) != directed)
            continue;
        ren_graph_get_ends(igraph, i, &from, &to);
        fprintf(out, "%" IGRAPH_PRId " %" IGRAPH_PRId " %s\n", from + 1, to + 1,
                ren_graph_number(EAN(igraph, "weight", i), weight));
    }
}

gboolean
ren_pajek_write(const RenGraph *graph, FILE *out, GError **error)
{
    const igraph_t *igraph = ren_graph_get_igraph(graph);
    g_autoptr(GPtrArray) labels = make_labels(igraph);
    double extent = ren_placement_extent(labels->len);
    fprintf(out, "*Vertices %u\n", labels->len);
    for (guint i = 0; i < labels->len; i++) {
        /* Places lie in the unit square, and y grows downwards. */
        char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_formatd(x, sizeof(x), "%.4f", (VAN(igraph, "x", i) + extent) / (2 * extent));
        g_ascii_formatd(y, sizeof(y), "%.4f", (extent - VAN(igraph, "y", i)) / (2 * extent));
        fprintf(out, "%u \"%s\" %s %s\n", i + 1, (const char *)labels->pdata[i], x, y);
    }
    RenTieSurvey survey = ren_graph_survey(igraph);
    if (survey.directed)
        put_ties(out, igraph, TRUE);
    if (survey.undirected || !survey.directed)
        put_ties(out, igraph, FALSE);
    return finish(out, "Pajek", error);
}
