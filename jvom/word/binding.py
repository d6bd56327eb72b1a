# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Content controls that show the same datum, bound to one custom XML part (ECMA-376-1, 17.5.2.6).

What a reader changes in one of them Word changes in all: a date on page 1, and in the header of every other
page. Programs show what the part holds rather than what is in the control, so it holds what is printed.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from jvom.ooxml.names import DATA, qn, qnames
from jvom.ooxml.tree import find
from jvom.ooxml.xml import escape
from jvom.plan import Inline, LineBreak, Run, plain_text
from jvom.word.controls import Control

ITEM = "{6A766F6D-6765-6765-7665-6E7300000001}"
"""The id by which controls find the part; the same for every file, as it says what kind of data it is."""

_ROOT = "gegevens"
_RICH, _TEXT, _BINDING = qnames("w:richText w:text w:dataBinding")
# The kinds of a control (17.5.2); those below keep a value of their own, or no text.
_OTHER_KINDS = qnames(
    "w:equation w:comboBox w:date w:docPartObj w:docPartList w:dropDownList w:picture w:citation w:group "
    "w:bibliography"
)
# What comes behind w:dataBinding in w:sdtPr (annex A.1, CT_SdtPr).
_BEHIND = frozenset((*qnames("w:label w:tabIndex"), _RICH, _TEXT, *_OTHER_KINDS))


def bind(shown: Mapping[str, list[Control]], text: Mapping[str, tuple[Inline, ...]]) -> str:
    """Bind the controls that show the same `text`, by tag, in more places.

    Returns the XML of the part that they are bound to, "" when there are none. A control stays as it is when
    its text is more than words in one look, or when it is of a kind that has values of its own.
    """
    data = ""
    for tag, places in sorted(shown.items()):
        content = text[tag]
        if len(places) < 2 or not _is_plain(content):
            continue
        found = [each for each in places if _takes_text(each)]
        if len(found) > 1:
            for control in found:
                _bind(control.element, tag, multiline=any(isinstance(each, LineBreak) for each in content))
            data += f"<{tag}>{escape(plain_text(content))}</{tag}>"
    return f'<{_ROOT} xmlns="{DATA}">{data}</{_ROOT}>' if data else ""


def _is_plain(content: tuple[Inline, ...]) -> bool:
    """Tell whether there are words, all in one look: what a control of plain text can hold."""
    looks = {(each.style, each.language) for each in content if isinstance(each, Run)}
    return len(looks) == 1 and all(isinstance(each, Run | LineBreak) for each in content)


def _takes_text(control: Control) -> bool:
    if control.level == "row":
        return False
    properties = find(control.element, "w:sdtPr")
    return properties is not None and not any(each.tag in _OTHER_KINDS for each in properties)


def _bind(sdt: etree._Element, tag: str, *, multiline: bool) -> None:
    """Make a control one of plain text, since Word ignores the binding of another, and bind it."""
    properties = find(sdt, "w:sdtPr")
    if properties is None:
        return
    for each in properties.findall(_RICH) + properties.findall(_TEXT) + properties.findall(_BINDING):
        properties.remove(each)
    binding = etree.Element(_BINDING)
    binding.set(qn("w:prefixMappings"), f"xmlns:j='{DATA}'")
    binding.set(qn("w:xpath"), f"/j:{_ROOT}[1]/j:{tag}[1]")
    binding.set(qn("w:storeItemID"), ITEM)
    at = next((at for at, each in enumerate(properties) if each.tag in _BEHIND), len(properties))
    properties.insert(at, binding)
    kind = etree.SubElement(properties, _TEXT)
    if multiline:
        kind.set(qn("w:multiLine"), "1")
