#include "text/words.h"

#include <string.h>

#include "text/fold.h"

/* Where the words go, and what has been begun. */
typedef struct {
    void (*put)(const char *word, gsize len, RenSpan span, gpointer data);
    gpointer data;
    char run[6]; /* the last character of a Chinese run, UTF-8 */
    guint run_len;
    RenSpan run_span;
    guint n_run;   /* characters of the run */
    guint breaks;  /* line breaks behind the last of them */
    GString *word; /* of other letters and digits */
    RenSpan word_span;
} Scan;

static void
end_word(Scan *scan)
{
    if (scan->word->len > 0)
        scan->put(scan->word->str, scan->word->len, scan->word_span, scan->data);
    g_string_truncate(scan->word, 0);
}

static void
end_run(Scan *scan)
{
    if (scan->n_run > 0)
        scan->put(scan->run, scan->run_len, scan->run_span, scan->data);
    scan->n_run = scan->breaks = 0;
}

static void
add_chinese(Scan *scan, gunichar c, RenSpan span)
{
    char pair[12];
    guint before = scan->n_run > 0 ? scan->run_len : 0;
    end_word(scan);
    memcpy(pair, scan->run, before);
    guint len = g_unichar_to_utf8(c, pair + before);
    if (before > 0)
        scan->put(pair, before + len, (RenSpan){scan->run_span.start, span.end}, scan->data);
    memcpy(scan->run, pair + before, len);
    scan->run_len = len;
    scan->run_span = span;
    scan->breaks = 0;
    scan->n_run++;
}

static void
add_other(Scan *scan, gunichar c, RenSpan span)
{
    end_run(scan);
    if (scan->word->len == 0)
        scan->word_span.start = span.start;
    scan->word_span.end = span.end;
    g_string_append_unichar(scan->word, g_unichar_tolower(c));
}

static void
add_char(Scan *scan, gunichar c, RenSpan span)
{
    if (c == REN_FOLD_DROP)
        return;
    if (c == REN_FOLD_SPACE || c == REN_FOLD_BREAK) {
        end_word(scan);
        scan->breaks += c == REN_FOLD_BREAK;
        if (scan->breaks > 1)
            end_run(scan);
    } else if (!g_unichar_isalnum(c)) {
        end_word(scan);
        end_run(scan);
    } else if (g_unichar_iswide(c)) {
        add_chinese(scan, c, span);
    } else {
        add_other(scan, c, span);
    }
}

/* Returns how many characters the Chinese run has that ends the text; 0 where none does. */
static guint
scan_text(const char *text, gsize len, void (*put)(const char *, gsize, RenSpan, gpointer), gpointer data)
{
    g_autoptr(GString) word = g_string_new(NULL);
    Scan scan = {.put = put, .data = data, .word = word};
    for (gsize at = 0, n; at < len; at += n) {
        gunichar c;
        n = ren_fold_entity(text + at, len - at, &c);
        if (n == 0) {
            n = ren_fold_raw_length(text + at, len - at);
            c = g_utf8_get_char(text + at);
        }
        /* A carriage return and its line feed are one break. */
        if (c == '\r' && at + 1 < len && text[at + 1] == '\n')
            continue;
        add_char(&scan, ren_fold_char(c), (RenSpan){at, at + n});
    }
    guint n_run = scan.n_run;
    end_word(&scan);
    end_run(&scan);
    return n_run;
}

static void
word_free(gpointer data)
{
    RenSearchWord *word = data;
    g_free(word->text);
    g_free(word);
}

static void
collect(const char *text, gsize len, RenSpan span, gpointer data)
{
    RenSearchWord *word = g_new(RenSearchWord, 1);
    *word = (RenSearchWord){g_strndup(text, len), span};
    g_ptr_array_add(data, word);
}

GPtrArray *
ren_words_read(const char *text, gsize len, gboolean wanted, gboolean *begins)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(word_free);
    guint n_run = scan_text(text, len, collect, words);
    if (wanted && n_run > 1)
        g_ptr_array_set_size(words, words->len - 1);
    if (wanted)
        *begins = n_run == 1;
    return words;
}

static void
append(const char *text, gsize len, RenSpan span, gpointer data)
{
    GString *list = data;
    (void)span;
    if (list->len > 0)
        g_string_append_c(list, ' ');
    g_string_append_len(list, text, len);
}

char *
ren_words_list(const char *text, gsize len)
{
    GString *list = g_string_sized_new(2 * len);
    scan_text(text, len, append, list);
    return g_string_free(list, FALSE);
}
