# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The word rules of the package: ``jvom/data/rules/CODE.yml``, one rule a file.

Reading YAML is slow, so the rules are also compiled into ``jvom/data/word-rules.msgpack`` (by `compiled`;
a test keeps it current). A YAML file is read instead when it, or what it was compiled with, has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Annotated, Literal
from zlib import crc32

import msgspec
from msgspec import Meta

from jvom.analysis.compiled_phrases import checksum
from jvom.analysis.passages import Passage, PassageKind
from jvom.analysis.phrase_needs import needed_words
from jvom.analysis.phrases import Phrase as SoughtPhrase
from jvom.checks.words.phrases import NO_PHRASES, Phrase, Table, make_table, phrases, table_phrases
from jvom.data import DATA
from jvom.findings import DocumentKind


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A better form and a note with a phrase, where one of the two alone is not enough."""

    better: str | tuple[str, ...] = ()
    note: str = ""


class Search(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What the engine `phrases` reports: phrases of docs/phrases.md, except in one of the `unless`.

    When parts of a phrase have a name, only what they found is reported, from the first of them to the last;
    the rest is what must be beside it. `better` has the named parts in braces: ``{first}-{second}``.
    Of marks that phrases take for one only those in `typed` count, if any. With `spaces` the white space
    around what is found goes with it. What is found is only `info`, or not reported where it would be
    (`warnings_only`). With `outside_headings` no title or heading is read, which may leave out an article.
    It is `joined` when the dictionary has it as one word; `without` some
    letters, when it has what is left; `known` by another ending, when it has that: ``t/d``. Only sentences
    with such a word are searched. Where it is `unsure`, its fix is not safe; what is `doubtful` is only info
    in a loose text.
    """

    find: str | tuple[str, ...]
    unless: str | tuple[str, ...] = ()
    better: str = ""
    note: str = ""
    message: str = ""
    typed: str = ""
    spaces: bool = False
    info: bool = False
    warnings_only: bool = False
    joined: bool = False
    without: str = ""
    known: tuple[str, ...] = ()
    unsure: bool = False
    doubtful: bool = False
    outside_headings: bool = False

    @property
    def phrase(self) -> SoughtPhrase:
        """What is reported."""
        return _sought(self.find)

    @property
    def exception(self) -> SoughtPhrase:
        """In what it is right."""
        return _sought(self.unless)


@cache  # for rules that read several sets of texts
def _sought(typed: str | tuple[str, ...]) -> SoughtPhrase:
    return SoughtPhrase(typed) if isinstance(typed, str) else SoughtPhrase(*typed)


class _Told(msgspec.Struct, frozen=True):
    """What a rule file says beside its entries. It reads only the `documents` and `kinds` of passages named.

    With `outside_names` words that are part of a longer foreign name ("NATO Mission Iraq") are left out, and
    with `outside_quotations` the words of others.
    In documents other than those of `warns_in` what `phrases` finds is only info, and in a loose text all is
    when that is the severity `loose`. A match that begins with
    one of `unsure` (small letters) has no `safe` fix. With `tells_joint` it says whether words are one,
    two or take a hyphen, when that is all that is wrong. Of nouns that the dictionary has with both of two
    `endings` ("es/en") `consistency` compares the forms.
    """

    code: Annotated[str, Meta(pattern=r"^[A-Z]{3}[0-9]{3}$")]
    name: Annotated[str, Meta(pattern=r"^[a-z]+(-[a-z]+)*$")]
    severity: Literal["error", "warning", "info"]
    engine: Literal["existence", "preferred_forms", "consistency", "phrases"]
    summary: str
    page: str
    message: str = ""
    advice: str = ""
    loose: Literal["info"] | None = None
    safe: bool = False
    unsure: tuple[str, ...] = ()
    tells_joint: bool = False
    endings: tuple[str, ...] = ()
    foreign: bool = False
    outside_names: bool = False
    outside_quotations: bool = False
    documents: tuple[DocumentKind, ...] = ()
    warns_in: tuple[DocumentKind, ...] = ()
    kinds: tuple[PassageKind, ...] = ()


class TypedRule(_Told, frozen=True, forbid_unknown_fields=True):
    """A rule file as typed.

    Beside its entries, `one_word` has words that are often split, with a stroke in each place where they are
    (``met/ter/tijd``), `apart` has phrases whose words are often joined, `synonyms` groups of words where
    one is enough, and `searches` what depends on the words around.
    """

    unless: tuple[str, ...] = ()
    one_word: str = ""
    apart: tuple[str, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    searches: tuple[Search, ...] = ()
    entries: dict[str, str | Entry | tuple[str, ...]] | tuple[str | tuple[str, ...] | Search, ...] = ()


#: The forms of one thing, each with its inflections: (Kyiv, Kyivse), (Kiev, Kievse).
Group = tuple[tuple[Phrase, ...], ...]


class WordRule(_Told, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A rule, compiled: its entries, or for `consistency` the groups of forms, or for `phrases` the searches.

    `fixable` tells whether any of them has a better form. The searches are `encoded`, since most find nothing
    in a run: `needed` has for each of them the words and pairs of words without any of which texts can't have
    what it finds. It is empty when there are none.
    """

    unless: Table = NO_PHRASES
    fixable: bool = False
    table: Table = NO_PHRASES
    groups: tuple[Group, ...] = ()
    encoded: tuple[bytes, ...] = ()
    needed: tuple[tuple[str, ...], ...] = ()

    @property
    def searches(self) -> tuple[Search, ...]:
        """All searches of the rule."""
        return tuple(map(_SEARCH.decode, self.encoded))

    def searches_among(self, words: frozenset[str]) -> Iterator[Search]:
        """Yield the searches that may find something in texts with these words and pairs of words."""
        for encoded, needed in zip(self.encoded, self.needed, strict=True):
            if not needed or not words.isdisjoint(needed):
                yield _SEARCH.decode(encoded)

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """All phrases of the rule."""
        return table_phrases(self.table)

    def reads(self, passage: Passage) -> bool:
        """Tell whether the rule reads a passage; a text without a dossier counts as any document.

        A rule of some kinds reads no names and addresses in data.
        """
        is_name = passage.kind == "value" and passage.label and not passage.is_text
        return (not self.documents or passage.document in (*self.documents, "tekst")) and (
            not self.kinds or (passage.kind in self.kinds and not is_name)
        )

    def warns(self, passage: Passage) -> bool:
        """Tell whether what is found in a passage has the severity of the rule, and is not only info."""
        return not self.warns_in or passage.document in self.warns_in


_SEARCH = msgspec.msgpack.Decoder(Search)


class _Compiled(msgspec.Struct, frozen=True):
    """The compiled rule of a file, and the checksum of that file and all else that it was compiled with."""

    checksum: int
    rule: WordRule


@cache
def word_rule(code: str) -> WordRule:
    """Return the word rule of that code. Raises OSError or ValueError when its file is missing or wrong."""
    data = (DATA / "rules" / f"{code}.yml").read_bytes()
    known = _compiled().get(code)
    return known.rule if known and known.checksum == crc32(data, _checksum()) else read_rule(data)


@cache
def _compiled() -> dict[str, _Compiled]:
    try:
        return msgspec.msgpack.decode((DATA / "word-rules.msgpack").read_bytes(), type=dict[str, _Compiled])
    except (OSError, msgspec.DecodeError):
        return {}


@cache
def _checksum() -> int:
    return crc32(Path(__file__).read_bytes(), checksum())


def compiled(codes: tuple[str, ...]) -> bytes:
    """Return what ``word-rules.msgpack`` must be for the rules of those codes."""
    rules = {}
    for code in sorted(codes):
        data = (DATA / "rules" / f"{code}.yml").read_bytes()
        rules[code] = _Compiled(crc32(data, _checksum()), read_rule(data))
    return msgspec.msgpack.encode(rules)


def searched_phrases(codes: Iterable[str]) -> Iterator[str]:
    """Yield the phrases of the searches of the rules of those codes."""
    for code in codes:
        for search in word_rule(code).searches:
            yield from (*search.phrase.typed, *search.exception.typed)


def read_rule(data: bytes) -> WordRule:
    """Return the rule in a YAML file. Raises ValueError (also msgspec's) when there is none."""
    import yaml

    from jvom.kinds import KINDS

    typed = msgspec.convert(yaml.load(data, Loader=yaml.CSafeLoader), TypedRule)
    if unknown := {*typed.documents, *typed.warns_in} - {*(kind.name for kind in KINDS), "gegevens"}:
        raise ValueError(f"{typed.code}: no such documents: {unknown}")
    forms: list[Phrase] = []
    groups: list[Group] = []
    searches = [*typed.searches]
    entries = typed.entries
    if isinstance(entries, dict):
        for text, entry in entries.items():
            forms.extend(entry_phrases(typed.engine, text, entry))
    else:
        for item in entries:
            match item:
                case Search():
                    searches.append(item)
                case str():
                    forms.extend(phrases(item))
                case tuple():
                    groups.append(tuple(tuple(phrases(form)) for form in item))
    for word in typed.one_word.split():
        forms.extend(phrases(word.replace("/", " "), (word.replace("/", ""),)))
    for phrase in typed.apart:
        for joined in joined_forms(phrase):
            forms.extend(phrases(joined, (phrase,)))
    for group in typed.synonyms:
        for first, second in permutations(group, 2):
            forms.extend(phrases(f"{first} {second}", (first,)))
    told = {name: getattr(typed, name) for name in _Told.__struct_fields__}
    return WordRule(
        **told | {"page": typed.page.strip()},
        unless=make_table(phrase for text in typed.unless for phrase in phrases(text)),
        fixable=any(form.better for form in forms) or any(each.better for each in searches),
        table=make_table(forms),
        groups=tuple(groups),
        encoded=tuple(map(msgspec.msgpack.encode, searches)),
        needed=tuple(needed_words(*search.phrase.sequences) for search in searches),
    )


def joined_forms(phrase: str) -> tuple[str, ...]:
    """Return a phrase with all of its words joined, and with only two: "opden duur", "op denduur"."""
    words = phrase.split()
    pairs = range(len(words) - 1)
    some = (" ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]]) for at in pairs)
    return tuple(dict.fromkeys(["".join(words), *some]))


def entry_phrases(engine: str, text: str, entry: str | Entry | tuple[str, ...]) -> tuple[Phrase, ...]:
    """Return the phrases of one entry, whose value is a better form or, for `existence`, a note."""
    match entry:
        case Entry():
            better = (entry.better,) if isinstance(entry.better, str) else entry.better
            return tuple(phrases(text, better, entry.note))
        case str() if engine == "existence":
            return tuple(phrases(text, (), entry))
        case str():
            return tuple(phrases(text, (entry,)))
    return tuple(phrases(text, entry))
