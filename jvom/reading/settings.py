# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The settings of a dossier: ``content/jvom.yml`` and, over it, that of the dossier. Neither need exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from jvom.dossier_ids import DossierId
from jvom.messages import msg
from jvom.model import Record
from jvom.reading.kept_files import KeptFiles
from jvom.reading.records import read_record
from jvom.settings import Settings, matches
from jvom.source import CannotRun, Positions, Problem, ProblemCollector

SETTINGS = "jvom.yml"
"""The name of the file."""

_DEFAULT = Settings()
_Layer = TypeVar("_Layer", bound=Record)


def read_settings(
    content: Path,
    dossier: DossierId | None = None,
    *,
    is_partial: bool = False,
    files: KeptFiles | None = None,
) -> Settings:
    """Return the settings under `content`, with over them those of a dossier, if one is given.

    What neither file sets has the package's default. In content that `is_partial`, without all the texts
    that were once there, a pattern may be the name of none. `files` are those that were read before,
    and those that are not saved yet. Raises CannotRun with every problem of both.
    """
    gathered = ProblemCollector()
    files = files or KeptFiles()
    house = gathered.of(lambda: _read(content / SETTINGS, files))
    folder = content / str(dossier)
    own = gathered.of(lambda: _read(folder / SETTINGS, files)) if dossier else Settings()
    if house is not None and not is_partial:
        gathered.problems += _unused_patterns(house, lambda: content.rglob("*"))
    if own is not None and dossier and not is_partial:
        gathered.problems += _unused_patterns(own, lambda: (*content.glob("*.yml"), *folder.rglob("*")))
    if house is None or own is None or gathered.problems:
        raise CannotRun(gathered.problems)
    return files.once(("settings", folder), (house, own), lambda: overlay(house, own))


def _read(path: Path, files: KeptFiles) -> Settings:
    """Return the settings of one file, the default ones without it; raises CannotRun with its problems."""
    return read_record(path, Settings, files) if files.exists(path) else _DEFAULT


def _unused_patterns(settings: Settings, files: Callable[[], Iterable[Path]]) -> Iterator[Problem]:
    """Yield a problem for each pattern in `per-file-ignores` that matches none of the texts.

    Word files don't count: those of a build are elsewhere, or don't exist yet.
    """
    patterns = [pattern for pattern in settings.per_file_ignores if not pattern.endswith(".docx")]
    if not patterns:
        return
    names = [path.as_posix() for path in files() if path.suffix in (".md", ".yml")]
    for pattern in patterns:
        if not any(matches(name, pattern) for name in names):
            yield Problem(
                settings.at.entry("per-file-ignores", pattern),
                msg("«{pattern}» is van geen enkel bestand de naam", pattern=pattern),
                msg("schrijf een naam of patroon, zoals rapport/*.md, of haal het weg"),
            )


# --- one file over another -----------------------------------------------------------------------


def overlay(house: Settings, own: Settings) -> Settings:
    """Return the settings of a dossier: `own` over those of the house.

    As on the command line, `select` replaces `select` and `ignore` of the house, and `ignore` is added to
    them. Words and spellings are added too. Entries of a mapping and keys of a block replace the house's.
    """
    if not own.at.keys:
        return house
    if not house.at.keys:
        return own
    added: dict[str, Any] = {
        "spelling": (*house.spelling, *own.spelling),
        "per_file_ignores": {**house.per_file_ignores, **own.per_file_ignores},
        "severity": {**house.severity, **own.severity},
        "words": {
            rule: {**house.words.get(rule, {}), **own.words.get(rule, {})}
            for rule in {**house.words, **own.words}
        },
        "accept": {
            rule: (*house.accept.get(rule, ()), *own.accept.get(rule, ()))
            for rule in {**house.accept, **own.accept}
        },
    }
    if own.select:
        house = msgspec.structs.replace(house, ignore=(), at=_without(house.at, "ignore"))
    added["ignore"] = (*house.ignore, *own.ignore)
    return msgspec.structs.replace(_override(house, own), **added)


def _override(base: _Layer, own: _Layer) -> _Layer:
    """Return `base` with the keys in the file of `own` replaced."""
    changes: dict[str, Any] = {}
    for key, name in zip(own.__struct_encode_fields__, own.__struct_fields__, strict=True):
        if key in own.at.keys:
            value = getattr(own, name)
            changes[name] = _override(getattr(base, name), value) if isinstance(value, Record) else value
    return msgspec.structs.replace(base, **changes, at=_merge_places(base.at, own.at))


def _merge_places(base: Positions, own: Positions) -> Positions:
    """Return the merged places of two records; a list in both has the places of all its items."""
    items = {**base.items, **own.items}
    for key in ("ignore", "spelling"):
        if key in base.items and key in own.items:
            items[key] = (*base.items[key], *own.items[key])
    return Positions(
        own.span,
        keys={**base.keys, **own.keys},
        values={**base.values, **own.values},
        items=items,
        entries={
            key: {**base.entries.get(key, {}), **own.entries.get(key, {})}
            for key in {**base.entries, **own.entries}
        },
    )


def _without(at: Positions, key: str) -> Positions:
    def rest(places: Mapping[str, Any]) -> dict[str, Any]:
        return {other: place for other, place in places.items() if other != key}

    return Positions(at.span, rest(at.keys), rest(at.values), rest(at.items), rest(at.entries))
