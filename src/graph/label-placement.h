/* Where the names of a picture stand: beside, above or below their discs, without covering discs or each
 * other. The most important one chooses first (after Christensen, Marks and Shieber, ACM Transactions on
 * Graphics 14(3), 1995, doi:10.1145/212332.212334); where a name finds no room it is left out. Not for other
 * rooms. */
#pragma once
#include "graph/typeset.h"

typedef struct {
    double x; /* of its middle */
    double y;
    double radius;
} RenDisc;

typedef struct {
    double width;
    double height;
    double least; /* it may be made so much smaller to find room: 1 is not at all */
} RenLabel;

/* Finds a box for the label of each disc in @order (of guint), the first of which chooses first. @labels are
 * those of the @n @discs; @lines (of RenBox without extent: points along the lines) is what labels had better
 * not cover; all stay within @area. Sets @boxes: width 0 where a disc has none. A box is smaller than its
 * label where it had to be. */
void ren_labels_place(const RenDisc *discs, guint n, const RenLabel *labels, const GArray *order,
                      const GArray *lines, RenBox area, RenBox *boxes);
