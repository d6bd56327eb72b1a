# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of documents, and which words of the data each prints: what the model says of its fields."""

# Not msgspec's inspect: it takes longer to import than the rest of the model.

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import get_args

import msgspec
from msgspec import Meta

from jvom.messages import Message
from jvom.model import DossierData, Record, Report
from jvom.source import Span


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of document: its name ("nota"), its label ("Nota"), and its key in dossier.yml.

    The text of a dossier's nota is `nota.md`. A kind `in_sections` has a file for each section instead, in a
    folder of that name. One that is not `required` is left out of a dossier that has no such key.
    """

    name: str
    label: Message
    key: str
    in_sections: bool
    required: bool

    def data(self, dossier: DossierData) -> Record | None:
        """Return the data of such a document; None when the dossier has none."""
        record: Record | None = getattr(dossier, self.key)
        return record


class Printed(msgspec.Struct, frozen=True):
    """Words of the data that are printed: the kind of the document, their place, and their key.

    It `is_name` when they are a name or an address rather than text; `language` is that of the text.
    """

    kind: str
    span: Span
    key: str
    text: str
    is_name: bool = False
    language: str = "nl"


def printed(record: Record) -> Iterator[Printed]:
    """Yield the words that are printed of a record and of the records in it, in the order of the model.

    Words that no file has typed, the defaults of the model, have no place and are left out.
    """
    language = getattr(record, "language", "nl")
    for name, key, kind, is_name in _fields(type(record)):
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from printed(value)
        elif isinstance(value, str):
            if kind and value and key in record.at.values:
                yield Printed(kind, record.at.value(key), key, value, is_name, language)
        elif isinstance(value, tuple):
            for number, each in enumerate(value):
                if isinstance(each, Record):
                    yield from printed(each)
                elif kind:
                    yield Printed(kind, record.at.item(key, number), key, each, is_name, language)
        elif isinstance(value, dict):
            for each in value.values():
                yield from printed(each) if isinstance(each, Record) else ()


@cache
def _fields(record: type[Record]) -> tuple[tuple[str, str, str, bool], ...]:
    """Return the fields of a record: name, key in the file, the kind that prints it or "", and `is_name`."""
    names = zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True)
    return tuple(
        (name, key, str(_said(record, name, "printed")), bool(_said(record, name, "name")))
        for name, key in names
        if name != "at"
    )


def _said(record: type[Record], name: str, what: str) -> object:
    """Return what the model says of a field beside its description; "" when it says nothing."""
    metas = (each for each in get_args(record.__annotations__[name])[1:] if isinstance(each, Meta))
    return next((meta.extra[what] for meta in metas if meta.extra and what in meta.extra), "")


def _kinds() -> Iterator[Kind]:
    for name, annotation in DossierData.__annotations__.items():
        label = _said(DossierData, name, "document")
        if isinstance(label, Message):
            held = get_args(annotation)[0]
            types = get_args(held) or (held,)
            yield Kind(
                name=label.text.lower(),
                label=label,
                key=name,
                in_sections=Report in types,
                required=type(None) not in types,
            )


KINDS = tuple(_kinds())
"""The kinds of documents that jvom makes, in the order of a dossier."""

(SECTIONS,) = (kind for kind in KINDS if kind.in_sections)
"""The kind that has a file for each section: the report."""


def kinds_of(dossier: DossierData) -> tuple[Kind, ...]:
    """Return the kinds of documents that a dossier has."""
    return tuple(kind for kind in KINDS if kind.data(dossier) is not None)
