# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The comments of a returned file as remarks: new ones, and what became of those that were sent."""

from __future__ import annotations

from collections.abc import Mapping, Set

import msgspec

from jvom.exchange.arrival import Arrival
from jvom.exchange.markdown import typed_remark
from jvom.exchange.notices import Notice, one_line, shortened
from jvom.messages import msg
from jvom.reading.word.comments import Said
from jvom.source import Span
from jvom.text import Remark

_OURS = "jvom"


class Remarks(msgspec.Struct, frozen=True, kw_only=True):
    """The comments of a returned file as remarks.

    `typed` has what each leaves where it stands, by the character that stands for it, and `new` those that
    the text did not have. `changed` has another text, "" for none, for remarks that the text had, by their
    place in the fragment. `above` are new remarks on nothing in the text, such as its title.
    """

    typed: Mapping[str, str]
    new: frozenset[str]
    changed: Mapping[int, str]
    above: tuple[str, ...]
    notices: tuple[Notice, ...]


def read_comments(arrival: Arrival, placed: Set[str], in_title: Set[str]) -> Remarks:
    """Return the comments of a file; `placed` are the characters in its text, `in_title` in its title."""
    returned, fragment = arrival.returned, arrival.sent.fragment
    waiting: dict[str, list[int]] = {}
    for place, remark in enumerate(fragment.remarks):
        waiting.setdefault(one_line(remark.text), []).append(place)
    sent = {one_line(each) for each in arrival.origin.comments}
    typed: dict[str, str] = {}
    changed: dict[int, str] = {}
    new: list[str] = []
    above: list[str] = []
    notices: list[Notice] = []
    left_out = 0
    for char, said in (*returned.comments.items(), *(("", each) for each in returned.loose)):
        same = waiting.get(one_line(said.text))
        place = same.pop(0) if same else -1
        is_left_out = said.resolved and not arrival.with_resolved
        left_out += is_left_out
        if place >= 0 and fragment.remarks[place].span.line < fragment.body_line:
            if is_left_out:
                notices.append(_above_the_text(arrival, place))
            place = -1  # remarks above the text stay as they are, and a reply to one comes in below
        if place >= 0:
            before = typed_remark(fragment.remarks[place])
            after = "" if is_left_out else _joined(said, arrival) if said.replies else before
            if after != before:
                changed[place] = after
                new += [after] if after else []
            typed[char] = after if fragment.remarks[place].within else ""
            continue
        # What a check found, or a remark in a data file, is not repeated in the text, but a reply to it is.
        repeats = one_line(said.text) in sent or said.author == _OURS
        if is_left_out or (repeats and not said.replies):
            continue
        context = "bij de titel" if char in in_title else ""
        typed[char] = _joined(said, arrival, repeats=repeats, context=context)
        new.append(typed[char])
        if char not in placed:
            above.append(typed[char])
    if left_out:
        notices.append(
            Notice(msg("afgehandelde opmerkingen die niet overgenomen zijn: {count}", count=left_out))
        )
    if arrival.carries_origin:
        for place in sorted(place for places in waiting.values() for place in places):
            remark = fragment.remarks[place]
            if one_line(remark.text) not in sent:
                continue
            if remark.span.line < fragment.body_line:
                notices.append(_above_the_text(arrival, place))
                continue
            changed[place] = ""
            what = msg("een opmerking is in Word verwijderd: «{text}»", text=shortened(remark.text))
            notices.append(Notice(what))
    return Remarks(
        typed=typed, new=frozenset(new), changed=changed, above=tuple(above), notices=tuple(notices)
    )


def _joined(said: Said, arrival: Arrival, *, repeats: bool = False, context: str = "") -> str:
    """Return a comment and the replies to it as one remark."""
    first = f"bij «{shortened(said.text)}»" if repeats else said.text
    lines = [f"{context}: {first}" if context else first]
    lines += [f"{reply.author}: {reply.text}" if reply.author else reply.text for reply in said.replies]
    author = "" if repeats else said.author
    return typed_remark(Remark("\n".join(lines), author, said.date, Span(arrival.path)))


def _above_the_text(arrival: Arrival, place: int) -> Notice:
    """Return that a remark in the front matter is gone or dealt with, and has to be taken out by hand."""
    remark = arrival.sent.fragment.remarks[place]
    what = msg(
        "de opmerking op regel {line} van {path} is afgehandeld of verwijderd; haal die daar zelf weg",
        line=remark.span.line,
        path=arrival.path_of_text,
    )
    return Notice(what, person=True)
