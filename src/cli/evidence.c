#include "cli/evidence.h"

guint
ren_evidence_pick(const GPtrArray *quotes, guint start, guint end, const RenQuote *shown[2])
{
    const RenQuote *first = NULL, *second = NULL;
    for (guint i = start; i < end; i++) {
        const RenQuote *quote = quotes->pdata[i];
        if (quote->first && quote->second) {
            shown[0] = quote;
            return 1;
        }
        first = first == NULL && quote->first ? quote : first;
        second = second == NULL && quote->second ? quote : second;
    }
    guint n = 0;
    if (first != NULL)
        shown[n++] = first;
    if (second != NULL)
        shown[n++] = second;
    return n;
}
