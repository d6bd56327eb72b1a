# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where terms are marked as foreign, where words could be and are not, and marking them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jvom.analysis.passages import Passage
from jvom.checks.glossaries import spelling_groups
from jvom.checks.name_places import NamePlace, is_in_address
from jvom.checks.replacements import replace
from jvom.checks.views import Texts
from jvom.findings import Fix
from jvom.messages import msg

#: What the languages that a mark can name are called.
LANGUAGES = {"nl": msg("Nederlands"), "en": msg("Engels"), "fr": msg("Frans"), "de": msg("Duits")}
#: The kinds of passages in which a term can be marked.
READ = frozenset(("title", "heading", "paragraph", "item", "quote", "head", "cell", "footnote", "caption"))


class Marked(msgspec.Struct, frozen=True):
    """A term that is marked as foreign: characters of a passage, and its language."""

    passage: Passage
    start: int
    end: int
    language: str

    @property
    def found(self) -> str:
        return self.passage.text[self.start : self.end]


def marked_by_part(texts: Texts) -> tuple[tuple[Marked, ...], ...]:
    """Return the foreign terms of each of the parts of the texts that are `spelled_alike`."""
    return tuple(tuple(marked(passages)) for passages in texts.memo(spelling_groups))


def marked(passages: tuple[Passage, ...]) -> Iterator[Marked]:
    """Yield the foreign terms of passages."""
    for passage in passages:
        if passage.dutch is passage.text:
            continue  # All of it is Dutch.
        start = end = -1
        language = ""
        for part in passage.segments:
            if part.start == part.end:
                continue
            if part.style.language != language:
                if language:
                    yield Marked(passage, start, end, language)
                start, language = part.start, part.style.language
            end = part.end
        if language:
            yield Marked(passage, start, end, language)


def stands_plain(place: NamePlace) -> bool:
    """Tell whether words stand there as Dutch, and not as a title, an address or part of a compound."""
    passage, text = place.passage, place.passage.text
    return (
        passage.kind in READ
        and passage.is_dutch(place.start, place.end)
        and text[place.end : place.end + 1] != "-"
        and text[place.start - 1 : place.start] != "-"
        and not is_in_address(text, place.start, place.end)
        and not passage.is_quoted(place.start, place.end)
    )


def with_marks(place: NamePlace, language: str) -> Fix | None:
    """Return the fix that marks a term; none in front matter, where an asterisk means something else."""
    if place.passage.kind == "title":
        return None
    tag = "" if language == "en" else f"{{lang={language}}}"
    return replace(place.passage, place.start, place.end, f"*{place.found}*{tag}", safe=False)
