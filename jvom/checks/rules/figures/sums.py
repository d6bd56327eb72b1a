# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on totals, in a sentence or a table, that are not the sum of their parts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from jvom.analysis.number_expressions import NumberExpression, find_numbers
from jvom.analysis.phrases import Phrase
from jvom.analysis.quantities import is_joined, joined_runs
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.rules.figures.openings import opening_after
from jvom.checks.views import TextView
from jvom.dutch.numbers import read_number, write_decimal
from jvom.findings import Related
from jvom.messages import msg

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.analysis.quantities import Quantity


#: The words between a total and its parts. After "waarvan" they may be only some of them.
_OPENING = Phrase(
    "colon=:",
    "bracket=\\(",
    ",? te weten|namelijk",
    ",? bestaande uit",
    ",? onderverdeeld in",
    ",? verdeeld in|over",
    "amounts=(bestaat|bestaan|bestond|bestonden uit)",
    ",? some=(waarvan|waaronder|van wie|onder wie|onder meer|onder andere)",
)
#: How a sentence begins that lists the parts of a total in the one before it.
_NEXT_SENTENCE = Phrase(
    "Het|Hierbij|Daarbij|Dit gaat|ging het? hierbij|daarbij? om",
    "Dat|Dit|Zij|Het zijn|waren|betreft|betrof|betroffen",
    "Dat|Dit|Zij|Het bestonden|bestaan uit",
    "some=Daarvan|Hiervan|Daaronder|Hieronder (zijn|waren|kwamen|bevonden zich)",
    "some=Onder hen (zijn|waren|kwamen|bevonden zich)",
)
#: What comes between parts and their total: "..., samen negen".
_TOGETHER = Phrase(
    "samen|tezamen|totaal|opgeteld|gezamenlijk dus|ongeveer|circa?",
    "samen|tezamen|totaal|opgeteld|gezamenlijk zijn|waren dat",
    "bij elkaar dus|ongeveer|circa?",
    "bij elkaar zijn|waren dat",
)
_OUT_OF = Phrase("van de|deze|die|onze")
_ARTICLE = Phrase(r",|\(|:|en nog? een {word}")
_CLAUSE = Phrase("die|dat|waar|om|als")
_AND = Phrase("en")


_APPROXIMATELY = Phrase(
    "ruim|bijna|ongeveer|circa|minstens|minimaal|maximaal|hooguit|hoogstens|ca.|zo'n",
    "(meer dan|rond de|ten minste)",
)
_REMAINDER = Phrase(
    "overige|rest|resterende|ander|andere|anderen|laatste|overgebleven|niet|een|één",
)

_TIME_NOUNS = frozenset(
    "jaar jaren maand maanden week weken dag dagen uur uren minuten keer kwartaal kwartalen".split()
)
_LONGEST_LEAD = 45
#: From this total on, an unexplained remainder of one or two is more likely a mistake.
_NOT_A_FEW = 8
_MOST_PARTS = 30


class Split(msgspec.Struct, frozen=True):
    """A total with its parts, not counting `articles` more that are a plain "een".

    `partial` if some parts may be left out; `nearly_complete` if so little is missing that none should be.
    """

    total: Quantity
    parts: tuple[Quantity, ...]
    articles: int
    partial: bool
    nearly_complete: bool = False


@rule("FIG004", ERROR, Scope.FRAGMENT, msg("Een totaal in de tekst is niet de som van zijn delen"))
def sum_in_sentence(text: TextView) -> Iterator[Violation]:
    """A total in the text is not the sum of its parts."""
    for passage in text.passages:
        if len(passage.quantities) > 1:
            for split in _splits(passage):
                total = _wrong_sum(passage, split)
                if total is not None and not _fits_otherwise(passage, split, total):
                    yield _violation(passage, split, total)
    yield from _wrong_table_totals(text)


def _violation(passage: Passage, split: Split, total: Decimal) -> Violation:
    number = split.total.number
    return Violation(
        passage.span(number.start, number.end),
        msg(
            "hier staat {written}, de delen zijn samen {total}",
            written=" ".join(number.digits.split()),
            total=write_decimal(total),
        ),
        msg("zoek op welk getal fout is: het totaal of een van de delen"),
        related=tuple(
            Related(passage.span(part.number.start, part.number.end), msg("dit is een deel"))
            for part in split.parts
        ),
        severity=WARNING
        if (split.nearly_complete and total < number.value) or _is_rounded(split, total)
        else None,
    )


def _is_rounded(split: Split, total: Decimal) -> bool:
    """Tell whether amounts differ by no more than rounding explains: one in the last digit written."""
    numbers = (split.total.number, *(part.number for part in split.parts))
    worth = [_worth_of_last_digit(number) for number in numbers if "," in number.digits or number.magnitude]
    return bool(worth) and abs(total - split.total.number.value) <= max(worth)


def _worth_of_last_digit(number: NumberExpression) -> Decimal:
    """Return the value of a one in the last decimal of a number: 100000 in "€ 12,5 miljoen"."""
    written = read_number(number.digits)
    decimals = len(number.digits.partition(",")[2])
    return (number.value / written).scaleb(-decimals) if written else Decimal(0)


def _wrong_sum(passage: Passage, split: Split) -> Decimal | None:
    """Return the sum of the parts if it contradicts the total; an article may count as a part."""
    total = split.total.number.value
    least = sum((part.number.value for part in split.parts), Decimal(0))
    most = least + split.articles
    if least <= total <= most or (split.partial and not split.nearly_complete and least <= total):
        return None
    numbers = (split.total, *split.parts)
    if total >= 20 and any(_APPROXIMATELY.match_before(passage, each.start) for each in numbers):
        nearest = least if total < least else most
        if abs(nearest - total) * 10 <= total:
            return None
    return most


def _fits_otherwise(passage: Passage, split: Split, total: Decimal) -> bool:
    """Tell whether the parts add up to an earlier number, or are as many as the total says but far larger.

    "Drie teams van vier man: twee in het noorden en een in het zuiden"; "vier kampen: Bor (80.000), ...".
    """
    start = passage.sentence_at(split.total.start)[0]
    before = [each for each in passage.quantities if start <= each.start < split.total.start]
    return any(each.number.value == total for each in before) or (
        split.total.number.value == len(split.parts) and total > 100 * split.total.number.value
    )


def _splits(passage: Passage) -> Iterator[Split]:
    """Yield the totals of a passage that come with their parts."""
    text, quantities = passage.text, passage.quantities
    starts = [each.start for each in quantities]
    together = {passage.tokens.at(match.end) for match in _TOGETHER.find_in(passage)}
    for place, total in enumerate(quantities):
        end = passage.sentence_at(total.start)[1]
        opening = opening_after(_OPENING, passage, total.end, end, ".;:()") if _may_be_total(total) else None
        if opening and "amounts" in opening and not total.number.unit:
            opening = None  # "de drie teams bestaan uit twee artsen en een tolk"
        if opening:
            first = bisect_left(starts, opening.end)
            closed = text.find(")", opening.end, end) if "bracket" in opening else -1
            split = _read_parts(
                passage, total, first, opening.end, closed if closed >= 0 else end,
                whole="bracket" in opening or "colon" in opening, partial="some" in opening,
            )  # fmt: skip
            if split:
                implied = opening.part("some") == "waarvan" and total.number.value >= _NOT_A_FEW
                yield msgspec.structs.replace(
                    split, nearly_complete=implied and _is_nearly_complete(passage, split)
                )
            elif bracketed := _bracketed(passage, total, opening.end, end):
                yield bracketed
        elif _may_be_total(total) and _OUT_OF.match_before(passage, total.start):
            split = _read_parts(passage, total, place + 1, total.end, end, whole=False, partial=True)
            if split:
                yield msgspec.structs.replace(split, nearly_complete=_is_nearly_complete(passage, split))
        if place and passage.tokens.at(total.start) in together:
            parts = _parts_before(text, quantities, place)
            if len(parts) > 1 and all(part.number.unit == total.number.unit for part in parts):
                articles = _ARTICLE.find_in(passage, parts[0].start, total.start)
                yield Split(total, parts, len(articles), partial=False)
    yield from _splits_over_sentences(passage, starts)


def _may_be_total(total: Quantity) -> bool:
    return bool(total.noun or total.number.unit) and total.noun not in _TIME_NOUNS and total.number.value > 1


def _read_parts(
    passage: Passage, total: Quantity, first: int, start: int, end: int, *, whole: bool, partial: bool
) -> Split | None:
    """Return a total with its parts, from quantity `first` on; None if they are no list of its parts.

    With `whole` the list must run to `end`; with `partial` the parts need not be complete.
    """
    text, quantities = passage.text, passage.quantities
    if (
        first >= len(quantities)
        or quantities[first].start >= end
        or quantities[first].start - start > _LONGEST_LEAD
    ):
        return None
    lead_in = text[start : quantities[first].start]
    if "," in lead_in:
        return None
    parts = [quantities[first]]
    for following in quantities[first + 1 : first + _MOST_PARTS]:
        if following.start >= end:
            break
        if not is_joined(text, parts[-1], following):
            if whole:
                return None
            break
        parts.append(following)
    units = {part.number.unit for part in parts}
    if units != {total.number.unit} or any(part.noun in _TIME_NOUNS for part in parts):
        return None
    if _CLAUSE.find_in(passage, start, parts[0].start):
        return None
    last = min(end, parts[-1].end + 2 * _LONGEST_LEAD)
    articles = 0 if total.number.unit else len(_ARTICLE.find_in(passage, start - 1, last))
    if len(parts) + articles < 2:
        return None
    return Split(total, tuple(parts), articles, partial)


def _bracketed(passage: Passage, total: Quantity, start: int, end: int) -> Split | None:
    """Return a total with parts in brackets: "verdeeld over Bagdad (80) en Erbil (30)"."""
    starts = [each.start for each in passage.quantities]
    parts = passage.quantities[bisect_left(starts, start) : bisect_left(starts, end)]
    text = passage.text
    if len(parts) < 2 or any(
        text[part.start - 1] != "(" or text[part.number.end : part.number.end + 1] != ")" for part in parts
    ):
        return None
    last = parts[-1].number.end + 1
    # "..., Erbil (30) en enkele kleinere locaties": there are more.
    if text[last:end].strip(" .;:") or not _AND.find_in(passage, parts[-2].end, parts[-1].start):
        return None
    return Split(total, parts, 0, partial=False)


def _is_nearly_complete(passage: Passage, split: Split) -> bool:
    """Tell whether at most a tenth of the total is missing, and no remainder is mentioned."""
    total = split.total.number.value
    missing = total - sum((part.number.value for part in split.parts), Decimal(0))
    few = len(split.parts) < 3 and total < _NOT_A_FEW
    if few or split.articles or not 0 < missing <= max(Decimal(1), total // 10):
        return False
    end = passage.sentence_at(split.parts[-1].end)[1]
    return not _REMAINDER.find_in(passage, split.parts[-1].end, end + 60)


def _parts_before(text: str, quantities: tuple[Quantity, ...], place: int) -> tuple[Quantity, ...]:
    """Return the quantities listed right before another: the parts of "..., samen negen"."""
    parts: list[Quantity] = []
    for number in range(place - 1, -1, -1):
        if parts and not is_joined(text, quantities[number], parts[0]):
            break
        parts.insert(0, quantities[number])
        if len(parts) > _MOST_PARTS:
            break
    between = text[parts[-1].end : quantities[place].start] if parts else ""
    return tuple(parts) if len(between) <= 80 and "." not in between else ()


def _splits_over_sentences(passage: Passage, starts: list[int]) -> Iterator[Split]:
    text, quantities = passage.text, passage.quantities
    for (begin, stop), (start, end) in pairwise(passage.sentences):
        totals = quantities[bisect_left(starts, begin) : bisect_left(starts, stop)]
        listed = quantities[bisect_left(starts, start) : bisect_left(starts, end)]
        if len(totals) != 1 or not _may_be_total(totals[0]) or not listed:
            continue
        opening = _NEXT_SENTENCE.match_at(passage, start)
        if opening is None or opening.end > listed[0].start:
            continue
        runs = [run for run in joined_runs(text, listed) if run[0] is listed[0]]
        parts = tuple(runs[0]) if runs else listed[:1]
        articles = len(_ARTICLE.find_in(passage, opening.end, end))
        units = {part.number.unit for part in parts}
        if len(parts) != len(listed) or len(parts) + articles < 2 or units != {totals[0].number.unit}:
            continue
        if listed[0].start - opening.end <= _LONGEST_LEAD and not any(
            part.noun in _TIME_NOUNS for part in parts
        ):
            yield Split(totals[0], parts, articles, partial="some" in opening)


def _wrong_table_totals(text: TextView) -> Iterator[Violation]:
    """Yield the totals at the foot of a table that are not the sum of their column."""
    columns: dict[tuple[int, int], list[Passage]] = {}
    labels: dict[tuple[int, int], str] = {}
    for passage in text.passages:
        if passage.kind == "cell" and passage.block is not None:
            table = id(passage.block)
            columns.setdefault((table, passage.column), []).append(passage)
            if passage.column == 0:
                labels[table, passage.row] = passage.text.strip().lower()
    for (table, column), cells in columns.items():
        foot = cells[-1]
        if (
            column == 0
            or len(cells) < 3
            or not labels.get((table, foot.row), "").startswith(("totaal", "som"))
        ):
            continue
        if any("totaal" in labels.get((table, cell.row), "") for cell in cells[:-1]):
            continue
        values = [_only_number(cell.text) for cell in cells]
        total = values[-1]
        parts = [value for value in values[:-1] if value is not None]
        filled = [cell for cell in cells[:-1] if cell.text.strip() not in ("", "-", "–")]
        if total is None or len(parts) != len(filled) or len(parts) < 2:
            continue
        digit = min(Decimal(1).scaleb(min(_exponent(value), 0)) for value in (*parts, total))
        # Decimals and percentages are rounded one by one: their sum may be a little off.
        rounded = digit < 1 or any("%" in cell.text for cell in cells)
        if any("%" in cell.text for cell in cells) and min(parts) <= total <= max(parts):
            continue  # The total of a column of shares is their mean.
        if abs(sum(parts, Decimal(0)) - total) > (digit * (len(parts) + 1) / 2 if rounded else 0):
            yield Violation(
                foot.span(),
                msg(
                    "het totaal is {total}, de kolom is samen {sum}",
                    total=write_decimal(total),
                    sum=write_decimal(sum(parts, Decimal(0))),
                ),
                msg("zoek op welk getal in de kolom fout is"),
            )


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _only_number(text: str) -> Decimal | None:
    """Return the number that a cell is, when it is nothing else."""
    found = find_numbers(text)
    if len(found) != 1 or found[0].text != text.strip():
        return None
    return found[0].value


RULES = (sum_in_sentence,)
