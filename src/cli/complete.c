#include "cli/complete.h"

#include <stdio.h>
#include <string.h>

#include "base/kind.h"
#include "cli/graph-options.h"
#include "cli/output.h"
#include "cli/table.h"
#include "store/catalogue.h"
#include "store/completion.h"
#include "store/review.h"

/* What an argument can be, by the letters that its name begins with. Others are numbers, days and texts. */
static const struct {
    const char *name;
    enum { NAMES, ISSUES, PATHS } what;
    const char *kinds; /* of names */
} arguments[] = {
    {"NAME", NAMES, "person org company place"},
    {"A", NAMES, "person org company place"},
    {"B", NAMES, "person org company place"},
    {"PERSON", NAMES, "person"},
    {"ORG", NAMES, "org company"},
    {"PLACE", NAMES, "place"},
    {"DOC", ISSUES, NULL},
    {"DIR", PATHS, NULL},
    {"FILE", PATHS, NULL},
    {"FOLDER", PATHS, NULL},
    {"PATH", PATHS, NULL},
    {"GOLD", PATHS, NULL},
};

/* The words in front of the last, and what it is part of. */
typedef struct {
    const char *command;
    const GOptionEntry *entries;
    GPtrArray *given;             /* of char *, borrowed: the arguments that are no options */
    const char *output;           /* borrowed; the folder after -o, or NULL */
    const GOptionEntry *awaiting; /* the option whose value comes next, or NULL */
    gboolean no_options;          /* -- has ended them */
} Line;

void
ren_complete_offer(const char *candidate, const char *typed)
{
    if (g_str_has_prefix(candidate, typed))
        puts(candidate);
}

/* @word without the shell's quotes and ~. The last one may have but the first of two quotes. Owned by the
 * caller.
 */
static char *
unquote(const char *word)
{
    if (g_str_has_prefix(word, "~/"))
        return g_build_filename(g_get_home_dir(), word + 2, NULL);
    char *plain = g_shell_unquote(word, NULL);
    return plain != NULL ? plain : g_strdup(word + (*word == '"' || *word == '\''));
}

/* The option that @word is, or, of letters, ends with; sets @value to what stands in the same word, or NULL.
 */
static const GOptionEntry *
find_option(const GOptionEntry *entries, const char *word, const char **value)
{
    *value = NULL;
    if (g_str_has_prefix(word, "--")) {
        gsize length = strcspn(word + 2, "=");
        for (; entries->long_name != NULL; entries++) {
            if (strlen(entries->long_name) != length || strncmp(entries->long_name, word + 2, length) != 0)
                continue;
            *value = word[2 + length] == '=' ? word + 2 + length + 1 : NULL;
            return entries;
        }
        return NULL;
    }
    for (const char *letter = word + 1; *letter != '\0'; letter++) {
        for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++) {
            if (entry->short_name != *letter || entry->arg == G_OPTION_ARG_NONE)
                continue;
            *value = letter[1] != '\0' ? letter + 1 : NULL;
            return entry;
        }
    }
    return NULL;
}

static void
take_value(Line *line, const GOptionEntry *entry, const char *value)
{
    /* `graph` takes files there, too. */
    if (g_str_equal(entry->long_name, "output") && !g_file_test(value, G_FILE_TEST_IS_REGULAR))
        line->output = value;
}

static void
take_word(Line *line, const char *word)
{
    const GOptionEntry *awaiting = g_steal_pointer(&line->awaiting);
    if (awaiting != NULL) {
        take_value(line, awaiting, word);
    } else if (line->no_options || word[0] != '-' || word[1] == '\0') {
        g_ptr_array_add(line->given, (char *)word);
    } else if (g_str_equal(word, "--")) {
        line->no_options = TRUE;
    } else {
        const char *value;
        const GOptionEntry *entry = find_option(line->entries, word, &value);
        if (entry != NULL && value != NULL)
            take_value(line, entry, value);
        else if (entry != NULL && entry->arg != G_OPTION_ARG_NONE)
            line->awaiting = entry;
    }
}

/* Prints @cells, which may be NULL, each where it begins with @typed. */
static void
offer_all(const GPtrArray *cells, const char *typed)
{
    for (guint i = 0; cells != NULL && i < cells->len; i++)
        ren_complete_offer(cells->pdata[i], typed);
}

static void
offer_names(RenStore *store, const char *kinds, const char *before, const char *typed)
{
    g_autoptr(GPtrArray) names = ren_completion_names(store, typed, kinds, NULL);
    for (guint i = 0; names != NULL && i < names->len; i += 2) {
        const char *pinyin = names->pdata[i + 1];
        printf("%s%s", before, (const char *)names->pdata[i]);
        if (pinyin != NULL)
            printf("\t%s%s", before, pinyin);
        putchar('\n');
    }
}

/* Prints issues, and the articles where only one can be meant. */
static void
offer_articles(RenStore *store, const char *typed)
{
    g_autoptr(GPtrArray) issues = ren_completion_issues(store, typed, NULL);
    const char *hash = strrchr(typed, '#');
    g_autofree char *doc = hash != NULL                         ? g_strndup(typed, hash - typed)
                           : issues != NULL && issues->len == 1 ? g_strdup(issues->pdata[0])
                                                                : NULL;
    g_autoptr(GPtrArray) articles = doc == NULL ? NULL : ren_completion_articles(store, doc, NULL);
    offer_all(issues, typed);
    offer_all(articles, typed);
}

/* Prints what an argument called @name can be, which stands behind @before in its word. FALSE where that is a
 * path. */
static gboolean
offer_argument(const Line *line, const char *name, const char *before, const char *typed)
{
    g_autofree char *letters = g_strndup(name, strspn(name, G_CSET_A_2_Z));
    guint i = 0;
    while (i < G_N_ELEMENTS(arguments) && !g_str_equal(arguments[i].name, letters))
        i++;
    if (i == G_N_ELEMENTS(arguments))
        return TRUE;
    if (arguments[i].what == PATHS)
        return FALSE;
    g_autoptr(RenStore) store = g_utf8_validate(typed, -1, NULL) ? ren_output_open(line->output, NULL) : NULL;
    if (store == NULL)
        return TRUE;
    if (arguments[i].what == NAMES) {
        offer_names(store, arguments[i].kinds, before, typed);
    } else if (strchr(name, '#') != NULL) {
        offer_articles(store, typed);
    } else {
        g_autoptr(GPtrArray) issues = ren_completion_issues(store, typed, NULL);
        for (guint k = 0; issues != NULL && k < issues->len; k++)
            printf("%s%s\n", before, (char *)issues->pdata[k]);
    }
    return TRUE;
}

/* The values that @option takes on @line. Owned by the caller; NULL where they are not fixed. */
static char **
values_of(const Line *line, const char *option)
{
    static const struct {
        const char *command;
        const char *option;
        const char *values;
    } few[] = {
        {"gazetteer import", "format", "divisions"},
        {"graph", "gexf-version", "1.2, 1.3"},
        {"list", "role", "official, other, reporter"},
        {"search", "sort", "best, date"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(few); i++)
        if (g_str_equal(few[i].command, line->command) && g_str_equal(few[i].option, option))
            return g_strsplit(few[i].values, ", ", -1);
    if (g_str_equal(option, "format"))
        return g_str_equal(line->command, "graph") ? g_strsplit(ren_format_list(), ", ", -1)
                                                   : g_strdupv((char **)ren_table_format_names());
    if (g_str_equal(option, "kind")) {
        g_autoptr(GStrvBuilder) kinds = g_strv_builder_new();
        for (RenReviewKind kind = 0; kind < REN_N_REVIEWS; kind++)
            g_strv_builder_add(kinds, ren_review_kind_name(kind));
        return g_strv_builder_end(kinds);
    }
    if (g_str_equal(option, "sort")) {
        RenList list = REN_LIST_PERSONS;
        if (line->given->len > 0 && !ren_list_parse(line->given->pdata[0], &list))
            return NULL;
        return g_strdupv((char **)ren_catalogue_sorts(list));
    }
    g_autofree char *dashed = g_strdup_printf("--%s", option);
    return g_strdupv((char **)ren_graph_choice_names(dashed));
}

/* Prints what the value of @entry can be, which stands behind @before in its word. FALSE where that is a
 * path. */
static gboolean
offer_value(const Line *line, const GOptionEntry *entry, const char *before, const char *typed)
{
    g_auto(GStrv) values = values_of(line, entry->long_name);
    if (values == NULL)
        return entry->arg_description == NULL || offer_argument(line, entry->arg_description, before, typed);
    const char *comma = g_str_has_suffix(entry->arg_description, ",...") ? strrchr(typed, ',') : NULL;
    gsize ready = comma != NULL ? comma + 1 - typed : 0;
    g_auto(GStrv) taken = g_strsplit(typed, ",", -1);
    for (guint i = 0; values[i] != NULL; i++)
        if (g_str_has_prefix(values[i], typed + ready) &&
            (ready == 0 || !g_strv_contains((const char *const *)taken, values[i])))
            printf("%s%.*s%s\n", before, (int)ready, typed, values[i]);
    return TRUE;
}

/* Whether @word is one of the words that @name ("same", "persons|orgs") stands for; TRUE where it stands for
 * anything ("NAME"). */
static gboolean
fits(const char *name, const char *word)
{
    g_auto(GStrv) words = g_strsplit(name, "|", -1);
    return !g_ascii_islower(*name) || g_strv_contains((const char *const *)words, word);
}

/* Prints what the next argument can be by @usage, which may hold several ways: "same A B | ignore A". FALSE
 * where that is a path. */
static gboolean
offer_next(const Line *line, const char *usage, const char *typed)
{
    gboolean done = TRUE;
    if (g_str_has_prefix(usage, "[--")) /* "[--ablate GOLD.json...]" */
        usage = strchr(usage, ' ') + 1;
    g_auto(GStrv) ways = g_strsplit(usage, " | ", -1);
    for (guint w = 0; ways[w] != NULL; w++) {
        g_auto(GStrv) names = g_strsplit(ways[w], " ", -1);
        guint n = g_strv_length(names), i = 0;
        while (i < MIN(n, line->given->len) && fits(names[i], line->given->pdata[i]))
            i++;
        if (n > 0 && i == n && strstr(names[n - 1], "...") != NULL)
            i--;
        else if (i == n || i < line->given->len)
            continue;
        const char *name = names[i] + strspn(names[i], "[");
        if (g_ascii_islower(*name)) {
            g_auto(GStrv) words = g_strsplit(name, "|", -1);
            for (guint k = 0; words[k] != NULL; k++)
                ren_complete_offer(words[k], typed);
        } else {
            done = offer_argument(line, name, "", typed);
        }
    }
    return done;
}

static void
offer_options(const GOptionEntry *entries, const char *typed)
{
    for (; entries->long_name != NULL; entries++) {
        g_autofree char *option = g_strdup_printf("--%s", entries->long_name);
        ren_complete_offer(option, typed);
    }
    ren_complete_offer("--help", typed);
}

gboolean
ren_complete(const char *command, const GOptionEntry *entries, const char *usage, char **words)
{
    g_autoptr(GPtrArray) given = g_ptr_array_new();
    Line line = {.command = command, .entries = entries, .given = given};
    guint last = g_strv_length(words) - 1;
    g_autoptr(GPtrArray) plain = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i <= last; i++) {
        g_ptr_array_add(plain, unquote(words[i]));
        if (i < last)
            take_word(&line, plain->pdata[i]);
    }
    const char *typed = plain->pdata[last], *value;
    if (line.awaiting != NULL)
        return offer_value(&line, line.awaiting, "", typed);
    if (line.no_options || *typed != '-')
        return offer_next(&line, usage, typed);
    const GOptionEntry *entry = find_option(entries, typed, &value);
    if (entry == NULL || value == NULL) {
        offer_options(entries, typed);
        return TRUE;
    }
    g_autofree char *before = g_strndup(typed, value - typed);
    return offer_value(&line, entry, before, value);
}
