#include "text/view.h"

#include <string.h>

#include "text/fold.h"
#include "text/line.h"

/* A column narrower than this, in characters, is a list or a poem. */
#define MIN_WIDTH 10
/* A headline longer than this, in characters, is a paragraph. */
#define MAX_TITLE 56
/* Widths are counted in halves of a Chinese character. */
#define HALVES(chars) (2 * (chars))

/* What a paragraph's last character says about it. */
typedef enum {
    ENDING_CLOSED, /* a sentence ends here */
    ENDING_PAUSE,  /* the sentence surely goes on */
    ENDING_OPEN,   /* either */
} Ending;

/* A run of lines that are one paragraph. */
typedef struct {
    guint first, last; /* lines */
    guint n_chars;
    guint width;  /* in halves */
    guint indent; /* in halves */
    guint flags;  /* RenLayoutFlags of the whole */
    Ending ending;
    int depth;             /* opening marks that were not closed */
    guint pauses;          /* commas and the like before the last character */
    guint stops;           /* full stops and the like before the last character */
    gboolean closer_last;  /* ends with a closing quote or bracket */
    gboolean closer_first; /* begins with a mark that no line can begin with */
    gboolean title;
} Piece;

typedef struct {
    const RenLines *lines;
    const RenLayout *layout;
    GArray *pieces;   /* of Piece */
    gboolean indents; /* paragraphs are indented in this file */
    gboolean blanks;  /* a blank at a line's end or head was printed, it is not the scan's habit */
    GArray *breaks;   /* of guint: widths at which a short line was surely broken */
} Reflow;

static gboolean
is_stop(gunichar c)
{
    return c == 0x3002 || c == '!' || c == '?' || c == 0x2026 || c == ';' || c == 0xff61;
}

static gboolean
is_pause(gunichar c)
{
    return c == ',' || c == 0x3001 || c == ':';
}

static gboolean
is_opener(gunichar c)
{
    return c == 0x201c || c == 0x2018 || c == '(' || c == 0x300a || c == 0x3008 || c == 0x3010 ||
           c == 0x300c || c == 0x300e || c == '[' || c == 0x3014;
}

static gboolean
is_closer(gunichar c)
{
    return c == 0x201d || c == 0x2019 || c == ')' || c == 0x300b || c == 0x3009 || c == 0x3011 ||
           c == 0x300d || c == 0x300f || c == ']' || c == 0x3015;
}

static Ending
ending_of(gunichar last, gunichar before)
{
    if (is_stop(last) || last == ':' || (last == '.' && !g_unichar_isdigit(before)))
        return ENDING_CLOSED;
    if (last == ',' || last == 0x3001 || is_opener(last) || last == 0xb7)
        return ENDING_PAUSE;
    /* ”) after 。 close a sentence with it. */
    if (last == '"' && is_stop(before))
        return ENDING_CLOSED;
    if (is_closer(last) && (is_stop(before) || is_closer(before)))
        return is_stop(before) ? ENDING_CLOSED : ENDING_OPEN;
    return ENDING_OPEN;
}

static const RenLine *
line_at(const Reflow *r, guint i)
{
    return &g_array_index(r->lines->lines, RenLine, i);
}

/* Reads @text once for all that is asked of it later. */
static void
measure(Piece *piece, const char *text, gsize len)
{
    gunichar last = 0, before = 0;
    for (const char *p = text; p < text + len; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        piece->stops += is_stop(last);
        piece->pauses += is_pause(last);
        piece->depth += is_opener(c) ? 1 : is_closer(c) ? -1 : 0;
        if (p == text)
            piece->closer_first = is_closer(c) || is_pause(c) || (is_stop(c) && c != 0x2026);
        piece->n_chars++;
        piece->width += c < 0x80 ? 1 : 2;
        before = last;
        last = c;
    }
    piece->ending = ending_of(last, before);
    piece->closer_last = is_closer(last);
}

static gboolean
reads_as_title(const Piece *piece)
{
    const guint no_title = REN_LAYOUT_LEAD | REN_LAYOUT_BYLINE | REN_LAYOUT_CREDIT | REN_LAYOUT_JUMP_FROM |
                           REN_LAYOUT_JUMP_TO | REN_LAYOUT_END | REN_LAYOUT_FURNITURE | REN_LAYOUT_NOTE |
                           REN_LAYOUT_PHOTO | REN_LAYOUT_RUNNING;
    if (piece->n_chars < 2 || piece->n_chars > MAX_TITLE || (piece->flags & no_title) || piece->closer_first)
        return FALSE;
    return piece->ending == ENDING_OPEN && piece->stops <= 1 && piece->pauses <= 3;
}

/* A headline may end with a mark that also ends a sentence: 谁来管? */
static gboolean
asks_as_title(const Piece *piece, const char *text, gsize len)
{
    if (piece->ending != ENDING_CLOSED || piece->n_chars < 4 || piece->n_chars > MAX_TITLE / 2 || len == 0 ||
        piece->stops > 0 || piece->pauses > 1 || piece->flags != 0)
        return FALSE;
    char last = text[len - 1];
    gboolean dots = len >= 3 && memcmp(text + len - 3, "\xe2\x80\xa6", 3) == 0;
    return last == '!' || last == '?' || dots;
}

static Piece
piece_new(const Reflow *r, guint i)
{
    const RenLine *line = line_at(r, i);
    const char *text = r->lines->text->str + line->start;
    Piece piece = {.first = i, .last = i, .indent = line->indent};
    measure(&piece, text, line->end - line->start);
    if (r->layout != NULL)
        piece.flags = ren_layout_classify(r->layout, text, line->end - line->start);
    piece.title = reads_as_title(&piece);
    return piece;
}

/* @a goes on in @b. */
static Piece
piece_join(const Piece *a, const Piece *b)
{
    const guint of_head = REN_LAYOUT_LEAD | REN_LAYOUT_PHOTO | REN_LAYOUT_JUMP_FROM | REN_LAYOUT_DECK |
                          REN_LAYOUT_NOTE | REN_LAYOUT_OPENING | REN_LAYOUT_RUNNING;
    const guint of_tail = REN_LAYOUT_CREDIT | REN_LAYOUT_JUMP_TO | REN_LAYOUT_END;
    Piece joined = *a;
    joined.last = b->last;
    joined.n_chars += b->n_chars;
    joined.width += b->width;
    joined.flags = (a->flags & of_head) | (b->flags & of_tail);
    joined.ending = b->ending;
    joined.closer_last = b->closer_last;
    joined.depth += b->depth;
    joined.pauses += b->pauses + (a->ending == ENDING_PAUSE);
    joined.stops += b->stops + (a->ending == ENDING_CLOSED);
    joined.title = reads_as_title(&joined);
    return joined;
}

static gboolean
is_indented(const RenLine *line)
{
    return line->indent >= 2;
}

/* Is there no empty line and no border between line @i and the one before? */
static gboolean
is_adjacent(const Reflow *r, guint i)
{
    const RenLine *line = line_at(r, i), *before = line_at(r, i - 1);
    return line->blanks_before == 0 && !line->border && !line->opens && line->heading == 0 &&
           before->heading == 0;
}

/* The width that most of @widths have, give or take @slack; sets the share of those. */
static guint
modal_width(const GArray *widths, guint slack, double *share)
{
    guint count[HALVES(100)] = {0};
    guint best = 0, best_count = 0, all = 0;
    for (guint i = 0; i < widths->len; i++) {
        guint width = g_array_index(widths, guint, i);
        count[MIN(width, G_N_ELEMENTS(count) - 1)]++;
        all++;
    }
    for (guint width = slack; width + slack < G_N_ELEMENTS(count) - 1; width++) {
        guint sum = 0;
        for (guint w = width - slack; w <= width + slack; w++)
            sum += count[w];
        /* Of equal sums the one whose middle is the fullest. */
        if (sum > best_count || (sum == best_count && sum > 0 && count[width] > count[best])) {
            best = width;
            best_count = sum;
        }
    }
    *share = all == 0 ? 0 : (double)best_count / all;
    return best;
}

static void
add_widths(const Piece *line, GArray *chars, GArray *halves)
{
    guint n_chars = line->n_chars + line->indent / 2, width = line->width + line->indent;
    g_array_append_val(chars, n_chars);
    g_array_append_val(halves, width);
}

/* How wide a full line is: in characters or in halves, whichever the lines agree on. 0: no line is full. */
typedef struct {
    guint chars;
    guint halves;
} Column;

static Column
find_column(GArray *chars, GArray *halves, double enough, guint least)
{
    Column column = {0, 0};
    if (chars->len < least)
        return column;
    double share_chars, share_halves;
    guint width = modal_width(chars, 1, &share_chars), wide = modal_width(halves, 2, &share_halves);
    if (share_chars >= enough && share_chars >= share_halves && width >= MIN_WIDTH)
        column.chars = width;
    else if (share_halves >= enough && wide >= HALVES(MIN_WIDTH))
        column.halves = wide;
    return column;
}

static gboolean
is_full(const Column *column, const Piece *line)
{
    if (column->chars > 0)
        return line->n_chars + line->indent / 2 + 1 >= column->chars;
    return column->halves > 0 && line->width + line->indent + 3 >= column->halves;
}

/* Whether a line of the print that is as long as the column goes on in the next one; @after, or NULL, follows
 * that. */
static gboolean
wraps(const Reflow *r, const Piece *line, const Piece *next, const Piece *after)
{
    const guint starts = REN_LAYOUT_LEAD | REN_LAYOUT_JUMP_FROM | REN_LAYOUT_NOTE;
    if (((next->flags & REN_LAYOUT_DECK) && (line->title || line->ending == ENDING_CLOSED)) ||
        (next->flags & starts) || line_at(r, next->first)->listed ||
        (line->flags & (REN_LAYOUT_FURNITURE | REN_LAYOUT_CREDIT)))
        return FALSE;
    if (next->closer_first)
        return TRUE;
    if (line->title && (next->flags & (REN_LAYOUT_CREDIT | REN_LAYOUT_BYLINE)) != 0)
        return FALSE;
    /* The last line of a text may be as long as the column: what follows is a headline where a lead comes
     * next. */
    if (line->ending == ENDING_CLOSED && next->title && after != NULL &&
        (after->flags & (REN_LAYOUT_LEAD | REN_LAYOUT_BYLINE | REN_LAYOUT_DECK)) != 0)
        return FALSE;
    return !(r->indents && is_indented(line_at(r, next->first)));
}

/* Joins the lines of one block, which no empty line parts, where the print's width broke them. */
static void
join_block(Reflow *r, const GArray *lines, guint from, guint to, const Column *global)
{
    Column column = *global;
    if (to - from >= 3) {
        /* Columns of several widths may stand in one file. */
        g_autoptr(GArray) chars = g_array_new(FALSE, FALSE, sizeof(guint));
        g_autoptr(GArray) halves = g_array_new(FALSE, FALSE, sizeof(guint));
        for (guint i = from; i + 1 < to; i++) {
            add_widths(&g_array_index(lines, Piece, i), chars, halves);
        }
        Column local = find_column(chars, halves, 0.7, 2);
        if (local.chars > 0 || local.halves > 0)
            column = local;
    }
    Piece piece = g_array_index(lines, Piece, from);
    for (guint i = from + 1; i < to; i++) {
        const Piece *line = &g_array_index(lines, Piece, i - 1), *next = &g_array_index(lines, Piece, i);
        const Piece *after = i + 1 < to ? next + 1 : NULL;
        if (is_full(&column, line) && wraps(r, line, next, after)) {
            piece = piece_join(&piece, next);
            continue;
        }
        g_array_append_val(r->pieces, piece);
        piece = *next;
    }
    g_array_append_val(r->pieces, piece);
}

/* First step: from lines to the paragraphs as printed. */
static void
join_lines(Reflow *r)
{
    guint n = r->lines->lines->len;
    g_autoptr(GArray) lines = g_array_sized_new(FALSE, FALSE, sizeof(Piece), n);
    g_autoptr(GArray) chars = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GArray) halves = g_array_new(FALSE, FALSE, sizeof(guint));
    guint indented = 0, blanks = 0;
    for (guint i = 0; i < n; i++) {
        Piece line = piece_new(r, i);
        g_array_append_val(lines, line);
        indented += is_indented(line_at(r, i));
        blanks += line_at(r, i)->blank_after || line_at(r, i)->indent == 1;
        if (i == 0 || !is_adjacent(r, i))
            continue;
        add_widths(&g_array_index(lines, Piece, i - 1), chars, halves);
    }
    /* Where all lines are indented, that tells nothing. */
    r->indents = indented * 10 >= n && indented * 10 <= n * 9;
    r->blanks = blanks * 5 < n;
    Column column = find_column(chars, halves, 0.5, 4);
    for (guint from = 0; from < n;) {
        guint to = from + 1;
        while (to < n && is_adjacent(r, to))
            to++;
        join_block(r, lines, from, to, &column);
        from = to;
    }
}

static gboolean
is_broken_off(const Piece *a)
{
    return a->ending == ENDING_PAUSE ||
           (a->ending == ENDING_OPEN && (a->stops > 0 || a->n_chars > MAX_TITLE));
}

/* Was a line as wide as this broken in mid-sentence elsewhere in the file, and more than once? Then it is as
 * wide as a column of the print. */
static gboolean
has_column_width(const Reflow *r, const Piece *a)
{
    guint fits = 0;
    for (guint i = 0; i < r->breaks->len; i++) {
        guint width = g_array_index(r->breaks, guint, i);
        fits += width + 1 >= a->width && width <= a->width + 1;
    }
    return fits >= 2;
}

static gboolean
may_meet(const Reflow *r, const Piece *a, const Piece *b)
{
    const RenLine *last = line_at(r, a->last), *first = line_at(r, b->first);
    const guint ends = REN_LAYOUT_BYLINE | REN_LAYOUT_FURNITURE | REN_LAYOUT_SECTION | REN_LAYOUT_CREDIT |
                       REN_LAYOUT_END | REN_LAYOUT_JUMP_TO | REN_LAYOUT_KICKER;
    const guint starts = REN_LAYOUT_LEAD | REN_LAYOUT_BYLINE | REN_LAYOUT_JUMP_FROM | REN_LAYOUT_FURNITURE |
                         REN_LAYOUT_SECTION | REN_LAYOUT_DECK | REN_LAYOUT_NOTE | REN_LAYOUT_PHOTO |
                         REN_LAYOUT_KICKER;
    /* A dash inside an open quote is no deck. */
    guint flags = a->depth > 0 ? b->flags & ~(guint)REN_LAYOUT_DECK : b->flags;
    if (last->heading > 0 || first->heading > 0 || first->listed || first->opens || (a->flags & ends) ||
        (flags & starts))
        return FALSE;
    return a->ending != ENDING_CLOSED || b->closer_first;
}

/* Second step: does the paragraph @a, printed as one, go on in @b? @before is the one above @a, or NULL. */
static gboolean
goes_on(const Reflow *r, const Piece *before, const Piece *a, const Piece *b)
{
    if (!may_meet(r, a, b))
        return FALSE;
    if (b->closer_first || a->ending == ENDING_PAUSE)
        return TRUE;
    if (b->flags & REN_LAYOUT_CREDIT)
        return FALSE;
    if (r->indents && is_indented(line_at(r, b->first)))
        return FALSE;
    if (is_broken_off(a) || (a->depth > 0 && a->n_chars >= 8))
        return TRUE;
    if (a->flags & (REN_LAYOUT_AUTHOR | REN_LAYOUT_DECK))
        return FALSE;
    /* Only running text goes on, and only where running text stood: the rest are lines of a headline. */
    gboolean in_text = before != NULL && !before->title && line_at(r, before->first)->heading == 0 &&
                       !(before->flags & REN_LAYOUT_BYLINE);
    if (a->flags & REN_LAYOUT_RUNNING)
        return TRUE;
    if (b->title && b->ending != ENDING_PAUSE)
        return FALSE;
    if (a->flags & REN_LAYOUT_LEAD)
        return TRUE;
    if (a->pauses > 0 && a->n_chars >= 30)
        return TRUE;
    if (a->pauses > 0 && !a->closer_last && a->width >= HALVES(13) && (before != NULL || a->pauses > 1))
        return TRUE;
    return in_text && has_column_width(r, a);
}

static void
learn_breaks(Reflow *r)
{
    for (guint i = 0; i + 1 < r->pieces->len; i++) {
        const Piece *a = &g_array_index(r->pieces, Piece, i), *b = &g_array_index(r->pieces, Piece, i + 1);
        if (may_meet(r, a, b) && a->pauses > 0 && !a->closer_last && a->ending == ENDING_OPEN &&
            a->width >= HALVES(10) && a->width <= HALVES(26) && r->breaks->len < 1000)
            g_array_append_val(r->breaks, a->width);
    }
}

/* Second step: paragraphs that a column's or page's end broke. */
static GArray *
join_pieces(Reflow *r)
{
    learn_breaks(r);
    GArray *joined = g_array_sized_new(FALSE, FALSE, sizeof(Piece), r->pieces->len);
    for (guint i = 0; i < r->pieces->len; i++) {
        const Piece *next = &g_array_index(r->pieces, Piece, i);
        Piece *a = joined->len > 0 ? &g_array_index(joined, Piece, joined->len - 1) : NULL;
        const Piece *before = joined->len > 1 ? a - 1 : NULL;
        if (a != NULL && goes_on(r, before, a, next))
            *a = piece_join(a, next);
        else
            g_array_append_val(joined, *next);
    }
    return joined;
}

static void
put(RenView *view, const char *bytes, gsize n, const guint32 *map)
{
    memcpy(view->text + view->len, bytes, n);
    memcpy(view->map + view->len, map, n * sizeof *map);
    view->len += n;
}

/* Two words need a blank that two characters do not, nor the two halves of a number; and there is one where
 * the print had it at the end of the one line or the head of the other. */
static gboolean
need_blank(const Reflow *r, const RenView *view, guint line)
{
    const RenLine *a = line_at(r, line - 1), *b = line_at(r, line);
    if (r->blanks && (a->blank_after || b->indent == 1))
        return TRUE;
    return g_ascii_isalpha(view->text[view->len - 1]) && g_ascii_isalpha(r->lines->text->str[b->start]);
}

static void
put_piece(RenView *view, const Reflow *r, const Piece *piece)
{
    RenParagraph paragraph = {.n_chars = piece->n_chars};
    for (guint i = piece->first; i <= piece->last; i++) {
        const RenLine *line = line_at(r, i);
        const char *text = r->lines->text->str + line->start;
        gsize len = line->end - line->start;
        if (i == piece->first) {
            guint32 end = view->len == 0 ? 0 : line_at(r, i - 1)->raw_end;
            if (view->len > 0)
                put(view, "\n", 1, &end);
            paragraph.span.start = view->len;
            paragraph.raw_line = line->raw_line;
            paragraph.heading = line->heading;
            paragraph.blanks_before = line->blanks_before;
            paragraph.bold = line->bold;
            paragraph.indented = is_indented(line);
            paragraph.listed = line->listed;
            paragraph.opens = line->opens;
        } else if (need_blank(r, view, i)) {
            guint32 end = line_at(r, i - 1)->raw_end;
            put(view, " ", 1, &end);
        }
        put(view, text, len, &g_array_index(r->lines->map, guint32, line->start));
    }
    paragraph.span.end = view->len;
    const char *text = view->text + paragraph.span.start;
    gsize len = paragraph.span.end - paragraph.span.start;
    paragraph.flags = piece->first == piece->last || r->layout == NULL
                          ? piece->flags
                          : ren_layout_classify(r->layout, text, len);
    Piece whole = *piece;
    whole.flags = paragraph.flags;
    paragraph.title = reads_as_title(&whole) || asks_as_title(&whole, text, len);
    g_array_append_val(view->paragraphs, paragraph);
}

/* Marks the first line of each article. */
static void
mark_borders(RenLines *lines, const GArray *borders)
{
    for (guint i = 0, k = 0; borders != NULL && i < lines->lines->len; i++) {
        RenLine *line = &g_array_index(lines->lines, RenLine, i);
        for (; k < borders->len && g_array_index(borders, gsize, k) < line->raw_end; k++)
            line->opens = TRUE;
    }
}

RenView *
ren_view_new(const char *raw, gsize len, const RenLayout *layout)
{
    return ren_view_new_parted(raw, len, layout, NULL);
}

RenView *
ren_view_new_parted(const char *raw, gsize len, const RenLayout *layout, const GArray *borders)
{
    g_autoptr(RenLines) lines = ren_lines_new(raw, len);
    mark_borders(lines, borders);
    g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    g_autoptr(GArray) breaks = g_array_new(FALSE, FALSE, sizeof(guint));
    Reflow r = {.lines = lines, .layout = layout, .pieces = pieces, .breaks = breaks};
    join_lines(&r);
    g_autoptr(GArray) joined = join_pieces(&r);

    RenView *view = g_new0(RenView, 1);
    view->raw = raw;
    view->raw_len = len;
    view->parted = borders != NULL && borders->len > 0;
    /* No line adds more than one byte of its own. */
    gsize most = lines->text->len + lines->lines->len;
    view->text = g_malloc(most + 1);
    view->map = g_new(guint32, most + 1);
    view->paragraphs = g_array_sized_new(FALSE, FALSE, sizeof(RenParagraph), joined->len);
    for (guint i = 0; i < joined->len; i++)
        put_piece(view, &r, &g_array_index(joined, Piece, i));
    view->text[view->len] = '\0';
    view->map[view->len] = len;
    return view;
}

RenSpan
ren_view_raw(const RenView *view, gsize start, gsize end)
{
    RenSpan span = {view->map[start], view->map[start]};
    if (end <= start)
        return span;
    gsize last = view->map[end - 1];
    span.end = last + ren_fold_raw_length(view->raw + last, view->raw_len - last);
    return span;
}

gsize
ren_view_find(const RenView *view, gsize raw)
{
    gsize low = 0, high = view->len;
    while (low < high) {
        gsize middle = low + (high - low) / 2;
        if (view->map[middle] < raw)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void
ren_view_free(RenView *view)
{
    if (view == NULL)
        return;
    g_free(view->text);
    g_free(view->map);
    g_array_unref(view->paragraphs);
    g_free(view);
}
