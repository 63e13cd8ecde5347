#include "base/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/message.h"

struct _RenLock {
    int fd; /* owned */
};

/* The process that holds a flock on @fd's file, as /proc/locks tells ("2: FLOCK  ADVISORY  WRITE 4711
 * fe:01:1234 0 EOF"); 0: not known. */
static long
holder_of(int fd)
{
    struct stat info;
    g_autofree char *text = NULL;
    if (fstat(fd, &info) != 0 || !g_file_get_contents("/proc/locks", &text, NULL, NULL))
        return 0;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        long process;
        unsigned long inode;
        if (sscanf(lines[i], "%*d: FLOCK %*s WRITE %ld %*x:%*x:%lu", &process, &inode) == 2 &&
            inode == info.st_ino)
            return process;
    }
    return 0;
}

static void
set_busy(const char *dir, int fd, GError **error)
{
    long process = holder_of(fd);
    g_autofree char *who =
        process == 0 ? g_strdup(_("another program")) : g_strdup_printf(_("process %ld"), process);
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_BUSY,
                _("%s is writing to '%s': wait until it has ended, or use --wait"), who, dir);
}

RenLock *
ren_lock_new(const char *dir, gboolean wait, GError **error)
{
    int fd = g_open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    if (fd < 0) {
        int code = errno;
        g_set_error(error, G_IO_ERROR, g_io_error_from_errno(code), _("'%s' cannot be opened: %s"), dir,
                    g_strerror(code));
        return NULL;
    }
    while (flock(fd, LOCK_EX | (wait ? 0 : LOCK_NB)) != 0) {
        int code = errno;
        if (code == EINTR && wait)
            continue;
        if (code == EWOULDBLOCK)
            set_busy(dir, fd, error);
        else
            g_set_error(error, G_IO_ERROR, g_io_error_from_errno(code), _("'%s' cannot be locked: %s"), dir,
                        g_strerror(code));
        close(fd);
        return NULL;
    }
    RenLock *lock = g_new0(RenLock, 1);
    lock->fd = fd;
    return lock;
}

void
ren_lock_free(RenLock *lock)
{
    if (lock == NULL)
        return;
    close(lock->fd);
    g_free(lock);
}
