/* What can stand where somebody presses Tab: for the scripts of shells (src/completion). Candidates are
 * printed one a line; behind one that begins otherwise than what is typed stands, after a tab, the pinyin
 * that begins so. */
#pragma once
#include <glib.h>

/* As the first argument of a command: complete the last of those that follow. */
#define REN_COMPLETE "--complete"

/* Prints what the last of @words (NULL-terminated, at least one, as the shell has them, which may be quoted)
 * can become. They stand after @command, which takes the options @entries and the arguments @usage: what an
 * argument is tells its name there ("NAME", "DIR"). Where there is no store, there are no names. FALSE where
 * a file or a folder is wanted. */
gboolean ren_complete(const char *command, const GOptionEntry *entries, const char *usage, char **words);

/* Prints @candidate where it begins with @typed. */
void ren_complete_offer(const char *candidate, const char *typed);
