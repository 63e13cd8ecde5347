/* XML, written by libxml2, for the formats that are XML. Not for other rooms. */
#pragma once
#include <glib.h>
#include <libxml/xmlwriter.h>
#include <stdio.h>

/* What is being written. Once something has failed the rest is lost, and ren_markup_close() says so. */
typedef struct {
    xmlTextWriter *writer; /* owned */
    FILE *out;             /* borrowed */
    const char *what;      /* borrowed; the format, as "GEXF" */
    gboolean failed;
} RenMarkup;

/* Begins a document of @what on @out. FALSE with @error set to REN_ERROR_GRAPH. */
gboolean ren_markup_open(RenMarkup *markup, FILE *out, const char *what, GError **error);
void ren_markup_start(RenMarkup *markup, const char *element);
void ren_markup_end(RenMarkup *markup);
void ren_markup_attribute(RenMarkup *markup, const char *name, const char *value);
/* An element with nothing but @text. */
void ren_markup_element(RenMarkup *markup, const char *name, const char *text);
/* @text, in which special characters stand as XML wants them. */
void ren_markup_raw(RenMarkup *markup, const char *text);
/* Ends all elements and frees what is owned. FALSE with @error set to REN_ERROR_GRAPH where anything has
 * failed. */
gboolean ren_markup_close(RenMarkup *markup, GError **error);
