# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Security Council resolutions in the texts: whether they exist, their year, and their form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from jvom.analysis.passages import (
    BLANK,
    Passage,
)
from jvom.analysis.resolutions import ResolutionMention, write_resolutions
from jvom.checks.replacements import replace
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.rules.resolutions.security_council import resolutions
from jvom.checks.views import DossierView, Texts
from jvom.dutch.patterns import pattern
from jvom.findings import Fix, Related
from jvom.messages import Message, msg


class NamedResolution(NamedTuple):
    """A resolution that a passage names; `document` is the passage's, or the file without a dossier."""

    passage: Passage
    mention: ResolutionMention
    document: str


def named_resolutions(texts: Texts) -> tuple[NamedResolution, ...]:
    """Return the resolutions in all texts, in reading order.

    The data of a dossier comes last, as the report prints it in its appendix.
    """
    of_dossier = isinstance(texts, DossierView)
    named = [
        NamedResolution(passage, mention, passage.document if of_dossier else text.path)
        for text in texts.texts
        for passage in text.passages
        for mention in passage.resolutions
    ]
    return tuple(sorted(named, key=lambda named: named.passage.kind in ("value", "head", "cell")))


@rule(
    "RES001",
    "resolution-year",
    ERROR,
    Scope.TEXTS,
    msg("Nummer en jaar van een resolutie horen niet bij elkaar"),
)
def resolution_year(texts: Texts) -> Iterator[Violation]:
    """Number and year of a resolution do not belong together."""
    for passage, mention, _ in texts.memo(named_resolutions):
        year = mention.year or _year_adopted(passage, mention)
        if year is None or _of_another_body(passage, mention):
            continue
        if violation := _wrong_year(mention.number, year):
            yield Violation(passage.span(mention.start, mention.end), *violation)
    if isinstance(texts, DossierView):
        for mission in texts.dossier.missions.missions:
            for resolution in mission.resolutions:
                if violation := _wrong_year(resolution.number, resolution.year):
                    yield Violation(resolution.at.value("year"), *violation)


_ADOPTED = pattern(
    r"\b[Ii]n (?:[a-z]{3,9} )?(?P<year>(?:19|20)\d\d) (?:nam|namen|aanvaardde|verlengde|verleende) "
    r"(?:de|het) (?:[\w-]{2,20} )?(?:met |het mandaat met )?$"
)


def _year_adopted(passage: Passage, mention: ResolutionMention) -> int | None:
    """Return the year that precedes a resolution without one: "In 2024 nam de VNVR resolutie 2790 aan"."""
    adopted = _ADOPTED.search(passage.text, max(0, mention.start - 80), mention.start)
    return int(adopted["year"]) if adopted else None


def _wrong_year(number: int, year: int) -> tuple[Message, Message] | None:
    known = resolutions()
    right = known.year_of(number)
    if right is None or right == year:
        return None
    if numbers := known.numbers_of(year):
        first, last = numbers
        advice = msg(
            "die van {year} hebben de nummers {first} tot en met {last}", year=year, first=first, last=last
        )
    else:
        advice = msg("verbeter het jaar")
    return msg(
        "resolutie {number} is van {right}, niet van {year}", number=number, right=right, year=year
    ), advice


@rule(
    "RES002",
    "resolution-unknown",
    ERROR,
    Scope.TEXTS,
    msg("Een resolutie die niet bestaat"),
)
def resolution_unknown(texts: Texts) -> Iterator[Violation]:
    """A resolution that does not exist."""
    known = resolutions()
    for passage, match in _malformed(texts):
        if "." not in match["number"]:
            yield Violation(
                passage.span(*match.span()),
                msg("resoluties hebben hoogstens vier cijfers"),
                msg("zoek het nummer op"),
            )
    for passage, mention, _ in texts.memo(named_resolutions):
        if _of_another_body(passage, mention):
            continue
        if not known.may_exist(mention.number, texts.as_of):
            yield Violation(
                passage.span(mention.start, mention.end),
                msg(
                    "resolutie {number} bestaat nog niet: de laatste bekende is {last}",
                    number=mention.number,
                    last=known.last_numbers[-1],
                ),
                msg("zoek het nummer op"),
            )
        elif mention.year and mention.year > texts.as_of.year and known.year_of(mention.number) is None:
            yield Violation(
                passage.span(mention.start, mention.end),
                msg("het jaar {year} moet nog komen", year=mention.year),
                msg("verbeter het jaar"),
            )


@rule(
    "RES003",
    "resolution-without-year",
    WARNING,
    Scope.TEXTS,
    msg("Bij de eerste vermelding van een resolutie ontbreekt het jaar"),
)
def resolution_without_year(texts: Texts) -> Iterator[Violation]:
    """The first mention of a resolution lacks the year."""
    seen: set[tuple[str, int]] = set()
    known = resolutions()
    for passage, mention, document in texts.memo(named_resolutions):
        first = (document, mention.number) not in seen
        seen.add((document, mention.number))
        if not first or mention.year is not None or _of_another_body(passage, mention):
            continue
        year = known.year_of(mention.number)
        start, end = passage.sentence_at(mention.start)
        if year and str(year) in passage.text[start:end]:
            continue
        whole = write_resolutions([mention.number], year)
        yield Violation(
            passage.span(mention.start, mention.end),
            msg("resolutie {number} staat hier voor het eerst, zonder jaar", number=mention.number),
            msg("schrijf «{whole}»", whole=whole) if year else msg("zet het jaar erachter"),
        )


@rule(
    "RES004",
    "resolution-form",
    WARNING,
    Scope.TEXTS,
    msg("Een resolutie is anders geschreven dan het huis doet, of dan elders in de tekst"),
    fixable=True,
)
def resolution_form(texts: Texts) -> Iterator[Violation]:
    """A resolution is written otherwise than in the house style, or than elsewhere in the text."""
    for passage, match in _malformed(texts):
        if "." in match["number"]:
            yield Violation(
                passage.span(*match.span()),
                msg("het nummer van een resolutie heeft geen punt"),
                msg("schrijf «{number}»", number=match["number"].replace(".", "")),
            )
    by_document: dict[str, list[NamedResolution]] = {}
    for named in texts.memo(named_resolutions):
        passage, mention, document = named
        if not _of_another_body(passage, mention) and BLANK not in passage.typed[mention.start : mention.end]:
            by_document.setdefault(document, []).append(named)
    for group in by_document.values():
        if isinstance(texts, DossierView):
            for place, (passage, mention, _) in enumerate(group):
                after = group[place + 1] if place + 1 < len(group) else None
                listed = (
                    after is not None and after.passage is passage and after.mention.start - mention.end < 8
                )
                if not _is_house_form(passage, mention, listed=listed):
                    yield Violation(
                        passage.span(mention.start, mention.end),
                        msg("het huis schrijft een resolutie anders"),
                        msg("schrijf «{whole}»", whole=_in_house_form(mention)),
                        _in_house_words(passage, mention),
                    )
        else:
            yield from _mixed_forms(group)


_LONG_NUMBER = pattern(r"\d(?:\.\d{3}|\d{4})")
_MALFORMED = pattern(
    r"\b(?:VNVR|VN|[Vv]eiligheidsraad)-?[Rr]esoluties? (?P<number>\d\.\d{3}|\d{5,7})\b(?![.,]\d)"
)


def _malformed(texts: Texts) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield the numbers of resolutions that have too many digits, or a point."""
    for passage in texts.passages_with(("resolutie",)):
        if _LONG_NUMBER.search(passage.typed):
            yield from ((passage, match) for match in passage.find(_MALFORMED))


def _mixed_forms(group: list[NamedResolution]) -> Iterator[Violation]:
    forms = [(_form(passage, mention), passage, mention) for passage, mention, _ in group]
    counts = Counter(form for form, _, _ in forms)
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda form: counts[form])
    example, where = next((mention, passage) for form, passage, mention in forms if form == usual)
    for form, passage, mention in forms:
        if form != usual:
            yield Violation(
                passage.span(mention.start, mention.end),
                msg("elders staat een resolutie als «{words}»", words=example.text),
                msg("kies een vorm"),
                related=(
                    Related(
                        where.span(example.start, example.end),
                        msg("hier staat «{words}»", words=example.text),
                    ),
                ),
            )


def _form(passage: Passage, mention: ResolutionMention) -> str:
    """Return the form in which a resolution is written, ignoring the capital that begins a sentence."""
    word = mention.word.replace("esoluties", "esolutie")
    # Only the first number of a list has the word.
    begins = mention.text[:1].isdigit() or passage.sentence_at(mention.start)[0] == mention.start
    return word[:1].lower() + word[1:] if begins and word[1:2].islower() else word


def _is_house_form(passage: Passage, mention: ResolutionMention, *, listed: bool) -> bool:
    """Tell whether a mention, possibly in a list, has the house form."""
    if mention.word not in ("VNVR-resolutie", "VNVR-resoluties") or mention.year_form not in ("", "brackets"):
        return False
    if not mention.year_form and _YEAR_AFTER_COMMA.match(passage.text, mention.end):
        return False
    if not mention.text.startswith("VNVR"):
        return True
    alone = mention.word.endswith("s") and not listed and not mention.year_shared
    return not alone and _PLAIN.fullmatch(" ".join(mention.text.split())) is not None


_PLAIN = pattern(r"VNVR-resoluties? \d{1,4}(?: \(\d{4}\))?")
_YEAR_AFTER_COMMA = pattern(r", (?:19|20)\d\d(?![\d-])")


def _in_house_form(mention: ResolutionMention) -> str:
    return write_resolutions([mention.number], mention.year if mention.year_form else None)


def _in_house_words(passage: Passage, mention: ResolutionMention) -> Fix | None:
    """Return the fix for a mention of just a word, number and year; it keeps number and year."""
    after = passage.text[mention.end : mention.end + 12].lower()
    if after.startswith((" van de v", " en ", ", ", "/")):
        return None
    year = f" ({mention.year})" if mention.year_form == "brackets" else ""
    written = " ".join(mention.text.split())
    if written != f"{mention.word} {mention.number}{year}" or mention.word.lower().endswith("s"):
        return None
    return replace(passage, mention.start, mention.end, _in_house_form(mention))


_NEAR = 300
#: Other bodies whose resolutions have a number and a year.
_OTHER_BODIES = (
    "Algemene Vergadering",
    "AVVN",
    "General Assembly",
    "Parlementaire Vergadering",
    "Parlementaire Assemblee",
    "Raad van Europa",
    "Parliamentary Assembly",
    "Europees Parlement",
    "Mensenrechtenraad",
    "Internationale Maritieme Organisatie",
    "IAEA",
    "IAO",
    "IMO",
)


def _of_another_body(passage: Passage, mention: ResolutionMention) -> bool:
    """Tell whether a resolution may be one of another body that its sentence names."""
    if mention.form not in ("resolutie", "VN-resolutie", "UN-resolutie"):
        return False
    first, last = passage.sentence_at(mention.start)
    near = passage.text[max(first, mention.start - _NEAR) : min(last, mention.end + _NEAR)]
    return any(body in near for body in _OTHER_BODIES)


RULES = (
    resolution_year,
    resolution_unknown,
    resolution_without_year,
    resolution_form,
)
