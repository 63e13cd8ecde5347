#include "base/message.h"

#include <locale.h>

/* The language that the environment names, or NULL. */
static const char *
language_of_environment(void)
{
    static const char *const names[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *value = g_getenv(names[i]);
        if (value != NULL && *value != '\0')
            return value;
    }
    return NULL;
}

void
ren_message_init(void)
{
    /* Numbers, file names and sorting stay as they are: results must not depend on the locale. */
    if (setlocale(LC_MESSAGES, "") == NULL && setlocale(LC_MESSAGES, "C.UTF-8") != NULL) {
        /* A small system has not generated the locale that is wanted, yet glibc finds catalogues by name. */
        const char *language = language_of_environment();
        if (language != NULL)
            g_setenv("LANGUAGE", language, TRUE);
    }
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *dir = program == NULL ? NULL : g_path_get_dirname(program);
    g_autofree char *beside = dir == NULL ? NULL : g_build_filename(dir, "locale", NULL);
    gboolean there = beside != NULL && g_file_test(beside, G_FILE_TEST_IS_DIR);
    bindtextdomain(GETTEXT_PACKAGE, there ? beside : REN_LOCALEDIR);
    /* All text goes out as UTF-8; so must what the C library says of a file (g_strerror), which else is in
     * the charset of LC_CTYPE. */
    bind_textdomain_codeset(GETTEXT_PACKAGE, "UTF-8");
    bind_textdomain_codeset("libc", "UTF-8");
    g_setenv("CHARSET", "UTF-8", TRUE);
}
