/* A file that appears under its name only when it is whole: written beside it under a name of its own, then
 * renamed. A link stays one: what it leads to is replaced. A pipe or a device cannot be replaced, so it is
 * written to at once. */
#pragma once
#include <glib.h>
#include <stdio.h>

typedef struct _RenNewFile RenNewFile;

/* Makes an empty file beside @path, so that a folder that cannot be written is known before any work is done.
 * NULL with @error set (G_IO_ERROR) where that cannot be, or where @path is a folder. */
RenNewFile *ren_new_file_create(const char *path, GError **error);

/* Takes away what programs that were killed have left unfinished in folder @dir: no other may be writing
 * there now. */
void ren_new_file_sweep(const char *dir);

/* The name that it has meanwhile; the file's. */
const char *ren_new_file_get_temporary(const RenNewFile *file);
/* The name that it will have; the file's. */
const char *ren_new_file_get_path(const RenNewFile *file);

/* A stream to write it with, which stays the file's; NULL with @error set where it cannot be opened. */
FILE *ren_new_file_open(RenNewFile *file, GError **error);

/* Closes the stream, if there is one, and sees that all has reached the disk. A full disk shows here at the
 * latest. */
gboolean ren_new_file_close(RenNewFile *file, GError **error);

/* Gives the closed file its name; what stood there before is replaced in one step. */
gboolean ren_new_file_commit(RenNewFile *file, GError **error);

void ren_new_file_free(RenNewFile *file); /* takes away what was not committed; NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenNewFile, ren_new_file_free)
