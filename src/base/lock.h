/* One writer at a time in a folder. The lock is the kernel's (flock) on the folder itself: it leaves no file,
 * and is gone when the program ends, however it ends. */
#pragma once
#include <glib.h>

typedef struct _RenLock RenLock;

/* Locks the folder @dir for writing. Where another program holds the lock: with @wait, waits until it ends;
 * else NULL with @error set to G_IO_ERROR_BUSY, with the number of that process where the system tells it.
 * G_IO_ERROR too where the folder cannot be opened. Freed with ren_lock_free(). */
RenLock *ren_lock_new(const char *dir, gboolean wait, GError **error);
void ren_lock_free(RenLock *lock); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RenLock, ren_lock_free)
