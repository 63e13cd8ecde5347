/* One line on the terminal that says how far the work is. Silent where standard error is no terminal. */
#pragma once
#include <glib.h>

typedef struct _RenProgress RenProgress;

/* @total steps are to come; 0 where nobody knows. Freed with ren_progress_free(). */
RenProgress *ren_progress_new(guint total);
/* One more step begins, on @what ("a.txt"). */
void ren_progress_step(RenProgress *progress, const char *what);
/* Another kind of work begins, without steps: "layout". NULL is fine. */
void ren_progress_say(RenProgress *progress, const char *what);
/* Takes the line away, so that something else can be printed. */
void ren_progress_clear(RenProgress *progress);

/* The line of a step: "12 of 40  1.5/s  19 s left  a.txt". The rate and what remains are told from the second
 * second on; @elapsed is in microseconds, @total 0 where nobody knows. Owned by the caller. */
char *ren_progress_line(guint done, guint total, gint64 elapsed, const char *what);

void ren_progress_free(RenProgress *progress); /* takes the line away; NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenProgress, ren_progress_free)
