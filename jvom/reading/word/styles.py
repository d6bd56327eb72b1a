# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the styles of a Word file say of its text, including the styles they are based on."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from jvom.ooxml.names import qn
from jvom.ooxml.styles import Styles
from jvom.ooxml.tree import find, is_on, number, value

BODY_LEVEL = 9
"""The outline level of body text (ECMA-376-1, 17.3.1.20); headings have 0 to 8."""

# Built-in styles keep their English name in the file, whatever the language of Word; other programs and
# people may use names in their own language.
_HEADING = re.compile(
    r"(?:heading|kop|koptekst\s?niveau|überschrift|titre|título|titolo|rubrik|overskrift|otsikko|nagłówek|"
    r"nadpis|başlık|заголовок)[\s_-]{0,2}([1-9])",
    re.IGNORECASE,
)
_TITLE = frozenset({"title", "titel", "titre", "título", "titolo", "documenttitel"})
_CONTENTS = re.compile(
    r"(?:toc|inhopg|inhoudsopgave|verzeichnis|tm|table of figures|lijst met afbeeldingen)[\s_-]{0,2}[1-9]?",
    re.IGNORECASE,
)


class StyleLook(NamedTuple):
    """What a style says, including what it is based on; None when neither says it."""

    name: str = ""
    outline: int | None = None
    num: str | None = None
    level: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    underlined: bool | None = None
    language: str = ""
    font: str = ""


class TextStyles(Styles):
    """The styles of a file by id, and what they say of its text."""

    def __init__(self, root: etree._Element | None) -> None:
        super().__init__(root)
        self._looks: dict[str, StyleLook] = {}
        language = value(find(self.defaults, "w:rPrDefault/w:rPr/w:lang"))
        self.language = language or self.look(self.default).language

    def look(self, id_: str) -> StyleLook:
        """Return what a style says; an empty look when there is no such style."""
        if id_ in self._looks:
            return self._looks[id_]
        chain = self.chain(id_)
        look = StyleLook()
        for element in reversed(chain):
            look = _overridden(look, element)
        if chain:
            name = self.name(id_)
            look = look._replace(name=name)
            if look.outline is None:
                look = look._replace(outline=_named_level(name, value(find(chain[0], "w:aliases")), id_))
        self._looks[id_] = look
        return look

    def is_title(self, id_: str) -> bool:
        """Tell whether the style is for the title of a document."""
        return self.look(id_).name.lower() in _TITLE

    def is_contents(self, id_: str) -> bool:
        """Tell whether the style is for the lines of a table of contents."""
        return bool(_CONTENTS.fullmatch(self.look(id_).name) or _CONTENTS.fullmatch(id_))

    def fonts(self) -> tuple[str, ...]:
        """Return the fonts that the styles name, in order, without those of themes."""
        found = [
            each.get(qn("w:ascii"), "")
            for element in self.elements()
            if (each := find(element, "w:rPr/w:rFonts")) is not None
        ]
        return tuple(dict.fromkeys(filter(None, found)))


def _named_level(*names: str) -> int | None:
    for name in names:
        for part in name.split(","):
            if match := _HEADING.fullmatch(part.strip()):
                return int(match[1]) - 1
    return None


def _overridden(look: StyleLook, element: etree._Element) -> StyleLook:
    """Return the look of what a style is based on, overridden by what the style says."""
    paragraph, run = find(element, "w:pPr"), find(element, "w:rPr")
    changes: dict[str, object] = {}
    outline, numbered = find(paragraph, "w:outlineLvl"), find(paragraph, "w:numPr")
    if outline is not None:
        changes["outline"] = number(outline, BODY_LEVEL)
    elif look.outline is None and (level := _named_level(value(find(element, "w:name")))) is not None:
        changes["outline"] = level
    if numbered is not None:
        num, level_ = find(numbered, "w:numId"), find(numbered, "w:ilvl")
        if num is not None:
            changes["num"] = value(num)
        if level_ is not None:
            changes["level"] = number(level_)
    for key, tag in (("bold", "w:b"), ("italic", "w:i"), ("hidden", "w:vanish"), ("underlined", "w:u")):
        if (on := is_on(find(run, tag))) is not None:
            changes[key] = on
    if language := value(find(run, "w:lang")):
        changes["language"] = language
    return look._replace(**changes)  # type: ignore[arg-type]
