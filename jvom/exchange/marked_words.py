# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that not everybody may see: an import stops when they come back without their mark."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jvom.dutch.typography import untypeset
from jvom.exchange.arrival import Arrival
from jvom.exchange.leaves import words
from jvom.exchange.markdown import pieces_of
from jvom.exchange.marks import is_withheld
from jvom.exchange.notices import one_line
from jvom.exchange.origin import Mark
from jvom.exchange.pieces import words_of
from jvom.exchange.returned_leaves import StandIns, controls, returned_pieces
from jvom.messages import msg
from jvom.source import CannotRun, Problem, Span
from jvom.text import PERSONAL, contents_of

_WORD = re.compile(r"\w+")
_IN_A_ROW = 6
"""How many words of a passage that is withheld are the same passage."""


def refuse_unmarked(arrival: Arrival) -> None:
    """Raise CannotRun when marked words came back, in the text or in a comment, where no mark is on them."""
    withheld = [mark for mark in arrival.origin.marks if is_withheld(mark.typed)]
    if not withheld:
        return
    before, after = _unmarked_before(arrival), _unmarked_after(arrival)
    problems = [
        Problem(
            Span(arrival.path),
            msg("«{words}» is in dit bestand niet meer gemarkeerd", words=mark.printed),
            msg(
                "zet de woorden in Word terug zoals ze verstuurd zijn, of haal ze weg; er is niets ingelezen"
            ),
        )
        for mark in withheld
        if any(
            _occurrences(secret, after) > _occurrences(secret, before) for secret in _secrets(mark, before)
        )
    ]
    if problems:
        raise CannotRun([each for at, each in enumerate(problems) if each not in problems[:at]])


def _unmarked_before(arrival: Arrival) -> str:
    """Return the words that anybody may see of the text that was sent: title, text and notes."""
    printed = _public(arrival)
    notes = (content for note in arrival.sent.fragment.footnotes for content in contents_of(note.blocks))
    filled = {leaf.filled for leaf in arrival.sent.leaves if leaf.filled}
    return _one_text(
        [
            arrival.origin.title,
            *(words(leaf, printed) for leaf in arrival.sent.leaves),
            *(words_of(pieces_of(content), printed) for content in notes),
            *(shown for typed, shown in printed.items() if any(name in typed for name in filled)),
        ]
    )


def _unmarked_after(arrival: Arrival) -> str:
    """Return those of the returned file, with new comments and what was typed in the box."""
    returned, printed = arrival.returned, _public(arrival)
    marks, unknown = controls(returned, arrival.origin.marks)
    stand_ins = StandIns(marks=marks, words=unknown)
    sent = {one_line(each) for each in arrival.origin.comments}
    comments = [*returned.comments.values(), *returned.loose]
    return _one_text(
        [
            *(
                words_of(returned_pieces(content, stand_ins), printed)
                for content in (returned.fragment.title, *contents_of(returned.fragment.all_blocks))
            ),
            *(each.text for each in comments if one_line(each.text) not in sent),
            *(reply.text for each in comments for reply in each.replies),
            *returned.in_box,
        ]
    )


def _public(arrival: Arrival) -> dict[str, str]:
    """Return what the marks print that withhold nothing, by how they are typed."""
    return {mark.typed: mark.printed for mark in arrival.origin.marks if not is_withheld(mark.typed)}


def _one_text(parts: Iterable[str]) -> str:
    return untypeset("\n".join(parts))


def _occurrences(phrase: str, text: str) -> int:
    pattern = r"\s+".join(re.escape(word) for word in untypeset(phrase).split())
    return len(re.findall(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)) if pattern else 0


def _secrets(mark: Mark, before: str) -> list[str]:
    """Return the words that must not be seen: all, and what gives them away.

    Of personal data that is each name that is nowhere else; of other words, some in a row.
    """
    if PERSONAL in mark.typed:
        names = [
            each
            for each in _WORD.findall(mark.printed)
            if len(each) > 2 and each[0].isupper() and not _occurrences(each, before)
        ]
        return [mark.printed, *names]
    words = mark.printed.split()
    return [" ".join(words[at : at + _IN_A_ROW]) for at in range(max(1, len(words) - _IN_A_ROW + 1))]
