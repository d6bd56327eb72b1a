# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of documents, and which of them print a field of the data, according to the model."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec import inspect

from jvom.documents.registry import REGISTRY
from jvom.kinds import KINDS, SECTIONS, kinds_of, printed
from jvom.model import DossierData, Publication, Record, ReferenceData
from jvom.source import Positions, Span
from jvom.times import LooseDate
from tests.contents import basis, with_data


class Describe_the_kinds:
    def they_are_those_of_the_registry(self):
        assert [kind.name for kind in KINDS] == [each.kind for each in REGISTRY]
        assert [(kind.name, str(kind.label), kind.key) for kind in KINDS[:3]] == [
            ("brief", "Brief", "letter"), ("nota", "Nota", "nota"), ("rapport", "Rapport", "report"),
        ]  # fmt: skip
        assert SECTIONS.name == "rapport"
        assert [kind.name for kind in KINDS if kind.required] == ["brief"]

    def they_belong_to_a_dossier_that_has_their_data(self):
        data = basis().data

        assert [kind.name for kind in kinds_of(data)] == ["brief", "nota", "rapport"]
        assert [kind.name for kind in kinds_of(with_data(basis(), nota=None).data)] == ["brief", "rapport"]


class Describe_what_is_printed:
    def it_has_its_document_and_its_place(self):
        found = {(each.kind, each.key, each.text): each.span.line for each in printed(basis().data)}

        assert found["nota", "from", "DGB"] == 40
        assert found["brief", "office", "DE MINISTER VAN DEFENSIE"] == 18
        assert found["brief", "addressee", "de Eerste Kamer der Staten-Generaal"] == 28
        assert found["rapport", "subtitle", "mei 2025 tot en met april 2026"] == 54
        assert not [each for each in found if each[2].startswith("MINDEF2026")]

    def it_is_the_report_for_the_mandates(self):
        assert [(each.kind, each.key) for each in printed(basis().mandates)][:3] == [
            ("rapport", "operation"), ("rapport", "region"), ("rapport", "basis"),
        ]  # fmt: skip

    def it_is_the_title_and_publisher_of_a_source_in_its_language(self):
        sources = ReferenceData(
            references={
                "a": Publication(
                    title="Lessons", date=LooseDate.parse("2024"), language="en", at=_at("title")
                )
            }
        )

        assert [(each.key, each.text, each.language) for each in printed(sources)] == [
            ("title", "Lessons", "en")
        ]

    def it_is_a_name_or_an_address_or_else_text(self):
        names = {each.key for each in printed(basis().data) if each.is_name}

        assert names == {
            "office", "name", "addressee", "address", "to", "from", "coordinated_with", "copy_to",
            "signed_by", "return_address", "visiting", "postal"
        }  # fmt: skip
        assert {"subject", "title", "subtitle"} <= {
            each.key for each in printed(basis().data) if not each.is_name
        }

    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
    def it_is_given_for_every_text_in_the_data_of_a_document(self, kind):
        """A forgotten field would never be checked."""
        dossier = inspect.type_info(DossierData)
        assert isinstance(dossier, inspect.StructType)
        [data] = [field.type for field in dossier.fields if field.encode_name == kind.key]

        assert sorted(set(_unspecified(data))) == []


def _at(*keys: str) -> Positions:
    """Return the positions of a record that has those keys."""
    return Positions(Span("references.yml"), values={key: Span("references.yml") for key in keys})


def _unspecified(kind: inspect.Type, name: str = "", *, specified: bool = False) -> Iterator[str]:
    """Yield the fields below a type that contain words, and for which the model doesn't say who prints them.

    A field with a fixed pattern or a list of choices doesn't contain words.
    """
    match kind:
        case inspect.Metadata(type=inner, extra=extra):
            yield from _unspecified(
                inner, name, specified=specified or bool(extra and {"printed", "personal"} & extra.keys())
            )
        case inspect.StructType(cls=cls, fields=fields) if issubclass(cls, Record):
            # The outline is recursive.
            for field in fields if not name.startswith(f"{cls.__name__}.") else ():
                if field.name != "at":
                    yield from _unspecified(field.type, f"{cls.__name__}.{field.name}")
        case inspect.VarTupleType(item_type=inner):
            yield from _unspecified(inner, name, specified=specified)
        case inspect.UnionType(types=types):
            for each in types:
                yield from _unspecified(each, name, specified=specified)
        case inspect.StrType(pattern=None) if not specified:
            yield name
        case _:
            pass
