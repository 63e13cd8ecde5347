/* The clean view: folding, marks, broken lines, and the way back to the raw text. Run from the project's
 * root. */
#include <string.h>

#include "text/view.h"

static RenLayout *layout;

static void
check(const char *raw, const char *expected)
{
    g_autoptr(RenView) view = ren_view_new(raw, strlen(raw), layout);
    g_assert_cmpstr(view->text, ==, expected);
    g_assert_cmpuint(view->len, ==, strlen(expected));
    g_assert_cmpuint(view->map[view->len], ==, strlen(raw));
    for (gsize i = 1; i <= view->len; i++)
        g_assert_cmpuint(view->map[i], >=, view->map[i - 1]);
}

static void
test_folding(void)
{
    check("２０２４年，（ＡＢＣ）！？：；％", "2024年,(ABC)!?:;%");
    check("“引”‘号’《书》、。…——【括】", "“引”‘号’《书》、。…——【括】");
    check("甲　　乙 \t 丙", "甲 乙 丙");
    check("　　云岭\xe2\x80\x8b区\xc2\xad下\xef\xbb\xbf雪。", "云岭区下雪。");
    check("①½²", "①½²");
    check("卡尔・马克思与卡尔‧马克思", "卡尔·马克思与卡尔·马克思");
    check("• 一条", "• 一条");
}

static void
test_html_and_entities(void)
{
    check("<p><strong>云岭</strong>区&amp;青河&#38215;&nbsp;甲</p><p>二<br/>三</p>",
          "云岭区&青河镇 甲\n二\n三");
    check("一<!-- 图 -->二", "一二");
    check("3<5且5>3 &unknown; <", "3<5且5>3 &unknown; <");
}

static void
test_markdown(void)
{
    check("# 云岭 #\n\n- 一条\n- 二条\n\n> 引**重**文\n\n---\n\n![图](a.jpg)[文](http://x.org/a)\n",
          "云岭\n一条\n二条\n引重文\n文");
    check("#话题#云岭下雪。", "#话题#云岭下雪。");
    check("1\\. 云岭", "1. 云岭");
    const char *raw = "## 云岭\n\n\n正文在此。\n";
    g_autoptr(RenView) view = ren_view_new(raw, strlen(raw), layout);
    const RenParagraph *first = &g_array_index(view->paragraphs, RenParagraph, 0), *second = first + 1;
    g_assert_cmpuint(view->paragraphs->len, ==, 2);
    g_assert_cmpuint(first->heading, ==, 2);
    g_assert_cmpuint(first->raw_line, ==, 0);
    g_assert_true(first->title);
    g_assert_cmpuint(second->heading, ==, 0);
    g_assert_cmpuint(second->blanks_before, ==, 2);
}

static void
test_lines_broken_in_mid_sentence(void)
{
    check("会上,云岭区人大常委会主任赵一鸣、副主\n任钱小雨先后发言,要求各部门抓好落实。",
          "会上,云岭区人大常委会主任赵一鸣、副主任钱小雨先后发言,要求各部门抓好落实。");
    check("走进云岭区招商科室，\n\n办公室里人来人往。", "走进云岭区招商科室,办公室里人来人往。");
    check("他说，“云岭的\n\n明天会更好。”", "他说,“云岭的明天会更好。”");
    check("云岭区下雪了\n\n，青河镇也下了。", "云岭区下雪了,青河镇也下了。");
    /* A word needs its blank, a number does not. */
    check("会上,他们说起了open\nsource的好处,以及20\n24年的计划。",
          "会上,他们说起了open source的好处,以及2024年的计划。");
}

static void
test_headlines_stay_apart(void)
{
    check("一千公里\n云岭速度\n\n走进云岭,处处是景。", "一千公里\n云岭速度\n走进云岭,处处是景。");
    check("云岭区举行大赛\n\n本报讯(记者 赵一鸣)近日,大赛举行。",
          "云岭区举行大赛\n本报讯(记者 赵一鸣)近日,大赛举行。");
    check("货物堆放有序 记者 赵一鸣 摄\n\n近日,记者在云岭区看到。",
          "货物堆放有序 记者 赵一鸣 摄\n近日,记者在云岭区看到。");
    check("记者 赵一鸣 通讯员 钱小雨\n\n清晨,云岭下雪。", "记者 赵一鸣 通讯员 钱小雨\n清晨,云岭下雪。");
}

/* @text broken after every @width characters. */
static char *
wrap(const char *text, guint width)
{
    g_autoptr(GString) out = g_string_new(NULL);
    guint column = 0;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == '\n')
            column = 0;
        else if (column++ == width) {
            g_string_append_c(out, '\n');
            column = 1;
        }
        g_string_append_unichar(out, c);
    }
    return g_string_free(g_steal_pointer(&out), FALSE);
}

static void
test_fixed_width(void)
{
    const char *text =
        "云岭区举行大赛\n\n"
        "本报讯(记者 "
        "赵一鸣)近日,云岭区在青河镇举行农机修理大赛,来自全区的三十名选手参加了决赛。比赛分为理论和实操两部分,"
        "选手们各显身手。\n\n"
        "近年来,云岭区高度重视技能人才工作,培养了一大批能工巧匠,为乡村振兴提供了人才支撑。\n\n"
        "副区长何远山参加活动。";
    g_autoptr(RenView) whole = ren_view_new(text, strlen(text), layout);
    g_assert_cmpuint(whole->paragraphs->len, ==, 4);
    for (guint width = 15; width <= 24; width++) {
        g_autofree char *wrapped = wrap(text, width);
        g_autoptr(RenView) view = ren_view_new(wrapped, strlen(wrapped), layout);
        g_assert_cmpstr(view->text, ==, whole->text);
    }
}

static void
test_indented_paragraphs(void)
{
    check("　　云岭区下了一场大雪,山上\n山下一片银白,孩子们都出来了\n。大家在雪地里打雪仗、堆雪人\n。\n"
          "　　青河镇也下了雪,河面上结\n了冰,镇里派人看守,不让孩子\n们下河。\n",
          "云岭区下了一场大雪,山上山下一片银白,孩子们都出来了。大家在雪地里打雪仗、堆雪人。\n"
          "青河镇也下了雪,河面上结了冰,镇里派人看守,不让孩子们下河。");
}

static void
test_back_to_raw(void)
{
    const char *raw = "\n　云岭区，<b>区长</b>何&amp;远\n";
    g_autoptr(RenView) view = ren_view_new(raw, strlen(raw), layout);
    g_assert_cmpstr(view->text, ==, "云岭区,区长何&远");
    const char *cases[][2] = {
        {"云岭区", "云岭区"}, {",", "，"}, {"区长何", "区长</b>何"}, {"何&", "何&amp;"}, {"远", "远"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        gsize at = strstr(view->text, cases[i][0]) - view->text;
        RenSpan span = ren_view_raw(view, at, at + strlen(cases[i][0]));
        g_autofree char *found = g_strndup(raw + span.start, span.end - span.start);
        g_assert_cmpstr(found, ==, cases[i][1]);
        g_assert_cmpuint(ren_view_find(view, span.start), ==, at);
    }
    g_assert_cmpuint(ren_view_find(view, strlen(raw)), ==, view->len);
}

static void
test_nothing(void)
{
    check("", "");
    check("\n \n<p></p>&nbsp;\n", "");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    const char *const dirs[] = {"gazetteer", NULL};
    g_autoptr(GError) error = NULL;
    layout = ren_layout_new(dirs, &error);
    g_assert_no_error(error);
    g_test_add_func("/view/folding", test_folding);
    g_test_add_func("/view/html-and-entities", test_html_and_entities);
    g_test_add_func("/view/markdown", test_markdown);
    g_test_add_func("/view/lines-broken-in-mid-sentence", test_lines_broken_in_mid_sentence);
    g_test_add_func("/view/headlines-stay-apart", test_headlines_stay_apart);
    g_test_add_func("/view/fixed-width", test_fixed_width);
    g_test_add_func("/view/indented-paragraphs", test_indented_paragraphs);
    g_test_add_func("/view/back-to-raw", test_back_to_raw);
    g_test_add_func("/view/nothing", test_nothing);
    int status = g_test_run();
    ren_layout_free(layout);
    return status;
}
