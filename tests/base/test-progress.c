#include "base/progress.h"

static void
check(guint done, guint total, double seconds, const char *wanted)
{
    g_autofree char *line = ren_progress_line(done, total, seconds * G_USEC_PER_SEC, "a.txt");
    g_assert_cmpstr(line, ==, wanted);
}

static void
test_rate_and_rest_are_told_when_they_are_known(void)
{
    check(3, 40, 0.5, "3 of 40  a.txt");
    check(3, 40, 2, "3 of 40  1.5/s  25 s left  a.txt");
    check(40, 40, 20, "40 of 40  2.0/s  0 s left  a.txt");
    check(100, 3650, 5, "100 of 3650  20/s  2 min 58 s left  a.txt");
    check(10, 36510, 10, "10 of 36510  1.0/s  10 h 08 min left  a.txt");
    check(7, 0, 14, "7  0.5/s  a.txt");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/progress/rate-and-rest-are-told-when-they-are-known",
                    test_rate_and_rest_are_told_when_they_are_known);
    return g_test_run();
}
