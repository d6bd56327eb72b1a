# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables and paragraphs pasted out of another program: what is told, and what the fixes make of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.checks.fixes import apply_fixes, with_edits
from jvom.checks.pasted_tables import pasted_tables
from jvom.checks.run import check
from jvom.checks.settings import Overrides
from jvom.findings import Finding
from jvom.settings import Settings
from jvom.text import Table
from tests.checks.examples import TODAY
from tests.checks.reading import fragment
from tests.contents import basis, with_texts
from tests.growth import LINEAR, growth

TABLE, LINES = "STR014", "STR015"
LONG = (
    "Dit is een alinea van twee zinnen, die allebei vrij lang zijn. Zo wordt het een regel van meer tekens."
)
ROWS = "Missie\tAantal\tPlaats\nKFOR\t12\tPristina\nUNIFIL\t3\tNakoura"
PIPED = (
    "| Missie | Aantal | Plaats |\n| --- | ---: | --- |\n| KFOR | 12 | Pristina |\n| UNIFIL | 3 | Nakoura |"
)


def read(typed: str, *codes: str, unsafe: bool = False) -> tuple[list[Finding], str]:
    """Return the findings of these rules in a text with that body, and the body after the fixes."""
    dossier = with_texts(basis(), {"inzet": typed})
    section = dossier.section("inzet")
    report = check(dossier, Settings(), TODAY, Overrides(select=codes))
    findings = [each for each in report.findings if each.span.path == section.span.path]
    whole = "\n".join(section.lines)
    done = apply_fixes({section.span.path: whole}, findings, unsafe=unsafe)
    front = whole.removesuffix(typed)
    return findings, done.texts.get(section.span.path, whole).removeprefix(front)


class Describe_a_pasted_table:
    @pytest.mark.parametrize(
        ("typed", "piped"),
        [
            (ROWS, PIPED),
            (f"Boven.\n{ROWS}\nOnder.", f"Boven.\n\n{PIPED}\n\nOnder."),
            (f"Boven.\n\n{ROWS}\n\nOnder.\n", f"Boven.\n\n{PIPED}\n\nOnder.\n"),
            ("\tAantal\nKFOR\t1", "|  | Aantal |\n| --- | ---: |\n| KFOR | 1 |"),
            ("a\tb\nc|d\t", "| a | b |\n| --- | --- |\n| c\\|d |  |"),
            ("a\tb\t\nc\td\t", "| a | b |\n| --- | --- |\n| c | d |"),
            ("a\tb\n1.234,5\t€ 12\n–\t3 %", "| a | b |\n| ---: | ---: |\n| 1.234,5 | € 12 |\n| – | 3 % |"),
            ("a\tb\nc\t x@y.nl ", "| a | b |\n| --- | --- |\n| c | x@y.nl |"),
            ("a\tb\n20 mei 2026\tja", "| a | b |\n| --- | --- |\n| 20 mei 2026 | ja |"),
        ],
    )
    def it_becomes_a_pipe_table(self, typed: str, piped: str) -> None:
        findings, after = read(typed, TABLE)

        assert [each.code for each in findings] == [TABLE]
        assert after == piped

    def it_is_told_with_the_form_to_type(self) -> None:
        [finding], _ = read(ROWS, TABLE)

        assert str(finding.message).startswith("deze tabel met tabs, zoals uit Word of Excel")
        assert str(finding.advice) == (
            "typ strepen tussen de cellen, | Missie | Aantal | Plaats |, en daaronder | --- | ---: | --- |"
        )

    @pytest.mark.parametrize(
        ("typed", "said", "piped"),
        [
            (
                "a\tb\tc\nd\te",
                "deze rij heeft 2 cellen, de koprij 3",
                "| a | b | c |\n| --- | --- | --- |\n| d | e |  |",
            ),
            (
                "a\tb\nc\td\te",
                "deze rij heeft 3 cellen, de koprij 2",
                "| a | b |  |\n| --- | --- | --- |\n| c | d | e |",
            ),
        ],
    )
    def its_ragged_rows_are_told_and_filled_up_on_request(self, typed: str, said: str, piped: str) -> None:
        [finding], after = read(typed, TABLE)
        _, filled = read(typed, TABLE, unsafe=True)

        assert [str(each.message) for each in finding.related] == [said]
        assert str(finding.advice).startswith(f"regel {finding.span.line + 1} heeft niet evenveel cellen")
        assert after == typed
        assert filled == piped

    def but_a_line_within_a_cell_is_left_to_its_writer(self) -> None:
        typed = "Missie\tPlaats\nNMI\tBagdad\nNapels\nKFOR\tPristina"
        [finding], after = read(typed, TABLE, unsafe=True)

        assert [str(each.message) for each in finding.related] == [
            "deze regel heeft geen tab: hoort hij bij de cel erboven?"
        ]
        assert after == typed

    @pytest.mark.parametrize(
        "typed",
        [
            "1.\teen\n2.\ttwee", "-\teen\n-\ttwee", "- een\tb\n- twee\tc", "Een woord\ttab.\n\nNog een\ttab.",
            "| a\t | b |\n| --- | --- |\n| c\t | d |", "Zomaar\teen tab.",
        ],
    )  # fmt: skip
    def but_not_what_is_no_table(self, typed: str) -> None:
        assert read(typed, TABLE) == ([], typed)

    def it_has_no_other_findings(self) -> None:
        typed = "Missie\tPlaats\nte samen\tXX\nkfor\tPristina"

        codes = ("LNG", "PLH001", "ABR", TABLE)
        assert {each.code for each in read(typed, *codes)[0]} == {TABLE}
        assert {"LNG001", "PLH001"} <= {each.code for each in read("Dit is te samen XX.", *codes)[0]}

    @given(st.lists(st.lists(st.text("ab1|, ", max_size=4), min_size=2, max_size=2), min_size=2, max_size=4))
    def it_has_the_same_cells_afterwards(self, rows: list[list[str]]) -> None:
        cells = [[cell.strip() for cell in row] for row in rows]
        if not all(row[0].strip("|") == row[0] and row[0] and row[1] for row in cells):
            return  # empty cells at the end are dropped, and a row that begins with a bar is no pasted one
        lines = ["\t".join(row) for row in rows]
        for table in pasted_tables(lines):
            piped = with_edits("\n".join(lines), table.edits(lines, "a.md"))
            [read_back] = fragment(piped).blocks
            assert isinstance(read_back, Table)
            typed = [
                ["".join(str(getattr(each, "value", "")) for each in cell.content) for cell in row]
                for row in (read_back.header, *read_back.rows)
            ]
            assert typed == [list(row) for row in table.rows]

    def it_is_found_in_linear_time(self) -> None:
        def work(text: str) -> None:
            assert [*pasted_tables(text.split("\n"))]

        assert growth(work, lambda size: "a\tb\n" * size + "\n" + "a\tb\n\n" * size, 5_000) < LINEAR


class Describe_line_ends_that_look_like_those_of_paragraphs:
    @pytest.mark.parametrize(
        ("typed", "fixed"),
        [
            (f"{LONG}\n{LONG}", f"{LONG}\n\n{LONG}"),
            (f"{LONG}[^a]\nEn nog een.\n\n[^a]: Noot.", f"{LONG}[^a]\n\nEn nog een.\n\n[^a]: Noot."),
            (f"{LONG}\n*Terms* ook.\n“Echt.”\nWaar?", f"{LONG}\n\n*Terms* ook.\n\n“Echt.”\n\nWaar?"),
            (f"{LONG * 3}\n\nDat zijn:\nEen ding.", f"{LONG * 3}\n\nDat zijn:\n\nEen ding."),
            ("Dit is\neen zin.\nEn nu weer\nverder.", "Dit is\neen zin.\n\nEn nu weer\nverder."),
        ],
    )
    def they_are_told_and_parted_on_request(self, typed: str, fixed: str) -> None:
        before = f"{LONG}\n\n" * 3
        findings, safely = read(before + typed, LINES)
        _, after = read(before + typed, LINES, unsafe=True)

        assert [each.code for each in findings] == [LINES]
        assert safely == before + typed
        assert after == before + fixed

    def they_are_one_finding_for_each_paragraph(self) -> None:
        findings, _ = read(f"{LONG}\n\n{LONG}\nEen.\nTwee.\n\n{LONG}\nDrie.", LINES)

        assert [str(each.message) for each in findings] == [
            "hier lijken 3 eigen alinea's te staan, maar ze worden er één",
            "dit lijkt een eigen alinea, maar komt achter de regel erboven te staan",
        ]

    @pytest.mark.parametrize(
        "typed",
        [
            "De missie begon.\nZij telt nu honderd.\nEr kwamen er nog tien bij.",
            f"{LONG * 3}\n\nDit was in mei\n2026, bij het ministerie van\nDefensie.",
            f"{LONG}\n\nDit is de bijdrage van generaal\nJansen, en van het ministerie van\nDefensie.",
            f"{LONG}\n\nDat was in mei, volgens de heer dr.\nJansen en volgens artikel 100 van de nr.\n12.",
            f"{LONG}\\\n{LONG}"[: len(LONG)],
            f"- {LONG}\n  {LONG}",
            f"> {LONG}\n> {LONG}",
            ROWS,
        ],
    )
    def but_not_those_of_sentences_and_wrapped_lines(self, typed: str) -> None:
        assert read(typed, LINES) == ([], typed)
