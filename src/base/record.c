#include "base/record.h"

RenMention *
ren_mention_new(void)
{
    return g_new0(RenMention, 1);
}

void
ren_mention_free(RenMention *mention)
{
    if (mention == NULL)
        return;
    g_free(mention->text);
    g_free(mention->name);
    g_free(mention->entity);
    g_free(mention->rule);
    g_free(mention->lay);
    g_free(mention->base);
    g_free(mention);
}

RenPosition *
ren_position_new(void)
{
    return g_new0(RenPosition, 1);
}

void
ren_position_free(RenPosition *position)
{
    if (position == NULL)
        return;
    g_free(position->title);
    g_free(position->post);
    g_free(position->org);
    g_free(position->org_entity);
    g_free(position->org_base);
    g_free(position->region);
    g_free(position->rule);
    g_free(position);
}

RenReference *
ren_reference_new(void)
{
    RenReference *reference = g_new0(RenReference, 1);
    reference->mention = -1;
    return reference;
}

void
ren_reference_free(RenReference *reference)
{
    if (reference == NULL)
        return;
    g_free(reference->text);
    g_free(reference->surname);
    g_free(reference->title);
    g_free(reference->rule);
    g_free(reference);
}

void
ren_alias_free(RenAlias *alias)
{
    if (alias == NULL)
        return;
    g_free(alias->brief);
    g_free(alias->full);
    g_free(alias);
}

RenArticle *
ren_article_new(void)
{
    RenArticle *article = g_new0(RenArticle, 1);
    article->sentences = g_array_new(FALSE, FALSE, sizeof(RenSpan));
    article->mentions = g_ptr_array_new_with_free_func((GDestroyNotify)ren_mention_free);
    article->positions = g_ptr_array_new_with_free_func((GDestroyNotify)ren_position_free);
    article->references = g_ptr_array_new_with_free_func((GDestroyNotify)ren_reference_free);
    return article;
}

void
ren_article_free(RenArticle *article)
{
    if (article == NULL)
        return;
    g_free(article->title);
    g_free(article->date);
    g_array_unref(article->sentences);
    g_ptr_array_unref(article->mentions);
    g_ptr_array_unref(article->positions);
    g_ptr_array_unref(article->references);
    g_free(article);
}

RenIssue *
ren_issue_new(void)
{
    RenIssue *issue = g_new0(RenIssue, 1);
    issue->articles = g_ptr_array_new_with_free_func((GDestroyNotify)ren_article_free);
    issue->aliases = g_ptr_array_new_with_free_func((GDestroyNotify)ren_alias_free);
    issue->borders = g_array_new(FALSE, FALSE, sizeof(gsize));
    return issue;
}

void
ren_issue_free(RenIssue *issue)
{
    if (issue == NULL)
        return;
    g_free(issue->path);
    g_free(issue->doc);
    g_free(issue->text);
    g_free(issue->encoding);
    g_free(issue->date);
    g_free(issue->home);
    g_free(issue->key);
    g_free(issue->sought);
    g_free(issue->asked);
    g_free(issue->words);
    g_free(issue->paper);
    g_free(issue->number);
    g_free(issue->page);
    g_array_unref(issue->borders);
    g_ptr_array_unref(issue->articles);
    g_ptr_array_unref(issue->aliases);
    g_free(issue);
}

static const char *const date_sources[] = {"none", "name", "text", "option", "field"};

const char *
ren_date_source_name(RenDateSource source)
{
    return date_sources[source];
}

RenDateSource
ren_date_source_parse(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(date_sources); i++)
        if (g_str_equal(date_sources[i], name))
            return i;
    return REN_DATE_NONE;
}
