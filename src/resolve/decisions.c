#include "resolve/decisions.h"

#include <string.h>

#include "base/error.h"
#include "base/message.h"
#include "base/tsv.h"

/* A reference and what is said of it. References that are the same form a tree (union-find); only what its
 * root says counts. */
typedef struct {
    char *text; /* owned */
    guint parent;
    gboolean ignored;
    char *ignored_where; /* owned */
    char *name;          /* owned; preferred, or NULL */
    char *name_where;    /* owned */
    gboolean has_kind;
    RenKind kind;
    char *kind_where; /* owned */
} Node;

/* "@a and @b are the same", from a row. */
typedef struct {
    guint a;
    guint b;
    char *where; /* owned */
} Tie;

struct _RenDecisions {
    GPtrArray *nodes;     /* owned; of Node, in the order in which they were met */
    GHashTable *numbers;  /* owned; text → number of its node + 1 */
    GHashTable *names;    /* owned; set of the names in references */
    GPtrArray *ties;      /* owned; of Tie */
    GPtrArray *different; /* owned; of RenDifference */
    GPtrArray *wanted;    /* owned; of RenWantedName */
    GHashTable *wants;    /* owned; set of their names, which they own */
};

static void
node_free(Node *node)
{
    g_free(node->text);
    g_free(node->ignored_where);
    g_free(node->name);
    g_free(node->name_where);
    g_free(node->kind_where);
    g_free(node);
}

static void
tie_free(Tie *tie)
{
    g_free(tie->where);
    g_free(tie);
}

static void
difference_free(RenDifference *difference)
{
    g_free(difference->a);
    g_free(difference->b);
    g_free(difference->where);
    g_free(difference);
}

static void
wanted_free(RenWantedName *wanted)
{
    g_free(wanted->name);
    g_free(wanted);
}

gboolean
ren_reference_parse(const char *reference, RenKind *kind, char **name, char **qualifier)
{
    const char *colon = strchr(reference, ':');
    g_autofree char *head = colon == NULL ? g_strdup("") : g_strndup(reference, colon - reference);
    gboolean has_kind = colon != NULL && ren_kind_parse(head, kind);
    const char *rest = has_kind ? colon + 1 : reference;
    const char *at = has_kind ? strchr(rest, '@') : NULL;
    *name = at == NULL ? g_strdup(rest) : g_strndup(rest, at - rest);
    *qualifier = at == NULL ? NULL : g_strdup(at + 1);
    return has_kind;
}

char *
ren_reference_name(const char *reference)
{
    RenKind kind;
    char *name;
    g_autofree char *qualifier = NULL;
    ren_reference_parse(reference, &kind, &name, &qualifier);
    return name;
}

/* ---- nodes ---- */

static guint
node_of(RenDecisions *d, const char *text)
{
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(d->numbers, text));
    if (known != 0)
        return known - 1;
    Node *node = g_new0(Node, 1);
    node->text = g_strdup(text);
    node->parent = d->nodes->len;
    g_ptr_array_add(d->nodes, node);
    g_hash_table_insert(d->numbers, node->text, GUINT_TO_POINTER(d->nodes->len));
    RenKind kind;
    char *name;
    g_autofree char *qualifier = NULL;
    ren_reference_parse(text, &kind, &name, &qualifier);
    g_hash_table_add(d->names, name);
    return node->parent;
}

static Node *
get(const RenDecisions *d, guint n)
{
    return d->nodes->pdata[n];
}

static guint
root_of(const RenDecisions *d, guint n)
{
    while (get(d, n)->parent != n)
        n = get(d, n)->parent;
    return n;
}

/* The number of @reference's root, or -1 where nothing is said of it. */
static int
find_root(const RenDecisions *d, const char *reference)
{
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(d->numbers, reference));
    return known == 0 ? -1 : (int)root_of(d, known - 1);
}

static void
unite(RenDecisions *d, guint a, guint b, const char *where)
{
    Tie *tie = g_new0(Tie, 1);
    *tie = (Tie){a, b, g_strdup(where)};
    g_ptr_array_add(d->ties, tie);
    guint x = root_of(d, a), y = root_of(d, b);
    /* What was named first keeps its id. */
    get(d, MAX(x, y))->parent = MIN(x, y);
}

/* ---- the tables ---- */

typedef struct {
    RenDecisions *decisions;
    const RenTsv *tsv;
    RenKind kind; /* of a discovered table */
} Table;

typedef gboolean (*RowFunc)(const Table *table, guint row, char **cells, GError **error);

static char *
where_of(const Table *table, guint row)
{
    return g_strdup_printf("%s:%u", table->tsv->path, g_array_index(table->tsv->lines, guint, row));
}

static gboolean
two_cells(const Table *table, guint row, char **cells, GError **error)
{
    if (*cells[0] == '\0' || *cells[1] == '\0')
        return ren_tsv_fail(table->tsv, row, error, _("names one entity only: two are needed"));
    if (g_str_equal(cells[0], cells[1]))
        return ren_tsv_fail(table->tsv, row, error, _("'%s' stands on both sides"), cells[0]);
    RenKind a, b;
    g_autofree char *name_a = NULL, *name_b = NULL, *qualifier_a = NULL, *qualifier_b = NULL;
    gboolean kind_a = ren_reference_parse(cells[0], &a, &name_a, &qualifier_a);
    gboolean kind_b = ren_reference_parse(cells[1], &b, &name_b, &qualifier_b);
    if (kind_a && kind_b && (a == REN_PERSON) != (b == REN_PERSON))
        return ren_tsv_fail(table->tsv, row, error, _("'%s' is a person, '%s' is none"),
                            a == REN_PERSON ? cells[0] : cells[1], a == REN_PERSON ? cells[1] : cells[0]);
    return TRUE;
}

static gboolean
same_row(const Table *table, guint row, char **cells, GError **error)
{
    if (!two_cells(table, row, cells, error))
        return FALSE;
    g_autofree char *where = where_of(table, row);
    guint a = node_of(table->decisions, cells[0]), b = node_of(table->decisions, cells[1]);
    unite(table->decisions, a, b, where);
    return TRUE;
}

static gboolean
different_row(const Table *table, guint row, char **cells, GError **error)
{
    if (!two_cells(table, row, cells, error))
        return FALSE;
    node_of(table->decisions, cells[0]);
    node_of(table->decisions, cells[1]);
    RenDifference *difference = g_new0(RenDifference, 1);
    *difference = (RenDifference){g_strdup(cells[0]), g_strdup(cells[1]), where_of(table, row)};
    g_ptr_array_add(table->decisions->different, difference);
    return TRUE;
}

static gboolean
ignore_row(const Table *table, guint row, char **cells, GError **error)
{
    if (*cells[0] == '\0')
        return ren_tsv_fail(table->tsv, row, error, _("the entity is missing"));
    Node *node = get(table->decisions, node_of(table->decisions, cells[0]));
    node->ignored = TRUE;
    if (node->ignored_where == NULL)
        node->ignored_where = where_of(table, row);
    return TRUE;
}

static void
want(RenDecisions *d, const char *name, RenKind kind)
{
    RenWantedName *wanted = g_new0(RenWantedName, 1);
    *wanted = (RenWantedName){g_strdup(name), kind};
    g_ptr_array_add(d->wanted, wanted);
    g_hash_table_add(d->wants, wanted->name);
}

/* Notes that @reference is called @name and is of kind @kind; one of both may be NULL or "". */
static gboolean
prefer(const Table *table, guint row, const char *reference, const char *name, const char *kind,
       GError **error)
{
    Node *node = get(table->decisions, node_of(table->decisions, reference));
    if (name != NULL && *name != '\0') {
        if (node->name != NULL && !g_str_equal(node->name, name))
            return ren_tsv_fail(table->tsv, row, error, _("'%s' is called '%s' here, but '%s' at %s"),
                                reference, name, node->name, node->name_where);
        g_free(node->name);
        g_free(node->name_where);
        node->name = g_strdup(name);
        node->name_where = where_of(table, row);
    }
    if (kind == NULL || *kind == '\0')
        return TRUE;
    RenKind parsed;
    if (!ren_kind_parse(kind, &parsed))
        return ren_tsv_fail(table->tsv, row, error,
                            _("unknown kind '%s', expected person, org, company or place"), kind);
    if (node->has_kind && node->kind != parsed)
        return ren_tsv_fail(table->tsv, row, error, _("'%s' is of kind %s here, but %s at %s"), reference,
                            kind, ren_kind_name(node->kind), node->kind_where);
    g_free(node->kind_where);
    node->has_kind = TRUE;
    node->kind = parsed;
    node->kind_where = where_of(table, row);
    return TRUE;
}

/* The reference that @alias of @entity is: of the same kind and region where it gives none itself. */
static char *
reference_of_alias(const char *alias, const char *entity, RenKind kind)
{
    RenKind own;
    g_autofree char *name = NULL, *qualifier = NULL, *entity_name = NULL, *entity_qualifier = NULL;
    if (ren_reference_parse(alias, &own, &name, &qualifier))
        return g_strdup(alias);
    ren_reference_parse(entity, &own, &entity_name, &entity_qualifier);
    return entity_qualifier == NULL
               ? g_strdup_printf("%s:%s", ren_kind_name(kind), alias)
               : g_strdup_printf("%s:%s@%s", ren_kind_name(kind), alias, entity_qualifier);
}

static void
add_aliases(const Table *table, guint row, const char *entity, RenKind kind, const char *aliases)
{
    g_autofree char *where = where_of(table, row);
    g_auto(GStrv) parts = g_strsplit(aliases, ";", -1);
    for (guint i = 0; parts[i] != NULL; i++) {
        g_strstrip(parts[i]);
        if (*parts[i] == '\0')
            continue;
        g_autofree char *alias = reference_of_alias(parts[i], entity, kind);
        if (g_str_equal(alias, entity))
            continue;
        guint a = node_of(table->decisions, entity), b = node_of(table->decisions, alias);
        unite(table->decisions, a, b, where);
    }
}

/* Whether the reference @entity, of kind @kind, shows @name already: then a row that gives it says nothing.
 */
static gboolean
shows_name(const char *entity, RenKind kind, const char *name)
{
    RenKind own;
    g_autofree char *own_name = NULL, *qualifier = NULL;
    ren_reference_parse(entity, &own, &own_name, &qualifier);
    return kind == REN_PLACE ? g_str_has_suffix(own_name, name) : g_str_equal(own_name, name);
}

/* names.tsv: the user's own words, which are looked for wherever they are printed. */
static gboolean
names_row(const Table *table, guint row, char **cells, GError **error)
{
    const char *entity = *cells[0] != '\0' ? cells[0] : cells[1];
    if (*entity == '\0')
        return ren_tsv_fail(table->tsv, row, error, _("neither an entity nor a name"));
    RenKind kind = REN_N_KINDS;
    if (*cells[3] != '\0' && !ren_kind_parse(cells[3], &kind))
        return ren_tsv_fail(table->tsv, row, error,
                            _("unknown kind '%s', expected person, org, company or place"), cells[3]);
    RenKind own;
    g_autofree char *own_name = NULL, *qualifier = NULL;
    gboolean has_kind = ren_reference_parse(entity, &own, &own_name, &qualifier);
    if (kind == REN_N_KINDS && has_kind)
        kind = own;
    if (kind == REN_N_KINDS && (*cells[0] == '\0' || *cells[2] != '\0'))
        return ren_tsv_fail(table->tsv, row, error,
                            _("the kind of '%s' is missing: person, org, company or place"), entity);
    if (*cells[0] == '\0') {
        want(table->decisions, cells[1], kind);
        g_autofree char *reference = g_strdup_printf("%s:%s", ren_kind_name(kind), cells[1]);
        add_aliases(table, row, reference, kind, cells[2]);
    } else {
        if (!prefer(table, row, entity, cells[1], cells[3], error))
            return FALSE;
        add_aliases(table, row, entity, kind, cells[2]);
    }
    g_auto(GStrv) aliases = g_strsplit(cells[2], ";", -1);
    for (guint i = 0; aliases[i] != NULL; i++)
        if (*g_strstrip(aliases[i]) != '\0' && strchr(aliases[i], ':') == NULL)
            want(table->decisions, aliases[i], kind);
    return TRUE;
}

/* A table of an earlier build: rows that nobody has changed say nothing new. */
static gboolean
discovered_row(const Table *table, guint row, char **cells, GError **error)
{
    RenKind kind = table->kind;
    if (*cells[2] != '\0' && !ren_kind_parse(cells[2], &kind))
        return ren_tsv_fail(table->tsv, row, error,
                            _("unknown kind '%s', expected person, org, company or place"), cells[2]);
    if (*cells[0] == '\0') {
        if (*cells[1] == '\0')
            return ren_tsv_fail(table->tsv, row, error, _("neither an entity nor a name"));
        want(table->decisions, cells[1], kind);
        g_autofree char *reference = g_strdup_printf("%s:%s", ren_kind_name(kind), cells[1]);
        add_aliases(table, row, reference, kind, cells[3]);
        return TRUE;
    }
    if (g_str_equal(cells[4], "ignore"))
        return ignore_row(table, row, cells, error);
    if (*cells[4] != '\0')
        return ren_tsv_fail(table->tsv, row, error, _("unknown decision '%s': ignore, or nothing"), cells[4]);
    const char *name = shows_name(cells[0], table->kind, cells[1]) ? NULL : cells[1];
    const char *changed = kind == table->kind ? NULL : cells[2];
    if ((name != NULL || changed != NULL) && !prefer(table, row, cells[0], name, changed, error))
        return FALSE;
    add_aliases(table, row, cells[0], kind, cells[3]);
    return TRUE;
}

static gboolean
load(RenDecisions *d, const char *dir, const char *file, const char *const *columns, RowFunc func,
     RenKind kind, GError **error)
{
    g_autofree char *path = g_build_filename(dir, file, NULL);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return TRUE;
    g_autoptr(RenTsv) tsv = ren_tsv_read(path, columns, error);
    Table table = {d, tsv, kind};
    for (guint i = 0; tsv != NULL && i < tsv->rows->len; i++)
        if (!func(&table, i, tsv->rows->pdata[i], error))
            return FALSE;
    return tsv != NULL;
}

static const char *const pair[] = {"a", "b", NULL};
static const char *const one[] = {"entity", NULL};
static const char *const names[] = {"entity", "name", "alias", "kind", NULL};
static const char *const discovered[] = {"entity", "name", "kind", "aliases", "decision", NULL};
static const struct {
    const char *file;
    const char *const *columns;
    RowFunc func;
    RenKind kind;
} tables[] = {
    {"same.tsv", pair, same_row, 0},
    {"different.tsv", pair, different_row, 0},
    {"ignore.tsv", one, ignore_row, 0},
    {"names.tsv", names, names_row, 0},
    {"persons.tsv", discovered, discovered_row, REN_PERSON},
    {"organisations.tsv", discovered, discovered_row, REN_ORG},
    {"companies.tsv", discovered, discovered_row, REN_COMPANY},
    {"places.tsv", discovered, discovered_row, REN_PLACE},
};

gboolean
ren_decisions_is_table(const char *file)
{
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++)
        if (g_str_equal(tables[i].file, file))
            return TRUE;
    return FALSE;
}

static gboolean
load_folder(RenDecisions *d, const char *dir, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++)
        if (!load(d, dir, tables[i].file, tables[i].columns, tables[i].func, tables[i].kind, error))
            return FALSE;
    return TRUE;
}

/* ---- contradictions ---- */

/* The rows on the way from @a to @b over ties, parted by ", "; NULL where there is none. */
static char *
rows_between(const RenDecisions *d, guint a, guint b)
{
    g_autofree int *from = g_new(int, d->nodes->len); /* the tie by which each was reached, -1: not yet */
    g_autoptr(GArray) queue = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < d->nodes->len; i++)
        from[i] = -1;
    g_array_append_val(queue, a);
    for (guint i = 0; i < queue->len && from[b] < 0; i++) {
        guint at = g_array_index(queue, guint, i);
        for (guint t = 0; t < d->ties->len; t++) {
            const Tie *tie = d->ties->pdata[t];
            guint to = tie->a == at ? tie->b : tie->b == at ? tie->a : at;
            if (to == at || to == a || from[to] >= 0)
                continue;
            from[to] = t;
            g_array_append_val(queue, to);
        }
    }
    if (from[b] < 0)
        return NULL;
    g_autoptr(GString) rows = g_string_new(NULL);
    for (guint at = b; at != a;) {
        const Tie *tie = d->ties->pdata[from[at]];
        g_string_prepend(rows, rows->len > 0 ? ", " : "");
        g_string_prepend(rows, tie->where);
        at = tie->a == at ? tie->b : tie->a;
    }
    return g_strdup(rows->str);
}

static gboolean
check_different(const RenDecisions *d, GError **error)
{
    for (guint i = 0; i < d->different->len; i++) {
        const RenDifference *difference = d->different->pdata[i];
        guint a = GPOINTER_TO_UINT(g_hash_table_lookup(d->numbers, difference->a)) - 1;
        guint b = GPOINTER_TO_UINT(g_hash_table_lookup(d->numbers, difference->b)) - 1;
        g_autofree char *rows = rows_between(d, a, b);
        if (rows == NULL)
            continue;
        g_set_error(
            error, REN_ERROR, REN_ERROR_GAZETTEER,
            _("%s: '%s' and '%s' are said to be different, but the same at %s: take one of the rows out"),
            difference->where, difference->a, difference->b, rows);
        return FALSE;
    }
    return TRUE;
}

static gboolean
contradict(const char *where, const char *reference, const char *what, const char *other, GError **error)
{
    g_set_error(error, REN_ERROR, REN_ERROR_GAZETTEER,
                _("%s: '%s' is to be ignored, but %s at %s: take one of the rows out"), where, reference,
                what, other);
    return FALSE;
}

/* What is no entity can be called nothing, and be the same as nothing. */
static gboolean
check_ignored(const RenDecisions *d, GError **error)
{
    for (guint i = 0; i < d->nodes->len; i++) {
        const Node *node = get(d, i);
        if (!node->ignored)
            continue;
        if (node->name_where != NULL)
            return contradict(node->ignored_where, node->text, _("has a name"), node->name_where, error);
        for (guint t = 0; t < d->ties->len; t++) {
            const Tie *tie = d->ties->pdata[t];
            guint other = tie->a == i ? tie->b : tie->b == i ? tie->a : i;
            if (other != i && !get(d, other)->ignored)
                return contradict(node->ignored_where, node->text, _("is the same as something"), tie->where,
                                  error);
        }
    }
    return TRUE;
}

/* Gives each root what its members say. */
static gboolean
gather(RenDecisions *d, GError **error)
{
    for (guint i = 0; i < d->nodes->len; i++) {
        Node *node = get(d, i), *root = get(d, root_of(d, i));
        if (node == root)
            continue;
        root->ignored |= node->ignored;
        if (node->name != NULL && root->name != NULL && !g_str_equal(node->name, root->name)) {
            g_set_error(error, REN_ERROR, REN_ERROR_GAZETTEER,
                        _("%s: '%s' is called '%s' here, but is said to be '%s', called '%s' at %s"),
                        node->name_where, node->text, node->name, root->text, root->name, root->name_where);
            return FALSE;
        }
        if (root->name == NULL && node->name != NULL) {
            root->name = g_strdup(node->name);
            root->name_where = g_strdup(node->name_where);
        }
        if (!root->has_kind && node->has_kind) {
            root->has_kind = TRUE;
            root->kind = node->kind;
            root->kind_where = g_strdup(node->kind_where);
        }
    }
    return TRUE;
}

static RenDecisions *
decisions_new(void)
{
    RenDecisions *d = g_new0(RenDecisions, 1);
    d->nodes = g_ptr_array_new_with_free_func((GDestroyNotify)node_free);
    d->numbers = g_hash_table_new(g_str_hash, g_str_equal);
    d->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    d->ties = g_ptr_array_new_with_free_func((GDestroyNotify)tie_free);
    d->different = g_ptr_array_new_with_free_func((GDestroyNotify)difference_free);
    d->wanted = g_ptr_array_new_with_free_func((GDestroyNotify)wanted_free);
    d->wants = g_hash_table_new(g_str_hash, g_str_equal);
    return d;
}

RenDecisions *
ren_decisions_new(const char *const *dirs, GError **error)
{
    g_autoptr(RenDecisions) d = decisions_new();
    for (guint i = 0; dirs[i] != NULL; i++)
        if (!load_folder(d, dirs[i], error))
            return NULL;
    if (!check_different(d, error) || !check_ignored(d, error) || !gather(d, error))
        return NULL;
    return g_steal_pointer(&d);
}

RenDecisions *
ren_decisions_new_wants(const RenDecisions *decisions)
{
    RenDecisions *d = decisions_new();
    for (guint i = 0; i < decisions->wanted->len; i++) {
        const RenWantedName *wanted = decisions->wanted->pdata[i];
        want(d, wanted->name, wanted->kind);
    }
    return d;
}

void
ren_decisions_free(RenDecisions *d)
{
    if (d == NULL)
        return;
    g_hash_table_unref(d->numbers);
    g_hash_table_unref(d->names);
    g_ptr_array_unref(d->nodes);
    g_ptr_array_unref(d->ties);
    g_ptr_array_unref(d->different);
    g_hash_table_unref(d->wants);
    g_ptr_array_unref(d->wanted);
    g_free(d);
}

/* ---- asking ---- */

gboolean
ren_decisions_concern(const RenDecisions *d, const char *name)
{
    return g_hash_table_contains(d->names, name);
}

gboolean
ren_decisions_any(const RenDecisions *d)
{
    return d->nodes->len > 0;
}

/* The root of the first of @id and @keys that something is said of; -1 where nothing is. */
static int
root_of_any(const RenDecisions *d, const char *id, const GPtrArray *keys)
{
    int best = find_root(d, id);
    for (guint i = 0; keys != NULL && i < keys->len && best < 0; i++)
        best = find_root(d, keys->pdata[i]);
    return best;
}

/* kind:name, with @qualifier where there is one. */
static char *
make_id(RenKind kind, const char *name, const char *qualifier)
{
    return qualifier == NULL ? g_strdup_printf("%s:%s", ren_kind_name(kind), name)
                             : g_strdup_printf("%s:%s@%s", ren_kind_name(kind), name, qualifier);
}

char *
ren_decisions_settle(const RenDecisions *d, const char *id, const GPtrArray *keys, RenKind *kind, char **name)
{
    int found = root_of_any(d, id, keys);
    if (found < 0)
        return g_strdup(id);
    const Node *root = get(d, found);
    if (root->ignored)
        return NULL;
    RenKind own, root_kind;
    g_autofree char *own_name = NULL, *qualifier = NULL, *root_name = NULL, *root_qualifier = NULL;
    ren_reference_parse(id, &own, &own_name, &qualifier);
    gboolean has_kind = ren_reference_parse(root->text, &root_kind, &root_name, &root_qualifier);
    if (has_kind)
        *kind = root_kind;
    if (root->has_kind)
        *kind = root->kind;
    /* A reference without a region speaks of all regions: each keeps its own. */
    const char *region = root_qualifier != NULL ? root_qualifier : qualifier;
    const char *called = root->name != NULL ? root->name : root_name;
    gboolean changes_name = !g_str_equal(called, own_name);
    if (*kind == REN_PLACE) { /* the name in the id is a path */
        if (root->name != NULL) {
            g_free(*name);
            *name = g_strdup(root->name);
        }
        return make_id(*kind, has_kind && root_kind == REN_PLACE ? root_name : own_name, NULL);
    }
    if (changes_name) {
        g_free(*name);
        *name = g_strdup(called);
    }
    return make_id(*kind, called, *kind == REN_COMPANY ? NULL : region);
}

const GPtrArray *
ren_decisions_get_different(const RenDecisions *d)
{
    return d->different;
}

const char *
ren_decisions_find_same(const RenDecisions *d, const char *a, const char *b)
{
    int x = find_root(d, a), y = find_root(d, b);
    if (x < 0 || x != y)
        return NULL;
    for (guint i = 0; i < d->ties->len; i++) {
        const Tie *tie = d->ties->pdata[i];
        if ((int)root_of(d, tie->a) == x)
            return tie->where;
    }
    return NULL;
}

static int
compare_strings(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

GPtrArray *
ren_decisions_list_ignored(const RenDecisions *d)
{
    GPtrArray *list = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < d->nodes->len; i++)
        if (get(d, i)->ignored)
            g_ptr_array_add(list, g_strdup(get(d, i)->text));
    g_ptr_array_sort(list, compare_strings);
    return list;
}

GHashTable *
ren_decisions_list_same(const RenDecisions *d)
{
    GHashTable *lists =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < d->nodes->len; i++) {
        const char *reference = get(d, i)->text;
        RenKind kind;
        g_autofree char *own = NULL, *qualifier = NULL, *name = NULL;
        if (!ren_reference_parse(reference, &kind, &own, &qualifier))
            continue;
        g_autofree char *id = ren_decisions_settle(d, reference, NULL, &kind, &name);
        if (id == NULL || g_str_equal(id, reference))
            continue;
        GPtrArray *list = g_hash_table_lookup(lists, id);
        if (list == NULL) {
            list = g_ptr_array_new_with_free_func(g_free);
            g_hash_table_insert(lists, g_steal_pointer(&id), list);
        }
        g_ptr_array_add(list, g_strdup(reference));
        g_ptr_array_sort(list, compare_strings);
    }
    return lists;
}

const GPtrArray *
ren_decisions_get_wanted(const RenDecisions *d)
{
    return d->wanted;
}

gboolean
ren_decisions_want(const RenDecisions *d, const char *name)
{
    return g_hash_table_contains(d->wants, name);
}
