#include "match/explain.h"

#include <math.h>

/* A paragraph as the lattice takes it. */
typedef struct {
    const RenLexicon *lexicon;
    const RenReading *reading;
    gunichar *chars; /* owned */
    gsize *bytes;    /* owned; where each character starts */
    glong len;
} Text;

static Text
text_of(const RenLexicon *lexicon, const RenReading *reading, guint paragraph)
{
    RenSpan span = g_array_index(reading->view->paragraphs, RenParagraph, paragraph).span;
    Text text = {.lexicon = lexicon, .reading = reading};
    text.chars = g_utf8_to_ucs4_fast(reading->view->text + span.start, span.end - span.start, &text.len);
    text.bytes = g_new(gsize, text.len + 1);
    text.bytes[0] = 0;
    for (glong i = 0; i < text.len; i++)
        text.bytes[i + 1] = text.bytes[i] + g_unichar_to_utf8(text.chars[i], NULL);
    return text;
}

static void
text_clear(Text *text)
{
    g_free(text->chars);
    g_free(text->bytes);
}

static GArray *
read_steps(const Text *text, const RenStep *without)
{
    return ren_lattice_read_without(text->lexicon, text->reading->memory, text->reading->home, text->chars,
                                    text->len, without);
}

/* Steps @from to @to (exclusive). */
static GArray *
priced(const Text *text, const GArray *steps, guint from, guint to)
{
    GArray *words = g_array_new(FALSE, FALSE, sizeof(RenPriced));
    for (guint i = from; i < to; i++) {
        const RenStep *step = &g_array_index(steps, RenStep, i);
        RenPriced word = {{text->bytes[step->start], text->bytes[step->end]}, step->cls, step->cost};
        g_array_append_val(words, word);
    }
    return words;
}

float
ren_explain_price(const GArray *words)
{
    float sum = 0;
    for (guint i = 0; i < words->len; i++)
        sum += g_array_index(words, RenPriced, i).price;
    return sum;
}

GArray *
ren_explain_words(const RenLexicon *lexicon, const RenReading *reading, guint paragraph)
{
    Text text = text_of(lexicon, reading, paragraph);
    g_autoptr(GArray) steps = read_steps(&text, NULL);
    GArray *words = priced(&text, steps, 0, steps->len);
    text_clear(&text);
    return words;
}

static float
sum_steps(const GArray *steps)
{
    float sum = steps->len > 0 ? 0 : INFINITY;
    for (guint i = 0; i < steps->len; i++)
        sum += g_array_index(steps, RenStep, i).cost;
    return sum;
}

/* A word whose step has another price belongs to what differs. Prices are differences of long sums. */
static gboolean
is_same(const RenStep *a, const RenStep *b)
{
    return a->start == b->start && a->end == b->end && a->cls == b->cls && fabsf(a->cost - b->cost) < 0.01f;
}

/* The stretch in which @won and @lost differ. */
static RenContest
differing(const Text *text, const GArray *won, const GArray *lost)
{
    guint head = 0, tail = 0, n = MIN(won->len, lost->len);
    while (head < n && is_same(&g_array_index(won, RenStep, head), &g_array_index(lost, RenStep, head)))
        head++;
    while (tail < n - head && is_same(&g_array_index(won, RenStep, won->len - 1 - tail),
                                      &g_array_index(lost, RenStep, lost->len - 1 - tail)))
        tail++;
    return (RenContest){priced(text, won, head, won->len - tail), priced(text, lost, head, lost->len - tail)};
}

gboolean
ren_explain_contest(const RenLexicon *lexicon, const RenReading *reading, guint paragraph, RenSpan span,
                    RenContest *contest)
{
    Text text = text_of(lexicon, reading, paragraph);
    g_autoptr(GArray) won = read_steps(&text, NULL);
    g_autoptr(GArray) best = NULL;
    for (guint i = 0; i < won->len; i++) {
        const RenStep *step = &g_array_index(won, RenStep, i);
        if (text.bytes[step->start] < span.start || text.bytes[step->end] > span.end)
            continue;
        g_autoptr(GArray) other = read_steps(&text, step);
        if (best == NULL ? other->len > 0 : sum_steps(other) < sum_steps(best)) {
            g_clear_pointer(&best, g_array_unref);
            best = g_steal_pointer(&other);
        }
    }
    if (best != NULL)
        *contest = differing(&text, won, best);
    text_clear(&text);
    return best != NULL;
}

void
ren_contest_clear(RenContest *contest)
{
    g_clear_pointer(&contest->won, g_array_unref);
    g_clear_pointer(&contest->lost, g_array_unref);
}
