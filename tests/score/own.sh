#!/bin/sh
# own.sh: extracts the project's own annotated issues, builds its annotated archives, prints the scores against their gold,
# and fails where one lies below its floor in tests/floors.json.
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

# measure_entities SET GOLD-FOLDER GAZETTEER TEXT-FOLDER...: the entities of a build of several papers.
measure_entities() {
    set=$1 gold=$2 gazetteer=$3
    shift 3
    echo "== $set, entities"
    "$renmai" build -g "$gazetteer" -o "$out/$set" "$@" > /dev/null
    python3 tests/score/identity.py "$out/$set/renmai.db" "$gold"
    python3 tests/score/identity.py "$out/$set/renmai.db" "$gold" --json > "$out/$set.json"
    python3 tests/score/compare.py "$set" "$out/$set.json" tests/floors.json || status=1
}

measure_entities archive tests/gold/archive seeds/gazetteer tests/gold/archive/砚川日报 tests/gold/archive/恒山报
measure_entities archive2 tests/gold/archive2 tests/gold/archive2/gazetteer \
    tests/gold/archive2/棠州日报 tests/gold/archive2/临棠报 tests/gold/archive2/棠城周刊
exit $status
