#include "resolve/reference.h"

/* Whether @post, a title as printed, can be called @title: 区委副书记 is a 书记, 区委书记 no 副书记. */
static gboolean
is_called(const char *post, const char *title)
{
    return g_str_has_suffix(post, title);
}

/* The mention of the only person of @article whom the reference can mean: of its surname, with a post that is
 * called so; where nobody of the surname has such a post, the only one of it, if the article gives no post at
 * all. -1 where that is nobody, or more than one. */
static int
who_is_meant(const RenArticle *article, const RenReference *reference)
{
    int titled = -1, bare = -1;
    guint n_titled = 0, n_bare = 0, n_posted = 0;
    for (guint i = 0; i < article->mentions->len; i++) {
        const RenMention *mention = article->mentions->pdata[i];
        if (mention->kind != REN_PERSON || mention->role == REN_ROLE_REPORTER ||
            !g_str_has_prefix(mention->name, reference->surname))
            continue;
        gboolean seen = FALSE, fits = FALSE, posted = mention->lay != NULL;
        for (guint k = 0; k < i && !seen; k++) {
            const RenMention *other = article->mentions->pdata[k];
            seen = other->kind == REN_PERSON && other->person == mention->person &&
                   other->role != REN_ROLE_REPORTER;
        }
        for (guint k = 0; k < article->positions->len && !seen; k++) {
            const RenPosition *position = article->positions->pdata[k];
            const RenMention *holder = article->mentions->pdata[position->mention];
            if (holder->kind != REN_PERSON || holder->person != mention->person)
                continue;
            posted = TRUE;
            fits |= is_called(position->title, reference->title);
        }
        if (seen)
            continue;
        n_posted += posted;
        if (fits) {
            n_titled++;
            titled = i;
        } else if (!posted) {
            n_bare++;
            bare = i;
        }
    }
    if (n_titled > 0)
        return n_titled == 1 ? titled : -1;
    return n_bare == 1 && n_posted == 0 ? bare : -1;
}

void
ren_references_resolve(RenArticle *article)
{
    for (guint i = 0; i < article->references->len; i++) {
        RenReference *reference = article->references->pdata[i];
        reference->mention = who_is_meant(article, reference);
    }
}
