#include "text/fold.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

/* The named entities that converters of web pages write. */
static const struct {
    const char *name;
    gunichar c;
} entities[] = {
    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
    {"nbsp", ' '},      {"ensp", ' '},     {"emsp", ' '},     {"thinsp", ' '},   {"ldquo", 0x201c},
    {"rdquo", 0x201d},  {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"mdash", 0x2014}, {"ndash", 0x2013},
    {"hellip", 0x2026}, {"middot", 0xb7},  {"times", 0xd7},   {"bull", 0x2022},  {"deg", 0xb0},
};

gboolean
ren_fold_is_dot(gunichar c)
{
    return c == 0xb7 || c == 0x2022 || c == 0x2027 || c == 0x2219 || c == 0x22c5 || c == 0x30fb ||
           c == 0xff65;
}

static gboolean
is_invisible(gunichar c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
           (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe0fff);
}

static gunichar
fold_compatible(gunichar c)
{
    switch (u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE)) {
    case U_DT_NONE:
    case U_DT_CIRCLE:
    case U_DT_SUPER:
    case U_DT_SUB:
    case U_DT_FRACTION:
        return c;
    default:
        break;
    }
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&status);
    UChar buffer[8];
    int32_t n =
        U_SUCCESS(status) ? unorm2_getDecomposition(nfkc, c, buffer, G_N_ELEMENTS(buffer), &status) : 0;
    if (U_FAILURE(status))
        return c;
    if (n == 1 && !U16_IS_SURROGATE(buffer[0]))
        return buffer[0];
    if (n == 2 && U16_IS_LEAD(buffer[0]) && U16_IS_TRAIL(buffer[1]))
        return U16_GET_SUPPLEMENTARY(buffer[0], buffer[1]);
    return c;
}

gunichar
ren_fold_char(gunichar c)
{
    if ((c > 0x20 && c < 0x7f) || (c >= 0x4e00 && c <= 0x9fff))
        return c;
    if ((c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029)
        return REN_FOLD_BREAK;
    if (c == ' ' || c == '\t' || c == 0x3000 || c == 0xa0 || c == 0x2007 ||
        g_unichar_type(c) == G_UNICODE_SPACE_SEPARATOR)
        return REN_FOLD_SPACE;
    if (is_invisible(c))
        return REN_FOLD_DROP;
    gunichar folded = fold_compatible(c);
    /* A fold may itself end in a blank. */
    return folded == ' ' ? REN_FOLD_SPACE : folded;
}

gsize
ren_fold_entity(const char *text, gsize len, gunichar *c)
{
    if (len < 4 || text[0] != '&')
        return 0;
    const char *end = memchr(text, ';', MIN(len, 12));
    if (end == NULL)
        return 0;
    gsize n = end - text - 1;
    if (text[1] == '#') {
        gboolean hex = n > 2 && (text[2] == 'x' || text[2] == 'X');
        gunichar value = 0;
        gsize digits = hex ? 3 : 2;
        if (digits > n)
            return 0;
        for (; digits <= n; digits++) {
            int digit = hex ? g_ascii_xdigit_value(text[digits]) : g_ascii_digit_value(text[digits]);
            if (digit < 0)
                return 0;
            value = value * (hex ? 16 : 10) + digit;
            if (value > 0x10ffff)
                return 0;
        }
        if (value == 0 || !g_unichar_validate(value))
            return 0;
        *c = value;
        return n + 2;
    }
    for (guint i = 0; i < G_N_ELEMENTS(entities); i++) {
        if (strlen(entities[i].name) == n && memcmp(entities[i].name, text + 1, n) == 0) {
            *c = entities[i].c;
            return n + 2;
        }
    }
    return 0;
}

gsize
ren_fold_raw_length(const char *text, gsize len)
{
    if (len == 0)
        return 0;
    gunichar c;
    gsize entity = ren_fold_entity(text, len, &c);
    return entity > 0 ? entity : MIN(len, (gsize)(g_utf8_next_char(text) - text));
}
