#!/bin/sh
# Verifies a made-up loan file that comes with tieout and says where the report lies.
#
#   sh scripts/demo.sh               a Chinese trading company with fabricated figures
#   sh scripts/demo.sh FOLDER        any loan file: a folder, a zip, or single documents
#
# Writes to tieout-report/ beside this folder; TIEOUT_REPORT names another.
set -eu

checkout=$(cd "$(dirname "$0")/.." && pwd)
sh "$checkout/scripts/setup.sh" runtime
[ $# -gt 0 ] || set -- "$checkout/samples/files/fabricated-zh"
report=${TIEOUT_REPORT:-$checkout/tieout-report}

echo "demo: tieout verify $* --out $report" >&2
status=0
"$checkout/.venv/bin/tieout" verify "$@" --out "$report" || status=$?
# 3: some documents could not be read; the report is about the others and says so.
if [ "$status" -eq 0 ] || [ "$status" -eq 3 ]; then
    echo "demo: open this in a browser: $report/report.html" >&2
    echo "demo: for the service with its web pages: $checkout/.venv/bin/tieout serve" >&2
fi
exit "$status"
