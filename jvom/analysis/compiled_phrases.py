# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The sequences that phrases describe, compiled when the package is built: ``jvom/data/phrases.json``.

Reading hundreds of phrases costs more than finding them. A phrase that the file does not have, since a rule
makes it of names in the dossier, is read when it is first used; and so are all if the file is out of date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache
from pathlib import Path
from typing import TypeAlias
from zlib import crc32

import msgspec

from jvom.analysis import phrase_grammar, phrase_items, tokens, traits
from jvom.analysis.caching import cached
from jvom.analysis.entities import KINDS
from jvom.analysis.phrase_grammar import parse
from jvom.analysis.phrase_items import Atom, Hyphened, Item, Sequence, Words
from jvom.data import DATA

_FILE = DATA / "phrases.json"
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
    """One of the sequences of a phrase: what it `requires`, with the numbers of these words in `atoms`."""

    def __init__(self, requires: Iterable[Required], atoms: Atoms, sequence: Sequence | msgspec.Raw) -> None:
        self.requires, self.atoms, self._sequence = tuple(requires), atoms, sequence

    @cached
    def sequence(self) -> Sequence:
        """Its items."""
        if not isinstance(self._sequence, msgspec.Raw):
            return self._sequence
        return tuple(
            [
                Item(self.atoms[atom], name, optional, joined, most)
                for atom, name, optional, joined, most in _ITEMS.decode(self._sequence)
            ]
        )

    @cached
    def words(self) -> tuple[Words, ...]:
        """The words of each of the items that it requires."""
        return tuple([_words(self.atoms[each.words]) for each in self.requires])

    @cached
    def forms(self) -> tuple[frozenset[str], ...]:
        """Sets of words and marks, in small letters, of each of which a text must have one."""
        return tuple([words.small_forms for words in self.words if words.is_whole])


Atoms: TypeAlias = tuple[Atom, ...]
_ITEMS = msgspec.json.Decoder(tuple[tuple[int, str, bool, bool, int], ...])


class _Encoded(msgspec.Struct, frozen=True, array_like=True):
    """A sequence as the file has it: the numbers of all words that it `needs`, and `rest`, a `_Rest`."""

    needs: frozenset[int]
    rest: msgspec.Raw


class _Rest(msgspec.Struct, frozen=True, array_like=True):
    """What a sequence requires, and its items."""

    requires: tuple[Required, ...]
    items: msgspec.Raw


_REST = msgspec.json.Decoder(_Rest)


class _File(msgspec.Struct):
    """The file: of each sequence of a phrase what it requires, and its items with the numbers of their atoms.

    A run decodes the items of those that it needs.
    """

    checksum: int
    atoms: Atoms
    phrases: dict[str, tuple[_Encoded, ...]]


def options(phrase: str, present: Set[int] | None = None) -> tuple[Option, ...]:
    """Return the sequences of a phrase. Raises PhraseError for one that can't be read.

    With the numbers of the words that are `present` somewhere, as `words_present` returns them, those that
    require others may be left out.
    """
    file = _compiled()
    if file is None or (encoded := file.phrases.get(phrase)) is None:
        return tuple(map(option, parse(phrase, KINDS)))
    possible = [_REST.decode(each.rest) for each in encoded if present is None or each.needs <= present]
    return tuple([Option(rest.requires, file.atoms, rest.items) for rest in possible])


def words_present(is_present: Callable[[Words], object]) -> frozenset[int]:
    """Return the numbers of the words in the compiled phrases for which `is_present` is true."""
    atoms = enumerate(file.atoms) if (file := _compiled()) else ()
    return frozenset([number for number, atom in atoms if isinstance(atom, Words) and is_present(atom)])


def option(sequence: Sequence) -> Option:
    """Return a sequence as an option."""
    atoms: dict[Atom, int] = {}
    requires = list(_required(sequence, atoms))
    return Option(requires, tuple(atoms), sequence)


def compiled(phrases: Iterable[str]) -> bytes:
    """Return what ``phrases.json`` must be for some phrases. Raises PhraseError for a bad one."""
    atoms: dict[Atom, int] = {}
    lines = []
    for phrase in sorted(set(phrases)):
        sequences = []
        for sequence in parse(phrase, KINDS):
            items = [
                (atoms.setdefault(item.atom, len(atoms)), item.name, item.optional, item.joined, item.most)
                for item in sequence
            ]
            requires = tuple(_required(sequence, atoms))
            sequences.append((sorted({each.words for each in requires}), (requires, items)))
        lines.append(msgspec.json.encode(phrase) + b":" + msgspec.json.encode(sequences))
    encoded = (msgspec.json.encode(atom, order="deterministic") for atom in atoms)
    return b'{"checksum":%d,"atoms":[\n%s\n],"phrases":{\n%s\n}}\n' % (
        _checksum(),
        b",\n".join(encoded),
        b",\n".join(lines),
    )


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
def _compiled() -> _File | None:
    """Return the compiled phrases; None when there is no file, or an old one."""
    try:
        file = msgspec.json.decode(_FILE.read_bytes(), type=_File)
        return file if file.checksum == _checksum() else None
    except (OSError, msgspec.DecodeError):
        return None


def _checksum() -> int:
    found = 0
    for source in _SOURCES:
        found = crc32(Path(source).read_bytes(), found)
    return found
