/* Who takes what is read. */
#pragma once
#include "base/record.h"

typedef struct {
    /* An issue, which is lent: text, doc, path and what the file says of it are set. FALSE with @error set
     * ends the reading. */
    gboolean (*take)(RenIssue *issue, gpointer data, GError **error);
    /* What is wrong at @where (a path, "a.zip/b.txt", "a.jsonl:12"), which is passed over. */
    void (*tell)(const char *where, const GError *problem, gpointer data);
    gpointer data;
} RenSink;
