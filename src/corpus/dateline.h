/* The day an issue came out: from its name, else estimated from its text.
 *
 * In the name (file or folders): 2024-11-06, 2024_11_06, 20241106, 2024年11月6日, 2024/11/06. In the text: a
 * masthead's date (a short line near the top or the end); else the day after the latest day that a lead tells
 * of (本报讯…11月5日: an issue prints yesterday's news). The year is the latest that the text names often and
 * not as a plan's; a date too far from the other leads' is a plan's or a memory's and does not count. */
#pragma once
#include "base/record.h"

/* Sets date and date_source of @issue, unless a field of its file has said them (REN_DATE_NONE and NULL where
 * nothing tells). @text is the clean text of the issue, one paragraph a line, as RenView has it; NULL stands
 * for the raw text. */
void ren_dateline_find(RenIssue *issue, const char *text);

/* Reads a date in a file's path. Returns it as "YYYY-MM-DD", owned by the caller, or NULL. */
char *ren_dateline_parse_name(const char *name);

/* Reads the date of a field: as in a name, or a point in time by ISO 8601 ("2021-03-03T16:30:00Z" is
 * 2021-03-04 in China) or in seconds or milliseconds since 1970. As before. */
char *ren_dateline_parse_stamp(const char *stamp);
