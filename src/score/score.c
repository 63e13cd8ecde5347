#include "score/score.h"

#include <string.h>

#include "base/tsv.h"
#include "base/utf8.h"

typedef struct {
    GRegex *pattern;   /* owned */
    char *replacement; /* owned */
} Same;

/* A mention that both sides have: its entity there and here. */
typedef struct {
    char *gold;      /* owned */
    char *predicted; /* owned */
} Linked;

struct _RenScore {
    GArray *same; /* owned; of Same */
    guint right[REN_N_MEASURES];
    guint predicted[REN_N_MEASURES];
    guint gold[REN_N_MEASURES];
    GArray *linked;    /* owned; of Linked */
    GPtrArray *errors; /* owned; of RenScoreError */
};

/* One issue beside its annotation. */
typedef struct {
    RenScore *score;
    const RenGold *gold;
    const RenIssue *issue;
    RenCpCursor cursor; /* in issue->text */
} Pair;

static const RenMeasure measure_of[REN_N_KINDS] = {REN_MEASURE_PERSON, REN_MEASURE_ORG, REN_MEASURE_COMPANY,
                                                   REN_MEASURE_PLACE};

const char *
ren_measure_name(RenMeasure measure)
{
    static const char *const names[] = {
#define X(id, name) name,
        REN_MEASURES(X)
#undef X
    };
    return names[measure];
}

/* ---- making ---- */

static void
same_clear(gpointer data)
{
    Same *same = data;
    g_regex_unref(same->pattern);
    g_free(same->replacement);
}

static void
linked_clear(gpointer data)
{
    Linked *linked = data;
    g_free(linked->gold);
    g_free(linked->predicted);
}

static void
error_free(gpointer data)
{
    RenScoreError *error = data;
    g_free(error->kind);
    g_free(error->doc);
    g_free(error->what);
    g_free(error);
}

static gboolean
read_same(RenScore *score, const char *dir, GError **error)
{
    static const char *const columns[] = {"pattern", "replacement", NULL};
    g_autofree char *path = g_build_filename(dir, "rules", "same-org.tsv", NULL);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return TRUE;
    g_autoptr(RenTsv) tsv = ren_tsv_read(path, columns, error);
    for (guint i = 0; tsv != NULL && i < tsv->rows->len; i++) {
        GStrv cells = tsv->rows->pdata[i];
        g_autoptr(GError) problem = NULL;
        Same same = {g_regex_new(cells[0], G_REGEX_OPTIMIZE, 0, &problem), NULL};
        if (same.pattern == NULL)
            return ren_tsv_fail(tsv, i, error, "%s", problem->message);
        same.replacement = g_strdup(cells[1]);
        g_array_append_val(score->same, same);
    }
    return tsv != NULL;
}

RenScore *
ren_score_new(const char *const *dirs, GError **error)
{
    g_autoptr(RenScore) score = g_new0(RenScore, 1);
    score->same = g_array_new(FALSE, FALSE, sizeof(Same));
    g_array_set_clear_func(score->same, same_clear);
    score->linked = g_array_new(FALSE, FALSE, sizeof(Linked));
    g_array_set_clear_func(score->linked, linked_clear);
    score->errors = g_ptr_array_new_with_free_func(error_free);
    for (guint i = 0; dirs[i] != NULL; i++)
        if (!read_same(score, dirs[i], error))
            return NULL;
    return g_steal_pointer(&score);
}

void
ren_score_free(RenScore *score)
{
    if (score == NULL)
        return;
    g_array_unref(score->same);
    g_array_unref(score->linked);
    g_ptr_array_unref(score->errors);
    g_free(score);
}

static void G_GNUC_PRINTF(4, 5) add_error(Pair *pair, gsize at, const char *kind, const char *format, ...)
{
    RenScoreError *error = g_new0(RenScoreError, 1);
    error->kind = g_strdup(kind);
    error->doc = g_strdup(pair->gold->doc);
    error->at = at;
    va_list args;
    va_start(args, format);
    error->what = g_strdup_vprintf(format, args);
    va_end(args);
    g_ptr_array_add(pair->score->errors, error);
}

/* ---- articles ---- */

static void
add_articles(Pair *pair)
{
    const RenGold *gold = pair->gold;
    guint *right = pair->score->right, *predicted = pair->score->predicted;
    g_autoptr(GHashTable) starts = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < gold->articles->len; i++) {
        const RenGoldArticle *article = gold->articles->pdata[i];
        g_hash_table_insert(starts, GSIZE_TO_POINTER(article->start_cp),
                            article->head != NULL ? article->head : "");
    }
    pair->score->gold[REN_MEASURE_ARTICLE] += g_hash_table_size(starts);
    for (guint i = 0; i < pair->issue->articles->len; i++) {
        const RenArticle *article = pair->issue->articles->pdata[i];
        gsize start = ren_cp_cursor_seek(&pair->cursor, article->span.start);
        predicted[REN_MEASURE_ARTICLE]++;
        if (g_hash_table_remove(starts, GSIZE_TO_POINTER(start)))
            right[REN_MEASURE_ARTICLE]++;
        else
            add_error(pair, start, "wrong article", "%s", article->title);
    }
    GHashTableIter iter;
    gpointer start, head;
    g_hash_table_iter_init(&iter, starts);
    while (g_hash_table_iter_next(&iter, &start, &head))
        add_error(pair, GPOINTER_TO_SIZE(start), "missed article", "%s", (char *)head);
}

/* ---- mentions ---- */

/* Whether a mention from @start to @end lies where the annotation asks for nothing. */
static gboolean
is_quiet(const RenGold *gold, RenKind kind, gsize start, gsize end)
{
    for (guint i = 0; i < gold->mentions->len; i++) {
        const RenGoldMention *m = gold->mentions->pdata[i];
        if (m->use == REN_GOLD_NAME)
            continue;
        if (kind != REN_PERSON && m->start_cp <= start && end <= m->end_cp)
            return TRUE;
        if (m->use == REN_GOLD_SKIP && m->start_cp < end && start < m->end_cp)
            return TRUE;
    }
    return FALSE;
}

static char *
mention_key(gsize start, gsize end, RenKind kind)
{
    return g_strdup_printf("%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " %d", start, end, kind);
}

static void
add_right_mention(Pair *pair, const RenMention *mention, const RenGoldMention *gold)
{
    RenScore *score = pair->score;
    Linked linked = {g_strdup_printf("%s:%s", ren_kind_name(gold->kind), gold->entity),
                     g_strdup(mention->entity != NULL ? mention->entity : mention->text)};
    g_array_append_val(score->linked, linked);
    if (mention->kind != REN_PERSON)
        return;
    score->gold[REN_MEASURE_ROLE]++;
    score->right[REN_MEASURE_ROLE] += g_strcmp0(ren_role_name(mention->role), gold->role) == 0;
    if (g_strcmp0(ren_role_name(mention->role), gold->role) != 0)
        add_error(pair, gold->start_cp, "wrong role", "%s", gold->text);
}

static void
add_mention(Pair *pair, const RenMention *mention, GHashTable *names, GHashTable *seen)
{
    gsize start = ren_cp_cursor_seek(&pair->cursor, mention->span.start);
    gsize end = ren_cp_cursor_seek(&pair->cursor, mention->span.end);
    RenMeasure measure = measure_of[mention->kind];
    g_autofree char *key = mention_key(start, end, mention->kind);
    const RenGoldMention *gold = g_hash_table_lookup(names, key);
    if (!g_hash_table_add(seen, g_strdup(key)))
        return;
    if (gold == NULL && is_quiet(pair->gold, mention->kind, start, end))
        return;
    pair->score->predicted[measure]++;
    if (gold != NULL) {
        pair->score->right[measure]++;
        add_right_mention(pair, mention, gold);
    } else {
        g_autofree char *kind = g_strconcat("wrong ", ren_measure_name(measure), NULL);
        add_error(pair, start, kind, "%s", mention->text);
    }
}

static void
add_mentions(Pair *pair)
{
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < pair->gold->mentions->len; i++) {
        RenGoldMention *m = pair->gold->mentions->pdata[i];
        if (m->use == REN_GOLD_NAME)
            g_hash_table_replace(names, mention_key(m->start_cp, m->end_cp, m->kind), m);
    }
    for (guint a = 0; a < pair->issue->articles->len; a++) {
        const RenArticle *article = pair->issue->articles->pdata[a];
        for (guint i = 0; i < article->mentions->len; i++)
            add_mention(pair, article->mentions->pdata[i], names, seen);
    }
    GHashTableIter iter;
    gpointer key, value;
    g_hash_table_iter_init(&iter, names);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        const RenGoldMention *m = value;
        RenMeasure measure = measure_of[m->kind];
        pair->score->gold[measure]++;
        if (g_hash_table_contains(seen, key))
            continue;
        g_autofree char *kind = g_strconcat("missed ", ren_measure_name(measure), NULL);
        add_error(pair, m->start_cp, kind, "%s", m->text);
    }
}

/* ---- positions and posts: sets of (article, person, title or organisation) ---- */

static char *
without_space(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p))
        if (!g_unichar_isspace(g_utf8_get_char(p)))
            g_string_append_len(out, p, g_utf8_next_char(p) - p);
    return g_string_free(out, FALSE);
}

/* One spelling for a body, however long its printed form. */
static char *
plain_org(const RenScore *score, const char *org)
{
    char *plain = without_space(org);
    for (guint i = 0; i < score->same->len; i++) {
        const Same *same = &g_array_index(score->same, Same, i);
        char *next = g_regex_replace_literal(same->pattern, plain, -1, 0, same->replacement, 0, NULL);
        g_free(plain);
        plain = next;
    }
    return plain;
}

static gboolean
is_same_org(const char *a, const char *b)
{
    return g_str_equal(a, b) || (MIN(g_utf8_strlen(a, -1), g_utf8_strlen(b, -1)) >= 6 &&
                                 (g_str_has_suffix(a, b) || g_str_has_suffix(b, a)));
}

/* One member of a set; they are in the order of article, person and the rest. */
static char *
triple(guint article, const char *person, const char *rest)
{
    return g_strdup_printf("%06u\t%s\t%s", article, person, rest);
}

static const char *
triple_rest(const char *key)
{
    return strrchr(key, '\t') + 1;
}

static int
compare_text(gconstpointer a, gconstpointer b, G_GNUC_UNUSED gpointer data)
{
    return strcmp(a, b);
}

static GTree *
set_new(void)
{
    return g_tree_new_full(compare_text, NULL, g_free, NULL);
}

/* The number of the article of the annotation that holds code point @at. */
static guint
article_at(const RenGold *gold, gsize at)
{
    guint n = 0;
    for (guint i = 0; i < gold->articles->len; i++)
        n += ((RenGoldArticle *)gold->articles->pdata[i])->start_cp <= at;
    return n > 0 ? n - 1 : 0;
}

/* The full name where @person is only a short form in the article. */
static const char *
full_name(const RenGold *gold, guint article, const char *person)
{
    const char *full = person;
    for (guint i = 0; i < gold->mentions->len; i++) {
        const RenGoldMention *m = gold->mentions->pdata[i];
        if (m->use == REN_GOLD_NAME && m->kind == REN_PERSON && m->article == article &&
            g_str_equal(m->text, person))
            full = m->entity;
    }
    return full;
}

static void
collect_gold(const Pair *pair, GTree *titles, GTree *orgs)
{
    for (guint a = 0; a < pair->gold->articles->len; a++) {
        const RenGoldArticle *article = pair->gold->articles->pdata[a];
        for (guint i = 0; i < article->positions->len; i++) {
            const RenGoldPosition *p = article->positions->pdata[i];
            const char *person = full_name(pair->gold, article->index, p->person);
            g_tree_insert(titles, triple(article->index, person, p->title), NULL);
            if (p->org == NULL || *p->org == '\0')
                continue;
            g_autofree char *org = plain_org(pair->score, p->org);
            g_tree_insert(orgs, triple(article->index, person, org), NULL);
        }
    }
}

static void
collect_predicted(Pair *pair, GTree *titles, GTree *orgs)
{
    for (guint a = 0; a < pair->issue->articles->len; a++) {
        const RenArticle *article = pair->issue->articles->pdata[a];
        for (guint i = 0; i < article->positions->len; i++) {
            const RenPosition *p = article->positions->pdata[i];
            const RenMention *person = article->mentions->pdata[p->mention];
            guint at = article_at(pair->gold, ren_cp_cursor_seek(&pair->cursor, person->span.start));
            g_autofree char *title = without_space(p->title);
            g_tree_insert(titles, triple(at, person->name, title), NULL);
            if (p->org == NULL || *p->org == '\0')
                continue;
            g_autofree char *org = plain_org(pair->score, p->org);
            g_tree_insert(orgs, triple(at, person->name, org), NULL);
        }
    }
}

/* @predicted with the annotation's form of an organisation where it is the same but for its length. */
static GTree *
fit_orgs(GTree *predicted, GTree *gold)
{
    GTree *fitted = set_new();
    for (GTreeNode *x = g_tree_node_first(predicted); x != NULL; x = g_tree_node_next(x)) {
        const char *key = g_tree_node_key(x), *fit = key;
        gsize head = triple_rest(key) - key;
        gboolean found = g_tree_lookup_extended(gold, key, NULL, NULL);
        for (GTreeNode *y = g_tree_node_first(gold); !found && y != NULL; y = g_tree_node_next(y)) {
            const char *other = g_tree_node_key(y);
            if (!g_tree_lookup_extended(predicted, other, NULL, NULL) && strncmp(key, other, head) == 0 &&
                strchr(other + head, '\t') == NULL && is_same_org(key + head, other + head))
                fit = other;
        }
        g_tree_insert(fitted, g_strdup(fit), NULL);
    }
    return fitted;
}

static gsize
article_start(const RenGold *gold, guint index)
{
    for (guint i = 0; i < gold->articles->len; i++) {
        const RenGoldArticle *article = gold->articles->pdata[i];
        if (article->index == index)
            return article->start_cp;
    }
    return 0;
}

/* Tells the members of @set that @other has not. */
static guint
tell_rest(Pair *pair, const char *how, RenMeasure measure, GTree *set, GTree *other)
{
    guint both = 0;
    g_autofree char *kind = g_strconcat(how, ren_measure_name(measure), NULL);
    for (GTreeNode *node = g_tree_node_first(set); node != NULL; node = g_tree_node_next(node)) {
        const char *key = g_tree_node_key(node);
        if (g_tree_lookup_extended(other, key, NULL, NULL)) {
            both++;
            continue;
        }
        g_auto(GStrv) parts = g_strsplit(key, "\t", 3);
        add_error(pair, article_start(pair->gold, atoi(parts[0])), kind, "%s, %s", parts[1], parts[2]);
    }
    return both;
}

static void
add_sets(Pair *pair, RenMeasure measure, GTree *predicted, GTree *gold)
{
    pair->score->right[measure] += tell_rest(pair, "missed ", measure, gold, predicted);
    tell_rest(pair, "wrong ", measure, predicted, gold);
    pair->score->predicted[measure] += g_tree_nnodes(predicted);
    pair->score->gold[measure] += g_tree_nnodes(gold);
}

static void
add_positions(Pair *pair)
{
    g_autoptr(GTree) titles = set_new();
    g_autoptr(GTree) orgs = set_new();
    g_autoptr(GTree) gold_titles = set_new();
    g_autoptr(GTree) gold_orgs = set_new();
    collect_gold(pair, gold_titles, gold_orgs);
    collect_predicted(pair, titles, orgs);
    add_sets(pair, REN_MEASURE_POSITION, titles, gold_titles);
    g_autoptr(GTree) fitted = fit_orgs(orgs, gold_orgs);
    add_sets(pair, REN_MEASURE_POST, fitted, gold_orgs);
}

/* ---- edges: pairs of persons who share an article, weighted by articles ---- */

/* Adds one to each pair of @names (a set in order) in @edges (pair → weight). */
static void
count_pairs(GTree *names, GHashTable *edges)
{
    for (GTreeNode *a = g_tree_node_first(names); a != NULL; a = g_tree_node_next(a))
        for (GTreeNode *b = g_tree_node_next(a); b != NULL; b = g_tree_node_next(b)) {
            char *key = g_strdup_printf("%s\t%s", (char *)g_tree_node_key(a), (char *)g_tree_node_key(b));
            guint weight = GPOINTER_TO_UINT(g_hash_table_lookup(edges, key));
            g_hash_table_replace(edges, key, GUINT_TO_POINTER(weight + 1));
        }
}

static GHashTable *
edges_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static GHashTable *
gold_edges(const RenGold *gold)
{
    GHashTable *edges = edges_new();
    g_autoptr(GHashTable) articles = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_tree_unref);
    for (guint i = 0; i < gold->mentions->len; i++) {
        const RenGoldMention *m = gold->mentions->pdata[i];
        if (m->use != REN_GOLD_NAME || m->kind != REN_PERSON || g_strcmp0(m->role, "reporter") == 0)
            continue;
        GTree *names = g_hash_table_lookup(articles, GUINT_TO_POINTER(m->article));
        if (names == NULL) {
            names = set_new();
            g_hash_table_insert(articles, GUINT_TO_POINTER(m->article), names);
        }
        g_tree_insert(names, g_strdup(m->entity), NULL);
    }
    GHashTableIter iter;
    gpointer names;
    g_hash_table_iter_init(&iter, articles);
    while (g_hash_table_iter_next(&iter, NULL, &names))
        count_pairs(names, edges);
    return edges;
}

static GHashTable *
predicted_edges(const RenIssue *issue)
{
    GHashTable *edges = edges_new();
    for (guint a = 0; a < issue->articles->len; a++) {
        const RenArticle *article = issue->articles->pdata[a];
        g_autoptr(GTree) names = set_new();
        for (guint i = 0; i < article->mentions->len; i++) {
            const RenMention *m = article->mentions->pdata[i];
            if (m->kind == REN_PERSON && m->role != REN_ROLE_REPORTER)
                g_tree_insert(names, g_strdup(m->name != NULL ? m->name : m->text), NULL);
        }
        count_pairs(names, edges);
    }
    return edges;
}

static guint
sum_weights(GHashTable *edges)
{
    guint sum = 0;
    GHashTableIter iter;
    gpointer weight;
    g_hash_table_iter_init(&iter, edges);
    while (g_hash_table_iter_next(&iter, NULL, &weight))
        sum += GPOINTER_TO_UINT(weight);
    return sum;
}

static void
add_edges(Pair *pair)
{
    g_autoptr(GHashTable) gold = gold_edges(pair->gold);
    g_autoptr(GHashTable) predicted = predicted_edges(pair->issue);
    GHashTableIter iter;
    gpointer key, weight;
    g_hash_table_iter_init(&iter, gold);
    while (g_hash_table_iter_next(&iter, &key, &weight))
        pair->score->right[REN_MEASURE_EDGE] +=
            MIN(GPOINTER_TO_UINT(weight), GPOINTER_TO_UINT(g_hash_table_lookup(predicted, key)));
    pair->score->predicted[REN_MEASURE_EDGE] += sum_weights(predicted);
    pair->score->gold[REN_MEASURE_EDGE] += sum_weights(gold);
}

void
ren_score_add(RenScore *score, const RenGold *gold, const RenIssue *issue)
{
    Pair pair = {score, gold, issue, ren_cp_cursor(issue->text, issue->len)};
    add_articles(&pair);
    add_mentions(&pair);
    add_positions(&pair);
    add_edges(&pair);
}

/* ---- figures ---- */

static double
harmonic(double precision, double recall)
{
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

static guint
count_of(GHashTable *counts, const char *key)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(counts, key));
}

/* B-cubed (Bagga and Baldwin 1998): for each mention, how much of its cluster here belongs there, and the
 * reverse. */
static RenFigure
link_figure(const RenScore *score)
{
    RenFigure figure = {.gold = score->linked->len};
    g_autoptr(GHashTable) gold = edges_new();
    g_autoptr(GHashTable) predicted = edges_new();
    g_autoptr(GHashTable) both = edges_new();
    for (guint pass = 0; pass < 2; pass++)
        for (guint i = 0; i < score->linked->len; i++) {
            const Linked *l = &g_array_index(score->linked, Linked, i);
            char *pair = g_strdup_printf("%s\t%s", l->gold, l->predicted);
            if (pass == 0) {
                g_hash_table_replace(gold, g_strdup(l->gold), GUINT_TO_POINTER(count_of(gold, l->gold) + 1));
                g_hash_table_replace(predicted, g_strdup(l->predicted),
                                     GUINT_TO_POINTER(count_of(predicted, l->predicted) + 1));
                g_hash_table_replace(both, pair, GUINT_TO_POINTER(count_of(both, pair) + 1));
                continue;
            }
            figure.precision +=
                (double)count_of(both, pair) / count_of(predicted, l->predicted) / figure.gold;
            figure.recall += (double)count_of(both, pair) / count_of(gold, l->gold) / figure.gold;
            g_free(pair);
        }
    figure.f1 = harmonic(figure.precision, figure.recall);
    return figure;
}

RenFigure
ren_score_get(const RenScore *score, RenMeasure measure)
{
    if (measure == REN_MEASURE_LINK)
        return link_figure(score);
    RenFigure f = {score->gold[measure], score->predicted[measure], score->right[measure], 0, 0, 0};
    if (measure == REN_MEASURE_ROLE) {
        f.f1 = f.gold > 0 ? (double)f.right / f.gold : 0;
        return f;
    }
    for (RenKind kind = 0; measure == REN_MEASURE_MENTION && kind < REN_N_KINDS; kind++) {
        f.gold += score->gold[measure_of[kind]];
        f.predicted += score->predicted[measure_of[kind]];
        f.right += score->right[measure_of[kind]];
    }
    /* Nothing found where nothing is to be found is all right. */
    f.precision = f.predicted > 0 ? (double)f.right / f.predicted : f.gold == 0;
    f.recall = f.gold > 0 ? (double)f.right / f.gold : 1;
    f.f1 = harmonic(f.precision, f.recall);
    return f;
}

static int
compare_errors(gconstpointer a, gconstpointer b)
{
    const RenScoreError *x = *(RenScoreError *const *)a, *y = *(RenScoreError *const *)b;
    int order = strcmp(x->kind, y->kind);
    if (order == 0)
        order = strcmp(x->doc, y->doc);
    if (order == 0)
        order = x->at < y->at ? -1 : x->at > y->at;
    return order != 0 ? order : strcmp(x->what, y->what);
}

const GPtrArray *
ren_score_get_errors(RenScore *score)
{
    g_ptr_array_sort(score->errors, compare_errors);
    return score->errors;
}
