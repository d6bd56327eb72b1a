# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the rows of the mandate table use the same wording."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from jvom.analysis.passages import Passage, plain_passage
from jvom.analysis.phrase_grammar import escaped
from jvom.analysis.phrases import Phrase
from jvom.analysis.tokens import Tokens
from jvom.analysis.word_classes import word_class
from jvom.analysis.word_index import WordIndex
from jvom.checks.outliers import outliers
from jvom.checks.rule import WARNING, Scope, Violation, quoted_at, rule
from jvom.checks.rules.mandates.mandate_table import Cell, Row, base_name, table_rows
from jvom.checks.views import DossierView, Texts
from jvom.dutch.dates import MONTHS
from jvom.messages import Message, msg

#: The forms of a thing: by its name, what finds it. With a part `longer` it is the name of something else.
Forms: TypeAlias = Mapping[str, Phrase]


def _short_and_full(short: str, full: str, *others: str) -> Forms:
    """Return the forms of a name, which may have other abbreviations; "EU NAVFOR" is another name."""
    names = "|".join(map(escaped, (short, *others)))
    return {short: Phrase(names, f"{names} longer={{capital}}"), full: Phrase(escaped(full))}


_WORDINGS: tuple[tuple[Message, Forms], ...] = (
    (
        msg("resoluties"),
        {
            "VNVR-resolutie": Phrase("VNVR-resolutie|VNVR-resoluties"),
            "VNVR resolutie": Phrase("VNVR resolutie|resoluties"),
            "VN-resolutie": Phrase("VN-resolutie|VN-resoluties", "VN resolutie|resoluties"),
            "UNSCR": Phrase("UNSCR"),
            "Veiligheidsraadresolutie": Phrase(
                "veiligheidsraadresolutie*|veiligheidsraadsresolutie*", "veiligheidsraad resolutie*"
            ),
            "res.": Phrase("res."),
            "resolutie": Phrase("resolutie|resoluties"),
        },
    ),
    (msg("artikelen"), {"artikel": Phrase("artikel {digits}"), "art.": Phrase("art.|art {digits}")}),
    (
        msg("het Handvest"),
        {
            "VN-Handvest": Phrase("VN-handvest"),
            "VN Handvest": Phrase("VN handvest"),
            "Handvest van de VN": Phrase("handvest van de (Verenigde Naties|VN)"),
        },
    ),
    (
        msg("een operatie"),
        {"Operatie": Phrase("Operatie {capital}"), "Operation": Phrase("Operation {capital}")},
    ),
    (
        msg("een verdrag"),
        {"UNCLOS": Phrase("UNCLOS"), "VN-Zeerechtverdrag": Phrase("zeerechtverdrag|*-zeerechtverdrag")},
    ),
    (
        msg("een besluit"),
        {"Besluit van de Raad": Phrase("besluit van de Raad"), "Raadsbesluit": Phrase("raadsbesluit")},
    ),
    (
        msg("een duur zonder einde"),
        {
            "onbepaald": Phrase("onbepaald"),
            "onbepaalde tijd": Phrase("onbepaalde tijd|duur"),
            "geen einddatum": Phrase("geen einddatum"),
        },
    ),
    (msg("een land"), {"VS": Phrase("VS"), "Verenigde Staten": Phrase("Verenigde Staten")}),
    (msg("een organisatie"), _short_and_full("EU", "Europese Unie")),
    (msg("een organisatie"), _short_and_full("VN", "Verenigde Naties")),
    (msg("een organisatie"), _short_and_full("NAVO", "Noord-Atlantische Verdragsorganisatie", "NATO")),
)
#: When two forms are equally common, this is the right one.
_WITH_YEAR = "nummer (jaar)"


class _Column:
    """The cells of a column that has words, and the index of those words."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        self.cells = [(cell, plain_passage(cell.text)) for cell in cells]
        self.index = WordIndex(passage for _, passage in self.cells)


@rule("MAN012", WARNING, Scope.TEXTS)
def appendix_wording_mixed(texts: Texts) -> Iterator[Violation]:
    """The rows of the mandate table write the same thing in different ways."""
    tables: dict[str, list[Row]] = {}
    for row in texts.memo(table_rows):
        tables.setdefault(row.operation.span.path, []).append(row)
    for rows in tables.values():
        operations, bases = [row.operation for row in rows], [row.basis for row in rows]
        terms = [Cell(term.text, term.span) for row in rows for _, term in row.terms()]
        typed = any(row.passages for row in rows)
        mixed = [
            violation
            for cells in (operations, bases, *([terms] if typed else ()))
            for violation in _mixed_in_column(_Column(cells))
        ]
        yield from mixed
        reported = {each.span for each in mixed}
        rest = [
            *_mixed_names_in(texts, bases),
            *_differently_marked(bases),
            *_differently_capitalized(bases),
        ]
        if not typed:
            # Dates in other columns are to be written like those that jvom prints from the data.
            dates = _mixed_by(_Column([*terms, *operations, *bases]), msg("datums"), _form_of_date)
            rest += (each for each in dates if each.span not in {term.span for term in terms})
        by_place = {each.span: each for each in reversed(rest) if each.span not in reported}
        yield from by_place.values()
        yield from _mixed_missions(rows)


def _mixed_in_column(column: _Column) -> Iterator[Violation]:
    yield from _mixed_by(column, msg("datums"), _form_of_date)
    yield from _mixed_by(column, msg("een resolutie"), _form_of_year)
    for thing, forms in _WORDINGS:
        yield from _mixed(column, thing, forms)
    yield from _mixed_by(column, msg("een leeg veld"), _form_of_nothing)


def _mixed(column: _Column, thing: Message, forms: Forms) -> Iterator[Violation]:
    """Yield the cells with another of the forms than most."""
    written: dict[int, str] = {}
    for name, phrase in forms.items():
        for match in phrase.find(column):
            if "longer" not in match:
                written.setdefault(id(match.passage), name)
    yield from _mixed_by(column, thing, lambda passage: written.get(id(passage)))


def _mixed_by(column: _Column, thing: Message, form: Callable[[Passage], str | None]) -> Iterator[Violation]:
    for found in outliers(column.cells, lambda each: form(each[1]), _preferred):
        message = msg("andere rijen schrijven {thing} als «{form}»", thing=thing, form=found.usual)
        yield _unlike(found.item[0], found.example[0], message)


def _preferred(form: str, count: int) -> tuple[int, bool]:
    return count, form == _WITH_YEAR


def _unlike(cell: Cell, example: Cell, message: Message) -> Violation:
    advice = msg("schrijf het zoals de meeste rijen")
    return Violation(cell.span, message, advice, related=quoted_at(example.span, example.text))


def _form_of_date(passage: Passage) -> str | None:
    """Return how a cell writes the first of its dates that has a day."""
    for date in passage.dates:
        if date.day and date.form != "iso":
            words = date.text.lower().split()
            if date.form == "numeric":
                return "in cijfers"
            if "mei" not in words:  # which is its own abbreviation
                return "voluit" if date.month and MONTHS[date.month] in words else "afgekort"
    return None


def _form_of_year(passage: Passage) -> str | None:
    """Return whether a cell gives its resolutions with their year."""
    if any(each.year_form == "brackets" for each in passage.resolutions):
        return _WITH_YEAR
    return "nummer" if any(each.year is None for each in passage.resolutions) else None


def _form_of_nothing(passage: Passage) -> str | None:
    words = passage.lowered.replace(".", "").strip()
    return {"-": "-", "–": "–", "nvt": "n.v.t.", "geen": "geen"}.get(words)


def _differently_marked(cells: list[Cell]) -> Iterator[Violation]:
    """Yield cells that differ only in capitals or punctuation: "Besluit van" and "besluit van"."""
    alike: dict[str, list[Cell]] = {}
    for cell in cells:
        alike.setdefault("".join(filter(str.isalnum, cell.text.lower())), []).append(cell)
    for same in alike.values():
        for found in outliers(same, lambda cell: cell.text.strip()):
            message = msg("andere rijen schrijven dit als «{form}»", form=found.usual)
            yield _unlike(found.item, found.example, message)


def _differently_capitalized(cells: list[Cell]) -> Iterator[Violation]:
    """Yield cells with a word in other capitals than behind the same word elsewhere: "artikel 42, Lid 4"."""
    behind: dict[tuple[str, str], list[tuple[Cell, str]]] = {}
    for cell in cells:
        tokens = Tokens(cell.text)
        for before, word, typed in zip(("", *tokens.lowered), tokens.lowered, tokens.forms, strict=False):
            behind.setdefault((before, word), []).append((cell, typed))
    for (before, word), same in behind.items():
        has_capital = not before or word in word_class("capital_name")

        def rank(form: str, count: int, has_capital: bool = has_capital) -> tuple[int, bool]:
            return count, form[0].isupper() == has_capital

        for found in outliers(same, lambda each: each[1], rank):
            message = msg("andere rijen schrijven «{form}»", form=found.usual)
            yield _unlike(found.item[0], found.example[0], message)


def _mixed_names_in(texts: Texts, cells: list[Cell]) -> Iterator[Violation]:
    """Yield cells that have the abbreviation of a name that others have in full, or the other way round."""
    if isinstance(texts, DossierView):
        column, written = _Column(cells), " ".join(cell.text for cell in cells)
        for entry in texts.dossier.glossary.abbreviations:
            short, full = entry.abbreviation, entry.expansion.partition(" (")[0]
            if short.isupper() and short in written and full in written:
                yield from _mixed(column, msg("een naam"), _short_and_full(short, full))


def _mixed_missions(rows: list[Row]) -> Iterator[Violation]:
    messages = {
        "kort": msg("andere rijen noemen de missie met de afkorting"),
        "voluit": msg("andere rijen noemen de missie met de volledige naam"),
    }
    for found in outliers(rows, _form_of_name):
        yield _unlike(found.item.operation, found.example.operation, messages[found.usual])


def _form_of_name(row: Row) -> str | None:
    """Return whether a row has the abbreviation of its mission or the full name; None without either."""
    mission, name = row.mission, base_name(row.operation.text)
    if mission is None or mission.name == mission.official or not any(map(str.isupper, mission.name.split())):
        return None
    return {mission.official: "voluit", mission.name: "kort"}.get(name)


RULES = (appendix_wording_mixed,)
