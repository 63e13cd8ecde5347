/* renmai gazetteer learn: a table of the words that a folder of text uses and no table holds. */
#include <stdio.h>

#include "base/error.h"
#include "base/message.h"
#include "base/newfile.h"
#include "cli/command.h"
#include "cli/gazetteer-path.h"
#include "cli/input.h"
#include "cli/interrupt.h"
#include "cli/print.h"
#include "lexicon/learn.h"
#include "text/view.h"

/* Counts the clean text of the issue without its names. */
static gboolean
add_issue(const RenIssue *issue, gpointer data, G_GNUC_UNUSED GError **error)
{
    RenLearner *learner = data;
    g_autoptr(RenView) view = ren_view_new(issue->text, issue->len, NULL);
    gsize done = 0;
    for (guint i = 0; i < issue->articles->len; i++) {
        const RenArticle *article = issue->articles->pdata[i];
        for (guint m = 0; m < article->mentions->len; m++) {
            const RenMention *mention = article->mentions->pdata[m];
            gsize start = ren_view_find(view, mention->span.start);
            if (start > done)
                ren_learner_add(learner, view->text + done, start - done);
            done = MAX(done, ren_view_find(view, mention->span.end));
        }
    }
    ren_learner_add(learner, view->text + done, view->len - done);
    return TRUE;
}

static void
print_words(FILE *out, const GPtrArray *words, const RenLearner *learner, const RenLearnOptions *options,
            guint files)
{
    fprintf(out,
            "# Words found by `renmai gazetteer learn` in %u files of %" G_GUINT64_FORMAT
            " Chinese characters, names left out.\n"
            "# They stand there %u times or more, hold together (cohesion of %g bits or more) and stand in "
            "changing\n"
            "# company (freedom of %g bits or more). Counts may be too small by %u.\n"
            "# This list wants review: delete what is no word, part of a name, or of two words; correct the "
            "class where\n"
            "# a word is more than a `word`; then move the file into the folder words/ of a gazetteer of "
            "your own.\n"
            "word\tclass\tcanon\tattributes\tcount\tcohesion\tfreedom\n",
            files, ren_learner_get_characters(learner), options->least, options->cohesion, options->freedom,
            ren_learner_get_lost(learner));
    for (guint i = 0; i < words->len; i++) {
        const RenLearned *learned = words->pdata[i];
        fprintf(out, "%s\tword\t\tgrade=%u\t%u\t%.1f\t%.1f\n", learned->word, learned->grade, learned->count,
                learned->cohesion, learned->freedom);
    }
}

static gboolean
check_options(int least, double cohesion, double freedom, int strings, GError **error)
{
    const char *problem = least < 2        ? _("--least is 2 or more")
                          : cohesion < 0   ? _("--cohesion is 0 or more")
                          : freedom < 0    ? _("--freedom is 0 or more")
                          : strings < 1000 ? _("--strings is 1000 or more")
                                           : NULL;
    if (problem != NULL)
        g_set_error(error, REN_ERROR, REN_ERROR_USAGE,
                    _("%s\nusage: renmai gazetteer learn [OPTION...] PATH..."), problem);
    return problem == NULL;
}

static gboolean
write_words(const RenLearner *learner, const RenLearnOptions *options, guint files, RenNewFile *file,
            GError **error)
{
    g_autoptr(GPtrArray) words = ren_learner_find(learner);
    if (file == NULL) {
        print_words(stdout, words, learner, options, files);
        return ren_print_flush(error);
    }
    FILE *out = ren_new_file_open(file, error);
    if (out == NULL)
        return FALSE;
    print_words(out, words, learner, options, files);
    if (!ren_new_file_close(file, error) || ren_interrupt_asked(error) || !ren_new_file_commit(file, error))
        return FALSE;
    printf(_("wrote %s: %u words, to be reviewed\n"), ren_new_file_get_path(file), words->len);
    return ren_print_flush(error);
}

gboolean
ren_gazetteer_learn(int argc, char **argv, GError **error)
{
    g_auto(GStrv) gazetteers = NULL;
    g_auto(GStrv) paths = NULL;
    g_autofree char *output = NULL;
    RenLearnOptions options = REN_LEARN_DEFAULTS;
    int least = options.least, strings = options.strings;
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
         N_("The table to write (default: standard output)"), "FILE"},
        {"gazetteer", 'g', 0, G_OPTION_ARG_FILENAME_ARRAY, &gazetteers,
         N_("Lay this gazetteer over the shipped one: its words are known too"), "DIR"},
        {"least", 0, 0, G_OPTION_ARG_INT, &least, N_("How often a word stands there at least (default: 5)"),
         "N"},
        {"cohesion", 0, 0, G_OPTION_ARG_DOUBLE, &options.cohesion,
         N_("How fast its parts hold together, in bits (default: 5)"), "BITS"},
        {"freedom", 0, 0, G_OPTION_ARG_DOUBLE, &options.freedom,
         N_("How much what stands around it varies, in bits (default: 1.5)"), "BITS"},
        {"strings", 0, 0, G_OPTION_ARG_INT, &strings,
         N_("How many strings are counted at once: 6000000 take 200 MB (default)"), "N"},
        {NULL},
    };
    if (!ren_command_parse(
            argc, argv, entries, "PATH...",
            N_("Finds words of two to six characters that the text uses and no table holds, and writes\n"
               "them as a table of the form of gazetteer/words/, to be reviewed."),
            N_("PATH is a file or a folder. Names of persons, places, organisations and companies are\n"
               "left out. More bits or a higher N give fewer and surer words."),
            1, G_MAXUINT, &paths, error) ||
        !check_options(least, options.cohesion, options.freedom, strings, error))
        return FALSE;
    options.least = least;
    options.strings = strings;
    ren_interrupt_hold();
    g_autoptr(RenNewFile) file = output != NULL ? ren_new_file_create(output, error) : NULL;
    if (output != NULL && file == NULL)
        return FALSE;
    g_auto(GStrv) dirs = ren_gazetteer_dirs(gazetteers, error);
    g_autoptr(RenLexicon) lexicon = dirs != NULL ? ren_lexicon_new((const char *const *)dirs, error) : NULL;
    g_autoptr(RenLearner) learner = lexicon != NULL ? ren_learner_new(lexicon, &options, error) : NULL;
    if (learner == NULL)
        return FALSE;
    RenInputOptions input = {.paths = paths, .progress = TRUE};
    RenInputCount count;
    g_autoptr(RenPipeline) pipeline = ren_input_load(gazetteers, error);
    if (pipeline == NULL || !ren_input_run(pipeline, &input, add_issue, learner, &count, error) ||
        !write_words(learner, &options, count.issues, file, error))
        return FALSE;
    if (count.left_out == 0)
        return TRUE;
    /* Each file that was left out has been told. */
    g_set_error_literal(error, REN_ERROR, REN_ERROR_PARTIAL, "");
    return FALSE;
}
