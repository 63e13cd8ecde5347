#!/bin/sh
# The shipped tables of places against a published list of divisions, where that is there.
exec python3 tests/gazetteer/coverage.py "${RENMAI_DIVISIONS:-../shared/data/divisions}" gazetteer
