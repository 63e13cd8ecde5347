/* renmai build: issues in, the database and the network's files out. */
#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/lock.h"
#include "base/message.h"
#include "base/progress.h"
#include "base/utf8.h"
#include "cli/build-request.h"
#include "cli/command.h"
#include "cli/discovered.h"
#include "cli/gazetteer-path.h"
#include "cli/input.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/print.h"
#include "pipeline/fingerprint.h"
#include "resolve/introduced.h"
#include "store/earlier.h"
#include "store/query.h"

/* So many files are named one by one in the summary; the database holds them all. */
#define NAMED_FILES 20

/* A build under way. */
typedef struct {
    const RenBuildRequest *request;            /* borrowed */
    gboolean verbose;                          /* says what happens to each issue */
    RenNewFile *db;                            /* owned */
    RenNewFile *networks[REN_N_BUILT_FORMATS]; /* owned */
    RenNewFile *discovered[REN_N_DISCOVERED];  /* owned */
    char *made;                                /* owned; the folder of these, if it is new; else NULL */
    RenStore *store;                           /* owned */
    RenEarlier *earlier;                       /* owned; NULL where nothing can be taken over */
    guint taken;                               /* issues that were */
    guint read;                                /* issues that were not */
    guint gone;                                /* issues of the earlier build that are not among these */
    RenPipeline *pipeline;                     /* owned */
    char *fingerprint;                         /* owned; of program and gazetteer */
    char *words;                               /* owned; likewise of words */
    char *decisions;                           /* owned; of the user's decisions */
    GChecksum *state;                          /* owned; of all that the result depends on */
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
    ren_earlier_free(build->earlier);
    ren_store_free(build->store);
    for (guint i = 0; i < REN_N_BUILT_FORMATS; i++)
        ren_new_file_free(build->networks[i]);
    for (guint i = 0; i < REN_N_DISCOVERED; i++)
        ren_new_file_free(build->discovered[i]);
    if (build->made != NULL)
        g_rmdir(build->made); /* where nothing has come into it */
    g_free(build->made);
    ren_new_file_free(build->db);
    g_ptr_array_unref(build->encodings);
    g_ptr_array_unref(build->damaged);
    g_ptr_array_unref(build->estimated);
    g_ptr_array_unref(build->undated);
    g_ptr_array_unref(build->problems);
    ren_introduced_free(build->introduced);
    ren_pipeline_free(build->pipeline);
    g_free(build->fingerprint);
    g_free(build->words);
    g_free(build->decisions);
    g_checksum_free(build->state);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Build, build_clear)

static void
build_init(Build *build, const RenBuildRequest *request)
{
    *build = (Build){.request = request, .state = g_checksum_new(G_CHECKSUM_SHA256)};
    build->encodings = g_ptr_array_new_with_free_func(g_free);
    build->damaged = g_ptr_array_new_with_free_func(g_free);
    build->estimated = g_ptr_array_new_with_free_func(g_free);
    build->undated = g_ptr_array_new_with_free_func(g_free);
    build->problems = g_ptr_array_new_with_free_func(g_free);
}

/* ---- files ---- */

/* What the store notes of the network's file @path, whose name it has or will have: its size. */
static char *
note_of(const char *path)
{
    g_autofree char *name = g_path_get_basename(path);
    return g_strconcat("size of ", name, NULL);
}

/* In bytes, as text; "" where there is no file (NULL: @path is written as it is, being a pipe). */
static char *
size_of(const char *path)
{
    GStatBuf info;
    return path != NULL && g_stat(path, &info) == 0
               ? g_strdup_printf("%" G_GINT64_FORMAT, (gint64)info.st_size)
               : g_strdup("");
}

/* Begins all files that are to be written, so that what cannot be written is known at once. */
static gboolean
create_files(Build *build, const char *dir, GError **error)
{
    g_autofree char *path = g_build_filename(dir, REN_OUTPUT_STORE, NULL);
    g_autofree char *folder = g_build_filename(dir, REN_OUTPUT_GAZETTEER, NULL);
    build->db = ren_new_file_create(path, error);
    if (build->db == NULL)
        return FALSE;
    for (guint i = 0; i < REN_N_BUILT_FORMATS; i++) {
        build->networks[i] = ren_output_create_network(dir, i, error);
        if (build->networks[i] == NULL)
            return FALSE;
    }
    gboolean made = FALSE;
    gboolean created = ren_discovered_create(folder, build->discovered, &made, error);
    if (made)
        build->made = g_steal_pointer(&folder);
    return created;
}

/* All files, in the order in which they get their names: the database comes last, so that the next build
 * finishes what this one has not. Freed with g_ptr_array_unref(). */
static GPtrArray *
list_files(const Build *build)
{
    GPtrArray *files = g_ptr_array_new();
    for (guint i = 0; i < REN_N_BUILT_FORMATS; i++)
        g_ptr_array_add(files, build->networks[i]);
    for (guint i = 0; i < REN_N_DISCOVERED; i++)
        g_ptr_array_add(files, build->discovered[i]);
    g_ptr_array_add(files, build->db);
    return files;
}

static gboolean
prepare_output(Build *build, const char *dir, gboolean anew, GError **error)
{
    g_autoptr(GError) problem = NULL;
    if (!create_files(build, dir, &problem)) {
        g_propagate_error(error, g_error_new(problem->domain, problem->code,
                                             _("%s: name another folder with -o"), problem->message));
        return FALSE;
    }
    build->store = ren_store_create(ren_new_file_get_temporary(build->db), error);
    if (build->store == NULL || !ren_store_set_meta(build->store, "version", REN_VERSION, error) ||
        !ren_store_set_meta(build->store, REN_BUILD_FINGERPRINT, build->fingerprint, error) ||
        !ren_store_set_meta(build->store, REN_BUILD_WORDS, build->words, error) ||
        !ren_store_set_meta(build->store, REN_BUILD_DECISIONS, build->decisions, error) ||
        !ren_build_request_note(build->request, build->store, error))
        return FALSE;
    if (!anew)
        build->earlier = ren_earlier_new(build->store, ren_new_file_get_path(build->db));
    return TRUE;
}

/* The folder, made where it is new, locked against other writers, and rid of what killed ones have left. */
static RenLock *
open_folder(const char *dir, gboolean wait, GError **error)
{
    if (g_mkdir_with_parents(dir, 0777) != 0) {
        int code = errno;
        g_set_error(error, G_IO_ERROR, g_io_error_from_errno(code),
                    _("output folder '%s' cannot be made (%s): name another with -o"), dir, g_strerror(code));
        return NULL;
    }
    RenLock *lock = ren_lock_new(dir, wait, error);
    g_autofree char *tables = g_build_filename(dir, REN_OUTPUT_GAZETTEER, NULL);
    if (lock != NULL) {
        ren_new_file_sweep(dir);
        ren_new_file_sweep(tables);
    }
    return lock;
}

/* ---- issues ---- */

/* Notes what the summary tells of @issue, and the short names that it introduces. */
static void
note_issue(Build *build, const RenIssue *issue)
{
    if (g_strcmp0(issue->encoding, "UTF-8") != 0)
        g_ptr_array_add(build->encodings, g_strdup_printf("%s  %s", issue->doc, issue->encoding));
    if (issue->invalid_bytes > 0)
        g_ptr_array_add(build->damaged, g_strdup_printf("%s  %u", issue->doc, issue->invalid_bytes));
    if (issue->date == NULL)
        g_ptr_array_add(build->undated, g_strdup(issue->doc));
    else if (issue->date_source == REN_DATE_TEXT)
        g_ptr_array_add(build->estimated, g_strdup_printf("%s  %s", issue->doc, issue->date));
    ren_introduced_add(build->introduced, issue);
    g_checksum_update(build->state, (const guchar *)issue->key, -1);
}

static gboolean
has_same_words(const RenIssue *issue, gpointer pipeline)
{
    g_autofree char *words = ren_pipeline_words_key(pipeline, issue);
    return g_strcmp0(words, issue->words) == 0;
}

/* Takes @issue over from the earlier build, where that has read the same. */
static gboolean
take_issue(RenIssue *issue, gpointer data, gboolean *taken, GError **error)
{
    Build *build = data;
    RenTold told = ren_build_request_told(build->request);
    issue->key = ren_pipeline_reading_key(build->pipeline, issue, &told, build->fingerprint);
    if (build->earlier == NULL)
        return TRUE;
    if (!ren_earlier_take(build->earlier, issue, has_same_words, build->pipeline, taken, error))
        return FALSE;
    if (*taken) {
        build->taken++;
        note_issue(build, issue);
        if (build->verbose)
            printf(_("as before  %s\n"), issue->doc);
    }
    return TRUE;
}

static gboolean
add_issue(const RenIssue *issue, gpointer data, GError **error)
{
    Build *build = data;
    build->read++;
    note_issue(build, issue);
    if (build->verbose)
        printf(_("read       %s  %s, %u articles\n"), issue->doc,
               issue->date != NULL ? issue->date : _("no date"), issue->articles->len);
    return ren_store_add_issue(build->store, issue, error);
}

/* The short names that were looked for, as they are noted; NULL: none. */
static char *
list_sought(const GPtrArray *aliases)
{
    if (aliases->len == 0)
        return NULL;
    GString *list = g_string_new(NULL);
    for (guint i = 0; i < aliases->len; i++) {
        const RenAlias *alias = aliases->pdata[i];
        g_string_append_printf(list, "%s%s:%s", i > 0 ? ";" : "", ren_kind_name(alias->kind), alias->brief);
    }
    return g_string_free(list, FALSE);
}

/* Reads issues again that print short names which other issues have introduced, unless they were read so. */
static gboolean
read_again(Build *build, GError **error)
{
    for (guint n = 1; n <= ren_store_n_issues(build->store); n++) {
        g_autoptr(RenIssue) issue = ren_store_read_issue(build->store, n, error);
        if (issue == NULL || ren_interrupt_asked(error))
            return FALSE;
        g_autoptr(GPtrArray) aliases = ren_introduced_find(build->introduced, issue);
        g_autofree char *sought = list_sought(aliases);
        if (g_strcmp0(sought, issue->sought) == 0)
            continue;
        g_free(issue->sought);
        issue->sought = g_steal_pointer(&sought);
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

/* ---- the end ---- */

/* Whether the build that is there is what this one would make, and its files are as it left them. */
static gboolean
is_up_to_date(Build *build)
{
    if (build->earlier == NULL || build->gone > 0 || build->taken != ren_store_n_issues(build->store))
        return FALSE;
    g_autoptr(RenStore) old = ren_store_open(ren_new_file_get_path(build->db), NULL);
    g_autofree char *state = old == NULL ? NULL : ren_query_meta(old, "state");
    gboolean same = g_strcmp0(state, g_checksum_get_string(build->state)) == 0;
    for (guint i = 0; same && i < REN_N_BUILT_FORMATS; i++) {
        const char *path = ren_new_file_get_path(build->networks[i]);
        g_autofree char *note = note_of(path), *size = size_of(path);
        g_autofree char *noted = ren_query_meta(old, note);
        same = g_strcmp0(size, noted) == 0;
    }
    for (guint i = 0; same && i < REN_N_DISCOVERED; i++)
        same = g_file_test(ren_new_file_get_path(build->discovered[i]), G_FILE_TEST_EXISTS);
    return same;
}

/* Draws and writes the network, and notes what the next build needs to know of its files. */
static gboolean
write_networks(Build *build, RenProgress *progress, GError **error)
{
    ren_progress_say(progress, _("drawing the network"));
    RenGraphOptions options;
    ren_graph_options_init(&options);
    options.days = TRUE; /* GEXF shows time */
    g_auto(RenLooks) looks = {0};
    ren_looks_describe(&looks, build->store, &options);
    g_autoptr(RenGraph) graph = ren_graph_new(build->store, &options, error);
    if (graph == NULL)
        return FALSE;
    ren_progress_say(progress, _("writing the network"));
    for (guint i = 0; i < REN_N_BUILT_FORMATS; i++) {
        if (!ren_output_write_network(build->networks[i], i, graph, &looks, error))
            return FALSE;
        g_autofree char *note = note_of(ren_new_file_get_path(build->networks[i]));
        g_autofree char *size = size_of(ren_new_file_get_temporary(build->networks[i]));
        if (!ren_store_set_meta(build->store, note, size, error))
            return FALSE;
    }
    return ren_store_set_meta(build->store, "state", g_checksum_get_string(build->state), error);
}

/* All is read: finishes the database, writes the network, and gives the files their names. */
static gboolean
finish(Build *build, RenCounts *counts, gboolean quiet, GError **error)
{
    g_autoptr(RenProgress) progress = quiet ? NULL : ren_progress_new(0);
    ren_progress_say(progress, _("looking for short names"));
    if (!read_again(build, error))
        return FALSE;
    ren_progress_say(progress, _("writing the database"));
    g_clear_pointer(&build->earlier, ren_earlier_free);
    if (!ren_store_finish(build->store, ren_pipeline_get_identity(build->pipeline), build->problems, error) ||
        !ren_store_count(build->store, counts, error))
        return FALSE;
    if (ren_interrupt_asked(error))
        return FALSE;
    ren_progress_say(progress, _("writing the gazetteer"));
    if (!ren_discovered_write(build->store, build->pipeline, build->discovered, error) ||
        !write_networks(build, progress, error))
        return FALSE;
    g_clear_pointer(&build->store, ren_store_free);
    if (!ren_new_file_close(build->db, error) || ren_interrupt_asked(error))
        return FALSE;
    g_autoptr(GPtrArray) files = list_files(build);
    for (guint i = 0; i < files->len; i++)
        if (!ren_new_file_commit(files->pdata[i], error))
            return FALSE;
    return TRUE;
}

/* ---- the summary ---- */

/* @note is a format with one %u, for @noted. */
static void
print_count(const char *what, guint count, const char *note, guint noted)
{
    g_autofree char *label = ren_utf8_pad(what, 14);
    g_autofree char *text = noted > 0 ? g_strdup_printf(note, noted) : g_strdup("");
    printf("%s%8u%s%s\n", label, count, noted > 0 ? "  " : "", text);
}

/* What is there more than once. */
static void
print_copies(const RenCounts *counts)
{
    if (counts->copies > 0)
        printf(P_("\n%u issue is a copy of another, not counted again\n",
                  "\n%u issues are copies of others, not counted again\n", counts->copies),
               counts->copies);
    if (counts->reprints > 0)
        printf(P_("\n%u article is a reprint, not counted again\n",
                  "\n%u articles are reprints, not counted again\n", counts->reprints),
               counts->reprints);
}

static void
print_files(const char *what, const GPtrArray *files)
{
    if (files->len == 0)
        return;
    printf("\n%s\n", what);
    for (guint i = 0; i < files->len && i < NAMED_FILES; i++)
        printf("  %s\n", (char *)files->pdata[i]);
    if (files->len > NAMED_FILES)
        printf(_("  and %u more: see table issue of the database\n"), files->len - NAMED_FILES);
}

static void
print_written(const Build *build)
{
    printf(_("\nwrote %s"), ren_new_file_get_path(build->db));
    for (guint i = 0; i < REN_N_BUILT_FORMATS; i++)
        printf(", %s", ren_new_file_get_path(build->networks[i]));
    g_autofree char *folder = g_path_get_dirname(ren_new_file_get_path(build->discovered[0]));
    printf(", %s/\n", folder);
    puts(_("what is doubtful: renmai review"));
}

static void
print_summary(const Build *build, const RenCounts *counts, const RenInputCount *input, gboolean written,
              gint64 start)
{
    print_count(C_("count", "issues"), counts->issues, _("(%u files, or parts of files, left out)"),
                input->left_out);
    if (build->taken > 0 || build->gone > 0)
        print_count(C_("count", "of them read"), build->read, _("(%u of the last build gone or changed)"),
                    build->gone);
    print_count(C_("count", "articles"), counts->articles, _("(%u with a doubtful border)"),
                counts->doubtful);
    print_count(C_("count", "persons"), counts->persons, _("(%u of them reporters, kept out of the network)"),
                counts->reporters);
    print_count(C_("count", "organisations"), counts->orgs, NULL, 0);
    print_count(C_("count", "places"), counts->places, NULL, 0);
    print_count(C_("count", "companies"), counts->companies, NULL, 0);
    print_count(C_("count", "links"), counts->links, NULL, 0);
    g_autofree char *seconds = ren_utf8_pad(C_("count", "seconds"), 14);
    printf("%s%8.1f\n", seconds, (g_get_monotonic_time() - start) / (double)G_USEC_PER_SEC);
    print_copies(counts);
    print_files(_("not UTF-8:"), build->encodings);
    print_files(_("bytes that are no text in the file's encoding:"), build->damaged);
    print_files(_("date estimated from the text:"), build->estimated);
    print_files(_("no date found (give one with --date):"), build->undated);
    print_files(_("decisions that cannot be kept:"), build->problems);
    if (written)
        print_written(build);
    else
        puts(_("\nnothing has changed since the last build, and nothing was written"));
}

/* ---- the command ---- */

/* What was asked for is noted in the database, and so is a part of the result. */
static void
add_request(Build *build)
{
    char **const lists[] = {build->request->paths, build->request->gazetteers,
                            (char *[]){build->request->home, NULL}, (char *[]){build->request->date, NULL},
                            (char *[]){build->request->paper, NULL}};
    for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
        for (guint k = 0; lists[i] != NULL && lists[i][k] != NULL; k++)
            g_checksum_update(build->state, (const guchar *)lists[i][k], strlen(lists[i][k]) + 1);
        g_checksum_update(build->state, (const guchar *)"", 1);
    }
}

/* Loads the gazetteer and what depends on it. */
static gboolean
load(Build *build, GError **error)
{
    g_auto(GStrv) dirs = ren_gazetteer_dirs(build->request->gazetteers, error);
    if (dirs == NULL)
        return FALSE;
    build->pipeline = ren_pipeline_new((const char *const *)dirs, error);
    if (build->pipeline == NULL || !ren_pipeline_defer_decisions(build->pipeline, error))
        return FALSE;
    build->introduced = ren_introduced_new(ren_pipeline_get_lexicon(build->pipeline));
    build->fingerprint = ren_fingerprint((const char *const *)dirs, REN_FINGERPRINT_READING, error);
    if (build->fingerprint == NULL)
        return FALSE;
    build->words = ren_fingerprint((const char *const *)dirs, REN_FINGERPRINT_WORDS, error);
    if (build->words == NULL)
        return FALSE;
    build->decisions = ren_fingerprint((const char *const *)dirs, REN_FINGERPRINT_DECISIONS, error);
    if (build->decisions == NULL)
        return FALSE;
    add_request(build);
    g_checksum_update(build->state, (const guchar *)build->words, -1);
    g_checksum_update(build->state, (const guchar *)build->decisions, -1);
    return TRUE;
}

/* What options say of a build beside what is asked for. */
typedef struct {
    gboolean anew;    /* read all, whatever an earlier build has read */
    gboolean wait;    /* for another writer */
    gboolean quiet;   /* say only what goes wrong */
    gboolean verbose; /* say what happens to each issue */
} Manner;

/* Builds, and prints the summary. */
static gboolean
build_archive(const RenBuildRequest *request, const Manner *manner, RenInputCount *input, GError **error)
{
    gint64 start = g_get_monotonic_time();
    g_auto(Build) build;
    build_init(&build, request);
    build.verbose = manner->verbose;
    if (!load(&build, error) || !prepare_output(&build, request->dir, manner->anew, error))
        return FALSE;
    RenInputOptions options = {
        .told = ren_build_request_told(request),
        .paths = request->paths,
        .progress = !manner->quiet,
        .take = take_issue,
    };
    RenCounts counts;
    if (!ren_input_run(build.pipeline, &options, add_issue, &build, input, error))
        return FALSE;
    if (build.earlier != NULL)
        build.gone = ren_earlier_count_left(build.earlier);
    gboolean written = !is_up_to_date(&build);
    if (written) {
        if (!finish(&build, &counts, manner->quiet, error))
            return FALSE;
    } else {
        g_autoptr(RenStore) old = ren_output_open(request->dir, error);
        if (old == NULL || !ren_store_count(old, &counts, error))
            return FALSE;
    }
    if (!manner->quiet)
        print_summary(&build, &counts, input, written, start);
    return ren_print_flush(error);
}

gboolean
ren_cmd_build(int argc, char **argv, GError **error)
{
    g_auto(RenBuildRequest) request = {0};
    Manner manner = {0};
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &request.dir,
         N_("The folder to write to (default: output)"), "DIR"},
        {"gazetteer", 'g', 0, G_OPTION_ARG_FILENAME_ARRAY, &request.gazetteers,
         N_("Lay this gazetteer over the shipped one"), "DIR"},
        {"home", 0, 0, G_OPTION_ARG_FILENAME, &request.home,
         N_("The region of the paper, where the text does not say it"), "REGION"},
        {"date", 0, 0, G_OPTION_ARG_FILENAME, &request.date, N_("The date of the issues, as 2024-06-20"),
         "DATE"},
        {"paper", 0, 0, G_OPTION_ARG_FILENAME, &request.paper, N_("The name of the newspaper"), "TITLE"},
        {"anew", 0, 0, G_OPTION_ARG_NONE, &manner.anew,
         N_("Read all issues, also those that have not changed"), NULL},
        {"wait", 0, 0, G_OPTION_ARG_NONE, &manner.wait, N_("Wait while another build writes to the folder"),
         NULL},
        {"quiet", 'q', 0, G_OPTION_ARG_NONE, &manner.quiet, N_("Say only what goes wrong"), NULL},
        {"verbose", 'v', 0, G_OPTION_ARG_NONE, &manner.verbose, N_("Say what happens to each issue"), NULL},
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "[PATH...]",
            N_("Reads issues (files, or folders with all below them) and writes renmai.db, network.graphml, "
               "network.gexf and network.dot."),
            N_("Issues that an earlier build in that folder has read are not read again. Without PATH, the\n"
               "last build is repeated: its paths, -g, --home, --date and --paper. What is there already\n"
               "is replaced only when all the new files are whole."),
            0, G_MAXUINT, &request.paths, error) ||
        !ren_build_request_recall(&request, error))
        return FALSE;
    g_autoptr(RenLock) lock = open_folder(request.dir, manner.wait, error);
    if (lock == NULL)
        return FALSE;
    ren_interrupt_hold();
    RenInputCount input;
    if (!build_archive(&request, &manner, &input, error))
        return FALSE;
    if (input.left_out == 0)
        return TRUE;
    /* Each file that was left out has been told. */
    g_set_error_literal(error, REN_ERROR, REN_ERROR_PARTIAL, "");
    return FALSE;
}
