# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Dossiers full of words that must not be published, and a search that finds them in any form."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from html import escape, unescape
from urllib.parse import quote, quote_plus

from hypothesis import strategies as st

from jvom.model import Dossier
from tests.contents import basis, with_data, with_texts

_QUOTE = "'"
# No text of the project has four of these letters in a row, so that only hidden words are found.
_LETTERS = "qxzjvwQXZJVWéüßøŁğñőЖλ語"
_BETWEEN = (" ", " van der ", "-", "'", ". ", " & ", "@", "%20", "  ")

cores = st.text(_LETTERS, min_size=4, max_size=9)
secrets = st.one_of(
    cores,
    st.builds("".join, st.tuples(cores, st.sampled_from(_BETWEEN), cores)),
    st.builds("06-{}".format, st.integers(20_731_951, 99_999_999)),
    st.builds("{}@mindef.nl".format, st.from_regex(r"[qxz]{2}[a-z]{4,9}", fullmatch=True)),
)

PLACES = (
    "Er staat {} in de tekst.",
    "## Een kop met {}\n\nEn tekst.",
    "- punt {} een\n- punt twee",
    "1. eerst\n2. dan {}",
    "> Een citaat van {} is kort.",
    "| Naam | Rang |\n| --- | --- |\n| {} | hoog |",
    "| {} | Rang |\n| --- | --- |\n| niemand | hoog |",
    "Een noot.[^een]\n\n[^een]: Volgens {} is het zo.",
    "Een *foreign term of {} here* en meer.",
    "Zie **{}**, {} en [hier](https://www.defensie.nl).",
    "{}{} staan naast elkaar.",
    "Mail {}\\\nof bel.",
    '{.gelakt grond="5.1.2i"} Alles van \0 hier, ook **\0**.',
    '{.gelakt grond="5.1.5"}\nNa een regel \0 en een noot.[^een]\n\n[^een]: Van \0 alleen.',
    '- punt een\n- {.gelakt grond="5.1.1b"} punt \0\n  - daaronder \0\n\n  en verder \0\n- punt drie',
    '| Naam | Rang |\n| --- | --- |\n| \0 | {.gelakt grond="5.1.2a"} \0 |\n| niemand | hoog |',
    'Een noot.[^een]\n\n[^een]: {.gelakt grond="5.1.2i"} Volgens \0 is het zo.\n\n    En \0 ook.',
    '## {.gelakt grond="5.2"} Een kop met \0\n\nEn tekst.',
    '> Een citaat.\n>\n> {.gelakt grond="5.1.2h"} En \0 daarbij.',
    '{.gelakt grond="5.1.2i"}\n- punt \0 en een noot[^een]\n  1. dan \0\n- en \0\n\n[^een]: Van \0.',
    '{.gelakt grond="5.1.1b"}\n\n3. eerst \0\n4. dan \0',
    '{.gelakt grond="5.1.2a"}\n> Een citaat van \0.\n>\n> En \0.',
    '{.gelakt grond="5.2"}\n| \0 | Rang |\n| --- | --- |\n| \0 | hoog |\n\n: Over \0 en meer',
)
SHAPES = (
    "[\0]{.persoonsgegeven}",
    "[de heer \0]{.persoonsgegeven}",
    "[*\0* en **\0**]{.persoonsgegeven}",
    "[[\0](mailto:qzxjvw@mindef.nl)]{.persoonsgegeven}",
    '[\0]{.gelakt grond="5.1.2i"}',
    '[van [\0]{.persoonsgegeven} en **\0**]{.gelakt grond="5.1.1b"}',
)
"""Ways to mark; the zero character stands for the secret."""

ADDRESS = "qzxjvw@mindef.nl"
"""The secret of the shape with a link."""


class Hidden:
    """A dossier, and the words in it that the public version must not have."""

    def __init__(self, dossier: Dossier, words: tuple[str, ...]) -> None:
        self.dossier, self.words = dossier, words

    def __repr__(self) -> str:
        return f"Hidden{self.words}"


class Form:
    """A dossier with places for secrets, which can be filled with various words."""

    def __init__(self, report: tuple[str, ...], nota: tuple[str, ...], letter: str, title: str) -> None:
        self.report, self.nota, self.letter, self.title = report, nota, letter, title

    @property
    def _texts(self) -> str:
        return "".join((*self.report, *self.nota, self.letter, self.title))

    @property
    def count(self) -> int:
        """How many secrets fill it, that of the data included."""
        return self._texts.count("\0") + 1

    def filled(self, words: tuple[str, ...]) -> Hidden:
        """Return the dossier with these secrets."""
        left = iter(words[1:])

        def fill(text: str) -> str:
            return re.sub("\0", lambda _: typed(next(left)), text)

        report = fill("\n\n".join(_numbered(self.report)))
        title = fill(self.title)
        nota = fill("## Aanleiding\n\n" + "\n\n".join(_numbered(self.nota)))
        letter = fill(self.letter)
        front = f"---\ntitle: 'UNIFIL {title.replace(_QUOTE, 2 * _QUOTE)}'\n---\n\n"
        dossier = with_texts(basis(), {"unifil": front + report, "nota": nota, "brief": letter})
        linked = (ADDRESS,) if ADDRESS in self._texts else ()
        return Hidden(with_data(dossier, nota={"drafted_by": words[0]}), words + linked)

    def __repr__(self) -> str:
        return f"Form({self.report}, {self.nota}, {self.letter!r}, {self.title!r})"


def _numbered(texts: Iterable[str]) -> Iterator[str]:
    """Give each text's footnote a label of its own."""
    for number, text in enumerate(texts):
        yield text.replace("[^een]", f"[^een{number}]")


def typed(words: str) -> str:
    """Return the words as they are typed in a fragment: nothing in them is markup."""
    return re.sub(r"([!\"#$%&'()*+,./:;<=>?@\[\\\]^_`{|}~-])", r"\\\1", words)


@st.composite
def _spans(draw: st.DrawFn, place: str) -> str:
    return re.sub(r"\{\}", lambda _: draw(st.sampled_from(SHAPES)), place)


texts = st.sampled_from(PLACES).flatmap(_spans)
forms = st.builds(
    Form,
    st.lists(texts, min_size=1, max_size=4).map(tuple),
    st.lists(texts, min_size=1, max_size=2).map(tuple),
    st.sampled_from(PLACES[:1]).flatmap(_spans),
    st.sampled_from(["", SHAPES[0]]),
)


def fillings(form: Form) -> st.SearchStrategy[tuple[str, ...]]:
    """Return what may fill a form."""
    return st.lists(secrets, min_size=form.count, max_size=form.count).map(tuple)


hidden = forms.flatmap(lambda form: fillings(form).map(form.filled))


def found_in(data: bytes, words: Iterable[str]) -> list[str]:
    """Return the words that are in a file, or in its packed parts, in any form of writing."""
    texts = [data, *_unpacked(data)]
    squeezed = [_squeezed(text) for text in texts]
    return [
        word
        for word in words
        if any(form in text for form in _forms(word) for text in texts)
        or any(_bare(word) in text for text in squeezed)
    ]


def _unpacked(data: bytes) -> Iterator[bytes]:
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for info in package.infolist():
                content = package.read(info)
                yield info.filename.encode()
                yield info.comment + info.extra
                yield content
                yield from _unpacked(content)


def _forms(word: str) -> Iterator[bytes]:
    for written in {word, word.upper(), word.lower(), word.replace(" ", "\xa0"), word.replace("'", "’")}:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            yield written.encode(encoding)
        for quoted in (quote(written), quote(written, safe=""), quote_plus(written)):
            yield quoted.encode()
            yield re.sub(r"%..", lambda found: found[0].lower(), quoted).encode()
        yield escape(written).encode()
        yield "".join(f"&#{ord(character)};" for character in written).encode()
        for form in ("&#x{:x};", "&#x{:X};"):
            yield "".join(form.format(ord(character)) for character in written).encode()
        yield written.encode("ascii", "xmlcharrefreplace")


def _squeezed(data: bytes) -> str:
    """Return only letters and digits, without tags, so that words split over runs are joined."""
    return _bare(unescape(re.sub(r"<[^>]*>", "", data.decode("utf-8", "replace"))))


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
