#include "graph/label-placement.h"

#include <math.h>

/* Points between a disc and its name, at two tries, and between two names. */
static const double gaps[] = {1.0, 4.5};
#define MARGIN 1.0
/* The lines are counted in squares of so many points. */
#define SQUARE 3.0
/* What it costs to stand in the next worse position, in points of lines that are covered instead. */
#define WORSE 1.5

/* Positions, the best first: where the middle of the name is, in half widths and heights beyond the disc, and
 * how far it slides along it. */
static const struct {
    double x;
    double y;
    double slide;
} positions[] = {
    {0, 1, 0},     {1, 0, 0},      {-1, 0, 0},  {0, -1, 0},   {.8, .8, 0},  {-.8, .8, 0},  {.8, -.8, 0},
    {-.8, -.8, 0}, {0, 1, .5},     {0, 1, -.5}, {0, -1, .5},  {0, -1, -.5}, {.95, .5, 0},  {-.95, .5, 0},
    {.95, -.5, 0}, {-.95, -.5, 0}, {0, 1, .85}, {0, 1, -.85}, {0, -1, .85}, {0, -1, -.85},
};

/* How many points of lines lie above and to the left of each square. */
typedef struct {
    guint *sums; /* owned */
    guint columns;
    guint rows;
    RenBox area;
} Lines;

static guint
square_of(double from, double to, guint n)
{
    return CLAMP((to - from) / SQUARE, 0, n - 1);
}

static Lines
count_lines(const GArray *points, RenBox area)
{
    Lines lines = {.columns = area.width / SQUARE + 2, .rows = area.height / SQUARE + 2, .area = area};
    lines.sums = g_new0(guint, lines.columns * lines.rows);
    for (guint i = 0; i < points->len; i++) {
        const RenBox *point = &g_array_index(points, RenBox, i);
        guint column = 1 + square_of(area.x, point->x, lines.columns - 1);
        guint row = 1 + square_of(area.y, point->y, lines.rows - 1);
        lines.sums[row * lines.columns + column]++;
    }
    for (guint row = 1; row < lines.rows; row++)
        for (guint column = 1; column < lines.columns; column++)
            lines.sums[row * lines.columns + column] += lines.sums[(row - 1) * lines.columns + column] +
                                                        lines.sums[row * lines.columns + column - 1] -
                                                        lines.sums[(row - 1) * lines.columns + column - 1];
    return lines;
}

static guint
count_below(const Lines *lines, const RenBox *box)
{
    guint left = square_of(lines->area.x, box->x, lines->columns - 1);
    guint right = 1 + square_of(lines->area.x, box->x + box->width, lines->columns - 1);
    guint top = square_of(lines->area.y, box->y, lines->rows - 1);
    guint bottom = 1 + square_of(lines->area.y, box->y + box->height, lines->rows - 1);
    return lines->sums[bottom * lines->columns + right] + lines->sums[top * lines->columns + left] -
           lines->sums[top * lines->columns + right] - lines->sums[bottom * lines->columns + left];
}

static gboolean
touch(const RenBox *a, const RenBox *b)
{
    return a->x < b->x + b->width + MARGIN && b->x < a->x + a->width + MARGIN &&
           a->y < b->y + b->height + MARGIN && b->y < a->y + a->height + MARGIN;
}

static gboolean
covers(const RenBox *box, const RenDisc *disc)
{
    double x = disc->x - CLAMP(disc->x, box->x, box->x + box->width);
    double y = disc->y - CLAMP(disc->y, box->y, box->y + box->height);
    double reach = disc->radius + MARGIN;
    return x * x + y * y < reach * reach;
}

static gboolean
is_free(const RenBox *box, const RenDisc *discs, guint n, const RenBox *boxes, RenBox area)
{
    if (box->x < area.x || box->y < area.y || box->x + box->width > area.x + area.width ||
        box->y + box->height > area.y + area.height)
        return FALSE;
    for (guint i = 0; i < n; i++)
        if (covers(box, &discs[i]) || (boxes[i].width > 0 && touch(box, &boxes[i])))
            return FALSE;
    return TRUE;
}

static RenBox
box_at(const RenDisc *disc, guint position, double gap, double width, double height)
{
    double x = positions[position].x, y = positions[position].y, slide = positions[position].slide;
    double reach = disc->radius + gap;
    /* Beside and askew the disc is round: the corner comes nearer to it. */
    double length = hypot(x, y);
    double middle_x = disc->x + x / length * reach + (x > 0 ? 1 : x < 0 ? -1 : slide) * width / 2;
    double middle_y = disc->y + y / length * reach + (fabs(y) == 1 ? y : fabs(x) == 1 ? 0 : y) * height / 2;
    return (RenBox){middle_x - width / 2, middle_y - height / 2, width, height};
}

/* The best free box for disc @i, of @scale times its size; width 0 where there is none. */
static RenBox
find_box(guint i, double scale, const RenDisc *discs, guint n, const RenLabel *labels, const Lines *lines,
         const RenBox *boxes)
{
    RenBox best = {0};
    double least = INFINITY;
    for (guint g = 0; g < G_N_ELEMENTS(gaps); g++) {
        for (guint p = 0; p < G_N_ELEMENTS(positions); p++) {
            RenBox box = box_at(&discs[i], p, gaps[g], labels[i].width * scale, labels[i].height * scale);
            double cost = WORSE * (p + g * G_N_ELEMENTS(positions));
            if (cost >= least || !is_free(&box, discs, n, boxes, lines->area))
                continue;
            cost += count_below(lines, &box);
            if (cost < least) {
                least = cost;
                best = box;
            }
        }
    }
    return best;
}

void
ren_labels_place(const RenDisc *discs, guint n, const RenLabel *labels, const GArray *order,
                 const GArray *points, RenBox area, RenBox *boxes)
{
    Lines lines = count_lines(points, area);
    for (guint i = 0; i < n; i++)
        boxes[i] = (RenBox){0};
    for (guint k = 0; k < order->len; k++) {
        guint i = g_array_index(order, guint, k);
        boxes[i] = find_box(i, 1, discs, n, labels, &lines, boxes);
        if (boxes[i].width == 0 && labels[i].least < 1)
            boxes[i] = find_box(i, labels[i].least, discs, n, labels, &lines, boxes);
    }
    g_free(lines.sums);
}
