# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on the form of an abbreviation: as the list has it, with a plural as Dutch writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jvom.analysis.addresses import is_in_address
from jvom.analysis.name_spellings import NamePlace, name_places, run_together, spelled_out, taken_apart
from jvom.analysis.spelling_keys import plain_marks, words_of
from jvom.checks.glossaries import GlossaryEntry
from jvom.checks.languages import is_in_dutch_dictionary
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.rules.abbreviations.abbreviation_uses import Register, registers
from jvom.checks.views import Texts, TextView
from jvom.dutch.patterns import pattern
from jvom.findings import Related
from jvom.messages import msg

#: Other lower-case words that an abbreviation may spell by chance: titles, units, foreign words.
_ORDINARY_WORDS = frozenset(
    """
    al bv cd cds co ct dr drs ds ex fc fp ir it lcd lt mm mo mou mr mrs ms mw nb no nr ok pc pg pm pro ps sas
    sase sole ss st sr jr tv us vs wc san dos del der den van los las les el al rio abu bin ibn mac saint
    """.split()
)
_COMPOUND_AFTER = pattern(r"-[a-zà-ÿ]")
_PLURAL = pattern(r"([A-Z]{2,8}|[A-Z][A-Za-z]?[A-Z]|[A-Z]{1,3}-?\d{1,3}|[ni]go|pc|tv|cd|dvd)(?:s|['’]en)")
_PLURAL_END = pattern(r"s(?<=[\w-][A-Z0-9]s)(?![\w@'])(?!’)")
_LONG_PLURAL_END = pattern(r"['’]en(?<=[A-Z0-9].en)(?![\w@'’])")
_LOWERCASE_PLURAL_END = pattern(r"(?:go|pc|tv|cd|dvd)s(?![\w@'])(?!’)")
_LOWERCASE_PLURAL_ENDS = ("gos", "pcs", "tvs", "cds", "dvds")
_MARKS_INSIDE_NAMES = ("@", "/", ".", "&", "_")
#: What follows initials: "E.U. de Vries", "V.S. Naipaul".
_SURNAME = pattern(r"\.\s(?:(?:van|de|der|den|het|ter|ten|te|von|el)\s)*[A-Z][a-z]")
_LOWERCASE_FORMS = {"NGO": "ngo", "IGO": "igo", "PC": "pc", "TV": "tv", "CD": "cd", "DVD": "dvd"}
_NOT_PLURALS = frozenset({"VSs", "SOSs", "GPSs"})
_ENGLISH_WORDS = frozenset("of the for and to with by from its their our on as are".split())


@rule(
    "ABR007",
    "abbreviation-misspelled",
    WARNING,
    Scope.TEXTS,
    msg("Een afkorting staat er met andere hoofdletters of een ander scheidingsteken dan in de lijst"),
    fixable=True,
)
def misspelled(texts: Texts) -> Iterator[Violation]:
    """An abbreviation has other capitals or another separator than in the list."""
    for register in texts.memo(registers):
        own_passages = {id(passage) for document in register.documents for passage in document.passages}
        yield from _misspelled_in(texts, register, own_passages)


def _misspelled_in(texts: Texts, register: Register, own_passages: set[int]) -> Iterator[Violation]:
    forms = [(form, entry) for entry in register.entries for form in entry.forms]
    correct = {form for form, _ in forms}
    reported: dict[int, list[tuple[int, int]]] = {}
    for form, entry in sorted(forms, key=lambda pair: (-len(pair[0]), pair[0])):
        for place in _any_spelling(texts, form):
            start, end = place.start, place.end
            if id(place.passage) not in own_passages or plain_marks(place.found) in correct:
                continue
            spans = reported.setdefault(id(place.passage), [])
            if _is_misspelling(place) and not any(left < end and start < right for left, right in spans):
                spans.append((start, end))
                yield _misspelling(place, form, entry)


def _any_spelling(texts: Texts, form: str) -> Iterator[NamePlace]:
    """Yield the places of a form in any spelling: other capitals, spaces or hyphens, or its own."""
    yield from name_places(texts, form)
    words = words_of(form)
    if len(words) == 1:
        yield from taken_apart(texts, words[0])
        if form.isupper() and form.isalpha():
            yield from spelled_out(texts, words[0])
        return
    yield from run_together(texts, form)
    if len(words) > 2:
        for at in range(len(words) - 1):
            yield from name_places(
                texts, " ".join((*words[:at], words[at] + words[at + 1], *words[at + 2 :]))
            )


def _is_misspelling(place: NamePlace) -> bool:
    """Tell whether a variant spelling is a mistake, and not an ordinary word by chance."""
    passage, start, end = place.passage, place.start, place.end
    text, found = passage.text, place.found
    if text.isupper() or is_in_address(text, start, end):
        return False
    capitals = sum(map(str.isupper, found))
    if place.first < place.last:
        if "." in found:
            return found.isupper() and not _is_initials(text, start, end)
        return capitals > 1
    if capitals > 1:
        return True
    if found.lower() in _ORDINARY_WORDS or is_in_dutch_dictionary(found.lower()):
        return False
    if capitals or len(found) > 3:
        return True
    return _COMPOUND_AFTER.match(text, end) is not None or not set(found) & set("aeiouy")


def _is_initials(text: str, start: int, end: int) -> bool:
    """Tell whether letters with full stops are initials, or the beginning of a longer series."""
    before = text[max(0, start - 5) : start].lower().split()
    return text[end + 1 : end + 3][1:] == "." or (
        before[-1:] not in (["de"], ["het"]) and _SURNAME.match(text, end) is not None
    )


def _misspelling(place: NamePlace, form: str, entry: GlossaryEntry) -> Violation:
    passage, end = place.passage, place.end
    # The last full stop belongs to "V.N.", unless it also ends the sentence.
    if "." in place.found and not re.match(r"\.(?:\s+[A-Z]|\s*\Z)", passage.text[end : end + 6]):
        end += 1
    fix = replace(passage, place.start, end, form) if passage.kind != "value" else None
    return Violation(
        passage.span(place.start, end),
        msg(
            "de afkorting «{form}» staat hier als «{found}»",
            form=form,
            found=plain_marks(passage.text[place.start : end]),
        ),
        msg("schrijf «{form}»", form=form),
        fix,
        related=(Related(entry.at, msg("hier staat «{form}»", form=entry.abbreviation)),),
    )


@rule(
    "ABR010",
    "abbreviation-plural",
    WARNING,
    Scope.FRAGMENT,
    msg("Het meervoud van een afkorting krijgt een apostrof"),
    fixable=True,
)
def plural(text: TextView) -> Iterator[Violation]:
    """The plural of an abbreviation takes an apostrophe."""
    lowercase = {id(passage) for passage in text.passages_with(_LOWERCASE_PLURAL_ENDS)}
    for passage in text.passages:
        dutch = passage.dutch
        endings = [*_PLURAL_END.finditer(dutch)]
        if "'en" in dutch or "’en" in dutch:
            endings += _LONG_PLURAL_END.finditer(dutch)
        if id(passage) in lowercase:
            endings += _LOWERCASE_PLURAL_END.finditer(dutch)
        for ending in endings:
            start, end = _whole_abbreviation(dutch, *ending.span())
            match = _PLURAL.fullmatch(dutch, start, end)
            if (
                not match
                or match[0] in _NOT_PLURALS
                or dutch[max(0, start - 1) : start] in _MARKS_INSIDE_NAMES
            ):
                continue
            short = match[1]
            if _is_beside_english(dutch, start, end):
                continue
            better = f"{_LOWERCASE_FORMS.get(short, short)}'s"
            yield Violation(
                passage.span(match.start(), match.end()),
                msg("«{found}» is niet de goede vorm van het meervoud", found=match[0]),
                msg("schrijf «{better}»", better=better),
                replace(passage, match.start(), match.end(), better) if passage.kind != "value" else None,
            )


def _whole_abbreviation(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the (start, end) of the whole abbreviation: "F-16s" with its letter, "NGOs" without "VN-"."""
    first = max(0, start - 10)
    while start > first and text[start - 1].isalnum():
        start -= 1
    if text[start : end - 1].isdigit() and text[start - 1 : start] == "-":
        start -= 1
        while start > first and text[start - 1].isalpha():
            start -= 1
    return start, end


def _is_beside_english(text: str, start: int, end: int) -> bool:
    """Tell whether an English word is next to it, so that it is part of an English name."""
    before = text[max(0, start - 12) : start].split()
    after = text[end : end + 12].split()
    return bool(set(before[-1:] + after[:1]) & _ENGLISH_WORDS)


RULES = (misspelled, plural)
