# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the computed parts of a dossier's text print: figures, citations, cross-references."""

from __future__ import annotations

from jvom.dutch.citations import write_kamerstuk
from jvom.dutch.dates import MONTHS
from jvom.dutch.lists import join
from jvom.dutch.numbers import write_integer, write_money, write_percentage, write_words
from jvom.model import Count, Day, Dossier, Figure, Kamerstuk, LooseDate, Money, OutlineEntry, Reference
from jvom.text import Citation, CrossReference, FigureUse


class DossierPrinter:
    """Prints with the data of a dossier; what the dossier does not know prints its own name."""

    def __init__(self, dossier: Dossier) -> None:
        self.figures = dossier.figures.figures
        self.references = dossier.references.references
        self.numbers = dict(_numbers(dossier.data.report.outline, ""))
        self.appendices = {
            appendix.id: str(number) for number, appendix in enumerate(dossier.data.report.appendices, 1)
        }

    def figure(self, use: FigureUse) -> str:
        found = self.figures.get(use.name)
        return print_figure(found) if found else use.name

    def citation(self, use: Citation) -> str:
        return join(self._reference(self.references.get(id), id, use.dated) for id in use.references)

    def cross_reference(self, use: CrossReference) -> str:
        appendix = all(target in self.appendices for target in use.targets)
        table = self.appendices if appendix else self.numbers
        word, plural = ("bijlage", "bijlagen") if appendix else ("paragraaf", "paragrafen")
        numbers = [table.get(target, target) for target in use.targets]
        if len(numbers) == 1:
            return f"{word} {numbers[0]}"
        return f"{plural} {' tot en met '.join(numbers) if use.through else join(numbers)}"

    def _reference(self, found: Reference | None, id: str, dated: bool) -> str:
        match found:
            case Kamerstuk():
                printed = write_kamerstuk(found.dossier, [found.number])
                return f"{printed} van {print_loose_date(found.date)}" if dated else printed
            case None:
                return id
        return f'"{found.title}" ({print_loose_date(found.date)})' if dated else f'"{found.title}"'


def print_figure(figure: Figure) -> str:
    """Return a figure as the text prints it, with plain spaces."""
    match figure:
        case Count():
            in_words = figure.form == "letters" and 0 <= figure.value < 1_000_000
            return write_words(figure.value) if in_words else write_integer(figure.value)
        case Money():
            printed = write_money(figure.value, figure.unit)
            return printed if figure.currency == "EUR" else printed.replace("€", figure.currency)
        case Day():
            day = figure.value
            words = {"datum": "d m y", "dag-maand": "d m", "maand-jaar": "m y"}[figure.form].split()
            return " ".join(
                {"d": str(day.day), "m": MONTHS[day.month], "y": str(day.year)}[word] for word in words
            )
    return write_percentage(figure.value)


def print_loose_date(date: LooseDate) -> str:
    """Return a date as exact as it is: "4 april 2025", "augustus 2022", "2022"."""
    parts = (str(date.day or ""), MONTHS[date.month] if date.month else "", str(date.year))
    return " ".join(filter(None, parts))


def _numbers(entries: tuple[OutlineEntry, ...], above: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for number, entry in enumerate(entries, 1):
        found.append((entry.id, f"{above}{number}"))
        found += _numbers(entry.sections, f"{above}{number}.")
    return found
