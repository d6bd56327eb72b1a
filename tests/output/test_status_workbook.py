# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The workbook, opened again: real days and numbers, no formulas, the same bytes each time."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import openpyxl
from msgspec.structs import replace

from jvom.output.status_workbook import status_workbook
from tests.output.boards import local, made


def workbook(language: str = "nl") -> bytes:
    status, events = made()
    return status_workbook(status, events, local(language))


def sheets() -> dict[str, list[dict[str, Any]]]:
    """Return the rows of each sheet, by the heads of its columns."""
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    found = {}
    for sheet in book:
        heads, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(map(str, heads), row, strict=True)) for row in rows]
    return found


class Describe_the_workbook:
    def it_has_a_row_for_each_text(self):
        rows = sheets()["Teksten"]

        unifil = next(row for row in rows if row["nummer"] == "2.1.1")
        assert len(rows) == 9
        assert {
            key: unifil[key] for key in ("tekst", "eigenaar", "status", "klaar op", "dagen over", "te laat")
        } == {
            "tekst": "UNIFIL <& co>",
            "eigenaar": "DGB en CDS",
            "status": "concept",
            "klaar op": datetime(2026, 3, 27),
            "dagen over": 3,
            "te laat": None,
        }
        assert (unifil["vorig jaar"], unifil["fouten"], unifil["waarschuwingen"]) == (6, 1, 1)
        assert (unifil["open cijfers"], unifil["opmerkingen"]) == ("untso_staff", 1)
        assert unifil["akkoord"] == "DJZ: gewijzigd na akkoord, 2 mrt 2026"
        inleiding = next(row for row in rows if row["tekst"] == "Inleiding")
        assert (inleiding["overgenomen uit"], inleiding["te laat"], inleiding["dagen over"]) == (
            2024,
            "ja",
            -4,
        )
        assert rows[-1]["nummer"] == "bijlage 1"

    def it_takes_no_title_for_a_formula(self):
        book = openpyxl.load_workbook(io.BytesIO(workbook()))
        cells = [cell for row in book["Teksten"] for cell in row if cell.value == "=UNTSO"]

        assert [cell.data_type for cell in cells] == ["s"]

    def it_holds_any_path(self):
        """The folder of the texts may have a name that is not UTF-8, or that steers a terminal."""
        status, events = made()
        texts = tuple(replace(each, path=f"a\udcff\x1b[2J/{each.id}.md") for each in status.texts)

        data = status_workbook(replace(status, texts=texts), events, local())

        book = openpyxl.load_workbook(io.BytesIO(data))
        assert book["Teksten"].cell(2, book["Teksten"].max_column).value == r"a\udcff\x1b[2J/brief.md"

    def it_has_totals_and_the_agenda(self):
        found = sheets()

        assert [row["eigenaar"] for row in found["Eigenaren"]] == ["DGB", "CDS", "alle teksten"]
        assert found["Eigenaren"][-1]["teksten"] == 9
        first = found["Agenda"][0]
        assert (first["datum"], first["wat"]) == (datetime(2026, 3, 27), "De teksten van CDS zijn geleverd")

    def it_keeps_its_heads_in_sight(self):
        for sheet in openpyxl.load_workbook(io.BytesIO(workbook())):
            assert sheet.freeze_panes == "A2"
            assert sheet.auto_filter.ref

    def it_is_the_same_each_time_and_says_no_day_but_its_own(self):
        first = workbook()
        properties = openpyxl.load_workbook(io.BytesIO(first)).properties

        assert workbook() == first
        assert properties.created == properties.modified == datetime(2026, 3, 24)

    def it_speaks_english(self):
        book = openpyxl.load_workbook(io.BytesIO(workbook("en")))

        assert book.sheetnames == ["Texts", "Owners", "Agenda"]
