#include "lexicon/class.h"

static const char *const names[REN_N_CLASSES] = {"none",
#define X(id, name) name,
                                                 REN_CLASSES(X)
#undef X
};

const char *
ren_class_name(RenClass cls)
{
    g_return_val_if_fail(cls < REN_N_CLASSES, NULL);
    return names[cls];
}

RenClass
ren_class_parse(const char *name)
{
    for (guint i = 1; i < REN_N_CLASSES; i++)
        if (g_str_equal(names[i], name))
            return i;
    return REN_CLASS_NONE;
}
