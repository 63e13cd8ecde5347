/* Which texts are printed again. All of it is made up. */
#include <string.h>

#include "link/reprint.h"

static const char report[] =
    "# 全县春耕工作会议召开\n\n本报讯（记者 "
    "田小禾）3月4日，全县春耕工作会议召开。县委书记黄若松出席会议并讲话，县长白采薇主持会议。\n\n"
    "黄若松强调，要抓好春耕生产，确保粮食安全，落实各项惠农政策，把种子、化肥、农机送到田间地头。各镇要压实责"
    "任，抢抓农时，"
    "扩大早稻面积，推广集中育秧，加强技术指导。白采薇要求，农业农村部门要组织技术人员下乡，水利部门要保障灌溉"
    "用水，"
    "气象部门要及时发布预报，供销系统要备足农资。鹤尾镇、柳条沟村的种粮大户作了交流发言。\n";
static const char reprint[] =
    "春耕会议强调抓农时\n\n（通讯员 "
    "李青禾）3月4日,全县春耕工作会议召开。县委书记黄若松出席会议并讲话,县长白采薇主持会议。"
    "黄若松强调,要抓好春耕生产,确保粮食安全,落实各项惠农政策,把种子、化肥、农机送到田间地头。各镇要压实责任,"
    "抢抓农时,"
    "扩大早稻面积,推广集中育秧,加强技术指导。白采薇要求,农业农村部门要组织技术人员下乡,"
    "水利部门要保障灌溉用水,"
    "气象部门要及时发布预报,供销系统要备足农资。鹤尾镇、柳条沟村的种粮大户作了交流发言。";
static const char next_year[] =
    "# 全县春耕工作会议召开\n\n本报讯（记者 "
    "田小禾）3月6日，全县春耕工作会议召开。县委书记黄若松出席会议并讲话，县长马远帆主持会议。\n\n"
    "黄若松强调，今年墒情偏差，各地要早调度、早浇灌，让每一块田都种上、种好。马远帆要求，财政资金要直达农户，"
    "对缺劳力的家庭开展代耕代种，水库放水计划三天内公布到村组。会前，与会人员参观了棠州的育秧工厂。\n";

static gint64
find(const RenReprints *reprints, const char *text)
{
    g_autoptr(RenSketch) sketch = ren_sketch_new(text, strlen(text));
    g_assert_nonnull(sketch);
    return ren_reprints_find(reprints, sketch);
}

static void
add(RenReprints *reprints, gint64 number, const char *text)
{
    ren_reprints_add(reprints, number, ren_sketch_new(text, strlen(text)));
}

static void
test_same_and_nearly_the_same(void)
{
    g_autoptr(RenReprints) reprints = ren_reprints_new();
    g_assert_cmpint(find(reprints, report), ==, -1);
    add(reprints, 7, report);
    g_assert_cmpint(find(reprints, report), ==, 7);
    g_assert_cmpint(find(reprints, reprint), ==, 7);
    /* Of the same meeting a year later only the words of custom are the same. */
    g_assert_cmpint(find(reprints, next_year), ==, -1);
}

/* Breaks, marks and width are the printer's. */
static void
test_only_letters_count(void)
{
    g_autoptr(RenReprints) reprints = ren_reprints_new();
    add(reprints, 1, report);
    g_autoptr(GString) broken = g_string_new(NULL);
    for (const char *p = report; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        g_string_append_unichar(broken, c >= '0' && c <= '9' ? c - '0' + 0xff10 : c);
        g_string_append(broken, "\n");
    }
    g_assert_cmpint(find(reprints, broken->str), ==, 1);
}

static void
test_nearest_then_earliest(void)
{
    g_autoptr(RenReprints) reprints = ren_reprints_new();
    add(reprints, 1, reprint);
    add(reprints, 2, report);
    add(reprints, 3, report);
    g_assert_cmpint(find(reprints, report), ==, 2);
}

static void
test_short_texts_are_left(void)
{
    g_assert_null(ren_sketch_new("责任编辑：田小禾", strlen("责任编辑：田小禾")));
    g_assert_null(ren_sketch_new("", 0));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/reprint/same-and-nearly-the-same", test_same_and_nearly_the_same);
    g_test_add_func("/reprint/only-letters-count", test_only_letters_count);
    g_test_add_func("/reprint/nearest-then-earliest", test_nearest_then_earliest);
    g_test_add_func("/reprint/short-texts-are-left", test_short_texts_are_left);
    return g_test_run();
}
