# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Headings that differ from their siblings in level, look or number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from jvom.analysis.passages import Passage
from jvom.analysis.section_references import number_of_heading
from jvom.checks.groups import by_key
from jvom.checks.outliers import outliers
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.sections import level_of
from jvom.checks.views import DossierView, Texts, TextView

_LONGEST_HEADING, _LONGEST_ABBREVIATION = 90, 7
#: Quoted headings are odd when they are at most one in so many.
_FEW = 3
_OPENING, _CLOSING = frozenset("\"“„‘'«"), frozenset("\"”’'»")


@rule("STR008", WARNING, Scope.TEXTS, loose=INFO)
def heading_unlike_sisters(texts: Texts) -> Iterator[Violation]:
    """A heading is formatted otherwise than the headings next to it."""
    in_dossier = isinstance(texts, DossierView)
    for group in (texts.texts,) if in_dossier else ((text,) for text in texts.texts):
        headings = [each for text in group for each in text.passages_of("heading") if each.text.strip()]
        yield from _other_levels(headings)
        yield from _other_looks(headings, in_dossier=in_dossier)
        counts = Counter(_words(heading).lower() for heading in headings)
        for text in group:
            for passage in text.passages_of("paragraph"):
                words = passage.text.strip()
                if len(words) <= _LONGEST_HEADING and counts[words.rstrip(".:").lower()] > 1:
                    yield violation(passage.span(), "plain-text")
            if not in_dossier:
                yield from _number_left_out(text)
                continue
            yield from _twice(text)
            if not text.missions:
                titles = filter(_is_all_caps, text.passages_of("title"))
                yield from (violation(title.span(), "all-capitals") for title in titles)


def _other_levels(headings: Iterable[Passage]) -> Iterator[Violation]:
    """Yield headings that occur elsewhere with another level or other capitals; the minority is marked."""
    for group in by_key((_words(heading).lower(), heading) for heading in headings).values():
        for form, wording in ((level_of, "level"), (_words, "capitals")):
            for found in outliers(group, form):
                words, there = _words(found.example), found.example.span()
                yield violation(found.item.span(), wording, words=words, related=there)


def _twice(text: TextView) -> Iterator[Violation]:
    """Yield headings that are under the same heading as one with the same words."""
    seen: dict[tuple[int, str], Passage] = {}
    for heading in text.passages_of("heading"):
        level = level_of(heading)
        seen = {key: other for key, other in seen.items() if key[0] <= level}
        key = level, _words(heading).lower()
        if key in seen:
            yield violation(heading.span(), "twice", words=_words(heading), related=seen[key].span())
        seen.setdefault(key, heading)


def _words(heading: Passage) -> str:
    return heading.text.strip()


def _other_looks(headings: Sequence[Passage], *, in_dossier: bool) -> Iterator[Violation]:
    """Yield headings that end in a mark, are quoted, all in capitals or bold, when most are not."""
    for wording, looks_so in _LOOKS.items():
        if wording == "quoted" and not in_dossier:
            continue  # A headline may be what somebody said.
        found = [each for each in headings if looks_so(each) and (in_dossier or not each.text.endswith("!"))]
        is_rare = (
            len(found) * _FEW <= len(headings) if wording == "quoted" else len(found) * 2 < len(headings)
        )
        for heading in found if is_rare or (wording == "bold" and in_dossier) else ():
            end = len(heading.text.rstrip())
            if wording == "mark":
                yield violation(heading.span(end - 1, end), wording, severity=WARNING)
            else:
                yield violation(heading.span(), wording)


#: The full stop is part of them.
_ABBREVIATED = frozenset(
    ("e.d.", "e.a.", "c.s.", "etc.", "enz.", "B.V.", "N.V.", "b.v.", "n.v.", "jr.", "sr.", "a.i.")
)


def _ends_in_mark(heading: Passage) -> bool:
    """Tell whether a heading ends in a single full stop, colon, semicolon or comma."""
    words = heading.text.rstrip()
    if words.rpartition(" ")[2] in _ABBREVIATED:
        return False
    return words[-1:] in (".", ":", ";", ",", "!", "-", "–") and words[-2:-1] not in (".", "?", "!")


def _is_in_quotes(heading: Passage) -> bool:
    """Tell whether all of a heading is between one pair of quotation marks."""
    words = heading.text.strip()
    inside = words[1:-1]
    return words[:1] in _OPENING and words[-1:] in _CLOSING and _OPENING.isdisjoint(inside)


def _is_bold(heading: Passage) -> bool:
    return any(part.style.strong for part in heading.segments if part.kind == "words")


def _is_all_caps(heading: Passage) -> bool:
    """Tell whether a heading is all in capitals, abbreviations aside."""
    words = (form for form in heading.tokens.forms if form.isalpha())
    return heading.text.upper() == heading.text and max(map(len, words), default=0) > _LONGEST_ABBREVIATION


_LOOKS = {"mark": _ends_in_mark, "quoted": _is_in_quotes, "all-capitals": _is_all_caps, "bold": _is_bold}


def _number_left_out(text: TextView) -> Iterator[Violation]:
    """Yield the place where a typed number is missing among the headings."""
    last: list[int] = []
    plain: dict[tuple[int, ...], Passage] = {}
    for passage in text.passages:
        typed = number_of_heading(passage.text) if len(passage.text) <= _LONGEST_HEADING else None
        if not typed or "." not in typed.number or not passage.text[typed.title : typed.title + 1].isupper():
            continue
        number = [int(part) for part in typed.number.split(".")]
        if passage.kind == "paragraph":
            plain[tuple(number)] = passage
        elif passage.kind == "heading":
            if len(number) == len(last) and number[:-1] == last[:-1] and number[-1] == last[-1] + 2:
                missing = (*number[:-1], number[-1] - 1)
                place = plain.get(missing, passage)
                yield violation(place.span(), "number-missing", number=".".join(map(str, missing)))
            last = number
