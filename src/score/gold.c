#include "score/gold.h"

#include <json-glib/json-glib.h>

#include "base/error.h"
#include "base/message.h"

static void
mention_free(gpointer data)
{
    RenGoldMention *mention = data;
    g_free(mention->text);
    g_free(mention->entity);
    g_free(mention->role);
    g_free(mention);
}

static void
position_free(gpointer data)
{
    RenGoldPosition *position = data;
    g_free(position->person);
    g_free(position->title);
    g_free(position->org);
    g_free(position);
}

static void
article_free(gpointer data)
{
    RenGoldArticle *article = data;
    g_free(article->head);
    g_ptr_array_unref(article->positions);
    g_free(article);
}

void
ren_gold_free(RenGold *gold)
{
    if (gold == NULL)
        return;
    g_free(gold->doc);
    g_ptr_array_unref(gold->articles);
    g_ptr_array_unref(gold->mentions);
    g_free(gold);
}

/* Where the reader is: "mentions[3]". */
typedef struct {
    const char *list;
    guint at;
} Where;

static gboolean
fail(const Where *where, const char *what, const char *key, GError **error)
{
    g_set_error(error, REN_ERROR, REN_ERROR_INPUT, _("%s[%u]: %s '%s': see docs/scoring.md"), where->list,
                where->at, what, key);
    return FALSE;
}

static JsonNode *
member(JsonObject *object, const char *key, GType type)
{
    JsonNode *node = json_object_get_member(object, key);
    return node != NULL && JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == type ? node
                                                                                                 : NULL;
}

static gboolean
get_text(JsonObject *object, const Where *where, const char *key, char **text, GError **error)
{
    JsonNode *node = member(object, key, G_TYPE_STRING);
    if (node == NULL)
        return fail(where, _("no text"), key, error);
    *text = json_node_dup_string(node);
    return TRUE;
}

static char *
dup_optional(JsonObject *object, const char *key)
{
    JsonNode *node = member(object, key, G_TYPE_STRING);
    return node == NULL ? NULL : json_node_dup_string(node);
}

static gboolean
get_count(JsonObject *object, const Where *where, const char *key, gsize *count, GError **error)
{
    JsonNode *node = member(object, key, G_TYPE_INT64);
    if (node == NULL || json_node_get_int(node) < 0)
        return fail(where, _("no number"), key, error);
    *count = json_node_get_int(node);
    return TRUE;
}

static gboolean
read_position(RenGoldArticle *article, JsonObject *object, const Where *where, GError **error)
{
    RenGoldPosition *position = g_new0(RenGoldPosition, 1);
    g_ptr_array_add(article->positions, position);
    position->org = dup_optional(object, "org");
    return get_text(object, where, "person", &position->person, error) &&
           get_text(object, where, "title", &position->title, error);
}

static gboolean
read_article(RenGold *gold, JsonObject *object, const Where *where, GError **error)
{
    RenGoldArticle *article = g_new0(RenGoldArticle, 1);
    article->positions = g_ptr_array_new_with_free_func(position_free);
    g_ptr_array_add(gold->articles, article);
    article->index = where->at;
    article->head = dup_optional(object, "head");
    if (!get_count(object, where, "start", &article->start_cp, error))
        return FALSE;
    JsonNode *list = json_object_get_member(object, "positions");
    JsonArray *positions = list != NULL && JSON_NODE_HOLDS_ARRAY(list) ? json_node_get_array(list) : NULL;
    for (guint i = 0; positions != NULL && i < json_array_get_length(positions); i++) {
        JsonNode *node = json_array_get_element(positions, i);
        if (!JSON_NODE_HOLDS_OBJECT(node))
            return fail(where, _("something else than an object in"), "positions", error);
        if (!read_position(article, json_node_get_object(node), where, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
read_mention(RenGold *gold, JsonObject *object, const Where *where, GError **error)
{
    RenGoldMention *mention = g_new0(RenGoldMention, 1);
    g_ptr_array_add(gold->mentions, mention);
    g_autofree char *type = NULL;
    gsize article;
    if (!get_text(object, where, "type", &type, error) ||
        !get_text(object, where, "text", &mention->text, error) ||
        !get_count(object, where, "start", &mention->start_cp, error) ||
        !get_count(object, where, "end", &mention->end_cp, error) ||
        !get_count(object, where, "article", &article, error))
        return FALSE;
    mention->article = article;
    mention->entity = dup_optional(object, "entity");
    if (mention->entity == NULL)
        mention->entity = g_strdup(mention->text);
    mention->role = dup_optional(object, "role");
    if (g_str_equal(type, "title"))
        mention->use = REN_GOLD_TITLE;
    else if (g_str_equal(type, "skip"))
        mention->use = REN_GOLD_SKIP;
    else if (!ren_kind_parse(type, &mention->kind))
        return fail(where, _("unknown type"), type, error);
    return TRUE;
}

typedef gboolean (*ReadFunc)(RenGold *gold, JsonObject *object, const Where *where, GError **error);

static gboolean
read_list(RenGold *gold, JsonObject *root, const char *key, ReadFunc func, GError **error)
{
    JsonNode *node = json_object_get_member(root, key);
    if (node == NULL || !JSON_NODE_HOLDS_ARRAY(node)) {
        g_set_error(error, REN_ERROR, REN_ERROR_INPUT, _("no list '%s': see docs/scoring.md"), key);
        return FALSE;
    }
    JsonArray *list = json_node_get_array(node);
    for (guint i = 0; i < json_array_get_length(list); i++) {
        Where where = {key, i};
        JsonNode *element = json_array_get_element(list, i);
        if (!JSON_NODE_HOLDS_OBJECT(element))
            return fail(&where, _("no object in"), key, error);
        if (!func(gold, json_node_get_object(element), &where, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
read_root(RenGold *gold, JsonNode *root, GError **error)
{
    JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT(root) ? json_node_get_object(root) : NULL;
    g_autofree char *doc = object == NULL ? NULL : dup_optional(object, "doc");
    if (doc == NULL) {
        g_set_error_literal(error, REN_ERROR, REN_ERROR_INPUT, _("no text 'doc': see docs/scoring.md"));
        return FALSE;
    }
    gold->doc = g_path_get_basename(doc);
    return read_list(gold, object, "articles", read_article, error) &&
           read_list(gold, object, "mentions", read_mention, error);
}

RenGold *
ren_gold_read(const char *path, GError **error)
{
    g_autofree char *text = NULL;
    gsize len;
    if (!g_file_get_contents(path, &text, &len, error))
        return NULL;
    g_autoptr(RenGold) gold = g_new0(RenGold, 1);
    gold->articles = g_ptr_array_new_with_free_func(article_free);
    gold->mentions = g_ptr_array_new_with_free_func(mention_free);
    g_autoptr(JsonParser) parser = json_parser_new_immutable();
    g_autoptr(GError) problem = NULL;
    if (!json_parser_load_from_data(parser, text, len, &problem)) {
        g_set_error(error, REN_ERROR, REN_ERROR_INPUT, _("%s: is not JSON: %s"), path, problem->message);
        return NULL;
    }
    if (!read_root(gold, json_parser_get_root(parser), error)) {
        g_prefix_error(error, "%s: ", path);
        return NULL;
    }
    return g_steal_pointer(&gold);
}
