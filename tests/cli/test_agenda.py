# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom agenda`` as users run it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import vobject

from jvom.cli.app import run
from tests.cli.workspaces import change

ON = ("--as-of", "2026-04-01")


def out(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> str:
    assert run(["agenda", *words]) == status
    printed, error = capsys.readouterr()
    return error if status else printed


class Describe_agenda:
    def it_shows_what_ends_and_what_is_due(self, workspace, capsys):
        text = out(capsys, "2025", *ON)

        first, _, heads, *rows = text.splitlines()
        assert first.endswith("van 1 april 2026 tot en met 1 april 2027")
        assert heads.split() == ["datum", "wat", "paragraaf", "eigenaar", "te", "doen", "uiterlijk", "bron"]
        assert any(
            row.startswith("31 dec 2026  Het internationale mandaat van UNIFIL eindigt") and "2.1.1" in row
            for row in rows
        )
        assert any("Ministerraad" in row for row in rows)

    def it_looks_as_far_as_it_is_asked_to(self, workspace, capsys):
        near = json.loads(out(capsys, *ON, "--within", "6w", "--output-format", "json"))
        far = json.loads(out(capsys, *ON, "--within", "3j", "--output-format", "json"))

        assert [each["kind"] for each in near["events"]] == ["council"]
        assert {"mandate", "framework", "letter"} <= {each["kind"] for each in far["events"]}
        assert (near["until"], far["until"]) == ("2026-05-13", "2029-04-01")

    def it_takes_the_notice_of_the_house(self, workspace, capsys):
        def letters() -> list[str]:
            events = json.loads(out(capsys, *ON, "--within", "4j", "--output-format", "json"))["events"]
            return sorted({each["date"] for each in events if each["kind"] == "letter"})

        usual = letters()
        Path("content/jvom.yml").write_text("calendar: {notice: 12}\n", encoding="utf-8")

        assert "2028-03-30" in usual
        assert "2027-06-30" in letters()

    def it_says_when_there_is_nothing(self, workspace, capsys):
        assert "Er eindigt niets en er is niets gepland." in out(capsys, "--as-of", "2040-01-01")

    def it_makes_a_calendar_file(self, workspace, capsys):
        out(capsys, "2025", *ON, "--output-format", "ics", "--output-file", "agenda.ics")
        first = Path("agenda.ics").read_bytes()
        out(capsys, "2025", *ON, "--output-format", "ics", "--output-file", "agenda.ics")

        assert Path("agenda.ics").read_bytes() == first
        summaries = [each.summary.value for each in vobject.readOne(first.decode()).vevent_list]
        assert "Het internationale mandaat van UNIFIL eindigt" in summaries

    def it_writes_the_same_to_a_pipe(self, workspace, capfdbinary):
        run(["agenda", "2025", *ON, "--output-format", "ics", "--output-file", "agenda.ics"])
        capfdbinary.readouterr()
        run(["agenda", "2025", *ON, "--output-format", "ics"])

        assert capfdbinary.readouterr().out == Path("agenda.ics").read_bytes()

    @pytest.mark.parametrize("format", ["table", "json"])
    def it_writes_in_a_file(self, workspace, capsys, format):
        out(capsys, "2025", *ON, "--output-format", format, "--output-file", "agenda.txt")

        assert "het internationale mandaat van UNIFIL" in Path("agenda.txt").read_text(
            encoding="utf-8"
        ).replace("Het", "het")

    def it_speaks_english(self, workspace, capsys):
        assert run(["--lang", "en", "agenda", "2025", *ON]) == 0
        text = capsys.readouterr().out

        assert "from 1 April 2026 up to and including 1 April 2027" in text
        assert "31 Dec 2026   The international mandate of UNIFIL ends" in text

    def but_it_refuses_what_it_can_not_do(self, workspace, capsys):
        Path("vol").mkdir()

        assert out(capsys, "--within", "12", "--output-format", "csv", status=2).splitlines() == [
            "--output-format: deze optie kent geen «csv»; bedoelde u «ics»?",
            "--within: «12» is geen duur zoals 12m; schrijf een getal met d, w, m of j: 90d, 6w, 12m, 2j",
        ]
        assert out(capsys, *ON, "--output-file", "vol", status=2).startswith("vol: ")
        assert out(capsys, "2031", status=2) == "content/2031: er is geen dossier 2031; kies uit: 2025\n"

    def and_a_planning_that_can_not_be(self, workspace, capsys):
        path = workspace / "content" / "2025" / "dossier.yml"
        path.write_text(
            path.read_text(encoding="utf-8") + "\nplanning: {texts: 2026-05-21}\n", encoding="utf-8"
        )

        assert "deze dag ligt na de aanbieding aan de Kamers" in out(capsys, "2025", *ON, status=2)
        change(path, "2026-05-21", "2026-05-32")
        assert "de datum 2026-05-32 bestaat niet" in out(capsys, "2025", *ON, status=2)
