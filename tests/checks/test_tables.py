# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from jvom.checks.tables import tables_of
from tests.checks.reading import texts

TABLE = "| Missie | Aantal |\n| --- | --- |\n| {} | 3 |\n| Totaal | |\n"


class Describe_the_tables_of_a_text:
    def they_are_rows_of_cells_below_headers(self):
        (text,) = texts(f"{TABLE.format('UNDOF')}\nTekst.\n\n{TABLE.format('UNTSO')}").texts

        (header, rows), (_, others) = tables_of(text)

        assert [cell.text for cell in header] == ["Missie", "Aantal"]
        assert [[cell.text for cell in row] for row in rows] == [["UNDOF", "3"], ["Totaal", ""]]
        assert others[0][0].text == "UNTSO"
