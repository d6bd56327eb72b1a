# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Totals with their parts: "negen functionarissen: vijf militairen en vier politiemensen"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import msgspec

from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.analysis.quantities import Quantity, lists_of
from jvom.analysis.word_classes import word_class

#: The words between a total and its parts: `all` of them and nothing else, `most` of them or all, or `some`.
_OPENING = Phrase(
    "all=:",
    "all=\\(",
    ",? te weten|namelijk",
    ",? bestaande uit",
    ",? onderverdeeld in",
    ",? verdeeld in|over",
    "amounts=(bestaat|bestaan|bestond|bestonden uit)",
    ",? most=waarvan",
    ",? some=(waaronder|van wie|onder wie|onder meer|onder andere)",
)
#: How a sentence begins that lists the parts of a total in the one before it.
_NEXT_SENTENCE = Phrase(
    "all=Het|Hierbij|Daarbij|Dit gaat|ging het? hierbij|daarbij? om",
    "all=Dat|Dit|Zij|Het zijn|waren|betreft|betrof|betroffen",
    "all=Dat|Dit|Zij|Het bestonden|bestaan uit",
    "some=(Daarvan|Hiervan|Daaronder|Hieronder|Onder hen) zijn|waren|kwamen|bevonden zich?",
)
#: What comes between parts and their total: "..., samen negen".
_TOGETHER = Phrase(
    "(samen|tezamen|totaal|opgeteld|gezamenlijk|bij elkaar) dus|ongeveer|circa?",
    "(samen|tezamen|totaal|opgeteld|gezamenlijk|bij elkaar) zijn|waren dat",
)
_OUT_OF = Phrase("most=(van de|deze|die|onze)")
_ARTICLE = Phrase(r",|\(|:|en nog? een {word}")
_CLAUSE = Phrase("die|dat|waar|om|als|,")
_REMAINDER = Phrase("overige|rest|resterende|ander|andere|anderen|laatste|overgebleven|niet|een|één")
_AND_OTHERS = Phrase("en|plus|alsmede nog? enkele|overige|andere|diverse", "de rest|overigen")
_TIME_NOUNS = word_class("time_noun")
#: What ends the words on a total, before those on its parts.
_ENDS_TOTAL = frozenset(".;:()0123456789")
#: How many characters may be before the parts, and how many after them tell of a remainder.
_FURTHEST, _LONGEST_LEAD, _NEAR = 70, 45, 60
#: From this total on, an unexplained remainder of one or two is more likely a mistake.
_NOT_A_FEW = 8
_MOST_PARTS, _LONGEST = 30, 2000


class Split(msgspec.Struct, frozen=True):
    """A total with its parts, of which `articles` more are a plain "een".

    The parts may be some, most or all of them, according to the words of the `opening`.
    """

    total: Quantity
    parts: tuple[Quantity, ...]
    opening: Match
    articles: int = 0

    @property
    def least(self) -> Decimal:
        return sum((part.number.value for part in self.parts), Decimal(0))

    @property
    def most(self) -> Decimal:
        return self.least + self.articles

    @property
    def is_sure(self) -> bool:
        """Whether nothing is left out, or rounded: amounts in millions or with decimals are, one by one."""
        lacking = self.total.number.value - self.most
        rounding = max(each.number.precision for each in (self.total, *self.parts))
        return abs(lacking) > rounding and not ("most" in self.opening and lacking > 0)

    @property
    def may_lack_parts(self) -> bool:
        """Whether parts may be left out, which those who say "waarvan" don't do for one in ten."""
        passage, last = self.opening.passage, self.parts[-1].end
        sentence = passage.sentence_at(last)[1]
        if "most" not in self.opening:
            return "some" in self.opening or bool(_AND_OTHERS.find_in(passage, last, sentence))
        total = self.total.number.value
        if self.articles or total < _NOT_A_FEW or (total - self.least) * 10 > max(Decimal(10), total):
            return True
        return bool(_REMAINDER.find_in(passage, last, sentence + _NEAR))


def find_splits(passage: Passage) -> Iterator[Split]:
    """Yield the totals of a passage that come with their parts."""
    for total in passage.quantities:
        if _may_be_total(total) and (split := _with_parts_after(passage, total)):
            yield split
    for match in _TOGETHER.find_in(passage):
        if split := _with_parts_before(match):
            yield split
    for (begin, stop), (start, end) in pairwise(passage.sentences):
        totals = passage.quantities_between(begin, stop)
        opening = _NEXT_SENTENCE.match_at(passage, start)
        if (
            opening
            and len(totals) == 1
            and _may_be_total(totals[0])
            and (split := _read_parts(totals[0], opening, opening.end, end))
        ):
            yield split


def _may_be_total(total: Quantity) -> bool:
    return bool(total.noun or total.number.unit) and total.noun not in _TIME_NOUNS and total.number.value > 1


def _with_parts_after(passage: Passage, total: Quantity) -> Split | None:
    """Return a total with the parts that come after it in its sentence."""
    end = min(passage.sentence_at(total.start)[1], total.end + _LONGEST)
    opening = next(iter(_OPENING.find_in(passage, total.end, min(end, total.end + _FURTHEST))), None)
    if opening is None or not _ENDS_TOTAL.isdisjoint(passage.text[total.end : opening.start]):
        out_of = _OUT_OF.match_before(passage, total.start)
        return _read_parts(total, out_of, total.end, end) if out_of else None
    if "amounts" in opening and not total.number.unit:
        return None  # "de drie teams bestaan uit twee artsen en een tolk"
    closing = passage.text.find(")", opening.end, end) if opening.text == "(" else -1
    listed = _read_parts(total, opening, opening.end, closing if closing >= 0 else end)
    return listed or _bracketed(total, opening, end)


def _read_parts(total: Quantity, opening: Match, start: int, end: int) -> Split | None:
    """Return a total with the parts between two offsets; None if they are no list of its parts."""
    passage = opening.passage
    listed = passage.quantities_between(start, end)[:_MOST_PARTS]
    parts = tuple(lists_of(passage.text, listed)[0]) if listed else ()
    if not parts or not _are_alike(total, parts) or ("all" in opening and len(parts) < len(listed)):
        return None
    if len(parts) == 1 and opening.text.endswith("over"):
        return None  # "verdeeld over twee locaties: een in het dorp"
    if parts[0].start - start > _LONGEST_LEAD or _CLAUSE.find_in(passage, start, parts[0].start):
        return None
    last = min(end, parts[-1].end + 2 * _LONGEST_LEAD)
    articles = 0 if total.number.unit else len(_ARTICLE.find_in(passage, start - 1, last))
    return Split(total, parts, opening, articles) if len(parts) + articles > 1 else None


def _are_alike(total: Quantity, parts: tuple[Quantity, ...]) -> bool:
    return all(part.number.unit == total.number.unit and part.noun not in _TIME_NOUNS for part in parts)


def _bracketed(total: Quantity, opening: Match, end: int) -> Split | None:
    """Return a total with parts in brackets: "verdeeld over Bagdad (80) en Erbil (30)"."""
    passage = opening.passage
    parts = passage.quantities_between(opening.end, end)
    marks = {passage.text[part.start - 1] + passage.text[part.number.end :][:1] for part in parts}
    # "..., Erbil (30) en enkele kleinere locaties": there are more.
    if len(parts) < 2 or marks != {"()"} or passage.text[parts[-1].number.end + 1 : end].strip(" .;:"):
        return None
    return Split(total, parts, opening)


def _with_parts_before(together: Match) -> Split | None:
    """Return the total after "samen" with the parts listed right before it: "..., samen negen"."""
    passage, end = together.passage, together.end
    following = passage.quantities_between(end, end + 2)
    before = passage.quantities_between(max(0, end - _LONGEST), end)[-_MOST_PARTS:]
    if not following or len(before) < 2:
        return None
    total, parts = following[0], tuple(lists_of(passage.text, before)[-1])
    between = passage.text[parts[-1].end : end]
    if len(parts) < 2 or len(between) > _FURTHEST or "." in between or not _are_alike(total, parts):
        return None
    return Split(total, parts, together, len(_ARTICLE.find_in(passage, parts[0].start, end)))
