#include "graph/markup.h"

#include "base/error.h"
#include "base/message.h"

static void
check(RenMarkup *markup, int written)
{
    markup->failed = markup->failed || written < 0;
}

/* Of a failure libxml2 would print a line of its own: the stream remembers it. */
static int
put(void *out, const char *text, int len)
{
    fwrite(text, 1, len, out);
    return len;
}

gboolean
ren_markup_open(RenMarkup *markup, FILE *out, const char *what, GError **error)
{
    xmlOutputBuffer *buffer = xmlOutputBufferCreateIO(put, NULL, out, NULL);
    *markup = (RenMarkup){buffer != NULL ? xmlNewTextWriter(buffer) : NULL, out, what, FALSE};
    if (markup->writer == NULL) {
        g_set_error(error, REN_ERROR, REN_ERROR_GRAPH, _("the %s file: out of memory"), what);
        return FALSE;
    }
    xmlTextWriterSetIndent(markup->writer, 1);
    check(markup, xmlTextWriterStartDocument(markup->writer, NULL, "UTF-8", NULL));
    return TRUE;
}

void
ren_markup_start(RenMarkup *markup, const char *element)
{
    check(markup, xmlTextWriterStartElement(markup->writer, BAD_CAST element));
}

void
ren_markup_end(RenMarkup *markup)
{
    check(markup, xmlTextWriterEndElement(markup->writer));
}

void
ren_markup_attribute(RenMarkup *markup, const char *name, const char *value)
{
    check(markup, xmlTextWriterWriteAttribute(markup->writer, BAD_CAST name, BAD_CAST value));
}

void
ren_markup_element(RenMarkup *markup, const char *name, const char *text)
{
    check(markup, xmlTextWriterWriteElement(markup->writer, BAD_CAST name, BAD_CAST text));
}

void
ren_markup_raw(RenMarkup *markup, const char *text)
{
    check(markup, xmlTextWriterWriteRaw(markup->writer, BAD_CAST text));
}

gboolean
ren_markup_close(RenMarkup *markup, GError **error)
{
    check(markup, xmlTextWriterEndDocument(markup->writer));
    check(markup, xmlTextWriterFlush(markup->writer));
    xmlFreeTextWriter(markup->writer);
    if (!markup->failed && !ferror(markup->out))
        return TRUE;
    g_set_error(error, REN_ERROR, REN_ERROR_GRAPH, _("the %s file could not be written: is the disk full?"),
                markup->what);
    return FALSE;
}
