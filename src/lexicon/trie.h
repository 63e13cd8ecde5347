/* A set of words with a number each, walked one code point at a time: all words that start at a place in the
 * text are found in one walk, however many words there are. The edges of the trie lie in one open-addressed
 * hash table keyed by (node, code point). */
#pragma once
#include <glib.h>

typedef struct _RenTrie RenTrie;

#define REN_TRIE_ROOT 1u

/* An empty set, freed with ren_trie_free(). */
RenTrie *ren_trie_new(void);
/* The number kept for @word (UTF-8), 0 at first; the pointer holds until the next call. */
guint32 *ren_trie_slot(RenTrie *trie, const char *word);
/* The node behind @node (REN_TRIE_ROOT: at the head of a word) by @c, or 0 where no word goes on so. */
guint32 ren_trie_step(const RenTrie *trie, guint32 node, gunichar c);
/* The number of the word that ends at @node, or 0. */
guint32 ren_trie_value(const RenTrie *trie, guint32 node);
/* The number of @word, or 0 where it was never set. */
guint32 ren_trie_find(const RenTrie *trie, const char *word);
void ren_trie_free(RenTrie *trie); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenTrie, ren_trie_free)
