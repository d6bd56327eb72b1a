# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the content, the templates and the documents are when a command does not say so.

They lie side by side in one folder. It is the current one, or one above it, so that a command works in any
folder of the content; JVOM_CONTENT names the content for a command that runs elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from jvom.cli.verb import Options

CONTENT, TEMPLATES = Path("content"), Path("templates")
VARIABLE = "JVOM_CONTENT"

VerbOptions = TypeVar("VerbOptions", bound=Options)


def in_project(
    options: VerbOptions, typed: Collection[str], environment: Mapping[str, str] = os.environ
) -> VerbOptions:
    """Return options with the folders that were found, for those whose fields are not among the `typed`.

    Templates are those beside the content; where there are none, those that come with jvom. A dossier in
    whose folder the command runs is the one that is meant when none is named.
    """
    import msgspec

    found: dict[str, Path | str] = {}
    if _default(options, "content") == CONTENT and "content" not in typed:
        content = Path(environment[VARIABLE]) if environment.get(VARIABLE) else find_project() / CONTENT
        found |= {"content": content, "project": content.parent}
        if _default(options, "dossier") == "" and "dossier" not in typed:
            found["dossier"] = _dossier_around(content)
    elif "content" in options.__struct_fields__:
        return options  # the templates belong to the content that was typed
    if _default(options, "templates") == TEMPLATES and "templates" not in typed:
        beside = Path(found.get("project", "")) / TEMPLATES
        found["templates"] = beside if beside.is_dir() else _packaged_templates() or beside
    return msgspec.structs.replace(options, **found) if found else options


def _packaged_templates() -> Path | None:
    from jvom.example import packaged

    return packaged("templates")


def find_project() -> Path:
    """Return the nearest folder with a `content` in which there are dossiers: "." or above, as "../..".

    It is the current folder when it has a `content`, and when no folder has.
    """
    if CONTENT.is_dir():
        return Path()
    above = Path()
    for _ in _folders_above():
        above /= ".."
        if any((above / CONTENT).glob("[0-9]*/dossier.yml")):
            return above
    return Path()


def is_usual(content: Path) -> bool:
    """Tell whether content is where `find_project` may find it, so that nobody need have typed it."""
    return content.name == CONTENT.name and set(content.parts[:-1]) <= {".."}


def _default(options: Options, field: str) -> object:
    """Return the default of a field, None when the verb has no such field."""
    fields, defaults = options.__struct_fields__, options.__struct_defaults__
    place = fields.index(field) - len(fields) + len(defaults) if field in fields else -1
    return defaults[place] if place >= 0 else None


def _dossier_around(content: Path) -> str:
    """Return the id of the dossier in whose folder the command runs; "" outside every dossier."""
    try:
        inside = Path.cwd().relative_to(os.path.realpath(content))
    except (ValueError, FileNotFoundError):  # not in the content, or in a folder that is gone
        return ""
    return inside.parts[0] if inside.parts and (content / inside.parts[0] / "dossier.yml").exists() else ""


def _folders_above() -> Sequence[Path]:
    """Return the folders above the current one; none when someone has removed it."""
    try:
        return Path.cwd().parents
    except FileNotFoundError:
        return ()
