#include "lexicon/learn.h"

#include <math.h>
#include <string.h>

#include "base/message.h"
#include "base/tsv.h"

#define LONGEST 6             /* characters of a word */
#define COUNTED (LONGEST + 1) /* and of a string, so that the neighbours of the longest word are known */
#define BITS 18               /* a Han character is below U+40000 */

/* ---- counts ---- */

/* A string of one to COUNTED characters, BITS for each, the last one lowest. No character is 0, nor is a
 * string. */
typedef struct {
    guint64 high;
    guint64 low;
} Key;

typedef struct {
    Key key;
    guint count; /* 0: free */
} Entry;

/* Open addressing; a power of two of slots, three in four taken at most. */
typedef struct {
    Entry *slots; /* owned */
    gsize capacity;
    gsize used;
} Counts;

static Key
key_push(Key key, gunichar c)
{
    return (Key){key.high << BITS | key.low >> (64 - BITS), key.low << BITS | c};
}

static Key
key_of(const gunichar *text, guint len)
{
    Key key = {0, 0};
    for (guint i = 0; i < len; i++)
        key = key_push(key, text[i]);
    return key;
}

/* Writes the characters of @key to @text; returns how many there are. */
static guint
key_text(Key key, gunichar text[COUNTED])
{
    gunichar back[COUNTED];
    guint n = 0;
    for (; key.low != 0; n++) {
        back[n] = key.low & ((1u << BITS) - 1);
        key = (Key){key.high >> BITS, key.low >> BITS | key.high << (64 - BITS)};
    }
    for (guint i = 0; i < n; i++)
        text[i] = back[n - 1 - i];
    return n;
}

static Entry *
find_slot(const Counts *counts, Key key)
{
    /* Fibonacci hashing, as in the trie. */
    guint64 hash = (key.low ^ key.high * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15)) *
                   G_GUINT64_CONSTANT(11400714819323198485);
    for (gsize i = hash >> 20;; i++) {
        Entry *entry = &counts->slots[i & (counts->capacity - 1)];
        if (entry->count == 0 || (entry->key.low == key.low && entry->key.high == key.high))
            return entry;
    }
}

static void
init_counts(Counts *counts, gsize capacity)
{
    *counts = (Counts){g_new0(Entry, capacity), capacity, 0};
}

/* Moves to @capacity slots what is there more than @floor times. */
static void
rebuild(Counts *counts, gsize capacity, guint floor)
{
    Counts old = *counts;
    init_counts(counts, capacity);
    for (gsize i = 0; i < old.capacity; i++) {
        if (old.slots[i].count <= floor)
            continue;
        *find_slot(counts, old.slots[i].key) = old.slots[i];
        counts->used++;
    }
    g_free(old.slots);
}

static guint
get_count(const Counts *counts, Key key)
{
    return find_slot(counts, key)->count;
}

/* ---- the learner ---- */

struct _RenLearner {
    const RenLexicon *lexicon; /* borrowed */
    RenLearnOptions options;
    Counts counts;
    GHashTable *no_first; /* owned; set of code points */
    GHashTable *no_last;  /* owned; set of code points */
    guint64 characters;
    guint lost;
};

static gboolean
load_edges(RenLearner *learner, const char *path, GError **error)
{
    static const char *const columns[] = {"characters", "edge", NULL};
    g_autoptr(RenTsv) tsv = ren_tsv_read(path, columns, error);
    if (tsv == NULL)
        return FALSE;
    for (guint i = 0; i < tsv->rows->len; i++) {
        char **cells = tsv->rows->pdata[i];
        gboolean both = g_str_equal(cells[1], "both");
        gboolean first = both || g_str_equal(cells[1], "first"), last = both || g_str_equal(cells[1], "last");
        if (!first && !last)
            return ren_tsv_fail(tsv, i, error, _("unknown edge '%s', expected first, last or both"),
                                cells[1]);
        for (const char *p = cells[0]; *p != '\0'; p = g_utf8_next_char(p)) {
            if (first)
                g_hash_table_add(learner->no_first, GUINT_TO_POINTER(g_utf8_get_char(p)));
            if (last)
                g_hash_table_add(learner->no_last, GUINT_TO_POINTER(g_utf8_get_char(p)));
        }
    }
    return TRUE;
}

RenLearner *
ren_learner_new(const RenLexicon *lexicon, const RenLearnOptions *options, GError **error)
{
    g_autoptr(RenLearner) learner = g_new0(RenLearner, 1);
    learner->lexicon = lexicon;
    learner->options = *options;
    learner->no_first = g_hash_table_new(NULL, NULL);
    learner->no_last = g_hash_table_new(NULL, NULL);
    init_counts(&learner->counts, 1 << 16);
    const char *const *dirs = ren_lexicon_get_dirs(lexicon);
    for (guint i = 0; dirs[i] != NULL; i++) {
        g_autofree char *path = g_build_filename(dirs[i], "learn", "edges.tsv", NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS) && !load_edges(learner, path, error))
            return NULL;
    }
    return g_steal_pointer(&learner);
}

void
ren_learner_free(RenLearner *learner)
{
    if (learner == NULL)
        return;
    g_hash_table_unref(learner->no_first);
    g_hash_table_unref(learner->no_last);
    g_free(learner->counts.slots);
    g_free(learner);
}

/* Drops the rarest until half of the room is free. */
static void
prune(RenLearner *learner)
{
    for (guint floor = 1; learner->counts.used > learner->options.strings / 2; floor++) {
        rebuild(&learner->counts, learner->counts.capacity, floor);
        learner->lost++;
    }
}

static void
count_string(RenLearner *learner, Key key)
{
    Entry *entry = find_slot(&learner->counts, key);
    if (entry->count++ > 0)
        return;
    entry->key = key;
    if (++learner->counts.used >= learner->options.strings)
        prune(learner);
    else if (learner->counts.used * 4 > learner->counts.capacity * 3)
        rebuild(&learner->counts, learner->counts.capacity * 2, 0);
}

static gboolean
is_han(gunichar c)
{
    return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x20000 && c <= 0x3ffff);
}

/* Bytes of the longest known name at the head of @text, of three characters or more; 0 where there is none.
 */
static gsize
name_ahead(const RenLearner *learner, const char *text, const char *end)
{
    const RenTrie *trie = ren_lexicon_get_words(learner->lexicon);
    guint32 node = REN_TRIE_ROOT;
    gsize found = 0;
    const char *p = text;
    for (guint len = 1; p < end && (node = ren_trie_step(trie, node, g_utf8_get_char(p))) != 0; len++) {
        p = g_utf8_next_char(p);
        for (guint n = len < 3 ? 0 : ren_trie_value(trie, node); n != 0;) {
            const RenWord *word = ren_lexicon_get_word(learner->lexicon, n);
            if (word->cls == REN_CLASS_COUNTRY || word->cls == REN_CLASS_ORG ||
                word->cls == REN_CLASS_COMPANY || word->cls == REN_CLASS_PERSON ||
                word->cls == REN_CLASS_FOREIGN)
                found = p - text;
            n = word->next;
        }
    }
    return found;
}

void
ren_learner_add(RenLearner *learner, const char *text, gsize len)
{
    gunichar last[COUNTED]; /* the characters before and at the position, as many as stand without a break */
    guint n = 0;
    for (const char *p = text; p < text + len;) {
        gunichar c = g_utf8_get_char(p);
        gsize name = name_ahead(learner, p, text + len);
        p = name > 0 ? p + name : g_utf8_next_char(p);
        if (name > 0 || !is_han(c)) {
            n = 0;
            continue;
        }
        if (n == COUNTED)
            memmove(last, last + 1, --n * sizeof *last);
        last[n++] = c;
        learner->characters++;
        for (guint from = 0; from < n; from++)
            count_string(learner, key_of(last + from, n - from));
    }
}

guint64
ren_learner_get_characters(const RenLearner *learner)
{
    return learner->characters;
}

guint
ren_learner_get_lost(const RenLearner *learner)
{
    return learner->lost;
}

/* ---- what is a word ---- */

/* What stands on one side of a word: the sum of n log n over the neighbours that are known, and how often the
 * neighbour and the edge of the word make a known word (大 before 会开幕). */
typedef struct {
    double sum;
    guint cuts;
} Side;

typedef struct {
    Key key;
    guint count;
    double cohesion;
    Side before, after;
} Candidate;

static guint
key_hash(gconstpointer data)
{
    const Key *key = data;
    return (guint)((key->low ^ key->high * 31) * G_GUINT64_CONSTANT(11400714819323198485) >> 32);
}

static gboolean
key_equal(gconstpointer a, gconstpointer b)
{
    const Key *left = a, *right = b;
    return left->low == right->low && left->high == right->high;
}

static double
cohesion(const RenLearner *learner, const gunichar *text, guint len, guint count)
{
    double least = INFINITY;
    for (guint i = 1; i < len; i++) {
        double left = get_count(&learner->counts, key_of(text, i));
        double right = get_count(&learner->counts, key_of(text + i, len - i));
        /* A part that pruning dropped was as rare as the whole. */
        left = MAX(left, count);
        right = MAX(right, count);
        least = MIN(least, log2(count * (double)learner->characters / (left * right)));
    }
    return least;
}

/* The number of the lexicon's word @text, or 0. */
static guint32
known_word(const RenLearner *learner, const gunichar *text, guint len)
{
    const RenTrie *trie = ren_lexicon_get_words(learner->lexicon);
    guint32 node = REN_TRIE_ROOT;
    for (guint i = 0; i < len && node != 0; i++)
        node = ren_trie_step(trie, node, text[i]);
    return node == 0 ? 0 : ren_trie_value(trie, node);
}

/* Whether a table other than those of common words holds the character @c: 称, 枚, 俄. */
static gboolean
is_marked(const RenLearner *learner, gunichar c)
{
    for (guint n = known_word(learner, &c, 1); n != 0; n = ren_lexicon_get_word(learner->lexicon, n)->next) {
        RenClass cls = ren_lexicon_get_word(learner->lexicon, n)->cls;
        if (cls != REN_CLASS_WORD && cls != REN_CLASS_CHAR && cls != REN_CLASS_NONE)
            return TRUE;
    }
    return FALSE;
}

/* Whether @text is known words in a row and marked characters between them, @words: and there was a word
 * before. */
static gboolean
is_known(const RenLearner *learner, const gunichar *text, guint len, gboolean words)
{
    if (len == 0)
        return words;
    for (guint i = 2; i <= len; i++)
        if (known_word(learner, text, i) != 0 && is_known(learner, text + i, len - i, TRUE))
            return TRUE;
    return is_marked(learner, text[0]) && is_known(learner, text + 1, len - 1, words);
}

static GHashTable *
find_candidates(const RenLearner *learner)
{
    GHashTable *candidates = g_hash_table_new_full(key_hash, key_equal, NULL, g_free);
    for (gsize i = 0; i < learner->counts.capacity; i++) {
        const Entry *entry = &learner->counts.slots[i];
        if (entry->count == 0 || entry->count < learner->options.least)
            continue;
        gunichar text[COUNTED];
        guint len = key_text(entry->key, text);
        if (len < 2 || len > LONGEST || g_hash_table_contains(learner->no_first, GUINT_TO_POINTER(text[0])) ||
            g_hash_table_contains(learner->no_last, GUINT_TO_POINTER(text[len - 1])) ||
            is_known(learner, text, len, FALSE))
            continue;
        double bits = cohesion(learner, text, len, entry->count);
        /* The most there can be: the parts never stand apart. A little less, for rounding. */
        double most = log2(learner->characters / (double)entry->count) * 0.99;
        if (bits < MIN(learner->options.cohesion, most))
            continue;
        Candidate *candidate = g_new0(Candidate, 1);
        candidate->key = entry->key;
        candidate->count = entry->count;
        candidate->cohesion = bits;
        g_hash_table_insert(candidates, &candidate->key, candidate);
    }
    return candidates;
}

/* Whether a known word begins @text (ends it, where @end). */
static gboolean
has_known_edge(const RenLearner *learner, const gunichar *text, guint len, gboolean end)
{
    for (guint n = 2; n <= len; n++)
        if (known_word(learner, end ? text + len - n : text, n) != 0)
            return TRUE;
    return FALSE;
}

static void
add_neighbour(Side *side, guint count, gboolean cut)
{
    side->sum += count * log2(count);
    side->cuts += cut ? count : 0;
}

/* Each string of three characters or more tells of what stands before and behind a shorter one. */
static void
count_neighbours(const RenLearner *learner, GHashTable *candidates)
{
    for (gsize i = 0; i < learner->counts.capacity; i++) {
        const Entry *entry = &learner->counts.slots[i];
        gunichar text[COUNTED];
        guint len = entry->count == 0 ? 0 : key_text(entry->key, text);
        if (len < 3)
            continue;
        Key head = key_of(text, len - 1), tail = key_of(text + 1, len - 1);
        Candidate *candidate = g_hash_table_lookup(candidates, &head);
        if (candidate != NULL)
            add_neighbour(&candidate->after, entry->count, has_known_edge(learner, text, len, TRUE));
        candidate = g_hash_table_lookup(candidates, &tail);
        if (candidate != NULL)
            add_neighbour(&candidate->before, entry->count, has_known_edge(learner, text, len, FALSE));
    }
}

/* Entropy in bits; what is not known, the end of a stretch or a string too rare to be kept, is new each time.
 */
static double
entropy(Side side, guint count)
{
    return log2(count) - side.sum / count;
}

/* By the share of the text, per million characters, that so many times make sure: two standard deviations
 * below. */
static guint
grade_of(guint count, guint64 characters)
{
    double share = (count - 2 * sqrt(count)) * 1e6 / characters;
    return share >= 30 ? 4 : share >= 8 ? 3 : share >= 3 ? 2 : 1;
}

static void
learned_free(gpointer data)
{
    RenLearned *learned = data;
    g_free(learned->word);
    g_free(learned);
}

static int
compare_learned(gconstpointer a, gconstpointer b)
{
    const RenLearned *left = *(RenLearned *const *)a, *right = *(RenLearned *const *)b;
    if (left->count != right->count)
        return left->count > right->count ? -1 : 1;
    return strcmp(left->word, right->word);
}

GPtrArray *
ren_learner_find(const RenLearner *learner)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(learned_free);
    g_autoptr(GHashTable) candidates = find_candidates(learner);
    count_neighbours(learner, candidates);
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init(&iter, candidates);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const Candidate *candidate = value;
        double freedom =
            MIN(entropy(candidate->before, candidate->count), entropy(candidate->after, candidate->count));
        gboolean piece = MAX(candidate->before.cuts, candidate->after.cuts) * 2 > candidate->count;
        if (freedom < learner->options.freedom || piece)
            continue;
        gunichar text[COUNTED];
        guint len = key_text(candidate->key, text);
        RenLearned *learned = g_new0(RenLearned, 1);
        learned->word = g_ucs4_to_utf8(text, len, NULL, NULL, NULL);
        learned->count = candidate->count;
        learned->grade = grade_of(candidate->count, learner->characters);
        learned->cohesion = candidate->cohesion;
        learned->freedom = freedom;
        g_ptr_array_add(words, learned);
    }
    g_ptr_array_sort(words, compare_learned);
    return words;
}
