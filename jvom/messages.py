# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Messages to people, as values: a Dutch text with named placeholders, and what fills them.

The Dutch text is the key in the catalogue (gettext's msgid). Code that makes a message neither translates
nor prints it: ``cli`` chooses the catalogue and calls :meth:`Message.format`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import PurePath

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
    if isinstance(value, PurePath):
        return escape_controls(value.as_posix())
    return value if isinstance(value, int | float) else escape_controls(str(value))


def msg(text: str, /, **values: object) -> Message:
    """Make a message; the catalogue's extractor looks for calls of this name."""
    return Message(text, values)


def did_you_mean(
    word: str,
    known: list[str] | tuple[str, ...] | set[str],
    otherwise: Message | None = None,
) -> Message:
    """Return the advice "bedoelde u ...?", or the words to choose from when none is near.

    `otherwise` is the advice when nothing is known.
    """
    from difflib import get_close_matches

    near = get_close_matches(word, sorted(known), n=1)
    return _guess(near[0]) if near else _choice(known) or otherwise or msg("haal het weg")


def did_you_mean_id(id: str, known: Collection[str], define: Message | None = None) -> Message:
    """Return the advice on an id that is not known: the known one that it is like, or some to choose from.

    Of one that it is like, in capitals or not, two thirds is the same and all digits are: one number is no
    mistake for another. `define` ends the advice, and says in which file to add the id, if that can be.
    """
    from difflib import get_close_matches

    alike = {each.lower(): each for each in sorted(known) if _digits(each) == _digits(id)}
    if near := get_close_matches(id.lower(), sorted(alike), n=1, cutoff=2 / 3):
        guess = _guess(alike[near[0]])
        return msg("{guess} Zo niet: {define}", guess=guess, define=define) if define else guess
    choice = _choice(known)
    if choice and define:
        return msg("{choice}; of {define}", choice=choice, define=define)
    return choice or define or msg("haal het weg")


def guess_in(advice: Message) -> str:
    """Return the word that an advice guesses was meant; "" when it guesses none."""
    guess = advice.values.get("guess", "")
    return guess_in(guess) if isinstance(guess, Message) else str(guess)


def _guess(near: str) -> Message:
    return msg("bedoelde u «{guess}»?", guess=near)


def _choice(known: Collection[str]) -> Message | None:
    """Return the first of what is known, to choose from; None when nothing is."""
    if not known:
        return None
    some = sorted(known)
    return msg("kies uit: {known}", known=", ".join(some[:8]) + (", …" if len(some) > 8 else ""))


def _digits(id: str) -> str:
    return "".join(filter(str.isdigit, id))
