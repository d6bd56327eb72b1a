# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbering: the lists behind headings, appendices, bullets and numbered items.

A list's levels name the paragraph styles they number, so a style alone gives a paragraph its number.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

import msgspec

from tools.templates.lengths import mm
from tools.templates.markup import DECLARATION, NAMESPACES

# The instances (w:num) that the styles use. jvom adds more for lists that restart.
HEADINGS, APPENDICES, BULLETS, NUMBERS = 1, 2, 3, 4

# "10." and a space fit before the text of an item.
ITEM_INDENT = mm(6.5)


class Level(msgspec.Struct, frozen=True, kw_only=True):
    """A level of a list: `text` with %1, %2 ... for the numbers; its text hangs at `left` twips."""

    format: str
    text: str
    style: str = ""
    left: int
    hanging: int


class Definition(msgspec.Struct, frozen=True, kw_only=True):
    """A list definition (w:abstractNum); `mark` is its w:nsid, by which Word tells definitions apart."""

    mark: str
    kind: str
    levels: tuple[Level, ...]


def _items(format: str, texts: tuple[str, str], styles: tuple[str, str]) -> tuple[Level, ...]:
    return tuple(
        Level(format=kind, text=text, style=style, left=ITEM_INDENT * depth, hanging=ITEM_INDENT)
        for depth, (kind, text, style) in enumerate(
            zip((format, "lowerLetter" if format == "decimal" else format), texts, styles, strict=True), 1
        )
    )


BULLET_LIST = Definition(
    mark="3A5C0003",
    kind="hybridMultilevel",
    levels=_items("bullet", ("•", "–"), ("ListBullet", "ListBullet2")),
)
NUMBER_LIST = Definition(
    mark="3A5C0004",
    kind="hybridMultilevel",
    levels=_items("decimal", ("%1.", "%2."), ("ListNumber", "ListNumber2")),
)


def _level(position: int, level: Level) -> str:
    style = f'<w:pStyle w:val="{level.style}"/>' if level.style else ""
    return (
        f'<w:lvl w:ilvl="{position}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/>{style}'
        f'<w:lvlText w:val={quoteattr(level.text)}/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{level.left}" w:hanging="{level.hanging}"/></w:pPr></w:lvl>'
    )


def numbering(definitions: dict[int, Definition]) -> str:
    """Return the numbering part with `definitions` by the id of their instance (w:num)."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{id}"><w:nsid w:val="{definition.mark}"/>'
        f'<w:multiLevelType w:val="{definition.kind}"/><w:tmpl w:val="{definition.mark}"/>'
        f"{''.join(_level(*numbered) for numbered in enumerate(definition.levels))}</w:abstractNum>"
        for id, definition in definitions.items()
    )
    instances = "".join(
        f'<w:num w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>' for id in definitions
    )
    return f"{DECLARATION}<w:numbering {NAMESPACES}>{abstract}{instances}</w:numbering>"
