# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Complex fields with their results already there: REF, PAGEREF and the table of contents.

None is dirty: Word shows the cached results and asks nothing (ECMA-376-1, 17.16.18).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from jvom.plan import Contents, ContentsEntry, Paragraph
from jvom.word.markup import escape, paragraph, quote, run


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
    r"""Return a clickable REF to the number of the paragraph at the bookmark; \r leaves its last stop out.

    `lower` makes Word write the number in small letters.
    """
    code = rf"REF {bookmark} \r \h" + (r" \* Lower" if lower else "")
    return field(code, run(text, properties), properties)


def page_reference(bookmark: str, page: int) -> str:
    """Return a clickable PAGEREF to the bookmark."""
    return field(rf"PAGEREF {bookmark} \h", run(str(page)))


def contents_code(others: Iterable[tuple[str, int]], list_separator: str) -> str:
    """Return the TOC instruction for levels 1 to 3 of the built-in headings.

    `others` are names and levels of other styles to take in, which the document's list separator parts.
    """
    code = r'TOC \o "1-3" \h \z'
    styles = list_separator.join(f"{style}{list_separator}{level}" for style, level in others)
    return rf'{code} \t "{styles}"' if styles else code


def contents(
    plan: Contents,
    code: str,
    pages: Mapping[str, int],
    suffix: Callable[[ContentsEntry], str],
    inlines: Callable[[ContentsEntry], str],
    heading: Callable[[Paragraph], str],
) -> Iterator[str]:
    """Yield the heading and the entries of a table of contents.

    `pages` has the page of every entry's bookmark; `suffix` gives what stands between an entry's number and
    its text, as markup; `inlines` the runs of its text and `heading` the paragraph above it all.
    Raises KeyError for an entry without a page.
    """
    yield heading(plan.heading)
    if not plan.entries:
        yield paragraph("TOC1", field(code, ""))
    last = len(plan.entries) - 1
    for index, entry in enumerate(plan.entries):
        link = (
            f'<w:hyperlink w:anchor={quote(entry.bookmark)} w:history="1">'
            f"{run(entry.number) + suffix(entry) if entry.number else ''}{inlines(entry)}"
            f"<w:r><w:tab/></w:r>{page_reference(entry.bookmark, pages[entry.bookmark])}</w:hyperlink>"
        )
        before = field_start(code) if index == 0 else ""
        after = field_end() if index == last else ""
        yield paragraph(f"TOC{entry.level}", before + link + after)
