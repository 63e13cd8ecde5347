/* renmai graph: the network of an earlier build, written again. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/print.h"

/* What the options ask for. */
typedef struct {
    const char *dir;     /* borrowed; where the database is */
    const char *file;    /* borrowed; the file to write, "-" for standard output, NULL for those in dir */
    gboolean one_format; /* only format */
    RenFormat format;
} Request;

/* The format that the name of a file promises. */
static gboolean
format_of_file(const char *name, RenFormat *format)
{
    const char *dot = strrchr(name, '.');
    if (dot == NULL || strchr(dot, G_DIR_SEPARATOR) != NULL)
        return FALSE;
    if (g_ascii_strcasecmp(dot, ".gv") == 0) {
        *format = REN_FORMAT_DOT;
        return TRUE;
    }
    return ren_format_parse(dot + 1, format);
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
    *request = (Request){.dir = REN_OUTPUT_FOLDER};
    if (format != NULL && !ren_format_parse(format, &request->format))
        return fail_usage(error, "no format '%s': there are graphml and dot", format);
    request->one_format = format != NULL;
    gboolean dir_given = FALSE;
    for (guint i = 0; outputs != NULL && outputs[i] != NULL; i++) {
        const char *output = outputs[i];
        RenFormat promised;
        gboolean named = format_of_file(output, &promised);
        gboolean folder = g_file_test(output, G_FILE_TEST_IS_DIR);
        if (folder || !(named || format != NULL || g_str_equal(output, "-"))) {
            if (dir_given)
                return fail_usage(error, "'%s' is a second folder: one build at a time", output);
            request->dir = output;
            dir_given = TRUE;
            continue;
        }
        if (request->file != NULL)
            return fail_usage(error, "'%s' is a second file: one at a time", output);
        if (named && format != NULL && promised != request->format)
            return fail_usage(error, "'%s' promises another format than --format", output);
        request->file = output;
        request->one_format = TRUE;
        if (named)
            request->format = promised;
    }
    return TRUE;
}

static gboolean
write_one(RenNewFile *file, RenFormat format, const RenGraph *graph, GError **error)
{
    if (file == NULL || !ren_output_write_network(file, format, graph, error) ||
        !ren_new_file_commit(file, error))
        return FALSE;
    printf("wrote %s\n", ren_new_file_get_path(file));
    return TRUE;
}

static gboolean
write_networks(const Request *request, const RenGraph *graph, GError **error)
{
    if (request->file != NULL && g_str_equal(request->file, "-"))
        return ren_output_write_stream(stdout, request->format, graph, error) && ren_print_flush(error);
    if (request->file != NULL) {
        g_autoptr(RenNewFile) file = ren_new_file_create(request->file, error);
        return write_one(file, request->format, graph, error);
    }
    for (guint i = 0; i < REN_N_FORMATS; i++) {
        if (request->one_format && request->format != i)
            continue;
        g_autoptr(RenNewFile) file = ren_output_create_network(request->dir, i, error);
        if (!write_one(file, i, graph, error))
            return FALSE;
    }
    return ren_print_flush(error);
}

gboolean
ren_cmd_graph(int argc, char **argv, GError **error)
{
    g_auto(GStrv) rest = NULL;
    g_auto(GStrv) outputs = NULL;
    g_autofree char *format = NULL;
    const GOptionEntry entries[] = {
        {"format", 'f', 0, G_OPTION_ARG_FILENAME, &format, "graphml or dot (default: both)", "FORMAT"},
        {"output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &outputs,
         "The folder of the build (default: " REN_OUTPUT_FOLDER
         "), or the file to write; both by giving it twice",
         "DIR|FILE"},
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "", "Writes the network of an earlier build again.",
            "An argument of -o that ends in .graphml, .dot or .gv is the file to write, and so is, with\n"
            "--format, whatever is no folder; - is standard output. Without a file, network.graphml and\n"
            "network.dot in the folder are replaced.",
            0, 0, &rest, error))
        return FALSE;
    Request request;
    if (!read_request(&request, outputs, format, error))
        return FALSE;
    g_autoptr(RenStore) store = ren_output_open(request.dir, error);
    if (store == NULL)
        return FALSE;
    g_autoptr(RenGraph) graph = ren_graph_new(store, NULL, error);
    if (graph == NULL)
        return FALSE;
    /* Until here nothing is written, and the user may end it at once. */
    ren_interrupt_hold();
    return write_networks(&request, graph, error);
}
