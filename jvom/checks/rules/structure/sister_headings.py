# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Headings that differ from their siblings in level, look or number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from jvom.analysis.passages import Passage
from jvom.analysis.section_references import number_of_heading
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.sections import level_of
from jvom.checks.views import DossierView, Texts, TextView
from jvom.findings import Related
from jvom.messages import Message, msg

_LONGEST_HEADING = 90


@rule("STR008", WARNING, Scope.TEXTS, msg("Een kop is anders opgemaakt dan de koppen ernaast"))
def heading_unlike_sisters(texts: Texts) -> Iterator[Violation]:
    """A heading is formatted otherwise than the headings next to it."""
    headings = [
        (text, passage)
        for text in texts.texts
        for passage in text.passages_of("heading")
        if passage.text.strip()
    ]
    yield from _other_levels(headings, loose=not isinstance(texts, DossierView))
    yield from _other_looks(headings, loose=not isinstance(texts, DossierView))
    yield from _unmarked_headings(texts, headings)
    if isinstance(texts, DossierView):
        for text in texts.texts:
            for passage in text.passages_of("title") if not text.mission else ():
                if _is_all_caps(passage):
                    yield _all_caps(passage)
    if not isinstance(texts, DossierView):
        for text in texts.texts:
            yield from _number_left_out(text)


def _other_levels(headings: list[tuple[TextView, Passage]], *, loose: bool) -> Iterator[Violation]:
    """Yield headings that occur elsewhere with another level or other capitals; the minority is marked."""
    groups: dict[tuple[str, str], list[Passage]] = {}
    for text, passage in headings:
        where = text.path if loose else ""
        groups.setdefault((where, passage.text.strip().lower()), []).append(passage)
    for group in groups.values():
        if len(group) < 2:
            continue
        for look, message, advice in (
            (
                level_of,
                msg("deze kop heeft elders een ander niveau"),
                msg("geef beide koppen hetzelfde niveau"),
            ),
            (_wording, msg("deze kop heeft elders andere hoofdletters"), msg("schrijf de kop overal gelijk")),
        ):
            yield from _outliers(group, look, message, advice)


def _wording(passage: Passage) -> str:
    return passage.text.strip()


def _outliers(
    group: list[Passage], look: Callable[[Passage], object], message: Message, advice: Message
) -> Iterator[Violation]:
    looks = [(passage, look(passage)) for passage in group]
    counts = Counter(seen for _, seen in looks)
    usual = max(counts, key=lambda seen: counts[seen])
    example = next(passage for passage, seen in looks if seen == usual)
    for passage, seen in looks:
        if seen != usual:
            yield Violation(
                passage.span(),
                message,
                advice,
                related=(Related(example.span(), msg("hier staat «{words}»", words=example.text.strip())),),
            )


def _other_looks(headings: list[tuple[TextView, Passage]], *, loose: bool) -> Iterator[Violation]:
    by_text: dict[str, list[Passage]] = {}
    for text, passage in headings:
        by_text.setdefault(text.path if loose else "", []).append(passage)
    for group in by_text.values():
        marked = [passage for passage in group if _ends_in_mark(passage.text.rstrip())]
        shouted = [passage for passage in group if _is_all_caps(passage)]
        if len(marked) * 2 < len(group):
            for passage in marked:
                end = len(passage.text.rstrip())
                yield Violation(
                    passage.span(end - 1, end),
                    msg("achter de andere koppen staat geen leesteken"),
                    msg("haal het leesteken weg"),
                )
        if len(shouted) * 2 < len(group):
            for passage in shouted:
                yield _all_caps(passage)
        bold = [passage for passage in group if _is_bold(passage)]
        if len(bold) * 2 < len(group) or not loose:
            for passage in bold:
                yield Violation(
                    passage.span(),
                    msg("deze kop is met de hand vet gemaakt"),
                    msg("haal het vet weg: de kop heeft zijn eigen opmaak"),
                )


def _ends_in_mark(words: str) -> bool:
    """Tell whether a heading ends in a single full stop, colon, semicolon or comma."""
    return words[-1:] in (".", ":", ";", ",") and words[-2:-1] not in (".", "?", "!")


def _all_caps(passage: Passage) -> Violation:
    return Violation(
        passage.span(),
        msg("de andere koppen staan niet in hoofdletters"),
        msg("schrijf de kop zoals de andere"),
    )


def _is_bold(passage: Passage) -> bool:
    words = [part for part in passage.segments if part.kind == "words"]
    return bool(words) and all(part.style.strong for part in words)


def _is_all_caps(passage: Passage) -> bool:
    """Tell whether a heading is all in capitals, abbreviations aside."""
    if passage.text.upper() != passage.text:
        return False
    return max((len(form) for form in passage.tokens.forms if form.isalpha()), default=0) > 7


def _unmarked_headings(texts: Texts, headings: list[tuple[TextView, Passage]]) -> Iterator[Violation]:
    counts = Counter(passage.text.strip().lower() for _, passage in headings)
    for text in texts.texts:
        for passage in text.passages_of("paragraph"):
            words = passage.text.strip()
            if len(words) > _LONGEST_HEADING or counts[words.rstrip(".:").lower()] < 2:
                continue
            yield Violation(
                passage.span(),
                msg("dit is elders een kop, en hier gewone tekst"),
                msg("maak er een kop van"),
            )


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
                yield Violation(
                    place.span(),
                    msg("tussen de koppen ontbreekt {number}", number=".".join(map(str, missing))),
                    msg("maak er een kop van, of verbeter de nummers"),
                )
            last = number


RULES = (heading_unlike_sisters,)
