/* The word classes: the alphabet that the lattice decides over and the rules are written in.
 * Most are given to words by the tables of the gazetteer; some the program itself finds. */
#pragma once
#include <glib.h>

/* clang-format off */
#define REN_CLASSES(X) \
    /* given by words/ (see gazetteer/README.md) */ \
    X(COUNTRY, "country") X(REGION, "region") X(NATION, "nation") X(RELATIVE, "relative") \
    X(ORGAN, "organ") X(ORG_SUFFIX, "org-suffix") X(ORG, "org") X(FIELD, "field") X(GENERIC, "generic") \
    X(COMPANY_SUFFIX, "company-suffix") X(COMPANY, "company") \
    X(PLACE_SUFFIX, "place-suffix") X(ZONE_SUFFIX, "zone-suffix") X(LANDMARK_SUFFIX, "landmark-suffix") \
    X(TITLE, "title") X(TITLE_PREFIX, "title-prefix") X(LAY, "lay") X(HONORIFIC, "honorific") X(KIN, "kin") \
    X(BYLINE, "byline") X(CREDIT, "credit") X(ALIAS, "alias") X(OWN_NAME, "own-name") X(EPONYM, "eponym") X(ABBREVIATION, "abbreviation") \
    X(SPEECH, "speech") X(ATTEND, "attend") X(APPOINT, "appoint") X(ACTION, "action") X(NOMINAL, "nominal") \
    X(FUNCTION, "function") X(CONJ, "conj") X(PRONOUN, "pronoun") X(COPULA, "copula") X(TIME, "time") X(MEASURE, "measure") \
    X(WORD, "word") X(CHAR, "char") \
    /* given by places/ and names/ */ \
    X(PLACE, "place") X(TOWN, "town") X(PERSON, "person") X(FOREIGN, "foreign") X(SURNAME, "surname") \
    /* found by the lattice */ \
    X(NEW_PLACE, "new-place") X(LANDMARK, "landmark") X(NUMBER, "number") X(ORDINAL, "ordinal") X(LATIN, "latin") X(UNKNOWN, "unknown") \
    X(PAUSE, "pause") X(COMMA, "comma") X(COLON, "colon") X(STOP, "stop") X(SPACE, "space") X(DOT, "dot") \
    X(OPEN, "open") X(CLOSE, "close") X(QUOTE, "quote") X(UNQUOTE, "unquote") X(BOOK, "book") X(UNBOOK, "unbook") \
    X(MARK, "mark") X(EDGE, "edge") \
    /* separators that remember what stood before them; the lattice turns them back into pause and space */ \
    X(PAUSE_PERSON, "pause-person") X(SPACE_PERSON, "space-person") X(SPACE_BYLINE, "space-byline") \
    X(SPACE_TITLE, "space-title") \
    /* made by the rules */ \
    X(REPORTER, "reporter") X(OFFICE, "office")
/* clang-format on */

typedef enum {
    REN_CLASS_NONE,
#define X(id, name) REN_CLASS_##id,
    REN_CLASSES(X)
#undef X
        REN_N_CLASSES
} RenClass;

/* The name that tables and rules use. */
const char *ren_class_name(RenClass cls);
/* The class called @name, or REN_CLASS_NONE. */
RenClass ren_class_parse(const char *name);
