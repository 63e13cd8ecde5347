#include "base/lock.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

static void
test_second_is_refused_until_first_ends(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *dir = g_dir_make_tmp("renmai-test-XXXXXX", NULL);
    RenLock *first = ren_lock_new(dir, FALSE, &error);
    g_assert_no_error(error);
    g_assert_null(ren_lock_new(dir, FALSE, &error));
    g_assert_error(error, G_IO_ERROR, G_IO_ERROR_BUSY);
    g_autofree char *self = g_strdup_printf("process %d is writing to '%s'", getpid(), dir);
    g_assert_nonnull(strstr(error->message, self));
    ren_lock_free(first);
    g_clear_error(&error);
    g_autoptr(RenLock) second = ren_lock_new(dir, FALSE, &error);
    g_assert_no_error(error);
    g_assert_cmpint(g_rmdir(dir), ==, 0); /* it left no file */
}

static gpointer
end_later(gpointer data)
{
    g_usleep(100000);
    ren_lock_free(data);
    return NULL;
}

static void
test_waits(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *dir = g_dir_make_tmp("renmai-test-XXXXXX", NULL);
    RenLock *first = ren_lock_new(dir, FALSE, &error);
    GThread *thread = g_thread_new("holder", end_later, first);
    g_autoptr(RenLock) second = ren_lock_new(dir, TRUE, &error);
    g_assert_no_error(error);
    g_assert_nonnull(second);
    g_thread_join(thread);
    g_assert_null(ren_lock_new(dir, FALSE, NULL));
    g_rmdir(dir);
}

static void
test_missing_folder_is_told(void)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(ren_lock_new("/nowhere/at/all", FALSE, &error));
    g_assert_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    g_assert_nonnull(strstr(error->message, "/nowhere/at/all"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lock/second-is-refused-until-first-ends", test_second_is_refused_until_first_ends);
    g_test_add_func("/lock/waits", test_waits);
    g_test_add_func("/lock/missing-folder-is-told", test_missing_folder_is_told);
    return g_test_run();
}
