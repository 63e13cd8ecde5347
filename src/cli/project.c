#include "cli/project.h"

#include "base/error.h"
#include "base/message.h"

#define FILE_NAME "renmai.ini"
#define GROUP "archive"

void
ren_project_clear(RenProject *project)
{
    g_free(project->file);
    g_strfreev(project->issues);
    g_strfreev(project->gazetteers);
    g_free(project->output);
    g_free(project->home);
    g_free(project->paper);
}

/* The nearest project file; owned by the caller, or NULL. In the current folder it has no folder in its
 * name. */
static char *
find_file(void)
{
    if (g_file_test(FILE_NAME, G_FILE_TEST_IS_REGULAR))
        return g_strdup(FILE_NAME);
    g_autofree char *dir = g_get_current_dir();
    for (;;) {
        g_autofree char *above = g_path_get_dirname(dir);
        if (g_str_equal(above, dir))
            return NULL;
        g_autofree char *file = g_build_filename(above, FILE_NAME, NULL);
        if (g_file_test(file, G_FILE_TEST_IS_REGULAR))
            return g_steal_pointer(&file);
        g_free(dir);
        dir = g_steal_pointer(&above);
    }
}

/* @path, which is relative to the project @file. Owned by the caller. */
static char *
resolve(const char *file, const char *path)
{
    g_autofree char *dir = g_path_get_dirname(file);
    return g_path_is_absolute(path) || g_str_equal(dir, ".") ? g_strdup(path)
                                                             : g_build_filename(dir, path, NULL);
}

static char **
get_paths(GKeyFile *ini, const char *file, const char *key)
{
    g_auto(GStrv) paths = g_key_file_get_string_list(ini, GROUP, key, NULL, NULL);
    for (guint i = 0; paths != NULL && paths[i] != NULL; i++) {
        char *path = resolve(file, g_strstrip(paths[i]));
        g_free(paths[i]);
        paths[i] = path;
    }
    return g_steal_pointer(&paths);
}

/* Keys that mean nothing are misprints of some that do. */
static gboolean
check_keys(GKeyFile *ini, const char *file, GError **error)
{
    static const char *const known[] = {"issues", "output", "gazetteer", "home", "paper", NULL};
    g_auto(GStrv) groups = g_key_file_get_groups(ini, NULL);
    for (guint i = 0; groups[i] != NULL; i++) {
        if (!g_str_equal(groups[i], GROUP)) {
            g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("%s: no section [%s] is known, only [%s]"), file,
                        groups[i], GROUP);
            return FALSE;
        }
        g_auto(GStrv) keys = g_key_file_get_keys(ini, groups[i], NULL, NULL);
        for (guint k = 0; keys[k] != NULL; k++) {
            if (g_strv_contains(known, keys[k]))
                continue;
            g_autofree char *all = g_strjoinv(", ", (char **)known);
            g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("%s: '%s' means nothing: there are %s"), file,
                        keys[k], all);
            return FALSE;
        }
    }
    return TRUE;
}

gboolean
ren_project_load(RenProject *project, GError **error)
{
    *project = (RenProject){0};
    g_autofree char *file = find_file();
    if (file == NULL)
        return TRUE;
    g_autoptr(GKeyFile) ini = g_key_file_new();
    g_key_file_set_list_separator(ini, ';');
    g_autoptr(GError) problem = NULL;
    if (!g_key_file_load_from_file(ini, file, G_KEY_FILE_NONE, &problem)) {
        g_set_error(error, REN_ERROR, REN_ERROR_USAGE, "%s: %s", file, problem->message);
        return FALSE;
    }
    if (!check_keys(ini, file, error))
        return FALSE;
    g_autofree char *output = g_key_file_get_string(ini, GROUP, "output", NULL);
    project->issues = get_paths(ini, file, "issues");
    project->gazetteers = get_paths(ini, file, "gazetteer");
    project->output = output == NULL ? NULL : resolve(file, output);
    project->paper = g_key_file_get_string(ini, GROUP, "paper", NULL);
    project->home = g_key_file_get_string(ini, GROUP, "home", NULL);
    project->file = g_steal_pointer(&file);
    return TRUE;
}
