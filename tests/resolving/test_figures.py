# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime

import pytest

from jvom.model import Count, Day, Money, Percentage
from jvom.resolving.figures import write_figure

MAY = datetime.date(2026, 5, 20)


class Describe_write_figure:
    @pytest.mark.parametrize(
        ("figure", "written"),
        [
            (Count(value=4126, source="x"), "4.126"),
            (Count(value=0, source="x"), "0"),
            (Count(value=11, form="letters", source="x"), "elf"),
            (Count(value=21, form="letters", source="x"), "eenentwintig"),
            (
                Count(value=999_999, form="letters", source="x"),
                "negenhonderdnegenennegentigduizend negenhonderdnegenennegentig",
            ),
            (Count(value=10**6, form="letters", source="x"), "1.000.000"),
            (Count(value=10**15, form="letters", source="x"), "1.000.000.000.000.000"),
            (Money(value=42.2, unit="miljoen", source="x"), "€ 42,2 miljoen"),
            (Money(value=42.0, unit="miljoen", source="x"), "€ 42 miljoen"),
            (Money(value=0.125, unit="miljard", source="x"), "€ 0,125 miljard"),
            (Money(value=500_000, source="x"), "€ 500.000"),
            (Money(value=12.5, source="x"), "€ 12,50"),
            (Money(value=-12.345, source="x"), "€ -12,35"),
            (Money(value=3.5, unit="duizend", currency="USD", source="x"), "US$ 3,5 duizend"),
            (Money(value=7.5, currency="USD", source="x"), "US$ 7,50"),
            (Day(value=MAY, source="x"), "20 mei 2026"),
            (Day(value=MAY, form="dag-maand", source="x"), "20 mei"),
            (Day(value=MAY, form="maand-jaar", source="x"), "mei 2026"),
            (Percentage(value=12.5, source="x"), "12,5%"),
            (Percentage(value=100, source="x"), "100%"),
        ],
    )
    def it_writes_as_dutch_does(self, figure, written):
        assert write_figure(figure) == written
