# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words as they are typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jvom.exchange.leaves import Leaf, has_words, leaves_of, words
from jvom.exchange.markdown import escaped
from jvom.exchange.markdown_blocks import typed
from jvom.exchange.pieces import Look, Piece, joined
from jvom.reading.fragment import read_fragment

WORDS = st.text(
    st.sampled_from("abc  .,:;-+*_#>[](){}<>|\\`~!&\"'=0123456789\u2013\u201c\u00e9\u2022@^/$%"),
    min_size=1,
    max_size=30,
)
LOOKS = st.builds(
    Look, st.sampled_from(["", "https://w.nl/a(b)"]), st.booleans(), st.sampled_from(["", "en", "fr"])
)
PIECES = st.lists(st.builds(Piece, st.just("words"), WORDS, LOOKS), min_size=1, max_size=4).map(joined)
KINDS = st.sampled_from(["paragraph", "heading", "bullet", "number", "quote"])


def read(text: str) -> tuple[str, list[str]]:
    fragment, problems = read_fragment("x", text.encode(), "x.md")
    shown = " ".join(words(leaf, {}) for leaf in leaves_of(fragment))
    return shown, [str(each.what) for each in problems]


class Describe_what_is_typed:
    @given(PIECES, KINDS)
    def it_is_read_as_the_words_that_it_was_made_of(self, pieces, kind):
        leaf = Leaf(kind, 2 if kind == "heading" else 1, pieces)
        if not has_words(leaf):
            return

        assert "".join(read(typed([leaf]))[0].split()) == "".join(words(leaf, {}).split())

    @given(st.lists(PIECES, min_size=2, max_size=2), st.lists(PIECES, min_size=2, max_size=2))
    def it_is_in_tables_too(self, header, row):
        leaf = Leaf("table", 0, (), rows=(tuple(header), tuple(row)))
        if not any(each for each in header):
            return

        assert "".join(read(typed([leaf]))[0].split()) == "".join(words(leaf, {}).split())

    def it_is_no_uglier_than_it_must_be(self):
        for plain in ("R&D, 1 < 2, a_b, e-mail (zie ook: dit) #1 + 2!", "50% - ja | nee; 's avonds"):
            assert escaped(plain) == plain
