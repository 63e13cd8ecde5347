#include "base/error.h"

G_DEFINE_QUARK(ren - error, ren_error)
