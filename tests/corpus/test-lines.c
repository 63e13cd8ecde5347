/* Articles as JSON. All of it is made up. Run from the project's root. */
#include <string.h>

#include "corpus/lines.h"
#include "corpus/reader.h"

static RenFields *fields;

/* What came out: issues, and what was told, each in a line. */
typedef struct {
    GString *issues;
    GString *told;
    GArray *borders; /* of the last issue */
} Taken;

static gboolean
take(RenIssue *issue, gpointer data, GError **error)
{
    (void)error;
    Taken *taken = data;
    g_assert_cmpuint(issue->len, ==, strlen(issue->text));
    g_string_append_printf(taken->issues, "%s|%s|%s|%s|%s|%s\n", issue->doc, issue->date, issue->paper,
                           issue->number, issue->page, issue->text);
    g_array_set_size(taken->borders, 0);
    g_array_append_vals(taken->borders, issue->borders->data, issue->borders->len);
    return TRUE;
}

static void
tell(const char *where, const GError *problem, gpointer data)
{
    g_string_append_printf(((Taken *)data)->told, "%s: %s\n", where, problem->message);
}

static void
taken_clear(Taken *taken)
{
    g_string_free(taken->issues, TRUE);
    g_string_free(taken->told, TRUE);
    g_array_unref(taken->borders);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Taken, taken_clear)

static void
read_lines(const char *text, Taken *taken)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RenIssue) file = ren_reader_decode(text, strlen(text), "a.jsonl", &error);
    g_assert_no_error(error);
    file->path = g_strdup("in/a.jsonl");
    *taken = (Taken){g_string_new(NULL), g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(gsize))};
    RenSink sink = {take, tell, taken};
    g_assert_true(ren_lines_take(file, fields, &sink, &error));
    g_assert_no_error(error);
}

static void
test_grouped_by_paper_and_day(void)
{
    g_auto(Taken) taken;
    read_lines(
        "{\"date\":\"2021-03-04\",\"title\":\"甲\",\"text\":\"一。\",\"paper\":\"云岭报\",\"page\":1}\n"
        "{\"日期\":\"2021年3月5日\",\"标题\":\"乙\",\"正文\":[\"二。\",\"三。\"],\"报纸\":\"云岭报\"}\r\n"
        "\n"
        "{\"Date\":20210304,\"text\":\"四，\",\"paper\":\"云岭报\",\"page\":\"2\"}\n"
        "{\"date\":\"2021-03-03T17:00:00Z\",\"content\":\"丁\\n五。\",\"title\":\"丁\"}",
        &taken);
    g_assert_cmpstr(taken.issues->str, ==,
                    "a.jsonl/云岭报/2021-03-04|2021-03-04|云岭报|(null)|(null)|# 甲\n\n一。\n\n四，\n\n\n"
                    "a.jsonl/云岭报/2021-03-05|2021-03-05|云岭报|(null)|(null)|# 乙\n\n二。\n三。\n\n\n"
                    "a.jsonl/2021-03-04|2021-03-04|(null)|(null)|(null)|# 丁\n\n五。\n\n\n");
    g_assert_cmpstr(taken.told->str, ==, "");
}

static void
test_borders(void)
{
    g_auto(Taken) taken;
    read_lines("{\"title\":\"甲\",\"text\":\"一。\",\"number\":\"12\",\"page\":\"03\"}\n"
               "{\"text\":\"二。\",\"page\":\"03\"}",
               &taken);
    g_assert_cmpstr(taken.issues->str, ==, "a.jsonl|(null)|(null)|12|03|# 甲\n\n一。\n\n二。\n\n\n");
    g_assert_cmpuint(taken.borders->len, ==, 2);
    g_assert_cmpuint(g_array_index(taken.borders, gsize, 0), ==, 0);
    g_assert_cmpuint(g_array_index(taken.borders, gsize, 1), ==, strlen("# 甲\n\n一。\n\n"));
}

static void
test_bad_lines_are_told(void)
{
    g_autoptr(GString) text =
        g_string_new("{broken\n{\"text\":\"一。\"}\n[1]\n{\"a\":1}\n{\"text\":\"二\",\"date\":\"昨天\"}\n"
                     "{\"text\":\" \"}\n3\n");
    for (guint i = 0; i < 100000; i++)
        g_string_append_c(text, '[');
    g_auto(Taken) taken;
    read_lines(text->str, &taken);
    g_assert_cmpstr(taken.issues->str, ==, "a.jsonl|(null)|(null)|(null)|(null)|一。\n\n\n");
    g_auto(GStrv) told = g_strsplit(taken.told->str, "\n", -1);
    static const char *const starts[] = {"in/a.jsonl:1: is no JSON (",      "in/a.jsonl:3: is no JSON object",
                                         "in/a.jsonl:4: has no text",       "in/a.jsonl:5: '昨天' is no date",
                                         "in/a.jsonl:6: has no text",       "in/a.jsonl:7: is no JSON object",
                                         "in/a.jsonl:8: is nested too deep"};
    g_assert_cmpuint(g_strv_length(told), ==, G_N_ELEMENTS(starts) + 1);
    for (guint i = 0; i < G_N_ELEMENTS(starts); i++)
        g_assert_true(g_str_has_prefix(told[i], starts[i]));
}

static void
test_array_and_object(void)
{
    g_auto(Taken) array;
    read_lines("[\n {\"text\": \"一。\"},\n {\"a\": 1},\n {\"text\": \"二。\"}\n]\n", &array);
    g_assert_cmpstr(array.issues->str, ==, "a.jsonl|(null)|(null)|(null)|(null)|一。\n\n二。\n\n\n");
    g_assert_nonnull(strstr(array.told->str, "in/a.jsonl: article 2 of the array has no text"));
    g_auto(Taken) object;
    read_lines("{\n \"text\":\n \"一。\"\n}\n", &object);
    g_assert_cmpstr(object.issues->str, ==, "a.jsonl|(null)|(null)|(null)|(null)|一。\n\n\n");
}

static gboolean
holds(const char *text)
{
    return ren_lines_hold_articles(fields, text, strlen(text));
}

static void
test_other_json_is_known(void)
{
    g_assert_true(holds("{\"text\":\"一\"}\n{\"a\":1}"));
    g_assert_true(holds("[\n{\"标题\":\"一\"}]"));
    g_assert_false(holds("{\"doc\":\"a.txt\",\n\"mentions\":[]}"));
    g_assert_false(holds("{\"name\":\"package\"}"));
    g_assert_false(holds("[]"));
    g_assert_false(holds("3"));
}

/* Half a surrogate pair is no character. */
static void
test_strange_strings(void)
{
    g_auto(Taken) taken;
    read_lines("{\"text\":\"一\\ud800二\",\"paper\":\"云岭/报\",\"title\":\"甲\\n乙\"}", &taken);
    g_assert_true(g_utf8_validate(taken.issues->str, -1, NULL));
    g_assert_true(
        g_str_has_prefix(taken.issues->str, "a.jsonl/云岭_报|(null)|云岭/报|(null)|(null)|# 甲 乙\n"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(GError) error = NULL;
    fields = ren_fields_new((const char *const[]){"gazetteer", NULL}, &error);
    g_assert_no_error(error);
    g_test_add_func("/lines/grouped-by-paper-and-day", test_grouped_by_paper_and_day);
    g_test_add_func("/lines/borders", test_borders);
    g_test_add_func("/lines/bad-lines-are-told", test_bad_lines_are_told);
    g_test_add_func("/lines/array-and-object", test_array_and_object);
    g_test_add_func("/lines/other-json-is-known", test_other_json_is_known);
    g_test_add_func("/lines/strange-strings", test_strange_strings);
    int status = g_test_run();
    ren_fields_free(fields);
    return status;
}
