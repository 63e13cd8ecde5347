#include "base/newfile.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/message.h"

/* What the names of unfinished files begin with. */
#define MARK ".renmai-"
/* So many links in a row are followed, as by Linux. */
#define MOST_LINKS 40

struct _RenNewFile {
    char *path;      /* owned; as it was named */
    char *target;    /* owned; where its links lead */
    char *temporary; /* owned; NULL when committed, or where target is written to as it is */
    FILE *stream;    /* owned; NULL when closed */
};

static gboolean
fail(const char *path, int code, GError **error)
{
    g_set_error(error, G_IO_ERROR, g_io_error_from_errno(code), _("'%s' cannot be written: %s"), path,
                g_strerror(code));
    return FALSE;
}

/* Where the link @path leads in the end, whether that is there or not; @path itself where it is none. Owned
 * by the caller. */
static char *
follow_links(const char *path)
{
    char *target = g_strdup(path);
    for (guint i = 0; i < MOST_LINKS; i++) {
        g_autofree char *next = g_file_read_link(target, NULL);
        if (next == NULL)
            break;
        g_autofree char *dir = g_path_get_dirname(target);
        g_free(target);
        target = g_path_is_absolute(next) ? g_steal_pointer(&next) : g_build_filename(dir, next, NULL);
    }
    return target;
}

RenNewFile *
ren_new_file_create(const char *path, GError **error)
{
    GStatBuf info;
    gboolean exists = g_stat(path, &info) == 0;
    if (exists ? S_ISDIR(info.st_mode) : errno == ELOOP) {
        fail(path, exists ? EISDIR : ELOOP, error);
        return NULL;
    }
    g_autoptr(RenNewFile) file = g_new0(RenNewFile, 1);
    file->path = g_strdup(path);
    if (exists && !S_ISREG(info.st_mode)) { /* a pipe or a device */
        file->target = g_strdup(path);
        return g_steal_pointer(&file);
    }
    file->target = follow_links(path);
    g_autofree char *dir = g_path_get_dirname(file->target);
    g_autofree char *base = g_path_get_basename(file->target);
    g_autofree char *name = g_strconcat(MARK, base, ".XXXXXX", NULL);
    g_autofree char *temporary = g_build_filename(dir, name, NULL);
    int fd = g_mkstemp_full(temporary, O_RDWR | O_CLOEXEC, 0666);
    if (fd < 0) {
        fail(path, errno, error);
        return NULL;
    }
    close(fd);
    file->temporary = g_steal_pointer(&temporary);
    return g_steal_pointer(&file);
}

void
ren_new_file_sweep(const char *dir)
{
    g_autoptr(GDir) folder = g_dir_open(dir, 0, NULL);
    for (const char *name; folder != NULL && (name = g_dir_read_name(folder)) != NULL;) {
        g_autofree char *path = g_build_filename(dir, name, NULL);
        if (g_str_has_prefix(name, MARK))
            g_unlink(path);
    }
}

const char *
ren_new_file_get_temporary(const RenNewFile *file)
{
    return file->temporary != NULL ? file->temporary : file->target;
}

const char *
ren_new_file_get_path(const RenNewFile *file)
{
    return file->path;
}

FILE *
ren_new_file_open(RenNewFile *file, GError **error)
{
    file->stream = g_fopen(ren_new_file_get_temporary(file), "wbe");
    if (file->stream == NULL)
        fail(file->path, errno, error);
    return file->stream;
}

static gboolean
sync_file(const char *path)
{
    int fd = g_open(path, O_RDONLY | O_CLOEXEC, 0);
    if (fd < 0)
        return FALSE;
    gboolean done = fsync(fd) == 0;
    int code = errno;
    close(fd);
    errno = code;
    return done;
}

gboolean
ren_new_file_close(RenNewFile *file, GError **error)
{
    FILE *stream = g_steal_pointer(&file->stream);
    if (stream != NULL) {
        gboolean bad = ferror(stream) != 0;
        errno = 0;
        if (fclose(stream) != 0 || bad)
            return fail(file->path, errno != 0 ? errno : EIO, error);
    }
    return file->temporary == NULL || sync_file(file->temporary) || fail(file->path, errno, error);
}

gboolean
ren_new_file_commit(RenNewFile *file, GError **error)
{
    if (file->temporary != NULL && g_rename(file->temporary, file->target) != 0)
        return fail(file->path, errno, error);
    g_clear_pointer(&file->temporary, g_free);
    return TRUE;
}

void
ren_new_file_free(RenNewFile *file)
{
    if (file == NULL)
        return;
    if (file->stream != NULL)
        fclose(file->stream);
    if (file->temporary != NULL)
        g_unlink(file->temporary);
    g_free(file->temporary);
    g_free(file->target);
    g_free(file->path);
    g_free(file);
}
