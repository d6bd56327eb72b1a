# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from collections.abc import Sequence

from jvom.comparing.blocks import Item, compare_blocks
from jvom.plan import Block, Paragraph, Run
from tests.growth import LINEAR, growth

LONG = "Deze alinea is lang genoeg om herkend te worden waar zij ook staat"


def heading(title: str, id: str) -> Paragraph:
    return Paragraph("Heading2", (Run(title),), heading=2, number="2.", bookmark=f"_Ref_{id}")


def text(words: str, style: str = "BodyText") -> Paragraph:
    return Paragraph(style, (Run(words),))


def steps(old: Sequence[Block], new: Sequence[Block]) -> list[str]:
    """Return each step as "old | new", with the name of its move behind it."""

    def words(item: Item | None) -> str:
        return " ".join(item.words.words)[:12].strip() if item else ""

    return [
        f"{words(step.old)} | {words(step.new)} {step.move}".strip() for step in compare_blocks(old, new, "m")
    ]


class Describe_the_blocks_of_two_documents:
    def they_pair_by_section_however_alike_the_texts_are(self):
        old = [heading("A", "a"), text("Hetzelfde."), heading("B", "b"), text("Hetzelfde.")]
        new = [heading("A", "a"), heading("B", "b"), text("Hetzelfde.")]

        assert steps(old, new) == ["A | A", "Hetzelfde |", "B | B", "Hetzelfde | Hetzelfde"]

    def they_pair_a_section_that_got_another_title(self):
        assert steps([heading("Oude titel", "a")], [heading("Iets nieuws", "a")]) == [
            "Oude titel | Iets nieuws"
        ]

    def they_pair_a_section_that_got_another_id_by_its_title(self):
        old, new = [heading("UNIFIL", "a"), text(LONG)], [heading("UNIFIL", "b"), text(LONG)]

        assert steps(old, new) == ["UNIFIL | UNIFIL", "Deze alinea | Deze alinea"]

    def they_move_with_their_section(self):
        one, other = [heading("A", "a"), text("Kort.")], [heading("B", "b"), text(LONG)]

        assert steps([*one, *other], [*other, *one]) == [
            "A |  m1",
            "Kort |  m2",
            "B | B",
            "Deze alinea | Deze alinea",
            "| A m1",
            "| Kort m2",
        ]

    def they_move_from_section_to_section(self):
        old = [heading("A", "a"), text(LONG), heading("B", "b")]
        new = [heading("A", "a"), heading("B", "b"), text(f"{LONG} nu.")]

        assert steps(old, new) == ["A | A", "Deze alinea |  m1", "B | B", "| Deze alinea m1"]

    def they_do_not_move_when_they_are_short_or_a_heading(self):
        old = [heading("A", "a"), text("Kort.", "Tussenkop3"), heading("B", "b")]
        new = [heading("A", "a"), heading("B", "b"), text("Kort.", "Tussenkop3")]

        assert steps(old, new) == ["A | A", "Kort |", "B | B", "| Kort"]

    def they_become_an_item_of_a_list_only_when_they_are_much_alike(self):
        assert steps([text(LONG)], [text(LONG, "ListBullet")]) == ["Deze alinea | Deze alinea"]
        assert steps([text("Een twee drie vier.")], [text("Een twee acht negen.", "ListBullet")]) == [
            "Een twee dri |",
            "| Een twee ach",
        ]

    def they_take_time_linear_in_the_text(self):
        def make(size: int) -> tuple[list[Block], list[Block]]:
            old: list[Block] = []
            new: list[Block] = []
            for number in range(size):
                section = heading(f"Missie {number}", str(number))
                old += [section, *(text(f"{LONG} {number} {each}") for each in range(8))]
                new += [section, *(text(f"{LONG} nu {number} {each + 2}") for each in range(8))]
            return old, new

        assert growth(lambda both: compare_blocks(*both, "m"), make, 40) < LINEAR
