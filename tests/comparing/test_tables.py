# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jvom.comparing.tables import revised_table
from jvom.plan import Cell, Inline, Paragraph, Revised, Run, Table, plain_text
from jvom.word.tables import table as write_table


def cell(text: str, rows: int = 1) -> Cell:
    return Cell((Paragraph("Tabeltekst", (Run(text),) if text else ()),), rows=rows)


def table(*rows: tuple[Cell, ...]) -> Table:
    return Table("Rapporttabel", (0.5, 0.5), ((cell("Regio"), cell("Missie")),), rows, "Titel", "")


def regions(missions: list[tuple[str, str]]) -> Table:
    """Return a table in which neighbours of one region share their first cell."""
    rows: list[tuple[Cell, ...]] = []
    at = 0
    while at < len(missions):
        end = at
        while end < len(missions) and missions[end][0] == missions[at][0]:
            end += 1
        rows.append((cell(missions[at][0], end - at), cell(missions[at][1])))
        rows += [(cell(mission),) for _, mission in missions[at + 1 : end]]
        at = end
    return table(*rows)


def texts(made: Table, gone: str) -> list[str]:
    """Return the words of the cells without what is `gone`: the inserted or the deleted."""

    def left(content: tuple[Inline, ...]) -> str:
        return plain_text(tuple(e for e in content if not (isinstance(e, Revised) and e.change == gone)))

    words = (left(p.content) for row in made.header + made.rows for c in row for p in c.paragraphs)
    return [each for each in words if each]


class Describe_a_revised_table:
    def it_marks_rows_that_are_gone_and_new(self):
        old = table((cell("Afrika"), cell("GPOI")), (cell("Europa"), cell("KFOR")))
        new = table((cell("Europa"), cell("KFOR")), (cell("Azië"), cell("CMF")))

        made = revised_table(old, new)

        assert made.changes == (None, "deleted", None, "inserted")

    def it_marks_words_in_a_row_that_stays(self):
        old, new = (table((cell("UNIFIL"), cell(f"tot {year}"))) for year in (2026, 2027))

        made = revised_table(old, new)

        assert made.changes == (None, None)
        assert made.rows[0][1].paragraphs[0].content == (
            Run("tot "),
            Revised("deleted", (Run("2026"),)),
            Revised("inserted", (Run("2027"),)),
        )

    @given(
        *[
            st.lists(st.tuples(st.sampled_from("AB"), st.sampled_from("xyz")), min_size=1, max_size=5)
            for _ in range(2)
        ]
    )
    def it_gives_both_back_and_fits_its_grid_whatever_is_merged(self, before, after):
        old, new = regions(before), regions(after)

        made = revised_table(old, new)

        assert texts(made, "deleted") == texts(new, "")
        assert texts(made, "inserted") == texts(old, "")
        written = "".join(write_table(made, 1000, lambda _: "", str))
        assert written.count("<w:tr>") == len(made.header + made.rows)
