# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The sequences that phrases describe, compiled when the package is built: ``jvom/data/phrases.json``.

Reading hundreds of phrases costs more than finding them. A phrase that the file does not have, since a rule
makes it of names in the dossier, is read when it is first used; and so are all if the file is out of date.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from zlib import crc32

import msgspec

from jvom.analysis import phrase_grammar, tokens, traits
from jvom.analysis.entities import KINDS
from jvom.analysis.phrase_grammar import Atom, Hyphened, Item, Sequence, Words, parse
from jvom.data import DATA

_FILE = DATA / "phrases.json"
#: What the file depends on beside the phrases themselves.
_SOURCES = (phrase_grammar.__file__, tokens.__file__, traits.__file__, DATA / "lexicon/classes.txt")


class Option(msgspec.Struct, frozen=True):
    """One of the sequences of a phrase, and its items that are words, by number, unless they are optional.

    `forms` are sets of words and marks, in small letters, of each of which a text must have one.
    """

    sequence: Sequence
    words: tuple[tuple[int, Words], ...]
    forms: tuple[frozenset[str], ...]


class _Item(msgspec.Struct, frozen=True, array_like=True):
    """An item as the file has it: its atom is a number there."""

    atom: int
    name: str
    optional: bool
    joined: bool
    most: int

    def item(self, atoms: tuple[Atom, ...]) -> Item:
        return Item(atoms[self.atom], self.name, self.optional, self.joined, self.most)


class _File(msgspec.Struct):
    checksum: int
    atoms: tuple[Atom, ...]
    phrases: dict[str, tuple[tuple[_Item, ...], ...]]


def options(phrase: str) -> tuple[Option, ...]:
    """Return the sequences of a phrase. Raises PhraseError for one that can't be read."""
    file = _compiled()
    if file is None or phrase not in file.phrases:
        return tuple(map(option, parse(phrase, KINDS)))
    atoms = file.atoms
    return tuple(
        option(
            tuple(
                [Item(atoms[each.atom], each.name, each.optional, each.joined, each.most) for each in items]
            )
        )
        for items in file.phrases[phrase]
    )


def option(sequence: Sequence) -> Option:
    """Return a sequence with what a text must have for it."""
    words = tuple(
        [
            (number, atom)
            for number, item in enumerate(sequence)
            if not item.optional
            and isinstance(atom := item.atom.part if isinstance(item.atom, Hyphened) else item.atom, Words)
        ]
    )
    return Option(sequence, words, tuple([forms for _, atom in words if (forms := atom.small_forms)]))


def compiled(phrases: Iterable[str]) -> bytes:
    """Return what ``phrases.json`` must be for some phrases. Raises PhraseError for a bad one."""
    atoms: dict[Atom, int] = {}
    lines = []
    for phrase in sorted(set(phrases)):
        sequences = [
            [
                _Item(
                    atoms.setdefault(item.atom, len(atoms)), item.name, item.optional, item.joined, item.most
                )
                for item in sequence
            ]
            for sequence in parse(phrase, KINDS)
        ]
        lines.append(msgspec.json.encode(phrase) + b":" + msgspec.json.encode(sequences))
    encoded = (msgspec.json.encode(atom, order="deterministic") for atom in atoms)
    return b'{"checksum":%d,"atoms":[\n%s\n],"phrases":{\n%s\n}}\n' % (
        _checksum(),
        b",\n".join(encoded),
        b",\n".join(lines),
    )


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
