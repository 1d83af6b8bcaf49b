#!/bin/sh
# Makes .rivals/NAME, an environment for each program that the reading benchmark compares tieout with and whose packages do not agree with
# tieout's own. Versions are those that were measured. Needs what setup.sh dev installs; monopoly-core needs poppler's headers as well.
# A rival that cannot be installed is named and left out; the benchmark names it too.
set -eu

cd "$(dirname "$0")/.."
python=.venv/bin/python
[ -x "$python" ] || { echo "rivals: first type: sh scripts/setup.sh dev" >&2; exit 2; }
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

rival() {
    name=$1
    shift
    [ -f ".rivals/$name/.done" ] && return 0
    "$python" -m venv --clear ".rivals/$name"
    if ".rivals/$name/bin/python" -m pip install -q "$@" </dev/null >&2; then
        touch ".rivals/$name/.done"
    else
        rm -rf ".rivals/$name"
        echo "rivals: $name could not be installed" >&2
    fi
}

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get install -y -q --no-install-recommends g++ libpoppler-cpp-dev pkg-config python3-dev </dev/null >&2 || true
else
    echo "rivals: monopoly-core needs: sudo apt-get install -y --no-install-recommends g++ libpoppler-cpp-dev pkg-config python3-dev" >&2
fi
rival img2table img2table==2.0.0 pandas
rival monopoly-core monopoly-core==0.23.4
rival invoice2data invoice2data==1.0.1
