# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The table of contents: a TOC field with its entries filled in, each a link with its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from jvom.ooxml.tree import find, value
from jvom.ooxml.xml import quote
from jvom.plan import LIST_ENTRY, Contents, ContentsEntry, Document, paragraphs
from jvom.word.body import Body
from jvom.word.fields import field, field_end, field_start, page_reference
from jvom.word.markup import paragraph, run
from jvom.word.numbering import Numbering
from jvom.word.styles import TemplateStyles

_SUFFIXES = {
    "tab": "<w:r><w:tab/></w:r>",
    "space": '<w:r><w:t xml:space="preserve"> </w:t></w:r>',
    "nothing": "",
}


class ContentsWriter:
    """Writes the table of contents of a document as Word itself would, by the template's styles and lists.

    `pages` has the page of each bookmark in the table; `settings` is ``w:settings``, None when there is none.
    """

    def __init__(
        self,
        document: Document,
        pages: Mapping[str, int],
        styles: TemplateStyles,
        numbering: Numbering,
        settings: etree._Element | None,
    ) -> None:
        self._pages = pages
        self._styles = styles
        self._numbering = numbering
        self._separator = value(find(settings, "w:listSeparator"), ";")
        self._style_at = {
            paragraph.bookmark: paragraph.style
            for blocks in document.blocks.values()
            for paragraph in paragraphs(blocks)
            if paragraph.heading and paragraph.bookmark
        }

    def write(self, plan: Contents, body: Body) -> Iterator[str]:
        """Yield the markup of the heading and the entries. Raises KeyError for an entry without a page."""
        code = list_code(plan.label) if plan.label else self._code(plan)
        yield body.paragraph(plan.heading)
        if not plan.entries:
            yield paragraph(LIST_ENTRY if plan.label else "TOC1", field(code, ""))
        last = len(plan.entries) - 1
        for index, entry in enumerate(plan.entries):
            before = field_start(code) if index == 0 else ""
            after = field_end() if index == last else ""
            style = LIST_ENTRY if plan.label else f"TOC{entry.level}"
            yield paragraph(style, before + self._link(entry, body) + after)

    def _link(self, entry: ContentsEntry, body: Body) -> str:
        number = ""
        if entry.number:
            # As in Word, the number is followed by what follows it in the list.
            suffix = self._numbering.suffix(self._style_at.get(entry.bookmark, ""))
            number = run(entry.number) + _SUFFIXES[suffix]
        return (
            f'<w:hyperlink w:anchor={quote(entry.bookmark)} w:history="1">{number}{body.inlines(entry.text)}'
            f"<w:r><w:tab/></w:r>{page_reference(entry.bookmark, self._pages[entry.bookmark])}</w:hyperlink>"
        )

    def _code(self, plan: Contents) -> str:
        others: dict[tuple[str, int], None] = {}
        for entry in plan.entries:
            style = self._style_at.get(entry.bookmark)
            if style and not self._styles.is_heading(style, entry.level):
                others[self._styles.label(style), entry.level] = None
        return contents_code(others, self._separator)


def list_code(label: str) -> str:
    """Return the TOC instruction for the captions with the label."""
    return rf'TOC \h \z \c "{label}"'


def contents_code(others: Iterable[tuple[str, int]], list_separator: str) -> str:
    """Return the TOC instruction for levels 1 to 3 of the built-in headings.

    `others` are the names and levels of other styles to include, separated by the document's list separator.
    """
    code = r'TOC \o "1-3" \h \z'
    styles = list_separator.join(f"{style}{list_separator}{level}" for style, level in others)
    return rf'{code} \t "{styles}"' if styles else code
