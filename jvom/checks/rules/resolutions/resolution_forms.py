# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How the texts write resolutions, and whether these exist and are of the year that they are given."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.resolutions import ResolutionMention, write_resolutions
from jvom.checks.groups import by_key
from jvom.checks.outliers import outliers
from jvom.checks.replacements import replace
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.resolutions.named_resolutions import NamedResolution, named_resolutions
from jvom.checks.rules.resolutions.security_council import resolutions
from jvom.checks.views import DossierView, Texts
from jvom.findings import Fix
from jvom.source import Span


@rule("RES003", WARNING, Scope.TEXTS)
def resolution_without_year(texts: Texts) -> Iterator[Violation]:
    """The first mention of a resolution lacks the year."""
    seen: set[tuple[str, int]] = set()
    known = resolutions()
    for named in texts.memo(named_resolutions):
        number, key = named.mention.number, (named.document, named.mention.number)
        is_first = key not in seen
        seen.add(key)
        if not is_first or named.mention.year is not None:
            continue
        year = known.year_of(number)
        if not year or str(year) not in named.passage.text[slice(*named.sentence)]:
            wording = "known" if year else "unknown"
            yield violation(named.span, wording, number=number, whole=write_resolutions([number], year))


@rule("RES004", WARNING, Scope.TEXTS, fixable=True)
def resolution_form(texts: Texts) -> Iterator[Violation]:
    """A resolution is written otherwise than in the house style, or than elsewhere in the text."""
    for match in _WITH_POINT.find(texts, Reads.TYPED):
        number = match.part("number").replace(".", "")
        yield violation(match.span, "point", number=number)
    typed = (named for named in texts.memo(named_resolutions) if named.is_typed)
    for group in by_key((named.document, named) for named in typed).values():
        yield from _other_than_house(group) if isinstance(texts, DossierView) else _mixed_forms(group)


_WITH_POINT = Phrase(
    "VNVR-resolutie|VNVR-resoluties|VN-resolutie|VN-resoluties|veiligheidsraadresolutie*"
    " number=({digits}.{digits})"
)


def _other_than_house(group: list[NamedResolution]) -> Iterator[Violation]:
    for named, after in zip_longest(group, group[1:]):
        listed = after is not None and after.passage is named.passage
        if not _is_house_form(named, listed=listed):
            whole, fix = _in_house_form(named.mention), _in_house_words(named)
            yield violation(named.span, "house-form", whole=whole, fix=fix)


def _mixed_forms(group: list[NamedResolution]) -> Iterator[Violation]:
    for found in outliers(group, _form):
        words, there = found.example.text, found.example.span
        yield violation(found.item.span, "elsewhere", words=words, related=there)


def _form(named: NamedResolution) -> str:
    """Return the form in which a resolution is written, ignoring the capital that begins a sentence."""
    word = named.mention.word.replace("esoluties", "esolutie")
    # Only the first number of a list has the word.
    begins = named.text[:1].isdigit() or named.sentence[0] == named.start
    return word[:1].lower() + word[1:] if begins and word[1:2].islower() else word


def _is_house_form(named: NamedResolution, *, listed: bool) -> bool:
    """Tell whether a mention, possibly in a list, has the house form."""
    mention = named.mention
    if mention.word not in ("VNVR-resolutie", "VNVR-resoluties") or mention.year_form not in ("", "brackets"):
        return False
    if not mention.year_form and _YEAR_AFTER_COMMA.match_at(named.passage, named.end):
        return False
    if not mention.text.startswith("VNVR"):
        return True
    return (listed or not mention.word.endswith("s")) and _is_plain(mention)


_YEAR_AFTER_COMMA = Phrase(", {year}")


def _is_plain(mention: ResolutionMention) -> bool:
    """Tell whether a mention is just its word, its number and perhaps its year in brackets."""
    year = f" ({mention.year})" if mention.year_form == "brackets" else ""
    return " ".join(mention.text.split()) == f"{mention.word} {mention.number}{year}"


def _in_house_form(mention: ResolutionMention) -> str:
    return write_resolutions([mention.number], mention.year if mention.year_form else None)


def _in_house_words(named: NamedResolution) -> Fix | None:
    """Return the fix for a mention of just a word, number and year; it keeps number and year."""
    after = named.passage.text[named.end : named.end + 12].lower()
    goes_on = after.startswith((" van de v", " en ", ", ", "/")) or named.mention.word.lower().endswith("s")
    if goes_on or not _is_plain(named.mention):
        return None
    return replace(named.passage, named.start, named.end, _in_house_form(named.mention))


@rule("RES001", ERROR, Scope.TEXTS)
def resolution_year(texts: Texts) -> Iterator[Violation]:
    """Number and year of a resolution do not belong together."""
    for named in texts.memo(named_resolutions):
        year = named.mention.year or _year_adopted(named)
        if year:
            yield from _wrong_year(named.span, named.mention.number, year)
    if isinstance(texts, DossierView):
        for mission in texts.dossier.missions.missions:
            for resolution in mission.resolutions:
                yield from _wrong_year(resolution.at.value("year"), resolution.number, resolution.year)


_ADOPTED = Phrase(
    "in year={year|date} nam|namen|aanvaardde|verlengde|verleende de|het {word}? (met|het mandaat met)?"
)


def _year_adopted(named: NamedResolution) -> int | None:
    """Return the year that precedes a resolution without one: "In 2024 nam de VNVR resolutie 2790 aan"."""
    adopted = _ADOPTED.match_before(named.passage, named.start)
    year = adopted.part("year")[-4:] if adopted else ""
    return int(year) if year.isdigit() else None


def _wrong_year(span: Span, number: int, year: int) -> Iterator[Violation]:
    known = resolutions()
    right, numbers = known.year_of(number), known.numbers_of(year)
    if right is not None and right != year:
        first, last = numbers or ("", "")
        wording = "with-numbers" if numbers else "no-numbers"
        yield violation(span, wording, number=number, right=right, year=year, first=first, last=last)


@rule("RES002", ERROR, Scope.TEXTS)
def resolution_unknown(texts: Texts) -> Iterator[Violation]:
    """A resolution that does not exist."""
    known = resolutions()
    for named in texts.memo(named_resolutions):
        mention = named.mention
        if not known.may_exist(mention.number, texts.as_of):
            number, last = mention.number, known.last_numbers[-1]
            yield violation(named.span, "future-number", number=number, last=last)
        elif mention.year and mention.year > texts.as_of.year and known.year_of(mention.number) is None:
            yield violation(named.span, "future-year", year=mention.year)
