#include "cli/annotated.h"

#include "base/error.h"
#include "base/message.h"
#include "cli/interrupt.h"
#include "corpus/reader.h"

static void
annotated_free(gpointer data)
{
    RenAnnotated *one = data;
    ren_gold_free(one->gold);
    g_free(one->path);
    g_free(one->doc);
    g_free(one);
}

static gboolean
find_beside(RenAnnotated *one, const char *file, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(file);
    one->path = g_build_filename(folder, one->gold->doc, NULL);
    one->doc = g_strdup(one->gold->doc);
    if (g_file_test(one->path, G_FILE_TEST_EXISTS))
        return TRUE;
    g_set_error(error, REN_ERROR, REN_ERROR_INPUT,
                _("%s: no text '%s' beside it: name its folder with --texts"), file, one->gold->doc);
    return FALSE;
}

static gboolean
find_below(RenAnnotated *one, const char *file, const GPtrArray *texts, GError **error)
{
    for (guint i = 0; i < texts->len; i++) {
        const RenFile *text = texts->pdata[i];
        g_autofree char *name = g_path_get_basename(text->path);
        if (!g_str_equal(name, one->gold->doc))
            continue;
        if (one->path != NULL) {
            g_set_error(error, REN_ERROR, REN_ERROR_INPUT, _("%s: two texts have its name: '%s' and '%s'"),
                        file, one->path, text->path);
            return FALSE;
        }
        one->path = g_strdup(text->path);
        one->doc = g_utf8_make_valid(text->doc, -1);
    }
    if (one->path == NULL)
        g_set_error(error, REN_ERROR, REN_ERROR_INPUT, _("%s: no text '%s' in the folder after --texts"),
                    file, one->gold->doc);
    return one->path != NULL;
}

GPtrArray *
ren_annotated_load(char **files, const char *texts, GError **error)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(annotated_free);
    g_autoptr(GPtrArray) found = NULL;
    if (texts != NULL) {
        found = ren_reader_find(texts, error);
        if (found == NULL)
            return NULL;
    }
    for (guint i = 0; files[i] != NULL; i++) {
        RenGold *gold = ren_gold_read(files[i], error);
        if (gold == NULL)
            return NULL;
        RenAnnotated *one = g_new0(RenAnnotated, 1);
        one->gold = gold;
        g_ptr_array_add(all, one);
        if (!(texts == NULL ? find_beside(one, files[i], error) : find_below(one, files[i], found, error)))
            return NULL;
    }
    return g_steal_pointer(&all);
}

gboolean
ren_annotated_score(const GPtrArray *annotated, RenPipeline *pipeline, RenScore *score, GError **error)
{
    for (guint i = 0; i < annotated->len; i++) {
        const RenAnnotated *one = annotated->pdata[i];
        if (ren_interrupt_asked(error))
            return FALSE;
        g_autoptr(RenIssue) issue = ren_reader_read(one->path, one->doc, error);
        if (issue == NULL || !ren_pipeline_run(pipeline, issue, &(RenTold){0}, error)) {
            g_prefix_error(error, "%s: ", one->path);
            return FALSE;
        }
        ren_score_add(score, one->gold, issue);
    }
    return TRUE;
}
