# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Complex fields with their results filled in, such as REF and PAGEREF.

None is dirty: Word shows the cached results without asking (ECMA-376-1, 17.16.18).
"""

from __future__ import annotations

from jvom.ooxml.xml import escape
from jvom.word.markup import run


def field(code: str, result: str, properties: str = "") -> str:
    """Return a field: `code` as an author types it, `result` as runs, each of ours with `properties`."""
    return field_start(code, properties) + result + field_end(properties)


def field_start(code: str, properties: str = "") -> str:
    """Return the runs before a field's result."""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(properties: str = "") -> str:
    """Return the run after a field's result."""
    return f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'


def number_reference(bookmark: str, text: str, properties: str = "", lower: bool = False) -> str:
    r"""Return a clickable REF to the number of the paragraph at the bookmark; \r omits its final stop.

    `lower` makes Word write the number in small letters.
    """
    code = rf"REF {bookmark} \r \h" + (r" \* Lower" if lower else "")
    return field(code, run(text, properties), properties)


def content_reference(bookmark: str, text: str, properties: str = "") -> str:
    """Return a clickable REF to what is in the bookmark."""
    return field(rf"REF {bookmark} \h", run(text, properties), properties)


def sequence_number(label: str, text: str, properties: str = "", *, restarts: bool = False) -> str:
    r"""Return a SEQ, which counts the captions with the label; one that `restarts` begins at its own number.

    Or Word, when it updates fields, and LibreOffice would count from the one before it (``\r``: ECMA-376-1,
    17.16.5.56).
    """
    start = rf" \r {text}" if restarts else ""
    return field(rf"SEQ {label}{start} \* ARABIC", run(text, properties), properties)


def page_reference(bookmark: str, page: int) -> str:
    """Return a clickable PAGEREF to the bookmark."""
    return field(rf"PAGEREF {bookmark} \h", run(str(page)))
