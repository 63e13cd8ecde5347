/* Short names and the full ones of other issues, with the shipped gazetteer. All firms, schools and villages
 * are invented. */
#include "resolve/short-form.h"

#include <string.h>

#define JIANGJIN "重庆市江津区"
#define YONGCHUAN "重庆市永川区"

static RenLexicon *lexicon;

typedef struct {
    GPtrArray *all; /* owned; of RenNamed */
} Fixture;

static void
set_up(Fixture *f, gconstpointer data)
{
    (void)data;
    f->all = g_ptr_array_new_with_free_func((GDestroyNotify)ren_named_free);
}

static void
tear_down(Fixture *f, gconstpointer data)
{
    (void)data;
    g_ptr_array_unref(f->all);
}

/* What @id names is printed in a paper of @home; the name is what follows the colon, up to an @. */
static RenNamed *
add(Fixture *f, const char *id, const char *home)
{
    const char *name = g_intern_string(strchr(id, ':') + 1);
    g_autofree char *head = g_strndup(id, strcspn(id, ":"));
    RenKind kind;
    g_assert_true(ren_kind_parse(head, &kind));
    RenNamed *named = ren_named_new(id, name, kind);
    g_hash_table_add(named->homes, (gpointer)home);
    g_ptr_array_add(f->all, named);
    return named;
}

static void
resolve(Fixture *f)
{
    ren_short_forms_resolve(lexicon, f->all);
}

/* Of two names in papers of one region, whether @brief is the short form of @full. */
static gboolean
is_short_form(const char *brief, const char *full)
{
    Fixture f;
    set_up(&f, NULL);
    const RenNamed *a = add(&f, brief, JIANGJIN), *b = add(&f, full, JIANGJIN);
    resolve(&f);
    g_assert_null(b->full);
    g_assert_true(a->full == NULL || g_str_equal(a->full, full));
    gboolean is = a->full != NULL;
    tear_down(&f, NULL);
    return is;
}

/* ---- firms ---- */

static void
test_head_of_a_firm(Fixture *f, gconstpointer data)
{
    (void)f, (void)data;
    g_assert_true(is_short_form("company:星轨智能", "company:重庆星轨智能装备股份有限公司"));
    g_assert_true(is_short_form("company:恒硕动力", "company:重庆恒硕动力有限公司"));
    g_assert_true(is_short_form("company:恒硕动力", "company:恒硕动力集团"));
    g_assert_false(is_short_form("company:硕动力", "company:重庆恒硕动力有限公司"));
}

static void
test_head_and_last_word_of_a_firm(Fixture *f, gconstpointer data)
{
    (void)f, (void)data;
    g_assert_true(is_short_form("company:青禾合作社", "company:青禾稻米专业合作社"));
    g_assert_false(is_short_form("company:青禾合作社", "company:青山稻米专业合作社"));
}

static void
test_first_characters_of_a_firm(Fixture *f, gconstpointer data)
{
    (void)f, (void)data;
    g_assert_true(is_short_form("company:江津农商行", "company:江津农村商业银行股份有限公司"));
    g_assert_false(is_short_form("company:江津工商行", "company:江津农村商业银行股份有限公司"));
}

static void
test_branch_is_not_its_bank(Fixture *f, gconstpointer data)
{
    (void)f, (void)data;
    g_assert_false(is_short_form("company:青禾银行", "company:青禾银行下梅支行"));
}

static void
test_full_name_of_a_firm_is_no_short_form(Fixture *f, gconstpointer data)
{
    (void)f, (void)data;
    g_assert_false(is_short_form("company:恒硕动力有限公司", "company:恒硕动力有限公司重庆集团有限公司"));
}

static void
test_firm_of_nobody_known_is_an_orphan(Fixture *f, gconstpointer data)
{
    (void)data;
    RenNamed *brief = add(f, "company:恒硕动力", JIANGJIN);
    RenNamed *other = add(f, "company:重庆青禾米业有限公司", JIANGJIN);
    RenNamed *org = add(f, "org:下梅商会", JIANGJIN);
    resolve(f);
    g_assert_null(brief->full);
    g_assert_true(brief->orphan);
    g_assert_false(other->orphan);
    g_assert_false(org->orphan);
}

static void
test_two_full_forms_fit_none(Fixture *f, gconstpointer data)
{
    (void)data;
    RenNamed *brief = add(f, "company:恒硕", JIANGJIN);
    add(f, "company:恒硕动力有限公司", JIANGJIN);
    add(f, "company:恒硕米业有限公司", JIANGJIN);
    resolve(f);
    g_assert_null(brief->full);
    g_assert_true(brief->orphan);
}

static void
test_longest_form_stands_for_all(Fixture *f, gconstpointer data)
{
    (void)data;
    RenNamed *brief = add(f, "company:恒硕", JIANGJIN);
    RenNamed *longer = add(f, "company:恒硕动力", JIANGJIN);
    RenNamed *full = add(f, "company:恒硕动力有限公司", JIANGJIN);
    resolve(f);
    g_assert_cmpstr(brief->full, ==, full->id);
    g_assert_cmpstr(longer->full, ==, full->id);
    g_assert_null(full->full);
    g_assert_false(brief->orphan || longer->orphan || full->orphan);
}

static void
test_kinds_are_kept_apart(Fixture *f, gconstpointer data)
{
    (void)f, (void)data;
    g_assert_false(is_short_form("org:恒硕动力", "company:恒硕动力有限公司"));
}

/* ---- regions ---- */

/* 恒硕动力 in a paper of @home, its full name in one of @other. */
static gboolean
papers_are_near(const char *home, const char *other)
{
    Fixture f;
    set_up(&f, NULL);
    const RenNamed *brief = add(&f, "company:恒硕动力", home);
    add(&f, "company:恒硕动力有限公司", other);
    resolve(&f);
    gboolean near = brief->full != NULL;
    tear_down(&f, NULL);
    return near;
}

static void
test_papers_of_one_region(Fixture *f, gconstpointer data)
{
    (void)f, (void)data;
    g_assert_true(papers_are_near(JIANGJIN, JIANGJIN));
    g_assert_true(papers_are_near(JIANGJIN, "重庆市"));
    g_assert_true(papers_are_near("重庆市", JIANGJIN));
    g_assert_true(papers_are_near("", ""));
    g_assert_false(papers_are_near(JIANGJIN, YONGCHUAN));
    g_assert_false(papers_are_near(JIANGJIN, ""));
}

static void
test_one_paper_of_several_is_enough(Fixture *f, gconstpointer data)
{
    (void)data;
    RenNamed *brief = add(f, "company:恒硕动力", JIANGJIN);
    RenNamed *full = add(f, "company:恒硕动力有限公司", YONGCHUAN);
    g_hash_table_add(full->homes, JIANGJIN);
    resolve(f);
    g_assert_cmpstr(brief->full, ==, full->id);
}

/* ---- organisations ---- */

static void
test_name_without_its_place(Fixture *f, gconstpointer data)
{
    (void)f, (void)data;
    g_assert_true(is_short_form("org:下梅中学", "org:江津区下梅中学"));
    g_assert_false(is_short_form("org:江津区下梅中学", "org:永川区下梅中学"));
    g_assert_false(is_short_form("org:下梅中学", "org:江津区上梅中学"));
}

static void
test_same_name_in_two_places_fits_none(Fixture *f, gconstpointer data)
{
    (void)data;
    RenNamed *brief = add(f, "org:下梅中学", JIANGJIN);
    add(f, "org:江津区下梅中学", JIANGJIN);
    add(f, "org:永川区下梅中学", JIANGJIN);
    resolve(f);
    g_assert_null(brief->full);
    g_assert_true(brief->orphan);
}

static void
test_short_forms_of_bodies_of_one_place(Fixture *f, gconstpointer data)
{
    (void)f, (void)data;
    g_assert_true(is_short_form("org:江津区人社局", "org:江津区人力资源和社会保障局"));
    g_assert_false(is_short_form("org:永川区人社局", "org:江津区人力资源和社会保障局"));
    g_assert_false(is_short_form("org:江津区水利局", "org:江津区财政局"));
}

static void
test_body_of_a_village_with_or_without_its_town(Fixture *f, gconstpointer data)
{
    (void)f, (void)data;
    g_assert_true(is_short_form("org:江津区下梅村村委会", "org:江津区永兴镇下梅村村委会"));
    g_assert_false(is_short_form("org:江津区下梅商会", "org:江津区永兴镇下梅商会"));
}

static void
test_bodies_known_everywhere_are_no_short_forms(Fixture *f, gconstpointer data)
{
    (void)f, (void)data;
    g_assert_false(is_short_form("org:国务院", "org:江津区国务院"));
}

/* ---- places ---- */

static void
test_village_with_or_without_its_town(Fixture *f, gconstpointer data)
{
    (void)f, (void)data;
    g_assert_true(is_short_form("place:重庆市江津区下梅村", "place:重庆市江津区永兴镇下梅村"));
    g_assert_false(is_short_form("place:重庆市永川区下梅村", "place:重庆市江津区永兴镇下梅村"));
    g_assert_false(is_short_form("place:重庆市江津区下梅村", "place:重庆市江津区永兴镇上梅村"));
    g_assert_false(is_short_form("place:重庆市江津区", "place:重庆市江津区永兴镇"));
}

static void
test_village_of_two_towns_fits_none(Fixture *f, gconstpointer data)
{
    (void)data;
    RenNamed *brief = add(f, "place:重庆市江津区下梅村", JIANGJIN);
    add(f, "place:重庆市江津区永兴镇下梅村", JIANGJIN);
    add(f, "place:重庆市江津区双福街道下梅村", JIANGJIN);
    resolve(f);
    g_assert_null(brief->full);
    g_assert_true(brief->orphan);
}

/* ---- any order ---- */

static void
test_every_order_gives_the_same(Fixture *f, gconstpointer data)
{
    (void)data;
    static const char *const ids[] = {"company:恒硕",
                                      "company:恒硕动力",
                                      "company:恒硕动力有限公司",
                                      "company:青禾合作社",
                                      "company:青禾稻米专业合作社",
                                      "company:青禾茶叶专业合作社",
                                      "org:下梅中学",
                                      "org:江津区下梅中学",
                                      "org:江津区人社局",
                                      "org:江津区人力资源和社会保障局",
                                      "place:重庆市江津区下梅村",
                                      "place:重庆市江津区永兴镇下梅村"};
    g_autoptr(GRand) rand = g_rand_new_with_seed(20240506);
    for (guint i = 0; i < G_N_ELEMENTS(ids); i++)
        add(f, ids[i], JIANGJIN);
    g_autoptr(GHashTable) expected = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint round = 0; round < 100; round++) {
        for (guint i = f->all->len; i > 1; i--) {
            guint k = g_rand_int_range(rand, 0, i);
            gpointer kept = f->all->pdata[k];
            f->all->pdata[k] = f->all->pdata[i - 1];
            f->all->pdata[i - 1] = kept;
        }
        resolve(f);
        for (guint i = 0; i < f->all->len; i++) {
            const RenNamed *named = f->all->pdata[i];
            const char *is = named->full != NULL ? named->full : named->orphan ? "orphan" : "itself";
            if (round == 0)
                g_hash_table_insert(expected, (gpointer)named->id, (gpointer)is);
            g_assert_cmpstr(g_hash_table_lookup(expected, named->id), ==, is);
        }
    }
    g_assert_cmpstr(g_hash_table_lookup(expected, "company:青禾合作社"), ==, "orphan");
    g_assert_cmpstr(g_hash_table_lookup(expected, "org:下梅中学"), ==, "org:江津区下梅中学");
}

#define ADD(name, function) g_test_add("/short-form/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    static const char *const dirs[] = {"gazetteer", NULL};
    g_autoptr(GError) error = NULL;
    lexicon = ren_lexicon_new(dirs, &error);
    g_assert_no_error(error);
    ADD("head-of-a-firm", test_head_of_a_firm);
    ADD("head-and-last-word-of-a-firm", test_head_and_last_word_of_a_firm);
    ADD("first-characters-of-a-firm", test_first_characters_of_a_firm);
    ADD("branch-is-not-its-bank", test_branch_is_not_its_bank);
    ADD("full-name-of-a-firm-is-no-short-form", test_full_name_of_a_firm_is_no_short_form);
    ADD("firm-of-nobody-known-is-an-orphan", test_firm_of_nobody_known_is_an_orphan);
    ADD("two-full-forms-fit-none", test_two_full_forms_fit_none);
    ADD("longest-form-stands-for-all", test_longest_form_stands_for_all);
    ADD("kinds-are-kept-apart", test_kinds_are_kept_apart);
    ADD("papers-of-one-region", test_papers_of_one_region);
    ADD("one-paper-of-several-is-enough", test_one_paper_of_several_is_enough);
    ADD("name-without-its-place", test_name_without_its_place);
    ADD("same-name-in-two-places-fits-none", test_same_name_in_two_places_fits_none);
    ADD("short-forms-of-bodies-of-one-place", test_short_forms_of_bodies_of_one_place);
    ADD("body-of-a-village-with-or-without-its-town", test_body_of_a_village_with_or_without_its_town);
    ADD("bodies-known-everywhere-are-no-short-forms", test_bodies_known_everywhere_are_no_short_forms);
    ADD("village-with-or-without-its-town", test_village_with_or_without_its_town);
    ADD("village-of-two-towns-fits-none", test_village_of_two_towns_fits_none);
    ADD("every-order-gives-the-same", test_every_order_gives_the_same);
    int status = g_test_run();
    ren_lexicon_free(lexicon);
    return status;
}
