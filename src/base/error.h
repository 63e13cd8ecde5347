/* The program's own error domain. A code is there only where a caller acts on it. */
#pragma once
#include <glib.h>

#define REN_ERROR ren_error_quark()

typedef enum {
    REN_ERROR_USAGE,     /* the command line asks for something that cannot be: exit status 2 */
    REN_ERROR_INPUT,     /* a file of the user's cannot be read as a newspaper issue */
    REN_ERROR_GAZETTEER, /* a table or rule of the gazetteer is wrong, or none was found */
    REN_ERROR_STORE,     /* SQLite, or a store of another version */
    REN_ERROR_GRAPH,     /* igraph or a writer of graph files */
    REN_ERROR_NOT_FOUND, /* a name that the store does not hold */
    REN_ERROR_PARTIAL,   /* the work is done, but some of the input was left out */
} RenError;

GQuark ren_error_quark(void);
