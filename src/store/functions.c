#include "store/functions.h"

#include "store/sqlite.h"
#include "text/pinyin.h"
#include "text/words.h"

static void
pinyin(sqlite3_context *context, int n, sqlite3_value **values)
{
    (void)n;
    const char *name = (const char *)sqlite3_value_text(values[0]);
    RenPinyinReader *reader = sqlite3_user_data(context);
    if (name != NULL && reader != NULL)
        sqlite3_result_text(context, ren_pinyin_typed(reader, name), -1, g_free);
}

static void
words(sqlite3_context *context, int n, sqlite3_value **values)
{
    (void)n;
    const char *text = (const char *)sqlite3_value_text(values[0]);
    if (text != NULL)
        sqlite3_result_text(context, ren_words_list(text, sqlite3_value_bytes(values[0])), -1, g_free);
}

static void
free_reader(void *reader)
{
    ren_pinyin_reader_free(reader);
}

gboolean
ren_functions_add(sqlite3 *db, GError **error)
{
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
    if (sqlite3_create_function_v2(db, "pinyin", 1, flags, ren_pinyin_reader_new(), pinyin, NULL, NULL,
                                   free_reader) == SQLITE_OK &&
        sqlite3_create_function_v2(db, "words", 1, flags, NULL, words, NULL, NULL, NULL) == SQLITE_OK)
        return TRUE;
    return ren_sqlite_fail(db, error);
}
