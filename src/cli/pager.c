#include "cli/pager.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Of the process, as standard output is. */
static GPid pager;

void
ren_pager_start(void)
{
    const char *command = g_getenv("PAGER");
    if (command == NULL)
        command = "less";
    if (pager != 0 || !isatty(STDOUT_FILENO) || *command == '\0' || g_str_equal(command, "cat"))
        return;
    /* -F: a short answer stays on the screen; -R: bold stays bold; -X: the answer is still there afterwards.
     */
    g_auto(GStrv) environment = g_environ_setenv(g_get_environ(), "LESS", "FRX", FALSE);
    /* Chinese is Chinese in a pager of the C locale, too. */
    environment = g_environ_setenv(environment, "LESSCHARSET", "utf-8", FALSE);
    char *shell[] = {"/bin/sh", "-c", (char *)command, NULL};
    g_autofree char *first = g_strndup(command, strcspn(command, " "));
    g_autofree char *program = g_find_program_in_path(first);
    int input;
    if (program == NULL || !g_spawn_async_with_pipes(NULL, shell, environment, G_SPAWN_DO_NOT_REAP_CHILD,
                                                     NULL, NULL, &pager, &input, NULL, NULL, NULL))
        return;
    fflush(stdout);
    dup2(input, STDOUT_FILENO);
    close(input);
    /* Ctrl-C is a key of the pager's; who leaves it ends the program by the broken pipe. */
    signal(SIGINT, SIG_IGN);
}

gboolean
ren_pager_is_running(void)
{
    return pager != 0;
}

void
ren_pager_finish(void)
{
    if (pager == 0)
        return;
    fflush(stdout);
    close(STDOUT_FILENO);
    waitpid(pager, NULL, 0);
    pager = 0;
}
