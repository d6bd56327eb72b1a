# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The content of a paragraph as HTML: terms, links, references, notes and pictures."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from html import escape

from jvom.html.sources import source_of
from jvom.plan import (
    CommentEnd,
    CommentStart,
    Hyperlink,
    Image,
    Inline,
    LineBreak,
    Locked,
    Note,
    NumberReference,
    Paragraph,
    Revised,
    Run,
    SequenceNumber,
)

_MEDIA = {"jpg": "jpeg"}
_PIXELS = 96 / 25.4
"""How many pixels of a page are a millimetre."""
_LINKS = ("https://", "http://", "mailto:", "tel:")


class Inlines:
    """Writes the content of one document, whose `name` begins its ids; collects its notes.

    `targets` are the ids of all headings and captions of the page by document and bookmark.
    """

    def __init__(self, name: str, targets: Mapping[tuple[str, str], str]) -> None:
        self.name = name
        self._targets = targets
        self._notes: list[Note] = []

    def html(self, content: Iterable[Inline]) -> str:
        """Return the content as HTML."""
        return "".join(map(self._inline, content))

    def notes(self) -> str:
        """Return the notes that were met as a list, "" for none."""
        if not self._notes:
            return ""
        items = "".join(map(self._note_text, range(1, len(self._notes) + 1)))
        return f'<section class="notes" role="doc-endnotes" aria-label="Noten"><ol>\n{items}</ol></section>\n'

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Run():
                return _run(inline)
            case LineBreak():
                return "<br>"
            case NumberReference(bookmark=bookmark, text=text):
                return self._reference(bookmark, text)
            case SequenceNumber(text=text, bookmark=bookmark):
                id_ = self._targets.get((self.name, bookmark), "")
                return f'<span id="{escape(id_)}">{escape(text)}</span>' if id_ else escape(text)
            case Hyperlink(address=address, content=runs):
                words = self.html(runs)
                return f'<a href="{escape(address)}">{words}</a>' if address.startswith(_LINKS) else words
            case Note():
                return self._note(inline)
            case Image():
                return _picture(inline)
            case Locked(content=content):
                return self.html(content)
            case Revised(change=change, content=content):
                return self.html(content) if change in ("inserted", "moved-here") else ""
            case CommentStart():
                return ""
            case CommentEnd(comment=comment):
                said = f"Opmerking van {comment.author}: {comment.text}" if comment.author else comment.text
                return f'<span class="remark" role="note"> [{escape(said)}]</span>'

    def _reference(self, bookmark: str, text: str) -> str:
        own = self._targets.get((self.name, bookmark))
        others = (id_ for (_, name), id_ in self._targets.items() if name == bookmark)
        id_ = own or next(others, None)
        return f'<a href="#{escape(id_)}">{escape(text)}</a>' if id_ else escape(text)

    def _note(self, note: Note) -> str:
        self._notes.append(note)
        number = len(self._notes)
        id_ = escape(f"{self.name}.noot-{number}")
        return (
            f'<sup><a id="{id_}-hier" href="#{id_}" role="doc-noteref" aria-label="noot {number}">'
            f"{number}</a></sup>"
        )

    def _note_text(self, number: int) -> str:
        id_ = escape(f"{self.name}.noot-{number}")
        said = "<br>".join(map(self._note_paragraph, self._notes[number - 1].paragraphs))
        back = f'<a href="#{id_}-hier" role="doc-backlink" aria-label="Terug naar noot {number}">↩</a>'
        return f'<li id="{id_}">{said} {back}</li>\n'

    def _note_paragraph(self, paragraph: Paragraph) -> str:
        said, typed = self.html(paragraph.content), source_of(paragraph)
        return f"<span{typed}>{said}</span>" if typed else said


def _run(run: Run) -> str:
    said = escape(run.text).replace("\u00ad", "&shy;")
    foreign = f' lang="{escape(run.language)}"' if run.language and run.language != "nl" else ""
    match run.style:
        case "Emphasis":
            return f"<em{foreign}>{said}</em>"
        case "Strong":
            return f"<strong{foreign}>{said}</strong>"
        case "Gelakt":
            return f'<span class="bar">{said}</span>'
        case _:
            return f"<span{foreign}>{said}</span>" if foreign else said


def _picture(image: Image) -> str:
    kind = _MEDIA.get(image.extension, image.extension)
    data = b64encode(image.data).decode("ascii")
    return (
        f'<img src="data:image/{kind};base64,{data}" alt="{escape(image.description)}"'
        f' width="{image.width * _PIXELS:.0f}">'
    )
