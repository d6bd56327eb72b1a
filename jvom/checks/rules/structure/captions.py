# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures and tables that can be referred to, and are not."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView, Texts
from jvom.dutch.patterns import pattern
from jvom.resolving.captions import find_captions
from jvom.text import CrossReference, walk_blocks

_TYPED = pattern(
    r"(?P<number>(?:[Ff]iguur|[Ff]ig\.|[Tt]abel|[Aa]fbeelding|[Kk]aart)\s+\d{1,3})(?=[.:;,)\s]|$)"
)


@rule("STR012", WARNING, Scope.DOSSIER)
def caption_unreferenced(dossier: DossierView) -> Iterator[Violation]:
    """No text refers to a picture or table that has a name for that."""
    captions = [each for each in find_captions(dossier.dossier) if each.name]
    used: dict[str, tuple[str, ...]] = {}
    for fragment in dossier.dossier.fragments:
        for inline in walk_blocks(fragment.all_blocks):
            if isinstance(inline, CrossReference):
                used |= dict.fromkeys(inline.targets, inline.targets if inline.through else ())
    ranges = [pair for pair in used.values() if pair]
    numbers = {each.name: each.number for each in captions}
    for each in captions:
        is_within = any(
            numbers.get(first, 0) <= each.number <= numbers.get(last, 0) and first[:4] == each.name[:4]
            for first, last in ranges
        )
        if each.name not in used and not is_within:
            yield violation(each.span, name=each.name, reference=f"[](#{each.name})")


@rule("STR013", ERROR, Scope.TEXTS)
def caption_numbered_by_hand(texts: Texts) -> Iterator[Violation]:
    """A caption begins with the number that jvom already prints before it."""
    for text in texts.texts:
        is_typed = text.fragment is not None and text.fragment.word is None
        for passage in text.passages_of("caption") if is_typed else ():
            if typed := _TYPED.match(passage.text):
                yield violation(passage.span(typed.start(), typed.end()), typed=typed["number"])
