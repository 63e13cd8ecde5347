/* Packed archives (.zip, .tar and its packed kinds), read in place by libarchive: nothing is written
 * anywhere.
 *
 * Names of members are only names: UTF-8 where they are, else GB18030, which is what Chinese Windows packs;
 * leading slashes and what leads out of the archive (..) are taken out. */
#pragma once
#include <glib.h>

/* Who takes what is found. */
typedef struct {
    /* One member that ren_reader_type() knows: its name and bytes, which are lent. FALSE with @error set ends
     * the reading. */
    gboolean (*take)(const char *name, const char *bytes, gsize len, gpointer data, GError **error);
    /* What is wrong with member @name, or with the archive itself (NULL). */
    void (*tell)(const char *name, const GError *problem, gpointer data);
    gpointer data;
} RenPackSink;

/* Hands over the members of the archive at @path, in its order. What cannot be used is told, and the others
 * are read: members that are too large, encrypted or archives themselves; of a damaged archive what stands
 * before the damage. FALSE only with @error set as take() has set it. */
gboolean ren_pack_read(const char *path, const RenPackSink *sink, GError **error);

/* Largest member that is read, in bytes unpacked. */
#define REN_PACK_MAX ((gsize)64 * 1024 * 1024)
/* Text unpacks to a tenth of this many times its size at most: where more than REN_PACK_SURE bytes come out
 * of an archive, and more than so many times its own, the reading ends. */
#define REN_PACK_RATIO 200
#define REN_PACK_SURE ((guint64)8 * 1024 * 1024)
