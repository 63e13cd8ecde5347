/* renmai graph: the network of an earlier build, or a part of it, written in any format, or measured. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/message.h"
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/graph-options.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/picture-options.h"
#include "cli/print.h"
#include "graph/summary.h"

/* What the options ask for. */
typedef struct {
    const char *dir;     /* borrowed; where the database is */
    const char *file;    /* borrowed; the file to write, "-" for standard output, NULL for those in dir */
    gboolean all;        /* every format */
    gboolean one_format; /* only format */
    RenFormat format;
    RenLooks looks;
} Request;

static void
request_clear(Request *request)
{
    ren_looks_clear(&request->looks);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Request, request_clear)

/* The format that the name of a file promises. */
static gboolean
format_of_file(const char *name, RenFormat *format)
{
    const char *dot = strrchr(name, '.');
    return dot != NULL && strchr(dot, G_DIR_SEPARATOR) == NULL && ren_format_parse(dot + 1, format);
}

static gboolean
fail_usage(GError **error, const char *format, const char *what)
{
    g_set_error(error, REN_ERROR, REN_ERROR_USAGE, format, what);
    return FALSE;
}

/* -o names the folder, as with every command, or the file to write: what has the ending of a network's file,
 * "-", and with --format whatever is no folder. It may be given twice, once for each. */
static gboolean
read_request(Request *request, char **outputs, const char *format, GError **error)
{
    *request = (Request){.all = g_strcmp0(format, "all") == 0};
    if (format != NULL && !request->all && !ren_format_parse(format, &request->format))
        return g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("no format '%s': there are %s, and all"),
                           format, ren_format_list()),
               FALSE;
    request->one_format = format != NULL && !request->all;
    gboolean dir_given = FALSE;
    for (guint i = 0; outputs != NULL && outputs[i] != NULL; i++) {
        const char *output = outputs[i];
        RenFormat promised;
        gboolean named = format_of_file(output, &promised);
        gboolean folder = g_file_test(output, G_FILE_TEST_IS_DIR);
        if (folder || !(named || request->one_format || g_str_equal(output, "-"))) {
            if (dir_given)
                return fail_usage(error, _("'%s' is a second folder: one build at a time"), output);
            request->dir = output;
            dir_given = TRUE;
            continue;
        }
        if (request->file != NULL)
            return fail_usage(error, _("'%s' is a second file: one at a time"), output);
        if (request->all)
            return fail_usage(error, _("'%s' is one file: --format all writes them all into a folder"),
                              output);
        if (named && format != NULL && promised != request->format)
            return fail_usage(error, _("'%s' promises another format than --format"), output);
        request->file = output;
        request->one_format = TRUE;
        if (named)
            request->format = promised;
    }
    if (request->file != NULL && request->format == REN_FORMAT_CSV_NODES)
        return fail_usage(error, _("'%s': CSV is two files, nodes.csv and edges.csv: name a folder"),
                          request->file);
    return TRUE;
}

/* Whether the file @name is where standard output goes, as /dev/stdout is: no word may stand beside the
 * network there. */
static gboolean
is_standard_output(const char *name)
{
    GStatBuf file;
    struct stat out;
    return g_str_equal(name, "-") || (g_stat(name, &file) == 0 && fstat(STDOUT_FILENO, &out) == 0 &&
                                      file.st_dev == out.st_dev && file.st_ino == out.st_ino);
}

/* Whether a file of @format is asked for. */
static gboolean
wants(const Request *request, RenFormat format)
{
    if (request->all)
        return !ren_format_is_picture(format);
    if (!request->one_format)
        return format < REN_N_BUILT_FORMATS;
    return request->format == format ||
           (format == REN_FORMAT_CSV_EDGES && request->format == REN_FORMAT_CSV_NODES);
}

/* All files take their places only when all are whole: they are of one network. */
static gboolean
write_networks(const Request *request, const RenGraph *graph, GError **error)
{
    if (request->file != NULL && is_standard_output(request->file))
        return ren_output_write_stream(stdout, request->format, graph, &request->looks, error) &&
               ren_print_flush(error);
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func((GDestroyNotify)ren_new_file_free);
    for (guint i = 0; i < REN_N_FORMATS; i++) {
        if (!wants(request, i))
            continue;
        RenNewFile *file = request->file != NULL ? ren_new_file_create(request->file, error)
                                                 : ren_output_create_network(request->dir, i, error);
        if (file == NULL)
            return FALSE;
        g_ptr_array_add(files, file);
        if (!ren_output_write_network(file, i, graph, &request->looks, error))
            return FALSE;
        g_debug("wrote %s", ren_new_file_get_path(file));
    }
    for (guint i = 0; i < files->len; i++) {
        if (!ren_new_file_commit(files->pdata[i], error))
            return FALSE;
        printf(_("wrote %s\n"), ren_new_file_get_path(files->pdata[i]));
    }
    return ren_print_flush(error);
}

/* @gexf: GEXF will be written. */
static gboolean
read_looks(Request *request, const char *version, gboolean bom, gboolean gexf, GError **error)
{
    if (version != NULL && !g_str_equal(version, "1.3") && !g_str_equal(version, "1.2"))
        return fail_usage(error, _("--gexf-version '%s': there are 1.3 and 1.2"), version);
    if (version != NULL && !gexf)
        return fail_usage(error, _("--gexf-version %s: no GEXF is to be written"), version);
    if (bom && request->format != REN_FORMAT_CSV_NODES)
        return fail_usage(error, _("%s is for CSV: give --format csv too"), "--bom");
    request->looks.bom = bom;
    request->looks.gexf.version = g_strcmp0(version, "1.2") == 0 ? REN_GEXF_1_2 : REN_GEXF_1_3;
    return TRUE;
}

/* The ids of the entity that --ego names, and of its node. */
static gboolean
find_ego(RenStore *store, const RenGraphChoice *choice, RenGraphOptions *options, char **id, char **node,
         GError **error)
{
    if (choice->ego == NULL)
        return TRUE;
    RenEntity *entity = ren_choose_entity(store, choice->ego, error);
    if (entity == NULL)
        return FALSE;
    *id = g_strdup(entity->key);
    *node = g_strdup(entity->node);
    options->ego = *id;
    ren_entity_free(entity);
    return TRUE;
}

static gboolean
print_stats(const RenGraph *graph, GError **error)
{
    g_autofree char *text = ren_graph_summary(graph);
    fputs(text, stdout);
    return ren_print_flush(error);
}

gboolean
ren_cmd_graph(int argc, char **argv, GError **error)
{
    g_auto(GStrv) rest = NULL;
    g_auto(GStrv) outputs = NULL;
    g_autofree char *format = NULL;
    g_autofree char *version = NULL;
    gboolean stats = FALSE, bom = FALSE;
    g_auto(RenGraphChoice) choice;
    ren_graph_choice_init(&choice);
    GOptionEntry which[REN_N_GRAPH_ENTRIES + 1];
    ren_graph_choice_entries(&choice, which);
    g_auto(RenPictureChoice) picture;
    ren_picture_choice_init(&picture);
    GOptionEntry how[REN_N_PICTURE_ENTRIES + 1];
    ren_picture_choice_entries(&picture, how);
    const GOptionEntry own[] = {
        {"format", 'f', 0, G_OPTION_ARG_FILENAME, &format,
         N_("graphml, gexf, dot, gml, pajek, json, csv, or all of these, or a picture: svg, pdf, png "
            "(default: "
            "the first three)"),
         "FORMAT"},
        {"output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &outputs,
         N_("The folder of the build (default: output), or the file to write; both by giving it twice"),
         "DIR|FILE"},
        {"stats", 0, 0, G_OPTION_ARG_NONE, &stats, N_("Print what the network is like, and write nothing"),
         NULL},
        {"gexf-version", 0, 0, G_OPTION_ARG_FILENAME, &version, N_("1.3, or 1.2 for older readers"),
         "VERSION"},
        {"bom", 0, 0, G_OPTION_ARG_NONE, &bom, N_("Begin CSV files with a byte order mark, for Excel"), NULL},
    };
    GOptionEntry entries[G_N_ELEMENTS(own) + REN_N_GRAPH_ENTRIES + REN_N_PICTURE_ENTRIES + 1];
    memcpy(entries, own, sizeof(own));
    memcpy(entries + G_N_ELEMENTS(own), which, sizeof(which));
    memcpy(entries + G_N_ELEMENTS(own) + REN_N_GRAPH_ENTRIES, how, sizeof(how));
    if (!ren_command_parse(
            argc, argv, entries, "",
            N_("Writes the network of an earlier build, or the part of it that the options choose."),
            N_("An argument of -o that ends like a network's file (.graphml, .gexf, .dot, .gv, .gml, .net, "
               ".json, .svg, .pdf,\n.png) is "
               "the file to write, and so is, with --format, whatever is no folder; - is standard output. "
               "Without a\n"
               "file, those in the folder are replaced: network.graphml, network.gexf and network.dot, or "
               "those "
               "of\n"
               "--format (csv: nodes.csv and edges.csv).\n"
               "A picture shows the 100 strongest names, and of each the 4 strongest ties, unless --top and "
               "--strongest say otherwise."),
            0, 0, &rest, error))
        return FALSE;
    g_auto(Request) request = {0};
    RenGraphOptions options;
    if (!read_request(&request, outputs, format, error) || !ren_graph_choice_read(&choice, &options, error))
        return FALSE;
    options.unplaced = stats;
    options.days = !stats && wants(&request, REN_FORMAT_GEXF);
    if (!read_looks(&request, version, bom, options.days, error))
        return FALSE;
    g_autofree char *ego = NULL;
    g_autofree char *node = NULL;
    g_autofree char *folder = ren_output_folder(request.dir, error);
    g_autoptr(RenStore) store = folder == NULL ? NULL : ren_output_open(folder, error);
    request.dir = folder;
    if (store == NULL || !find_ego(store, &choice, &options, &ego, &node, error))
        return FALSE;
    if (!stats && ren_format_is_picture(request.format) &&
        !ren_picture_choice_read(&picture, store, &options, &request.looks.picture, error))
        return FALSE;
    request.looks.picture.subject = node;
    ren_looks_describe(&request.looks, store, &options);
    g_autoptr(RenGraph) graph = ren_graph_new(store, &options, error);
    if (graph == NULL)
        return FALSE;
    if (stats)
        return print_stats(graph, error);
    /* Until here nothing is written, and the user may end it at once. */
    ren_interrupt_hold();
    return write_networks(&request, graph, error);
}
