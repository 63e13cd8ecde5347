#include "match/token.h"

void
ren_token_free(RenToken *token)
{
    if (token == NULL)
        return;
    g_clear_pointer(&token->children, g_ptr_array_unref);
    g_free(token);
}

RenTokens *
ren_tokens_new(void)
{
    RenTokens *tokens = g_new0(RenTokens, 1);
    tokens->list = g_ptr_array_new_with_free_func((GDestroyNotify)ren_token_free);
    tokens->classes = g_string_new(NULL);
    return tokens;
}

void
ren_tokens_free(RenTokens *tokens)
{
    if (tokens == NULL)
        return;
    g_ptr_array_unref(tokens->list);
    g_string_free(tokens->classes, TRUE);
    g_free(tokens);
}

void
ren_tokens_add(RenTokens *tokens, RenClass cls, RenSpan span, guint word)
{
    RenToken *token = g_new0(RenToken, 1);
    token->cls = cls;
    token->span = span;
    token->word = word;
    g_ptr_array_add(tokens->list, token);
    g_string_append_c(tokens->classes, cls);
}

void
ren_tokens_reduce(RenTokens *tokens, guint from, guint to, RenClass cls, const char *rule)
{
    g_return_if_fail(from < to && to <= tokens->list->len);
    RenToken *first = ren_tokens_get(tokens, from);
    if (to == from + 1) {
        first->cls = cls;
        first->rule = rule;
        tokens->classes->str[from] = cls;
        return;
    }
    RenToken *whole = g_new0(RenToken, 1);
    whole->cls = cls;
    whole->rule = rule;
    whole->span = (RenSpan){first->span.start, ren_tokens_get(tokens, to - 1)->span.end};
    whole->children = g_ptr_array_new_with_free_func((GDestroyNotify)ren_token_free);
    for (guint i = from; i < to; i++) {
        g_ptr_array_add(whole->children, tokens->list->pdata[i]);
        tokens->list->pdata[i] = NULL;
    }
    g_ptr_array_remove_range(tokens->list, from + 1, to - from - 1);
    tokens->list->pdata[from] = whole;
    g_string_erase(tokens->classes, from + 1, to - from - 1);
    tokens->classes->str[from] = cls;
}
