/* The output folder: which files are in it, and how they are written. */
#pragma once
#include "base/message.h"
#include "base/newfile.h"
#include "graph/gexf.h"
#include "graph/graph.h"
#include "graph/picture.h"

#define REN_OUTPUT_FOLDER "output"
#define REN_OUTPUT_STORE "renmai.db"
#define REN_OUTPUT_GAZETTEER "gazetteer"
/* The entry of --output for GOption, of a char * owned by the caller. */
#define REN_OUTPUT_ENTRY(dir)                                                                                \
    {                                                                                                        \
        "output", 'o', 0, G_OPTION_ARG_FILENAME, dir, N_("The folder of the build (default: output)"), "DIR" \
    }

/* The files of the network; `build` writes the first three. CSV is two files, of which --format names the
 * first. */
typedef enum {
    REN_FORMAT_GRAPHML,
    REN_FORMAT_GEXF,
    REN_FORMAT_DOT,
    REN_FORMAT_GML,
    REN_FORMAT_PAJEK,
    REN_FORMAT_JSON,
    REN_FORMAT_CSV_NODES,
    REN_FORMAT_CSV_EDGES,
    REN_FORMAT_SVG, /* these three are pictures */
    REN_FORMAT_PDF,
    REN_FORMAT_PNG,
    REN_N_FORMATS
} RenFormat;
#define REN_N_BUILT_FORMATS 3

/* What else is asked of the files. */
typedef struct {
    RenGexfOptions gexf; /* borrowed strings: those below */
    gboolean bom;        /* of CSV */
    char *title;         /* owned; or NULL */
    char *date;          /* owned; or NULL */
    RenPictureOptions picture;
} RenLooks;

/* Sets in @looks what GEXF says of a network of @store with @options: a title and the last day of the
 * archive. Cleared with ren_looks_clear(). */
void ren_looks_describe(RenLooks *looks, RenStore *store, const RenGraphOptions *options);
void ren_looks_clear(RenLooks *looks);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RenLooks, ren_looks_clear)

/* The format called @name, as in --format ("graphml") or at the end of a file's name ("gv"). FALSE where
 * there is none. */
gboolean ren_format_parse(const char *name, RenFormat *format);
/* Whether it is a picture. */
gboolean ren_format_is_picture(RenFormat format);
/* All names that --format knows, parted by ", ". */
const char *ren_format_list(void);

/* The output folder: @dir where an option names one, else the project file's, else the usual one. Owned by
 * the caller; NULL with @error set where the project file is wrong. */
char *ren_output_folder(const char *dir, GError **error);

/* The store in that folder, opened for reading; one of an earlier layout is brought up to date first
 * (store/migrate.h), which is told on standard error. Freed with ren_store_free(); NULL with @error set as by
 * ren_store_open(). */
RenStore *ren_output_open(const char *dir, GError **error);

/* Begins the network's file of @format in folder @dir. Freed with ren_new_file_free(); NULL with @error set.
 */
RenNewFile *ren_output_create_network(const char *dir, RenFormat format, GError **error);

/* Writes @graph to @file and closes it; it still has to be committed. FALSE with @error set. */
gboolean ren_output_write_network(RenNewFile *file, RenFormat format, const RenGraph *graph,
                                  const RenLooks *looks, GError **error);

/* Writes @graph to @out as @format. FALSE with @error set to REN_ERROR_GRAPH. */
gboolean ren_output_write_stream(FILE *out, RenFormat format, const RenGraph *graph, const RenLooks *looks,
                                 GError **error);
