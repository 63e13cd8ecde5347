/* Short names whose full ones stand in other issues: 星轨智能 of 澜江星轨智能装备股份有限公司, 实验中学 of
 * 砚川实验中学, 石桥村 of 双渡镇石桥村. A short name belongs to a full one where papers of one region print
 * both and no other full name fits. */
#pragma once
#include "lexicon/lexicon.h"

/* An organisation, company or place of the archive. */
typedef struct {
    const char *id;   /* borrowed */
    const char *name; /* borrowed */
    RenKind kind;
    GHashTable *homes; /* owned; set of the regions of the papers that print it (char *, borrowed) */
    const char *full;  /* result: the id of what it is a short form of, borrowed; NULL: of nothing */
    gboolean orphan;   /* result: it looks like a short form, but nothing or more than one fits */
} RenNamed;

RenNamed *ren_named_new(const char *id, const char *name, RenKind kind);
void ren_named_free(RenNamed *named); /* NULL is fine */

/* Sets the results of @all (RenNamed), in whatever order they stand. */
void ren_short_forms_resolve(const RenLexicon *lexicon, GPtrArray *all);
