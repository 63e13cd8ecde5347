#include "base/hash.h"

guint
ren_hash_pair(gconstpointer key)
{
    return (*(const guint64 *)key * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15)) >> 32;
}
