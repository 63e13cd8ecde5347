/* The records that pass from room to room: Issue → Article → Mention, Position.
 * Offsets are UTF-8 bytes in RenIssue.text, end exclusive, unless a name ends in _cp. */
#pragma once
#include "base/kind.h"

typedef struct {
    gsize start;
    gsize end;
} RenSpan;

/* A name printed in an article. */
typedef struct {
    RenKind kind;
    RenRole role;   /* persons only */
    RenSpan span;   /* in RenIssue.text */
    guint sentence; /* number of the sentence in its article, from 0 */
    char *text;     /* owned; as printed, breaks and spaces inside taken out */
    char *name;     /* owned; the canonical name */
    char *entity;   /* owned; the entity's id, "person:钱小雨@江津区" */
    char *base;     /* owned; the id by rules alone, before the user's decisions */
    char *rule;     /* owned; the rule that saw it */
    char *lay;      /* owned; persons: the trade or role that stands right before (村民), or NULL */
    guint person;   /* persons: number of the person in its article; mentions of one person share it */
} RenMention;

/* A post that a person is said to hold in an article. */
typedef struct {
    guint mention;    /* index of the person's mention in RenArticle.mentions */
    char *title;      /* owned; as printed with its organisation, breaks removed */
    char *post;       /* owned; the title without the organisation printed in it */
    char *org;        /* owned; usual name of the organisation, or NULL */
    char *org_entity; /* owned; id of that organisation's (or place's, company's) entity, or NULL */
    char *org_base;   /* owned; that id by rules alone */
    char *region;     /* owned; where that organisation acts ("重庆市江津区", "国务院"), or NULL */
    RenTense tense;
    char *rule; /* owned */
} RenPosition;

/* A surname with a title (唐书记) that stands for a person whom the article names in full. */
typedef struct {
    RenSpan span; /* in RenIssue.text */
    guint sentence;
    char *text;    /* owned; as printed, breaks taken out: "唐书记" */
    char *surname; /* owned; "唐" */
    char *title;   /* owned; "书记" */
    int mention;   /* index of a mention of the person in RenArticle.mentions; -1 where nobody, or more than
                    * one, fits */
    char *rule;    /* owned */
} RenReference;

typedef struct {
    guint index;           /* from 0 in its issue */
    RenSpan span;          /* in RenIssue.text; articles follow each other without gaps */
    char *title;           /* owned; the headline, one line, "" where there is none */
    char *date;            /* owned; "YYYY-MM-DD" or NULL: that of the issue */
    gboolean doubtful;     /* its border is a guess */
    GArray *sentences;     /* owned; of RenSpan in RenIssue.text, in order */
    GPtrArray *mentions;   /* owned; of RenMention, by start */
    GPtrArray *positions;  /* owned; of RenPosition, by the mention's start */
    GPtrArray *references; /* owned; of RenReference, by start */
} RenArticle;

/* A short name that the issue introduces after the full one (以下简称). */
typedef struct {
    RenKind kind;
    char *brief; /* owned */
    char *full;  /* owned */
} RenAlias;

typedef enum { REN_DATE_NONE, REN_DATE_NAME, REN_DATE_TEXT, REN_DATE_OPTION, REN_DATE_FIELD } RenDateSource;

typedef struct {
    char *path;          /* owned; where the file is (of a member: that of its archive, then its own), NULL
                          * for standard input */
    char *doc;           /* owned; path below the folder it was found under */
    char *text;          /* owned; UTF-8 as read (corpus/source.h), no NUL, no BOM */
    gsize len;           /* bytes in text */
    char *encoding;      /* owned; "UTF-8", "GB18030", "Big5", "UTF-16LE" … */
    guint invalid_bytes; /* how many bytes were not text in that encoding (now U+FFFD) */
    char *date;          /* owned; "YYYY-MM-DD" or NULL */
    RenDateSource date_source; /* REN_DATE_TEXT is an estimate; REN_DATE_FIELD: a field of the file says it */
    char *paper;               /* owned; the newspaper's name, or NULL where nothing tells; so the next two */
    char *number;              /* owned; which issue of the paper it is, as printed: "1234" */
    char *page;                /* owned; the one page that it is, as printed: "03" */
    GArray *borders; /* owned; of gsize: where in text an article begins, where the file itself says so;
                      * empty: to be found */
    char *home;      /* owned; "重庆市江津区" or NULL */
    char *key;       /* owned; of its reading (pipeline/pipeline.h); NULL where nobody asks */
    char *asked;  /* owned; strings that are not in the text and were looked up in the words, a line each */
    char *words;  /* owned; a checksum of the words that its reading can depend on (lexicon/footprint.h) */
    char *sought; /* owned; further names that were looked for, parted by ";"; NULL: none */
    GPtrArray *articles; /* owned; of RenArticle, in order */
    GPtrArray *aliases;  /* owned; of RenAlias, of organisations and companies, in any order */
} RenIssue;

/* Empty records, all pointers NULL (arrays made); freed with the function of the same name. */
RenMention *ren_mention_new(void);
void ren_mention_free(RenMention *mention);
RenPosition *ren_position_new(void);
void ren_position_free(RenPosition *position);
RenReference *ren_reference_new(void);
void ren_reference_free(RenReference *reference);
void ren_alias_free(RenAlias *alias);
RenArticle *ren_article_new(void);
void ren_article_free(RenArticle *article);
RenIssue *ren_issue_new(void);
void ren_issue_free(RenIssue *issue);

/* "name", "text", "option", "field" or "none". */
const char *ren_date_source_name(RenDateSource source);
/* The source called @name; REN_DATE_NONE where there is none. */
RenDateSource ren_date_source_parse(const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenMention, ren_mention_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenPosition, ren_position_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenReference, ren_reference_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenArticle, ren_article_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenIssue, ren_issue_free)
