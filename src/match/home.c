#include "match/home.h"

/* A vote for each place; towns vote for the county that they lie in, counties for their city. */
typedef struct {
    const RenLexicon *lexicon;
    float *votes;                         /* owned by the caller; by place number */
    guint relative[REN_LEVEL_COUNTY + 1]; /* how often 我市, 我区, 市委, 区委 … stand there, by level */
} Vote;

static float
weight_of(const RenPlace *place, gboolean full, gboolean common)
{
    switch (place->level) {
    case REN_LEVEL_CITY:
    case REN_LEVEL_COUNTY:
        return full ? 3 : common ? 0 : 2;
    case REN_LEVEL_TOWN:
        return full ? 1 : 0; /* short names of towns are not names of one town alone */
    default:
        return 0;
    }
}

/* Counts the word that is row @first; senses of a name share its vote. */
static void
count_word(Vote *vote, guint first, float factor)
{
    guint senses = 0;
    for (guint n = first; n != 0; n = ren_lexicon_get_word(vote->lexicon, n)->next)
        senses += ren_lexicon_get_word(vote->lexicon, n)->cls == REN_CLASS_PLACE;
    for (guint n = first; n != 0;) {
        const RenWord *word = ren_lexicon_get_word(vote->lexicon, n);
        if (word->cls == REN_CLASS_RELATIVE && g_utf8_strlen(word->word, -1) == 2 &&
            word->level <= REN_LEVEL_COUNTY)
            vote->relative[word->level]++;
        if (word->cls == REN_CLASS_PLACE) {
            const RenPlace *place = ren_lexicon_get_place(vote->lexicon, word->place);
            float weight =
                weight_of(place, g_str_equal(place->name, word->word), word->common) * factor / senses;
            guint to = place->level == REN_LEVEL_TOWN ? place->parent : word->place;
            vote->votes[to] += weight;
        }
        n = word->next;
    }
}

/* The row of class @cls of the word whose first row is @first, or NULL. */
static const RenWord *
row_of(const RenLexicon *lexicon, guint first, RenClass cls)
{
    for (guint n = first; n != 0; n = ren_lexicon_get_word(lexicon, n)->next)
        if (ren_lexicon_get_word(lexicon, n)->cls == cls)
            return ren_lexicon_get_word(lexicon, n);
    return NULL;
}

/* 市委, but not the one of 棠州市委: @first is the row of what stands at @p, before an organ, behind @before.
 */
static void
count_body(Vote *vote, guint first, guint before, const char *end)
{
    const RenWord *relative = row_of(vote->lexicon, first, REN_CLASS_RELATIVE);
    if (relative == NULL || relative->level == REN_LEVEL_NONE || relative->level > REN_LEVEL_COUNTY ||
        g_utf8_strlen(relative->word, -1) > 1 || row_of(vote->lexicon, before, REN_CLASS_PLACE) != NULL)
        return;
    const RenTrie *trie = ren_lexicon_get_words(vote->lexicon);
    guint32 node = REN_TRIE_ROOT;
    for (const char *q = end; *q != '\0' && (node = ren_trie_step(trie, node, g_utf8_get_char(q))) != 0;
         q = g_utf8_next_char(q)) {
        if (row_of(vote->lexicon, ren_trie_value(trie, node), REN_CLASS_ORGAN) != NULL) {
            vote->relative[relative->level]++;
            return;
        }
    }
}

static void
count_text(Vote *vote, const char *text, float factor)
{
    const RenTrie *trie = ren_lexicon_get_words(vote->lexicon);
    guint before = 0;
    for (const char *p = text; *p != '\0';) {
        const char *end = g_utf8_next_char(p);
        guint32 node = REN_TRIE_ROOT, found = 0;
        for (const char *q = p; *q != '\0' && (node = ren_trie_step(trie, node, g_utf8_get_char(q))) != 0;) {
            q = g_utf8_next_char(q);
            if (ren_trie_value(trie, node) != 0) {
                found = ren_trie_value(trie, node);
                end = q;
            }
        }
        count_word(vote, found, factor);
        count_body(vote, found, before, end);
        before = found;
        p = end;
    }
}

/* The place of @level with most votes, if they are enough, and enough of all votes of that level: a paper of
 * the whole country names many districts and comes from none. */
static guint
leader(const Vote *vote, RenLevel level)
{
    guint best = 0;
    float all = 0;
    for (guint n = 1; n <= ren_lexicon_n_places(vote->lexicon); n++) {
        if (ren_lexicon_get_place(vote->lexicon, n)->level != level)
            continue;
        all += vote->votes[n];
        if (vote->votes[n] > vote->votes[best])
            best = n;
    }
    gboolean leads = vote->votes[best] >= ren_lexicon_number(vote->lexicon, REN_NUMBER_HOME_LEAST) &&
                     vote->votes[best] >= all * ren_lexicon_number(vote->lexicon, REN_NUMBER_HOME_SHARE);
    return leads ? best : 0;
}

guint
ren_home_vote(const RenLexicon *lexicon, const char *text, const char *path)
{
    g_autofree float *votes = g_new0(float, ren_lexicon_n_places(lexicon) + 1);
    Vote vote = {lexicon, votes, {0}};
    count_text(&vote, text, 1);
    if (path != NULL) {
        ren_lexicon_note_asked(lexicon, path);
        count_text(&vote, path, ren_lexicon_number(lexicon, REN_NUMBER_HOME_PATH_WEIGHT));
    }
    guint county = leader(&vote, REN_LEVEL_COUNTY), city = leader(&vote, REN_LEVEL_CITY);
    /* The papers of a city name its counties and towns more often than itself, but 市委 is their own. */
    gboolean city_paper = vote.relative[REN_LEVEL_CITY] > vote.relative[REN_LEVEL_COUNTY];
    gboolean around = county != 0 && ren_lexicon_get_place(lexicon, county)->parent == city;
    if (city != 0 && city_paper && (around || votes[city] > votes[county]))
        return city;
    return county;
}

guint
ren_home_parse(const RenLexicon *lexicon, const char *name)
{
    guint place = ren_lexicon_find_place(lexicon, name);
    if (place != 0)
        return place;
    ren_lexicon_note_asked(lexicon, name);
    /* The highest and first of the places that the name stands for. */
    for (guint n = ren_trie_find(ren_lexicon_get_words(lexicon), name); n != 0;) {
        const RenWord *word = ren_lexicon_get_word(lexicon, n);
        if (word->cls == REN_CLASS_PLACE &&
            (place == 0 || ren_lexicon_get_place(lexicon, word->place)->level <
                               ren_lexicon_get_place(lexicon, place)->level))
            place = word->place;
        n = word->next;
    }
    if (place != 0)
        return place;
    /* 四川泸县: a path of short names. */
    for (const char *p = g_utf8_next_char(name); *name != '\0' && *p != '\0'; p = g_utf8_next_char(p)) {
        g_autofree char *head = g_strndup(name, p - name);
        guint above = ren_home_parse(lexicon, head);
        for (guint n = above == 0 ? 0 : ren_trie_find(ren_lexicon_get_words(lexicon), p); n != 0;) {
            const RenWord *word = ren_lexicon_get_word(lexicon, n);
            for (guint i = word->place; i != 0; i = ren_lexicon_get_place(lexicon, i)->parent)
                if (i == above)
                    return word->place;
            n = word->next;
        }
    }
    return 0;
}
