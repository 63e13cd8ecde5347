#include "graph/sanitise.h"

#define WIDE_SPACE 0x3000

/* Cc other than white space, the noncharacters, and the byte order mark. */
static gboolean
is_forbidden(gunichar c)
{
    return g_unichar_iscntrl(c) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || c == 0xFEFF;
}

/* TRUE where nothing is to be done, which is quickly seen of nearly all text: it holds only Han characters,
 * their punctuation, visible ASCII and single spaces, none of which combines with another. */
static gboolean
is_clean(const char *text)
{
    if (!g_utf8_validate(text, -1, NULL))
        return FALSE;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        gboolean single = p > text && p[-1] != ' ' && p[1] != '\0';
        if (!((c == ' ' && single) || (c > 0x20 && c < 0x7F) || (c > WIDE_SPACE && c <= 0x3020) ||
              (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xFF01 && c <= 0xFF5E)))
            return FALSE;
    }
    return TRUE;
}

char *
ren_sanitise(const char *text)
{
    if (text == NULL || is_clean(text))
        return g_strdup(text != NULL ? text : "");
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autofree char *composed = g_utf8_normalize(valid, -1, G_NORMALIZE_NFC);
    GString *clean = g_string_new(NULL);
    gunichar space = 0; /* what waits to be written before the next character */
    for (const char *p = composed; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isspace(c)) {
            space = c == WIDE_SPACE && (space == 0 || space == WIDE_SPACE) ? WIDE_SPACE : ' ';
            continue;
        }
        if (is_forbidden(c))
            continue;
        if (space != 0 && clean->len > 0)
            g_string_append_unichar(clean, space);
        space = 0;
        g_string_append_unichar(clean, c);
    }
    return g_string_free(clean, FALSE);
}

char *
ren_escape_entities(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *p = text; *p != '\0'; p++) {
        g_string_append_c(out, *p);
        if (*p != '&')
            continue;
        const char *end = p + 1 + (p[1] == '#');
        while (g_ascii_isalnum(*end))
            end++;
        if (*end == ';')
            g_string_append(out, "amp;");
    }
    return g_string_free(out, FALSE);
}
