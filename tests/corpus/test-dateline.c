/* The day of an issue, from its name and from its text. */
#include "corpus/dateline.h"

static void
check_name(const char *name, const char *expected)
{
    g_autofree char *date = ren_dateline_parse_name(name);
    g_assert_cmpstr(date, ==, expected);
}

static void
test_names(void)
{
    check_name("2024-11-06.txt", "2024-11-06");
    check_name("云岭日报_20241106_01.md", "2024-11-06");
    check_name("云岭日报2024年11月6日.txt", "2024-11-06");
    check_name("2024_11_06", "2024-11-06");
    check_name("archive/2024/11/06/a.txt", "2024-11-06");
    check_name("2023-01-02/2024-11-06.txt", "2024-11-06");
    check_name("云岭报/2025/3月21日.txt", "2025-03-21");
    check_name("2025年/3月21日.txt", "2025-03-21");
    check_name("2025/第21期.txt", NULL);
    check_name("2024-13-06.txt", NULL);
    check_name("2023-02-29.txt", NULL);
    check_name("000_4725a1c5f7eff0f4.txt", NULL);
    check_name("1234567890123.txt", NULL);
    check_name("", NULL);
}

static void
check_text(const char *text, const char *expected)
{
    g_autoptr(RenIssue) issue = ren_issue_new();
    issue->doc = g_strdup("a.txt");
    issue->text = g_strdup(text);
    ren_dateline_find(issue, NULL);
    g_assert_cmpstr(issue->date, ==, expected);
    g_assert_cmpint(issue->date_source, ==, expected == NULL ? REN_DATE_NONE : REN_DATE_TEXT);
}

static void
test_masthead_is_the_day(void)
{
    check_text("云岭日报\n2024年3月15日 星期五 第3456期\n\n本报讯(记者 赵一鸣)3月13日,云岭区下雪。",
               "2024-03-15");
    check_text("云岭日报 2024-03-15\n\n本报讯 3月13日,云岭区下雪。", "2024-03-15");
    check_text("二〇二四年三月十五日 星期五\n云岭区下雪", "2024-03-15");
}

static void
test_day_after_the_latest_lead(void)
{
    check_text("云岭区下雪\n本报讯(记者 赵一鸣)11月4日,云岭区下雪。2024年以来,2024年的雪多,2024年的雨少。\n"
               "本报讯(记者 赵一鸣)11月5日,青河镇也下雪,预计2024年12月31日前还要下。到2035年会更多。\n",
               "2024-11-06");
    /* The month's, the year's and the leap year's end. */
    check_text("本报讯(记者 赵一鸣)2月28日,云岭区下雪。2024年,2024年,2024年。", "2024-02-29");
    check_text("本报讯(记者 赵一鸣)12月31日,云岭区下雪。2023年,2023年,2023年。", "2024-01-01");
    check_text("本报讯(记者 赵一鸣)１１月５日,云岭区下雪。2024年,2024年,2024年。", "2024-11-06");
}

static void
test_plans_and_memories_do_not_count(void)
{
    check_text("本报讯(记者 赵一鸣)11月4日,云岭区下雪。2024年,2024年,2024年。\n"
               "本报讯(记者 赵一鸣)11月5日,云岭区下雪。\n12月20日,将开幕。\n",
               "2024-11-06");
}

static void
test_today(void)
{
    check_text("央视网消息:今天(1月31日)下雪。2024年,2024年,2024年。", "2024-01-31");
}

static void
test_no_year_no_date(void)
{
    check_text("本报讯(记者 赵一鸣)11月5日,云岭区下雪。", NULL);
    check_text("云岭区下雪,2024年2024年2024年。", NULL);
    check_text("2021年6月19日,他当选。", NULL);
}

static void
test_name_wins(void)
{
    g_autoptr(RenIssue) issue = ren_issue_new();
    issue->doc = g_strdup("2024-11-07.txt");
    issue->text = g_strdup("2024年3月15日 星期五");
    ren_dateline_find(issue, NULL);
    g_assert_cmpstr(issue->date, ==, "2024-11-07");
    g_assert_cmpint(issue->date_source, ==, REN_DATE_NAME);
}

static void
check_stamp(const char *stamp, const char *date)
{
    g_autofree char *found = ren_dateline_parse_stamp(stamp);
    g_assert_cmpstr(found, ==, date);
}

static void
test_stamps(void)
{
    check_stamp("2024-11-06", "2024-11-06");
    check_stamp("20241106", "2024-11-06");
    check_stamp("2024年11月6日", "2024-11-06");
    check_stamp("2024-11-06 23:59:00", "2024-11-06");
    check_stamp("2024-11-06T10:00:00+08:00", "2024-11-06");
    /* It is the next day in China. */
    check_stamp("2024-11-05T18:00:00Z", "2024-11-06");
    check_stamp("1730829600", "2024-11-06");
    check_stamp("1730829600000", "2024-11-06");
    check_stamp("昨天", NULL);
    check_stamp("2024-11", NULL);
    check_stamp("0001-01-01T00:00:00Z", NULL);
}

static void
test_field_wins(void)
{
    g_autoptr(RenIssue) issue = ren_issue_new();
    issue->doc = g_strdup("2024-11-07.html");
    issue->text = g_strdup("会议召开。");
    issue->date = g_strdup("2024-11-06");
    issue->date_source = REN_DATE_FIELD;
    ren_dateline_find(issue, NULL);
    g_assert_cmpstr(issue->date, ==, "2024-11-06");
    g_assert_cmpint(issue->date_source, ==, REN_DATE_FIELD);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/dateline/names", test_names);
    g_test_add_func("/dateline/masthead-is-the-day", test_masthead_is_the_day);
    g_test_add_func("/dateline/day-after-the-latest-lead", test_day_after_the_latest_lead);
    g_test_add_func("/dateline/plans-and-memories-do-not-count", test_plans_and_memories_do_not_count);
    g_test_add_func("/dateline/today", test_today);
    g_test_add_func("/dateline/no-year-no-date", test_no_year_no_date);
    g_test_add_func("/dateline/name-wins", test_name_wins);
    g_test_add_func("/dateline/stamps", test_stamps);
    g_test_add_func("/dateline/field-wins", test_field_wins);
    return g_test_run();
}
