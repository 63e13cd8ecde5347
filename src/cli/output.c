#include "cli/output.h"

#include "base/error.h"
#include "base/lock.h"
#include "base/message.h"
#include "cli/project.h"
#include "graph/classic.h"
#include "graph/dot.h"
#include "graph/graphml.h"
#include "graph/graphology.h"
#include "graph/tables.h"
#include "store/migrate.h"
#include "store/query.h"

static const struct {
    const char *name; /* of --format, and the end of the file's name */
    const char *file; /* in the output folder */
} formats[REN_N_FORMATS] = {
    [REN_FORMAT_GRAPHML] = {"graphml", "network.graphml"},
    [REN_FORMAT_GEXF] = {"gexf", "network.gexf"},
    [REN_FORMAT_DOT] = {"dot", "network.dot"},
    [REN_FORMAT_GML] = {"gml", "network.gml"},
    [REN_FORMAT_PAJEK] = {"pajek", "network.net"},
    [REN_FORMAT_JSON] = {"json", "network.json"},
    [REN_FORMAT_CSV_NODES] = {"csv", "nodes.csv"},
    [REN_FORMAT_CSV_EDGES] = {NULL, "edges.csv"},
    [REN_FORMAT_SVG] = {"svg", "network.svg"},
    [REN_FORMAT_PDF] = {"pdf", "network.pdf"},
    [REN_FORMAT_PNG] = {"png", "network.png"},
};

gboolean
ren_format_parse(const char *name, RenFormat *format)
{
    if (g_ascii_strcasecmp(name, "gv") == 0)
        name = "dot";
    if (g_ascii_strcasecmp(name, "net") == 0)
        name = "pajek";
    for (guint i = 0; i < REN_N_FORMATS; i++) {
        if (formats[i].name != NULL && g_ascii_strcasecmp(name, formats[i].name) == 0) {
            *format = i;
            return TRUE;
        }
    }
    return FALSE;
}

gboolean
ren_format_is_picture(RenFormat format)
{
    return format >= REN_FORMAT_SVG && format <= REN_FORMAT_PNG;
}

const char *
ren_format_list(void)
{
    return "graphml, gexf, dot, gml, pajek, json, csv, svg, pdf, png";
}

char *
ren_output_folder(const char *dir, GError **error)
{
    if (dir != NULL)
        return g_strdup(dir);
    g_auto(RenProject) project;
    if (!ren_project_load(&project, error))
        return NULL;
    return g_strdup(project.output != NULL ? project.output : REN_OUTPUT_FOLDER);
}

/* "人脉 2023-05-18 – 2024-06": what lies between the days of the archive, or those of the options. */
void
ren_looks_describe(RenLooks *looks, RenStore *store, const RenGraphOptions *options)
{
    g_autofree char *first = NULL;
    ren_looks_clear(looks);
    ren_query_days(store, &first, &looks->date);
    const char *from = options->window.since != NULL ? options->window.since : first;
    const char *to = options->window.until != NULL ? options->window.until : looks->date;
    looks->title = from == NULL || to == NULL ? g_strdup("人脉") : g_strdup_printf("人脉 %s – %s", from, to);
    looks->gexf.title = looks->title;
    looks->gexf.date = looks->date;
}

void
ren_looks_clear(RenLooks *looks)
{
    g_clear_pointer(&looks->title, g_free);
    g_clear_pointer(&looks->date, g_free);
}

/* Puts a store of today's layout in the place of @path in @folder, one of an earlier layout. */
static gboolean
bring_up_to_date(const char *folder, const char *path, GError **error)
{
    g_autoptr(RenLock) lock = ren_lock_new(folder, TRUE, error);
    if (lock == NULL)
        return FALSE;
    guint layout = ren_migrate_find(path);
    if (layout == 0) /* who held the lock has done it */
        return TRUE;
    g_autoptr(GError) problem = NULL;
    g_autoptr(RenNewFile) file = ren_new_file_create(path, &problem);
    if (file != NULL && ren_migrate(path, ren_new_file_get_temporary(file), &problem) &&
        ren_new_file_close(file, &problem) && ren_new_file_commit(file, &problem)) {
        fprintf(stderr,
                _("renmai: %s: brought from layout %u to %d; `renmai build` would read its issues anew\n"),
                path, layout, REN_STORE_VERSION);
        return TRUE;
    }
    g_set_error(
        error, REN_ERROR, REN_ERROR_STORE,
        _("%s: it has layout %u and cannot be brought to %d (%s): see that the folder can be written, or run "
          "`renmai build` again"),
        path, layout, REN_STORE_VERSION, problem->message);
    return FALSE;
}

RenStore *
ren_output_open(const char *dir, GError **error)
{
    g_autofree char *folder = ren_output_folder(dir, error);
    g_autofree char *path = folder == NULL ? NULL : g_build_filename(folder, REN_OUTPUT_STORE, NULL);
    if (path == NULL || (ren_migrate_find(path) != 0 && !bring_up_to_date(folder, path, error)))
        return NULL;
    return ren_store_open(path, error);
}

RenNewFile *
ren_output_create_network(const char *dir, RenFormat format, GError **error)
{
    g_autofree char *path = g_build_filename(dir, formats[format].file, NULL);
    return ren_new_file_create(path, error);
}

/* What is left out is told on standard error: standard output may be the picture. */
static gboolean
write_picture(FILE *out, RenPictureFormat format, const RenGraph *graph, const RenPictureOptions *options,
              GError **error)
{
    g_autoptr(RenPicture) picture = ren_picture_new(graph, options, error);
    if (picture == NULL || !ren_picture_write(picture, format, out, error))
        return FALSE;
    g_autofree char *notes = ren_picture_dup_notes(picture);
    fputs(notes, stderr);
    return TRUE;
}

gboolean
ren_output_write_stream(FILE *out, RenFormat format, const RenGraph *graph, const RenLooks *looks,
                        GError **error)
{
    switch (format) {
    case REN_FORMAT_GRAPHML:
        return ren_graphml_write(graph, out, error);
    case REN_FORMAT_GEXF:
        return ren_gexf_write(graph, &looks->gexf, out, error);
    case REN_FORMAT_DOT:
        return ren_dot_write(graph, out, error);
    case REN_FORMAT_GML:
        return ren_gml_write(graph, out, error);
    case REN_FORMAT_PAJEK:
        return ren_pajek_write(graph, out, error);
    case REN_FORMAT_JSON:
        return ren_graphology_write(graph, out, error);
    case REN_FORMAT_CSV_NODES:
        return ren_tables_write_nodes(graph, looks->bom, out, error);
    case REN_FORMAT_SVG:
        return write_picture(out, REN_PICTURE_SVG, graph, &looks->picture, error);
    case REN_FORMAT_PDF:
        return write_picture(out, REN_PICTURE_PDF, graph, &looks->picture, error);
    case REN_FORMAT_PNG:
        return write_picture(out, REN_PICTURE_PNG, graph, &looks->picture, error);
    default:
        return ren_tables_write_edges(graph, looks->bom, out, error);
    }
}

gboolean
ren_output_write_network(RenNewFile *file, RenFormat format, const RenGraph *graph, const RenLooks *looks,
                         GError **error)
{
    FILE *out = ren_new_file_open(file, error);
    if (out == NULL || !ren_output_write_stream(out, format, graph, looks, error))
        return FALSE;
    return ren_new_file_close(file, error);
}
