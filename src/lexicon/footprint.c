#include "lexicon/footprint.h"

#include <string.h>

static int
compare_words(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Adds to @found (of const char *, the lexicon's) the words that stand in @text and are not yet in @seen, the
 * set of the numbers of their first rows. */
static void
collect(const RenLexicon *lexicon, const char *text, GHashTable *seen, GPtrArray *found)
{
    const RenTrie *trie = ren_lexicon_get_words(lexicon);
    for (const char *start = text; *start != '\0'; start = g_utf8_next_char(start)) {
        guint32 node = REN_TRIE_ROOT;
        for (const char *p = start; *p != '\0' && (node = ren_trie_step(trie, node, g_utf8_get_char(p))) != 0;
             p = g_utf8_next_char(p)) {
            guint n = ren_trie_value(trie, node);
            if (n != 0 && g_hash_table_add(seen, GUINT_TO_POINTER(n)))
                g_ptr_array_add(found, (gpointer)ren_lexicon_get_word(lexicon, n)->word);
        }
    }
}

/* All that a row says; a place by its path, for numbers change when another place comes in. */
static void
add_row(GChecksum *sum, const RenLexicon *lexicon, const RenWord *row)
{
    const char *path = row->place != 0 ? ren_lexicon_get_place(lexicon, row->place)->path : "";
    g_autofree char *line = g_strdup_printf(
        "%s\t%s\t%s\t%s\t%d %d %d %d %d %d %d %d %d\n", row->word, row->canon != NULL ? row->canon : "",
        row->organ != NULL ? row->organ : "", path, row->cls, row->grade, row->role, row->level, row->fixed,
        row->inside, row->common, row->full, row->tense);
    g_checksum_update(sum, (const guchar *)line, -1);
}

char *
ren_footprint(const RenLexicon *lexicon, const char *const *texts)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    for (; *texts != NULL; texts++)
        collect(lexicon, *texts, seen, found);
    g_ptr_array_sort(found, compare_words);
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (guint i = 0; i < found->len; i++)
        for (guint n = ren_trie_find(ren_lexicon_get_words(lexicon), found->pdata[i]); n != 0;
             n = ren_lexicon_get_word(lexicon, n)->next)
            add_row(sum, lexicon, ren_lexicon_get_word(lexicon, n));
    return g_strdup(g_checksum_get_string(sum));
}
