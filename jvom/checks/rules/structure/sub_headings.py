# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The fixed sub-headings of the sections about missions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.sections import Section, has_two_fixed_headings, nearest_fixed, sections_of
from jvom.checks.views import TextView
from jvom.dutch.lists import join
from jvom.settings import FixedHeading


def _sections(text: TextView) -> Iterator[Section]:
    """Yield the sections that may have fixed sub-headings: of a report or a loose text, not of a letter."""
    if text.document in ("rapport", "tekst"):
        yield from sections_of(text)


def _is_mission(text: TextView, section: Section) -> bool:
    """Tell whether a section needs all fixed sub-headings; one on a headquarters may have just one."""
    return bool(text.mission) or has_two_fixed_headings(section, text.texts.settings)


def _nearest(words: str, among: Sequence[FixedHeading]) -> str:
    """Return the form of one of these headings that a heading was meant to be; "" for none."""
    return nearest_fixed(
        words,
        tuple(form for fixed in among for form in fixed.forms),
        tuple((pattern, fixed.heading) for fixed in among for pattern in fixed.known_by),
    )


@rule("STR001", WARNING, Scope.FRAGMENT, local=True)
def sub_heading_missing(text: TextView) -> Iterator[Violation]:
    """A section on a mission lacks a fixed sub-heading."""
    for section in _sections(text):
        if not _is_mission(text, section):
            continue
        wanted = text.texts.settings.report.mission_headings
        meant = {_nearest(heading.text.strip(), wanted) for heading in section.subheadings}
        missing = [fixed.heading for fixed in wanted if meant.isdisjoint(fixed.forms)]
        if missing:
            place = section.heading.span() if section.heading else text.whole
            if text.mission and text.fragment:
                place = text.fragment.front.place_of(text.mission)
            yield violation(place, "one" if len(missing) == 1 else "several", headings=quoted(missing))


@rule("STR002", WARNING, Scope.FRAGMENT, local=True)
def sub_headings_out_of_order(text: TextView) -> Iterator[Violation]:
    """The fixed sub-headings are in another order."""
    for section in _sections(text):
        yield from out_of_order(section.subheadings, text.texts.settings.report.every_mission_heading)


def out_of_order(headings: Sequence[Passage], fixed: tuple[str, ...]) -> Iterator[Violation]:
    """Yield the fixed headings that are there twice, or before one that they belong behind."""
    last, seen = -1, dict[int, Passage]()
    for heading in headings:
        words = heading.text.strip()
        if words not in fixed:
            continue
        place = fixed.index(words)
        if place in seen:
            yield violation(heading.span(), "twice", related=seen[place].span())
        elif place < last:
            yield violation(heading.span(), "order", other=fixed[last], related=seen[last].span())
        seen.setdefault(place, heading)
        last = max(last, place)


_CIVILIAN = Phrase("civiele {word}? {civilian}", "{police_officer}", "politie-expert|politie-experts")
_NOT_OURS = Phrase("geen|niet|lokale|palestijnse|iraakse|kosovaarse|libanese|bondgenoten", "andere landen")
_CIVILIAN_SIGNS = "civie politie polad political burger jurist diplomaat expert marechaussee".split()


@rule("STR003", WARNING, Scope.FRAGMENT, local=True)
def wrong_sub_heading(text: TextView) -> Iterator[Violation]:
    """A sub-heading is not the fixed one, or does not fit the text."""
    wanted = text.texts.settings.report.mission_headings
    for section in _sections(text):
        given = {heading.text.strip() for heading in section.subheadings}
        left = [fixed for fixed in wanted if given.isdisjoint(fixed.forms)]
        is_mission = _is_mission(text, section)
        for heading in section.subheadings:
            words = heading.text.strip()
            fixed = next((each for each in wanted if words in each.forms), None)
            if fixed is not None:
                yield from _with_or_without_civilians(section, heading, fixed) if fixed.with_civilians else ()
            elif is_mission and (right := _nearest(words, left)):
                yield violation(heading.span(), "fixed", right=right)


def _with_or_without_civilians(
    section: Section, heading: Passage, fixed: FixedHeading
) -> Iterator[Violation]:
    """Yield a heading that leaves out civilians whom the text mentions, or names civilians it does not."""
    if heading.text.strip() == fixed.heading:
        if found := _civilians(section, heading):
            words, right = found.text, fixed.with_civilians
            yield violation(heading.span(), "civilians", found=words, right=right, related=found.span)
        return
    under = [passage.lowered for passage in section.under(heading)]
    # That a heading has no text at all is for another rule to say.
    if under and not any(word in text for text in under for word in _CIVILIAN_SIGNS):
        yield violation(heading.span(), "no-civilians", right=fixed.heading)


def _civilians(section: Section, heading: Passage) -> Match | None:
    """Return the first words under a heading that mention civilians whom the Netherlands sent."""
    found = (match for passage in section.under(heading) for match in _CIVILIAN.find_in(passage))
    return next((each for each in found if not _NOT_OURS.find_in(each.passage, *each.sentence)), None)


def quoted(headings: list[str]) -> str:
    """Return headings in quotation marks, as a message lists them."""
    return join(f"«{heading}»" for heading in headings)
