#include "base/progress.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/utf8.h"

/* Ten times a second is enough for an eye, and costs nothing with 100,000 files. */
#define PAUSE (G_USEC_PER_SEC / 10)

struct _RenProgress {
    gboolean terminal;
    gboolean shown;
    guint total;
    guint done;
    gint64 last; /* monotonic microseconds of the last line */
};

RenProgress *
ren_progress_new(guint total)
{
    RenProgress *progress = g_new0(RenProgress, 1);
    progress->terminal = isatty(STDERR_FILENO);
    progress->total = total;
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

void
ren_progress_step(RenProgress *progress, const char *what)
{
    progress->done++;
    gint64 now = g_get_monotonic_time();
    if (!progress->terminal || now - progress->last < PAUSE)
        return;
    progress->last = now;
    g_autofree char *name = g_filename_display_name(what);
    g_autofree char *line = progress->total > 0
                                ? g_strdup_printf("%u of %u  %s", progress->done, progress->total, name)
                                : g_strdup_printf("%u  %s", progress->done, name);
    show(progress, line);
}

void
ren_progress_say(RenProgress *progress, const char *what)
{
    if (progress->terminal)
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
