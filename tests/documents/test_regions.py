# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from itertools import accumulate, pairwise

import msgspec
import pytest

from jvom.documents.dossier import documents
from jvom.documents.regions import LANDSCAPE, Parts, divide, row_height
from jvom.model import Dossier
from jvom.plan import Table, plain_text
from jvom.times import Duration
from tests.contents import basis, with_data


def with_rows(*regions: tuple[str, int]) -> Dossier:
    """Return the basis dossier with a landscape appendix that has so many rows of each region."""
    dossier = basis()
    one = dossier.mandates.rows[0]
    rows = tuple(
        msgspec.structs.replace(one, region=name, operation=f"{name} nummer {number}")
        for name, count in regions
        for number in range(1, count + 1)
    )
    (appendix,) = dossier.data.appendices
    assert dossier.data.report
    report = msgspec.structs.replace(
        dossier.data.report, appendices=(msgspec.structs.replace(appendix, orientation="liggend"),)
    )
    return with_data(
        msgspec.structs.replace(dossier, mandates=msgspec.structs.replace(dossier.mandates, rows=rows)),
        report=report,
    )


def table_of(dossier: Dossier) -> Table:
    (report,) = documents(dossier, ("rapport",))
    (table,) = [each for each in report.blocks["bijlagen"] if isinstance(each, Table)]
    return table


class Describe_a_long_region:
    def it_is_divided_before_the_page_is_full(self):
        assert divide([[10.0] * 60], room=300.0, page=400.0) == [Parts((28, 32), flows=True)]

    def it_stays_whole_when_it_fits(self):
        assert divide([[10.0] * 5, [10.0] * 20], room=300.0, page=400.0) == [Parts((5,)), Parts((20,))]

    def it_moves_to_the_next_page_when_little_is_left_of_this_one(self):
        assert divide([[10.0] * 20], room=100.0, page=400.0) == [Parts((20,))]

    def but_it_leaves_no_page_half_empty(self):
        assert divide([[10.0] * 36], room=300.0, page=400.0) == [Parts((26, 10), flows=True)]

    @pytest.mark.parametrize("count", range(30, 140))
    def its_parts_have_two_rows_or_more_and_the_last_no_room_on_the_page_before(self, count):
        (divided,) = divide([[10.0] * count], room=250.0, page=400.0)
        parts = divided.sizes

        assert sum(parts) == count
        assert min(parts) >= 2
        assert parts[0] <= 25
        assert all(part <= 40 for part in parts[1:])
        assert all(first + second > 40 for first, second in pairwise(parts[1:]))

    def it_flows_when_it_may_just_fit(self):
        assert divide([[10.0] * 25], room=250.0, page=400.0) == [Parts((25,), flows=True)]

    def its_rows_are_as_high_as_their_longest_cell(self):
        one, two = (row_height(["kort", text], (0.5, 0.5), LANDSCAPE) for text in ("kort", "lang " * 20))

        assert two - one == 11.0

    def its_parts_repeat_its_name(self):
        table = table_of(with_rows(("Europa", 3), ("Afrika", 40), ("Diversen", 3)))

        starts = [row for row in table.rows if len(row) == 5]
        names = [plain_text(row[0].paragraphs[0].content) for row in starts]
        assert names == ["Europa", "Afrika", "Afrika (vervolg)", "Diversen"]
        ends = list(accumulate(row[0].rows for row in starts))
        assert ends[-1] == len(table.rows) == 46

    def its_first_part_flows_but_for_its_first_and_last_two_rows(self):
        table = table_of(
            with_rows(
                ("Afrika", 40),
            )
        )

        (first, _) = [row[0].rows for row in table.rows if len(row) == 5]
        kept = [row[-1].paragraphs[0].style == "TabeltekstBijVolgende" for row in table.rows]
        assert kept[:first] == [True, *[False] * (first - 3), True, False]
        assert kept[first:] == [*[True] * (40 - first - 1), False]


class Describe_a_mandate_without_a_framework:
    def it_has_a_dash_or_the_word_of_the_house(self):
        dossier = basis()
        row = msgspec.structs.replace(dossier.mandates.rows[0], framework=Duration(word="geen"))
        dossier = msgspec.structs.replace(
            dossier, mandates=msgspec.structs.replace(dossier.mandates, rows=(row,))
        )
        assert dossier.data.report
        house = with_data(dossier, report=msgspec.structs.replace(dossier.data.report, no_duration="n.v.t."))

        assert [
            plain_text(table_of(each).rows[0][-1].paragraphs[0].content) for each in (dossier, house)
        ] == [
            "–",
            "n.v.t.",
        ]
