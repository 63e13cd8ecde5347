#include "lexicon/lattice.h"

#include <math.h>
#include <string.h>

/* ---- memory ---- */

typedef struct {
    RenClass cls;
    float cost;
    guint source;
    guint next;
} Learned;

struct _RenMemory {
    RenTrie *words;  /* owned; value: number in learned */
    GArray *learned; /* owned; of Learned, 0 unused */
    guint source;
};

RenMemory *
ren_memory_new(void)
{
    RenMemory *memory = g_new0(RenMemory, 1);
    memory->words = ren_trie_new();
    memory->learned = g_array_new(FALSE, TRUE, sizeof(Learned));
    g_array_set_size(memory->learned, 1);
    return memory;
}

void
ren_memory_free(RenMemory *memory)
{
    if (memory == NULL)
        return;
    ren_trie_free(memory->words);
    g_array_unref(memory->learned);
    g_free(memory);
}

void
ren_memory_add(RenMemory *memory, const char *word, RenClass cls, float cost)
{
    guint32 *slot = ren_trie_slot(memory->words, word);
    for (guint n = *slot; n != 0; n = g_array_index(memory->learned, Learned, n).next) {
        Learned *old = &g_array_index(memory->learned, Learned, n);
        if (old->cls == cls) {
            old->cost = MIN(old->cost, cost);
            return;
        }
    }
    Learned new = {cls, cost, memory->source, *slot};
    *slot = memory->learned->len;
    g_array_append_val(memory->learned, new);
}

void
ren_memory_set_source(RenMemory *memory, guint source)
{
    memory->source = source;
}

gboolean
ren_memory_ask(const RenMemory *memory, const char *word, RenClass cls, guint *source)
{
    for (guint n = ren_trie_find(memory->words, word); n != 0;
         n = g_array_index(memory->learned, Learned, n).next) {
        const Learned *learned = &g_array_index(memory->learned, Learned, n);
        if (learned->cls == cls) {
            *source = learned->source;
            return TRUE;
        }
    }
    return FALSE;
}

/* ---- places near and far ---- */

/* Whether place @n lies so near to @home that its short name needs no more: @home itself, what is above or
 * below it, and its neighbours under the same parent. */
static gboolean
is_near(const RenLexicon *lexicon, guint n, guint home)
{
    if (home == 0)
        return FALSE;
    guint above = ren_lexicon_get_place(lexicon, home)->parent;
    for (guint i = n; i != 0; i = ren_lexicon_get_place(lexicon, i)->parent)
        if (i == home)
            return TRUE;
    for (guint i = home; i != 0; i = ren_lexicon_get_place(lexicon, i)->parent)
        if (i == n)
            return TRUE;
    return above != 0 && ren_lexicon_get_place(lexicon, n)->parent == above;
}

gboolean
ren_lattice_allows_place(const RenLexicon *lexicon, const RenWord *word, guint home)
{
    const RenPlace *place = ren_lexicon_get_place(lexicon, word->place);
    if (word->full && !word->common)
        return TRUE;
    if (place->level >= REN_LEVEL_TOWN && place->level <= REN_LEVEL_VILLAGE && !word->full)
        return is_near(lexicon, word->place, home) && place->parent == home;
    return !word->common || is_near(lexicon, word->place, home);
}

/* ---- the lattice ---- */

typedef struct {
    guint end;
    RenClass cls;
    guint word;
    float cost;
} Edge;

typedef struct {
    float cost;
    guint start; /* where the word that led here begins */
    guint8 from; /* the class before it */
    guint word;
} State;

typedef struct {
    const RenLexicon *lexicon;
    const RenMemory *memory;
    guint home;
    const gunichar *text;
    guint len;
    GArray *edges; /* owned; of Edge: those that start at the position in hand */
} Lattice;

static gboolean
is_han(gunichar c)
{
    return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x20000 && c <= 0x3ffff) ||
           c == 0x3007;
}

static void
add_edge(Lattice *l, guint end, RenClass cls, guint word, float cost)
{
    Edge edge = {end, cls, word, cost};
    g_array_append_val(l->edges, edge);
}

static float
number(const Lattice *l, RenNumber name)
{
    return ren_lexicon_number(l->lexicon, name);
}

static float
word_cost(const Lattice *l, const RenWord *word, guint length)
{
    float cost = ren_lexicon_class_cost(l->lexicon, word->cls);
    if (word->cls == REN_CLASS_WORD || word->cls == REN_CLASS_CHAR)
        return cost - number(l, REN_NUMBER_GRADE) * word->grade;
    if (word->cls == REN_CLASS_PERSON)
        return number(l, REN_NUMBER_KNOWN_PERSON);
    if (word->cls == REN_CLASS_FOREIGN)
        return number(l, REN_NUMBER_KNOWN_FOREIGN);
    if (word->cls == REN_CLASS_COUNTRY && length == 1)
        cost += number(l, REN_NUMBER_ONE_CHARACTER_COUNTRY);
    if (word->cls == REN_CLASS_PLACE) {
        const RenPlace *place = ren_lexicon_get_place(l->lexicon, word->place);
        if (word->place == l->home)
            cost += number(l, REN_NUMBER_HOME_PLACE);
        else if (place->level == REN_LEVEL_COUNTY && !word->full &&
                 !is_near(l->lexicon, word->place, l->home))
            cost += number(l, REN_NUMBER_FAR_SHORT_PLACE);
    }
    /* A long word is seldom there by chance. */
    return cost - number(l, REN_NUMBER_LONG_WORD) * (MIN(length, 6) - 1);
}

/* Towns are a class of their own: a chain of them in front of a firm is cut off. */
static RenClass
place_class(const Lattice *l, const RenWord *word)
{
    RenLevel level = ren_lexicon_get_place(l->lexicon, word->place)->level;
    return level == REN_LEVEL_TOWN || level == REN_LEVEL_VILLAGE ? REN_CLASS_TOWN : REN_CLASS_PLACE;
}

/* The row of the highest place that the word at @node may stand for here (东台 is the city before it is a
 * town), or 0. */
static guint
allowed_place(const Lattice *l, guint32 node)
{
    guint best = 0;
    RenLevel best_level = REN_LEVEL_NONE;
    for (guint n = node == 0 ? 0 : ren_trie_value(ren_lexicon_get_words(l->lexicon), node); n != 0;) {
        const RenWord *word = ren_lexicon_get_word(l->lexicon, n);
        if (word->cls == REN_CLASS_PLACE) {
            RenLevel level = ren_lexicon_get_place(l->lexicon, word->place)->level;
            if ((best == 0 || level < best_level) && ren_lattice_allows_place(l->lexicon, word, l->home)) {
                best = n;
                best_level = level;
            }
        }
        n = word->next;
    }
    return best;
}

static float far_town_price(const Lattice *l, const RenWord *word, guint start, guint end);

static void
add_words(Lattice *l, guint start)
{
    const RenTrie *trie = ren_lexicon_get_words(l->lexicon);
    guint32 node = REN_TRIE_ROOT;
    for (guint i = start; i < l->len && (node = ren_trie_step(trie, node, l->text[i])) != 0; i++) {
        guint place = allowed_place(l, node);
        if (place != 0) {
            const RenWord *word = ren_lexicon_get_word(l->lexicon, place);
            add_edge(l, i + 1, place_class(l, word), place,
                     word_cost(l, word, i + 1 - start) + far_town_price(l, word, start, i + 1));
        }
        for (guint n = ren_trie_value(trie, node); n != 0;) {
            const RenWord *word = ren_lexicon_get_word(l->lexicon, n);
            if (word->cls != REN_CLASS_PLACE && word->cls != REN_CLASS_NONE &&
                word->cls != REN_CLASS_OWN_NAME && word->cls != REN_CLASS_ORDINAL &&
                word->cls != REN_CLASS_ABBREVIATION) {
                add_edge(l, i + 1, word->cls, n, word_cost(l, word, i + 1 - start));
            }
            n = word->next;
        }
    }
}

static void
add_learned(Lattice *l, guint start)
{
    guint32 node = REN_TRIE_ROOT;
    for (guint i = start; i < l->len && (node = ren_trie_step(l->memory->words, node, l->text[i])) != 0; i++)
        for (guint n = ren_trie_value(l->memory->words, node); n != 0;) {
            const Learned *learned = &g_array_index(l->memory->learned, Learned, n);
            add_edge(l, i + 1, learned->cls, 0, learned->cost);
            n = learned->next;
        }
}

static gboolean
has_class(const Lattice *l, guint32 node, RenClass cls)
{
    for (guint n = node == 0 ? 0 : ren_trie_value(ren_lexicon_get_words(l->lexicon), node); n != 0;) {
        const RenWord *word = ren_lexicon_get_word(l->lexicon, n);
        if (word->cls == cls)
            return TRUE;
        n = word->next;
    }
    return FALSE;
}

/* A word of function by itself (的, 在) is dear inside a name, by the number called @price, but not
 * forbidden. */
static float
function_price(const Lattice *l, gunichar c, RenNumber price)
{
    guint32 node = ren_trie_step(ren_lexicon_get_words(l->lexicon), REN_TRIE_ROOT, c);
    if (has_class(l, node, REN_CLASS_FUNCTION) || has_class(l, node, REN_CLASS_CONJ) ||
        has_class(l, node, REN_CLASS_PRONOUN))
        return number(l, price);
    return 0;
}

static float
given_cost(const Lattice *l, guint at, RenGiven where)
{
    float cost = ren_lexicon_given_cost(l->lexicon, l->text[at], where);
    /* Some words of function are good names (平, 进): only those that seldom are one cost more. */
    float dear = number(l, REN_NUMBER_RARE_GIVEN);
    return cost < dear - 2 ? cost
                           : MIN(cost, dear) + function_price(l, l->text[at], REN_NUMBER_FUNCTION_IN_NAME);
}

static void
add_persons(Lattice *l, guint start)
{
    const RenTrie *surnames = ren_lexicon_get_surnames(l->lexicon);
    float base = ren_lexicon_class_cost(l->lexicon, REN_CLASS_PERSON);
    guint32 node = REN_TRIE_ROOT;
    for (guint i = start;
         i < l->len && i < start + 3 && (node = ren_trie_step(surnames, node, l->text[i])) != 0; i++) {
        guint32 surname = ren_trie_value(surnames, node);
        if (surname == 0)
            continue;
        float cost = base + ren_lexicon_surname_cost(l->lexicon, surname);
        if (i == start)
            cost += function_price(l, l->text[i], REN_NUMBER_FUNCTION_SURNAME);
        guint at = i + 1;
        add_edge(l, at, REN_CLASS_SURNAME, 0,
                 ren_lexicon_class_cost(l->lexicon, REN_CLASS_SURNAME) +
                     ren_lexicon_surname_cost(l->lexicon, surname));
        if (at < l->len && is_han(l->text[at])) {
            add_edge(l, at + 1, REN_CLASS_PERSON, 0,
                     cost + number(l, REN_NUMBER_ONE_GIVEN) + given_cost(l, at, REN_GIVEN_SINGLE));
            if (at + 1 < l->len && is_han(l->text[at + 1]))
                add_edge(l, at + 2, REN_CLASS_PERSON, 0,
                         cost + given_cost(l, at, REN_GIVEN_FIRST) + given_cost(l, at + 1, REN_GIVEN_LAST));
        }
        if (ren_lexicon_surname_foreign(l->lexicon, surname)) {
            /* Japanese given names have one to three characters, any of them. */
            float given = cost;
            for (guint k = at; k < l->len && k < at + 3 && is_han(l->text[k]); k++) {
                given += number(l, REN_NUMBER_FOREIGN_GIVEN) * (k == at + 2 ? 2 : 1) +
                         function_price(l, l->text[k], REN_NUMBER_FUNCTION_IN_NAME);
                add_edge(l, k + 1, REN_CLASS_PERSON, 0, given);
            }
        }
        /* Two-character names are often printed with a space to fill the width of three. */
        if (at + 1 < l->len && l->text[at] == ' ' && is_han(l->text[at + 1]))
            add_edge(l, at + 2, REN_CLASS_PERSON, 0,
                     cost + number(l, REN_NUMBER_SPACED_NAME) + given_cost(l, at + 1, REN_GIVEN_SINGLE));
    }
}

gboolean
ren_lattice_is_dot(gunichar c)
{
    return c == 0xb7 || c == 0x2022 || c == 0x2027 || c == 0x30fb || c == 0xff65;
}

/* Whether a dot comes within the part of a name that begins at @at. */
static gboolean
dot_ahead(const Lattice *l, guint at)
{
    guint i = at;
    while (i < l->len && i < at + 10 && (is_han(l->text[i]) || g_ascii_isalpha(l->text[i])))
        i++;
    return i > at && i < l->len && ren_lattice_is_dot(l->text[i]);
}

/* Names in transcription: a run of the characters that print foreign sounds. A dot makes it sure: then any
 * character may stand before it, and a strange one behind it between two that are usual. */
static void
add_foreign(Lattice *l, guint start)
{
    float cost = ren_lexicon_class_cost(l->lexicon, REN_CLASS_FOREIGN);
    float dear = number(l, REN_NUMBER_RARE_TRANSLITERATION), sure = number(l, REN_NUMBER_DOTTED_CHARACTER);
    gboolean dotted = FALSE, led = FALSE, before_dot = dot_ahead(l, start);
    for (guint i = start; i < l->len && i < start + 24; i++) {
        gunichar c = l->text[i];
        if (ren_lattice_is_dot(c)) {
            if (!before_dot || i + 1 == l->len ||
                !(is_han(l->text[i + 1]) || g_ascii_isalpha(l->text[i + 1])))
                return;
            dotted = TRUE;
            before_dot = dot_ahead(l, i + 1);
            continue;
        }
        float price = ren_lexicon_transliteration_cost(l->lexicon, c);
        if (isinf(price)) {
            gboolean between = dotted && i + 1 < l->len && is_han(c) &&
                               (ren_lattice_is_dot(l->text[i - 1]) ||
                                !isinf(ren_lexicon_transliteration_cost(l->lexicon, l->text[i + 1])));
            /* 包呼格吉勒图: a Chinese surname before a Mongol or other name. */
            const RenTrie *surnames = ren_lexicon_get_surnames(l->lexicon);
            guint32 node = i > start ? 0 : ren_trie_step(surnames, REN_TRIE_ROOT, c);
            guint32 surname = node == 0 ? 0 : ren_trie_value(surnames, node);
            if (!before_dot && !between && surname == 0)
                return;
            led = surname != 0 && !before_dot;
            cost += led ? dear + ren_lexicon_surname_cost(l->lexicon, surname)
                        : dear + function_price(l, c, REN_NUMBER_FUNCTION_IN_NAME);
        } else {
            cost += MIN(price, dear) * (before_dot || dotted ? sure : 1);
        }
        if (i + 1 - start >= (led ? 4u : 2u) && !before_dot)
            add_edge(l, i + 1, REN_CLASS_FOREIGN, 0, cost);
    }
}

/* The node of code points @start to @end, 0 where they are no word's head. */
static guint32
walk(const Lattice *l, guint start, guint end)
{
    guint32 node = REN_TRIE_ROOT;
    for (guint i = start; i < end && node != 0; i++)
        node = ren_trie_step(ren_lexicon_get_words(l->lexicon), node, l->text[i]);
    return node;
}

/* Whether the word at @node is one of the language, besides what names it may be. */
static gboolean
is_common_word(const Lattice *l, guint32 node)
{
    for (guint n = node == 0 ? 0 : ren_trie_value(ren_lexicon_get_words(l->lexicon), node); n != 0;) {
        const RenWord *row = ren_lexicon_get_word(l->lexicon, n);
        if (row->cls != REN_CLASS_PLACE && row->cls != REN_CLASS_NONE && row->cls != REN_CLASS_FOREIGN &&
            row->cls != REN_CLASS_LANDMARK_SUFFIX && (row->cls != REN_CLASS_WORD || row->grade >= 5))
            return TRUE;
        n = row->next;
    }
    return FALSE;
}

/* What it costs that code points @start to @end, before the last word of a place, are a word themselves: a
 * known place says the more (金山 + 村), a common word the less (重点 + 村). */
static float
word_in_place_price(const Lattice *l, guint start, guint end)
{
    guint32 node = walk(l, start, end);
    if (allowed_place(l, node) != 0)
        return number(l, REN_NUMBER_PLACE_AS_NEW_PLACE);
    return is_common_word(l, node) ? number(l, REN_NUMBER_WORD_AS_NEW_PLACE) : 0;
}

/* Among forty thousand towns there is one for many a verb: 联合街道, "together with the street", is one only
 * near home. */
static float
far_town_price(const Lattice *l, const RenWord *word, guint start, guint end)
{
    if (place_class(l, word) != REN_CLASS_TOWN || is_near(l->lexicon, word->place, l->home))
        return 0;
    for (guint cut = start + 1; cut < end; cut++)
        if (has_class(l, walk(l, cut, end), REN_CLASS_PLACE_SUFFIX))
            return is_common_word(l, walk(l, start, cut)) ? 2 * number(l, REN_NUMBER_WORD_AS_NEW_PLACE) : 0;
    return 0;
}

/* 黄坡村, 柳桥村: a few characters and the last word of a place below the county. */
static void
add_new_places(Lattice *l, guint start)
{
    const RenTrie *trie = ren_lexicon_get_words(l->lexicon);
    float cost = ren_lexicon_class_cost(l->lexicon, REN_CLASS_NEW_PLACE);
    for (guint i = start; i < l->len && i < start + 5 && is_han(l->text[i]); i++) {
        guint32 node = ren_trie_step(trie, REN_TRIE_ROOT, l->text[i]);
        cost += number(l, REN_NUMBER_NEW_PLACE_CHARACTER) +
                function_price(l, l->text[i], REN_NUMBER_FUNCTION_IN_PLACE);
        /* The last word of the place before: 五峰镇 + 麦庄村, not 五峰 + 镇麦庄村. */
        if (has_class(l, node, REN_CLASS_RELATIVE))
            cost += number(l, REN_NUMBER_RELATIVE_IN_PLACE);
        float extra =
            word_in_place_price(l, start, i + 1) + (i == start ? number(l, REN_NUMBER_SHORT_NEW_PLACE) : 0);
        if (i > start + 1)
            cost += number(l, REN_NUMBER_LONG_NEW_PLACE);
        node = REN_TRIE_ROOT;
        for (guint k = i + 1; k < l->len && (node = ren_trie_step(trie, node, l->text[k])) != 0; k++)
            for (guint n = ren_trie_value(trie, node); n != 0;) {
                const RenWord *word = ren_lexicon_get_word(l->lexicon, n);
                if (word->cls == REN_CLASS_PLACE_SUFFIX && word->level >= REN_LEVEL_TOWN &&
                    word->level <= REN_LEVEL_VILLAGE)
                    add_edge(l, k + 1, REN_CLASS_NEW_PLACE, n, cost + extra);
                n = word->next;
            }
    }
}

/* 鲁冀辽: provinces and cities by one character each, two and more in a row. */
static void
add_regions(Lattice *l, guint start)
{
    const RenTrie *trie = ren_lexicon_get_words(l->lexicon);
    for (guint i = start; i < l->len && i < start + 6; i++) {
        if (!has_class(l, ren_trie_step(trie, REN_TRIE_ROOT, l->text[i]), REN_CLASS_ABBREVIATION))
            return;
        if (i > start)
            add_edge(l, i + 1, REN_CLASS_REGION, 0,
                     ren_lexicon_class_cost(l->lexicon, REN_CLASS_ABBREVIATION) +
                         number(l, REN_NUMBER_ABBREVIATION_CHARACTER) * (i + 1 - start));
    }
}

/* 雅砻江, 梁素海: one to three characters and the last word of something named that is no place. It only
 * keeps them from being persons. */
static void
add_landmarks(Lattice *l, guint start)
{
    const RenTrie *trie = ren_lexicon_get_words(l->lexicon);
    float cost = ren_lexicon_class_cost(l->lexicon, REN_CLASS_LANDMARK);
    for (guint i = start; i < l->len && i < start + 3 && is_han(l->text[i]); i++) {
        cost += number(l, REN_NUMBER_NEW_PLACE_CHARACTER) +
                function_price(l, l->text[i], REN_NUMBER_FUNCTION_IN_PLACE);
        float extra =
            word_in_place_price(l, start, i + 1) + (i == start ? number(l, REN_NUMBER_SHORT_NEW_PLACE) : 0);
        guint32 node = REN_TRIE_ROOT;
        for (guint k = i + 1; k < l->len && (node = ren_trie_step(trie, node, l->text[k])) != 0; k++)
            if (has_class(l, node, REN_CLASS_LANDMARK_SUFFIX))
                add_edge(l, k + 1, REN_CLASS_LANDMARK, 0, cost + extra);
    }
}

/* Digits, and the characters that words/ gives as numbers (一 百 第). */
static gboolean
is_numeral(const Lattice *l, gunichar c)
{
    if (g_unichar_isdigit(c))
        return TRUE;
    guint32 node = ren_trie_step(ren_lexicon_get_words(l->lexicon), REN_TRIE_ROOT, c);
    return has_class(l, node, REN_CLASS_NUMBER) || has_class(l, node, REN_CLASS_ORDINAL);
}

/* Numbers and Latin words are no longer than this many characters; what is falls into several. Without an end
 * a line of digits takes time by its square. */
#define LONGEST_RUN 64

static void
add_numbers(Lattice *l, guint start)
{
    guint i = start;
    while (i < l->len && i < start + LONGEST_RUN) {
        /* A mark stands inside a number where a digit is on both sides: 1.6, 7:30, 2013-2024. */
        gboolean inside = i > start && i + 1 < l->len && g_unichar_isdigit(l->text[i - 1]) &&
                          g_unichar_isdigit(l->text[i + 1]) && l->text[i] < 128 &&
                          strchr(".,:-~", l->text[i]) != NULL;
        if (!inside && !is_numeral(l, l->text[i]))
            break;
        i++;
    }
    if (i == start)
        return;
    if (i < l->len && (l->text[i] == '%' || l->text[i] == 0x2030))
        i++;
    guint32 first = ren_trie_step(ren_lexicon_get_words(l->lexicon), REN_TRIE_ROOT, l->text[start]);
    RenClass cls =
        i > start + 1 && has_class(l, first, REN_CLASS_ORDINAL) ? REN_CLASS_ORDINAL : REN_CLASS_NUMBER;
    add_edge(l, i, cls, 0, ren_lexicon_class_cost(l->lexicon, cls));
}

static void
add_latin(Lattice *l, guint start)
{
    guint i = start;
    while (i < l->len && i < start + LONGEST_RUN && l->text[i] < 0x250 &&
           (g_unichar_isalpha(l->text[i]) || (i > start && g_unichar_isdigit(l->text[i]))))
        i++;
    if (i > start)
        add_edge(l, i, REN_CLASS_LATIN, 0, ren_lexicon_class_cost(l->lexicon, REN_CLASS_LATIN));
}

static RenClass
mark_class(gunichar c)
{
    switch (c) {
    case 0x3001:
        return REN_CLASS_PAUSE;
    case ',':
        return REN_CLASS_COMMA;
    case ':':
        return REN_CLASS_COLON;
    case 0x3002:
    case ';':
    case '!':
    case '?':
    case 0x2026:
    case '\n':
        return REN_CLASS_STOP;
    case ' ':
        return REN_CLASS_SPACE;
    case '(':
    case '[':
    case 0x3010:
    case 0x3014:
        return REN_CLASS_OPEN;
    case ')':
    case ']':
    case 0x3011:
    case 0x3015:
        return REN_CLASS_CLOSE;
    case 0x201c:
    case 0x2018:
    case 0x300c:
    case 0x300e:
        return REN_CLASS_QUOTE;
    case 0x201d:
    case 0x2019:
    case 0x300d:
    case 0x300f:
        return REN_CLASS_UNQUOTE;
    case 0x300a:
    case 0x3008:
        return REN_CLASS_BOOK;
    case 0x300b:
    case 0x3009:
        return REN_CLASS_UNBOOK;
    default:
        return ren_lattice_is_dot(c) ? REN_CLASS_DOT : REN_CLASS_MARK;
    }
}

static void
add_marks(Lattice *l, guint start)
{
    gunichar c = l->text[start];
    if (is_han(c) || g_unichar_isalnum(c)) {
        add_edge(l, start + 1, REN_CLASS_UNKNOWN, 0, ren_lexicon_class_cost(l->lexicon, REN_CLASS_UNKNOWN));
        return;
    }
    RenClass cls = mark_class(c);
    add_edge(l, start + 1, cls, 0, 0);
    if (cls == REN_CLASS_PAUSE)
        add_edge(l, start + 1, REN_CLASS_PAUSE_PERSON, 0, 0);
    if (cls == REN_CLASS_SPACE) {
        add_edge(l, start + 1, REN_CLASS_SPACE_PERSON, 0, 0);
        add_edge(l, start + 1, REN_CLASS_SPACE_BYLINE, 0, 0);
        add_edge(l, start + 1, REN_CLASS_SPACE_TITLE, 0, 0);
    }
}

static void
collect_edges(Lattice *l, guint start)
{
    g_array_set_size(l->edges, 0);
    gunichar c = l->text[start];
    add_marks(l, start);
    if (is_han(c)) {
        add_words(l, start);
        if (l->memory != NULL)
            add_learned(l, start);
        add_persons(l, start);
        add_foreign(l, start);
        add_new_places(l, start);
        add_landmarks(l, start);
        add_regions(l, start);
        add_numbers(l, start);
    } else if (g_unichar_isalnum(c)) {
        add_words(l, start);
        if (l->memory != NULL)
            add_learned(l, start);
        add_numbers(l, start);
        add_latin(l, start);
    }
}

static RenClass
plain_class(RenClass cls)
{
    switch (cls) {
    case REN_CLASS_PAUSE_PERSON:
        return REN_CLASS_PAUSE;
    case REN_CLASS_SPACE_PERSON:
    case REN_CLASS_SPACE_BYLINE:
    case REN_CLASS_SPACE_TITLE:
        return REN_CLASS_SPACE;
    default:
        return cls;
    }
}

static GArray *
trace_back(const State *states, guint len)
{
    GArray *path = g_array_new(FALSE, FALSE, sizeof(RenStep));
    guint at = len;
    guint8 cls = REN_CLASS_EDGE;
    float best = INFINITY;
    for (guint c = 1; c < REN_N_CLASSES; c++) {
        const State *state = &states[(gsize)len * REN_N_CLASSES + c];
        if (state->cost < best) {
            best = state->cost;
            cls = c;
        }
    }
    while (at > 0 && !isinf(best)) {
        const State *state = &states[(gsize)at * REN_N_CLASSES + cls];
        const State *before = &states[(gsize)state->start * REN_N_CLASSES + state->from];
        RenStep step = {state->start, at, plain_class(cls), state->word, state->cost - before->cost};
        g_array_append_val(path, step);
        at = state->start;
        cls = state->from;
    }
    for (guint i = 0; i < path->len / 2; i++) {
        RenStep swap = g_array_index(path, RenStep, i);
        g_array_index(path, RenStep, i) = g_array_index(path, RenStep, path->len - 1 - i);
        g_array_index(path, RenStep, path->len - 1 - i) = swap;
    }
    return path;
}

static gboolean
is_step(const RenStep *step, guint start, const Edge *edge)
{
    return step->start == start && step->end == edge->end && step->cls == plain_class(edge->cls);
}

GArray *
ren_lattice_read(const RenLexicon *lexicon, const RenMemory *memory, guint home, const gunichar *text,
                 guint len)
{
    return ren_lattice_read_without(lexicon, memory, home, text, len, NULL);
}

GArray *
ren_lattice_read_without(const RenLexicon *lexicon, const RenMemory *memory, guint home, const gunichar *text,
                         guint len, const RenStep *without)
{
    g_autoptr(GArray) edges = g_array_new(FALSE, FALSE, sizeof(Edge));
    Lattice l = {lexicon, memory, home, text, len, edges};
    gsize n = (gsize)(len + 1) * REN_N_CLASSES;
    g_autofree State *states = g_new(State, n);
    for (gsize i = 0; i < n; i++)
        states[i].cost = INFINITY;
    states[REN_CLASS_EDGE] = (State){0, 0, REN_CLASS_EDGE, 0};
    for (guint i = 0; i < len; i++) {
        guint8 open[REN_N_CLASSES];
        guint n_open = 0;
        for (guint c = 1; c < REN_N_CLASSES; c++)
            if (!isinf(states[(gsize)i * REN_N_CLASSES + c].cost))
                open[n_open++] = c;
        if (n_open == 0)
            continue;
        collect_edges(&l, i);
        for (guint e = 0; e < edges->len; e++) {
            const Edge *edge = &g_array_index(edges, Edge, e);
            if (without != NULL && is_step(without, i, edge))
                continue;
            State *to = &states[(gsize)edge->end * REN_N_CLASSES + edge->cls];
            for (guint k = 0; k < n_open; k++) {
                const State *from = &states[(gsize)i * REN_N_CLASSES + open[k]];
                float cost = from->cost + edge->cost + ren_lexicon_step_cost(lexicon, open[k], edge->cls);
                if (edge->end == len)
                    cost += ren_lexicon_step_cost(lexicon, edge->cls, REN_CLASS_EDGE);
                if (cost < to->cost)
                    *to = (State){cost, i, open[k], edge->word};
            }
        }
    }
    return trace_back(states, len);
}
