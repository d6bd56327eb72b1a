# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between two dossiers: texts by section, and data with their old and new value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, TypeAlias

import msgspec
from msgspec.structs import replace

from jvom.documents.mandates import write_duration
from jvom.dutch import dates
from jvom.dutch.lists import join
from jvom.dutch.typography import typeset
from jvom.model import Dossier, Figure, MandateRow
from jvom.plan import (
    Block,
    Document,
    Inline,
    Paragraph,
    Revised,
    is_revised,
    notes,
    paragraphs,
    plain_text,
)
from jvom.resolving.citations import write_citation
from jvom.resolving.figures import write_figure
from jvom.source import Span
from jvom.text import Citation, FigureUse, walk, walk_blocks

State: TypeAlias = Literal["new", "gone", "moved", "rewritten", "changed", "restyled"]

FLOW = "wijzigingen"
"""The control that has the text of a Word file."""

_LEAST_KEPT = 0.5
"""How much of a section must have been kept for it not to be called rewritten."""
_OPEN = "nog open"
_NONE = "–"


class SectionChange(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a section, or of the text of a letter or nota, whose `number` is "".

    `added` and `removed` are counts of words; `bookmark` is that of its heading now, "" for none.
    """

    document: str
    number: str
    title: str
    state: State
    added: int
    removed: int
    bookmark: str = ""


class ValueChange(msgspec.Struct, frozen=True):
    """A value that changed, as it prints; "–" where there is none."""

    what: str
    old: str
    new: str


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """All that changed; `sources` are those that the old dossier did not have."""

    sections: tuple[SectionChange, ...]
    figures: tuple[ValueChange, ...]
    mandates: tuple[ValueChange, ...]
    people: tuple[ValueChange, ...]
    dates: tuple[ValueChange, ...]
    sources: tuple[str, ...]

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__struct_fields__)


def find_changes(old: Dossier | None, new: Dossier | None, revised: Sequence[Document]) -> Changes:
    """Return what changed; `revised` are the documents with revisions.

    Data are compared when both sides are dossiers; a Word file has none.
    """
    sections = tuple(change for document in revised for change in _sections(document))
    if old is None or new is None:
        return Changes(sections=sections, figures=(), mandates=(), people=(), dates=(), sources=())
    return Changes(
        sections=sections,
        figures=_figures(old, new),
        mandates=_differences(_mandates(old), _mandates(new)),
        people=_differences(_people(old), _people(new)),
        dates=_differences(_dates(old), _dates(new)),
        sources=tuple(_sources_added(old, new)),
    )


# --- texts ---------------------------------------------------------------------------------------


class _Count:
    """The words of a section that were kept, added and removed, and whether anything changed beside words."""

    def __init__(self, heading: Paragraph | None) -> None:
        self.heading = heading
        self.kept = self.added = self.removed = 0
        self.is_changed = self.is_restyled = False

    def count(self, block: Block) -> None:
        for paragraph in paragraphs((block,)):
            self._paragraph(paragraph)
            for note in notes(paragraph):
                for part in note.paragraphs:
                    self._paragraph(part)

    def _paragraph(self, paragraph: Paragraph) -> None:
        self.is_changed |= paragraph.change is not None
        self.is_restyled |= paragraph.former is not None
        for inline in paragraph.content:
            words = len(plain_text((inline,)).split())
            self.is_changed |= isinstance(inline, Revised)
            self.is_restyled |= is_revised(inline)
            match inline:
                case Revised(change="inserted"):
                    self.added += words
                case Revised(change="deleted"):
                    self.removed += words
                case Revised(change="moved-away"):
                    pass  # it is kept in the other place
                case _:
                    self.kept += words

    @property
    def state(self) -> State | None:
        change = self.heading.change if self.heading else None
        if change == "inserted":
            return "new"
        if change == "deleted":
            return "gone"
        if change == "moved-here":
            return "moved"
        if change == "moved-away":
            return None
        if not self.is_changed:
            return "restyled" if self.is_restyled else None
        kept = self.kept / (self.kept + max(self.added, self.removed))
        return "rewritten" if kept < _LEAST_KEPT else "changed"


def _sections(document: Document) -> Iterator[SectionChange]:
    for tag in ("tekst", "rapport", "bijlagen", FLOW):
        counts = [_Count(None)]
        for block in document.blocks.get(tag, ()):
            if isinstance(block, Paragraph) and (block.bookmark or (block.number and block.change)):
                counts.append(_Count(block))
            counts[-1].count(block)
        for count in counts:
            if state := count.state:
                heading = count.heading
                yield SectionChange(
                    document=document.file,
                    number=heading.number if heading else "",
                    title=_now(heading.content) if heading else document.properties.title,
                    state=state,
                    added=count.added,
                    removed=count.removed,
                    bookmark=heading.bookmark if heading else "",
                )


def _now(content: tuple[Inline, ...]) -> str:
    """Return a title as it is now; as it was, when all of it is gone."""
    kept = [each for each in content if not (isinstance(each, Revised) and each.change == "deleted")]
    return plain_text(tuple(kept or content))


# --- data ----------------------------------------------------------------------------------------


def _differences(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[ValueChange, ...]:
    return tuple(
        ValueChange(what, typeset(old.get(what, _NONE)), typeset(new.get(what, _NONE)))
        for what in dict.fromkeys((*new, *old))
        if old.get(what) != new.get(what)
    )


def _figures(old: Dossier, new: Dossier) -> tuple[ValueChange, ...]:
    """Return the figures in the texts that changed: each by the first text that uses it, and its name."""
    before, after = _used_figures(old), _used_figures(new)
    written = [{name: write_figure(figure) for name, (_, figure) in each.items()} for each in (before, after)]
    return tuple(
        replace(change, what=f"{(after.get(change.what) or before[change.what])[0]} ({change.what})")
        for change in _differences(*written)
    )


def _used_figures(dossier: Dossier) -> dict[str, tuple[str, Figure]]:
    """Return each figure that a text uses, by name and in the order of the texts, with the first's title."""
    used: dict[str, tuple[str, Figure]] = {}
    figures = dossier.figures.figures
    for fragment in dossier.fragments:
        for inline in (*walk(fragment.title), *walk_blocks(fragment.all_blocks)):
            if isinstance(inline, FigureUse) and inline.name in figures:
                title = fragment.front.title or fragment.id.capitalize()
                used.setdefault(inline.name, (title, figures[inline.name]))
    return used


def _mandates(dossier: Dossier) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in dossier.mandates.rows:
        found |= dict(_mandate(row))
    return found


def _mandate(row: MandateRow) -> Iterator[tuple[str, str]]:
    yield f"{row.operation}, rechtsbasis", row.basis
    yield f"{row.operation}, internationaal mandaat", write_duration(row.mandate)
    yield f"{row.operation}, nationaal kader", write_duration(row.framework)


def _people(dossier: Dossier) -> dict[str, str]:
    data = dossier.data
    found = {f"Ondertekenaar: {each.office.lower()}": each.name for each in data.signatories}
    if data.letter.on_behalf_of:
        found["Mede namens"] = join(data.letter.on_behalf_of)
    for recipient in data.letter.recipients:
        found[f"Geadresseerde ({recipient.id})"] = " ".join(recipient.addressee)
    if nota := data.nota:
        found |= {"Nota aan": nota.to, "Nota van": nota.sender, "Nota ondertekend door": nota.signed_by}
        for what, names in (("Nota afgestemd met", nota.coordinated_with), ("Afschrift aan", nota.copy_to)):
            if names:
                found[what] = join(names)
        if nota.drafted_by:
            found["Nota opgesteld door"] = nota.drafted_by
    return found


def _dates(dossier: Dossier) -> dict[str, str]:
    data = dossier.data
    first, last = data.period.first, data.period.last
    months = (dates.write_month(each.year, each.month) for each in (first, last))
    found = {
        "Verslagperiode": " tot en met ".join(months),
        "Ministerraad": dates.write_date(data.council_of_ministers),
        "Aanbieding": dates.write_date(data.presentation_date),
    }
    found |= {f"Brief ({each.id})": _day(each.date) for each in data.letter.recipients}
    if data.nota:
        found["Nota"] = _day(data.nota.date)
    if data.report:
        found["Rapport"] = _day(data.report.date)
    return found


def _day(day: date | None) -> str:
    return dates.write_date(day) if day else _OPEN


def _sources_added(old: Dossier, new: Dossier) -> Iterator[str]:
    before = {_source(old, name) for name in old.references.references}
    for name in new.references.references:
        if (source := _source(new, name)) not in before:
            yield typeset(source)


def _source(dossier: Dossier, name: str) -> str:
    reference = dossier.references.references[name]
    citation = Citation(references=(name,), dated=True, span=Span(""))
    printed = "".join(piece.text for piece in write_citation(citation, dossier.references))
    return printed if reference.title in printed else f"{printed}: {reference.title}"
