#include "graph/pinyin.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* Parts foreign names. */
#define DOT "·"

/* Transliterates @text; syllables are parted by spaces. Owned by the caller, NULL where ICU fails. */
static char *
transliterate(const char *text)
{
    /* Names are read with their own tones, and shown without. */
    static const UChar id[] = u"Han-Latin/Names; Latin-ASCII";
    UErrorCode code = U_ZERO_ERROR;
    UTransliterator *transliterator = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
    if (U_FAILURE(code))
        return NULL;
    int32_t len = 0, capacity = 16 * strlen(text) + 16, limit;
    g_autofree UChar *buffer = g_new(UChar, capacity);
    u_strFromUTF8(buffer, capacity, &len, text, -1, &code);
    limit = len;
    utrans_transUChars(transliterator, buffer, &len, capacity, 0, &limit, &code);
    utrans_close(transliterator);
    char *out = g_malloc(3 * capacity);
    u_strToUTF8(out, 3 * capacity, NULL, buffer, len, &code);
    if (U_SUCCESS(code))
        return out;
    g_free(out);
    return NULL;
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
append_name(GString *out, const char *name, guint first)
{
    g_autofree char *latin = transliterate(name);
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
    GString *out = g_string_new(NULL);
    g_auto(GStrv) parts = g_strsplit(name, DOT, -1);
    gboolean foreign = kind == REN_PERSON && parts[0] != NULL && parts[1] != NULL;
    for (guint i = 0; parts[i] != NULL; i++) {
        if (i > 0)
            g_string_append(out, DOT);
        append_name(out, parts[i], foreign ? G_MAXUINT : surname);
    }
    return g_string_free(out, FALSE);
}
