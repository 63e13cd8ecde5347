/* Names for readers who do not read Chinese. */
#pragma once
#include "base/kind.h"

/* @name in Latin letters, by ICU's transliteration (CLDR Han-Latin): a person's surname of @surname
 * characters first (苏明哲, 1 → Su Mingzhe), of a foreign one each part a word (马可·贝里尼 → Make·Beilini);
 * else, and where @surname is 0, each syllable by itself. What is no Chinese stays. Owned by the caller. */
char *ren_pinyin_of(const char *name, RenKind kind, guint surname);
