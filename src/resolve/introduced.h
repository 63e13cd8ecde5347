/* Short names that some issues introduce (以下简称“星轨智能”) and others print without a word: what the
 * papers of one region have introduced is looked for in all of them. */
#pragma once
#include "base/record.h"
#include "lexicon/lexicon.h"

typedef struct _RenIntroduced RenIntroduced;

/* An empty collection, freed with ren_introduced_free(). @lexicon must outlive it. */
RenIntroduced *ren_introduced_new(const RenLexicon *lexicon);
void ren_introduced_free(RenIntroduced *introduced); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenIntroduced, ren_introduced_free)

/* Takes the short names that @issue introduces. */
void ren_introduced_add(RenIntroduced *introduced, const RenIssue *issue);

/* The short names (RenAlias, the collection's) that @issue prints without introducing them, which other
 * papers of its region have introduced for one thing only, and which are no words of the language. Freed with
 * g_ptr_array_unref(); empty where there are none. */
GPtrArray *ren_introduced_find(const RenIntroduced *introduced, const RenIssue *issue);
