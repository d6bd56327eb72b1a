# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Missing full stops, and brackets and quotation marks without a partner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from jvom.analysis.passages import Passage
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.patterns import pattern
from jvom.messages import Message, msg
from jvom.text import List

_ENDED = pattern(
    r"[.!?…:][\"'”’»)\]*]{0,4}(?:(?:\s?\[\s?\d{1,3}(?:,\s?\d{1,3}){0,12}\s?\]){0,3}|[¹²³⁰⁴-⁹]{1,3})$"
    r"|(?<=[a-z]{3}[.!?])\d{1,2}$"
)
_ENDED_ITEM = pattern(r"(?:[.;:!?…,][\"'”’»)\]]{0,4}|[;,] (?:en|of|en/of))$")
_VERB = (
    r"\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|kan|kunnen|kon|konden|zal|zullen"
    r"|zou|zouden|moet|moeten|moest|mag|mogen|blijft|blijven|bleef|gaat|gaan|ging|komt|komen|kwam|staat|staan"
    r"|stond|geeft|gaf|vormt|draagt|droeg|levert|leverde|neemt|nam|houdt|hield|leidt|leidde|maakt|maakte|ziet"
    r"|bereid|dient|dienen|deelt|klopt|bent|wilt|betreft)\b"
)
_ENUMERATED = r"(?:\d{1,3}[.°)]|[a-z]{1,2}[.)]|[-–•*])\s|[a-z]"
_FEWEST_WORDS = 12


@rule(
    "PLH006",
    "no-full-stop",
    WARNING,
    Scope.TEXTS,
    msg("Een alinea eindigt zonder punt"),
    fixable=True,
)
def no_full_stop(texts: Texts) -> Iterator[Violation]:
    """A paragraph ends without a full stop."""
    of_dossier = isinstance(texts, DossierView)
    opened = _with_inner_opening(texts)
    notes = [passage for passage in texts.passages if passage.kind == "footnote"]
    ended = sum(_is_ended(note.text.rstrip()) for note in notes)
    for text in texts.texts:
        for number, passage in enumerate(text.passages):
            words = passage.text.rstrip()
            match passage.kind:
                case "paragraph" | "quote":
                    if id(passage) in opened:
                        yield from _run_together(passage)
                    if not number and not of_dossier and len(passage.sentences) == 1:
                        continue  # Plain text begins with its title.
                    if _is_sentence(passage, loose=not of_dossier) and not _is_ended(words):
                        after = text.passages[number + 1] if number + 1 < len(text.passages) else None
                        # "..., en" continues in the "a." that was typed below it.
                        if after and words.endswith(_CONTINUES) and re.match(_ENUMERATED, after.text):
                            continue
                        yield _without_mark(passage, before_list=after is not None and after.kind == "item")
                case "footnote":
                    if ended * 2 >= len(notes) and len(notes) > 1 and not _is_ended(words):
                        yield _without_mark(passage)
                case _:
                    pass
        yield from _items(text)


def _is_ended(words: str) -> bool:
    """Tell whether words end in a closing mark; most do in a bare full stop or colon."""
    return words.endswith((".", ":")) or _ENDED.search(words) is not None


#: A heading whose Markdown lacks the space and the empty line before it.
_GLUED_HEADING = pattern(r"\s#{2,6}[^\s.][^.]{0,60}$")
_CONTINUES = (", en", ", of", "; en", "; of", ", dan wel")
_OPENINGS = tuple(
    """
    Daarnaast Daarom Daarmee Daardoor Hierdoor Hiermee Hierbij Bovendien Tevens Verder Ook Echter Dit Deze Zij
    Er Samen Sinds Tijdens Naast Volgens Hoewel Omdat Daarna
    """.split()
)
_ARTICLES = ("De", "Het", "Een")
_NEW_SENTENCE = pattern(
    rf" (?<=[a-zë] )(?:(?:{'|'.join(_OPENINGS)})(?= [a-z])"
    rf"|(?:{'|'.join(_ARTICLES)}) [a-z]{{1,40}} (?:is|zijn|was|waren|wordt|worden"
    r"|werd|werden|heeft|hebben|had|kan|kunnen|zal|zullen|moet|moeten|blijft|bleef|staat|geeft|gaf|loopt|liep)\b)"
)


def _with_inner_opening(texts: Texts) -> frozenset[int]:
    """Return the ids of the passages where a word that begins sentences is capitalized after another word."""
    return frozenset(
        id(passage)
        for word in (*_OPENINGS, *_ARTICLES)
        for passage, number in texts.words.get(word.lower(), ())
        if number
        and passage.text[passage.words[number][0]].isupper()
        and passage.words[number][0] == passage.words[number - 1][1] + 1
    )


def _run_together(passage: Passage) -> Iterator[Violation]:
    """Yield the places where a new sentence begins in the middle of another."""
    for match in passage.find(_NEW_SENTENCE, dutch=True):
        at = match.start()
        start = passage.text.rfind(" ", 0, at) + 1
        yield Violation(
            passage.span(start, at),
            msg("hier begint een zin, en de vorige heeft geen punt"),
            msg("zet een punt achter de vorige zin"),
            replace(passage, at, at, ".", safe=False),
        )


def _is_sentence(passage: Passage, *, loose: bool) -> bool:
    if "\n" in passage.text or any(part.style.strong for part in passage.segments[:1]):
        return False
    if passage.segments and passage.segments[-1].style.address:
        return False
    if not loose:
        return len(passage.lowered_words) > 2
    if passage.text.endswith(";") or re.match(_ENUMERATED, passage.text):
        return False
    if "#" in passage.text and _GLUED_HEADING.search(passage.text):
        return False
    return len(passage.words) >= _FEWEST_WORDS and bool(re.search(_VERB, passage.text))


def _without_mark(passage: Passage, *, before_list: bool = False) -> Violation:
    end = len(passage.text.rstrip())
    start = max((start for start, _ in passage.words if start < end), default=0)
    if before_list:
        return Violation(
            passage.span(start, end),
            msg("voor de opsomming staat geen dubbele punt"),
            msg("zet er een dubbele punt achter"),
            replace(passage, end, end, ":", safe=False),
        )
    return Violation(
        passage.span(start, end),
        msg("hier ontbreekt het leesteken aan het eind"),
        msg("maak de zin af en zet er een punt achter"),
        replace(
            passage, end, end, ".", safe=passage.text[:end].endswith(tuple("abcdefghijklmnopqrstuvwxyz)"))
        ),
    )


def _is_ended_item(words: str) -> bool:
    return words.endswith((".", ";")) or _ENDED_ITEM.search(words) is not None


def _items(text: TextView) -> Iterator[Violation]:
    """Yield the items without a mark in a list where most have one."""
    items = (
        passage for passage in text.passages if passage.kind == "item" and isinstance(passage.block, List)
    )
    for _, group in groupby(items, key=lambda passage: id(passage.block)):
        last_of_item = {passage.row: passage for passage in group}
        unmarked = [each for each in last_of_item.values() if not _is_ended_item(each.text.rstrip())]
        if unmarked and len(unmarked) * 2 < len(last_of_item):
            for passage in unmarked:
                end = len(passage.text.rstrip())
                start = max((start for start, _ in passage.words if start < end), default=0)
                yield Violation(
                    passage.span(start, end),
                    msg("de andere punten van deze opsomming eindigen met een leesteken"),
                    msg("zet er hetzelfde leesteken achter"),
                )


class _Mark(msgspec.Struct, frozen=True):
    """A bracket or quotation mark without a partner so far; `number` is the index of its passage."""

    character: str
    passage: Passage
    offset: int
    number: int


_CHARACTERS = tuple('()[]“”„«»"‘’')
#: Any mark but the commonest, as this compiles faster than the class of those that matter.
_MARKS = pattern(r"[^\w\s!%&'*+,./:;?-]")
_CLOSES = {")": "(", "]": "[", "»": "«", "”": "“„", "’": "‘", "“": "„"}
_OPENS = frozenset("([“„«‘")
_NUMBERING = pattern(r"(?:^|[\s;,:(/-])(?:[a-z]{1,2}|[A-Z]|[ivx]{1,5}|[IVX]{1,5}|\d{1,2}[a-z]?)$")
_ELIDED = pattern(r"‘(?:s|t|n|r|m|k|ie)\b|‘\d\d\b")
#: The number of passages that a quotation can span, and the number of unmatched marks to look back over.
_LONGEST_QUOTATION, _MOST_UNMATCHED = 12, 40


@rule(
    "PLH007",
    "unbalanced-marks",
    WARNING,
    Scope.FRAGMENT,
    msg("Een haakje of aanhalingsteken staat alleen"),
)
def unbalanced_marks(text: TextView) -> Iterator[Violation]:
    """A bracket or quotation mark stands alone."""
    unmatched: list[_Mark] = []
    marked = {id(passage) for passage in text.passages_with(_CHARACTERS)}
    for number, passage in enumerate(text.passages):
        if id(passage) not in marked:
            continue
        if passage.kind == "value":
            # A value in the data is complete; the text in the margins of a Word file may be cut.
            unmatched += _unmatched(passage, number) if text.fragment is None else ()
            continue
        for mark in _unmatched(passage, number):
            partners = _CLOSES.get(mark.character, "")
            near = reversed(unmatched[-_MOST_UNMATCHED:]) if partners else ()
            opener = next((each for each in near if each.character in partners), None)
            if opener and _can_enclose(opener, mark, text.passages):
                unmatched[-_MOST_UNMATCHED:] = [
                    each
                    for each in unmatched[-_MOST_UNMATCHED:]
                    if each.character not in partners or each.number < opener.number - _LONGEST_QUOTATION
                ]
            else:
                unmatched.append(mark)
    for mark in unmatched:
        yield Violation(mark.passage.span(mark.offset, mark.offset + 1), *_message_and_advice(mark.character))


def _can_enclose(opener: _Mark, closer: _Mark, passages: tuple[Passage, ...]) -> bool:
    if closer.character in ")]":
        return passages[min(opener.number + 1, len(passages) - 1)].kind == "item"
    return closer.number - opener.number <= _LONGEST_QUOTATION


def _message_and_advice(character: str) -> tuple[Message, Message]:
    if character in "([":
        return msg("dit haakje wordt niet gesloten"), msg("zet het sluithaakje erbij, of haal dit weg")
    if character in ")]":
        return msg("dit haakje wordt nergens geopend"), msg("zet het openingshaakje erbij, of haal dit weg")
    return msg("dit aanhalingsteken staat alleen"), msg("zet het andere erbij, of haal dit weg")


def _unmatched(passage: Passage, number: int) -> Iterable[_Mark]:
    """Return the marks in a passage that have no partner in it."""
    text = passage.text
    if not "".join(filter(_CHARACTERS.__contains__, _MARKS.findall(text))).replace("()", ""):
        return ()  # The usual case: at most pairs of brackets.
    open_marks: list[_Mark] = []
    unmatched: list[_Mark] = []
    straight: _Mark | None = None
    open_counts = Counter[str]()
    for match in _MARKS.finditer(text):
        if match[0] not in _CHARACTERS:
            continue
        mark = _Mark(match[0], passage, match.start(), number)
        if mark.character == '"':
            if open_marks and open_marks[-1].character in "“„":
                open_counts[open_marks.pop().character] -= 1
            elif straight:
                straight = None
            elif not text[max(0, mark.offset - 1) : mark.offset].isdigit():
                straight = mark
            continue
        if any(open_counts[partner] for partner in _CLOSES.get(mark.character, "")):
            # Stays linear, as the marks that are passed over leave the list.
            while (opener := open_marks.pop()).character not in _CLOSES[mark.character]:
                open_counts[opener.character] -= 1
                unmatched.append(opener)
            open_counts[opener.character] -= 1
        elif mark.character in _OPENS:
            if not (mark.character == "‘" and _ELIDED.match(text, mark.offset)):
                open_marks.append(mark)
                open_counts[mark.character] += 1
        elif mark.character == ")":
            if not _NUMBERING.search(text[max(0, mark.offset - 8) : mark.offset]):
                unmatched.append(mark)
        elif mark.character != "’":
            unmatched.append(mark)
    unmatched += open_marks
    if straight:
        unmatched.append(straight)
    closing = [mark for mark in unmatched if mark.character == "”"]
    if len(closing) % 2 == 0:
        # Some writers type the closing mark on both sides.
        unmatched = [mark for mark in unmatched if mark.character != "”"]
    return sorted(unmatched, key=lambda mark: mark.offset)


RULES = (no_full_stop, unbalanced_marks)
