# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Markup in data files: documents print the words of data as they were typed, asterisks and all."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

from jvom.kinds import printed
from jvom.messages import msg
from jvom.model import Dossier, Publication
from jvom.source import Positions, Problem, Span

_SIGNS = ("*", "{{", "[](", "[@", "[^", "](", "==", "~~")


def marks_in_data(dossier: Dossier) -> Iterator[Problem]:
    """Yield a problem for each mark of a text in words of the data that are printed."""
    typed = {file.path: file.lines for file in dossier.files}
    suspect = {path for path, lines in typed.items() if any(map("\n".join(lines).__contains__, _SIGNS))}
    if not suspect:
        return
    for text, place in _printed(dossier, suspect):
        for mark in _mark().finditer(text):
            yield Problem(
                _place(mark, place, typed[place.path]),
                msg("«{mark}» zou gedrukt worden zoals het er staat", mark=mark[0]),
                msg("typ in een gegevensbestand gewone tekst, zonder opmaak en verwijzingen"),
            )


def _printed(dossier: Dossier, files: Container[str]) -> Iterator[tuple[str, Span]]:
    """Yield the words of the data in those files that are printed, and their places."""
    for record in (dossier.data, dossier.mandates, dossier.references):
        if record.at.span.path in files:
            yield from ((each.text, each.span) for each in printed(record))
    for entry in dossier.glossary.abbreviations if dossier.glossary.at.span.path in files else ():
        yield from _values(entry.at, abbreviation=entry.abbreviation, expansion=entry.expansion)
    references = dossier.references
    for reference in references.references.values() if references.at.span.path in files else ():
        if isinstance(reference, Publication):
            yield from _values(reference.at, number=reference.number)


def _values(at: Positions, **texts: str) -> Iterator[tuple[str, Span]]:
    return ((text, at.value(key)) for key, text in texts.items() if text)


def _place(mark: re.Match[str], place: Span, lines: tuple[str, ...]) -> Span:
    """Return the place of a mark in a value; that of the value when it was not typed as it reads."""
    line = lines[place.line - 1]
    start = line.find(mark.string, place.column - 1)
    if start < 0 or place.line != place.end_line:
        return place
    return Span(place.path, place.line, start + mark.start() + 1, place.line, start + mark.end() + 1)


@cache
def _mark() -> re.Pattern[str]:
    """Return the pattern of a mark: words between asterisks, a figure, reference, footnote or link."""
    return re.compile(
        r"(?<![\w*])(?P<stars>\*{1,3})(?=[^\s*])[^*\n]*[^\s*](?P=stars)(?![\w*])"
        r"|\{\{[^{}\n]*\}\}|\[\]\(#?[^()\s]*\)|\[@[^\[\]\n]+\]|\[\^[^\s\[\]]+\]|\[[^\[\]\n]+\]\([^()\s]+\)"
        r"|==(?=\S)[^=\n]+==|~~(?=\S)[^~\n]+~~"
    )
