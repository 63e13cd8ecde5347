/* What a mention or an entity can be, and what role a person has in an article. */
#pragma once
#include <glib.h>

typedef enum { REN_PERSON, REN_ORG, REN_COMPANY, REN_PLACE, REN_N_KINDS } RenKind;

/* Reporters stay in the data but out of the network. */
typedef enum { REN_ROLE_NONE, REN_ROLE_OFFICIAL, REN_ROLE_REPORTER, REN_ROLE_OTHER } RenRole;

/* Whether a post is held at the time, by the words around it: 原 and 免去 end it, 代 holds it for a while,
 * 候任 is to take it. */
typedef enum { REN_TENSE_HELD, REN_TENSE_ENDED, REN_TENSE_ACTING, REN_TENSE_FUTURE, REN_N_TENSES } RenTense;

/* "person", "org", "company" or "place": the spelling of every file this program writes. */
const char *ren_kind_name(RenKind kind);
/* The kind called @name; FALSE when there is none. */
gboolean ren_kind_parse(const char *name, RenKind *kind);
/* "official", "reporter", "other", or NULL for REN_ROLE_NONE. */
const char *ren_role_name(RenRole role);
/* "held", "ended", "acting" or "future". */
const char *ren_tense_name(RenTense tense);
/* The tense called @name, REN_TENSE_HELD where there is none. */
RenTense ren_tense_parse(const char *name);
