/* The options that choose articles: --since, --until, --issue, --place, --org, --person. */
#pragma once
#include "base/message.h"
#include "store/filter.h"

typedef struct {
    char *since; /* owned, as all; NULL where not given */
    char *until;
    char *issue;
    char *place;
    char *org;
    char *person;
} RenFilterChoice;

/* Their entries for GOption, to stand in a list of them. */
#define REN_FILTER_ENTRIES(c)                                                                                \
    {"since",     0,                                                                                         \
     0,           G_OPTION_ARG_FILENAME,                                                                     \
     &(c)->since, N_("From this day on, as 2024-06-20, 2024-06 or 2024"),                                    \
     "DATE"},                                                                                                \
        {"until", 0, 0, G_OPTION_ARG_FILENAME, &(c)->until, N_("Up to this day"), "DATE"},                   \
        {"issue", 0, 0, G_OPTION_ARG_FILENAME, &(c)->issue, N_("Only in this issue"), "DOC"},                \
        {"place", 0, 0, G_OPTION_ARG_FILENAME, &(c)->place, N_("Only where this is named, or a part of it"), \
         "PLACE"},                                                                                           \
        {"org", 0, 0, G_OPTION_ARG_FILENAME, &(c)->org, N_("Only where this is named, or a part of it"),     \
         "ORG"},                                                                                             \
    {                                                                                                        \
        "person", 0, 0, G_OPTION_ARG_FILENAME, &(c)->person, N_("Only where this one is named"), "PERSON"    \
    }

/* Checks what was chosen and finds its names in @store. @choice must outlive @filter. FALSE with @error set:
 * REN_ERROR_USAGE, or as ren_choose_entity(). */
gboolean ren_filter_choice_read(const RenFilterChoice *choice, RenStore *store, RenFilter *filter,
                                GError **error);

/* Whether @text, which stood after @option, is a day, month or year. FALSE with @error set to
 * REN_ERROR_USAGE. */
gboolean ren_filter_check_date(const char *option, const char *text, GError **error);

void ren_filter_choice_clear(RenFilterChoice *choice);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RenFilterChoice, ren_filter_choice_clear)
