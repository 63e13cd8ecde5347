/* renmai path: how two entities are connected, with the evidence of each step. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/evidence.h"
#include "cli/graph-options.h"
#include "cli/output.h"
#include "cli/print.h"
#include "graph/path.h"
#include "store/career.h"

/* Far more than anybody reads, and than sums of costs can tell apart. */
#define MOST_PATHS 100
#define MOST_STEPS 20

/* The two ends. */
typedef struct {
    RenEntity *a; /* owned */
    RenEntity *b; /* owned */
} Ends;

static void
ends_clear(Ends *ends)
{
    ren_entity_free(ends->a);
    ren_entity_free(ends->b);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Ends, ends_clear)

static const RenEntity *
entity_of(const RenAssembly *assembly, guint node)
{
    return &((RenNetworkNode *)assembly->nodes->pdata[node])->entity;
}

/* "2 articles", "no article". Owned by the caller. */
static char *
count_articles(guint n)
{
    return n == 0 ? g_strdup(_("no article")) : g_strdup_printf(P_("%u article", "%u articles", n), n);
}

static char *
count_sentences(guint n)
{
    return n == 0 ? g_strdup(_("no sentence")) : g_strdup_printf(P_("%u sentence", "%u sentences", n), n);
}

/* ", 2023-05-18 to 2024-06-19", or nothing. */
static char *
span_of(const RenTie *tie)
{
    if (*tie->first_seen == '\0')
        return g_strdup("");
    if (g_str_equal(tie->first_seen, tie->last_seen))
        return g_strdup_printf(_(", %s"), tie->first_seen);
    return g_strdup_printf(_(", %s to %s"), tie->first_seen, tie->last_seen);
}

static void
print_article(const char *date, const char *doc, guint n, const char *headline)
{
    g_autofree char *line = ren_print_headline(headline);
    printf("      %s  %s#%u  %s\n", date != NULL ? date : _("no date"), doc, n, line);
}

static void
print_sentence(const char *text, const RenSpan *marks, guint n_marks)
{
    g_autofree char *line = ren_print_marked(text, marks, n_marks);
    printf("        %s\n", line);
}

/* How @entity is called here: namesakes are told apart by their ids. */
static const char *
shown_name(RenStore *store, const RenEntity *entity, GError **error)
{
    g_autoptr(GPtrArray) named = ren_query_find(store, entity->name, error);
    return named == NULL ? NULL : named->len > 1 ? entity->key : entity->name;
}

/* The article that shows best that both stand together, which the network knows. */
static gboolean
print_together(RenStore *store, const RenEntity *a, const RenEntity *b, const RenTie *tie, GError **error)
{
    const char *name_a = shown_name(store, a, error);
    const char *name_b = name_a == NULL ? NULL : shown_name(store, b, error);
    if (name_b == NULL)
        return FALSE;
    g_autofree char *articles = count_articles(tie->articles);
    g_autofree char *sentences = count_sentences(tie->sentences);
    g_autofree char *span = span_of(tie);
    printf(_("    %s, %s: together in %s, %s%s\n"), name_a, name_b, articles, sentences, span);
    g_autoptr(GPtrArray) quotes = ren_query_quotes(store, a->row, b->row, error);
    if (quotes == NULL)
        return FALSE;
    guint start = 0, end;
    while (start < quotes->len && ((RenQuote *)quotes->pdata[start])->article != tie->article)
        start++;
    for (end = start; end < quotes->len && ((RenQuote *)quotes->pdata[end])->article == tie->article;)
        end++;
    const RenQuote *shown[2];
    guint n = ren_evidence_pick(quotes, start, end, shown);
    for (guint i = 0; i < n; i++) {
        if (i == 0)
            print_article(shown[i]->date, shown[i]->doc, shown[i]->n, shown[i]->headline);
        print_sentence(shown[i]->text, (const RenSpan *)shown[i]->marks->data, shown[i]->marks->len);
    }
    return TRUE;
}

/* The first proof, in the time of @tie, of a post of @person in @body. */
static const RenProof *
find_proof(const GPtrArray *terms, const RenEntity *body, const RenTie *tie)
{
    const char *first = *tie->first_seen != '\0' ? tie->first_seen : NULL;
    for (guint i = 0; i < terms->len; i++) {
        const RenTerm *term = terms->pdata[i];
        for (guint k = 0; k < term->proofs->len && g_strcmp0(term->body, body->name) == 0; k++) {
            const RenProof *proof = term->proofs->pdata[k];
            if (g_strcmp0(proof->date, first) == 0)
                return proof;
        }
    }
    return NULL;
}

static gboolean
print_post(RenStore *store, const RenEntity *person, const RenEntity *body, const RenTie *tie, GError **error)
{
    const char *name = shown_name(store, person, error);
    if (name == NULL)
        return FALSE;
    g_auto(GStrv) titles = g_strsplit(tie->titles, ";", -1);
    g_autofree char *all = g_strjoinv("、", titles);
    g_autofree char *articles = count_articles(tie->articles);
    g_autofree char *span = span_of(tie);
    printf(_("    %s is %s of %s: in %s%s\n"), name, all, body->name, articles, span);
    g_autoptr(GPtrArray) terms = ren_career_query(store, person->row, body->row, error);
    if (terms == NULL)
        return FALSE;
    const RenProof *proof = find_proof(terms, body, tie);
    if (proof != NULL) {
        print_article(proof->date, proof->doc, proof->n, proof->headline);
        print_sentence(proof->text, &proof->mark, 1);
    }
    return TRUE;
}

static gboolean
print_step(RenStore *store, const RenAssembly *assembly, const RenPathStep *step, GError **error)
{
    for (guint i = 0; i < step->ties->len; i++) {
        const RenTie *tie = step->ties->pdata[i];
        const RenEntity *a = entity_of(assembly, tie->a), *b = entity_of(assembly, tie->b);
        if (tie->kind == REN_TIE_PART)
            printf(_("    %s is a part of %s\n"), a->name, b->name);
        else if (tie->kind == REN_TIE_LOCATED)
            printf(_("    %s lies in %s\n"), a->name, b->name);
        else if (tie->kind == REN_TIE_POST && !print_post(store, a, b, tie, error))
            return FALSE;
        else if (tie->kind == REN_TIE_COMENTION && !print_together(store, entity_of(assembly, step->from),
                                                                   entity_of(assembly, step->to), tie, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
print_chain(RenStore *store, const RenAssembly *assembly, const GArray *path, guint n, GError **error)
{
    g_autoptr(GString) line = g_string_new(NULL);
    for (guint i = 0; i <= path->len; i++) {
        guint node =
            i == 0 ? g_array_index(path, RenPathStep, 0).from : g_array_index(path, RenPathStep, i - 1).to;
        const char *name = shown_name(store, entity_of(assembly, node), error);
        if (name == NULL)
            return FALSE;
        g_string_append_printf(line, "%s%s", i > 0 ? " → " : "", name);
    }
    gboolean bold = ren_print_is_terminal();
    printf("%s%u. %s%s%s\n", n > 1 ? "\n" : "", n, bold ? "\033[1m" : "", line->str, bold ? "\033[0m" : "");
    return TRUE;
}

/* Why there is no path. */
static void
print_none(const Ends *ends, const RenPaths *paths, guint max_steps)
{
    const RenEntity *const entities[] = {ends->a, ends->b};
    const guint reached[] = {paths->reached_a, paths->reached_b};
    if (paths->steps > 0) {
        printf(P_("They are not connected by %u step: the shortest path has %u.\n",
                  "They are not connected by %u steps: the shortest path has %u.\n", max_steps),
               max_steps, paths->steps);
        return;
    }
    puts(_("They are not connected."));
    for (guint i = 0; i < 2; i++) {
        if (reached[i] == 0)
            printf(_("%s is not in this network: no article of it has the name, save in bylines.\n"),
                   entities[i]->name);
        else if (reached[i] == 1)
            printf(_("%s hangs together with nobody.\n"), entities[i]->name);
        else
            printf(P_("%s hangs together with %u other.\n", "%s hangs together with %u others.\n",
                      reached[i] - 1),
                   entities[i]->name, reached[i] - 1);
    }
}

static gboolean
print_paths(RenStore *store, const RenAssembly *assembly, const Ends *ends, const RenPaths *paths,
            guint max_steps, GError **error)
{
    ren_choose_print(ends->a);
    ren_choose_print(ends->b);
    if (paths->paths->len == 0)
        print_none(ends, paths, max_steps);
    for (guint i = 0; i < paths->paths->len; i++) {
        const GArray *path = paths->paths->pdata[i];
        if (!print_chain(store, assembly, path, i + 1, error))
            return FALSE;
        for (guint k = 0; k < path->len; k++)
            if (!print_step(store, assembly, &g_array_index(path, RenPathStep, k), error))
                return FALSE;
    }
    return ren_print_flush(error);
}

static gboolean
find_ends(RenStore *store, char **names, Ends *ends, GError **error)
{
    ends->a = ren_choose_entity(store, names[0], error);
    ends->b = ends->a == NULL ? NULL : ren_choose_entity(store, names[1], error);
    if (ends->b == NULL)
        return FALSE;
    if (ends->a->row != ends->b->row)
        return TRUE;
    g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("'%s' and '%s' are the same, %s: name two"), names[0],
                names[1], ends->a->key);
    return FALSE;
}

static gboolean
check_number(const char *option, int number, int most, GError **error)
{
    if (number >= 1 && number <= most)
        return TRUE;
    g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("%s %d: give a number from 1 to %d"), option, number,
                most);
    return FALSE;
}

/* Copies the entries of `graph` that `path` has too to @entries. */
static void
take_entries(RenGraphChoice *choice, GOptionEntry *entries)
{
    static const char *const taken[] = {"links", "since", "until", "min-weight", "max-per-article", NULL};
    GOptionEntry all[REN_N_GRAPH_ENTRIES + 1];
    ren_graph_choice_entries(choice, all);
    for (guint i = 0; i < REN_N_GRAPH_ENTRIES; i++)
        if (g_strv_contains(taken, all[i].long_name))
            *entries++ = all[i];
}

gboolean
ren_cmd_path(int argc, char **argv, GError **error)
{
    g_auto(GStrv) names = NULL;
    g_autofree char *dir = NULL;
    g_autofree char *through = NULL;
    int most_paths = 3, max_steps = 6;
    g_auto(RenGraphChoice) choice;
    ren_graph_choice_init(&choice);
    const GOptionEntry own[] = {
        REN_OUTPUT_ENTRY(&dir),
        {"paths", 'n', 0, G_OPTION_ARG_INT, &most_paths, N_("How many paths (default: 3)"), "N"},
        {"max-steps", 0, 0, G_OPTION_ARG_INT, &max_steps, N_("How long they may be (default: 6)"), "N"},
        {"through", 0, 0, G_OPTION_ARG_FILENAME, &through,
         N_("What may stand between: person,org,company,place (default: all but place)"), "KIND,..."},
    };
    GOptionEntry entries[G_N_ELEMENTS(own) + REN_N_GRAPH_ENTRIES + 1] = {0};
    memcpy(entries, own, sizeof(own));
    take_entries(&choice, entries + G_N_ELEMENTS(own));
    if (!ren_command_parse(
            argc, argv, entries, "A B",
            N_("Shows how A and B are connected: the shortest paths over those who share "
               "articles, the strongest "
               "first, with the evidence of each step."),
            N_("A tie is strong where two share many of the articles in which either stands. "
               "Places do not stand\n"
               "between, unless --through has them: a county connects everybody who lives there."),
            2, 2, &names, error) ||
        !check_number("--paths", most_paths, MOST_PATHS, error) ||
        !check_number("--max-steps", max_steps, MOST_STEPS, error))
        return FALSE;
    RenGraphOptions network;
    RenPathOptions options = {most_paths, max_steps, {TRUE, TRUE, TRUE, FALSE}};
    if (!ren_graph_choice_read(&choice, &network, error) ||
        (through != NULL && !ren_graph_choice_read_kinds("--through", through, options.through, error)))
        return FALSE;
    g_auto(Ends) ends = {0};
    g_autoptr(RenStore) store = ren_output_open(dir, error);
    if (store == NULL || !find_ends(store, names, &ends, error))
        return FALSE;
    memcpy(network.window.kinds, options.through, sizeof(options.through));
    network.window.kinds[ends.a->kind] = network.window.kinds[ends.b->kind] = TRUE;
    g_autoptr(RenAssembly) assembly = ren_assembly_new(store, &network, error);
    g_autoptr(RenPaths) paths =
        assembly == NULL ? NULL : ren_paths_new(assembly, ends.a->key, ends.b->key, &options, error);
    return paths != NULL && print_paths(store, assembly, &ends, paths, max_steps, error);
}
