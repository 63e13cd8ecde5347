/* What the user says of who is who, in tables written by each test. All persons, firms and places are
 * invented. */
#include "resolve/decisions.h"

#include <glib/gstdio.h>

#include "base/error.h"

static const char same_head[] = "a\tb\n";
static const char names_head[] = "entity\tname\talias\tkind\n";
static const char discovered_head[] = "entity\tname\tkind\taliases\tdecision\n";

/* Two folders, as of two -g. */
typedef struct {
    char *dirs[3];
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
    (void)data;
    for (guint i = 0; i < 2; i++)
        fixture->dirs[i] = g_dir_make_tmp("renmai-test-XXXXXX", NULL);
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
    (void)data;
    for (guint i = 0; i < 2; i++) {
        g_autoptr(GDir) dir = g_dir_open(fixture->dirs[i], 0, NULL);
        for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
            g_autofree char *path = g_build_filename(fixture->dirs[i], name, NULL);
            g_unlink(path);
        }
        g_rmdir(fixture->dirs[i]);
        g_free(fixture->dirs[i]);
    }
}

/* Table @file of the folder number @dir: the line @head, then @rows. */
static void
put(const Fixture *fixture, guint dir, const char *file, const char *head, const char *rows)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(fixture->dirs[dir], file, NULL);
    g_autofree char *text = g_strconcat(head, rows, NULL);
    g_file_set_contents(path, text, -1, &error);
    g_assert_no_error(error);
}

static RenDecisions *
load(const Fixture *fixture)
{
    g_autoptr(GError) error = NULL;
    RenDecisions *decisions = ren_decisions_new((const char *const *)fixture->dirs, &error);
    g_assert_no_error(error);
    return decisions;
}

/* The tables are refused with a message that has @words, NULL-terminated, in it. */
static void
assert_refused(const Fixture *fixture, const char *const *words)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(ren_decisions_new((const char *const *)fixture->dirs, &error));
    g_assert_error(error, REN_ERROR, REN_ERROR_GAZETTEER);
    for (guint i = 0; words[i] != NULL; i++)
        if (strstr(error->message, words[i]) == NULL)
            g_error("'%s' is not in: %s", words[i], error->message);
}

/* "person:李彤@江津区 李彤": id and name of what @id, called @name, is; "-" where it is nothing. @keys is a
 * list parted by blanks, or NULL. */
static char *
settled(const RenDecisions *decisions, const char *id, const char *keys, const char *name)
{
    g_auto(GStrv) parts = g_strsplit(keys != NULL ? keys : "", " ", -1);
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    for (guint i = 0; parts[i] != NULL; i++)
        g_ptr_array_add(list, parts[i]);
    g_autofree char *called = g_strdup(name);
    RenKind kind = REN_N_KINDS;
    g_autofree char *prefix = g_strndup(id, strcspn(id, ":"));
    ren_kind_parse(prefix, &kind);
    g_autofree char *entity = ren_decisions_settle(decisions, id, list, &kind, &called);
    if (entity == NULL)
        return g_strdup("-");
    g_assert_true(g_str_has_prefix(entity, ren_kind_name(kind)));
    return g_strdup_printf("%s %s", entity, called);
}

static void
assert_settled(const RenDecisions *decisions, const char *id, const char *keys, const char *name,
               const char *expected)
{
    g_autofree char *is = settled(decisions, id, keys, name);
    g_assert_cmpstr(is, ==, expected);
}

/* ---- references ---- */

static void
assert_parts(const char *reference, gboolean has_kind, RenKind kind, const char *name, const char *qualifier)
{
    RenKind found = REN_N_KINDS;
    g_autofree char *own_name = NULL, *own_qualifier = NULL;
    g_assert_cmpint(ren_reference_parse(reference, &found, &own_name, &own_qualifier), ==, has_kind);
    g_assert_cmpint(found, ==, has_kind ? kind : REN_N_KINDS);
    g_assert_cmpstr(own_name, ==, name);
    g_assert_cmpstr(own_qualifier, ==, qualifier);
}

static void
test_parts_of_a_reference(Fixture *fixture, gconstpointer data)
{
    (void)fixture, (void)data;
    assert_parts("person:乔若澜@砚川县", TRUE, REN_PERSON, "乔若澜", "砚川县");
    assert_parts("person:乔若澜@砚川县·学校", TRUE, REN_PERSON, "乔若澜", "砚川县·学校");
    assert_parts("person:乔若澜@2024-05-01.txt#3", TRUE, REN_PERSON, "乔若澜", "2024-05-01.txt#3");
    assert_parts("person:乔若澜", TRUE, REN_PERSON, "乔若澜", NULL);
    assert_parts("org:鼓楼区委@江苏省南京市", TRUE, REN_ORG, "鼓楼区委", "江苏省南京市");
    assert_parts("乔若澜", FALSE, REN_N_KINDS, "乔若澜", NULL);
    assert_parts("https://砚川", FALSE, REN_N_KINDS, "https://砚川", NULL);
    assert_parts("a@b", FALSE, REN_N_KINDS, "a@b", NULL);
    assert_parts("person:@", TRUE, REN_PERSON, "", "");
}

/* ---- each table ---- */

static void
test_without_tables_nothing_is_decided(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(RenDecisions) decisions = load(fixture);
    g_assert_false(ren_decisions_any(decisions));
    g_assert_false(ren_decisions_concern(decisions, "乔若澜"));
    assert_settled(decisions, "person:乔若澜@砚川县", "person:乔若澜 乔若澜", "乔若澜",
                   "person:乔若澜@砚川县 乔若澜");
    g_assert_cmpuint(ren_decisions_get_different(decisions)->len, ==, 0);
    g_assert_cmpuint(ren_decisions_get_wanted(decisions)->len, ==, 0);
}

static void
test_same_takes_the_id_of_what_was_named_first(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "same.tsv", same_head, "person:乔若澜@砚川县\tperson:乔若岚@砚川县\n");
    g_autoptr(RenDecisions) decisions = load(fixture);
    g_assert_true(ren_decisions_any(decisions));
    g_assert_true(ren_decisions_concern(decisions, "乔若岚"));
    g_assert_false(ren_decisions_concern(decisions, "乔若"));
    assert_settled(decisions, "person:乔若岚@砚川县", NULL, "乔若岚", "person:乔若澜@砚川县 乔若澜");
    assert_settled(decisions, "person:乔若澜@砚川县", NULL, "乔若澜", "person:乔若澜@砚川县 乔若澜");
    assert_settled(decisions, "person:乔若岚@鹤尾县", NULL, "乔若岚", "person:乔若岚@鹤尾县 乔若岚");
}

static void
test_first_named_is_that_of_the_first_folder(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "same.tsv", same_head, "person:丙@砚川县\tperson:丁@砚川县\n");
    put(fixture, 1, "same.tsv", same_head,
        "person:甲@砚川县\tperson:乙@砚川县\nperson:乙@砚川县\tperson:丁@砚川县\n");
    g_autoptr(RenDecisions) decisions = load(fixture);
    static const char *const names[] = {"甲", "乙", "丙", "丁"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *id = g_strdup_printf("person:%s@砚川县", names[i]);
        assert_settled(decisions, id, NULL, names[i], "person:丙@砚川县 丙");
    }
}

static void
test_chain_of_same_is_one(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "same.tsv", same_head,
        "company:青禾\tcompany:青禾米业\ncompany:砚川青禾\tcompany:青禾米业公司\n"
        "company:青禾米业公司\tcompany:青禾米业\n");
    g_autoptr(RenDecisions) decisions = load(fixture);
    assert_settled(decisions, "company:砚川青禾", NULL, "砚川青禾", "company:青禾 青禾");
    assert_settled(decisions, "company:青禾米业公司", NULL, "青禾米业公司", "company:青禾 青禾");
    const char *row = ren_decisions_find_same(decisions, "company:砚川青禾", "company:青禾");
    g_assert_nonnull(row);
    g_assert_nonnull(strstr(row, "same.tsv:"));
    g_assert_null(ren_decisions_find_same(decisions, "company:砚川青禾", "company:别家"));
}

static void
test_name_without_region_speaks_of_all_regions(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "same.tsv", same_head, "person:乔若澜\tperson:乔若岚\n");
    g_autoptr(RenDecisions) decisions = load(fixture);
    assert_settled(decisions, "person:乔若岚@砚川县", "person:乔若岚", "乔若岚",
                   "person:乔若澜@砚川县 乔若澜");
    assert_settled(decisions, "person:乔若岚@鹤尾县", "person:乔若岚", "乔若岚",
                   "person:乔若澜@鹤尾县 乔若澜");
}

static void
test_reference_to_an_article(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "same.tsv", same_head, "person:乔若澜@砚川县\tperson:乔若澜@2024-05-01.txt#3\n");
    g_autoptr(RenDecisions) decisions = load(fixture);
    assert_settled(decisions, "person:乔若澜@鹤尾县", "person:乔若澜@2024-05-01.txt#3 person:乔若澜",
                   "乔若澜", "person:乔若澜@砚川县 乔若澜");
    assert_settled(decisions, "person:乔若澜@鹤尾县", "person:乔若澜@2024-05-01.txt#4 person:乔若澜",
                   "乔若澜", "person:乔若澜@鹤尾县 乔若澜");
}

static void
test_most_exact_key_wins(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "ignore.tsv", "entity\n", "乔若澜\n");
    put(fixture, 0, "same.tsv", same_head, "person:白石溪@砚川县\tperson:乔若澜@3.txt#0\n");
    g_autoptr(RenDecisions) decisions = load(fixture);
    assert_settled(decisions, "person:乔若澜@砚川县", "person:乔若澜@3.txt#0 乔若澜", "乔若澜",
                   "person:白石溪@砚川县 白石溪");
    assert_settled(decisions, "person:乔若澜@砚川县", "person:乔若澜@3.txt#1 乔若澜", "乔若澜", "-");
}

static void
test_different_is_listed_with_its_row(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "different.tsv", same_head,
        "# of two schools\nperson:乔若澜@砚川中学\tperson:乔若澜@鹤尾中学\n");
    put(fixture, 1, "different.tsv", same_head, "person:白石溪@1.txt#0\tperson:白石溪@2.txt#0\n");
    g_autoptr(RenDecisions) decisions = load(fixture);
    const GPtrArray *different = ren_decisions_get_different(decisions);
    g_assert_cmpuint(different->len, ==, 2);
    const RenDifference *first = different->pdata[0], *second = different->pdata[1];
    g_assert_cmpstr(first->a, ==, "person:乔若澜@砚川中学");
    g_assert_cmpstr(first->b, ==, "person:乔若澜@鹤尾中学");
    g_assert_true(g_str_has_prefix(first->where, fixture->dirs[0]));
    g_assert_true(g_str_has_suffix(first->where, "different.tsv:3"));
    g_assert_true(g_str_has_prefix(second->where, fixture->dirs[1]));
    g_assert_true(ren_decisions_concern(decisions, "白石溪"));
}

static void
test_ignored_is_nothing(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "ignore.tsv", "entity\n", "person:高度重\norg:全区\n本报\n");
    g_autoptr(RenDecisions) decisions = load(fixture);
    assert_settled(decisions, "person:高度重@砚川县", "person:高度重 高度重", "高度重", "-");
    assert_settled(decisions, "org:本报", "本报", "本报", "-");
    assert_settled(decisions, "person:全区@砚川县", "person:全区 全区", "全区", "person:全区@砚川县 全区");
    g_autoptr(GPtrArray) ignored = ren_decisions_list_ignored(decisions);
    g_assert_cmpuint(ignored->len, ==, 3);
    g_assert_cmpstr(ignored->pdata[0], ==, "org:全区");
    g_assert_cmpstr(ignored->pdata[1], ==, "person:高度重");
    g_assert_cmpstr(ignored->pdata[2], ==, "本报");
}

static void
test_all_that_is_the_same_as_ignored_is_nothing(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "same.tsv", same_head, "person:高度重\tperson:高度强\n");
    put(fixture, 0, "ignore.tsv", "entity\n", "person:高度强\nperson:高度重\n");
    g_autoptr(RenDecisions) decisions = load(fixture);
    assert_settled(decisions, "person:高度重", NULL, "高度重", "-");
    assert_settled(decisions, "person:高度强", NULL, "高度强", "-");
}

static void
test_preferred_name_and_kind(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "names.tsv", names_head,
        "person:乔若岚@砚川县\t乔若澜\t\t\norg:恒硕动力\t\t\tcompany\norg:砚工\t砚川重工\t\tcompany\n"
        "place:重庆市江津区下梅村\t下梅新村\t\t\n");
    g_autoptr(RenDecisions) decisions = load(fixture);
    assert_settled(decisions, "person:乔若岚@砚川县", NULL, "乔若岚", "person:乔若澜@砚川县 乔若澜");
    assert_settled(decisions, "org:恒硕动力", NULL, "恒硕动力", "company:恒硕动力 恒硕动力");
    assert_settled(decisions, "org:砚工", NULL, "砚工", "company:砚川重工 砚川重工");
    /* The name in a place's id is its path, which stays. */
    assert_settled(decisions, "place:重庆市江津区下梅村", NULL, "江津区下梅村",
                   "place:重庆市江津区下梅村 下梅新村");
}

static void
test_company_has_no_region(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "names.tsv", names_head, "org:砚工@砚川县\t\t\tcompany\n");
    g_autoptr(RenDecisions) decisions = load(fixture);
    assert_settled(decisions, "org:砚工@砚川县", NULL, "砚工", "company:砚工 砚工");
}

static void
test_name_given_twice_alike_is_fine(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "names.tsv", names_head, "org:砚工\t砚川重工\t\tcompany\n");
    put(fixture, 1, "names.tsv", names_head, "org:砚工\t砚川重工\t\tcompany\n");
    g_autoptr(RenDecisions) decisions = load(fixture);
    assert_settled(decisions, "org:砚工", NULL, "砚工", "company:砚川重工 砚川重工");
}

static void
test_aliases_are_of_the_same_kind_and_region(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "names.tsv", names_head,
        "person:乔若澜@砚川县\t\t乔若岚; 乔兰 ;\t\ncompany:恒硕动力\t\t恒硕;org:恒硕公司\t\n");
    g_autoptr(RenDecisions) decisions = load(fixture);
    assert_settled(decisions, "person:乔若岚@砚川县", NULL, "乔若岚", "person:乔若澜@砚川县 乔若澜");
    assert_settled(decisions, "person:乔兰@砚川县", NULL, "乔兰", "person:乔若澜@砚川县 乔若澜");
    assert_settled(decisions, "person:乔若岚@鹤尾县", "person:乔若岚 乔若岚", "乔若岚",
                   "person:乔若岚@鹤尾县 乔若岚");
    assert_settled(decisions, "company:恒硕", NULL, "恒硕", "company:恒硕动力 恒硕动力");
    assert_settled(decisions, "org:恒硕公司", NULL, "恒硕公司", "company:恒硕动力 恒硕动力");
}

/* Whether @name is wanted, of @kind. */
static gboolean
wants(const RenDecisions *decisions, const char *name, RenKind kind)
{
    const GPtrArray *wanted = ren_decisions_get_wanted(decisions);
    for (guint i = 0; i < wanted->len; i++) {
        const RenWantedName *one = wanted->pdata[i];
        if (g_str_equal(one->name, name) && one->kind == kind)
            return TRUE;
    }
    return FALSE;
}

static void
test_names_without_entity_are_looked_for(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "names.tsv", names_head,
        "\t恒硕动力\t恒硕;company:老恒硕\tcompany\nplace:重庆市江津区下梅村\t\t下梅\tplace\n");
    put(fixture, 1, "places.tsv", discovered_head, "\t上梅村\t\t\t\n\t砚川湖商会\torg\t\t\n");
    g_autoptr(RenDecisions) decisions = load(fixture);
    g_assert_true(wants(decisions, "恒硕动力", REN_COMPANY));
    g_assert_true(wants(decisions, "恒硕", REN_COMPANY));
    g_assert_true(wants(decisions, "下梅", REN_PLACE));
    g_assert_true(wants(decisions, "上梅村", REN_PLACE));
    g_assert_true(wants(decisions, "砚川湖商会", REN_ORG));
    g_assert_cmpuint(ren_decisions_get_wanted(decisions)->len, ==, 5);
    assert_settled(decisions, "company:恒硕", NULL, "恒硕", "company:恒硕动力 恒硕动力");
}

/* ---- tables of an earlier build ---- */

static void
test_unchanged_rows_say_nothing(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "persons.tsv", discovered_head, "person:乔若澜@砚川县\t乔若澜\tperson\t\t\n");
    put(fixture, 0, "organisations.tsv", discovered_head, "org:砚川县委\t砚川县委\torg\t\t\n");
    put(fixture, 0, "companies.tsv", discovered_head, "company:恒硕动力\t恒硕动力\tcompany\t\t\n");
    put(fixture, 0, "places.tsv", discovered_head,
        "place:重庆市江津区永兴镇下梅村\t江津区永兴镇下梅村\tplace\t\t\nplace:重庆市江津区\t江津区\t\t\t\n");
    g_autoptr(RenDecisions) decisions = load(fixture);
    g_assert_false(ren_decisions_any(decisions));
}

static void
test_changed_cells_are_decisions(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "persons.tsv", discovered_head,
        "person:乔若岚@砚川县\t乔若澜\tperson\t\t\nperson:高度重@砚川县\t高度重\tperson\t\tignore\n"
        "person:白石溪@砚川县\t白石溪\tplace\t\t\n");
    put(fixture, 0, "organisations.tsv", discovered_head,
        "org:恒硕动力\t恒硕动力\tcompany\t\t\norg:砚川县科协\t砚川县科协\torg\t县科普协会\t\n");
    put(fixture, 0, "companies.tsv", discovered_head, "company:青禾\t青禾米业\tcompany\t\t\n");
    put(fixture, 0, "places.tsv", discovered_head, "place:重庆市江津区下梅村\t下梅新村\tplace\t\t\n");
    g_autoptr(RenDecisions) decisions = load(fixture);
    assert_settled(decisions, "person:乔若岚@砚川县", NULL, "乔若岚", "person:乔若澜@砚川县 乔若澜");
    assert_settled(decisions, "person:高度重@砚川县", NULL, "高度重", "-");
    assert_settled(decisions, "person:白石溪@砚川县", NULL, "白石溪", "place:白石溪 白石溪");
    assert_settled(decisions, "org:恒硕动力", NULL, "恒硕动力", "company:恒硕动力 恒硕动力");
    assert_settled(decisions, "org:县科普协会", NULL, "县科普协会", "org:砚川县科协 砚川县科协");
    assert_settled(decisions, "company:青禾", NULL, "青禾", "company:青禾米业 青禾米业");
    assert_settled(decisions, "place:重庆市江津区下梅村", NULL, "下梅村",
                   "place:重庆市江津区下梅村 下梅新村");
}

static void
test_same_lists_what_leads_to_an_entity(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "same.tsv", same_head,
        "person:乔若澜@砚川县\tperson:乔若岚@砚川县\nperson:乔若澜@砚川县\tperson:乔兰@砚川县\n"
        "company:青禾\t青禾米业\n");
    g_autoptr(RenDecisions) decisions = load(fixture);
    g_autoptr(GHashTable) lists = ren_decisions_list_same(decisions);
    const GPtrArray *list = g_hash_table_lookup(lists, "person:乔若澜@砚川县");
    g_assert_nonnull(list);
    g_assert_cmpuint(list->len, ==, 2);
    g_assert_cmpstr(list->pdata[0], ==, "person:乔兰@砚川县");
    g_assert_cmpstr(list->pdata[1], ==, "person:乔若岚@砚川县");
    g_assert_null(g_hash_table_lookup(lists, "company:青禾")); /* a bare name has no kind */
}

/* ---- contradictions ---- */

static void
test_same_and_different(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "same.tsv", same_head, "甲\t乙\n丁\t丙\n乙\t丙\n");
    put(fixture, 1, "different.tsv", same_head, "# why\n甲\t丁\n");
    const char *const words[] = {fixture->dirs[0], "same.tsv:2",     "same.tsv:3",
                                 "same.tsv:4",     fixture->dirs[1], "different.tsv:3",
                                 "'甲'",           "'丁'",           NULL};
    assert_refused(fixture, words);
}

static void
test_only_rows_on_the_way_are_told(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "same.tsv", same_head, "甲\t戊\n甲\t乙\n");
    put(fixture, 0, "different.tsv", same_head, "甲\t乙\n");
    g_autoptr(GError) error = NULL;
    g_assert_null(ren_decisions_new((const char *const *)fixture->dirs, &error));
    g_assert_error(error, REN_ERROR, REN_ERROR_GAZETTEER);
    g_assert_nonnull(strstr(error->message, "same.tsv:3"));
    g_assert_null(strstr(error->message, "same.tsv:2"));
}

static void
test_alias_and_different(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "different.tsv", same_head, "person:乔若澜@砚川县\tperson:乔若岚@砚川县\n");
    put(fixture, 1, "persons.tsv", discovered_head, "person:乔若澜@砚川县\t乔若澜\tperson\t乔若岚\t\n");
    const char *const words[] = {fixture->dirs[0], "different.tsv:2", fixture->dirs[1], "persons.tsv:2",
                                 NULL};
    assert_refused(fixture, words);
}

static void
test_ignored_and_same(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "ignore.tsv", "entity\n", "person:乔若岚\n");
    put(fixture, 1, "same.tsv", same_head, "\n# one\nperson:乔若澜\tperson:乔若岚\n");
    const char *const words[] = {fixture->dirs[0], "ignore.tsv:2",    fixture->dirs[1],
                                 "same.tsv:4",     "'person:乔若岚'", NULL};
    assert_refused(fixture, words);
}

static void
test_ignored_and_named(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "names.tsv", names_head, "person:乔若岚\t乔若澜\t\t\n");
    put(fixture, 1, "persons.tsv", discovered_head, "person:乔若岚\t乔若岚\tperson\t\tignore\n");
    const char *const words[] = {fixture->dirs[1], "persons.tsv:2",   fixture->dirs[0],
                                 "names.tsv:2",    "'person:乔若岚'", NULL};
    assert_refused(fixture, words);
}

static void
test_two_names(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "names.tsv", names_head, "person:乔若岚\t乔若澜\t\t\n");
    put(fixture, 1, "persons.tsv", discovered_head, "person:乔若岚\t乔兰\tperson\t\t\n");
    const char *const words[] = {fixture->dirs[1], "persons.tsv:2", "乔兰", fixture->dirs[0],
                                 "names.tsv:2",    "乔若澜",        NULL};
    assert_refused(fixture, words);
}

static void
test_two_names_over_same(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "same.tsv", same_head, "company:青禾\tcompany:禾青\n");
    put(fixture, 0, "names.tsv", names_head, "company:青禾\t青禾米业\t\t\n");
    put(fixture, 1, "names.tsv", names_head, "company:禾青\t禾青米业\t\t\n");
    const char *const words[] = {fixture->dirs[0], "青禾米业",    fixture->dirs[1],
                                 "禾青米业",       "names.tsv:2", NULL};
    assert_refused(fixture, words);
}

static void
test_two_kinds(Fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, 0, "names.tsv", names_head, "砚工\t\t\tcompany\n");
    put(fixture, 1, "names.tsv", names_head, "砚工\t\t\torg\n");
    const char *const words[] = {fixture->dirs[0], fixture->dirs[1], "names.tsv:2", "company", "org", NULL};
    assert_refused(fixture, words);
}

/* ---- bad rows ---- */

typedef struct {
    const char *file;
    const char *head;
    const char *row;  /* in line 3, behind a comment */
    const char *word; /* in the message */
} BadRow;

static const BadRow bad_rows[] = {
    {"same.tsv", same_head, "person:乔若澜\n", "two are needed"},
    {"same.tsv", same_head, "\tperson:乔若澜\n", "two are needed"},
    {"same.tsv", same_head, "person:乔若澜\tperson:乔若澜\n", "both sides"},
    {"different.tsv", same_head, "person:乔若澜\n", "two are needed"},
    {"different.tsv", same_head, "乔若澜\t乔若澜\n", "both sides"},
    {"names.tsv", names_head, "\t\t乔\t\n", "neither"},
    {"names.tsv", names_head, "\t恒硕\t\tfirm\n", "'firm'"},
    {"names.tsv", names_head, "\t恒硕\t\t\n", "'恒硕'"},
    {"names.tsv", names_head, "恒硕\t恒硕动力\t恒\t\n", "'恒硕'"},
    {"persons.tsv", discovered_head, "person:乔若澜\t乔若澜\tPERSON\t\t\n", "'PERSON'"},
    {"companies.tsv", discovered_head, "\t\tcompany\t\t\n", "neither"},
    {"organisations.tsv", discovered_head, "org:砚川县委\t砚川县委\torg\t\tdelete\n", "'delete'"},
    {"same.tsv", "x\ty\n", "甲\t乙\n", "same.tsv"}, /* other columns */
};

static void
test_bad_row_is_told_with_its_line(Fixture *fixture, gconstpointer data)
{
    const BadRow *bad = data;
    g_autofree char *rows = g_strconcat("# a comment\n", bad->row, NULL);
    put(fixture, 1, bad->file, bad->head, rows);
    g_autofree char *where = g_strconcat(bad->file, g_str_has_prefix(bad->head, "x") ? "" : ":3", NULL);
    const char *const words[] = {fixture->dirs[1], where, bad->word, NULL};
    assert_refused(fixture, words);
}

#define ADD(name, function) g_test_add("/decisions/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("parts-of-a-reference", test_parts_of_a_reference);
    ADD("without-tables-nothing-is-decided", test_without_tables_nothing_is_decided);
    ADD("same-takes-the-id-of-what-was-named-first", test_same_takes_the_id_of_what_was_named_first);
    ADD("first-named-is-that-of-the-first-folder", test_first_named_is_that_of_the_first_folder);
    ADD("chain-of-same-is-one", test_chain_of_same_is_one);
    ADD("name-without-region-speaks-of-all-regions", test_name_without_region_speaks_of_all_regions);
    ADD("reference-to-an-article", test_reference_to_an_article);
    ADD("most-exact-key-wins", test_most_exact_key_wins);
    ADD("different-is-listed-with-its-row", test_different_is_listed_with_its_row);
    ADD("ignored-is-nothing", test_ignored_is_nothing);
    ADD("all-that-is-the-same-as-ignored-is-nothing", test_all_that_is_the_same_as_ignored_is_nothing);
    ADD("preferred-name-and-kind", test_preferred_name_and_kind);
    ADD("company-has-no-region", test_company_has_no_region);
    ADD("name-given-twice-alike-is-fine", test_name_given_twice_alike_is_fine);
    ADD("aliases-are-of-the-same-kind-and-region", test_aliases_are_of_the_same_kind_and_region);
    ADD("names-without-entity-are-looked-for", test_names_without_entity_are_looked_for);
    ADD("unchanged-rows-say-nothing", test_unchanged_rows_say_nothing);
    ADD("changed-cells-are-decisions", test_changed_cells_are_decisions);
    ADD("same-lists-what-leads-to-an-entity", test_same_lists_what_leads_to_an_entity);
    ADD("same-and-different", test_same_and_different);
    ADD("only-rows-on-the-way-are-told", test_only_rows_on_the_way_are_told);
    ADD("alias-and-different", test_alias_and_different);
    ADD("ignored-and-same", test_ignored_and_same);
    ADD("ignored-and-named", test_ignored_and_named);
    ADD("two-names", test_two_names);
    ADD("two-names-over-same", test_two_names_over_same);
    ADD("two-kinds", test_two_kinds);
    for (guint i = 0; i < G_N_ELEMENTS(bad_rows); i++) {
        g_autofree char *name = g_strdup_printf("/decisions/bad-row-is-told-with-its-line/%u", i);
        g_test_add(name, Fixture, &bad_rows[i], set_up, test_bad_row_is_told_with_its_line, tear_down);
    }
    return g_test_run();
}
