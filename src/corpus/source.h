/* Issues out of files of any kind that is read: text and Markdown, web pages, articles as JSON, and archives
 * of these.
 *
 * The text of an issue is what was read: of .txt and .md the file as decoded (corpus/reader.h), of a page its
 * extracted text (corpus/html.h), of JSON headlines and texts one after another (corpus/lines.h). A member of
 * an archive is called by the archive and its own name: "2021.zip/03/2021-03-04.txt". */
#pragma once
#include "corpus/fields.h"
#include "corpus/reader.h"
#include "corpus/sink.h"

/* Hands over all issues of @file ("-": standard input, which is text). What cannot be used is told and the
 * rest is read. A .json file that was found in a folder and holds no article is passed over like a picture.
 * FALSE with @error set as take() has set it. */
gboolean ren_source_read(const RenFile *file, const RenFields *fields, const RenSink *sink, GError **error);
