#include "cli/picture-options.h"

#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "cli/gazetteer-path.h"

void
ren_picture_choice_init(RenPictureChoice *choice)
{
    *choice = (RenPictureChoice){.dpi = REN_PICTURE_DPI};
}

void
ren_picture_choice_clear(RenPictureChoice *choice)
{
    g_free(choice->title);
    g_free(choice->source);
    g_strfreev(choice->gazetteers);
    ren_wording_free(choice->wording);
    g_free(choice->first);
    g_free(choice->last);
}

void
ren_picture_choice_entries(RenPictureChoice *c, GOptionEntry entries[REN_N_PICTURE_ENTRIES + 1])
{
    const GOptionEntry all[REN_N_PICTURE_ENTRIES + 1] = {
        {"title", 0, 0, G_OPTION_ARG_FILENAME, &c->title, N_("Of a picture: its headline"), "TEXT"},
        {"source", 0, 0, G_OPTION_ARG_FILENAME, &c->source, N_("Of a picture: the line at its foot"), "TEXT"},
        {"names", 0, 0, G_OPTION_ARG_INT, &c->names,
         N_("Of a picture: only the names of the N most important (default: all that find room)"), "N"},
        {"dpi", 0, 0, G_OPTION_ARG_INT, &c->dpi, N_("Of PNG: dots per inch (default: 300)"), "N"},
        {"gazetteer", 'g', 0, G_OPTION_ARG_FILENAME_ARRAY, &c->gazetteers,
         N_("Of a picture: its words are in picture.tsv of this folder"), "DIR"},
        {NULL},
    };
    memcpy(entries, all, sizeof(all));
}

static gboolean
check(const RenPictureChoice *c, GError **error)
{
    const char *texts[] = {c->title, c->source};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        if (texts[i] != NULL && !g_utf8_validate(texts[i], -1, NULL))
            return g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("%s is no UTF-8"),
                               i == 0 ? "--title" : "--source"),
                   FALSE;
    if (c->names < 0)
        return g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("--names %d is below 0"), c->names), FALSE;
    if (c->dpi < REN_PICTURE_DPI_LEAST || c->dpi > REN_PICTURE_DPI_MOST)
        return g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("--dpi %d: expected a number from %d to %d"),
                           c->dpi, REN_PICTURE_DPI_LEAST, REN_PICTURE_DPI_MOST),
               FALSE;
    return TRUE;
}

gboolean
ren_picture_choice_read(RenPictureChoice *c, RenStore *store, RenGraphOptions *graph,
                        RenPictureOptions *options, GError **error)
{
    guint issues;
    if (!check(c, error))
        return FALSE;
    g_auto(GStrv) dirs = ren_gazetteer_dirs(c->gazetteers, error);
    if (dirs == NULL)
        return FALSE;
    c->wording = ren_wording_read(dirs, graph->pinyin == REN_PINYIN_LABEL ? "en" : "zh", error);
    if (c->wording == NULL ||
        !ren_query_span(store, graph->window.since, graph->window.until, &issues, &c->first, &c->last, error))
        return FALSE;
    if (graph->top == 0)
        graph->top = REN_PICTURE_TOP;
    graph->top = MIN(graph->top, REN_PICTURE_MOST);
    if (graph->strongest == 0)
        graph->strongest = REN_PICTURE_STRONGEST;
    *options = (RenPictureOptions){.wording = c->wording,
                                   .title = c->title,
                                   .source = c->source,
                                   .since = c->first,
                                   .until = c->last,
                                   .issues = issues,
                                   .weighting = graph->weighting,
                                   .by_community = graph->by_community,
                                   .names = c->names,
                                   .dpi = c->dpi};
    return TRUE;
}
