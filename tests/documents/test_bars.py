# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The passages that are gone from a public document, and the bookmarks at their bars."""

from __future__ import annotations

from datetime import UTC, datetime

from jvom import plan
from jvom.documents.bars import Passage, bar, passages, with_legend, with_places

PRIVACY, STATE = bar("5.1.2e"), bar("5.1.2i")


def paragraph(*content: plan.Inline, heading: int = 0, number: str = "") -> plan.Paragraph:
    return plan.Paragraph("BodyText", content, heading=heading, number=number)


def cells(*contents: tuple[plan.Inline, ...]) -> tuple[plan.Cell, ...]:
    return tuple(plan.Cell((plan.Paragraph("Tabeltekst", content),)) for content in contents)


def table(*rows: tuple[plan.Cell, ...]) -> plan.Table:
    return plan.Table(
        "Rapporttabel", (0.5, 0.5), (cells((plan.Run("A"),), (plan.Run("B"),)),), rows, "t", "d"
    )


def document(*blocks: plan.Block, **text: tuple[plan.Inline, ...]) -> plan.Document:
    properties = plan.Properties("t", "s", datetime(2026, 5, 20, 12, tzinfo=UTC))
    return plan.Document("nota", "nota", properties, text, {"tekst": blocks})


class Describe_the_passages:
    def they_are_the_bars_with_ground_bookmark_and_section(self) -> None:
        note = plan.Note((paragraph(STATE),))
        placed = with_places(
            document(
                paragraph(PRIVACY),
                paragraph(plan.Run("Kop"), heading=1, number="2.1."),
                paragraph(plan.Run("een "), STATE, note, plan.Run(" twee "), PRIVACY),
            )
        )
        assert list(passages(placed)) == [
            Passage("5.1.2e", "Gelakt_1", ""),
            Passage("5.1.2i", "Gelakt_2", "2.1"),
            Passage("5.1.2e", "Gelakt_4", "2.1"),
            Passage("5.1.2i", "Gelakt_3", "2.1"),
        ]

    def they_have_the_words_of_the_heading_where_none_has_a_number(self) -> None:
        placed = with_places(document(paragraph(plan.Run("Aanleiding"), heading=1), paragraph(PRIVACY)))
        assert [each.section for each in passages(placed)] == ["Aanleiding"]

    def they_count_a_row_that_is_gone_as_one(self) -> None:
        gone, half = cells((STATE,), (STATE,)), cells((STATE,), (STATE, plan.Run(" en meer")))
        assert [each.bookmark for each in passages(with_places(document(table(gone))))] == ["Gelakt_1"]
        assert len(list(passages(with_places(document(table(half)))))) == 2
        assert len(list(passages(with_places(document(table(cells((STATE,), (PRIVACY,)))))))) == 2

    def they_include_fields_which_have_no_bookmark(self) -> None:
        placed = with_places(document(opgesteld=(PRIVACY,)))
        assert list(passages(placed)) == [Passage("5.1.2e")]

    def they_leave_out_contents_and_legend(self) -> None:
        entry = plan.ContentsEntry(1, "1.", (STATE,), "_Ref_a")
        contents = plan.Contents(paragraph(plan.Run("Inhoud")), (entry,))
        placed = with_places(with_legend(document(contents, paragraph(STATE, heading=1, number="1."))))
        assert [each.ground for each in passages(placed)] == ["5.1.2i"]
        assert "legenda" in placed.blocks

    def they_leave_a_document_without_bars_as_it_is(self) -> None:
        plain = document(paragraph(plan.Run("Niets.")), table(cells((), ())))
        assert with_places(plain) is plain
        assert with_legend(plain) is plain
