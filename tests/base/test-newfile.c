#include "base/newfile.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* An empty folder; owned by the caller, who removes it. */
static char *
make_folder(void)
{
    char *dir = g_dir_make_tmp("renmai-test-XXXXXX", NULL);
    g_assert_nonnull(dir);
    return dir;
}

static guint
count_files(const char *dir)
{
    g_autoptr(GDir) open = g_dir_open(dir, 0, NULL);
    guint n = 0;
    while (g_dir_read_name(open) != NULL)
        n++;
    return n;
}

static void
test_old_file_stays_until_commit(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *dir = make_folder();
    g_autofree char *path = g_build_filename(dir, "network.dot", NULL);
    g_assert_true(g_file_set_contents(path, "old", -1, NULL));
    RenNewFile *file = ren_new_file_create(path, &error);
    g_assert_no_error(error);
    FILE *out = ren_new_file_open(file, &error);
    g_assert_no_error(error);
    fputs("new", out);
    g_assert_true(ren_new_file_close(file, &error));
    g_autofree char *before = NULL;
    g_assert_true(g_file_get_contents(path, &before, NULL, NULL));
    g_assert_cmpstr(before, ==, "old");
    g_assert_true(ren_new_file_commit(file, &error));
    ren_new_file_free(file);
    g_autofree char *after = NULL;
    g_assert_true(g_file_get_contents(path, &after, NULL, NULL));
    g_assert_cmpstr(after, ==, "new");
    g_assert_cmpuint(count_files(dir), ==, 1);
    g_unlink(path);
    g_rmdir(dir);
}

static void
test_dropped_file_leaves_nothing(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *dir = make_folder();
    g_autofree char *path = g_build_filename(dir, "network.dot", NULL);
    RenNewFile *file = ren_new_file_create(path, &error);
    g_assert_no_error(error);
    g_assert_nonnull(ren_new_file_open(file, &error));
    ren_new_file_free(file);
    g_assert_cmpuint(count_files(dir), ==, 0);
    g_rmdir(dir);
}

static void
test_folder_is_no_file(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *dir = make_folder();
    g_assert_null(ren_new_file_create(dir, &error));
    g_assert_error(error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
    g_rmdir(dir);
}

/* Writes "new" to @path, which must work. */
static void
write_new(const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RenNewFile) file = ren_new_file_create(path, &error);
    g_assert_no_error(error);
    FILE *out = ren_new_file_open(file, &error);
    g_assert_no_error(error);
    fputs("new", out);
    g_assert_true(ren_new_file_close(file, &error));
    g_assert_true(ren_new_file_commit(file, &error));
}

static void
test_link_stays_a_link(void)
{
    g_autofree char *dir = make_folder();
    g_autofree char *below = g_build_filename(dir, "below", NULL);
    g_autofree char *target = g_build_filename(below, "network.dot", NULL);
    g_autofree char *path = g_build_filename(dir, "network.dot", NULL);
    g_autofree char *first = g_build_filename(dir, "first.dot", NULL);
    g_assert_cmpint(g_mkdir(below, 0777), ==, 0);
    g_assert_cmpint(symlink("below/network.dot", path), ==, 0);
    g_assert_cmpint(symlink("network.dot", first), ==, 0);
    for (guint i = 0; i < 2; i++) { /* at first the link leads nowhere */
        write_new(i == 0 ? path : first);
        g_autofree char *text = NULL;
        g_assert_true(g_file_test(path, G_FILE_TEST_IS_SYMLINK));
        g_assert_true(g_file_test(first, G_FILE_TEST_IS_SYMLINK));
        g_assert_false(g_file_test(target, G_FILE_TEST_IS_SYMLINK));
        g_assert_true(g_file_get_contents(target, &text, NULL, NULL));
        g_assert_cmpstr(text, ==, "new");
        g_assert_true(g_file_set_contents(target, "old", -1, NULL));
        g_assert_cmpuint(count_files(dir), ==, 3);
        g_assert_cmpuint(count_files(below), ==, 1);
    }
    g_unlink(first);
    g_unlink(path);
    g_unlink(target);
    g_rmdir(below);
    g_rmdir(dir);
}

static void
test_link_to_itself_is_refused(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *dir = make_folder();
    g_autofree char *path = g_build_filename(dir, "loop", NULL);
    g_assert_cmpint(symlink("loop", path), ==, 0);
    g_assert_null(ren_new_file_create(path, &error));
    g_assert_error(error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
    g_unlink(path);
    g_rmdir(dir);
}

static gpointer
read_all(gpointer path)
{
    char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

static void
test_pipe_is_written_to(void)
{
    g_autofree char *dir = make_folder();
    g_autofree char *path = g_build_filename(dir, "pipe", NULL);
    g_assert_cmpint(mkfifo(path, 0666), ==, 0);
    GThread *reader = g_thread_new("reader", read_all, path);
    write_new(path);
    g_autofree char *text = g_thread_join(reader);
    g_assert_cmpstr(text, ==, "new");
    g_assert_cmpuint(count_files(dir), ==, 1);
    g_assert_cmpint(g_unlink(path), ==, 0);
    g_rmdir(dir);
}

static void
test_full_disk_shows_at_close(void)
{
    if (!g_file_test("/dev/full", G_FILE_TEST_EXISTS)) {
        g_test_skip("no /dev/full");
        return;
    }
    g_autoptr(GError) error = NULL;
    g_autofree char *dir = make_folder();
    g_autofree char *path = g_build_filename(dir, "network.dot", NULL);
    RenNewFile *file = ren_new_file_create(path, &error);
    g_assert_no_error(error);
    g_assert_cmpint(g_unlink(ren_new_file_get_temporary(file)), ==, 0);
    g_autoptr(GFile) link = g_file_new_for_path(ren_new_file_get_temporary(file));
    g_assert_true(g_file_make_symbolic_link(link, "/dev/full", NULL, NULL));
    FILE *out = ren_new_file_open(file, &error);
    g_assert_nonnull(out);
    fputs("a small file stays in the buffer", out);
    g_assert_false(ren_new_file_close(file, &error));
    g_assert_error(error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    ren_new_file_free(file);
    g_rmdir(dir);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/newfile/old-file-stays-until-commit", test_old_file_stays_until_commit);
    g_test_add_func("/newfile/dropped-file-leaves-nothing", test_dropped_file_leaves_nothing);
    g_test_add_func("/newfile/folder-is-no-file", test_folder_is_no_file);
    g_test_add_func("/newfile/link-stays-a-link", test_link_stays_a_link);
    g_test_add_func("/newfile/link-to-itself-is-refused", test_link_to_itself_is_refused);
    g_test_add_func("/newfile/pipe-is-written-to", test_pipe_is_written_to);
    g_test_add_func("/newfile/full-disk-shows-at-close", test_full_disk_shows_at_close);
    return g_test_run();
}
