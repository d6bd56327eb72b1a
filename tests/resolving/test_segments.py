# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Paragraphs as flat text with segments."""

from __future__ import annotations

import pytest

from jvom.resolving.numbering import by_id, sections
from jvom.resolving.pieces import Piece
from jvom.resolving.printing import DossierPrinter
from jvom.resolving.segments import PLAIN, Segment, Style, flatten
from jvom.source import Span
from jvom.text import Inlines, Link, Paragraph, Picture, Strong, Term, Text, Withheld
from tests.contents import basis, fragment

AT = Span("a.md", 1, 1, 1, 2)


def flat(content: Inlines) -> tuple[Segment, ...]:
    dossier = basis()
    return flatten(content, DossierPrinter(dossier, by_id(sections(dossier))))


def typed(text: str) -> tuple[Segment, ...]:
    """Return the segments of a paragraph of Markdown."""
    (block,) = fragment("tekst", text).blocks
    assert isinstance(block, Paragraph)
    return flat(block.content)


class Describe_the_text:
    @pytest.mark.parametrize(
        ("text", "printed"),
        [
            ("een\nregel", "een regel"),
            ("een\\\nregel", "een\nregel"),
            ("zie [de site](https://www.defensie.nl)[^a] daar\n\n[^a]: noot", "zie de site daar"),
            ("met {{ unifil_staff }} waarnemer", "met een waarnemer"),
            ("zie [](#unifil)", "zie paragraaf 2.1.1"),
            ("[](#unifil) zegt", "paragraaf 2.1.1 zegt"),
            ("zie [@kst-29521-493]", "zie Kamerstuk 29 521, nr. 493"),
        ],
    )
    def it_is_what_is_printed_before_typography(self, text, printed):
        assert "".join(each.text for each in typed(text)).replace("\u00a0", " ") == printed

    def it_has_the_offsets_of_its_segments(self):
        segments = typed("Een *term*, **[@kst-29521-493]**\n[](#unifil,untso) en {{ unifil_staff }}.")

        text = "".join(each.text for each in segments)
        assert [text[each.start : each.end] for each in segments] == [each.text for each in segments]
        assert [each.kind for each in segments] == [
            "words", "words", "words", "citation", "space", "reference", "words", "figure", "words",
        ]  # fmt: skip


class Describe_a_segment:
    def it_has_the_style_of_all_marks_around_it_and_knows_the_innermost(self):
        words = Text("a", AT)
        link = Link("https://a.nl", (Strong((words,), AT), words), AT)
        marked = Withheld((words,), AT)
        segments = flat((Term((link, words), "fr", AT), marked, words))

        assert [(each.style, each.within) for each in segments] == [
            (Style("fr", strong=True, address="https://a.nl"), Strong),
            (Style("fr", address="https://a.nl"), Link),
            (Style("fr"), Term),
            (Style(withheld=marked), None),
            (PLAIN, None),
        ]

    def it_knows_the_pieces_of_a_reference(self):
        (segment,) = typed("[](#unifil)")

        assert segment.pieces == (Piece("paragraaf "), Piece("2.1.1", section="unifil"))

    def it_is_empty_for_what_prints_nothing(self):
        picture = Picture("a.png", "wat te zien is", "", AT)
        segments = flat((Text("ab", AT), Withheld((), AT), picture))

        assert [(each.start, each.end, each.text, each.kind) for each in segments] == [
            (0, 2, "ab", "words"),
            (2, 2, "", "redacted"),
            (2, 2, "", "picture"),
        ]
