#include "cli/build-request.h"

#include "base/error.h"
#include "base/message.h"
#include "cli/output.h"
#include "cli/project.h"
#include "store/query.h"

void
ren_build_request_clear(RenBuildRequest *request)
{
    g_free(request->dir);
    g_strfreev(request->gazetteers);
    g_strfreev(request->paths);
    g_free(request->home);
    g_free(request->date);
    g_free(request->paper);
}

RenTold
ren_build_request_told(const RenBuildRequest *request)
{
    return (RenTold){.home = request->home, .date = request->date, .paper = request->paper};
}

static gboolean
note(RenStore *store, const char *key, const char *value, GError **error)
{
    g_autofree char *text = value == NULL ? NULL : g_utf8_make_valid(value, -1);
    return text == NULL || ren_store_set_meta(store, key, text, error);
}

/* As "path-1", "path-2" … */
static gboolean
note_list(RenStore *store, const char *what, char **values, GError **error)
{
    for (guint i = 0; values != NULL && values[i] != NULL; i++) {
        g_autofree char *key = g_strdup_printf("%s-%u", what, i + 1);
        if (!note(store, key, values[i], error))
            return FALSE;
    }
    return TRUE;
}

gboolean
ren_build_request_note(const RenBuildRequest *request, RenStore *store, GError **error)
{
    return note_list(store, "path", request->paths, error) &&
           note_list(store, "gazetteer", request->gazetteers, error) &&
           note(store, "home", request->home, error) && note(store, "date", request->date, error) &&
           note(store, "paper", request->paper, error);
}

static char **
recall_list(RenStore *store, const char *what)
{
    g_autoptr(GStrvBuilder) values = g_strv_builder_new();
    for (guint i = 1;; i++) {
        g_autofree char *key = g_strdup_printf("%s-%u", what, i);
        g_autofree char *value = ren_query_meta(store, key);
        if (value == NULL)
            return g_strv_builder_end(values);
        g_strv_builder_add(values, value);
    }
}

static gboolean
is_empty(char **list)
{
    return list == NULL || list[0] == NULL;
}

/* Takes over @from where @list is empty. */
static void
take(char ***list, char ***from)
{
    if (!is_empty(*list) || is_empty(*from))
        return;
    g_strfreev(*list);
    *list = g_steal_pointer(from);
}

gboolean
ren_build_request_recall(RenBuildRequest *request, GError **error)
{
    g_auto(RenProject) project = {0};
    char *dir = ren_output_folder(request->dir, error);
    g_free(request->dir);
    request->dir = dir;
    if (dir == NULL || !ren_project_load(&project, error))
        return FALSE;
    take(&request->gazetteers, &project.gazetteers);
    if (request->home == NULL)
        request->home = g_steal_pointer(&project.home);
    if (request->paper == NULL)
        request->paper = g_steal_pointer(&project.paper);
    take(&request->paths, &project.issues);
    if (!is_empty(request->paths))
        return TRUE;
    g_autoptr(RenStore) store = ren_output_open(dir, NULL);
    g_strfreev(request->paths);
    request->paths = store == NULL ? NULL : recall_list(store, "path");
    if (is_empty(request->paths)) {
        g_set_error(error, REN_ERROR, REN_ERROR_USAGE,
                    _("which issues? Name files or folders: '%s' holds no build that could be repeated"),
                    dir);
        return FALSE;
    }
    if (request->gazetteers == NULL)
        request->gazetteers = recall_list(store, "gazetteer");
    if (request->home == NULL)
        request->home = ren_query_meta(store, "home");
    if (request->date == NULL)
        request->date = ren_query_meta(store, "date");
    if (request->paper == NULL)
        request->paper = ren_query_meta(store, "paper");
    return TRUE;
}
