# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The runs of a paragraph: words, breaks, notes, pictures, tracked changes and comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from lxml import etree

from jvom.model import LowContrast, Trace, TraceKind
from jvom.ooxml.names import qn, qnames
from jvom.ooxml.relationships import Relationship
from jvom.ooxml.tree import VAL, find, is_on, text_of, value
from jvom.ooxml.values import is_true
from jvom.reading.word.contrast import Contrasts
from jvom.reading.word.fields import Field, Fields
from jvom.reading.word.numbering import roman
from jvom.reading.word.pieces import Look, Pieces
from jvom.reading.word.styles import BODY_LEVEL, TextStyles
from jvom.source import Span
from jvom.text import NoteMark, Picture

_TEXT, _DELETED = qnames("w:t w:delText")
_RUN, _LINK, _SIMPLE = qnames("w:r w:hyperlink w:fldSimple")
_CHAR, _CODE, _DELETED_CODE = qnames("w:fldChar w:instrText w:delInstrText")
_FOOTNOTE, _ENDNOTE = qnames("w:footnoteReference w:endnoteReference")
_INSERTED = qnames("w:ins w:moveTo")
_REMOVED = qnames("w:del w:moveFrom")
_COMMENT_START, _COMMENT_END, _COMMENT = qnames("w:commentRangeStart w:commentRangeEnd w:commentReference")
_CONTROL, _CONTROL_CONTENT = qnames("w:sdt w:sdtContent")
_ALTERNATE, _FALLBACK = qnames("mc:AlternateContent mc:Fallback")
_DRAWINGS = qnames("w:drawing w:pict w:object")
_BOX = qn("w:txbxContent")
_PARAGRAPH_PROPERTIES, _RUN_PROPERTIES = qnames("w:pPr w:rPr")
_ID, _R_ID, _R_EMBED = qnames("w:id r:id r:embed")
_MATH_TEXT = qn("m:t")
# Elements that are one character. In a fragment, no-break spaces and the like are typed as plain ones.
_CHARACTERS = {
    qn("w:tab"): " ",
    qn("w:ptab"): " ",
    qn("w:noBreakHyphen"): "-",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
}
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2011": "-", "\u00ad": None,
                        **dict.fromkeys("\t\n\r\x0b\u0085\u2028", " ")})  # fmt: skip


class Comment(NamedTuple):
    """A comment: who made it and what it says."""

    author: str
    text: str


class SharedState:
    """What the paragraphs of a file share, and what is found in them."""

    def __init__(self, styles: TextStyles, contrasts: Contrasts, comments: dict[str, Comment]) -> None:
        self.styles, self.contrasts, self.comments = styles, contrasts, comments
        self.fields = Fields()
        self.traces: list[Trace] = []
        self.underlined: list[Span] = []
        self.formatted: list[Span] = []
        self.faint: list[LowContrast] = []
        self.unspoken: list[Span] = []
        self.notes: list[tuple[Literal["footnote", "endnote"], str, str, str]] = []
        self.comment_starts: dict[str, Span] = {}
        self.section = ""
        self._counts = {"footnote": 0, "endnote": 0}

    def note(self, kind: Literal["footnote", "endnote"], id_: str, custom: str) -> str:
        """Count a reference to a note, and return its label."""
        if not custom:
            self._counts[kind] += 1
        count = self._counts[kind]
        label = custom or (str(count) if kind == "footnote" else roman(min(count, 3999)))
        self.notes.append((kind, id_, label, self.section))
        return label


class ParagraphReader:
    """Reads the runs of one paragraph (or of several that a deleted mark joins) into pieces.

    With `silent` it only follows fields: the text is left out.
    """

    def __init__(
        self,
        shared: SharedState,
        pieces: Pieces,
        style: str,
        targets: Mapping[str, Relationship],
        *,
        silent: bool,
    ) -> None:
        self.shared, self.pieces, self.silent = shared, pieces, silent
        self.targets = targets
        self.own = shared.styles.look(style)
        self.heading = self.own.outline is not None and self.own.outline < BODY_LEVEL
        self.boxes: list[etree._Element] = []
        self.breaks = False
        self._address = ""

    def read(self, paragraph: etree._Element) -> None:
        """Read the content of a paragraph."""
        self._inside(paragraph)

    def _inside(self, element: etree._Element) -> None:
        for each in element:
            tag = each.tag
            if tag == _RUN:
                self._run(each)
            elif tag in (_PARAGRAPH_PROPERTIES, _RUN_PROPERTIES):
                continue
            elif tag == _LINK:
                self._link(each)
            elif tag == _SIMPLE:
                self.shared.fields.begin(Field(each.get(qn("w:instr"), ""), showing=True))
                self._inside(each)
                self.shared.fields.end()
            elif tag in _INSERTED:
                self._insertion(each)
            elif tag in _REMOVED:
                self._removal(each)
            elif tag == _CONTROL:
                self._control(each)
            elif tag == _ALTERNATE:
                self._alternate(each)
            elif tag == _COMMENT_START:
                self.shared.comment_starts[each.get(_ID, "")] = self.pieces.here()
            elif tag == _COMMENT_END:
                self._comment(each.get(_ID, ""))
            elif tag == _MATH_TEXT:
                self._add("text", each.text or "", Look())
            elif isinstance(tag, str):
                self._inside(each)

    def _link(self, element: etree._Element) -> None:
        target = self.targets.get(element.get(_R_ID, ""))
        outer = self._address
        if target is not None and target.external:
            self._address = target.destination
        self._inside(element)
        self._address = outer

    def _insertion(self, element: etree._Element) -> None:
        before = self.pieces.length
        self._inside(element)
        if self.pieces.length > before:
            span = self.pieces.span(before, self.pieces.length)
            text = text_of(element)
            self._trace("invoeging", element.get(qn("w:author"), ""), text, span)

    def _removal(self, element: etree._Element) -> None:
        text = text_of(element, "w:delText", "w:t")
        if text.strip():
            self._trace("verwijdering", element.get(qn("w:author"), ""), text, self.pieces.here())
        # The marks of fields in the deleted text still count.
        for each in element.iter(_CHAR):
            self._field(each.get(qn("w:fldCharType"), ""))

    def _control(self, element: etree._Element) -> None:
        before = self.pieces.length
        content = element.find(_CONTROL_CONTENT)
        if content is not None:
            self._inside(content)
        if find(element, "w:sdtPr/w:showingPlcHdr") is not None and self.pieces.length > before:
            text = text_of(element)
            self._trace("leeg veld", "", text, self.pieces.span(before, self.pieces.length))

    def _alternate(self, element: etree._Element) -> None:
        """Read the first choice; the fallback says the same for an older Word."""
        choice = next((each for each in element if each.tag != _FALLBACK), None)
        if choice is None:
            choice = element.find(_FALLBACK)
        for each in () if choice is None else choice:
            if each.tag == _RUN:
                self._run(each)
            else:
                self._run_content(each, Look())

    def _comment(self, id_: str) -> None:
        comment = self.shared.comments.pop(id_, None)
        if comment is None or self.silent:
            return
        here = self.pieces.here()
        span = self.shared.comment_starts.get(id_, here).through(here)
        self.shared.traces.append(
            Trace(kind="opmerking", author=comment.author, text=comment.text, span=span)
        )

    def _trace(self, kind: TraceKind, author: str, text: str, span: Span) -> None:
        if self.silent:
            return
        last = self.shared.traces[-1] if self.shared.traces else None
        # A change over several runs is one change.
        if (
            last is not None
            and (last.kind, last.author) == (kind, author)
            and last.span.meets(span)
            and len(last.text) < 1_000
        ):
            whole = last.span.through(span)
            self.shared.traces[-1] = Trace(kind=kind, author=author, text=last.text + text, span=whole)
        else:
            self.shared.traces.append(Trace(kind=kind, author=author, text=text[:1_000], span=span))

    # --- runs

    def _run(self, run: etree._Element) -> None:
        properties = run.find(_RUN_PROPERTIES)
        look, hidden = self._look(properties)
        before = self.pieces.length
        if hidden:
            text = text_of(run)
            if text.strip() and not self.shared.fields.hidden:
                self._trace("verborgen tekst", "", text, self.pieces.here())
            for each in run.iter(_CHAR, _CODE):
                self._run_content(each, look)
            return
        for each in run:
            if each.tag != _RUN_PROPERTIES:
                self._run_content(each, look)
        if self.pieces.length > before and not self.silent:
            self._judge(run, properties, look, self.pieces.span(before, self.pieces.length))

    def _judge(self, run: etree._Element, properties: etree._Element | None, look: Look, span: Span) -> None:
        """Note what makes a run hard to read, or differ from its style."""
        if any((each.text or "").strip() for each in run.iter(_TEXT)):
            contrast = self.shared.contrasts.too_little(run, properties)
            if contrast is not None:
                _extend_faint(self.shared.faint, LowContrast(span, *contrast))
        if properties is None:
            return
        if self._underlined(properties) and not look.address:
            _extend(self.shared.underlined, span)
        if any(find(properties, each) is not None for each in ("w:rFonts", "w:sz", "w:color")):
            _extend(self.shared.formatted, span)

    def _run_content(self, each: etree._Element, look: Look) -> None:
        tag = each.tag
        if tag == _TEXT:
            self._add("text", (each.text or "").translate(_PLAIN), look)
        elif tag in _CHARACTERS:
            if tag == qn("w:br") and each.get(qn("w:type"), "textWrapping") != "textWrapping":
                self.breaks = True
            elif _CHARACTERS[tag] == "\n":
                self._add("break", "\n", look)
            else:
                self._add("text", _CHARACTERS[tag], look)
        elif tag == _CHAR:
            self._field(each.get(qn("w:fldCharType"), ""))
        elif tag in (_CODE, _DELETED_CODE):
            self.shared.fields.add_instruction(each.text or "")
        elif tag in (_FOOTNOTE, _ENDNOTE):
            self._note("footnote" if tag == _FOOTNOTE else "endnote", each, look)
        elif tag == _COMMENT:
            self._comment(each.get(_ID, ""))
        elif tag in _DRAWINGS:
            self._drawing(each)
        elif tag == _ALTERNATE:
            self._alternate(each)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.shared.fields.begin(Field())
        elif kind == "separate":
            self.shared.fields.separate()
        elif kind == "end":
            self.shared.fields.end()

    def _note(self, kind: Literal["footnote", "endnote"], element: etree._Element, look: Look) -> None:
        if self.silent or self.shared.fields.hidden:
            return
        custom = ""
        if is_true(element.get(qn("w:customMarkFollows"))):
            parent = element.getparent()
            custom = "" if parent is None else text_of(parent).strip()
        label = self.shared.note(kind, element.get(_ID, ""), custom)
        self.pieces.mark(NoteMark(label, self.pieces.here()), look)

    def _add(self, kind: Literal["text", "break"], text: str, look: Look) -> None:
        fields = self.shared.fields
        if self.silent or fields.hidden:
            return
        if kind == "text" and fields.computed:
            self.pieces.add("field", text, look)
        else:
            self.pieces.add(kind, text, look)

    def _look(self, properties: etree._Element | None) -> tuple[Look, bool]:
        """Return how a run looks, and whether it is hidden."""
        styles, own = self.shared.styles, self.own
        address = self._address or self.shared.fields.address
        style = styles.look(value(find(properties, "w:rStyle")))
        bold = _first(is_on(find(properties, "w:b")), style.bold, own.bold and not self.heading)
        italic = _first(is_on(find(properties, "w:i")), style.italic)
        hidden = _first(is_on(find(properties, "w:vanish")), style.hidden, own.hidden)
        language = primary(value(find(properties, "w:lang")) or style.language)
        if language in ("nl", primary(styles.language), "x", "zxx", "und"):
            language = ""
        return Look(address, bold, italic, language), hidden

    def _underlined(self, properties: etree._Element) -> bool:
        line = find(properties, "w:u")
        if line is not None:
            return line.get(VAL, "single") != "none"
        return bool(self.shared.styles.look(value(find(properties, "w:rStyle"))).underlined)

    # --- drawings

    def _drawing(self, drawing: etree._Element) -> None:
        boxes = list(_outer_boxes(drawing))
        self.boxes += boxes
        if boxes or self.silent or self.shared.fields.hidden:
            return
        for described in drawing.iter(qn("wp:docPr")):
            self._picture(described, drawing)
        for shape in drawing.iter(qn("v:shape")):
            image = shape.find(qn("v:imagedata"))
            if image is not None:
                target = self.targets.get(image.get(_R_ID, ""))
                self._show(target.destination if target else "", shape.get("alt", ""))

    def _picture(self, described: etree._Element, drawing: etree._Element) -> None:
        if any(each.get("val") in ("1", "true") for each in described.iter(qn("adec:decorative"))):
            return
        data = next(drawing.iter(qn("a:graphicData")), None)
        kind = "" if data is None else data.get("uri", "").rpartition("/")[2]
        if kind not in ("picture", "chart", "diagram", "wordprocessingGroup", "wordprocessingCanvas"):
            return
        blip = next(drawing.iter(qn("a:blip")), None)
        target = None if blip is None else self.targets.get(blip.get(_R_EMBED, ""))
        self._show(target.destination if target else kind, described.get("descr", ""))

    def _show(self, path: str, alternative: str) -> None:
        alternative = " ".join(alternative.split())
        self.pieces.mark(Picture(path, alternative, "", self.pieces.here()), Look())


def primary(tag: str) -> str:
    """Return the language of a language tag: "en" for "en-GB"."""
    return tag.replace("_", "-").partition("-")[0].lower()


def _first(*answers: bool | None) -> bool:
    return next((answer for answer in answers if answer is not None), False)


def _extend(spans: list[Span], span: Span) -> None:
    """Add a span, joined to the last one when they meet."""
    if spans and spans[-1].meets(span):
        span = spans.pop().through(span)
    spans.append(span)


def _extend_faint(found: list[LowContrast], faint: LowContrast) -> None:
    """Add faint text, joined to the last when they meet and have the same contrast."""
    if found and (found[-1].ratio, found[-1].least) == (faint.ratio, faint.least):
        spans = [found[-1].span]
        _extend(spans, faint.span)
        if len(spans) == 1:
            found[-1] = LowContrast(spans[0], faint.ratio, faint.least)
            return
    found.append(faint)


def _outer_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the contents of text boxes, without nested ones and the fallbacks for an older Word."""
    for each in element:
        if each.tag == _BOX:
            yield each
        elif each.tag != _FALLBACK:
            yield from _outer_boxes(each)
