# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The sequences that phrases describe, compiled when the package is built: ``jvom/data/phrases.msgpack``.

Reading hundreds of phrases costs more than finding them. A phrase that the file does not have, since a rule
makes it of names in the dossier, is read when it is first used; and so are all if the file is out of date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec

from jvom.analysis import phrase_grammar, phrase_items, phrase_needs, tokens, traits
from jvom.analysis.caching import cached
from jvom.analysis.entities import KINDS
from jvom.analysis.phrase_grammar import parse
from jvom.analysis.phrase_items import Atom, Item, Sequence, Words
from jvom.analysis.phrase_needs import needed_sets, required_words
from jvom.data import DATA

_FILE = DATA / "phrases.msgpack"
#: What the file depends on beside the phrases themselves.
_SOURCES = (
    phrase_grammar.__file__,
    phrase_items.__file__,
    phrase_needs.__file__,
    tokens.__file__,
    traits.__file__,
    DATA / "lexicon/classes.txt",
    __file__,
)


class Required(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An item of a sequence that is words and not optional: its number there, and that of its words.

    `least` and `most` are the numbers of tokens that may be before it.
    """

    item: int
    words: int
    least: int
    most: int


class Option:
    """One of the sequences of a phrase: what it `requires`, by numbers of `atoms`, and its items.

    Texts that have it have one of each set of words, or pairs of words, in `needed`. What is encoded is
    decoded when it is first used.
    """

    def __init__(
        self,
        needed: tuple[tuple[str, ...], ...],
        requires: tuple[Required, ...] | bytes,
        sequence: Sequence | bytes,
        atoms: Mapping[int, Any],
    ) -> None:
        self.needed, self._requires, self._sequence, self._atoms = needed, requires, sequence, atoms

    @cached
    def requires(self) -> tuple[Required, ...]:
        """Its items that are words and not optional, in order."""
        return _REQUIRES.decode(self._requires) if isinstance(self._requires, bytes) else self._requires

    @cached
    def words(self) -> tuple[Words, ...]:
        """The words of each item that it requires."""
        return tuple([self._atoms[each.words] for each in self.requires])

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

    `atoms` are the items of sequences by number. `phrases` has of each sequence the words that it needs and,
    encoded once more, what it requires and its items with the numbers of atoms.
    """

    checksum: int
    atoms: tuple[bytes, ...]
    phrases: dict[str, bytes]


_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_FILE_DECODER = msgspec.msgpack.Decoder(_File)
_ATOM = msgspec.msgpack.Decoder(Atom)
_PHRASE = msgspec.msgpack.Decoder(tuple[tuple[tuple[tuple[str, ...], ...], bytes, bytes], ...])
_REQUIRES = msgspec.msgpack.Decoder(tuple[Required, ...])
_ITEMS = msgspec.msgpack.Decoder(tuple[tuple[int, str, bool, bool, int], ...])


class _Atoms(dict[int, Any]):
    """Atoms by their numbers, each decoded when it is first used."""

    def __init__(self, encoded: tuple[bytes, ...] = ()) -> None:
        super().__init__()
        self._encoded = encoded

    def __missing__(self, number: int) -> Atom:
        atom = self[number] = _ATOM.decode(self._encoded[number])
        return atom


def options(phrase: str) -> tuple[Option, ...]:
    """Return the sequences of a phrase. Raises PhraseError for one that can't be read."""
    phrases, atoms = _compiled()
    if (encoded := phrases.get(phrase)) is None:
        return tuple(map(option, parse(phrase, KINDS)))
    return tuple([Option(*option, atoms) for option in _PHRASE.decode(encoded)])


def option(sequence: Sequence) -> Option:
    """Return a sequence as an option."""
    required = list(required_words(sequence))
    requires = [Required(item, at, least, most) for at, (item, _, least, most) in enumerate(required)]
    return Option((), tuple(requires), sequence, dict(enumerate([each[1] for each in required])))


def compiled(phrases: Iterable[str]) -> bytes:
    """Return what ``phrases.msgpack`` must be for some phrases. Raises PhraseError for a bad one."""
    atoms: dict[Atom, int] = {}
    encoded = {}
    for phrase in sorted(set(phrases)):
        sequences = []
        for sequence in parse(phrase, KINDS):
            items = [
                (atoms.setdefault(item.atom, len(atoms)), item.name, item.optional, item.joined, item.most)
                for item in sequence
            ]
            requires = [
                Required(item, atoms.setdefault(words, len(atoms)), least, most)
                for item, words, least, most in required_words(sequence)
            ]
            needed = list(map(sorted, needed_sets(sequence)))
            sequences.append((needed, _encode(requires), _encode(items)))
        encoded[phrase] = _encode(sequences)
    return _encode(_File(checksum(), tuple(map(_encode, atoms)), encoded))


@cache
def _compiled() -> tuple[Mapping[str, bytes], _Atoms]:
    """Return the compiled phrases and their atoms; none when there is no file, or an old one."""
    try:
        file = _FILE_DECODER.decode(_FILE.read_bytes())
    except (OSError, msgspec.DecodeError):
        return {}, _Atoms()
    return (file.phrases, _Atoms(file.atoms)) if file.checksum == checksum() else ({}, _Atoms())


@cache
def checksum() -> int:
    """Return the checksum of all that compiled phrases depend on beside what is typed."""
    found = 0
    for source in _SOURCES:
        found = crc32(Path(source).read_bytes(), found)
    return found
