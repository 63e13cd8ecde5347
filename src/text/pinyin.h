/* Names for readers who do not read Chinese. */
#pragma once
#include "base/kind.h"

/* @name in Latin letters, by ICU's transliteration (CLDR Han-Latin): a person's surname of @surname
 * characters first (苏明哲, 1 → Su Mingzhe), of a foreign one each part a word (马可·贝里尼 → Make·Beilini);
 * else, and where @surname is 0, each syllable by itself. What is no Chinese stays. Owned by the caller. */
char *ren_pinyin_of(const char *name, RenKind kind, guint surname);

/* The same as it is typed: lower-case letters and digits without blanks (苏明哲 → sumingzhe), for many names.
 * A transliterator takes a while to make. NULL where ICU has none. */
typedef struct _RenPinyinReader RenPinyinReader;
RenPinyinReader *ren_pinyin_reader_new(void);
/* What stands in no Latin letters is left out. Owned by the caller. */
char *ren_pinyin_typed(RenPinyinReader *reader, const char *name);
void ren_pinyin_reader_free(RenPinyinReader *reader); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenPinyinReader, ren_pinyin_reader_free)

/* What somebody has typed as pinyin, in that form: "Lǐ Tóng" → litong, "lv" → lu. NULL where it holds
 * anything but Latin letters, digits, blanks, apostrophes and hyphens. Owned by the caller. */
char *ren_pinyin_fold(const char *typed);
