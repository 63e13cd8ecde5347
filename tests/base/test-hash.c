#include "base/hash.h"

/* Both halves of a key count: GLib's own hash is one value for all of these. */
static void
test_pairs_scatter(void)
{
    for (guint shift = 0; shift <= 32; shift += 32) {
        g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
        for (guint64 i = 0; i < 1000; i++) {
            guint64 pair = i << shift | G_GUINT64_CONSTANT(7) << (32 - shift);
            g_hash_table_add(seen, GUINT_TO_POINTER(ren_hash_pair(&pair)));
        }
        g_assert_cmpuint(g_hash_table_size(seen), >, 990);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/hash/pairs-scatter", test_pairs_scatter);
    return g_test_run();
}
