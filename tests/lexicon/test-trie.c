#include "lexicon/trie.h"

static void
test_words_found(void)
{
    g_autoptr(RenTrie) trie = ren_trie_new();
    *ren_trie_slot(trie, "江津") = 7;
    *ren_trie_slot(trie, "江津区") = 8;
    g_assert_cmpuint(ren_trie_find(trie, "江津"), ==, 7);
    g_assert_cmpuint(ren_trie_find(trie, "江津区"), ==, 8);
    g_assert_cmpuint(ren_trie_find(trie, "江"), ==, 0);
    g_assert_cmpuint(ren_trie_find(trie, "江津区委"), ==, 0);
}

static void
test_many_words(void) /* enough to grow the table many times */
{
    g_autoptr(RenTrie) trie = ren_trie_new();
    for (guint i = 1; i <= 20000; i++) {
        g_autofree char *word = g_strdup_printf("字%u号", i);
        *ren_trie_slot(trie, word) = i;
    }
    for (guint i = 1; i <= 20000; i++) {
        g_autofree char *word = g_strdup_printf("字%u号", i);
        g_assert_cmpuint(ren_trie_find(trie, word), ==, i);
    }
}

static void
test_walk_stops(void)
{
    g_autoptr(RenTrie) trie = ren_trie_new();
    *ren_trie_slot(trie, "高度") = 1;
    guint32 node = ren_trie_step(trie, REN_TRIE_ROOT, 0x9ad8);
    g_assert_cmpuint(node, !=, 0);
    g_assert_cmpuint(ren_trie_value(trie, node), ==, 0);
    g_assert_cmpuint(ren_trie_step(trie, node, 0x5174), ==, 0);
    g_assert_cmpuint(ren_trie_value(trie, ren_trie_step(trie, node, 0x5ea6)), ==, 1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/trie/words-found", test_words_found);
    g_test_add_func("/trie/many-words", test_many_words);
    g_test_add_func("/trie/walk-stops", test_walk_stops);
    return g_test_run();
}
