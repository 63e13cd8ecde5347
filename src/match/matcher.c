#include "match/matcher.h"

#include "match/position.h"

RenWanted *
ren_wanted_new(const char *name, RenKind kind)
{
    RenWanted *wanted = g_new(RenWanted, 1);
    *wanted = (RenWanted){g_strdup(name), kind};
    return wanted;
}

void
ren_wanted_free(RenWanted *wanted)
{
    g_free(wanted->name);
    g_free(wanted);
}

struct _RenMatcher {
    const RenLexicon *lexicon; /* borrowed */
    RenRules *rules;           /* owned */
    GPtrArray *wanted;         /* owned; of RenWanted */
};

RenMatcher *
ren_matcher_new(const RenLexicon *lexicon, GError **error)
{
    RenRules *rules = ren_rules_new(lexicon, error);
    if (rules == NULL)
        return NULL;
    RenMatcher *matcher = g_new0(RenMatcher, 1);
    matcher->lexicon = lexicon;
    matcher->rules = rules;
    matcher->wanted = g_ptr_array_new_with_free_func((GDestroyNotify)ren_wanted_free);
    return matcher;
}

void
ren_matcher_free(RenMatcher *matcher)
{
    if (matcher == NULL)
        return;
    ren_rules_free(matcher->rules);
    g_ptr_array_unref(matcher->wanted);
    g_free(matcher);
}

void
ren_matcher_want(RenMatcher *matcher, const char *name, RenKind kind)
{
    g_ptr_array_add(matcher->wanted, ren_wanted_new(name, kind));
}

/* Teaches @memory the names @wanted, of RenWanted. */
static void
remember(const RenMatcher *matcher, const GPtrArray *wanted, RenMemory *memory)
{
    static const struct {
        RenClass cls;
        RenNumber cost;
    } classes[REN_N_KINDS] = {
        [REN_PERSON] = {REN_CLASS_PERSON, REN_NUMBER_LEARNED_PERSON},
        [REN_ORG] = {REN_CLASS_ORG, REN_NUMBER_LEARNED_ORG},
        [REN_COMPANY] = {REN_CLASS_COMPANY, REN_NUMBER_LEARNED_COMPANY},
    };
    for (guint i = 0; wanted != NULL && i < wanted->len; i++) {
        const RenWanted *one = wanted->pdata[i];
        if (classes[one->kind].cls != REN_CLASS_NONE)
            ren_memory_add(memory, one->name, classes[one->kind].cls,
                           ren_lexicon_number(matcher->lexicon, classes[one->kind].cost));
    }
}

/* A memory of all that is wanted. */
static RenMemory *
memory_of_wanted(const RenMatcher *matcher, const GPtrArray *further)
{
    RenMemory *memory = ren_memory_new();
    remember(matcher, matcher->wanted, memory);
    remember(matcher, further, memory);
    return memory;
}

const RenRules *
ren_matcher_get_rules(const RenMatcher *matcher)
{
    return matcher->rules;
}

/* ---- one run of text ---- */

/* The cheapest path as tokens; their spans are bytes in @text. */
static RenTokens *
tokenize(const RenMatcher *matcher, const RenMemory *memory, guint home, const char *text, gsize len)
{
    glong n;
    g_autofree gunichar *chars = g_utf8_to_ucs4_fast(text, len, &n);
    g_autofree gsize *bytes = g_new(gsize, n + 1);
    bytes[0] = 0;
    for (glong i = 0; i < n; i++)
        bytes[i + 1] = bytes[i] + g_unichar_to_utf8(chars[i], NULL);
    g_autoptr(GArray) path = ren_lattice_read(matcher->lexicon, memory, home, chars, n);
    RenTokens *tokens = ren_tokens_new();
    for (guint i = 0; i < path->len; i++) {
        const RenStep *step = &g_array_index(path, RenStep, i);
        ren_tokens_add(tokens, step->cls, (RenSpan){bytes[step->start], bytes[step->end]}, step->word);
    }
    return tokens;
}

static RenTokens *
read_text(const RenMatcher *matcher, const RenMemory *memory, guint home, const char *text, gsize len,
          gboolean keep_seen)
{
    RenTokens *tokens = tokenize(matcher, memory, home, text, len);
    tokens->keep_seen = keep_seen;
    for (RenLayer layer = REN_LAYER_BYLINE; layer <= REN_LAYER_PERSON; layer++)
        ren_rules_apply(matcher->rules, layer, tokens);
    return tokens;
}

RenTokens *
ren_matcher_read(const RenMatcher *matcher, const RenMemory *memory, guint home, const char *text, gsize len)
{
    return read_text(matcher, memory, home, text, len, FALSE);
}

/* ---- what the issue itself teaches ---- */

typedef struct {
    const RenTokens *tokens;
    const char *text;
    RenMemory *memory;
    GHashTable *full; /* short form → full name; both owned by the table */
    const RenLexicon *lexicon;
    GPtrArray *aliases; /* borrowed; of RenAlias */
} Learning;

/* A short name introduced after the full one: of the same class, cheap from now on. */
static void
learn_alias(const RenFound *found, gpointer user_data)
{
    Learning *learning = user_data;
    const RenToken *full = NULL;
    g_autofree char *name = NULL;
    for (guint i = 0; i < found->n_groups; i++) {
        guint from = found->groups[i].from, to = found->groups[i].to;
        if (g_str_equal(found->groups[i].name, "full"))
            full = ren_tokens_get(learning->tokens, from);
        if (g_str_equal(found->groups[i].name, "short"))
            name = ren_position_plain(learning->text,
                                      (RenSpan){ren_tokens_get(learning->tokens, from)->span.start,
                                                ren_tokens_get(learning->tokens, to - 1)->span.end});
    }
    if (full == NULL || name == NULL)
        return;
    ren_memory_add(learning->memory, name, full->cls,
                   ren_lexicon_number(learning->lexicon, full->cls == REN_CLASS_COMPANY
                                                             ? REN_NUMBER_LEARNED_COMPANY
                                                             : REN_NUMBER_LEARNED_ORG));
    char *full_name = ren_position_plain(learning->text, full->span);
    if (full->cls == REN_CLASS_ORG || full->cls == REN_CLASS_COMPANY) {
        RenAlias *alias = g_new(RenAlias, 1);
        *alias = (RenAlias){full->cls == REN_CLASS_ORG ? REN_ORG : REN_COMPANY, g_strdup(name),
                            g_strdup(full_name)};
        g_ptr_array_add(learning->aliases, alias);
    }
    g_hash_table_insert(learning->full, g_steal_pointer(&name), full_name);
}

/* 巴依卡·凯力迪别克 is called by either part later on. */
static void
learn_parts(Learning *learning, const char *name, float cost)
{
    const char *part = name;
    for (const char *p = name;; p = g_utf8_next_char(p)) {
        gboolean dot = *p != '\0' && ren_lattice_is_dot(g_utf8_get_char(p));
        if (*p != '\0' && !dot)
            continue;
        if (part == name && *p == '\0')
            return; /* no dot at all */
        if (g_utf8_strlen(part, p - part) >= 2) {
            char *word = g_strndup(part, p - part);
            ren_memory_add(learning->memory, word, REN_CLASS_PERSON, cost);
            g_hash_table_insert(learning->full, word, g_strdup(name));
        }
        if (*p == '\0')
            return;
        part = g_utf8_next_char(p);
    }
}

/* Names that a rule has seen in a context that only names stand in. */
static void
learn_persons(Learning *learning)
{
    for (guint i = 0; i < learning->tokens->list->len; i++) {
        const RenToken *token = ren_tokens_get(learning->tokens, i);
        if (token->rule == NULL || token->word != 0)
            continue;
        if (token->cls == REN_CLASS_PERSON || token->cls == REN_CLASS_REPORTER) {
            g_autofree char *name = ren_position_plain(learning->text, token->span);
            float cost = ren_lexicon_number(learning->lexicon, REN_NUMBER_LEARNED_PERSON);
            ren_memory_add(learning->memory, name, REN_CLASS_PERSON, cost);
            learn_parts(learning, name, cost);
        }
    }
}

static RenMemory *
learn(const RenMatcher *matcher, RenIssue *issue, const RenView *view, guint home, const GPtrArray *further,
      GHashTable *full)
{
    g_autoptr(RenMemory) wanted = memory_of_wanted(matcher, further);
    RenMemory *memory = memory_of_wanted(matcher, further);
    for (guint i = 0; i < view->paragraphs->len; i++) {
        RenSpan span = g_array_index(view->paragraphs, RenParagraph, i).span;
        g_autoptr(RenTokens) tokens =
            ren_matcher_read(matcher, wanted, home, view->text + span.start, span.end - span.start);
        Learning learning = {tokens, view->text + span.start, memory, full, matcher->lexicon, issue->aliases};
        ren_memory_set_source(memory, i);
        ren_rules_find(matcher->rules, REN_LAYER_ALIAS, tokens, learn_alias, &learning);
        learn_persons(&learning);
    }
    return memory;
}

/* ---- tokens to records ---- */

typedef struct {
    const RenMatcher *matcher;
    const RenView *view;
    RenArticle *article;     /* that the paragraph lies in */
    gsize offset;            /* of the paragraph in the view */
    GHashTable *full;        /* borrowed; short form → full name */
    GHashTable *mentions;    /* owned; RenToken → number of its mention + 1 */
    const RenTokens *tokens; /* borrowed; of the paragraph */
} Emitter;

static gboolean
kind_of(const RenToken *token, RenKind *kind)
{
    switch (token->cls) {
    case REN_CLASS_PERSON:
    case REN_CLASS_REPORTER:
        *kind = REN_PERSON;
        return TRUE;
    case REN_CLASS_ORG:
        *kind = REN_ORG;
        return TRUE;
    case REN_CLASS_COMPANY:
        *kind = REN_COMPANY;
        return TRUE;
    case REN_CLASS_PLACE:
    case REN_CLASS_TOWN:
    case REN_CLASS_NEW_PLACE:
        *kind = REN_PLACE;
        return TRUE;
    default:
        return FALSE;
    }
}

static guint
sentence_at(const RenArticle *article, gsize raw)
{
    guint i = 0;
    while (i + 1 < article->sentences->len && g_array_index(article->sentences, RenSpan, i + 1).start <= raw)
        i++;
    return i;
}

/* @before is the token in front, or NULL. */
static void
emit_token(Emitter *e, const RenToken *token, const RenToken *before)
{
    RenKind kind;
    if (!kind_of(token, &kind)) {
        for (guint i = 0;
             token->cls == REN_CLASS_OFFICE && token->children != NULL && i < token->children->len; i++)
            emit_token(e, token->children->pdata[i], NULL);
        return;
    }
    RenMention *mention = ren_mention_new();
    mention->kind = kind;
    mention->span = ren_view_raw(e->view, e->offset + token->span.start, e->offset + token->span.end);
    mention->sentence = sentence_at(e->article, mention->span.start);
    mention->text = ren_position_plain(e->view->text + e->offset, token->span);
    mention->name = g_strdup(g_hash_table_lookup(e->full, mention->text));
    mention->role = token->cls == REN_CLASS_REPORTER ? REN_ROLE_REPORTER : REN_ROLE_NONE;
    mention->rule = token->rule != NULL ? g_strdup(token->rule)
                                        : g_strdup_printf("lattice.%s", ren_class_name(token->cls));
    if (kind == REN_PERSON && before != NULL && before->cls == REN_CLASS_LAY)
        mention->lay = ren_position_plain(e->view->text + e->offset, before->span);
    g_ptr_array_add(e->article->mentions, mention);
    g_hash_table_insert(e->mentions, (gpointer)token, GUINT_TO_POINTER(e->article->mentions->len));
}

/* 唐书记: a surname with a title, which stands for somebody named elsewhere. */
static void
emit_reference(const RenFound *found, gpointer user_data)
{
    Emitter *e = user_data;
    const char *text = e->view->text + e->offset;
    RenReference *reference = ren_reference_new();
    for (guint i = 0; i < found->n_groups; i++) {
        RenSpan span = {ren_tokens_get(e->tokens, found->groups[i].from)->span.start,
                        ren_tokens_get(e->tokens, found->groups[i].to - 1)->span.end};
        if (g_str_equal(found->groups[i].name, "surname") && reference->surname == NULL)
            reference->surname = ren_position_plain(text, span);
        else if (g_str_equal(found->groups[i].name, "title") && reference->title == NULL)
            reference->title = ren_position_plain(text, span);
    }
    RenSpan whole = {ren_tokens_get(e->tokens, found->from)->span.start,
                     ren_tokens_get(e->tokens, found->to - 1)->span.end};
    reference->span = ren_view_raw(e->view, e->offset + whole.start, e->offset + whole.end);
    reference->sentence = sentence_at(e->article, reference->span.start);
    reference->text = ren_position_plain(text, whole);
    reference->rule = g_strdup(found->rule);
    if (reference->surname == NULL || reference->title == NULL)
        ren_reference_free(reference); /* a rule of the user's without the groups */
    else
        g_ptr_array_add(e->article->references, reference);
}

/* 央视网消息, 新华社北京11月4日电: who sent the text, and from where, is no part of it. */
static void
drop_source(RenTokens *tokens)
{
    if (tokens->list->len > 1 && ren_tokens_get(tokens, 0)->cls == REN_CLASS_ORG) {
        ren_tokens_reduce(tokens, 0, 1, REN_CLASS_MARK, NULL);
        if (ren_tokens_get(tokens, 1)->cls == REN_CLASS_PLACE)
            ren_tokens_reduce(tokens, 1, 2, REN_CLASS_MARK, NULL);
    }
}

/* Returns the posts. */
static GPtrArray *
emit_paragraph(Emitter *e, const RenTokens *tokens, RenContext *context)
{
    g_hash_table_remove_all(e->mentions);
    for (guint i = 0; i < tokens->list->len; i++)
        emit_token(e, ren_tokens_get(tokens, i), i > 0 ? ren_tokens_get(tokens, i - 1) : NULL);
    e->tokens = tokens;
    ren_rules_find(e->matcher->rules, REN_LAYER_REFERENCE, tokens, emit_reference, e);
    GPtrArray *posts =
        ren_position_find(e->matcher->rules, e->matcher->lexicon, tokens, e->view->text + e->offset, context);
    for (guint i = 0; i < posts->len; i++) {
        const RenPost *post = posts->pdata[i];
        guint mention = GPOINTER_TO_UINT(g_hash_table_lookup(e->mentions, post->person));
        if (mention == 0)
            continue;
        RenPosition *position = ren_position_new();
        position->mention = mention - 1;
        position->title = g_strdup(post->title);
        position->post = g_strdup(post->post);
        position->org = g_strdup(post->org);
        position->tense = post->tense;
        position->rule = g_strdup(post->rule);
        g_ptr_array_add(e->article->positions, position);
        RenMention *person = e->article->mentions->pdata[mention - 1];
        /* Any post of public life outweighs the others. */
        if (person->role != REN_ROLE_OFFICIAL)
            person->role = post->role;
    }
    return posts;
}

/* @reading, which may be NULL, gets what is seen; its memory and home are set already. */
static void
run(const RenMatcher *matcher, RenIssue *issue, const RenView *view, guint home, const RenMemory *memory,
    GHashTable *full, RenReading *reading)
{
    Emitter e = {.matcher = matcher, .view = view, .full = full, .mentions = g_hash_table_new(NULL, NULL)};
    RenContext context;
    ren_context_init(&context);
    guint article = 0;
    for (guint i = 0; i < view->paragraphs->len && issue->articles->len > 0; i++) {
        RenSpan span = g_array_index(view->paragraphs, RenParagraph, i).span;
        gsize raw = ren_view_raw(view, span.start, span.end).start;
        RenArticle *before = e.article;
        while (article + 1 < issue->articles->len &&
               ((RenArticle *)issue->articles->pdata[article + 1])->span.start <= raw)
            article++;
        e.article = issue->articles->pdata[article];
        if (e.article != before) {
            ren_context_clear(&context);
            ren_context_init(&context);
        }
        e.offset = span.start;
        g_autoptr(RenTokens) tokens =
            read_text(matcher, memory, home, view->text + span.start, span.end - span.start, reading != NULL);
        if ((g_array_index(view->paragraphs, RenParagraph, i).flags & REN_LAYOUT_LEAD) != 0)
            drop_source(tokens);
        g_autoptr(GPtrArray) posts = emit_paragraph(&e, tokens, &context);
        if (reading != NULL) {
            g_ptr_array_add(reading->tokens, g_steal_pointer(&tokens));
            g_ptr_array_add(reading->posts, g_steal_pointer(&posts));
        }
    }
    ren_context_clear(&context);
    g_hash_table_unref(e.mentions);
}

void
ren_matcher_run(const RenMatcher *matcher, RenIssue *issue, const RenView *view, guint home,
                const GPtrArray *wanted)
{
    g_autoptr(GHashTable) full = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(RenMemory) memory = learn(matcher, issue, view, home, wanted, full);
    run(matcher, issue, view, home, memory, full, NULL);
}

RenReading *
ren_matcher_explain(const RenMatcher *matcher, RenIssue *issue, RenView *view, guint home)
{
    g_autoptr(GHashTable) full = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    RenReading *reading = g_new0(RenReading, 1);
    reading->view = view;
    reading->home = home;
    reading->memory = learn(matcher, issue, view, home, NULL, full);
    reading->tokens = g_ptr_array_new_with_free_func((GDestroyNotify)ren_tokens_free);
    reading->posts = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    run(matcher, issue, view, home, reading->memory, full, reading);
    return reading;
}

void
ren_reading_free(RenReading *reading)
{
    if (reading == NULL)
        return;
    g_ptr_array_unref(reading->posts);
    g_ptr_array_unref(reading->tokens);
    ren_memory_free(reading->memory);
    ren_view_free(reading->view);
    g_free(reading);
}
