# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Streets with the postcode of a P.O. box, and boxes with the postcode of a street."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.analysis.postal_addresses import Postcode, find_postcodes, is_box
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView, Texts
from jvom.source import Span


@rule("LET010", WARNING, Scope.TEXTS)
def address_mixed(texts: Texts) -> Iterator[Violation]:
    """An address mixes a street with the postcode of a PO box."""
    known: dict[str, tuple[str, Span]] = {}
    for passage, before in _lines(texts):
        for postcode in find_postcodes(passage.text, before):
            code = passage.text[postcode.start : postcode.end]
            span = passage.span() if passage.kind == "value" else passage.span_of(postcode)
            if wrong := _mismatch(postcode):
                yield violation(span, wrong, code=code)
            elif isinstance(texts, DossierView) and postcode.address:
                plain, other = known.setdefault(postcode.address, (code.replace(" ", ""), span))
                if plain != code.replace(" ", ""):
                    yield violation(span, "two-postcodes", at=postcode.address, related=other)
        if passage.label == "visiting" and is_box(passage.text):
            yield violation(passage.span(), "visiting-box")


_LONGEST_LINE = 60


def _lines(texts: Texts) -> Iterator[tuple[Passage, str]]:
    """Yield each passage and line of an address with the line before it, "" after a long one."""
    for text in texts.texts:
        before = ""
        for passage in text.passages:
            yield passage, before
            before = passage.text if len(passage.text) < _LONGEST_LINE else ""


def _mismatch(postcode: Postcode) -> str:
    """Return the id of what is wrong with a postcode behind a street or a box, if anything."""
    number = postcode.digits
    if postcode.place == "box" and number % 100 >= 10 and number % 10:
        return "no-box-postcode"
    return "box-postcode" if postcode.place == "street" and _is_box_postcode(number) else ""


def _is_box_postcode(number: int) -> bool:
    if number % 100 < 10 and number // 100 in (10, 25, 30, 35):
        return True
    return number % 10 == 0 and number != 1060
