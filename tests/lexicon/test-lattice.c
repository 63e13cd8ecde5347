/* The lattice over a gazetteer of a few lines, made in a folder of its own. */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "lexicon/lattice.h"

static const char *const files[][2] = {
    {"rules/groups.tsv", "group\tmembers\nname\tperson foreign\n"},
    {"rules/costs.tsv",
     "name\tcost\nunknown\t13\nword\t13\ngrade\t1.15\nperson\t4.6\none-given\t1.9\nrare-given\t10\n"
     "title\t8\nspeech\t7.5\nplace\t8\nnew-place\t9\nnew-place-character\t4.5\nspaced-name\t2.5\n"
     "foreign\t7\nrare-transliteration\t7\ndotted-character\t2\nnumber\t4\nfunction-in-"
     "name\t4\nsurname\t5\nhome-place\t-2\n"},
    {"rules/steps.tsv",
     "from\tto\tcost\ntitle\tname\t-4\nname\tspeech\t-2.5\nname\tname\t6\nany\tpause-person\tnever\n"
     "name\tpause-person\t0\nsurname\tany\tnever\n"},
    {"words/words.tsv",
     "word\tclass\tcanon\tattributes\n高度\tword\t\tgrade=5\n重视\tword\t\tgrade=5\n区长\ttitle\n"
     "强调\tspeech\n村\tplace-suffix\t\tlevel=village\n资源\tword\t\tgrade=5\n的\tfunction\n"},
    {"places/places.tsv",
     "name\tshort\tparent\tlevel\n云山省\t\t\tprovince\n四方区\t\t云山省\tcounty\n资源县\t\t云山省\tcounty\n"
     "永安镇\t\t云山省四方区\ttown\n永安镇\t\t云山省资源县\ttown\n"},
    {"names/surnames.tsv", "surname\tcount\n高\t1000\n杨\t3000\n黄\t2000\n欧阳\t100\n"},
    {"names/given.tsv",
     "character\tsingle\tfirst\tlast\n利\t500\t400\t300\n强\t900\t300\t900\n坡\t10\t10\t10\n重\t5\t5\t5\n"},
    {"names/transliteration.tsv", "character\tweight\n拉\t300\n德\t300\n夫\t200\n"},
};

static RenLexicon *
make_lexicon(char **folder)
{
    g_autoptr(GError) error = NULL;
    *folder = g_dir_make_tmp("renmai-test-XXXXXX", &error);
    g_assert_no_error(error);
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_build_filename(*folder, files[i][0], NULL);
        g_autofree char *parent = g_path_get_dirname(path);
        g_mkdir_with_parents(parent, 0700);
        g_file_set_contents(path, files[i][1], -1, &error);
        g_assert_no_error(error);
    }
    const char *dirs[] = {*folder, NULL};
    RenLexicon *lexicon = ren_lexicon_new(dirs, &error);
    g_assert_no_error(error);
    return lexicon;
}

static void
remove_folder(const char *folder)
{
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_build_filename(folder, files[i][0], NULL);
        g_autofree char *parent = g_path_get_dirname(path);
        g_remove(path);
        g_rmdir(parent);
    }
    g_rmdir(folder);
}

/* "高利/person 强调/speech" */
static char *
read_as(const RenLexicon *lexicon, const RenMemory *memory, guint home, const char *text)
{
    glong len;
    g_autofree gunichar *chars = g_utf8_to_ucs4_fast(text, -1, &len);
    g_autoptr(GArray) path = ren_lattice_read(lexicon, memory, home, chars, len);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < path->len; i++) {
        const RenStep *step = &g_array_index(path, RenStep, i);
        g_autofree char *word =
            g_ucs4_to_utf8(chars + step->start, step->end - step->start, NULL, NULL, NULL);
        g_string_append_printf(out, "%s%s/%s", i > 0 ? " " : "", word, ren_class_name(step->cls));
    }
    return g_string_free(out, FALSE);
}

typedef struct {
    RenLexicon *lexicon;
    char *folder;
} Fixture;

static void
set_up(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    f->lexicon = make_lexicon(&f->folder);
}

static void
tear_down(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    ren_lexicon_free(f->lexicon);
    remove_folder(f->folder);
    g_free(f->folder);
}

#define assert_reads(f, text, expected)                                                                      \
    G_STMT_START                                                                                             \
    {                                                                                                        \
        g_autofree char *as = read_as((f)->lexicon, NULL, 0, text);                                          \
        g_assert_cmpstr(as, ==, expected);                                                                   \
    }                                                                                                        \
    G_STMT_END

static void
test_name_ends_where_verb_begins(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    assert_reads(f, "区长高利强调", "区长/title 高利/person 强调/speech");
}

static void
test_words_are_no_names(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    assert_reads(f, "高度重视", "高度/word 重视/word");
}

static void
test_village_is_no_name(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    assert_reads(f, "黄坡村", "黄坡村/new-place");
}

static void
test_name_with_space(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    assert_reads(f, "区长杨 利强调", "区长/title 杨 利/person 强调/speech");
}

static void
test_foreign_name(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    assert_reads(f, "拉德夫强调", "拉德夫/foreign 强调/speech");
}

static void
test_common_short_place_counts_at_home(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    guint home = ren_lexicon_find_place(f->lexicon, "云山省资源县");
    g_assert_cmpuint(home, !=, 0);
    g_autofree char *away = read_as(f->lexicon, NULL, 0, "资源");
    g_autofree char *at_home = read_as(f->lexicon, NULL, home, "资源永安镇");
    g_assert_cmpstr(away, ==, "资源/word");
    g_assert_cmpstr(at_home, ==, "资源/place 永安镇/town");
}

static void
test_memory_makes_a_word(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(RenMemory) memory = ren_memory_new();
    ren_memory_add(memory, "恒光", REN_CLASS_COMPANY, 5);
    g_autofree char *as = read_as(f->lexicon, memory, 0, "恒光的");
    g_assert_cmpstr(as, ==, "恒光/company 的/function");
    guint source = 7;
    g_assert_true(ren_memory_ask(memory, "恒光", REN_CLASS_COMPANY, &source));
    g_assert_cmpuint(source, ==, 0);
    g_assert_false(ren_memory_ask(memory, "恒光", REN_CLASS_ORG, &source));
}

static void
test_memory_knows_its_source(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    (void)f;
    g_autoptr(RenMemory) memory = ren_memory_new();
    ren_memory_set_source(memory, 7);
    ren_memory_add(memory, "恒光", REN_CLASS_COMPANY, 5);
    ren_memory_set_source(memory, 9);
    ren_memory_add(memory, "恒光", REN_CLASS_COMPANY, 4);
    ren_memory_add(memory, "恒光", REN_CLASS_ORG, 4);
    guint source = 0;
    g_assert_true(ren_memory_ask(memory, "恒光", REN_CLASS_COMPANY, &source));
    g_assert_cmpuint(source, ==, 7);
    g_assert_true(ren_memory_ask(memory, "恒光", REN_CLASS_ORG, &source));
    g_assert_cmpuint(source, ==, 9);
    g_assert_false(ren_memory_ask(memory, "恒", REN_CLASS_ORG, &source));
}

static void
test_steps_have_their_price(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    glong len;
    g_autofree gunichar *chars = g_utf8_to_ucs4_fast("区长高利强调", -1, &len);
    g_autoptr(GArray) path = ren_lattice_read(f->lexicon, NULL, 0, chars, len);
    g_assert_cmpuint(path->len, ==, 3);
    g_assert_cmpfloat_with_epsilon(g_array_index(path, RenStep, 0).cost, 8, 0.001);
    /* person, surname, one given name, and the step from a title. */
    float person = 4.6 - logf(0.01) + 1.9 - logf(0.005) - 4;
    g_assert_cmpfloat_with_epsilon(g_array_index(path, RenStep, 1).cost, person, 0.001);
    g_assert_cmpfloat_with_epsilon(g_array_index(path, RenStep, 2).cost, 7.5 - 2.5, 0.001);
}

static void
test_forbidden_word_is_not_read(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    glong len;
    g_autofree gunichar *chars = g_utf8_to_ucs4_fast("区长高利强调", -1, &len);
    RenStep person = {2, 4, REN_CLASS_PERSON, 0, 0}, title = {2, 4, REN_CLASS_TITLE, 0, 0};
    g_autoptr(GArray) without = ren_lattice_read_without(f->lexicon, NULL, 0, chars, len, &person);
    const RenStep *second = &g_array_index(without, RenStep, 1);
    g_assert_cmpuint(second->start, ==, 2);
    g_assert_false(second->end == 4 && second->cls == REN_CLASS_PERSON);
    /* What is not there can be forbidden. */
    g_autoptr(GArray) same = ren_lattice_read_without(f->lexicon, NULL, 0, chars, len, &title);
    g_assert_cmpuint(same->len, ==, 3);
}

static void
test_mark_has_no_other_reading(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    const gunichar stop = 0x3002;
    RenStep mark = {0, 1, REN_CLASS_STOP, 0, 0};
    g_autoptr(GArray) without = ren_lattice_read_without(f->lexicon, NULL, 0, &stop, 1, &mark);
    g_assert_cmpuint(without->len, ==, 0);
}

static void
test_any_text_is_read_whole(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    const char *text = "a1 \xf0\xa0\xae\xb7《的》·12.5%…高";
    g_autofree char *as = read_as(f->lexicon, NULL, 0, text);
    g_autoptr(GString) joined = g_string_new(NULL);
    g_auto(GStrv) words = g_strsplit(as, "/", -1);
    for (guint i = 0; words[i + 1] != NULL; i++) {
        const char *word = i == 0 ? words[0] : strchr(words[i], ' ') + 1;
        g_string_append(joined, word);
    }
    g_assert_cmpstr(joined->str, ==, text);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(path, func) g_test_add("/lattice/" path, Fixture, NULL, set_up, func, tear_down)
    ADD("name-ends-where-verb-begins", test_name_ends_where_verb_begins);
    ADD("words-are-no-names", test_words_are_no_names);
    ADD("village-is-no-name", test_village_is_no_name);
    ADD("name-with-space", test_name_with_space);
    ADD("foreign-name", test_foreign_name);
    ADD("common-short-place-counts-at-home", test_common_short_place_counts_at_home);
    ADD("memory-makes-a-word", test_memory_makes_a_word);
    ADD("memory-knows-its-source", test_memory_knows_its_source);
    ADD("steps-have-their-price", test_steps_have_their_price);
    ADD("forbidden-word-is-not-read", test_forbidden_word_is_not_read);
    ADD("mark-has-no-other-reading", test_mark_has_no_other_reading);
    ADD("any-text-is-read-whole", test_any_text_is_read_whole);
    return g_test_run();
}
