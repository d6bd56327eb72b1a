# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What must be true before anything can be built: every name that the content uses exists, exactly once.

Whether a dossier without such problems should be *sent* is another question, for the checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from re import finditer

import msgspec

from jvom.accents import problems_as_typed
from jvom.messages import Message, did_you_mean_id, msg
from jvom.model import Caption, Count, Dossier, Fragment, MandateRow, Money, WithoutRow
from jvom.resolving import numbering
from jvom.resolving.captions import NAME_STARTS, PICTURE, REPORT, by_name, find_captions, picture_in
from jvom.resolving.marks_in_data import marks_in_data
from jvom.resolving.planning import planning_problems
from jvom.resolving.unknown_ids import define_in, define_section, unknown_id
from jvom.source import Problem, Span, sorted_problems
from jvom.text import (
    Block,
    Citation,
    CrossReference,
    FigureUse,
    Heading,
    Inline,
    NoteMark,
    Picture,
    Table,
    Text,
    mission_marks,
    walk,
    walk_blocks,
)
from jvom.woo import GROUNDS, code_of, nearest

SIGNATORIES = 6
"""How many people can sign a letter, two by two: the places in the template."""

MANDATE_COLUMNS = 5
"""Locatie, inzet, rechtsbasis, internationaal mandaat, nationaal kader."""

_NAME_TYPED = r"(?<!\w)@(?P<source>[a-z0-9_-]+)|\{\s?(?P<figure>[a-z0-9_-]+)\s?\}|\[(?P<square>[a-z0-9_-]+)\]"

MAX_HEADING = 5
"""The deepest level of a sub-heading: the templates have ``Tussenkop2`` to ``Tussenkop5``."""


def problems(dossier: Dossier) -> tuple[Problem, ...]:
    """Return a problem for every name in the dossier that does not exist, or exists twice."""
    found = [*_registers(dossier), *planning_problems(dossier), *marks_in_data(dossier)]
    outline = numbering.outline(dossier)
    places = {id: place for place, (id, _) in enumerate(outline)}
    levels = {id: numbering.level(number) for id, number in outline}
    missions = {mission.id for mission in dossier.missions.missions}
    captioned = find_captions(dossier)
    found += _twice(((each.name, each.span) for each in captioned if each.name), msg("de naam"))
    found += [
        Problem(each.span, msg("«{name}» is al een paragraaf", name=each.name), msg("kies een andere naam"))
        for each in captioned
        if each.name in places
    ]
    for kind, text in dossier.texts.items():
        named = [each for each in captioned if each.document in (kind, REPORT)]
        found += _Fragment(text, 1, dossier, places, missions, by_name(named)).problems()
    named = [each for each in captioned if each.document == REPORT]
    for section in dossier.sections:
        found += _Fragment(section, levels[section.id], dossier, places, missions, by_name(named)).problems()
    return sorted_problems(problems_as_typed(found, dossier.typed) if found else ())


def _registers(dossier: Dossier) -> Iterator[Problem]:
    yield from _twice(((m.id, m.at.value("id")) for m in dossier.missions.missions), msg("de missie"))
    yield from _twice(
        ((a.abbreviation, a.at.value("abbreviation")) for a in dossier.glossary.abbreviations),
        msg("de afkorting"),
    )
    yield from _twice(
        ((r.id, r.at.value("id")) for r in dossier.data.letter.recipients), msg("de geadresseerde")
    )
    if dossier.owners is not None:
        yield from _twice(((o.id, o.at.value("id")) for o in dossier.owners.owners), msg("de eigenaar"))
    public = dossier.data.public
    if (code := code_of(public.ground)) not in GROUNDS:
        yield Problem(
            public.at.value("ground"),
            msg("«{ground}» is geen grond van de Wet open overheid", ground=public.ground),
            did_you_mean_id(nearest(code), GROUNDS.keys()),
        )
    for signatory in dossier.data.signatories[SIGNATORIES:]:
        yield Problem(
            signatory.at.span,
            msg("voor deze ondertekenaar is geen plaats"),
            msg("een brief heeft ten hoogste {count} ondertekenaars", count=SIGNATORIES),
        )
    missions = {mission.id for mission in dossier.missions.missions}
    rows: tuple[MandateRow | WithoutRow, ...] = (*dossier.mandates.rows, *dossier.mandates.without_row)
    for row in rows:
        if row.mission not in missions:
            yield _unknown_mission(dossier, row.at.value("mission"), row.mission, missions)
    figures = dossier.figures.figures
    for figure in figures.values():
        if isinstance(figure, Count | Money):
            for index, part in enumerate(figure.parts):
                if part not in figures:
                    place, define = figure.at.item("parts", index), define_in(dossier, "figures.yml", part)
                    yield unknown_id(place, msg("het cijfer"), part, figures.keys(), define)


def _twice(named: Iterable[tuple[str, Span]], what: Message) -> Iterator[Problem]:
    seen: dict[str, Span] = {}
    for name, place in named:
        if name in seen:
            yield Problem(
                place,
                msg(
                    "{what} «{name}» staat er twee keer; eerst op regel {line}",
                    what=what,
                    name=name,
                    line=seen[name].line,
                ),
                msg("houd er een over"),
            )
        seen.setdefault(name, place)


def _unknown_mission(dossier: Dossier, place: Span, name: str, known: set[str]) -> Problem:
    several = [each.strip() for each in name.split(",")]
    if len(several) > 1 and known.issuperset(several):
        advice = msg("schrijf een lijst: missions: [{names}]", names=", ".join(several))
        return Problem(place, msg("«{names}» is meer dan één missie", names=name), advice)
    return unknown_id(place, msg("de missie"), name, known, define_in(dossier, "missions.yml", name))


def _out_of_order(
    targets: tuple[str, ...], place_of: Callable[[str], tuple[str, int]], place: Span
) -> Iterator[Problem]:
    for first, last in pairwise(targets):
        if first == last:
            what = msg("«{name}» staat hier twee keer", name=first)
            yield Problem(place, what, msg("noem elke paragraaf één keer"))
            continue
        (kind, number), (other, later) = place_of(first), place_of(last)
        if kind == other and number > later:
            what = msg("«{last}» komt niet na «{first}»", first=first, last=last)
            first_one = msg("noem eerst wat in het document voorop staat")
            yield Problem(place, what, first_one if kind else msg("noem eerst de paragraaf die voorop staat"))


class _Place(msgspec.Struct, frozen=True):
    """A part of a fragment, and what cannot be in it; `advice` says where it can."""

    refused: tuple[type[Inline], ...] = ()
    what: Message = Message("")
    advice: Message = Message("")


_TEXT = _Place()
_TITLE = _Place(
    (NoteMark, Picture, CrossReference),
    msg("dit kan niet in een titel"),
    msg("zet het in de tekst: een titel komt ook in de inhoudsopgave"),
)
_CAPTION = _Place(
    (NoteMark, Picture),
    msg("dit kan niet in een bijschrift"),
    msg("zet het in de tekst: een bijschrift komt ook in de lijst van figuren of tabellen"),
)
_FOOTNOTE = _Place((NoteMark, Picture), msg("dit kan niet in een voetnoot"), msg("zet het in de tekst zelf"))


class _Fragment:
    """The names that one fragment uses, whose own heading is of `level`.

    `sections` are the places in the outline, by id, and `captions` those to which it can refer, by name.
    """

    def __init__(
        self,
        fragment: Fragment,
        level: int,
        dossier: Dossier,
        sections: Mapping[str, int],
        missions: set[str],
        captions: Mapping[str, Caption],
    ) -> None:
        self.fragment, self.level, self.dossier = fragment, level, dossier
        self.sections, self.missions, self.captions = sections, missions, captions
        self.in_report = fragment in dossier.sections
        self.notes = {note.label for note in fragment.footnotes}
        self.called: dict[str, Span] = {}
        """The first mark of each footnote, as far as the text has been read."""

    def problems(self) -> Iterator[Problem]:
        """Yield the problems of the title, the text and the footnotes, each read once."""
        fragment = self.fragment
        yield from self.about_missions()
        yield from self.inlines(walk(fragment.title), _TITLE)
        for block in fragment.blocks:
            yield from self.block(block)
        yield from self.inlines(walk_blocks(fragment.blocks), _TEXT)
        for note in fragment.footnotes:
            yield from self.inlines(walk_blocks(note.blocks), _FOOTNOTE)
        yield from self.footnotes()

    def about_missions(self) -> Iterator[Problem]:
        """Yield the missions that the text is said to be about and that are not in the register."""
        front = self.fragment.front
        if front.mission and front.missions:
            yield Problem(
                front.at.keys["missions"],
                msg("deze tekst heeft mission én missions"),
                msg("noem alle missies in missions, en haal mission weg"),
            )
        named = [(each, front.at.item("missions", at)) for at, each in enumerate(front.missions)]
        yield from _twice(named, msg("de missie"))
        if front.mission:
            named.insert(0, (front.mission, front.at.value("mission")))
        named += ((mark.mission, mark.span) for mark in mission_marks(self.fragment.all_blocks))
        for name, place in named:
            if name not in self.missions:
                yield _unknown_mission(self.dossier, place, name, self.missions)

    def block(self, block: Block) -> Iterator[Problem]:
        if isinstance(block, Heading) and self.level + block.level - 1 > MAX_HEADING:
            yield Problem(
                block.span,
                msg("deze kop is te diep: het verschil met de kop erboven zou niet te zien zijn"),
                msg("begin met ## en gebruik daaronder ###"),
            )
        if isinstance(block, Heading | Table) and block.landscape and not self.in_report:
            yield Problem(
                block.span,
                msg("alleen in het rapport kan een pagina liggen"),
                msg("maak hier meer tabellen van de tabel, of zet die in een bijlage van het rapport"),
            )
        if isinstance(block, Table) and block.filled_with:
            yield from self.mandate_table(block)
        if isinstance(block, Table) and block.caption:
            for inline in walk(block.caption):
                if isinstance(inline, _CAPTION.refused):
                    yield Problem(inline.span, _CAPTION.what, _CAPTION.advice)
        captioned = block if isinstance(block, Table) else picture_in(block)
        if captioned is not None and captioned.name and not captioned.caption:
            yield Problem(
                captioned.span,
                msg("«{name}» heeft geen bijschrift, en dus geen nummer", name=captioned.name),
                msg("geef een bijschrift, of haal de naam weg"),
            )

    def mandate_table(self, table: Table) -> Iterator[Problem]:
        if not self.in_report:
            yield Problem(
                table.span,
                msg("de mandatentabel kan alleen in het rapport staan"),
                msg("verwijs hier naar de bijlage van het rapport"),
            )
        elif len(table.header) != MANDATE_COLUMNS:
            yield Problem(
                table.span,
                msg("de mandatentabel heeft {count} kolommen", count=len(table.header)),
                msg("maak er vijf: locatie, inzet, rechtsbasis, internationaal mandaat, nationaal kader"),
            )

    def inlines(self, inlines: Iterable[Inline], place: _Place) -> Iterator[Problem]:
        """Yield the problems of inlines in reading order, the footnotes called in the title or text noted."""
        for inline in inlines:
            if isinstance(inline, Text):  # most are
                if "@" in inline.value or "{" in inline.value or "[" in inline.value:
                    yield from self.unmarked(inline)
                continue
            if isinstance(inline, place.refused):
                yield Problem(inline.span, place.what, place.advice)
            if isinstance(inline, NoteMark):
                if place is not _FOOTNOTE:
                    yield from self.note_mark(inline)
            else:
                yield from self.reference(inline)

    def note_mark(self, mark: NoteMark) -> Iterator[Problem]:
        if mark.label in self.called:
            yield Problem(
                mark.span,
                msg("de voetnoot [^{label}] wordt twee keer aangeroepen", label=mark.label),
                msg("geef de tweede een eigen naam en tekst"),
            )
        elif mark.label not in self.notes:
            note, file = f"[^{mark.label}]: ...", self.fragment.span.path
            define = msg("zet een alinea {note} in {file}", note=note, file=file)
            known = self.notes - self.called.keys()
            yield unknown_id(mark.span, msg("de tekst van voetnoot"), mark.label, known, define)
        self.called.setdefault(mark.label, mark.span)

    def footnotes(self) -> Iterator[Problem]:
        """Yield the footnotes of one name and those that the title and the text do not call."""
        yield from _twice(((n.label, n.span) for n in self.fragment.footnotes), msg("de voetnoot"))
        for note in self.fragment.footnotes:
            if note.label not in self.called:
                yield Problem(
                    note.span,
                    msg("de voetnoot [^{label}] wordt nergens aangeroepen", label=note.label),
                    msg("zet [^{label}] in de tekst, of haal de voetnoot weg", label=note.label),
                )

    def reference(self, inline: Inline) -> Iterator[Problem]:
        dossier = self.dossier
        match inline:
            case FigureUse(name=name, span=span) if name not in dossier.figures.figures:
                all_figures = dossier.figures.figures.keys()
                define = define_in(dossier, "figures.yml", name)
                yield unknown_id(span, msg("het cijfer"), name, all_figures, define)
            case Citation(references=names, span=span):
                known = dossier.references.references.keys()
                for name in names:
                    if name not in known:
                        define = define_in(dossier, "references.yml", name)
                        yield unknown_id(span, msg("de bron"), name, known, define)
            case CrossReference(targets=targets, span=span):
                unknown = [
                    each for each in targets if each not in self.sections and each not in self.captions
                ]
                for target in unknown:
                    yield self.missing_target(target, span)
                if not unknown:
                    yield from _out_of_order(targets, self.place_of, span)
                if not unknown and inline.through and len({self.place_of(each)[0] for each in targets}) > 1:
                    yield Problem(
                        span,
                        msg("deze reeks gaat van het een naar iets anders"),
                        msg("noem paragrafen, afbeeldingen en tabellen elk apart"),
                    )
            case _:
                pass

    def missing_target(self, target: str, span: Span) -> Problem:
        label = NAME_STARTS.get(target[:4])
        if label is None:
            define = define_section(self.dossier, target)
            return unknown_id(span, msg("de paragraaf"), target, self.sections.keys(), define)
        known = {name for name, each in self.captions.items() if each.label == label}
        what = msg("de afbeelding") if label == PICTURE else msg("de tabel")
        mark = f"{{#{target}}}"
        define = msg("zet {mark} achter het bijschrift van de tabel", mark=mark)
        if label == PICTURE:
            define = msg("zet {mark} achter de afbeelding, die een bijschrift moet hebben", mark=mark)
        return unknown_id(span, what, target, known, define)

    def place_of(self, target: str) -> tuple[str, int]:
        """Return the kind of what is referred to, and its place among those."""
        caption = self.captions.get(target)
        return ("", self.sections[target]) if caption is None else (caption.label, caption.number)

    def unmarked(self, words: Text) -> Iterator[Problem]:
        """Yield the names of sources, sections and figures that would be printed, for lack of a bracket."""
        figures, references = self.dossier.figures.figures, self.dossier.references.references
        for mark in finditer(_NAME_TYPED, words.value):
            name = mark["source"] or mark["figure"] or mark["square"]
            # "[inzet]" may be a word in brackets.
            is_figure = mark["figure"] or (mark["square"] and "_" in name)
            if is_figure and name in figures:
                advice = msg("zet er dubbele accolades om: {mark}", mark=f"{{{{ {name} }}}}")
            elif mark["source"] and name in references:
                advice = msg("schrijf {mark}", mark=f"[@{name}]")
            elif mark["source"] and name in self.sections:
                advice = msg("schrijf {mark}", mark=f"[](#{name})")
            else:
                continue
            line, column = words.span.line, words.span.column
            place = Span(words.span.path, line, column + mark.start(), line, column + mark.end())
            yield Problem(place, msg("«{mark}» zou gedrukt worden zoals het er staat", mark=mark[0]), advice)
