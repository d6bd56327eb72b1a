# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The inventory of a public version tells nothing of what is gone but where and why."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from jvom.documents.bars import passages, with_places
from jvom.documents.dossier import documents
from jvom.documents.inventory import Inventory, inventory, inventory_document
from jvom.layout.engines import estimated
from jvom.layout.result import Job
from jvom.model import Dossier
from jvom.plan import Document, paragraphs, plain_text
from jvom.word.package import build
from jvom.word.template import open_template
from tests.conftest import PROJECT
from tests.contents import basis, with_data, with_texts
from tests.documents.secrets import Hidden, fillings, forms, found_in, hidden
from tests.documents.test_public import template
from tests.fuzzing import examples


def listed(dossier: Dossier) -> Inventory:
    made = tuple(map(with_places, documents(dossier, public=True)))
    jobs = [Job(each, template(each.template), tuple(bookmarks(each))) for each in made]
    return inventory(dossier, "2025", made, "estimate", estimated(jobs).places)


def bookmarks(document: Document) -> list[str]:
    return [each.bookmark for each in passages(document) if each.bookmark]


def files(dossier: Dossier) -> tuple[bytes, bytes]:
    made = listed(dossier)
    document = inventory_document(dossier, made)
    form = open_template(PROJECT / "templates/inventarislijst.docx")
    return msgspec.json.encode(made), build(document, form, {})


class Describe_the_inventory:
    @given(st.data())
    @examples(25)
    def it_is_the_same_whatever_the_words(self, data: st.DataObject) -> None:
        form = data.draw(forms)
        first, second = (form.filled(data.draw(fillings(form))) for _ in range(2))
        assert files(first.dossier) == files(second.dossier)

    @given(hidden)
    @examples(15)
    def it_has_none_of_the_words(self, secret: Hidden) -> None:
        for data in files(secret.dossier):
            assert found_in(data, secret.words) == []

    def it_joins_passages_of_one_ground_in_one_section_on_one_page(self) -> None:
        typed = '[a]{.gelakt grond="5.1.2i"}, [b]{.gelakt grond="5.2"} en [c]{.gelakt grond="5.1.2i"}.'
        *_, report = listed(with_texts(basis(), {"unifil": typed})).documents
        assert [(each.ground, each.passages, each.bookmarks) for each in report.withheld] == [
            ("5.1.2i", 2, ("Gelakt_1", "Gelakt_3")),
            ("5.2", 1, ("Gelakt_2",)),
        ]
        assert (report.passages, report.grounds) == (3, ("5.1.2i", "5.2"))

    def it_gives_the_pages_in_order(self) -> None:
        mark = '[a]{.gelakt grond="5.1.2i"}'
        typed = "\n\n".join([f"{mark} {'lange zin ' * 40}"] * 30)
        *_, report = listed(with_texts(basis(), {"unifil": typed})).documents
        pages = [each.page for each in report.withheld]
        assert pages == sorted(set(pages))
        assert len(pages) > 3
        assert sum(each.passages for each in report.withheld) == 30

    def it_says_when_nothing_is_gone(self) -> None:
        dossier = basis()
        made = listed(dossier)
        only = msgspec.structs.replace(
            made,
            documents=tuple(each for each in made.documents if not each.passages),
            grounds=(),
        )
        blocks = inventory_document(dossier, only).blocks
        assert [plain_text(each.content) for each in paragraphs(blocks["passages"])] == [
            "Er is niets gelakt."
        ]

    def it_has_dates_that_are_known(self) -> None:
        made = listed(basis())
        assert all(each.date is not None for each in made.documents)
        open_dates = with_data(basis(), nota={"date": None})
        assert next(each for each in listed(open_dates).documents if each.kind == "Nota").date is None
