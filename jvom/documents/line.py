# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The content of a paragraph of a plan: words, fields, notes, bars and comments, typeset as one text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

import msgspec

from jvom import plan
from jvom.documents.bookmarks import bookmark_of
from jvom.dutch.typography import typeset
from jvom.model import Fragment
from jvom.resolving import numbering
from jvom.resolving.captions import REPORT
from jvom.resolving.crossreferences import capitalized
from jvom.resolving.pieces import Piece
from jvom.resolving.printing import DossierPrinter
from jvom.resolving.segments import Segment, flatten
from jvom.source import Span
from jvom.text import (
    Citation,
    FigureUse,
    Inlines,
    Link,
    NoteMark,
    Paragraph,
    Remark,
    Strong,
    Term,
    Withheld,
    walk_blocks,
)

if TYPE_CHECKING:
    from jvom.documents.captions import Captions
    from jvom.documents.remarks import Margin

_SENTENCE_END = (".", "!", "?", "…")


class LineWriter(Protocol):
    """What a line asks of the writer of its text; `ground` is that of personal data in a `public` one."""

    public: bool
    ground: str
    printer: DossierPrinter
    by_id: Mapping[str, numbering.Section]

    @property
    def captions(self) -> Captions:
        """The captions of the documents."""

    def line(self, fragment: Fragment) -> Line:
        """Return an empty line of the fragment."""

    def source(self, span: Span) -> Span | None:
        """Return where a paragraph was typed, if that is asked."""


class _Looks(msgspec.Struct, frozen=True):
    """How the words that are being written look: character style, language, and the link they are in."""

    style: str = ""
    language: str = ""
    address: str = ""


_PLAIN = _Looks()
_CHARACTER_STYLES = {Term: "Emphasis", Strong: "Strong", Link: "Hyperlink"}


class Line:
    """The pieces of one paragraph; when all are there, they are typeset as one text."""

    def __init__(self, writer: LineWriter, fragment: Fragment, margin: Margin | None = None) -> None:
        self.writer, self.fragment, self.margin = writer, fragment, margin
        section = writer.by_id.get(fragment.id)
        # Letter and nota refer to headings that are in another file: words, and no field.
        self.in_report = section is not None and section.fragment is fragment
        self.document = REPORT if self.in_report else fragment.id
        self.pieces: list[tuple[str, _Looks | plan.Inline]] = []

    def write(self, content: Inlines) -> None:
        """Add the pieces of the content."""
        for segment in flatten(content, self.writer.printer, remarks=self.margin is not None):
            self.segment(segment)

    def segment(self, segment: Segment) -> None:
        """Add the pieces of a segment."""
        kind, style, within = segment.kind, segment.style, segment.within
        looks = _Looks(_CHARACTER_STYLES[within], style.language, style.address) if within else _PLAIN
        if self.writer.public and style.withheld:
            self.bar(style.withheld)
        elif kind == "words":
            self.pieces.append((segment.text, looks))
        else:
            self.computed(segment, looks)

    def computed(self, segment: Segment, looks: _Looks) -> None:
        """Write a segment that was not typed as words; a picture is a paragraph of its own, never in one."""
        match segment.kind:
            case "figure":
                self.figure(segment.text, looks)
            case "reference":
                self.crossreference(segment.pieces, looks)
            case "citation":
                for piece in segment.pieces:
                    self.text(piece.text, _Looks("Emphasis", piece.language) if piece.language else looks)
            case "space" if segment.text == "\n":
                self.pieces.append((segment.text, plan.LineBreak()))
            case "space":
                self.text(segment.text, looks)
            case "note" if isinstance(segment.source, NoteMark):
                self.pieces.append(("", self.note(segment.source.label)))
        if self.margin:
            self.comment(segment, self.margin)

    def comment(self, segment: Segment, margin: Margin) -> None:
        """Write the comments that belong behind a segment; those in a footnote belong to its mark."""
        remarks: tuple[Remark, ...] = ()
        match segment.source:
            case Remark() as remark:
                remarks = (remark,)
            case FigureUse(name=name):
                remarks = margin.of_figure(name)
            case Citation(references=names):
                remarks = margin.of_references(names)
            case NoteMark(label=label):
                remarks = self.remarks_in_note(label, margin)
        self.pieces.extend(("", mark) for mark in margin.around(remarks, ()))

    def remarks_in_note(self, label: str, margin: Margin) -> tuple[Remark, ...]:
        """Return the remarks in a footnote and about what it uses: Word has no comments there."""
        found: list[Remark] = []
        for note in self.fragment.footnotes:
            for inline in walk_blocks(note.blocks) if note.label == label else ():
                match inline:
                    case Remark():
                        found.append(inline)
                    case FigureUse(name=name):
                        found.extend(margin.of_figure(name))
                    case Citation(references=names):
                        found.extend(margin.of_references(names))
        return tuple(found)

    def text(self, value: str, looks: _Looks) -> None:
        self.pieces.append((value, looks))

    def bar(self, mark: Withheld) -> None:
        """Add a bar, unless it would be side by side with one of the same ground: no width tells of words."""
        from jvom.documents.bars import bar, is_bar

        made = bar(self.writer.ground if mark.ground is None else mark.ground)
        last = self.pieces[-1][1] if self.pieces else None
        if last == made:
            return
        if is_bar(last):
            self.text(" ", _PLAIN)
        self.pieces.append((made.text, made))

    def opens_sentence(self) -> bool:
        """Tell whether a sentence begins with what is written next."""
        before = "".join(text for text, _ in self.pieces).rstrip(' "“‘(')
        if not before.endswith(_SENTENCE_END):
            return not before
        # A full stop may also be that of an abbreviation: "zie o.a. paragraaf 2.3".
        from jvom.dutch.sentences import sentences

        *_, (start, _) = sentences(f"{before} A")
        return start > len(before)

    def figure(self, written: str, looks: _Looks) -> None:
        begins = written[0].islower() and self.opens_sentence()
        self.text(written[0].upper() + written[1:] if begins else written, looks)

    def crossreference(self, pieces: tuple[Piece, ...], looks: _Looks) -> None:
        for piece in capitalized(pieces) if self.opens_sentence() else pieces:
            if piece.section and self.in_report:
                lower = piece.appendix and piece.text.islower()
                field = plan.NumberReference(bookmark_of(piece.section), piece.text, lower)
                self.pieces.append((piece.text, field))
            elif piece.caption and self.writer.captions.are_in(self.document, piece.caption):
                field = plan.NumberReference(bookmark_of(piece.caption), piece.text, of_caption=True)
                self.pieces.append((piece.text, field))
            else:
                self.text(piece.text, looks)

    def note(self, label: str) -> plan.Note:
        for footnote in self.fragment.footnotes:
            if footnote.label == label:
                return plan.Note(
                    tuple(
                        plan.Paragraph(
                            "FootnoteText",
                            self.without_comments(block.content),
                            source=self.writer.source(block.span),
                        )
                        for block in footnote.blocks
                        if isinstance(block, Paragraph)
                    )
                )
        raise KeyError(label)

    def without_comments(self, content: Inlines) -> tuple[plan.Inline, ...]:
        """Return inlines as those of a footnote."""
        line = self.writer.line(self.fragment)
        line.margin = None
        line.write(content)
        return line.inlines()

    def inlines(self) -> tuple[plan.Inline, ...]:
        """Return the pieces, their words typeset in the light of the words around them."""
        # typeset() keeps the length, so each piece finds its own words back at its own place.
        return tuple(self.made(self.pieces, typeset("".join([text for text, _ in self.pieces])), 0))

    def made(
        self,
        pieces: list[tuple[str, _Looks | plan.Inline]],
        whole: str,
        begin: int,
        before: list[plan.Inline] | None = None,
    ) -> list[plan.Inline]:
        """Return some of the pieces behind those `before` them.

        Their words begin at `begin` in the `whole` text of the paragraph.
        """
        found: list[plan.Inline] = before or []
        plain = at = begin  # where the plain words begin that are not in `found` yet, and where they end
        for text, made in pieces:
            start, at = at, at + len(text)
            if made is _PLAIN:
                continue
            if plain < start:
                self._append(found, whole[plain:start], _PLAIN)
            plain, words = at, whole[start:at]
            if isinstance(made, plan.NumberReference):
                found.append(msgspec.structs.replace(made, text=words))
            elif isinstance(made, plan.CommentStart):
                _begin_comment(found, made)
            elif not isinstance(made, _Looks):
                found.append(made)
            elif words:
                self._append(found, words, made)
        if plain < at:
            self._append(found, whole[plain:at], _PLAIN)
        return found

    def _append(self, found: list[plan.Inline], words: str, looks: _Looks) -> None:
        last = found[-1] if found else None
        if looks.address:
            run = plan.Run(words, looks.style, looks.language)
            if isinstance(last, plan.Hyperlink) and last.address == looks.address:
                found[-1] = plan.Hyperlink(looks.address, (*last.content, run))
            else:
                found.append(plan.Hyperlink(looks.address, (run,)))
        elif isinstance(last, plan.Run) and last.style == looks.style and last.language == looks.language:
            found[-1] = plan.Run(last.text + words, looks.style, looks.language)
        else:
            found.append(plan.Run(words, looks.style, looks.language))


def _begin_comment(found: list[plan.Inline], start: plan.CommentStart) -> None:
    """Begin a comment before the last word that is there, so that Word shows what it is about."""
    last = found[-1] if found else None
    if not isinstance(last, plan.Run):
        found.append(start)
        return
    at = max(last.text.rstrip().rfind(" "), last.text.rstrip().rfind("\u00a0")) + 1
    if at:
        found[-1] = msgspec.structs.replace(last, text=last.text[:at])
    else:
        found.pop()
    found += [start, msgspec.structs.replace(last, text=last.text[at:])]
