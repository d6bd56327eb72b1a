# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Finds section and appendix numbers that were typed in a text, and the sections that they mean.

The rules are in `jvom.checks.rules.references.section_references`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.views import DossierView, Texts
from jvom.dutch.characters import SPACE
from jvom.dutch.patterns import pattern
from jvom.resolving.numbering import sections
from jvom.text import Heading

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage


class Numbered(msgspec.Struct, frozen=True):
    """A section or an appendix with its number. `id` is "" in a loose text."""

    number: str
    id: str
    title: str


class Numbering(msgspec.Struct, frozen=True):
    """The sections and the appendices of a report, by number ("2.3.4", "1")."""

    sections: Mapping[str, Numbered]
    appendices: Mapping[str, Numbered]


class TypedReference(msgspec.Struct, frozen=True):
    """A reference typed as a number: "paragrafen 2.3.4 en 2.3.5", "bijlage 2", or the bare "2.3.4".

    `numbers` are complete ("2.3.7-9" gives "2.3.7" and "2.3.9"); with `through` they are the ends of a range.
    """

    start: int
    end: int
    appendix: bool
    numbers: tuple[str, ...]
    through: bool


def numbering(texts: Texts, passages: tuple[Passage, ...]) -> Numbering | None:
    """Return the numbers of the dossier's report, or those in the headings of a loose text.

    None when a loose text has too few numbers to tell.
    """
    if isinstance(texts, DossierView):
        return texts.memo(_of_dossier)
    found: dict[str, Numbered] = {}
    appendices: dict[str, Numbered] = {}
    for passage in passages:
        if passage.kind not in ("heading", "title"):
            continue
        if isinstance(passage.block, Heading) and passage.block.number:
            # Word prints the number, also that of "Bijlage 1".
            word, _, number = passage.block.number.rpartition(" ")
            known = appendices if word else found
            known[number] = Numbered(number, "", passage.text.strip())
        elif match := _number_of_heading().match(passage.text):
            number = match["number"].rstrip(".")
            found[number] = Numbered(number, "", passage.text[match.end() :].strip())
        elif match := _appendix_heading().match(passage.text):
            appendices[match[1]] = Numbered(match[1], "", passage.text[match.end() :].strip(" .:-–"))
    return Numbering(found, appendices) if len(found) >= 3 or appendices else None


def _of_dossier(texts: Texts) -> Numbering:
    assert isinstance(texts, DossierView)
    found: dict[str, Numbered] = {}
    appendices: dict[str, Numbered] = {}
    for section in sections(texts.dossier):
        view = texts.text(section.fragment.id)
        title = view.title if view else section.fragment.id
        (appendices if section.appendix else found)[section.number] = Numbered(
            section.number, section.fragment.id, title
        )
    return Numbering(found, appendices)


@cache
def _number_of_heading() -> re.Pattern[str]:
    return re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}\.?)\s+(?=\S)")


@cache
def _appendix_heading() -> re.Pattern[str]:
    return re.compile(r"Bijlage\s+(\d{1,2}|[A-Z]|[IVX]{1,4})(?!\w)")


_DOTTED = r"\d{1,2}(?:\.\d{1,2}){1,3}"
_JOINT = rf"(?:,{SPACE}|{SPACE}(?:en|of|t/m|tot{SPACE}en{SPACE}met|tot){SPACE}|{SPACE}?[-–]{SPACE}?)"
_END = r"(?![\w%])(?![.,/:]\d)(?!-\d)"
#: "2.3.4 en 2.3.5", "2.3.7-9"; of chapters "2 en 3".
_NUMBERS = rf"(?:{_DOTTED}|\d{{1,2}})(?:{_JOINT}{_DOTTED}|{SPACE}?[-–]{SPACE}?\d{{1,2}}){{0,6}}{_END}"


@cache
def _section() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:(?P<chapter>hoofdstuk(?:ken)?{SPACE}{{1,4}}\d{{1,2}}(?:{_JOINT}\d{{1,2}}){{0,6}}(?![\w%])(?![.,/:]\d))"
        rf"|(?:(?:sub)?paragra(?:af|fen)|par\.?|secties?|hoofdstuk(?:ken)?){SPACE}{{1,4}}(?P<numbers>{_NUMBERS})"
        rf"|(?P<marked>§{{1,2}}{SPACE}{{0,4}}{_NUMBERS})"
        rf"|(?P<cue>zie|onder){SPACE}(?:ook{SPACE})?(?P<cued>{_DOTTED}{_END}))",
        re.IGNORECASE,
    )


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,/:–-])\d{{1,2}}\.\d{{1,2}}\.\d{{1,2}}(?:{SPACE}?[-–]{SPACE}?\d{{1,2}})?{_END}"
    )


@cache
def _appendix() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:[Bb]ijlagen?|[Aa]nnex|[Aa]ppendix){SPACE}{{1,4}}(?P<numbers>(?:\d{{1,2}}|[A-Z]|[IVX]{{2,4}})(?![\w.]\w|-\w|\w)"
        rf"(?:{_JOINT}(?:\d{{1,2}}|[A-Z]|[IVX]{{2,4}})(?![\w-])){{0,5}})"
    )


@cache
def _part() -> re.Pattern[str]:
    return re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}")


@cache
def _through() -> re.Pattern[str]:
    return re.compile(r"t/m|tot|[-–]")


@cache
def _elsewhere(names: ReportNames) -> re.Pattern[str]:
    """Match words that make it a place in another document."""
    return re.compile(
        rf"(?:,?{SPACE}(?:van|uit|in|bij|onder|behorend{SPACE}bij){SPACE}(?!(?:dit|deze)(?!\w)|(?:de|het){SPACE}(?:huidige{SPACE})?"
        rf"(?:{names.one_of('rapportage', 'voortgangsrapportage', 'rapport')})(?!\w)){SPACE}?\w"
        rf"|,?{SPACE}(?:[A-Z][\w-]{{2,40}}))"
    )


#: The words before a section number: `_section` is only tried where one occurs.
_BEFORE_NUMBER = frozenset(
    "paragraaf paragrafen subparagraaf subparagrafen par hoofdstuk hoofdstukken sectie secties".split()
)
_APPENDICES = frozenset(("bijlage", "bijlagen", "annex", "appendix"))
_BEFORE_DOTTED = frozenset(("zie", "onder", "ook")) | _BEFORE_NUMBER
_TWICE_DOTTED = pattern(r"\d\.\d\d?\.\d")
_DOTTED_DIGITS = pattern(r"\d\.\d")
#: After these words a bare "2.3.1" isn't a section of the report, or was already found with the word.
_OTHER_NUMBERS = (
    *(
        "paragraaf",
        "paragrafen",
        "par.",
        "§",
        "versie",
        "release",
        "v",
        "tel.",
        "artikel",
        "artikelen",
        "art.",
    ),
    *("lid", "nr.", "nummer", "tabel", "figuur", "bijlage", "punt", "norm", "eis"),
)


def find_references(passage: Passage, names: ReportNames) -> Iterator[TypedReference]:
    """Yield the references to sections and appendices that were typed as numbers, ordered by kind."""
    text = passage.typed
    taken = -1
    dotted = passage.has_digit and _DOTTED_DIGITS.search(text) is not None
    if "§" in text or (passage.has_digit and _has_number(passage, dotted)):
        for match in _section().finditer(text):
            where = next(name for name in ("chapter", "numbers", "marked", "cued") if match[name])
            start = match.start("cued") if match["cued"] else match.start()
            if not _elsewhere(names).match(text, match.end()):
                taken = match.end()
                yield _reference(start, match.end(), match[where], appendix=False)
    if dotted and _TWICE_DOTTED.search(text):
        for match in _bare().finditer(text):
            if (
                match.start() > taken
                and not _elsewhere(names).match(text, match.end())
                and not _date(passage, match)
            ):
                before = text[max(0, match.start() - 12) : match.start()].lower()
                if not before.rstrip().endswith(_OTHER_NUMBERS):
                    yield _reference(match.start(), match.end(), match[0], appendix=False)
    if passage.has_any_word(_APPENDICES) and _has_appendix(passage):
        for match in _appendix().finditer(text):
            if not _elsewhere(names).match(text, match.end()):
                yield _reference(match.start(), match.end(), match["numbers"], appendix=True)


def _has_number(passage: Passage, dotted: bool) -> bool:
    """Tell cheaply whether a number was typed after a word that precedes section numbers."""
    before = _BEFORE_DOTTED if dotted else _BEFORE_NUMBER
    return passage.has_any_word(before) and any(
        word in before and number[0].isdigit() and passage.is_typed(*passage.words[place])
        for place, (word, number) in enumerate(pairwise(passage.lowered_words), 1)
    )


def _has_appendix(passage: Passage) -> bool:
    """Tell cheaply whether a number or letter was typed after "bijlage"."""
    return any(
        word in _APPENDICES
        and not passage.text[passage.words[place][0]].islower()
        and passage.is_typed(*passage.words[place])
        for place, word in enumerate(passage.lowered_words[:-1], 1)
    )


def typed_references(texts: Texts) -> Mapping[int, tuple[TypedReference, ...]]:
    """Return the references in every passage but headings, by the id() of the passage."""
    found, names = {}, texts.memo(report_names)
    lettered = {id(passage) for word in _APPENDICES for passage, _ in texts.words.get(word, ())}
    for passage in texts.passages:
        if passage.kind in ("title", "heading") or not (
            passage.has_digit or id(passage) in lettered or "§" in passage.text
        ):
            continue
        if references := tuple(find_references(passage, names)):
            found[id(passage)] = references
    return found


def _date(passage: Passage, match: re.Match[str]) -> bool:
    date = passage.date_after(match.start())
    return date is not None and date.start < match.end()


@cache
def _appendix_number() -> re.Pattern[str]:
    return re.compile(r"\d{1,2}|(?<!\w)[A-Z]{1,4}(?!\w)")


def _reference(start: int, end: int, written: str, *, appendix: bool) -> TypedReference:
    """Make a reference of typed numbers: "9" after "2.3.7" becomes "2.3.9"."""
    if appendix:
        numbers = tuple(_appendix_number().findall(written))
    else:
        whole: list[str] = []
        for part in _part().findall(written):
            above = whole[-1].rpartition(".")[0] if whole else ""
            whole.append(f"{above}.{part}" if above and "." not in part else part)
        numbers = tuple(whole)
    through = len(numbers) == 2 and _through().search(written) is not None
    return TypedReference(start, end, appendix, numbers, through)
