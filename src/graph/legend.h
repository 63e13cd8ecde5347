/* The legend of a picture: what colours, sizes and lines mean. Not for other rooms. */
#pragma once
#include "graph/pen.h"
#include "graph/wording.h"

typedef struct _RenLegend RenLegend;

/* An empty legend, in rows of @width at most. It borrows @typeset. Freed with ren_legend_free(). */
RenLegend *ren_legend_new(RenTypeset *typeset, double width);

/* The colours of the kinds or of the communities that @graph has. */
void ren_legend_add_colors(RenLegend *legend, const RenGraph *graph, const RenWording *wording,
                           gboolean by_community);
/* What the size of a disc and the width of a line mean in @plan; @weight: the key of the words for that. */
void ren_legend_add_scales(RenLegend *legend, const RenPlan *plan, const RenWording *wording,
                           const char *weight);
/* The ties with a direction that @plan holds. */
void ren_legend_add_ties(RenLegend *legend, const RenPlan *plan, const RenWording *wording);

double ren_legend_get_height(const RenLegend *legend);
/* Draws it with its left upper corner at @x, @y. */
void ren_legend_draw(const RenLegend *legend, cairo_t *cairo, double x, double y);

void ren_legend_free(RenLegend *legend); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenLegend, ren_legend_free)
