#include <glib/gstdio.h>

#include "base/csv.h"
#include "base/error.h"

static RenCsv *
read_text(const char *text, GError **error)
{
    g_autofree char *path = NULL;
    g_close(g_file_open_tmp("csv-XXXXXX", &path, NULL), NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    RenCsv *csv = ren_csv_read(path, error);
    g_unlink(path);
    return csv;
}

/* All cells, those of a row parted by | and the rows by / */
static char *
join(const RenCsv *csv)
{
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < csv->rows->len; i++) {
        g_autofree char *row = g_strjoinv("|", csv->rows->pdata[i]);
        g_string_append_printf(all, "%s%s", i > 0 ? "/" : "", row);
    }
    return g_string_free(g_steal_pointer(&all), FALSE);
}

static void
check(const char *text, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RenCsv) csv = read_text(text, &error);
    g_assert_no_error(error);
    g_autofree char *cells = join(csv);
    g_assert_cmpstr(cells, ==, expected);
}

static void
test_plain(void)
{
    check("code,name\n1,甲\n2,乙\n", "1|甲/2|乙");
    check("code,name\n1,甲", "1|甲");
    check("code,name\n,\n", "|");
    check("code,name\n\n1,甲\n\n", "1|甲");
    check("code,name\n", "");
    check("", "");
}

static void
test_quotes(void)
{
    check("a,b\n\"甲\",\"\"\n", "甲|");
    check("a,b\n\"甲,乙\",丙\n", "甲,乙|丙");
    check("a,b\n\"甲\"\"乙\"\"\",\"\"\"\"\n", "甲\"乙\"|\"");
    check("a,b\n\"甲\n乙\",丙\n丁,戊\n", "甲\n乙|丙/丁|戊");
    check("a,b\n甲\"乙,丙\n", "甲\"乙|丙");
}

static void
test_windows(void)
{
    check("\xef\xbb\xbf"
          "a,b\r\n\"1\",甲\r\n2,\"乙\"\r\n",
          "1|甲/2|乙");
}

static void
test_columns(void)
{
    g_autoptr(RenCsv) csv = read_text("\"code\",name\n1,甲\n", NULL);
    g_assert_cmpint(ren_csv_column(csv, "code"), ==, 0);
    g_assert_cmpint(ren_csv_column(csv, "name"), ==, 1);
    g_assert_cmpint(ren_csv_column(csv, "parent"), ==, -1);
}

static void
check_wrong(const char *text, const char *where)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RenCsv) csv = read_text(text, &error);
    g_assert_error(error, REN_ERROR, REN_ERROR_INPUT);
    g_assert_null(csv);
    g_assert_nonnull(strstr(error->message, where));
}

static void
test_wrong(void)
{
    check_wrong("a,b\n1,\"甲\n2,乙\n", ":2: a quote is not closed");
    check_wrong("a,b\n\"1\n1\",甲\n\"2\"乙,丙\n", ":4: text follows");
    check_wrong("a,b\n1,甲\n2\n", ":3: has not as many");
    check_wrong("a,b\n1,2,3\n", ":2: has not as many");
    check_wrong("a,b\n\xff,1\n", "not UTF-8");
    g_autoptr(GError) error = NULL;
    g_assert_null(ren_csv_read("/nowhere.csv", &error));
    g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv/plain", test_plain);
    g_test_add_func("/csv/quotes", test_quotes);
    g_test_add_func("/csv/windows-line-ends-and-mark", test_windows);
    g_test_add_func("/csv/columns-by-name", test_columns);
    g_test_add_func("/csv/wrong", test_wrong);
    return g_test_run();
}
