#include "cli/print.h"

#include <errno.h>
#include <gio/gio.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/message.h"
#include "base/utf8.h"
#include "cli/pager.h"

gboolean
ren_print_flush(GError **error)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return TRUE;
    g_set_error(error, G_IO_ERROR, g_io_error_from_errno(errno), _("standard output cannot be written: %s"),
                g_strerror(errno));
    return FALSE;
}

gboolean
ren_print_is_terminal(void)
{
    const char *term = g_getenv("TERM");
    return (isatty(STDOUT_FILENO) || ren_pager_is_running()) && g_getenv("NO_COLOR") == NULL &&
           g_strcmp0(term, "dumb") != 0;
}

guint
ren_print_width(void)
{
    struct winsize size;
    guint64 columns;
    if (!isatty(STDOUT_FILENO) && !ren_pager_is_running())
        return 0;
    if (g_ascii_string_to_unsigned(g_getenv("COLUMNS") != NULL ? g_getenv("COLUMNS") : "", 10, 1, 10000,
                                   &columns, NULL))
        return columns;
    /* Standard output may be the pager's by now. */
    if ((ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 || ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 ||
         ioctl(STDIN_FILENO, TIOCGWINSZ, &size) == 0) &&
        size.ws_col > 0)
        return size.ws_col;
    return 80;
}

char *
ren_print_marked(const char *text, const RenSpan *marks, guint n_marks)
{
    gboolean bold = ren_print_is_terminal();
    return ren_utf8_one_line(text, strlen(text), marks, n_marks, bold ? "\033[1m" : "【",
                             bold ? "\033[0m" : "】");
}

char *
ren_print_headline(const char *headline)
{
    g_autofree char *line = ren_utf8_one_line(headline, strlen(headline), NULL, 0, NULL, NULL);
    return *line != '\0' ? g_steal_pointer(&line) : g_strdup(_("(no headline)"));
}

const char *
ren_print_kind(RenKind kind)
{
    static const char *const names[REN_N_KINDS] = {NC_("kind", "person"), NC_("kind", "organisation"),
                                                   NC_("kind", "company"), NC_("kind", "place")};
    return g_dpgettext2(GETTEXT_PACKAGE, "kind", names[kind]);
}
