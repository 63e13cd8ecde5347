/* archive FILE ARTICLES: writes a store of so many synthetic articles, the same on every machine, through the
 * rooms that a build uses behind the reading. Names are drawn as in a county's paper: few are printed often,
 * most rarely. Prints the names that answers.py asks for. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/record.h"
#include "store/store.h"
#include "text/pinyin.h"

#define ARTICLES_PER_ISSUE 50
#define SENTENCES 12
#define WORDS 22 /* of a sentence, names aside; each of two characters */
#define MENTIONS 10
#define POSITIONS 3
#define SURNAMES 100
#define VOCABULARY 6000

static const struct {
    RenKind kind;
    guint n;      /* of that kind */
    guint length; /* of a name */
    guint share;  /* of ten mentions */
} kinds[] = {
    {REN_PERSON, 40000, 3, 6}, {REN_ORG, 8000, 6, 2}, {REN_COMPANY, 3000, 8, 1}, {REN_PLACE, 2000, 4, 1}};

/* Appends one of the first @n of our characters. */
static void
append_char(GString *text, guint which)
{
    g_string_append_unichar(text, 0x4e00 + which * 7);
}

/* The name of entity @i of @kind: what differs stands at its end. Owned by the caller. */
static char *
name_of(guint kind, guint i)
{
    GString *name = g_string_new(NULL);
    append_char(name, kind * SURNAMES + i % SURNAMES);
    for (guint c = kinds[kind].length - 1; c > 2; c--)
        append_char(name, 600 + c);
    append_char(name, 700 + i / SURNAMES % 40);
    append_char(name, 800 + i / SURNAMES / 40 * 17 % 1000 + i % 7);
    return g_string_free(name, FALSE);
}

/* A number below @n, small ones more often: by Zipf's law with a flat head. */
static guint
draw(GRand *random, guint n)
{
    double flat = 20;
    return MIN(n - 1, (guint)(flat * (pow((n + flat) / flat, g_rand_double(random)) - 1)));
}

/* Appends the name of some entity to @text and to @article as a mention. */
static void
add_mention(GRand *random, GString *text, RenArticle *article, guint sentence)
{
    guint kind = 0, tenth = g_rand_int_range(random, 0, 10);
    while (tenth >= kinds[kind].share)
        tenth -= kinds[kind++].share;
    guint i = draw(random, kinds[kind].n);
    RenMention *mention = ren_mention_new();
    mention->kind = kinds[kind].kind;
    mention->role = mention->kind == REN_PERSON ? REN_ROLE_OFFICIAL : REN_ROLE_NONE;
    mention->sentence = sentence;
    mention->name = name_of(kind, i);
    mention->text = g_strdup(mention->name);
    mention->entity = g_strdup_printf("%s:%s", ren_kind_name(mention->kind), mention->name);
    mention->rule = g_strdup("bench");
    mention->span.start = text->len;
    g_string_append(text, mention->name);
    mention->span.end = text->len;
    g_ptr_array_add(article->mentions, mention);
}

static void
add_positions(GRand *random, RenArticle *article)
{
    guint added = 0;
    for (guint i = 0; i < article->mentions->len && added < POSITIONS; i++) {
        const RenMention *person = article->mentions->pdata[i];
        if (person->kind != REN_PERSON)
            continue;
        g_autofree char *body = name_of(1, draw(random, kinds[1].n));
        RenPosition *position = ren_position_new();
        GString *title = g_string_new(NULL);
        append_char(title, 900 + g_rand_int_range(random, 0, 40));
        position->mention = i;
        position->title = g_strconcat(body, title->str, NULL);
        position->post = g_string_free(title, FALSE);
        position->org = g_strdup(body);
        position->org_entity = g_strconcat("org:", body, NULL);
        position->rule = g_strdup("bench");
        g_ptr_array_add(article->positions, position);
        added++;
    }
}

static void
add_article(GRand *random, GString *text, RenIssue *issue)
{
    RenArticle *article = ren_article_new();
    article->index = issue->articles->len;
    article->date = g_strdup(issue->date);
    article->span.start = text->len;
    for (guint s = 0; s < SENTENCES; s++) {
        RenSpan sentence = {text->len, 0};
        guint names = MENTIONS / SENTENCES + (s < MENTIONS % SENTENCES);
        for (guint w = 0; w < WORDS; w++) {
            guint word = draw(random, VOCABULARY);
            append_char(text, word % 1250);
            append_char(text, 1250 + word * 31 % 1250);
            if (w % 10 == 3 && names > 0) {
                add_mention(random, text, article, s);
                names--;
            }
        }
        g_string_append(text, s == 0 ? "\n" : "。");
        sentence.end = text->len;
        g_array_append_val(article->sentences, sentence);
        if (s == 0)
            article->title = g_strndup(text->str + sentence.start, sentence.end - sentence.start - 1);
    }
    article->span.end = text->len;
    add_positions(random, article);
    g_ptr_array_add(issue->articles, article);
}

/* Issue @i, of the @i-th day. */
static RenIssue *
make_issue(GRand *random, guint i)
{
    RenIssue *issue = ren_issue_new();
    GString *text = g_string_new(NULL);
    g_autoptr(GDateTime) first = g_date_time_new_utc(2015, 1, 1, 0, 0, 0);
    g_autoptr(GDateTime) day = g_date_time_add_days(first, i);
    issue->date = g_date_time_format(day, "%Y-%m-%d");
    issue->date_source = REN_DATE_NAME;
    issue->doc = g_strconcat(issue->date, ".txt", NULL);
    issue->encoding = g_strdup("UTF-8");
    for (guint a = 0; a < ARTICLES_PER_ISSUE; a++)
        add_article(random, text, issue);
    issue->len = text->len;
    issue->text = g_string_free(text, FALSE);
    return issue;
}

int
main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    if (argc != 3) {
        fputs("usage: archive FILE ARTICLES\n", stderr);
        return 2;
    }
    remove(argv[1]);
    g_autoptr(RenStore) store = ren_store_create(argv[1], &error);
    g_autoptr(GRand) random = g_rand_new_with_seed(1);
    gint64 start = g_get_monotonic_time();
    for (guint i = 0; store != NULL && error == NULL && i < (guint)atoi(argv[2]) / ARTICLES_PER_ISSUE; i++) {
        g_autoptr(RenIssue) issue = make_issue(random, i);
        ren_store_add_issue(store, issue, &error);
    }
    gint64 added = g_get_monotonic_time();
    if (error == NULL && store != NULL)
        ren_store_finish(store, NULL, NULL, &error);
    if (error != NULL) {
        fprintf(stderr, "archive: %s\n", error->message);
        return 1;
    }
    fprintf(stderr, "%s articles: added in %.0f s, finished in %.0f s\n", argv[2], (added - start) / 1e6,
            (g_get_monotonic_time() - added) / 1e6);
    g_autofree char *often = name_of(0, 0), *middle = name_of(0, 400), *rarely = name_of(0, 20000);
    g_autofree char *body = name_of(1, 0), *place = name_of(3, 0);
    g_autoptr(RenPinyinReader) reader = ren_pinyin_reader_new();
    g_autofree char *pinyin = ren_pinyin_typed(reader, middle);
    printf("%s\n%s\n%s\n%s\n%s\n%s\n", often, middle, rarely, body, place, pinyin);
    return 0;
}
