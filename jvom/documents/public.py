# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The public version: a dossier without what is personal, and whether that shows anywhere after all.

What may not be shown is taken out of the dossier before anything is planned, so no plan can carry it. What
the dossier says of the same person without marking it is another matter: :func:`leaks` finds that.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar
from urllib.parse import unquote

import msgspec
from msgspec.structs import replace

from jvom import plan
from jvom.documents.content import BAR, BLACKED, Writer
from jvom.dutch.typography import typeset
from jvom.messages import Message, msg
from jvom.model import Dossier, Fragment, Record
from jvom.source import Problem, Span
from jvom.text import (
    Block,
    Cell,
    Heading,
    Inline,
    Inlines,
    Link,
    List,
    NoteMark,
    Paragraph,
    Personal,
    Quote,
    Strong,
    Table,
    Term,
    walk,
    walk_blocks,
)

AnyRecord = TypeVar("AnyRecord", bound=Record)

_NOT_PLAIN = re.compile("[^0-9a-z]+")

LEAST_LETTERS = 3
LEAST_DIGITS = 5
"""What is shorter than so many letters or digits names nobody, and stands in every text."""


# --- a dossier without what is personal ----------------------------------------------------------


def redacted(dossier: Dossier) -> Dossier:
    """Return the dossier without its personal data, and without the lines of its files that have them.

    A marked span keeps its place and loses its words; a link with one in it loses its address; a footnote
    within one goes; a field that the model marks personal says `BLACKED`, whether it said anything or not.
    """
    return replace(
        dossier,
        data=_without_personal(dossier.data),
        figures=_without_personal(dossier.figures),
        mandates=_without_personal(dossier.mandates),
        references=_without_personal(dossier.references),
        letter=_fragment(dossier.letter),
        nota=_fragment(dossier.nota),
        sections=tuple(map(_fragment, dossier.sections)),
        files=(),
    )


def with_legend(document: plan.Document, ground: str) -> plan.Document:
    """Return the document with the ground of its bars in its legend, if it has any."""
    if not bars(document):
        return document
    said = f": niet openbaar op grond van de Wet open overheid (Woo), {ground}."
    legend = plan.Paragraph("Legenda", (BAR, plan.Run(typeset(said))))
    return replace(document, blocks={**document.blocks, "legenda": (legend,)})


def bars(document: plan.Document) -> int:
    """Return how many bars a document of the public version shows, but for the one in its legend."""
    legend = sum(paragraph.content.count(BAR) for paragraph in _legend(document))
    return sum(content.count(BAR) for content in _contents(document)) - legend


def _legend(document: plan.Document) -> Iterator[plan.Paragraph]:
    return plan.paragraphs(document.blocks.get("legenda", ()))


def _fragment(fragment: Fragment) -> Fragment:
    title, blocks = _inlines(fragment.title), _blocks(fragment.blocks)
    notes = tuple(replace(note, blocks=_blocks(note.blocks)) for note in fragment.footnotes)
    shown = {each.label for each in (*walk(title), *walk_blocks(blocks)) if isinstance(each, NoteMark)}
    return replace(
        fragment,
        front=replace(fragment.front, title=""),
        title=title,
        blocks=blocks,
        footnotes=tuple(note for note in notes if note.label in shown),
        suppressions=(),
        lines=(),
    )


def _blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(map(_block, blocks))


def _block(block: Block) -> Block:
    match block:
        case Heading(content=content) | Paragraph(content=content):
            return replace(block, content=_inlines(content))
        case List(items=items):
            return replace(block, items=tuple(replace(item, blocks=_blocks(item.blocks)) for item in items))
        case Quote(blocks=blocks):
            return replace(block, blocks=_blocks(blocks))
        case Table(header=header, rows=rows):
            return replace(block, header=_cells(header), rows=tuple(map(_cells, rows)))


def _cells(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(replace(cell, content=_inlines(cell.content)) for cell in cells)


def _inlines(content: Inlines) -> Inlines:
    found: list[Inline] = []
    for inline in content:
        match inline:
            case Personal():
                found.append(replace(inline, content=()))
            case Link() if any(isinstance(each, Personal) for each in walk(inline.content)):
                found += _inlines(inline.content)  # the address of who is not named says who it is
            case Term() | Strong() | Link():
                found.append(replace(inline, content=_inlines(inline.content)))
            case _:
                found.append(inline)
    return tuple(found)


def _without_personal(record: AnyRecord) -> AnyRecord:
    changes: dict[str, object] = {}
    for name, personal in _fields(type(record)).items():
        value = getattr(record, name)
        if not personal:
            changes[name] = _deeper(value)
        else:
            changes[name] = (BLACKED,) if isinstance(value, tuple) else BLACKED
    return replace(record, **changes)


def _deeper(value: object) -> object:
    if isinstance(value, Record):
        return _without_personal(value)
    if isinstance(value, tuple):
        return tuple(map(_deeper, value))
    if isinstance(value, dict):
        return {key: _deeper(each) for key, each in value.items()}
    return value


@cache
def _fields(kind: type[Record]) -> Mapping[str, bool]:
    """Return the fields of a record, and whether the model marks them personal."""
    # Slow to import, and only the public version needs it.
    from msgspec import inspect

    shape = inspect.type_info(kind)
    fields = shape.fields if isinstance(shape, inspect.StructType) else ()
    return {each.name: _is_personal(each.type) for each in fields if each.name != "at"}


def _is_personal(kind: object) -> bool:
    extra: Mapping[str, object] | None = getattr(kind, "extra", None)
    return bool(extra and extra.get("personal"))


# --- what was taken out --------------------------------------------------------------------------


class Removed(msgspec.Struct, frozen=True):
    """Words that the public version does not show, as the other one prints them, and where they stand."""

    text: str
    span: Span


def removed(dossier: Dossier) -> tuple[Removed, ...]:
    """Return everything personal that the dossier marks, in its order: spans, then fields of the data."""
    found: list[Removed] = []
    writer = Writer(dossier)
    for fragment in (dossier.letter, dossier.nota, *dossier.sections):
        notes = (block for note in fragment.footnotes for block in note.blocks)
        inlines = (*walk(fragment.title), *walk_blocks(fragment.blocks), *walk_blocks(tuple(notes)))
        for inline in inlines:
            if isinstance(inline, Personal):
                found += [
                    Removed(text, inline.span) for text in _printed(writer.inlines(inline.content, fragment))
                ]
    for record in (dossier.data, dossier.figures, dossier.mandates, dossier.references):
        found += _personal_fields(record)
    return tuple(found)


def _printed(content: tuple[plan.Inline, ...]) -> Iterator[str]:
    yield plan.plain_text(content)
    for inline in content:
        if isinstance(inline, plan.Hyperlink):
            yield inline.address
        elif isinstance(inline, plan.Note):
            for paragraph in inline.paragraphs:
                yield from _printed(paragraph.content)


def _personal_fields(value: object) -> Iterator[Removed]:
    if isinstance(value, Record):
        for name, personal in _fields(type(value)).items():
            held = getattr(value, name)
            if not personal:
                yield from _personal_fields(held)
                continue
            for line in (held,) if isinstance(held, str) else held or ():
                yield Removed(line, value.at.value(name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _personal_fields(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _personal_fields(each)


# --- whether it shows after all ------------------------------------------------------------------


def leaks(dossier: Dossier, shown: Mapping[str, Iterable[str]]) -> list[Problem]:
    """Return a problem for each place where words that the dossier marks as personal stand unmarked.

    `shown` has every text of each public document, by the document's name, as :func:`texts_of` gives them or
    as they are read back from the file. Words are the same whatever their capitals, accents, spaces and
    dashes, in an address and in a name of a file too.
    """
    sought: dict[str, Removed] = {}
    for each in removed(dossier):
        form = plain(each.text)
        if _says_who(form):
            sought.setdefault(form, each)
    found: dict[str, str] = {}
    if sought:
        for name, texts in shown.items():
            whole = _joined(texts)
            found |= {form: name for form in sought if form not in found and f"-{form}-" in whole}
    return [
        problem for form, name in found.items() for problem in _problems(dossier, sought[form], form, name)
    ]


def texts_of(document: plan.Document) -> Iterator[str]:
    """Yield every text of a plan: what is printed paragraph by paragraph, then every string in it."""
    for content in _contents(document):
        yield plan.plain_text(content)
    yield from _strings(document)


def plain(text: str) -> str:
    """Return the letters and digits of the text alone, without accents, words divided by hyphens.

    Addresses are read as they are meant: "%20" is a space.
    """
    if text.isascii() and "%" not in text:
        return _NOT_PLAIN.sub("-", text.lower()).strip("-")
    return "".join(character for character, _ in _plain_characters(unquote(text))).strip("-")


def _joined(texts: Iterable[str]) -> str:
    # Two hyphens between two texts: a name does not run from one into the next.
    return f"-{'--'.join(dict.fromkeys(map(plain, dict.fromkeys(texts))))}-"


def _plain_characters(text: str) -> Iterator[tuple[str, int]]:
    """Yield the characters of the plain form, each with its offset in the text."""
    last = "-"
    for offset, typed in enumerate(text):
        for character in unicodedata.normalize("NFKD", typed).casefold():
            if character.isalnum():
                last = character
                yield character, offset
            elif unicodedata.category(character) not in ("Mn", "Cf") and last != "-":
                last = "-"
                yield "-", offset


def _says_who(form: str) -> bool:
    letters = sum(character.isalpha() for character in form)
    return letters >= LEAST_LETTERS or sum(character.isdigit() for character in form) >= LEAST_DIGITS


def _problems(dossier: Dossier, each: Removed, form: str, document: str) -> Iterator[Problem]:
    what = msg(
        "«{text}» is als persoonsgegeven gemarkeerd ({place}), maar staat hier ongemarkeerd",
        text=each.text,
        place=str(each.span),
    )
    places = list(_places(dossier, form))
    for place, advice in places:
        yield Problem(place, what, advice)
    if not places:
        yield Problem(
            each.span,
            msg(
                "«{text}» is hier als persoonsgegeven gemarkeerd, "
                "maar staat toch in de openbare versie van {document}",
                text=each.text,
                document=document,
            ),
            msg("kijk naar namen van bestanden en paragrafen, en naar de template"),
        )


def _places(dossier: Dossier, form: str) -> Iterator[tuple[Span, Message]]:
    """Yield where the words stand unmarked, and what to do about it there."""
    for fragment in (dossier.letter, dossier.nota, *dossier.sections):
        advice = msg("zet het ook hier tussen haken met {mark} erachter", mark="{.persoonsgegeven}")
        notes = tuple(block for note in fragment.footnotes for block in note.blocks)
        inlines = (*walk(fragment.title), *walk_blocks(fragment.blocks), *walk_blocks(notes))
        marked = [each.span for each in inlines if isinstance(each, Personal)]
        for span in _found(fragment.span.path, fragment.lines, form, marked):
            yield span, advice
    fields = [
        each.span
        for record in (dossier.data, dossier.figures, dossier.mandates, dossier.references)
        for each in _personal_fields(record)
    ]
    for file in dossier.files:
        lines = tuple(_without_comment(line) for line in file.lines)
        for span in _found(file.path, lines, form, [each for each in fields if each.path == file.path]):
            yield span, msg("haal het hier weg")


def _without_comment(line: str) -> str:
    return "" if line.lstrip().startswith("#") else line.partition(" #")[0]


def _found(path: str, lines: tuple[str, ...], form: str, marked: Iterable[Span]) -> Iterator[Span]:
    """Yield the places of the words in the lines, but for those in what is marked."""
    text = "\n".join(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    hidden = list(text)
    for span in marked:
        start = starts[span.line - 1] + span.column - 1
        end = starts[span.end_line - 1] + span.end_column - 1
        hidden[start:end] = "|" * (end - start)
    characters = [("-", 0), *_plain_characters("".join(hidden)), ("-", len(text))]
    written = "".join(character for character, _ in characters)
    at = written.find(f"-{form}-")
    while at >= 0:
        first, last = characters[at + 1][1], characters[at + len(form)][1] + 1
        yield Span(path, *_line_and_column(text, first), *_line_and_column(text, last))
        at = written.find(f"-{form}-", at + 1)


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


# --- reading a plan ------------------------------------------------------------------------------


def _contents(document: plan.Document) -> Iterator[tuple[plan.Inline, ...]]:
    """Yield the content of every field, paragraph, footnote and entry of the contents."""
    yield from document.text.values()
    for blocks in document.blocks.values():
        for paragraph in plan.paragraphs(blocks):
            yield paragraph.content
            for note in plan.notes(paragraph):
                yield from (part.content for part in note.paragraphs)
        for block in blocks:
            if isinstance(block, plan.Contents):
                yield from (entry.text for entry in block.entries)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _strings(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _strings(key)
            yield from _strings(each)
