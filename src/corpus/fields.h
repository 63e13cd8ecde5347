/* What the fields of a file are called: keys of JSON lines and names of a page's <meta>, by rules/fields.tsv.
 * A loaded table never changes. */
#pragma once
#include "base/record.h"

typedef enum {
    REN_FIELD_TITLE,
    REN_FIELD_TEXT,
    REN_FIELD_DATE,
    REN_FIELD_PAPER,
    REN_FIELD_NUMBER,
    REN_FIELD_PAGE,
    REN_N_FIELDS
} RenField;

typedef struct _RenFields RenFields;

/* What one article or page says of itself. */
typedef struct {
    char *value[REN_N_FIELDS]; /* owned; NULL: nothing */
    guint rank[REN_N_FIELDS];  /* row of the name that said so */
} RenFieldValues;

/* Loads rules/fields.tsv of the gazetteer folders @dirs, NULL-terminated: the rows of all, one after the
 * other. Returns new fields, freed with ren_fields_free(), or NULL with @error set to REN_ERROR_GAZETTEER
 * (file and line) where a field is unknown, or where no folder has the table. */
RenFields *ren_fields_new(const char *const *dirs, GError **error);

/* Keeps @value, unless it is blank, as the field that is called @name (ASCII letters in either case), where
 * no name of a higher row has said it. FALSE where no field is called so. */
gboolean ren_fields_offer(const RenFields *fields, RenFieldValues *values, const char *name,
                          const char *value);

/* Sets date, paper, number and page of @issue to what @values say. FALSE where they give a date that cannot
 * be read; then it stays as it is. */
gboolean ren_fields_set(const RenFieldValues *values, RenIssue *issue);

void ren_field_values_clear(RenFieldValues *values);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RenFieldValues, ren_field_values_clear)
void ren_fields_free(RenFields *fields); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenFields, ren_fields_free)
