# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on totals, in a sentence or a table, that are not the sum of their parts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jvom.analysis.number_expressions import NumberExpression, find_numbers
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.totals import Split, find_splits
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.tables import Row, tables_of
from jvom.checks.views import TextView
from jvom.dutch.numbers import write_decimal

_APPROXIMATELY = Phrase(
    "ruim|bijna|ongeveer|circa|minstens|minimaal|maximaal|hooguit|hoogstens|ca.|zo'n",
    "(meer dan|rond de|ten minste)",
)


@rule("FIG004", ERROR, Scope.FRAGMENT, local=True)
def sum_in_sentence(text: TextView) -> Iterator[Violation]:
    """A total in the text is not the sum of its parts."""
    for passage in text.passages:
        for split in find_splits(passage) if len(passage.quantities) > 1 else ():
            number = split.total.number
            if _is_wrong(passage, split):
                yield violation(
                    passage.span_of(number),
                    written=" ".join((number.text if number.magnitude else number.digits).split()),
                    total=write_decimal(split.most),
                    related=[passage.span_of(part.number) for part in split.parts],
                    severity=None if split.is_sure else WARNING,
                )
    for _, rows in tables_of(text):
        yield from _wrong_totals(rows)


def _is_wrong(passage: Passage, split: Split) -> bool:
    """Tell whether the parts contradict their total; an article may count as a part."""
    total, least, most = split.total.number.value, split.least, split.most
    if least <= total <= most or (least < total and split.may_lack_parts):
        return False
    numbers = (split.total, *split.parts)
    if any(_APPROXIMATELY.match_before(passage, each.start) for each in numbers):
        # Parts greater than their total are of another measure: packets that weigh kilos.
        is_of_another = all(part.number.value > total for part in split.parts)
        return not is_of_another and min(abs(least - total), abs(most - total)) * 10 > total
    # Of "drie teams van vier man" there are four; the numbers may also be sizes: "twee kampen: Bor (80.000)".
    before = passage.quantities_between(passage.sentence_at(split.total.start)[0], split.total.start)
    are_sizes = total == len(split.parts) and most > 100 * total
    return not are_sizes and all(each.number.value != most for each in before)


def _wrong_totals(rows: list[Row]) -> Iterator[Violation]:
    """Yield the totals at the foot of a table that are not the sum of their column."""
    *labels, last = [row[0].lowered for row in rows] or [""]
    if not last.startswith(("totaal", "som")) or any("totaal" in label for label in labels):
        return
    for *cells, foot in zip(*rows, strict=False):
        filled = [cell for cell in cells if cell.text.strip() not in ("", "-", "–")]
        numbers = [number for cell in (*filled, foot) if (number := _only_number(cell))]
        if len(filled) < 2 or len(numbers) <= len(filled):
            continue
        *parts, total = (number.value for number in numbers)
        in_percent = any("%" in cell.text for cell in (*cells, foot))
        # Decimals and percentages are rounded one by one: their sum may be a little off.
        leeway = max(Decimal(in_percent), *(number.precision for number in numbers)) * len(numbers) / 2
        is_mean = in_percent and min(parts) <= total <= max(parts)
        if abs(sum(parts) - total) > leeway and not is_mean:
            right = write_decimal(sum(parts, Decimal(0)))
            yield violation(foot.span(), written=write_decimal(total), total=right)


def _only_number(cell: Passage) -> NumberExpression | None:
    """Return the number that a cell is, when it is nothing else."""
    found = find_numbers(cell.text)
    return found[0] if len(found) == 1 and found[0].text == cell.text.strip() else None
