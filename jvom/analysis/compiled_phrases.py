# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The sequences that phrases describe, compiled when the package is built: ``jvom/data/phrases.json``.

Reading hundreds of phrases costs more than finding them. A phrase that the file does not have, since a rule
makes it of names in the dossier, is read when it is first used; and so are all if the file is out of date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
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


class Option:
    """One of the sequences of a phrase.

    `words` are the numbers of its items that are words and not optional, with these words.
    """

    def __init__(self, words: Iterable[tuple[int, Words]], sequence: Sequence | _Encoded) -> None:
        self.words, self._sequence = tuple(words), sequence

    @cached
    def sequence(self) -> Sequence:
        """Its items."""
        return self._sequence.sequence() if isinstance(self._sequence, _Encoded) else self._sequence

    @cached
    def forms(self) -> tuple[frozenset[str], ...]:
        """Sets of words and marks, in small letters, of each of which a text must have one."""
        return tuple([words.small_forms for _, words in self.words if words.is_whole])


class _Encoded(msgspec.Struct, frozen=True):
    """A sequence as the file has it; the atom of an item is its number in the file."""

    items: msgspec.Raw
    atoms: tuple[Atom, ...]

    def sequence(self) -> Sequence:
        return tuple(
            [
                Item(self.atoms[atom], name, optional, joined, most)
                for atom, name, optional, joined, most in _ITEMS.decode(self.items)
            ]
        )


_SEQUENCES = msgspec.json.Decoder(tuple[tuple[tuple[tuple[int, int], ...], msgspec.Raw], ...])
_ITEMS = msgspec.json.Decoder(tuple[tuple[int, str, bool, bool, int], ...])


class _File(msgspec.Struct):
    """The file: of each sequence the numbers of the items that are words, those of their atoms, its items.

    A run decodes the phrases that it uses.
    """

    checksum: int
    atoms: tuple[Atom, ...]
    phrases: dict[str, msgspec.Raw]


def options(phrase: str) -> tuple[Option, ...]:
    """Return the sequences of a phrase. Raises PhraseError for one that can't be read."""
    file = _compiled()
    if file is None or phrase not in file.phrases:
        return tuple(map(option, parse(phrase, KINDS)))
    atoms = file.atoms
    return tuple(
        [
            Option([(number, _words(atoms[atom])) for number, atom in words], _Encoded(items, atoms))
            for words, items in _SEQUENCES.decode(file.phrases[phrase])
        ]
    )


def option(sequence: Sequence) -> Option:
    """Return a sequence as an option."""
    return Option([(number, _words(sequence[number].atom)) for number in _required(sequence)], sequence)


def compiled(phrases: Iterable[str]) -> bytes:
    """Return what ``phrases.json`` must be for some phrases. Raises PhraseError for a bad one."""
    atoms: dict[Atom, int] = {}
    lines = []
    for phrase in sorted(set(phrases)):
        sequences = []
        for sequence in parse(phrase, KINDS):
            numbers = [atoms.setdefault(item.atom, len(atoms)) for item in sequence]
            items = [
                (atom, item.name, item.optional, item.joined, item.most)
                for atom, item in zip(numbers, sequence, strict=True)
            ]
            sequences.append(([(number, numbers[number]) for number in _required(sequence)], items))
        lines.append(msgspec.json.encode(phrase) + b":" + msgspec.json.encode(sequences))
    encoded = (msgspec.json.encode(atom, order="deterministic") for atom in atoms)
    return b'{"checksum":%d,"atoms":[\n%s\n],"phrases":{\n%s\n}}\n' % (
        _checksum(),
        b",\n".join(encoded),
        b",\n".join(lines),
    )


def _required(sequence: Sequence) -> Iterator[int]:
    """Yield the numbers of the items that are words and not optional."""
    for number, item in enumerate(sequence):
        if isinstance(item.atom, Words | Hyphened) and not item.optional:
            yield number


def _words(atom: Atom) -> Words:
    """Return the words of an atom that has them."""
    if isinstance(atom, Hyphened):
        return atom.part
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
