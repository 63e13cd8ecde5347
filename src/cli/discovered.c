#include "cli/discovered.h"

#include <errno.h>
#include <gio/gio.h>
#include <string.h>

#include "base/message.h"
#include "resolve/org.h"
#include "store/listing.h"

static const char *const table_names[REN_N_DISCOVERED] = {"persons", "organisations", "companies",
                                                          "places",  "ignore",        "different"};
static const char *const columns[] = {
    "titles\torganisations\trole\tmentions\tarticles\tfirst_seen\tlast_seen",
    "parent\tmentions\tarticles\tfirst_seen\tlast_seen",
    "mentions\tarticles\tfirst_seen\tlast_seen",
    "parent\tcode\tformer\tmentions\tarticles\tfirst_seen\tlast_seen",
};

gboolean
ren_discovered_create(const char *dir, RenNewFile *files[REN_N_DISCOVERED], gboolean *made, GError **error)
{
    *made = !g_file_test(dir, G_FILE_TEST_EXISTS);
    if (g_mkdir_with_parents(dir, 0777) != 0) {
        int code = errno;
        g_set_error(error, G_IO_ERROR, g_io_error_from_errno(code), _("folder '%s' cannot be made (%s)"), dir,
                    g_strerror(code));
        return FALSE;
    }
    for (guint i = 0; i < REN_N_DISCOVERED; i++) {
        g_autofree char *name = g_strconcat(table_names[i], ".tsv", NULL);
        g_autofree char *path = g_build_filename(dir, name, NULL);
        files[i] = ren_new_file_create(path, error);
        if (files[i] == NULL)
            return FALSE;
    }
    return TRUE;
}

/* A cell holds no tabs and line breaks. */
static void
put(FILE *out, const char *cell, char end)
{
    g_autofree char *clean = g_strdup(cell != NULL ? cell : "");
    g_strdelimit(clean, "\t\r\n", ' ');
    fprintf(out, "%s%c", clean, end);
}

/* 区委 is the committee of whatever district the paper is from, so it is nobody's other name. */
static gboolean
is_relative(const RenLexicon *lexicon, const char *text)
{
    gsize len;
    return ren_resolve_head(lexicon, text, REN_CLASS_RELATIVE, &len) != NULL ||
           ren_lexicon_find(lexicon, text, REN_CLASS_ORGAN) != NULL ||
           ren_lexicon_find(lexicon, text, REN_CLASS_ORG_SUFFIX) != NULL;
}

/* @reference as it stands among the aliases of @id: the plain name where kind and region are those of @id. */
static char *
shown_reference(const char *reference, const char *id)
{
    RenKind kind, own_kind;
    g_autofree char *name = NULL, *qualifier = NULL, *own_name = NULL, *own_qualifier = NULL;
    ren_reference_parse(reference, &kind, &name, &qualifier);
    ren_reference_parse(id, &own_kind, &own_name, &own_qualifier);
    return g_strdup(kind == own_kind && g_strcmp0(qualifier, own_qualifier) == 0 ? name : reference);
}

static void
add_alias(GString *aliases, GHashTable *seen, const char *alias)
{
    if (g_hash_table_add(seen, g_strdup(alias)))
        g_string_append_printf(aliases, "%s%s", aliases->len > 0 ? ";" : "", alias);
}

/* Printed forms and decided references of @listed, parted by ";". Places are named by their tables, not here.
 */
static char *
aliases_of(const RenListed *listed, RenKind kind, const RenLexicon *lexicon, const GPtrArray *decided)
{
    g_autoptr(GString) aliases = g_string_new(NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_auto(GStrv) forms = g_strsplit(listed->aliases != NULL ? listed->aliases : "", ";", -1);
    for (guint i = 0; forms[i] != NULL; i++)
        if (*forms[i] != '\0' && strchr(forms[i], ':') == NULL && strchr(forms[i], '@') == NULL &&
            (kind == REN_PERSON || kind == REN_COMPANY ||
             (kind == REN_ORG && !is_relative(lexicon, forms[i]))))
            add_alias(aliases, seen, forms[i]);
    for (guint i = 0; decided != NULL && i < decided->len; i++) {
        g_autofree char *shown = shown_reference(decided->pdata[i], listed->key);
        add_alias(aliases, seen, shown);
    }
    return g_strdup(aliases->str);
}

static void
put_row(FILE *out, const RenListed *listed, RenKind kind, const char *aliases)
{
    put(out, listed->key, '\t');
    put(out, listed->name, '\t');
    put(out, ren_kind_name(kind), '\t');
    put(out, aliases, '\t');
    put(out, "", '\t'); /* decision: the user's */
    if (kind == REN_PERSON) {
        put(out, listed->titles, '\t');
        put(out, listed->orgs, '\t');
        put(out, listed->role, '\t');
    } else if (kind != REN_COMPANY) {
        put(out, listed->parent, '\t');
    }
    if (kind == REN_PLACE) {
        put(out, listed->code, '\t');
        put(out, listed->former, '\t');
    }
    fprintf(out, "%u\t%u\t", listed->mentions, listed->articles);
    put(out, listed->first_seen, '\t');
    put(out, listed->last_seen, '\n');
}

/* A name to be looked for stays one, so that nothing is lost where this folder alone is laid over. */
static void
put_wanted(FILE *out, const char *name, RenKind kind)
{
    put(out, "", '\t');
    put(out, name, '\t');
    put(out, ren_kind_name(kind), '\t');
    put(out, "", '\t');
    for (const char *tab = columns[kind]; tab != NULL; tab = strchr(tab + 1, '\t'))
        fputc('\t', out);
    fputc('\n', out);
}

static gboolean
write_kind(RenStore *store, RenKind kind, const RenLexicon *lexicon, GHashTable *decided,
           const RenDecisions *decisions, FILE *out, GError **error)
{
    g_autoptr(GPtrArray) all = ren_listing_query(store, kind, error);
    if (all == NULL)
        return FALSE;
    fputs("# What the issues hold, found by `renmai build`. Correct it here, copy it to a folder of your "
          "own, and give that to the\n"
          "# next build with -g: rows that nobody changes say nothing new.\n"
          "# name      the name to be shown; change it to call the entity otherwise\n"
          "# kind      person, org, company or place; change it where the program was wrong\n"
          "# aliases   other names, parted by \";\"; add those that mean the same entity (a name, or an id "
          "with its kind)\n"
          "# decision  write `ignore` where this is no entity at all\n"
          "# The other columns are for reading. A new row with an empty entity is a name to be looked for.\n",
          out);
    fprintf(out, "entity\tname\tkind\taliases\tdecision\t%s\n", columns[kind]);
    for (guint i = 0; i < all->len; i++) {
        const RenListed *listed = all->pdata[i];
        g_autofree char *aliases =
            aliases_of(listed, kind, lexicon, g_hash_table_lookup(decided, listed->key));
        put_row(out, listed, kind, aliases);
    }
    const GPtrArray *wanted = ren_decisions_get_wanted(decisions);
    for (guint i = 0; i < wanted->len; i++) {
        const RenWantedName *name = wanted->pdata[i];
        if (name->kind == kind)
            put_wanted(out, name->name, kind);
    }
    return TRUE;
}

/* Decisions that the tables above cannot hold, so that nothing is lost where this folder alone is laid over.
 */
static void
write_ignored(const RenDecisions *decisions, FILE *out)
{
    g_autoptr(GPtrArray) ignored = ren_decisions_list_ignored(decisions);
    fputs("# What is no entity, by the decisions of this build.\nentity\tnote\n", out);
    for (guint i = 0; i < ignored->len; i++) {
        put(out, ignored->pdata[i], '\t');
        put(out, "", '\n');
    }
}

static void
write_different(const RenDecisions *decisions, FILE *out)
{
    const GPtrArray *different = ren_decisions_get_different(decisions);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    fputs("# What is not the same, by the decisions of this build.\na\tb\tnote\n", out);
    for (guint i = 0; i < different->len; i++) {
        const RenDifference *difference = different->pdata[i];
        if (!g_hash_table_add(seen, g_strdup_printf("%s\t%s", difference->a, difference->b)))
            continue;
        put(out, difference->a, '\t');
        put(out, difference->b, '\t');
        put(out, "", '\n');
    }
}

gboolean
ren_discovered_write(RenStore *store, const RenPipeline *pipeline, RenNewFile *files[REN_N_DISCOVERED],
                     GError **error)
{
    static const RenKind kinds[] = {REN_PERSON, REN_ORG, REN_COMPANY, REN_PLACE};
    const RenDecisions *decisions = ren_identity_get_decisions(ren_pipeline_get_identity(pipeline));
    g_autoptr(GHashTable) decided = ren_decisions_list_same(decisions);
    for (guint i = 0; i < REN_N_DISCOVERED; i++) {
        FILE *out = ren_new_file_open(files[i], error);
        if (out == NULL)
            return FALSE;
        if (i == G_N_ELEMENTS(kinds))
            write_ignored(decisions, out);
        else if (i > G_N_ELEMENTS(kinds))
            write_different(decisions, out);
        else if (!write_kind(store, kinds[i], ren_pipeline_get_lexicon(pipeline), decided, decisions, out,
                             error))
            return FALSE;
        if (!ren_new_file_close(files[i], error))
            return FALSE;
    }
    return TRUE;
}
