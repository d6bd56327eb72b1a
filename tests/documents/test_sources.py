# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where each paragraph of a plan was typed, in the plans that are asked to say so."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.documents.dossier import documents
from jvom.plan import Document, Note, Paragraph, paragraphs, plain_text
from tests.comparing.pairs import Texts, dossier

TEXT = """## Over de missie

De missie kent *drie* doelen.[^kaders]

- een;
- twee,

  met meer.

> Een citaat.

: Inzet per land
| Land | Aantal |
| --- | ---: |
| Libanon | 10 |

[^kaders]: De kaders van het kabinet."""


def report(*, with_sources: bool) -> Document:
    texts = Texts({"unifil": TEXT}, "Een brief.")
    [made] = documents(dossier(texts), ("rapport",), with_sources=with_sources)
    return made


def every_paragraph(document: Document) -> Iterator[Paragraph]:
    for blocks in document.blocks.values():
        for paragraph in paragraphs(blocks):
            yield paragraph
            for inline in paragraph.content:
                if isinstance(inline, Note):
                    yield from inline.paragraphs


class Describe_the_sources_of_paragraphs:
    def they_are_where_each_was_typed(self):
        lines = TEXT.split("\n")
        first = next(
            each.source.line
            for each in every_paragraph(report(with_sources=True))
            if each.source and plain_text(each.content) == "Over de missie"
        )

        found = {
            plain_text(each.content): lines[each.source.line - first]
            for each in every_paragraph(report(with_sources=True))
            if each.source and each.source.path.endswith("unifil.md") and not each.number
        }

        assert found == {
            "Over de missie": "## Over de missie",
            "De missie kent drie doelen.": "De missie kent *drie* doelen.[^kaders]",
            "De kaders van het kabinet.": "[^kaders]: De kaders van het kabinet.",
            "een;": "- een;",
            "twee,": "- twee,",
            "met meer.": "  met meer.",
            "Een citaat.": "> Een citaat.",
            "Tabel\N{NO-BREAK SPACE}1. Inzet per land": ": Inzet per land",
            "Land": "| Land | Aantal |",
            "Aantal": "| Land | Aantal |",
            "Libanon": "| Libanon | 10 |",
            "10": "| Libanon | 10 |",
        }

    def they_are_those_of_the_data_in_the_table_of_mandates(self):
        typed = {
            each.source.path
            for each in every_paragraph(report(with_sources=True))
            if each.source and each.source.path.endswith(".yml")
        }

        assert len(typed) == 1
        assert typed.pop().endswith("mandates.yml")

    def and_other_plans_do_not_have_them(self):
        assert not any(each.source for each in every_paragraph(report(with_sources=False)))
