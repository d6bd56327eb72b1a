# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a person must know about a text that was imported."""

from __future__ import annotations

import re

import msgspec

from jvom.dutch.typography import untypeset
from jvom.exchange.pieces import as_typed
from jvom.messages import Message

_WORD = re.compile(r"\w+")
_LONGEST = 300


class Notice(msgspec.Struct, frozen=True):
    """Something to know about an imported text; with `person`, somebody must act on it."""

    what: Message
    person: bool = False


def one_line(text: str) -> str:
    """Return a text on one line in lower case, as typed."""
    return " ".join(untypeset(text).split()).lower()


def shortened(text: str) -> str:
    """Return a text short enough for a message."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def words_in(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return _WORD.findall(as_typed(text).lower())
