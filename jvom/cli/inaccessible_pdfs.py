# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""PDFs that are not accessible, and therefore do not claim it: what the reason is, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jvom.layout.result import Obstacles
from jvom.messages import Message, msg
from jvom.model import Dossier
from jvom.source import Problem, Span

_MOST_PLACES = 5
"""How many places of one character or link are named."""


def inaccessible(dossier: Dossier, obstacles: Mapping[str, Obstacles]) -> list[Problem]:
    """Return at least one problem for each PDF: at the places in the dossier that have what makes it so.

    `obstacles` has a PDF by its name. A problem with no place in the dossier is at the PDF.
    """
    characters: dict[str, list[str]] = {}
    links: dict[str, list[str]] = {}
    problems: list[Problem] = []
    for name, each in obstacles.items():
        for character in each.characters:
            characters.setdefault(character, []).append(name)
        for link in each.links:
            links.setdefault(link, []).append(name)
        if not each.characters and not each.links:
            problems.append(
                Problem(
                    Span(f"{name}.pdf"),
                    msg("LibreOffice maakte een PDF die zich niet toegankelijk noemt (PDF/UA)"),
                    msg("neem een nieuwere LibreOffice, of maak de PDF in Word"),
                )
            )
    for character, names in characters.items():
        problems += _at_places(dossier, character, names, *_about_character(character))
    for link, names in links.items():
        problems += _at_places(
            dossier, link.removeprefix("mailto:").rstrip("/"), names, *_about_link(link, names)
        )
    return problems


def _about_character(character: str) -> tuple[Message, Message]:
    return (
        msg(
            "geen lettertype heeft het teken «{character}» ({code}): in de PDF staat een leeg vakje, "
            "en die noemt zich dan niet toegankelijk (PDF/UA)",
            character=character,
            code=" ".join(f"U+{ord(each):04X}" for each in character),
        ),
        msg("kies een ander teken, of installeer een lettertype dat het heeft"),
    )


def _about_link(link: str, names: Iterable[str]) -> tuple[Message, Message]:
    return (
        msg(
            "LibreOffice zet de link «{link}» in {names} buiten de structuur: een voorleesprogramma slaat "
            "hem over, en die PDF noemt zich dan niet toegankelijk (PDF/UA)",
            link=link,
            names=", ".join(f"{name}.pdf" for name in names),
        ),
        msg("maak de alinea met die link korter of langer, of zet de link in een andere zin"),
    )


def _at_places(
    dossier: Dossier, sought: str, names: list[str], what: Message, advice: Message
) -> Iterator[Problem]:
    for place in list(_places(dossier, sought))[:_MOST_PLACES] or [Span(f"{names[0]}.pdf")]:
        yield Problem(place, what, advice)


def _places(dossier: Dossier, sought: str) -> Iterator[Span]:
    """Yield where the files of the dossier have the words."""
    read = [(fragment.span.path, fragment.lines) for fragment in dossier.fragments]
    for path, lines in (*read, *((file.path, file.lines) for file in dossier.files)):
        for number, line in enumerate(lines, 1):
            if (at := line.find(sought)) >= 0:
                yield Span(path, number, at + 1, number, at + 1 + len(sought))
