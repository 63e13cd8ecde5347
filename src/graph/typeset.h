/* Text in pictures, set by Pango. Lengths are points. Not for other rooms. */
#pragma once
#include <pango/pangocairo.h>

/* An upright rectangle; y grows downward. */
typedef struct {
    double x; /* of its left upper corner */
    double y;
    double width;
    double height;
} RenBox;

/* Fonts, and what is done with them. */
typedef struct _RenTypeset RenTypeset;

/* Freed with ren_typeset_free(); NULL with @error set to REN_ERROR_GRAPH where this machine has no font. */
RenTypeset *ren_typeset_new(GError **error);

typedef struct {
    double size;  /* of the font */
    double width; /* a longer text is broken into three lines at most; what is beyond them is left out; 0: one
                     line */
    gboolean bold;
} RenStyle;

/* @text set in @style; freed with g_object_unref(). It must not outlive @typeset. */
PangoLayout *ren_typeset_layout(RenTypeset *typeset, const char *text, RenStyle style);

/* What the ink of @layout covers, seen from where it is drawn. */
RenBox ren_typeset_get_ink(PangoLayout *layout);
/* How wide @layout is, and how high its lines are together. */
RenBox ren_typeset_get_lines(PangoLayout *layout);

/* How many texts had characters that no font here has. */
guint ren_typeset_n_unknown(const RenTypeset *typeset);

void ren_typeset_free(RenTypeset *typeset); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenTypeset, ren_typeset_free)
