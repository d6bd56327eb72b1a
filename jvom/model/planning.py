# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What dossier.yml says of its planning: who must be ready when, and who approves which text."""

from datetime import date
from typing import Annotated

from msgspec import Meta, field

from jvom.model.record import Line, Record


class Milestone(Record, frozen=True, kw_only=True):
    """A day of the planning that is not one of its own keys."""

    date: Annotated[date, Meta(description="De dag.")]
    what: Annotated[Line, Meta(description="Wat er dan klaar moet zijn, zoals Nota naar de minister.")]


EVERY_TEXT = "all"
"""The key in `Planning.approvals` for those who must approve every text."""


class Planning(Record, frozen=True, kw_only=True):
    """Who must be ready when. The council and the presentation have keys of their own in dossier.yml."""

    texts: Annotated[
        date | None, Meta(description="De dag waarop de eigenaren hun teksten geleverd hebben.")
    ] = None
    review: Annotated[
        date | None, Meta(description="De dag waarop de teksten nagekeken en definitief zijn.")
    ] = None
    owners: Annotated[
        dict[str, date],
        Meta(description="Per eigenaar een eigen dag om te leveren, in plaats van die bij texts."),
    ] = field(default_factory=dict)
    milestones: Annotated[
        tuple[Milestone, ...], Meta(description="Andere dagen, zoals die van de nota.")
    ] = ()
    approvals: Annotated[
        tuple[Line, ...] | dict[str, tuple[Line, ...]],
        Meta(
            description="Wie elke tekst moet accorderen: [DJZ]. Of per tekst: {all: [DJZ], nmi: [CDS]}; "
            "wat onder all staat, geldt voor alle teksten.",
        ),
    ] = ()

    def approvers(self, text: str) -> tuple[str, ...]:
        """Return who must approve a text, by the name of its file without `.md`."""
        if isinstance(self.approvals, tuple):
            return self.approvals
        named = (*self.approvals.get(EVERY_TEXT, ()), *self.approvals.get(text, ()))
        return tuple(dict.fromkeys(named))
