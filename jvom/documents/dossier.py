# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The documents of a dossier: their names, their contracts, their plans."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from jvom.documents.document_type import DocumentType, Variant
from jvom.documents.registry import REGISTRY
from jvom.dutch.dates import write_date
from jvom.dutch.typography import typeset
from jvom.kinds import kinds_of
from jvom.model import Dossier, Fragment
from jvom.plan import Contract, Document, LineBreak, Run
from jvom.source import Span

CONTRACTS: tuple[Contract, ...] = tuple(each.contract for each in REGISTRY)
"""What each template must have, in the order of a dossier."""


LAYOUT_TABLE = "Deze tabel dient alleen de opmaak; lees die rij voor rij."
"""What the templates tell a screen reader of a table without data."""


_LAYOUT_TABLES = ("Briefhoofd", "Kop van de nota", "Ondertekening")


def own_names() -> frozenset[str]:
    """Return the names in documents whatever the dossier says: of styles, controls and their tables."""
    named = (name for each in CONTRACTS for name in (*each.styles, *each.text, *each.blocks))
    return frozenset((LAYOUT_TABLE, *_LAYOUT_TABLES, *named))


def contracts(dossier: Dossier) -> tuple[Contract, ...]:
    """Return the contracts of the documents that a dossier has."""
    return tuple(each.contract_for(dossier) for each in _types(dossier))


def names(dossier: Dossier) -> tuple[str, ...]:
    """Return the names of the documents, in the order of the dossier."""
    return tuple(name for each in _types(dossier) for name in each.names_in(dossier))


def documents(
    dossier: Dossier,
    only: tuple[str, ...] = (),
    draft: bool = False,
    public: bool = False,
    as_of: date | None = None,
    *,
    with_sources: bool = False,
) -> tuple[Document, ...]:
    """Return the plans of the documents, those that `only` names when it names any.

    `draft` puts CONCEPT on every page, with the version of the dossier and the day `as_of` if there are any.
    The plans of the `public` version hold nothing that is personal. Those `with_sources` say of each
    paragraph where it was typed.
    """
    variant = Variant(draft, public, with_sources)
    if public:
        # Here and not at the top: most builds make no public version.
        from jvom.documents.bars import with_legend
        from jvom.documents.public import redact

        made = tuple(map(with_legend, _made(redact(dossier), only, variant)))
    else:
        made = _made(dossier, only, variant)
    return tuple(_drafted(each, dossier, as_of) for each in made) if draft else made


def _drafted(document: Document, dossier: Dossier, as_of: date | None) -> Document:
    """Return a draft that says which one it is."""
    version = f"versie {dossier.data.version}" if dossier.data.version else ""
    said = ", ".join(filter(None, (version, write_date(as_of) if as_of else "")))
    concept = document.text.get("concept", ())
    if said:
        concept = (*concept, LineBreak(), Run(typeset(said)))
    return replace(
        document,
        draft=True,
        text={**document.text, "concept": concept},
        properties=replace(document.properties, status="Concept"),
    )


def _made(dossier: Dossier, only: tuple[str, ...], variant: Variant) -> tuple[Document, ...]:
    wanted = set(only or names(dossier))
    return tuple(
        document
        for each in _types(dossier)
        if wanted & set(each.names_in(dossier))
        for document in each.plans(dossier, variant)
        if document.file in wanted
    )


def texts_of_documents(dossier: Dossier, only: tuple[str, ...] = ()) -> tuple[Fragment, ...]:
    """Return the texts of the documents, of those that `only` names when it names any."""
    wanted = {each.kind for each in _types(dossier) if not only or set(only) & set(each.names_in(dossier))}
    found: list[Fragment] = []
    for kind in kinds_of(dossier.data):
        if kind.name in wanted:
            found += dossier.sections if kind.in_sections else (dossier.texts[kind.name],)
    return tuple(found)


def classified(dossier: Dossier) -> dict[str, tuple[str, Span]]:
    """Return the documents that have a rubricering, by name: which one, and where the data say so."""
    found: dict[str, tuple[str, Span]] = {}
    records = {kind.name: kind.data(dossier.data) for kind in kinds_of(dossier.data)}
    for each in _types(dossier):
        record = records[each.kind]
        for said in (record, dossier.data):
            if level := getattr(said, "classification", None):
                place = said.at.value("classification") if said else Span("")
                found |= dict.fromkeys(each.names_in(dossier), (level, place))
                break
    return found


def _types(dossier: Dossier) -> tuple[DocumentType, ...]:
    present = {kind.name for kind in kinds_of(dossier.data)}
    return tuple(each for each in REGISTRY if each.kind in present)
