/* Annotated issues: what a person says is in them. The format is explained in docs/scoring.md.
 * Offsets are code points in the text of the file, end exclusive: that is how annotation tools count. */
#pragma once
#include "base/kind.h"

typedef enum {
    REN_GOLD_NAME,  /* a mention */
    REN_GOLD_TITLE, /* a title's text: what lies wholly inside is neither right nor wrong */
    REN_GOLD_SKIP,  /* what touches it is neither right nor wrong */
} RenGoldUse;

typedef struct {
    RenGoldUse use;
    RenKind kind; /* of a name */
    gsize start_cp;
    gsize end_cp;
    guint article;
    char *text;   /* owned */
    char *entity; /* owned; the canonical name */
    char *role;   /* owned; of persons, or NULL */
} RenGoldMention;

typedef struct {
    char *person; /* owned */
    char *title;  /* owned */
    char *org;    /* owned; or NULL */
} RenGoldPosition;

typedef struct {
    guint index;
    gsize start_cp;
    char *head;           /* owned; the headline */
    GPtrArray *positions; /* owned; of RenGoldPosition */
} RenGoldArticle;

typedef struct {
    char *doc;           /* owned; base name of the text's file */
    GPtrArray *articles; /* owned; of RenGoldArticle */
    GPtrArray *mentions; /* owned; of RenGoldMention */
} RenGold;

/* Reads the annotation at @path. Returns it, freed with ren_gold_free(), or NULL with @error set:
 * G_FILE_ERROR, or REN_ERROR_INPUT where it is no annotation; the message names the file and what is wrong.
 */
RenGold *ren_gold_read(const char *path, GError **error);
void ren_gold_free(RenGold *gold); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenGold, ren_gold_free)
