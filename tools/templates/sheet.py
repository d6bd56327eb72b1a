# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Styles, and their XML, with the properties in the order of the schema."""

from __future__ import annotations

from typing import Literal
from xml.sax.saxutils import escape

import msgspec

from tools.templates.markup import DECLARATION, NAMESPACES
from tools.templates.theme import TYPEFACE

# How many styles Word has built in; those that a template does not define stay out of the style list.
_BUILT_IN = 376

Tab = tuple[Literal["left", "right"], int, Literal["none", "dot"]]


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """Paragraph properties, lengths in twips; None inherits from the style that this one is based on.

    `line` is an exact line height; 0 lets the line grow with its content. `numbering` is the list
    (w:num; 0 removes the number) and the level in it; `outline` the heading level, from 1.
    """

    keep_next: bool | None = None
    keep_lines: bool | None = None
    page_break_before: bool | None = None
    widow_control: bool | None = None
    numbering: tuple[int, int] | None = None
    border_below: tuple[int, str] | None = None
    border_around: tuple[int, str] | None = None
    tabs: tuple[Tab, ...] = ()
    no_hyphens: bool | None = None
    before: int | None = None
    after: int | None = None
    line: int | None = None
    left: int | None = None
    right: int | None = None
    hanging: int | None = None
    contextual: bool | None = None
    align: Literal["left", "right"] | None = None
    outline: int | None = None

    def xml(self) -> str:
        """Return the w:pPr; child order as in CT_PPrBase."""
        content = "".join(
            (
                _switch("keepNext", self.keep_next),
                _switch("keepLines", self.keep_lines),
                _switch("pageBreakBefore", self.page_break_before),
                _switch("widowControl", self.widow_control),
                self._numbering(),
                self._border(),
                self._tabs(),
                _switch("suppressAutoHyphens", self.no_hyphens),
                self._spacing(),
                _attributes("ind", left=self.left, right=self.right, hanging=self.hanging),
                _switch("contextualSpacing", self.contextual),
                f'<w:jc w:val="{self.align}"/>' if self.align else "",
                f'<w:outlineLvl w:val="{self.outline - 1}"/>' if self.outline else "",
            )
        )
        return f"<w:pPr>{content}</w:pPr>" if content else ""

    def _numbering(self) -> str:
        if self.numbering is None:
            return ""
        list_id, level = self.numbering
        depth = f'<w:ilvl w:val="{level}"/>' if level else ""
        return f'<w:numPr>{depth}<w:numId w:val="{list_id}"/></w:numPr>'

    def _border(self) -> str:
        if self.border_around is not None:
            eighths, colour = self.border_around
            return "<w:pBdr>{}</w:pBdr>".format(
                "".join(
                    f'<w:{side} w:val="single" w:sz="{eighths}" w:space="6" {colour}/>'
                    for side in ("top", "left", "bottom", "right")
                )
            )
        if self.border_below is None:
            return ""
        eighths, colour = self.border_below
        line = f'<w:bottom w:val="single" w:sz="{eighths}" w:space="6" {colour}/>'
        return f"<w:pBdr>{line}</w:pBdr>"

    def _tabs(self) -> str:
        if not self.tabs:
            return ""
        stops = "".join(
            f'<w:tab w:val="{kind}" w:leader="{leader}" w:pos="{place}"/>'
            for kind, place, leader in self.tabs
        )
        return f"<w:tabs>{stops}</w:tabs>"

    def _spacing(self) -> str:
        line, rule = (240, "auto") if self.line == 0 else (self.line, "exact" if self.line else None)
        return _attributes("spacing", before=self.before, after=self.after, line=line, lineRule=rule)


class Character(msgspec.Struct, frozen=True, kw_only=True):
    """Run properties; `size` in points, `colour` as attributes of w:color. None inherits.

    `heading` is the theme's font for headings.
    """

    heading: bool = False
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    colour: str = ""
    letter_spacing: int | None = None
    size: float | None = None
    underline: bool | None = None
    shading: str = ""
    superscript: bool | None = None

    def xml(self) -> str:
        """Return the w:rPr; child order as in EG_RPrBase."""
        half_points = round(2 * self.size) if self.size else None
        content = "".join(
            (
                _fonts("major") if self.heading else "",
                _switch("b", self.bold),
                _switch("bCs", self.bold),
                _switch("i", self.italic),
                _switch("iCs", self.italic),
                _switch("caps", self.capitals),
                f"<w:color {self.colour}/>" if self.colour else "",
                _attributes("spacing", val=self.letter_spacing),
                _attributes("sz", val=half_points),
                _attributes("szCs", val=half_points),
                "" if self.underline is None else f'<w:u w:val="{"single" if self.underline else "none"}"/>',
                f'<w:shd w:val="clear" w:color="auto" w:fill="{self.shading}"/>' if self.shading else "",
                '<w:vertAlign w:val="superscript"/>' if self.superscript else "",
            )
        )
        return f"<w:rPr>{content}</w:rPr>" if content else ""


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """A style. `name` is Word's own for a built-in style, which Word then shows in the user's language.

    A `quick` style is in the gallery, ordered by `priority`; `extra` is the rest of a table style's XML.
    """

    id: str
    name: str
    kind: Literal["paragraph", "character", "table", "numbering"] = "paragraph"
    based_on: str = ""
    next: str = ""
    link: str = ""
    priority: int = 99
    quick: bool = True
    default: bool = False
    built_in: bool = True
    paragraph: Paragraph = Paragraph()
    character: Character = Character()
    extra: str = ""

    def xml(self) -> str:
        """Return the w:style; child order as in CT_Style."""
        attributes = f'w:type="{self.kind}"'
        attributes += ' w:default="1"' if self.default else ""
        attributes += "" if self.built_in else ' w:customStyle="1"'
        return (
            f'<w:style {attributes} w:styleId="{self.id}"><w:name w:val="{escape(self.name)}"/>'
            f"{_reference('basedOn', self.based_on)}{_reference('next', self.next)}"
            f'{_reference("link", self.link)}<w:uiPriority w:val="{self.priority}"/>'
            f"{'<w:qFormat/>' if self.quick else '<w:semiHidden/><w:unhideWhenUsed/>'}"
            f"{self.paragraph.xml()}{self.character.xml()}{self.extra}</w:style>"
        )


def _fonts(kind: Literal["major", "minor"]) -> str:
    """Return the theme's font of that kind.

    It names the typeface as well, since LibreOffice finds the entry of the font table only by its name; Word
    uses the theme.
    """
    return (
        f'<w:rFonts w:ascii="{TYPEFACE}" w:hAnsi="{TYPEFACE}" w:asciiTheme="{kind}HAnsi"'
        f' w:eastAsiaTheme="{kind}EastAsia" w:hAnsiTheme="{kind}HAnsi" w:cstheme="{kind}Bidi"/>'
    )


def _switch(name: str, value: bool | None) -> str:
    if value is None:
        return ""
    return f"<w:{name}/>" if value else f'<w:{name} w:val="0"/>'


def _attributes(name: str, **values: int | str | None) -> str:
    given = " ".join(f'w:{key}="{value}"' for key, value in values.items() if value is not None)
    return f"<w:{name} {given}/>" if given else ""


def _reference(name: str, id: str) -> str:
    return f'<w:{name} w:val="{id}"/>' if id else ""


def sheet(*styles: Style) -> str:
    """Return the styles part; of styles with the same id the last one counts, in the place of the first.

    The document defaults are the theme's font at 9 points on exactly 12, in Dutch.
    """
    by_id = {style.id: style for style in styles}
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{_fonts('minor')}"
        '<w:sz w:val="18"/><w:szCs w:val="18"/>'
        '<w:lang w:val="nl-NL" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="exact"/></w:pPr>'
        '</w:pPrDefault></w:docDefaults><w:latentStyles w:defLockedState="0" w:defUIPriority="99"'
        f' w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="{_BUILT_IN}"/>'
        f"{''.join(style.xml() for style in by_id.values())}</w:styles>"
    )
