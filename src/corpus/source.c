#include "corpus/source.h"

#include "base/error.h"
#include "base/message.h"
#include "corpus/html.h"
#include "corpus/lines.h"
#include "corpus/pack.h"

/* A file, or an archive whose members are files. */
typedef struct {
    const RenFile *file;
    const RenFields *fields;
    const RenSink *sink;
} Source;

static gboolean
take_issue(const Source *source, RenFileType type, RenIssue *issue, gboolean named, GError **error)
{
    g_autoptr(GError) problem = NULL;
    if (type == REN_FILE_JSON && !named && !ren_lines_hold_articles(source->fields, issue->text, issue->len))
        return TRUE;
    if (type == REN_FILE_LINES || type == REN_FILE_JSON)
        return ren_lines_take(issue, source->fields, source->sink, error);
    if (type == REN_FILE_HTML && !ren_html_read(issue, source->fields, &problem)) {
        source->sink->tell(issue->path, problem, source->sink->data);
        return TRUE;
    }
    return source->sink->take(issue, source->sink->data, error);
}

/* Takes @len @bytes of what is called @doc and lies at @path. */
static gboolean
take_bytes(const Source *source, RenFileType type, const char *bytes, gsize len, const char *doc,
           const char *path, gboolean named, GError **error)
{
    g_autoptr(GError) problem = NULL;
    g_autofree char *declared = type == REN_FILE_HTML ? ren_html_charset(bytes, len) : NULL;
    g_autoptr(RenIssue) issue = ren_reader_decode_page(bytes, len, declared, doc, &problem);
    if (issue == NULL) {
        source->sink->tell(path, problem, source->sink->data);
        return TRUE;
    }
    if (!g_str_equal(path, "-"))
        issue->path = g_strdup(path);
    return take_issue(source, type, issue, named, error);
}

static gboolean
take_member(const char *name, const char *bytes, gsize len, gpointer data, GError **error)
{
    const Source *source = data;
    g_autofree char *doc = g_strdup_printf("%s/%s", source->file->doc, name);
    g_autofree char *path = g_strdup_printf("%s/%s", source->file->path, name);
    g_autofree char *base = g_path_get_basename(name);
    return take_bytes(source, ren_reader_type(base), bytes, len, doc, path, FALSE, error);
}

static void
tell_member(const char *name, const GError *problem, gpointer data)
{
    const Source *source = data;
    g_autofree char *path =
        name != NULL ? g_strdup_printf("%s/%s", source->file->path, name) : g_strdup(source->file->path);
    source->sink->tell(path, problem, source->sink->data);
}

gboolean
ren_source_read(const RenFile *file, const RenFields *fields, const RenSink *sink, GError **error)
{
    Source source = {file, fields, sink};
    g_autoptr(GError) problem = NULL;
    g_autofree char *base = g_path_get_basename(file->path);
    RenFileType type = ren_reader_type(base);
    if (type == REN_FILE_PACK) {
        RenPackSink members = {take_member, tell_member, &source};
        return ren_pack_read(file->path, &members, error);
    }
    g_autoptr(GByteArray) bytes = NULL;
    if (type == REN_FILE_FOREIGN)
        g_set_error_literal(&problem, REN_ERROR, REN_ERROR_INPUT,
                            _("is an archive of a kind that is not read: unpack it, or pack it as .zip"));
    else
        bytes = ren_reader_load(file->path, &problem);
    if (bytes == NULL) {
        sink->tell(file->path, problem, sink->data);
        return TRUE;
    }
    return take_bytes(&source, type, (const char *)bytes->data, bytes->len, file->doc, file->path,
                      file->named, error);
}
