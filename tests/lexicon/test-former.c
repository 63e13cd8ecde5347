/* Former names of divisions, over a gazetteer of a few lines. All places are invented. */
#include "lexicon/lexicon.h"

#include <glib/gstdio.h>

#include "base/error.h"
#include "lexicon/lattice.h"

typedef struct {
    char *dirs[3];       /* owned; of two folders */
    RenLexicon *lexicon; /* owned */
} Fixture;

static const char *const files[][2] = {
    {"rules/groups.tsv", "group\tmembers\n"},
    {"rules/costs.tsv", "name\tcost\nplace\t8\nplace-suffix\t9\nunknown\t13\n"},
    {"rules/steps.tsv", "from\tto\tcost\n"},
    {"places/divisions.tsv", "name\tshort\tparent\tlevel\n云山省\t\t\tprovince\n云江市\t\t云山省\tcity\n"
                             "砚川区\t\t云山省云江市\tcounty\n鹤尾县\t\t云山省云江市\tcounty\n远州省\t\t\tpro"
                             "vince\n木桥县\t\t远州省\tcounty\n"},
};

static void
put(const char *dir, const char *file, const char *text)
{
    g_autofree char *path = g_build_filename(dir, file, NULL);
    g_autofree char *folder = g_path_get_dirname(path);
    g_mkdir_with_parents(folder, 0700);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void
set_up(Fixture *fixture, gconstpointer data)
{
    (void)data;
    for (guint i = 0; i < 2; i++)
        fixture->dirs[i] = g_dir_make_tmp("renmai-test-XXXXXX", NULL);
    for (guint i = 0; i < G_N_ELEMENTS(files); i++)
        put(fixture->dirs[0], files[i][0], files[i][1]);
}

static void
remove_below(const char *path)
{
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *child = g_build_filename(path, name, NULL);
        remove_below(child);
        g_remove(child);
    }
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
    (void)data;
    ren_lexicon_free(fixture->lexicon);
    for (guint i = 0; i < 2; i++) {
        remove_below(fixture->dirs[i]);
        g_rmdir(fixture->dirs[i]);
        g_free(fixture->dirs[i]);
    }
}

/* A table of former divisions in folder number @dir; its name comes before that of the present ones. */
static void
put_former(const Fixture *fixture, guint dir, const char *rows)
{
    g_autofree char *text = g_strconcat("name\tshort\tparent\tlevel\n", rows, NULL);
    put(fixture->dirs[dir], "places/a-former.tsv", text);
}

static const RenLexicon *
load(Fixture *fixture)
{
    g_autoptr(GError) error = NULL;
    fixture->lexicon = ren_lexicon_new((const char *const *)fixture->dirs, &error);
    g_assert_no_error(error);
    return fixture->lexicon;
}

static const RenPlace *
place(const RenLexicon *lexicon, const char *path)
{
    guint n = ren_lexicon_find_place(lexicon, path);
    g_assert_cmpuint(n, !=, 0);
    return ren_lexicon_get_place(lexicon, n);
}

/* The path of the place that @word stands for; NULL where it stands for none. */
static const char *
stands_for(const RenLexicon *lexicon, const char *word)
{
    const RenWord *row = ren_lexicon_find(lexicon, word, REN_CLASS_PLACE);
    return row == NULL ? NULL : ren_lexicon_get_place(lexicon, row->place)->path;
}

static void
test_former_name_is_a_word_for_todays_place(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put_former(fixture, 0,
               "砚川县\t-\t云山省云江市砚川区\tformer\n云江地区\t云江专区\t云山省云江市\tformer\n");
    const RenLexicon *lexicon = load(fixture);
    g_assert_cmpstr(stands_for(lexicon, "砚川县"), ==, "云山省云江市砚川区");
    g_assert_cmpstr(stands_for(lexicon, "云江地区"), ==, "云山省云江市");
    g_assert_cmpstr(stands_for(lexicon, "云江专区"), ==, "云山省云江市");
    g_assert_true(ren_lexicon_find(lexicon, "砚川县", REN_CLASS_PLACE)->full);
    g_assert_false(ren_lexicon_find(lexicon, "云江专区", REN_CLASS_PLACE)->full);
    g_assert_cmpint(ren_lexicon_find(lexicon, "砚川县", REN_CLASS_PLACE)->level, ==, REN_LEVEL_COUNTY);
}

static void
test_former_name_is_no_place_of_its_own(Fixture *fixture, gconstpointer data)
{
    (void)data;
    const RenLexicon *lexicon = load(fixture);
    guint n = ren_lexicon_n_places(lexicon);
    ren_lexicon_free(fixture->lexicon);
    put_former(fixture, 0, "砚川县\t-\t云山省云江市砚川区\tformer\n");
    lexicon = load(fixture);
    g_assert_cmpuint(ren_lexicon_n_places(lexicon), ==, n);
    g_assert_cmpuint(ren_lexicon_find_place(lexicon, "云山省云江市砚川县"), ==, 0);
    g_assert_true(place(lexicon, "云山省云江市砚川区")->alone);
    g_assert_cmpstr(place(lexicon, "云山省云江市砚川区")->name, ==, "砚川区");
}

static void
test_place_knows_its_former_names(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put_former(fixture, 0, "砚川县\t-\t云山省云江市砚川区\tformer\n砚川市\t-\t云山省云江市砚川区\tformer\n");
    const RenLexicon *lexicon = load(fixture);
    g_assert_cmpstr(place(lexicon, "云山省云江市砚川区")->former, ==, "砚川县;砚川市");
    g_assert_null(place(lexicon, "云山省云江市鹤尾县")->former);
}

static void
test_later_folder_adds_a_former_name(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put_former(fixture, 0, "砚川县\t-\t云山省云江市砚川区\tformer\n");
    put_former(fixture, 1, "古砚县\t古砚\t云山省云江市砚川区\tformer\n");
    const RenLexicon *lexicon = load(fixture);
    g_assert_cmpstr(place(lexicon, "云山省云江市砚川区")->former, ==, "砚川县;古砚县");
    g_assert_cmpstr(stands_for(lexicon, "古砚"), ==, "云山省云江市砚川区");
}

static void
test_former_name_of_two_characters_counts_at_home_only(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put_former(fixture, 0, "林县\t-\t云山省云江市砚川区\tformer\n古砚县\t-\t云山省云江市砚川区\tformer\n");
    const RenLexicon *lexicon = load(fixture);
    guint home = ren_lexicon_find_place(lexicon, "云山省云江市砚川区");
    guint city = ren_lexicon_find_place(lexicon, "云山省云江市");
    const RenWord *brief = ren_lexicon_find(lexicon, "林县", REN_CLASS_PLACE);
    const RenWord *longer = ren_lexicon_find(lexicon, "古砚县", REN_CLASS_PLACE);
    g_assert_true(brief->common);
    g_assert_false(longer->common);
    g_assert_true(ren_lattice_allows_place(lexicon, brief, home));
    g_assert_true(ren_lattice_allows_place(lexicon, brief, city));
    g_assert_false(ren_lattice_allows_place(lexicon, brief, 0));
    g_assert_true(ren_lattice_allows_place(lexicon, longer, 0));
}

/* Whether 林县长 begins with a place in an issue from @home. */
static gboolean
reads_place(const RenLexicon *lexicon, guint home)
{
    glong len;
    g_autofree gunichar *chars = g_utf8_to_ucs4_fast("林县长", -1, &len);
    g_autoptr(GArray) path = ren_lattice_read(lexicon, NULL, home, chars, len);
    return path->len > 0 && g_array_index(path, RenStep, 0).cls == REN_CLASS_PLACE &&
           g_array_index(path, RenStep, 0).end == 2;
}

static void
test_mr_lin_is_no_county_elsewhere(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put_former(fixture, 0, "林县\t-\t云山省云江市砚川区\tformer\n");
    const RenLexicon *lexicon = load(fixture);
    g_assert_true(reads_place(lexicon, ren_lexicon_find_place(lexicon, "云山省云江市砚川区")));
    g_assert_true(
        reads_place(lexicon, ren_lexicon_find_place(lexicon, "云山省云江市鹤尾县"))); /* next to it */
    g_assert_false(reads_place(lexicon, ren_lexicon_find_place(lexicon, "远州省木桥县")));
    g_assert_false(reads_place(lexicon, 0));
}

static void
test_unknown_heir_is_told(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put_former(fixture, 0, "砚川县\t-\t云山省云江市石桥区\tformer\n");
    g_autoptr(GError) error = NULL;
    g_assert_null(ren_lexicon_new((const char *const *)fixture->dirs, &error));
    g_assert_error(error, REN_ERROR, REN_ERROR_GAZETTEER);
    g_assert_nonnull(strstr(error->message, "'砚川县'"));
    g_assert_nonnull(strstr(error->message, "'云山省云江市石桥区'"));
}

static void
test_shipped_table_has_an_heir_for_each(Fixture *fixture, gconstpointer data)
{
    (void)fixture, (void)data;
    static const char *const dirs[] = {"gazetteer", NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(RenLexicon) lexicon = ren_lexicon_new(dirs, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(place(lexicon, "重庆市江津区")->former, ==, "江津县;江津市");
    g_assert_cmpstr(stands_for(lexicon, "林县"), ==, "河南省安阳市林州市");
}

#define ADD(name, function) g_test_add("/former/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("former-name-is-a-word-for-todays-place", test_former_name_is_a_word_for_todays_place);
    ADD("former-name-is-no-place-of-its-own", test_former_name_is_no_place_of_its_own);
    ADD("place-knows-its-former-names", test_place_knows_its_former_names);
    ADD("later-folder-adds-a-former-name", test_later_folder_adds_a_former_name);
    ADD("former-name-of-two-characters-counts-at-home-only",
        test_former_name_of_two_characters_counts_at_home_only);
    ADD("mr-lin-is-no-county-elsewhere", test_mr_lin_is_no_county_elsewhere);
    ADD("unknown-heir-is-told", test_unknown_heir_is_told);
    ADD("shipped-table-has-an-heir-for-each", test_shipped_table_has_an_heir_for_each);
    return g_test_run();
}
