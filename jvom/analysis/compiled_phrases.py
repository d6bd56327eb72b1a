# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The sequences that phrases describe, compiled when the package is built: ``jvom/data/phrases.msgpack``.

Reading hundreds of phrases costs more than finding them. A phrase that the file does not have, since a rule
makes it of names in the dossier, is read when it is first used; and so are all if the file is out of date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import msgspec

from jvom.analysis import phrase_grammar, phrase_items, tokens, traits
from jvom.analysis.caching import cached
from jvom.analysis.entities import KINDS
from jvom.analysis.phrase_grammar import parse
from jvom.analysis.phrase_items import Atom, Hyphened, Item, Sequence, Words
from jvom.data import DATA

Kind = TypeVar("Kind")

_FILE = DATA / "phrases.msgpack"
#: What the file depends on beside the phrases themselves.
_SOURCES = (
    phrase_grammar.__file__,
    phrase_items.__file__,
    tokens.__file__,
    traits.__file__,
    DATA / "lexicon/classes.txt",
)


class Required(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An item of a sequence that is words and not optional: its number there, and that of its words.

    It `is_one` when it is just one token, so that required items before and after it are its neighbours.
    """

    item: int
    words: int
    is_one: bool


class Option:
    """One of the sequences of a phrase: what it `requires`, and the `words` of each of those items.

    `atoms` are the items of a sequence that is encoded, by their numbers.
    """

    def __init__(
        self,
        requires: tuple[Required, ...],
        words: tuple[Words, ...],
        sequence: Sequence | bytes,
        atoms: Mapping[int, Atom],
    ) -> None:
        self.requires, self.words, self._sequence, self._atoms = requires, words, sequence, atoms

    @cached
    def sequence(self) -> Sequence:
        """Its items."""
        if not isinstance(self._sequence, bytes):
            return self._sequence
        return tuple(
            [
                Item(self._atoms[atom], name, optional, joined, most)
                for atom, name, optional, joined, most in _ITEMS.decode(self._sequence)
            ]
        )

    @cached
    def forms(self) -> tuple[frozenset[str], ...]:
        """Sets of words and marks, in small letters, of each of which a text must have one."""
        return tuple([words.small_forms for words in self.words if words.is_whole])


class _File(msgspec.Struct, frozen=True, array_like=True):
    """The file, whose bytes are encoded values: a run decodes those that it needs.

    `atoms` are the items of sequences by number, `numbers` of each word or mark those of the words that it is
    one of, and `by_ends` those of words that are given by their ends. `phrases` has of each sequence the
    numbers of all words that it needs and, encoded, what it requires and its items with the numbers of atoms.
    """

    checksum: int
    atoms: tuple[bytes, ...]
    numbers: bytes
    by_ends: tuple[int, ...]
    phrases: dict[str, bytes]


_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_FILE_DECODER = msgspec.msgpack.Decoder(_File)
_ATOM = msgspec.msgpack.Decoder(Atom)
_WORDS = msgspec.msgpack.Decoder(Words)
_NUMBERS = msgspec.msgpack.Decoder(dict[str, tuple[int, ...]])
_PHRASE = msgspec.msgpack.Decoder(tuple[tuple[frozenset[int], tuple[Required, ...], bytes], ...])
_ITEMS = msgspec.msgpack.Decoder(tuple[tuple[int, str, bool, bool, int], ...])


class _Decoded(dict[int, Kind]):
    """Values by their numbers, each decoded when it is first used."""

    def __init__(self, encoded: tuple[bytes, ...], decoder: msgspec.msgpack.Decoder[Kind]) -> None:
        super().__init__()
        self._encoded, self._decoder = encoded, decoder

    def __missing__(self, number: int) -> Kind:
        value = self[number] = self._decoder.decode(self._encoded[number])
        return value


class _Compiled:
    """The file, with its atoms and those of them that are words."""

    def __init__(self, file: _File) -> None:
        self.file = file
        self.atoms, self.words = _Decoded(file.atoms, _ATOM), _Decoded(file.atoms, _WORDS)

    def options(self, phrase: bytes, present: Set[int] | None) -> tuple[Option, ...]:
        """Return the sequences of an encoded phrase that may be where these words are `present`."""
        return tuple(
            [
                Option(requires, tuple([self.words[each.words] for each in requires]), items, self.atoms)
                for needs, requires, items in _PHRASE.decode(phrase)
                if present is None or needs <= present
            ]
        )


def options(phrase: str, present: Set[int] | None = None) -> tuple[Option, ...]:
    """Return the sequences of a phrase. Raises PhraseError for one that can't be read.

    With the numbers of the words that are `present` somewhere, as `words_present` returns them, those that
    require others may be left out.
    """
    known = _compiled()
    if known is None or (encoded := known.file.phrases.get(phrase)) is None:
        return tuple(map(option, parse(phrase, KINDS)))
    return known.options(encoded, present)


def words_present(forms: Set[str]) -> frozenset[int]:
    """Return the numbers of the words in the compiled phrases that may be among some forms (small letters).

    Words that are given by their ends always may: finding out costs as much as looking for their phrases.
    """
    known = _compiled()
    if known is None:
        return frozenset()
    numbers = _NUMBERS.decode(known.file.numbers)
    return frozenset(known.file.by_ends).union(*[numbers[form] for form in numbers.keys() & forms])


def option(sequence: Sequence) -> Option:
    """Return a sequence as an option."""
    atoms: dict[Atom, int] = {}
    requires = tuple(_required(sequence, atoms))
    words = tuple(map(_words, atoms))
    return Option(requires, tuple([words[each.words] for each in requires]), sequence, {})


def compiled(phrases: Iterable[str]) -> bytes:
    """Return what ``phrases.msgpack`` must be for some phrases. Raises PhraseError for a bad one."""
    atoms: dict[Atom, int] = {}
    encoded, needed = {}, set[int]()
    for phrase in sorted(set(phrases)):
        sequences = []
        for sequence in parse(phrase, KINDS):
            items = [
                (atoms.setdefault(item.atom, len(atoms)), item.name, item.optional, item.joined, item.most)
                for item in sequence
            ]
            requires = tuple(_required(sequence, atoms))
            needs = frozenset(each.words for each in requires)
            sequences.append((needs, requires, _encode(items)))
            needed |= needs
        encoded[phrase] = _encode(sequences)
    words = {number: _words(atom) for atom, number in atoms.items() if number in needed}
    numbers: dict[str, list[int]] = {}
    for number, each in words.items():
        for form in each.small_forms:
            numbers.setdefault(form, []).append(number)
    by_ends = tuple(number for number, each in words.items() if not each.is_whole)
    return _encode(_File(_checksum(), tuple(map(_encode, atoms)), _encode(numbers), by_ends, encoded))


def _required(sequence: Sequence, atoms: dict[Atom, int]) -> Iterator[Required]:
    """Yield the items that are words and not optional; their words get numbers in `atoms`."""
    for number, item in enumerate(sequence):
        if isinstance(item.atom, Words | Hyphened) and not item.optional:
            words = item.atom if isinstance(item.atom, Words) else item.atom.part
            is_one = words is item.atom and item.most == 1
            yield Required(number, atoms.setdefault(words, len(atoms)), is_one)


def _words(atom: Atom) -> Words:
    assert isinstance(atom, Words)
    return atom


@cache
def _compiled() -> _Compiled | None:
    """Return the compiled phrases; None when there is no file, or an old one."""
    try:
        file = _FILE_DECODER.decode(_FILE.read_bytes())
        return _Compiled(file) if file.checksum == _checksum() else None
    except (OSError, msgspec.DecodeError):
        return None


def _checksum() -> int:
    found = 0
    for source in _SOURCES:
        found = crc32(Path(source).read_bytes(), found)
    return found
