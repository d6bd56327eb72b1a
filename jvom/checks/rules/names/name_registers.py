# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The names in the registers of a dossier, with their right and wrong forms."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jvom.checks.glossaries import without_remark
from jvom.checks.views import DossierView
from jvom.source import Positions, Span


class Registered(msgspec.Struct, frozen=True):
    """A name in a register: its right forms, the best first, the wrong ones, and where it is.

    With `strict_capitals`, other capitals are wrong; a long official name may be written without them.
    """

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    strict_capitals: bool
    at: Positions
    key: str

    @property
    def span(self) -> Span:
        """Its place in the register."""
        return self.at.value(self.key)


def registered(view: DossierView) -> Iterator[Registered]:
    """Yield the names of missions.yml, names.yml, and the expansions of abbreviations.yml."""
    for mission in view.dossier.missions.missions:
        right = (mission.name, *mission.accepted)
        yield Registered(right, mission.rejected, True, mission.at, "name")
        if mission.official not in right:
            yield Registered((mission.official,), (), False, mission.at, "official")
    for name in view.dossier.names.names:
        yield Registered((name.name, *name.accepted), name.rejected, True, name.at, "name")
    named = {name.name for name in view.dossier.names.names}
    for entry in view.dossier.glossary.abbreviations:
        if entry.expansion in named:
            continue  # the register is strict on its capitals
        yield Registered((without_remark(entry.expansion),), (), False, entry.at, "expansion")
