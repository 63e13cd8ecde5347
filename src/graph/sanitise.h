/* Text for files that other programs read. */
#pragma once
#include <glib.h>

/* @text as every reader of XML and DOT takes it: valid UTF-8, composed (NFC), without control characters and
 * noncharacters, white space collapsed and trimmed. A full-width space stays one. NULL gives "". Owned by the
 * caller. */
char *ren_sanitise(const char *text);
