# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Fields that are empty, or still open."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec

from jvom.analysis.passages import Passage
from jvom.analysis.whole_words import has_any_whole
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
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


class _Field(msgspec.Struct, frozen=True):
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


RULES = (empty_field,)
