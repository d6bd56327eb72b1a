# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Fields that are empty, or still open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache, partial
from itertools import chain, zip_longest

from jvom.analysis.passages import Passage
from jvom.analysis.whole_words import has_any_whole
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.patterns import pattern
from jvom.dutch.placeholders import PLACEHOLDERS
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
#: It has one of these.
_OPEN_MARKS = frozenset(".…?_[<xX")
#: The beginning of a reference: "MINDEF2026".
_PARTIAL_REFERENCE = pattern(r"[A-Z]{3,10}20\d\d")


@lru_cache(maxsize=4096)
def _is_placeholder(value: str) -> bool:
    """Tell whether a value has a placeholder, or is only the beginning of a reference."""
    return (
        value.lower() in _OPEN_WORDS
        or (not _OPEN_MARKS.isdisjoint(value) and _OPEN.search(value) is not None)
        or (value[-4:-2] == "20" and _PARTIAL_REFERENCE.fullmatch(value) is not None)
        or has_any_whole(value, PLACEHOLDERS)
    )


@rule("PLH003", ERROR, Scope.TEXTS)
def empty_field(texts: Texts) -> Iterator[Violation]:
    """A field that must be filled is empty or open."""
    if not isinstance(texts, DossierView):
        for passage in chain.from_iterable(map(_labels_without_value, texts.texts)):
            yield violation(passage.span(), "label", label=passage.text)
        return
    dossier = texts.dossier
    records: list[object] = [dossier.data, dossier.mandates]
    records += [dossier.figures.figures, dossier.references.references]
    records += [*dossier.glossary.abbreviations, *dossier.missions.missions]
    fields = [*_fields(records)]
    fields += [(each.front.title, partial(each.front.at.value, "title")) for each in dossier.sections]
    for value, place in fields:
        if _is_blank(value):
            yield violation(place(), "empty")
        elif _is_placeholder(value):
            yield violation(place(), "open", value=value)
    for fragment in dossier.sections:
        owners = fragment.owners
        if not owners or any(_is_blank(each) or _is_placeholder(each) for each in owners):
            yield violation(fragment.front.at.value("owner"), "no-owner", severity=WARNING)


@cache
def _read(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a kind of record that this rule reads, with their keys."""
    names = zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True)
    return tuple((name, key) for name, key in names if name not in _NOT_PRINTED)


_WITH_FIELDS = (Record, dict, list, tuple)


def _fields(
    value: Record | Mapping[object, object] | Iterable[object],
) -> Iterator[tuple[str, Callable[[], Span]]]:
    """Yield every text in records, and in lists and mappings of records, with what tells its place."""
    if isinstance(value, Record):
        at = value.at
        for name, key in _read(type(value)):
            inner = getattr(value, name)
            # What the file does not say is jvom's own, such as a dash for no duration.
            if isinstance(inner, str):
                if key in at.values:
                    yield inner, partial(at.value, key)
            elif inner == () and key in _NEVER_EMPTY:
                yield "", partial(at.value, key)
            elif inner and isinstance(inner, _WITH_FIELDS):
                if isinstance(inner, tuple):
                    texts = ((number, each) for number, each in enumerate(inner) if isinstance(each, str))
                    yield from ((each, partial(at.item, key, number)) for number, each in texts)
                yield from _fields(inner)
    else:
        for item in value.values() if isinstance(value, dict) else value:
            if isinstance(item, _WITH_FIELDS):
                yield from _fields(item)


def _labels_without_value(text: TextView) -> Iterator[Passage]:
    passages = [passage for passage in text.passages if passage.kind in ("paragraph", "heading", "title")]
    for passage, after in zip_longest(passages, passages[1:]):
        is_label = passage.kind == "paragraph" and passage.text.strip().rstrip(": ") in _LABELS
        if is_label and (after is None or after.kind != "paragraph" or after.text.startswith(_LABELS)):
            yield passage
