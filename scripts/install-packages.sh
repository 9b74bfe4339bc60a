#!/usr/bin/env bash
# Installs the Debian packages of packages.txt that are missing. Says nothing where none is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Each a package, or several of which one will do: one|another.
mapfile -t wanted < <(sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' packages.txt)

give_up() {
  echo "install-packages: $1" >&2
  echo "OpenIMR needs these packages: ${missing[*]}" >&2
  echo "$2" >&2
  exit 1
}

missing=("${wanted[@]}")
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  give_up "this is no Debian system." "Install them under the names that they have here, then run: cmake --preset release"
fi

missing=()
for package in "${wanted[@]}"; do
  IFS='|' read -ra names <<<"$package"
  state=$(dpkg-query -W -f='${db:Status-Status}\n' "${names[@]}" 2>/dev/null || true)
  grep -qx installed <<<"$state" || missing+=("$package")
done
[ "${#missing[@]}" -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null ||
    give_up "they can only be installed as root, and there is no sudo." \
      "As root, run: apt-get install ${missing[*]}"
  as_root=(sudo)
fi

# The first of one|another that the package sources have; where they have none, the first.
offered() {
  local package names
  IFS='|' read -ra names <<<"$1"
  for package in "${names[@]}"; do
    if apt-cache policy "$package" | grep -q 'Candidate: [0-9]'; then
      echo "$package"
      return
    fi
  done
  echo "${1%%|*}"
}

echo "Installing: ${missing[*]}"
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y)
"${apt[@]}" update || echo "install-packages: the package lists could not be renewed; trying with those at hand." >&2
for i in "${!missing[@]}"; do missing[i]=$(offered "${missing[i]}"); done
"${apt[@]}" install --no-install-recommends "${missing[@]}" ||
  give_up "apt-get could not install them (see above)." \
    "Check the network and the package sources (Debian 12 or 13), or install them by hand, then run this again."
