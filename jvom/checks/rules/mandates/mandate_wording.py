# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the rows of the mandate table use the same wording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

import msgspec

from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.rules.mandates.mandate_table import Cell, Row, base_name, table_rows
from jvom.checks.views import DossierView, Texts
from jvom.dutch.dates import MONTHS, SHORT_MONTHS
from jvom.findings import Related
from jvom.messages import Message, msg
from jvom.source import Span


class _Form(msgspec.Struct, frozen=True):
    """A way to write a thing: `pattern`, tried where one of the `signs` (lower case, ``|`` between) is."""

    name: str
    signs: str
    pattern: str

    def might_match(self, lowered: str) -> bool:
        return any(map(lowered.__contains__, self.signs.split("|")))


class _Wording(msgspec.Struct, frozen=True):
    """A thing that a column can write in several ways."""

    thing: Message
    forms: tuple[_Form, ...]


_MONTHS = "|".join(month for month in MONTHS if month not in ("", "mei"))  # "mei" is its own abbreviation
_SHORT = rf"(?:{'|'.join(SHORT_MONTHS)})\b\.?"
#: When two forms are equally common, this is the right one.
_WITH_YEAR = "nummer (jaar)"
_WORDINGS = (
    _Wording(
        msg("datums"),
        (
            _Form("voluit", _MONTHS, rf"\b\d{{1,2}} (?:{_MONTHS})\b"),
            _Form("afgekort", "|".join(SHORT_MONTHS), rf"\b\d{{1,2}} {_SHORT}"),
            _Form("in cijfers", "-", r"\b\d{1,2}-\d{1,2}-(?:\d{4}|\d\d)\b"),
            _Form("in cijfers", "/", r"\b\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b"),
        ),
    ),
    _Wording(
        msg("resoluties"),
        (
            _Form("VNVR-resolutie", "vnvr-", r"\bVNVR-[Rr]esoluties?\b"),
            _Form("VNVR resolutie", "vnvr ", r"\bVNVR [Rr]esoluties?\b"),
            _Form("VN-resolutie", "vn", r"\bVN[- ]?[Rr]esoluties?\b"),
            _Form("UNSCR", "unscr", r"\bUNSCR\b"),
            _Form(
                "Veiligheidsraadresolutie", "veiligheidsraad", r"[Vv]eiligheidsraad[s -]{0,2}[Rr]esoluties?\b"
            ),
            _Form("res.", "res.", r"\b[Rr]es\."),
            _Form("resolutie", "resolutie", r"(?<![-\w])[Rr]esoluties?\b"),
        ),
    ),
    _Wording(
        msg("een resolutie"),
        (
            _Form(_WITH_YEAR, "resolutie", r"[Rr]esoluties? \d[\d en,]{0,40}\(\d{4}\)"),
            _Form("nummer", "resolutie", r"[Rr]esolutie \d{1,4}(?![\d(]| \(| en|,)"),
        ),
    ),
    _Wording(
        msg("artikelen"),
        (_Form("artikel", "artikel", r"\b[Aa]rtikel \d"), _Form("art.", "art", r"\b[Aa]rt\.? \d")),
    ),
    _Wording(
        msg("het Handvest"),
        (
            _Form("VN-Handvest", "vn-handvest", r"\bVN-[Hh]andvest\b"),
            _Form("VN Handvest", "vn handvest", r"\bVN [Hh]andvest\b"),
            _Form("Handvest van de VN", "handvest van", r"\b[Hh]andvest van de (?:Verenigde Naties|VN)\b"),
        ),
    ),
    _Wording(
        msg("een operatie"),
        (
            _Form("Operatie", "operatie", r"^Operatie [A-Z]"),
            _Form("Operation", "operation", r"^Operation [A-Z]"),
        ),
    ),
    _Wording(
        msg("een verdrag"),
        (
            _Form("UNCLOS", "unclos", r"\bUNCLOS\b"),
            _Form("VN-Zeerechtverdrag", "zeerecht", r"\b(?:VN[- ])?[Zz]eerechtverdrag\b"),
        ),
    ),
    _Wording(
        msg("een besluit"),
        (
            _Form("Besluit van de Raad", "besluit van", r"\b[Bb]esluit van de Raad\b"),
            _Form("Raadsbesluit", "raadsbesluit", r"\b[Rr]aadsbesluit\b"),
        ),
    ),
    _Wording(
        msg("een duur zonder einde"),
        (
            _Form("onbepaald", "onbepaald", r"\b[Oo]nbepaald\b"),
            _Form("onbepaalde tijd", "onbepaalde", r"\b[Oo]nbepaalde (?:tijd|duur)\b"),
            _Form("geen einddatum", "geen eind", r"\b[Gg]een einddatum\b"),
        ),
    ),
    _Wording(
        msg("een leeg veld"),
        (
            _Form("-", "-", r"^-$"),
            _Form("–", "–", r"^–$"),
            _Form("n.v.t.", "v", r"^[Nn]\.?v\.?t\.?$"),
            _Form("geen", "geen", r"^[Gg]een$"),
        ),
    ),
    _Wording(
        msg("een land"),
        (_Form("VS", "vs", r"\bVS\b"), _Form("Verenigde Staten", "staten", r"\bVerenigde Staten\b")),
    ),
    _Wording(
        msg("een organisatie"),
        (
            _Form("EU", "eu", r"(?<![\w-])EU(?![\w-])(?! [A-Z])"),
            _Form("Europese Unie", "unie", r"\bEuropese Unie\b"),
        ),
    ),
    _Wording(
        msg("een organisatie"),
        (
            _Form("VN", "vn", r"(?<![\w-])VN(?![\w-])(?! [A-Z])"),
            _Form("Verenigde Naties", "naties", r"\bVerenigde Naties\b"),
        ),
    ),
    _Wording(
        msg("een organisatie"),
        (
            _Form("NAVO", "na", r"(?<![\w-])(?:NAVO|NATO)(?![\w-])(?! [A-Z])"),
            _Form(
                "Noord-Atlantische Verdragsorganisatie",
                "noord-",
                r"\bNoord-Atlantische Verdragsorganisatie\b",
            ),
        ),
    ),
)


@rule(
    "MAN012",
    "appendix-wording-mixed",
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
            for violation in _any_mixed(cells, _WORDINGS):
                reported.add(violation.span)
                yield violation
        bases = [row.basis for row in rows]
        for wording in _abbreviated_names(texts, " ".join(cell.text for cell in bases)):
            yield from (violation for violation in _mixed(bases, wording) if violation.span not in reported)
        yield from (violation for violation in _differently_marked(bases) if violation.span not in reported)
        yield from _dates_beside_terms(rows, reported)
        yield from _mixed_names(rows)


def _any_mixed(cells: list[Cell], wordings: tuple[_Wording, ...]) -> Iterator[Violation]:
    """Check the wordings whose signs show that two of their forms may occur."""
    written = " ".join([cell.text.lower() for cell in cells])
    for wording in wordings:
        if len({form.name for form in wording.forms if form.might_match(written)}) > 1:
            yield from _mixed(cells, wording)


def _mixed(cells: list[Cell], wording: _Wording) -> Iterator[Violation]:
    def form(cell: Cell) -> str:
        lowered = cell.text.lower()
        for each in wording.forms:
            if each.might_match(lowered) and re.search(each.pattern, cell.text):
                return each.name
        return ""

    yield from _uncommon_forms(
        cells,
        form,
        lambda other: msg("andere rijen schrijven {thing} als «{form}»", thing=wording.thing, form=other),
    )


def _dates_beside_terms(rows: list[Row], reported: set[Span]) -> Iterator[Violation]:
    """Yield dates in other columns that are not written like those that jvom prints from the data."""
    terms = [Cell(term.text, term.span) for row in rows if not row.passages for _, term in row.terms()]
    others = [cell for row in rows for cell in (row.operation, row.basis)]
    spans = {cell.span for cell in others} - reported
    if terms:
        yield from (each for each in _mixed([*terms, *others], _WORDINGS[0]) if each.span in spans)


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


def _abbreviated_names(texts: Texts, written: str) -> Iterator[_Wording]:
    """Yield a wording for each name that is written both in full and abbreviated."""
    if isinstance(texts, DossierView):
        for entry in texts.dossier.glossary.abbreviations:
            short, full = entry.abbreviation, entry.expansion.partition(" (")[0]
            if short.isupper() and short in written and full in written:
                yield _Wording(
                    msg("een naam"),
                    (
                        _Form(short, short.lower(), rf"(?<![\w-]){re.escape(short)}(?![\w-])(?! [A-Z])"),
                        _Form(full, full.lower(), rf"\b{re.escape(full)}\b"),
                    ),
                )


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
