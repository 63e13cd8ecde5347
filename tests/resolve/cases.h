/* Cases made by hand, for the tests of who is one person. All persons, firms and bodies are invented. */
#pragma once
#include <glib/gstdio.h>
#include <string.h>

#include "resolve/identity.h"

#define NAME "乔若澜"
#define JIANGJIN "重庆市江津区"
#define YONGCHUAN "重庆市永川区"

/* The shipped gazetteer; main() loads it. */
static RenLexicon *shipped;

typedef struct {
    char *dir;         /* owned; the user's folder */
    RenLexicon *small; /* owned; or NULL: the shipped one */
    RenDecisions *decisions;
    RenIdentity *identity;
    GPtrArray *cases;    /* owned; of RenCase */
    GPtrArray *problems; /* owned; of char * */
} Fixture;

static inline void
set_up(Fixture *f, gconstpointer data)
{
    (void)data;
    *f = (Fixture){.dir = g_dir_make_tmp("renmai-test-XXXXXX", NULL),
                   .cases = g_ptr_array_new_with_free_func((GDestroyNotify)ren_case_free),
                   .problems = g_ptr_array_new_with_free_func(g_free)};
}

static inline void
remove_below(const char *path)
{
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *child = g_build_filename(path, name, NULL);
        remove_below(child);
        g_remove(child);
    }
}

static inline void
tear_down(Fixture *f, gconstpointer data)
{
    (void)data;
    ren_identity_free(f->identity);
    ren_decisions_free(f->decisions);
    ren_lexicon_free(f->small);
    g_ptr_array_unref(f->cases);
    g_ptr_array_unref(f->problems);
    remove_below(f->dir);
    g_rmdir(f->dir);
    g_free(f->dir);
}

static inline void
put(Fixture *f, const char *file, const char *head, const char *rows)
{
    g_autofree char *path = g_build_filename(f->dir, file, NULL);
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *text = g_strconcat(head, rows, NULL);
    g_mkdir_with_parents(folder, 0700);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static inline void
decide(Fixture *f, const char *file, const char *rows)
{
    put(f, file, g_str_equal(file, "ignore.tsv") ? "entity\n" : "a\tb\n", rows);
}

static inline RenIdentity *
identity_of(Fixture *f)
{
    g_autoptr(GError) error = NULL;
    const char *dirs[] = {f->dir, NULL};
    if (f->identity != NULL)
        return f->identity;
    f->decisions = ren_decisions_new(dirs, &error);
    g_assert_no_error(error);
    f->identity = ren_identity_new(f->small != NULL ? f->small : shipped, f->decisions, &error);
    g_assert_no_error(error);
    return f->identity;
}

static inline void
resolve(Fixture *f)
{
    ren_identity_resolve(identity_of(f), f->cases, f->problems);
}

static inline RenCase *
add_case(Fixture *f, const char *doc, guint article, const char *home, const char *date)
{
    RenCase *one = ren_case_new();
    one->name = NAME;
    one->doc = doc;
    one->article = article;
    one->person = f->cases->len;
    one->home = home;
    one->date = date;
    g_ptr_array_add(f->cases, one);
    return one;
}

static inline void
add_post_of(RenCase *one, const char *title, const char *org, const char *region, RenTense tense)
{
    RenCasePost post = {title, org, region, tense};
    g_array_append_val(one->posts, post);
}

/* A case with one post. */
static inline RenCase *
add_holder(Fixture *f, const char *doc, const char *home, const char *date, const char *title,
           const char *org, const char *region)
{
    RenCase *one = add_case(f, doc, 0, home, date);
    add_post_of(one, title, org, region, REN_TENSE_HELD);
    return one;
}

static inline void
assert_one(const RenCase *a, const RenCase *b)
{
    g_assert_nonnull(a->entity);
    g_assert_cmpstr(a->entity, ==, b->entity);
}

static inline void
assert_two(const RenCase *a, const RenCase *b)
{
    g_assert_nonnull(a->entity);
    g_assert_cmpstr(a->entity, !=, b->entity);
}
