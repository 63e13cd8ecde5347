#include "text/pinyin.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* Parts foreign names. */
#define DOT "·"

struct _RenPinyinReader {
    UTransliterator *transliterator; /* owned */
};

RenPinyinReader *
ren_pinyin_reader_new(void)
{
    /* Names are read with their own tones, and shown without. */
    static const UChar id[] = u"Han-Latin/Names; Latin-ASCII";
    UErrorCode code = U_ZERO_ERROR;
    UTransliterator *transliterator = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
    if (U_FAILURE(code))
        return NULL;
    RenPinyinReader *reader = g_new(RenPinyinReader, 1);
    reader->transliterator = transliterator;
    return reader;
}

void
ren_pinyin_reader_free(RenPinyinReader *reader)
{
    if (reader == NULL)
        return;
    utrans_close(reader->transliterator);
    g_free(reader);
}

/* Transliterates @text; syllables are parted by spaces. Owned by the caller, NULL where ICU fails. */
static char *
transliterate(RenPinyinReader *reader, const char *text)
{
    UErrorCode code = U_ZERO_ERROR;
    int32_t len = 0, capacity = 16 * strlen(text) + 16, limit;
    g_autofree UChar *buffer = g_new(UChar, capacity);
    u_strFromUTF8(buffer, capacity, &len, text, -1, &code);
    limit = len;
    utrans_transUChars(reader->transliterator, buffer, &len, capacity, 0, &limit, &code);
    char *out = g_malloc(3 * capacity);
    u_strToUTF8(out, 3 * capacity, NULL, buffer, len, &code);
    if (U_SUCCESS(code))
        return out;
    g_free(out);
    return NULL;
}

char *
ren_pinyin_typed(RenPinyinReader *reader, const char *name)
{
    g_autofree char *latin = transliterate(reader, name);
    GString *out = g_string_new(NULL);
    for (const char *p = latin; p != NULL && *p != '\0'; p++)
        if (g_ascii_isalnum(*p))
            g_string_append_c(out, g_ascii_tolower(*p));
    return g_string_free(out, FALSE);
}

char *
ren_pinyin_fold(const char *typed)
{
    g_autofree char *apart = g_utf8_normalize(typed, -1, G_NORMALIZE_NFD);
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *p = apart; p != NULL && *p != '\0'; p = g_utf8_next_char(p)) {
        if (g_ascii_isalnum(*p)) {
            char c = g_ascii_tolower(*p);
            char last = out->len > 0 ? out->str[out->len - 1] : '\0';
            /* ü is typed as v, and written as u by the transliterator. */
            g_string_append_c(out, c == 'v' && (last == 'l' || last == 'n') ? 'u' : c);
        } else if (!g_ascii_isspace(*p) && *p != '\'' && *p != '-' && !g_unichar_ismark(g_utf8_get_char(p))) {
            return NULL;
        }
    }
    return out->len > 0 ? g_string_free(g_steal_pointer(&out), FALSE) : NULL;
}

/* A capital at the head of @word. */
static void
append_capital(GString *out, const char *word)
{
    g_string_append_unichar(out, g_unichar_toupper(g_utf8_get_char(word)));
    g_string_append(out, g_utf8_next_char(word));
}

/* Appends @name, which has no dot: the first @first syllables are one word, and the others another; 0: each
 * is one. */
static void
append_name(RenPinyinReader *reader, GString *out, const char *name, guint first)
{
    g_autofree char *latin = transliterate(reader, name);
    if (latin == NULL) {
        g_string_append(out, name);
        return;
    }
    g_auto(GStrv) words = g_strsplit(latin, " ", -1);
    guint n = g_strv_length(words);
    gsize start = out->len;
    /* A name that is not all Chinese has no syllable for each character. */
    gboolean chinese = first > 0 && n == (guint)g_utf8_strlen(name, -1);
    for (guint i = 0; i < n; i++) {
        if (*words[i] == '\0')
            continue;
        gboolean begins = !chinese || i == 0 || i == first;
        if (begins && out->len > start && strchr("([{<", out->str[out->len - 1]) == NULL)
            g_string_append_c(out, ' ');
        if (begins)
            append_capital(out, words[i]);
        else
            g_string_append(out, words[i]);
    }
}

char *
ren_pinyin_of(const char *name, RenKind kind, guint surname)
{
    g_autoptr(RenPinyinReader) reader = ren_pinyin_reader_new();
    if (reader == NULL)
        return g_strdup(name);
    GString *out = g_string_new(NULL);
    g_auto(GStrv) parts = g_strsplit(name, DOT, -1);
    gboolean foreign = kind == REN_PERSON && parts[0] != NULL && parts[1] != NULL;
    for (guint i = 0; parts[i] != NULL; i++) {
        if (i > 0)
            g_string_append(out, DOT);
        append_name(reader, out, parts[i], foreign ? G_MAXUINT : surname);
    }
    return g_string_free(out, FALSE);
}
