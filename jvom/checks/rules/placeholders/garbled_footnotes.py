# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Marks of footnotes that were damaged in typing or pasting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts, TextView
from jvom.dutch.patterns import pattern
from jvom.text import NoteMark


@rule("PLH005", ERROR, Scope.FRAGMENT, local=True)
def garbled_footnote(text: TextView) -> Iterator[Violation]:
    """A footnote mark is doubled or malformed."""
    for passage in text.passages:
        notes = [(part.start, part.source) for part in passage.segments if isinstance(part.source, NoteMark)]
        for (start, first), (end, second) in pairwise(notes):
            if start == end:
                yield violation(second.span, "doubled", first=first.label, second=second.label)
    attached = text.texts.memo(_attached_numbers) if text.document != "tekst" else {}
    remains = [
        (passage, start, end)
        for passage in text.passages
        if passage.has_digit or "^" in passage.text or not passage.text.isascii()  # as most are not
        for start, end in (*map(re.Match.span, _NOTE.finditer(passage.typed)), *attached.get(id(passage), ()))
    ]
    styles = Counter(_note_style(passage.text[start:end]) for passage, start, end in remains)
    for passage, start, end in remains:
        found = passage.text[start:end]
        if text.document == "tekst" and _note_style(found) and styles[_note_style(found)] > 1:
            continue  # That is how this text, or its source, numbers its notes.
        severity = WARNING if text.document == "tekst" and found.isdecimal() else None
        before = passage.text[:start].split()
        wording, word = ("in-text", before[-1]) if before else ("text-of-note", "")
        yield violation(passage.span(start, end), wording, found=found, word=word, severity=severity)


#: The remains of a mark are stuck to words and cross tokens, so they have a pattern of their own. It begins
#: with the characters that all remains begin with, which makes it fast.
_NOTE = pattern(
    r"[\[(^¹²³⁰⁴-⁹\d](?:(?<=\[)\s?\^\s?[\w-]{0,30}\s?\]?|(?<=\^)\s?\[?\d{1,2}\]?(?!\w)"
    r"|(?<=\[)\s?\d{1,2}\s?\](?:\[\s?\d{1,2}\s?\]){0,3}|(?<=[a-zë]{4}\()\d{1,2}\)(?=[\s.,;:]|$)"
    r"|(?<=[¹²³⁰⁴-⁹])(?<![kcdm]m.)(?<!\bm.)(?<!\dm.)[¹²³⁰⁴-⁹]{0,2}"
    r"|(?<=[a-z]{4}[.,]\d)\d?(?: \d{1,2})?(?=\s+[A-Z]|\s*$))"
)
_SUPERSCRIPTS, _DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"


def _note_style(remains: str) -> str:
    """Return the style in which the remains of a mark number a single note; "" when there is none."""
    number = remains.strip("[] ")
    if not remains.strip(_SUPERSCRIPTS):
        return "¹"
    return remains[0].replace(number[:1], "1") if number.isdecimal() else ""


def _attached_numbers(texts: Texts) -> Mapping[int, list[tuple[int, int]]]:
    """Return the numbers attached to a word in small letters, by the id() of the passage: "mandaat2"."""
    found: dict[int, list[tuple[int, int]]] = {}
    for word in [each for each in texts.words if each[-1] in _DIGITS]:
        letters = word.rstrip(_DIGITS)
        is_attached = len(word) - len(letters) <= 2 and len(letters) >= 4 and letters.isalpha()
        for passage, number in texts.words[word] if is_attached else ():
            start, end = passage.words[number]
            if passage.text[start + 1 : end].islower() and passage.is_dutch(start, end):
                found.setdefault(id(passage), []).append((start + len(letters), end))
    return found
