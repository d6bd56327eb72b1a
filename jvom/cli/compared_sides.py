# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The two sides of a comparison: what was typed, found and read, as documents."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path

import msgspec

from jvom.cli.dossiers import read_dossier
from jvom.cli.plans import make_plans
from jvom.dossier_ids import DossierId
from jvom.dutch.dates import write_date
from jvom.messages import msg
from jvom.model import Dossier
from jvom.plan import Document
from jvom.reading.dossier_folders import find_dossier, parse_id
from jvom.source import CannotRun, Problem, Span


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One side: its dossier, the folder of it, and the plans of its documents by name.

    `listed` is the dossier whose data are compared, without what is personal for a public version. `withheld`
    are the names of the documents with words that the public version does not show.
    """

    folder: Path
    id: DossierId
    dossier: Dossier
    listed: Dossier
    documents: Mapping[str, Document]
    withheld: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """What the list of changes calls this side."""
        day = write_date(self.dossier.data.presentation_date)
        return f"{self.dossier.data.title} {self.id}, van {day}"

    @property
    def moment(self) -> datetime:
        """The date that its revisions have: that of the dossier, at noon, so that no time zone shifts it."""
        return datetime.combine(self.dossier.data.presentation_date, time(12), UTC)


def read_side(content: Path, typed: str, *, public: bool) -> Side:
    """Return the side that was typed: the id of a dossier in `content`, or the folder of any other.

    Raises CannotRun with all that is wrong with it.
    """
    path = Path(os.path.realpath(typed))
    if typed == Path(typed).name and typed not in ("", ".", ".."):
        return dossier_side(content, find_dossier(content, parse_id(content, typed)), public=public)
    above = Path(typed).parent if Path(typed).name == path.name else path.parent
    return dossier_side(above, find_dossier(above, parse_id(above, path.name)), public=public)


def dossier_side(content: Path, id: DossierId, *, public: bool) -> Side:
    """Return the dossier of that id in `content` as a side; raises CannotRun with all that is wrong."""
    dossier, problems = read_dossier(content, id)
    if dossier is None or problems:
        raise CannotRun(problems)
    plans = {document.file: document for document in make_plans(dossier, public=public)}
    withheld = frozenset() if public else frozenset(_withheld(dossier, plans))
    listed = dossier
    if public:
        from jvom.documents.public import redact

        listed = redact(dossier)
    return Side(
        folder=content / str(id), id=id, dossier=dossier, listed=listed, documents=plans, withheld=withheld
    )


def _withheld(dossier: Dossier, plans: Mapping[str, Document]) -> list[str]:
    """Return the documents that print what the dossier marks as personal."""
    from jvom.documents.leaks import find_leaks, texts_of

    return [name for name, plan in plans.items() if find_leaks(dossier, {name: texts_of(plan)})]


def refuse_same(old: Side, new: Side, typed: str) -> None:
    """Raise CannotRun when both sides are the very same folder; `typed` is the old side."""
    if os.path.realpath(old.folder) == os.path.realpath(new.folder):
        what = msg("oud en nieuw zijn hetzelfde dossier")
        advice = msg("noem twee dossiers, zoals in «jvom compare 2025 2026»")
        raise CannotRun([Problem(Span(typed), what, advice)])
