#include "cli/output.h"

#include "graph/dot.h"
#include "graph/graphml.h"

static const char *const format_names[REN_N_FORMATS] = {"graphml", "dot"};

gboolean
ren_format_parse(const char *name, RenFormat *format)
{
    for (guint i = 0; i < REN_N_FORMATS; i++) {
        if (g_ascii_strcasecmp(name, format_names[i]) == 0) {
            *format = i;
            return TRUE;
        }
    }
    return FALSE;
}

RenStore *
ren_output_open(const char *dir, GError **error)
{
    g_autofree char *path = g_build_filename(dir != NULL ? dir : REN_OUTPUT_FOLDER, REN_OUTPUT_STORE, NULL);
    return ren_store_open(path, error);
}

RenNewFile *
ren_output_create_network(const char *dir, RenFormat format, GError **error)
{
    g_autofree char *name = g_strdup_printf("network.%s", format_names[format]);
    g_autofree char *path = g_build_filename(dir, name, NULL);
    return ren_new_file_create(path, error);
}

gboolean
ren_output_write_stream(FILE *out, RenFormat format, const RenGraph *graph, GError **error)
{
    return format == REN_FORMAT_GRAPHML ? ren_graphml_write(graph, out, error)
                                        : ren_dot_write(graph, out, error);
}

gboolean
ren_output_write_network(RenNewFile *file, RenFormat format, const RenGraph *graph, GError **error)
{
    FILE *out = ren_new_file_open(file, error);
    if (out == NULL || !ren_output_write_stream(out, format, graph, error))
        return FALSE;
    return ren_new_file_close(file, error);
}
