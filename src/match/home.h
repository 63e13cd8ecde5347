/* The home region of an issue: the county or district (or city) that its relative words (区委, 我市) mean. */
#pragma once
#include "lexicon/lexicon.h"

/* The number of the place that @name means ("重庆市江津区", "江津区", "江津"), or 0. */
guint ren_home_parse(const RenLexicon *lexicon, const char *name);

/* A vote of the names of districts, their short forms and their towns in @text (folded, UTF-8) and in @path,
 * where a name weighs more: papers' folders are named for them. Returns the number of the place, or 0 where
 * none leads. */
guint ren_home_vote(const RenLexicon *lexicon, const char *text, const char *path);
