/* Where the gazetteer is: $RENMAI_GAZETTEER, else beside the program, else where `make install` put it. */
#pragma once
#include <glib.h>

/* That folder and those of the user, @users (may be NULL), in this order. Owned by the caller,
 * NULL-terminated; NULL with @error set to REN_ERROR_GAZETTEER where one is missing; of the shipped one the
 * message names all places that were looked at. */
char **ren_gazetteer_dirs(char **users, GError **error);
