#include "graph/dot.h"

#include <graphviz/cgraph.h>
#include <math.h>

#include "base/error.h"
#include "base/message.h"
#include "graph/attribute.h"
#include "graph/sanitise.h"

/* Points that names are high: at the smallest node, and how much more at the largest (whose size is 100). */
#define FONT_LEAST 20.0
#define FONT_MORE 0.4
/* A box is filled with its colour, made so pale that black can be read on it. */
#define PALE 0.15

typedef Agraph_t CGraph;
static void
cgraph_close(CGraph *cgraph)
{
    agclose(cgraph);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CGraph, cgraph_close)

/* cgraph prints its complaints itself unless it is told not to. */
static int
be_silent(char *message)
{
    (void)message;
    return 0;
}

/* Declares attribute @name of @kind (AGRAPH, AGNODE or AGEDGE). cgraph copies its strings, though it asks for
 * char *. */
static Agsym_t *
declare(CGraph *cgraph, int kind, const char *name, const char *value)
{
    return agattr(cgraph, kind, (char *)name, (char *)value);
}

/* A backslash begins an escape in DOT, and at the end of a string it would swallow the quote. */
static void
set_text(void *object, Agsym_t *attribute, const char *text)
{
    g_autoptr(GString) out = g_string_new(text);
    g_string_replace(out, "\\", "\\\\", 0);
    agxset(object, attribute, out->str);
}

static void
set_number(void *object, Agsym_t *attribute, double value)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    agxset(object, attribute, (char *)ren_graph_number(value, number));
}

/* Gephi takes "#rrggbb" here for a colour without opacity; both programs know "H S V". @depth is 1 for @color
 * itself, less for a paler one, 0 for white. */
static char *
hsv_of(const char *color, double depth)
{
    guint64 rgb = g_ascii_strtoull(color + 1, NULL, 16);
    double r = (rgb >> 16 & 255) / 255.0, g = (rgb >> 8 & 255) / 255.0, b = (rgb & 255) / 255.0;
    double most = MAX(r, MAX(g, b)), range = most - MIN(r, MIN(g, b)), hue = 0;
    if (range > 0 && most == r)
        hue = (g - b) / range;
    else if (range > 0 && most == g)
        hue = (b - r) / range + 2;
    else if (range > 0)
        hue = (r - g) / range + 4;
    hue = hue < 0 ? hue / 6 + 1 : hue / 6;
    char h[G_ASCII_DTOSTR_BUF_SIZE], s[G_ASCII_DTOSTR_BUF_SIZE], v[G_ASCII_DTOSTR_BUF_SIZE];
    return g_strdup_printf("%s %s %s", g_ascii_formatd(h, sizeof(h), "%.3f", hue),
                           g_ascii_formatd(s, sizeof(s), "%.3f", most > 0 ? range / most * depth : 0),
                           g_ascii_formatd(v, sizeof(v), "%.3f", 1 - (1 - most) * depth));
}

static Agnode_t **
add_nodes(CGraph *cgraph, Agraph_t *body, const igraph_t *igraph)
{
    Agsym_t *label = declare(cgraph, AGNODE, "label", ""), *kind = declare(cgraph, AGNODE, "kind", "");
    Agsym_t *mentions = declare(cgraph, AGNODE, "mentions", ""),
            *title = declare(cgraph, AGNODE, "title", "");
    Agsym_t *color = declare(cgraph, AGNODE, "color", ""), *fill = declare(cgraph, AGNODE, "fillcolor", "");
    Agsym_t *pos = declare(cgraph, AGNODE, "pos", ""), *font = declare(cgraph, AGNODE, "fontsize", "");
    Agnode_t **nodes = g_new0(Agnode_t *, igraph_vcount(igraph) + 1);
    for (igraph_integer_t i = 0; i < igraph_vcount(igraph); i++) {
        Agnode_t *node = nodes[i] = agnode(body, (char *)VAS(igraph, "id", i), TRUE);
        g_autofree char *shown = ren_escape_entities(VAS(igraph, "label", i)); /* as graphviz draws it */
        set_text(node, label, shown);
        set_text(node, kind, VAS(igraph, "kind", i));
        set_text(node, title, VAS(igraph, "title", i));
        set_number(node, mentions, VAN(igraph, "mentions", i));
        set_number(node, font, round(FONT_LEAST + FONT_MORE * VAN(igraph, "size", i)));
        g_autofree char *deep = hsv_of(VAS(igraph, "color", i), 1);
        g_autofree char *pale = hsv_of(VAS(igraph, "color", i), PALE);
        agxset(node, color, deep);
        agxset(node, fill, pale);
        char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
        g_autofree char *place =
            g_strdup_printf("%s,%s", g_ascii_formatd(x, sizeof(x), "%.2f", VAN(igraph, "x", i)),
                            g_ascii_formatd(y, sizeof(y), "%.2f", VAN(igraph, "y", i)));
        agxset(node, pos, place);
    }
    return nodes;
}

static void
add_edges(CGraph *cgraph, Agraph_t *body, const igraph_t *igraph, Agnode_t **nodes)
{
    Agsym_t *weight = declare(cgraph, AGEDGE, "weight", ""), *kind = declare(cgraph, AGEDGE, "kind", "");
    Agsym_t *sentences = declare(cgraph, AGEDGE, "sentences", "");
    Agsym_t *width = declare(cgraph, AGEDGE, "penwidth", ""), *way = declare(cgraph, AGEDGE, "dir", "none");
    for (igraph_integer_t i = 0; i < igraph_ecount(igraph); i++) {
        igraph_integer_t from, to;
        ren_graph_get_ends(igraph, i, &from, &to);
        Agedge_t *edge = agedge(body, nodes[from], nodes[to], NULL, TRUE);
        if (EAN(igraph, "directed", i) != 0)
            agxset(edge, way, "forward");
        set_number(edge, weight, EAN(igraph, "weight", i));
        set_text(edge, kind, EAS(igraph, "kind", i));
        set_number(edge, sentences, EAN(igraph, "sentences", i));
        set_number(edge, width, round(10 * (0.5 + log(EAN(igraph, "weight", i)))) / 10);
    }
}

/* What holds for all: graphviz takes the places as they are and only moves apart the boxes that overlap. */
static void
declare_looks(CGraph *cgraph)
{
    declare(cgraph, AGRAPH, "charset", "UTF-8");
    declare(cgraph, AGRAPH, "linelength", "0"); /* else cgraph breaks long strings with a backslash */
    declare(cgraph, AGRAPH, "layout", "nop");
    declare(cgraph, AGRAPH, "overlap", "prism");
    declare(cgraph, AGRAPH, "overlap_scaling", "0"); /* else all is blown up first */
    declare(cgraph, AGRAPH, "splines", "line");
    declare(cgraph, AGRAPH, "outputorder", "edgesfirst");
    declare(cgraph, AGNODE, "shape", "box");
    declare(cgraph, AGNODE, "style", "rounded,filled");
    declare(cgraph, AGNODE, "fontname", "Noto Sans CJK SC");
    declare(cgraph, AGNODE, "margin", "0.06,0.03");
    declare(cgraph, AGNODE, "width", "0.1"); /* as small as the name lets it be */
    declare(cgraph, AGNODE, "height", "0.1");
    declare(cgraph, AGEDGE, "color", "#00000020"); /* nearly clear: where many run, it grows dark */
}

gboolean
ren_dot_write(const RenGraph *graph, FILE *out, GError **error)
{
    agseterrf(be_silent);
    g_autoptr(CGraph) cgraph = agopen("g", Agundirected, NULL);
    if (cgraph == NULL) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_GRAPH, _("the DOT file: out of memory"));
        return FALSE;
    }
    declare_looks(cgraph);
    /* Gephi passes over all that follows "graph [" and the like up to the next brace: the network stands in
     * an anonymous subgraph, where it and graphviz both find it. */
    Agraph_t *body = agsubg(cgraph, "network", TRUE);
    const igraph_t *igraph = ren_graph_get_igraph(graph);
    g_autofree Agnode_t **nodes = add_nodes(cgraph, body, igraph);
    add_edges(cgraph, body, igraph, nodes);
    /* A file has no header for its encoding: Gephi guesses it from the first line. */
    if (fputs("/* 人脉：共现网络（人物、机构、企业、地名） */\n", out) != EOF && agwrite(cgraph, out) == 0 &&
        !ferror(out))
        return TRUE;
    g_set_error_literal(error, REN_ERROR, REN_ERROR_GRAPH,
                        _("the DOT file could not be written: is the disk full?"));
    return FALSE;
}
