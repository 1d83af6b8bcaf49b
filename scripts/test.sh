#!/bin/sh
# Checks this checkout: lint, format, types, import contracts, tests.
#
#   sh scripts/test.sh                      everything
#   sh scripts/test.sh tests/extract -k pdf only the tests, with these arguments for pytest
#
# The tests come last, so that the last line is pytest's summary. Exit status: 0 all passed; 1 something failed.
set -eu

cd "$(dirname "$0")/.."
sh scripts/setup.sh dev
PATH=$(pwd)/.venv/bin:$PATH
# Two test workers share the machine: a library that takes every core for itself makes both slower.
export PATH OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1

failed=""
check() {
    name=$1
    shift
    echo "== $name: $*"
    "$@" </dev/null || failed="$failed $name"
}

if [ $# -eq 0 ]; then
    check lint ruff check .
    check format ruff format --check .
    check types mypy
    check contracts lint-imports --no-logo
    echo "== tests: pytest"
    set -- -n 2
fi
status=0
python -m pytest "$@" </dev/null || status=$?
if [ -n "$failed" ]; then
    echo "test: failed before the tests:$failed" >&2
    exit 1
fi
exit "$status"
