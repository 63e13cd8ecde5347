#include "resolve/resolve.h"

#include <string.h>

#include "lexicon/lattice.h"
#include "resolve/org.h"

/* A place that no table holds. */
typedef struct {
    char *name;   /* owned */
    char *entity; /* owned */
} Village;

typedef struct {
    const RenLexicon *lexicon;
    const RenDecisions *decisions;
    const RenIdentity *identity;
    guint home;
    GHashTable *villages; /* owned; place as printed → Village *, for those that a chain has placed */
    GPtrArray *companies; /* owned; of full names (borrowed from mentions), longest first */
} Resolver;

static void
village_free(Village *village)
{
    g_free(village->name);
    g_free(village->entity);
    g_free(village);
}

/* ---- places ---- */

static void
resolve_place(Resolver *r, RenMention *mention, const RenMention *before)
{
    gsize len = 0;
    const RenWord *word = ren_resolve_head(r->lexicon, mention->text, REN_CLASS_PLACE, &len);
    gboolean joined = before != NULL && before->kind == REN_PLACE && before->span.end == mention->span.start;
    if (word != NULL && mention->text[len] == '\0') {
        guint above = 0;
        if (joined && g_str_has_prefix(before->entity, "place:"))
            above = ren_lexicon_find_place(r->lexicon, before->entity + strlen("place:"));
        guint place = ren_resolve_choose_place(r->lexicon, word, above, r->home);
        if (place != 0) {
            g_clear_pointer(&mention->name, g_free);
            g_clear_pointer(&mention->entity, g_free);
            mention->name = ren_resolve_place_name(r->lexicon, place);
            mention->entity = g_strconcat("place:", ren_lexicon_get_place(r->lexicon, place)->path, NULL);
            return;
        }
    }
    const Village *known = g_hash_table_lookup(r->villages, mention->text);
    const RenPlace *home = r->home != 0 ? ren_lexicon_get_place(r->lexicon, r->home) : NULL;
    g_clear_pointer(&mention->name, g_free);
    g_clear_pointer(&mention->entity, g_free);
    if (joined && g_str_has_prefix(before->entity, "place:")) {
        mention->name = g_strconcat(before->name, mention->text, NULL);
        mention->entity = g_strconcat(before->entity, mention->text, NULL);
    } else if (known != NULL) {
        mention->name = g_strdup(known->name);
        mention->entity = g_strdup(known->entity);
    } else if (home != NULL && (word == NULL || g_str_equal(mention->rule, "place.new")) &&
               !g_str_has_prefix(mention->rule, "place.zone")) {
        mention->name = g_strconcat(home->name, mention->text, NULL);
        mention->entity = g_strconcat("place:", home->path, mention->text, NULL);
    } else {
        g_autofree char *canon = ren_lexicon_canonical(r->lexicon, mention->text);
        mention->name = g_strdup(mention->text);
        mention->entity = g_strconcat("place:", canon, NULL);
    }
    /* A chain (永兴镇黄坡村) tells where the village lies wherever the issue names it. */
    if (joined && known == NULL) {
        Village *village = g_new(Village, 1);
        *village = (Village){g_strdup(mention->name), g_strdup(mention->entity)};
        g_hash_table_insert(r->villages, g_strdup(mention->text), village);
    }
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

/* ---- persons ---- */

static const RenWord *
known_person(const RenLexicon *lexicon, const RenMention *mention)
{
    const RenWord *known = ren_lexicon_find(lexicon, mention->text, REN_CLASS_PERSON);
    return known != NULL ? known : ren_lexicon_find(lexicon, mention->name, REN_CLASS_PERSON);
}

/* All mentions of a leader in an article bear the longest form printed there. */
static void
lengthen_leaders(const Resolver *r, RenArticle *article)
{
    g_autoptr(GHashTable) longest = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < article->mentions->len; i++) {
            RenMention *mention = article->mentions->pdata[i];
            const RenWord *known = mention->kind == REN_PERSON ? known_person(r->lexicon, mention) : NULL;
            if (known == NULL)
                continue;
            const RenMention *best = g_hash_table_lookup(longest, known->canon);
            if (pass == 0 && (best == NULL || strlen(mention->name) > strlen(best->name))) {
                g_hash_table_insert(longest, (gpointer)known->canon, mention);
            } else if (pass == 1 && best != mention) {
                g_free(mention->name);
                mention->name = g_strdup(best->name);
            }
        }
    }
}

/* The first post that the article gives to mention @n, or NULL. */
static const RenPosition *
post_of(const RenArticle *article, guint n)
{
    for (guint i = 0; i < article->positions->len; i++) {
        const RenPosition *position = article->positions->pdata[i];
        if (position->mention == n)
            return position;
    }
    return NULL;
}

/* Whether one sentence lists two persons of the name of mentions @a and @b: each with a post of its own in
 * another body. */
static gboolean
are_listed_apart(const RenArticle *article, guint a, guint b)
{
    const RenMention *x = article->mentions->pdata[a], *y = article->mentions->pdata[b];
    const RenPosition *p = post_of(article, a), *q = post_of(article, b);
    /* 免去赵一鸣的局长职务,任命赵一鸣为区长: one, whose post changes. */
    if (x->sentence != y->sentence || p == NULL || q == NULL || g_str_equal(p->title, q->title) ||
        p->tense == REN_TENSE_ENDED || q->tense == REN_TENSE_ENDED)
        return FALSE;
    return g_strcmp0(p->org_entity, q->org_entity) != 0;
}

static RenCasePost
case_post_of(const RenPosition *position)
{
    return (RenCasePost){position->title, position->org_entity, position->region, position->tense};
}

/* Whether mention @a is introduced by a trade, or a post, that does not go with the post of mention @b:
 * 村民赵一鸣 is not the head of the bureau. */
static gboolean
has_other_walk(const Resolver *r, const RenArticle *article, guint a, guint b)
{
    const RenMention *mention = article->mentions->pdata[a];
    const RenPosition *own = post_of(article, a), *post = post_of(article, b);
    if (post == NULL || (own == NULL && mention->lay == NULL))
        return FALSE;
    RenCasePost held = case_post_of(post);
    if (own == NULL)
        return ren_identity_walks_part(r->identity, mention->lay, &held);
    RenCasePost other = case_post_of(own);
    return own->tense == REN_TENSE_HELD && post->tense == REN_TENSE_HELD &&
           ren_identity_posts_part(r->identity, &other, &held);
}

/* Numbers the persons of @article: mentions of one name are one person, unless a sentence lists two, or they
 * are introduced as of two walks of life. A name alone is the one named last. */
static void
number_persons(const Resolver *r, RenArticle *article)
{
    guint n = 0;
    for (guint i = 0; i < article->mentions->len; i++) {
        RenMention *mention = article->mentions->pdata[i];
        if (mention->kind != REN_PERSON)
            continue;
        const RenPosition *post = post_of(article, i);
        gboolean told = mention->lay != NULL || post != NULL;
        const RenMention *last = NULL, *same = NULL, *other_one = NULL;
        g_autoptr(GHashTable) apart = g_hash_table_new(NULL, NULL); /* numbers of persons + 1 */
        for (guint k = 0; k < i; k++) {
            const RenMention *other = article->mentions->pdata[k];
            if (other->kind != REN_PERSON || !g_str_equal(other->name, mention->name))
                continue;
            last = other;
            const RenPosition *its = post_of(article, k);
            if (post != NULL && its != NULL && g_strcmp0(post->org_entity, its->org_entity) == 0)
                same = other;
            if (told && (are_listed_apart(article, k, i) || has_other_walk(r, article, k, i) ||
                         has_other_walk(r, article, i, k)))
                g_hash_table_add(apart, GUINT_TO_POINTER(other->person + 1));
            else if (told)
                other_one = other;
        }
        if (last != NULL && g_hash_table_contains(apart, GUINT_TO_POINTER(last->person + 1)))
            last = other_one != NULL && !g_hash_table_contains(apart, GUINT_TO_POINTER(other_one->person + 1))
                       ? other_one
                       : NULL;
        const RenMention *one = same != NULL ? same : last;
        mention->person = one != NULL ? one->person : n++;
    }
}

/* The case of the person of @mention in @article, whose mentions it looks through. */
static RenCase *
case_of(const RenIssue *issue, const RenArticle *article, const RenMention *mention)
{
    RenCase *one = ren_case_new();
    one->name = mention->name;
    one->home = issue->home;
    one->date = issue->date;
    one->doc = issue->doc;
    one->article = article->index;
    one->person = mention->person;
    one->reporter = TRUE;
    for (guint i = 0; i < article->mentions->len; i++) {
        const RenMention *other = article->mentions->pdata[i];
        if (other->kind == REN_ORG || other->kind == REN_COMPANY)
            g_ptr_array_add(one->companions, other->name);
        if (other->kind != REN_PERSON)
            continue;
        if (other->person == mention->person) {
            one->reporter &= other->role == REN_ROLE_REPORTER;
            one->lay = one->lay == NULL ? other->lay : one->lay;
        } else if (other->role != REN_ROLE_REPORTER) {
            g_ptr_array_add(one->companions, other->name);
        }
    }
    for (guint i = 0; i < article->positions->len; i++) {
        const RenPosition *position = article->positions->pdata[i];
        if (((RenMention *)article->mentions->pdata[position->mention])->person != mention->person)
            continue;
        RenCasePost post = case_post_of(position);
        g_array_append_val(one->posts, post);
    }
    return one;
}

/* Whether @one cannot be the leader of its name: leaders hold no post below the province, and no trade. */
static gboolean
is_local(const Resolver *r, const RenCase *one)
{
    gboolean below = FALSE;
    for (guint i = 0; i < one->posts->len; i++) {
        const char *region = g_array_index(one->posts, RenCasePost, i).region;
        guint place = region == NULL ? 0 : ren_lexicon_find_place(r->lexicon, region);
        if (place == 0 || ren_lexicon_get_place(r->lexicon, place)->level <= REN_LEVEL_PROVINCE)
            return FALSE;
        below = TRUE;
    }
    return below || one->lay != NULL || one->reporter;
}

/* The persons of an issue: one case for each in each article, by name. */
typedef struct {
    GPtrArray *cases;    /* owned; of RenCase */
    GPtrArray *mentions; /* owned; of GPtrArray of RenMention: those of each case */
    GHashTable *by_name; /* owned; name → GPtrArray of RenCase, owned */
} Persons;

static Persons
persons_of(const RenIssue *issue)
{
    Persons persons = {
        g_ptr_array_new_with_free_func((GDestroyNotify)ren_case_free),
        g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref),
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref)};
    for (guint a = 0; a < issue->articles->len; a++) {
        const RenArticle *article = issue->articles->pdata[a];
        guint first = persons.cases->len;
        for (guint i = 0; i < article->mentions->len; i++) {
            RenMention *mention = article->mentions->pdata[i];
            if (mention->kind != REN_PERSON)
                continue;
            if (first + mention->person == persons.cases->len) {
                RenCase *one = case_of(issue, article, mention);
                g_ptr_array_add(persons.cases, one);
                g_ptr_array_add(persons.mentions, g_ptr_array_new());
                GPtrArray *namesakes = g_hash_table_lookup(persons.by_name, one->name);
                if (namesakes == NULL) {
                    namesakes = g_ptr_array_new();
                    g_hash_table_insert(persons.by_name, (gpointer)one->name, namesakes);
                }
                g_ptr_array_add(namesakes, one);
            }
            g_ptr_array_add(persons.mentions->pdata[first + mention->person], mention);
        }
    }
    return persons;
}

/* Gives the leaders among @namesakes, all of one name, their entity; leaves the others in the array. */
static void
settle_leaders(const Resolver *r, GPtrArray *namesakes)
{
    const char *name = ((RenCase *)namesakes->pdata[0])->name;
    const RenWord *known = ren_lexicon_find(r->lexicon, name, REN_CLASS_PERSON);
    gboolean local = FALSE;
    for (guint i = 0; known != NULL && i < namesakes->len; i++)
        local |= is_local(r, namesakes->pdata[i]);
    for (guint i = known == NULL ? 0 : namesakes->len; i > 0; i--) {
        RenCase *one = namesakes->pdata[i - 1];
        /* Where the issue has a namesake of the leader, a name alone is rather that one's. */
        if (is_local(r, one) || (local && one->posts->len == 0))
            continue;
        one->base = g_strconcat("person:", known->canon, NULL);
        g_autoptr(GPtrArray) keys = g_ptr_array_new();
        g_ptr_array_add(keys, (gpointer)known->canon);
        one->kind = REN_PERSON;
        one->entity = ren_decisions_settle(r->decisions, one->base, keys, &one->kind, &one->called);
        g_ptr_array_remove_index(namesakes, i - 1);
    }
}

static void
take_over(const RenCase *one, const GPtrArray *mentions)
{
    for (guint i = 0; i < mentions->len; i++) {
        RenMention *mention = mentions->pdata[i];
        g_free(mention->entity);
        mention->entity = g_strdup(one->entity);
        g_free(mention->base);
        mention->base = g_strdup(one->base);
        mention->kind = one->kind;
        if (one->called != NULL) {
            g_free(mention->name);
            mention->name = g_strdup(one->called);
        }
    }
}

static void
resolve_persons(Resolver *r, RenIssue *issue)
{
    Persons persons = persons_of(issue);
    GHashTableIter iter;
    gpointer namesakes;
    g_hash_table_iter_init(&iter, persons.by_name);
    while (g_hash_table_iter_next(&iter, NULL, &namesakes)) {
        settle_leaders(r, namesakes);
        ren_identity_resolve(r->identity, namesakes, NULL);
    }
    /* Names stay until all cases are done, which borrow them. */
    g_hash_table_unref(persons.by_name);
    for (guint i = 0; i < persons.cases->len; i++)
        take_over(persons.cases->pdata[i], persons.mentions->pdata[i]);
    g_ptr_array_unref(persons.cases);
    g_ptr_array_unref(persons.mentions);
}

/* Who holds a public post anywhere in the issue is an official in all of it; so is every leader. */
static void
set_roles(const Resolver *r, RenIssue *issue)
{
    g_autoptr(GHashTable) officials = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint pass = 0; pass < 2; pass++) {
        for (guint a = 0; a < issue->articles->len; a++) {
            const RenArticle *article = issue->articles->pdata[a];
            for (guint i = 0; i < article->mentions->len; i++) {
                RenMention *mention = article->mentions->pdata[i];
                if (mention->kind != REN_PERSON || mention->entity == NULL ||
                    mention->role == REN_ROLE_REPORTER)
                    continue;
                gboolean leader =
                    strchr(mention->entity, '@') == NULL && known_person(r->lexicon, mention) != NULL;
                if (pass == 0 && (mention->role == REN_ROLE_OFFICIAL || leader))
                    g_hash_table_add(officials, mention->entity);
                if (pass == 1)
                    mention->role = g_hash_table_contains(officials, mention->entity) ? REN_ROLE_OFFICIAL
                                                                                      : REN_ROLE_OTHER;
            }
        }
    }
}

/* ---- references by surname and title ---- */

/* Whether @post, a title as printed, can be called @title: 区委副书记 is a 书记, 区委书记 no 副书记. */
static gboolean
is_called(const char *post, const char *title)
{
    return g_str_has_suffix(post, title);
}

/* The mention of the only person of @article whom the reference can mean: of its surname, with a post that is
 * called so; where nobody of the surname has such a post, the only one of it, if the article gives no post at
 * all. -1 where that is nobody, or more than one. */
static int
who_is_meant(const RenArticle *article, const RenReference *reference)
{
    int titled = -1, bare = -1;
    guint n_titled = 0, n_bare = 0, n_posted = 0;
    for (guint i = 0; i < article->mentions->len; i++) {
        const RenMention *mention = article->mentions->pdata[i];
        if (mention->kind != REN_PERSON || mention->role == REN_ROLE_REPORTER ||
            !g_str_has_prefix(mention->name, reference->surname))
            continue;
        gboolean seen = FALSE, fits = FALSE, posted = mention->lay != NULL;
        for (guint k = 0; k < i && !seen; k++) {
            const RenMention *other = article->mentions->pdata[k];
            seen = other->kind == REN_PERSON && other->person == mention->person &&
                   other->role != REN_ROLE_REPORTER;
        }
        for (guint k = 0; k < article->positions->len && !seen; k++) {
            const RenPosition *position = article->positions->pdata[k];
            const RenMention *holder = article->mentions->pdata[position->mention];
            if (holder->kind != REN_PERSON || holder->person != mention->person)
                continue;
            posted = TRUE;
            fits |= is_called(position->title, reference->title);
        }
        if (seen)
            continue;
        n_posted += posted;
        if (fits) {
            n_titled++;
            titled = i;
        } else if (!posted) {
            n_bare++;
            bare = i;
        }
    }
    if (n_titled > 0)
        return n_titled == 1 ? titled : -1;
    return n_bare == 1 && n_posted == 0 ? bare : -1;
}

static void
resolve_references(RenArticle *article)
{
    for (guint i = 0; i < article->references->len; i++) {
        RenReference *reference = article->references->pdata[i];
        reference->mention = who_is_meant(article, reference);
    }
}

/* ---- the user's decisions ---- */

/* What a mention of no person, or the body of a post, goes by. */
static GPtrArray *
keys_of(const char *entity, const char *name, const char *text)
{
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *kind = g_strndup(entity, strcspn(entity, ":"));
    g_ptr_array_add(keys, g_strdup_printf("%s:%s", kind, name));
    g_ptr_array_add(keys, g_strdup(name));
    if (text != NULL) {
        g_ptr_array_add(keys, g_strdup_printf("%s:%s", kind, text));
        g_ptr_array_add(keys, g_strdup(text));
    }
    return keys;
}

static void
settle_mention(const Resolver *r, RenMention *mention)
{
    g_free(mention->base);
    mention->base = g_strdup(mention->entity);
    if (!ren_decisions_any(r->decisions))
        return;
    g_autoptr(GPtrArray) keys = keys_of(mention->entity, mention->name, mention->text);
    char *settled = ren_decisions_settle(r->decisions, mention->entity, keys, &mention->kind, &mention->name);
    g_free(mention->entity);
    mention->entity = settled;
}

static void
settle_position(const Resolver *r, RenPosition *position)
{
    if (position->org_entity == NULL || !ren_decisions_any(r->decisions))
        return;
    RenKind kind;
    g_autoptr(GPtrArray) keys = keys_of(position->org_entity, position->org, NULL);
    char *settled = ren_decisions_settle(r->decisions, position->org_entity, keys, &kind, &position->org);
    g_free(position->org_entity);
    position->org_entity = settled;
    if (settled == NULL)
        g_clear_pointer(&position->org, g_free);
}

/* Takes out the mentions that are no entity, with their posts. */
static void
drop_ignored(RenArticle *article)
{
    g_autofree int *now = g_new(int, article->mentions->len);
    guint n = 0, count = article->mentions->len;
    for (guint i = 0; i < count; i++) {
        RenMention *mention = article->mentions->pdata[i];
        now[i] = mention->entity == NULL ? -1 : (int)n++;
    }
    if (n == count)
        return;
    for (guint i = article->positions->len; i > 0; i--) {
        RenPosition *position = article->positions->pdata[i - 1];
        if (now[position->mention] < 0)
            g_ptr_array_remove_index(article->positions, i - 1);
        else
            position->mention = now[position->mention];
    }
    for (guint i = count; i > 0; i--)
        if (now[i - 1] < 0)
            g_ptr_array_remove_index(article->mentions, i - 1);
}

/* ---- the issue ---- */

static void
collect(Resolver *r, const RenIssue *issue)
{
    for (guint a = 0; a < issue->articles->len; a++) {
        const RenArticle *article = issue->articles->pdata[a];
        for (guint i = 0; i < article->mentions->len; i++) {
            const RenMention *mention = article->mentions->pdata[i];
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
    const RenWord *relative = ren_resolve_head(r->lexicon, org, REN_CLASS_RELATIVE, &len);
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
        position->org_entity = ren_resolve_org_entity(r->lexicon, name, r->home);
        for (guint k = 0; k < article->mentions->len; k++) {
            const RenMention *mention = article->mentions->pdata[k];
            if (mention->kind != REN_PERSON && g_str_equal(mention->name, name)) {
                g_free(position->org_entity);
                position->org_entity = g_strdup(mention->entity);
            }
        }
        /* A firm's name says where it was founded, not where somebody lives. */
        if (!g_str_has_prefix(position->org_entity, "company:"))
            position->region = ren_resolve_org_region(r->lexicon, name, r->home);
        position->org_base = g_strdup(position->org_entity);
        settle_position(r, position);
    }
}

static void
resolve_names(Resolver *r, RenArticle *article)
{
    for (guint i = 0; i < article->mentions->len; i++) {
        RenMention *mention = article->mentions->pdata[i];
        if (mention->kind == REN_PERSON) {
            if (mention->name == NULL)
                mention->name = g_strdup(mention->text);
        } else if (mention->kind == REN_COMPANY) {
            if (mention->name == NULL)
                mention->name = company_name(r, mention->text);
            mention->entity = g_strconcat("company:", mention->name, NULL);
        } else if (mention->kind == REN_ORG) {
            g_autofree char *full = g_steal_pointer(&mention->name);
            g_autofree char *usual =
                org_name_in_article(r, article, full != NULL ? full : mention->text, mention->span.start);
            mention->name = ren_resolve_org_canon(r->lexicon, usual, r->home);
            mention->entity = ren_resolve_org_entity(r->lexicon, usual, r->home);
        }
    }
}

static void
resolve_article(Resolver *r, RenArticle *article)
{
    resolve_places(r, article);
    resolve_names(r, article);
    lengthen_leaders(r, article);
    resolve_positions(r, article);
    for (guint i = 0; i < article->mentions->len; i++)
        if (((RenMention *)article->mentions->pdata[i])->kind != REN_PERSON)
            settle_mention(r, article->mentions->pdata[i]);
    number_persons(r, article);
}

void
ren_resolve_issue(const RenIdentity *identity, RenIssue *issue, guint home)
{
    Resolver r = {.lexicon = ren_identity_get_lexicon(identity),
                  .decisions = ren_identity_get_decisions(identity),
                  .identity = identity,
                  .home = home,
                  .villages =
                      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)village_free),
                  .companies = g_ptr_array_new()};
    collect(&r, issue);
    /* Chains anywhere in the issue tell where its villages lie: first all places, then all that is named for
     * them. */
    for (guint i = 0; i < issue->articles->len; i++)
        resolve_places(&r, issue->articles->pdata[i]);
    for (guint i = 0; i < issue->articles->len; i++)
        resolve_article(&r, issue->articles->pdata[i]);
    resolve_persons(&r, issue);
    for (guint i = 0; i < issue->articles->len; i++)
        drop_ignored(issue->articles->pdata[i]);
    set_roles(&r, issue);
    for (guint i = 0; i < issue->articles->len; i++)
        resolve_references(issue->articles->pdata[i]);
    g_hash_table_unref(r.villages);
    g_ptr_array_unref(r.companies);
}
