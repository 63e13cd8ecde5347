/* The options that say how a picture of the network looks. */
#pragma once
#include "graph/picture.h"
#include "store/query.h"

/* The options as the command line gives them, and what they were found to mean. All is owned; cleared with
 * ren_picture_choice_clear(). */
typedef struct {
    char *title;
    char *source;
    char **gazetteers;
    int names;
    int dpi;
    RenWording *wording;
    char *first;
    char *last;
} RenPictureChoice;
void ren_picture_choice_init(RenPictureChoice *choice);
void ren_picture_choice_clear(RenPictureChoice *choice);

/* The entries of GOption for @choice, as many as REN_N_PICTURE_ENTRIES and an empty one, in @entries. */
#define REN_N_PICTURE_ENTRIES 5
void ren_picture_choice_entries(RenPictureChoice *choice, GOptionEntry entries[REN_N_PICTURE_ENTRIES + 1]);

/* Changes @graph to what a picture can show: the strongest nodes and ties, unless it says how many. Sets
 * @options, whose strings are borrowed from @choice, from it, the gazetteer and @store. FALSE with @error
 * set: REN_ERROR_USAGE, or where the gazetteer or the store cannot be read. */
gboolean ren_picture_choice_read(RenPictureChoice *choice, RenStore *store, RenGraphOptions *graph,
                                 RenPictureOptions *options, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RenPictureChoice, ren_picture_choice_clear)
