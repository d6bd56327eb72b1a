# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The plans of the documents of a dossier, and the moment they are dated."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime

from msgspec.structs import replace

from jvom.documents.dossier import classified, documents, texts_of_documents
from jvom.messages import msg
from jvom.model import Dossier
from jvom.plan import Document
from jvom.source import CannotRun, Problem, Span

_END_OF_9999 = 253_402_300_799
"""The last moment of the last year that Word knows, in seconds since 1970."""


def make_plans(
    dossier: Dossier,
    only: tuple[str, ...] = (),
    draft: bool = False,
    public: bool = False,
    epoch: int | None = None,
    as_of: date | None = None,
) -> list[Document]:
    """Return the plans of the documents (all when `only` is empty), dated `epoch` when there is one.

    A draft has the day `as_of` on every page, when there is one.

    Raises CannotRun when a public one would show what is withheld, lacks a ground for that, or is of a
    document with a rubricering.
    """
    if public:
        _refuse_classified(dossier, only)
        _refuse_missing_grounds(dossier, only)
    plans = [dated(document, epoch) for document in documents(dossier, only, draft, public, as_of)]
    if public:
        from jvom.documents.leaks import find_leaks, texts_of
        from jvom.documents.own_texts import own_texts

        def of_dossier() -> dict[str, Iterator[str]]:
            own = own_texts()
            return {each.file: texts_of(each, own) for each in plans}

        if found := find_leaks(dossier, {each.file: texts_of(each) for each in plans}, of_dossier):
            raise CannotRun(found)
    return plans


def _refuse_classified(dossier: Dossier, only: tuple[str, ...]) -> None:
    places: dict[Span, list[str]] = {}
    levels: dict[Span, str] = {}
    for name, (level, place) in classified(dossier).items():
        if not only or name in only:
            places.setdefault(place, []).append(name)
            levels[place] = level
    found = [
        Problem(
            place,
            msg(
                "een stuk met rubricering «{level}» heeft geen openbare versie: {names}",
                level=levels[place],
                names=", ".join(names),
            ),
            msg("laat --public weg, of noem met --only de stukken die openbaar mogen worden"),
        )
        for place, names in places.items()
    ]
    if found:
        raise CannotRun(found)


def _refuse_missing_grounds(dossier: Dossier, only: tuple[str, ...]) -> None:
    from jvom.resolving.withheld import ADVICE, MISSING, without_ground

    found = [
        Problem(mark.span, MISSING, ADVICE)
        for fragment in texts_of_documents(dossier, only)
        for mark in without_ground(fragment)
    ]
    if found:
        raise CannotRun(found)


def dated(document: Document, epoch: int | None) -> Document:
    """Return the document made at that moment, in seconds since 1970; as it is when there is none."""
    if epoch is None:
        return document
    created = datetime.fromtimestamp(epoch, UTC)
    return replace(document, properties=replace(document.properties, created=created))


def source_date_epoch() -> int | None:
    """Return SOURCE_DATE_EPOCH, in seconds since 1970; None when the environment has none.

    Raises CannotRun when it is no such number (https://reproducible-builds.org/specs/source-date-epoch).
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    if (
        epoch.isascii()
        and epoch.isdecimal()
        and len(epoch) <= len(str(_END_OF_9999))
        and int(epoch) <= _END_OF_9999
    ):
        return int(epoch)
    what = msg("«{value}» is geen aantal seconden sinds 1970", value=epoch)
    raise CannotRun([Problem(Span("SOURCE_DATE_EPOCH"), what, msg("geef een getal, of laat het weg"))])
