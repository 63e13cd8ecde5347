/* Which texts a change of words touches, over a gazetteer of a few lines. */
#include "lexicon/footprint.h"

#include <glib/gstdio.h>

#define HEAD "word\tclass\tcanon\tattributes\n"

static void
put(const char *dir, const char *file, const char *text)
{
    g_autofree char *path = g_build_filename(dir, file, NULL);
    g_autofree char *folder = g_path_get_dirname(path);
    g_mkdir_with_parents(folder, 0700);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

/* The footprint of @text and @asked where the words are @rows. */
static char *
footprint(const char *rows, const char *text, const char *asked)
{
    static const char *const files[][2] = {
        {"rules/groups.tsv", "group\tmembers\n"},
        {"rules/costs.tsv", "name\tcost\nplace\t8\n"},
        {"rules/steps.tsv", "from\tto\tcost\n"},
        {"places/divisions.tsv", "name\tshort\tparent\tlevel\n云山省\t\t\tprovince\n"},
    };
    g_autoptr(GError) error = NULL;
    g_autofree char *dir = g_dir_make_tmp("renmai-test-XXXXXX", NULL);
    g_autofree char *words = g_strconcat(HEAD, rows, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(files); i++)
        put(dir, files[i][0], files[i][1]);
    put(dir, "words/all.tsv", words);
    const char *const dirs[] = {dir, NULL};
    g_autoptr(RenLexicon) lexicon = ren_lexicon_new(dirs, &error);
    g_assert_no_error(error);
    g_autofree char *command = g_strdup_printf("rm -r '%s'", dir);
    g_assert_true(g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
    return ren_footprint(lexicon, (const char *const[]){text, asked, NULL});
}

/* Whether the footprint is the same with @before and with @after. */
static gboolean
same(const char *before, const char *after, const char *text, const char *asked)
{
    g_autofree char *a = footprint(before, text, asked);
    g_autofree char *b = footprint(after, text, asked);
    return g_str_equal(a, b);
}

static void
test_words_of_the_text(void)
{
    const char *text = "砚川书院院长到会。";
    g_assert_true(same("书院\torg-suffix\n", "书院\torg-suffix\n讲堂\torg-suffix\n", text, NULL));
    g_assert_true(same("", "书院院士\torg-suffix\n", text, NULL));
    g_assert_false(same("书院\torg-suffix\n", "书院\torg-suffix\n院长\ttitle\n", text, NULL));
    g_assert_false(same("书院\torg-suffix\n院长\ttitle\n", "院长\ttitle\n", text, NULL));
    g_assert_false(same("", "会\tword\n", text, NULL));
}

static void
test_all_that_a_row_says(void)
{
    const char *text = "砚川书院院长到会。";
    g_assert_false(same("书院\torg-suffix\n", "书院\torg\n", text, NULL));
    g_assert_false(same("书院\torg\n", "书院\torg\t砚川书院\n", text, NULL));
    g_assert_false(same("院长\ttitle\n", "院长\ttitle\t\torgan=书院\n", text, NULL));
    g_assert_false(same("到\tword\t\tgrade=2\n", "到\tword\t\tgrade=3\n", text, NULL));
    g_assert_false(same("书院\torg\n", "书院\torg\n书院\tword\n", text, NULL));
}

static void
test_order_of_other_words(void)
{
    g_assert_true(same("讲堂\torg\n书院\torg\n院长\ttitle\n", "院长\ttitle\n书院\torg\n", "书院院长", NULL));
}

static void
test_asked(void)
{
    g_assert_true(same("", "砚川区政府\torg\n", "区长到会。", NULL));
    g_assert_false(same("", "砚川区政府\torg\n", "区长到会。", "云山省\n砚川区政府"));
    g_assert_true(same("", "云山省砚川区\torg\n", "区长到会。", "云山省\n砚川区政府"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/footprint/words-of-the-text", test_words_of_the_text);
    g_test_add_func("/footprint/all-that-a-row-says", test_all_that_a_row_says);
    g_test_add_func("/footprint/order-of-other-words", test_order_of_other_words);
    g_test_add_func("/footprint/asked", test_asked);
    return g_test_run();
}
