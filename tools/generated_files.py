# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The files of the package that are made from others, and so are not in git.

    python -m tools.generated_files

writes those that are missing or out of date. `make` does so before all else, and the build hook whenever the
package is built or installed. The same sources give the same bytes, whatever the versions of the libraries.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from io import BytesIO
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from jvom.dutch.patterns import LatePattern

PROJECT = Path(__file__).resolve().parent.parent
WORD_RULES = "jvom/data/word-rules.msgpack"
PHRASES = "jvom/data/phrases.msgpack"
PATTERNS = "jvom/data/patterns.msgpack"
MESSAGES = "jvom/data/rule-messages.msgpack"
COMPOUNDS = "jvom/data/compounds.msgpack"
AFFIXES, DICTIONARY = "jvom/data/spelling/nl.aff", "jvom/data/spelling/nl.dic"
LEXICON = "jvom/data/lexicon.table"
CATALOGUE = "jvom/locale/en/LC_MESSAGES/jvom.mo"
ALL = (WORD_RULES, PHRASES, PATTERNS, MESSAGES, COMPOUNDS, LEXICON, AFFIXES, DICTIONARY, CATALOGUE)

_MAGIC = 0x950412DE  # of a catalogue with the least significant byte first (GNU gettext manual, 10.3)


def generated_files(project: Path = PROJECT) -> Mapping[str, bytes]:
    """Return the content of each generated file, by its path from the folder of the project.

    Raises OSError or ValueError when one of their sources is missing or malformed.
    """
    from jvom.analysis import compiled_phrases
    from jvom.analysis.word_tables import make_table
    from jvom.checks import wordings
    from jvom.checks.words.rule_files import compiled, searched_phrases
    from tools.compiled_patterns import compiled_patterns
    from tools.lexicon import compound_list, lexicon
    from tools.spelling_dictionary import compiled_dictionary

    data = project / "jvom/data"
    codes = sorted(path.stem for path in (data / "rules").glob("*.yml"))
    dictionary = (data / "dictionary/nl.dic").read_text(encoding="utf-8")
    affixes = (data / "dictionary/nl.aff").read_text(encoding="utf-8")
    more = (data / "lexicon/compounds.txt").read_text(encoding="utf-8")
    spelling_affixes, spelling_words = compiled_dictionary(affixes, dictionary)
    return {
        WORD_RULES: compiled(tuple(codes)),
        PHRASES: compiled_phrases.compiled((*phrases_in_code(), *searched_phrases(codes))),
        PATTERNS: compiled_patterns(patterns_in_code()),
        MESSAGES: wordings.compiled((project / "jvom/checks/rules").rglob("*.md")),
        COMPOUNDS: msgspec.msgpack.encode(compound_list(dictionary, more)),
        LEXICON: make_table(lexicon(dictionary, affixes)),
        AFFIXES: spelling_affixes,
        DICTIONARY: spelling_words,
        CATALOGUE: catalogue((project / CATALOGUE).with_suffix(".po").read_bytes()),
    }


def phrases_in_code() -> Iterator[str]:
    """Yield the phrases that the modules of the check have.

    What makes a phrase of the names of the report makes it here of those that a report has by default.
    """
    from jvom.analysis.phrases import Phrase
    from jvom.checks.report_names import names_by
    from jvom.settings import ReportShape

    by_default = names_by(ReportShape())
    for value in values_in_code():
        match value:
            case Phrase() as phrase:
                yield from phrase.typed
            case Callable(__annotations__={"names": "ReportNames", "return": "Phrase"}) as phrase_of:
                yield from phrase_of(by_default).typed


def patterns_in_code() -> Iterator[LatePattern]:
    """Yield the patterns that the modules of the check have, also those of what is a word in a text."""
    from jvom.dutch.patterns import LatePattern

    for value in values_in_code():
        each = value if isinstance(value, LatePattern) else getattr(value, "pattern", None)
        if isinstance(each, LatePattern):
            yield each


def values_in_code() -> Iterator[object]:
    """Yield what the modules of the check have, by themselves and in tuples and the like."""
    import jvom.analysis
    import jvom.checks
    import jvom.dutch

    rooms = (jvom.analysis, jvom.checks, jvom.dutch)
    names = [each.name for room in rooms for each in walk_packages(room.__path__, f"{room.__name__}.")]
    waiting: list[object] = [value for name in names for value in vars(import_module(name)).values()]
    while waiting:
        match waiting.pop():
            case tuple() | list() as values:
                waiting += values
            case dict() as values:
                waiting += values.values()
            case value:
                yield value


def update(project: Path = PROJECT) -> tuple[str, ...]:
    """Write the generated files that are missing or out of date, and return their paths."""
    written = []
    for path, data in generated_files(project).items():
        place = project / path
        if not place.exists() or place.read_bytes() != data:
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(data)
            written.append(path)
    return tuple(written)


def catalogue(po: bytes) -> bytes:
    """Compile a catalogue of messages from the bytes of its .po file; only what is translated goes in.

    Babel's own compiler writes its version into the file, so that the bytes would depend on it.
    """
    from babel.messages.pofile import read_po

    messages = {
        str(message.id): str(message.string)
        for message in read_po(BytesIO(po))
        if message.id and message.string and not message.fuzzy
    }
    # gettext reads the encoding from the translation of the empty message.
    messages[""] = "Content-Type: text/plain; charset=UTF-8\n"
    return _compiled(sorted((id.encode(), text.encode()) for id, text in messages.items()))


def _compiled(messages: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Return the messages, sorted by their originals, as an .mo file without a hash table."""
    pairs = list(messages)
    tables, strings = [], b""
    header = struct.calcsize("<7I")
    first_string = header + len(pairs) * 2 * struct.calcsize("<2I")
    for column in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<2I", len(pair[column]), first_string + len(strings)))
            strings += pair[column] + b"\0"
    translations = header + len(pairs) * struct.calcsize("<2I")
    head = struct.pack("<7I", _MAGIC, 0, len(pairs), header, translations, 0, first_string)
    return head + b"".join(tables) + strings


if __name__ == "__main__":
    for name in update():
        sys.stdout.write(f"{name}\n")
