/* What the modules of this room share: a store's connection, and SQLite's codes as errors. Not for other
 * rooms. */
#pragma once
#include <sqlite3.h>

#include "store/store.h"

/* The store's connection, which stays the store's. */
sqlite3 *ren_store_get_sqlite(RenStore *store);

/* The statements that insert rows, in the order of insert.sql. */
typedef enum {
    REN_ADD_ISSUE,
    REN_ADD_ARTICLE,
    REN_ADD_SENTENCE,
    REN_ADD_LOCAL,
    REN_ADD_ENTITY,
    REN_ADD_MENTION,
    REN_ADD_POSITION,
    REN_ADD_LINK,
    REN_ADD_META,
    REN_ADD_INTRODUCED,
    REN_N_ADDS
} RenAdd;
/* One of them, of a store that is being written; the store's. */
sqlite3_stmt *ren_store_get_insert(RenStore *store, RenAdd which);
/* Runs it as it is bound and makes it ready for the next row. */
gboolean ren_store_insert(RenStore *store, RenAdd which, GError **error);

/* What ren_store_finish() does before entities are found, and after the links are in: the first adds indexes,
 * the second sums up the entities, fills the full-text index and commits. */
gboolean ren_store_index(RenStore *store, GError **error);
gboolean ren_store_sum_up(RenStore *store, GError **error);

/* Opens the finished store @path beside that of @db, as schema "earlier", for reading only. */
gboolean ren_sqlite_attach(sqlite3 *db, const char *path, GError **error);

/* The row of the entity @id, called @name, which is made where it is new; 0 with @error set. */
gint64 ren_store_entity_row(RenStore *store, const char *id, const char *name, GError **error);

/* Reads the first eleven columns of @statement's row into @entity: id, key, node, kind, role, name, mentions,
 * articles, first and last date, title. */
typedef struct _RenEntity RenEntity;
void ren_entity_read(sqlite3_stmt *statement, RenEntity *entity);

/* Whether the entity @id has a row. */
gboolean ren_store_has_entity(const RenStore *store, const char *id);

/* Sets @error to REN_ERROR_STORE with SQLite's last message; returns FALSE. */
gboolean ren_sqlite_fail(sqlite3 *db, GError **error);

/* Prepares the one statement of @sql. NULL with @error set where it cannot be. */
sqlite3_stmt *ren_sqlite_prepare(sqlite3 *db, const char *sql, GError **error);

/* Steps to the next row: TRUE where there is one. At the end FALSE and @error unset; else @error set. */
gboolean ren_sqlite_next(sqlite3_stmt *statement, GError **error);

/* A copy of the text in @column, owned by the caller; NULL for NULL. */
char *ren_sqlite_dup_text(sqlite3_stmt *statement, int column);

/* All cells of @statement (char *, NULL for NULL), row after row. Freed with g_ptr_array_unref(); NULL with
 * @error set where it fails. */
GPtrArray *ren_sqlite_read_cells(sqlite3_stmt *statement, GError **error);

/* Binds text, NULL as NULL. @text must live until the statement is reset. */
void ren_sqlite_bind_text(sqlite3_stmt *statement, int n, const char *text);

typedef sqlite3_stmt RenStatement;
static inline void
ren_statement_finalize(RenStatement *statement)
{
    sqlite3_finalize(statement);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenStatement, ren_statement_finalize)
