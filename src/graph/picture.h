/* The network as a finished picture for print: discs, names, lines, title, legend, source; drawn by cairo,
 * names set by Pango. It is a page: A4 across, or a square where the network is high. The same network and
 * options give the same bytes. */
#pragma once
#include <stdio.h>

#include "graph/graph.h"
#include "graph/wording.h"

/* A picture shows no more nodes than the second, and so many unless it is told otherwise: those whose ties
 * weigh most; and for each its so many strongest ties. */
#define REN_PICTURE_TOP 100
#define REN_PICTURE_MOST 1000
#define REN_PICTURE_STRONGEST 4
/* Dots per inch of PNG. */
#define REN_PICTURE_DPI 300
#define REN_PICTURE_DPI_LEAST 30
#define REN_PICTURE_DPI_MOST 1200

typedef enum { REN_PICTURE_SVG, REN_PICTURE_PDF, REN_PICTURE_PNG } RenPictureFormat;

/* What is told beside the network. All borrowed. */
typedef struct {
    const RenWording *wording;
    const char *title;   /* NULL: of the wording */
    const char *source;  /* likewise */
    const char *subject; /* id of the node that it is all about, or NULL */
    const char *since;   /* days of the first and last article, or NULL */
    const char *until;
    guint issues;
    RenWeighting weighting;
    gboolean by_community;
    guint names; /* only the names of so many nodes; 0: all that find room */
    guint dpi;
} RenPictureOptions;

typedef struct _RenPicture RenPicture;

/* Plans the picture of @graph, which must live as long, with places. Freed with ren_picture_free(); NULL with
 * @error set to REN_ERROR_GRAPH where this machine has no fonts. */
RenPicture *ren_picture_new(const RenGraph *graph, const RenPictureOptions *options, GError **error);

/* What the user should know: what is left out and how to see it, characters without a font. Lines, or "".
 * Owned by the caller. */
char *ren_picture_dup_notes(const RenPicture *picture);

/* Draws it to @out. FALSE with @error set to REN_ERROR_GRAPH where it cannot be written. */
gboolean ren_picture_write(const RenPicture *picture, RenPictureFormat format, FILE *out, GError **error);

void ren_picture_free(RenPicture *picture); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenPicture, ren_picture_free)
