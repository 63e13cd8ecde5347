#include "corpus/reader.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include "base/error.h"
#include "base/message.h"

/* Files deeper than this are no archive but a loop. */
#define MAX_DEPTH 64
/* Bytes that the detection of an encoding looks at. */
#define SAMPLE (256 * 1024)

/* What a file is by the end of its name. */
static const struct {
    const char *suffix;
    RenFileType type;
} types[] = {
    {".txt", REN_FILE_TEXT},     {".md", REN_FILE_TEXT},     {".html", REN_FILE_HTML},
    {".htm", REN_FILE_HTML},     {".xhtml", REN_FILE_HTML},  {".jsonl", REN_FILE_LINES},
    {".ndjson", REN_FILE_LINES}, {".json", REN_FILE_JSON},   {".zip", REN_FILE_PACK},
    {".tar", REN_FILE_PACK},     {".tar.gz", REN_FILE_PACK}, {".tgz", REN_FILE_PACK},
    {".tar.xz", REN_FILE_PACK},  {".txz", REN_FILE_PACK},    {".tar.bz2", REN_FILE_PACK},
    {".rar", REN_FILE_FOREIGN},  {".7z", REN_FILE_FOREIGN},
};

void
ren_file_free(RenFile *file)
{
    if (file == NULL)
        return;
    g_free(file->path);
    g_free(file->doc);
    g_free(file);
}

static void
add_file(GPtrArray *files, const char *path, const char *doc)
{
    RenFile *file = g_new0(RenFile, 1);
    file->path = g_strdup(path);
    /* The name goes into JSON and the store, which hold UTF-8 only. */
    file->doc = g_filename_display_name(doc);
    g_ptr_array_add(files, file);
}

static gboolean
fail_io(GError **error, int code, const char *what)
{
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(code), "%s: %s", what, g_strerror(code));
    return FALSE;
}

RenFileType
ren_reader_type(const char *name)
{
    g_autofree char *lower = g_ascii_strdown(name, -1);
    /* What explains a folder is no issue; hidden files are a system's. */
    if (g_str_has_prefix(lower, "readme.") || lower[0] == '.')
        return REN_FILE_OTHER;
    for (guint i = 0; i < G_N_ELEMENTS(types); i++)
        if (g_str_has_suffix(lower, types[i].suffix))
            return types[i].type;
    return REN_FILE_OTHER;
}

/* @seen holds the folders on the way, so that a link to one of them ends there. */
static gboolean
find_below(const char *path, const char *doc, guint depth, GHashTable *seen, GPtrArray *files, GError **error)
{
    GStatBuf info;
    if (g_stat(path, &info) != 0)
        return fail_io(error, errno, _("cannot be read"));
    g_autofree char *key = g_strdup_printf("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64)info.st_dev,
                                           (guint64)info.st_ino);
    if (depth > MAX_DEPTH || !g_hash_table_add(seen, g_steal_pointer(&key)))
        return TRUE;
    errno = 0;
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    if (dir == NULL) {
        g_autofree char *what = g_strdup_printf(_("folder '%s' cannot be read"), path);
        return fail_io(error, errno != 0 ? errno : EIO, what);
    }
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL) {
        if (name[0] == '.')
            continue;
        g_autofree char *inner = g_build_filename(path, name, NULL);
        g_autofree char *inner_doc = doc == NULL ? g_strdup(name) : g_build_filename(doc, name, NULL);
        if (g_file_test(inner, G_FILE_TEST_IS_DIR)) {
            if (!find_below(inner, inner_doc, depth + 1, seen, files, error))
                return FALSE;
        } else if (ren_reader_type(name) != REN_FILE_OTHER && g_file_test(inner, G_FILE_TEST_EXISTS)) {
            add_file(files, inner, inner_doc);
        }
    }
    return TRUE;
}

static gint
compare_files(gconstpointer a, gconstpointer b)
{
    const RenFile *x = *(RenFile *const *)a, *y = *(RenFile *const *)b;
    int order = strcmp(x->doc, y->doc);
    return order != 0 ? order : strcmp(x->path, y->path);
}

GPtrArray *
ren_reader_find(const char *path, GError **error)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func((GDestroyNotify)ren_file_free);
    if (!g_file_test(path, G_FILE_TEST_IS_DIR)) {
        GStatBuf info;
        if (g_stat(path, &info) != 0) {
            fail_io(error, errno, _("cannot be read"));
            return NULL;
        }
        g_autofree char *base = g_path_get_basename(path);
        add_file(files, path, base);
        ((RenFile *)files->pdata[0])->named = TRUE;
        return g_steal_pointer(&files);
    }
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (!find_below(path, NULL, 0, seen, files, error))
        return NULL;
    g_ptr_array_sort(files, compare_files);
    return g_steal_pointer(&files);
}

static gboolean fail_input(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

static gboolean
fail_input(GError **error, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *what = g_strdup_vprintf(format, args);
    va_end(args);
    g_set_error(error, REN_ERROR, REN_ERROR_INPUT, "%s", what);
    return FALSE;
}

/* UTF-8 with one U+FFFD for each maximal piece that is none, as Unicode recommends. */
static char *
repair_utf8(const char *bytes, gsize len, gsize *out_len, guint *invalid)
{
    GString *out = g_string_sized_new(len + 1);
    const guint8 *s = (const guint8 *)bytes;
    gsize clean = 0;
    for (gsize i = 0; i < len;) {
        gsize before = i;
        UChar32 c;
        U8_NEXT(s, i, len, c);
        if (c >= 0)
            continue;
        g_string_append_len(out, bytes + clean, before - clean);
        g_string_append(out, "\xef\xbf\xbd");
        *invalid += i - before;
        clean = i;
    }
    g_string_append_len(out, bytes + clean, len - clean);
    *out_len = out->len;
    return g_string_free(out, FALSE);
}

/* Counts what speaks for UTF-8 (characters of several bytes) and against it (bytes that fit nowhere). */
static void
weigh_utf8(const char *bytes, gsize len, gsize *wide, gsize *bad)
{
    const guint8 *s = (const guint8 *)bytes;
    *wide = *bad = 0;
    for (gsize i = 0; i < len;) {
        gsize before = i;
        UChar32 c;
        U8_NEXT(s, i, len, c);
        if (c < 0)
            *bad += i - before;
        else if (i - before > 2)
            (*wide)++;
    }
}

/* The share of the two-byte characters that are the standard's common ones: GB 2312 and Big5 both put the few
 * thousand most used characters into a block of their own, and a text in the other encoding scatters out of
 * it. */
static double
common_share(const char *bytes, gsize len, gboolean big5)
{
    const guint8 *s = (const guint8 *)bytes;
    gsize all = 0, common = 0;
    for (gsize i = 0; i < len;) {
        if (s[i] < 0x80) {
            i++;
            continue;
        }
        all++;
        if (i + 1 >= len)
            break;
        guint8 lead = s[i], trail = s[i + 1];
        /* GB18030 has characters of four bytes, all of them rare. */
        if (!big5 && lead >= 0x81 && lead <= 0xfe && trail >= 0x30 && trail <= 0x39) {
            i += 4;
            continue;
        }
        gboolean fits = lead >= 0x81 && lead <= 0xfe && trail >= 0x40 && trail != 0x7f && trail != 0xff;
        if (big5)
            common += fits && lead >= 0xa1 && lead <= 0xc6 && (trail < 0x7f || trail > 0xa0);
        else
            common += fits && (lead <= 0xa3 || lead >= 0xb0) && lead >= 0xa1 && lead <= 0xd7 && trail > 0xa0;
        i += fits ? 2 : 1;
    }
    return all == 0 ? 0 : (double)common / all;
}

/* The share of the 16-bit units that Chinese text is made of. */
static double
utf16_share(const char *bytes, gsize len, gboolean big_endian)
{
    const guint8 *s = (const guint8 *)bytes;
    gsize all = 0, good = 0;
    for (gsize i = 0; i + 1 < len; i += 2, all++) {
        guint u = big_endian ? s[i] << 8 | s[i + 1] : s[i + 1] << 8 | s[i];
        good += (u >= 0x20 && u < 0x7f) || u == '\n' || u == '\r' || u == '\t' ||
                (u >= 0x2010 && u <= 0x203b) || (u >= 0x3000 && u <= 0x3020) ||
                (u >= 0x4e00 && u <= 0x9fff) || (u >= 0xff00 && u <= 0xff5e);
    }
    return all == 0 ? 0 : (double)good / all;
}

static const char *
detect_utf16(const char *bytes, gsize len)
{
    if (len % 2 != 0 || len < 4)
        return NULL;
    gsize sample = MIN(len, SAMPLE) & ~(gsize)1;
    double le = utf16_share(bytes, sample, FALSE), be = utf16_share(bytes, sample, TRUE);
    if (MAX(le, be) < 0.9 || MAX(le, be) - MIN(le, be) < 0.2)
        return NULL;
    return le > be ? "UTF-16LE" : "UTF-16BE";
}

/* A guess from the looks of @bytes, which are not UTF-8; NULL where nothing fits. */
static char *
detect_legacy(const char *bytes, gsize len)
{
    gsize sample = MIN(len, SAMPLE);
    double gb = common_share(bytes, sample, FALSE), big5 = common_share(bytes, sample, TRUE);
    if (MAX(gb, big5) >= 0.8)
        return g_strdup(gb >= big5 ? "GB18030" : "Big5");
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&status);
    ucsdet_setText(detector, bytes, sample, &status);
    const UCharsetMatch *match = ucsdet_detect(detector, &status);
    char *name = NULL;
    if (U_SUCCESS(status) && match != NULL && ucsdet_getConfidence(match, &status) >= 50)
        name = g_strdup(ucsdet_getName(match, &status));
    ucsdet_close(detector);
    return name;
}

static void U_CALLCONV
count_invalid(const void *context, UConverterToUnicodeArgs *args, const char *units, int32_t len,
              UConverterCallbackReason reason, UErrorCode *status)
{
    (void)units;
    if (reason > UCNV_IRREGULAR)
        return;
    *(guint *)(gpointer)context += len;
    static const UChar replacement = 0xfffd;
    *status = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

/* @bytes in @encoding as UTF-8, NULL where ICU does not know the encoding. */
static char *
convert(const char *encoding, const char *bytes, gsize len, gsize *out_len, guint *invalid)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *from = ucnv_open(encoding, &status), *to = ucnv_open("UTF-8", &status);
    ucnv_setToUCallBack(from, count_invalid, invalid, NULL, NULL, &status);
    GString *out = g_string_sized_new(len + len / 2 + 16);
    const char *source = bytes, *source_end = bytes + len;
    UChar pivot[4096], *pivot_from = pivot, *pivot_to = pivot;
    gboolean first = TRUE;
    while (U_SUCCESS(status)) {
        char buffer[8192], *target = buffer;
        ucnv_convertEx(to, from, &target, buffer + sizeof buffer, &source, source_end, pivot, &pivot_from,
                       &pivot_to, pivot + G_N_ELEMENTS(pivot), first, TRUE, &status);
        first = FALSE;
        g_string_append_len(out, buffer, target - buffer);
        if (status != U_BUFFER_OVERFLOW_ERROR)
            break;
        status = U_ZERO_ERROR;
    }
    ucnv_close(from);
    ucnv_close(to);
    *out_len = out->len;
    return g_string_free(out, U_FAILURE(status));
}

/* Sets encoding, text, len and invalid_bytes. @skip is a byte order mark's length. */
static gboolean
decode_as(RenIssue *issue, const char *encoding, const char *bytes, gsize len, gsize skip, GError **error)
{
    gsize out_len = 0;
    issue->text = convert(encoding, bytes + skip, len - skip, &out_len, &issue->invalid_bytes);
    if (issue->text == NULL)
        return fail_input(error, _("is in an encoding that cannot be read (%s): save it as UTF-8"), encoding);
    issue->len = out_len;
    issue->encoding = g_strdup(encoding);
    return TRUE;
}

/* The encoding that a page calls @declared; NULL where nobody knows it, or where the bytes would show it. */
static char *
declared_encoding(const char *declared)
{
    if (declared == NULL || g_ascii_strncasecmp(declared, "utf", 3) == 0)
        return NULL;
    /* What calls itself GB2312 has characters of its successors. */
    if (g_ascii_strncasecmp(declared, "gb", 2) == 0 || g_ascii_strncasecmp(declared, "x-gb", 4) == 0)
        return g_strdup("GB18030");
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(declared, &status);
    ucnv_close(converter);
    return U_SUCCESS(status) ? g_strdup(declared) : NULL;
}

static gboolean
decode(RenIssue *issue, const char *bytes, gsize len, const char *declared, GError **error)
{
    static const struct {
        const char *mark, *encoding;
        gsize len;
    } marks[] = {{"\xff\xfe\0\0", "UTF-32LE", 4},
                 {"\0\0\xfe\xff", "UTF-32BE", 4},
                 {"\xff\xfe", "UTF-16LE", 2},
                 {"\xfe\xff", "UTF-16BE", 2}};
    for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
        if (len >= marks[i].len && memcmp(bytes, marks[i].mark, marks[i].len) == 0)
            return decode_as(issue, marks[i].encoding, bytes, len, marks[i].len, error);
    if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
        bytes += 3;
        len -= 3;
    }
    const char *nul = memchr(bytes, '\0', len);
    gsize wide, bad;
    weigh_utf8(bytes, MIN(len, SAMPLE), &wide, &bad);
    if (nul != NULL || bad > 0) {
        const char *utf16 = detect_utf16(bytes, len);
        if (utf16 != NULL)
            return decode_as(issue, utf16, bytes, len, 0, error);
    }
    if (nul != NULL)
        return fail_input(error, _("is not text (NUL byte at offset %zu): give text, HTML or JSON lines"),
                          (gsize)(nul - bytes));
    if (bad > 0 && bad * 4 > wide) {
        g_autofree char *legacy = declared_encoding(declared);
        if (legacy == NULL)
            legacy = detect_legacy(bytes, len);
        /* The sample's last character may be cut; a file that short of bad bytes is UTF-8 after all. */
        if (legacy != NULL && !g_str_equal(legacy, "UTF-8"))
            return decode_as(issue, legacy, bytes, len, 0, error);
        if (legacy == NULL && bad * 10 > MIN(len, SAMPLE))
            return fail_input(error, _("is not text in any known encoding: save it as UTF-8"));
    }
    issue->encoding = g_strdup("UTF-8");
    issue->text = repair_utf8(bytes, len, &issue->len, &issue->invalid_bytes);
    return TRUE;
}

/* After decoding: is there anything a person could read? */
static gboolean
check_text(const RenIssue *issue, GError **error)
{
    const char *nul = memchr(issue->text, '\0', issue->len);
    if (nul != NULL)
        return fail_input(error,
                          _("is not text (NUL character at offset %zu): give text, HTML or JSON lines"),
                          (gsize)(nul - issue->text));
    gsize chars = 0, controls = 0, blanks = 0;
    for (const char *p = issue->text; p < issue->text + issue->len; p = g_utf8_next_char(p), chars++) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isspace(c) || c == 0xfeff || c == 0x200b)
            blanks++;
        else if (g_unichar_iscntrl(c) || c == 0xfffd || g_unichar_type(c) == G_UNICODE_UNASSIGNED)
            controls++;
    }
    if (blanks == chars)
        return fail_input(error, _("has no text in it: it is all white space"));
    if (controls * 10 > chars - blanks)
        return fail_input(
            error, _("is not text (%zu of %zu characters cannot be read): give text, HTML or JSON lines"),
            controls, chars);
    return TRUE;
}

RenIssue *
ren_reader_decode(const char *bytes, gsize len, const char *doc, GError **error)
{
    return ren_reader_decode_page(bytes, len, NULL, doc, error);
}

RenIssue *
ren_reader_decode_page(const char *bytes, gsize len, const char *declared, const char *doc, GError **error)
{
    if (len == 0) {
        fail_input(error, _("is empty"));
        return NULL;
    }
    if (len > REN_READER_MAX) {
        fail_input(error, _("is larger than %zu MB: split it into issues"), REN_READER_MAX / (1024 * 1024));
        return NULL;
    }
    g_autoptr(RenIssue) issue = ren_issue_new();
    issue->doc = g_strdup(doc);
    if (!decode(issue, bytes, len, declared, error) || !check_text(issue, error))
        return NULL;
    return g_steal_pointer(&issue);
}

static gboolean
read_stream(FILE *stream, GByteArray *bytes, GError **error)
{
    guint8 buffer[65536];
    gsize got;
    /* One byte more than the limit is enough to know. */
    while (bytes->len <= REN_READER_MAX && (got = fread(buffer, 1, sizeof buffer, stream)) > 0)
        g_byte_array_append(bytes, buffer, got);
    return !ferror(stream) || fail_io(error, errno, _("cannot be read"));
}

GByteArray *
ren_reader_load(const char *path, GError **error)
{
    gboolean standard = g_str_equal(path, "-");
    FILE *stream = standard ? stdin : g_fopen(path, "rb");
    if (stream == NULL) {
        fail_io(error, errno, _("cannot be read"));
        return NULL;
    }
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    gboolean good = read_stream(stream, bytes, error);
    if (!standard)
        fclose(stream);
    return good ? g_steal_pointer(&bytes) : NULL;
}

RenIssue *
ren_reader_read(const char *path, const char *doc, GError **error)
{
    g_autoptr(GByteArray) bytes = ren_reader_load(path, error);
    if (bytes == NULL)
        return NULL;
    RenIssue *issue = ren_reader_decode((const char *)bytes->data, bytes->len, doc, error);
    if (issue != NULL && !g_str_equal(path, "-"))
        issue->path = g_strdup(path);
    return issue;
}
