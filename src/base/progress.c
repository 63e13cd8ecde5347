#include "base/progress.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/message.h"
#include "base/utf8.h"

/* Ten times a second is enough for an eye, and costs nothing with 100,000 files. */
#define PAUSE (G_USEC_PER_SEC / 10)
/* What remains is told when so much time has shown how fast it goes. */
#define KNOWN (2 * G_USEC_PER_SEC)

struct _RenProgress {
    gboolean terminal;
    gboolean shown;
    guint total;
    guint done;
    gint64 begun; /* monotonic microseconds; likewise the next */
    gint64 last;  /* when the last line was shown */
};

RenProgress *
ren_progress_new(guint total)
{
    RenProgress *progress = g_new0(RenProgress, 1);
    progress->terminal = isatty(STDERR_FILENO);
    progress->total = total;
    progress->begun = g_get_monotonic_time();
    return progress;
}

static void
show(RenProgress *progress, const char *line)
{
    struct winsize size = {0};
    guint width = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 10 ? size.ws_col - 1u : 79u;
    g_autofree char *fit = ren_utf8_fit(line, width);
    fprintf(stderr, "\r\033[K%s", fit);
    fflush(stderr);
    progress->shown = TRUE;
}

char *
ren_progress_line(guint done, guint total, gint64 elapsed, const char *what)
{
    g_autoptr(GString) line = g_string_new(NULL);
    g_string_append_printf(line, "%u", done);
    if (total > 0)
        g_string_append_printf(line, _(" of %u"), total);
    if (elapsed >= KNOWN && done > 0) {
        double rate = done / (elapsed / (double)G_USEC_PER_SEC);
        g_string_append_printf(line, rate < 10 ? "  %.1f/s" : "  %.0f/s", rate);
        guint seconds = total > done ? (guint)((total - done) / rate + 0.5) : 0;
        if (total > 0 && seconds >= 3600)
            g_string_append_printf(line, _("  %u h %02u min left"), seconds / 3600, seconds / 60 % 60);
        else if (total > 0 && seconds >= 60)
            g_string_append_printf(line, _("  %u min %02u s left"), seconds / 60, seconds % 60);
        else if (total > 0)
            g_string_append_printf(line, _("  %u s left"), seconds);
    }
    g_string_append_printf(line, "  %s", what);
    return g_strdup(line->str);
}

void
ren_progress_step(RenProgress *progress, const char *what)
{
    progress->done++;
    gint64 now = g_get_monotonic_time();
    if (!progress->terminal || now - progress->last < PAUSE)
        return;
    progress->last = now;
    g_autofree char *name = g_filename_display_name(what);
    g_autofree char *line = ren_progress_line(progress->done, progress->total, now - progress->begun, name);
    show(progress, line);
}

void
ren_progress_say(RenProgress *progress, const char *what)
{
    if (progress != NULL && progress->terminal)
        show(progress, what);
}

void
ren_progress_clear(RenProgress *progress)
{
    if (progress->shown)
        fputs("\r\033[K", stderr);
    progress->shown = FALSE;
}

void
ren_progress_free(RenProgress *progress)
{
    if (progress == NULL)
        return;
    ren_progress_clear(progress);
    g_free(progress);
}
