# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The fields of a damaged Word file, which would hide words."""

from __future__ import annotations

from lxml import etree

from jvom.ooxml.names import qn, qnames
from jvom.ooxml.tree import detach

_T, _CHAR = qnames("w:t w:fldChar")


def mend_fields(root: etree._Element) -> None:
    """Remove the marks of fields that do not end, or that have words where their instruction belongs."""
    begun: list[list[etree._Element]] = []
    broken: list[etree._Element] = []
    hiding: list[bool] = []
    for each in root.iter(_CHAR, _T):
        if each.tag == _T:
            if (each.text or "").strip():
                for at, marks in enumerate(begun):
                    hiding[at] = hiding[at] or len(marks) == 1
            continue
        match each.get(qn("w:fldCharType"), ""):
            case "begin":
                begun.append([each])
                hiding.append(False)
            case "separate" if begun and len(begun[-1]) == 1:
                begun[-1].append(each)
            case "end" if begun:
                marks = [*begun.pop(), each]
                if hiding.pop():
                    broken += marks
            case _:
                broken.append(each)
    broken += [each for marks in begun for each in marks]
    for each in broken:
        detach(each)
