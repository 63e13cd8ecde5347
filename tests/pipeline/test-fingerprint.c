#include "pipeline/fingerprint.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* A folder of the user's, empty at first. */
typedef struct {
    char *dir;   /* owned */
    char *words; /* owned; "words" in it, made */
    char *rules; /* owned; likewise */
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
    (void)data;
    fixture->dir = g_dir_make_tmp("renmai-test-XXXXXX", NULL);
    fixture->words = g_build_filename(fixture->dir, "words", NULL);
    fixture->rules = g_build_filename(fixture->dir, "rules", NULL);
    g_assert_cmpint(g_mkdir(fixture->words, 0777), ==, 0);
    g_assert_cmpint(g_mkdir(fixture->rules, 0777), ==, 0);
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_rmdir(fixture->words);
    g_rmdir(fixture->rules);
    g_rmdir(fixture->dir);
    g_free(fixture->words);
    g_free(fixture->rules);
    g_free(fixture->dir);
}

static char *
sum_of(const Fixture *fixture, RenFingerprint which)
{
    g_autoptr(GError) error = NULL;
    const char *dirs[] = {"gazetteer", fixture->dir, NULL};
    char *sum = ren_fingerprint(dirs, which, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(strlen(sum), ==, 64);
    return sum;
}

/* Writes @file, tells whether the sum of @which then differs from what it is without it, and that of no other
 * part does (which: -1: of none), and takes it away. */
static void
check(const Fixture *fixture, const char *file, int which)
{
    char *before[REN_N_FINGERPRINTS];
    for (int i = 0; i < REN_N_FINGERPRINTS; i++)
        before[i] = sum_of(fixture, i);
    g_autofree char *path = g_build_filename(fixture->dir, file, NULL);
    g_assert_true(g_file_set_contents(path, "a\tb\n", -1, NULL));
    for (int i = 0; i < REN_N_FINGERPRINTS; i++) {
        g_autofree char *after = sum_of(fixture, i);
        g_assert_cmpint(!g_str_equal(before[i], after), ==, i == which);
        g_free(before[i]);
    }
    g_unlink(path);
}

static void
test_words_are_a_part(Fixture *fixture, gconstpointer data)
{
    (void)data;
    check(fixture, "words/titles.tsv", REN_FINGERPRINT_WORDS);
    check(fixture, "words/same.tsv", REN_FINGERPRINT_WORDS); /* a table of decisions lies in no folder */
}

static void
test_rules_change_the_reading(Fixture *fixture, gconstpointer data)
{
    (void)data;
    check(fixture, "rules/walks.tsv", REN_FINGERPRINT_READING);
    check(fixture, "picture.tsv", REN_FINGERPRINT_READING);
}

static void
test_decisions_do_not(Fixture *fixture, gconstpointer data)
{
    (void)data;
    static const char *const tables[] = {"same.tsv",    "different.tsv",     "ignore.tsv",    "names.tsv",
                                         "persons.tsv", "organisations.tsv", "companies.tsv", "places.tsv"};
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++)
        check(fixture, tables[i], REN_FINGERPRINT_DECISIONS);
}

static void
test_other_files_change_nothing(Fixture *fixture, gconstpointer data)
{
    (void)data;
    check(fixture, "README.md", -1);
    check(fixture, "words/titles.tsv~", -1);
}

static void
test_empty_folder_says_nothing(Fixture *fixture, gconstpointer data)
{
    (void)data;
    static const char *const shipped[] = {"gazetteer", NULL};
    g_autofree char *with = sum_of(fixture, REN_FINGERPRINT_READING);
    g_autofree char *without = ren_fingerprint(shipped, REN_FINGERPRINT_READING, NULL);
    g_assert_cmpstr(with, ==, without);
}

#define ADD(name, function) g_test_add("/fingerprint/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("words-are-a-part", test_words_are_a_part);
    ADD("rules-change-the-reading", test_rules_change_the_reading);
    ADD("decisions-do-not", test_decisions_do_not);
    ADD("other-files-change-nothing", test_other_files_change_nothing);
    ADD("empty-folder-says-nothing", test_empty_folder_says_nothing);
    return g_test_run();
}
