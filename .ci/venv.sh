#!/bin/sh
# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
#
# usage: venv.sh FOLDER REQUIREMENT
#
# Creates the virtual environment FOLDER when it is missing or broken, and installs REQUIREMENT (this
# project, with extras) in it, editable. GOALS may name the targets that make was asked for. An error is
# one line, in Dutch and English, that says what to run; the output of pip is in FOLDER/install.log.

set -u
venv=$1
requirement=$2
log=$venv/install.log

if [ "$(id -u)" = 0 ]; then sudo=; else sudo='sudo '; fi

# stop DUTCH ENGLISH
stop() {
    printf 'jvom: %s [%s]\n' "$1" "$2" >&2
    exit 2
}

# Prints the version of the Python named $1, such as "3.12"; fails when it is missing or too old.
version_of() {
    "$1" -c 'import sys; v = sys.version_info; print("%d.%d" % v[:2]); sys.exit(v < (3, 11))' 2>/dev/null
}

find_python() {
    python=
    without_venv=
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        version=$(version_of "$candidate") || continue
        if "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
            python=$candidate
            return
        fi
        without_venv=${without_venv:-$version}
    done
    if [ -n "$without_venv" ]; then
        run="${sudo}apt-get install python$without_venv-venv"
        stop "Python $without_venv mist de module venv; voer uit: $run" \
            "Python $without_venv lacks its venv module; run the same"
    fi
    found=$(python3 -c 'import sys; print("Python %d.%d" % sys.version_info[:2])' 2>/dev/null) || found='geen Python'
    run="${sudo}apt-get install python3.11 python3.11-venv"
    stop "Python 3.11 of nieuwer is nodig, gevonden: $found; voer uit: $run, of wijs er een aan met: make PYTHON=/pad/naar/python3.12" \
        "Python 3.11 or newer is needed; run the same"
}

# The output of pip only goes to the log.
pip_install() {
    "$venv/bin/python" -m pip install --disable-pip-version-check --no-input --retries 3 --upgrade "$@" >>"$log" 2>&1
}

if ! "$venv/bin/python" -c 'import pip' 2>/dev/null; then
    find_python
    rm -rf "$venv" 2>/dev/null ||
        stop "$venv is van een ander en kapot; laat het weghalen met: sudo rm -rf $venv" "$venv belongs to someone else and is broken; run the same"
    printf 'jvom: %s wordt gemaakt met %s ...\n' "$venv" "$python" >&2
    if ! words=$("$python" -m venv "$venv" 2>&1); then
        stop "$venv kan niet worden gemaakt: $(printf '%s' "$words" | tail -n 1)" "cannot make $venv"
    fi
fi

{ : >"$log"; } 2>/dev/null ||
    stop "$venv is van een ander; laat het weghalen met: sudo rm -rf $venv" "$venv belongs to someone else; run the same"
# A newer pip writes start-up scripts with fewer imports.
if ! pip_install pip || ! pip_install --upgrade-strategy only-if-needed -e "$requirement"; then
    if grep -qiE 'connection (broken|refused|reset)|NewConnectionError|ConnectionError|timed out|name resolution|unreachable|ProxyError|no matching distribution|SSLError' "$log"; then
        stop "de pakketten zijn niet op te halen; is er netwerk? Voer daarna opnieuw uit: make${GOALS:+ $GOALS} (zie $log)" \
            "packages cannot be fetched; with a network, run make again"
    fi
    stop "de pakketten zijn niet te installeren: $(grep -E '^ *([A-Za-z]+Error|ERROR): ' "$log" | tail -n 1 | sed 's/^ *//') (zie $log)" \
        "packages cannot be installed; the log says why"
fi
