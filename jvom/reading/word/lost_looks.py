# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Looks of words that a fragment has no marks for: underlined, struck out, highlighted, raised or lowered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from jvom.messages import Message, msg
from jvom.ooxml.names import qnames
from jvom.ooxml.tree import find, is_on, value
from jvom.reading.word.shown_words import is_unread

_RUN, _TEXT = qnames("w:r w:t")
_LINKS = frozenset({"hyperlink", "internetlink"})
_LOOKS = ("underlined", "struck", "highlighted", "raised")
_MOST = 5


def lost_looks(roots: Iterable[etree._Element]) -> list[Message]:
    """Return which words below the roots look as no fragment can say (ECMA-376-1, 17.3.2)."""
    found: dict[str, list[str]] = {}
    for root in roots:
        last: tuple[str, etree._Element | None] = ("", None)
        for run in root.iter(_RUN):
            words = "".join(each.text or "" for each in run.iter(_TEXT))
            if not words.strip() or is_unread(run):
                continue
            for look in _looks(run):
                if last == (look, run.getprevious()):
                    found[look][-1] += words
                else:
                    found.setdefault(look, []).append(words)
                last = (look, run)
    return [_said(look, found[look]) for look in _LOOKS if look in found]


def _said(look: str, found: list[str]) -> Message:
    shown = [f"«{' '.join(each.split())}»" for each in found[:_MOST]]
    words = ", ".join([*shown, "…"] if len(found) > _MOST else shown)
    match look:
        case "underlined":
            return msg("onderstreept, wat niet is overgenomen: {words}", words=words)
        case "struck":
            return msg("doorgehaald, wat niet is overgenomen: {words}", words=words)
        case "highlighted":
            return msg("met kleur gemarkeerd, wat niet is overgenomen: {words}", words=words)
    return msg("hoog of laag gezet, wat niet is overgenomen: {words}", words=words)


def _looks(run: etree._Element) -> Iterator[str]:
    underline = find(run, "w:rPr/w:u")
    is_link = value(find(run, "w:rPr/w:rStyle")).lower() in _LINKS
    if underline is not None and value(underline) not in ("", "none") and not is_link:
        yield "underlined"
    if any(is_on(find(run, f"w:rPr/w:{name}")) for name in ("strike", "dstrike")):
        yield "struck"
    highlight = find(run, "w:rPr/w:highlight")
    if highlight is not None and value(highlight) not in ("", "none"):
        yield "highlighted"
    is_raised = value(find(run, "w:rPr/w:position"), "0") not in ("0", "")
    if is_raised or value(find(run, "w:rPr/w:vertAlign")) in ("superscript", "subscript"):
        yield "raised"
