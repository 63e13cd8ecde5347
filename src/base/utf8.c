#include "base/utf8.h"

RenCpCursor
ren_cp_cursor(const char *text, gsize len)
{
    return (RenCpCursor){.text = text, .len = len};
}

static gsize
count_heads(const char *text, gsize start, gsize end)
{
    gsize n = 0;
    for (gsize i = start; i < end; i++)
        n += ((guchar)text[i] & 0xC0) != 0x80;
    return n;
}

gsize
ren_cp_cursor_seek(RenCpCursor *cursor, gsize byte)
{
    byte = MIN(byte, cursor->len);
    if (byte >= cursor->byte)
        cursor->cp += count_heads(cursor->text, cursor->byte, byte);
    else
        cursor->cp -= count_heads(cursor->text, byte, cursor->byte);
    cursor->byte = byte;
    return cursor->cp;
}

static guint
char_width(gunichar c)
{
    if (g_unichar_iszerowidth(c) || g_unichar_iscntrl(c))
        return 0;
    return g_unichar_iswide(c) ? 2 : 1;
}

guint
ren_utf8_width(const char *text)
{
    guint width = 0;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p))
        width += char_width(g_utf8_get_char(p));
    return width;
}

char *
ren_utf8_fit(const char *text, guint width)
{
    if (ren_utf8_width(text) <= width)
        return g_strdup(text);
    guint used = 0;
    const char *p = text;
    for (; *p != '\0'; p = g_utf8_next_char(p)) {
        guint w = char_width(g_utf8_get_char(p));
        if (used + w + 1 > width)
            break;
        used += w;
    }
    return g_strdup_printf("%.*s…", (int)(p - text), text);
}

char *
ren_utf8_pad(const char *text, guint width)
{
    guint own = ren_utf8_width(text);
    return g_strdup_printf("%s%*s", text, own < width ? (int)(width - own) : 0, "");
}

char *
ren_utf8_one_line(const char *text, gsize len, const RenSpan *marks, guint n_marks, const char *open,
                  const char *close)
{
    GString *line = g_string_new(NULL);
    gboolean space = FALSE,
             broken = FALSE; /* white space waits for the next character; it held a line break */
    gunichar last = 0;
    guint next = 0;
    gboolean inside = FALSE;
    for (const char *p = text; p < text + len; p = g_utf8_next_char(p)) {
        gsize at = p - text;
        gunichar c = g_utf8_get_char(p);
        /* Before the space, so that a mark hugs its name. */
        if (inside && at >= marks[next].end) {
            g_string_append(line, close);
            inside = FALSE;
            next++;
        }
        if (g_unichar_isspace(c) || g_unichar_iscntrl(c)) {
            space = space || g_unichar_isspace(c);
            broken = broken || c == '\n' || c == '\r';
            continue;
        }
        gboolean joined = broken && (g_unichar_iswide(last) || g_unichar_iswide(c));
        if (space && last != 0 && !joined)
            g_string_append_c(line, ' ');
        space = broken = FALSE;
        if (!inside && next < n_marks && at >= marks[next].start && at < marks[next].end) {
            g_string_append(line, open);
            inside = TRUE;
        }
        g_string_append_unichar(line, c);
        last = c;
    }
    if (inside)
        g_string_append(line, close);
    return g_string_free(line, FALSE);
}
