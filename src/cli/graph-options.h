/* The options that say what is in a network. */
#pragma once
#include "graph/graph.h"

/* The options as the command line gives them. Strings are owned; cleared with ren_graph_choice_clear(). */
typedef struct {
    char *kinds;
    char *links;
    char *weighting;
    char *since;
    char *until;
    char *ego;
    char *color;
    char *pinyin;
    double min_weight;
    double backbone;
    int min_articles;
    int max_per_article;
    int depth;
    int top;
    int strongest;
    int seed;
    gboolean largest;
} RenGraphChoice;
void ren_graph_choice_init(RenGraphChoice *choice);
void ren_graph_choice_clear(RenGraphChoice *choice);

/* The entries of GOption for @choice, as many as REN_N_GRAPH_ENTRIES and an empty one, in @entries. */
#define REN_N_GRAPH_ENTRIES 17
void ren_graph_choice_entries(RenGraphChoice *choice, GOptionEntry entries[REN_N_GRAPH_ENTRIES + 1]);

/* What @choice means; strings of @options are borrowed from it. FALSE with @error set to REN_ERROR_USAGE. The
 * ego is left as it is typed: the store knows its id. */
gboolean ren_graph_choice_read(const RenGraphChoice *choice, RenGraphOptions *options, GError **error);

/* The values that @option ("--weighting"; --through of `path` too) takes, NULL-terminated; NULL where it
 * takes anything. */
const char *const *ren_graph_choice_names(const char *option);

/* Sets in @kinds which of them the list @text names ("person,org"), which stood after @option. FALSE with
 * @error set to REN_ERROR_USAGE. */
gboolean ren_graph_choice_read_kinds(const char *option, const char *text, gboolean kinds[REN_N_KINDS],
                                     GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RenGraphChoice, ren_graph_choice_clear)
