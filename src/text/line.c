#include "text/line.h"

#include <string.h>

#include "text/fold.h"

/* A tag or a link that is longer is text. */
#define MAX_TAG 400

typedef struct {
    const char *raw;
    gsize len;
    gsize at; /* the next raw byte */
    RenLines *out;
    RenLine line; /* the one being read */
    guint blanks; /* empty lines since the last one */
    gboolean border;
    gboolean space; /* a blank waits for the next character */
    gsize space_at; /* where it is in raw */
    gboolean bold_open, bold_all;
    gsize italic_end; /* where the * stands that closes a line in italics, or 0 */
} Scanner;

void
ren_lines_free(RenLines *lines)
{
    if (lines == NULL)
        return;
    g_string_free(lines->text, TRUE);
    g_array_unref(lines->map);
    g_array_unref(lines->lines);
    g_free(lines);
}

static gboolean
line_is_empty(const Scanner *s)
{
    return s->line.start == s->out->text->len;
}

static void
put(Scanner *s, gunichar c, gsize raw, gsize raw_end)
{
    char bytes[6];
    int n = g_unichar_to_utf8(c, bytes);
    g_string_append_len(s->out->text, bytes, n);
    guint32 offset = raw;
    for (int i = 0; i < n; i++)
        g_array_append_val(s->out->map, offset);
    s->line.raw_end = raw_end;
}

/* A character of the text: a waiting blank goes first, a blank itself waits. */
static void
add(Scanner *s, gunichar c, gsize raw, gsize raw_end)
{
    if (c == REN_FOLD_DROP)
        return;
    if (c == REN_FOLD_SPACE) {
        if (!s->space)
            s->space_at = raw;
        s->space = TRUE;
        return;
    }
    if (!s->bold_open)
        s->bold_all = FALSE;
    if (s->space && !line_is_empty(s))
        put(s, ' ', s->space_at, s->space_at + 1);
    s->space = FALSE;
    put(s, c, raw, raw_end);
}

static void
begin_line(Scanner *s, gsize raw_line)
{
    s->line = (RenLine){.start = s->out->text->len, .raw_line = raw_line};
    s->space = FALSE;
    s->bold_all = TRUE;
    s->bold_open = FALSE;
}

/* Ends the line, if anything is on it. @printed: a line feed, not a tag, ends it; only those make blank
 * lines. */
static void
end_line(Scanner *s, gboolean printed)
{
    if (line_is_empty(s)) {
        s->blanks += printed;
        return;
    }
    s->line.end = s->out->text->len;
    s->line.blanks_before = s->blanks;
    s->line.border = s->border;
    s->line.bold = s->bold_all;
    s->line.blank_after = s->space;
    g_array_append_val(s->out->lines, s->line);
    s->blanks = 0;
    s->border = !printed;
}

static gsize
skip_blanks(const Scanner *s, gsize at, guint *columns)
{
    while (at < s->len) {
        const char *p = s->raw + at;
        gunichar c = g_utf8_get_char(p);
        gunichar folded = ren_fold_char(c);
        if (folded != REN_FOLD_SPACE && folded != REN_FOLD_DROP)
            break;
        if (columns != NULL && folded == REN_FOLD_SPACE)
            *columns += c == 0x3000 || c == '\t' ? 2 : 1;
        at = g_utf8_next_char(p) - s->raw;
    }
    return at;
}

/* The byte at @at, 0 at the end. */
static char
byte_at(const Scanner *s, gsize at)
{
    return at < s->len ? s->raw[at] : '\0';
}

static gsize
line_end(const Scanner *s, gsize at)
{
    while (at < s->len && s->raw[at] != '\n' && s->raw[at] != '\r')
        at++;
    return at;
}

/* A rule (---, ===, ```): the line's end, else 0. Such a line is dropped; === below a line makes that a
 * heading. */
static gsize
match_rule(Scanner *s, gsize at)
{
    char mark = byte_at(s, at);
    if (mark == '\0' || strchr("-=*_`~", mark) == NULL)
        return 0;
    gsize end = at;
    while (byte_at(s, end) == mark || byte_at(s, end) == ' ')
        end++;
    if (end < at + 3)
        return 0;
    if (mark == '`')
        return byte_at(s, at + 2) == '`' ? line_end(s, at) : 0;
    if (byte_at(s, end) != '\n' && byte_at(s, end) != '\r' && end < s->len)
        return 0;
    if (mark == '=' && s->blanks == 0 && s->out->lines->len > 0)
        g_array_index(s->out->lines, RenLine, s->out->lines->len - 1).heading = 1;
    return end;
}

/* The last * of a line that is wholly in italics, *孙 远*, and starts at @at; else 0. */
static gsize
find_italic_end(const Scanner *s, gsize at)
{
    char next = byte_at(s, at + 1);
    if (byte_at(s, at) != '*' || next == '*' || next == ' ' || next == '\0')
        return 0;
    gsize end = line_end(s, at);
    while (end > at && s->raw[end - 1] == ' ')
        end--;
    return end > at + 2 && end - at < MAX_TAG && s->raw[end - 1] == '*' && s->raw[end - 2] != '*' ? end - 1
                                                                                                  : 0;
}

/* Reads what stands at a line's head: indentation and Markdown's marks. */
static void
read_head(Scanner *s)
{
    guint columns = 0;
    gsize at = skip_blanks(s, s->at, &columns);
    s->line.indent = columns;
    gsize rule = match_rule(s, at);
    if (rule > 0) {
        s->border = TRUE;
        s->at = rule;
        return;
    }
    while (byte_at(s, at) == '>')
        at = skip_blanks(s, at + 1, NULL);
    guint marks = 0;
    while (byte_at(s, at + marks) == '#')
        marks++;
    /* #话题# is a topic, not a heading; "##标题" without the blank is one all the same. */
    char next = byte_at(s, at + marks);
    if (marks >= 1 && marks <= 6 && (next == ' ' || next == '\t' || (marks > 1 && (guint8)next >= 0x80))) {
        s->line.heading = marks;
        at = skip_blanks(s, at + marks, NULL);
    } else if ((byte_at(s, at) == '-' || byte_at(s, at) == '+' || byte_at(s, at) == '*') &&
               byte_at(s, at + 1) == ' ') {
        s->line.listed = TRUE;
        at = skip_blanks(s, at + 1, NULL);
    }
    s->italic_end = find_italic_end(s, at);
    s->at = s->italic_end > 0 ? at + 1 : at;
}

/* Is the tag's @name (@n bytes) one that ends a paragraph? Sets @heading for h1 to h6. */
static gboolean
is_block(const char *name, gsize n, guint *heading)
{
    static const char *const blocks[] = {"p",     "br",    "div",  "li",      "ul",      "ol",
                                         "tr",    "table", "hr",   "section", "article", "blockquote",
                                         "title", "body",  "html", "head",    "figure",  "figcaption"};
    *heading = 0;
    if (n == 2 && (name[0] == 'h' || name[0] == 'H') && name[1] >= '1' && name[1] <= '6') {
        *heading = name[1] - '0';
        return TRUE;
    }
    for (guint i = 0; i < G_N_ELEMENTS(blocks); i++)
        if (strlen(blocks[i]) == n && g_ascii_strncasecmp(blocks[i], name, n) == 0)
            return TRUE;
    return FALSE;
}

/* Drops the tag or comment at the scanner, if there is one. */
static gboolean
take_tag(Scanner *s)
{
    const char *p = s->raw + s->at;
    gsize left = MIN(s->len - s->at, MAX_TAG);
    if (left >= 4 && memcmp(p, "<!--", 4) == 0) {
        const char *end = g_strstr_len(p, left, "-->");
        if (end == NULL)
            return FALSE;
        s->at += end + 3 - p;
        return TRUE;
    }
    gboolean closing = left > 1 && p[1] == '/';
    gsize name = closing ? 2 : 1, n = 0;
    while (name + n < left && n < 12 && g_ascii_isalnum(p[name + n]))
        n++;
    if (n == 0 || n == 12 || !g_ascii_isalpha(p[name]))
        return FALSE;
    gsize end = name + n;
    if (end < left && !g_ascii_isspace(p[end]) && p[end] != '/' && p[end] != '>')
        return FALSE;
    while (end < left && p[end] != '>' && p[end] != '<' && p[end] != '\n')
        end++;
    if (end >= left || p[end] != '>')
        return FALSE;
    guint heading;
    gsize tag_at = s->at;
    s->at += end + 1;
    if (!is_block(p + name, n, &heading))
        return TRUE;
    gboolean opening = !closing && !(n == 2 && g_ascii_strncasecmp(p + name, "br", 2) == 0);
    gsize raw_line = line_is_empty(s) ? s->line.raw_line : opening ? tag_at : s->at;
    end_line(s, FALSE);
    s->border = TRUE;
    begin_line(s, raw_line);
    s->line.heading = closing ? 0 : heading;
    return TRUE;
}

/* Drops a picture ![…](…) and the address of a link […](…); the link's text stays. */
static gboolean
take_link(Scanner *s)
{
    const char *p = s->raw + s->at;
    gsize left = MIN(s->len - s->at, MAX_TAG);
    if (*p == '!') {
        if (left < 5 || p[1] != '[')
            return FALSE;
    } else if (*p == '[') {
        /* The text is read on as usual; its end is found again when "](" comes. */
        const char *line = memchr(p, '\n', left);
        gsize n = line == NULL ? left : (gsize)(line - p);
        const char *middle = g_strstr_len(p, n, "](");
        if (middle == NULL || memchr(p + 1, '[', middle - p - 1) != NULL ||
            memchr(middle, ')', p + n - middle) == NULL)
            return FALSE;
        s->at++;
        return TRUE;
    }
    const char *middle = *p == ']' ? p : g_strstr_len(p, left, "](");
    if (middle == NULL || p + left - middle < 3 || middle[1] != '(')
        return FALSE;
    const char *line = memchr(p, '\n', left);
    const char *end = memchr(middle, ')', p + left - middle);
    if (end == NULL || (line != NULL && line < end))
        return FALSE;
    /* In print, ](…) closes a bracket and opens another: an address has no Chinese in it. */
    for (const char *q = middle + 2; q < end; q++)
        if ((guint8)*q >= 0x80 && *p == ']')
            return FALSE;
    s->at += end + 1 - p;
    return TRUE;
}

/* Drops the marks that may close a heading: ## 标题 ##. */
static gboolean
take_closing_marks(Scanner *s)
{
    gsize at = s->at;
    while (byte_at(s, at) == '#')
        at++;
    gsize end = skip_blanks(s, at, NULL);
    if (end < s->len && byte_at(s, end) != '\n' && byte_at(s, end) != '\r')
        return FALSE;
    s->at = at;
    return TRUE;
}

static gboolean
take_mark(Scanner *s)
{
    char c = s->raw[s->at], next = byte_at(s, s->at + 1);
    switch (c) {
    case '<':
        return take_tag(s);
    case '!':
    case '[':
    case ']':
        return take_link(s);
    case '*':
        if (s->italic_end == s->at && s->at > 0) {
            s->at++;
            return TRUE;
        }
        if (next != '*')
            return FALSE;
        s->at += 2;
        s->bold_open = !s->bold_open;
        return TRUE;
    case '\\':
        if (next == '\0' || !g_ascii_ispunct(next))
            return FALSE;
        add(s, next, s->at + 1, s->at + 2);
        s->at += 2;
        return TRUE;
    case '#':
        if (s->line.heading == 0)
            return FALSE;
        return take_closing_marks(s);
    default:
        return FALSE;
    }
}

/* Where a dot stands between two letters it joins the parts of a name, however it is printed. */
static gboolean
joins_letters(const Scanner *s, gsize next)
{
    if (line_is_empty(s) || s->space || next >= s->len)
        return FALSE;
    const char *before = g_utf8_find_prev_char(s->out->text->str, s->out->text->str + s->out->text->len);
    return before != NULL && g_unichar_isalpha(g_utf8_get_char(before)) &&
           g_unichar_isalpha(g_utf8_get_char(s->raw + next));
}

static void
take_char(Scanner *s)
{
    const char *p = s->raw + s->at;
    gunichar c;
    gsize n = *p == '&' ? ren_fold_entity(p, s->len - s->at, &c) : 0;
    gboolean entity = n > 0;
    if (!entity) {
        c = g_utf8_get_char(p);
        n = g_utf8_next_char(p) - p;
    }
    gunichar folded = ren_fold_char(c);
    gsize next = s->at + n;
    if (folded == REN_FOLD_BREAK) {
        if (entity) {
            add(s, REN_FOLD_SPACE, s->at, next);
            s->at = next;
            return;
        }
        if (c == '\r' && byte_at(s, next) == '\n')
            next++;
        end_line(s, TRUE);
        begin_line(s, next);
        s->at = next;
        read_head(s);
        return;
    }
    if (ren_fold_is_dot(c) && joins_letters(s, next))
        folded = 0xb7;
    add(s, folded, s->at, next);
    s->at = next;
}

RenLines *
ren_lines_new(const char *raw, gsize len)
{
    RenLines *lines = g_new0(RenLines, 1);
    lines->text = g_string_sized_new(len + 1);
    lines->map = g_array_sized_new(FALSE, FALSE, sizeof(guint32), len + 1);
    lines->lines = g_array_new(FALSE, FALSE, sizeof(RenLine));
    Scanner s = {.raw = raw, .len = len, .out = lines};
    begin_line(&s, 0);
    read_head(&s);
    while (s.at < s.len)
        if (!take_mark(&s))
            take_char(&s);
    end_line(&s, TRUE);
    return lines;
}
