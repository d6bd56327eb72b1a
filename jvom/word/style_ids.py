# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Style ids as in plans, whatever language the template was saved in.

Word makes the id of a style from its name in the language of the user, so a Dutch Word saves "heading 1" as
``Kop1``. The name of a built-in style stays English (ECMA-376-1, 17.7.4.9), so that is what we go by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from lxml import etree

from jvom.ooxml.archive import Members, pack
from jvom.ooxml.names import qn, qnames
from jvom.ooxml.tree import VAL, find, value
from jvom.ooxml.xml import serialized
from jvom.word import stand_ins

_STYLE, _STYLE_ID = qnames("w:style w:styleId")
# The elements that refer to a style by its id (ECMA-376-1, 17.7.4 and 17.9).
_REFERENCES = qnames("w:pStyle w:rStyle w:tblStyle w:basedOn w:next w:link w:numStyleLink w:styleLink")
# The built-in names whose id is not the name without spaces.
_EXCEPTIONS = {"normal table": "TableNormal"}


@cache
def plan_id(style_name: str) -> str:
    """Return the id by which a plan knows a style: the words of its name, each with a capital."""
    words = style_name.replace("toc ", "TOC ").replace("-", " ").split()
    return _EXCEPTIONS.get(style_name.lower()) or "".join(word[:1].upper() + word[1:] for word in words)


def _renamed_ids(roots: Mapping[str, etree._Element]) -> dict[str, str]:
    """Return the plan's id of each style that has another id in the template."""
    ids = {style.get(_STYLE_ID, ""): label for style, label in _styles(roots)}
    return {old: new for old, label in ids.items() if (new := plan_id(label)) != old and new not in ids}


def with_plan_ids(data: bytes, roots: Mapping[str, etree._Element]) -> bytes:
    """Return the template with the plan's style ids, and with the styles that came later than it.

    The same bytes when it has them already.
    """
    new_ids = _renamed_ids(roots)
    _rename(roots, new_ids)
    if not stand_ins.add(roots) and not new_ids:
        return data
    changed = {part: serialized(root) for part, root in roots.items()}
    return pack((part, [changed.get(part, content)]) for part, content in Members(data).items())


def _rename(roots: Mapping[str, etree._Element], new_ids: Mapping[str, str]) -> None:
    if not new_ids:
        return
    for root in roots.values():
        for style in root.iter(_STYLE):
            style.set(_STYLE_ID, new_ids.get(style.get(_STYLE_ID, ""), style.get(_STYLE_ID, "")))
        for reference in root.iter(*_REFERENCES):
            reference.set(VAL, new_ids.get(reference.get(VAL, ""), reference.get(VAL, "")))


def _styles(roots: Mapping[str, etree._Element]) -> Iterator[tuple[etree._Element, str]]:
    for root in roots.values():
        if root.tag == qn("w:styles"):
            for style in root.iterchildren(_STYLE):
                label = find(style, "w:name")
                if label is not None:
                    yield style, value(label)
