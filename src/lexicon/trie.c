#include "lexicon/trie.h"

typedef struct {
    guint64 key; /* node << 21 | code point; 0 is free, as no node is 0 */
    guint32 child;
} Edge;

struct _RenTrie {
    Edge *edges; /* owned; a power of two of them */
    gsize capacity;
    gsize used;
    GArray *values; /* owned; of guint32, by node */
};

static gsize
slot_of(const RenTrie *trie, guint64 key)
{
    /* Fibonacci hashing: Knuth, The Art of Computer Programming 3, 6.4. */
    gsize i = (key * G_GUINT64_CONSTANT(11400714819323198485)) >> 20;
    for (i &= trie->capacity - 1; trie->edges[i].key != 0 && trie->edges[i].key != key;)
        i = (i + 1) & (trie->capacity - 1);
    return i;
}

static void
grow(RenTrie *trie)
{
    Edge *old = trie->edges;
    gsize n = trie->capacity;
    trie->capacity *= 2;
    trie->edges = g_new0(Edge, trie->capacity);
    for (gsize i = 0; i < n; i++)
        if (old[i].key != 0)
            trie->edges[slot_of(trie, old[i].key)] = old[i];
    g_free(old);
}

RenTrie *
ren_trie_new(void)
{
    RenTrie *trie = g_new0(RenTrie, 1);
    trie->capacity = 256;
    trie->edges = g_new0(Edge, trie->capacity);
    trie->values = g_array_new(FALSE, TRUE, sizeof(guint32));
    g_array_set_size(trie->values, REN_TRIE_ROOT + 1);
    return trie;
}

void
ren_trie_free(RenTrie *trie)
{
    if (trie == NULL)
        return;
    g_free(trie->edges);
    g_array_unref(trie->values);
    g_free(trie);
}

guint32
ren_trie_step(const RenTrie *trie, guint32 node, gunichar c)
{
    return trie->edges[slot_of(trie, (guint64)node << 21 | c)].child;
}

guint32
ren_trie_value(const RenTrie *trie, guint32 node)
{
    return g_array_index(trie->values, guint32, node);
}

guint32 *
ren_trie_slot(RenTrie *trie, const char *word)
{
    guint32 node = REN_TRIE_ROOT;
    for (const char *p = word; *p != '\0'; p = g_utf8_next_char(p)) {
        guint64 key = (guint64)node << 21 | g_utf8_get_char(p);
        gsize i = slot_of(trie, key);
        if (trie->edges[i].key == 0) {
            if (++trie->used * 2 > trie->capacity) {
                grow(trie);
                i = slot_of(trie, key);
            }
            trie->edges[i].key = key;
            trie->edges[i].child = trie->values->len;
            g_array_set_size(trie->values, trie->values->len + 1);
        }
        node = trie->edges[i].child;
    }
    return &g_array_index(trie->values, guint32, node);
}

guint32
ren_trie_find(const RenTrie *trie, const char *word)
{
    guint32 node = REN_TRIE_ROOT;
    for (const char *p = word; *p != '\0' && node != 0; p = g_utf8_next_char(p))
        node = ren_trie_step(trie, node, g_utf8_get_char(p));
    return node == 0 ? 0 : ren_trie_value(trie, node);
}
