#!/bin/sh
# own.sh: extracts the project's own annotated issues, prints the scores against their gold, and fails where one lies
# below its floor in tests/floors.json.
set -eu
renmai=${RENMAI:-build/renmai}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
status=0

# measure SET GOLD-FOLDER TEXT-FOLDER [OPTION...]: a set without a gold file fails, so that none is lost unseen.
measure() {
    set=$1 gold=$2 texts=$3
    shift 3
    echo "== $set"
    "$renmai" extract "$@" "$texts" > "$out/$set.ndjson"
    python3 tests/score/score.py "$out/$set.ndjson" "$gold"/*.json
    python3 tests/score/score.py "$out/$set.ndjson" "$gold"/*.json --json > "$out/$set.json"
    python3 tests/score/compare.py "$set" "$out/$set.json" tests/floors.json || status=1
}

measure invented tests/gold seeds -g seeds/gazetteer
measure other tests/gold/other tests/gold/other
measure tv tests/gold/tv tests/gold/tv
exit $status
