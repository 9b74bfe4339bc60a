#!/usr/bin/env bash
# Installs Node with npm, which build the pages, and Debian's Chromium, in which they are tested: each only where it is
# missing, since a machine with another Node refuses Debian's pair.
#
#   scripts/install-node.sh [--browser]
#
# --browser     Chromium too
set -euo pipefail

missing=()
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then missing+=(nodejs npm); fi
case "${1:-}" in
  '') ;;
  --browser) command -v chromium >/dev/null || missing+=(chromium) ;;
  *) echo "install-node.sh: unknown option '$1'; take --browser or none" >&2; exit 2 ;;
esac

if [ ${#missing[@]} -gt 0 ]; then
  run=()
  [ "$(id -u)" -eq 0 ] || run=(sudo)
  "${run[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

version=$(node --version)
major=${version#v}
major=${major%%.*}
if [ "$major" -lt 18 ]; then
  echo "install-node.sh: Node $version is too old for the pages; they build with 18.20 and newer." >&2
  exit 1
fi
