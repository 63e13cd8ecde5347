#include "resolve/resolve.h"

#include <string.h>

#include "lexicon/lattice.h"
#include "resolve/org.h"
#include "resolve/persons.h"
#include "resolve/reference.h"

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
    if (ren_decisions_want(r->decisions, org))
        return g_strdup(org); /* the user's 白沙茶会 is no 茶会 of 白沙 */
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
    ren_persons_lengthen_leaders(r->identity, article);
    resolve_positions(r, article);
    for (guint i = 0; i < article->mentions->len; i++)
        if (((RenMention *)article->mentions->pdata[i])->kind != REN_PERSON)
            settle_mention(r, article->mentions->pdata[i]);
    ren_persons_number(r->identity, article);
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
    ren_persons_resolve(identity, issue);
    for (guint i = 0; i < issue->articles->len; i++)
        drop_ignored(issue->articles->pdata[i]);
    ren_persons_set_roles(identity, issue);
    for (guint i = 0; i < issue->articles->len; i++)
        ren_references_resolve(issue->articles->pdata[i]);
    g_hash_table_unref(r.villages);
    g_ptr_array_unref(r.companies);
}
