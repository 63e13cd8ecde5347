/* What is found in a folder, and what becomes of files in any encoding or none. */
#include <glib/gstdio.h>
#include <string.h>
#include <unicode/ucnv.h>

#include "base/error.h"
#include "corpus/reader.h"

static const char simplified[] =
    "本报讯（记者 赵一鸣）云岭区昨日举行会议，区长何远山出席并讲话，强调要加强建设，改善民生。\r\n";
static const char traditional[] =
    "本報訊（記者 趙一鳴）雲嶺區昨日舉行會議，區長何遠山出席並講話，強調要加強建設，改善民生。\n";

static RenIssue *
decode(const char *bytes, gsize len)
{
    g_autoptr(GError) error = NULL;
    RenIssue *issue = ren_reader_decode(bytes, len, "a.txt", &error);
    g_assert_no_error(error);
    g_assert_true(g_utf8_validate(issue->text, issue->len, NULL));
    return issue;
}

/* @text encoded, decoded again: what encoding was seen? */
static void
check_encoding(const char *text, const char *encoding, const char *mark, const char *seen)
{
    UErrorCode status = U_ZERO_ERROR;
    gsize room = strlen(text) * 4, skip = strlen(mark);
    g_autofree char *bytes = g_malloc0(room + skip + 4);
    memcpy(bytes, mark, skip);
    int32_t n = ucnv_convert(encoding, "UTF-8", bytes + skip, room, text, strlen(text), &status);
    g_assert_true(U_SUCCESS(status));
    g_autoptr(RenIssue) issue = decode(bytes, n + skip);
    g_assert_cmpstr(issue->encoding, ==, seen);
    g_assert_cmpstr(issue->text, ==, text);
    g_assert_cmpuint(issue->len, ==, strlen(text));
    g_assert_cmpuint(issue->invalid_bytes, ==, 0);
}

static void
test_encodings(void)
{
    check_encoding(simplified, "UTF-8", "", "UTF-8");
    check_encoding(simplified, "UTF-8", "\xef\xbb\xbf", "UTF-8");
    check_encoding(simplified, "UTF-16LE", "\xff\xfe", "UTF-16LE");
    check_encoding(simplified, "UTF-16BE", "\xfe\xff", "UTF-16BE");
    check_encoding(simplified, "UTF-16LE", "", "UTF-16LE");
    check_encoding(simplified, "UTF-16BE", "", "UTF-16BE");
    check_encoding(simplified, "GB18030", "", "GB18030");
    check_encoding(traditional, "Big5", "", "Big5");
    /* Traditional characters are in GB18030 too. */
    check_encoding(simplified, "GBK", "", "GB18030");
}

static void
test_line_ends_stay(void)
{
    const char *text = "一行\r\n二行\r\n";
    g_autoptr(RenIssue) issue = decode(text, strlen(text));
    g_assert_cmpstr(issue->text, ==, text);
}

static void
test_few_bad_bytes_stay_utf8(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < 10; i++)
        g_string_append(text, simplified);
    text->str[3] = '\xff';
    g_string_append(text, "\xe4\xb8");
    g_autoptr(RenIssue) issue = decode(text->str, text->len);
    g_assert_cmpstr(issue->encoding, ==, "UTF-8");
    g_assert_cmpuint(issue->invalid_bytes, ==, 5); /* ff, two that lost their head, two at the end */
    g_assert_true(g_str_has_suffix(issue->text, "\xef\xbf\xbd"));
}

static void
check_refused(const char *bytes, gsize len, const char *message)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(ren_reader_decode(bytes, len, "a.txt", &error));
    g_assert_error(error, REN_ERROR, REN_ERROR_INPUT);
    g_assert_nonnull(strstr(error->message, message));
}

static void
test_no_text_is_refused(void)
{
    check_refused("", 0, "is empty");
    check_refused(" \n\xe3\x80\x80\n", 6, "white space");
    check_refused("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "NUL byte at offset 8");
    check_refused("\x01\x02\x03\x04\x05\x06", 6, "is not text");
}

static void
test_missing_file(void)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(ren_reader_read("tests/no-such-file.txt", "a", &error));
    g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
    g_assert_null(strstr(error->message, "no-such-file"));
    g_clear_error(&error);
    g_assert_null(ren_reader_find("tests/no-such-folder", &error));
    g_assert_nonnull(error);
}

static void
write_file(const char *dir, const char *name, GPtrArray *made)
{
    char *path = g_build_filename(dir, name, NULL);
    g_assert_true(g_file_set_contents(path, "云岭", -1, NULL));
    g_ptr_array_insert(made, 0, path);
}

static void
test_folders_are_searched(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *dir = g_dir_make_tmp("renmai-XXXXXX", &error);
    g_autofree char *inner = g_build_filename(dir, "2024", NULL),
                    *hidden = g_build_filename(dir, ".git", NULL);
    g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func(g_free);
    g_assert_cmpint(g_mkdir(inner, 0700) + g_mkdir(hidden, 0700), ==, 0);
    write_file(dir, "b.txt", made);
    write_file(dir, "a.MD", made);
    write_file(dir, "c.json", made);
    write_file(dir, "g.jpg", made);
    write_file(dir, "readme.md", made);
    write_file(dir, ".d.txt", made);
    write_file(inner, "e.md", made);
    write_file(hidden, "f.txt", made);

    g_autoptr(GPtrArray) files = ren_reader_find(dir, &error);
    g_assert_no_error(error);
    const char *docs[] = {"2024/e.md", "a.MD", "b.txt", "c.json"};
    g_assert_cmpuint(files->len, ==, G_N_ELEMENTS(docs));
    for (guint i = 0; i < files->len; i++)
        g_assert_cmpstr(((RenFile *)files->pdata[i])->doc, ==, docs[i]);

    /* A file that is named directly is taken whatever its name. */
    g_autofree char *named = g_build_filename(dir, "g.jpg", NULL);
    g_autoptr(GPtrArray) one = ren_reader_find(named, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(one->len, ==, 1);
    g_assert_cmpstr(((RenFile *)one->pdata[0])->doc, ==, "g.jpg");
    g_autoptr(RenIssue) issue = ren_reader_read(named, "g.jpg", &error);
    g_assert_no_error(error);
    g_assert_cmpstr(issue->path, ==, named);
    g_assert_cmpstr(issue->text, ==, "云岭");

    for (guint i = 0; i < made->len; i++)
        g_assert_cmpint(g_remove(made->pdata[i]), ==, 0);
    g_assert_cmpint(g_rmdir(inner) + g_rmdir(hidden) + g_rmdir(dir), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/reader/encodings", test_encodings);
    g_test_add_func("/reader/line-ends-stay", test_line_ends_stay);
    g_test_add_func("/reader/few-bad-bytes-stay-utf8", test_few_bad_bytes_stay_utf8);
    g_test_add_func("/reader/no-text-is-refused", test_no_text_is_refused);
    g_test_add_func("/reader/missing-file", test_missing_file);
    g_test_add_func("/reader/folders-are-searched", test_folders_are_searched);
    return g_test_run();
}
