/* Bodies: their usual and canonical names, their ids, where they lie and what they are a part of.
 * The usual name is the printed one, made independent of the paper (区科协 → 江津区科协); the canonical name
 * is the same for all forms of one body (江津区科学技术协会), and its id is made of it. */
#pragma once
#include "lexicon/lexicon.h"

/* The longest word of class @cls at the head of @text; its length in bytes goes to @len. NULL where there is
 * none. */
const RenWord *ren_resolve_head(const RenLexicon *lexicon, const char *text, RenClass cls, gsize *len);

/* Which of the places called @word is meant: one below @above, else one below or beside @home, else the
 * highest (numbers of places, or 0); 0 where it is but the short name of a town elsewhere. */
guint ren_resolve_choose_place(const RenLexicon *lexicon, const RenWord *word, guint above, guint home);

/* The number of the place that the relative @word of @level means in an issue from @home: 区 → the district,
 * 市 → its city; 0 where there is none. */
guint ren_resolve_relative(const RenLexicon *lexicon, RenLevel level, const char *word, guint home);

/* What follows the places at the head of @name: 砚川区教育局 → 教育局; the lowest of them goes to @place, 0
 * where there is none. */
const char *ren_resolve_skip_places(const RenLexicon *lexicon, const char *name, guint home, guint *place);

/* The name that stands for place @n in names of bodies: 江津区; a town takes its county along. This and what
 * follows belongs to the caller. */
char *ren_resolve_place_name(const RenLexicon *lexicon, guint n);

/* How the place with the full path @path is called; a village that no table holds by the longest part of its
 * path that one does. */
char *ren_resolve_place_label(const RenLexicon *lexicon, const char *path);

/* The usual name of the organisation printed as @text in an issue from @home (a place's number, or 0):
 * 区委 → 江津区委. */
char *ren_resolve_org_name(const RenLexicon *lexicon, const char *text, guint home);

/* The canonical name of the organisation whose usual name is @name: 江津区科协 → 江津区科学技术协会,
 * 中共江津区委员会 → 江津区委. */
char *ren_resolve_org_canon(const RenLexicon *lexicon, const char *name, guint home);

/* The id of the organisation whose usual name is @name: "org:江津区科学技术协会". A body of a place that is
 * not the only one of its name carries what lies above it ("org:鼓楼区委@江苏省南京市"), and a name that is a
 * place's is that place ("place:重庆市江津区"). */
char *ren_resolve_org_entity(const RenLexicon *lexicon, const char *name, guint home);

/* Where the body @name acts: the path of a county or what lies above one ("重庆市江津区"), the name of a
 * country or of a body that is known everywhere ("国务院"); NULL where the name does not tell. */
char *ren_resolve_org_region(const RenLexicon *lexicon, const char *name, guint home);

/* The id of what the entity @id is a part of: of a body the organ or place in its name
 * (江津区委组织部 → 江津区委 → 江津区), of a place the one above it. NULL where the name does not tell. */
char *ren_resolve_parent(const RenLexicon *lexicon, const char *id);

/* Whether @brief can be a short form of @full, two names of bodies without their places: 人社局 of
 * 人力资源和社会保障局 (rules/abbreviation.tsv). */
gboolean ren_resolve_abbreviates(const RenLexicon *lexicon, const char *brief, const char *full);
