#!/bin/sh
# Makes .venv in this checkout and installs tieout into it, with its exact dependencies.
#
#   sh scripts/setup.sh            what is needed to run tieout
#   sh scripts/setup.sh dev        the above, and what is needed to test it
#
# Needs sh and python3 (3.11 or later). Asks nothing. A second run takes no time, unless a lock has changed.
# Exit status: 0 done; 2 something has to be installed by hand first, and the line to type was printed.
set -eu

cd "$(dirname "$0")/.."
checkout=$(pwd)
mode=${1:-runtime}
case "$mode" in
runtime)
    lock=requirements.lock
    packages="tesseract-ocr tesseract-ocr-chi-sim"
    ;;
dev)
    lock=requirements-dev.lock
    packages="tesseract-ocr tesseract-ocr-chi-sim fonts-wqy-microhei fonts-wqy-zenhei fonts-arphic-uming fonts-liberation"
    # git lists the files of the checkout; libatomic1 is what the browser driver is linked against.
    packages="$packages fonts-dejavu-core poppler-utils chromium git libatomic1"
    # What samples are set in, drawn with and altered with.
    packages="$packages fonts-arphic-ukai fonts-arphic-gkai00mp fonts-noto-cjk fonts-droid-fallback fonts-urw-base35"
    packages="$packages fonts-crosextra-carlito fonts-crosextra-caladea fonts-open-sans fonts-lato fonts-roboto-unhinted"
    packages="$packages fonts-freefont-ttf fonts-hack ghostscript mupdf-tools qpdf libreoffice-draw-nogui libreoffice-calc-nogui"
    ;;
*)
    echo "setup: unknown mode $mode; there are runtime and dev." >&2
    exit 2
    ;;
esac

say() { echo "setup: $*" >&2; }

is_root() { [ "$(id -u)" -eq 0 ]; }

# Debian packages of "$@" that are not installed. Prints nothing on a system without dpkg.
missing_of() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    for package in "$@"; do
        dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -q '^installed$' || printf '%s ' "$package"
    done
}

# Installs Debian packages; fails when it cannot. The package lists of a fresh image are empty, so they are fetched once.
apt_install() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -y -q --no-install-recommends "$@" </dev/null >&2 ||
        { apt-get update -q </dev/null >&2 && apt-get install -y -q --no-install-recommends "$@" </dev/null >&2; }
}

system_packages() {
    # shellcheck disable=SC2086  # a list of names is meant
    missing=$(missing_of $packages)
    [ -n "$missing" ] || return 0
    if is_root && command -v apt-get >/dev/null 2>&1; then
        say "installing $missing"
        # shellcheck disable=SC2086
        apt_install $missing || say "these could not be installed: $missing (tieout works without them; scans are then read once, not twice)"
    else
        say "not installed: $missing"
        say "tieout works without them; scans are then read once, not twice, and more figures are marked doubtful. To install:"
        say "    sudo apt-get install -y --no-install-recommends $missing"
    fi
}

find_python() {
    for candidate in python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            command -v "$candidate"
            return 0
        fi
    done
    say "there is no Python 3.11 or later here. To install one:"
    say "    sudo apt-get install -y --no-install-recommends python3 python3-venv"
    return 2
}

# Debian parts venv from Python: `python3 -m venv` then fails half way and leaves a folder without pip.
environment() {
    if [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1; then
        return 0
    fi
    python=$(find_python) || exit 2
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        if is_root && command -v apt-get >/dev/null 2>&1; then
            say "installing python3-venv"
            apt_install python3-venv || say "python3-venv could not be installed"
        fi
        if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
            say "Python's venv module is missing. Type this, then call the script again:"
            say "    sudo apt-get install -y --no-install-recommends python3-venv"
            exit 2
        fi
    fi
    say "making .venv"
    "$python" -m venv --clear .venv
}

# What the environment depends on; it stands in the stamp, so that an unchanged one is left alone.
fingerprint() {
    .venv/bin/python - "$checkout" "$1" pyproject.toml <<'PYTHON'
import hashlib
import pathlib
import sys

digest = hashlib.sha256(f"{sys.version} {sys.argv[1]}".encode())
for name in sys.argv[2:]:
    digest.update(pathlib.Path(name).read_bytes())
print(digest.hexdigest())
PYTHON
}

stamped() { [ -f ".venv/.tieout-$1" ] && [ "$(cat ".venv/.tieout-$1")" = "$(fingerprint "$2")" ]; }

install() {
    if stamped "$mode" "$lock" || { [ "$mode" = runtime ] && stamped dev requirements-dev.lock; }; then
        return 0
    fi
    say "installing the packages of $lock"
    export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
    if ! .venv/bin/python -m pip install -q --require-hashes -r "$lock" </dev/null >&2; then
        say "pip could not install the packages of $lock; its reason stands above. It uses the package index that this machine is set up with."
        exit 2
    fi
    # setuptools is in the lock, so nothing more has to be fetched to build.
    .venv/bin/python -m pip install -q --no-deps --no-build-isolation -e . </dev/null >&2
    fingerprint "$lock" >".venv/.tieout-$mode"
}

environment
system_packages
install
