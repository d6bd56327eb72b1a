# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A returned Word file: its text, the words in its locked controls, its comments and its changes.

A locked control and the end of a comment become one character each, from a plane of Unicode that no text
uses, so that the text is read as that of any other file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import NamedTuple

import msgspec
from lxml import etree

from jvom.messages import Message, msg
from jvom.model import Fragment
from jvom.ooxml.archive import damaged
from jvom.ooxml.names import LOCKED, ORIGIN, qn, qnames
from jvom.ooxml.package import Package
from jvom.ooxml.tree import detach, find, parent_of, value
from jvom.reading.word.broken_fields import mend_fields
from jvom.reading.word.comments import Said, comment_threads
from jvom.reading.word.lost_looks import lost_looks
from jvom.reading.word.numbering import Label
from jvom.reading.word.reader import FileReader
from jvom.reading.word.revisions import Change, changes
from jvom.reading.word.shown_words import UNREAD, is_unread, shown_words
from jvom.reading.word.styles import TextStyles
from jvom.source import CannotRun, Span

FIRST = 0x100000
"""The first of the characters that stand for something: Supplementary Private Use Area-B."""
_STANDS_IN = re.compile("[\U00100000-\U0010fffd]")
_WHAT = msg("het bestand")

_P, _R, _T, _SDT, _CONTENT, _ROW = qnames("w:p w:r w:t w:sdt w:sdtContent w:tr")
_RANGE_START, _RANGE_END, _REFERENCE = qnames("w:commentRangeStart w:commentRangeEnd w:commentReference")
_ID = qn("w:id")
_WITHOUT_WORDS = qnames("w:footnoteReference w:drawing")
_SPACES = qnames("w:br w:cr w:tab")
_BOX = ("kader", "kaderkop", "toelichting")
_LAST_YEAR = "vorig jaar"


class Returned(msgspec.Struct, frozen=True, kw_only=True):
    """What a returned file holds, its changes decided on.

    `fragment` is its text, with a character for each of `marks`, the numbers of locked controls with the
    words they show, and of `comments`; `loose` are comments on nothing. `styles` are the names of the styles
    of its lines, `pictures` the bytes of those it shows by path in the file. `in_box` is what was typed where
    nothing is read back. `words` are all words of the text, gathered without knowing what is what. `strange`
    tells what was not followed.
    """

    fragment: Fragment
    styles: tuple[str, ...]
    marks: Mapping[str, tuple[int, str]] = {}
    comments: Mapping[str, Said] = {}
    loose: tuple[Said, ...] = ()
    pictures: Mapping[str, bytes] = {}
    in_box: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    strange: tuple[Message, ...] = ()


class Own(NamedTuple):
    """The lines that jvom put in the file, in small letters and with plain spaces."""

    box: frozenset[str]
    last_year: frozenset[str]
    opens_last_year: frozenset[str]


class ReturnedFile:
    """A returned Word file. Raises CannotRun for what is no Word file, or a damaged or unsafe one.

    `origin` is what it carries about where it comes from, "" when that is gone.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self.data, self.path = data, path
        self.package = Package.open(data, Span(path), _WHAT)
        self.origin = self._origin()

    def changes(self) -> list[Change]:
        """Return the tracked changes, which can be rejected before the text is read."""
        return changes(self._stories())

    def again(self) -> ReturnedFile:
        """Return the same file, with nothing rejected."""
        return ReturnedFile(self.data, self.path)

    def read(self, box: Iterable[str] = (), last_year: tuple[str, ...] = ()) -> Returned:
        """Return what the file holds, without the lines of the `box` and those of `last_year`.

        The first of `last_year` opens the others. May be called once.
        """
        own = Own(*(frozenset(map(_plain, each)) for each in (box, last_year[1:], last_year[:1])))
        try:
            return self._read(own)
        except RecursionError as error:
            what = msg("deze tekst is onmogelijk diep genest")
            raise CannotRun([damaged(Span(self.path), what)]) from error

    def _read(self, own: Own) -> Returned:
        for root in self._stories():
            for each in root.iter(_T):
                if each.text and _STANDS_IN.search(each.text):
                    each.text = _STANDS_IN.sub("\ufffd", each.text)
            mend_fields(root)
        typed = self._leave_out(own)
        stands = _Stands()
        body, *notes = self._stories() or [etree.Element("x")]
        words = tuple(shown_words(body, notes))
        looks = lost_looks((body, *notes))
        comments, loose = self._comments(stands)
        marks = self._marks(stands)
        reader = _Reader(self.package, self.path.rpartition("/")[2], self.path)
        fragment = reader.fragment()
        return Returned(
            fragment=fragment,
            styles=tuple(reader.styles_of_lines),
            marks=marks,
            comments=comments,
            loose=loose,
            pictures=self._pictures(),
            in_box=typed,
            words=words,
            strange=(*self._strange(), *looks),
        )

    def _stories(self) -> list[etree._Element]:
        """Return the roots of the body and of the notes."""
        found = [find(self.package.root(self.package.main), "w:body")]
        found += [self.package.related_root(kind) for kind in ("footnotes", "endnotes")]
        return [each for each in found if each is not None]

    def _origin(self) -> str:
        for part in self.package.related("customXml"):
            try:
                root = self.package.root(part)
            except CannotRun:
                continue
            if root is not None and root.tag == f"{{{ORIGIN}}}herkomst":
                return root.text or ""
        return ""

    # --- what is no part of the text

    def _leave_out(self, own: Own) -> tuple[str, ...]:
        """Take out the paragraphs that jvom put in, and return what someone typed in their place."""
        body = find(self.package.root(self.package.main), "w:body")
        if body is None:
            return ()
        styles = TextStyles(self.package.related_root("styles"))
        typed: list[str] = []
        below = False
        for paragraph in list(body.iter(_P)):
            shown = _shown(paragraph)
            text = _plain(shown)
            name = styles.look(value(find(paragraph, "w:pPr/w:pStyle"))).name.lower()
            below = below or text in own.opens_last_year
            if below:
                is_own = name in (*_BOX, _LAST_YEAR) or text in own.last_year or text in own.opens_last_year
                known = own.last_year | own.opens_last_year
            else:
                is_own, known = name in _BOX or text in own.box, own.box
            if is_own:
                if text and text not in known:
                    typed.append(shown.strip())
                _take_out(paragraph)
        return tuple(typed)

    # --- stand-ins

    def _marks(self, stands: _Stands) -> dict[str, tuple[int, str]]:
        found: dict[str, tuple[int, str]] = {}
        for root in self._stories():
            for control in list(root.iter(_SDT)):
                number = value(find(control, "w:sdtPr/w:tag")).removeprefix(LOCKED)
                if not value(find(control, "w:sdtPr/w:tag")).startswith(LOCKED) or not number.isdecimal():
                    continue
                if not any(each is root for each in control.iterancestors()):
                    continue
                shown = _shown(control)
                if not shown.strip() and next(control.iter(*_WITHOUT_WORDS), None) is None:
                    continue
                char = stands.next()
                found[char] = (int(number[:9]), shown)
                _replace(control, char)
        return found

    def _comments(self, stands: _Stands) -> tuple[dict[str, Said], tuple[Said, ...]]:
        said = comment_threads(self.package)
        found: dict[str, Said] = {}
        for root in self._stories():
            for mark in list(root.iter(_REFERENCE)):
                comment = said.pop(mark.get(_ID, ""), None)
                if comment is not None:
                    char = stands.next()
                    found[char] = comment
                    _insert_at(mark, char)
        return found, tuple(said.values())

    def _pictures(self) -> dict[str, bytes]:
        found = {}
        for part in (self.package.main, *self.package.related("footnotes")):
            for relation in self.package.relationships(part).values():
                if relation.kind == "image" and not relation.external:
                    data = self.package.data(relation.part)
                    if data is not None:
                        found[relation.part] = data
        return found

    def _strange(self) -> Iterable[Message]:
        names = self.package.names()
        if any(name.lower().endswith("vbaproject.bin") for name in names):
            yield msg("het bestand heeft macro's; die zijn niet gelezen")
        kinds = {
            relation.kind
            for relation in self.package.relationships(self.package.main).values()
            if relation.external and relation.kind != "hyperlink"
        }
        if kinds:
            yield msg("het bestand verwijst naar iets daarbuiten; dat is niet opgehaald")
        kinds = {each.kind for each in self.package.relationships(self.package.main).values()}
        if kinds & _EMBEDDED or any("/embeddings/" in name for name in names):
            yield msg("in het bestand zit een ander bestand; dat is niet gelezen")


class _Stands:
    """The characters that stand for something, each given out once."""

    def __init__(self) -> None:
        self._next = FIRST

    def next(self) -> str:
        char = chr(self._next)
        self._next = min(self._next + 1, 0x10FFFD)
        return char


class _Reader(FileReader):
    """Reads a file, and keeps the name of the style of each line."""

    exact = True

    def __init__(self, package: Package, id: str, path: str) -> None:
        super().__init__(package, id, path)
        self.styles_of_lines: list[str] = []
        self._style = ""

    def label(self, properties: etree._Element | None, style: str) -> Label | None:
        self._style = self.styles.look(style).name
        return super().label(properties, style)

    def add_line(self, text: str) -> None:
        super().add_line(text)
        self.styles_of_lines.append(self._style)
        self._style = ""


def digest_of_picture(data: bytes) -> str:
    """Return the digest by which a picture is known again."""
    return sha256(data).hexdigest()


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split()).lower()


_EMBEDDED = frozenset({"aFChunk", "control", "oleObject", "package", "subDocument"})
"""The kinds of relationships to a file of another kind within this one (ECMA-376-1, 15.2)."""


def _shown(control: etree._Element) -> str:
    """Return the words that an element shows, on one line."""
    return "".join(
        " " if each.tag in _SPACES else each.text or ""
        for each in control.iter(_T, qn("m:t"), *_SPACES)
        if not is_unread(each)
    )


def _run(char: str) -> etree._Element:
    run = etree.Element(_R)
    etree.SubElement(run, _T).text = char
    return run


def _replace(control: etree._Element, char: str) -> None:
    """Replace a control by a character; its paragraphs stay, without their words."""
    content = control.find(_CONTENT)
    paragraphs = [] if content is None else list(content.iter(_P))
    outer = next((each for each in control.iterancestors() if each.tag in (_P, qn("w:tc"))), None)
    if not paragraphs or (outer is not None and outer.tag == _P):
        control.addprevious(_run(char))
        detach(control)
        return
    for at, paragraph in enumerate(paragraphs):
        for child in [each for each in paragraph if each.tag != qn("w:pPr")]:
            paragraph.remove(child)
        if not at:
            paragraph.append(_run(char))


def _insert_at(mark: etree._Element, char: str) -> None:
    """Insert a character behind the run of a comment's reference, outside a locked control or a deletion."""
    place = mark
    for each in mark.iterancestors():
        if each.tag == _P:
            break
        is_locked = each.tag == _SDT and value(find(each, "w:sdtPr/w:tag")).startswith(LOCKED)
        if each.tag == _R or is_locked or each.tag in UNREAD:
            place = each
    if place is mark:
        return
    place.addnext(_run(char))


def _take_out(paragraph: etree._Element) -> None:
    """Take a paragraph out; one that ends a section, or must stand in a cell, stays without words."""
    parent = parent_of(paragraph)
    if find(paragraph, "w:pPr/w:sectPr") is not None or parent.tag == qn("w:tc"):
        for child in [each for each in paragraph if each.tag != qn("w:pPr")]:
            paragraph.remove(child)
    else:
        parent.remove(paragraph)
