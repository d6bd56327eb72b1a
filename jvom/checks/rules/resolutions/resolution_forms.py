# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How the texts write the resolutions that they name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.resolutions import ResolutionMention, write_resolutions
from jvom.checks.outliers import outliers
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, quoted_at, rule
from jvom.checks.rules.resolutions.named_resolutions import NamedResolution, named_resolutions
from jvom.checks.rules.resolutions.security_council import resolutions
from jvom.checks.views import DossierView, Texts
from jvom.findings import Fix
from jvom.messages import msg


@rule("RES003", WARNING, Scope.TEXTS)
def resolution_without_year(texts: Texts) -> Iterator[Violation]:
    """The first mention of a resolution lacks the year."""
    seen: set[tuple[str, int]] = set()
    known = resolutions()
    for passage, mention, document in texts.memo(named_resolutions):
        first = (document, mention.number) not in seen
        seen.add((document, mention.number))
        if not first or mention.year is not None:
            continue
        year = known.year_of(mention.number)
        start, end = passage.sentence_at(mention.start)
        if year and str(year) in passage.text[start:end]:
            continue
        whole = write_resolutions([mention.number], year)
        yield Violation(
            passage.span_of(mention),
            msg("resolutie {number} staat hier voor het eerst, zonder jaar", number=mention.number),
            msg("schrijf «{whole}»", whole=whole) if year else msg("zet het jaar erachter"),
        )


@rule("RES004", WARNING, Scope.TEXTS, fixable=True)
def resolution_form(texts: Texts) -> Iterator[Violation]:
    """A resolution is written otherwise than in the house style, or than elsewhere in the text."""
    for match in _WITH_POINT.find(texts, Reads.TYPED):
        number = match.part("number").replace(".", "")
        what = msg("het nummer van een resolutie heeft geen punt")
        yield Violation(match.span, what, msg("schrijf «{number}»", number=number))
    by_document: dict[str, list[NamedResolution]] = {}
    for named in texts.memo(named_resolutions):
        passage, mention, document = named
        if passage.is_typed(mention.start, mention.end):
            by_document.setdefault(document, []).append(named)
    for group in by_document.values():
        yield from _other_than_house(group) if isinstance(texts, DossierView) else _mixed_forms(group)


_WITH_POINT = Phrase(
    "VNVR-resolutie|VNVR-resoluties|VN-resolutie|VN-resoluties|veiligheidsraadresolutie*"
    " number=({digits}.{digits})"
)


def _other_than_house(group: list[NamedResolution]) -> Iterator[Violation]:
    for named, after in zip_longest(group, group[1:]):
        passage, mention, _ = named
        listed = after is not None and after.passage is passage
        if not _is_house_form(passage, mention, listed=listed):
            yield Violation(
                passage.span_of(mention),
                msg("het huis schrijft een resolutie anders"),
                msg("schrijf «{whole}»", whole=_in_house_form(mention)),
                _in_house_words(passage, mention),
            )


def _mixed_forms(group: list[NamedResolution]) -> Iterator[Violation]:
    for found in outliers(group, lambda each: _form(each.passage, each.mention)):
        passage, mention, _ = found.item
        where, example, _ = found.example
        yield Violation(
            passage.span_of(mention),
            msg("elders staat een resolutie als «{words}»", words=example.text),
            msg("schrijf het overal op dezelfde manier"),
            related=quoted_at(where.span_of(example), example.text),
        )


def _form(passage: Passage, mention: ResolutionMention) -> str:
    """Return the form in which a resolution is written, ignoring the capital that begins a sentence."""
    word = mention.word.replace("esoluties", "esolutie")
    # Only the first number of a list has the word.
    begins = mention.text[:1].isdigit() or passage.sentence_at(mention.start)[0] == mention.start
    return word[:1].lower() + word[1:] if begins and word[1:2].islower() else word


def _is_house_form(passage: Passage, mention: ResolutionMention, *, listed: bool) -> bool:
    """Tell whether a mention, possibly in a list, has the house form."""
    if mention.word not in ("VNVR-resolutie", "VNVR-resoluties") or mention.year_form not in ("", "brackets"):
        return False
    if not mention.year_form and _YEAR_AFTER_COMMA.match_at(passage, mention.end):
        return False
    if not mention.text.startswith("VNVR"):
        return True
    return (listed or not mention.word.endswith("s")) and _is_plain(mention)


_YEAR_AFTER_COMMA = Phrase(", {year}")


def _is_plain(mention: ResolutionMention) -> bool:
    """Tell whether a mention is just its word, its number and perhaps its year in brackets."""
    year = f" ({mention.year})" if mention.year_form == "brackets" else ""
    return " ".join(mention.text.split()) == f"{mention.word} {mention.number}{year}"


def _in_house_form(mention: ResolutionMention) -> str:
    return write_resolutions([mention.number], mention.year if mention.year_form else None)


def _in_house_words(passage: Passage, mention: ResolutionMention) -> Fix | None:
    """Return the fix for a mention of just a word, number and year; it keeps number and year."""
    after = passage.text[mention.end : mention.end + 12].lower()
    if after.startswith((" van de v", " en ", ", ", "/")):
        return None
    if not _is_plain(mention) or mention.word.lower().endswith("s"):
        return None
    return replace(passage, mention.start, mention.end, _in_house_form(mention))


RULES = (resolution_without_year, resolution_form)
