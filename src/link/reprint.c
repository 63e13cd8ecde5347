#include "link/reprint.h"

#include <string.h>

#include "text/fold.h"

/* Letters in a run. */
#define RUN 5
/* So many runs are kept of a text. */
#define KEPT 128
/* Texts that share one of so many least runs are compared: of two reprints nearly all pairs do. */
#define KEYS 8
/* What more texts share is a phrase of the paper's. */
#define MAX_SHARED 64

struct _RenSketch {
    guint n;
    guint32 hashes[KEPT]; /* sorted */
};

typedef struct {
    gint64 number;
    RenSketch *sketch; /* owned */
} Text;

struct _RenReprints {
    GArray *texts;      /* owned; of Text */
    GHashTable *by_key; /* owned; hash → GArray of guint, indexes in texts */
};

static int
compare_hashes(gconstpointer a, gconstpointer b)
{
    guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
    return (x > y) - (x < y);
}

/* Spreads the bits of @x; the last step of SplitMix64 (Steele and others, 2014, doi:10.1145/2714064.2660195).
 */
static guint64
mix(guint64 x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    return x ^ (x >> 31);
}

RenSketch *
ren_sketch_new(const char *text, gsize len)
{
    g_autoptr(GArray) hashes = g_array_new(FALSE, FALSE, sizeof(guint32));
    gunichar run[RUN] = {0};
    guint letters = 0;
    for (const char *p = text; p < text + len; p = g_utf8_next_char(p)) {
        gunichar c = ren_fold_char(g_utf8_get_char(p));
        if (!g_unichar_isalnum(c))
            continue;
        memmove(run, run + 1, sizeof run - sizeof *run);
        run[RUN - 1] = c;
        if (++letters < RUN)
            continue;
        guint64 hash = 0;
        for (guint i = 0; i < RUN; i++)
            hash = mix(hash + run[i]);
        guint32 kept = hash >> 32;
        g_array_append_val(hashes, kept);
    }
    if (letters < REN_REPRINT_LEAST)
        return NULL;
    g_array_sort(hashes, compare_hashes);
    RenSketch *sketch = g_new0(RenSketch, 1);
    for (guint i = 0; i < hashes->len && sketch->n < KEPT; i++) {
        guint32 hash = g_array_index(hashes, guint32, i);
        if (sketch->n == 0 || sketch->hashes[sketch->n - 1] != hash)
            sketch->hashes[sketch->n++] = hash;
    }
    return sketch;
}

void
ren_sketch_free(RenSketch *sketch)
{
    g_free(sketch);
}

/* The share of the least hashes of both that both have. */
static double
resemblance(const RenSketch *a, const RenSketch *b)
{
    guint i = 0, k = 0, all = 0, both = 0;
    for (; all < KEPT && (i < a->n || k < b->n); all++) {
        gboolean in_a = i < a->n && (k == b->n || a->hashes[i] <= b->hashes[k]);
        gboolean in_b = k < b->n && (i == a->n || b->hashes[k] <= a->hashes[i]);
        both += in_a && in_b;
        i += in_a;
        k += in_b;
    }
    return (double)both / all;
}

RenReprints *
ren_reprints_new(void)
{
    RenReprints *reprints = g_new(RenReprints, 1);
    reprints->texts = g_array_new(FALSE, FALSE, sizeof(Text));
    reprints->by_key = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
    return reprints;
}

gint64
ren_reprints_find(const RenReprints *reprints, const RenSketch *sketch)
{
    guint best = G_MAXUINT;
    double most = REN_REPRINT_RESEMBLANCE;
    for (guint key = 0; key < MIN(KEYS, sketch->n); key++) {
        const GArray *shared = g_hash_table_lookup(reprints->by_key, GUINT_TO_POINTER(sketch->hashes[key]));
        for (guint i = 0; shared != NULL && i < shared->len; i++) {
            guint text = g_array_index(shared, guint, i);
            double near = resemblance(sketch, g_array_index(reprints->texts, Text, text).sketch);
            if (near < most || (near == most && text >= best))
                continue;
            most = near;
            best = text;
        }
    }
    return best == G_MAXUINT ? -1 : g_array_index(reprints->texts, Text, best).number;
}

void
ren_reprints_add(RenReprints *reprints, gint64 number, RenSketch *sketch)
{
    Text text = {number, sketch};
    guint index = reprints->texts->len;
    g_array_append_val(reprints->texts, text);
    for (guint key = 0; key < MIN(KEYS, sketch->n); key++) {
        gpointer hash = GUINT_TO_POINTER(sketch->hashes[key]);
        GArray *shared = g_hash_table_lookup(reprints->by_key, hash);
        if (shared == NULL) {
            shared = g_array_new(FALSE, FALSE, sizeof(guint));
            g_hash_table_insert(reprints->by_key, hash, shared);
        }
        if (shared->len < MAX_SHARED)
            g_array_append_val(shared, index);
    }
}

void
ren_reprints_free(RenReprints *reprints)
{
    if (reprints == NULL)
        return;
    for (guint i = 0; i < reprints->texts->len; i++)
        ren_sketch_free(g_array_index(reprints->texts, Text, i).sketch);
    g_array_unref(reprints->texts);
    g_hash_table_unref(reprints->by_key);
    g_free(reprints);
}
