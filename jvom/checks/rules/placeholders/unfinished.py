# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Unfinished parts: empty fields and cells, drafts, and dots in the text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.whole_words import has_any_whole
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.patterns import pattern
from jvom.dutch.placeholders import PLACEHOLDERS
from jvom.messages import msg
from jvom.model import Record
from jvom.source import Span

_BLANK_MARKS = ".?_–—-"
#: Values, in lower case, that say that something must still be looked up.
_OPEN_WORDS = frozenset(
    ("navragen", "nagaan", "opzoeken", "onbekend", "volgt", "volgt nog", "nog te bepalen", "in te vullen")
)
#: Fields whose value is an identifier, or may be anything.
_NOT_PRINTED = frozenset({"at", "id", "web", "address", "form", "currency", "unit", "no_duration"})

#: Lists that may not be empty, as they are printed as a line.
_NEVER_EMPTY = frozenset(("coordinated_with", "addressee"))

_TOTALS = ("totaal", "subtotaal", "saldo", "som")
_LABELS = tuple(
    "Datum|Onze referentie|Uw referentie|Ons kenmerk|Uw kenmerk|Kenmerk|Betreft|Onderwerp|Aan|Van"
    "|Afgestemd met|In afschrift aan|Opgesteld door|Aantal bijlagen|Contactpersoon".split("|")
)


def _is_blank(value: str) -> bool:
    """Tell whether a value is empty, or only dots, dashes and the like."""
    return not value[:1].isalnum() and not "".join(value.split()).strip(_BLANK_MARKS)


#: What a value only has where something must still be filled in; it is no text, so it has no tokens.
_OPEN = pattern(r"\.{3}|…|\?\?|___|n\.?t\.b\.|\[[^][]*\]|<[^<>]*>|(?<!\w)(?:\w*\d)?[xX]{2,}(?!\w)")
#: The beginning of a reference: "MINDEF2026".
_PARTIAL_REFERENCE = pattern(r"[A-Z]{3,10}20\d\d")


@lru_cache(maxsize=4096)
def _is_placeholder(value: str) -> bool:
    """Tell whether a value has a placeholder, or is only the beginning of a reference."""
    return (
        value.lower() in _OPEN_WORDS
        or _OPEN.search(value) is not None
        or _PARTIAL_REFERENCE.fullmatch(value) is not None
        or has_any_whole(value, PLACEHOLDERS)
    )


@rule("PLH003", ERROR, Scope.TEXTS)
def empty_field(texts: Texts) -> Iterator[Violation]:
    """A field that must be filled is empty or open."""
    if isinstance(texts, DossierView):
        dossier = texts.dossier
        records: list[object] = [dossier.data, dossier.mandates]
        records += [dossier.figures.figures, dossier.references.references]
        records += [*dossier.glossary.abbreviations, *dossier.missions.missions]
        for field in _fields(records):
            if _is_blank(field.value):
                yield Violation(field.span, msg("dit veld is leeg"), msg("vul het in"))
            elif _is_placeholder(field.value):
                what = msg("«{value}» is een open plek", value=field.value)
                yield Violation(field.span, what, msg("vul het in"))
        for fragment in dossier.sections:
            at = fragment.front.at
            if _is_blank(fragment.front.title):
                yield Violation(
                    at.value("title"), msg("deze titel is leeg"), msg("geef de paragraaf een titel")
                )
            if _is_placeholder(fragment.front.title):
                yield Violation(at.value("title"), msg("deze titel is een open plek"), msg("vul iets in"))
            if not fragment.owners or any(
                _is_blank(each) or _is_placeholder(each) for each in fragment.owners
            ):
                yield Violation(
                    at.value("owner"),
                    msg("dit fragment heeft geen eigenaar"),
                    msg("zet bij owner wie de tekst levert"),
                    severity=WARNING,
                )
    else:
        for text in texts.texts:
            for passage in _labels_without_value(text):
                yield Violation(
                    passage.span(), msg("achter «{label}» staat niets", label=passage.text), msg("vul het in")
                )


class _Field(NamedTuple):
    """A text in a record: the value of `key`, or the item with that index in its list."""

    value: str
    record: Record
    key: str
    number: int = -1

    @property
    def span(self) -> Span:
        at = self.record.at
        return at.value(self.key) if self.number < 0 else at.item(self.key, self.number)


@cache
def _printed(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a kind of record that this rule reads, with their keys."""
    names = zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True)
    return tuple((name, key) for name, key in names if name not in _NOT_PRINTED)


def _fields(value: object) -> Iterator[_Field]:
    """Yield every text in records, and in lists and mappings of records."""
    if isinstance(value, Record):
        for name, key in _printed(type(value)):
            inner = getattr(value, name)
            if isinstance(inner, str):
                # What the file does not say is jvom's own, such as a dash for no duration.
                if key in value.at.values:
                    yield _Field(inner, value, key)
            elif isinstance(inner, tuple):
                if not inner and key in _NEVER_EMPTY:
                    yield _Field("", value, key)
                for number, item in enumerate(inner):
                    if isinstance(item, str):
                        yield _Field(item, value, key, number)
                    else:
                        yield from _fields(item)
            elif isinstance(inner, (Record, dict)):
                yield from _fields(inner)
    elif isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _fields(item)


def _labels_without_value(text: TextView) -> Iterator[Passage]:
    passages = [passage for passage in text.passages if passage.kind in ("paragraph", "heading", "title")]
    for number, passage in enumerate(passages):
        if passage.kind == "paragraph" and passage.text.strip().rstrip(": ") in _LABELS:
            after = passages[number + 1] if number + 1 < len(passages) else None
            if after is None or after.kind != "paragraph" or after.text.startswith(_LABELS):
                yield passage


@rule("PLH004", WARNING, Scope.FRAGMENT, local=True)
def empty_cell(text: TextView) -> Iterator[Violation]:
    """A cell of a table is empty."""
    rows: dict[tuple[int, int], list[Passage]] = {}
    for passage in text.passages_of("head", "cell"):
        rows.setdefault((id(passage.block), passage.row), []).append(passage)
    for (_, row), cells in rows.items():
        empty = [cell for cell in cells if not cell.text.strip() and not cell.segments]
        if len(empty) == len(cells):
            yield Violation(cells[0].whole, msg("deze rij is leeg"), msg("vul de rij in, of haal die weg"))
            continue
        if cells[0].text.lower().startswith(_TOTALS):
            continue  # The row of a total has empty cells for places and remarks.
        for cell in cells:
            if cell.text.strip() == "?":
                yield Violation(cell.whole, msg("deze cel is nog open"), msg("vul iets in"))
        for cell in empty:
            if cell.column == 0 and row != 0:
                continue
            yield Violation(cell.whole, msg("deze cel is leeg"), msg("vul iets in, of zet een streepje"))


@rule("PLH008", ERROR, Scope.DOSSIER)
def not_final(dossier: DossierView) -> Iterator[Violation]:
    """A fragment is still an outline or a draft."""
    for text in dossier.texts:
        if text.fragment is None or text.fragment.front.status == "final":
            continue
        front = text.fragment.front
        owner = ", ".join(text.fragment.owners) or msg("de eigenaar")
        if front.status == "review":
            yield Violation(
                front.at.value("status"),
                msg("dit fragment wordt nog gelezen"),
                msg("zet status: final als het volgens {owner} af is", owner=owner),
                severity=INFO,
            )
            continue
        what = msg("schets") if front.status == "outline" else msg("concept")
        yield Violation(
            front.at.value("status"),
            msg("dit fragment is nog {what}", what=what),
            msg("laat {owner} het afronden en zet status: final", owner=owner)
            if front.at.span.line
            else msg(
                "laat {owner} het afronden en zet bovenaan tussen twee regels met --- een regel "
                "«status: final»",
                owner=owner,
            ),
        )


@rule("PLH009", ERROR, Scope.TEXTS, local=True)
def open_dots(texts: Texts) -> Iterator[Violation]:
    """Dots where something still has to be filled in."""
    fields: dict[int, set[tuple[int, int]]] = {}
    for match in _FIELD.find(texts, Reads.TYPED):
        fields.setdefault(id(match.passage), set()).add((match.start, match.end))
    for match in _NEEDED.find(texts, Reads.TYPED):
        fields.setdefault(id(match.passage), set()).add((match["place"].start, match["place"].end))
    for text in texts.texts:
        found = [
            (passage, start, end)
            for passage in text.passages
            if passage.kind != "quote"
            for start, end in (*_dots(passage), *sorted(fields.get(id(passage), ())))
            if not _is_quoted(passage, start, end)
            and not (text.document == "tekst" and _is_omission(passage, start, end))
        ]
        severity = None
        if not isinstance(texts, DossierView):
            severity = INFO if len(found) > _FORM_PLACEHOLDERS else WARNING
        for passage, start, end in found:
            yield Violation(
                passage.span(start, end),
                msg("«{found}» is een open plek", found=passage.text[start:end]),
                msg("vul in wat hier hoort"),
                severity=severity,
            )


#: A text with more placeholders than this is a form for others to fill in.
_FORM_PLACEHOLDERS = 15
_FIELD = Phrase(
    r"\( datum|naam|namen|bedrag|bedragen|aantal|aantallen|titel|functie|jaar|nummer|kenmerk \)",
    r"\( plaatsnaam|afzender|ontvanger|begindatum|einddatum|percentage|invullen \)",
)
#: "In (plaats)": what a preposition needs is not an aside.
_NEEDED = Phrase(
    r"in|op|tot|van|met|aan|door|naar|uit|voor|bij place=(\( {noun} \)) van|in|op|is|was|zijn|heeft|en|.|,",
)
#: Dots in brackets, alone, or in quotation marks. A run of dots is no word and no mark, but many.
_DOTS = pattern(
    r"\[ ?(?:\.{2,60}|…{1,9}) ?\]|\( ?(?:\.{2,60}|…{1,9}) ?\)|< ?(?:\.{2,60}|…{1,9}) ?>"
    r"|(?<![^\s€(])(?:\.{3,60}|…{3,9}|(?:\.\.|…{1,2})(?![^\s,;:.)]))"
    r"|(?<=[\"“„‘'])(?:\.{2,60}|…{1,9})(?=[\"”’'])"
)


def _dots(passage: Passage) -> Iterator[tuple[int, int]]:
    text = passage.typed
    return (match.span() for match in _DOTS.finditer(text)) if ".." in text or "…" in text else iter(())


_QUOTES = "\"“„‘'", "\"”’'"


#: Words after which something is still to be filled in.
_LEADING_ON = ("article", "preposition", "determiner", "modal")


def _is_omission(passage: Passage, start: int, end: int) -> bool:
    """Tell whether dots are between sentences: where a quoted text was cut, or somebody broke off."""
    before, after = passage.text[:start].rstrip(), passage.text[end:].lstrip()
    if passage.text[start] in ".…":
        # "Aan de vooravond van de oorlog ... Ik moet zeggen": somebody breaks off.
        last = before[before.rfind(" ") + 1 :].lower()
        is_open = any(last in word_class(each) for each in _LEADING_ON)
        return after[:1].isupper() and last.isalpha() and not is_open
    return (
        passage.text[start] in "(["
        and "." in passage.text[start:end].replace("…", ".")
        and (not before or before.endswith(tuple('.!?:;"”’)]')))
        and (not after or not after[0].islower())
    )


def _is_quoted(passage: Passage, start: int, end: int) -> bool:
    text = passage.text
    if start and text[start - 1] in _QUOTES[0] and text[end : end + 1] in tuple(_QUOTES[1]):
        return False  # Only the dots are in quotation marks.
    return passage.is_quoted(start, end)


RULES = (empty_field, empty_cell, not_final, open_dots)
