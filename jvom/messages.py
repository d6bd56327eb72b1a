# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Messages to people, as values: a Dutch text with named placeholders, and what fills them.

The Dutch text is the key in the catalogue (gettext's msgid). Code that makes a message neither translates
nor prints it: ``cli`` chooses the catalogue and calls :meth:`Message.format`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from jvom.escaping import escape_controls


class Message(msgspec.Struct, frozen=True):
    """A text with ``{named}`` placeholders and their values; a value may be a message itself.

    The text is jvom's own. A value may come from a file, and is shown in one line without control characters.
    """

    text: str
    values: Mapping[str, object] = {}

    def format(self, translate: Callable[[str], str] | None = None) -> str:
        """Return the sentence, its text first passed through `translate` (Dutch when None)."""
        text = translate(self.text) if translate else self.text
        if not self.values:
            return text.replace("{{", "{").replace("}}", "}")
        return text.format_map({name: _shown(value, translate) for name, value in self.values.items()})

    def __str__(self) -> str:
        return self.format()


def _shown(value: object, translate: Callable[[str], str] | None) -> object:
    if isinstance(value, Message):
        return value.format(translate)
    return value if isinstance(value, int | float) else escape_controls(str(value))


def msg(text: str, /, **values: object) -> Message:
    """Make a message; the catalogue's extractor looks for calls of this name."""
    return Message(text, values)


def did_you_mean(
    word: str,
    known: list[str] | tuple[str, ...] | set[str],
    otherwise: Message | None = None,
    *,
    is_id: bool = False,
) -> Message:
    """Return the advice "bedoelde u ...?", or the words to choose from when none is near.

    `otherwise` is the advice when nothing is known. Of an id two thirds is alike, and all digits are: one
    number is no mistake for another.
    """
    from difflib import get_close_matches

    alike = [each for each in sorted(known) if not is_id or _digits(each) == _digits(word)]
    near = get_close_matches(word, alike, n=1, cutoff=2 / 3 if is_id else 0.6)
    if near:
        return msg("bedoelde u «{guess}»?", guess=near[0])
    if not known:
        return otherwise or msg("haal het weg")
    some = sorted(known)
    return msg("kies uit: {known}", known=", ".join(some[:8]) + (", …" if len(some) > 8 else ""))


def _digits(id: str) -> str:
    return "".join(filter(str.isdigit, id))
