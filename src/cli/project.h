/* The project file of an archive, renmai.ini, in its folder: what would else be options of every command.
 *
 *     [archive]
 *     issues = issues;more      files and folders, parted by ";"
 *     output = output
 *     gazetteer = mine          folders, likewise
 *     home = 重庆市江津区
 *     paper = 江津报            the newspaper's name
 *
 * Paths are relative to the file. Options of the command line come first. */
#pragma once
#include <glib.h>

typedef struct {
    char *file;        /* owned; NULL where there is no project file: all else is NULL then */
    char **issues;     /* owned, NULL-terminated, or NULL */
    char **gazetteers; /* likewise */
    char *output;      /* owned, or NULL */
    char *home;        /* owned, or NULL */
    char *paper;       /* owned, or NULL */
} RenProject;
void ren_project_clear(RenProject *project);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RenProject, ren_project_clear)

/* Reads the project file in the current folder or the nearest one above it that has one into @project, which
 * need not be initialised. FALSE with @error set to REN_ERROR_USAGE, and @project empty, where it is wrong.
 */
gboolean ren_project_load(RenProject *project, GError **error);
