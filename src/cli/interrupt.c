#include "cli/interrupt.h"

#include <gio/gio.h>
#include <signal.h>

#include "base/message.h"

static const int signals[] = {SIGINT, SIGTERM, SIGHUP};

void
ren_interrupt_hold(void)
{
    sigset_t set;
    sigemptyset(&set);
    for (guint i = 0; i < G_N_ELEMENTS(signals); i++)
        sigaddset(&set, signals[i]);
    sigprocmask(SIG_BLOCK, &set, NULL);
}

gboolean
ren_interrupt_asked(GError **error)
{
    sigset_t set;
    sigpending(&set);
    for (guint i = 0; i < G_N_ELEMENTS(signals); i++) {
        if (sigismember(&set, signals[i]) != 1)
            continue;
        g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                            _("interrupted: nothing was changed, run the same command again"));
        return TRUE;
    }
    return FALSE;
}
