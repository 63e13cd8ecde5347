/* Text for files that other programs read. */
#pragma once
#include <glib.h>

/* @text as every reader of XML and DOT takes it: valid UTF-8, composed (NFC), without control characters and
 * noncharacters, white space collapsed and trimmed. A full-width space stays one. NULL gives "". Owned by the
 * caller. */
char *ren_sanitise(const char *text);

/* @text for formats in which "&amp;" may stand for "&": only where it would be read as such an entity, since
 * not all programs know them. Owned by the caller. */
char *ren_escape_entities(const char *text);
