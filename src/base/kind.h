/* What a mention or an entity can be, and what role a person has in an article. */
#pragma once
#include <glib.h>

typedef enum { REN_PERSON, REN_ORG, REN_COMPANY, REN_PLACE, REN_N_KINDS } RenKind;

/* Reporters stay in the data but out of the network. */
typedef enum { REN_ROLE_NONE, REN_ROLE_OFFICIAL, REN_ROLE_REPORTER, REN_ROLE_OTHER } RenRole;

/* "person", "org", "company" or "place": the spelling of every file this program writes. */
const char *ren_kind_name(RenKind kind);
/* The kind called @name; FALSE when there is none. */
gboolean ren_kind_parse(const char *name, RenKind *kind);
/* "official", "reporter", "other", or NULL for REN_ROLE_NONE. */
const char *ren_role_name(RenRole role);
