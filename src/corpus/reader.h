/* Finds the files of an archive and decodes each to UTF-8.
 *
 * The text of an issue is the file as decoded, with its line ends as they are (CRLF stays two characters), so
 * that offsets can be found again in the file. Only a byte order mark at the head is left out and is not
 * counted; NUL does not occur. Encodings: UTF-8 with or without a mark, UTF-16 by its mark or by its looks,
 * else what ICU's detector and the share of common characters say: GB18030 (which holds GBK and GB2312) or
 * Big5. */
#pragma once
#include "base/record.h"

/* What a file is read as. */
typedef enum {
    REN_FILE_OTHER,   /* no issue: a picture, a table */
    REN_FILE_TEXT,    /* .txt, .md */
    REN_FILE_HTML,    /* .html, .htm, .xhtml */
    REN_FILE_LINES,   /* .jsonl, .ndjson: one article a line */
    REN_FILE_JSON,    /* .json: lines, or one array or object */
    REN_FILE_PACK,    /* .zip, .tar and the packed kinds of it */
    REN_FILE_FOREIGN, /* .rar, .7z: an archive of a kind that is not read */
} RenFileType;

/* What a file called @name (without its folder) is; hidden ones and readme.* are REN_FILE_OTHER. */
RenFileType ren_reader_type(const char *name);

/* A file that may hold issues. */
typedef struct {
    char *path;     /* owned; where it is */
    char *doc;      /* owned; its path below the folder that was searched, or its base name */
    gboolean named; /* it was asked for by itself, not found in a folder */
} RenFile;
void ren_file_free(RenFile *file); /* NULL is fine */

/* Lists the issues of @path: the file itself, whatever its name, or all in the folder and the
 * folders below it that ren_reader_type() knows, sorted by doc; hidden ones are passed over. Returns a new
 * array of RenFile (it may be empty), freed with g_ptr_array_unref(), or NULL with @error set: G_IO_ERROR
 * where @path or a folder in it cannot be read. */
GPtrArray *ren_reader_find(const char *path, GError **error);

/* Reads the file at @path ("-": standard input) and decodes it; @doc is what the issue will be called.
 * Returns a new issue with path, doc, text, len, encoding and invalid_bytes set, freed with ren_issue_free(),
 * or NULL with @error set: G_FILE_ERROR where it cannot be read, else as ren_reader_decode(). No message
 * names the file: the caller puts that in front. */
RenIssue *ren_reader_read(const char *path, const char *doc, GError **error);

/* Decodes @bytes, @len of them, which may be anything; @doc is what the issue will be called.
 * Returns a new issue (path NULL), freed with ren_issue_free(), or NULL with @error set to REN_ERROR_INPUT
 * where the bytes are no text, only white space, or more than REN_READER_MAX. */
RenIssue *ren_reader_decode(const char *bytes, gsize len, const char *doc, GError **error);

/* The same of a page that says of itself to be in @declared ("gb2312"; NULL: it says nothing), which counts
 * where the bytes themselves do not say better. */
RenIssue *ren_reader_decode_page(const char *bytes, gsize len, const char *declared, const char *doc,
                                 GError **error);

/* All bytes of the file at @path ("-": standard input), at most a little more than REN_READER_MAX. Freed with
 * g_byte_array_unref(); NULL with @error set to G_FILE_ERROR. */
GByteArray *ren_reader_load(const char *path, GError **error);

/* Largest file that is read, in bytes: a year of a daily paper is a tenth of it. */
#define REN_READER_MAX ((gsize)512 * 1024 * 1024)
