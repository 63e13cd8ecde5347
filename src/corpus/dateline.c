#include "corpus/dateline.h"

#include <string.h>

/* A date in the first so many characters of a paragraph is its lead's. */
#define LEAD_CHARS 60
/* A paragraph that is longer, in characters, is no masthead. */
#define MASTHEAD_CHARS 60
/* So many paragraphs at the top and at the end can hold a masthead. */
#define MASTHEAD_LINES 12
/* A year that is named less often may be anything's. */
#define ENOUGH_YEARS 3
/* The news of an issue is no older than this, in days. */
#define NEWS_DAYS 10
#define FIRST_YEAR 1900
#define LAST_YEAR 2099

/* A day as the text gives it; a field that it does not give is 0. */
typedef struct {
    guint year, month, day;
    guint weight;   /* how much it looks like a lead's */
    gboolean today; /* the text says 今天: it is the issue's own */
} Day;

typedef struct {
    GArray *days;                             /* of Day: month and day given, in the leads */
    guint years[LAST_YEAR - FIRST_YEAR + 1];  /* how often each is named */
    guint events[LAST_YEAR - FIRST_YEAR + 1]; /* how often with a month */
    Day masthead;
} Evidence;

static gboolean
is_year(guint year)
{
    return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static gboolean
is_day(const Day *day)
{
    return is_year(day->year) && day->month >= 1 && day->month <= 12 && day->day >= 1 && day->day <= 31 &&
           g_date_valid_dmy(day->day, day->month, day->year);
}

static char *
print_day(const Day *day)
{
    return g_strdup_printf("%04u-%02u-%02u", day->year, day->month, day->day);
}

/* The digit that @c is, in any of the three ways of print, or -1. */
static int
digit_of(gunichar c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 0xff10 && c <= 0xff19)
        return c - 0xff10;
    return -1;
}

/* 〇一二三四五六七八九 and 十, or -1. */
static int
numeral_of(gunichar c)
{
    static const gunichar numerals[] = {0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94,
                                        0x516d, 0x4e03, 0x516b, 0x4e5d, 0x5341};
    for (guint i = 0; i < G_N_ELEMENTS(numerals); i++)
        if (numerals[i] == c)
            return i;
    return c == 0x25cb || c == 0x96f6 ? 0 : -1; /* ○ 零 */
}

/* Reads a number at *@p, of at most @most digits: 2024, ２０２４, 二〇二四, 十一. Returns its digits, 0 for
 * none. */
static guint
read_number(const char **p, guint most, guint *value)
{
    guint n = 0;
    *value = 0;
    for (; **p != '\0'; *p = g_utf8_next_char(*p), n++) {
        int digit = digit_of(g_utf8_get_char(*p));
        if (digit < 0)
            break;
        if (n == most)
            return 0;
        *value = *value * 10 + digit;
    }
    if (n > 0)
        return n;
    gboolean tens = FALSE;
    guint ones = 0;
    for (; **p != '\0' && n <= most; *p = g_utf8_next_char(*p), n++) {
        int digit = numeral_of(g_utf8_get_char(*p));
        if (digit < 0)
            break;
        if (digit == 10) {
            *value = (n == 0 ? 1 : *value) * 10;
            tens = TRUE;
        } else if (tens) {
            ones = digit;
        } else {
            *value = *value * 10 + digit;
        }
    }
    *value += ones;
    return n > most ? 0 : n;
}

static gboolean
take(const char **p, gunichar c)
{
    if (g_utf8_get_char(*p) != c)
        return FALSE;
    *p = g_utf8_next_char(*p);
    return TRUE;
}

#define YEAR 0x5e74  /* 年 */
#define MONTH 0x6708 /* 月 */
#define DAY 0x65e5   /* 日 */

/* Reads 2024年11月6日, 2024年11月, 2024年, 11月6日 at *@p, blanks between them allowed. FALSE: none, *@p
 * unchanged. */
static gboolean
read_day(const char **p, Day *day)
{
    *day = (Day){0};
    const char *start = *p, *q = start;
    guint value, digits = read_number(&q, 4, &value);
    if (digits == 0)
        return FALSE;
    while (take(&q, ' '))
        ;
    if (digits == 4 && is_year(value) && take(&q, YEAR)) {
        day->year = value;
        *p = q;
        while (take(&q, ' '))
            ;
        digits = read_number(&q, 2, &value);
        while (digits > 0 && take(&q, ' '))
            ;
    }
    if (digits == 0 || value < 1 || value > 12 || !take(&q, MONTH))
        return day->year > 0;
    day->month = value;
    *p = q;
    while (take(&q, ' '))
        ;
    digits = read_number(&q, 3, &value);
    if (digits > 0 && value >= 1 && value <= 31) {
        while (take(&q, ' '))
            ;
        if (take(&q, DAY)) {
            day->day = value;
            *p = q;
        }
    }
    if (day->year == 0 && day->day == 0)
        *p = start;
    return day->year > 0 || day->day > 0;
}

/* 2024-11-06, 2024/11/6, 2024.11.6 at @p. */
static gboolean
read_plain_day(const char *p, Day *day)
{
    guint digits = read_number(&p, 4, &day->year);
    if (digits != 4 || !is_year(day->year) || *p == '\0' || strchr("-/.", *p) == NULL)
        return FALSE;
    char mark = *p++;
    if (read_number(&p, 2, &day->month) == 0 || *p++ != mark || read_number(&p, 2, &day->day) == 0)
        return FALSE;
    return is_day(day);
}

/* Plans and memories: 到2035年, 2025年底, 12月31日前, 截至11月30日. */
static gboolean
is_planned(const char *line, const char *start, const char *end)
{
    static const gunichar before[] = {0x5230, 0x81f3, 0x5c06, 0x622a, 0x4e8e, 0x81ea}; /* 到至将截于自 */
    static const gunichar after[] = {0x524d, 0x5e95, 0x8d77, 0x81f3, 0x4e4b};          /* 前底起至之 */
    if (start > line) {
        gunichar c = g_utf8_get_char(g_utf8_prev_char(start));
        for (guint i = 0; i < G_N_ELEMENTS(before); i++)
            if (before[i] == c)
                return TRUE;
    }
    gunichar c = g_utf8_get_char(end);
    for (guint i = 0; i < G_N_ELEMENTS(after); i++)
        if (after[i] == c)
            return TRUE;
    return FALSE;
}

/* A lead's own day stands at its head or right behind the byline: 本报讯(记者 X)11月5日, 新华社北京11月5日电.
 */
static guint
weigh(const char *line, const char *start, const char *end)
{
    if (g_utf8_get_char(end) == 0x7535 || g_utf8_get_char(end) == 0x8baf) /* 电 讯 */
        return 3;
    if (start == line)
        return 2;
    gunichar c = g_utf8_get_char(g_utf8_prev_char(start));
    return c == ')' || c == 0xff09 || c == 0x8baf || c == ':' || c == 0xff1a ? 3 : 1;
}

/* 今天(11月6日), 今日(…) */
static gboolean
is_today(const char *line, const char *start)
{
    if (start < line + 6)
        return FALSE;
    const char *p = g_utf8_prev_char(start);
    gunichar c = g_utf8_get_char(p);
    if (c != '(' && c != 0xff08)
        return FALSE;
    p = g_utf8_prev_char(p);
    c = g_utf8_get_char(p);
    return (c == 0x5929 || c == DAY) && p > line &&
           g_utf8_get_char(g_utf8_prev_char(p)) == 0x4eca; /* 天 今 */
}

static void
read_masthead(const char *line, Evidence *found)
{
    if (is_day(&found->masthead) || g_utf8_strlen(line, -1) > MASTHEAD_CHARS)
        return;
    for (const char *p = line; *p != '\0'; p = g_utf8_next_char(p)) {
        /* The first digit of a number only. */
        if (digit_of(g_utf8_get_char(p)) < 0 && numeral_of(g_utf8_get_char(p)) < 0)
            continue;
        Day day = {0};
        const char *q = p;
        if (!(read_day(&q, &day) && is_day(&day))) {
            day = (Day){0};
            if (!read_plain_day(p, &day)) {
                while (digit_of(g_utf8_get_char(g_utf8_next_char(p))) >= 0)
                    p = g_utf8_next_char(p);
                continue;
            }
        }
        /* A short headline with a date in it goes on at once. */
        gunichar next = g_utf8_get_char(q);
        if (day.day > 0 && q > p &&
            !(next == 0 || next == ' ' || next == 0x3000 || next == '(' || next == 0xff08 || next == '|' ||
              next == 0x661f || next == 0x5468 || next == 0x7b2c)) /* 星 周 第 */
            return;
        found->masthead = day;
        return;
    }
}

static void
read_line(const char *line, Evidence *found)
{
    guint chars = 0;
    for (const char *p = line; *p != '\0'; chars++) {
        const char *start = p;
        Day day;
        if (!read_day(&p, &day)) {
            /* Not into the middle of a longer number. */
            gboolean number = digit_of(g_utf8_get_char(p)) >= 0;
            do
                p = g_utf8_next_char(p);
            while (number && digit_of(g_utf8_get_char(p)) >= 0);
            continue;
        }
        if (is_planned(line, start, p))
            continue;
        if (day.year > 0) {
            found->years[day.year - FIRST_YEAR]++;
            found->events[day.year - FIRST_YEAR] += day.month > 0;
        }
        if (day.day > 0 && chars < LEAD_CHARS) {
            day.weight = weigh(line, start, p);
            day.today = is_today(line, start);
            day.weight += day.today;
            g_array_append_val(found->days, day);
        }
    }
}

/* The latest year that is named often; what is named once beside one that is named ten times is a plan. */
static guint
find_year(const Evidence *found)
{
    guint most = 0, best = 0;
    for (guint i = 0; i < G_N_ELEMENTS(found->years); i++)
        most = MAX(most, found->years[i] + found->events[i]);
    for (guint i = 0; i < G_N_ELEMENTS(found->years); i++)
        if (most >= ENOUGH_YEARS && (found->years[i] + found->events[i]) * 5 >= most)
            best = FIRST_YEAR + i;
    return best;
}

static gint
compare_numbers(gconstpointer a, gconstpointer b)
{
    gint x = *(const gint *)a, y = *(const gint *)b;
    return (x > y) - (x < y);
}

/* Days since the year's first, in a leap year: enough to compare. */
static gint
day_number(const Day *day)
{
    static const guint16 months[] = {0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335};
    return months[day->month - 1] + day->day;
}

/* The latest day of the leads that is near to the most of them; FALSE where there is none. */
static gboolean
find_latest(const Evidence *found, guint year, Day *latest)
{
    guint weight = 0;
    for (guint i = 0; i < found->days->len; i++)
        weight = MAX(weight, g_array_index(found->days, Day, i).weight);
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(gint));
    gboolean winter = FALSE, new_year = FALSE;
    for (guint i = 0; i < found->days->len; i++) {
        const Day *day = &g_array_index(found->days, Day, i);
        gint number = day_number(day);
        if (day->weight < weight || (day->year > 0 && day->year != year && day->year + 1 != year))
            continue;
        winter = winter || day->month == 12;
        new_year = new_year || (day->month == 1 && day->day <= NEWS_DAYS);
        /* Last year's days come first. */
        number -= day->year > 0 && day->year != year ? 366 : 0;
        g_array_append_val(numbers, number);
    }
    if (numbers->len == 0)
        return FALSE;
    /* An issue of the first days of January tells of December too. */
    for (guint i = 0; winter && new_year && i < numbers->len; i++)
        if (g_array_index(numbers, gint, i) > 335)
            g_array_index(numbers, gint, i) -= 366;
    g_array_sort(numbers, compare_numbers);
    /* The window of days that holds the most; of equals the later one. */
    guint best = 0, best_from = 0;
    for (guint from = 0, to = 0; to < numbers->len; to++) {
        while (g_array_index(numbers, gint, to) - g_array_index(numbers, gint, from) > NEWS_DAYS)
            from++;
        if (to - from + 1 >= best) {
            best = to - from + 1;
            best_from = to;
        }
    }
    gint number = g_array_index(numbers, gint, best_from);
    *latest = (Day){.year = number <= 0 ? year - 1 : year};
    number += number <= 0 ? 366 : 0;
    for (latest->month = 12; latest->month > 1; latest->month--) {
        Day first = {.month = latest->month, .day = 1};
        if (day_number(&first) <= number)
            break;
    }
    Day first = {.month = latest->month, .day = 1};
    latest->day = number - day_number(&first) + 1;
    for (guint i = 0; i < found->days->len && !latest->today; i++) {
        const Day *day = &g_array_index(found->days, Day, i);
        latest->today = day->today && day->month == latest->month && day->day == latest->day;
    }
    return is_day(latest);
}

char *
ren_dateline_parse_name(const char *name)
{
    char *found = NULL;
    guint folder_year = 0; /* 2025/3月21日.txt: the last folder that is called for a year */
    for (const char *p = name; *p != '\0'; p++) {
        /* Not in the middle of a longer number. */
        if (!g_ascii_isdigit(*p) || (p > name && g_ascii_isdigit(p[-1])))
            continue;
        Day day = {0};
        gsize digits = strspn(p, "0123456789");
        const char *q = p;
        if (digits == 4 && (p == name || p[-1] == '/') && (p[4] == '/' || g_str_has_prefix(p + 4, "\u5e74/")))
            folder_year = g_ascii_strtoull(p, NULL, 10);
        if (digits == 8) {
            day.day = (p[6] - '0') * 10 + p[7] - '0';
            day.month = (p[4] - '0') * 10 + p[5] - '0';
            day.year = (p[0] - '0') * 1000 + (p[1] - '0') * 100 + (p[2] - '0') * 10 + p[3] - '0';
        } else if (digits == 4 && strchr("-_./ ", p[4]) != NULL && p[4] != '\0') {
            const char *month = p + 5 + strspn(p + 5, " ");
            gsize n = strspn(month, "0123456789");
            /* 2024/11/06 and 2024/11-06: a year's folder. */
            const char *after = month + n;
            if (n >= 1 && n <= 2 && *after != '\0' && strchr("-_./ ", *after) != NULL) {
                gsize m = strspn(after + 1, "0123456789");
                if (m >= 1 && m <= 2) {
                    day.year = g_ascii_strtoull(p, NULL, 10);
                    day.month = g_ascii_strtoull(month, NULL, 10);
                    day.day = g_ascii_strtoull(after + 1, NULL, 10);
                }
            }
        } else if (g_utf8_validate(p, -1, NULL) && !read_day(&q, &day)) {
            continue;
        }
        if (day.year == 0)
            day.year = folder_year;
        if (!is_day(&day))
            continue;
        /* The nearest to the file's own name wins over its folders'. */
        g_free(found);
        found = print_day(&day);
    }
    return found;
}

static void
read_text(const char *text, Evidence *found)
{
    g_auto(GStrv) lines = g_strsplit_set(text, "\r\n", -1);
    g_autoptr(GPtrArray) printed = g_ptr_array_new();
    for (guint i = 0; lines[i] != NULL; i++)
        if (*g_strstrip(lines[i]) != '\0')
            g_ptr_array_add(printed, lines[i]);
    for (guint i = 0; i < printed->len; i++) {
        if (i < MASTHEAD_LINES || i + MASTHEAD_LINES >= printed->len)
            read_masthead(printed->pdata[i], found);
        read_line(printed->pdata[i], found);
    }
}

/* The day after @day, by the calendar. */
static char *
day_after(const Day *day)
{
    g_autoptr(GDateTime) date = g_date_time_new_utc(day->year, day->month, day->day, 12, 0, 0);
    g_autoptr(GDateTime) next = g_date_time_add_days(date, 1);
    return g_date_time_format(next, "%Y-%m-%d");
}

char *
ren_dateline_parse_stamp(const char *stamp)
{
    /* A point in time is the day that it was in China. */
    g_autoptr(GTimeZone) china = g_time_zone_new_offset(8 * 60 * 60);
    g_autoptr(GDateTime) time = g_date_time_new_from_iso8601(stamp, china);
    gsize digits = strspn(stamp, "0123456789");
    if (time == NULL && stamp[digits] == '\0' && (digits == 10 || digits == 13))
        time = g_date_time_new_from_unix_utc(g_ascii_strtoll(stamp, NULL, 10) / (digits == 13 ? 1000 : 1));
    if (time == NULL)
        return ren_dateline_parse_name(stamp);
    g_autoptr(GDateTime) there = g_date_time_to_timezone(time, china);
    return is_year(g_date_time_get_year(there)) ? g_date_time_format(there, "%Y-%m-%d") : NULL;
}

void
ren_dateline_find(RenIssue *issue, const char *text)
{
    if (issue->date_source == REN_DATE_FIELD)
        return;
    g_clear_pointer(&issue->date, g_free);
    issue->date_source = REN_DATE_NONE;
    /* The name that the user gave tells; the folders above it may be anything. */
    issue->date = issue->doc == NULL ? NULL : ren_dateline_parse_name(issue->doc);
    if (issue->date == NULL && issue->path != NULL)
        issue->date = ren_dateline_parse_name(issue->path);
    if (issue->date != NULL) {
        issue->date_source = REN_DATE_NAME;
        return;
    }
    Evidence found = {.days = g_array_new(FALSE, FALSE, sizeof(Day))};
    read_text(text != NULL ? text : issue->text, &found);
    Day latest;
    guint year = find_year(&found);
    if (is_day(&found.masthead))
        issue->date = print_day(&found.masthead);
    else if (year > 0 && find_latest(&found, year, &latest))
        issue->date = latest.today ? print_day(&latest) : day_after(&latest);
    if (issue->date != NULL)
        issue->date_source = REN_DATE_TEXT;
    g_array_unref(found.days);
}
