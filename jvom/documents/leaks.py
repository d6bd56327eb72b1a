# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Finds what a dossier withholds and the public version shows all the same.

It may occur unmarked elsewhere: in the text, in an address, in a file name or in a template.
:mod:`jvom.documents.spellings` knows in which forms the same name, number, address or date is written.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from jvom import plan
from jvom.accents import problems_as_typed
from jvom.documents.content import Writer
from jvom.documents.name_matching import find_all, occurs_in, plain, plain_characters, searchable
from jvom.documents.personal import personal_fields, records
from jvom.documents.spellings import spellings
from jvom.messages import Message, msg
from jvom.model import Dossier, Fragment, Record, image_path
from jvom.source import Problem, Span
from jvom.text import PERSONAL, Inline, Picture, Withheld, walk, walk_blocks

LEAST_LETTERS = 3
LEAST_DIGITS = 5
LEAST_LETTERS_AND_DIGITS = 5
"""Anything shorter identifies nobody, and occurs in every text."""
LEAST_PLAIN_WORDS = 5
"""Fewer words without a capital, withheld on another ground than privacy, are in any text."""
LONGEST_SHOWN = 80
"""In characters: a message shows no more of a paragraph."""


_OWN_FIELDS = frozenset({"style", "language", "template", "extension"})
"""Fields of a plan with names of jvom's own; so are the keys of its mappings, the tags of controls."""


class Redaction(msgspec.Struct, frozen=True):
    """Words that the public version withholds, as the internal one prints them, and where they are typed.

    `mark` is what withholds them, `whole` if it is that of a whole block.
    """

    text: str
    span: Span
    mark: str = PERSONAL
    whole: bool = False


def redactions(dossier: Dossier) -> tuple[Redaction, ...]:
    """Return everything that the dossier withholds: spans of text, then fields of the data."""
    found: list[Redaction] = []
    writer = Writer(dossier)
    for fragment in dossier.fragments:
        for inline in _inlines(fragment):
            if isinstance(inline, Withheld):
                found += [
                    Redaction(text, inline.span, inline.mark, inline.whole)
                    for text in _words(inline, writer, fragment)
                ]
    for record in records(dossier).values():
        found += _of_fields(record)
    return tuple(found)


def _inlines(fragment: Fragment) -> tuple[Inline, ...]:
    return (*walk(fragment.title), *walk_blocks(fragment.all_blocks))


def _words(mark: Withheld, writer: Writer, fragment: Fragment) -> Iterator[str]:
    yield from _printed(writer.inlines(mark.content, fragment))
    for inline in mark.content:
        if isinstance(inline, Picture):
            yield inline.alternative
            yield inline.caption


def _printed(content: tuple[plan.Inline, ...]) -> Iterator[str]:
    yield plan.plain_text(content)
    for inline in content:
        if isinstance(inline, plan.Hyperlink):
            yield inline.address
        elif isinstance(inline, plan.Note):
            for paragraph in inline.paragraphs:
                yield from _printed(paragraph.content)


def _of_fields(value: object) -> Iterator[Redaction]:
    if isinstance(value, Record):
        for name, personal in personal_fields(type(value)).items():
            held = getattr(value, name)
            if not personal:
                yield from _of_fields(held)
                continue
            for line in (held,) if isinstance(held, str) else held or ():
                yield Redaction(line, value.at.value(name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _of_fields(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _of_fields(each)


class WithheldWords:
    """The words that a dossier marks as personal, to search texts for.

    `redactions` has the first of each, by the plain form of its words.
    """

    def __init__(self, found: Iterable[Redaction]) -> None:
        self.redactions: dict[str, Redaction] = {}
        for each in found:
            if form := plain(each.text):
                self.redactions.setdefault(form, each)
        self._spellings = {form: spellings(each.text) for form, each in self.redactions.items()}

    def in_texts(self, texts: Iterable[str]) -> list[str]:
        """Return the plain forms of those that occur in the texts."""
        if not self._spellings:
            return []
        whole = searchable(texts)
        return [form for form, written in self._spellings.items() if occurs_in(written, whole)]


def find_leaks(
    dossier: Dossier,
    shown: Mapping[str, Iterable[str]],
    of_dossier: Callable[[], Mapping[str, Iterable[str]]],
) -> list[Problem]:
    """Return a problem for each place where words that the dossier withholds occur unmarked.

    `shown` maps the name of each public document to all its texts: from :func:`texts_of`, or read back from
    the file. Other writings of the same words count too, in addresses and file names as well. `of_dossier`
    makes the same without what jvom and its own templates say: words that are only in that tell nothing,
    unless the dossier has them too.
    """
    sought = WithheldWords(
        each for each in redactions(dossier) if _identifies(plain(each.text)) and _tells(each)
    )
    found = _first_places(sought, shown)
    by_dossier = _first_places(sought, of_dossier()) if found else {}
    problems = [
        *(
            problem
            for form, name in found.items()
            for problem in _problems(dossier, sought.redactions[form], name, is_own=form not in by_dossier)
        ),
        *_pictures(dossier),
    ]
    return problems_as_typed(problems, dossier.typed)


def _first_places(sought: WithheldWords, shown: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return the first document in which each of the words occurs, by their plain form."""
    found: dict[str, str] = {}
    for name, texts in shown.items():
        found |= {form: name for form in sought.in_texts(texts) if form not in found}
    return found


def _pictures(dossier: Dossier) -> Iterator[Problem]:
    """Yield a problem for each picture that is withheld in one place and shown in another."""
    withheld: dict[bytes, Span] = {}
    shown: list[tuple[bytes, Span]] = []
    for fragment in dossier.fragments:
        marked: set[int] = set()
        for inline in _inlines(fragment):
            if isinstance(inline, Withheld):
                marked |= {id(each) for each in walk(inline.content)}
            elif isinstance(inline, Picture) and (image := dossier.images.get(image_path(fragment, inline))):
                if id(inline) in marked:
                    withheld.setdefault(image.data, inline.span)
                else:
                    shown.append((image.data, inline.span))
    for data, span in shown:
        if data in withheld:
            yield Problem(
                span,
                msg(
                    "deze afbeelding wordt gelakt ({place}), maar staat hier ongelakt",
                    place=str(withheld[data]),
                ),
                msg("lak haar ook hier, of haal haar weg"),
            )


def texts_of(document: plan.Document, own: Container[str] = ()) -> Iterator[str]:
    """Yield every text of a plan: the printed text of each paragraph, then every string of it.

    A run or string that is in `own` is left out.
    """
    for content in plan.every_content(document):
        yield plan.plain_text(tuple(each for each in content if not _is_own(each, own)))
    yield from (text for text in _strings(document) if text.strip() not in own)


def _is_own(inline: plan.Inline, own: Container[str]) -> bool:
    return isinstance(inline, plan.Run) and inline.text.strip() in own


def _identifies(form: str) -> bool:
    letters = sum(character.isalpha() for character in form)
    return letters >= LEAST_LETTERS or len(form.replace("-", "")) >= LEAST_LETTERS_AND_DIGITS


def _tells(each: Redaction) -> bool:
    """Tell whether withheld words tell anything elsewhere: personal data do, a few plain words do not.

    Neither does one word of a row or block that is gone as a whole: what told most stood beside it.
    """
    if each.mark == PERSONAL or sum(character.isdigit() for character in each.text) >= LEAST_DIGITS:
        return True
    words = [word for word in each.text.split() if any(map(str.isalpha, word))]
    if each.whole and len(words) < 2:
        return False
    return len(words) >= LEAST_PLAIN_WORDS or any(map(str.isupper, each.text))


def _problems(dossier: Dossier, each: Redaction, document: str, *, is_own: bool) -> Iterator[Problem]:
    shown = _shortened(each.text)
    if each.mark == PERSONAL:
        what = msg(
            "«{text}» is als persoonsgegeven gemarkeerd ({place}), maar staat hier ongemarkeerd",
            text=shown,
            place=str(each.span),
        )
    else:
        what = msg(
            "«{text}» wordt gelakt ({place}), maar staat hier ongelakt", text=shown, place=str(each.span)
        )
    places = list(_places(dossier, spellings(each.text), each.mark))
    for place, advice in places:
        yield Problem(place, what, advice)
    if not places and not is_own:
        if each.mark == PERSONAL:
            what = msg(
                "«{text}» is hier als persoonsgegeven gemarkeerd, "
                "maar staat toch in de openbare versie van {document}",
                text=shown,
                document=document,
            )
        else:
            what = msg(
                "«{text}» wordt hier gelakt, maar staat toch in de openbare versie van {document}",
                text=shown,
                document=document,
            )
        yield Problem(
            each.span, what, msg("kijk naar namen van bestanden en paragrafen, en naar het sjabloon")
        )


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1].rstrip()}…"


def _places(dossier: Dossier, forms: tuple[str, ...], mark: str) -> Iterator[tuple[Span, Message]]:
    """Yield where the words occur unmarked, and the advice for that place."""
    for fragment in dossier.fragments:
        advice = msg("zet het ook hier tussen haken met {mark} erachter", mark=mark)
        marked = [each.span for each in _inlines(fragment) if isinstance(each, Withheld)]
        for span in _found(fragment.span.path, fragment.lines, forms, marked):
            yield span, advice
    fields = [each.span for record in records(dossier).values() for each in _of_fields(record)]
    for file in dossier.files:
        lines = tuple(_without_comment(line) for line in file.lines)
        for span in _found(file.path, lines, forms, [each for each in fields if each.path == file.path]):
            yield span, msg("haal het hier weg")


def _without_comment(line: str) -> str:
    return "" if line.lstrip().startswith("#") else line.partition(" #")[0]


def _found(
    path: str, lines: tuple[str, ...], forms: tuple[str, ...], marked: Iterable[Span]
) -> Iterator[Span]:
    """Yield where the words occur in the lines, outside the spans that are marked."""
    text = "\n".join(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    hidden = list(text)
    for span in marked:
        start = starts[span.line - 1] + span.column - 1
        end = starts[span.end_line - 1] + span.end_column - 1
        hidden[start:end] = "|" * (end - start)
    characters = [("-", 0), *plain_characters("".join(hidden)), ("-", len(text))]
    written = "".join(character for character, _ in characters)
    for start, end in find_all(forms, written):
        first, last = characters[start][1], characters[end - 1][1] + 1
        yield Span(path, *_line_and_column(text, first), *_line_and_column(text, last))


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            if name not in _OWN_FIELDS:
                yield from _strings(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _strings(each)
