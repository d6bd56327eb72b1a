# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on totals, in a sentence or a table, that are not the sum of their parts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from jvom.analysis.number_expressions import NumberExpression, find_numbers
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.quantities import Quantity, lists_of
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.rules.figures.openings import opening_after
from jvom.checks.tables import Row, tables_of
from jvom.checks.views import TextView
from jvom.dutch.numbers import write_decimal
from jvom.findings import Related
from jvom.messages import msg

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
    partial: bool = False
    nearly_complete: bool = False

    @property
    def sum(self) -> Decimal:
        return sum((part.number.value for part in self.parts), Decimal(0))


@rule("FIG004", ERROR, Scope.FRAGMENT, local=True)
def sum_in_sentence(text: TextView) -> Iterator[Violation]:
    """A total in the text is not the sum of its parts."""
    for passage in text.passages:
        for split in _splits(passage) if len(passage.quantities) > 1 else ():
            if _is_wrong(passage, split) and not _fits_otherwise(passage, split):
                yield _violation(passage, split)
    for _, rows in tables_of(text):
        yield from _wrong_totals(rows)


def _is_wrong(passage: Passage, split: Split) -> bool:
    """Tell whether the parts contradict their total; an article may count as a part."""
    total, least, most = split.total.number.value, split.sum, split.sum + split.articles
    if least <= total <= most or (split.partial and not split.nearly_complete and least <= total):
        return False
    nearest = least if total < least else most
    rounded = total >= 20 and abs(nearest - total) * 10 <= total
    numbers = (split.total, *split.parts)
    return not (rounded and any(_APPROXIMATELY.match_before(passage, each.start) for each in numbers))


def _fits_otherwise(passage: Passage, split: Split) -> bool:
    """Tell whether the parts add up to an earlier number, or are as many as the total says but far larger.

    "Drie teams van vier man: twee in het noorden en een in het zuiden"; "vier kampen: Bor (80.000), ...".
    """
    total, most = split.total.number.value, split.sum + split.articles
    before = passage.quantities_between(passage.sentence_at(split.total.start)[0], split.total.start)
    return any(each.number.value == most for each in before) or (
        total == len(split.parts) and most > 100 * total
    )


def _violation(passage: Passage, split: Split) -> Violation:
    number, most = split.total.number, split.sum + split.articles
    # Amounts in millions or with decimals are rounded one by one.
    rounding = max(each.number.precision for each in (split.total, *split.parts))
    unsure = (split.nearly_complete and most < number.value) or abs(most - number.value) <= rounding
    return Violation(
        passage.span_of(number),
        msg(
            "hier staat {written}, de delen zijn samen {total}",
            written=" ".join((number.text if number.magnitude else number.digits).split()),
            total=write_decimal(most),
        ),
        msg("zoek op welk getal fout is: het totaal of een van de delen"),
        related=tuple(Related(passage.span_of(part.number), msg("dit is een deel")) for part in split.parts),
        severity=WARNING if unsure else None,
    )


def _splits(passage: Passage) -> Iterator[Split]:
    """Yield the totals of a passage that come with their parts."""
    for total in passage.quantities:
        _, end = passage.sentence_at(total.start)
        if _may_be_total(total) and (split := _with_parts_after(passage, total, end)):
            yield split
    for match in _TOGETHER.find_in(passage):
        if split := _with_parts_before(passage, match.end):
            yield split
    for (begin, stop), (start, end) in pairwise(passage.sentences):
        totals = passage.quantities_between(begin, stop)
        opening = _NEXT_SENTENCE.match_at(passage, start)
        if opening and len(totals) == 1 and _may_be_total(totals[0]):
            some = "some" in opening
            if split := _read_parts(passage, totals[0], opening.end, end, whole=True, partial=some):
                yield split


def _may_be_total(total: Quantity) -> bool:
    return bool(total.noun or total.number.unit) and total.noun not in _TIME_NOUNS and total.number.value > 1


def _with_parts_after(passage: Passage, total: Quantity, end: int) -> Split | None:
    """Return a total with the parts that come after it in its sentence."""
    opening = opening_after(_OPENING, passage, total.end, end, ".;:()")
    if opening and "amounts" in opening and not total.number.unit:
        opening = None  # "de drie teams bestaan uit twee artsen en een tolk"
    if opening is None:
        out_of = _OUT_OF.match_before(passage, total.start)
        return _read_parts(passage, total, total.end, end, partial=True, implied=True) if out_of else None
    closed = passage.text.find(")", opening.end, end) if "bracket" in opening else -1
    parts_end = closed if closed >= 0 else end
    whole, partial = "bracket" in opening or "colon" in opening, "some" in opening
    implied = opening.part("some") == "waarvan" and total.number.value >= _NOT_A_FEW
    split = _read_parts(passage, total, opening.end, parts_end, whole=whole, partial=partial, implied=implied)
    return split or _bracketed(passage, total, opening.end, end)


def _read_parts(
    passage: Passage,
    total: Quantity,
    start: int,
    end: int,
    *,
    whole: bool = False,
    partial: bool = False,
    implied: bool = False,
) -> Split | None:
    """Return a total with the parts between two offsets; None if they are no list of its parts.

    With `whole` there is nothing but the list; with `partial` the parts need not be complete, but with
    `implied` they lack more than a little.
    """
    listed = passage.quantities_between(start, end)[:_MOST_PARTS]
    parts = tuple(lists_of(passage.text, listed)[0]) if listed else ()
    if not parts or (whole and len(parts) < len(listed)) or not _are_alike(total, parts):
        return None
    lead_in = passage.text[start : parts[0].start]
    if "," in lead_in or len(lead_in) > _LONGEST_LEAD or _CLAUSE.find_in(passage, start, parts[0].start):
        return None
    last = min(end, parts[-1].end + 2 * _LONGEST_LEAD)
    articles = 0 if total.number.unit else len(_ARTICLE.find_in(passage, start - 1, last))
    split = Split(total, parts, articles, partial)
    if len(parts) + articles < 2:
        return None
    return replace(split, nearly_complete=implied and _is_nearly_complete(passage, split))


def _are_alike(total: Quantity, parts: tuple[Quantity, ...]) -> bool:
    return all(part.number.unit == total.number.unit and part.noun not in _TIME_NOUNS for part in parts)


def _bracketed(passage: Passage, total: Quantity, start: int, end: int) -> Split | None:
    """Return a total with parts in brackets: "verdeeld over Bagdad (80) en Erbil (30)"."""
    text, parts = passage.text, passage.quantities_between(start, end)
    if len(parts) < 2 or any(
        text[part.start - 1] != "(" or text[part.number.end : part.number.end + 1] != ")" for part in parts
    ):
        return None
    # "..., Erbil (30) en enkele kleinere locaties": there are more.
    more = text[parts[-1].number.end + 1 : end].strip(" .;:")
    if more or not _AND.find_in(passage, parts[-2].end, parts[-1].start):
        return None
    return Split(total, parts, articles=0)


def _is_nearly_complete(passage: Passage, split: Split) -> bool:
    """Tell whether at most a tenth of the total is missing, and no remainder is mentioned."""
    total = split.total.number.value
    few = len(split.parts) < 3 and total < _NOT_A_FEW
    if few or split.articles or not 0 < total - split.sum <= max(Decimal(1), total // 10):
        return False
    last = split.parts[-1].end
    return not _REMAINDER.find_in(passage, last, passage.sentence_at(last)[1] + 60)


def _with_parts_before(passage: Passage, offset: int) -> Split | None:
    """Return the total at an offset with the parts listed right before it: "..., samen negen"."""
    following = passage.quantities_between(offset, offset + 2)
    before = passage.quantities_between(0, offset)[-_MOST_PARTS:]
    if not following or not before:
        return None
    total, start = following[0], following[0].start
    parts = tuple(lists_of(passage.text, before)[-1])
    between = passage.text[parts[-1].end : start]
    if len(parts) < 2 or len(between) > 80 or "." in between or not _are_alike(total, parts):
        return None
    return Split(total, parts, len(_ARTICLE.find_in(passage, parts[0].start, start)))


def _wrong_totals(rows: list[Row]) -> Iterator[Violation]:
    """Yield the totals at the foot of a table that are not the sum of their column."""
    *labels, last = [row[0].lowered.strip() for row in rows] or [""]
    if len(labels) < 2 or not last.startswith(("totaal", "som")) or any("totaal" in each for each in labels):
        return
    for column in range(1, len(rows[-1])):
        *cells, foot = (row[column] for row in rows)
        filled = [cell for cell in cells if cell.text.strip() not in ("", "-", "–")]
        parts = [number.value for cell in filled if (number := _only_number(cell))]
        total = _only_number(foot)
        if total is None or len(parts) != len(filled) or len(parts) < 2:
            continue
        in_percent = any("%" in cell.text for cell in (*cells, foot))
        if in_percent and min(parts) <= total.value <= max(parts):
            continue  # The total of a column of shares is their mean.
        digit = min(_worth_of_last_digit(value) for value in (*parts, total.value))
        # Decimals and percentages are rounded one by one: their sum may be a little off.
        leeway = digit * (len(parts) + 1) / 2 if digit < 1 or in_percent else 0
        if abs(sum(parts, Decimal(0)) - total.value) > leeway:
            yield Violation(
                foot.span(),
                msg(
                    "het totaal is {total}, de kolom is samen {sum}",
                    total=write_decimal(total.value),
                    sum=write_decimal(sum(parts, Decimal(0))),
                ),
                msg("zoek op welk getal in de kolom fout is"),
            )


def _worth_of_last_digit(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)


def _only_number(cell: Passage) -> NumberExpression | None:
    """Return the number that a cell is, when it is nothing else."""
    found = find_numbers(cell.text)
    return found[0] if len(found) == 1 and found[0].text == cell.text.strip() else None


RULES = (sum_in_sentence,)
