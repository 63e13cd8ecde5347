/* What the reading of an issue depends on beside the issue itself, as a checksum: while it is the same, an
 * issue that was read before need not be read again. */
#pragma once
#include <glib.h>

typedef enum {
    REN_FINGERPRINT_READING,   /* the program, and all tables but the next two: what every issue means */
    REN_FINGERPRINT_WORDS,     /* words: what issues that print them mean */
    REN_FINGERPRINT_DECISIONS, /* the user's decisions: what the archive makes of it */
    REN_N_FINGERPRINTS
} RenFingerprint;

/* The SHA-256 (in hexadecimal digits) of all files that @which speaks of in the gazetteer's folders @dirs
 * (NULL-terminated), in their order, with their paths below these. Owned by the caller; NULL with @error set
 * where a file cannot be read. */
char *ren_fingerprint(const char *const *dirs, RenFingerprint which, GError **error);
