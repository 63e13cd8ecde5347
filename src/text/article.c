#include "text/article.h"

#include "text/sentence.h"

/* A line of headline type that stands alone is a sub-heading when it is shorter than this. */
#define SUBHEADING 9
/* So many lines can stand above a text: kicker, two of headline, two of deck. */
#define MAX_HEADLINE_LINES 5
/* A caption that is longer, in characters, tells a story of its own. */
#define LONG_CAPTION 30
/* Level of a headline that is marked by bold type only. */
#define BOLD_LEVEL 7
#define N_LEVELS 8

/* How sure the text below a headline is that an article starts there. */
typedef enum {
    ANCHOR_NONE,
    ANCHOR_AUTHOR, /* a bare name below the headline */
    ANCHOR_BYLINE, /* a line that says who wrote it: a feature, which may have sub-headings */
    ANCHOR_LEAD,
    ANCHOR_JUMP,
} Anchor;

typedef struct {
    const RenParagraph *p;
    guint level;      /* 1-6 marked heading, BOLD_LEVEL, 0 */
    gboolean title;   /* may be a line of a headline */
    gboolean aside;   /* caption or picture: may stand between headline and text */
    gboolean outside; /* masthead, page header, section name */
    gboolean body;    /* text */
    gboolean closes;  /* an article ends with it */
    Anchor anchor;
} Block;

typedef struct {
    guint start;  /* block */
    guint anchor; /* block, or start where there is none */
    Anchor kind;
    guint level;     /* of its headline, 0 unmarked */
    gboolean titled; /* has a headline above its text */
    gboolean doubtful;
    guint tail_title; /* block of a headline that stands behind the text, or G_MAXUINT */
} Start;

typedef struct {
    const RenView *view;
    GArray *blocks; /* of Block */
    GArray *starts; /* of Start, in order */
    guint totals[N_LEVELS];
    guint anchored[N_LEVELS];
    guint n_leads;    /* articles that open with 本报讯 or the like */
    guint n_openings; /* headings without a lead, below which news begins all the same */
} Splitter;

static Block *
block_at(const Splitter *s, guint i)
{
    return &g_array_index(s->blocks, Block, i);
}

static void
add_block(Splitter *s, const RenParagraph *p)
{
    Block b = {.p = p};
    gboolean is_short = p->n_chars <= 200;
    b.outside = (p->flags & (REN_LAYOUT_FURNITURE | REN_LAYOUT_SECTION)) != 0;
    b.level = !is_short ? 0 : p->heading > 0 ? p->heading : p->bold && p->title ? BOLD_LEVEL : 0;
    if (p->flags & REN_LAYOUT_JUMP_FROM)
        b.anchor = ANCHOR_JUMP;
    else if (p->flags & REN_LAYOUT_LEAD)
        b.anchor = ANCHOR_LEAD;
    if (b.anchor != ANCHOR_NONE) {
        b.level = 0;
        b.outside = FALSE;
    }
    b.aside =
        b.anchor == ANCHOR_NONE && b.level == 0 && (p->flags & (REN_LAYOUT_CREDIT | REN_LAYOUT_PHOTO)) != 0;
    gboolean line = (p->flags & (REN_LAYOUT_KICKER | REN_LAYOUT_DECK)) != 0 && p->n_chars <= 60;
    b.title = !b.outside && !b.aside && b.anchor == ANCHOR_NONE && (b.level > 0 || p->title || line);
    b.body = !b.outside && !b.aside && !b.title && !(p->flags & REN_LAYOUT_BYLINE);
    b.closes = (p->flags & (REN_LAYOUT_JUMP_TO | REN_LAYOUT_END)) != 0 && !b.aside && b.level == 0;
    g_array_append_val(s->blocks, b);
}

/* The next block after @i, or before it with @step -1, that is neither picture nor page furniture; G_MAXUINT:
 * none. */
static guint
neighbour(const Splitter *s, guint i, int step)
{
    for (gint64 k = (gint64)i + step; k >= 0 && k < s->blocks->len; k += step)
        if (!block_at(s, k)->aside && !block_at(s, k)->outside)
            return k;
    return G_MAXUINT;
}

/* A line with nothing but who wrote it opens an article below a headline and closes one below its text. */
static void
place_byline(Splitter *s, guint i)
{
    Block *b = block_at(s, i);
    guint above = neighbour(s, i, -1), below = neighbour(s, i, 1);
    const Block *up = above == G_MAXUINT ? NULL : block_at(s, above);
    const Block *down = below == G_MAXUINT ? NULL : block_at(s, below);
    b->closes = FALSE;
    gboolean below_headline =
        up == NULL || up->title || (up->p->flags & (REN_LAYOUT_NOTE | REN_LAYOUT_BYLINE)) != 0;
    if (below_headline && down != NULL)
        b->anchor = ANCHOR_BYLINE;
    else if (down == NULL || down->title || down->anchor != ANCHOR_NONE)
        b->closes = TRUE;
}

static void
place_author(Splitter *s, guint i)
{
    Block *b = block_at(s, i);
    if (i == 0 || i + 1 >= s->blocks->len || b->level > 0)
        return;
    const Block *up = block_at(s, i - 1), *down = block_at(s, i + 1);
    /* A mark before the name (□ 赵一鸣) makes it surer. */
    guint least = (b->p->flags & REN_LAYOUT_KICKER) != 0 || up->level > 0 ? 2 : 3;
    if (!up->title || up->p->n_chars < least || !down->body || down->anchor != ANCHOR_NONE ||
        down->p->n_chars < 20)
        return;
    b->anchor = ANCHOR_AUTHOR;
    b->title = FALSE;
}

static void
place_anchors(Splitter *s)
{
    for (guint i = 0; i < s->blocks->len; i++) {
        Block *b = block_at(s, i);
        if (b->anchor != ANCHOR_NONE || b->aside)
            continue;
        if ((b->p->flags & REN_LAYOUT_BYLINE) && b->level == 0)
            place_byline(s, i);
        else if (b->p->flags & REN_LAYOUT_AUTHOR)
            place_author(s, i);
    }
}

/* Does the marked heading @i name a page or section, which holds the headlines below it? */
static gboolean
names_section(const Splitter *s, guint i, guint headline)
{
    guint level = block_at(s, i)->level;
    if (level == 0 || level >= block_at(s, headline)->level)
        return FALSE;
    if (block_at(s, i)->p->n_chars <= 8)
        return TRUE;
    /* A deck has the headline to itself; a section has more headlines of the same level before its own comes
     * again. */
    for (guint k = headline + 1, texts = 0; k < s->blocks->len && k < headline + 200; k++) {
        const Block *b = block_at(s, k);
        texts += b->body;
        if (b->level > 0 && b->level <= level)
            return FALSE;
        if (b->level == block_at(s, headline)->level && texts > 0)
            return i == 0 || block_at(s, headline)->level > 2;
    }
    return FALSE;
}

/* A headline of several clauses is as long as a paragraph, but has no full stop: only what stands right above
 * a lead. */
static gboolean
is_long_title(const Splitter *s, guint i)
{
    const Block *b = block_at(s, i);
    if (!b->body || b->anchor != ANCHOR_NONE || b->closes || b->p->n_chars > 120 || b->p->flags != 0)
        return FALSE;
    const char *p = s->view->text + b->p->span.start, *end = s->view->text + b->p->span.end;
    gunichar last = 0;
    guint pauses = 0;
    for (; p < end; p = g_utf8_next_char(p)) {
        last = g_utf8_get_char(p);
        if (last == 0x3002 || last == ';')
            return FALSE;
        pauses += last == ',';
    }
    return g_unichar_isalnum(last) && pauses <= 3;
}

/* May the headline whose lines begin at @start have the line @i above it? */
static gboolean
is_line_above(const Splitter *s, guint i, guint start, guint anchor)
{
    const Block *b = block_at(s, i), *below = block_at(s, start);
    if (start == anchor && is_long_title(s, i))
        return TRUE;
    if (!b->title || b->closes)
        return FALSE;
    if (start == anchor)
        return TRUE;
    if (b->level > 0)
        return !names_section(s, i, start);
    gboolean touching = below->p->blanks_before == 0;
    if (below->level > 0)
        return (b->p->flags & REN_LAYOUT_KICKER) != 0 ||
               (b->p->n_chars <= 24 &&
                s->view->text[b->p->span.start] != '('); /* a kicker is short, and no signature */
    /* 谁来管? above a headline is the end of the text before, unless it is printed right on it. */
    const char *text = s->view->text;
    char last = text[b->p->span.end - 1];
    return touching || (last != '?' && last != '!');
}

/* The first line of what stands above the text at @anchor; @floor is the first block that is free. */
static guint
find_headline(const Splitter *s, guint anchor, guint floor, gboolean *titled)
{
    guint start = anchor, lines = 0;
    for (guint i = anchor; i > floor && lines < MAX_HEADLINE_LINES; i--) {
        const Block *b = block_at(s, i - 1);
        if (is_line_above(s, i - 1, start, anchor)) {
            start = i - 1;
            lines++;
            continue;
        }
        /* A picture, an editor's note or a byline may stand between the headline and the text. */
        gboolean between = b->aside || (b->p->flags & (REN_LAYOUT_NOTE | REN_LAYOUT_BYLINE)) != 0;
        if (!between || b->closes || lines > 0)
            break;
    }
    *titled = lines > 0;
    return start;
}

static guint
headline_level(const Splitter *s, guint start, guint anchor)
{
    guint level = 0;
    for (guint i = start; i < anchor; i++) {
        guint own = block_at(s, i)->level;
        if (own > 0 && (level == 0 || own < level))
            level = own;
    }
    return level;
}

static void
add_start(Splitter *s, guint start, guint anchor, Anchor kind, gboolean titled, gboolean doubtful)
{
    Start new = {start,  anchor,   kind,     headline_level(s, start, MAX(anchor, start + 1)),
                 titled, doubtful, G_MAXUINT};
    g_array_append_val(s->starts, new);
}

static Start *
last_start(const Splitter *s)
{
    return s->starts->len == 0 ? NULL : &g_array_index(s->starts, Start, s->starts->len - 1);
}

/* First the articles that say so themselves: by lead, byline, author or jump. */
static void
find_anchored(Splitter *s)
{
    guint floor = 0;
    for (guint i = 0; i < s->blocks->len; i++) {
        const Block *b = block_at(s, i);
        if (b->anchor == ANCHOR_NONE)
            continue;
        Start *before = last_start(s);
        gboolean text_between = before == NULL;
        for (guint k = floor; k < i && !text_between; k++)
            text_between = block_at(s, k)->body;
        text_between = text_between || (before != NULL && before->kind >= ANCHOR_LEAD && floor > 0 &&
                                        block_at(s, floor - 1)->body);
        if (!text_between) {
            /* A byline and then a lead: one article. */
            before->kind = MAX(before->kind == ANCHOR_AUTHOR ? ANCHOR_NONE : before->kind, b->anchor);
            floor = i + 1;
            continue;
        }
        gboolean titled;
        guint start = find_headline(s, i, floor, &titled);
        floor = i + 1;
        if (!titled && b->anchor == ANCHOR_AUTHOR)
            continue;
        add_start(s, start, i, b->anchor, titled,
                  b->anchor == ANCHOR_AUTHOR || (!titled && b->anchor != ANCHOR_JUMP && before != NULL));
    }
}

/* Is the headline of a text printed behind it? Where one lead has no headline above it and the next has two,
 * or the file ends with one, it is. */
static void
find_headlines_behind(Splitter *s)
{
    if (s->starts->len == 0)
        return;
    guint end = s->blocks->len;
    while (end > 0 && (block_at(s, end - 1)->aside || block_at(s, end - 1)->outside))
        end--;
    gboolean at_end =
        end > 0 && block_at(s, end - 1)->title && block_at(s, end - 1)->p->n_chars >= SUBHEADING;
    const Start *first = &g_array_index(s->starts, Start, 0);
    gboolean all = at_end && !first->titled && first->kind == ANCHOR_LEAD && s->starts->len > 1;
    for (guint i = 0; i < s->starts->len; i++) {
        Start *start = &g_array_index(s->starts, Start, i);
        Start *next = i + 1 < s->starts->len ? &g_array_index(s->starts, Start, i + 1) : NULL;
        if (start->titled || start->kind != ANCHOR_LEAD)
            continue;
        if (next == NULL) {
            if (at_end && last_start(s) == start)
                start->tail_title = end - 1;
            continue;
        }
        guint line = next->start + 1;
        /* Lines that touch are one headline. */
        while (line < next->anchor && block_at(s, line)->p->blanks_before == 0 &&
               block_at(s, line)->level == 0)
            line++;
        if (!next->titled)
            continue;
        if (all) {
            start->tail_title = next->start;
            next->start = next->anchor;
            next->titled = FALSE;
            next->doubtful = TRUE;
        } else if (line < next->anchor && block_at(s, line)->title &&
                   block_at(s, next->start)->p->n_chars >= SUBHEADING &&
                   block_at(s, line)->p->n_chars >= SUBHEADING &&
                   (block_at(s, line)->p->flags & REN_LAYOUT_DECK) == 0 &&
                   block_at(s, next->start)->level == 0) {
            start->tail_title = next->start;
            next->start = line;
            next->doubtful = TRUE;
        }
    }
}

/* The article that block @i lies in, or NULL before the first. */
static const Start *
start_before(const Splitter *s, guint i)
{
    const Start *found = NULL;
    guint low = 0, high = s->starts->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        const Start *start = &g_array_index(s->starts, Start, middle);
        if (start->start <= i) {
            found = start;
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return found;
}

static gboolean
is_feature(const Start *start)
{
    return start->kind == ANCHOR_BYLINE || start->kind == ANCHOR_AUTHOR;
}

/* What a block that may be a headline stands between. */
typedef struct {
    guint i;
    guint text;         /* the block below its lines */
    const Start *in;    /* the article that it lies in so far, or NULL */
    const Block *above; /* NULL: nothing */
    const Block *below;
} Place;

/* Does a marked heading without lead or byline open an article, or a part of one? */
static gboolean
opens_marked(const Splitter *s, const Place *place, gboolean *doubtful)
{
    guint level = block_at(s, place->i)->level;
    *doubtful = FALSE;
    if (place->in == NULL || (place->above != NULL && place->above->closes))
        return TRUE;
    gboolean opening = place->below != NULL && (place->below->p->flags & REN_LAYOUT_OPENING) != 0;
    /* What is deeper is a part, unless articles are known to stand at this level and none at the other. */
    gboolean known = s->anchored[level] > 0 && s->anchored[place->in->level] == 0;
    if (place->in->level > 0 && level > place->in->level && !known &&
        s->anchored[level] * 2 < s->totals[level]) {
        *doubtful = TRUE;
        return opening && !is_feature(place->in);
    }
    if (place->in->level > 0 && level < place->in->level)
        return TRUE;
    /* Where few headings have a byline, to have none says nothing. */
    if (s->anchored[level] * 3 < s->totals[level])
        return opening || !(is_feature(place->in) && s->n_openings >= 2);
    *doubtful = TRUE;
    return !is_feature(place->in) && place->in->kind != ANCHOR_JUMP;
}

/* The same for a line that only looks like a headline: there must be a sign. */
static gboolean
opens_plain(const Splitter *s, const Place *place, guint usual_blanks, gboolean *doubtful)
{
    const Block *b = block_at(s, place->i);
    *doubtful = TRUE;
    if (place->in == NULL) {
        *doubtful = FALSE;
        return place->above == NULL;
    }
    if (place->above == NULL || place->above->title)
        return FALSE;
    /* A headline, a picture with a caption that tells it all, and no text. */
    const Block *caption = place->text < s->blocks->len ? block_at(s, place->text) : NULL;
    if (caption != NULL && caption->aside && (place->below == NULL || !place->below->body) &&
        (caption->p->n_chars >= LONG_CAPTION || (caption->p->flags & REN_LAYOUT_PHOTO) != 0))
        return TRUE;
    if (place->below == NULL)
        return FALSE;
    if (place->above->closes) {
        *doubtful = b->p->n_chars < SUBHEADING;
        return TRUE;
    }
    gboolean feature = is_feature(place->in) || place->in->kind == ANCHOR_JUMP;
    gboolean opening = (place->below->p->flags & REN_LAYOUT_OPENING) != 0;
    gboolean apart = b->p->blanks_before >= 2 && b->p->blanks_before > usual_blanks;
    if (opening && b->p->n_chars >= SUBHEADING && !feature && (apart || s->n_leads == 0))
        return TRUE;
    /* In a file without leads, what stands alone between a full stop and a paragraph is a headline. */
    if (s->n_leads == 0 && !feature && b->p->n_chars >= 6 && place->above->body && place->below->body &&
        place->below->p->n_chars >= 30)
        return TRUE;
    return s->starts->len == 0 && b->p->n_chars >= 6 && apart && place->below->body &&
           place->below->p->n_chars >= 40;
}

static guint
find_usual_blanks(const Splitter *s)
{
    guint counts[5] = {0}, best = 0;
    for (guint i = 1; i < s->blocks->len; i++)
        counts[MIN(block_at(s, i)->p->blanks_before, 4)]++;
    for (guint k = 1; k < 5; k++)
        if (counts[k] > counts[best])
            best = k;
    return best;
}

static void
count_levels(Splitter *s)
{
    for (guint i = 0; i < s->blocks->len; i++)
        if (block_at(s, i)->level > 0 && (i == 0 || block_at(s, i - 1)->level == 0))
            s->totals[block_at(s, i)->level]++;
    for (guint i = 0; i < s->starts->len; i++) {
        const Start *start = &g_array_index(s->starts, Start, i);
        s->anchored[start->level]++;
        s->n_leads += start->kind == ANCHOR_LEAD;
    }
    for (guint i = 0; i + 1 < s->blocks->len; i++)
        s->n_openings += block_at(s, i)->level > 0 && block_at(s, i + 1)->anchor == ANCHOR_NONE &&
                         (block_at(s, i + 1)->p->flags & REN_LAYOUT_OPENING) != 0;
}

static gint
compare_starts(gconstpointer a, gconstpointer b)
{
    const Start *x = a, *y = b;
    return x->start < y->start ? -1 : x->start > y->start;
}

/* Then the headlines that have no byline below them. */
static void
find_unanchored(Splitter *s)
{
    count_levels(s);
    guint usual_blanks = find_usual_blanks(s), n = s->blocks->len;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Start));
    const Start *in = NULL;
    Start own;
    for (guint i = 0; i < n; i++) {
        const Start *anchored = start_before(s, i);
        if (anchored != NULL && (in == NULL || anchored->start >= in->start))
            in = anchored;
        const Block *b = block_at(s, i);
        if (in != NULL && i >= in->start && i <= in->anchor) {
            i = in->anchor;
            continue;
        }
        if (!b->title || b->outside)
            continue;
        /* The lines of one headline: marked ones that follow each other, plain ones that touch. */
        guint text = i + 1;
        while (text < n && block_at(s, text)->title && text < i + MAX_HEADLINE_LINES &&
               start_before(s, text) == anchored &&
               (b->level > 0 ? block_at(s, text)->level > 0 && !names_section(s, i, text)
                             : block_at(s, text)->p->blanks_before == 0))
            text++;
        guint below = neighbour(s, text - 1, 1);
        if (below != G_MAXUINT && start_before(s, below) != anchored)
            below = G_MAXUINT;
        /* A plain line below a marked headline belongs to it; news begins behind it. */
        for (guint k = 0;
             k < 2 && b->level > 0 && below != G_MAXUINT && below + 1 < n && block_at(s, below)->title &&
             block_at(s, below)->level == 0 && start_before(s, below + 1) == anchored;
             k++)
            below++;
        guint above = i == 0 ? G_MAXUINT : neighbour(s, i, -1);
        Place place = {i, text, in, above == G_MAXUINT ? NULL : block_at(s, above),
                       below == G_MAXUINT ? NULL : block_at(s, below)};
        gboolean doubtful, opens;
        if (b->level > 0)
            opens = (place.below != NULL || text == n || !block_at(s, text)->title) &&
                    !(text < n && names_section(s, i, text)) && opens_marked(s, &place, &doubtful);
        else
            opens = text < n && opens_plain(s, &place, usual_blanks, &doubtful);
        if (opens) {
            own = (Start){
                i,    text - 1, ANCHOR_NONE, b->level == BOLD_LEVEL ? BOLD_LEVEL : headline_level(s, i, text),
                TRUE, doubtful, G_MAXUINT};
            g_array_append_val(found, own);
            in = &own;
        }
        i = text - 1;
    }
    g_array_append_vals(s->starts, found->data, found->len);
    g_array_sort(s->starts, compare_starts);
}

/* Text above the first article is one too, unless it is only a masthead or the names of sections. */
static void
find_first(Splitter *s)
{
    guint end = s->starts->len > 0 ? g_array_index(s->starts, Start, 0).start : s->blocks->len;
    guint first = 0, texts = 0;
    while (first < end && block_at(s, first)->outside)
        first++;
    for (guint i = first; i < end; i++)
        texts += block_at(s, i)->body || block_at(s, i)->aside;
    if (texts == 0 && s->starts->len > 0)
        return;
    if (first == end)
        first = 0;
    guint text = first;
    while (text + 1 < end && block_at(s, text)->title && text < first + MAX_HEADLINE_LINES)
        text++;
    Start start = {
        first,    text, ANCHOR_NONE, headline_level(s, first, text), text > first, s->starts->len > 0,
        G_MAXUINT};
    g_array_prepend_val(s->starts, start);
}

static void
append_line(const Splitter *s, GString *title, guint i)
{
    const RenParagraph *p = block_at(s, i)->p;
    if (title->len > 0)
        g_string_append_c(title, ' ');
    g_string_append_len(title, s->view->text + p->span.start, p->span.end - p->span.start);
}

static char *
make_title(const Splitter *s, const Start *start)
{
    const guint no_headline = REN_LAYOUT_KICKER | REN_LAYOUT_DECK | REN_LAYOUT_SECTION |
                              REN_LAYOUT_FURNITURE | REN_LAYOUT_BYLINE | REN_LAYOUT_NOTE;
    g_autoptr(GString) title = g_string_new(NULL);
    if (start->tail_title != G_MAXUINT)
        append_line(s, title, start->tail_title);
    guint last = start->kind == ANCHOR_NONE ? start->anchor + 1 : start->anchor, lines = 0;
    for (guint i = start->start; i < last && i < s->blocks->len && lines < 3 && title->len < 600; i++) {
        const Block *b = block_at(s, i);
        if (!b->title || b->level != start->level || (b->p->flags & no_headline))
            continue;
        append_line(s, title, i);
        lines++;
    }
    if (title->len == 0 && block_at(s, start->start)->title)
        append_line(s, title, start->start);
    return g_string_free(g_steal_pointer(&title), FALSE);
}

/* The article from paragraph @first to the one before @next (NULL: to the end), without title. */
static RenArticle *
make_article(const RenView *view, const RenParagraph *first, const RenParagraph *next)
{
    RenArticle *article = ren_article_new();
    article->span.start = first->raw_line;
    article->span.end = next != NULL ? next->raw_line : view->raw_len;
    ren_sentence_split(view, first->span.start, next != NULL ? next->span.start : view->len,
                       article->sentences);
    return article;
}

static RenArticle *
make_found_article(const Splitter *s, guint i)
{
    const Start *start = &g_array_index(s->starts, Start, i);
    const RenParagraph *next =
        i + 1 < s->starts->len ? block_at(s, g_array_index(s->starts, Start, i + 1).start)->p : NULL;
    RenArticle *article = make_article(s->view, block_at(s, start->start)->p, next);
    article->index = i;
    article->doubtful = start->doubtful;
    article->title = make_title(s, start);
    return article;
}

/* The articles of a view that knows where they begin. */
static void
add_known_articles(const RenView *view, GPtrArray *articles)
{
    const RenParagraph *next = NULL;
    for (guint i = view->paragraphs->len; i > 0; i--) {
        const RenParagraph *p = &g_array_index(view->paragraphs, RenParagraph, i - 1);
        if (!p->opens)
            continue;
        RenArticle *article = make_article(view, p, next);
        gsize len = p->heading > 0 ? p->span.end - p->span.start : 0;
        article->title = g_strndup(view->text + p->span.start, len);
        g_ptr_array_insert(articles, 0, article);
        next = p;
    }
    for (guint i = 0; i < articles->len; i++)
        ((RenArticle *)articles->pdata[i])->index = i;
}

GPtrArray *
ren_article_split(const RenView *view, const RenLayout *layout)
{
    (void)layout; /* the view's paragraphs carry what it says */
    GPtrArray *articles = g_ptr_array_new_with_free_func((GDestroyNotify)ren_article_free);
    if (view->paragraphs->len == 0)
        return articles;
    if (view->parted) {
        add_known_articles(view, articles);
        return articles;
    }
    g_autoptr(GArray) blocks = g_array_sized_new(FALSE, FALSE, sizeof(Block), view->paragraphs->len);
    g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(Start));
    Splitter s = {.view = view, .blocks = blocks, .starts = starts};
    for (guint i = 0; i < view->paragraphs->len; i++)
        add_block(&s, &g_array_index(view->paragraphs, RenParagraph, i));
    place_anchors(&s);
    find_anchored(&s);
    find_headlines_behind(&s);
    find_unanchored(&s);
    find_first(&s);
    for (guint i = 0; i < starts->len; i++)
        g_ptr_array_add(articles, make_found_article(&s, i));
    return articles;
}
