#include "match/position.h"

#include <string.h>

typedef struct {
    const RenLexicon *lexicon;
    const RenTokens *tokens;
    const char *text;
    RenContext *context;
    GPtrArray *posts; /* of RenPost */
} Finder;

void
ren_post_free(RenPost *post)
{
    if (post == NULL)
        return;
    g_free(post->title);
    g_free(post->post);
    g_free(post->org);
    g_free(post);
}

char *
ren_position_plain(const char *text, RenSpan span)
{
    GString *plain = g_string_new(NULL);
    for (const char *p = text + span.start; p < text + span.end; p = g_utf8_next_char(p))
        if (!g_unichar_isspace(g_utf8_get_char(p)))
            g_string_append_len(plain, p, g_utf8_next_char(p) - p);
    return g_string_free(plain, FALSE);
}

/* A title taken apart: 市体育局 | 党组 成员. */
typedef struct {
    const RenWord *head; /* the row of its last word, NULL where the lexicon has none */
    char *body;          /* owned; what stands before the title's own words, "" where nothing does */
    RenClass last;       /* the class of the last token of the body */
} Title;

static void
flatten(const RenToken *token, GPtrArray *out)
{
    if (token->children == NULL || token->cls != REN_CLASS_OFFICE) {
        g_ptr_array_add(out, (gpointer)token);
        return;
    }
    for (guint i = 0; i < token->children->len; i++)
        flatten(token->children->pdata[i], out);
}

/* Whether a title's organ can stand right behind: 江津区 + 政府. */
static gboolean
takes_organ(RenClass cls)
{
    return cls == REN_CLASS_PLACE || cls == REN_CLASS_TOWN || cls == REN_CLASS_NEW_PLACE ||
           cls == REN_CLASS_RELATIVE || cls == REN_CLASS_NATION || cls == REN_CLASS_COUNTRY ||
           cls == REN_CLASS_COMPANY;
}

/* Whether a body's name can end with a word of @cls. */
static gboolean
names_body(RenClass cls)
{
    return cls == REN_CLASS_ORG || cls == REN_CLASS_ORGAN || cls == REN_CLASS_ORG_SUFFIX ||
           cls == REN_CLASS_COMPANY || cls == REN_CLASS_COMPANY_SUFFIX;
}

/* 环资司 + 司长: a title that begins with the last character of what stands before it says that this is a
 * body. */
static gboolean
repeats_in_title(const char *text, const RenToken *part, const RenWord *head)
{
    if (head == NULL)
        return FALSE;
    const char *last = g_utf8_prev_char(text + part->span.end);
    return g_utf8_get_char(last) == g_utf8_get_char(head->word);
}

/* 市体育局党组 → 市体育局: what is usually called nothing (rules/usual.tsv) is the body's own leading group.
 */
static void
cut_leading_group(const RenLexicon *lexicon, char *body)
{
    for (char *p = body; *p != '\0'; p = g_utf8_next_char(p)) {
        gsize len = 0;
        const char *usual = p == body ? NULL : ren_lexicon_usual(lexicon, "", p, &len);
        if (usual != NULL && *usual == '\0' && p[len] == '\0') {
            *p = '\0';
            return;
        }
    }
}

static Title
take_apart(const Finder *f, const RenToken *office)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    flatten(office, parts);
    Title title = {NULL, NULL, REN_CLASS_NONE};
    guint n = parts->len;
    for (; n > 0; n--) {
        const RenToken *part = parts->pdata[n - 1];
        if (part->cls != REN_CLASS_TITLE && part->cls != REN_CLASS_TITLE_PREFIX &&
            part->cls != REN_CLASS_OFFICE)
            break;
        if (title.head == NULL && part->word != 0)
            title.head = ren_lexicon_get_word(f->lexicon, part->word);
    }
    /* 欧盟 + 贸易 + 专员: the body ends with the last word that can name one; common words alone name none.
     */
    guint end = 0, area = 0;
    for (guint i = 0; i < n; i++) {
        const RenToken *part = parts->pdata[i];
        if (end > 0 && part->cls == REN_CLASS_TITLE_PREFIX)
            break; /* 省人大常委会 + 原党组副书记 */
        if (takes_organ(part->cls))
            area = i + 1;
        if (names_body(part->cls) || (i + 1 == n && repeats_in_title(f->text, part, title.head)))
            end = i + 1;
    }
    if (end == 0)
        end = area; /* 泰国第31任总理: of 泰国 */
    RenSpan body = {office->span.start, office->span.start};
    if (end > 0) {
        const RenToken *last = parts->pdata[end - 1];
        body.end = last->span.end;
        title.last = last->cls;
    }
    title.body = ren_position_plain(f->text, body);
    cut_leading_group(f->lexicon, title.body);
    return title;
}

/* The level that a title carries in itself: the 区 of 区长. */
static char *
level_in_title(const RenLexicon *lexicon, const char *title)
{
    g_autofree char *first = g_utf8_substring(title, 0, 1);
    return ren_lexicon_find(lexicon, first, REN_CLASS_RELATIVE) != NULL ? g_steal_pointer(&first)
                                                                        : g_strdup("");
}

/* The places at the head of @name: 湖北省荆州市 of 湖北省荆州市委. */
static char *
places_of(const RenLexicon *lexicon, const char *name)
{
    const char *end = name;
    if (name != NULL)
        ren_lexicon_note_asked(lexicon, name);
    for (gboolean more = name != NULL; more;) {
        const RenTrie *trie = ren_lexicon_get_words(lexicon);
        guint32 node = REN_TRIE_ROOT;
        more = FALSE;
        for (const char *p = end;
             *p != '\0' && (node = ren_trie_step(trie, node, g_utf8_get_char(p))) != 0;) {
            p = g_utf8_next_char(p);
            for (guint n = ren_trie_value(trie, node); n != 0; n = ren_lexicon_get_word(lexicon, n)->next)
                if (ren_lexicon_get_word(lexicon, n)->cls == REN_CLASS_PLACE) {
                    end = p;
                    more = TRUE;
                    break;
                }
            if (more)
                break;
        }
    }
    return name == NULL ? g_strdup("") : g_strndup(name, end - name);
}

/* Whether the title's word names the organ itself (党委书记), so that it has one in whatever body. */
static gboolean
has_own_organ(const Title *title)
{
    return title->head != NULL && title->head->organ != NULL &&
           g_str_has_prefix(title->head->word, title->head->organ);
}

/* The body that @title belongs to; @before is that of the title in front of it in the same list, or NULL. */
static char *
organisation_of(const Finder *f, const Title *title, const char *before)
{
    const char *organ = title->head == NULL ? NULL : title->head->organ;
    gboolean of_state = title->head != NULL && title->head->level == REN_LEVEL_COUNTRY;
    if (organ != NULL && title->head->fixed && (*title->body == '\0' || title->last == REN_CLASS_NATION))
        return g_strdup(organ); /* 总书记: one body, wherever it is printed */
    if (*title->body != '\0' && title->head != NULL && title->head->fixed)
        return g_strdup(title->body); /* 越南国家主席: of 越南 */
    if (*title->body != '\0') {
        /* 区长 belongs to a place's body; a 党委书记 has his 党委 in whatever body. */
        if (organ != NULL && (has_own_organ(title) || takes_organ(title->last)) &&
            !g_str_has_suffix(title->body, organ))
            return g_strconcat(title->body, organ, NULL);
        if (title->last == REN_CLASS_ORGAN && before != NULL &&
            ren_lexicon_find(f->lexicon, title->body, REN_CLASS_ORGAN) != NULL)
            return g_strconcat(before, title->body, NULL); /* 区委常委、组织部部长 */
        return g_strdup(title->body);
    }
    g_autofree char *level =
        title->head == NULL ? g_strdup("") : level_in_title(f->lexicon, title->head->word);
    if (*level != '\0') {
        /* 荆州市委常委、副市长 → 荆州市政府; 区长 → 区政府, 区领导 → 区. */
        g_autofree char *place = places_of(f->lexicon, before);
        return g_strconcat(g_str_has_suffix(place, level) ? place : level, organ, NULL);
    }
    if (of_state) {
        /* 伊朗总统某某、外交部长某某 */
        const char *state = before != NULL ? before : f->context->last;
        gboolean country = state != NULL && ren_lexicon_find(f->lexicon, state, REN_CLASS_COUNTRY) != NULL;
        return g_strconcat(country ? state : "", organ, NULL);
    }
    if (organ != NULL)
        return before == NULL                    ? g_strdup(organ)
               : g_str_has_suffix(before, organ) ? g_strdup(before)
               : has_own_organ(title)            ? g_strconcat(before, organ, NULL)
                                                 : g_strdup(before);
    return g_strdup(before);
}

/* 公司董事长, 医院副院长: a bare last word means the body of the article that is called so, the latest of
 * several. */
static char *
named_body(const Finder *f, char *org)
{
    gboolean relative = FALSE;
    for (const char *p = org; *p != '\0' && p == org; p = g_utf8_next_char(p)) {
        g_autofree char *first = g_strndup(org, g_utf8_next_char(p) - p);
        relative = ren_lexicon_find(f->lexicon, first, REN_CLASS_RELATIVE) != NULL;
    }
    for (guint i = f->context->names->len; i > 0 && !relative; i--) {
        const char *name = f->context->names->pdata[i - 1];
        if (strlen(name) > strlen(org) && g_str_has_suffix(name, org)) {
            g_free(org);
            return g_strdup(name);
        }
    }
    return org;
}

/* 原区长 has been, 免去 the 局长 ends it: by the prefix of @office, else by the verbs of what the rule saw.
 */
static RenTense
tense_of(const Finder *f, const RenToken *office, const RenFound *found, guint titles)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    flatten(office, parts);
    for (guint i = 0; i < parts->len; i++) {
        const RenToken *part = parts->pdata[i];
        const RenWord *word = part->word != 0 ? ren_lexicon_get_word(f->lexicon, part->word) : NULL;
        if (word != NULL && word->cls == REN_CLASS_WORD) /* In 江津区原副区长 the lattice may read 原 so. */
            word = ren_lexicon_find(f->lexicon, word->word, REN_CLASS_TITLE_PREFIX);
        if (word != NULL && word->tense != REN_TENSE_HELD)
            return word->tense;
    }
    /* 任区长,不再担任副区长: the verb before the title; 会长由某某担任: the one behind. */
    const RenWord *verb = NULL;
    for (guint i = found->from; i < found->to && (i < titles || verb == NULL); i++) {
        const RenToken *token = ren_tokens_get(f->tokens, i);
        if (token->cls == REN_CLASS_APPOINT && token->word != 0)
            verb = ren_lexicon_get_word(f->lexicon, token->word);
    }
    return verb != NULL ? verb->tense : REN_TENSE_HELD;
}

/* @post as it was when it was held: 副区长 of 原副区长. */
static const char *
unfinished(const RenLexicon *lexicon, const char *post)
{
    for (const char *end = post; *end != '\0'; end = g_utf8_next_char(end)) {
        g_autofree char *head = g_strndup(post, end - post);
        const RenWord *prefix = ren_lexicon_find(lexicon, head, REN_CLASS_TITLE_PREFIX);
        if (prefix != NULL && prefix->tense == REN_TENSE_ENDED)
            return end;
    }
    return post;
}

static void
add_post(Finder *f, const RenToken *person, const RenToken *office, const char *org, const Title *title,
         const RenFound *found, guint titles)
{
    RenPost *post = g_new0(RenPost, 1);
    post->person = person;
    post->title = ren_position_plain(f->text, office->span);
    post->post = g_strdup(unfinished(
        f->lexicon, post->title + (g_str_has_prefix(post->title, title->body) ? strlen(title->body) : 0)));
    post->org = g_strdup(org);
    post->role =
        title->head != NULL && title->head->role == REN_ROLE_OTHER ? REN_ROLE_OTHER : REN_ROLE_OFFICIAL;
    post->tense = tense_of(f, office, found, titles);
    post->rule = found->rule;
    post->seen = found->seen;
    g_ptr_array_add(f->posts, post);
}

static gboolean
group_range(const RenFound *found, const char *name, guint *from, guint *to)
{
    for (guint i = 0; i < found->n_groups; i++) {
        if (g_str_equal(found->groups[i].name, name)) {
            *from = found->groups[i].from;
            *to = found->groups[i].to;
            return TRUE;
        }
    }
    return FALSE;
}

static void
on_found(const RenFound *found, gpointer user_data)
{
    Finder *f = user_data;
    guint t0, t1, p0, p1, a0 = 0, a1 = 0;
    if (!group_range(found, "titles", &t0, &t1) || !group_range(found, "persons", &p0, &p1))
        return;
    g_autofree char *before = NULL;
    gboolean after = p1 == t0; /* the title stands right behind the name */
    if (group_range(found, "at", &a0, &a1))
        before = ren_position_plain(f->text, (RenSpan){ren_tokens_get(f->tokens, a0)->span.start,
                                                       ren_tokens_get(f->tokens, a1 - 1)->span.end});
    for (guint t = t0; t < t1; t++) {
        const RenToken *office = ren_tokens_get(f->tokens, t);
        if (office->cls != REN_CLASS_OFFICE)
            continue;
        Title title = take_apart(f, office);
        g_autofree char *org = organisation_of(f, &title, before);
        if (org != NULL && *org == '\0')
            g_clear_pointer(&org, g_free);
        else if (org == NULL) /* 当选为主席: of the body that the article is about; 赵教授: of none */
            org = g_strdup(p0 >= t0 ? f->context->last : after ? NULL : f->context->topic);
        if (org != NULL)
            org = named_body(f, org);
        for (guint p = p0; p < p1; p++)
            if (ren_tokens_get(f->tokens, p)->cls == REN_CLASS_PERSON)
                add_post(f, ren_tokens_get(f->tokens, p), office, org, &title, found, t0);
        /* 某公司党委委员、副总经理: the next title is of the firm, not of its 党委. */
        g_free(before);
        before = has_own_organ(&title) && *title.body != '\0' ? g_strdup(title.body) : g_steal_pointer(&org);
        g_free(title.body);
    }
    if (before != NULL) {
        g_free(f->context->last);
        f->context->last = g_steal_pointer(&before);
    }
}

void
ren_context_init(RenContext *context)
{
    *context = (RenContext){.counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                            .names = g_ptr_array_new_with_free_func(g_free)};
}

void
ren_context_clear(RenContext *context)
{
    g_clear_pointer(&context->counts, g_hash_table_unref);
    g_clear_pointer(&context->names, g_ptr_array_unref);
    g_clear_pointer(&context->topic, g_free);
    g_clear_pointer(&context->last, g_free);
}

static void
note_org(RenContext *context, char *name)
{
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(context->counts, name)) + 1;
    g_hash_table_insert(context->counts, g_strdup(name), GUINT_TO_POINTER(count));
    if (context->topic == NULL ||
        count > GPOINTER_TO_UINT(g_hash_table_lookup(context->counts, context->topic))) {
        g_free(context->topic);
        context->topic = g_strdup(name);
    }
    g_free(name);
}

GPtrArray *
ren_position_find(const RenRules *rules, const RenLexicon *lexicon, const RenTokens *tokens, const char *text,
                  RenContext *context)
{
    for (guint i = 0; i < tokens->list->len; i++) {
        const RenToken *token = ren_tokens_get(tokens, i);
        if (token->cls == REN_CLASS_ORG || token->cls == REN_CLASS_COMPANY)
            g_ptr_array_add(context->names, ren_position_plain(text, token->span));
        if (token->cls == REN_CLASS_ORG)
            note_org(context, ren_position_plain(text, token->span));
    }
    Finder f = {lexicon, tokens, text, context,
                g_ptr_array_new_with_free_func((GDestroyNotify)ren_post_free)};
    ren_rules_find(rules, REN_LAYER_POSITION, tokens, on_found, &f);
    return f.posts;
}
