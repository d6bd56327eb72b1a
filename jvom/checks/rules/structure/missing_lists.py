# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the list or table that a text announces follows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile, zip_longest

from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.sections import level_of
from jvom.checks.views import DossierView, Texts, TextView
from jvom.text import CrossReference, List, Quote, Table

_PROMISED = Phrase(
    "volgende|onderstaande|hiernavolgende kind={word}? last=*en|*s .",
    "is|zijn|was|waren|luidt|luiden de|het volgende .",
)
#: How many passages after its announcement a table may come.
_TABLE_REACH = 60
_TABLE = "tabel|lijst|overzicht|opsomming"
_PICTURE = "figuur|grafiek|schema|kaart|afbeelding|foto"
_ANNOUNCED_TABLE = Phrase(
    f"onderstaand|onderstaande|hiernavolgend|hiernavolgende|volgende {_TABLE}|{_PICTURE}",
    f"hieronder|hierna volgt|staat|is|wordt {{word}}...4? {_TABLE}",
    f"hieronder|hierna vindt u {{word}}...4? {_TABLE}",
    f"de|het {_TABLE}|{_PICTURE} hieronder|hierna",
    # "Tabel 2 van de begroting" is in another paper, and "tabel 2.1" has another number.
    "tabel|figuur|grafiek|kaart|afbeelding {digits} other=van|in|uit|bij?",
    "tabel|figuur|grafiek|kaart|afbeelding {digits}other=(.{digits})",
)


def item_count(passage: Passage) -> int:
    """Return how many items the list has that a passage is in; 0 when it is in none."""
    return len(passage.block.items) if passage.kind == "item" and isinstance(passage.block, List) else 0


@rule("STR010", WARNING, Scope.TEXTS, loose=INFO)
def list_missing(texts: Texts) -> Iterator[Violation]:
    """A list or table that is announced does not follow."""
    if isinstance(texts, DossierView):
        yield from _regions_without_section(texts)
    places: dict[int, tuple[TextView, list[Passage], int]] = {}
    promises = {id(match.passage): match for match in _PROMISED.find(texts) if _ends_passage(match)}
    for text in texts.texts:
        passages = [passage for passage in text.passages if passage.kind not in ("footnote", "value")]
        above = 0
        for number, (passage, after) in enumerate(zip_longest(passages, passages[1:])):
            above = level_of(passage) if passage.kind == "heading" else above
            if passage.kind in ("paragraph", "item"):
                places[id(passage)] = text, passages, number
                promise, loose = promises.get(id(passage)), text.document == "tekst"
                below = level_of(after) if after and after.kind == "heading" else 0
                if not loose or below <= above:  # Headings of a lower level may be what is announced.
                    yield from _nothing_after(passage, after, promise, loose=loose)
                if passage.text.rstrip().endswith(":") and after and after.kind == "item":
                    yield from _sections_and_items(text, passage, after)
    for match in _ANNOUNCED_TABLE.find(texts):
        place = places.get(id(match.passage))
        # A number is often of a table in another paper, which only a dossier is not part of.
        numbered = match.text[-1].isdigit() and place is not None and place[0].document == "tekst"
        if place and "other" not in match and not numbered and not _list_follows(*place):
            yield violation(match.span, "no-table")


def _ends_passage(match: Match) -> bool:
    return not match.passage.text[match.end :].strip()


def _nothing_after(
    passage: Passage, after: Passage | None, promise: Match | None, *, loose: bool
) -> Iterator[Violation]:
    """Yield a colon, or an announcement (`promise`) at the end, after which nothing comes."""
    words, end = passage.text.rstrip(), len(passage.text)
    if words.endswith(":"):
        if not _follows(passage, after, loose=loose) and not _FORMULA.match_before(passage, end):
            start = passage.sentences[-1][0] if passage.sentences else 0
            yield violation(passage.span(start, end), "after-colon")
    elif promise and not _follows(passage, after, loose=loose) and not _is_elsewhere(promise):
        yield violation(promise.span, "promised")


def _is_elsewhere(promise: Match) -> bool:
    return (promise.part("kind") or promise.part("last")).startswith(tuple(word_class("elsewhere")))


_BY_REGION = Phrase("per regio:")


def _regions_without_section(dossier: DossierView) -> Iterator[Violation]:
    """Yield the regions in "per regio: Europa en Afrika" that have no section in the report."""
    known = {section.title.lower() for section in dossier.texts if section.document == "rapport"}
    known |= {row.region.lower() for row in dossier.dossier.mandates.rows}
    for match in _BY_REGION.find(dossier):
        for start, end in _names_after(match.passage, match.end):
            if not any(match.passage.lowered[start:end] in each for each in known):
                yield violation(match.passage.span(start, end), "no-region")


def _names_after(passage: Passage, offset: int) -> Iterator[tuple[int, int]]:
    """Yield the names, words with a capital side by side, from an offset up to a mark that ends the list."""
    tokens = passage.tokens
    numbers = takewhile(lambda each: tokens.forms[each] not in ".;:()", range(tokens.at(offset), len(tokens)))
    for is_name, run in groupby(numbers, key=lambda each: tokens.forms[each][0].isupper()):
        if is_name:
            name = list(run)
            yield tokens.starts[name[0]], tokens.ends[name[-1]]


def _sections_and_items(text: TextView, passage: Passage, first: Passage) -> Iterator[Violation]:
    """Yield a reference to sections on missions when the list below it has another number of items."""
    dossier = text.texts
    references = [part for part in passage.segments if isinstance(part.source, CrossReference)]
    if not isinstance(dossier, DossierView) or len(references) != 1 or "missies" not in passage.lowered:
        return
    source, items = references[0].source, item_count(first)
    targets = _targets(dossier, source) if isinstance(source, CrossReference) else ()
    missions = [section.missions if (section := dossier.text(each)) else () for each in targets]
    count = sum(map(len, missions))
    if all(missions) and len(targets) > 1 and items not in (len(targets), count):
        yield violation(passage.span_of(references[0]), "item-count", sections=count, items=items)


def _targets(dossier: DossierView, reference: CrossReference) -> tuple[str, ...]:
    """Return the ids of the sections that a reference covers, including those inside a range."""
    if not reference.through or len(reference.targets) != 2:
        return reference.targets
    ids = [entry.id for entry, _ in dossier.outline]
    first, last = (ids.index(target) if target in ids else 0 for target in reference.targets)
    return tuple(ids[first : last + 1])


_FORMULA = Phrase("besluit|besluiten (als volgt)? :", "goedgevonden en verstaan :", "bij deze :")
"""How a formal decision begins; its text follows the colon."""


def _follows(passage: Passage, after: Passage | None, *, loose: bool) -> bool:
    if after is None:
        return bool(passage.segments and passage.segments[-1].kind == "picture")
    if loose:
        return after.kind not in ("heading", "title")
    if (passage.kind == "item" and after.kind == "item") or any(
        part.kind == "picture" for part in after.segments
    ):
        return True
    return after.kind in ("item", "head", "cell", "quote", "alternative", "caption")


def _list_follows(text: TextView, passages: list[Passage], number: int) -> bool:
    """Tell whether a list, table or quotation follows, or the section has sections below it."""
    following = passages[number + 1 : number + _TABLE_REACH]
    if any(each.kind in ("item", "head", "cell", "quote", "alternative") for each in following):
        return True
    if any(isinstance(block, Table | List | Quote) for block in text.blocks):
        return any(isinstance(block, Table) and block.filled_with for block in text.blocks)
    return text.id in text.texts.with_sections
