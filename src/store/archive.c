#include "store/archive.h"

#include <string.h>

#include "base/error.h"
#include "resolve/org.h"
#include "resolve/short-form.h"
#include "store/sqlite.h"

static const char archive_sql[] =
#include "store/archive.sql.h"
    ;
static const char resolved_sql[] =
#include "store/resolved.sql.h"
    ;

/* The statements of archive.sql, in their order. */
enum {
    OTHERS,
    PERSONS,
    POSTS,
    COMPANIONS,
    RESOLVE,
    RESOLVE_ALL,
    ENTITIES,
    SET_PARENT,
    ADD_DOUBT,
    SET_REFERENCE,
    ADD_SETTLED,
    IGNORE_FORM,
    N_STATEMENTS
};

/* Something that is no person, as issues call it. */
typedef struct {
    gint64 local;
    char *key;       /* owned */
    char *name;      /* owned */
    char *entity;    /* owned; final id, NULL: the user says that it is nothing */
    char *called;    /* owned; final name */
    RenNamed *named; /* owned */
} Other;

typedef struct {
    RenStore *store;
    const RenIdentity *identity; /* NULL: ids of issues are final */
    const RenLexicon *lexicon;
    const RenDecisions *decisions;
    GPtrArray *problems;
    sqlite3_stmt *statements[N_STATEMENTS]; /* owned */
    GPtrArray *others;                      /* owned; of Other */
    GHashTable *by_local;                   /* owned; gint64 * (in Other) → Other */
    GStringChunk *strings;                  /* owned */
} Archive;

static void
other_free(Other *other)
{
    g_free(other->key);
    g_free(other->name);
    g_free(other->entity);
    g_free(other->called);
    ren_named_free(other->named);
    g_free(other);
}

static void
archive_clear(Archive *archive)
{
    for (guint i = 0; i < N_STATEMENTS; i++)
        sqlite3_finalize(archive->statements[i]);
    g_hash_table_unref(archive->by_local);
    g_ptr_array_unref(archive->others);
    g_string_chunk_free(archive->strings);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Archive, archive_clear)

static gboolean
run(Archive *archive, guint which, GError **error)
{
    sqlite3_stmt *statement = archive->statements[which];
    gboolean done = sqlite3_step(statement) == SQLITE_DONE ||
                    ren_sqlite_fail(ren_store_get_sqlite(archive->store), error);
    sqlite3_reset(statement);
    return done;
}

static gboolean
give_up(GError *problem, GError **error)
{
    if (problem == NULL)
        return TRUE;
    g_propagate_error(error, problem);
    return FALSE;
}

static const char *
keep(Archive *archive, sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return text == NULL ? NULL : g_string_chunk_insert_const(archive->strings, text);
}

static void
bind_row(sqlite3_stmt *statement, int n, gint64 row)
{
    if (row == 0)
        sqlite3_bind_null(statement, n);
    else
        sqlite3_bind_int64(statement, n, row);
}

static char *const no_bodies[2];

static gboolean
add_doubt(Archive *archive, const char *kind, gint64 a, gint64 b, const char *evidence, char *const bodies[2],
          GError **error)
{
    sqlite3_stmt *statement = archive->statements[ADD_DOUBT];
    ren_sqlite_bind_text(statement, 1, kind);
    sqlite3_bind_int64(statement, 2, a);
    bind_row(statement, 3, b);
    ren_sqlite_bind_text(statement, 4, evidence);
    ren_sqlite_bind_text(statement, 5, bodies[0]);
    ren_sqlite_bind_text(statement, 6, bodies[1]);
    return run(archive, ADD_DOUBT, error);
}

/* How an entity is called: a place by its name with what it needs to be known, all else by the name in its
 * id. */
static char *
name_of(const RenLexicon *lexicon, const char *id)
{
    RenKind kind;
    char *name;
    g_autofree char *qualifier = NULL;
    if (!ren_reference_parse(id, &kind, &name, &qualifier) || kind != REN_PLACE || lexicon == NULL)
        return name;
    char *label = ren_resolve_place_label(lexicon, name);
    g_free(name);
    return label;
}

/* ---- organisations, companies, places ---- */

static gboolean
load_others(Archive *archive, GError **error)
{
    sqlite3_stmt *statement = archive->statements[OTHERS];
    GError *problem = NULL;
    Other *other = NULL;
    while (ren_sqlite_next(statement, &problem)) {
        gint64 local = sqlite3_column_int64(statement, 0);
        if (other == NULL || other->local != local) {
            other = g_new0(Other, 1);
            other->local = local;
            other->key = ren_sqlite_dup_text(statement, 1);
            other->name = ren_sqlite_dup_text(statement, 3);
            RenKind kind = REN_ORG;
            ren_kind_parse((const char *)sqlite3_column_text(statement, 2), &kind);
            other->named = ren_named_new(other->key, other->name, kind);
            g_ptr_array_add(archive->others, other);
            g_hash_table_insert(archive->by_local, &other->local, other);
        }
        const char *home = keep(archive, statement, 4);
        g_hash_table_add(other->named->homes, (gpointer)(home != NULL ? home : ""));
    }
    return give_up(problem, error);
}

/* What decisions call @other by, beside its id. */
static GPtrArray *
keys_of(const Other *other)
{
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(keys, g_strdup_printf("%s:%s", ren_kind_name(other->named->kind), other->name));
    g_ptr_array_add(keys, g_strdup(other->name));
    return keys;
}

/* Finds the full forms of short names and what the user says of both. */
static void
settle_others(Archive *archive)
{
    g_autoptr(GPtrArray) named = g_ptr_array_new();
    for (guint i = 0; i < archive->others->len; i++)
        g_ptr_array_add(named, ((Other *)archive->others->pdata[i])->named);
    if (archive->identity != NULL)
        ren_short_forms_resolve(archive->lexicon, named);
    for (guint i = 0; i < archive->others->len; i++) {
        Other *other = archive->others->pdata[i];
        if (archive->identity == NULL) {
            other->entity = g_strdup(other->key);
            other->called = g_strdup(other->name);
            continue;
        }
        RenKind kind = other->named->kind;
        char *called = NULL;
        g_autoptr(GPtrArray) keys = keys_of(other);
        other->entity = ren_decisions_settle(archive->decisions, other->key, keys, &kind, &called);
        /* What the user has said of the short name comes before what the archive tells. */
        if (other->named->full != NULL && g_strcmp0(other->entity, other->key) == 0 && called == NULL) {
            g_free(other->entity);
            other->entity =
                ren_decisions_settle(archive->decisions, other->named->full, NULL, &kind, &called);
        }
        other->called =
            called != NULL || other->entity == NULL ? called : name_of(archive->lexicon, other->entity);
    }
}

static gboolean
write_others(Archive *archive, GError **error)
{
    for (guint i = 0; i < archive->others->len; i++) {
        const Other *other = archive->others->pdata[i];
        if (other->entity == NULL)
            continue;
        gint64 row = ren_store_entity_row(archive->store, other->entity, other->called, error);
        if (row == 0)
            return FALSE;
        sqlite3_bind_int64(archive->statements[RESOLVE_ALL], 1, other->local);
        sqlite3_bind_int64(archive->statements[RESOLVE_ALL], 2, row);
        if (!run(archive, RESOLVE_ALL, error))
            return FALSE;
        if (!other->named->orphan)
            continue;
        if (!add_doubt(archive, "orphan", row, 0, NULL, no_bodies, error))
            return FALSE;
    }
    return TRUE;
}

/* ---- persons ---- */

/* A case with its rows. */
typedef struct {
    RenCase *one; /* owned */
    gint64 article;
    gint64 local;
    const char *key; /* the archive's */
} Person;

static void
person_clear(gpointer data)
{
    ren_case_free(((Person *)data)->one);
}

/* The posts of all persons, walked along with them. */
typedef struct {
    sqlite3_stmt *statement;
    gboolean more;
} Posts;

static gboolean
next_post(Posts *posts, GError **error)
{
    GError *problem = NULL;
    posts->more = ren_sqlite_next(posts->statement, &problem);
    return give_up(problem, error);
}

/* Adds the posts of @person, which are the next ones if it has any. */
static gboolean
add_posts(Archive *archive, Posts *posts, Person *person, GError **error)
{
    while (posts->more && sqlite3_column_int64(posts->statement, 1) == person->article &&
           sqlite3_column_int64(posts->statement, 2) == person->local) {
        gint64 body = sqlite3_column_int64(posts->statement, 4);
        const Other *other = body == 0 ? NULL : g_hash_table_lookup(archive->by_local, &body);
        RenCasePost post = {
            .title = keep(archive, posts->statement, 3),
            .org = other == NULL ? NULL : other->entity,
            .region = keep(archive, posts->statement, 5),
            .tense = ren_tense_parse((const char *)sqlite3_column_text(posts->statement, 6)),
        };
        g_array_append_val(person->one->posts, post);
        if (!next_post(posts, error))
            return FALSE;
    }
    return TRUE;
}

/* Companions decide where a name that stands alone belongs: they are asked for only where that is a question.
 */
static gboolean
add_companions(Archive *archive, GArray *persons, GError **error)
{
    gboolean bare = FALSE, several = FALSE;
    for (guint i = 0; i < persons->len; i++) {
        const Person *person = &g_array_index(persons, Person, i);
        bare |= person->one->posts->len == 0 && person->one->lay == NULL && !person->one->reporter;
        several |= person->local != g_array_index(persons, Person, 0).local || person->one->posts->len > 0;
    }
    sqlite3_stmt *statement = archive->statements[COMPANIONS];
    for (guint i = 0; i < persons->len && bare && several && persons->len > 1; i++) {
        Person *person = &g_array_index(persons, Person, i);
        sqlite3_bind_int64(statement, 1, person->article);
        ren_sqlite_bind_text(statement, 2, person->one->name);
        GError *problem = NULL;
        while (ren_sqlite_next(statement, &problem))
            g_ptr_array_add(person->one->companions, (gpointer)keep(archive, statement, 0));
        sqlite3_reset(statement);
        if (!give_up(problem, error))
            return FALSE;
    }
    return TRUE;
}

/* A leader is known by name, wherever: its id has no region, and stays. */
static gboolean
is_leader(const Archive *archive, const Person *person)
{
    return archive->identity == NULL ||
           (strchr(person->key, '@') == NULL &&
            ren_lexicon_find(archive->lexicon, person->one->name, REN_CLASS_PERSON) != NULL);
}

static gboolean
write_person(Archive *archive, const Person *person, GError **error)
{
    const RenCase *one = person->one;
    if (one->entity == NULL)
        return TRUE;
    g_autofree char *own =
        archive->identity == NULL ? g_strdup(one->name) : name_of(archive->lexicon, one->entity);
    gint64 row =
        ren_store_entity_row(archive->store, one->entity, one->called != NULL ? one->called : own, error);
    if (row == 0)
        return FALSE;
    sqlite3_bind_int64(archive->statements[RESOLVE], 1, person->article);
    sqlite3_bind_int64(archive->statements[RESOLVE], 2, person->local);
    sqlite3_bind_int64(archive->statements[RESOLVE], 3, row);
    return run(archive, RESOLVE, error);
}

/* An entity of one name, with its cases. */
typedef struct {
    gint64 row;
    const char *id; /* borrowed from the first case */
    GPtrArray *cases;
} Namesake;

static void
namesake_clear(gpointer data)
{
    g_ptr_array_unref(((Namesake *)data)->cases);
}

/* The entities of @cases, which are all resolved. */
static GArray *
namesakes_of(Archive *archive, const GPtrArray *cases, GError **error)
{
    GArray *namesakes = g_array_new(FALSE, FALSE, sizeof(Namesake));
    g_array_set_clear_func(namesakes, namesake_clear);
    for (guint i = 0; i < cases->len; i++) {
        RenCase *one = cases->pdata[i];
        guint n = 0;
        while (n < namesakes->len && g_strcmp0(g_array_index(namesakes, Namesake, n).id, one->entity) != 0)
            n++;
        if (one->entity != NULL && n == namesakes->len) {
            Namesake namesake = {ren_store_entity_row(archive->store, one->entity, NULL, error), one->entity,
                                 g_ptr_array_new()};
            g_array_append_val(namesakes, namesake);
        }
        if (one->entity != NULL)
            g_ptr_array_add(g_array_index(namesakes, Namesake, n).cases, one);
    }
    return namesakes;
}

/* Notes how decisions name the entities of @cases, who of them may be several, and which of them may be one.
 */
static gboolean
note_doubts(Archive *archive, const GPtrArray *cases, GError **error)
{
    g_autoptr(GArray) namesakes = namesakes_of(archive, cases, error);
    for (guint i = 0; i < namesakes->len; i++) {
        Namesake *one = &g_array_index(namesakes, Namesake, i);
        g_autofree char *reference = ren_identity_reference(archive->identity, one->cases, one->id);
        sqlite3_bind_int64(archive->statements[SET_REFERENCE], 1, one->row);
        ren_sqlite_bind_text(archive->statements[SET_REFERENCE], 2, reference);
        if (!run(archive, SET_REFERENCE, error))
            return FALSE;
        gboolean reporter = ((RenCase *)one->cases->pdata[0])->reporter;
        char *bodies[2];
        g_autofree char *doubt = ren_identity_doubt(archive->identity, one->cases, bodies);
        g_autofree char *body_a = bodies[0], *body_b = bodies[1];
        if (doubt != NULL &&
            !ren_decisions_concern(archive->decisions, ((RenCase *)one->cases->pdata[0])->name) &&
            !add_doubt(archive, "homonym", one->row, 0, doubt, bodies, error))
            return FALSE;
        for (guint k = i + 1; k < namesakes->len; k++) {
            Namesake *other = &g_array_index(namesakes, Namesake, k);
            if (reporter || ((RenCase *)other->cases->pdata[0])->reporter ||
                ren_decisions_concern(archive->decisions, ((RenCase *)one->cases->pdata[0])->name))
                continue;
            if (!add_doubt(archive, "merge", one->row, other->row, NULL, no_bodies, error))
                return FALSE;
        }
    }
    return TRUE;
}

/* Resolves and writes @persons, all of one name, and empties the array. */
static gboolean
finish_name(Archive *archive, GArray *persons, GError **error)
{
    if (!add_companions(archive, persons, error))
        return FALSE;
    g_autoptr(GPtrArray) cases = g_ptr_array_new();
    for (guint i = 0; i < persons->len; i++) {
        Person *person = &g_array_index(persons, Person, i);
        if (!is_leader(archive, person)) {
            g_ptr_array_add(cases, person->one);
        } else if (archive->identity == NULL) {
            person->one->entity = g_strdup(person->key);
        } else {
            person->one->entity = ren_decisions_settle(archive->decisions, person->key, NULL,
                                                       &person->one->kind, &person->one->called);
        }
    }
    if (cases->len > 0)
        ren_identity_resolve(archive->identity, cases, archive->problems);
    for (guint i = 0; i < persons->len; i++)
        if (!write_person(archive, &g_array_index(persons, Person, i), error))
            return FALSE;
    if (cases->len > 0 && !note_doubts(archive, cases, error))
        return FALSE;
    g_array_set_size(persons, 0);
    return TRUE;
}

static Person
read_person(Archive *archive, sqlite3_stmt *statement, guint number)
{
    Person person = {ren_case_new(), sqlite3_column_int64(statement, 3), sqlite3_column_int64(statement, 1),
                     keep(archive, statement, 2)};
    person.one->name = keep(archive, statement, 0);
    person.one->article = sqlite3_column_int64(statement, 4);
    person.one->doc = keep(archive, statement, 5);
    person.one->date = keep(archive, statement, 6);
    person.one->home = keep(archive, statement, 7);
    person.one->reporter = sqlite3_column_int(statement, 8) != 0;
    person.one->lay = keep(archive, statement, 9);
    person.one->issue = sqlite3_column_int64(statement, 10);
    person.one->person = number;
    return person;
}

static gboolean
resolve_persons(Archive *archive, GError **error)
{
    sqlite3_stmt *statement = archive->statements[PERSONS];
    Posts posts = {archive->statements[POSTS], FALSE};
    if (!next_post(&posts, error))
        return FALSE;
    g_autoptr(GArray) persons = g_array_new(FALSE, TRUE, sizeof(Person));
    g_array_set_clear_func(persons, person_clear);
    GError *problem = NULL;
    while (ren_sqlite_next(statement, &problem)) {
        Person person = read_person(archive, statement, persons->len);
        if (persons->len > 0 && !g_str_equal(g_array_index(persons, Person, 0).one->name, person.one->name) &&
            !finish_name(archive, persons, error)) {
            person_clear(&person);
            return FALSE;
        }
        person.one->person = persons->len;
        g_array_append_val(persons, person);
        if (!add_posts(archive, &posts, &g_array_index(persons, Person, persons->len - 1), error))
            return FALSE;
    }
    return give_up(problem, error) && finish_name(archive, persons, error);
}

/* ---- what everything is a part of ---- */

/* The longest entity of the archive that the name of the body @id begins with: 砚川实验中学 of
 * 砚川实验中学团委; else what its words tell. Owned by the caller. */
static char *
parent_of(const Archive *archive, GHashTable *bodies, const char *id)
{
    RenKind kind;
    g_autofree char *name = NULL, *qualifier = NULL;
    char *told = ren_resolve_parent(archive->lexicon, id);
    if (!ren_reference_parse(id, &kind, &name, &qualifier) || kind != REN_ORG || qualifier != NULL)
        return told;
    g_autofree char *told_name = told == NULL ? g_strdup("") : name_of(archive->lexicon, told);
    for (const char *end = g_utf8_prev_char(name + strlen(name)); (gsize)(end - name) > strlen(told_name);
         end = g_utf8_prev_char(end)) {
        g_autofree char *head = g_strndup(name, end - name);
        const char *body = g_hash_table_lookup(bodies, head);
        if (body == NULL)
            continue;
        g_free(told);
        return g_strdup(body);
    }
    return told;
}

/* All entities, and the names of the bodies among them → their ids. */
static GPtrArray *
list_entities(Archive *archive, GHashTable *bodies, GError **error)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    sqlite3_stmt *statement = archive->statements[ENTITIES];
    GError *problem = NULL;
    while (ren_sqlite_next(statement, &problem)) {
        char *id = ren_sqlite_dup_text(statement, 1);
        g_ptr_array_add(ids, id);
        RenKind kind;
        char *name;
        g_autofree char *qualifier = NULL;
        if (ren_reference_parse(id, &kind, &name, &qualifier) && qualifier == NULL &&
            (kind == REN_ORG || kind == REN_COMPANY))
            g_hash_table_insert(bodies, name, id);
        else
            g_free(name);
    }
    return give_up(problem, error) ? g_steal_pointer(&ids) : NULL;
}

/* The place of @id that a table holds, or NULL. */
static const RenPlace *
place_of(const Archive *archive, const char *id)
{
    guint n =
        g_str_has_prefix(id, "place:") ? ren_lexicon_find_place(archive->lexicon, id + strlen("place:")) : 0;
    return n == 0 ? NULL : ren_lexicon_get_place(archive->lexicon, n);
}

/* How many characters of the person @id's name are the surname: the longest that leaves a given name; 0:
 * none. */
static guint
surname_of(const Archive *archive, const char *id)
{
    if (!g_str_has_prefix(id, "person:"))
        return 0;
    g_autofree char *name = ren_reference_name(id);
    const RenTrie *surnames = ren_lexicon_get_surnames(archive->lexicon);
    guint32 node = REN_TRIE_ROOT;
    guint n = 0, found = 0;
    for (const char *p = name;
         *p != '\0' && (node = ren_trie_step(surnames, node, g_utf8_get_char(p))) != 0;) {
        p = g_utf8_next_char(p);
        n++;
        if (ren_trie_value(surnames, node) != 0 && *p != '\0')
            found = n;
    }
    return found;
}

static gboolean
set_parents(Archive *archive, GError **error)
{
    g_autoptr(GHashTable) bodies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) ids = list_entities(archive, bodies, error);
    /* Parents are entities too, and have parents. */
    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        const char *id = ids->pdata[i];
        g_autofree char *parent = parent_of(archive, bodies, id);
        gint64 row = ren_store_entity_row(archive->store, id, NULL, error), above = 0;
        if (parent != NULL) {
            g_autofree char *name = name_of(archive->lexicon, parent);
            gboolean known = ren_store_has_entity(archive->store, parent);
            above = ren_store_entity_row(archive->store, parent, name, error);
            if (!known)
                g_ptr_array_add(ids, g_strdup(parent));
        }
        const RenPlace *place = place_of(archive, id);
        if (row == 0 || (parent != NULL && above == 0))
            return FALSE;
        sqlite3_stmt *statement = archive->statements[SET_PARENT];
        sqlite3_bind_int64(statement, 1, row);
        bind_row(statement, 2, above);
        ren_sqlite_bind_text(statement, 3, place == NULL ? NULL : place->code);
        ren_sqlite_bind_text(statement, 4, place == NULL ? NULL : place->former);
        bind_row(statement, 5, surname_of(archive, id));
        if (!run(archive, SET_PARENT, error))
            return FALSE;
    }
    return ids != NULL;
}

/* Which entities decisions keep apart: nobody need be asked about them again. */
static gboolean
note_settled(Archive *archive, GError **error)
{
    const GPtrArray *different = ren_decisions_get_different(archive->decisions);
    for (guint i = 0; i < different->len; i++) {
        const RenDifference *difference = different->pdata[i];
        ren_sqlite_bind_text(archive->statements[ADD_SETTLED], 1, difference->a);
        ren_sqlite_bind_text(archive->statements[ADD_SETTLED], 2, difference->b);
        if (!run(archive, ADD_SETTLED, error))
            return FALSE;
    }
    return TRUE;
}

/* Forms of no person that the user does not want, as they are printed: 区医院, whatever hospital that is. */
static gboolean
drop_ignored_forms(Archive *archive, GError **error)
{
    g_autoptr(GPtrArray) ignored = ren_decisions_list_ignored(archive->decisions);
    for (guint i = 0; i < ignored->len; i++) {
        RenKind kind;
        g_autofree char *name = NULL, *qualifier = NULL;
        gboolean has_kind = ren_reference_parse(ignored->pdata[i], &kind, &name, &qualifier);
        if (qualifier != NULL)
            continue;
        ren_sqlite_bind_text(archive->statements[IGNORE_FORM], 1, name);
        ren_sqlite_bind_text(archive->statements[IGNORE_FORM], 2, has_kind ? ren_kind_name(kind) : NULL);
        if (!run(archive, IGNORE_FORM, error))
            return FALSE;
    }
    return TRUE;
}

/* ---- all ---- */

static gboolean
prepare(Archive *archive, GError **error)
{
    sqlite3 *db = ren_store_get_sqlite(archive->store);
    if (sqlite3_exec(db,
                     /* what issues meant before they were read again */
                     "DELETE FROM local WHERE NOT EXISTS (SELECT 1 FROM mention WHERE local = local.id)"
                     " AND NOT EXISTS (SELECT 1 FROM position WHERE local_body = local.id);"
                     "CREATE TEMP TABLE resolved (article INTEGER, local INTEGER, entity INTEGER,"
                     " PRIMARY KEY (article, local)) WITHOUT ROWID;",
                     NULL, NULL, NULL) != SQLITE_OK)
        return ren_sqlite_fail(db, error);
    const char *sql = archive_sql;
    for (guint i = 0; i < N_STATEMENTS; i++)
        if (sqlite3_prepare_v2(db, sql, -1, &archive->statements[i], &sql) != SQLITE_OK)
            return ren_sqlite_fail(db, error);
    return TRUE;
}

gboolean
ren_archive_resolve(RenStore *store, const RenIdentity *identity, GPtrArray *problems, GError **error)
{
    g_auto(Archive) archive = {.store = store, .identity = identity, .problems = problems};
    archive.others = g_ptr_array_new_with_free_func((GDestroyNotify)other_free);
    archive.by_local = g_hash_table_new(g_int64_hash, g_int64_equal);
    archive.strings = g_string_chunk_new(1 << 14);
    if (identity != NULL) {
        archive.lexicon = ren_identity_get_lexicon(identity);
        archive.decisions = ren_identity_get_decisions(identity);
    }
    if (!prepare(&archive, error) || !load_others(&archive, error))
        return FALSE;
    settle_others(&archive);
    if (!write_others(&archive, error) || !resolve_persons(&archive, error))
        return FALSE;
    for (guint i = 0; i < N_STATEMENTS; i++)
        sqlite3_reset(archive.statements[i]);
    if (sqlite3_exec(ren_store_get_sqlite(store), resolved_sql, NULL, NULL, NULL) != SQLITE_OK)
        return ren_sqlite_fail(ren_store_get_sqlite(store), error);
    return identity == NULL || (drop_ignored_forms(&archive, error) && set_parents(&archive, error) &&
                                note_settled(&archive, error));
}
