# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Footnotes: references in the text, the notes in a part of their own, numbered by Word."""

from __future__ import annotations

from collections.abc import Callable

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part, XmlPart
from lxml import etree

from jvom.ooxml.names import declaration, qn, qnames
from jvom.ooxml.xml import parse
from jvom.plan import Note, Paragraph
from jvom.word.parts import root_of, xml_part
from jvom.word.splices import Splices

REFERENCE_STYLE = "FootnoteReference"
TEXT_STYLE = "FootnoteText"

_MARK = f'<w:rPr><w:rStyle w:val="{REFERENCE_STYLE}"/></w:rPr>'
_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))
_EMPTY = f"<w:footnotes{declaration('w', 'r')}/>"

# What may follow w:footnotePr in w:settings (ECMA-376-1, 17.15.1.78).
_AFTER_FOOTNOTES = qnames(
    "w:endnotePr w:compat w:docVars w:rsids m:mathPr w:attachedSchema w:themeFontLang w:clrSchemeMapping "
    "w:doNotIncludeSubdocsInStats w:doNotAutoCompressPictures w:forceUpgrade w:captions "
    "w:readModeInkLockDown w:smartTagType w:shapeDefaults w:doNotEmbedSmartTags w:decimalSymbol "
    "w:listSeparator"
)


class Notes:
    """The footnotes of a document, whose main part is `main`."""

    def __init__(self, main: Part) -> None:
        self._main = main
        self._written: list[str] = []

    def part(self) -> XmlPart:
        """Return the part with the notes and their separators; it is created when the template has none."""
        part = xml_part(self._main, RT.FOOTNOTES, "/word/footnotes.xml", CT.WML_FOOTNOTES, _EMPTY)
        if not len(part.element):
            kinds = "".join(
                f'<w:footnote w:type="{kind}" w:id="{id_}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
                for id_, kind in _SEPARATORS
            )
            part.element.extend(parse(kinds))
            _declare_separators(root_of(self._main, RT.SETTINGS))
        return part

    def reference(self, note: Note, write: Callable[[Paragraph, str], str]) -> str:
        """Return the run that refers to the note; `write` makes a paragraph that begins with some markup."""
        number = len(self._written) + 1
        mark = f'<w:r>{_MARK}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
        paragraphs = note.paragraphs or (Paragraph(TEXT_STYLE, ()),)
        text = "".join(write(each, "" if index else mark) for index, each in enumerate(paragraphs))
        self._written.append(f'<w:footnote w:id="{number}">{text}</w:footnote>')
        return f'<w:r>{_MARK}<w:footnoteReference w:id="{number}"/></w:r>'

    def finish(self, splices: Splices) -> None:
        """Add the notes to their part, after the separators."""
        if self._written:
            self.part().element.append(splices.mark(self._written))


def _declare_separators(settings: etree._Element | None) -> None:
    """List the separators in the settings, as Word does."""
    if settings is None or settings.find(qn("w:footnotePr")) is not None:
        return
    [properties] = parse(
        "<w:footnotePr>"
        + "".join(f'<w:footnote w:id="{id_}"/>' for id_, _ in _SEPARATORS)
        + "</w:footnotePr>"
    )
    place = next(
        (index for index, each in enumerate(settings) if each.tag in _AFTER_FOOTNOTES), len(settings)
    )
    settings.insert(place, properties)
