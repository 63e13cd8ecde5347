/* The persons of an issue: which mentions of an article are one person, and who that is as far as the issue
 * tells. */
#pragma once
#include "base/record.h"
#include "resolve/identity.h"

/* Lets all mentions of a leader (names/people.tsv) in @article bear the longest form printed there. */
void ren_persons_lengthen_leaders(const RenIdentity *identity, RenArticle *article);

/* Numbers the persons of @article, whose positions have their bodies: mentions of one name are one person,
 * unless a sentence lists two, or they are introduced as of two walks of life. A name alone is the one named
 * last. */
void ren_persons_number(const RenIdentity *identity, RenArticle *article);

/* Sets base, entity, kind and name of all persons of @issue, which are numbered; entity is NULL where the
 * user says that it is none. */
void ren_persons_resolve(const RenIdentity *identity, RenIssue *issue);

/* Sets the role of all persons of @issue but reporters: who holds a public post anywhere in it is an official
 * in all of it; so is every leader. */
void ren_persons_set_roles(const RenIdentity *identity, RenIssue *issue);
