/* The gazetteer in memory: words with their classes, places with their parents, and what the lattice must
 * know of names. It is loaded once from one or more folders (see gazetteer/README.md) and never changes, so
 * threads may share one while nobody listens (ren_lexicon_listen()). */
#pragma once
#include "base/kind.h"
#include "lexicon/class.h"
#include "lexicon/trie.h"

typedef enum {
    REN_LEVEL_NONE,
    REN_LEVEL_COUNTRY,
    REN_LEVEL_PROVINCE,
    REN_LEVEL_CITY,
    REN_LEVEL_COUNTY,
    REN_LEVEL_TOWN,
    REN_LEVEL_VILLAGE,
    REN_LEVEL_ZONE,
    REN_LEVEL_WORLD_CITY
} RenLevel;
/* The level called @name ("county"), REN_LEVEL_NONE where there is none. */
RenLevel ren_level_parse(const char *name);

/* An administrative place. Strings live as long as the lexicon. */
typedef struct {
    const char *name;   /* "江津区" */
    const char *path;   /* "重庆市江津区": unique */
    const char *code;   /* division code ("500116"), or NULL where no table gives one */
    const char *former; /* names that it had, parted by ";" ("江津市"), or NULL */
    RenLevel level;
    guint parent;   /* number of the place above it; 0 where there is none */
    gboolean alone; /* no other place has its full name */
} RenPlace;

/* One row of a table: a word in one class. */
typedef struct {
    const char *word;
    const char *canon; /* the full name it stands for, or NULL; of a PERSON always set */
    const char *organ; /* titles: the body they belong to (区长 → 政府), or NULL */
    RenClass cls;
    guint8 grade;    /* WORD: 1 rare … 6 very frequent */
    RenRole role;    /* TITLE */
    RenLevel level;  /* RELATIVE, PLACE_SUFFIX, ORGAN, TITLE, PLACE */
    gboolean fixed;  /* TITLE: organ is a whole body, wherever the title is printed */
    gboolean inside; /* a word that is a noun (class NOMINAL) inside organisations' names */
    gboolean common; /* PLACE: the form is also a word of the language, so it counts at home only */
    gboolean full;   /* PLACE: the whole name of the place, present or former, not its short form */
    RenTense tense;  /* TITLE_PREFIX (原), APPOINT (免去) */
    guint place;     /* PLACE: number of the place, else 0 */
    guint next;      /* number of the next row of the same word, 0 at the end */
} RenWord;

/* The numbers of rules/costs.tsv that are no prices of a class; what each does is said there. */
/* clang-format off */
#define REN_NUMBERS(X) \
    X(GRADE, "grade") X(LONG_WORD, "long-word") X(ONE_CHARACTER_COUNTRY, "one-character-country") X(KNOWN_PERSON, "known-person") X(ONE_GIVEN, "one-given") \
    X(SPACED_NAME, "spaced-name") X(RARE_GIVEN, "rare-given") X(FUNCTION_IN_NAME, "function-in-name") X(FUNCTION_IN_PLACE, "function-in-place") X(FUNCTION_SURNAME, "function-surname") \
    X(FOREIGN_SURNAME, "foreign-surname") X(FOREIGN_GIVEN, "foreign-given") X(KNOWN_FOREIGN, "known-foreign") \
    X(RARE_TRANSLITERATION, "rare-transliteration") X(DOTTED_CHARACTER, "dotted-character") \
    X(NEW_PLACE_CHARACTER, "new-place-character") X(RELATIVE_IN_PLACE, "relative-in-place") \
    X(PLACE_AS_NEW_PLACE, "place-as-new-place") X(WORD_AS_NEW_PLACE, "word-as-new-place") \
    X(SHORT_NEW_PLACE, "short-new-place") X(LONG_NEW_PLACE, "long-new-place") X(ABBREVIATION_CHARACTER, "abbreviation-character") X(FAR_SHORT_PLACE, "far-short-place") X(HOME_PLACE, "home-place") \
    X(HOME_PATH_WEIGHT, "home-path-weight") X(HOME_LEAST, "home-least") X(HOME_SHARE, "home-share") X(LEARNED_PERSON, "learned-person") \
    X(LEARNED_COMPANY, "learned-company") X(LEARNED_ORG, "learned-org")
/* clang-format on */

typedef enum {
#define X(id, name) REN_NUMBER_##id,
    REN_NUMBERS(X)
#undef X
        REN_N_NUMBERS
} RenNumber;

typedef struct _RenLexicon RenLexicon;

/* Loads the folders @dirs, the shipped one first, NULL-terminated.
 * Returns a new lexicon, freed with ren_lexicon_free(), or NULL with @error set to REN_ERROR_GAZETTEER. */
RenLexicon *ren_lexicon_new(const char *const *dirs, GError **error);
/* The same without @without, the path of a table or the name of a rule: to measure what it is worth. NULL:
 * with all. */
RenLexicon *ren_lexicon_new_without(const char *const *dirs, const char *without, GError **error);
/* Whether @what, the path of a table or the name of a rule, is to be left out. */
gboolean ren_lexicon_leaves_out(const RenLexicon *lexicon, const char *what);
void ren_lexicon_free(RenLexicon *lexicon); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenLexicon, ren_lexicon_free)

/* What is lent here stays the lexicon's. All words; the value of a word is the number of its first row. */
const RenTrie *ren_lexicon_get_words(const RenLexicon *lexicon);
/* Row number @n, from 1. */
const RenWord *ren_lexicon_get_word(const RenLexicon *lexicon, guint n);
/* The row of @word in class @cls, or NULL. */
const RenWord *ren_lexicon_find(const RenLexicon *lexicon, const char *word, RenClass cls);

/* From now on @asked (a set of char *, owned by it; NULL: nobody listens) gets every string that is looked up
 * in the words. Who walks the trie along a text that is not the issue's own says so with
 * ren_lexicon_note_asked(). */
void ren_lexicon_listen(RenLexicon *lexicon, GHashTable *asked);
void ren_lexicon_note_asked(const RenLexicon *lexicon, const char *text);

/* Place number @n, from 1. */
const RenPlace *ren_lexicon_get_place(const RenLexicon *lexicon, guint n);
/* The number of the place whose full path is @path, or 0. */
guint ren_lexicon_find_place(const RenLexicon *lexicon, const char *path);
/* How many places there are. */
guint ren_lexicon_n_places(const RenLexicon *lexicon);

/* Prices of names, in nats (-ln p); INFINITY where the character is none. */
const RenTrie *
ren_lexicon_get_surnames(const RenLexicon *lexicon); /* value: the surname's number, for the next two */
float ren_lexicon_surname_cost(const RenLexicon *lexicon, guint32 surname);
gboolean ren_lexicon_surname_foreign(const RenLexicon *lexicon, guint32 surname); /* a Japanese one */
typedef enum { REN_GIVEN_SINGLE, REN_GIVEN_FIRST, REN_GIVEN_LAST } RenGiven;
float ren_lexicon_given_cost(const RenLexicon *lexicon, gunichar c, RenGiven where);
float ren_lexicon_transliteration_cost(const RenLexicon *lexicon, gunichar c);

/* Prices of the lattice, in nats, from rules/costs.tsv and rules/steps.tsv; INFINITY for a step that is never
 * made. */
float ren_lexicon_class_cost(const RenLexicon *lexicon, RenClass cls);
float ren_lexicon_step_cost(const RenLexicon *lexicon, RenClass from, RenClass to);
/* A number of rules/costs.tsv; 0 where it is not given. */
float ren_lexicon_number(const RenLexicon *lexicon, RenNumber number);

/* The members of a group of classes (rules/groups.tsv), as a NUL-ended string of RenClass bytes; a class is a
 * group of itself; NULL where there is neither. */
const char *ren_lexicon_group(const RenLexicon *lexicon, const char *name);
/* The usual form of the longest solemn one that @text, the name of a body behind the place @place, begins
 * with (rules/usual.tsv: 人民政府 → 政府), its length in bytes in @len; NULL where there is none. */
const char *ren_lexicon_usual(const RenLexicon *lexicon, const char *place, const char *text, gsize *len);
/* The rows (GStrv: front, printed, usual, of towns) of rules/fronted.tsv: solemn names of bodies that put a
 * word before the place (中共江津区委员会). */
const GPtrArray *ren_lexicon_get_fronted(const RenLexicon *lexicon);
/* @name after the regular expressions of rules/canon.tsv; owned by the caller. */
char *ren_lexicon_canonical(const RenLexicon *lexicon, const char *name);
/* Whether @word, one of a longer name, may be left out of its short form; and the short form of the last word
 * @word (委员会 → 委), or NULL: rules/abbreviation.tsv. */
gboolean ren_lexicon_is_skipped(const RenLexicon *lexicon, const char *word);
/* How many bytes at the end of @name, a firm's, say of which kind it is (有限公司); 0 where none do. */
gsize ren_lexicon_legal_tail(const RenLexicon *lexicon, const char *name);
const char *ren_lexicon_short_last(const RenLexicon *lexicon, const char *word);
/* The folders it was loaded from, NULL-terminated; the lexicon's. */
const char *const *ren_lexicon_get_dirs(const RenLexicon *lexicon);
