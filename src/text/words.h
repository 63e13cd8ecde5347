/* The words of full-text search. A run of Chinese characters has no blanks: it becomes overlapping pairs and
 * its last character, 教育局长 → 教育 育局 局长 长, so that every stretch of it is a phrase of pairs, and
 * every character begins a word. Anything else of letters and digits is a word as it is, in lower case.
 * Characters are folded (text/fold.h). A single line break or blanks between Chinese characters part nothing:
 * columns and scans break names; an empty line does. */
#pragma once
#include "base/record.h"

typedef struct {
    char *text;   /* owned */
    RenSpan span; /* bytes in the text it is from */
} RenSearchWord;

/* The words (RenSearchWord) of @text, @len bytes, in order. With @wanted they are those that a text must hold
 * one behind the other to hold @text: without the last character of a run of several that ends it. A lone
 * Chinese character that ends @text then sets @begins: it may begin a longer word. @begins may be NULL
 * without
 * @wanted. Freed with g_ptr_array_unref(). */
GPtrArray *ren_words_read(const char *text, gsize len, gboolean wanted, gboolean *begins);

/* The words of @text with a blank between each two, for the index. Owned by the caller. */
char *ren_words_list(const char *text, gsize len);
