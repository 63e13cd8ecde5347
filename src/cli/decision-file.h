/* The user's decisions as files: a row is added in one step, and only where it contradicts none. */
#pragma once
#include <glib.h>

typedef enum {
    REN_DECIDE_SAME,
    REN_DECIDE_DIFFERENT,
    REN_DECIDE_IGNORE,
    REN_DECIDE_NAME,
    REN_N_DECIDES
} RenDecide;

/* The decision called @name: "same", "different", "ignore" or "name". FALSE where there is none. */
gboolean ren_decide_parse(const char *name, RenDecide *decide);

/* The folder to write to: @given, or the last one of the user's that the build in folder @output used. Owned
 * by the caller; NULL with @error set to REN_ERROR_USAGE where there is none. */
char *ren_decide_folder(const char *given, const char *output, GError **error);

/* Adds to the tables in @folder, and checks them with those of the other folders that the build in folder
 * @output (NULL: the usual one) used. A row that is there already is not added again; another name replaces
 * the one before. Adds the decision on the references @a and @b (NULL of an ignored one; the name of a
 * renamed one) to its table in
 * @folder, which is made where it is new. Returns the row's place, "mine/same.tsv:4", owned by the caller;
 * NULL with
 * @error set, where the row contradicts another one or cannot be written, and then nothing is changed. */
char *ren_decide_write(const char *folder, const char *output, RenDecide decide, const char *a, const char *b,
                       const char *note, GError **error);
