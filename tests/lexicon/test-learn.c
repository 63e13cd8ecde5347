#include <string.h>

#include "lexicon/learn.h"

static RenLexicon *lexicon;

/* What is learned from @text @times over, words parted by spaces, "" for none. */
static char *
learn(const RenLearnOptions *options, const char *const *texts, guint times)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RenLearner) learner = ren_learner_new(lexicon, options, &error);
    g_assert_no_error(error);
    for (guint i = 0; i < times; i++)
        for (guint k = 0; texts[k] != NULL; k++)
            ren_learner_add(learner, texts[k], strlen(texts[k]));
    g_autoptr(GPtrArray) words = ren_learner_find(learner);
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < words->len; i++) {
        const RenLearned *learned = words->pdata[i];
        g_string_append_printf(all, "%s%s:%u", i > 0 ? " " : "", learned->word, learned->count);
    }
    return g_string_free(g_steal_pointer(&all), FALSE);
}

static void
check(const char *const *texts, const char *expected)
{
    RenLearnOptions options = REN_LEARN_DEFAULTS;
    g_autofree char *words = learn(&options, texts, 1);
    g_assert_cmpstr(words, ==, expected);
}

/* The invented word 筱蓝 in company that changes. */
static const char *const free_word[] = {"种植筱蓝增收", "发展筱蓝产业",   "一斤筱蓝", "参观筱蓝基地",
                                        "筱蓝丰收了",   "今年的筱蓝很好", NULL};

static void
test_finds_word(void)
{
    check(free_word, "筱蓝:6");
}

static void
test_rare_word(void)
{
    const char *const texts[] = {free_word[0], free_word[1], free_word[2], free_word[3], NULL};
    check(texts, "");
}

static void
test_piece_of_longer(void) /* 蓝膏 is always followed by 机: only the whole is free */
{
    const char *const texts[] = {"使用蓝膏机增收", "发展蓝膏机产业",   "一斤蓝膏机", "参观蓝膏机基地",
                                 "蓝膏机丰收了",   "今年的蓝膏机很好", NULL};
    check(texts, "蓝膏机:6");
}

static void
test_known_words(void)
{
    const char *const texts[] = {"种植产业增收",     "看见产业增收了", "产业增收", "大家产业增收吧",
                                 "他的产业增收很好", "由产业增收而来", NULL};
    check(texts, "");
}

static void
test_function_characters(void)
{
    const char *const texts[] = {"种植的筱增收", "发展的筱产业", "一斤的筱", "参观的筱基地",
                                 "的筱丰收了",   "今年的筱很好", NULL};
    check(texts, "");
}

static void
test_names(void) /* a known country is no part of the text, so no piece of it is a word */
{
    const char *const texts[] = {"种植澳大利亚增收",
                                 "发展澳大利亚产业",
                                 "一斤澳大利亚",
                                 "参观澳大利亚基地",
                                 "澳大利亚丰收了",
                                 "今年的澳大利亚很好",
                                 NULL};
    check(texts, "");
}

static void
test_breaks(void) /* a comma parts what else would be a word */
{
    const char *const texts[] = {"种植筱,蓝增收", "发展筱 蓝产业", "一斤筱\n蓝", "参观筱a蓝基地",
                                 "筱,蓝丰收了",   "筱,蓝很好",     NULL};
    check(texts, "");
}

static void
test_order(void)
{
    const char *const texts[] = {"种植筱蓝增收", "发展筱蓝产业", "一斤筱蓝",     "参观筱蓝基地",
                                 "筱蓝丰收了",   "种植膏杞增收", "发展膏杞产业", "一斤膏杞",
                                 "参观膏杞基地", "膏杞丰收了",   "今年膏杞",     NULL};
    check(texts, "膏杞:6 筱蓝:5");
}

/* A frequent word survives pruning, with a count that is never too large. */
static void
test_bounded(void)
{
    RenLearnOptions options = REN_LEARN_DEFAULTS;
    options.strings = 1000;
    g_autoptr(RenLearner) learner = ren_learner_new(lexicon, &options, NULL);
    for (guint i = 0; i < 200; i++) {
        ren_learner_add(learner, free_word[i % 6], strlen(free_word[i % 6]));
        /* Ever new strings. */
        g_autoptr(GString) noise = g_string_new(NULL);
        for (guint k = 0; k < 6; k++)
            g_string_append_unichar(noise, 0x5000 + (i * 6 + k) % 5000);
        ren_learner_add(learner, noise->str, noise->len);
    }
    g_assert_cmpuint(ren_learner_get_lost(learner), >, 0);
    g_autoptr(GPtrArray) words = ren_learner_find(learner);
    g_assert_cmpuint(words->len, >, 0);
    const RenLearned *first = words->pdata[0];
    g_assert_cmpstr(first->word, ==, "筱蓝");
    g_assert_cmpuint(first->count, <=, 200);
    g_assert_cmpuint(first->count + ren_learner_get_lost(learner), >=, 200);
}

static void
test_six_characters(void)
{
    const char *const texts[] = {"种植筱蓝膏杞葚柰增收", "发展筱蓝膏杞葚柰产业", "一斤筱蓝膏杞葚柰",
                                 "参观筱蓝膏杞葚柰基地", "筱蓝膏杞葚柰丰收了",   NULL};
    check(texts, "筱蓝膏杞葚柰:5");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    const char *const dirs[] = {"gazetteer", NULL};
    g_autoptr(GError) error = NULL;
    lexicon = ren_lexicon_new(dirs, &error);
    g_assert_no_error(error);
    g_test_add_func("/learn/finds-a-free-word", test_finds_word);
    g_test_add_func("/learn/rare-strings-are-no-words", test_rare_word);
    g_test_add_func("/learn/whole-word-wins-over-piece", test_piece_of_longer);
    g_test_add_func("/learn/known-words-in-a-row-are-left-out", test_known_words);
    g_test_add_func("/learn/no-function-character-at-the-edge", test_function_characters);
    g_test_add_func("/learn/names-are-left-out", test_names);
    g_test_add_func("/learn/breaks-part", test_breaks);
    g_test_add_func("/learn/frequent-first", test_order);
    g_test_add_func("/learn/six-characters", test_six_characters);
    g_test_add_func("/learn/memory-is-bounded", test_bounded);
    int status = g_test_run();
    ren_lexicon_free(lexicon);
    return status;
}
