#include "cli/gazetteer-path.h"

#include "base/error.h"
#include "base/message.h"
#include "cli/project.h"

static gboolean
is_gazetteer(const char *dir)
{
    g_autofree char *words = g_build_filename(dir, "words", NULL);
    return g_file_test(words, G_FILE_TEST_IS_DIR);
}

/* The shipped folder, owned by the caller, or NULL with @error set, which names all places that were looked
 * at. */
static char *
find_shipped(GError **error)
{
    const char *named = g_getenv("RENMAI_GAZETTEER");
    if (named != NULL && *named != '\0') {
        if (is_gazetteer(named))
            return g_strdup(named);
        /* Whoever sets the variable means it: no other folder is taken in its place. */
        g_set_error(
            error, REN_ERROR, REN_ERROR_GAZETTEER,
            _("$RENMAI_GAZETTEER is '%s', which has no folder 'words': set it to a gazetteer, or unset it"),
            named);
        return NULL;
    }
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *dir = program != NULL ? g_path_get_dirname(program) : g_strdup(".");
    g_autofree char *beside = g_build_filename(dir, "gazetteer", NULL);
    if (is_gazetteer(beside))
        return g_steal_pointer(&beside);
    g_autofree char *above = g_build_filename(dir, "..", "gazetteer", NULL);
    if (is_gazetteer(above))
        return g_canonicalize_filename(above, NULL);
    if (is_gazetteer(REN_DATADIR "/gazetteer"))
        return g_strdup(REN_DATADIR "/gazetteer");
    g_set_error(error, REN_ERROR, REN_ERROR_GAZETTEER,
                _("no gazetteer found: $RENMAI_GAZETTEER is not set, none is beside the program ('%s'), none "
                  "is installed "
                  "('%s'): set $RENMAI_GAZETTEER to the folder 'gazetteer' of the sources"),
                dir, REN_DATADIR "/gazetteer");
    return NULL;
}

char **
ren_gazetteer_dirs(char **users, GError **error)
{
    char *shipped = find_shipped(error);
    if (shipped == NULL)
        return NULL;
    g_autoptr(GStrvBuilder) dirs = g_strv_builder_new();
    g_strv_builder_add(dirs, shipped);
    g_free(shipped);
    g_auto(RenProject) project;
    if (!ren_project_load(&project, error))
        return NULL;
    if (users == NULL)
        users = project.gazetteers;
    for (guint i = 0; users != NULL && users[i] != NULL; i++) {
        if (!g_file_test(users[i], G_FILE_TEST_IS_DIR)) {
            g_set_error(error, REN_ERROR, REN_ERROR_GAZETTEER,
                        _("no gazetteer folder '%s': check the path after -g, or in renmai.ini"), users[i]);
            return NULL;
        }
        g_strv_builder_add(dirs, users[i]);
    }
    return g_strv_builder_end(dirs);
}
