# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LibreOffice on this machine: where it is, its version, and what its layout depends on."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import msgspec

from jvom.layout.cache import Cache
from jvom.layout.fonts import typeface
from jvom.layout.surroundings import Surroundings
from jvom.messages import Message, msg
from jvom.source import CannotRun, Problem, Span, reason

OLDEST = (7, 4)
"""The oldest LibreOffice that reads content controls around blocks, and writes PDF/UA."""

PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
"""Where to look when it is not on the search path."""

# LibreOffice's patterns for dividing words, where Linux has them.
_HYPHENATION = ("/usr/share/hyphen/hyph_nl_NL.dic", "/usr/share/hyphen/hyph_nl.dic")

_KIND = "office"

INSTALL = msg(
    "installeer LibreOffice Writer (Debian en Ubuntu: «sudo apt-get install libreoffice-writer-nogui"
    " hyphen-nl fonts-dejavu-core»; anders: www.libreoffice.org), of bouw met --pages estimate, zonder --pdf"
)


class Office(msgspec.Struct, frozen=True):
    """A LibreOffice: its program, its version, and what its layout depends on.

    `environment` is what to run it in, `seconds` the time limit of a run, `processes` how many may run at
    once. `fingerprint` changes with its version, its fonts and its hyphenation; `build` is the build's own
    name.
    """

    program: Path
    version: str
    build: str
    fingerprint: str
    environment: Mapping[str, str]
    seconds: float
    processes: int


def office_for(around: Surroundings, cache: Cache) -> Office:
    """Return the LibreOffice of these surroundings; raises CannotRun as `find` does."""
    return find_office(
        around.search_path,
        around.environment,
        cache,
        program=around.soffice,
        seconds=around.seconds,
        processes=around.processes,
    )


def is_known(around: Surroundings, cache: Cache) -> bool:
    """Tell whether there is a LibreOffice whose version is in the cache."""
    found = around.soffice or _first(around.search_path)
    try:
        return found is not None and cache.text(_KIND, _identity(found)) is not None
    except OSError:
        return False


def find_office(
    search_path: str,
    environment: Mapping[str, str],
    cache: Cache,
    *,
    program: Path | None = None,
    seconds: float = 120,
    processes: int = 1,
) -> Office:
    """Return the LibreOffice of this machine: `program`, or the first on the search path or in PLACES.

    `search_path` is as in ``PATH``, `environment` what a program of this user runs in. Raises CannotRun when
    there is none, or one that does not run or is too old.
    """
    found = program or _first(search_path)
    if found is None:
        raise cannot("LibreOffice", msg("LibreOffice is niet geïnstalleerd"), INSTALL)
    try:
        identity = _identity(found)
    except OSError as error:
        raise cannot(
            found.as_posix(),
            msg("LibreOffice is hier niet: {reason}", reason=reason(error)),
            INSTALL,
        ) from error
    # It is started from other folders. Not Path.resolve: some programs look at their own name.
    found = found.absolute()
    environment = _neutral(environment)
    version = cache.text(_KIND, identity)
    if version is None:
        version = _version(found, environment, seconds)
        cache.put_text(_KIND, identity, version)
    number = re.search(r"\d+(\.\d+)+", version)
    if number is None or tuple(int(part) for part in number[0].split(".")[:2]) < OLDEST:
        raise cannot(
            found.as_posix(),
            msg("deze LibreOffice is te oud of onbekend: «{version}»", version=version or "?"),
            msg("installeer versie {oldest} of nieuwer", oldest=".".join(map(str, OLDEST))),
        )
    surroundings = [version, *(f"{path} {size}" for path, size in _layout_files(environment))]
    return Office(
        program=found,
        version=number[0],
        build=version[number.end() :].strip(),
        fingerprint=sha256("\n".join(surroundings).encode()).hexdigest(),
        environment=environment,
        seconds=seconds,
        processes=processes,
    )


def _identity(program: Path) -> str:
    """Return a text that changes when another LibreOffice is installed. Raises OSError without one."""
    place = program.resolve(strict=True)
    stat = place.stat()
    return f"{place} {stat.st_size} {stat.st_mtime_ns}"


def _first(search_path: str) -> Path | None:
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name, path=search_path):
            return Path(found)
    return next((Path(place) for place in PLACES if Path(place).is_file()), None)


def _version(program: Path, environment: Mapping[str, str], seconds: float) -> str:
    """Return what the program prints as its version, "" when that is nothing."""
    try:
        output = subprocess.run(
            [str(program), "--headless", "--version"],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env=dict(environment),
            timeout=min(seconds, 30),
            check=False,
        ).stdout
    except subprocess.TimeoutExpired as error:
        raise cannot(
            program.as_posix(),
            msg("LibreOffice was na {seconds} seconden nog niet klaar", seconds=round(min(seconds, 30))),
            msg("probeer het opnieuw, of bouw met --pages estimate, zonder --pdf"),
        ) from error
    except OSError as error:
        raise cannot(
            program.as_posix(),
            msg("LibreOffice start niet: {reason}", reason=reason(error)),
            INSTALL,
        ) from error
    return output.decode("utf-8", "replace").strip().partition("\n")[0][:100]


def _neutral(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment without what would change the PDF or show a window."""
    mine = {
        key: value
        for key, value in environment.items()
        if not key.startswith(("LC_", "LANG")) and key not in ("DISPLAY", "WAYLAND_DISPLAY", "TZ")
    }
    return {**mine, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "TZ": "UTC", "SAL_USE_VCLPLUGIN": "svp"}


def _layout_files(environment: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Yield the name and size of each file that line breaks depend on."""
    for font in typeface(environment):
        yield font.name, font.stat().st_size
    for pattern in map(Path, _HYPHENATION):
        if pattern.is_file():
            yield pattern.name, pattern.stat().st_size


def cannot(place: str, what: Message, advice: Message) -> CannotRun:
    """Return the error: LibreOffice or its path, what is wrong, and what to do."""
    return CannotRun([Problem(Span(place), what, advice)])
