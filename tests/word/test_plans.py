# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Any plan builds into a file without faults for lint."""

from __future__ import annotations

import io
import string
import zipfile
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jvom.plan import (
    Block,
    Cell,
    Contents,
    ContentsEntry,
    Hyperlink,
    Inline,
    LineBreak,
    NewSection,
    Note,
    NumberReference,
    Paragraph,
    Run,
    Sequence,
    Table,
    plain_text,
)
from jvom.word.package import build
from tests.fuzzing import examples
from tests.word.lint import lint
from tests.word.shorthand import PARAGRAPH_STYLES, document

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=12)
BOOKMARKS = [f"_Ref_{letter}" for letter in string.ascii_lowercase[:4]]

runs = st.builds(
    Run,
    TEXT,
    st.sampled_from(["", "Emphasis", "Strong", "Gelakt"]),
    st.sampled_from(["", "en", "fr", "nl-NL"]),
)
links = st.builds(Hyperlink, TEXT.map("https://x.nl/".__add__), st.lists(runs, max_size=2).map(tuple))
references = st.builds(NumberReference, st.sampled_from(BOOKMARKS), st.just("1.1"))
simple = runs | st.builds(LineBreak) | links | references
notes = st.builds(
    Note,
    st.lists(
        st.builds(Paragraph, st.just("FootnoteText"), st.lists(simple, max_size=3).map(tuple)), max_size=2
    ).map(tuple),
)
inlines: st.SearchStrategy[tuple[Inline, ...]] = st.lists(simple | notes, max_size=4).map(tuple)
sequences = st.none() | st.builds(Sequence, st.integers(1, 3), st.integers(0, 5))
paragraphs = st.builds(Paragraph, st.sampled_from(sorted(PARAGRAPH_STYLES)), inlines, sequence=sequences)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Make a table by placing cells on a grid, row by row, wherever they fit."""
    columns, rows = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    free = {(row, column) for row in range(rows) for column in range(columns)}
    laid: list[tuple[Cell, ...]] = []
    for row in range(rows):
        cells = []
        for column in range(columns):
            if (row, column) not in free:
                continue
            width, height = draw(st.integers(1, 2)), draw(st.integers(1, 2))
            places = {(row + down, column + right) for down in range(height) for right in range(width)}
            if not places <= free:
                width, height, places = 1, 1, {(row, column)}
            free -= places
            cells.append(Cell(draw(st.lists(paragraphs, max_size=2).map(tuple)), width, height))
        laid.append(tuple(cells))
    header = draw(st.integers(0, rows))
    return Table(
        "Rapporttabel",
        (1 / columns,) * columns,
        tuple(laid[:header]),
        tuple(laid[header:]),
        draw(TEXT),
        draw(TEXT),
    )


blocks: st.SearchStrategy[tuple[Block, ...]] = st.lists(
    paragraphs | tables() | st.builds(NewSection, st.booleans()), max_size=5
).map(tuple)


@st.composite
def plans(draw: st.DrawFn) -> dict[str, tuple[Block, ...]]:
    headings = tuple(
        Paragraph(f"Heading{level}", draw(inlines), heading=level, number="1.", bookmark=bookmark)
        for bookmark in BOOKMARKS
        for level in [draw(st.integers(1, 3))]
    )
    entries = tuple(
        ContentsEntry(heading.heading, "1.", (Run(plain_text(heading.content)),), heading.bookmark)
        for heading in headings
        if draw(st.booleans())
    )
    contents: tuple[Block, ...] = (Contents(draw(paragraphs), entries),)
    return {
        "afkortingen": draw(blocks),
        "inhoud": contents,
        "rapport": (*headings, *draw(blocks)),
        "bijlagen": draw(blocks),
    }


class Describe_any_plan:
    @given(
        plans(),
        st.dictionaries(
            st.sampled_from(["titel", "datum", "koptekst", "concept"]),
            st.lists(simple, max_size=3).map(tuple),
        ),
    )
    @examples(60)
    def it_makes_a_sound_file_with_its_words_in_order(self, report: Any, blocks: Any, text: Any) -> None:
        file = build(document(blocks, text), report, dict.fromkeys(BOOKMARKS, 1))

        assert [str(each) for each in lint(file)] == []
        root = etree.fromstring(zipfile.ZipFile(io.BytesIO(file)).read("word/document.xml"))
        said = "".join(element.text or "" for element in root.iter(f"{{{root.nsmap['w']}}}t"))
        place = 0
        for paragraph in blocks["rapport"]:
            if isinstance(paragraph, Paragraph):
                for words in plain_text(paragraph.content).translate(BREAKS).split("\n"):
                    found = said.find(words, place)
                    assert found >= 0, words
                    place = found + len(words)


BREAKS = {0x2011: "\n", 0xAD: "\n"}
