/* renmai build: issues in, the database and the network's files out. */
#include <errno.h>
#include <gio/gio.h>
#include <stdio.h>

#include "base/error.h"
#include "base/progress.h"
#include "cli/command.h"
#include "cli/discovered.h"
#include "cli/input.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/print.h"
#include "resolve/introduced.h"
#include "store/query.h"

/* So many files are named one by one in the summary; the database holds them all. */
#define NAMED_FILES 20

/* A build under way. */
typedef struct {
    RenNewFile *db;                            /* owned */
    RenNewFile *networks[REN_N_BUILT_FORMATS]; /* owned */
    RenNewFile *discovered[REN_N_DISCOVERED];  /* owned */
    RenStore *store;                           /* owned */
    RenPipeline *pipeline;                     /* owned */
    RenIntroduced *introduced;                 /* owned */
    GPtrArray *encodings;                      /* owned; of char *: "a.txt  GB18030" */
    GPtrArray *damaged;                        /* owned; files with bytes that were no text */
    GPtrArray *estimated;                      /* owned; files whose date is an estimate */
    GPtrArray *undated;                        /* owned; files without a date */
    GPtrArray *problems;                       /* owned; decisions of the user's that cannot be kept */
} Build;

static void
build_clear(Build *build)
{
    ren_store_free(build->store);
    for (guint i = 0; i < REN_N_BUILT_FORMATS; i++)
        ren_new_file_free(build->networks[i]);
    for (guint i = 0; i < REN_N_DISCOVERED; i++)
        ren_new_file_free(build->discovered[i]);
    ren_new_file_free(build->db);
    g_ptr_array_unref(build->encodings);
    g_ptr_array_unref(build->damaged);
    g_ptr_array_unref(build->estimated);
    g_ptr_array_unref(build->undated);
    g_ptr_array_unref(build->problems);
    ren_introduced_free(build->introduced);
    ren_pipeline_free(build->pipeline);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Build, build_clear)

static void
build_init(Build *build)
{
    *build = (Build){0};
    build->encodings = g_ptr_array_new_with_free_func(g_free);
    build->damaged = g_ptr_array_new_with_free_func(g_free);
    build->estimated = g_ptr_array_new_with_free_func(g_free);
    build->undated = g_ptr_array_new_with_free_func(g_free);
    build->problems = g_ptr_array_new_with_free_func(g_free);
}

/* `renmai decide` writes to the user's folder of the build. */
static gboolean
note_gazetteers(Build *build, char **gazetteers, GError **error)
{
    for (guint i = 0; gazetteers != NULL && gazetteers[i] != NULL; i++) {
        g_autofree char *key = g_strdup_printf("gazetteer-%u", i + 1);
        g_autofree char *folder = g_utf8_make_valid(gazetteers[i], -1);
        if (!ren_store_set_meta(build->store, key, folder, error))
            return FALSE;
    }
    return ren_store_set_meta(build->store, "version", REN_VERSION, error);
}

/* Makes the folder and all files that are to be written, so that what cannot be written is known at once. */
static gboolean
prepare_output(Build *build, const char *dir, char **gazetteers, GError **error)
{
    if (g_mkdir_with_parents(dir, 0777) != 0) {
        int code = errno;
        g_set_error(error, G_IO_ERROR, g_io_error_from_errno(code),
                    "output folder '%s' cannot be made (%s): name another with -o", dir, g_strerror(code));
        return FALSE;
    }
    g_autofree char *path = g_build_filename(dir, REN_OUTPUT_STORE, NULL);
    g_autoptr(GError) problem = NULL;
    build->db = ren_new_file_create(path, &problem);
    for (guint i = 0; i < REN_N_BUILT_FORMATS && problem == NULL; i++)
        build->networks[i] = ren_output_create_network(dir, i, &problem);
    g_autofree char *folder = g_build_filename(dir, REN_OUTPUT_GAZETTEER, NULL);
    if (problem == NULL)
        ren_discovered_create(folder, build->discovered, &problem);
    if (problem != NULL) {
        g_propagate_error(error, g_error_new(problem->domain, problem->code,
                                             "%s: name another folder with -o", problem->message));
        return FALSE;
    }
    build->store = ren_store_create(ren_new_file_get_temporary(build->db), error);
    return build->store != NULL && note_gazetteers(build, gazetteers, error);
}

static gboolean
add_issue(const RenIssue *issue, gpointer data, GError **error)
{
    Build *build = data;
    if (g_strcmp0(issue->encoding, "UTF-8") != 0)
        g_ptr_array_add(build->encodings, g_strdup_printf("%s  %s", issue->doc, issue->encoding));
    if (issue->invalid_bytes > 0)
        g_ptr_array_add(build->damaged, g_strdup_printf("%s  %u", issue->doc, issue->invalid_bytes));
    if (issue->date == NULL)
        g_ptr_array_add(build->undated, g_strdup(issue->doc));
    else if (issue->date_source == REN_DATE_TEXT)
        g_ptr_array_add(build->estimated, g_strdup_printf("%s  %s", issue->doc, issue->date));
    ren_introduced_add(build->introduced, issue);
    return ren_store_add_issue(build->store, issue, error);
}

/* Reads issues again that print short names which other issues have introduced. */
static gboolean
read_again(Build *build, GError **error)
{
    for (guint n = 1; n <= ren_store_n_issues(build->store); n++) {
        g_autoptr(RenIssue) issue = ren_store_read_issue(build->store, n, error);
        if (issue == NULL || ren_interrupt_asked(error))
            return FALSE;
        g_autoptr(GPtrArray) aliases = ren_introduced_find(build->introduced, issue);
        if (aliases->len == 0)
            continue;
        g_autoptr(GPtrArray) wanted = g_ptr_array_new_with_free_func((GDestroyNotify)ren_wanted_free);
        for (guint i = 0; i < aliases->len; i++) {
            const RenAlias *alias = aliases->pdata[i];
            g_ptr_array_add(wanted, ren_wanted_new(alias->brief, alias->kind));
        }
        ren_pipeline_run_again(build->pipeline, issue, wanted);
        if (!ren_store_replace_issue(build->store, n, issue, error))
            return FALSE;
    }
    return TRUE;
}

/* All is read: finishes the database, writes the network, and gives the files their names. */
static gboolean
finish(Build *build, RenCounts *counts, GError **error)
{
    g_autoptr(RenProgress) progress = ren_progress_new(0);
    ren_progress_say(progress, "looking for short names");
    if (!read_again(build, error))
        return FALSE;
    ren_progress_say(progress, "writing the database");
    if (!ren_store_finish(build->store, ren_pipeline_get_identity(build->pipeline), build->problems, error) ||
        !ren_store_count(build->store, counts, error))
        return FALSE;
    if (ren_interrupt_asked(error))
        return FALSE;
    ren_progress_say(progress, "writing the gazetteer");
    if (!ren_discovered_write(build->store, build->pipeline, build->discovered, error))
        return FALSE;
    ren_progress_say(progress, "drawing the network");
    RenGraphOptions options;
    ren_graph_options_init(&options);
    options.days = TRUE; /* GEXF shows time */
    g_autofree char *last = ren_query_last_day(build->store);
    RenLooks looks = {.gexf.date = last};
    g_autoptr(RenGraph) graph = ren_graph_new(build->store, &options, error);
    if (graph == NULL)
        return FALSE;
    ren_progress_say(progress, "writing the network");
    for (guint i = 0; i < REN_N_BUILT_FORMATS; i++)
        if (!ren_output_write_network(build->networks[i], i, graph, &looks, error))
            return FALSE;
    g_clear_pointer(&build->store, ren_store_free);
    if (!ren_new_file_close(build->db, error) || ren_interrupt_asked(error))
        return FALSE;
    for (guint i = 0; i < REN_N_BUILT_FORMATS; i++)
        if (!ren_new_file_commit(build->networks[i], error))
            return FALSE;
    for (guint i = 0; i < REN_N_DISCOVERED; i++)
        if (!ren_new_file_commit(build->discovered[i], error))
            return FALSE;
    return ren_new_file_commit(build->db, error);
}

static void
print_count(const char *what, guint count, const char *note, guint noted)
{
    printf("%-14s%8u", what, count);
    if (noted > 0)
        printf("  (%u %s)", noted, note);
    putchar('\n');
}

/* What is there more than once. */
static void
print_copies(const RenCounts *counts)
{
    if (counts->copies > 0)
        printf("\n%u %s, not counted again\n", counts->copies,
               counts->copies == 1 ? "issue is a copy of another" : "issues are copies of others");
    if (counts->reprints > 0)
        printf("\n%u %s, not counted again\n", counts->reprints,
               counts->reprints == 1 ? "article is a reprint" : "articles are reprints");
}

static void
print_files(const char *what, const GPtrArray *files)
{
    if (files->len == 0)
        return;
    printf("\n%s:\n", what);
    for (guint i = 0; i < files->len && i < NAMED_FILES; i++)
        printf("  %s\n", (char *)files->pdata[i]);
    if (files->len > NAMED_FILES)
        printf("  and %u more: see table issue of the database\n", files->len - NAMED_FILES);
}

static void
print_summary(const Build *build, const RenCounts *counts, const RenInputCount *input, gint64 start)
{
    print_count("issues", counts->issues, "files, or parts of files, left out", input->left_out);
    print_count("articles", counts->articles, "with a doubtful border", counts->doubtful);
    print_count("persons", counts->persons, "of them reporters, kept out of the network", counts->reporters);
    print_count("organisations", counts->orgs, NULL, 0);
    print_count("places", counts->places, NULL, 0);
    print_count("companies", counts->companies, NULL, 0);
    print_count("links", counts->links, NULL, 0);
    printf("%-14s%8.1f\n", "seconds", (g_get_monotonic_time() - start) / (double)G_USEC_PER_SEC);
    print_copies(counts);
    print_files("not UTF-8", build->encodings);
    print_files("bytes that are no text in the file's encoding", build->damaged);
    print_files("date estimated from the text", build->estimated);
    print_files("no date found (give one with --date)", build->undated);
    print_files("decisions that cannot be kept", build->problems);
    printf("\nwrote %s", ren_new_file_get_path(build->db));
    for (guint i = 0; i < REN_N_BUILT_FORMATS; i++)
        printf(", %s", ren_new_file_get_path(build->networks[i]));
    g_autofree char *folder = g_path_get_dirname(ren_new_file_get_path(build->discovered[0]));
    printf(", %s/\n", folder);
    puts("what is doubtful: renmai review");
}

gboolean
ren_cmd_build(int argc, char **argv, GError **error)
{
    g_auto(GStrv) gazetteers = NULL;
    g_auto(GStrv) paths = NULL;
    g_autofree char *dir = NULL;
    g_autofree char *home = NULL;
    g_autofree char *date = NULL;
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &dir,
         "The folder to write to (default: " REN_OUTPUT_FOLDER ")", "DIR"},
        {"gazetteer", 'g', 0, G_OPTION_ARG_FILENAME_ARRAY, &gazetteers,
         "Lay this gazetteer over the shipped one", "DIR"},
        {"home", 0, 0, G_OPTION_ARG_FILENAME, &home,
         "The region of the paper, where the text does not say it", "REGION"},
        {"date", 0, 0, G_OPTION_ARG_FILENAME, &date, "The date of the issues, as 2024-06-20", "DATE"},
        {NULL},
    };
    if (!ren_command_parse(argc, argv, entries, "PATH...",
                           "Reads issues (files, or folders with all below them) and writes " REN_OUTPUT_STORE
                           ", network.graphml, network.gexf and network.dot.",
                           "What is there already is replaced only when all the new files are whole.", 1,
                           G_MAXUINT, &paths, error))
        return FALSE;
    gint64 start = g_get_monotonic_time();
    ren_interrupt_hold();
    g_auto(Build) build;
    build_init(&build);
    build.pipeline = ren_input_load(gazetteers, error);
    if (build.pipeline == NULL)
        return FALSE;
    build.introduced = ren_introduced_new(ren_pipeline_get_lexicon(build.pipeline));
    if (!prepare_output(&build, dir != NULL ? dir : REN_OUTPUT_FOLDER, gazetteers, error))
        return FALSE;
    RenInputOptions options = {
        .home = home,
        .date = date,
        .paths = paths,
        .progress = TRUE,
    };
    RenInputCount input;
    RenCounts counts;
    if (!ren_input_run(build.pipeline, &options, add_issue, &build, &input, error) ||
        !finish(&build, &counts, error))
        return FALSE;
    print_summary(&build, &counts, &input, start);
    if (!ren_print_flush(error))
        return FALSE;
    if (input.left_out == 0)
        return TRUE;
    /* Each file that was left out has been told. */
    g_set_error_literal(error, REN_ERROR, REN_ERROR_PARTIAL, "");
    return FALSE;
}
