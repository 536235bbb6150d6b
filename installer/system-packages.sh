#!/usr/bin/env bash
# The Debian and Ubuntu packages that Qt needs, and nothing else. Installs what is missing when run as root;
# otherwise prints the one line to run and stops. On other systems it says nothing: the wheels bring all.
set -euo pipefail

command -v dpkg-query >/dev/null || exit 0

wanted=(libgl1 libegl1 libfontconfig1 libxkbcommon0 libdbus-1-3
        xvfb libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0
        python3-venv)
missing=()
installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null || true)" = installed ]; }
for package in "${wanted[@]}"; do
    installed "$package" || missing+=("$package")
done
# From Debian 13 and Ubuntu 24.04 on, GLib carries another name.
installed libglib2.0-0 || installed libglib2.0-0t64 || missing+=(libglib2.0-0)
"${PYTHON:-python3}" -c 'import ensurepip' 2>/dev/null && missing=("${missing[@]/python3-venv/}")
read -ra missing <<<"${missing[*]}"
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -ne 0 ]; then
    echo "Fieldapp needs these system packages. Run this line, then the same command again:" >&2
    echo "  sudo apt-get update && sudo apt-get install --no-install-recommends -y ${missing[*]}" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get -qq update
apt-get -qq install --no-install-recommends -y "${missing[@]}" >/dev/null
