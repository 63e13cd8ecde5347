#!/bin/sh
# floors.sh SHARED: extracts SHARED/seeds and SHARED/gold/news, prints the scores against their gold, and fails where one
# lies below its floor in tests/floors.json.
set -eu
shared=$1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
build/renmai extract "$shared/seeds" > "$out/seeds.ndjson"
build/renmai extract "$shared"/gold/news/*.txt > "$out/news.ndjson"
status=0
for set in seeds news; do
    case $set in
    seeds) gold=$(ls "$shared"/gold/*.json) ;;
    news) gold=$(ls "$shared"/gold/news/*.json) ;;
    esac
    echo "== $set"
    # shellcheck disable=SC2086  # the gold files are many words on purpose
    python3 "$shared/eval/score.py" "$out/$set.ndjson" $gold
    # shellcheck disable=SC2086
    python3 "$shared/eval/score.py" "$out/$set.ndjson" $gold --json > "$out/$set.json"
    python3 tests/score/compare.py "$set" "$out/$set.json" tests/floors.json || status=1
done
exit $status
