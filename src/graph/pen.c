#include "graph/pen.h"

#include <math.h>

#define RIM 0.6
#define MARK 1.5
/* Lines are grey: how much lighter than this the weakest are. */
#define LINE_COLOR "#57606c"
#define LINE_PALER 0.72
/* Ties with a direction say what somebody is, not how often. */
#define TIE_COLOR "#30363d"
#define TIE_WIDTH 0.6
#define ARROW_LENGTH 4.2
#define ARROW_WIDTH 3.0

/* On, off, on, off. */
#define DASHES 4
static const double dashes[REN_N_TIES][DASHES] = {
    [REN_TIE_POST] = {3.2, 1.6, 3.2, 1.6},
    [REN_TIE_PART] = {0.8, 1.4, 0.8, 1.4},
    [REN_TIE_LOCATED] = {5, 1.4, 0.8, 1.4},
};

void
ren_pen_set_color(cairo_t *cairo, const char *color, double paler)
{
    guint64 rgb = g_ascii_strtoull(color + 1, NULL, 16);
    double keep = (1 - paler) / 255;
    cairo_set_source_rgb(cairo, (rgb >> 16 & 255) * keep + paler, (rgb >> 8 & 255) * keep + paler,
                         (rgb & 255) * keep + paler);
}

void
ren_pen_draw_disc(cairo_t *cairo, const RenDisc *disc, const char *color, gboolean marked)
{
    cairo_new_path(cairo);
    cairo_arc(cairo, disc->x, disc->y, disc->radius, 0, 2 * G_PI);
    ren_pen_set_color(cairo, color, 0);
    cairo_fill_preserve(cairo);
    ren_pen_set_color(cairo, TIE_COLOR, marked ? 0 : 1);
    cairo_set_line_width(cairo, marked ? MARK : RIM);
    cairo_stroke(cairo);
}

/* An arrowhead whose point is the end of @tie. */
static void
draw_arrow(cairo_t *cairo, const RenPlanTie *tie)
{
    double dx = tie->x[3] - tie->x[2], dy = tie->y[3] - tie->y[2], length = hypot(dx, dy);
    if (length == 0)
        return;
    dx /= length;
    dy /= length;
    double base_x = tie->x[3] - dx * ARROW_LENGTH, base_y = tie->y[3] - dy * ARROW_LENGTH;
    cairo_move_to(cairo, tie->x[3], tie->y[3]);
    cairo_line_to(cairo, base_x - dy * ARROW_WIDTH / 2, base_y + dx * ARROW_WIDTH / 2);
    cairo_line_to(cairo, base_x + dy * ARROW_WIDTH / 2, base_y - dx * ARROW_WIDTH / 2);
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

void
ren_pen_draw_tie(cairo_t *cairo, const RenPlanTie *tie)
{
    gboolean directed = tie->kind != REN_TIE_COMENTION;
    cairo_new_path(cairo);
    cairo_move_to(cairo, tie->x[0], tie->y[0]);
    cairo_curve_to(cairo, tie->x[1], tie->y[1], tie->x[2], tie->y[2], tie->x[3], tie->y[3]);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
    cairo_set_dash(cairo, dashes[tie->kind], directed ? DASHES : 0, 0);
    cairo_set_line_width(cairo, directed ? TIE_WIDTH : ren_plan_line_width(tie->strength));
    ren_pen_set_color(cairo, directed ? TIE_COLOR : LINE_COLOR,
                      directed ? 0 : LINE_PALER * (1 - tie->strength));
    cairo_stroke(cairo);
    cairo_set_dash(cairo, NULL, 0, 0);
    if (directed)
        draw_arrow(cairo, tie);
}

void
ren_pen_draw_text(cairo_t *cairo, PangoLayout *layout, double x, double y, const char *color, double halo)
{
    if (halo > 0) {
        cairo_new_path(cairo);
        cairo_move_to(cairo, x, y);
        pango_cairo_layout_path(cairo, layout);
        cairo_set_source_rgb(cairo, 1, 1, 1);
        cairo_set_line_width(cairo, 2 * halo);
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_stroke(cairo);
    }
    cairo_move_to(cairo, x, y);
    ren_pen_set_color(cairo, color, 0);
    pango_cairo_show_layout(cairo, layout);
}
