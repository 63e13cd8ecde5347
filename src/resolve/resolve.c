#include "resolve/resolve.h"

#include <string.h>

#include "lexicon/lattice.h"

typedef struct {
    const RenLexicon *lexicon;
    guint home;
    GHashTable *villages;  /* owned; place as printed → full name, for those no table holds */
    GHashTable *officials; /* owned; set of names that hold a public post in the issue */
    GPtrArray *companies;  /* owned; of full names (borrowed from mentions), longest first */
} Resolver;

/* ---- the lexicon's words at the head of a string ---- */

/* The longest word of class @cls at the head of @text; its length in bytes goes to @len. */
static const RenWord *
head_word(const RenLexicon *lexicon, const char *text, RenClass cls, gsize *len)
{
    const RenTrie *trie = ren_lexicon_get_words(lexicon);
    const RenWord *found = NULL;
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

/* Which of the places called @word is meant: one below @above, else one below or beside home, else the
 * highest; 0 where it is but the short name of a town elsewhere. */
static guint
choose_place(const RenLexicon *lexicon, const RenWord *word, guint above, guint home)
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
        else if (place->level >= REN_LEVEL_TOWN && !ren_lattice_allows_place(lexicon, row, home))
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

/* The name that stands for a place in an organisation's name: 江津区; a town takes its county along. */
static char *
place_name(const RenLexicon *lexicon, guint n)
{
    const RenPlace *place = ren_lexicon_get_place(lexicon, n);
    if (place->level == REN_LEVEL_TOWN && place->parent != 0)
        return g_strconcat(ren_lexicon_get_place(lexicon, place->parent)->name, place->name, NULL);
    return g_strdup(place->name);
}

/* ---- organisations ---- */

/* Whether @rest is a body so that a short place in front is its district (江津 + 法院), not a part of its own
 * name (江津 + 中学). */
static gboolean
names_a_body(const RenLexicon *lexicon, const char *rest)
{
    gsize len;
    if (head_word(lexicon, rest, REN_CLASS_ORGAN, &len) == NULL)
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

char *
ren_resolve_org_name(const RenLexicon *lexicon, const char *text, guint home)
{
    gsize len = 0;
    if (head_word(lexicon, text, REN_CLASS_ORG, &len) != NULL)
        return g_strdup(text); /* 新华通讯社 is no body of 新华区 */
    const RenWord *organ = head_word(lexicon, text, REN_CLASS_ORGAN, &len);
    if (organ != NULL && text[len] == '\0' && home != 0) {
        /* A bare 政协 is that of home; 团市委 names its level itself. */
        guint place = home;
        while (place != 0 && organ->level >= REN_LEVEL_PROVINCE && organ->level < REN_LEVEL_COUNTY &&
               ren_lexicon_get_place(lexicon, place)->level > organ->level)
            place = ren_lexicon_get_place(lexicon, place)->parent;
        return join_body(lexicon, ren_lexicon_get_place(lexicon, place != 0 ? place : home)->name, text);
    }
    const RenWord *relative = head_word(lexicon, text, REN_CLASS_RELATIVE, &len);
    if (relative != NULL) {
        guint place = ren_resolve_relative(lexicon, relative->level, relative->word, home);
        if (place == 0 || relative->level >= REN_LEVEL_TOWN)
            return g_strdup(text);
        return join_body(lexicon, ren_lexicon_get_place(lexicon, place)->name, text + len);
    }
    /* A chain of places: the lowest one names the body. */
    guint place = 0;
    const char *rest = text, *last = text;
    gboolean full = FALSE;
    for (const RenWord *word; (word = head_word(lexicon, rest, REN_CLASS_PLACE, &len)) != NULL; rest += len) {
        guint next = choose_place(lexicon, word, place, home);
        if (next == 0 || (place != 0 && (next == place || !is_under(lexicon, next, place))))
            break;
        place = next;
        last = rest;
        full = g_str_equal(ren_lexicon_get_place(lexicon, place)->name, word->word);
    }
    if (place == 0)
        return g_strdup(text);
    if (!full && ren_lexicon_get_place(lexicon, place)->level == REN_LEVEL_TOWN)
        return g_strconcat(
            ren_lexicon_get_place(lexicon, ren_lexicon_get_place(lexicon, place)->parent)->name, last, NULL);
    if (*rest != '\0' && !full && !names_a_body(lexicon, rest))
        return g_strdup(text);
    g_autofree char *name = place_name(lexicon, place);
    if (ren_lexicon_get_place(lexicon, place)->level >= REN_LEVEL_TOWN)
        return g_strconcat(name, rest, NULL); /* a town's 党委 is called so */
    return join_body(lexicon, name, rest);
}

/* ---- places ---- */

static void
resolve_place(Resolver *r, RenMention *mention, const RenMention *before)
{
    gsize len = 0;
    const RenWord *word = head_word(r->lexicon, mention->text, REN_CLASS_PLACE, &len);
    gboolean joined = before != NULL && before->kind == REN_PLACE && before->span.end == mention->span.start;
    if (word != NULL && mention->text[len] == '\0') {
        guint above = 0;
        if (joined && g_str_has_prefix(before->entity, "place:"))
            above = ren_lexicon_find_place(r->lexicon, before->entity + strlen("place:"));
        guint place = choose_place(r->lexicon, word, above, r->home);
        if (place != 0) {
            g_clear_pointer(&mention->name, g_free);
            g_clear_pointer(&mention->entity, g_free);
            mention->name = place_name(r->lexicon, place);
            mention->entity = g_strconcat("place:", ren_lexicon_get_place(r->lexicon, place)->path, NULL);
            return;
        }
    }
    const char *known = g_hash_table_lookup(r->villages, mention->text);
    g_clear_pointer(&mention->name, g_free);
    if (joined)
        mention->name = g_strconcat(before->name, mention->text, NULL);
    else if (known != NULL)
        mention->name = g_strdup(known);
    else if (r->home != 0 && word == NULL && !g_str_has_prefix(mention->rule, "place.zone"))
        mention->name = g_strconcat(ren_lexicon_get_place(r->lexicon, r->home)->name, mention->text, NULL);
    else
        mention->name = g_strdup(mention->text);
    /* A chain (永兴镇黄坡村) tells where the village lies wherever the issue names it. */
    if (joined && known == NULL)
        g_hash_table_insert(r->villages, g_strdup(mention->text), g_strdup(mention->name));
    g_free(mention->entity);
    mention->entity = g_strconcat("place:", mention->name, NULL);
}

static void
resolve_places(Resolver *r, RenArticle *article)
{
    for (guint i = 0; i < article->mentions->len; i++)
        if (((RenMention *)article->mentions->pdata[i])->kind == REN_PLACE)
            resolve_place(r, article->mentions->pdata[i], i > 0 ? article->mentions->pdata[i - 1] : NULL);
}

/* ---- companies and persons ---- */

/* A short name that is the head, or a part, of exactly one full firm name in the issue is that firm. */
static char *
company_name(const Resolver *r, const char *text)
{
    const char *full = NULL;
    for (guint i = 0; i < r->companies->len; i++) {
        const char *name = r->companies->pdata[i];
        if (strlen(name) > strlen(text) && strstr(name, text) != NULL) {
            if (full != NULL && !g_str_equal(full, name))
                return g_strdup(text);
            full = name;
        }
    }
    return g_strdup(full != NULL ? full : text);
}

static const RenWord *
known_person(const RenLexicon *lexicon, const char *name)
{
    return ren_lexicon_find(lexicon, name, REN_CLASS_PERSON);
}

static void
resolve_person(Resolver *r, RenMention *mention)
{
    /* A leader is one person in every paper, by whatever form the article prints. */
    const RenWord *known = known_person(r->lexicon, mention->text);
    if (known == NULL && mention->name != NULL)
        known = known_person(r->lexicon, mention->name);
    if (mention->name == NULL)
        mention->name = g_strdup(mention->text);
    if (known != NULL)
        mention->entity = g_strconcat("person:", known->canon, NULL);
    else if (r->home == 0)
        mention->entity = g_strconcat("person:", mention->name, NULL);
    else
        mention->entity = g_strconcat("person:", mention->name, "@",
                                      ren_lexicon_get_place(r->lexicon, r->home)->name, NULL);
    if (mention->role == REN_ROLE_REPORTER)
        return;
    gboolean official = known != NULL || g_hash_table_contains(r->officials, mention->name);
    mention->role = official ? REN_ROLE_OFFICIAL : REN_ROLE_OTHER;
}

/* All mentions of one person in an article bear the longest form printed there. */
static void
lengthen_names(RenArticle *article)
{
    g_autoptr(GHashTable) longest = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < article->mentions->len; i++) {
        const RenMention *mention = article->mentions->pdata[i];
        const char *best = g_hash_table_lookup(longest, mention->entity);
        if (mention->kind == REN_PERSON && (best == NULL || strlen(mention->name) > strlen(best)))
            g_hash_table_insert(longest, mention->entity, mention->name);
    }
    for (guint i = 0; i < article->mentions->len; i++) {
        RenMention *mention = article->mentions->pdata[i];
        const char *best = g_hash_table_lookup(longest, mention->entity);
        if (mention->kind == REN_PERSON && best != mention->name && !g_str_equal(best, mention->name)) {
            char *name = g_strdup(best);
            g_free(mention->name);
            mention->name = name;
        }
    }
}

/* ---- the issue ---- */

static void
collect(Resolver *r, const RenIssue *issue)
{
    for (guint a = 0; a < issue->articles->len; a++) {
        const RenArticle *article = issue->articles->pdata[a];
        for (guint i = 0; i < article->mentions->len; i++) {
            const RenMention *mention = article->mentions->pdata[i];
            if (mention->kind == REN_PERSON && mention->role == REN_ROLE_OFFICIAL)
                g_hash_table_add(r->officials, g_strdup(mention->text));
            if (mention->kind == REN_COMPANY)
                g_ptr_array_add(r->companies, mention->text);
        }
    }
}

/* The place that a relative word (镇党委, 村党支部) means, whose name ends with @last: the last that the
 * article names before @at, else the first that it names at all; NULL where it names none. */
static const RenMention *
nearest_place(const Resolver *r, const RenArticle *article, RenLevel level, const char *last, gsize at)
{
    const RenMention *found = NULL;
    for (guint i = 0; i < article->mentions->len; i++) {
        const RenMention *mention = article->mentions->pdata[i];
        if (mention->kind != REN_PLACE)
            continue;
        const RenWord *word = ren_lexicon_find(r->lexicon, mention->text, REN_CLASS_PLACE);
        RenLevel its = word != NULL ? word->level : REN_LEVEL_VILLAGE;
        if (its == level && g_str_has_suffix(mention->name, last) &&
            (found == NULL || mention->span.start < at))
            found = mention;
    }
    return found;
}

/* As for any organisation; a village or firm at its head that the article names in full takes that name
 * along. */
static char *
org_name_in_article(const Resolver *r, const RenArticle *article, const char *org, gsize at)
{
    gsize len;
    const RenWord *relative = head_word(r->lexicon, org, REN_CLASS_RELATIVE, &len);
    if (relative != NULL && relative->level != REN_LEVEL_NONE &&
        ren_resolve_relative(r->lexicon, relative->level, relative->word, r->home) == 0) {
        const char *last = g_utf8_prev_char(relative->word + strlen(relative->word));
        const RenMention *place = nearest_place(r, article, relative->level, last, at);
        if (place != NULL)
            return g_strconcat(place->name, org + len, NULL);
    }
    for (guint i = 0; i < article->mentions->len; i++) {
        const RenMention *mention = article->mentions->pdata[i];
        gboolean village = mention->kind == REN_PLACE &&
                           ren_lexicon_find(r->lexicon, mention->text, REN_CLASS_PLACE) == NULL;
        if ((village || mention->kind == REN_COMPANY) && g_str_has_prefix(org, mention->text) &&
            !g_str_equal(mention->name, mention->text))
            return g_strconcat(mention->name, org + strlen(mention->text), NULL);
    }
    return ren_resolve_org_name(r->lexicon, org, r->home);
}

static void
resolve_positions(Resolver *r, RenArticle *article)
{
    for (guint i = 0; i < article->positions->len; i++) {
        RenPosition *position = article->positions->pdata[i];
        if (position->org == NULL)
            continue;
        gsize at = ((RenMention *)article->mentions->pdata[position->mention])->span.start;
        char *name = org_name_in_article(r, article, position->org, at);
        g_free(position->org);
        position->org = name;
        position->org_entity = g_strconcat("org:", name, NULL);
        for (guint k = 0; k < article->mentions->len; k++) {
            const RenMention *mention = article->mentions->pdata[k];
            if (mention->kind != REN_PERSON && g_str_equal(mention->name, name)) {
                g_free(position->org_entity);
                position->org_entity = g_strdup(mention->entity);
            }
        }
    }
}

static void
resolve_article(Resolver *r, RenArticle *article)
{
    resolve_places(r, article);
    for (guint i = 0; i < article->mentions->len; i++) {
        RenMention *mention = article->mentions->pdata[i];
        switch (mention->kind) {
        case REN_PERSON:
            resolve_person(r, mention);
            break;
        case REN_PLACE:
            break;
        case REN_COMPANY:
            if (mention->name == NULL)
                mention->name = company_name(r, mention->text);
            mention->entity = g_strconcat("company:", mention->name, NULL);
            break;
        default: {
            g_autofree char *full = g_steal_pointer(&mention->name);
            mention->name = ren_resolve_org_name(r->lexicon, full != NULL ? full : mention->text, r->home);
            mention->entity = g_strconcat("org:", mention->name, NULL);
        }
        }
    }
    lengthen_names(article);
    resolve_positions(r, article);
}

void
ren_resolve_issue(const RenLexicon *lexicon, RenIssue *issue, guint home)
{
    Resolver r = {.lexicon = lexicon,
                  .home = home,
                  .villages = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                  .officials = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                  .companies = g_ptr_array_new()};
    collect(&r, issue);
    /* Chains anywhere in the issue tell where its villages lie: first all places, then all that is named for
     * them. */
    for (guint i = 0; i < issue->articles->len; i++)
        resolve_places(&r, issue->articles->pdata[i]);
    for (guint i = 0; i < issue->articles->len; i++)
        resolve_article(&r, issue->articles->pdata[i]);
    g_hash_table_unref(r.villages);
    g_hash_table_unref(r.officials);
    g_ptr_array_unref(r.companies);
}
