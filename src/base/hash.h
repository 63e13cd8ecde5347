/* A hash for tables whose keys are two numbers in one. */
#pragma once
#include <glib.h>

/* Of a guint64 or gint64, for g_hash_table_new() with g_int64_equal(). GLib's own g_int64_hash() passes over
 * the upper half, so that pairs with the same lower half fall together and large tables are slow. Multiplies
 * by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
guint ren_hash_pair(gconstpointer key);
