/* One raw character to one clean one: full width to half width, entities decoded, the invisible left out. */
#pragma once
#include <glib.h>

/* What a raw character becomes where it is no character of the text. */
#define REN_FOLD_DROP 0
#define REN_FOLD_SPACE ' '
#define REN_FOLD_BREAK '\n'

/* The character that @c is folded to: itself, its half-width form, REN_FOLD_SPACE for any blank,
 * REN_FOLD_BREAK for any line break, REN_FOLD_DROP for controls and zero-width characters. NFKC of Unicode 15
 * where that is one character and no circled, raised or lowered one (⑴, ² stay); quotes and 。、《》…— stay
 * as they are. */
gunichar ren_fold_char(gunichar c);

/* TRUE for the dots that print between the parts of a foreign name (‧ ・ • …), all of which are folded to ·.
 */
gboolean ren_fold_is_dot(gunichar c);

/* The HTML entity at @text, at most @len bytes: sets its character, returns its length; 0 where there is
 * none. */
gsize ren_fold_entity(const char *text, gsize len, gunichar *c);

/* The raw bytes of the character at @text: an entity's length or that of one UTF-8 character; 0 at the end.
 */
gsize ren_fold_raw_length(const char *text, gsize len);
