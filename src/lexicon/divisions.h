/* Tables of places made from a published list of China's administrative divisions: four CSV files, as those
 * of github.com/modood/Administrative-divisions-of-China, joined by their codes:
 *
 *   provinces.csv  code, name
 *   cities.csv     code, name, provinceCode
 *   areas.csv      code, name, cityCode, provinceCode      (counties and districts)
 *   streets.csv    code, name, areaCode, provinceCode, cityCode   (towns)
 *
 * Columns are found by name; others may stand there too. What counts as no place of its own (市辖区; also a
 * city listed as its own county) gives what lies in it to what lies above. This, and how a name is shortened
 * (石柱土家族自治县 → 石柱, 石柱县), is data: import/divisions.tsv of the shipped gazetteer. */
#pragma once
#include "lexicon/lexicon.h"

typedef enum {
    REN_DIVISION_PROVINCE,
    REN_DIVISION_CITY,
    REN_DIVISION_COUNTY,
    REN_DIVISION_TOWN,
    REN_N_DIVISIONS
} RenDivision;

typedef struct {
    guint rows[REN_N_DIVISIONS]; /* written */
    guint pseudo;                /* rows that are no place */
    guint twice;                 /* rows that repeat a place of the same name and parent: the first stays */
    guint common;                /* towns that are no names but words: 高新区, 良种场 */
} RenDivisionsCount;

/* Reads the four files in the folder @from and the naming rules @rules (a path), and writes
 * places/divisions-{provinces,cities,counties,towns}.tsv below the folder @to, which is made where it is
 * missing: a gazetteer to be laid over the shipped one. Towns whose name is a word of @lexicon are left out.
 * A fifth column holds the code. What stood in these four files is replaced, and only when all are whole.
 * What was counted goes to @count. Returns FALSE with @error set: G_FILE_ERROR or G_IO_ERROR for what cannot
 * be read or written, REN_ERROR_INPUT (with the file) for a wrong table, a missing column, a code given
 * twice, or a parent that is not there, REN_ERROR_GAZETTEER for wrong rules. */
gboolean ren_divisions_import(const char *from, const char *rules, const RenLexicon *lexicon, const char *to,
                              RenDivisionsCount *count, GError **error);

/* How a name is shortened. */
typedef struct _RenNaming RenNaming;

/* Reads the rules at @path. NULL with @error set to G_FILE_ERROR or REN_ERROR_GAZETTEER. */
RenNaming *ren_naming_new(const char *path, GError **error);
/* The short forms of the place called @name, parted by spaces, "-" where there is none; owned by the caller.
 * A form has two characters at least. */
char *ren_naming_shorten(const RenNaming *naming, const char *name);
void ren_naming_free(RenNaming *naming); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenNaming, ren_naming_free)
