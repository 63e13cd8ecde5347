/* The commands. Each takes its own name in argv[0], prints its results on standard output, and says what went
 * wrong in @error: REN_ERROR_USAGE for what cannot be asked so. An error with an empty message has been told
 * already. */
#pragma once
#include <glib.h>

gboolean ren_cmd_build(int argc, char **argv, GError **error);
gboolean ren_cmd_status(int argc, char **argv, GError **error);
gboolean ren_cmd_check(int argc, char **argv, GError **error);
gboolean ren_cmd_who(int argc, char **argv, GError **error);
gboolean ren_cmd_mentions(int argc, char **argv, GError **error);
gboolean ren_cmd_career(int argc, char **argv, GError **error);
gboolean ren_cmd_why(int argc, char **argv, GError **error);
gboolean ren_cmd_path(int argc, char **argv, GError **error);
gboolean ren_cmd_search(int argc, char **argv, GError **error);
gboolean ren_cmd_list(int argc, char **argv, GError **error);
gboolean ren_cmd_show(int argc, char **argv, GError **error);
gboolean ren_cmd_stats(int argc, char **argv, GError **error);
gboolean ren_cmd_review(int argc, char **argv, GError **error);
gboolean ren_cmd_decide(int argc, char **argv, GError **error);
gboolean ren_cmd_graph(int argc, char **argv, GError **error);
gboolean ren_cmd_extract(int argc, char **argv, GError **error);
gboolean ren_cmd_explain(int argc, char **argv, GError **error);
gboolean ren_cmd_score(int argc, char **argv, GError **error);
gboolean ren_cmd_gazetteer(int argc, char **argv, GError **error);

/* The verbs of `renmai gazetteer`, which take "gazetteer learn" and so on in argv[0]. */
gboolean ren_gazetteer_check(int argc, char **argv, GError **error);
gboolean ren_gazetteer_import(int argc, char **argv, GError **error);
gboolean ren_gazetteer_learn(int argc, char **argv, GError **error);

/* Parses @argv by @entries. What is left over goes to @rest (owned by the caller, NULL-terminated, never
 * NULL).
 * @usage is what stands after the command's name and its options ("PATH..."), @summary and @more are for
 * --help, which prints and ends the program, and so does REN_COMPLETE. At least @min arguments must be left,
 * at most @max; else REN_ERROR_USAGE. */
gboolean ren_command_parse(int argc, char **argv, const GOptionEntry *entries, const char *usage,
                           const char *summary, const char *more, guint min, guint max, char ***rest,
                           GError **error);
