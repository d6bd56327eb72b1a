# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Every text on a web page, to search it for what may not be on it."""

from __future__ import annotations

from collections.abc import Container, Iterator
from html.parser import HTMLParser

_SAYING = frozenset({"alt", "aria-label", "href", "id"})
_INLINE = frozenset({"a", "em", "span", "strong", "sup"})
"""The elements that may be within a word; others end it."""


def page_texts(data: bytes, printed: Container[str] = ()) -> Iterator[str]:
    """Yield the text of a page as a whole, then that of each attribute with words; no style.

    What is in `printed`, without the spaces around it, is left out.
    """
    parser = _Texts()
    parser.feed(data.decode())
    yield "".join(each if each.strip() not in printed else " " for each in parser.words)
    yield from (each for each in parser.attributes if each not in printed)


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.attributes: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        self.words += [] if tag in _INLINE else [" "]
        self.attributes += [value for name, value in attrs if name in _SAYING and value]

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False
        self.words += [] if tag in _INLINE else [" "]

    def handle_data(self, data: str) -> None:
        self.words += [] if self._in_style else [data]
