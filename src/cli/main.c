/* The program: picks the command, prints errors, chooses the exit status. All else is in the library. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "cli/command.h"
#include "cli/complete.h"
#include "cli/pager.h"

enum { DONE = 0, FAILED = 1, MISUSED = 2 };

typedef struct {
    const char *name;
    gboolean (*run)(int argc, char **argv, GError **error);
    const char *summary;
} Command;

static const Command commands[] = {
    {"build", ren_cmd_build, N_("read issues, write the network and its database")},
    {"status", ren_cmd_status, N_("say what has changed since the last build")},
    {"check", ren_cmd_check, N_("verify the database of a build")},
    {"who", ren_cmd_who, N_("list who appears with somebody")},
    {"mentions", ren_cmd_mentions, N_("follow a name through the issues")},
    {"career", ren_cmd_career, N_("list the posts of somebody, or of a body, over time")},
    {"why", ren_cmd_why, N_("show what ties two names, sentence by sentence")},
    {"path", ren_cmd_path, N_("show how two names are connected")},
    {"search", ren_cmd_search, N_("find the articles that hold words")},
    {"show", ren_cmd_show, N_("print an article with its names marked, and who is in it")},
    {"list", ren_cmd_list, N_("list persons, orgs, companies, places, issues or articles")},
    {"stats", ren_cmd_stats, N_("tell how much is in the archive")},
    {"review", ren_cmd_review, N_("list what is worth a human look")},
    {"decide", ren_cmd_decide, N_("say that two names are the same, or different, or that one is none")},
    {"graph", ren_cmd_graph, N_("write the network of an earlier build again")},
    {"extract", ren_cmd_extract, N_("print what is found as JSON lines")},
    {"explain", ren_cmd_explain, N_("show why each name and post was found")},
    {"score", ren_cmd_score, N_("measure the reading of issues that you have annotated")},
    {"gazetteer", ren_cmd_gazetteer, N_("check, learn and import words and places")},
};

static const Command *
find_command(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
        if (g_str_equal(commands[i].name, name))
            return &commands[i];
    return NULL;
}

static void
print_help(void)
{
    puts(_("usage: renmai COMMAND [OPTION...] [ARGUMENT...]\n\n"
           "Reads local Chinese newspapers, finds the persons, organisations, companies and places\n"
           "in them, and shows who appears with whom.\n\nCommands:"));
    for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
        printf("  %-10s %s\n", commands[i].name, _(commands[i].summary));
    puts(_("  help       explain a command: renmai help build\n\n"
           "A first try:\n"
           "  renmai build -o output FOLDER      (then open output/network.graphml in Gephi)\n"
           "  renmai who NAME\n\n"
           "`renmai --version` prints the version."));
}

/* Letters to add, drop or change to make @a of @b. */
static guint
distance(const char *a, const char *b)
{
    guint n = strlen(b);
    g_autofree guint *row = g_new(guint, n + 1);
    for (guint j = 0; j <= n; j++)
        row[j] = j;
    for (guint i = 1; a[i - 1] != '\0'; i++) {
        guint corner = row[0];
        row[0] = i;
        for (guint j = 1; j <= n; j++) {
            guint change = corner + (a[i - 1] != b[j - 1]);
            corner = row[j];
            row[j] = MIN(change, MIN(row[j], row[j - 1]) + 1);
        }
    }
    return row[n];
}

static gboolean
unknown_command(const char *name, GError **error)
{
    const char *nearest = NULL;
    guint best = 4; /* farther than that is no slip of the finger */
    for (guint i = 0; i < G_N_ELEMENTS(commands); i++) {
        guint d = strlen(name) < 64 ? distance(name, commands[i].name) : best;
        if (d < best || (*name != '\0' && g_str_has_prefix(commands[i].name, name))) {
            best = MIN(d, best);
            nearest = commands[i].name;
        }
    }
    if (nearest != NULL)
        g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("no command '%s': did you mean `renmai %s`?"), name,
                    nearest);
    else
        g_set_error(error, REN_ERROR, REN_ERROR_USAGE, _("no command '%s': `renmai help` lists them"), name);
    return FALSE;
}

/* `complete -- WORD...`, which the scripts in src/completion ask: prints what the last of the words after
 * "renmai" can become. Fails silently where that is the name of a file, which shells know better. */
static gboolean
complete(int argc, char **argv, GError **error)
{
    if (argc < 3 || !g_str_equal(argv[1], "--")) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_USAGE,
                            _("the last word is missing\nusage: renmai complete -- WORD..."));
        return FALSE;
    }
    const char *name = argv[2];
    gboolean help = g_str_equal(name, "help");
    if (argc == 3 || (help && argc == 4)) {
        for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
            ren_complete_offer(commands[i].name, argv[argc - 1]);
        static const char *const others[] = {"help", "--help", "--version"};
        for (guint i = 0; argc == 3 && i < G_N_ELEMENTS(others); i++)
            ren_complete_offer(others[i], name);
        return TRUE;
    }
    const Command *command = find_command(name);
    if (command == NULL)
        return TRUE;
    argv[1] = (char *)command->name;
    argv[2] = REN_COMPLETE;
    return command->run(argc - 1, argv + 1, error);
}

static gboolean
run(int argc, char **argv, GError **error)
{
    if (argc < 2) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_USAGE,
                            _("what is to be done?\nusage: renmai COMMAND [OPTION...] [ARGUMENT...]\n"
                              "`renmai help` lists the commands"));
        return FALSE;
    }
    const char *name = argv[1];
    if (g_str_equal(name, "--version") || g_str_equal(name, "-V")) {
        puts("renmai " REN_VERSION);
        return TRUE;
    }
    if (g_str_equal(name, "complete"))
        return complete(argc - 1, argv + 1, error);
    gboolean help = g_str_equal(name, "help");
    if (g_str_equal(name, "--help") || g_str_equal(name, "-h") || (help && argc == 2)) {
        print_help();
        return TRUE;
    }
    if (help && argc > 3) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_USAGE,
                            _("one command at a time\nusage: renmai help COMMAND"));
        return FALSE;
    }
    if (help)
        name = argv[2];
    const Command *command = find_command(name);
    if (command == NULL) {
        if (help && g_str_equal(name, "help")) {
            print_help();
            return TRUE;
        }
        return unknown_command(name, error);
    }
    char *help_argv[] = {(char *)command->name, "--help", NULL};
    return help ? command->run(2, help_argv, error) : command->run(argc - 1, argv + 1, error);
}

int
main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    ren_message_init();
    g_set_prgname("renmai");
    gboolean done = run(argc, argv, &error);
    gboolean written = fflush(stdout) == 0;
    ren_pager_finish();
    if (done && written)
        return DONE;
    if (done)
        fprintf(stderr, "renmai: %s\n", _("standard output cannot be written"));
    else if (*error->message != '\0')
        fprintf(stderr, "renmai: %s\n", error->message);
    return g_error_matches(error, REN_ERROR, REN_ERROR_USAGE) ? MISUSED : FAILED;
}
