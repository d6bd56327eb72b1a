# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How far a dossier is: each text beside its planning, its findings, and the same text a year before."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

import msgspec
from msgspec.structs import replace

from jvom.dossier_ids import DossierId
from jvom.findings import Finding, Report, Severity
from jvom.kinds import KINDS, SECTIONS
from jvom.messages import Message
from jvom.model import Dossier, Fragment, Status
from jvom.resolving.numbering import sections
from jvom.text import FigureUse, Remark, walk, walk_blocks
from jvom.years.approvals import ApprovalState, approvals_of
from jvom.years.planning import due_day
from jvom.years.words import count_words, flat

STATUSES: tuple[Status, ...] = ("outline", "draft", "review", "final")
"""In the order in which a text passes them."""


class TextStatus(msgspec.Struct, frozen=True, kw_only=True):
    """How far one text is. `kind` names its document; a section has a `number`, an appendix one too.

    `due` is the day by which it must be further than it is, None when no day asks for that, and `days_left`
    how many days that is from the day of the status: negative when it is late. `words_before` are those of
    the same text a year before, None when there is none.
    """

    id: str
    kind: str
    title: Message | str
    path: str
    owners: tuple[str, ...]
    status: Status
    words: int
    number: str = ""
    appendix: bool = False
    due: date | None = None
    days_left: int | None = None
    words_before: int | None = None
    findings: tuple[Finding, ...] = ()
    open_figures: tuple[str, ...] = ()
    carried_from: int | None = None
    remarks: tuple[Remark, ...] = ()
    approvals: tuple[ApprovalState, ...] = ()

    @property
    def late(self) -> bool:
        return self.days_left is not None and self.days_left < 0

    def count(self, severity: Severity) -> int:
        """Return how many findings of that severity it has."""
        return sum(finding.severity is severity for finding in self.findings)


class Total(msgspec.Struct, frozen=True, kw_only=True):
    """Texts together: those of an owner, or all. A text of two owners counts for both."""

    texts: int
    late: int
    words: int
    words_before: int | None
    errors: int
    warnings: int
    open_figures: int
    remarks: int
    by_status: Mapping[Status, int]


class DossierStatus(msgspec.Struct, frozen=True, kw_only=True):
    """How far a dossier is on a day. `elsewhere` are the findings outside its texts, such as in its data."""

    id: DossierId
    title: str
    as_of: date
    presentation: date
    texts: tuple[TextStatus, ...]
    elsewhere: tuple[Finding, ...] = ()

    @property
    def owners(self) -> tuple[str, ...]:
        """Who delivers the texts, in their order."""
        return tuple(dict.fromkeys(owner for text in self.texts for owner in text.owners))

    @property
    def late(self) -> tuple[TextStatus, ...]:
        return tuple(text for text in self.texts if text.late)

    @property
    def total(self) -> Total:
        return _total(self.texts)

    def total_of(self, owner: str) -> Total:
        return _total(tuple(text for text in self.texts if owner in text.owners))

    def only(self, owners: Collection[str] = (), *, late: bool = False) -> DossierStatus:
        """Return the status of the texts of these owners (none for all), or only the late ones."""
        texts = tuple(
            text
            for text in self.texts
            if (not owners or set(owners) & set(text.owners)) and (text.late or not late)
        )
        return replace(self, texts=texts, elsewhere=() if owners or late else self.elsewhere)


def dossier_status(
    id: DossierId, dossier: Dossier, report: Report, as_of: date, earlier: Collection[Fragment] = ()
) -> DossierStatus:
    """Return how far a dossier is; `report` is that of its check, `earlier` are its texts a year before."""
    numbered = {section.fragment.id: section for section in sections(dossier)}
    words_before = {fragment.id: count_words(fragment) for fragment in earlier}
    labels = {kind.name: kind.label for kind in KINDS}
    found: dict[str, list[Finding]] = {fragment.span.path: [] for fragment in dossier.fragments}
    elsewhere: list[Finding] = []
    for finding in report.findings:
        found.get(finding.span.path, elsewhere).append(finding)
    texts = []
    for fragment in dossier.fragments:
        section = numbered.get(fragment.id)
        due = due_day(dossier.data.planning, fragment)
        texts.append(
            TextStatus(
                id=fragment.id,
                kind=SECTIONS.name if section else fragment.id,
                title=flat(fragment.title) if section else labels[fragment.id],
                path=fragment.span.path,
                owners=fragment.owners,
                status=fragment.front.status,
                words=count_words(fragment),
                number=section.number if section else "",
                appendix=bool(section and section.appendix),
                due=due,
                days_left=(due - as_of).days if due else None,
                words_before=words_before.get(fragment.id),
                findings=tuple(found[fragment.span.path]),
                open_figures=_open_figures(dossier, fragment),
                carried_from=fragment.front.carried_from,
                remarks=fragment.remarks,
                approvals=approvals_of(dossier, fragment),
            )
        )
    return DossierStatus(
        id=id,
        title=f"{dossier.data.title} {dossier.data.year}",
        as_of=as_of,
        presentation=dossier.data.presentation_date,
        texts=tuple(texts),
        elsewhere=tuple(elsewhere),
    )


def _open_figures(dossier: Dossier, fragment: Fragment) -> tuple[str, ...]:
    """Return the figures of a text that have no value yet, in the order of the text."""
    inlines = (*walk(fragment.title), *walk_blocks(fragment.all_blocks))
    used = dict.fromkeys(each.name for each in inlines if isinstance(each, FigureUse))
    values: dict[str, object] = {name: dossier.figures.figures[name].value for name in used}
    return tuple(name for name, value in values.items() if value is None)


def _total(texts: tuple[TextStatus, ...]) -> Total:
    before = [text.words_before for text in texts if text.words_before is not None]
    return Total(
        texts=len(texts),
        late=sum(text.late for text in texts),
        words=sum(text.words for text in texts),
        words_before=sum(before) if before else None,
        errors=sum(text.count(Severity.ERROR) for text in texts),
        warnings=sum(text.count(Severity.WARNING) for text in texts),
        open_figures=len({name for text in texts for name in text.open_figures}),
        remarks=sum(len(text.remarks) for text in texts),
        by_status={status: sum(text.status == status for text in texts) for status in STATUSES},
    )
