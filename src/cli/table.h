/* Rows and columns as all questions print them: lined up for people, or as TSV, CSV or JSON for programs. */
#pragma once
#include "base/kind.h"
#include "base/message.h"

typedef enum {
    REN_TABLE_PLAIN, /* no --format: the table is a part of what a command tells people */
    REN_TABLE_TABLE, /* the table alone */
    REN_TABLE_TSV,
    REN_TABLE_CSV, /* RFC 4180, cells that look like formulas guarded (base/csv.h) */
    REN_TABLE_JSON /* an array of objects */
} RenTableFormat;

typedef enum {
    REN_COLUMN_NAME, /* a name, an id, a date: shortened only where nothing else helps */
    REN_COLUMN_TEXT, /* may be shortened to fit the terminal */
    REN_COLUMN_NUMBER,
    REN_COLUMN_FLAG /* "1" or "0"; true and false in JSON */
} RenColumnType;

typedef struct {
    const char *key;   /* what programs call it, and it stays so; NULL: it is for people only */
    const char *title; /* what people read above it: NC_("column", …); NULL: it is for programs only */
    RenColumnType type;
} RenColumn;

typedef struct _RenTable RenTable;

/* The entry of --format for GOption, of a char * owned by the caller. */
#define REN_TABLE_ENTRY(format)                                                                              \
    {                                                                                                        \
        "format", 'f', 0, G_OPTION_ARG_FILENAME, format, N_("Print rows as table, tsv, csv or json"),        \
            "FORMAT"                                                                                         \
    }
/* Reads it: NULL is REN_TABLE_PLAIN. FALSE with @error set to REN_ERROR_USAGE. */
gboolean ren_table_format_parse(const char *name, RenTableFormat *format, GError **error);

/* All that --format knows, NULL-terminated. */
const char *const *ren_table_format_names(void);

/* @columns, ended by one without key and title, must outlive the table. */
RenTable *ren_table_new(const RenColumn *columns);
/* Adds a cell to the last row, or begins a new row where that is full. White space in it becomes one space.
 * NULL and "" are nothing: "-" for people, null in JSON, else an empty cell. */
void ren_table_add(RenTable *table, const char *cell);
void ren_table_add_number(RenTable *table, guint64 number);
/* The cells of REN_TABLE_ARTICLE: an article by its issue and its number there, as `renmai show` takes it. */
#define REN_TABLE_ARTICLE                                                                                    \
    {"doc", NULL, REN_COLUMN_NAME}, {"article", NULL, REN_COLUMN_NUMBER},                                    \
    {                                                                                                        \
        NULL, NC_("column", "ARTICLE"), REN_COLUMN_NAME                                                      \
    }
void ren_table_add_article(RenTable *table, const char *doc, guint n);
/* The cells of REN_TABLE_KIND: what programs and what people call it. */
#define REN_TABLE_KIND                                                                                       \
    {"kind", NULL, REN_COLUMN_NAME},                                                                         \
    {                                                                                                        \
        NULL, NC_("column", "KIND"), REN_COLUMN_NAME                                                         \
    }
void ren_table_add_kind(RenTable *table, RenKind kind);
/* Lines that stand below the last row as they are, in REN_TABLE_PLAIN. */
void ren_table_add_note(RenTable *table, const char *note);
/* Prints the table on standard output, as wide as the terminal; the last column is never padded. */
void ren_table_print(const RenTable *table, RenTableFormat format);
void ren_table_free(RenTable *table); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenTable, ren_table_free)
