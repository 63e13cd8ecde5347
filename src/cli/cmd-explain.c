/* renmai explain: how an issue is read, and why each name and post in it was found. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/gazetteer-path.h"
#include "cli/print.h"
#include "corpus/reader.h"
#include "match/explain.h"
#include "match/position.h"
#include "pipeline/pipeline.h"

typedef struct {
    const char *path; /* as the user named it */
    const RenPipeline *pipeline;
    const RenLexicon *lexicon;
    const RenIssue *issue;
    const RenReading *reading;
    gboolean colour;
    guint paragraph;  /* that is being printed */
    const char *text; /* borrowed from the view: the paragraph's */
    gsize offset;     /* of the paragraph in the view */
} Explainer;

static guint
line_at(const RenIssue *issue, gsize byte)
{
    guint line = 1;
    for (gsize i = 0; i < byte; i++)
        line += issue->text[i] == '\n';
    return line;
}

static RenSpan
paragraph_raw(const Explainer *e, guint n)
{
    RenSpan span = g_array_index(e->reading->view->paragraphs, RenParagraph, n).span;
    return ren_view_raw(e->reading->view, span.start, span.end);
}

static const char *
bold(const Explainer *e)
{
    return e->colour ? "\033[1m" : "";
}

static const char *
dim(const Explainer *e)
{
    return e->colour ? "\033[2m" : "";
}

static const char *
plain(const Explainer *e)
{
    return e->colour ? "\033[0m" : "";
}

/* ---- words ---- */

static void
print_words(const Explainer *e, const GArray *words)
{
    for (guint i = 0; i < words->len; i++) {
        const RenPriced *word = &g_array_index(words, RenPriced, i);
        printf("%s%.*s%s/%s%s", i > 0 ? " " : "", (int)(word->span.end - word->span.start),
               e->text + word->span.start, dim(e), ren_class_name(word->cls), plain(e));
    }
}

/* The head of a line about a name. */
static void
print_label(const char *label)
{
    g_autofree char *padded = ren_utf8_pad(label, 8);
    printf("    %s  ", padded);
}

/* @seen with the name in it marked; nothing where the rule needed no more than the name. */
static void
print_evidence(const Explainer *e, RenSpan seen, RenSpan name)
{
    if (seen.start >= seen.end)
        return;
    RenSpan mark = {MAX(name.start, seen.start), MIN(name.end, seen.end)};
    if (mark.start >= mark.end)
        mark = (RenSpan){seen.start, seen.start};
    print_label(_("evidence"));
    printf("%.*s%s%.*s%s%.*s\n", (int)(mark.start - seen.start), e->text + seen.start,
           e->colour ? bold(e) : "【", (int)(mark.end - mark.start), e->text + mark.start,
           e->colour ? plain(e) : "】", (int)(seen.end - mark.end), e->text + mark.end);
}

static void
print_rule(const Explainer *e, const char *name)
{
    const RenRules *rules = ren_matcher_get_rules(ren_pipeline_get_matcher(e->pipeline));
    for (RenLayer layer = 0; name != NULL && layer < REN_N_LAYERS; layer++)
        for (guint i = 0; i < ren_rules_count(rules, layer); i++) {
            RenRule rule = ren_rules_get(rules, layer, i);
            if (g_str_equal(rule.name, name)) {
                print_label(_("rule"));
                printf("%s (%s)\n", name, rule.where);
                return;
            }
        }
    print_label(_("rule"));
    puts(_("none: its words alone"));
}

/* What the issue itself has taught of the words in @span. */
static void
print_learned(const Explainer *e, const GArray *words, RenSpan span)
{
    for (guint i = 0; i < words->len; i++) {
        const RenPriced *word = &g_array_index(words, RenPriced, i);
        if (word->span.start < span.start || word->span.end > span.end)
            continue;
        g_autofree char *name = ren_position_plain(e->text, word->span);
        guint from;
        if (ren_memory_ask(e->reading->memory, name, word->cls, &from)) {
            print_label(_("learned"));
            printf(_("%s/%s from line %u\n"), name, ren_class_name(word->cls),
                   line_at(e->issue, paragraph_raw(e, from).start));
        }
    }
}

static void
print_contest(const Explainer *e, const GArray *words, RenSpan span)
{
    float price = 0;
    for (guint i = 0; i < words->len; i++) {
        const RenPriced *word = &g_array_index(words, RenPriced, i);
        if (word->span.start >= span.start && word->span.end <= span.end)
            price += word->price;
    }
    print_label(_("price"));
    printf("%.1f\n", price);
    RenContest contest;
    if (!ren_explain_contest(e->lexicon, e->reading, e->paragraph, span, &contest)) {
        print_label(_("beat"));
        puts(_("nothing: it can be read in one way only"));
        return;
    }
    print_label(_("won"));
    printf("%.1f  ", ren_explain_price(contest.won));
    print_words(e, contest.won);
    putchar('\n');
    print_label(_("beat"));
    printf("%.1f  ", ren_explain_price(contest.lost));
    print_words(e, contest.lost);
    putchar('\n');
    ren_contest_clear(&contest);
}

/* ---- mentions and positions ---- */

/* The token that became @mention, or NULL. */
static const RenToken *
find_token(const Explainer *e, const GPtrArray *tokens, const RenMention *mention)
{
    for (guint i = 0; i < tokens->len; i++) {
        const RenToken *token = tokens->pdata[i];
        RenSpan raw =
            ren_view_raw(e->reading->view, e->offset + token->span.start, e->offset + token->span.end);
        if (raw.start > mention->span.start || raw.end < mention->span.end)
            continue;
        const RenToken *inside = token->children == NULL ? NULL : find_token(e, token->children, mention);
        if (inside != NULL)
            return inside;
        if (raw.start == mention->span.start && raw.end == mention->span.end)
            return token;
    }
    return NULL;
}

static void
print_mention(const Explainer *e, const RenMention *mention, const GArray *words)
{
    const RenTokens *tokens = e->reading->tokens->pdata[e->paragraph];
    const RenToken *token = find_token(e, tokens->list, mention);
    const char *role = ren_role_name(mention->role);
    printf("\n  %s %s%s%s", ren_kind_name(mention->kind), bold(e), mention->text, plain(e));
    printf("  %s%s%s\n", mention->entity != NULL ? mention->entity : _("no entity"), role != NULL ? ", " : "",
           role != NULL ? role : "");
    if (token == NULL)
        return;
    print_rule(e, token->rule);
    print_evidence(e, token->seen, token->span);
    print_learned(e, words, token->span);
    print_contest(e, words, token->span);
}

static void
print_position(const Explainer *e, const RenMention *mention, const RenPosition *position)
{
    const GPtrArray *posts = e->reading->posts->pdata[e->paragraph];
    printf("\n  position %s%s%s  %s, %s\n", bold(e), position->title, plain(e), mention->name,
           position->org != NULL ? position->org : _("no organisation"));
    print_rule(e, position->rule);
    for (guint i = 0; i < posts->len; i++) {
        const RenPost *post = posts->pdata[i];
        RenSpan person = post->person->span;
        RenSpan raw = ren_view_raw(e->reading->view, e->offset + person.start, e->offset + person.end);
        if (raw.start == mention->span.start && g_str_equal(post->title, position->title) &&
            g_str_equal(post->rule, position->rule)) {
            print_evidence(e, post->seen, person);
            return;
        }
    }
}

static gboolean
lies_in(const RenMention *mention, RenSpan raw)
{
    return mention->span.start >= raw.start && mention->span.end <= raw.end;
}

static void
print_paragraph(Explainer *e, guint n)
{
    RenSpan span = g_array_index(e->reading->view->paragraphs, RenParagraph, n).span;
    RenSpan raw = paragraph_raw(e, n);
    e->paragraph = n;
    e->offset = span.start;
    e->text = e->reading->view->text + span.start;
    g_autoptr(GArray) words = ren_explain_words(e->lexicon, e->reading, n);
    printf("%s%s:%u%s\n  ", bold(e), e->path, line_at(e->issue, raw.start), plain(e));
    print_words(e, words);
    putchar('\n');
    for (guint a = 0; a < e->issue->articles->len; a++) {
        const RenArticle *article = e->issue->articles->pdata[a];
        for (guint i = 0; i < article->mentions->len; i++)
            if (lies_in(article->mentions->pdata[i], raw))
                print_mention(e, article->mentions->pdata[i], words);
        for (guint i = 0; i < article->positions->len; i++) {
            const RenPosition *position = article->positions->pdata[i];
            const RenMention *mention = article->mentions->pdata[position->mention];
            if (lies_in(mention, raw))
                print_position(e, mention, position);
        }
    }
    putchar('\n');
}

/* ---- the command ---- */

/* Parts "FILE:LINE"; @line is 0 where there is none. A file may have a colon in its name. */
static char *
parse_place(const char *argument, guint *line)
{
    const char *colon = strrchr(argument, ':');
    guint64 number;
    *line = 0;
    if (g_file_test(argument, G_FILE_TEST_EXISTS) || colon == NULL ||
        !g_ascii_string_to_unsigned(colon + 1, 10, 1, G_MAXUINT, &number, NULL))
        return g_strdup(argument);
    *line = number;
    return g_strndup(argument, colon - argument);
}

/* Whether the paragraph from @raw.start to @raw.end has something on @line; 0: any. */
static gboolean
is_on_line(const RenIssue *issue, RenSpan raw, guint line)
{
    return line == 0 || (line_at(issue, raw.start) <= line && line <= line_at(issue, raw.end));
}

static gboolean
explain(RenPipeline *pipeline, const char *path, guint line, const char *home, GError **error)
{
    g_autofree char *name = g_path_get_basename(path);
    g_autofree char *doc = g_utf8_make_valid(name, -1);
    g_autoptr(RenIssue) issue = ren_reader_read(path, doc, error);
    g_autoptr(RenReading) reading =
        issue == NULL ? NULL : ren_pipeline_explain(pipeline, issue, &(RenTold){.home = home}, error);
    if (reading == NULL) {
        if (issue == NULL)
            g_prefix_error(error, "%s: ", path);
        return FALSE;
    }
    Explainer e = {.path = path,
                   .pipeline = pipeline,
                   .lexicon = ren_pipeline_get_lexicon(pipeline),
                   .issue = issue,
                   .reading = reading,
                   .colour = ren_print_is_terminal()};
    guint printed = 0;
    printf(_("home %s\n\n"), issue->home != NULL ? issue->home : C_("home", "unknown"));
    for (guint n = 0; n < reading->tokens->len; n++) {
        if (!is_on_line(issue, paragraph_raw(&e, n), line))
            continue;
        print_paragraph(&e, n);
        printed++;
    }
    if (printed == 0) {
        g_set_error(error, REN_ERROR, REN_ERROR_INPUT, _("%s: nothing to read on line %u"), path, line);
        return FALSE;
    }
    return ren_print_flush(error);
}

gboolean
ren_cmd_explain(int argc, char **argv, GError **error)
{
    g_auto(GStrv) gazetteers = NULL;
    g_auto(GStrv) files = NULL;
    g_autofree char *home = NULL;
    const GOptionEntry entries[] = {
        {"gazetteer", 'g', 0, G_OPTION_ARG_FILENAME_ARRAY, &gazetteers,
         N_("Lay this gazetteer over the shipped one"), "DIR"},
        {"home", 0, 0, G_OPTION_ARG_FILENAME, &home,
         N_("The region of the paper, where the text does not say it"), "REGION"},
        {NULL},
    };
    if (!ren_command_parse(argc, argv, entries, "FILE[:LINE]",
                           N_("Shows how FILE is read and why: words and their classes; rule, evidence and "
                              "price of each name and post."),
                           N_("A price is in nats: the cheapest reading of a paragraph wins. `won` is the "
                              "stretch that the name\n"
                              "decides, `beat` the cheapest reading of it without one of the name's words."),
                           1, 1, &files, error))
        return FALSE;
    if (home != NULL && !g_utf8_validate(home, -1, NULL)) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_USAGE,
                            _("--home is not UTF-8: set the terminal to UTF-8"));
        return FALSE;
    }
    g_auto(GStrv) dirs = ren_gazetteer_dirs(gazetteers, error);
    g_autoptr(RenPipeline) pipeline =
        dirs == NULL ? NULL : ren_pipeline_new((const char *const *)dirs, error);
    if (pipeline == NULL)
        return FALSE;
    guint line;
    g_autofree char *path = parse_place(files[0], &line);
    return explain(pipeline, path, line, home, error);
}
