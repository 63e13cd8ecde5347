/* Issues made by hand, for the tests of the rooms behind the pipeline. All persons, places and firms are
 * invented. */
#pragma once
#include <string.h>

#include "base/record.h"

/* An issue called @doc of @date with @text, without articles. */
static inline RenIssue *
test_issue_new(const char *doc, const char *date, const char *text)
{
    RenIssue *issue = ren_issue_new();
    issue->doc = g_strdup(doc);
    issue->path = g_strdup_printf("/somewhere/%s", doc);
    issue->text = g_strdup(text);
    issue->len = strlen(text);
    issue->encoding = g_strdup("UTF-8");
    issue->date = g_strdup(date);
    issue->date_source = date != NULL ? REN_DATE_NAME : REN_DATE_NONE;
    return issue;
}

/* The next article: from the end of the last one to before @end_mark (NULL: the end of the text). Its
 * sentences end with 。 or a line break, its headline is its first line. */
static inline RenArticle *
test_issue_add_article(RenIssue *issue, const char *end_mark)
{
    RenArticle *article = ren_article_new();
    article->index = issue->articles->len;
    if (article->index > 0)
        article->span.start = ((RenArticle *)issue->articles->pdata[article->index - 1])->span.end;
    const char *head = issue->text + article->span.start;
    const char *end = end_mark != NULL ? strstr(head, end_mark) : NULL;
    article->span.end = end != NULL ? (gsize)(end - issue->text) : issue->len;
    article->date = g_strdup(issue->date);
    article->title = g_strndup(head, MIN(strcspn(head, "\n"), article->span.end - article->span.start));
    gsize start = article->span.start;
    for (gsize i = start; i < article->span.end; i++) {
        gsize stop = issue->text[i] == '\n' ? 1 : g_str_has_prefix(issue->text + i, "。") ? 3 : 0;
        if (stop == 0 && i + 1 < article->span.end)
            continue;
        RenSpan sentence = {start, stop > 0 ? i + stop : article->span.end};
        g_array_append_val(article->sentences, sentence);
        start = sentence.end;
    }
    g_ptr_array_add(issue->articles, article);
    return article;
}

/* The @nth occurrence (from 0) of @text in @article becomes a mention of @entity, named @name. */
static inline RenMention *
test_article_add(RenArticle *article, const RenIssue *issue, RenKind kind, RenRole role, const char *text,
                 guint nth, const char *entity, const char *name)
{
    const char *at = issue->text + article->span.start;
    for (guint i = 0; i <= nth; i++) {
        at = strstr(i == 0 ? at : at + 1, text);
        g_assert_nonnull(at);
    }
    RenMention *mention = ren_mention_new();
    mention->kind = kind;
    mention->role = role;
    mention->span.start = at - issue->text;
    mention->span.end = mention->span.start + strlen(text);
    g_assert_cmpuint(mention->span.end, <=, article->span.end);
    for (guint i = 0; i < article->sentences->len; i++)
        if (g_array_index(article->sentences, RenSpan, i).start <= mention->span.start)
            mention->sentence = i;
    mention->text = g_strdup(text);
    mention->name = g_strdup(name != NULL ? name : text);
    mention->entity = g_strdup(entity);
    mention->rule = g_strdup("by hand");
    g_ptr_array_add(article->mentions, mention);
    return mention;
}

/* The last mention's person holds @title of @org (NULL: of none). */
static inline void
test_article_add_position(RenArticle *article, const char *title, const char *org)
{
    RenPosition *position = ren_position_new();
    position->mention = article->mentions->len - 1;
    position->title = g_strdup(title);
    position->org = g_strdup(org);
    position->org_entity = org != NULL ? g_strconcat("org:", org, NULL) : NULL;
    position->rule = g_strdup("by hand");
    g_ptr_array_add(article->positions, position);
}
