#include "graph/tables.h"

#include "base/csv.h"
#include "base/error.h"
#include "base/message.h"
#include "graph/attribute.h"

/* These have columns of their own in front. */
static const char *const node_own[] = {"label", NULL};
static const char *const edge_own[] = {"weight", NULL};

/* Gephi takes a backslash for an escape before these, and at the end of a cell. */
#define ESCAPED "\\\",bfnrt"

/* @text with wide backslashes where Gephi would swallow plain ones. */
static GString *
widen(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *p = text; *p != '\0'; p++) {
        if (*p == '\\' && strchr(ESCAPED, p[1]) != NULL) /* finds the NUL, too */
            g_string_append(out, "＼");
        else
            g_string_append_c(out, *p);
    }
    return out;
}

static void
put_text(FILE *out, const char *text, char end)
{
    g_autoptr(GString) cell = widen(text);
    ren_csv_put(out, cell->str);
    fputc(end, out);
}

static void
put_head(FILE *out, const char *first, const RenAttribute *attributes, const char *const *own, gboolean bom)
{
    fprintf(out, "%s%s", bom ? "\xef\xbb\xbf" : "", first);
    for (guint i = 0; attributes[i].name != NULL; i++)
        if (!g_strv_contains(own, attributes[i].name))
            fprintf(out, ",%s", attributes[i].name);
    fputs("\r\n", out);
}

static void
put_values(FILE *out, const igraph_t *igraph, const RenAttribute *attributes, const char *const *own,
           gboolean of_node, igraph_integer_t n)
{
    for (guint i = 0; attributes[i].name != NULL; i++) {
        const char *name = attributes[i].name;
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        if (g_strv_contains(own, name))
            continue;
        gboolean last = attributes[i + 1].name == NULL;
        if (attributes[i].type == REN_ATTRIBUTE_STRING)
            put_text(out, of_node ? VAS(igraph, name, n) : EAS(igraph, name, n), last ? '\r' : ',');
        else
            fprintf(out, "%s%c",
                    ren_graph_number(of_node ? VAN(igraph, name, n) : EAN(igraph, name, n), number),
                    last ? '\r' : ',');
    }
    fputc('\n', out);
}

static gboolean
finish(FILE *out, GError **error)
{
    if (!ferror(out))
        return TRUE;
    g_set_error_literal(error, REN_ERROR, REN_ERROR_GRAPH,
                        _("the table could not be written: is the disk full?"));
    return FALSE;
}

gboolean
ren_tables_write_nodes(const RenGraph *graph, gboolean bom, FILE *out, GError **error)
{
    const igraph_t *igraph = ren_graph_get_igraph(graph);
    put_head(out, "Id,Label", ren_node_attributes, node_own, bom);
    for (igraph_integer_t i = 0; i < igraph_vcount(igraph); i++) {
        put_text(out, VAS(igraph, "id", i), ',');
        put_text(out, VAS(igraph, "label", i), ',');
        put_values(out, igraph, ren_node_attributes, node_own, TRUE, i);
    }
    return finish(out, error);
}

gboolean
ren_tables_write_edges(const RenGraph *graph, gboolean bom, FILE *out, GError **error)
{
    const igraph_t *igraph = ren_graph_get_igraph(graph);
    put_head(out, "Source,Target,Type,Id,Weight", ren_edge_attributes, edge_own, bom);
    for (igraph_integer_t i = 0; i < igraph_ecount(igraph); i++) {
        igraph_integer_t from, to;
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        ren_graph_get_ends(igraph, i, &from, &to);
        put_text(out, VAS(igraph, "id", from), ',');
        put_text(out, VAS(igraph, "id", to), ',');
        fprintf(out, "%s,", EAN(igraph, "directed", i) != 0 ? "Directed" : "Undirected");
        put_text(out, EAS(igraph, "id", i), ',');
        fprintf(out, "%s,", ren_graph_number(EAN(igraph, "weight", i), number));
        put_values(out, igraph, ren_edge_attributes, edge_own, FALSE, i);
    }
    return finish(out, error);
}
