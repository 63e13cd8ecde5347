/* How a newspaper marks up its page: the patterns of gazetteer/rules/layout.tsv, and which of them a
 * paragraph meets. A loaded layout never changes, so threads may share one. */
#pragma once
#include <glib.h>

/* What a paragraph can be. Several may be set. The table's column `kind` has the names in the comments. */
typedef enum {
    REN_LAYOUT_LEAD = 1 << 0,      /* lead: opens with 本报讯, 新华社北京11月4日电 … */
    REN_LAYOUT_BYLINE = 1 << 1,    /* byline: is nothing but who wrote it */
    REN_LAYOUT_AUTHOR = 1 << 2,    /* author: may be a bare name */
    REN_LAYOUT_CREDIT = 1 << 3,    /* credit: ends with who took the picture */
    REN_LAYOUT_PHOTO = 1 << 4,     /* photo: opens as a caption does (图为 …) */
    REN_LAYOUT_JUMP_FROM = 1 << 5, /* jump-from: goes on from another page, (上接第一版) */
    REN_LAYOUT_JUMP_TO = 1 << 6,   /* jump-to: ends with (下转第三版) */
    REN_LAYOUT_END = 1 << 7,       /* end: closes an article, (记者 X) */
    REN_LAYOUT_FURNITURE = 1 << 8, /* furniture: masthead, page number, editors, a link */
    REN_LAYOUT_SECTION = 1 << 9,   /* section: the name of a page or column, never a headline */
    REN_LAYOUT_KICKER = 1 << 10,   /* kicker: a line above a headline */
    REN_LAYOUT_DECK = 1 << 11,     /* deck: a line below a headline, —— … */
    REN_LAYOUT_OPENING = 1 << 12,  /* opening: opens as news does (近日, 11月4日) */
    REN_LAYOUT_RUNNING = 1 << 13,  /* running: a piece of a sentence, however short: no headline */
    REN_LAYOUT_NOTE = 1 << 14,     /* note: an editor's word that stands above the byline, 编者按 */
} RenLayoutFlags;

typedef struct _RenLayout RenLayout;

/* Loads rules/layout.tsv of the gazetteer folders @dirs, NULL-terminated; the rows of all are added up.
 * Returns a new layout, freed with ren_layout_free(), or NULL with @error set to REN_ERROR_GAZETTEER (file
 * and line) where a kind is unknown or a pattern does not compile, or where no folder has the table. */
RenLayout *ren_layout_new(const char *const *dirs, GError **error);

/* What the paragraph @text, @len bytes of a clean view (or of a folded line), is. Costs the same for a long
 * paragraph as for a short one: the patterns see its first and its last few hundred bytes. */
guint ren_layout_classify(const RenLayout *layout, const char *text, gsize len);

/* Tries every row's example and counter-example. FALSE with @error set (file and line) at the first that is
 * wrong. */
gboolean ren_layout_check(const RenLayout *layout, GError **error);

/* How many rows there are. */
guint ren_layout_count(const RenLayout *layout);

void ren_layout_free(RenLayout *layout); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenLayout, ren_layout_free)
