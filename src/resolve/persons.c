#include "resolve/persons.h"

#include <string.h>

static const RenWord *
known_person(const RenLexicon *lexicon, const RenMention *mention)
{
    const RenWord *known = ren_lexicon_find(lexicon, mention->text, REN_CLASS_PERSON);
    return known != NULL ? known : ren_lexicon_find(lexicon, mention->name, REN_CLASS_PERSON);
}

void
ren_persons_lengthen_leaders(const RenIdentity *identity, RenArticle *article)
{
    g_autoptr(GHashTable) longest = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < article->mentions->len; i++) {
            RenMention *mention = article->mentions->pdata[i];
            const RenWord *known = mention->kind == REN_PERSON
                                       ? known_person(ren_identity_get_lexicon(identity), mention)
                                       : NULL;
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

/* The first post that the article gives to each mention, NULL where it gives none. Freed with g_free(). */
static const RenPosition **
list_posts(const RenArticle *article)
{
    const RenPosition **posts = g_new0(const RenPosition *, article->mentions->len);
    for (guint i = article->positions->len; i > 0; i--) {
        const RenPosition *position = article->positions->pdata[i - 1];
        if (position->mention < article->mentions->len)
            posts[position->mention] = position;
    }
    return posts;
}

/* Whether one sentence lists two persons of the name of mentions @a and @b: each with a post of its own in
 * another body. */
static gboolean
are_listed_apart(const RenArticle *article, const RenPosition **posts, guint a, guint b)
{
    const RenMention *x = article->mentions->pdata[a], *y = article->mentions->pdata[b];
    const RenPosition *p = posts[a], *q = posts[b];
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
has_other_walk(const RenIdentity *identity, const RenArticle *article, const RenPosition **posts, guint a,
               guint b)
{
    const RenMention *mention = article->mentions->pdata[a];
    const RenPosition *own = posts[a], *post = posts[b];
    if (post == NULL || (own == NULL && mention->lay == NULL))
        return FALSE;
    RenCasePost held = case_post_of(post);
    if (own == NULL)
        return ren_identity_walks_part(identity, mention->lay, &held);
    RenCasePost other = case_post_of(own);
    return own->tense == REN_TENSE_HELD && post->tense == REN_TENSE_HELD &&
           ren_identity_posts_part(identity, &other, &held);
}

void
ren_persons_number(const RenIdentity *identity, RenArticle *article)
{
    guint n = 0;
    g_autofree const RenPosition **posts = list_posts(article);
    for (guint i = 0; i < article->mentions->len; i++) {
        RenMention *mention = article->mentions->pdata[i];
        if (mention->kind != REN_PERSON)
            continue;
        const RenPosition *post = posts[i];
        gboolean told = mention->lay != NULL || post != NULL;
        const RenMention *last = NULL, *same = NULL, *other_one = NULL;
        g_autoptr(GHashTable) apart = g_hash_table_new(NULL, NULL); /* numbers of persons + 1 */
        for (guint k = 0; k < i; k++) {
            const RenMention *other = article->mentions->pdata[k];
            if (other->kind != REN_PERSON || !g_str_equal(other->name, mention->name))
                continue;
            last = other;
            const RenPosition *its = posts[k];
            if (post != NULL && its != NULL && g_strcmp0(post->org_entity, its->org_entity) == 0)
                same = other;
            if (told &&
                (are_listed_apart(article, posts, k, i) || has_other_walk(identity, article, posts, k, i) ||
                 has_other_walk(identity, article, posts, i, k)))
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
is_local(const RenIdentity *identity, const RenCase *one)
{
    gboolean below = FALSE;
    for (guint i = 0; i < one->posts->len; i++) {
        const char *region = g_array_index(one->posts, RenCasePost, i).region;
        guint place = region == NULL ? 0 : ren_lexicon_find_place(ren_identity_get_lexicon(identity), region);
        if (place == 0 ||
            ren_lexicon_get_place(ren_identity_get_lexicon(identity), place)->level <= REN_LEVEL_PROVINCE)
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
settle_leaders(const RenIdentity *identity, GPtrArray *namesakes)
{
    const char *name = ((RenCase *)namesakes->pdata[0])->name;
    const RenWord *known = ren_lexicon_find(ren_identity_get_lexicon(identity), name, REN_CLASS_PERSON);
    gboolean local = FALSE;
    for (guint i = 0; known != NULL && i < namesakes->len; i++)
        local |= is_local(identity, namesakes->pdata[i]);
    for (guint i = known == NULL ? 0 : namesakes->len; i > 0; i--) {
        RenCase *one = namesakes->pdata[i - 1];
        /* Where the issue has a namesake of the leader, a name alone is rather that one's. */
        if (is_local(identity, one) || (local && one->posts->len == 0))
            continue;
        one->base = g_strconcat("person:", known->canon, NULL);
        g_autoptr(GPtrArray) keys = g_ptr_array_new();
        g_ptr_array_add(keys, (gpointer)known->canon);
        one->kind = REN_PERSON;
        one->entity = ren_decisions_settle(ren_identity_get_decisions(identity), one->base, keys, &one->kind,
                                           &one->called);
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

void
ren_persons_resolve(const RenIdentity *identity, RenIssue *issue)
{
    Persons persons = persons_of(issue);
    GHashTableIter iter;
    gpointer namesakes;
    g_hash_table_iter_init(&iter, persons.by_name);
    while (g_hash_table_iter_next(&iter, NULL, &namesakes)) {
        settle_leaders(identity, namesakes);
        ren_identity_resolve(identity, namesakes, NULL);
    }
    /* Names stay until all cases are done, which borrow them. */
    g_hash_table_unref(persons.by_name);
    for (guint i = 0; i < persons.cases->len; i++)
        take_over(persons.cases->pdata[i], persons.mentions->pdata[i]);
    g_ptr_array_unref(persons.cases);
    g_ptr_array_unref(persons.mentions);
}

void
ren_persons_set_roles(const RenIdentity *identity, RenIssue *issue)
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
                gboolean leader = strchr(mention->entity, '@') == NULL &&
                                  known_person(ren_identity_get_lexicon(identity), mention) != NULL;
                if (pass == 0 && (mention->role == REN_ROLE_OFFICIAL || leader))
                    g_hash_table_add(officials, mention->entity);
                if (pass == 1)
                    mention->role = g_hash_table_contains(officials, mention->entity) ? REN_ROLE_OFFICIAL
                                                                                      : REN_ROLE_OTHER;
            }
        }
    }
}
