/* Whom a surname with a title (唐书记) means. */
#pragma once
#include "base/record.h"

/* Sets mention of all references of @article, whose persons are numbered: to the only one who can be meant,
 * else to -1. */
void ren_references_resolve(RenArticle *article);
