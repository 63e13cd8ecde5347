/* Long answers on a terminal go through a pager, as git's do. */
#pragma once
#include <glib.h>

/* From here on standard output goes to $PAGER, else to less, which ends by itself where all fits on one
 * screen. Nothing happens where standard output is no terminal, PAGER is empty or "cat", or no pager can be
 * started. */
void ren_pager_start(void);

/* Whether it does: then there is a terminal behind the pager. */
gboolean ren_pager_is_running(void);

/* Ends the output and waits until the reader has left the pager. */
void ren_pager_finish(void);
