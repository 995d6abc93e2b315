#!/usr/bin/env bash
# Installs Chromium from the system's packages, for the browser tests. Where it cannot, it says so and
# lets those tests skip by name.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/system.sh

for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then
        exit 0
    fi
done

echo "Installing Chromium from the system's packages ..."
install_package chromium && exit 0
echo "Chromium: not installed, and it cannot be installed from here; the browser tests will be skipped." >&2
