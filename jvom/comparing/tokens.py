# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Splits the content of a paragraph into tokens: words, spaces, punctuation, notes and pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from msgspec.structs import replace

from jvom.plan import (
    CommentEnd,
    CommentStart,
    Format,
    Hyperlink,
    Image,
    Inline,
    LineBreak,
    Locked,
    Note,
    NumberReference,
    Revised,
    Run,
    SequenceNumber,
    plain_text,
)

# Signs that keep a word together when a letter or digit follows: "EU-missie", "1.300", "foto's", "en/of".
_TOKEN = re.compile(r"[^\W_](?:\w|[-.,:/@'’&+\u00ad\u2011](?=\w))*|\s|.", re.DOTALL)
_SOFT = "\u00ad"
_EQUAL = {"\u2011": "-", "\u00a0": " ", "\u202f": " "}
_SAME = str.maketrans(_EQUAL | {_SOFT: ""})
"""Typography that depends on the context or the column width, and so is no difference."""
_SAME_LENGTH = str.maketrans(_EQUAL)

NOTE = "\0note "
"""Prefix of the key of a note."""
_PLAIN = Run("")
_BAR = "\0bar"
_WORD = "\1"
"""Prefix of the key of a token that is no text but counts as a word."""


class Words:
    """The tokens of some content, with their keys and texts. Tokens with the same key are equal."""

    def __init__(self, content: Iterable[Inline]) -> None:
        self.keys: list[str] = []
        self.texts: list[str] = []
        self._inlines: list[Inline] = []
        self._addresses: list[str] = []
        for inline in _unlocked(content):
            match inline:
                case Run():
                    self._add_run(inline, "")
                case Hyperlink(address=address, content=runs):
                    for run in runs:
                        self._add_run(run, address)
                case _:
                    self._add([_key(inline)], [plain_text((inline,))], inline, "")

    def __len__(self) -> int:
        return len(self.keys)

    def _add_run(self, run: Run, address: str) -> None:
        texts: list[str] = _TOKEN.findall(run.text)
        if _SOFT in run.text:
            keys = [text.translate(_SAME) for text in texts]
        else:
            same = run.text.translate(_SAME_LENGTH)
            keys = texts if same == run.text else _TOKEN.findall(same)
        # A redacted word differs from the same word in the open.
        if suffix := f"\0{address}" if address else _BAR if run.style == "Gelakt" else "":
            keys = [key + suffix for key in keys]
        self._add(keys, texts, run, address)

    def _add(self, keys: list[str], texts: list[str], inline: Inline, address: str) -> None:
        self.keys += keys
        self.texts += texts
        self._inlines += [inline] * len(keys)
        self._addresses += [address] * len(keys)

    @cached_property
    def words(self) -> list[str]:
        """The keys of the words, which determine the similarity."""
        return only_words(self.keys)

    def notes(self) -> list[int]:
        """Return the indexes of the notes."""
        return [place for place, inline in enumerate(self._inlines) if isinstance(inline, Note)]

    def content(self, start: int = 0, end: int | None = None, *, fields: bool = True) -> tuple[Inline, ...]:
        """Return the tokens from `start` to `end` as content, with runs and links merged.

        Without `fields`, references are plain text.
        """
        made = _Content()
        for place in range(start, len(self) if end is None else end):
            inline = self._inlines[place]
            if isinstance(inline, Run):
                made.add_text(self.texts[place], inline, self._addresses[place])
            elif isinstance(inline, NumberReference | SequenceNumber) and not fields:
                made.add_text(inline.text, _PLAIN, "")
            else:
                made.add(inline)
        return made.finished()

    def content_since(
        self, start: int, end: int, old: Words, at: int, changed: Callable[[Note, Note], Note]
    ) -> tuple[Inline, ...]:
        """Return tokens as content with its changes in formatting from equal tokens of `old`, from `at` on.

        Runs have their former formatting; `changed` merges the old and new versions of a note.
        """
        made = _Content()
        for place in range(start, end):
            inline, was = self._inlines[place], old._inlines[at + place - start]
            if isinstance(inline, Run):
                looked = was if isinstance(was, Run) and _look(was) != _look(inline) else None
                made.add_text(self.texts[place], inline, self._addresses[place], looked)
            elif isinstance(inline, Note) and isinstance(was, Note) and inline != was:
                made.add(changed(was, inline))
            else:
                made.add(inline)
        return made.finished()


class _Content:
    """Collects text into runs, and runs into links."""

    def __init__(self) -> None:
        self._found: list[Inline] = []
        self._runs: list[Run] = []
        self._address = ""
        self._texts: list[str] = []
        self._run: Run | None = None
        self._looked: Run | None = None

    def add_text(self, text: str, run: Run, address: str, looked: Run | None = None) -> None:
        """Add text formatted like the run; before a revision, it was formatted like `looked`."""
        if run is not self._run or looked is not self._looked or address != self._address:
            if address != self._address:
                self._end_link()
                self._address = address
            elif self._run is None or _look(run) != _look(self._run) or _look(looked) != _look(self._looked):
                self._end_run()
            self._run, self._looked = run, looked
        self._texts.append(text)

    def add(self, inline: Inline) -> None:
        """Add an inline that is no text."""
        self._end_link()
        self._found.append(inline)

    def finished(self) -> tuple[Inline, ...]:
        """Return all that was added."""
        self._end_link()
        return tuple(self._found)

    def _end_run(self) -> None:
        if self._run is not None:
            former = self._looked and Format(self._looked.style, self._looked.language)
            self._runs.append(replace(self._run, text="".join(self._texts), former=former))
            self._texts = []
            self._run = None

    def _end_link(self) -> None:
        self._end_run()
        if self._address and self._runs:
            self._found.append(Hyperlink(self._address, tuple(self._runs)))
        else:
            self._found += self._runs
        self._runs = []


def _look(run: Run | None) -> tuple[str, str] | None:
    return None if run is None else (run.style, run.language)


def only_words(keys: Sequence[str]) -> list[str]:
    """Return the keys of words, not those of spaces, punctuation and notes."""
    return [key for key in keys if key[:1].isalnum() or key[:1] == _WORD]


def is_word(key: str) -> bool:
    """Tell whether a key is that of a word."""
    return key[:1].isalnum() or key[:1] == _WORD


def fingerprint(content: Iterable[Inline]) -> str:
    """Return a string that is equal for two contents with the same tokens, without making tokens."""
    found: list[str] = []
    for inline in _unlocked(content):
        match inline:
            case Run(text=text, style=style):
                found.append(f"{_BAR}{text}{_BAR}" if style == "Gelakt" else text)
            case Hyperlink(address=address):
                found.append(f"\0{address}\0{plain_text((inline,))}\0")
            case _:
                found.append(_key(inline))
    return "".join(found).translate(_SAME)


def _key(inline: Inline) -> str:
    match inline:
        case LineBreak():
            return "\n"
        case NumberReference(bookmark=bookmark):
            return f"{_WORD}number {bookmark}"
        case SequenceNumber(label=label):
            return f"{_WORD}caption {label}"  # its number is made anew, and may be in its bookmark
        case Note():
            return f"{NOTE}{_note_text(inline).translate(_SAME)}"
        case Image(data=data, description=description):
            return f"{_WORD}image {hash(data)} {len(data)} {description}"
        case _:
            raise ValueError("what has revisions can't be compared")


def _note_text(note: Note) -> str:
    """Return the text of a note, with a line for each paragraph."""
    return "\n".join(plain_text(paragraph.content) for paragraph in note.paragraphs)


def _unlocked(content: Iterable[Inline]) -> Iterator[Inline]:
    """Yield the content without content controls and comments."""
    for inline in content:
        match inline:
            case Locked(content=locked):
                yield from _unlocked(locked)
            case CommentStart() | CommentEnd():
                pass
            case Revised():
                raise ValueError("what has revisions can't be compared")
            case _:
                yield inline
