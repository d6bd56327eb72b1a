# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Characters that a PDF does not show, since no font on the machine has them: it is not accessible then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jvom.messages import msg
from jvom.model import Dossier
from jvom.source import Problem, Span

_MOST_PLACES = 5
"""How many places of one character are named."""


def unshown_problems(dossier: Dossier, unshown: Mapping[str, Iterable[str]]) -> list[Problem]:
    """Return a problem for each place where the dossier has a character that is not shown in a PDF.

    `unshown` has those characters by the name of the PDF. For one that is nowhere in the dossier the
    place is the PDF.
    """
    named: dict[str, list[str]] = {}
    for name, characters in unshown.items():
        for each in characters:
            named.setdefault(each, []).append(name)
    return [problem for each, names in named.items() for problem in _problems(dossier, each, names)]


def _problems(dossier: Dossier, character: str, names: list[str]) -> Iterator[Problem]:
    places = list(_places(dossier, character))
    for place in places[:_MOST_PLACES] or [Span(f"{names[0]}.pdf")]:
        yield Problem(
            place,
            msg(
                "geen lettertype heeft het teken «{character}» ({code}): in de PDF staat een leeg vakje, "
                "en die noemt zich dan niet toegankelijk (PDF/UA)",
                character=character,
                code=" ".join(f"U+{ord(each):04X}" for each in character),
            ),
            msg("kies een ander teken, of installeer een lettertype dat het heeft"),
        )


def _places(dossier: Dossier, character: str) -> Iterator[Span]:
    """Yield where the files of the dossier have the character."""
    read = [(fragment.span.path, fragment.lines) for fragment in dossier.fragments]
    for path, lines in (*read, *((file.path, file.lines) for file in dossier.files)):
        for number, line in enumerate(lines, 1):
            if (at := line.find(character)) >= 0:
                yield Span(path, number, at + 1, number, at + 1 + len(character))
