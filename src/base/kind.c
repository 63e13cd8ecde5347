#include "base/kind.h"

#include "base/message.h"

static const char *const kind_names[REN_N_KINDS] = {"person", "org", "company", "place"};

const char *
ren_kind_name(RenKind kind)
{
    g_return_val_if_fail(kind < REN_N_KINDS, NULL);
    return kind_names[kind];
}

gboolean
ren_kind_parse(const char *name, RenKind *kind)
{
    for (guint i = 0; i < REN_N_KINDS; i++) {
        if (g_str_equal(name, kind_names[i])) {
            *kind = i;
            return TRUE;
        }
    }
    return FALSE;
}

const char *
ren_role_name(RenRole role)
{
    switch (role) {
    case REN_ROLE_OFFICIAL:
        return "official";
    case REN_ROLE_REPORTER:
        return "reporter";
    case REN_ROLE_OTHER:
        return "other";
    default:
        return NULL;
    }
}

static const char *const tense_names[REN_N_TENSES] = {NC_("tense", "held"), NC_("tense", "ended"),
                                                      NC_("tense", "acting"), NC_("tense", "future")};

const char *
ren_tense_name(RenTense tense)
{
    return tense_names[tense];
}

RenTense
ren_tense_parse(const char *name)
{
    for (guint i = 0; name != NULL && i < REN_N_TENSES; i++)
        if (g_str_equal(tense_names[i], name))
            return i;
    return REN_TENSE_HELD;
}
