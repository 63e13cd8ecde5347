#include "resolve/introduced.h"

#include <string.h>

struct _RenIntroduced {
    const RenLexicon *lexicon; /* borrowed */
    GHashTable *own;           /* owned; set of "path, short name": where each is introduced */
    GHashTable *homes; /* owned; region → GHashTable of short name → RenAlias; full NULL: of several things */
};

RenIntroduced *
ren_introduced_new(const RenLexicon *lexicon)
{
    RenIntroduced *introduced = g_new0(RenIntroduced, 1);
    introduced->lexicon = lexicon;
    introduced->own = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    introduced->homes =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
    return introduced;
}

void
ren_introduced_free(RenIntroduced *introduced)
{
    if (introduced == NULL)
        return;
    g_hash_table_unref(introduced->own);
    g_hash_table_unref(introduced->homes);
    g_free(introduced);
}

/* 指挥中心 is a word, whatever one article says. */
static gboolean
is_word(const RenLexicon *lexicon, const char *name)
{
    return ren_trie_find(ren_lexicon_get_words(lexicon), name) != 0;
}

static char *
own_key(const RenIssue *issue, const char *brief)
{
    return g_strdup_printf("%s\t%s", issue->path != NULL ? issue->path : issue->doc, brief);
}

static GHashTable *
names_of(RenIntroduced *introduced, const char *home)
{
    GHashTable *names = g_hash_table_lookup(introduced->homes, home);
    if (names == NULL) {
        names = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)ren_alias_free);
        g_hash_table_insert(introduced->homes, g_strdup(home), names);
    }
    return names;
}

void
ren_introduced_add(RenIntroduced *introduced, const RenIssue *issue)
{
    for (guint i = 0; i < issue->aliases->len; i++) {
        const RenAlias *alias = issue->aliases->pdata[i];
        if (is_word(introduced->lexicon, alias->brief))
            continue;
        g_hash_table_add(introduced->own, own_key(issue, alias->brief));
        GHashTable *names = names_of(introduced, issue->home != NULL ? issue->home : "");
        RenAlias *known = g_hash_table_lookup(names, alias->brief);
        if (known == NULL) {
            known = g_new(RenAlias, 1);
            *known = (RenAlias){alias->kind, g_strdup(alias->brief), g_strdup(alias->full)};
            g_hash_table_insert(names, known->brief, known);
        } else if (g_strcmp0(known->full, alias->full) != 0) {
            g_clear_pointer(&known->full, g_free);
        }
    }
}

static int
compare_aliases(gconstpointer a, gconstpointer b)
{
    return strcmp((*(RenAlias *const *)a)->brief, (*(RenAlias *const *)b)->brief);
}

GPtrArray *
ren_introduced_find(const RenIntroduced *introduced, const RenIssue *issue)
{
    GPtrArray *found = g_ptr_array_new();
    GHashTable *names = g_hash_table_lookup(introduced->homes, issue->home != NULL ? issue->home : "");
    if (names == NULL)
        return found;
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init(&iter, names);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        RenAlias *alias = value;
        g_autofree char *own = own_key(issue, alias->brief);
        if (alias->full != NULL && strstr(issue->text, alias->brief) != NULL &&
            !g_hash_table_contains(introduced->own, own))
            g_ptr_array_add(found, alias);
    }
    g_ptr_array_sort(found, compare_aliases);
    return found;
}
