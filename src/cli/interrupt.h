/* Ctrl-C and its like, heard between two steps of the work, so that no half-written file is left behind. */
#pragma once
#include <glib.h>

/* From here on SIGINT, SIGTERM and SIGHUP wait until they are asked for. */
void ren_interrupt_hold(void);
/* TRUE, with @error set to G_IO_ERROR_CANCELLED, where one of them has come since. */
gboolean ren_interrupt_asked(GError **error);
