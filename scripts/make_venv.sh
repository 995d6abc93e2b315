#!/usr/bin/env bash
# Makes the environment from the lock file and installs this project into it, editable.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/system.sh

venv=${1:-.venv}

find_python() {
    local name
    for name in "${PYTHON:-}" python3.11 python3.12 python3.13 python3 python; do
        [ -n "$name" ] && command -v "$name" >/dev/null || continue
        if "$name" -c 'import sys; raise SystemExit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "No Python 3.11 or later was found. Install one, or name it: make PYTHON=/path/to/python ..." >&2
    return 1
}

make_environment() {
    "$1" -m venv "$venv" && return
    # Debian and Ubuntu ship the part that makes environments apart from Python itself.
    local version
    version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    install_package "python$version-venv" && "$1" -m venv --clear "$venv" && return
    echo "Python cannot make an environment here. Install the package python$version-venv and try again." >&2
    return 1
}

export PIP_DISABLE_PIP_VERSION_CHECK=1
if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    make_environment "$python"
fi
echo "Installing the locked dependencies into $venv ..."
"$venv/bin/python" -m pip install --quiet --require-hashes --requirement requirements.lock
"$venv/bin/python" -m pip install --quiet --no-deps --no-build-isolation --editable .
