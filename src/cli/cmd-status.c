/* renmai status: what has changed since the last build. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "base/utf8.h"
#include "cli/build-request.h"
#include "cli/command.h"
#include "cli/gazetteer-path.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/print.h"
#include "pipeline/fingerprint.h"
#include "store/query.h"

/* So many files of each sort are named. */
#define NAMED_FILES 20

typedef struct {
    RenPipeline *pipeline; /* borrowed */
    GHashTable *files; /* owned; files of the build (ren_query_files()); those that were seen are taken out */
    GHashTable *docs;  /* owned; set of the names of all of them */
    GPtrArray *fresh;  /* owned; of char *: files that are new */
    GPtrArray *changed; /* owned */
    guint affected;     /* others, that print words which have changed */
} Status;

static void
status_clear(Status *status)
{
    g_clear_pointer(&status->files, g_hash_table_unref);
    g_hash_table_unref(status->docs);
    g_ptr_array_unref(status->fresh);
    g_ptr_array_unref(status->changed);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Status, status_clear)

/* Compares @issue with what the build has read. */
static gboolean
compare(RenIssue *issue, gpointer data, gboolean *taken, GError **error)
{
    (void)error;
    Status *status = data;
    *taken = TRUE;
    g_autofree char *hash =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)issue->text, issue->len);
    g_autofree char *file = g_strdup_printf("%s %s", hash, issue->doc);
    gpointer key, reading;
    if (g_hash_table_steal_extended(status->files, file, &key, &reading)) {
        char *asked = strchr(reading, '\n');
        *asked = '\0';
        issue->asked = g_strdup(asked + 1);
        g_autofree char *words = ren_pipeline_words_key(status->pipeline, issue);
        status->affected += !g_str_equal(words, reading);
        g_free(key);
        g_free(reading);
        return TRUE;
    }
    g_ptr_array_add(g_hash_table_contains(status->docs, issue->doc) ? status->changed : status->fresh,
                    g_strdup(issue->doc));
    return TRUE;
}

static void
print_files(const char *what, const GPtrArray *files)
{
    g_autofree char *label = ren_utf8_pad(what, 10);
    printf("%s%6u\n", label, files->len);
    for (guint i = 0; i < files->len && i < NAMED_FILES; i++)
        printf("  %s\n", (char *)files->pdata[i]);
    if (files->len > NAMED_FILES)
        printf(_("  and %u more\n"), files->len - NAMED_FILES);
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* What is left of the files of the build, and has not changed: they are gone. */
static GPtrArray *
list_gone(const Status *status)
{
    g_autoptr(GHashTable) changed = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < status->changed->len; i++)
        g_hash_table_add(changed, status->changed->pdata[i]);
    GPtrArray *gone = g_ptr_array_new_with_free_func(g_free);
    GHashTableIter iter;
    gpointer file;
    g_hash_table_iter_init(&iter, status->files);
    while (g_hash_table_iter_next(&iter, &file, NULL)) {
        const char *doc = strchr(file, ' ') + 1;
        if (!g_hash_table_contains(changed, doc))
            g_ptr_array_add(gone, g_strdup(doc));
    }
    g_ptr_array_sort(gone, compare_names);
    return gone;
}

/* The issues of @store, for @status. */
static gboolean
load_files(Status *status, RenStore *store, GError **error)
{
    status->docs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    status->files = ren_query_files(store, error);
    if (status->files == NULL)
        return FALSE;
    GHashTableIter iter;
    gpointer file;
    g_hash_table_iter_init(&iter, status->files);
    while (g_hash_table_iter_next(&iter, &file, NULL))
        g_hash_table_add(status->docs, g_strdup(strchr(file, ' ') + 1));
    return TRUE;
}

/* Whether what the build has noted as @key is other than today's fingerprint @which. */
static gboolean
has_other(RenStore *store, const char *key, char **dirs, RenFingerprint which)
{
    g_autofree char *noted = ren_query_meta(store, key);
    g_autofree char *now = ren_fingerprint((const char *const *)dirs, which, NULL);
    return g_strcmp0(noted, now) != 0;
}

static gboolean
print_status(const Status *status, RenStore *store, char **dirs, GError **error)
{
    g_autoptr(GPtrArray) gone = list_gone(status);
    gboolean all = has_other(store, REN_BUILD_FINGERPRINT, dirs, REN_FINGERPRINT_READING);
    gboolean words = has_other(store, REN_BUILD_WORDS, dirs, REN_FINGERPRINT_WORDS);
    gboolean decisions = has_other(store, REN_BUILD_DECISIONS, dirs, REN_FINGERPRINT_DECISIONS);
    print_files(C_("issues", "new"), status->fresh);
    print_files(C_("issues", "changed"), status->changed);
    print_files(C_("issues", "gone"), gone);
    if (all)
        puts(_("the gazetteer or the program has changed: all issues will be read again"));
    else if (words)
        printf(P_("words have changed: %u more issue will be read again\n",
                  "words have changed: %u more issues will be read again\n", status->affected),
               status->affected);
    if (decisions)
        puts(_("decisions have changed: who is who will be asked again"));
    if (status->fresh->len + status->changed->len + gone->len == 0 && !all && !words && !decisions)
        puts(_("the build is up to date"));
    else
        puts(_("`renmai build` brings it up to date"));
    return ren_print_flush(error);
}

gboolean
ren_cmd_status(int argc, char **argv, GError **error)
{
    g_auto(RenBuildRequest) request = {0};
    const GOptionEntry entries[] = {
        REN_OUTPUT_ENTRY(&request.dir),
        {"gazetteer", 'g', 0, G_OPTION_ARG_FILENAME_ARRAY, &request.gazetteers,
         N_("Lay this gazetteer over the shipped one"), "DIR"},
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "[PATH...]",
            N_("Says what has changed since the last build, and so what the next one would read."),
            N_("Without PATH, the issues and gazetteers of the last build are looked at."), 0, G_MAXUINT,
            &request.paths, error))
        return FALSE;
    if (!ren_build_request_recall(&request, error))
        return FALSE;
    g_autoptr(RenStore) store = ren_output_open(request.dir, error);
    if (store == NULL)
        return FALSE;
    g_auto(GStrv) dirs = ren_gazetteer_dirs(request.gazetteers, error);
    g_auto(Status) status = {
        .fresh = g_ptr_array_new_with_free_func(g_free),
        .changed = g_ptr_array_new_with_free_func(g_free),
    };
    if (!load_files(&status, store, error) || dirs == NULL)
        return FALSE;
    RenInputOptions options = {.paths = request.paths, .progress = TRUE, .take = compare};
    RenInputCount count;
    g_autoptr(RenPipeline) pipeline = ren_input_load(request.gazetteers, error);
    status.pipeline = pipeline;
    if (pipeline == NULL || !ren_input_run(pipeline, &options, NULL, &status, &count, error))
        return FALSE;
    return print_status(&status, store, dirs, error);
}
