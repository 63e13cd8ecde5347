#include "pipeline/pipeline.h"

#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "corpus/dateline.h"
#include "corpus/fields.h"
#include "corpus/masthead.h"
#include "lexicon/footprint.h"
#include "lexicon/lexicon.h"
#include "match/home.h"
#include "match/matcher.h"
#include "resolve/resolve.h"
#include "text/article.h"
#include "text/layout.h"
#include "text/view.h"

struct _RenPipeline {
    RenFields *fields;       /* owned */
    RenMasthead *masthead;   /* owned */
    RenLexicon *lexicon;     /* owned */
    RenLayout *layout;       /* owned */
    RenMatcher *matcher;     /* owned */
    RenDecisions *decisions; /* owned */
    RenIdentity *identity;   /* owned; with all decisions */
    RenDecisions *wants;     /* owned; NULL unless decisions are deferred, and so the next */
    RenIdentity *plain;      /* owned; without decisions */
};

RenPipeline *
ren_pipeline_new(const char *const *dirs, GError **error)
{
    return ren_pipeline_new_without(dirs, NULL, error);
}

RenPipeline *
ren_pipeline_new_without(const char *const *dirs, const char *without, GError **error)
{
    g_autoptr(RenPipeline) pipeline = g_new0(RenPipeline, 1);
    pipeline->fields = ren_fields_new(dirs, error);
    if (pipeline->fields == NULL)
        return NULL;
    pipeline->masthead = ren_masthead_new(dirs, error);
    if (pipeline->masthead == NULL)
        return NULL;
    pipeline->lexicon = ren_lexicon_new_without(dirs, without, error);
    if (pipeline->lexicon == NULL)
        return NULL;
    pipeline->layout = ren_layout_new(dirs, error);
    if (pipeline->layout == NULL)
        return NULL;
    pipeline->matcher = ren_matcher_new(pipeline->lexicon, error);
    if (pipeline->matcher == NULL)
        return NULL;
    pipeline->decisions = ren_decisions_new(dirs, error);
    if (pipeline->decisions == NULL)
        return NULL;
    pipeline->identity = ren_identity_new(pipeline->lexicon, pipeline->decisions, error);
    if (pipeline->identity == NULL)
        return NULL;
    const GPtrArray *wanted = ren_decisions_get_wanted(pipeline->decisions);
    for (guint i = 0; i < wanted->len; i++) {
        const RenWantedName *name = wanted->pdata[i];
        ren_matcher_want(pipeline->matcher, name->name, name->kind);
    }
    return g_steal_pointer(&pipeline);
}

void
ren_pipeline_free(RenPipeline *pipeline)
{
    if (pipeline == NULL)
        return;
    ren_identity_free(pipeline->plain);
    ren_decisions_free(pipeline->wants);
    ren_identity_free(pipeline->identity);
    ren_decisions_free(pipeline->decisions);
    ren_matcher_free(pipeline->matcher);
    ren_layout_free(pipeline->layout);
    ren_lexicon_free(pipeline->lexicon);
    ren_masthead_free(pipeline->masthead);
    ren_fields_free(pipeline->fields);
    g_free(pipeline);
}

static RenView *
view_issue(const RenPipeline *pipeline, const RenIssue *issue)
{
    return ren_view_new_parted(issue->text, issue->len, pipeline->layout, issue->borders);
}

gboolean
ren_pipeline_defer_decisions(RenPipeline *pipeline, GError **error)
{
    g_return_val_if_fail(pipeline->plain == NULL, TRUE);
    pipeline->wants = ren_decisions_new_wants(pipeline->decisions);
    pipeline->plain = ren_identity_new(pipeline->lexicon, pipeline->wants, error);
    return pipeline->plain != NULL;
}

char *
ren_pipeline_reading_key(const RenPipeline *pipeline, const RenIssue *issue, const RenTold *told,
                         const char *fingerprint)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    /* the last four: what the file says of it beside the text */
    const char *const parts[] = {fingerprint, issue->doc,   told->home,    told->date, told->paper,
                                 issue->date, issue->paper, issue->number, issue->page};
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        const char *part = parts[i] != NULL ? parts[i] : "";
        g_checksum_update(sum, (const guchar *)part, strlen(part) + 1);
    }
    g_checksum_update(sum, (const guchar *)issue->borders->data, issue->borders->len * sizeof(gsize));
    g_checksum_update(sum, (const guchar *)issue->text, issue->len);
    const GPtrArray *wanted = ren_decisions_get_wanted(pipeline->decisions);
    g_autoptr(RenView) view = wanted->len == 0 ? NULL : view_issue(pipeline, issue);
    for (guint i = 0; i < wanted->len; i++) {
        const RenWantedName *name = wanted->pdata[i];
        if (strstr(view->text, name->name) == NULL)
            continue;
        g_autofree char *line = g_strdup_printf("\n%d %s", name->kind, name->name);
        g_checksum_update(sum, (const guchar *)line, -1);
    }
    return g_strdup(g_checksum_get_string(sum));
}

static char *
print_words(const RenPipeline *pipeline, const RenIssue *issue, const RenView *view)
{
    const char *const texts[] = {view->text, issue->asked, NULL};
    return ren_footprint(pipeline->lexicon, texts);
}

char *
ren_pipeline_words_key(const RenPipeline *pipeline, const RenIssue *issue)
{
    g_autoptr(RenView) view = view_issue(pipeline, issue);
    return print_words(pipeline, issue, view);
}

static int
compare_strings(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Notes in @issue what of @asked, a set, is not in its text, and what follows from that. */
static void
note_asked(const RenPipeline *pipeline, RenIssue *issue, const RenView *view, GHashTable *asked)
{
    g_autoptr(GPtrArray) strings = g_ptr_array_new();
    GHashTableIter iter;
    gpointer string;
    g_hash_table_iter_init(&iter, asked);
    while (g_hash_table_iter_next(&iter, &string, NULL))
        if (strstr(view->text, string) == NULL)
            g_ptr_array_add(strings, string);
    g_ptr_array_sort(strings, compare_strings);
    g_ptr_array_add(strings, NULL);
    g_free(issue->asked);
    issue->asked = g_strjoinv("\n", (char **)strings->pdata);
    g_free(issue->words);
    issue->words = print_words(pipeline, issue, view);
}

/* What resolves single issues. */
static const RenIdentity *
reader_of(const RenPipeline *pipeline)
{
    return pipeline->plain != NULL ? pipeline->plain : pipeline->identity;
}

static void
date_articles(RenIssue *issue)
{
    for (guint i = 0; i < issue->articles->len; i++) {
        RenArticle *article = issue->articles->pdata[i];
        g_free(article->date);
        article->date = g_strdup(issue->date);
    }
}

/* @text takes the place of what @field, which is owned, says; NULL: nothing does. */
static void
tell(char **field, const char *text)
{
    if (text == NULL)
        return;
    g_free(*field);
    *field = g_strdup(text);
}

/* Sets all of @issue that does not need the matcher; the number of its home region's place in @place_found.
 */
static gboolean
prepare(RenPipeline *pipeline, RenIssue *issue, const RenView *view, const RenTold *told, guint *place_found,
        GError **error)
{
    guint place = 0;
    if (told->home != NULL) {
        place = ren_home_parse(pipeline->lexicon, told->home);
        if (place == 0) {
            g_set_error(error, REN_ERROR, REN_ERROR_USAGE,
                        _("no place called '%s' is known: give a county, district or city, as in --home "
                          "重庆市江津区"),
                        told->home);
            return FALSE;
        }
    } else {
        g_autofree char *path =
            told->paper == NULL ? g_strdup(issue->doc) : g_build_filename(told->paper, issue->doc, NULL);
        place = ren_home_vote(pipeline->lexicon, view->text, path);
    }
    g_free(issue->home);
    issue->home = place == 0 ? NULL : g_strdup(ren_lexicon_get_place(pipeline->lexicon, place)->path);

    g_ptr_array_unref(issue->articles);
    issue->articles = ren_article_split(view, pipeline->layout);
    tell(&issue->paper, told->paper);
    ren_masthead_read(pipeline->masthead, issue, view->text);
    tell(&issue->date, told->date);
    if (told->date != NULL)
        issue->date_source = REN_DATE_OPTION;
    else
        ren_dateline_find(issue, view->text);
    date_articles(issue);
    *place_found = place;
    return TRUE;
}

gboolean
ren_pipeline_run(RenPipeline *pipeline, RenIssue *issue, const RenTold *told, GError **error)
{
    g_autoptr(RenView) view = view_issue(pipeline, issue);
    g_autoptr(GHashTable) asked = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    guint place;
    ren_lexicon_listen(pipeline->lexicon, asked);
    gboolean prepared = prepare(pipeline, issue, view, told, &place, error);
    if (prepared) {
        ren_matcher_run(pipeline->matcher, issue, view, place, NULL);
        ren_resolve_issue(reader_of(pipeline), issue, place);
        note_asked(pipeline, issue, view, asked);
    }
    ren_lexicon_listen(pipeline->lexicon, NULL);
    return prepared;
}

void
ren_pipeline_run_again(RenPipeline *pipeline, RenIssue *issue, const GPtrArray *wanted)
{
    g_autoptr(RenView) view = view_issue(pipeline, issue);
    guint place = issue->home == NULL ? 0 : ren_lexicon_find_place(pipeline->lexicon, issue->home);
    g_ptr_array_unref(issue->articles);
    issue->articles = ren_article_split(view, pipeline->layout);
    date_articles(issue);
    /* What the first reading has asked still counts: it has told which names are wanted. */
    g_autoptr(GHashTable) asked = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_auto(GStrv) before = g_strsplit(issue->asked != NULL ? issue->asked : "", "\n", -1);
    for (guint i = 0; before[i] != NULL; i++)
        g_hash_table_add(asked, g_strdup(before[i]));
    ren_lexicon_listen(pipeline->lexicon, asked);
    ren_matcher_run(pipeline->matcher, issue, view, place, wanted);
    ren_resolve_issue(reader_of(pipeline), issue, place);
    ren_lexicon_listen(pipeline->lexicon, NULL);
    note_asked(pipeline, issue, view, asked);
}

RenReading *
ren_pipeline_explain(RenPipeline *pipeline, RenIssue *issue, const RenTold *told, GError **error)
{
    g_autoptr(RenView) view = view_issue(pipeline, issue);
    guint place;
    if (!prepare(pipeline, issue, view, told, &place, error))
        return NULL;
    RenReading *reading = ren_matcher_explain(pipeline->matcher, issue, g_steal_pointer(&view), place);
    ren_resolve_issue(reader_of(pipeline), issue, place);
    return reading;
}

const RenFields *
ren_pipeline_get_fields(const RenPipeline *pipeline)
{
    return pipeline->fields;
}

const RenLexicon *
ren_pipeline_get_lexicon(const RenPipeline *pipeline)
{
    return pipeline->lexicon;
}

const RenMatcher *
ren_pipeline_get_matcher(const RenPipeline *pipeline)
{
    return pipeline->matcher;
}

const RenIdentity *
ren_pipeline_get_identity(const RenPipeline *pipeline)
{
    return pipeline->identity;
}
