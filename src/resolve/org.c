#include "resolve/org.h"

#include <string.h>

#include "lexicon/lattice.h"

/* ---- the lexicon's words at the head of a string ---- */

const RenWord *
ren_resolve_head(const RenLexicon *lexicon, const char *text, RenClass cls, gsize *len)
{
    const RenTrie *trie = ren_lexicon_get_words(lexicon);
    const RenWord *found = NULL;
    ren_lexicon_note_asked(lexicon, text);
    guint32 node = REN_TRIE_ROOT;
    for (const char *p = text; *p != '\0' && (node = ren_trie_step(trie, node, g_utf8_get_char(p))) != 0;) {
        p = g_utf8_next_char(p);
        for (guint n = ren_trie_value(trie, node); n != 0; n = ren_lexicon_get_word(lexicon, n)->next)
            if (ren_lexicon_get_word(lexicon, n)->cls == cls) {
                found = ren_lexicon_get_word(lexicon, n);
                *len = p - text;
                break;
            }
    }
    return found;
}

static gboolean
is_under(const RenLexicon *lexicon, guint place, guint above)
{
    for (guint i = place; i != 0; i = ren_lexicon_get_place(lexicon, i)->parent)
        if (i == above)
            return TRUE;
    return FALSE;
}

guint
ren_resolve_choose_place(const RenLexicon *lexicon, const RenWord *word, guint above, guint home)
{
    guint best = 0;
    int best_score = -1;
    for (guint n = ren_trie_find(ren_lexicon_get_words(lexicon), word->word); n != 0;) {
        const RenWord *row = ren_lexicon_get_word(lexicon, n);
        n = row->next;
        if (row->cls != REN_CLASS_PLACE)
            continue;
        const RenPlace *place = ren_lexicon_get_place(lexicon, row->place);
        int score = REN_LEVEL_WORLD_CITY - place->level;
        if (above != 0 && row->place != above && is_under(lexicon, row->place, above))
            score += 200;
        else if (!ren_lattice_allows_place(lexicon, row, home))
            continue; /* 联合 of 联合国 is a town somewhere */
        if (home != 0 && (is_under(lexicon, row->place, home) || is_under(lexicon, home, row->place)))
            score += 100;
        else if (home != 0 && place->parent != 0 && is_under(lexicon, home, place->parent))
            score += 50;
        if (score > best_score) {
            best_score = score;
            best = row->place;
        }
    }
    return best;
}

guint
ren_resolve_relative(const RenLexicon *lexicon, RenLevel level, const char *word, guint home)
{
    const char *last = g_utf8_prev_char(word + strlen(word));
    for (guint i = home; i != 0; i = ren_lexicon_get_place(lexicon, i)->parent) {
        const RenPlace *place = ren_lexicon_get_place(lexicon, i);
        /* 市 in a county-level city's own paper is that city. */
        if (g_str_has_suffix(place->name, last) &&
            (level == REN_LEVEL_NONE || place->level <= level || i == home))
            return i;
        /* 省委 in a paper of an autonomous region is its committee; 县 in a paper of a 区 is another's. */
        if (place->level == level && level == REN_LEVEL_PROVINCE)
            return i;
    }
    return 0;
}

char *
ren_resolve_place_name(const RenLexicon *lexicon, guint n)
{
    const RenPlace *place = ren_lexicon_get_place(lexicon, n);
    if (place->level == REN_LEVEL_TOWN && place->parent != 0)
        return g_strconcat(ren_lexicon_get_place(lexicon, place->parent)->name, place->name, NULL);
    return g_strdup(place->name);
}

char *
ren_resolve_place_label(const RenLexicon *lexicon, const char *path)
{
    for (const char *end = path + strlen(path); end > path; end = g_utf8_prev_char(end)) {
        g_autofree char *head = g_strndup(path, end - path);
        guint n = ren_lexicon_find_place(lexicon, head);
        if (n == 0)
            continue;
        g_autofree char *name = ren_resolve_place_name(lexicon, n);
        return g_strconcat(name, end, NULL);
    }
    return g_strdup(path);
}

/* ---- organisations ---- */

/* Whether @rest is a body so that a short place in front is its district (江津 + 法院), not a part of its own
 * name (江津 + 中学). */
static gboolean
names_a_body(const RenLexicon *lexicon, const char *rest)
{
    gsize len;
    if (ren_resolve_head(lexicon, rest, REN_CLASS_ORGAN, &len) == NULL)
        return FALSE;
    for (const char *p = rest; *p != '\0'; p = g_utf8_next_char(p))
        if (ren_lexicon_find(lexicon, p, REN_CLASS_OWN_NAME) != NULL)
            return FALSE;
    return TRUE;
}

/* 江津区 + 人民政府 → 江津区政府 */
static char *
join_body(const RenLexicon *lexicon, const char *place, const char *rest)
{
    gsize len = 0;
    const char *usual = ren_lexicon_usual(lexicon, place, rest, &len);
    return g_strconcat(place, usual != NULL ? usual : "", rest + (usual != NULL ? len : 0), NULL);
}

/* @rest, which follows the place @n, without a second word for it: 委 of 泸县 + 县委. 区块链 is none. */
static const char *
undoubled(const RenLexicon *lexicon, guint n, const char *rest)
{
    gsize len, organ;
    const RenWord *relative = ren_resolve_head(lexicon, rest, REN_CLASS_RELATIVE, &len);
    return relative != NULL && g_str_has_suffix(ren_lexicon_get_place(lexicon, n)->name, relative->word) &&
                   ren_resolve_head(lexicon, rest + len, REN_CLASS_ORGAN, &organ) != NULL
               ? rest + len
               : rest;
}

/* What follows the chain of places at the head of @text, the first of which lies in @above (0: anywhere). The
 * lowest one goes to @place (0: there is none), where its word begins to @last, the word to @named. */
static const char *
skip_places(const RenLexicon *lexicon, const char *text, guint above, guint home, guint *place,
            const char **last, const RenWord **named)
{
    const char *rest = text;
    gsize len = 0;
    *place = 0;
    *last = text;
    *named = NULL;
    for (const RenWord *word; (word = ren_resolve_head(lexicon, rest, REN_CLASS_PLACE, &len)) != NULL;
         rest += len) {
        guint next = ren_resolve_choose_place(lexicon, word, *place != 0 ? *place : above, home);
        if (next == 0 || (*place != 0 && (next == *place || !is_under(lexicon, next, *place))))
            break;
        *place = next;
        *last = rest;
        *named = word;
    }
    return rest;
}

const char *
ren_resolve_skip_places(const RenLexicon *lexicon, const char *name, guint home, guint *place)
{
    const char *last;
    const RenWord *named;
    return skip_places(lexicon, name, 0, home, place, &last, &named);
}

/* The name of place @n that means it in an issue from @home: with the city in front where the plain one is
 * another district's there (南京市鼓楼区 in a paper of Xuzhou). Owned by the caller. */
static char *
telling_name(const RenLexicon *lexicon, guint n, guint home)
{
    char *name = ren_resolve_place_name(lexicon, n);
    guint found, above = ren_lexicon_get_place(lexicon, n)->parent;
    ren_resolve_skip_places(lexicon, name, home, &found);
    if (above != 0 && ren_lexicon_get_place(lexicon, n)->level >= REN_LEVEL_TOWN)
        above = ren_lexicon_get_place(lexicon, above)->parent; /* the county is in the name */
    if (found == n || above == 0)
        return name;
    g_autofree char *plain = name;
    return g_strconcat(ren_lexicon_get_place(lexicon, above)->name, plain, NULL);
}

char *
ren_resolve_org_name(const RenLexicon *lexicon, const char *text, guint home)
{
    gsize len = 0;
    if (ren_resolve_head(lexicon, text, REN_CLASS_ORG, &len) != NULL)
        return g_strdup(text); /* 新华通讯社 is no body of 新华区 */
    const RenWord *organ = ren_resolve_head(lexicon, text, REN_CLASS_ORGAN, &len);
    if (organ != NULL && text[len] == '\0' && home != 0) {
        /* A bare 政协 is that of home; 团市委 names its level itself. */
        guint place = home;
        while (place != 0 && organ->level >= REN_LEVEL_PROVINCE && organ->level < REN_LEVEL_COUNTY &&
               ren_lexicon_get_place(lexicon, place)->level > organ->level)
            place = ren_lexicon_get_place(lexicon, place)->parent;
        return join_body(lexicon, ren_lexicon_get_place(lexicon, place != 0 ? place : home)->name, text);
    }
    const RenWord *relative = ren_resolve_head(lexicon, text, REN_CLASS_RELATIVE, &len);
    if (relative != NULL) {
        guint place = ren_resolve_relative(lexicon, relative->level, relative->word, home);
        if (place == 0 || relative->level >= REN_LEVEL_TOWN)
            return g_strdup(text);
        return join_body(lexicon, ren_lexicon_get_place(lexicon, place)->name, text + len);
    }
    const char *last;
    const RenWord *named;
    guint place;
    const char *rest = skip_places(lexicon, text, 0, home, &place, &last, &named);
    if (place == 0)
        return g_strdup(text);
    rest = undoubled(lexicon, place, rest);
    if (!named->full && ren_lexicon_get_place(lexicon, place)->level == REN_LEVEL_TOWN)
        return g_strconcat(
            ren_lexicon_get_place(lexicon, ren_lexicon_get_place(lexicon, place)->parent)->name, last, NULL);
    if (*rest != '\0' && !named->full && !names_a_body(lexicon, rest))
        return g_strdup(text);
    /* A body of a former division keeps its name: 江津市政府 in a paper of 1998. */
    gboolean former = named->full && !g_str_equal(named->word, ren_lexicon_get_place(lexicon, place)->name);
    g_autofree char *name = former ? g_strdup(named->word) : telling_name(lexicon, place, home);
    if (ren_lexicon_get_place(lexicon, place)->level >= REN_LEVEL_TOWN)
        return g_strconcat(name, rest, NULL); /* a town's 党委 is called so */
    return join_body(lexicon, name, rest);
}

/* ---- canonical names and ids ---- */

/* The longest word at the head of @text that @cls or @other has; @len as above. */
static const RenWord *
head_of_either(const RenLexicon *lexicon, const char *text, RenClass cls, RenClass other, gsize *len)
{
    gsize other_len = 0;
    *len = 0;
    const RenWord *word = ren_resolve_head(lexicon, text, cls, len);
    const RenWord *second = ren_resolve_head(lexicon, text, other, &other_len);
    if (second != NULL && other_len > *len) {
        *len = other_len;
        return second;
    }
    return word;
}

/* Whether @tail, behind a short form, leaves that a short form: nothing, or words that end names of bodies
 * (人社局 + 劳动监察大队, but not 侨办 + 小学). */
static gboolean
ends_body(const RenLexicon *lexicon, const char *tail)
{
    for (gsize len; *tail != '\0'; tail += len)
        if (head_of_either(lexicon, tail, REN_CLASS_ORGAN, REN_CLASS_ORG_SUFFIX, &len) == NULL ||
            ren_lexicon_find(lexicon, tail, REN_CLASS_OWN_NAME) != NULL)
            return FALSE;
    return TRUE;
}

/* 中共江津区委员会 → 江津区委 by rules/fronted.tsv; NULL where no row fits. */
static char *
unfronted(const RenLexicon *lexicon, const char *name, guint home)
{
    const GPtrArray *rows = ren_lexicon_get_fronted(lexicon);
    char *const *best = NULL;
    const char *best_tail = NULL;
    guint best_place = 0;
    for (guint i = 0; i < rows->len; i++) {
        char *const *row = rows->pdata[i];
        if (!g_str_has_prefix(name, row[0]))
            continue;
        guint place;
        const char *last;
        const RenWord *named;
        const char *rest = skip_places(lexicon, name + strlen(row[0]), 0, home, &place, &last, &named);
        if (place == 0 || !g_str_has_prefix(rest, row[1]) ||
            (best != NULL && strlen(row[1]) <= strlen(best[1])))
            continue;
        best = row;
        best_tail = rest + strlen(row[1]);
        best_place = place;
    }
    if (best == NULL)
        return NULL;
    g_autofree char *place = telling_name(lexicon, best_place, home);
    gboolean town = ren_lexicon_get_place(lexicon, best_place)->level >= REN_LEVEL_TOWN;
    return g_strconcat(place, town && *best[3] != '\0' ? best[3] : best[2], best_tail, NULL);
}

/* @text with the full name for the short form of class @cls that it begins with; NULL where it begins with
 * none. */
static char *
lengthened(const RenLexicon *lexicon, const char *text, RenClass cls)
{
    gsize len;
    const RenWord *word = ren_resolve_head(lexicon, text, cls, &len);
    if (word == NULL || word->canon == NULL || !ends_body(lexicon, text + len))
        return NULL;
    return g_strconcat(word->canon, text + len, NULL);
}

char *
ren_resolve_org_canon(const RenLexicon *lexicon, const char *usual, guint home)
{
    g_autofree char *name = ren_lexicon_canonical(lexicon, usual);
    const RenWord *known = ren_lexicon_find(lexicon, name, REN_CLASS_ORG);
    if (known != NULL)
        return g_strdup(known->canon != NULL ? known->canon : name);
    char *canon = unfronted(lexicon, name, home);
    if (canon != NULL)
        return canon;
    canon = lengthened(lexicon, name, REN_CLASS_ORG);
    if (canon != NULL)
        return canon;
    guint place;
    const char *last;
    const RenWord *named;
    const char *rest = skip_places(lexicon, name, 0, home, &place, &last, &named);
    if (place == 0 || !named->full)
        return g_strdup(name);
    g_autofree char *body = lengthened(lexicon, rest, REN_CLASS_ORGAN);
    g_autofree char *head = telling_name(lexicon, place, home);
    return g_strconcat(head, body != NULL ? body : rest, NULL);
}

char *
ren_resolve_org_entity(const RenLexicon *lexicon, const char *name, guint home)
{
    g_autofree char *canon = ren_resolve_org_canon(lexicon, name, home);
    guint n;
    const char *last;
    const RenWord *named;
    const char *rest = skip_places(lexicon, canon, 0, home, &n, &last, &named);
    const RenPlace *place = n != 0 && named->full ? ren_lexicon_get_place(lexicon, n) : NULL;
    if (place != NULL && *rest == '\0')
        return g_strconcat("place:", place->path, NULL);
    /* A town stands behind its county, which may be one of several too. */
    if (place != NULL && place->level >= REN_LEVEL_TOWN && place->parent != 0)
        place = ren_lexicon_get_place(lexicon, place->parent);
    if (place == NULL || place->alone || place->parent == 0)
        return g_strconcat("org:", canon, NULL);
    /* What lies above may stand in the name already. */
    g_autofree char *head = ren_resolve_place_name(lexicon, n);
    return g_strconcat("org:", head, rest, "@", ren_lexicon_get_place(lexicon, place->parent)->path, NULL);
}

char *
ren_resolve_org_region(const RenLexicon *lexicon, const char *name, guint home)
{
    guint place;
    const char *last;
    const RenWord *named;
    gsize len = 0;
    g_autofree char *plain = unfronted(lexicon, name, home);
    if (plain != NULL)
        return ren_resolve_org_region(lexicon, plain, home);
    const RenWord *known = ren_resolve_head(lexicon, name, REN_CLASS_ORG, &len);
    if (known != NULL)
        return g_strdup(known->canon != NULL ? known->canon : known->word);
    skip_places(lexicon, name, 0, home, &place, &last, &named);
    while (place != 0 && ren_lexicon_get_place(lexicon, place)->level >= REN_LEVEL_TOWN &&
           ren_lexicon_get_place(lexicon, place)->level != REN_LEVEL_WORLD_CITY)
        place = ren_lexicon_get_place(lexicon, place)->parent;
    if (place != 0)
        return g_strdup(ren_lexicon_get_place(lexicon, place)->path);
    const RenWord *country = ren_resolve_head(lexicon, name, REN_CLASS_COUNTRY, &len);
    return country == NULL ? NULL : g_strdup(country->canon != NULL ? country->canon : country->word);
}

/* ---- what a body or place is a part of ---- */

static char *
parent_of_place(const RenLexicon *lexicon, const char *path)
{
    guint known = ren_lexicon_find_place(lexicon, path);
    if (known != 0) {
        guint above = ren_lexicon_get_place(lexicon, known)->parent;
        return above == 0 ? NULL : g_strconcat("place:", ren_lexicon_get_place(lexicon, above)->path, NULL);
    }
    /* A village that no table holds: the longest path that one does. */
    for (const char *end = path + strlen(path); end > path; end = g_utf8_prev_char(end)) {
        g_autofree char *head = g_strndup(path, end - path);
        if (ren_lexicon_find_place(lexicon, head) != 0)
            return g_strconcat("place:", head, NULL);
    }
    return NULL;
}

/* The longest word of @cls at the head of @text, but not all of it, behind which words stand that end names
 * of bodies: 委 of 委办公室 and of 委组织部, whose 委办 and 委组织部 are words too. @len as in
 * ren_resolve_head(). */
static const RenWord *
shorter_head(const RenLexicon *lexicon, const char *text, RenClass cls, gsize *len)
{
    const RenWord *head = ren_resolve_head(lexicon, text, cls, len);
    while (head != NULL && (text[*len] == '\0' || !ends_body(lexicon, text + *len))) {
        g_autofree char *shorter = g_strndup(text, g_utf8_prev_char(text + *len) - text);
        head = ren_resolve_head(lexicon, shorter, cls, len);
    }
    return head;
}

/* Whether the word of @row is the name of one place only. */
static gboolean
names_one_place(const RenLexicon *lexicon, const RenWord *row)
{
    for (guint n = ren_trie_find(ren_lexicon_get_words(lexicon), row->word); n != 0;) {
        const RenWord *other = ren_lexicon_get_word(lexicon, n);
        if (other->cls == REN_CLASS_PLACE && other->place != row->place)
            return FALSE;
        n = other->next;
    }
    return TRUE;
}

static char *
parent_of_body(const RenLexicon *lexicon, const char *name, const char *above_path)
{
    gsize len;
    const RenWord *known = ren_resolve_head(lexicon, name, REN_CLASS_ORG, &len);
    if (known != NULL) {
        if (name[len] == '\0')
            known = shorter_head(lexicon, name, REN_CLASS_ORG, &len); /* 国务院 of 国务院办公厅 */
        return known == NULL ? NULL
                             : g_strconcat("org:", known->canon != NULL ? known->canon : known->word, NULL);
    }
    guint n, above = above_path == NULL ? 0 : ren_lexicon_find_place(lexicon, above_path);
    const char *last;
    const RenWord *named;
    const char *rest = skip_places(lexicon, name, above, 0, &n, &last, &named);
    /* 江津中学 lies in 江津区; 白沙茶会 may be of any 白沙. */
    if (n == 0 || (!named->full && !names_one_place(lexicon, named)))
        return NULL;
    const RenWord *organ = shorter_head(lexicon, rest, REN_CLASS_ORGAN, &len);
    if (organ == NULL || !named->full)
        return g_strconcat("place:", ren_lexicon_get_place(lexicon, n)->path, NULL);
    g_autofree char *head = g_strndup(name, rest + len - name);
    return above_path == NULL ? g_strconcat("org:", head, NULL)
                              : g_strconcat("org:", head, "@", above_path, NULL);
}

char *
ren_resolve_parent(const RenLexicon *lexicon, const char *id)
{
    if (g_str_has_prefix(id, "place:"))
        return parent_of_place(lexicon, id + strlen("place:"));
    if (!g_str_has_prefix(id, "org:"))
        return NULL;
    g_auto(GStrv) parts = g_strsplit(id + strlen("org:"), "@", 2);
    return parts[0] == NULL ? NULL : parent_of_body(lexicon, parts[0], parts[1]);
}

/* ---- short forms by rule ---- */

/* The longest word of any class at the head of @text, else its first character; its length. */
static gsize
word_length(const RenLexicon *lexicon, const char *text)
{
    const RenTrie *trie = ren_lexicon_get_words(lexicon);
    gsize len = g_utf8_next_char(text) - text;
    guint32 node = REN_TRIE_ROOT;
    for (const char *p = text; *p != '\0' && (node = ren_trie_step(trie, node, g_utf8_get_char(p))) != 0;) {
        p = g_utf8_next_char(p);
        if (ren_trie_value(trie, node) != 0)
            len = p - text;
    }
    return len;
}

/* Whether @brief, without its last word, is made of the words of @full, @len bytes, each giving its first
 * character at least. */
static gboolean
is_made_of(const RenLexicon *lexicon, const char *brief, gsize brief_len, const char *full, gsize len)
{
    if (len == 0)
        return brief_len == 0;
    g_autofree char *rest = g_strndup(full, len);
    gsize step = word_length(lexicon, rest);
    g_autofree char *word = g_strndup(rest, step);
    if (ren_lexicon_is_skipped(lexicon, word) &&
        is_made_of(lexicon, brief, brief_len, full + step, len - step))
        return TRUE;
    gsize taken = 0;
    for (const char *p = word; *p != '\0'; p = g_utf8_next_char(p)) {
        gsize size = g_utf8_next_char(p) - p;
        gboolean fits = taken + size <= brief_len && memcmp(brief + taken, p, size) == 0;
        if (p == word && !fits)
            return FALSE;
        if (fits)
            taken += size;
        if (is_made_of(lexicon, brief + taken, brief_len - taken, full + step, len - step))
            return TRUE;
    }
    return FALSE;
}

gboolean
ren_resolve_abbreviates(const RenLexicon *lexicon, const char *brief, const char *full)
{
    gsize brief_len = strlen(brief), full_len = strlen(full);
    if (brief_len >= full_len)
        return FALSE;
    ren_lexicon_note_asked(lexicon, full);
    for (const char *last = g_utf8_next_char(full); *last != '\0'; last = g_utf8_next_char(last)) {
        const char *shorter = ren_lexicon_short_last(lexicon, last);
        gboolean same = ren_lexicon_find(lexicon, last, REN_CLASS_ORG_SUFFIX) != NULL ||
                        ren_lexicon_find(lexicon, last, REN_CLASS_COMPANY_SUFFIX) != NULL;
        for (guint i = 0; i < 2; i++) {
            const char *end = i == 0 ? shorter : same ? last : NULL;
            if (end != NULL && g_str_has_suffix(brief, end) && strlen(end) < brief_len &&
                is_made_of(lexicon, brief, brief_len - strlen(end), full, last - full))
                return TRUE;
        }
    }
    return FALSE;
}
