#include "graph/typeset.h"

#include <math.h>

#include "base/error.h"
#include "base/message.h"

/* Chinese forms of the characters; where the font is missing the next best is taken. */
#define FAMILIES "Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei, sans-serif"
/* Lines of Chinese fonts stand far apart. */
#define LINE_SPACING 0.8
#define MOST_LINES 3
/* A line may be so many characters longer than its share, so that a word more finds room. */
#define SLACK 1.2

struct _RenTypeset {
    PangoFontMap *fonts;   /* owned */
    PangoContext *context; /* owned */
    guint n_unknown;
};

RenTypeset *
ren_typeset_new(GError **error)
{
    g_autoptr(RenTypeset) typeset = g_new0(RenTypeset, 1);
    typeset->fonts = pango_cairo_font_map_new();
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(typeset->fonts), 72);
    typeset->context = pango_font_map_create_context(typeset->fonts);
    PangoFontDescription *any = pango_font_description_from_string(FAMILIES);
    PangoFont *font = pango_font_map_load_font(typeset->fonts, typeset->context, any);
    pango_font_description_free(any);
    if (font == NULL) { /* Pango would look for one for ever */
        g_set_error(error, REN_ERROR, REN_ERROR_GRAPH,
                    _("this machine has no fonts to draw names with: install fonts-noto-cjk"));
        return NULL;
    }
    g_object_unref(font);
    pango_context_set_language(typeset->context, pango_language_from_string("zh-cn"));
    /* A name is as long in every format and resolution. */
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(typeset->context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(typeset->context, FALSE);
    return g_steal_pointer(&typeset);
}

PangoLayout *
ren_typeset_layout(RenTypeset *typeset, const char *text, RenStyle style)
{
    PangoFontDescription *font = pango_font_description_from_string(FAMILIES);
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    if (style.bold)
        pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    PangoLayout *layout = pango_layout_new(typeset->context);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango_layout_set_line_spacing(layout, LINE_SPACING);
    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_text(layout, text, -1);
    int width;
    pango_layout_get_size(layout, &width, NULL);
    if (style.width > 0 && width > style.width * PANGO_SCALE) {
        /* Lines of about one length: a character alone on the last looks bad. */
        double lines = ceil(width / (style.width * PANGO_SCALE));
        pango_layout_set_width(layout, MIN(width / lines, style.width * PANGO_SCALE) +
                                           SLACK * style.size * PANGO_SCALE);
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
        pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER);
        pango_layout_set_height(layout, -MOST_LINES);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    if (pango_layout_get_unknown_glyphs_count(layout) > 0)
        typeset->n_unknown++;
    return layout;
}

static RenBox
in_points(const PangoRectangle *r)
{
    return (RenBox){(double)r->x / PANGO_SCALE, (double)r->y / PANGO_SCALE, (double)r->width / PANGO_SCALE,
                    (double)r->height / PANGO_SCALE};
}

RenBox
ren_typeset_get_ink(PangoLayout *layout)
{
    PangoRectangle ink;
    pango_layout_get_extents(layout, &ink, NULL);
    return in_points(&ink);
}

RenBox
ren_typeset_get_lines(PangoLayout *layout)
{
    PangoRectangle lines;
    pango_layout_get_extents(layout, NULL, &lines);
    return in_points(&lines);
}

guint
ren_typeset_n_unknown(const RenTypeset *typeset)
{
    return typeset->n_unknown;
}

void
ren_typeset_free(RenTypeset *typeset)
{
    if (typeset == NULL)
        return;
    g_clear_object(&typeset->context);
    g_clear_object(&typeset->fonts);
    g_free(typeset);
}
