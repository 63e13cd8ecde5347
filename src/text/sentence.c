#include "text/sentence.h"

static gboolean
ends_sentence(gunichar c)
{
    return c == 0x3002 || c == '!' || c == '?' || c == 0x2026;
}

static gboolean
closes_with_it(gunichar c)
{
    return ends_sentence(c) || c == 0x201d || c == 0x2019 || c == ')' || c == 0x300b || c == 0x300d ||
           c == 0x300f || c == 0x3011 || c == '"';
}

static guint
add(const RenView *view, gsize start, gsize end, GArray *sentences)
{
    while (start < end && view->text[start] == ' ')
        start++;
    while (end > start && view->text[end - 1] == ' ')
        end--;
    if (start == end)
        return 0;
    RenSpan span = ren_view_raw(view, start, end);
    g_array_append_val(sentences, span);
    return 1;
}

guint
ren_sentence_split(const RenView *view, gsize start, gsize end, GArray *sentences)
{
    guint n = 0;
    gsize from = start;
    const char *p = view->text + start, *stop = view->text + end;
    while (p < stop) {
        gunichar c = g_utf8_get_char(p);
        const char *next = g_utf8_next_char(p);
        if (c == '\n') {
            n += add(view, from, p - view->text, sentences);
            from = next - view->text;
        } else if (ends_sentence(c)) {
            while (next < stop && closes_with_it(g_utf8_get_char(next)))
                next = g_utf8_next_char(next);
            n += add(view, from, next - view->text, sentences);
            from = next - view->text;
        }
        p = next;
    }
    return n + add(view, from, end, sentences);
}
