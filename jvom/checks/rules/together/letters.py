# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The letters to the Chambers, compared with each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, zip_longest

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.postal_addresses import find_postcodes
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView, Texts, TextView
from jvom.model import Recipient


@rule("LET007", ERROR, Scope.TEXTS)
def letters_differ(texts: Texts) -> Iterator[Violation]:
    """The letters differ in more than addressee, address and reference."""
    if isinstance(texts, DossierView):
        first, *others = texts.data.letter.recipients
        for other in others:
            yield from _recipients_differ(first, other)
        yield from _offers_to_one_house(texts) if others else ()
    else:
        letters = [(text, _common_lines(text)) for text in texts.texts if text.is_letter]
        for (one, here), (two, there) in pairwise(letters):
            if len(here.keys() & there.keys()) * 2 > max(len(here), len(there)):
                yield from _missing(here, there, two)
                yield from _missing(there, here, one)


def _recipients_differ(first: Recipient, other: Recipient) -> Iterator[Violation]:
    if other.date and first.date and other.date != first.date:
        yield violation(other.at.value("date"), "date", related=first.at.value("date"))
    for key in ("reference", "address", "addressee"):
        value = getattr(first, key)
        if value == getattr(other, key) and (value or key != "reference"):
            yield violation(other.at.item(key, 0), key, related=first.at.item(key, 0))


#: An offer to one House in a letter that goes to both.
_OFFER = Phrase("hierbij|bied*|zend*|stuur*|informeer* ...8 de house=Eerste|Tweede Kamer whole=der?")


def _offers_to_one_house(dossier: DossierView) -> Iterator[Violation]:
    for match in _OFFER.find(dossier, Reads.TYPED):
        passage, house = match.passage, match["house"]
        if passage.document != "brief" or passage.kind == "value" or "whole" in match:
            continue
        start, end = match.sentence
        other = "Tweede" if match.part("house") == "eerste" else "Eerste"
        if other not in passage.text[start:end] and "hierbij" in passage.lowered[start:end]:
            yield violation(passage.span(house.start, match.end), "other-house", other=other)


_OF_ONE_LETTER = ("MINDEF", "eferentie", "enmerk")
_ADDRESSEE = ("Aan ", "Aan:", "de voorzitter", "de Voorzitter", "voorzitter", "Voorzitter")


def _common_lines(letter: TextView) -> dict[str, Passage]:
    """Return what a letter has in common with the same letter to another addressee, by its words."""
    found = {}
    for passage, after in zip_longest(letter.passages, letter.passages[1:]):
        text = passage.text
        is_own = (
            any(map(text.__contains__, _OF_ONE_LETTER))
            or text.startswith(_ADDRESSEE)
            or any(find_postcodes(text))
            or any(postcode.start == 0 for postcode in find_postcodes(after.text if after else ""))
        )
        if text.strip() and not is_own:
            found[_normalized(text)] = passage
    return found


def _missing(here: dict[str, Passage], there: dict[str, Passage], other: TextView) -> Iterator[Violation]:
    for words, passage in here.items():
        if words not in there:
            yield violation(passage.span(), "text", related=other.whole)


def _normalized(words: str) -> str:
    plain = words.replace("Eerste Kamer", "Kamer").replace("Tweede Kamer", "Kamer").translate(_QUOTES)
    return " ".join(plain.lower().split())


_QUOTES = str.maketrans(dict.fromkeys("“”„", '"') | dict.fromkeys("‘’", "'"))


@rule("LET012", WARNING, Scope.DOSSIER)
def letter_without_comma(dossier: DossierView) -> Iterator[Violation]:
    """The salutation or the closing has no comma behind it, or the salutation begins in a misspelled word."""
    letter, settings = dossier.data.letter, dossier.settings.letter
    for opening in settings.openings:
        if not settings.opens(letter.salutation) and letter.salutation[:1] == opening[:1]:
            yield violation(letter.at.value("salutation"), "opening", better=opening)
    for key, line in (("salutation", letter.salutation), ("closing", letter.closing)):
        if not line.endswith(","):
            yield violation(letter.at.value(key), "comma", line=line, better=line.rstrip(" .;:!") + ",")


RULES = (letters_differ, letter_without_comma)
