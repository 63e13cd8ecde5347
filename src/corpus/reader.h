/* Finds the files of an archive and decodes each to UTF-8.
 *
 * The text of an issue is the file as decoded, with its line ends as they are (CRLF stays two characters), so
 * that offsets can be found again in the file. Only a byte order mark at the head is left out and is not
 * counted; NUL does not occur. Encodings: UTF-8 with or without a mark, UTF-16 by its mark or by its looks,
 * else what ICU's detector and the share of common characters say: GB18030 (which holds GBK and GB2312) or
 * Big5. */
#pragma once
#include "base/record.h"

/* A file that may be an issue. */
typedef struct {
    char *path; /* owned; where it is */
    char *doc;  /* owned; its path below the folder that was searched, or its base name */
} RenFile;
void ren_file_free(RenFile *file); /* NULL is fine */

/* Lists the issues of @path: the file itself, whatever its name, or all .txt and .md files in the folder and
 * the folders below it, sorted by doc; hidden ones are passed over. Returns a new array of RenFile (it may be
 * empty), freed with g_ptr_array_unref(), or NULL with @error set: G_IO_ERROR where @path or a folder in it
 * cannot be read. */
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

/* Largest file that is read, in bytes: a year of a daily paper is a tenth of it. */
#define REN_READER_MAX ((gsize)512 * 1024 * 1024)
