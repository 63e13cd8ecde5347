#include "resolve/case.h"

#include <string.h>

RenCase *
ren_case_new(void)
{
    RenCase *one = g_new0(RenCase, 1);
    one->posts = g_array_new(FALSE, FALSE, sizeof(RenCasePost));
    one->companions = g_ptr_array_new();
    return one;
}

void
ren_case_free(RenCase *one)
{
    if (one == NULL)
        return;
    g_array_unref(one->posts);
    g_ptr_array_unref(one->companions);
    g_free(one->base);
    g_free(one->entity);
    g_free(one->called);
    g_free(one);
}

static int
compare_text(const char *a, const char *b)
{
    /* What has no date comes last. */
    return a == NULL || b == NULL ? (a == NULL) - (b == NULL) : strcmp(a, b);
}

int
ren_case_compare(gconstpointer x, gconstpointer y)
{
    const RenCase *a = *(RenCase *const *)x, *b = *(RenCase *const *)y;
    int order = compare_text(a->date, b->date);
    if (order == 0)
        order = strcmp(a->doc, b->doc);
    if (order == 0)
        order = g_strcmp0(a->home, b->home);
    if (order == 0)
        order = a->issue < b->issue ? -1 : a->issue > b->issue;
    if (order == 0)
        order = a->article < b->article ? -1 : a->article > b->article;
    return order != 0 ? order : a->person < b->person ? -1 : a->person > b->person;
}
