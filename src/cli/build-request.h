/* What a build is asked for. It is noted in the store, so that the next build and `status` need not be told
 * again. */
#pragma once
#include "pipeline/pipeline.h"
#include "store/store.h"

/* Under which the store notes the checksums of pipeline/fingerprint.h. */
#define REN_BUILD_FINGERPRINT "gazetteer"
#define REN_BUILD_WORDS "words"
#define REN_BUILD_DECISIONS "decisions"

typedef struct {
    char *dir;         /* owned; the folder to write to; NULL: not told */
    char **gazetteers; /* owned; the user's folders, NULL-terminated; NULL: none */
    char **paths;      /* owned; files and folders, NULL-terminated; NULL or empty: not told */
    char *home;        /* owned; or NULL */
    char *date;        /* owned; or NULL */
    char *paper;       /* owned; or NULL */
} RenBuildRequest;
void ren_build_request_clear(RenBuildRequest *request);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RenBuildRequest, ren_build_request_clear)

/* What it says of the issues; the request's. */
RenTold ren_build_request_told(const RenBuildRequest *request);

/* Writes @request down in @store, which is being made. FALSE with @error set to REN_ERROR_STORE. */
gboolean ren_build_request_note(const RenBuildRequest *request, RenStore *store, GError **error);

/* Completes @request, of what options say: by the project file, and where there are still no paths, by what
 * the last build in its folder was asked for. Sets its folder. FALSE with @error set: REN_ERROR_USAGE where
 * there was none. */
gboolean ren_build_request_recall(RenBuildRequest *request, GError **error);
