# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the rows of the mandate table use the same wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from jvom.analysis.passages import Passage, plain_passage
from jvom.analysis.phrase_grammar import escaped
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_index import WordIndex
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.rules.mandates.mandate_table import Cell, Row, base_name, table_rows
from jvom.checks.views import DossierView, Texts
from jvom.dutch.dates import MONTHS
from jvom.findings import Related
from jvom.messages import Message, msg
from jvom.source import Span

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


@rule(
    "MAN012",
    WARNING,
    Scope.TEXTS,
    msg("De rijen van de mandatentabel schrijven hetzelfde op verschillende manieren"),
)
def appendix_wording_mixed(texts: Texts) -> Iterator[Violation]:
    """The rows of the mandate table write the same thing in different ways."""
    tables: dict[str, list[Row]] = {}
    for row in texts.memo(table_rows):
        tables.setdefault(row.operation.span.path, []).append(row)
    for rows in tables.values():
        columns = (
            [row.operation for row in rows],
            [row.basis for row in rows],
            [Cell(term.text, term.span) for row in rows if row.passages for _, term in row.terms()],
        )
        reported: set[Span] = set()
        for cells in columns:
            for violation in _mixed_in_column(_Column(cells)):
                reported.add(violation.span)
                yield violation
        bases = _Column(row.basis for row in rows)
        for forms in _abbreviated_names(texts, " ".join(row.basis.text for row in rows)):
            yield from (each for each in _mixed(bases, msg("een naam"), forms) if each.span not in reported)
        marked = _differently_marked([row.basis for row in rows])
        yield from (each for each in marked if each.span not in reported)
        yield from _dates_beside_terms(rows, reported)
        yield from _mixed_names(rows)


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
    yield from _mixed_by(column, thing, lambda passage: written.get(id(passage), ""))


def _mixed_by(column: _Column, thing: Message, form: Callable[[Passage], str]) -> Iterator[Violation]:
    forms = {id(cell): form(passage) for cell, passage in column.cells}
    yield from _uncommon_forms(
        [cell for cell, _ in column.cells],
        lambda cell: forms[id(cell)],
        lambda other: msg("andere rijen schrijven {thing} als «{form}»", thing=thing, form=other),
    )


def _form_of_date(passage: Passage) -> str:
    """Return how a cell writes the first of its dates that has a day."""
    for date in passage.dates:
        if date.day and date.form != "iso":
            words = date.text.lower().split()
            if date.form == "numeric":
                return "in cijfers"
            if "mei" not in words:  # which is its own abbreviation
                return "voluit" if date.month and MONTHS[date.month] in words else "afgekort"
    return ""


def _form_of_year(passage: Passage) -> str:
    """Return whether a cell gives its resolutions with their year."""
    if any(each.year_form == "brackets" for each in passage.resolutions):
        return _WITH_YEAR
    return "nummer" if any(each.year is None for each in passage.resolutions) else ""


def _form_of_nothing(passage: Passage) -> str:
    words = passage.lowered.replace(".", "").strip()
    return {"-": "-", "–": "–", "nvt": "n.v.t.", "geen": "geen"}.get(words, "")


def _dates_beside_terms(rows: list[Row], reported: set[Span]) -> Iterator[Violation]:
    """Yield dates in other columns that are not written like those that jvom prints from the data."""
    terms = [Cell(term.text, term.span) for row in rows if not row.passages for _, term in row.terms()]
    others = [cell for row in rows for cell in (row.operation, row.basis)]
    spans = {cell.span for cell in others} - reported
    if terms:
        mixed = _mixed_by(_Column([*terms, *others]), msg("datums"), _form_of_date)
        yield from (each for each in mixed if each.span in spans)


def _differently_marked(cells: list[Cell]) -> Iterator[Violation]:
    """Yield cells that differ only in capitals or punctuation: "Besluit van" and "besluit van"."""
    alike: dict[str, list[Cell]] = {}
    for cell in cells:
        alike.setdefault("".join(filter(str.isalnum, cell.text.lower())), []).append(cell)
    for same in alike.values():
        yield from _uncommon_forms(
            same,
            lambda cell: cell.text.strip(),
            lambda other: msg("andere rijen schrijven dit als «{form}»", form=other),
        )


def _abbreviated_names(texts: Texts, written: str) -> Iterator[Forms]:
    """Yield the two forms of each name that is written both in full and abbreviated."""
    if isinstance(texts, DossierView):
        for entry in texts.dossier.glossary.abbreviations:
            short, full = entry.abbreviation, entry.expansion.partition(" (")[0]
            if short.isupper() and short in written and full in written:
                yield _short_and_full(short, full)


def _mixed_names(rows: list[Row]) -> Iterator[Violation]:
    def form(cell: Cell) -> str:
        row = next(row for row in rows if row.operation is cell)
        name = base_name(cell.text)
        if row.mission is None or row.mission.name == row.mission.official:
            return ""
        if not any(word.isupper() for word in row.mission.name.split()):
            return ""
        return "voluit" if name == row.mission.official else "kort" if name == row.mission.name else ""

    yield from _uncommon_forms(
        [row.operation for row in rows],
        form,
        lambda other: (
            msg("andere rijen noemen de missie met de afkorting")
            if other == "kort"
            else msg("andere rijen noemen de missie met de volledige naam")
        ),
    )


def _uncommon_forms(
    cells: list[Cell], form: Callable[[Cell], str], message: Callable[[str], Message]
) -> Iterator[Violation]:
    """Report each cell that lacks the commonest form: in a tie, the form with a year, or the first."""
    forms = [(cell, form(cell)) for cell in cells]
    counts = Counter(name for _, name in forms if name)
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda name: (counts[name], name == _WITH_YEAR))
    example = next(cell for cell, name in forms if name == usual)
    for cell, name in forms:
        if name and name != usual:
            yield Violation(
                cell.span,
                message(usual),
                msg("schrijf het zoals de meeste rijen"),
                related=(Related(example.span, msg("hier staat «{words}»", words=example.text)),),
            )


RULES = (appendix_wording_mixed,)
