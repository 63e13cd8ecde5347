/* How the parts of a picture look, the same in the legend: discs, lines, arrowheads, text. Not for other
 * rooms. */
#pragma once
#include "graph/picture-plan.h"

/* Sets the colour written as "#0072b2", so much nearer to white: @paler 0 … 1. */
void ren_pen_set_color(cairo_t *cairo, const char *color, double paler);

/* A disc of @color with a white rim, or a dark one that marks it. */
void ren_pen_draw_disc(cairo_t *cairo, const RenDisc *disc, const char *color, gboolean marked);

/* The line of @tie, with the head of an arrow where it has a direction. */
void ren_pen_draw_tie(cairo_t *cairo, const RenPlanTie *tie);

/* @layout with its origin at @x, @y, in @color. @halo: on a white seam of so many points, which keeps it
 * apart from the lines below; 0: none. */
void ren_pen_draw_text(cairo_t *cairo, PangoLayout *layout, double x, double y, const char *color,
                       double halo);
