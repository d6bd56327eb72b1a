# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a house asks of ``jvom check``: the file ``content/jvom.yml``, as a frozen value."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Annotated, Literal

from msgspec import Meta, field

from jvom.model import Line, Record


class Settings(Record, frozen=True, kw_only=True, rename={"per_file_ignores": "per-file-ignores"}):
    """The file ``content/jvom.yml``: what `jvom check` looks for. A rule is named by code, prefix or name."""

    select: Annotated[
        tuple[Line, ...],
        Meta(description="De regels die gelden; leeg betekent alle (MAN, LNG001, mandate-ended)."),
    ] = ()
    ignore: Annotated[tuple[Line, ...], Meta(description="De regels die niet gelden.")] = ()
    per_file_ignores: Annotated[
        dict[str, tuple[Line, ...]],
        Meta(description="Per bestand of patroon (rapport/*.md) de regels die daar niet gelden."),
    ] = field(default_factory=dict)
    severity: Annotated[
        dict[str, Literal["error", "warning", "info"]],
        Meta(description="Per regel een andere zwaarte: error, warning of info."),
    ] = field(default_factory=dict)
    words: Annotated[
        dict[str, dict[str, Line]],
        Meta(description="Per woordregel extra woorden van het huis, met de goede vorm of een toelichting."),
    ] = field(default_factory=dict)
    accept: Annotated[
        dict[str, tuple[Line, ...]],
        Meta(description="Per woordregel de woorden die het huis wel goed vindt."),
    ] = field(default_factory=dict)
    spelling: Annotated[
        tuple[Line, ...],
        Meta(description="Woorden die goed gespeld zijn, ook al kent het woordenboek ze niet."),
    ] = ()
    dictionary: Annotated[
        str,
        Meta(description="De map met een ander Nederlands woordenboek (nl.aff en nl.dic) dan dat van jvom."),
    ] = ""


def matches(path: str, pattern: str) -> bool:
    """Tell whether a file is meant by a name or pattern: the whole path, or its last parts."""
    return fnmatchcase(path, pattern) or fnmatchcase(path, f"*/{pattern}")
