# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the rows of the mandate table use the same wording."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from jvom.analysis.passages import Passage, plain_passage
from jvom.analysis.table_wordings import Forms, short_and_full, table_wordings
from jvom.analysis.tokens import Tokens
from jvom.analysis.word_classes import word_class
from jvom.analysis.word_index import WordIndex
from jvom.checks.groups import by_key
from jvom.checks.outliers import outliers
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.mandates.mandate_table import Cell, Row, base_name, table_rows
from jvom.checks.views import DossierView, Texts
from jvom.dutch.dates import MONTHS

Item = TypeVar("Item")
_WORDINGS = table_wordings()
#: When two forms are equally common, this is the right one.
_WITH_YEAR, _WITHOUT_YEAR = "nummer met jaar", "nummer zonder jaar"
_IN_FIGURES, _IN_WORDS, _ABBREVIATED = "datum in cijfers", "datum voluit", "datum met afkorting"
_FULL_NAME, _SHORT_NAME = "volledige naam", "afkorting"
#: What a cell has one of; other forms are words of the cell itself.
_KINDS = frozenset((_WITH_YEAR, _WITHOUT_YEAR, _IN_FIGURES, _IN_WORDS, _ABBREVIATED, _FULL_NAME, _SHORT_NAME))


class _Table:
    """Columns of cells with their words, and the index of those."""

    def __init__(self, *columns: Iterable[Cell]) -> None:
        self.columns = [[(cell, plain_passage(cell.text)) for cell in cells] for cells in columns]
        self.index = WordIndex(passage for column in self.columns for _, passage in column)

    def unlike(self, form: Callable[[Passage], str | None]) -> Iterator[Violation]:
        """Yield the cells of which something has another form than in most of their column."""
        for column in self.columns:
            yield from _unlike(column, form)

    def mixed(self, forms: Forms) -> Iterator[Violation]:
        """Yield the cells with another of the forms than most of their column."""
        written: dict[int, str] = {}
        for name, phrase in forms.items():
            for match in phrase.find(self):
                if "longer" not in match:
                    written.setdefault(id(match.passage), name)
        yield from self.unlike(lambda passage: written.get(id(passage))) if len(written) > 1 else ()


@rule("MAN012", WARNING, Scope.TEXTS)
def appendix_wording_mixed(texts: Texts) -> Iterator[Violation]:
    """The rows of the mandate table write the same thing in different ways."""
    for rows in by_key((row.operation.span.path, row) for row in texts.memo(table_rows)).values():
        mixed = [*_mixed_in_columns(rows)]
        yield from mixed
        bases = [row.basis for row in rows]
        marked = [*_differently_marked(bases)]
        rest = [*_mixed_names(texts, bases), *marked, *_differently_dated(rows)]
        wrong = {each.span for each in marked}
        rest += _differently_capitalized([cell for cell in bases if cell.span not in wrong])
        reported = {each.span for each in mixed}
        yield from {each.span: each for each in reversed(rest) if each.span not in reported}.values()
        yield from _unlike([(row.operation, row) for row in rows], _form_of_name)


def _mixed_in_columns(rows: list[Row]) -> Iterator[Violation]:
    """Yield the cells that write something in another form than most of their column."""
    columns = [[row.operation for row in rows], [row.basis for row in rows]]
    if _are_typed(rows):
        columns.append(_terms(rows))
    table = _Table(*columns)
    yield from table.unlike(_form_of_date) if _are_typed(rows) else ()
    yield from table.unlike(_form_of_year)
    for forms in _WORDINGS:
        yield from table.mixed(forms)


def _are_typed(rows: list[Row]) -> bool:
    return any(row.passages for row in rows)


def _terms(rows: list[Row]) -> list[Cell]:
    return [Cell(term.text, term.span) for row in rows for _, term in row.terms()]


def _unlike(items: Iterable[tuple[Cell, Item]], form: Callable[[Item], str | None]) -> Iterator[Violation]:
    """Yield the cells of which something has another form than most."""
    for found in outliers(items, lambda each: form(each[1]), lambda seen, count: (count, seen == _WITH_YEAR)):
        (cell, _), (example, _) = found.item, found.example
        words, there = example.text, example.span
        wording = "kind" if found.form in _KINDS else "words"
        yield violation(cell.span, wording, found=found.form, form=found.usual, words=words, related=there)


def _form_of_date(passage: Passage) -> str | None:
    """Return how a cell writes the first of its dates that has a day."""
    for date in passage.dates:
        words = date.text.lower().split()
        if date.form == "numeric":
            return _IN_FIGURES
        if date.day and date.form == "words" and "mei" not in words:  # which is its own abbreviation
            return _IN_WORDS if MONTHS[date.month or 0] in words else _ABBREVIATED
    return None


def _form_of_year(passage: Passage) -> str | None:
    """Return whether a cell gives its resolutions with their year."""
    if any(each.year_form == "brackets" for each in passage.resolutions):
        return _WITH_YEAR
    return _WITHOUT_YEAR if any(each.year is None for each in passage.resolutions) else None


def _differently_dated(rows: list[Row]) -> Iterator[Violation]:
    """Yield cells whose dates are written otherwise than those that jvom prints from the data."""
    if _are_typed(rows):
        return
    others = _Table(cell for row in rows for cell in (row.operation, row.basis)).columns[0]
    dated = [each for each in others if _form_of_date(each[1])]
    terms = _Table(_terms(rows) if dated else ()).columns[0]
    written = {cell.span for cell, _ in dated}
    yield from (each for each in _unlike([*terms, *dated], _form_of_date) if each.span in written)


def _differently_marked(cells: list[Cell]) -> Iterator[Violation]:
    """Yield cells that differ only in capitals or punctuation: "Besluit van" and "besluit van"."""
    letters = ("".join(filter(str.isalnum, cell.text.lower())) for cell in cells)
    written = ((cell, cell.text.strip()) for cell in cells)
    for same in by_key(zip(letters, written, strict=True)).values():
        yield from _unlike(same, str)


def _differently_capitalized(cells: list[Cell]) -> Iterator[Violation]:
    """Yield cells with a word in other capitals than behind the same word elsewhere: "artikel 42, Lid 4"."""
    behind: dict[tuple[str, str], list[tuple[Cell, str]]] = {}
    for cell in cells:
        tokens = Tokens(cell.text)
        for before, word, typed in zip(("", *tokens.lowered), tokens.lowered, tokens.forms, strict=False):
            behind.setdefault((before, word), []).append((cell, typed))
    for (before, word), same in behind.items():
        # Of as many of each, the first is right.
        capital = not before or word in word_class("capital_name")
        yield from _unlike(sorted(same, key=lambda each: each[1][0].isupper() != capital), str)


def _mixed_names(texts: Texts, cells: list[Cell]) -> Iterator[Violation]:
    """Yield cells that have the abbreviation of a name that others have in full, or the other way round."""
    if isinstance(texts, DossierView):
        table, written = _Table(cells), " ".join(cell.text for cell in cells)
        for entry in texts.dossier.glossary.abbreviations:
            short, full = entry.abbreviation, entry.expansion.partition(" (")[0]
            if short.isupper() and short in written and full in written:
                yield from table.mixed(short_and_full(short, full))


def _form_of_name(row: Row) -> str | None:
    """Return whether a row has the abbreviation of its mission or the full name; None without either."""
    mission = row.mission
    if mission is None or mission.name == mission.official or not any(map(str.isupper, mission.name.split())):
        return None
    forms = {mission.official: _FULL_NAME, mission.name: _SHORT_NAME}
    return forms.get(base_name(row.operation.text))
