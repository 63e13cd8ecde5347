/* The paper's name, the number of the issue and its page, where a header line or the name of a file or folder
 * says them: the patterns of rules/masthead.tsv. A loaded table never changes. */
#pragma once
#include "base/record.h"

typedef struct _RenMasthead RenMasthead;

/* Loads rules/masthead.tsv of the gazetteer folders @dirs, NULL-terminated: the rows of all, one after the
 * other. Returns a new masthead, freed with ren_masthead_free(), or NULL with @error set to
 * REN_ERROR_GAZETTEER (file and line) where a row is wrong, or where no folder has the table. */
RenMasthead *ren_masthead_new(const char *const *dirs, GError **error);

/* Sets paper, number and page of @issue where they are NULL. Names of files and folders count before lines,
 * the nearer ones before the farther. @text is the clean text of the issue, one paragraph a line: its first
 * and last lines are asked for paper and number, all short ones for the page, which an issue of several pages
 * has not. */
void ren_masthead_read(const RenMasthead *masthead, RenIssue *issue, const char *text);

/* Tries every row's example and counter-example. FALSE with @error set (file and line) at the first that is
 * wrong. */
gboolean ren_masthead_check(const RenMasthead *masthead, GError **error);

void ren_masthead_free(RenMasthead *masthead); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenMasthead, ren_masthead_free)
