#include "corpus/pack.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "base/error.h"
#include "base/message.h"
#include "corpus/reader.h"

#define BLOCK (64 * 1024)

typedef struct {
    struct archive *archive;
    const RenPackSink *sink;
    GByteArray *bytes; /* of the member that is read */
    guint64 size;      /* of the archive */
    guint64 unpacked;  /* so far */
    guint members;     /* files of any kind */
    guint encrypted;
    guint issues;    /* files that may be issues */
    gboolean broken; /* the last one broke off */
} Pack;

static void tell(const Pack *pack, const char *name, const char *format, ...) G_GNUC_PRINTF(3, 4);

static void
tell(const Pack *pack, const char *name, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autoptr(GError) problem = g_error_new_valist(REN_ERROR, REN_ERROR_INPUT, format, args);
    va_end(args);
    pack->sink->tell(name, problem, pack->sink->data);
}

/* What libarchive says of the last error. */
static const char *
reason(const Pack *pack)
{
    const char *text = archive_error_string(pack->archive);
    return text != NULL ? text : _("it ends too early");
}

/* The name of @entry as a path inside the archive, owned by the caller. */
static char *
member_name(struct archive_entry *entry)
{
    const char *raw = archive_entry_pathname(entry);
    if (raw == NULL)
        raw = archive_entry_pathname_utf8(entry);
    g_autofree char *name = NULL;
    if (raw != NULL && !g_utf8_validate(raw, -1, NULL))
        name = g_convert(raw, -1, "UTF-8", "GB18030", NULL, NULL, NULL);
    if (name == NULL)
        name = g_utf8_make_valid(raw != NULL ? raw : "?", -1);
    g_auto(GStrv) parts = g_strsplit_set(name, "/\\", -1);
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    for (guint i = 0; parts[i] != NULL; i++)
        if (*parts[i] != '\0' && !g_str_equal(parts[i], ".") && !g_str_equal(parts[i], ".."))
            g_ptr_array_add(kept, parts[i]);
    g_ptr_array_add(kept, NULL);
    return g_strjoinv("/", (GStrv)kept->pdata);
}

/* As in folders, what lies in a hidden folder is no issue; __MACOSX holds what only a Mac can use. */
static RenFileType
member_type(const char *name)
{
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);
    guint n = g_strv_length(parts);
    for (guint i = 0; i + 1 < n; i++)
        if (parts[i][0] == '.' || g_str_equal(parts[i], "__MACOSX"))
            return REN_FILE_OTHER;
    return n == 0 ? REN_FILE_OTHER : ren_reader_type(parts[n - 1]);
}

/* Has too much come out of the archive for what it is? */
static gboolean
is_bomb(const Pack *pack)
{
    return pack->unpacked > REN_PACK_SURE && pack->unpacked / REN_PACK_RATIO > pack->size;
}

/* Reads the member into bytes, one byte more than the limit at most. Returns libarchive's code. */
static la_ssize_t
read_member(Pack *pack)
{
    g_byte_array_set_size(pack->bytes, 0);
    la_ssize_t got;
    do {
        gsize before = pack->bytes->len;
        g_byte_array_set_size(pack->bytes, before + BLOCK);
        got = archive_read_data(pack->archive, pack->bytes->data + before, BLOCK);
        g_byte_array_set_size(pack->bytes, before + MAX(got, 0));
    } while (got > 0 && pack->bytes->len <= REN_PACK_MAX);
    return MIN(got, 0);
}

static void
tell_size(const Pack *pack, const char *name)
{
    tell(pack, name, _("is larger than %zu MB: unpack the archive and split it into issues"),
         REN_PACK_MAX / (1024 * 1024));
}

/* Takes the issue called @name, of @declared bytes (already counted; 0: it is not said). FALSE only with
 * @error set as take() has set it. */
static gboolean
take_issue(Pack *pack, const char *name, guint64 declared, GError **error)
{
    la_ssize_t code = read_member(pack);
    /* What a header says of the size may be a lie. */
    pack->unpacked += MAX(pack->bytes->len, declared) - declared;
    pack->broken = code < 0;
    if (is_bomb(pack))
        return TRUE;
    if (pack->bytes->len > REN_PACK_MAX) {
        tell_size(pack, name);
        return TRUE;
    }
    if (!pack->broken)
        return pack->sink->take(name, (const char *)pack->bytes->data, pack->bytes->len, pack->sink->data,
                                error);
    tell(pack, name, _("is damaged (%s): get the archive again"), reason(pack));
    return TRUE;
}

/* The same of any file of the archive. */
static gboolean
take_member(Pack *pack, struct archive_entry *entry, GError **error)
{
    g_autofree char *name = member_name(entry);
    RenFileType type = member_type(name);
    guint64 declared = archive_entry_size_is_set(entry) ? MAX(archive_entry_size(entry), 0) : 0;
    pack->unpacked += declared;
    pack->members++;
    pack->broken = FALSE;
    if (type == REN_FILE_OTHER || is_bomb(pack))
        return TRUE;
    pack->issues++;
    if (type != REN_FILE_PACK && type != REN_FILE_FOREIGN && !archive_entry_is_encrypted(entry) &&
        declared <= REN_PACK_MAX)
        return take_issue(pack, name, declared, error);
    if (type == REN_FILE_PACK || type == REN_FILE_FOREIGN)
        tell(pack, name, _("is an archive inside an archive: unpack the outer one"));
    else if (archive_entry_is_encrypted(entry))
        pack->encrypted++;
    else
        tell_size(pack, name);
    return TRUE;
}

static gboolean
take_members(Pack *pack, GError **error)
{
    int code;
    struct archive_entry *entry;
    while ((code = archive_read_next_header(pack->archive, &entry)) != ARCHIVE_EOF) {
        if (code == ARCHIVE_RETRY)
            continue;
        /* A member that has broken off has been told. */
        if (code < ARCHIVE_WARN && !pack->broken)
            tell(pack, NULL,
                 pack->members > 0 ? _("is damaged (%s): what stands behind that is lost, get it again")
                                   : _("cannot be read as an archive (%s): get it again, or unpack it"),
                 reason(pack));
        if (code < ARCHIVE_WARN)
            return TRUE;
        if (archive_entry_filetype(entry) == AE_IFREG && !take_member(pack, entry, error))
            return FALSE;
        if (is_bomb(pack)) {
            tell(pack, NULL,
                 _("unpacks to more than %d times its size: no issues do, the rest of it is left out"),
                 REN_PACK_RATIO);
            return TRUE;
        }
    }
    if (pack->issues == 0)
        tell(pack, NULL, _("no issue in it (.txt, .md, .html, .jsonl, .json)"));
    return TRUE;
}

gboolean
ren_pack_read(const char *path, const RenPackSink *sink, GError **error)
{
    GStatBuf info;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    Pack pack = {.archive = archive_read_new(), .sink = sink, .bytes = bytes};
    pack.size = g_stat(path, &info) == 0 ? info.st_size : 0;
    archive_read_support_format_zip(pack.archive);
    archive_read_support_format_tar(pack.archive);
    archive_read_support_filter_gzip(pack.archive);
    archive_read_support_filter_xz(pack.archive);
    archive_read_support_filter_bzip2(pack.archive);
    /* Names come by the locale of the thread; any other than UTF-8 would lose Chinese ones. Messages stay in
     * their language. */
    locale_t own = duplocale(LC_GLOBAL_LOCALE), utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", own);
    locale_t before = uselocale(utf8 != (locale_t)0 ? utf8 : own);
    gboolean good = TRUE;
    if (archive_read_open_filename(pack.archive, path, BLOCK) != ARCHIVE_OK)
        tell(&pack, NULL, _("cannot be read as an archive (%s): get it again, or unpack it"), reason(&pack));
    else
        good = take_members(&pack, error);
    if (pack.encrypted > 0)
        tell(&pack, NULL, _("%u encrypted files in it: unpack it with its password first"), pack.encrypted);
    archive_read_free(pack.archive);
    uselocale(before);
    freelocale(utf8 != (locale_t)0 ? utf8 : own);
    return good;
}
