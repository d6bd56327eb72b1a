# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The problem of an id that nothing has: which one may be meant, and in which file to define a new one."""

from __future__ import annotations

from collections.abc import Collection

from jvom.messages import Message, did_you_mean_id, msg
from jvom.model import Dossier
from jvom.source import Problem, Span


def unknown_id(place: Span, what: Message, id: str, known: Collection[str], define: Message) -> Problem:
    """Return the problem of an id that is not among the known ones; `define` says how and where to add it."""
    advice = did_you_mean_id(id, known, define)
    return Problem(place, msg("{what} «{name}» bestaat niet", what=what, name=id), advice)


def define_in(dossier: Dossier, file: str, id: str) -> Message:
    """Return the advice to add an id to the data file of that name."""
    return msg("zet «{name}» in {file}", name=id, file=_path(dossier, file))


def define_section(dossier: Dossier, id: str) -> Message:
    """Return the advice to add a section to the outline."""
    return msg("zet «{name}» onder report: outline in {file}", name=id, file=_path(dossier, "dossier.yml"))


def _path(dossier: Dossier, name: str) -> str:
    """Return the path of the data file of that name as messages show it; the name if it was not read."""
    ending = f"/{name}"
    return next((file.path for file in dossier.files if file.path.endswith(ending)), name)
