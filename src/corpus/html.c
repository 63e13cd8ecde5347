#include "corpus/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "base/error.h"
#include "base/message.h"

/* A page says its encoding in its first so many bytes. */
#define CHARSET_WITHIN 4096
/* A title, or the line of text that repeats it, is at least so many characters. */
#define MIN_TITLE 4
/* So many lines at the head of the text may hold the headline. */
#define TITLE_WITHIN 20

/* What becomes of an element. */
typedef enum {
    AS_INLINE,
    AS_BLOCK,
    AS_BREAK,   /* <br> */
    AS_CELL,    /* a blank parts it from the one before */
    AS_HEADING, /* <h1> to <h6> */
    AS_PRE,     /* blanks and line ends count */
    AS_FRAME,   /* a block; the page's head or foot, unless it is inside an article */
    AS_SKIPPED, /* with all that it holds */
    AS_TITLE,
    AS_META,
    AS_TIME,
    AS_MAIN, /* the three parts that may hold the article */
    AS_ARTICLE,
    AS_CONTENT,
} Manner;

static const struct {
    const char *name;
    Manner manner;
} elements[] = {
    {"address", AS_BLOCK},    {"article", AS_ARTICLE},
    {"aside", AS_SKIPPED},    {"blockquote", AS_BLOCK},
    {"br", AS_BREAK},         {"button", AS_SKIPPED},
    {"caption", AS_BLOCK},    {"center", AS_BLOCK},
    {"dd", AS_BLOCK},         {"details", AS_BLOCK},
    {"dialog", AS_SKIPPED},   {"div", AS_BLOCK},
    {"dl", AS_BLOCK},         {"dt", AS_BLOCK},
    {"fieldset", AS_BLOCK},   {"figcaption", AS_BLOCK},
    {"figure", AS_BLOCK},     {"footer", AS_FRAME},
    {"form", AS_BLOCK},       {"founder-content", AS_CONTENT},
    {"h1", AS_HEADING},       {"h2", AS_HEADING},
    {"h3", AS_HEADING},       {"h4", AS_HEADING},
    {"h5", AS_HEADING},       {"h6", AS_HEADING},
    {"header", AS_FRAME},     {"hr", AS_BLOCK},
    {"iframe", AS_SKIPPED},   {"legend", AS_BLOCK},
    {"li", AS_BLOCK},         {"main", AS_MAIN},
    {"math", AS_SKIPPED},     {"menu", AS_SKIPPED},
    {"meta", AS_META},        {"nav", AS_SKIPPED},
    {"noscript", AS_SKIPPED}, {"object", AS_SKIPPED},
    {"ol", AS_BLOCK},         {"p", AS_BLOCK},
    {"pre", AS_PRE},          {"rp", AS_SKIPPED},
    {"rt", AS_SKIPPED},       {"script", AS_SKIPPED},
    {"section", AS_BLOCK},    {"select", AS_SKIPPED},
    {"style", AS_SKIPPED},    {"summary", AS_BLOCK},
    {"svg", AS_SKIPPED},      {"table", AS_BLOCK},
    {"td", AS_CELL},          {"template", AS_SKIPPED},
    {"textarea", AS_SKIPPED}, {"th", AS_CELL},
    {"time", AS_TIME},        {"title", AS_TITLE},
    {"tr", AS_BLOCK},         {"ul", AS_BLOCK},
};

/* A part of the page that may hold the article; the surest one stands first. */
enum { PART_CONTENT, PART_MAIN, PART_ARTICLE, N_PARTS };

typedef struct {
    guint depth;   /* elements of the kind that are open */
    gsize start;   /* of the outermost one, in text */
    GArray *spans; /* owned; of RenSpan in text */
} Part;

typedef struct {
    const RenFields *fields;
    RenFieldValues values;
    GString *text;  /* owned */
    GString *title; /* owned; of <title> */
    GArray *open;   /* owned; of Manner: the elements around this place */
    Part parts[N_PARTS];
    guint skipped, in_title, pre, heading; /* how many such elements are open; heading: its level */
    guint breaks;                          /* line feeds that are due before the next character */
    gboolean blank, line_end;              /* a blank is due; the source had a line end in it */
} Page;

static void
page_init(Page *page, const RenFields *fields)
{
    *page = (Page){
        .fields = fields,
        .text = g_string_new(NULL),
        .title = g_string_new(NULL),
        .open = g_array_new(FALSE, FALSE, sizeof(Manner)),
    };
    for (guint i = 0; i < N_PARTS; i++)
        page->parts[i].spans = g_array_new(FALSE, FALSE, sizeof(RenSpan));
}

static void
page_clear(Page *page)
{
    ren_field_values_clear(&page->values);
    g_string_free(page->text, TRUE);
    g_string_free(page->title, TRUE);
    g_array_unref(page->open);
    for (guint i = 0; i < N_PARTS; i++)
        g_array_unref(page->parts[i].spans);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Page, page_clear)

static Manner
manner_of(const char *name)
{
    guint low = 0, high = G_N_ELEMENTS(elements);
    while (low < high) {
        guint middle = low + (high - low) / 2;
        int order = strcmp(name, elements[middle].name);
        if (order == 0)
            return elements[middle].manner;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return AS_INLINE;
}

static void
end_line(Page *page, guint breaks)
{
    /* A headline of several lines is one. */
    if (page->heading > 0)
        page->blank = TRUE;
    else
        page->breaks = MAX(page->breaks, breaks);
}

/* What is due before a character @c. */
static void
settle(Page *page, gunichar c)
{
    GString *text = page->text;
    if (page->breaks > 0 || text->len == 0) {
        for (guint i = 0; i < page->breaks && text->len > 0; i++)
            g_string_append_c(text, '\n');
        for (guint i = 0; i < page->heading; i++)
            g_string_append_c(text, '#');
        if (page->heading > 0)
            g_string_append_c(text, ' ');
    } else if (page->blank) {
        /* The source's line end parts no two Chinese characters. */
        gunichar last = g_utf8_get_char(g_utf8_prev_char(text->str + text->len));
        if (!page->line_end || !g_unichar_iswide(last) || !g_unichar_iswide(c))
            g_string_append_c(text, ' ');
    }
    page->breaks = 0;
    page->blank = page->line_end = FALSE;
}

static void
on_characters(void *data, const xmlChar *bytes, int len)
{
    Page *page = data;
    const char *end = (const char *)bytes + len;
    if (page->in_title > 0)
        g_string_append_len(page->title, (const char *)bytes, len);
    if (page->skipped > 0 || page->in_title > 0)
        return;
    for (const char *p = (const char *)bytes; p < end; p = g_utf8_next_char(p)) {
        if (page->pre > 0 && *p == '\n') {
            page->breaks++;
        } else if (g_ascii_isspace(*p)) {
            page->line_end = page->blank ? page->line_end || *p == '\n' : *p == '\n';
            page->blank = TRUE;
        } else {
            settle(page, g_utf8_get_char(p));
            g_string_append_len(page->text, p, g_utf8_next_char(p) - p);
        }
    }
}

static const char *
attribute(const xmlChar **attributes, const char *name)
{
    for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
        if (strcmp((const char *)attributes[i], name) == 0)
            return attributes[i + 1] != NULL ? (const char *)attributes[i + 1] : "";
    return NULL;
}

/* Is it kept from the reader's eyes, or no part of the text, by its attributes? */
static gboolean
is_hidden(const xmlChar **attributes)
{
    const char *style = attribute(attributes, "style"), *role = attribute(attributes, "role");
    if (attribute(attributes, "hidden") != NULL ||
        g_strcmp0(attribute(attributes, "aria-hidden"), "true") == 0)
        return TRUE;
    if (role != NULL && (g_str_equal(role, "navigation") || g_str_equal(role, "complementary") ||
                         g_str_equal(role, "search")))
        return TRUE;
    if (style == NULL)
        return FALSE;
    g_autoptr(GString) plain = g_string_new(NULL);
    for (const char *p = style; *p != '\0'; p++)
        if (!g_ascii_isspace(*p))
            g_string_append_c(plain, g_ascii_tolower(*p));
    return strstr(plain->str, "display:none") != NULL || strstr(plain->str, "visibility:hidden") != NULL;
}

static void
read_meta(Page *page, const xmlChar **attributes)
{
    static const char *const names[] = {"name", "property", "itemprop"};
    const char *content = attribute(attributes, "content");
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *name = attribute(attributes, names[i]);
        if (name != NULL && content != NULL)
            ren_fields_offer(page->fields, &page->values, name, content);
    }
}

static gboolean
in_article(const Page *page)
{
    return page->parts[PART_MAIN].depth + page->parts[PART_ARTICLE].depth > 0;
}

static void
open_part(Page *page, guint which)
{
    Part *part = &page->parts[which];
    if (part->depth++ == 0)
        part->start = page->text->len;
}

static void
close_part(Page *page, guint which)
{
    Part *part = &page->parts[which];
    RenSpan span = {part->start, page->text->len};
    if (part->depth > 0 && --part->depth == 0 && span.end > span.start)
        g_array_append_val(part->spans, span);
}

/* The part that @manner opens, or N_PARTS. */
static guint
part_of(Manner manner)
{
    return manner == AS_CONTENT   ? PART_CONTENT
           : manner == AS_MAIN    ? PART_MAIN
           : manner == AS_ARTICLE ? PART_ARTICLE
                                  : N_PARTS;
}

static void
on_start(void *data, const xmlChar *name, const xmlChar **attributes)
{
    Page *page = data;
    Manner manner = manner_of((const char *)name);
    if (manner == AS_META)
        read_meta(page, attributes);
    const char *when = manner == AS_TIME ? attribute(attributes, "datetime") : NULL;
    if (when != NULL && page->skipped == 0)
        ren_fields_offer(page->fields, &page->values, "time", when);
    if (is_hidden(attributes) || (manner == AS_FRAME && !in_article(page)))
        manner = AS_SKIPPED;
    g_array_append_val(page->open, manner);
    if (manner == AS_SKIPPED)
        page->skipped++;
    else if (manner == AS_BREAK)
        end_line(page, 1);
    else if (manner == AS_CELL)
        page->blank = TRUE;
    else if (manner == AS_TITLE)
        page->in_title++;
    else if (manner != AS_INLINE && manner != AS_META && manner != AS_TIME)
        end_line(page, 2);
    if (manner == AS_HEADING)
        page->heading = name[1] - '0';
    page->pre += manner == AS_PRE;
    if (part_of(manner) < N_PARTS && page->skipped == 0)
        open_part(page, part_of(manner));
}

static void
on_end(void *data, const xmlChar *name)
{
    (void)name; /* the parser closes what it has opened, in order */
    Page *page = data;
    if (page->open->len == 0)
        return;
    Manner manner = g_array_index(page->open, Manner, page->open->len - 1);
    g_array_set_size(page->open, page->open->len - 1);
    if (manner == AS_HEADING)
        page->heading = 0;
    page->pre -= manner == AS_PRE;
    page->in_title -= manner == AS_TITLE;
    if (part_of(manner) < N_PARTS && page->skipped == 0)
        close_part(page, part_of(manner));
    page->skipped -= manner == AS_SKIPPED;
    if (manner != AS_INLINE && manner != AS_BREAK && manner != AS_CELL && manner != AS_META &&
        manner != AS_TIME)
        end_line(page, 2);
}

/* Pages of one publishing system mark their text by comments, and say date and headline in one. */
static void
on_comment(void *data, const xmlChar *comment)
{
    Page *page = data;
    const char *text = (const char *)comment;
    if (g_str_equal(text, "enpcontent"))
        open_part(page, PART_CONTENT);
    else if (g_str_equal(text, "/enpcontent"))
        close_part(page, PART_CONTENT);
    if (!g_str_has_prefix(text, "enpproperty"))
        return;
    for (const char *p = strchr(text, '<'); p != NULL; p = strchr(p + 1, '<')) {
        const char *end = strchr(p, '>');
        const char *close = end != NULL ? strstr(end, "</") : NULL;
        if (p[1] == '/' || close == NULL)
            continue;
        g_autofree char *name = g_strdup_printf("enp:%.*s", (int)(end - p - 1), p + 1);
        g_autofree char *value = g_strndup(end + 1, close - end - 1);
        ren_fields_offer(page->fields, &page->values, name, value);
    }
}

static void
parse(Page *page, const RenIssue *issue)
{
    /* Events and no tree: a page may be nested as deep as it likes. */
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(issue->text, issue->len);
    htmlSAXHandler handler = {
        .startElement = on_start,
        .endElement = on_end,
        .characters = on_characters,
        .cdataBlock = on_characters,
        .comment = on_comment,
    };
    *parser->sax = handler;
    parser->userData = page;
    /* The text is UTF-8 by now, whatever the page says. */
    htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                   HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(parser);
    htmlFreeParserCtxt(parser);
}

/* The spans of the article as one text, or all of it where no part of the page is more than half of it. */
static GString *
choose_part(Page *page)
{
    for (guint i = 0; i < N_PARTS; i++) {
        while (page->parts[i].depth > 0)
            close_part(page, i);
        const GArray *spans = page->parts[i].spans;
        /* What is marked as the text of a page stands there once more for the printer. */
        guint n = i == PART_CONTENT ? MIN(spans->len, 1) : spans->len;
        g_autoptr(GString) text = g_string_new(NULL);
        for (guint k = 0; k < n; k++) {
            RenSpan span = g_array_index(spans, RenSpan, k);
            const char *start = page->text->str + span.start;
            gsize feeds = strspn(start, "\n ");
            if (text->len > 0)
                g_string_append(text, "\n\n");
            g_string_append_len(text, start + feeds, span.end - span.start - feeds);
        }
        if (n > 0 && (i == PART_CONTENT || text->len * 2 >= page->text->len))
            return g_steal_pointer(&text);
    }
    return g_string_new_len(page->text->str, page->text->len);
}

/* The headline in what <title> says: 标题-砚川日报, 标题_砚川网. */
static void
cut_title(char *title)
{
    g_strstrip(title);
    guint chars = 0;
    for (char *p = title; *p != '\0'; p = g_utf8_next_char(p), chars++) {
        gunichar c = g_utf8_get_char(p);
        gboolean dash = (c == '-' && !g_ascii_isdigit(p[1])) || c == 0x2013 || c == 0x2014; /* – — */
        if (chars >= MIN_TITLE && (dash || c == '_' || c == '|' || c == 0xff5c)) {
            *p = '\0';
            break;
        }
    }
    g_strchomp(title);
}

/* Marks the line that is the page's title as a heading, or puts one in front. */
static void
add_heading(Page *page, GString *text)
{
    if (g_str_has_prefix(text->str, "#") || strstr(text->str, "\n#") != NULL)
        return;
    const char *said = page->values.value[REN_FIELD_TITLE];
    g_autofree char *title = g_strdup(said != NULL ? said : page->title->str);
    g_strdelimit(title, "\r\n\t", ' ');
    if (said == NULL)
        cut_title(title);
    if (g_utf8_strlen(title, -1) < MIN_TITLE)
        return;
    char *line = text->str;
    for (guint i = 0; i < TITLE_WITHIN && line != NULL; i++) {
        gsize len = strcspn(line, "\n");
        g_autofree char *printed = g_strstrip(g_strndup(line, len));
        if (g_utf8_strlen(printed, -1) >= MIN_TITLE && g_str_has_prefix(title, printed)) {
            g_string_insert(text, line - text->str, "# ");
            return;
        }
        line = line[len] == '\0' ? NULL : line + len + 1;
    }
    g_string_prepend(text, "\n\n");
    g_string_prepend(text, title);
    g_string_prepend(text, "# ");
}

gboolean
ren_html_read(RenIssue *issue, const RenFields *fields, GError **error)
{
    g_auto(Page) page;
    page_init(&page, fields);
    parse(&page, issue);
    GString *text = choose_part(&page);
    if (text->len > 0)
        add_heading(&page, text);
    else
        g_set_error_literal(error, REN_ERROR, REN_ERROR_INPUT, _("is a page without text"));
    g_free(issue->text);
    issue->len = text->len;
    issue->text = g_string_free(text, FALSE);
    /* A date that cannot be read is one that the page does not say. */
    ren_fields_set(&page.values, issue);
    return issue->len > 0;
}

char *
ren_html_charset(const char *bytes, gsize len)
{
    static const char *const marks[] = {"charset", "encoding"};
    g_autofree char *head = g_ascii_strdown(bytes, MIN(len, CHARSET_WITHIN));
    for (guint i = 0; i < G_N_ELEMENTS(marks); i++) {
        for (const char *p = strstr(head, marks[i]); p != NULL; p = strstr(p, marks[i])) {
            p += strlen(marks[i]);
            const char *name = p + strspn(p, " \t\r\n");
            if (*name != '=')
                continue;
            name += 1 + strspn(name + 1, " \t\r\n\"'");
            gsize n = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-_:.");
            if (n > 0)
                return g_strndup(name, n);
        }
    }
    return NULL;
}
