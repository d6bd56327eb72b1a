# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Brackets and quotation marks without a partner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from jvom.analysis.passages import Passage
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.views import TextView
from jvom.dutch.patterns import pattern
from jvom.messages import Message, msg


class _Mark(msgspec.Struct, frozen=True):
    """A bracket or quotation mark without a partner so far; `number` is the index of its passage."""

    character: str
    passage: Passage
    offset: int
    number: int

    @property
    def partners(self) -> str:
        """The marks that it closes; a straight quotation mark is one only behind a word."""
        if self.character == '"':
            return "" if self.opens else '"'
        return _CLOSES.get(self.character, "")

    @property
    def opens(self) -> bool:
        """Whether no word comes before it, as before a straight mark that opens."""
        before = self.passage.text[max(0, self.offset - 1) : self.offset]
        return not before or before.isspace() or before in "([-–"


_CHARACTERS = frozenset('()[]“”„«»"‘’')
_CLOSES = {")": "(", "]": "[", "»": "«", "”": "“„", "’": "‘", "“": "„"}
_OPENS = frozenset("([“„«‘")
#: The number of passages that a quotation can span, and the number of unmatched marks to look back over.
_LONGEST_QUOTATION, _MOST_UNMATCHED = 40, 40


@rule("PLH007", WARNING, Scope.FRAGMENT, local=True)
def unbalanced_marks(text: TextView) -> Iterator[Violation]:
    """A bracket or quotation mark stands alone."""
    unmatched: list[_Mark] = []
    for number, passage in enumerate(text.passages):
        if _CHARACTERS.isdisjoint(passage.text):
            continue
        if passage.kind == "value":
            # A value in the data is complete; the text in the margins of a Word file may be cut.
            unmatched += _unmatched(passage, number) if text.fragment is None else ()
            continue
        for mark in _unmatched(passage, number):
            partners = mark.partners
            near = reversed(unmatched[-_MOST_UNMATCHED:]) if partners else ()
            opener = next((each for each in near if each.character in partners and each.opens), None)
            if opener and _can_enclose(opener, mark, text.passages):
                unmatched[-_MOST_UNMATCHED:] = [
                    each
                    for each in unmatched[-_MOST_UNMATCHED:]
                    if each.character not in partners or each.number < opener.number - _LONGEST_QUOTATION
                ]
            else:
                unmatched.append(mark)
    for mark in unmatched:
        if not mark.offset and _goes_on(mark, text.passages):
            continue
        yield Violation(mark.passage.span(mark.offset, mark.offset + 1), *_message_and_advice(mark.character))


def _can_enclose(opener: _Mark, closer: _Mark, passages: tuple[Passage, ...]) -> bool:
    if closer.character in ")]":
        return passages[min(opener.number + 1, len(passages) - 1)].kind == "item"
    return closer.number - opener.number <= _LONGEST_QUOTATION


def _goes_on(opener: _Mark, passages: tuple[Passage, ...]) -> bool:
    """Tell whether the next paragraph opens with the same mark, as in a quotation of several paragraphs."""
    return opener.character in '"“„‘«' and any(
        after.kind == opener.passage.kind and after.text.startswith(opener.character)
        for after in passages[opener.number + 1 : opener.number + 2]
    )


def _message_and_advice(character: str) -> tuple[Message, Message]:
    if character in "([":
        return msg("bij dit openingshaakje ontbreekt het sluithaakje"), msg(
            "zet het sluithaakje erbij, of haal dit weg"
        )
    if character in ")]":
        return msg("bij dit sluithaakje ontbreekt het openingshaakje"), msg(
            "zet het openingshaakje erbij, of haal dit weg"
        )
    return msg("bij dit aanhalingsteken ontbreekt het tweede"), msg("zet het andere erbij, of haal dit weg")


def _unmatched(passage: Passage, number: int) -> Iterable[_Mark]:
    """Return the marks in a passage that have no partner in it."""
    text = passage.text
    if not "".join(filter(_CHARACTERS.__contains__, text)).replace("()", ""):
        return ()  # The usual case: at most pairs of brackets.
    open_marks: list[_Mark] = []
    unmatched: list[_Mark] = []
    straight: _Mark | None = None
    open_counts = Counter[str]()
    for offset, character in enumerate(text):
        if character not in _CHARACTERS:
            continue
        mark = _Mark(character, passage, offset, number)
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
            if mark.character != "‘" or not _ELIDED.match(text, mark.offset + 1):
                open_marks.append(mark)
                open_counts[mark.character] += 1
        elif mark.character == ")":
            if not _NUMBERED.search(text[max(0, mark.offset - 8) : mark.offset]):
                unmatched.append(mark)
        elif mark.character != "’":
            unmatched.append(mark)
    unmatched += open_marks
    if straight:
        unmatched.append(straight)
    if sum(mark.character == "”" for mark in unmatched) % 2 == 0:
        # Some writers type the closing mark on both sides.
        unmatched = [mark for mark in unmatched if mark.character != "”"]
    return sorted(unmatched, key=lambda mark: mark.offset)


#: The letters of a mark have no tokens of their own: "12b)", "iv)", and the note in "Bureau Beke3)".
_NUMBERED = pattern(
    r"(?:^|[\s;,:(/-])(?:[a-zà-ÿ]{1,2}|[^\W\d_]|[ivx]{1,5}|[IVX]{1,5}|\d{1,2}[a-zà-ÿ]?|(?=\w{4})[^\W\d_]+\d)\Z"
)
#: What is left of a word behind its apostrophe: "‘s", "‘t", "‘26".
_ELIDED = pattern(r"(?:s|t|n|r|m|k|ie|\d\d)(?![^\W_])")


RULES = (unbalanced_marks,)
