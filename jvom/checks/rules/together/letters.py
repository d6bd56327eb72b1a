# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The letters to the Chambers, compared with each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile, pairwise

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.patterns import pattern
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
        letters = [(text, _body(text)) for text in texts.texts if text.is_letter]
        for (one, here), (two, there) in pairwise(letters):
            if len(here.keys() & there.keys()) * 2 > max(len(here), len(there)):
                for said, told, compared in ((here, there, two), (there, here, one)):
                    for words in (each for each in said if each not in told):
                        yield violation(said[words].span(), "text", related=compared.whole)


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


def _body(letter: TextView) -> dict[str, Passage]:
    """Return what a letter says from its salutation on, by its words; before it is what others lack."""
    opens = letter.texts.settings.letter.opens
    body = dropwhile(lambda passage: not opens(passage.text), letter.passages)
    return {_HOUSE.sub("kamer", " ".join(each.lowered.split())): each for each in body}


_HOUSE = pattern(r"\b(?:eerste|tweede) kamer\b")


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
