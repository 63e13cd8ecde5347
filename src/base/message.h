/* What the program says to people, in their language: GNU gettext. _("...") translates a whole sentence, N_()
 * marks one that is translated where it is printed, NC_() and C_() one that needs a context, P_() one with a
 * number. What programs read (rows, keys, ids, files) is never translated. */
#pragma once
#include <glib/gi18n-lib.h>

/* @one or @many, as the language wants it for @n: P_("%u article", "%u articles", n). */
#define P_(one, many, n) g_dngettext(GETTEXT_PACKAGE, one, many, n)

/* Takes the language of messages, and nothing else, from the environment. Called once, before all else. The
 * catalogues are in the folder "locale" beside the program, else where they are installed. Without one,
 * messages are English. */
void ren_message_init(void);
