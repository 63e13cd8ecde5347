#include "cli/graph-options.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "cli/filter-options.h"

/* None is given. */
#define NO_DEPTH G_MININT

void
ren_graph_choice_init(RenGraphChoice *choice)
{
    RenGraphOptions usual;
    ren_graph_options_init(&usual);
    *choice = (RenGraphChoice){.depth = NO_DEPTH, .seed = usual.seed};
}

void
ren_graph_choice_clear(RenGraphChoice *choice)
{
    g_free(choice->kinds);
    g_free(choice->links);
    g_free(choice->weighting);
    g_free(choice->since);
    g_free(choice->until);
    g_free(choice->ego);
    g_free(choice->color);
    g_free(choice->pinyin);
}

void
ren_graph_choice_entries(RenGraphChoice *c, GOptionEntry entries[REN_N_GRAPH_ENTRIES + 1])
{
    const GOptionEntry all[REN_N_GRAPH_ENTRIES + 1] = {
        {"kinds", 0, 0, G_OPTION_ARG_FILENAME, &c->kinds, N_("Only these: person,org,company,place"),
         "KIND,..."},
        {"links", 0, 0, G_OPTION_ARG_FILENAME, &c->links,
         N_("Which ties: co-mention,post,part-of,located-in (default: co-mention)"), "LINK,..."},
        {"since", 0, 0, G_OPTION_ARG_FILENAME, &c->since,
         N_("From this day on, as 2024-06-20, 2024-06 or 2024"), "DATE"},
        {"until", 0, 0, G_OPTION_ARG_FILENAME, &c->until, N_("Up to this day"), "DATE"},
        {"min-weight", 0, 0, G_OPTION_ARG_DOUBLE, &c->min_weight,
         N_("Only co-mentions of this weight and up"), "N"},
        {"min-articles", 0, 0, G_OPTION_ARG_INT, &c->min_articles, N_("Only nodes in so many articles"), "N"},
        {"max-per-article", 0, 0, G_OPTION_ARG_INT, &c->max_per_article,
         N_("Without articles that name more than N (lists of winners)"), "N"},
        {"weighting", 0, 0, G_OPTION_ARG_FILENAME, &c->weighting,
         N_("count (articles), newman (long lists count less) or npmi (more than by chance)"), "HOW"},
        {"backbone", 0, 0, G_OPTION_ARG_DOUBLE, &c->backbone,
         N_("Only ties that are no chance at this level, as 0.05 (disparity filter)"), "ALPHA"},
        {"ego", 0, 0, G_OPTION_ARG_FILENAME, &c->ego, N_("Only what is around NAME"), "NAME"},
        {"depth", 0, 0, G_OPTION_ARG_INT, &c->depth, N_("How many steps around (default: 1)"), "N"},
        {"top", 0, 0, G_OPTION_ARG_INT, &c->top, N_("Only the N whose ties weigh most"), "N"},
        {"strongest", 0, 0, G_OPTION_ARG_INT, &c->strongest,
         N_("Only ties that are among the N strongest of one of their ends"), "N"},
        {"largest", 0, 0, G_OPTION_ARG_NONE, &c->largest, N_("Only the largest connected part"), NULL},
        {"color-by", 0, 0, G_OPTION_ARG_FILENAME, &c->color, N_("kind or community (default: kind)"), "WHAT"},
        {"pinyin", 0, 0, G_OPTION_ARG_FILENAME, &c->pinyin,
         N_("Names in Latin letters: attribute, or label to show them"), "WHERE"},
        {"seed", 0, 0, G_OPTION_ARG_INT, &c->seed,
         N_("Of communities and layout: another number, another picture"), "N"},
        {NULL},
    };
    memcpy(entries, all, sizeof(all));
}

static gboolean
fail(GError **error, const char *option, const char *value, const char *expected)
{
    g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("%s '%s': expected %s"), option, value, expected);
    return FALSE;
}

/* What options with fixed values take, in the order of their enums. */
static const struct {
    const char *option;
    const char *names[5]; /* NULL-terminated */
    const char *expected; /* the same, for people */
} choices[] = {
    {"--kinds", {"person", "org", "company", "place"}, N_("person, org, company or place")},
    {"--through", {"person", "org", "company", "place"}, N_("person, org, company or place")},
    {"--links",
     {"co-mention", "post", "part-of", "located-in"},
     N_("co-mention, post, part-of or located-in")},
    {"--weighting", {"count", "newman", "npmi"}, N_("count, newman or npmi")},
    {"--color-by", {"kind", "community"}, N_("kind or community")},
    {"--pinyin", {"none", "attribute", "label"}, N_("none, attribute or label")},
};

/* The row of @option in choices; as many as there are where it has none. */
static guint
find_choice(const char *option)
{
    guint i = 0;
    while (i < G_N_ELEMENTS(choices) && !g_str_equal(choices[i].option, option))
        i++;
    return i;
}

const char *const *
ren_graph_choice_names(const char *option)
{
    guint row = find_choice(option);
    return row < G_N_ELEMENTS(choices) ? choices[row].names : NULL;
}

/* Which of the names of @option @text is. */
static gboolean
read_one(const char *option, const char *text, guint *which, GError **error)
{
    guint row = find_choice(option);
    for (guint i = 0; choices[row].names[i] != NULL; i++) {
        if (g_str_equal(choices[row].names[i], text)) {
            *which = i;
            return TRUE;
        }
    }
    return fail(error, option, text, _(choices[row].expected));
}

/* Sets in @chosen, @n long, which of the names of @option the list @text holds. */
static gboolean
read_list(const char *option, const char *text, guint n, gboolean *chosen, GError **error)
{
    g_auto(GStrv) parts = g_strsplit(text, ",", -1);
    memset(chosen, 0, n * sizeof *chosen);
    gboolean any = FALSE;
    for (guint i = 0; parts[i] != NULL; i++) {
        guint k;
        if (!read_one(option, g_strstrip(parts[i]), &k, error))
            return FALSE;
        any = chosen[k] = TRUE;
    }
    return any || fail(error, option, text, choices[find_choice(option)].expected);
}

static gboolean
read_numbers(const RenGraphChoice *c, RenGraphOptions *options, GError **error)
{
    const struct {
        const char *option;
        double value;
    } numbers[] = {{"--min-weight", c->min_weight},
                   {"--min-articles", c->min_articles},
                   {"--max-per-article", c->max_per_article},
                   {"--top", c->top},
                   {"--strongest", c->strongest},
                   {"--depth", c->depth != NO_DEPTH ? c->depth : 0}};
    for (guint i = 0; i < G_N_ELEMENTS(numbers); i++) {
        if (numbers[i].value >= 0)
            continue;
        if (!isnan(numbers[i].value))
            g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("%s %g is below 0"), numbers[i].option,
                        numbers[i].value);
        else
            g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("%s: expected a number"), numbers[i].option);
        return FALSE;
    }
    if (!(c->backbone >= 0 && c->backbone < 1)) {
        g_set_error(error, REN_ERROR, REN_ERROR_USAGE,
                    _("--backbone %g: expected a level between 0 and 1, as 0.05"), c->backbone);
        return FALSE;
    }
    if (c->depth != NO_DEPTH && c->ego == NULL) {
        g_set_error(error, REN_ERROR, REN_ERROR_USAGE,
                    _("--depth %d: give --ego too, around whom so many steps are to be taken"), c->depth);
        return FALSE;
    }
    options->min_weight = c->min_weight;
    options->min_articles = c->min_articles;
    options->window.max_per_article = c->max_per_article;
    options->backbone = c->backbone;
    if (c->depth != NO_DEPTH)
        options->depth = c->depth;
    options->top = c->top;
    options->strongest = c->strongest;
    options->largest = c->largest;
    options->seed = c->seed;
    return TRUE;
}

gboolean
ren_graph_choice_read_kinds(const char *option, const char *text, gboolean kinds[REN_N_KINDS], GError **error)
{
    return read_list(option, text, REN_N_KINDS, kinds, error);
}

gboolean
ren_graph_choice_read(const RenGraphChoice *c, RenGraphOptions *options, GError **error)
{
    ren_graph_options_init(options);
    guint weighting = options->weighting, color = 0, pinyin = options->pinyin;
    if ((c->kinds != NULL &&
         !ren_graph_choice_read_kinds("--kinds", c->kinds, options->window.kinds, error)) ||
        (c->links != NULL && !read_list("--links", c->links, REN_N_TIES, options->ties, error)) ||
        (c->weighting != NULL && !read_one("--weighting", c->weighting, &weighting, error)) ||
        (c->color != NULL && !read_one("--color-by", c->color, &color, error)) ||
        (c->pinyin != NULL && !read_one("--pinyin", c->pinyin, &pinyin, error)) ||
        (c->since != NULL && !ren_filter_check_date("--since", c->since, error)) ||
        (c->until != NULL && !ren_filter_check_date("--until", c->until, error)))
        return FALSE;
    options->weighting = weighting;
    options->by_community = color == 1;
    options->pinyin = pinyin;
    options->window.since = c->since;
    options->window.until = c->until;
    return read_numbers(c, options, error);
}
