# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Brackets and quotation marks without a partner."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jvom.analysis.passages import Passage
from jvom.analysis.tokens import Tokens
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import TextView
from jvom.dutch.patterns import pattern

_CHARACTERS = frozenset('()[]“”„«»"‘’')
#: What each mark closes. Some writers type the closing mark on both sides.
_CLOSES = {")": "(", "]": "[", "»": "«", "”": "“„”", "’": "‘", "“": "„", '"': '"“„'}
_QUOTING = frozenset('“”„«»"‘’')
#: The number of passages that a quotation can span, and the number of unmatched marks to look back over.
_LONGEST_QUOTATION, _MOST_UNMATCHED = 40, 40
#: The letters of a mark have no tokens of their own: "12b)", "iv)", and the note in "Bureau Beke3)".
_NUMBERED = pattern(
    r"(?:^|[\s;,:(/-])(?:[a-zà-ÿ]{1,2}|[^\W\d_]|[ivx]{1,5}|[IVX]{1,5}|\d{1,2}[a-zà-ÿ]?|(?=\w{4})[^\W\d_]+\d)\.?\Z"
)
#: What is left of a word behind its apostrophe: "‘s", "‘t", "‘26".
_ELIDED = pattern(r"(?:s|t|n|r|m|k|ie|\d\d)(?![^\W_])")

_TWO_COMMAS = pattern(r"(?<!\w),,(?=\w)")


class _Mark(msgspec.Struct, frozen=True):
    """A bracket or quotation mark without a partner so far; `number` is the index of its passage."""

    character: str
    passage: Passage
    offset: int
    number: int

    @property
    def partners(self) -> str:
        """What it closes; a straight mark before a word may close a straight one alone."""
        is_before_word = self.passage.text[self.offset + 1 : self.offset + 2].isalnum()
        return '"' if self.character == '"' and is_before_word else _CLOSES.get(self.character, "")

    @property
    def opens(self) -> bool:
        """Whether no word comes before it, as before a straight mark that opens."""
        before = self.passage.text[max(0, self.offset - 1) : self.offset]
        return not before or before.isspace() or before in "([-–"

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence ends right before it, so that it is no apostrophe."""
        return self.passage.text[max(0, self.offset - 1) : self.offset] in (".", "!", "?")

    @property
    def may_be_alone(self) -> bool:
        """Whether it needs no partner: an apostrophe, a number of an item, a smiley, inches."""
        text, at = self.passage.text, self.offset
        return (
            self.character == "’"
            or (self.character == "‘" and _ELIDED.match(text, at + 1) is not None)
            or (self.character == ")" and _NUMBERED.search(text[max(0, at - 8) : at]) is not None)
            or (self.character == ")" and text[max(0, at - 1) : at] in (":", ";", "-"))
            or (self.character == '"' and text[max(0, at - 1) : at].isdigit())
        )


@rule("PLH007", WARNING, Scope.FRAGMENT, local=True)
def unbalanced_marks(text: TextView) -> Iterator[Violation]:
    """A bracket or quotation mark stands alone."""
    left: list[_Mark] = []
    for number, passage in enumerate(text.passages):
        # A value in the data is complete; the text in the margins of a Word file may be cut.
        for mark in _marks(passage, number) if text.fragment is None or passage.kind != "value" else ():
            closed = [each for each in left[-_MOST_UNMATCHED:] if each.character in mark.partners]
            here = [each for each in closed if each.number == number]
            far = [each for each in closed if each.opens and _can_enclose(each, mark, text.passages)]
            if here:
                closed = here[-1:]
            elif far and (mark.ends_sentence or not mark.may_be_alone):
                closed = [each for each in closed if each.number >= far[-1].number - _LONGEST_QUOTATION]
            else:
                closed = []
                left += [] if mark.may_be_alone else [mark]
            if closed:
                left[-_MOST_UNMATCHED:] = [each for each in left[-_MOST_UNMATCHED:] if each not in closed]
    for before, mark, after in zip((None, *left), left, (*left[1:], None), strict=False):
        if _are_unlike(before, mark):
            continue
        if mark.offset or not _goes_on(mark, text.passages):
            place = mark.passage.span(mark.offset, mark.offset + 1)
            wording = _WORDINGS.get(mark.character, "quotation-mark")
            yield violation(place, "unlike-mark" if _are_unlike(mark, after) else wording)


def _marks(passage: Passage, number: int) -> Iterator[_Mark]:
    # Two commas are a low quotation mark and two apostrophes a high one, as typewriters had them.
    text = passage.text
    if ",," in text:
        text = _TWO_COMMAS.sub(" „", text).replace("’’", "” ")
    if "''" in text:
        text = text.replace("''", "” ")
    if not any(map(text.__contains__, _CHARACTERS)):
        return
    # Each mark is a token.
    starts = passage.tokens.starts if text is passage.text else Tokens(text).starts
    marks = [(at, text[at]) for at in starts if text[at] in _CHARACTERS]
    # The usual case: pairs of brackets.
    if "".join([character for _, character in marks]).replace("()", ""):
        for offset, character in marks:
            yield _Mark(character, passage, offset, number)


def _can_enclose(opener: _Mark, closer: _Mark, passages: tuple[Passage, ...]) -> bool:
    """Tell whether a mark may close one in an earlier passage."""
    if closer.character in ")]":
        return passages[min(opener.number + 1, len(passages) - 1)].kind == "item"
    if closer.character == '"' and (closer.opens or opener.character != '"'):
        return False
    return closer.number - opener.number <= _LONGEST_QUOTATION


def _are_unlike(opener: _Mark | None, closer: _Mark | None) -> bool:
    """Tell whether two marks are a pair of unlike marks, of which one report is enough."""
    if opener is None or closer is None:
        return False
    is_quotation = opener.character in _QUOTING and closer.character in _QUOTING
    return is_quotation and opener.number == closer.number and opener.opens and not closer.opens


def _goes_on(opener: _Mark, passages: tuple[Passage, ...]) -> bool:
    """Tell whether the next paragraph opens with the same mark, as in a quotation of several paragraphs."""
    return opener.character in '"“„‘«' and any(
        after.kind == opener.passage.kind and after.text.startswith(opener.character)
        for after in passages[opener.number + 1 : opener.number + 2]
    )


_WORDINGS = {"(": "opening-bracket", "[": "opening-bracket", ")": "closing-bracket", "]": "closing-bracket"}
