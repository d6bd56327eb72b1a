# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A self-contained web page with the old and the new text side by side.

The page works without its script, which adds keys that lead from change to change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Literal, TypeAlias

from jvom.comparing.change_list import DATA, TEXTS, VALUES, Compared, cells, document_title, label, state
from jvom.comparing.changes import Changes
from jvom.comparing.data_changes import ValueChange
from jvom.comparing.section_changes import SectionChange
from jvom.plan import (
    Block,
    Cell,
    Change,
    Document,
    Format,
    Hyperlink,
    Image,
    Inline,
    LineBreak,
    Note,
    NumberReference,
    Paragraph,
    Revised,
    Run,
    SequenceNumber,
    Table,
    is_revised,
)

Which: TypeAlias = Literal["old", "new"]

_HERE = Path(__file__).parent
_WITHHELD = (
    '<p class="withheld">NIET OPENBAAR</p>\n'
    '<p class="withheld on-paper" aria-hidden="true">NIET OPENBAAR</p>\n'  # printed on each page
)
_SHOWN: dict[Change, Which] = {
    "deleted": "old",
    "moved-away": "old",
    "inserted": "new",
    "moved-here": "new",
}
_TAGS: dict[Which, str] = {"old": "del", "new": "ins"}
_MOVED: dict[Change | None, str] = {
    "moved-away": "Hiervandaan verplaatst",
    "moved-here": "Hierheen verplaatst",
}


def side_by_side(
    changes: Changes, compared: Compared, revised: Sequence[Document], withheld: frozenset[str]
) -> str:
    """Return the page; `revised` are the documents with revisions, `withheld` those that are not public."""
    return _Page(changes, compared, withheld).html(revised)


class _Page:
    def __init__(self, changes: Changes, compared: Compared, withheld: frozenset[str]) -> None:
        self.changes, self.compared, self.withheld = changes, compared, withheld
        self.count = 0
        self.level = 2  # of the last heading; the next is at most one deeper

    def html(self, revised: Sequence[Document]) -> str:
        data = self.compared.data
        title = escape(f"Wijzigingen in {data.short} {data.year}" if data else "Wijzigingen")
        documents = "".join(map(self.document, revised))
        secret = _WITHHELD if self.withheld else ""
        return (
            '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>\n{_asset('css')}</style>\n</head>\n<body>\n"
            f'<a class="skip" href="#tekst">Naar de tekst</a>\n<header>\n<h1>{title}</h1>\n{secret}'
            f"<dl><dt>Oud</dt><dd>{escape(self.compared.old)}</dd>"
            f"<dt>Nieuw</dt><dd>{escape(self.compared.new)}</dd></dl>\n{self.lists()}</header>\n{self.keys()}"
            f'<main id="tekst">\n{documents}</main>\n<script>\n{_asset("js")}</script>\n</body>\n</html>\n'
        )

    def keys(self) -> str:
        """Return the bar that stays in view: the position, buttons, and the headings of both columns."""
        return (
            '<div class="keys" role="region" aria-label="Van wijziging naar wijziging"><p>'
            f'<output aria-live="polite">{self.count} wijzigingen</output>'
            '<button type="button" data-step="-1" hidden>Vorige (toets k)</button>'
            '<button type="button" data-step="1" hidden>Volgende (toets j)</button></p>'
            '<div class="sides" aria-hidden="true"><div>Oud</div><div>Nieuw</div></div></div>\n'
        )

    # --- the list of changes

    def lists(self) -> str:
        found = ""
        if self.changes.sections:
            rows: Iterable[tuple[str, ...]] = (
                (self.link(each), escape(state(each)), str(each.added), str(each.removed))
                for each in self.changes.sections
            )
            found += _table("Teksten, in woorden", TEXTS, rows, numbers=2)
        for name, title, columns in DATA:
            values: tuple[ValueChange, ...] = getattr(self.changes, name)
            if values:
                rows = (tuple(map(escape, cells(each, columns))) for each in values)
                found += _table(title, (*columns, *VALUES), rows)
        if self.changes.sources:
            items = "".join(f"<li>{escape(each)}</li>" for each in self.changes.sources)
            found += f"<h2>Bronnen erbij</h2>\n<ul>{items}</ul>\n"
        return found or "<p>Er zijn geen verschillen.</p>\n"

    def link(self, change: SectionChange) -> str:
        place = change.bookmark or change.document
        return f'<a href="#{escape(f"{change.document}.{place}")}">{escape(label(change))}</a>'

    # --- the documents

    def document(self, document: Document) -> str:
        self.level = 2
        rows = [self.fields(document)]
        for blocks in document.blocks.values():
            for block in blocks:
                rows += self.block(block, document.file)
        name = escape(document.file)
        secret = ' <small class="withheld">NIET OPENBAAR</small>' if document.file in self.withheld else ""
        title = escape(document_title(document.file))
        return f'<section id="{name}.{name}">\n<h2>{title}{secret}</h2>\n{"".join(rows)}</section>\n'

    def fields(self, document: Document) -> str:
        """Return the changed fields, such as a date; the others need no row."""
        return "".join(
            self.row(_side(content, "old"), _side(content, "new"), changed=True, note=escape(_field(tag)))
            for tag, content in document.text.items()
            if _is_revised(content)
        )

    def block(self, block: Block, file: str) -> Iterator[str]:
        match block:
            case Paragraph():
                yield self.paragraph(block, file)
            case Table(header=header, rows=rows, changes=changes):
                first = next((place for place, each in enumerate(changes) if each in _MOVED), -1)
                for place, cells in enumerate(header + rows):
                    contents = [
                        inline for cell in cells for each in cell.paragraphs for inline in each.content
                    ]
                    old, new = ("".join(_cell(cell, which) for cell in cells) for which in _TAGS)
                    change = changes[place] if changes else None
                    shown = change and _SHOWN[change]
                    old, new = ("" if shown == "new" else old), ("" if shown == "old" else new)
                    note = _moved(file, change, block.move) if place == first else ""
                    yield self.row(old, new, changed=_is_revised(contents), kind="table", note=note)
            case _:
                pass

    def paragraph(self, paragraph: Paragraph, file: str) -> str:
        old, new = (_side(paragraph.content, which) for which in _TAGS)
        former = paragraph.former is not None and not paragraph.change
        changed = _is_revised(paragraph.content) or bool(paragraph.change or former)
        anchor = f' id="{escape(file)}.{escape(paragraph.bookmark)}"' if paragraph.bookmark else ""
        kind = "heading" if paragraph.heading else "item" if paragraph.style.startswith("List") else ""
        number = f"{escape(paragraph.number)} " if paragraph.number else ""
        return self.row(
            f"{number}{old}" if old else "",
            f"{number}{new}" if new else "",
            changed=changed,
            kind=kind,
            note=_moved(file, paragraph.change, paragraph.move) or ("Andere opmaak" if former else ""),
            anchor=anchor,
            level=paragraph.heading,
        )

    def row(
        self,
        old: str,
        new: str,
        *,
        changed: bool,
        kind: str = "",
        note: str = "",
        anchor: str = "",
        level: int = 0,
    ) -> str:
        """Return a row with both sides; the note is HTML, `level` is 0 for what is no heading."""
        if not old and not new:
            return ""
        names = " ".join(filter(None, ("row", kind, "changed" if changed else "")))
        place = ""
        if changed:
            self.count += 1
            place = (
                f' tabindex="0" role="group" aria-label="Wijziging {self.count}" data-change="{self.count}"'
            )
        heading = ""
        if level:
            self.level = min(level + 2, self.level + 1, 6)
            heading = f' role="heading" aria-level="{self.level}"'
        ours, theirs = ("", heading) if new else (heading, "")
        said = f'<small class="note">{note}</small>' if note else ""
        return (
            f'<div class="{names}"{anchor}{place}>{said}'
            f'<div class="old"{ours}>{old}</div><div class="new"{theirs}>{new}</div></div>\n'
        )


def _field(tag: str) -> str:
    """Return a readable name for a content control of a template."""
    return tag.replace("-", " ").replace("_", " ").capitalize()


def _moved(file: str, change: Change | None, move: str) -> str:
    """Return a link to the other place of a moved block, "" for one that did not move."""
    if change not in _MOVED or not move:
        return ""
    here, there = ("van", "naar") if change == "moved-away" else ("naar", "van")
    name = escape(f"{file}.{move}")
    return f'<a id="{name}-{here}" href="#{name}-{there}">{_MOVED[change]}</a>'


def _cell(cell: Cell, which: Which) -> str:
    lines = "<br>".join(_side(each.content, which) for each in cell.paragraphs)
    return f'<span class="cell">{lines}</span>'


def _side(content: Iterable[Inline], which: Which) -> str:
    """Return the content of one side as HTML."""
    written = ""
    for inline in content:
        match inline:
            case Revised(change=change, content=revised):
                if _SHOWN[change] == which:
                    tag = _TAGS[which]
                    written += f"<{tag}>{_side(revised, which)}</{tag}>"
            case Run(text=text, style=style, language=language, former=former):
                if former is None:
                    written += _run(text, style, language)
                else:
                    look = former if which == "old" else Format(style, language)
                    written += f"<mark>{_run(text, look.style, look.language)}</mark>"
            case Hyperlink(content=runs):
                written += f"<u>{_side(runs, which)}</u>"
            case NumberReference(text=text) | SequenceNumber(text=text):
                written += escape(text)
            case LineBreak():
                written += "<br>"
            case Note(paragraphs=paragraphs):
                said = " ".join(filter(None, (_side(each.content, which) for each in paragraphs)))
                written += f'<span class="footnote">{said}</span>' if said else ""
            case Image(description=description):
                written += f'<span class="picture">{escape(description)}</span>'
            case _:
                pass
    return written


def _run(text: str, style: str, language: str) -> str:
    said = escape(text).replace("\u00ad", "")
    foreign = f' lang="{escape(language)}"' if language and language != "nl" else ""
    match style:
        case "Emphasis":
            return f"<em{foreign}>{said}</em>"
        case "Strong":
            return f"<strong{foreign}>{said}</strong>"
        case "Gelakt":
            return f'<span class="bar">{said}</span>'
        case _:
            return f"<span{foreign}>{said}</span>" if foreign else said


def _is_revised(content: Iterable[Inline]) -> bool:
    return any(
        is_revised(each)
        or (isinstance(each, Note) and any(_is_revised(one.content) for one in each.paragraphs))
        for each in content
    )


def _table(title: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]], numbers: int = 0) -> str:
    """Return a table; the cells of its rows are HTML, and the last `numbers` of them are numbers."""
    kinds = [""] * (len(heads) - numbers) + [' class="number"'] * numbers
    head = "".join(f'<th scope="col"{kind}>{each}</th>' for kind, each in zip(kinds, heads, strict=True))
    lines = ("".join(f"<td{kind}>{cell}</td>" for kind, cell in zip(kinds, row, strict=True)) for row in rows)
    body = "".join(f"<tr>{line}</tr>\n" for line in lines)
    return f"<h2>{title}</h2>\n<table><thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table>\n"


def _asset(kind: str) -> str:
    return (_HERE / f"side_by_side.{kind}").read_text(encoding="utf-8")
